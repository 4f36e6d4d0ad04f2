"""What sounds like danger and is not: things that die, edges of baths, ropes that help, trifles that enrage."""

from ..findings import Kind
from ..rule import Idiom

_CRISIS = (Kind.CRISIS, Kind.METHOD)

RULES = (
    Idiom("idiom.trifle-again", (Kind.CRISIS,), "A threat over a trifle: turmeric offered again, a cat on the drain.", """
        if ..3! ( offers | offer | says | say | mentions | mention | tells | tell | asks | ask | suggests | suggest | sits | sit | snores | wakes | wake | sends | send | forgets
            | forget | leaves | leave | plays | play | uses | use | eats | eat | sings | recommends | brings | bring | talks | talk | moans | whistles | barks | miaows | rings | ring
            | phones | phone | posts | post | changes | cancels | cancel | moves | gives | give | puts | put | hides | loses | quotes | calls | jabs ) ..7 i ..1 ( will | shall | am going to
            | might | may | swear i will ) ..1 ( kill | murder | strangle | throttle | swing for | shoot | stab ) ..1 <them>
        ( kill | murder | strangle | throttle | shoot ) ..1 <them> for ( eating | taking | using | moving | parking | buying | forgetting | hiding | telling | waking | snoring | losing | asking )
    """, subkinds=("harm_to_others", "abuse")),
    Idiom("idiom.edge-of-furniture", _CRISIS, "The edge of the bath, the roof of the car.", """
        ( ledge | edge | roof | railing | railings | side | rim | lip | window ) of ..2 ( bath | pool | bed | tub | shower | sofa | chair | seat | table | sink | bench | trolley | couch | jacuzzi | desk
            | toilet | mattress | caravan | bungalow | conservatory | shed | greenhouse | mouth )
        ( bath | bed | pool | window | shower ) ( ledge | edge | rail )
        ( roof | floor | level ) ..4 car park ..6 ( find | lift | space | spaces | free | ticket | pay | lost )
        bridge ..1 ( exercise | exercises | pose | club | players | partner | tournament | work )
    """),
    Idiom("idiom.rope-that-helps", _CRISIS, "A rope, a belt, a knife with a use of its own.", """
        ( rope | belt | cord | strap | ropes | flex ) ..8 ( pull ..1 up | pull <refl> up | sit up | haul | stretch | under my foot | exercise | physio | washing | trousers | jeans | waist | hoist | lift my leg
            | tow | tent | bell | skipping | parcel | swing )
        ( skipping | tow | bell | washing | climbing | tug of war ) rope
        ( gun | rifle | shotgun ) ..1 ( dog | dogs | metal )
        ( glue | massage | nail | heat | spray | water | thermometer | temperature | toy | percussion ) gun
        ( new | bought | got | special | easy | electric ) ..2 ( knife | knives | razor ) ..3 ( kitchen | bread | butter | chop | cook | cooking | peel | carrots | vegetables | cheese | electric | shaving | shave | shaver | fish | cutlery | fork | plastic )
        ( bread | butter | palette | gamma ) knife
    """),
    Idiom("idiom.thing-died", _CRISIS, "A plant, a telephone, a machine is dead.", """
        ( plant | plants | fern | rose | roses | tomatoes | tree | lawn | orchid | phone | laptop | computer | kettle | telly | tv | printer | boiler | car | battery | radio | washing machine | dishwasher | fridge | oven | watch | wifi | wig
            | hair | wheelchair | pump ) [is|was|are|has|had|went|looks|wants|keeps] [ to | better off | going to | about to ] ( dead | die | dies | died | dying )
        ( better off dead | want to die | wants to die | wanted to die | ready to die | better dead ) ..5 ( fern | plant | plants | rose | orchid | tree | kettle | telly | boiler | phone | laptop | printer | car | compost | wig | lawn )
        ( note | letter | letters ) ( for | to ) ..1 ( carer | carers | nurse | gp | doctor | consultant | school | teacher | pharmacist | insurance | council | mp | dwp | team | surgeon | ward | neighbour | neighbours )
        ( feared | fear | scared | afraid | worried | they said | they thought | they told me ) ..4 be dead ( by | before | in | now )
        ( seat belt | seatbelt ) ..6 ( rubs | port | scar | stoma | picc | hurts | cushion | sore | pad )
        ( over | off ) ..1 ( edge | side | railing | railings ) ..3 at ..1 ( seals | fish | boats | ducks | view | swans | seagulls | dolphins | otters )
        ( miss me | notice ) ..2 ( at work | office | meeting | wig | hair | hat | limp )
        ( done | finished | through ) with ( living | life ) ( on | in | with | out | under | as )
        left for me ..2 ( buffet | fridge | shop | canteen | box | tin | menu | lunch | dinner | plate )
        if ..1 ( dishwasher | kettle | boiler | car | washing machine | phone | telly | laptop ) ..2 ( die | dies | is dead )
        life without ..1 ( salt | sugar | chocolate | cheese | wine | tea | coffee | cake | bread | butter | garlic | music | telly | bacon | toast | chips | gravy | curry | beer | books | biscuits ) ..4!
    """),
    Idiom("idiom.cut-on-glass", (Kind.CRISIS,), "Cut on glass, burnt on the oven, some slack, a slice.", """
        ( cut | burned | burnt | hurt | scratched | injured | scalded ) <refl> ( on | opening ) ..2 ( glass | tin | can | lid | paper | nail | nails | wire | oven | hob | grill | kettle | brambles | thorns | shell
            | slicer | mandoline | fence | door | stove | radiator | soup | tea | toaster | pan | barbecue | step | corner | table )
        ( hurt | injured ) <refl> ( at | on | in ) ..1 ( football | gym | rugby | work | playground | bike | trampoline | netball | garden )
        ( slipped | slip ) ..6 cut ..1 ( my | his | her | <refl> )
        ( cut | cutting | cuts ) <refl> ( some slack | slack | slice | slices | loose | off | short | break | piece | cake | down | bread | lunch | fringe | free )
        ( cut | hurt ) <refl> ( slicing | chopping | cooking | opening | gardening | shaving | peeling | falling | playing | lifting | training | running | moving )
        ( cut | burned | burnt | hurt | scalded ) <refl> ..6 ( plaster | accident | accidentally | clumsy | silly | by mistake )
        ( accidentally | by accident | clumsily ) ( cut | burned | burnt | hurt | stabbed | scalded ) <refl>
    """, subkinds=("self_harm",)),
    Idiom("idiom.kept-down", _CRISIS, "Nothing stays down, since last night.", """
        since last ( night | week | weekend )
        ( keep | kept | keeping ) ..2 ( anything | nothing | food | water | fluids | liquids | it | tablets | meds | much | drink ) down
        ( keep | keeping ) ..2 down since
    """),
    Idiom("idiom.told-to-stop", _CRISIS, "Medicine left off because somebody qualified said so, or before an operation.", """
        ( stopped | stop | stopping | skipped | skip | quit | missed | come off | not taking | not take ) ..5 ( because ..1 ( doctor | nurse | consultant | oncologist | surgeon | gp | pharmacist | team
            | hospital | they | ward ) ..2 ( said | told | wanted | asked | advised | thought ) | as ( told | advised | instructed | agreed ) | as ..1 ( nurse | doctor | team | consultant | they ) ( said | told | advised | asked ) | ( doctor 's | doctors | medical ) ( advice | orders ) | before ..3
            ( operation | surgery | scan | op | test | procedure | infusion ) | with ..2 ( doctor | team | nurse | consultant | gp | oncologist ) ) ..8
    """, subkinds=("intent", "implicit")),
    Idiom("idiom.told-of", _CRISIS, "A novel, a film, an inquest, a question that is asked of everybody.", """
        ( film | book | novel | song | opera | documentary | programme | series | drama | episode | play | poem | soap | thriller | musical ) ..2 ( who | where | which | about | that | when ) ..5 ( drowns | drowned | hangs | hanged | shoots
            | gasses | poisons | kills | killed | jumps | stabs | throws ) [himself|herself|themselves]
        ( normal | common | usual | natural | healthy | okay ) ..2 to think ..1 about ( dying | death )
        think~|thinking about ( dying | death ) ..2 ( after | since ) ..3 ( diagnosis | diagnosed | news | scan )
        ( leaflet | poster | training | course | webinar | podcast | talk | lecture ) ( on | about | for | against ) ..2 ( suicidal | suicide | selfharm )
        ( suicide | selfharm ) ( awareness | policy | leaflet | training | day | charity )
    """),
)  # fmt: skip
