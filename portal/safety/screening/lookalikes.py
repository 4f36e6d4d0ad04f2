"""Letters that look like Latin letters. Data for the normaliser.

Each line of the table pairs two strings of equal length: what was typed, what a reader sees.
"""

_PAIRS = (
    # Cyrillic
    ("авекмнорстухіјѕԁԛԝһѵӏԍгпиоьу", "abekmhopctyxijsdqwhvlgrnuoby"),
    ("АВЕКМНОРСТУХІЈЅԀԚԜҺѴӀԌГПИЬ", "ABEKMHOPCTYXIJSDQWHVLGRNUB"),
    ("ҽєґҡқңҳүұә", "eerkknxyye"),
    # Greek
    ("αβεζηικμνορτυχγωςσδλ", "abezniku" + "voptuxywcodl"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΩ", "ABEZHIKMNOPTYXO"),
    # Armenian and Cherokee letters that fonts draw like Latin ones
    ("օոսհցք", "onuhgq"),
    ("ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᏚᎢᏙᎳᏃ", "ABCDEHJKLMPSTVWZ"),
    # Latin letters outside ASCII, and small capitals
    ("ıɩɑɡɪʏʟɴʀʙɢʜɛøđłħŧƙɓɗŋƒʋ", "iiagiylnrbgheodlhtkbdnfv"),
    ("ØĐŁĦŦƘƁƊŊ", "ODLHTKBDN"),
    ("ᴀᴄᴅᴇᴊᴋᴍᴏᴘꜱᴛᴜᴠᴡᴢꜰ", "acdejkmopstuvwzf"),
    # Marks: every dash, quotation mark and apostrophe is one dash, one mark, one apostrophe
    ("‐‑‒–—―−﹘﹣", "---------"),
    ("“”„‟«»″〝〞", '"""""""""'),
    ("‘’‚‛′`´ʼʹ＇", "''''''''''"),
    ("º˚｡", "°°."),
)

LOOKALIKES: dict[str, str] = {}
for _typed, _seen in _PAIRS:
    LOOKALIKES.update(zip(_typed, _seen, strict=True))
LOOKALIKES.update(dict.fromkeys("😂🤣😅😆😜😝🤪", " lol "))  # laughter says that it was not meant
LOOKALIKES.update({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ẞ": "SS", "þ": "th", "ð": "d", "⁄": "/"})

# Squared, circled and flag letters: the first code point of a run of twenty-six.
LETTER_RUNS = (0x1F130, 0x1F150, 0x1F170, 0x1F1E6)

# Characters that take no room on the screen although Unicode calls them letters or symbols.
INVISIBLE = frozenset("\u115f\u1160\u3164\uffa0\u034f\u061c\u17b4\u17b5")
