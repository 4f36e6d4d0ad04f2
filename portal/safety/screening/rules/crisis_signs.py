"""Weak signs of crisis. One alone is ordinary talk of illness; two of different sorts deserve a look (see crisis_together)."""

from ..rule import Sign

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
        not want ( help | saving | treatment ) #stop
        ( stopped | finished | given up ) fighting
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
        not [going to] be ( here | around ) ( much longer | by then | for long )
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
        ( organised | arranged | sorted ) everything
        loose ends
        everything ..1 ( organised | arranged | sorted | in order )
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
        want to go #stop
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
        not [going to] be needing ( it | them | this )
    """, denial=False),
    Sign("weak.stop-medicine", """
        ( stopped | stop | not | quit | skipping | refusing | given up ) ..1 ( taking | having | using | take ) ..3 <med>|thinners|dialysis|(feed)
    """, denial=False),
    Sign("weak.let-happen", """
        if it happens it happens
        ( let | letting | leave it to ) ..1 ( nature | it happen | fate | god )
        ( not telling | not told | have not told ) ( anyone | anybody | them | my )
        nobody knows
        ( do not | not ) care ( what happens | <anymore> | <end> )
        whatever happens happens
        what will be will be <end>
        so be it
        see what happens <end>
    """, denial=False),
    Sign("weak.refusing", """
        ( refusing | refuses | refused | stopped ) ..3 ( tablets | meds | medication | treatment | food | eating | drinking | insulin | dialysis )
    """, denial=False),
    Sign("weak.kin-done", """
        <they> ..3 ( says | said | saying ) ..2 ( had enough | ready to go | wants it over | wants it to end | tired of life | done with it all | not want to go on )
    """, denial=False),
    Sign("weak.not-tomorrow", """
        not [going to] ( wake up | be here | be around | be there | be alive ) ..1 ( tomorrow | in the morning | monday | tuesday | next | by then | after )
        not ..3 ( be here | be around | be alive )
    """, denial=False),
    Sign("weak.made-sure", """
        made sure ( of it | of that | #stop )
        see to it
        see to that
        my choice
        by choice
    """, denial=False),
    Sign("weak.any-of-it", """
        #start [and] ( any of it | all of it | everything | the lot ) #stop
        #pause [and] ( any of it | all of it ) #stop
    """, denial=False),
    Sign("weak.enough", """
        not want to do ( it | this ) ( <anymore> | #stop | #pause )
        ( ready | want ) ..1 for ..2 ( this | it | everything ) to be ( finished | over | done )
        want ..2 to ( stop | end | be over | go away )
        had enough
        too hard
    """, denial=False),
    Sign("weak.sorry-all", """
        sorry for ( everything | it all | all of it )
    """, denial=False),
    Sign("weak.love-all", """
        love you all
        love ( to | and ) ..1 you all
        loved you all
    """, denial=False),
    Sign("weak.past-wish", """
        ( wanted | tried | about | going | planning | thought of | thinking of ) ..1 to ( die | kill <refl> | hang <refl> | end ( it | my life ) | jump | overdose )
        ( suicide | suicidal | overdose )
    """, denial=False),
    Sign("weak.still", """
        i still ( do | am | want | feel | might | will | intend )
        still feel ..1 ( same | that way | like that )
        ( same | no different ) ( today | now | tonight )
        #start now i am
        ( planning | plan ) ( mine | my own )
    """, denial=False),
    Sign("weak.nerve", """
        ( need | find | get | want | finding | just ) ..1 ( nerve | courage | guts )
    """, denial=False),
    Sign("weak.plan", """
        ( have | got | made ) a plan
        ( have | got | bought ) ( what | everything | all ) i need
    """, denial=False),
    Sign("weak.death", """
        death|suicide|dying
        easier than this
    """, denial=False),
    Sign("weak.what-for", """
        #start [but] ( for what | what for | why bother | what is the point | why ) #stop
        #start [but] what is ..1 point
    """, denial=False),
    Sign("weak.fight-on", """
        ( fight | fighting | carry on | carrying on | keep going | hang on | hold on | go on | get better | try | trying ) ( #stop | for | and )
    """, denial=False),
    Sign("weak.attempt", """
        overdose|od|overdosed
        suicide attempt|attempts
        ( tried | attempted ) to ( kill | end | hang | drown )
        ( tried | attempted ) ( hanging | killing | ending | drowning | strangling )
        jumped
    """, denial=False),
    Sign("weak.again", """
        ( do | doing | try | trying | done ) it ( again | once more | properly | right this time )
        ( try | trying ) again
        next time
        this time i
        going back to ..2 <place>
    """, denial=False),
    Sign("weak.soon-gone", """
        not [going to] be long ( #stop | now | until | till | before )
        not have long to wait
        ( they | kids | everyone | he | she | family ) will ..2 ( be fine | be okay | get over it | cope | manage | survive ) ( #stop | without | in time | eventually )
        kids are resilient
    """, denial=False),
    Sign("weak.calm", """
        ( been | feel | am | feeling ) ..2 ( calm | peaceful | at peace | serene ) ( #stop | today | now | for the first | about it )
        made my peace ( #stop | and i )
        not ( scared | afraid | frightened ) ( <anymore> | #stop )
    """, denial=False),
    Sign("weak.resolve", """
        know what i am ( doing | going to do )
        everything is ( sorted | ready | done | in place | in order ) ( #stop | now )
        ( all | everything ) sorted #stop
        nothing left to ( do | say ) #stop
        had a good ( life | run | innings )
        made ..1 ( decision | choice ) ( #stop | and )
        made up my mind
        i have decided #stop
    """, denial=False),
    Sign("weak.bare-act", """
        ( going to | gonna | plan to | planning to | want to | i will | about to | think i will | tempted to | decided to | tonight i | ready to
            | have to | need to | feel like | thinking of | thinking about | could just | might just ) ..2 ( take|taking them ( <end> | all
            | and | now ) | take|taking it all | jump|jumping ( <end> | off it | from it | off there | from there | off | and ) | do|doing it ( <end> | tonight | tomorrow | now |
            today | this weekend | on <soon> | myself | properly | and ) | use|using it|them ( <end> | on myself | tonight | and ) | swallow|swallowing them | drink|drinking it | step|stepping off
            | let|letting go | go|going through with it | pull|pulling the trigger | let myself fall | go over )
        put ..1 stop to ( it | this | everything ) ( myself | tonight | for good | with )
        doing it ( tonight | tomorrow | now | this weekend | on <soon> )
        ( choosing | chosen | choose | decided ) to ( go | leave ) ( <end> | tonight | tomorrow | today | soon | on my own | now )
    """),
    Sign("weak.means", """
        <tool>|<means>
        <place>
    """, denial=False),
    Sign("weak.unsafe", """
        not ..2 feel safe <end>
        not safe
        not trust myself
        scared ..2 ( of myself | what i | i will )
    """, denial=False),
    Sign("weak.drink", """
        drinking ( alone | myself | heavily | again )
        bottle of ( vodka | whisky | whiskey | wine | gin | rum )
    """, denial=False),
)  # fmt: skip
