"""Who is meant: oneself, someone else, the reader."""

from ._tight import tight

KIN = tight("""
    husband|wife|hubby|hubs|partner|spouse|mum|mother|dad|father|son|daughter|brother|sister|bro|sis|friend|mate|bestie
    |boyfriend|girlfriend|bf|gf|fiance|fiancee|uncle|aunt|auntie|aunty|nan|nana|gran|granny|grandma|grandad|grandpa
    |grandmother|grandfather|cousin|neighbour|colleague|niece|nephew|stepdad|stepmum|stepson|stepdaughter|stepfather
    |stepmother|twin|sibling|flatmate|housemate|roommate|ex|mil|fil|carer|caregiver|landlord|lodger|boss|dh|oh|dw|pal
    |inlaw|dil|missus|bloke|guy|man|woman|lady|girl|boy|lad|lass|teen|teenager|child|kid|patient|person
    |member|stranger|granddaughter|grandson|relative|parent|nephew|toddler|baby|assistant|worker|aide|porter|helper|manager|matron
""")
KIN_PLURAL = "kids|children|parents|friends|boys|girls|sons|daughters|grandkids|grandchildren|relatives|siblings|people"
STAFF = tight("""
    doctor|doctors|nurse|nurses|oncologist|consultant|surgeon|gp|physio|pharmacist|therapist|counsellor|psychologist
    |psychiatrist|paramedic|dentist|receptionist|registrar|midwife|radiographer|specialist|team|medic|medics|hcp
""")

CLASSES = {
    "kin": KIN,
    "kins": f"{KIN}|{KIN_PLURAL}",
    "staff": STAFF,
    "refl": "myself|himself|herself|themselves|itself|ourselves|yourself|yourselves|oneself",
    "otherself": "himself|herself|themselves",
    "poss": "my|his|her|their|our|your",
    "i": "i|we|me",
    "me": "i|me|he|she|him|her|they|them|we|us",
    "they": f"he|she|they|someone|somebody|who|{KIN}|{KIN_PLURAL}",
    "abuser": "he|she|they|someone|somebody|everyone|who|staff|nurse|nurses|carers|carer|porter|"
    + "|".join(
        noun
        for noun in KIN.split("|")
        if noun
        not in "toddler baby child kid boy girl grandson granddaughter patient person member ward teen lad lass".split()
    ),
    "them": f"him|her|them|someone|somebody|everyone|everybody|people|anyone|{KIN}|{KIN_PLURAL}|{STAFF}",
    "folk": f"everyone|everybody|they|them|all|family|world|people|others|loved|nobody|he|she|you|{KIN}|{KIN_PLURAL}"
    "|folks|earth|planet|society|nhs|household|lot",
    "nobody": "nobody|(no one)|(not ..1! a soul)|(not ..3! anyone|anybody)|(who would)|(would anyone|anybody)",
}

# Readers of these words: whom is the sentence about?
SELF_WORDS = frozenset("i me my mine myself we our ourselves us".split())
READER_WORDS = frozenset("you your yours yourself yourselves".split())
OTHER_REFLEXIVES = frozenset("himself herself themselves".split())
OTHER_PRONOUNS = frozenset("he she they him her his hers their them theirs someone somebody who".split())
NOUNS = frozenset(KIN.split("|"))
OTHER_NOUNS = NOUNS | frozenset(KIN_PLURAL.split("|")) | frozenset(STAFF.split("|"))
ANYONE = frozenset("anyone anybody".split())
