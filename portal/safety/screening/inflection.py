"""Forms of English verbs and nouns, written `kill~` in a rule."""

_IRREGULAR = {
    "be": "am is are was were been being",
    "beat": "beats beating beaten",
    "begin": "begins beginning began begun",
    "bleed": "bleeds bleeding bled",
    "break": "breaks breaking broke broken",
    "bring": "brings bringing brought",
    "burn": "burns burning burned burnt",
    "buy": "buys buying bought",
    "choose": "chooses choosing chose chosen",
    "come": "comes coming came",
    "cut": "cuts cutting",
    "die": "dies dying died dieing",
    "do": "does doing did done",
    "drink": "drinks drinking drank drunk",
    "drive": "drives driving drove driven",
    "eat": "eats eating ate eaten",
    "fall": "falls falling fell fallen",
    "feel": "feels feeling felt",
    "find": "finds finding found",
    "forget": "forgets forgetting forgot forgotten",
    "get": "gets getting got gotten",
    "give": "gives giving gave given",
    "go": "goes going went gone",
    "hang": "hangs hanging hanged hung",
    "have": "has having had",
    "hear": "hears hearing heard",
    "hide": "hides hiding hid hidden",
    "hit": "hits hitting",
    "hold": "holds holding held",
    "hurt": "hurts hurting hurted",
    "keep": "keeps keeping kept",
    "know": "knows knowing knew known",
    "leave": "leaves leaving left",
    "let": "lets letting",
    "lose": "loses losing lost loosing",
    "make": "makes making made",
    "pay": "pays paying paid",
    "put": "puts putting",
    "quit": "quits quitting",
    "run": "runs running ran",
    "say": "says saying said",
    "see": "sees seeing saw seen",
    "sell": "sells selling sold",
    "set": "sets setting",
    "shake": "shakes shaking shook",
    "shoot": "shoots shooting shot",
    "shut": "shuts shutting",
    "sleep": "sleeps sleeping slept",
    "slit": "slits slitting slitted",
    "speak": "speaks speaking spoke spoken",
    "stand": "stands standing stood",
    "steal": "steals stealing stole stolen",
    "take": "takes taking took taken",
    "tell": "tells telling told",
    "think": "thinks thinking thought",
    "throw": "throws throwing threw thrown",
    "try": "tries trying tried",
    "wake": "wakes waking woke woken",
    "wet": "wets wetting wetted",
    "write": "writes writing wrote written",
}


def inflections(base: str) -> set[str]:
    """Every form we accept; a form too many does no harm, for the text decides what it contains."""
    if base in _IRREGULAR:
        return {base, *_IRREGULAR[base].split()}
    forms = {base, base + "s", base + "ing", base + "ed"}
    if base.endswith("e"):
        forms |= {base[:-1] + "ing", base + "d"}
    elif base.endswith("y") and base[-2] not in "aeiou":
        forms |= {base[:-1] + "ies", base[:-1] + "ied"}
    elif base.endswith(("s", "sh", "ch", "x", "z")):
        forms.add(base + "es")
    elif base[-1] in "bdglmnprt" and base[-2] in "aeiou":
        forms |= {base + base[-1] + "ing", base + base[-1] + "ed"}
    return forms
