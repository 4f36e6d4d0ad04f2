"""Word classes that rules speak of, and the small words that rules may step over."""

from . import despair, ending, intent, medicine, people, symptoms, violence

CLASSES: dict[str, str] = {
    **people.CLASSES,
    **medicine.CLASSES,
    **intent.CLASSES,
    **violence.CLASSES,
    **despair.CLASSES,
    **ending.CLASSES,
    **symptoms.CLASSES,
}

# Between two words of a phrase these may stand without being mentioned.
FILLERS = frozenset(
    """
    a an the my his her their our your its 's just really so very actually literally honestly simply even probably
    definitely seriously fucking bloody damn damned sodding totally completely truly absolutely basically lol lmao haha
    tbh ffs omg god please also still always constantly sometimes often only quite pretty rather fully finally
    genuinely certainly clearly obviously desperately badly suddenly quietly kindly um er well yeah oh ugh hey um
    almost nearly somehow kind sort all more thing whole frankly physically mentally currently already once
    permanently #pause
""".split()
)

# Words that turn a statement round.
DENIALS = frozenset("not no never neither nor without nope none hardly".split())
