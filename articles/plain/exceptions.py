"""English words whose syllables the rules get wrong, by number of syllables."""

ONE = """
aisle ache aches ached are aren't axe bye clothes dead dye eye eyes eyed fire fires fired friend friends hour
hours our ours here their there where were weren't whose you're we're they're tire tired wire hire choir flour
sour world real deal heal meal seal veal steal zeal hearth heart yeah scheme theme plague vague league tongue
vogue fatigued bruise bruised quite guide guides guest guess guard build built buy buys once piece niece these
those don't won't can't mr mrs ms queue queues through though thought bread head health wealth death breath
breathe dealt pier tier priest priests dream cream scream stream break steak great years year vein veins weight
eight sphere prayer prayers toe toes shoe shoes vs mrs st dearth realm tea teas sea seas pea peas flea fleas
plea pleas juice fruit suit suits
"""
TWO = """
being seeing doing going quiet diet diets science client clients poem poet lion lions giant trial trials dial
fuel cruel duel fluent fluid fluids ruin dual create react reacts creates theist neon prior riot
business people surgeon surgeons pigeon ocean oceans diamond every evening several interest interests chocolate
marriage carriage really ideal protein proteins caffeine lawyer lawyers hygiene persuade issue issues tissue
tissues something someone sometimes somehow rhythm rhythms hundred sacred naked wicked biceps forehead makeup
therefore heartbeat hasn't haven't isn't wasn't doesn't didn't couldn't wouldn't shouldn't hadn't mustn't
needn't oughtn't would've should've could've that'll it'll there'll comma dr doctor maybe away aware rescue
value values valued argue argued virtue statue sanction muscle muscles wednesday wednesdays soldier soldiers
cashier premier naive chaos vacuum pressure measure treasure christian brilliant union onion billion million
trillion colleague colleagues technique techniques routine routines fatigue antique boutique critique catalogue
prologue analogue unique oblique physique thyroid steroid steroids species series apple able viewer virus dual
ion ions layer layers player mayor royal loyal beyond lower power tower flower shower coward bowel bowels vowel
towel jewel trowel sewer newer fewer buyer higher flyer dryer liar friar briar mouthwash eyeing safety ninety
nineteen lonely homeless careful useless hopeful lately mainly forty fifty sixty eighty thirty twenty moisture
queasy dietless hereby thereby today eyebrow eyesight eyelid eyelash eyelids likely safeguard baseline lifelong
lifetime homework household wholesome firearm forecast facebook iphone google hearing reuse react preop rearm
ageing aging dyeing hoeing shoeing canoes canoe duet suet triumph triad bias phial vial eon druid stoic asthma
isthmus ankle patient patients ancient conscience social special partial racial facial crucial martial pasteur
bureau plateau chateau ageless toward towards blackened opened happened evened using useful noisy sponsor
freezing leisure seizure receive pizza latte cafe psyche breathing breathless grieving leaving living ceiling
nothing prostate chemo nosebleed sunscreen toothpaste widespread nightmare hairbrush childcare daycare
healthcare welfare
"""
THREE = """
area areas idea ideas nausea theater theatre theatres museum museums suicide genuine influence influenced
influences cereal cereals serial serious period periods radio radios catholic reaction reactions creative
creation creator realize realise realized realised medicine medicines different difference favourite favorite
general vegetable vegetables everything everyone everywhere everyday another forever however whatever whenever
wherever whoever animal hospital imagine imagined somebody anyone anything anyway anywhere element elements
tenement familiar opinion opinions companion companions recipe recipes vehicle vehicles dialogue camera catheter
catheters employee employees appetite mosaic aorta oasis denial reliance appliance compliance defiance alliance
embryo embryos hyena appendix abdomen prophesy separate separated chocolatey resume gratitude finale karate
fiancee anyhow aeroplane leukocyte sesame coyote adobe hideous piteous reinforce reenter reimburse reinfect
pancreas nucleus nuclei ileum malleus cochlea trachea cornea uvula uterus barium helium radium sodium tedium
medium hereafter thereafter moreover diagnose diagnosed lymphoma salivate physio hernia phobia mania fibrosis
sclerosis prognosis thrombosis psychosis neurosis diarrhoeal theory theories ambulance doctorate coworker
reconnect clinician clinicians physician physicians musician magician ideally deity obeying annoying scientist
scientists quietly nobody amazing balancing caregiver caregivers caretaker housekeeper carefully hopefully
hopelessness safeguarding
"""
FOUR = """
diarrhea diarrhoea bacteria anxiety society variety sobriety propriety material experience experiences
experienced especially comfortable scientific pneumonia myopia radiation myeloma temperature temperatures
necessary ordinary january february everybody leukaemia leukemia anaemia anemia ischemia epitome technician
technicians dietitian dietitians dietician dieticians politician politicians vehicular cooperate coordinate
coordinated biology zoology geology neonatal theology apostrophe catastrophe facsimile hyperbole nevertheless
intuition european reality reliable hierarchy reactivate situation situations evaluate graduation sexually
usually actually gradually mutually cholesterol associate appreciate associated appreciated associates initiate
initiated negotiate analogy
"""
FIVE = """
chemotherapy radiographer radiographers hysterectomy hereditary association associations appreciation initiation
vegetarian creativity antiemetic abbreviation pronunciation simultaneous radiology hypoglycemic coordination
coefficient cooperation negotiation scientifically
"""
SIX = """
radiotherapy immunotherapy physiotherapy physiotherapist hypoglycemia hyperglycemia deterioration
physiotherapists rehabilitation hypercalcaemia hypercalcemia simultaneously
"""

KNOWN: dict[str, int] = {}
for _count, _words in enumerate((ONE, TWO, THREE, FOUR, FIVE, SIX), start=1):
    for _word in _words.split():
        KNOWN[_word] = _count
KNOWN |= {
    "the": 1,
    "radiotherapist": 6,
    "diabetes": 4,
    "diabetic": 4,
    "radiotherapists": 6,
    "hereditary": 5,
    "catastrophe": 4,
    "individual": 5,
}
KNOWN |= {
    "medieval": 4,
    "idea's": 3,
    "nosebleeds": 2,
    "appliances": 4,
    "reliability": 6,
    "immediate": 4,
    "immediately": 5,
}
