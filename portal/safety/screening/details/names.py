"""Full names of clinicians, and a hospital together with a day."""

import re
from collections.abc import Iterator

from ..findings import Band
from .detail import Detail, DetailRule, Source, mentions

CLINICIAN = DetailRule("details.clinician-name", 1, "clinician_name", Band.AMBER, "First and last name of a clinician.")
HOSPITAL_DATE = DetailRule("details.hospital-date", 1, "hospital_date", Band.AMBER, "A named hospital with a date.")
RULES = (CLINICIAN, HOSPITAL_DATE)

_TITLE = re.compile(r"(?<![a-z])(?:(dr|prof|mr|mrs|ms)\.?|(doctor|professor|miss|nurse|matron))\s{1,2}+")
_ROLE = re.compile(
    r"(?<![a-z])(?:oncologist|surgeon|neurosurgeon|consultant|nurse|specialist nurse|cns|gp|doctor|physio|physiotherapist|radiologist"
    r"|haematologist|urologist|registrar|radiographer|pharmacist|dietitian|psychologist|anaesthetist|dentist|midwife|specialist)"
    r"(?:'s name)?,?\s{1,2}+(?:is called|was called|is named|is|was|called|named)?:?\s{0,2}+"
)
_NAME = r"[A-Z][a-z]+(?:['-][A-Z]?[a-z]+)?"
_FULL_NAME = re.compile(
    rf"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss)\.? )?({_NAME}|[A-Z]\.?)\s((?:[A-Z]\.?\s)?(?:(?:[Vv]an|[Vv]on|[Dd]e|der|den|[Aa]l|[Ee]l|[Ll]e|[Ll]a|[Bb]in|O')\s?){{0,2}}(?:Mc|Mac|O')?{_NAME})(?![a-z])"
)
_SHOUTED = re.compile(r"([A-Z]{3,})\s([A-Z]{3,})(?![a-z])")
_LOWER_NAME = re.compile(r"([a-z]{3,12})\s([a-z][a-z'-]{2,15})(?![a-z])")
_CERTAIN = frozenset("dr doctor prof professor nurse matron".split())
_CLINICAL = frozenset(
    """
    surgeon consultant oncologist registrar specialist operated operation surgery clinic hospital neurosurgeon urologist
    gynaecologist radiologist haematologist anaesthetist ward theatre referred appointment dentist doctor team under
""".split()
)
_NOT_NAMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december hospital infirmary clinic centre center ward unit royal university general street road lane
    google who house martens pepper dre strange said says told and but the was is has had will would at in on for from to
    my our his her their this that today tomorrow yesterday thank thanks when what where why how also then she he they we
    practice surgery team department oncology radiology nurse nurses doctor doctors consultant macmillan marie curie cancer
    breast care specialist specialists physio gp i if it so because after before please appointment appointments phone really
    saw just about with who which very never always not no as or an a be been being are were do does did can could should
""".split()
)
# Common first names, for those who write without capitals. Only after a title.
_FIRST_NAMES = frozenset(
    """
    james john robert michael david william richard joseph thomas charles chris christopher daniel matthew anthony mark
    paul steven stephen andrew kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric
    jonathan jon larry justin scott brandon benjamin ben samuel sam gregory frank alexander alex raymond patrick jack dennis
    jerry tyler aaron jose adam nathan henry peter simon martin alan ian graham neil stuart colin philip phil keith nigel
    mohammed muhammad ahmed ali omar hassan ibrahim raj ravi amit sanjay anil vijay sunil rahul arjun wei chen li
    mary patricia jennifer linda elizabeth barbara susan sue jessica sarah sara karen lisa nancy betty sandra margaret ashley
    kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen kate amy
    angela shirley anna ruth brenda pamela nicole katherine catherine samantha christine emma caroline rachel janet jane maria
    heather diane julie joyce victoria kelly christina joan evelyn lauren judith megan andrea cheryl hannah jacqueline martha
    gloria teresa ann sara madison frances kathryn janice jean alice abigail sophie sophia olivia grace charlotte chloe lucy
    claire clare nicola tracey tracy alison gillian fiona fatima aisha priya anita sunita meera ayse fatma zeynep elif mehmet
    mustafa hans klaus anna lena pierre marie luigi giulia carlos ana pedro ines
""".split()
)
_HOSPITAL = re.compile(
    r"(?<![A-Za-z])(?:(?:[A-Z][A-Za-z'.&-]{1,30}+|of|the|and|for|de|la) ){1,5}(?:Hospital|Infirmary|Hospice|Clinic|Medical Cent(?:re|er)|Cancer Cent(?:re|er)"
    r"|Health Cent(?:re|er)|Treatment Cent(?:re|er)|Klinik|Klinikum|Hastanesi)(?![a-z])"
    r"|(?:Royal Marsden|the Christie|The Christie|Addenbrooke's|Barts|UCLH|Velindre|Clatterbridge|Guy's|St Thomas'|MD Anderson|Mayo Clinic"
    r"|Sloan Kettering|the Beatson|Charite|Papworth|Great Ormond Street)"
)
_MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_DATE = re.compile(
    rf"(?<![\d/])(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})(?![a-z])(?: \d{{4}})?"
    rf"|(?<![a-z])(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? \d{{4}})?"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:on|the) \d{1,2}(?:st|nd|rd|th)(?![a-z]))"
)


def scan(source: Source, taken: bytearray) -> Iterator[Detail]:
    yield from _hospitals(source)
    for title in _TITLE.finditer(source.plain):
        around = source.before(title.start(), 80) + " " + source.after(title.end(), 80)
        word = title.group(1) or title.group(2)
        if word in _CERTAIN or mentions(around, _CLINICAL):
            yield from _name(source, title.start(), title.end(), lower=word in ("dr", "doctor", "prof", "professor"))
    for role in _ROLE.finditer(source.plain):
        told = role.group().rstrip().endswith(("is", "was", "called", "named", ":", ","))
        if told or mentions(source.before(role.start(), 16), frozenset("my our his her their under mums dads".split())):
            yield from _name(source, None, role.end(), lower=False)


def _name(source: Source, start: int | None, at: int, *, lower: bool) -> Iterator[Detail]:
    match = _FULL_NAME.match(source.cased, at)
    if match is None and lower:
        shouted = _SHOUTED.match(source.cased, at)
        match = shouted or _LOWER_NAME.match(source.plain, at)
        if match and match.group(1).lower() not in _FIRST_NAMES:
            return
    if match is None:
        return
    first, last = match.group(1).lower().strip("."), match.group(2).lower().split()[-1]
    if first in _NOT_NAMES or last in _NOT_NAMES or "\n" in match.group():
        return
    yield Detail(CLINICIAN, match.start() if start is None else start, match.end())


def _hospitals(source: Source) -> Iterator[Detail]:
    """A named hospital and a day within the same sentence, or nearly."""
    for hospital in _HOSPITAL.finditer(source.cased):
        low, high = max(0, hospital.start() - 60), min(len(source.plain), hospital.end() + 60)
        low = max(low, *(source.plain.rfind(stop, low, hospital.start()) + 1 for stop in (". ", "\n", "? ", "! ")))
        ends = [end for stop in (". ", "\n", "? ", "! ") if (end := source.plain.find(stop, hospital.end(), high)) >= 0]
        date = _DATE.search(source.plain, low, min([high, *ends]))
        if date:
            start = hospital.start()
            for word in ("the ", "at ", "of ", "and ", "for "):
                if source.plain.startswith(word, start):
                    start += len(word)
            yield Detail(HOSPITAL_DATE, min(start, date.start()), max(hospital.end(), date.end()))
