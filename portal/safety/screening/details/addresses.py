"""Postal addresses and postcodes: British, American, and the commoner forms of the continent."""

import re
from collections.abc import Iterator

from ..findings import Band
from .detail import Detail, DetailRule, Source, mentions

ADDRESS = DetailRule("details.postal-address", 1, "postal_address", Band.AMBER, "A street with a house number.")
POSTCODE = DetailRule(
    "details.postcode", 1, "postal_address", Band.AMBER, "A full postcode, which names a handful of houses."
)
RULES = (ADDRESS, POSTCODE)

_AREAS = frozenset(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU
    HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH
    PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
""".split()
)
_STATES = frozenset(
    """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC
    SD TN TX UT VT VA WA WV WI WY DC
""".split()
)
_UK_CODE = re.compile(r"(?<![a-z0-9])([a-z]{1,2})(\d[a-z\d]?) ?(\d[abd-hjlnp-uw-z]{2})(?![a-z0-9])")
_US_CODE = re.compile(r"(?<![A-Za-z])([A-Z]{2}),? (\d{5})(?:-\d{4})?(?![\d-])")
_EU_CODE = re.compile(r"(?<![\w])(?:[A-Z]{1,2}-)?(\d{4,5})(?: [A-Z]{2})? [A-Z][a-z]{2,}")
_STRONG = "street|road|avenue|lane|crescent|boulevard|terrace|grove|drive|gardens|cottages|mews|parade|highway|causeway|esplanade"
_WEAK = "st|rd|ave|ln|cres|blvd|dr|close|court|ct|place|pl|way|walk|hill|square|sq|rise|view|green|park|row|gate|end|mount|quay|parkway|circle|trail|wharf|vale|croft|yard"
_TYPE = re.compile(rf"(?<![a-z])({_STRONG}|{_WEAK})(?![a-z])\.?")
_NUMBERED = re.compile(
    r"(?:(?:flat|apartment|apt|unit|suite|no|number)\.? ?\d{0,4}[a-z]?,? )?(\d{1,5}[a-z]?(?:[-/]\d{1,4})?),? ((?:[a-z'.-]+ ){1,3})$"
)
_CONTINENT_BEFORE = re.compile(
    r"(?<![a-z])(?:(?:rue|avenue|boulevard|allee|chemin|impasse|via|viale|piazza|corso|vicolo|calle|avenida|plaza|paseo|ulica|ul\.|rua|largo|strada)"
    r" (?:[a-z'.-]+ ){1,4}(?:no\.? ?:?)?\d{1,4}[a-z]?(?![\d/])"
    r"|\d{1,4}(?: ?bis)?,? (?:rue|avenue|boulevard|allee|chemin|impasse|place|quai) (?:de |du |des |la |le |les |l'|d')*[a-z'-]{3,})"
)
_CONTINENT_AFTER = re.compile(
    r"(?<![a-z-])[a-z-]{2,30}(?:strasse|str\.|straat|gasse|allee|platz|ufer|laan|gracht|plein|gatan|vagen|gade|vej|veien|katu|utca|weg)"
    r" (?:no\.? ?:?)?\d{1,4}[a-z]?(?![\d.,/]\d|\d| ?(?:mg|ml|km|years|days))"
)
_TURKISH = re.compile(
    r"(?<![a-z])(?:[a-z]{1,30}+ ){1,3}(?:caddesi|cad\.|sokak|sokagi|sok\.|mahallesi|mah\.|bulvari) ?,? ?(?:no ?:? ?)?\d{1,4}"
)
_BOX = re.compile(r"(?<![a-z])(?:p\.?o\.? box|post office box|postfach|apartado) \d{1,6}")
_NOT_NAMES = frozenset(
    """
    hour hours minute minutes min mins mile miles day days week weeks month months year years metre metres yard yards km kg mg ml
    way ways times time steps step more other big small long short little per of and or the a an in on at to for from with my
    our your his her their this that people women men patients nurses doctors beds pills tablets cycles rounds sessions different
    new old very really quite too so just only about around nearly almost over under percent grams degrees am pm weeks' days' min
    hr hrs session cycle half further extra main good bad next last first second great nice lovely lady ladies
""".split()
)
_CUES = frozenset("address live lives living postcode zip post street house flat home send letter parcel moved".split())


def scan(source: Source, taken: bytearray) -> Iterator[Detail]:
    streets = sorted([*_british(source), *_continental(source)])
    for start, end in streets:
        yield Detail(ADDRESS, start, _with_code(source, end))
    for match in _UK_CODE.finditer(source.plain):
        if _is_uk_code(match, source):
            yield Detail(POSTCODE, match.start(), match.end())


def _british(source: Source) -> Iterator[tuple[int, int]]:
    """A number, one to three words that could be a name, a word for a street."""
    for kind in _TYPE.finditer(source.plain):
        lowest = max(0, kind.start() - 48)
        before = source.plain[lowest : kind.start()]
        cut = max(before.rfind(mark) for mark in "\n;?!")
        match = _NUMBERED.search(before, cut + 1)
        if match is None:
            continue
        names = match.group(2).split()
        cased = source.cased[lowest + match.start(2) : lowest + match.end(2)].split()
        capital = all(name[:1].isupper() for name in cased)
        weak = kind.group(1) not in _STRONG.split("|")
        typed_big = source.cased[kind.start()].isupper()
        if cased == ["The"]:
            names = []
        if any(name.strip(".") in _NOT_NAMES for name in names) or (weak and not (capital and typed_big)):
            continue
        if not capital and (len(names) > 2 or not (typed_big or mentions(source.before(kind.start(), 90), _CUES))):
            continue
        yield lowest + match.start(), kind.end()


def _continental(source: Source) -> Iterator[tuple[int, int]]:
    for pattern in (_CONTINENT_BEFORE, _CONTINENT_AFTER, _TURKISH, _BOX):
        for match in pattern.finditer(source.plain):
            if pattern is not _CONTINENT_AFTER or source.cased[match.start()].isupper():
                yield match.start(), match.end()


def _with_code(source: Source, end: int) -> int:
    """Takes a postcode and town along that follow within a few words."""
    reach = min(len(source.plain), end + 60)
    line = source.plain.find("\n\n", end, reach)
    reach = reach if line < 0 else line
    for match in _UK_CODE.finditer(source.plain, end, reach):
        if match.group(1).upper() in _AREAS:
            return match.end()
    for match in _US_CODE.finditer(source.cased, end, reach):
        if match.group(1) in _STATES:
            return match.end()
    european = _EU_CODE.search(source.cased, end, reach)
    return european.end() if european else end


def _is_uk_code(match: re.Match[str], source: Source) -> bool:
    if match.group(1).upper() not in _AREAS:
        return False
    typed = source.cased[match.start() : match.end()]
    if typed == typed.upper():
        return True
    return mentions(source.before(match.start(), 60), _CUES)
