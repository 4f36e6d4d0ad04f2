"""Weak signs of crisis. One alone is ordinary talk of illness; two of different sorts deserve a look."""

from ..findings import Band, Kind
from ..rule import Combination, Sign

SIGNS = (
    Sign("weak.exhausted", """
        ( cannot | could not | not ) ..1 ( do | take | cope | handle | bear | stand | fight | deal | keep ) ..3
            <anymore>
        not cope ( any | with any of this | with life )
        cannot ( do this | cope | take it | take this | bear this | bear it | bear the pain ) <end>
        cannot keep ( doing this | fighting | going | pretending )
        had enough ( of it all | of everything | of all this | of this | <end> | now )
        ( give | giving | given | gave ) up ( <end> | on everything | on life | completely | hope | now | i )
        am [so] done ( <end> | with everything | with all this | with it all | fighting | trying | i )
        ( tired | sick | exhausted | worn out ) of ( fighting | trying | pretending | it all | everything | all of
            this | struggling | being in pain | this pain | suffering | the pain )
        no ( energy | strength | fight ) left
        no fight left in me
        done fighting
        fought ( long enough | for long enough | as long as )
        tired <end>
        in pain <end>
        alone <end>
        cannot cope
    """, denial=False),
    Sign("weak.hopeless", """
        ( no | lost all | lost | without | not any ) hope ( left | <end> | <anymore> | at all | of | and | now )
        hopeless|worthless|useless|pointless|meaningless
        ( nothing | there is nothing ) ( left | matters | to look forward to | good )
        ( what is | see no | no | not see ) ..1 point ( <end> | <anymore> | in anything | to anything | of it all |
            of anything | of all this )
        feel~|am ( empty | numb inside | dead inside | broken | trapped | so alone | nothing )
        hate ( myself | my life | who i am | what i have become )
        not see ( a way | the light | any light | an end | any end )
        never get better
        pitch black
        darkness
        never going to ( end | stop | get better )
        trapped
        no light at the end
    """, denial=False),
    Sign("weak.burden", """
        ( such | just | nothing but | only | become | be | being | am | feel like | to be ) ( a ) burden
        burden ( to | on ) ( everyone | my | them | him | her | others | all )
        ( let | letting ) everyone down
        <nobody> ( cares | care | would care | gives )
        ruin~|ruining|drag~|dragging|wreck~|wrecking ..2 ( everyone | their lives | family | husband | wife | kids |
            his life | her life | them down | everyone down )
        ( make | making | made ) ( everyone | their | his | her | family ) ..2 ( life | lives ) ( harder | hell |
            miserable | worse | a misery )
        all my fault
        never|not forgive myself
        ( weight | millstone | drain | dead weight | leech ) ..2 ( round | around | on ) ..3 ( neck | family |
            everyone | everybody | them )
        cost~|costing ( this | my | the ) family
    """, denial=False),
    Sign("weak.sorry", """
        sorry for everything
        sorry <end>
        sorry ( everyone | to everyone | to you all | i cannot | for letting | for being | i was )
        ( hope | know | trust ) ..1 you will understand
        forgive me
        i tried
        love you all
        love you so much <end>
        tell them i love
    """, denial=False),
    Sign("weak.goodbye", """
        ( goodbye | bye ) ..1 ( <end> | friends | x | xx )
        take care ( everyone | all | of each other | of yourselves )
        not be ( here | around ) ( much longer | by then | for long )
        i will be gone
        i will not be back #stop
        ( goodnight | night night | good night ) all
        see you on the other side
        leaving ( now | for good )
        have to go <end>
        this is it
    """, denial=False),
    Sign("weak.thanks", """
        thank you ( all | everyone ) for ( everything | all | being | your kindness | your )
        thank you for everything
        thanks for everything
        thank you for being
        you have been ..2 ( family | kind | good to me )
    """, denial=False),
    Sign("weak.settled", """
        ( sorted | sorting | put | putting | got | made sure ) ..3 ( affairs | will | paperwork | passwords |
            finances | funeral ) ..1 ( in order | <end> | out | and | done )
        ( letters | notes ) ..2 ( written | finished | done | ready | sealed )
        ( wrote | written | writing | finished | finish~ writing ) ..2 ( letters )
        will is ( done | sorted | written | signed )
        ( dog | cat | pets ) ( has | have ) ..1 new home
        ( bills | mortgage | debts ) ..2 ( paid | settled )
        paid off everything
        cleaned the house
        arrangements for ..1 ( dog | cat | pets | kids )
        ( cancelled | cancelling ) ..1 ( everything | my appointments | plans | future plans )
        ( written | wrote ) ..1 ( letters | notes ) to
        ( dog | cat ) is with
        given|gave ..2 ( dog | cat | keys ) to
        all ( arranged | planned | worked out | sorted )
    """, denial=False),
    Sign("weak.decided", """
        made ( my | a | up ) ( decision | mind )
        made up my mind
        i have decided ( <end> | and i am calm | to go | it is )
        i am calm ( now | <end> )
        not ( scared | afraid | frightened ) ( to die | of dying | of death | <end> ) <anymore>
        not ( scared | afraid | frightened ) <anymore>
        know i am ready
        i am ready <end>
        i can go now
        ( finally | now | strangely | oddly ) ( know what | decided | at peace | feel calm | calm )
        feel ( calm | peaceful | at peace | oddly calm | relieved | lighter ) now
        at peace with ( it | my decision | what | this )
        it is time
        my mind is made up
        go through with it
        know what i ( have to | need to | must ) do
        not change my mind
        no going back
        i will see to that
        made sure of ( that | it )
    """, denial=False),
    Sign("weak.peace", """
        put me out of <poss> misery
        do it tonight
        rather die
        ready to ( go | leave ) <end>
        not want to be here
        ( time | want | need ) ..2 to rest
        rest now
        will be ( free | at peace | out of pain | with you )
        ( part of me | hope | hoping | hopes | half ) ..2 something happens
        everyone ..1 better off
        it will [all] be over ( soon | tonight | tomorrow )
        ( soon | tonight | tomorrow ) ..3 ( over | not hurt | no more pain | free | at peace | stop hurting )
        not ( hurt | suffer | feel anything ) <anymore>
        want ..1 peace
        want out
        that is me done
        ( want | need ) it to stop
        close my eyes
        go to sleep and
        hoping that is it
    """, denial=False),
    Sign("weak.no-need", """
        not need ( them | it | this | anything ) ( <end> | <anymore> | where i am going | after )
        ( gave | given ) ..2 ( ring | watch | jewellery | car | guitar )
        said what i needed to
        ( i can | i know how to | i will | intend to | going to ) ( fix that | put a stop to it | put that right |
            change that | end that | sort that )
        clean~ up ( my mess | after me )
        ( mess | bits ) to ( clear | clean | sort ) up
        after ( tonight | today ) <end>
        not be needing ( it | them | this )
    """, denial=False),
    Sign("weak.drink", """
        drinking ( alone | myself | heavily | again )
        bottle of ( vodka | whisky | whiskey | wine | gin | rum )
    """, denial=False),
)  # fmt: skip

_PAIN = "weak.exhausted|weak.hopeless|weak.burden"

COMBINATIONS = (
    Combination(
        "crisis.signs.leaving", 2, Kind.CRISIS, "implicit", Band.RED,
        "Despair together with a farewell, a decision or a longing for peace.",
        (_PAIN, "weak.sorry|weak.goodbye|weak.settled|weak.decided|weak.peace|weak.no-need"),
        within=2,
    ),
    Combination(
        "crisis.signs.farewell", 2, Kind.CRISIS, "farewell", Band.RED,
        "An apology or a settled matter together with a goodbye or a decision.",
        ("weak.sorry|weak.settled|weak.thanks|weak.no-need", "weak.goodbye|weak.decided|weak.peace"),
        within=2,
    ),
    Combination(
        "crisis.signs.settled", 1, Kind.CRISIS, "farewell", Band.RED,
        "Matters settled because they will not be needed.",
        ("weak.settled", "weak.no-need"),
        within=1,
    ),
    Combination(
        "crisis.signs.despair", 2, Kind.CRISIS, "implicit", Band.RED,
        "Exhaustion, hopelessness and being a burden, close together.",
        ("weak.exhausted", "weak.hopeless", "weak.burden"),
    ),
    Combination(
        "crisis.signs.drink", 1, Kind.CRISIS, "implicit", Band.RED,
        "Drinking alone together with despair or a farewell.",
        ("weak.drink", _PAIN + "|weak.sorry|weak.goodbye|weak.peace"),
        within=2,
    ),
)  # fmt: skip
