"""What sounds like danger and is not, by form of speech: exaggeration, care given by hand, an absence with a return."""

from ..findings import Kind
from ..rule import Idiom

_CRISIS = (Kind.CRISIS, Kind.METHOD)

RULES = (
    Idiom("idiom.exaggeration", (Kind.CRISIS,), "Threats that nobody means: a condition that is a trifle, a drug to blame.", """
        ( kill | murder | strangle | throttle | swing for | shoot | stab ) ..2 <them> if ( he | she | they | it | one
            more ) ..3! ( asks | ask | says | say | leaves | leave | does | mentions | sends | again |
            once more | one more | any more | snores | forgets | moves | eats | plays | does not | do not |
            touches | gets | puts | calls )
        ( steroids | steroid | dex | hormones | menopause | flushes | hangry | hungry | starving | decorating | parking
            | traffic | wifi ) ..8 ( kill | murder | strangle | throttle | stab | shoot | punch | bite )
        ( kill | murder | strangle | punch | stab ) ..1 ( everyone | everybody | people | someone | anyone ) ( by | before
            | at | most | when i am ( hungry | tired ) | over | for )
        one more ( person | time | question | phone | call | letter | form ) ..8 ( kill | murder | scream | strangle |
            shoot )
        ( says | said | threatened | threatens | will | would ) ..3 kill me ( if | for | when ) i ( buy | bring | get | eat | spend
            | leave the | forget | do not | am late | order | lose | touch | miss | put )
    """, subkinds=("harm_to_others", "abuse")),
    Idiom("idiom.hands-on-care", (Kind.CRISIS,), "Care that hurts: needles, dressings, lifting.", """
        ( bruise~ | bruised | hurt | hurts | hurting | stab~ | stabbed | grab~ | grabbed | push~ | pushed | pull~ |
            pulled | hit | twist~ | held | pin~ | pinned | jab~ | burned | choked ) ..8 ( cannula | cannulas | needle |
            needles | bloods | blood test | injection | drip | dressing | biopsy | mammogram | physio | catheter |
            tourniquet | cuff | hoist | vein | picc | port | drain | scan | xray | smear | swab | endoscopy | mask |
            tube )
        ( cannula | needle | bloods | injection | drip | dressing | biopsy | mammogram | physio | catheter | smear ) ..8 (
            bruise~ | bruised | hurt | hurts | stabbed | grabbed | pulled | pinned | hit ) ( me | my | him | her )
    """, subkinds=("abuse",)),
    Idiom("idiom.away-and-back", _CRISIS, "An absence with a return, a last time of something.", """
        ( be gone | away | off | not be here | not be around | goodbye ) ..5 back ( on | in | by | for | next | home | soon
            | after | to )
        last ( day | night | week | session | time | post | message | one | shift | dose | appointment ) ..1 ( on | at | in | of | until |
            before | for | with ) ..2 ( ward | work | chemo | chemotherapy | radiotherapy | treatment | hospital | unit | surgery | clinic | office | school | job
            | holiday | 4b | week | my op | operation | while | steroids | tablets )
        last ( post | message ) ..2 ( until | before | for now | for a | from me until | this week | today )
    """),
    Idiom("idiom.not-to-rise", _CRISIS, "Does not want to get up or to be somewhere, of a morning or a place.", """
        want to get ( up | out of bed ) ( this | today | early | at | so | #pause | and | but | because | on | for | off )
        want to be here ( on | in | at | with | when | for | all | again )
        better dead than ( red | wed )
        stop your ( breathing | heart )
        live like ( an invalid | a patient | an old | a hermit | a nun | a monk | a student )
        <others-gain> ..2 when i am gone #pause ( he | she | they | i ) ..1 ( cannot | not | have | could )
        ( not know | worry | worried | worrying | wonder | scared | afraid | hope | sure ) ..2 how|(that)|if ..4 ( cope | manage | live | get on ) ..2 ( when i am gone | without me )
        ( sleep | asleep ) ..1 when i am #many
    """),
    Idiom("idiom.thing-as-killer", _CRISIS, "The illness, the heat or the sat nav is out to kill; the speaker is not.", """
        ( cancer | it | this | that | drug | drugs | chemo | nav | car | stairs | heat | cat | dog | puppy | treatment | tablets |
            disease | tumour | steroids | body | nhs | machine | food | weather | boiler | consent | exercises | physio |
            sofa | mattress | bra | wig ) ..3 ( trying | tried | try~ | going | will | nearly | could | might ) ..1 [to] ( kill | finish | kills | killed ) ( me | us | him | her )
        will kill us all
        ( overdose~ | overdosed ) ( him | her | mum | dad | them | the dog | the cat )
        one too many
        ( too many | handful of | bottle of | packet of | all ) ..1 ( imodium | loperamide | senna | laxatives | vitamins | antacids | rennies | strepsils | gaviscon | ginger | buscopan | laxido | movicol )
        ( strip | packet | box | bottle | handful | lot ) of ..1 ( imodium | loperamide | senna | laxatives | vitamins | antacids | rennies | strepsils | gaviscon | ginger | mints )
    """),
    Idiom("idiom.simile", (Kind.CRISIS,), "As if it had been a blow; a game that was lost.", """
        ( like | as if | as though ) ..4 ( beaten | hit | punched | kicked | run over | attacked | battered | mugged | slapped | stabbed ) [up]
        ( beaten | beat | beats | thrashed | hammered ) ..7 ( at|in|to ..1 ( uno | scrabble | chess | cards | monopoly | tennis | golf | darts | wordle | pool | quiz |
            race | bingo | dominoes | cribbage | bridge | snap | fifa | mario ) )
        ( strangle~ | smother~ | suffocate~ | kill~ | pin~ | pinned ) ..3 with ..2 ( hugs | love | kindness | kisses | cuddles | blanket | attention )
        ( locked | kept ) ..4 isolation
        hit by ..1 ( truck | bus | train | lorry | tractor | steamroller | wall | ton of bricks )
        ( attacked | abused ) ..3 ( arm | system | benefits | phlebotomist )
        ( verbally | online | on facebook ) ..2 abused
        abused ..1 ( verbally | online | on facebook | in the car park )
    """, subkinds=("abuse", "harm_to_others")),
    Idiom("idiom.not-safe-medically", (Kind.CRISIS,), "Not safe alone for a medical reason.", """
        safe ..6 ( temperature | anaesthetic | operation | surgery | op | fall | falling | fits | seizures | dizzy | rails | sedation |
            hypos | drive | driving | stairs | bath | shower | walk | steroids | infection | germs | lift )
        ( alone | on my own | left ) ..6 ( temperature | anaesthetic | operation | surgery | op | fall | fits | seizures | sedation )
    """, subkinds=("implicit",)),
    Idiom("idiom.things-given", _CRISIS, "Given away for a reason of daily life; rope, gun and jump that are none.", """
        ( gave | given | giving ) ..7 because ( my hands | my fingers | it | he | she | they | we | i cannot | i no longer | of )
        ( gave | given | giving ) ..6 ( getting married | for her wedding | outgrown | not fit | no longer fit | too big | too small | spare )
        rope for ..3 ( swing | garden | boat | washing | dog | climbing | curtain | gym | tent | hammock | horse )
        gun ( club | dog | control | salute | laws | licence )
        ( bungee | skydive | skydived | abseil | parachute | charity | sponsored ) ..8 ( jump | jumped | jumping )
        ( jump | jumped | jumping ) ..8 ( bungee | parachute | charity | hospice | sponsored | skydive )
        ( there was | been | was | delays ) ..1 a suicide
        suicide on ..1 ( line | railway | tracks | radio | news )
        wake up to ( that | those | the | my | his | her ) ..2
    """),
    Idiom("idiom.dose-as-given", _CRISIS, "Medicine as it was given, and tablets that are large.", """
        ( took | take | taken | swallowed | swallow ) ..2 ( every | everything | all ) ..4 ( hospital | they | doctor | nurse | gp | consultant ) ..2 ( give | gave | given | would give | prescribe | prescribed )
        ( take | takes | taking ) everything they
        ( take | takes | taking ) ..1 all ..2 ( tablets | pills | meds | medication ) ..4 ( in the morning | in the mornings | in one go with | okay | is that | with my | with ..1 ( breakfast | food | tea | water | juice ) )
        ( took | taken | swallowed ) ..3 <med> ..6 ( prescribed | and feel better | still in agony | still in pain | as told | course | so i need a repeat | without water )
        whole ( tablet | tablets | pill | capsule ) without water
        whole ( tablet | pill | capsule ) ( <end> | without | at | with )
        ( left | leave | wrote | written ) ..2 ( letter | note ) explaining ( how | what | about | that )
        ( sleep ) and wake ( up when | up without | up better )
        not woken up ( so | at | early | this early | before )
        quick ( when | once ) ( it | time | my time )
        not see the future
        ( said | says | shouted | screamed | yelled ) my ( teenager | toddler | teen | four | five | six | grandson )
        dark place ..5 ( but | then | counselling | therapy | helped | normal )
    """),
    Idiom("idiom.mishap", _CRISIS, "Cut or burnt on a thing, by a treatment; a car on a roof.", """
        ( cut | burn | burned | burnt | burning | hurt | scalded | stabbed ) <refl> on ( a | my | the | some | his | her )
        ( radiotherapy | radiation | cream | patch | heat | sun | bottle | chemo | laser | plaster | dressing | tape | iron | oven ) ..4 ( burn | burned | burnt | burns | cut | scratched | sliced
            ) ..1 ( my | his | her ) ..1 ( skin | arm | arms | leg | legs | neck | chest | thigh )
        ( skin | arm | arms | neck | chest ) ..1 ( is | was | are ) ..1 ( burned | burnt | burning )
        car is ..1 parked ..3 ( roof | multi storey | level | bridge )
        ( parked | parking ) ..3 ( roof | multi storey | level )
        ( jump~ | jump | die | scream | cry ) ..5 ( with | for ) ( happiness | joy | excitement | delight )
        ( scared | frightened | bored | worried | going | went ) out of my ( mind | wits )
        ( can | could | does | suspected | accidental ) ..1 <drug> overdose
        glad ..2 ( found | saved ) me
        ( found | saved ) me in time ..3 ( thank | glad | grateful )
    """),
    Idiom("idiom.without-me-there", _CRISIS, "Absent from a room, not from life; worry about being a burden.", """
        without me ( at | on | during | for a | for the | while | this | today | next | tomorrow | in ..2 ( hospital | room | office | kitchen | team ) )
        ( worry | worried | worries | hate | guilty | hope | sometimes | afraid | scared ) ..5 burden
        burden ..3 ( sometimes | nhs | neighbours | system | carers | taxpayer )
        ( am | is | are | was | being ) not ..1 a burden
        goodbye ..4 ( unit | staff | nurses | clinic | hospital )
        who ..3 ( look after | take care of | care for | feed | walk )
        in ( my | a | the | her | his ) will
        live in ( fear | limbo | a bubble | denial )
        in case ..3 ( overdosed | overdose )
        overdosed ..5 turns out
        ( wish~ | hope~ | hoping | wishing | pray~ | want~ | guilty ) ..3 ( mum | dad | he | she | him | her | husband | wife | nan | gran ) ..1 ( would | to | will ) ..1 ( die | go | pass | slip away )
        ( kill | killing | murder~ | murdering | strangle~ | strangling | shoot~ ) ..1 ( cockerel | birds | bird | pigeons | seagulls | mosquito | fly | spider |
            alarm | wifi | printer | weeds | slugs | cockerels | foxes | fox | peacock )
        ( kill | killing | strangle ) ..1 neighbour 's ( cockerel | cat | dog | alarm | parrot )
        ( dog | cat | swan | goose | horse | cow | seagull | parrot | goat | wasp | hornet ) ..1 ( attack~ | bit | bites | pecked | kicked )
        goodbye ..5 ( colleagues | work | team | ward | job | retiring | retirement | consultant | school | office )
        ( tower | cathedral | view | dizzy | vertigo | heights ) ..8 ( over the edge | over the side )
        over the edge ..4 ( dizzy | vertigo | view | heights )
        ( someone | group | speaker | member | celebrity | actor | singer | man | woman ) ..8 ( talked | spoke | speaks | talking ) about ..2 ( suicidal | suicide | selfharm )
        selfharm ( is | in | among | awareness | rates | can ) ..3 ( common | teenagers | young | rising | people | girls | boys )
        gun to my head ..2 i would ( choose | say | pick | go | have )
        ( anxious | nervous | paranoid | careful ) ..2 overdosing
        suicide watch ..1 ( at | in | when | years )
        ( coroner | inquest | verdict ) ..4 suicide
        ( people | everyone | they | everybody ) ..2 ( assume | assumes | think | thinks | thought | suppose ) ..5 suicidal
        ( hide | hid | hiding | lock ) ..4 from ..2 ( dad | mum | him | her ) because ( he | she )
        stash ..6 for ( pain | emergencies | travel | trips | breakthrough | nausea )
        jump off ..2 for ( these | this | you | him | her | them | my | a )
        roof ( terrace | garden | bar | rack )
        ( nearly | almost ) ..3 on fire
        on fire ..1 ( nearly | almost | with the chip | chip pan )
        ( given | gave | giving ) ..6 for ..1 ( <number> | a ) ..1 ( weeks | week | days | while | month | months | fortnight )
        ( save~ | saving | saved | keep~ | keeping ) ..4 for ( night | bedtime | breakthrough | bad days | the evening | when ..1 pain | flare | the worst )
        suicide watch #pause joke
        ( sea | ocean | lake ) ..6 ( joy | laughing | pyjamas | swim | paddle | dip | wetsuit | costume | up to my ( knees | ankles | shins | calves ) )
        ( want~ | like | love | need~ ) to know ( if | when | how | whether | what | why )
        ( hope | hoping | pray | praying | wish ) ..2 not ( die | go yet | dying )
        home to die
        ( keeping | keeps | kept ) me ( sane | company | awake | warm | busy | cheerful | smiling | laughing | entertained )
        overdosed ..4 by ( mixing | accident | mistake )
        if i had to ( live | exist | go on )
        relieved ..6 so we can stop
        ( expect | plan ) ..3 to be here for ( more | less | an | a | long | hours )
        ( do | should | how do | has anyone | anyone | did | shall ) ..2 ( i | you | we ) ..1 ( write | record | make | leave ) ..2 ( letters | videos | letter | cards )
        ( cannot | not ) ( go on | carry on ) like this ..3 need ..2 ( better | more | stronger | relief | different | another | proper )
        ( cannot | not ) ( go on | carry on ) like this ..6 ( pain relief | painkillers | constipation | side effects | job | commute )
    """),
    Idiom("idiom.own-care", (Kind.CRISIS,), "A shaved head, a clawing cat, a warning that was handed out.", """
        ( shave~ | shaved | shaving | razor ) ..8 cut <refl>
        cut <refl> ..6 ( shaving | shaved | razor burn )
        ( cat | kitten | puppy | dog | rabbit | brambles | roses | thorns | rash | itching | eczema ) ..3 ( scratch~ |
            scratched | cut | cuts ) ..1 ( my | her | his )
        ( if | in case ) ..4 ( felt | feel | get | got | have | had ) ..6 ( selfharm | suicidal | suicide )
        ( kill | strangle | shoot | murder | throttle ) ..1 person who
        wish it ( was | were | had been ) me instead of ..2
        ( not want | hate | afraid | scared | dread ) ..3 ( kids | children | family | anyone | people | him | her |
            them | mum | dad ) ..1 to see me ( die | dying | suffer | like this | go )
    """),
    Idiom("idiom.taken-as-told", _CRISIS, "Bowel preparation, antibiotics, a course that was finished.", """
        ( took | taken | take | finished | swallowed | drink | drank | swallow ) ..5 ( antibiotics | antibiotic | bowel prep | prep |
            contrast | moviprep | laxatives | laxative | barium | senna | movicol | gaviscon | vitamins )
        ( took | taken ) ..1 all ..4 and ..2 ( infection | rash | thrush | cough | chest )
        written|wrote|write|writing letters to ..5 thank
    """),
)  # fmt: skip
