"""Method detail and encouragement. A post with one of these is held, and its author told kindly.

The phrases name no amounts and explain nothing: they only recognise that someone is doing so.
"""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "method.detail", 1, Kind.METHOD, "method", Band.RED,
        "Tells how a life could be ended.",
        """
        ( lethal | fatal | deadly ) ( dose | amount | quantity | level | combination ) ..1 ( of | is | for | would |
            with ) ..3
        ( take | mix | combine | swallow | inject | crush | need | use | takes | about | only ) ..6 ( to be fatal |
            to be lethal | will kill you | would kill you | is fatal | is lethal | enough to kill you | stop your
            heart | stop your breathing | and you will not wake | you will not wake up | and you would not wake |
            you just fall asleep and | you drift off and never | will finish you off )
        ( <med> | helium | nitrogen | carbon monoxide | exhaust | charcoal | insulin | potassium ) ..5 ( is ..2 (
            painless | quick | peaceful | foolproof | reliable | most effective ) way | does the trick | will do it
            | works fast | works every time | never fails | is ..1 foolproof )
        ( painless | peaceful | quickest | easiest | most reliable | surest | best | foolproof | effective ) ..1 (
            way | method | methods ) ..1 ( to kill yourself | to end your life | to end it | to die | to do it | of
            suicide | to go ) ..1 ( is | would be | are ) ..3
        ( exit bag | suicide bag | suicide kit | inert gas | charcoal burning | helium hood | nitrogen hood )
        how to ( tie a noose | hang yourself | kill yourself | overdose | cut yourself | end your life | slit your |
            hide cuts | hide your cuts | hide self | make yourself sick )
        ( here is how | this is how | you can | you could | you should | just | first you | all you need | step ..1
            is ) ..4 ( hang yourself | overdose | suffocate yourself | tie the noose | tie a noose | cut your wrists
            | gas yourself | drown yourself | kill yourself | end your life | cut deeper | cut yourself )
        cut ..3 ( lengthways | lengthwise | down the road | along the vein | along the wrist | vertically | up the
            arm | not across )
        ( high enough | drop | height ) ..5 ( to be sure | guaranteed | to kill you | instant | certain )
        ( stockpile | save up | hoard ) ..3 <med> ( until you | so you | then you | and then take )
        ( buy | get | order ) ..4 ( online without | from the dark web | off the dark web | no questions asked ) ..8
            ( end | die | peaceful | kill | suicide )
        ( peaceful pill | final exit ) ..3
        """,
        denial=False, anyone=True,
    ),
    Rule(
        "method.encouragement", 1, Kind.METHOD, "encouragement", Band.RED,
        "Urges someone to die or to hurt themselves.",
        """
        kill yourself|yourselves
        ( go | just | please | why do you not | you should | do us a favour and | do everyone a favour and | hurry
            up and | go and | off you go and ) ..2 ( die <end> | hang yourself | kill yourself | end it | end
            yourself | jump <end> | overdose | cut yourself | shoot yourself | drown yourself | off yourself | drop
            dead | end your life | neck yourself | kys | slit your wrists )
        ( you should | you ought to | you need to | you might as well | you may as well | you deserve to | maybe you
            should ) ..2 ( kill yourself | die | end it | end your life | be dead | jump | do it <end> | go through
            with it | cut yourself | hurt yourself | just end )
        ( world | everyone | everybody | they | we | your family | your kids | your husband | your wife | people )
            ..3 ( better off | better place | happier | better ) ..1 without you
        ( nobody | no one ) ( would | will | is going to ) ( miss you | care if you | notice if you | cry )
        you [would|are] [be] better off dead
        ( just | go on | go ahead | so | then ) [and] ( do it | jump | end it ) ( <end> | then | already | now | and
            get | coward )
        ( do it ) ( coward | already | you coward | pussy | no one cares | nobody cares )
        ( hope | wish ) you ..1 ( die | died | were dead | get cancer | get worse | kill yourself | never wake | do
            it | overdose | rot )
        you are ( a waste of | wasting ) ( space | oxygen | air | resources | an nhs bed )
        ( if i were you | in your position | in your place | if i was you ) ..4 ( end it | kill myself | take the
            pills | take them all | jump | do it )
        ( be brave | be strong ) and ( do it | jump | end it | take them | go through )
        try cutting
        ( cutting | self harm | selfharm | starving ) ( helps | is beautiful | is the best | feels great | works |
            you should try )
        ( try | you should try ) ( cutting | selfharm | selfharming | starving yourself | burning yourself )
        ( let us | we should | we could | want to | anyone want to ) ..2 ( die together | do it together | end it
            together | make a pact | suicide pact | go together )
        suicide ( partner | pact )
        your ( time | turn ) to ( die | go )
        """,
    ),
)  # fmt: skip
