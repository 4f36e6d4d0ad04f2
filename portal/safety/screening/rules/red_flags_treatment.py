"""Medical red flags during treatment: fever, sepsis, bleeding, too much calcium."""

from ..findings import Band, Kind
from ..rule import Combination, Rule, Sign

RULES = (
    Rule(
        "red.sepsis.skin", 1, Kind.RED_FLAG, "sepsis", Band.RED,
        "Skin, lips or urine as in sepsis.",
        """
        mottled
        ( skin | lips | hands | fingers | feet | tongue | face ) ..3 ( blue | bluish | grey | gray | mottled |
            blotchy and cold | purple )
        rash ..4! ( not fade | not fading | glass | not disappear | not go away when )
        not ( peed | weed | had a wee | passed urine | passed water | had a pee | been for a wee | urinated ) ..2 (
            all day | since yesterday | since this morning | in hours | for hours | for ..2 hours | today | in #many
            hours | in <number> hours | all night )
        ( think | sure | worried | might | could ) ..4 ( have | is | be | has | getting ) ..1 sepsis
        ( signs | symptoms ) of sepsis and
        septic ( shock | now )
        ( feel | feels ) like ..2 sepsis again
        """,
    ),
    Rule(
        "red.bleeding", 1, Kind.RED_FLAG, "bleeding", Band.RED,
        "Heavy bleeding, or blood coughed up or vomited.",
        """
        ( bleeding | bleed | bleeds | blood ) ..3! ( not stop | not stopping | will not stop | not clot )
        not ..3 stop ..2 ( bleeding | bleed | blood )
        ( bleeding | bleed | bleeds | haemorrhaging | hemorrhaging | haemorrhage ) ..1 ( heavily | badly | lots |
            uncontrollably | profusely | everywhere | a lot | for hours | nonstop | so much | massively )
        haemorrhaging|hemorrhaging
        heavy ( bleed | bleeding ) ( from | after | today | tonight | since | and | <end> )
        ( cough~ | coughing | coughed | spitting | spat | bringing | bringing ) up ..3 ( blood | clots | clot )
        ( cough~ | coughing | coughed | spitting | hacking ) ..1 blood
        ( vomit~ | vomiting | throwing up | threw up | thrown up | being sick | bringing up | been sick | puking |
            sick ) ..3 ( blood | coffee grounds )
        blood in ..1 ( vomit | sick )
        blood ..2 ( pouring | gushing | pumping | spurting | everywhere | streaming | running down )
        ( pouring | gushing | pumping | spurting | covered in | lot of | loads of | lots of | so much ) ..1 blood
        ( soak~ | soaking | soaked | filled | filling | going through | bled through | bleeding through ) ..3 ( pad
            | pads | towel | towels | dressing | dressings | bandage | tissues | sheets )
        ( poo | poos | stool | stools | motions ) ..2 ( black | tarry | jet black )
        ( black | tarry | jet black ) ..2 ( poo | stool | stools | poos | motions | bowel motion | tar )
        ( passing | passed | pass ) ..2 ( clots | blood clots | large clots | pure blood | fresh blood | a lot of
            blood )
        ( poo | stool | toilet | bowl | pan ) ..2 full of blood
        nosebleed|(nose bleed)|nosebleeds ..6! ( not stop | will not stop | not stopping | hour | hours | #many
            minutes | twenty minutes | thirty minutes | half an hour )
        nose [has] [been] bleeding for ( an hour | hours | #many minutes | half an hour | <number> hours )
        """,
    ),
    Rule(
        "red.fever.neutropenic", 1, Kind.RED_FLAG, "fever", Band.RED,
        "Says outright that neutrophils are low and a fever is there.",
        """
        neutropenic ( sepsis | fever )  ( now | again | today | <end> )
        febrile neutropenia ( again | now | today | <end> )
        """,
    ),
)  # fmt: skip

SIGNS = (
    Sign("treatment", """
        <chemo>
        ( day | days ) ( #few | #many ) ..2 ( of | after | post ) ..2 ( cycle | treatment | chemo )
        ( white | neutrophil ) ..2 ( count | counts | cells | blood cells ) ..3 ( low | down | rock bottom | through
            the floor | zero )
        ( low | no | zero ) ..1 ( neutrophils | white cells | immunity | immune system )
        ( my | last | latest | first | second | third | this ) ( infusion | cycle )
        on treatment for ..3 cancer
        ( cancer ) treatment ..3 ( last week | yesterday | days ago | this week | on monday | on tuesday | on
            wednesday | on thursday | on friday )
    """, kind=Kind.RED_FLAG),
    Sign("fever.words", "<feverword>", kind=Kind.RED_FLAG),
    Sign("rigors", "<rigors>", kind=Kind.RED_FLAG),
    Sign("unwell", """
        ( feel~ | feeling | am | is | been ) ..2 ( awful | terrible | dreadful | really ill | very unwell | so
            unwell | rotten | dire | like death | so ill | very ill | really unwell | flu )
        flu ( like | symptoms )
    """, kind=Kind.RED_FLAG),
    Sign("confusion", "<muddled>", kind=Kind.RED_FLAG),
    Sign("thirst", "<thirsty>", kind=Kind.RED_FLAG),
    Sign("sepsis.signs", """
        ( breathing | breathing is ) ..1 ( fast | rapid | rapidly | very fast | shallow )
        <breathless>
        heart ..2 ( racing | pounding | going fast | rate )
        blood pressure ..2 ( low | dropping | dropped )
        ( slurred | slurring )
        ( cold | clammy | mottled | pale | grey | gray ) ..1 ( hands | feet | skin | and clammy | clammy )
        not ( peed | weed | passed urine | passing urine )
        ( line | port | picc | hickman | wound ) ..4 ( red | hot | pus | weeping | infected | oozing | sore )
    """, kind=Kind.RED_FLAG),
)  # fmt: skip

COMBINATIONS = (
    Combination(
        "red.fever.treatment", 1, Kind.RED_FLAG, "fever", Band.RED,
        "A fever, or shivering, while on treatment that weakens the defences.",
        ("treatment", "fever.words|fever.measured|fever.low|rigors"),
        within=3,
    ),
    Combination(
        "red.sepsis.signs", 1, Kind.RED_FLAG, "sepsis", Band.RED,
        "Fever or shivering together with confusion, fast breathing or an inflamed line.",
        ("fever.words|fever.measured|fever.low|rigors", "confusion|sepsis.signs"),
        within=2,
    ),
    Combination(
        "red.calcium", 1, Kind.RED_FLAG, "calcium", Band.RED,
        "Confusion or drowsiness together with great thirst.",
        ("confusion", "thirst"),
        within=2,
    ),
)  # fmt: skip
