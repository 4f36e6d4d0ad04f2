"""Medical red flags: possible compression of the spinal cord or of the nerves below it. An emergency."""

from ..findings import Band, Kind
from ..rule import Combination, Rule, Sign

RULES = (
    Rule(
        "red.spine.bladder-bowel", 1, Kind.RED_FLAG, "cord", Band.RED,
        "Trouble holding or passing urine or stools.",
        """
        lost|lose|losing|loses|loss|no|limited|little|poor|reduced ..2 ( control | function ) ..1 [of|over|in|with]
            ..2 <bladder>|<bowel>|waterworks|sphincter
        ( bladder | bowel | bowels | waterworks ) ..3 ( lost control | no control | not working | stopped working |
            out of control | has gone | have gone | control has gone )
        not ( control | hold ) ..2 ( <bladder>|<bowel> | it in | my wee in | my poo in )
        ( bladder | bowel ) ( dysfunction | problems since | retention )
        urinary retention
        not ..2! [able to] <weeverb>
        cannot|not|(unable to) ..2 <weeverb>
        ( struggle~ | struggling | difficulty | difficult | trouble | hard | strain~ | straining | push~ | pushing |
            problems | problem ) ..2 <weeverb>
        ( wet | wetting | peed | peeing | weed | weeing | soiled | soiling | pooed | pooped | messed | shat | poo |
            poop | crapped ) ( <refl> | bed | my pants | my trousers | my knickers | my underwear )
        not ( weed | peed | passed urine | passed water | had a wee ) ..2 ( since | all day | for )
        not ..2! ( tell | know | feel ) ( if | when | whether ) ..1 bladder
        incontinent
        ( bladder | bowel | urinary | urine | faecal | fecal | double ) incontinence
        incontinence ( since | started | suddenly | new | began | and my back | with back )
        not ( feel | know | tell | realise | aware | sense | notice ) ..4! ( when i need ( to | the loo | a wee | a
            poo ) | when i am ( peeing | weeing | going | full | wet | done ) | i need to ( go | wee | pee | poo ) |
            need to go | i have ..1 been | i am peeing | i am weeing | until i | my bladder | bladder is | bladder
            filling | passing | i had wet | i had been )
        ( leak | leaking | leaked | dribbling | dribble | passing ) ..3 ( wee | urine | poo | stool | pee ) ..2 (
            without | not ..1! ( know | feel | realise ) )
        ( bowels | bowel ) ..1 ( opened | open | moved | emptied | go | went ) ..1 without ( knowing | feeling |
            warning | me | realising | control )
        ( wee | pee | poo | peed | weed | pooed ) ..2 without ( knowing | feeling | realising | noticing | warning )
        ( having | had | have ) ..2 accidents ..4 ( bladder | bowel | not feel | without )
        """,
    ),
    Rule(
        "red.spine.saddle", 1, Kind.RED_FLAG, "cord", Band.RED,
        "Numbness where one would sit on a saddle.",
        """
        <gonumb> ..2 [in|around|of|on] ..2 ( <down> )
        ( <down> ) ..1 [area|region] ( is | are | has | have | feels | feel | gone | going | went | feeling ) ..2 (
            <gonumb> | dead )
        saddle ( numbness | anaesthesia | anesthesia | paraesthesia )
        numb ( bum | bottom | groin | genitals | crotch | saddle | backside | vagina | penis )
        not feel ..2 ( <down> )
        not feel ..4 ( when i wipe | wiping | wipe | toilet paper | loo roll | tissue )
        ( <gonumb> ) ..1 from ..1 ( <waist> )
        ( <waist> ) ..2 ( numb | no feeling | cannot feel | paralysed | nothing )
        not feel ..3 ( <waist> )
        """,
    ),
    Rule(
        "red.spine.legs", 1, Kind.RED_FLAG, "cord", Band.RED,
        "Weakness or loss of feeling in the legs.",
        """
        <legfoot> ..3 <failing>
        <legfoot> ..3 ( give | gives | gave | giving | given ) ( way | out )
        <legfoot> ..2 not ( work | working | move | hold | support | respond | obey | carry | bend | lift | go where
            )
        <legfoot> ..1 ( stopped working | give way | gives way | went from under | go from under | going from under
            | will not work )
        <leg> ..2 ( numb | gone dead | paralysed | no feeling | lost feeling | lost sensation | no sensation | no
            strength | lost strength | lost power | no power )
        ( weakness | weak | no strength | loss of strength | lost strength | loss of power | lost power | no power |
            paralysis | heaviness ) ..2 in ..2 <legfoot>|limbs|(lower body)|(both sides)
        <sudden> ..3 weak ..1 <legfoot>
        not [able to] ..1 ( move | lift | raise | use | bend | wiggle | feel | straighten | control ) ..2
            <legfoot>|toes
        ( cannot | not ) ..1 feel ..2 <leg>
        ( <gonumb> ) ..2 [in|down|of|both] ..2 <leg>
        ( lost | losing | lose ) ..1 ( use | feeling | sensation | power | strength | movement ) ..2 <legfoot>
        foot drop|(drop foot)|(dropped foot)|(is dropping)
        ( foot | toes | leg ) ..1 ( is | are | keeps | keep ) ..1 ( dragging | dropping | slapping | catching |
            tripping )
        drag~|dragging ..1 ( foot | leg | left leg | right leg | my feet | toes )
        ( pins and needles | tingling | shooting pain | shooting pains | electric shock | electric shocks | pain |
            burning | numbness | sciatica ) ..3 [in|down|into] both legs|thighs|sides ..1 [legs]
        ( band | belt | vice | girdle | corset | strap ) ..2 ( pain | tightness | feeling | around | like | round )
            ..4 ( chest | ribs | waist | stomach | tummy | middle | body | abdomen | trunk | back )
        ( pain | tightness ) ..3 like a ( band | belt | vice | girdle | corset ) ..3
        both legs ..3 ( weak | numb | heavy | tingling | dead | burning | gone )
        legs ..3 ( turned to lead | made of lead | like lead | do not belong | not mine | not my own | belong to
            someone )
        spinal cord compression ..3 ( now | today | i think | symptoms | they suspect )
        """,
    ),
    Rule(
        "red.spine.walking", 1, Kind.RED_FLAG, "cord", Band.RED,
        "Unsteady or failing walk.",
        """
        ( unsteady | wobbly | unstable | off balance | shaky ) ..2 ( on my feet | on his feet | on her feet | on
            feet | walking | when i walk | when walking | when he walks | when she walks | on my legs | on his legs
            | on her legs | standing | on my pins )
        ( feet | legs ) ..2 ( unsteady | wobbly | unstable )
        ( walk~ | walking | gait | balance ) ..3 ( unsteady | wobbly | drunk | drunken | sailor | all over the place
            | has gone | is gone | getting worse | deteriorating | terrible )
        stagger~|staggering|stumbling|stumble
        not ..1 walk ( <end> | properly | straight | in a straight | without ( falling | holding | support | help |
            stumbling ) | at all | unaided | anymore | today | since | now | across | to the ( loo | toilet |
            bathroom ) )
        ( unable | inability ) to ( walk | stand )
        ( not | cannot ) ..1 stand ( up <end> | on my | <end> | without falling | unaided )
        ( difficulty | trouble | struggling | struggle~ | problems | hard | harder | finding it hard ) ..2 [to] (
            walk | walking | stand up | climb stairs | lift my feet | climb the stairs | stay upright )
        ( keep~ | keeping | started | starting ) ..1 ( falling | tripping | losing my balance | losing balance |
            toppling )
        fallen|fell ..2 ( three | twice | four | several | few ) times ..4 [legs|today|this|week]
        ( lost | losing | lose ) ..1 balance
        not ..1 keep ..1 balance
        walking into ..1 ( walls | doors | things | furniture | door frames )
        have to hold on to ..2 ( furniture | walls | wall | everything ) ..2 [to|when] [walk]
        """,
    ),
)  # fmt: skip

SIGNS = (
    Sign("back-pain", """
        ( back | spine | spinal | neck ) ..2 ( pain | ache | aching | hurts | killing | agony | sore | pains |
            painful | spasm | spasms | is bad | trouble )
        ( pain | ache | agony | sore ) ..3 ( back | spine | neck | shoulder blades )
        backache|(slipped disc)|sciatica
        ( spine | spinal | vertebra | vertebrae | bone ) ( mets | metastases | metastasis | tumour | secondaries |
            fracture )
    """, kind=Kind.RED_FLAG),
    Sign("spine.soft", """
        ( wet | leaking | dribbling | accident | accidents ) ..2 ( wee | pee | urine | bladder | loo | toilet |
            pants )
        ( tingling | numb | numbness | pins and needles ) ..3 ( legs | leg | feet | foot | toes | thigh )
        legs ..2 ( heavy | jelly | funny | strange | weird | odd | tired )
        ( constipated | constipation ) ..3 ( suddenly | new | since )
        ( worse | pain ) ..3 ( lying down | at night | coughing | sneezing | straining )
    """, kind=Kind.RED_FLAG),
)  # fmt: skip

COMBINATIONS = (
    Combination(
        "red.spine.back-and-legs", 1, Kind.RED_FLAG, "cord", Band.AMBER,
        "Back pain together with something in legs, bladder or bowel.",
        ("back-pain", "spine.soft"),
        within=2,
    ),
)  # fmt: skip
