"""Common misspellings, and the words for which a slip is forgiven. Data for the tokeniser."""

from .spelling import CONTRACTIONS, TEXTING, table

SLIPS = table("""
any-more anymor anymroe nemore anymo nomore: anymore
myslef mysef myselfe meself mysel mself mysellf mysekf: myself
themself theirselves themselfs: themselves
hisself himselve: himself
yourselve yourslef urself yaself ya'self: yourself
sucide suicde suiside suiside suacide suecide suiceide sucicide sucidie: suicide
sucidial sucideal suisidal suicial suicidial sucidle sucidul suicdial suecidal suacidal sooicidal sucidal suicdal suisidal suiciadal suicidle suicidial suacidal: suicidal
overdoes overdos overdoze ovrdose overdosis: overdose
odd'd od'd oded: overdosed
od: overdose
od'ing oding: overdosing
dieing dyin dieng: dying
ded deadd: dead
wnat watn wan wan't wnt wantt wanr: want
jsut jus jst jut: just
wiht wth: with
teh: the
tp tto: to
adn nd: and
liek lyk: like
fo: of
thsi: this
taht: that
hte: the
kil kll: kill
killin kiling: killing
wrists' rists wirsts wriss: wrists
goodby gudbye goodbyes' bye-bye: goodbye
beleive: believe
realy rly rlly: really
worhtless worthles: worthless
poitnless pointles: pointless
burdon burdan burdern: burden
tabs tablits tablest: tablets
medz: meds
moprhine morfine morphin: morphine
paracetemol paracetomol parecetamol paracetmol: paracetamol
numness nummness: numbness
num: numb
breathles: breathless
temperture temprature tempreture: temperature
shivvering shivery shivvery: shivering
bleading bledding: bleeding
blader bladdar: bladder
wee'd: weed
pee'd peed: peed
diarrhea diarrhoea diarreah diahorrea: diarrhoea
hospitle hosptial: hospital
mom mommy mam mummy ma mama: mum
daddy: dad
kiddos: kids
favor: favour
neighbor: neighbour
""")

# Words for which one wrong, missing, doubled or swapped letter is forgiven.
FORGIVEN = frozenset(
    """
    suicide suicidal overdose overdosed overdosing myself himself herself themselves yourself anymore tonight
    hopeless worthless pointless goodbye burden everyone everybody without tomorrow forever living existing
    bladder numbness breathless temperature chemotherapy unsteady incontinent swallowed tablets morphine
    paracetamol stockpiled stockpiling strangle strangled ambulance breathing swollen slurred confused drooping
    threatened threatens abusing abusive abused violent stabbing killing jumping hanging cutting slitting
    harming hurting neutropenic bleeding vomiting family reason nobody
""".split()
)

# Real words one letter away from a forgiven one.
NOT_SLIPS = frozenset(
    """
    drooling handing hamming handling landing branding sanding banding droopings overdone overdosage reasons reasoned season seasons treason leaving loving giving filling billing tilling
    milling willing bumping pumping dumping lumping humping banging ganging hanging putting cuttings gutting
    sitting spitting splitting fitting hitting burdens adders ladder badder madder numbers tables table stables
    cables fables dropping dripping prating breeding leading hunting hurling halting hating arming farming
    charming warming confuse confide confines existent exiting exciting lining giving diving driving loving
    moving liking hiving violet violets viola family's homely cuttings comply amply blurred abased amused
    abusers abuses used slurped stubbing stabling scabbing killings skilling spilling shilling breathings
    breathalyse treating breaching threaten threatening strange stranger strangler straggle strangles
    untidy steady unsteadily nightly tonights wallowed followed swallows hallowed blading bleating pleading
    swore woolen swollens leasing booming jumpings familiar thingking lilting kilting kindling
""".split()
)

EXPANSIONS: dict[str, tuple[str, ...]] = {**SLIPS, **TEXTING, **CONTRACTIONS}
