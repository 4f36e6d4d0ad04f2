"""What sounds like a medical emergency and is not."""

from ..findings import Kind
from ..rule import Idiom

RULES = (
    Idiom("idiom.red.talk", (Kind.RED_FLAG,), "Turns of speech with body words.", """
        ( lost | losing | lose ) control ( of ..2 ( situation | life | emotions | temper | everything | diary | car
            ) | over ..1 ( life | food | eating ) )
        numb with ( shock | grief | fear )
        ( feel~ | am | feeling ) ..1 numb ( inside | emotionally | about | <end> | and | since the | after the news
            )
        sitting ..6 numb bum
        black from ( iron | the iron )
        numb bum from ( sitting | waiting )
        ( bum | bottom | backside ) ..3 numb ..4 ( sitting | chair | chairs | waiting | hours )
        breath of fresh air
        take~ my breath away
        ( holding | hold | held ) ..1 breath
        out of breath ( laughing | from laughing | dancing | after ..2 ( stairs | run | gym | class | hill | walk |
            swim ) | climbing | running )
        ( cannot | could not ) breathe ( for laughing | through my nose | under the mask | in this heat | with this
            mask | for the smell )
        weak at the knees
        weak ( tea | coffee | moment | spot )
        jelly ( and | babies | beans | for | pots | cubes | with )
        stumbled ( across | upon | on | over )
        ( pins and needles ) ..3 ( fingers | hands | fingertips )
        ( news | results | wait | it | diagnosis | grief | shock ) ..2 ( hit | punch ) ..4 chest
        ( chest infection | chest xray | chest x-ray | chest wall | chest drain | chest hair )
        cabin fever|(hay fever)|(scarlet fever)|(glandular fever)|(fever tree)|(baby fever)
        ( bleeding | bloody ) ( heart | obvious | hell | love | annoying | edge )
        bleeding ( gums | nipple | obvious )
        blood ( boil | boiling | test | tests | pressure | results | sugar | count | counts | donor | transfusion |
            thinners | group | type )
        ( giving | gave | donate | donating ) blood
        different stroke|strokes
        stroke ( of luck | of genius | the cat | the dog | my | ward | unit )
        ( cat | dog ) ..3 ( bed | wet | peed | pee | wee )
        ( puppy | kitten | baby | toddler | grandson | granddaughter ) ..6 ( wet | peed | weed | pooed | soiled |
            wees | pees )
        ( wet <refl> | peed <refl> | wee myself | pee myself | wet my knickers | peed my pants ) ..1 ( laughing |
            with laughter )
        laughed so ..6 ( peed | weed | wet )
        nearly ( wet | peed | weed )
        ( pee | wee ) ..1 ( sample | pot | stick | in a pot | in the pot | test )
        difficulty walking the dog
        pain in the ( neck | bum | backside | arse | ass | bottom )
        iron tablets ..8 ( black )
        ( black ) ..8 ( iron tablets | iron | ferrous )
        drag ( my feet | myself | it )
        dragging my feet ( about | on | over )
        ( legs | leg ) ( up | room | press | day | bag | of lamb )
        ( face ) ..1 ( dropped when | fell when | the music )
        my jaw dropped
        tongue ( in cheek | tied | twister )
        muddled ( up ..1 ( dates | appointments | tablets | names ) | the )
        confused ( about | by | over | as to | with all | why | whether | which | how )
        confusion ( about | over | between | around | with )
        thirsty for ( knowledge | news )
    """),
    Idiom("idiom.red.cause", (Kind.RED_FLAG,), "A cause that the writer knows and that is no emergency.", """
        ( stress | post surgery | post op | surgical ) incontinence
        incontinence ( pads | pants | nurse | clinic | products | service | physio )
        ( leak~ | leaking | incontinent | incontinence | dribble | dribbling ) ..8 ( prostatectomy | prostate op |
            pelvic floor | when i ( laugh | cough | sneeze | run | jump ) | hysterectomy | birth | catheter |
            trampoline | menopause | radical )
        ( prostatectomy | pelvic floor | catheter out | catheter removed | hysterectomy ) ..12 ( leak~ | leaking |
            incontinent | incontinence | dribble | dribbling | pads | pee | wee )
        ( legs | knees | leg ) ..4 ( weak | jelly | heavy | tired | wobbly ) ..5 ( chemo | steroids | steroid | dex
            | bed rest | lying in bed | gym | walk | walking | physio | exercise | stairs | anxiety | nerves |
            hospital stay | not eating | flu | workout | squats | run | yoga | pilates )
        ( steroids | steroid | bed rest | physio | gym | after my walk | after a walk ) ..8 ( legs | knees ) ..3 (
            weak | jelly | heavy | tired | wobbly | useless )
        ( numb | numbness | tingling | tingly | pins and needles ) ..4 ( fingers | hands | fingertips | toes | feet
            ) ..8 ( neuropathy | taxol | paclitaxel | oxaliplatin | docetaxel | chemo | vincristine | platinum )
        ( unsteady | wobbly | staggering | balance ) ..8 ( heels | crutches | ice | boat | wine | drunk | tipsy |
            frame | new stick | vertigo | ear infection | labyrinthitis )
        ( struggling | difficulty | hard | trouble | struggle | not ) ..3 ( walk | walking | stand ) ..8 ( hip
            replacement | knee replacement | hip op | knee op | after surgery | after my op | after the op | broken
            ankle | sprained | gout | plaster | cast | bunion | blister | blisters | shoes | plantar | far )
        not walk ( far | the dog | to work | as far | long | miles )
        ( not ) ..1 lift ..2 ( arm | arms ) ..8 ( mastectomy | surgery | op | lymph | frozen shoulder | cording |
            node | nodes | clearance )
        ( mastectomy | node clearance | frozen shoulder | cording ) ..10 ( lift | raise ) ..2 ( arm | arms )
        ( slurred | slurring | slurry ) ..5 ( wine | gin | drink | drunk | dentist | anaesthetic )
        ( swollen | puffy | swelling ) ..2 ( face | cheeks ) ..5 ( steroids | dex | steroid | moon )
        ( steroids | dex | moon ) ..5 ( swollen | puffy | swelling | face )
        moon face
        ( swollen | sore ) ..2 ( lips | tongue ) ..5 ( ulcers | mucositis | thrush | mouthwash )
        nose bleeds|nosebleeds|nosebleed ( on avastin | now and | every morning | a bit | most days | stopped )
        ( little | bit of | tiny | spot of | drop of | streak of | speck of | slight ) ..1 ( blood | bleed |
            bleeding )
        period|periods ..4 ( bleeding | heavy | clots )
        ( chest ) ..3 ( sore | tight | pain | hurts | tightness ) ..6 ( mastectomy | radiotherapy | expander |
            expanders | scar | port | reconstruction | implant | implants | seroma | reflux | heartburn | gym |
            press | coughing so much )
        ( expander | expanders | scar | port | implants | implant | seroma ) ..6 chest
        panic attack|attacks
        ( shivering | shivery | chills ) ..4 ( cold | freezing | outside | snow | heating | air con | bath | swim |
            weather | winter )
        hot flush|flushes|flash|flashes|sweats
        ( weak | weakness | numb ) ..3 ( bladder ) since childhood
        ( not | cannot | unable to ) ..1 ( wee | pee ) ..3 ( in public | with someone | in front | standing up |
            lying down | on a bedpan | in a bedpan | in a bottle )
        bedpan
        thirsty ..6 ( salty | hot day | heat | gym | weather | curry | crisps | steroids )
        drowsy ..5 ( oramorph | morphine | amitriptyline | gabapentin | pregabalin | antihistamine | piriton |
            tablets | antisickness )
        ( morphine | oramorph | amitriptyline | gabapentin | pregabalin | oxycodone | cyclizine ) ..6 ( drowsy |
            sleepy | muddled | drowsiness )
        ( stroke | heart attack ) ..3 ( in #year | years ago | survivor | at #many )
    """),
)  # fmt: skip
