"""Medical red flags that need an ambulance: chest, stroke, anaphylaxis."""

from ..findings import Band, Kind
from ..rule import Combination, Rule, Sign

RULES = (
    Rule(
        "red.chest.alone", 1, Kind.RED_FLAG, "chest", Band.RED,
        "Chest pain that spreads or crushes; breath that does not come.",
        """
        ( crushing | squeezing | severe | unbearable | central ) ..2 ( chest pain | pain in ..1 chest | pain across
            ..1 chest )
        <chestpain> ..8 ( down ..2 arm | left arm | in my jaw | my jaw | jaw | sweating | clammy | sweats |
            collapsed | fainted | passed out )
        ( having | am having | is having | think ..4 ) ..1 heart attack
        not ..1 breathe ( <end> | properly <end> | and | at all | lying )
        ( gasping | fighting | struggling ) for ( air | breath | every breath )
        ( lips | face | fingers ) ..1 ( going | gone | turning | turned ) blue
        ( cannot finish | cannot get through | not finish ) ..1 sentence ..4 ( breath | breathless )
        """,
    ),
    Rule(
        "red.stroke", 1, Kind.RED_FLAG, "stroke", Band.RED,
        "Face, speech or sight as in a stroke.",
        """
        ( face | mouth | eye | smile | lip | cheek | eyelid ) ..4 ( droop | drooping | drooped | droopy | dropped |
            lopsided | lop sided | crooked | fallen on one side | slipped | slid | sagging | twisted | hanging down
            | pulled down )
        ( drooping | droopy | lopsided | drooped ) ..1 ( face | mouth | smile | eye )
        ( one | left | right ) side of ..1 ( face | body ) ..4 ( numb | weak | dropped | gone | dead | paralysed |
            drooping | droopy | cannot move | not work )
        ( left | right ) side ..2 ( has gone | gone | went | is ) ..1 ( weak | numb | dead | limp | paralysed )
        ( numb | weak | paralysed | weakness | numbness ) ..2 ( down | on | all down ) ..1 ( one | left | right )
            side ..2 [face|body]
        slurred|slurring|slurs ..2 [speech|words|word|talking]
        ( speech | words | talking ) ..3 ( slurred | slurring | garbled | jumbled | gibberish | not making sense |
            gone all )
        <sudden> ..3 not ( speak | talk | get ..1 words | understand | find ..1 words )
        <sudden> ..5 ( lost ..1 vision | lost ..1 sight | gone blind | went blind | loss of vision | loss of sight |
            cannot see )
        ( lost | losing | loss of ) ..1 ( vision | sight ) ..2 in ..2 eye
        ( having | had | think ..3 | has had | is having ) ..1 stroke ( now | right | i think | today | this morning
            | what | <end> )
        thunderclap headache
        worst headache ..2 ( life | ever )
        <sudden> ..2 ( severe | terrible | blinding | worst | excruciating ) headache
        ( having | is having | keeps having | just had | had ) ..1 ( seizure | seizures ) ( now | for the first |
            this | <end> | and | today )
        """,
    ),
    Rule(
        "red.anaphylaxis", 1, Kind.RED_FLAG, "anaphylaxis", Band.RED,
        "Throat, tongue or lips that swell.",
        """
        throat ..5 ( closing | closing up | closed up | swelling up | swelling | tightening | getting tight |
            constricting | seizing up )
        ( tongue | lips | lip | throat ) ..2 ( swelling | swelled | swollen up | ballooned | puffing up | puffed up
            | blown up | has swollen | have swollen | are swollen | is swollen | swelled up | huge )
        ( swollen | swelling ) ..2 ( tongue | lips )
        anaphylactic|anaphylaxis ..3 [shock|reaction] ( now | today | think | again | <end> | help | happening )
        ( severe | bad | serious | massive ) allergic reaction ( now | to | after | today | <end> )
        """,
    ),
)  # fmt: skip

SIGNS = (
    Sign("chest-pain", "<chestpain>", kind=Kind.RED_FLAG),
    Sign("breathless", "<breathless>", kind=Kind.RED_FLAG),
    Sign("swelling", """
        ( face | eyes | lips | tongue | throat | mouth | neck ) ..3 ( swelling | swollen | swelled | puffed | puffy
            | ballooned | tight )
        ( swelling | swollen | puffy ) ..3 ( face | eyes | lips | tongue | throat | mouth )
    """, kind=Kind.RED_FLAG),
    Sign("hives", """
        hives|welts|urticaria|wheals
        ( rash | itching | itchy | blotches | blotchy | red ) ..3 ( all over | everywhere | whole body | body |
            spreading )
        allergic|allergy
    """, kind=Kind.RED_FLAG),
    Sign("arm-weak", """
        not ..1 ( lift | raise | move | feel | grip | use | hold ) ..3 ( arm | arms | hand | fingers )
        ( left | right | one ) ( arm | hand | leg | side ) ..3 ( numb | weak | gone | dead | paralysed | limp |
            heavy | tingling )
        ( weak | numb | limp ) ..2 ( left | right | one ) ( arm | hand | leg | side )
        dropping things
    """, kind=Kind.RED_FLAG),
    Sign("sudden", "suddenly|sudden | out of nowhere | came on | all of a sudden | woke up with | woke up and", kind=Kind.RED_FLAG),
    Sign("speech", """
        not ( get ..1 words out | speak | talk | find ..1 words | string a sentence | talk properly | speak properly
            )
        speech ..2 ( gone | funny | strange | odd | weird )
        vision ..2 ( gone | blurred | double | blurry )
        ( double | blurred ) vision
    """, kind=Kind.RED_FLAG),
)  # fmt: skip

COMBINATIONS = (
    Combination(
        "red.chest.breath", 1, Kind.RED_FLAG, "chest", Band.RED,
        "Chest pain together with breathlessness.",
        ("chest-pain", "breathless"),
        within=2,
    ),
    Combination(
        "red.anaphylaxis.signs", 1, Kind.RED_FLAG, "anaphylaxis", Band.RED,
        "Swelling or hives together with trouble breathing.",
        ("swelling|hives", "breathless"),
        within=2,
    ),
    Combination(
        "red.stroke.signs", 1, Kind.RED_FLAG, "stroke", Band.RED,
        "A weak arm or side together with a sudden start or with trouble speaking or seeing.",
        ("arm-weak", "sudden|speech"),
        within=1,
    ),
    Combination(
        "red.stroke.speech", 1, Kind.RED_FLAG, "stroke", Band.RED,
        "Speech or sight that suddenly fails.",
        ("sudden", "speech"),
        within=0,
    ),
)  # fmt: skip
