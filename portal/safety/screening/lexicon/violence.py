"""Words of violence: what is done, to whom, to which part of the body."""

from ._tight import tight

CLASSES = {
    "harm": tight("""
        kill|killing|murder|murdering|stab|stabbing|shoot|shooting|strangle|strangling|attack|attacking|hurt
        |hurting|harm|harming|poison|poisoning|smother|smothering|suffocate|suffocating|beat|beating|batter
        |assault|assaulting|drown|drowning|choke|choking|knife|slash|throttle|punch|burn|torture|injure
    """),
    "severe": tight("""
        kill|killing|murder|murdering|stab|stabbing|shoot|shooting|attack|attacking|smother|smothering
        |suffocate|poison|knife|assault|bomb|behead|strangle|drown
    """),
    "menace": """
        fantasies about | fantasies of | urges to | going to | want~ to | about to | plan~ to | planning to | planning on | will | intend to | ready to
        | tempted to | thinking of | think~ about | thoughts of | thoughts about | urge~ to
        | fantasise~ about | dream~ of | imagine~ | planning | need to | might | feel like | keep imagining
        | picture~ | picturing | imagining | decided to | have to | visions of | images of | close to
        | swear i will | prepared to | capable of | want
    """,
    "blows": tight("""
        hit|hits|hitting|beat|beats|beating|slap~|slapping|punch~|punching|choke~|choking|strangle~|attack~|assault~|rape~|molest~
        |abuse~|abusing|grope~|headbutt~|smack~|whack~|belts|belted|batter~|thump~|throttle~|spit|spits|spat|whip~|thrash~|stabbed
        |starves|starved|drugs|drugged|sedates|sedated|kicks|kicked|kicking|hurts|shakes|bites|threatens|threatened
    """),
    "rough": tight("""
        push~|pushing|shove~|shoving|throw~|threw|throwing|drag~|dragging|grab~|grabbing|pin~|pinning|knock~|knocking|yank~|yanking|bite~|bit
        |burn~|burning|trip~|pinch~|shake~|shook|shaking|slam~|slamming|hurt|hurts|hurting|pull~|kick~|kicking
    """),
    "body": tight("""
        face|arm|arms|throat|neck|head|hair|stomach|ribs|chest|back|wrist|wrists|leg|legs|breasts|breast|bum
        |hand|port|scar|wound|nose|eye|mouth|jaw|fingers
    """),
    "close": """
        me | us | mum | dad | my mum | my dad | my kids | the kids | my son | my daughter | my sister
        | my nan | my brother | her | him | my children | my child | my kid | my boy | my girl | my toddler | my niece | my nephew | my little | the children | my gran | my baby | my grandson
        | my granddaughter | nan | our | my wife | my husband | my friend
    """,
}
