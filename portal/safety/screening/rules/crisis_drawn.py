"""Crisis, said sideways, by form of speech: worth nothing, drawn to a place or a bottle, settling what comes after."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.implicit.unworthy", 1, Kind.CRISIS, "implicit", Band.CRISIS,
        "Does not count their own life as worth keeping.",
        """
        ( am | is | be | being | such | just | only | like ) ..2 waste of ..3 ( bed | space | oxygen | air | money |
            resources | skin | life | everyone 's )
        i am not worth ( it <end> | saving | treating | the money | the trouble | the effort | the bother | keeping |
            anything | all this | keeping alive | a )
        not worth ( keeping alive | saving <end> | anyone 's time )
        not ( meant | supposed | cut out | made ) ..1 ( to be here | to live | to last | to be alive | for this world |
            for this life | to still be ) ..4
        not deserve ..1 ( be here | be alive | live | still be here | to have survived ) ..2
        ( mistake | accident | pity | shame | joke ) ..2 that i ..1 ( survived | lived | am alive | am still here | woke
            | made it )
        ( should | ought to ) have been me #stop
        ( feel~ | like | am ) ..2 already ( dead | gone ) ..6
        ( matter | matters | difference ) ..4! ( whether | if ) i ..1 ( live | am here | am around | am alive | die |
            go | stay | wake | make it )
        what ( difference | does it matter ) ..4 ( if i | whether i | make )
        ( nobody | no one | not ..1! anyone ) ( needs | wants ) me <anymore>
        there is nothing ( left ) ..1 ( for me | here for me | to stay )
        ( everyone | everybody | they all ) ..1 hates|hate me and
        they do not need me <finish>
        ( cut me loose | be rid of me )
        i could spare them
        not [going to] be my problem ( soon | much longer | <anymore> )
        ( coward ..5 brave~ | braver every | braver each )
        no good to ( anyone | anybody | them )
        hate that i ..1 ( survived | woke | am alive | am here | lived )
        ( burden | liability | waste of space ) like me
        <nobody> ..1 can ( help | save | reach ) me ( now | <anymore> )
        """,
        denial=False,
    ),
    Rule(
        "crisis.implicit.lured", 1, Kind.CRISIS, "implicit", Band.CRISIS,
        "Is drawn to a place or to the medicine.",
        """
        ( drive | driving | walk~ | wander~ | go~ | end up | find myself ) ..4 ( looking at | staring at | eyeing |
            watching | looking for | hoping for ) ..2 ( <place> | walls | wall | trees | lorries | drops )
        ( look~ | stare~ | staring | gaze~ | eye~ | eyeing | watch~ | notice~ | think~ about ) ..1 [at|up|over] ..3
            <place> ..5 ( a lot | every | differently | too long | for ages | longer | and wonder | and think | more and
            more | lately )
        ( stand~ | stood | standing | lean~ | find myself ) ..2 [too] ( close | near ) ..1 to ..2 ( edge | platform |
            kerb | tracks | drop | railing )
        <tool> ..3 [is|are|look|looks|looking|seem|seems] ..2 ( friendly | tempting | inviting | appealing | attractive |
            like a way out | like an answer | like the answer | calling | whispering | winking | has my name | have my
            name | good right now | so easy )
        ( dark | bad | long | close | difficult ) ( night | moment | time | hour ) with ..2 ( medicine | tablets |
            pills | knife | bottle | cupboard | cabinet | meds )
        ( asked | told | made | got | begged | getting | making | asking | had ) ..3 to ..1 ( take | hide | lock | keep
            | remove | hold | have | look after | get rid of ) ..3 ( <tool> | knives | sharps | medicine ) ..2 ( out of
            | away | off me | from me | up <end> | elsewhere | somewhere i )
        ( need | want | think ) someone [else] to ( take | hide | hold | keep | lock ) ..3 ( <tool> | medicine )
        not ..3! ( trust myself | be trusted ) ..3
        ( not sure | not know | no idea | cannot say ) ..2 ( about tonight | if i will be here tomorrow | if i will be here in the morning | i will
            make it through ..1 night | i can keep myself | what i will do )
        ( not promise | cannot promise | no promises ) ..3! ( be here | be around | be okay | be alive ) ..3
        i ..4 ( been | go | went | walk | walking | stand | stood | sit | sat | ended up | parked | drive | drove | climbed | find myself ) ..3 ( on | along | to | at | by | near | up | past ) ..2 ( <brinkplace> ) ..3 ( twice | again | most | every | each | tonight | last night | for hours | for an hour | in the dark | alone | at night | this week | thinking | three times | a lot | several times )
        ( twice | again | every night | every day | most nights | most days | keep | kept ) ..4 ( to | on | at | along | by | up ) ..2 ( <brinkplace> ) <finish>
        how ( high | deep | cold ) ..3 ( balcony | drop | fall | bridge | water | river | floor | cliff | roof | sea )
        how fast ..2 ( trains | lorries | train )
        <place> ..10! ( nobody | no one ) ..4 ( about | around | see me | see | there | stop me )
        what i would ( say | write | put ) in ..2 ( letters | letter | note )
        ( garage | car ) ..5 ( engine | keys ) ..4 ( and just think | thinking | and think | running | and sit )
        know where ..4 ( shotgun | gun | rifle ) ..2
        <tool> ..6 ( leave the room | walk away <end> | look away <end> | step back )
        ( not | cannot ) ..4 ( stay | keep ) safe ( tonight | <end> | on my own | much longer | from )
        look~|stare~|staring ..2 at ..2 <tool> ( most | every | each | all ) ( night | nights | day | evening | evenings | days )
        """,
        denial=False,
    ),
    Rule(
        "crisis.implicit.after-me", 1, Kind.CRISIS, "farewell", Band.CRISIS,
        "Takes leave, or sees to what comes after.",
        """
        ( not | never | doubt i | last time i ) ..4! ( be posting | be back on | be writing | post | write | log in |
            be on here | come back on | be back here ) ( again | here again | <anymore> | after ( this | tonight |
            today ) )
        ( last | final ) ( night | post | message | time | goodbye | thing ) [here|on here] <end> ..2 ( thank | thanks
            | sorry | goodbye | love | you have | take care | be kind )
        not [going to] be sad ..4 ( when | for me | after | if you )
        ( do not | not ) ..1 ( cry | grieve | mourn ) for me
        <nobody> ..3 [has|have|had] to find ( me | my body | us )
        ( so ( he | she | they | kids | nobody | no one ) ..2! not find me )
        ( look after | take care of | be good to | love | watch over | mind ) ..3 ( girl | boy | girls | boys | kids |
            children | son | daughter | <pet> | mum | dad | wife | husband | baby ) ..3 ( when | once | after ) i ..3 (
            not here | gone | go <end> | dead | not around )
        ( left | leaving | leave | put | taken off | took off ) ..3 ( ring | phone | keys | wallet | watch ) ..4 ( note
            | letter | for him | for her | for them | behind | on ..1 ( table | pillow | side ) ) ..2 ( <end> | for |
            and )
        ( letters | letter | note | video | videos ) ..4 for ( after <end> | afterwards | when it is done | when i am
            gone | when i have gone | when they find | him to find | her to find | them to find )
        ( if | in case ) anything happens to me ..4 ( tonight | tell | know | love | look after )
        found ..3 ( home | owner | owners | family ) for ..3 <pet> ..8 ( peace | peaceful | calm | sorted | cancelled |
            done | ready | will | light | relief | lighter )
        ( sorted | cancelled | cleared | paid | closed | settled | signed | finished ) ..6 ( sorted | cancelled |
            cleared | paid | closed | settled | given away | gave away | found a home ) ..14 ( peace | peaceful | calm |
            at rest | ready now | light | lighter | nothing left to do )
        all ..1 ( worked out | planned | planned out | arranged | organised ) so ..2 ( nobody | no one | they | he | she
            | kids | wife | husband ) ..4
        not [going to] be a burden ( much longer | for long | for much | soon | after | anymore )
        ( my | own ) choice ..6! ( go | when i | end | leave | not [going to] be here | soon ) <end>
        it will be my choice
        i ( waited | have waited ) long enough <end>
        ( be | being ) with ( her | him | them | my ( wife | husband | mum | dad | son | daughter | baby | boy | girl |
            brother | sister ) ) again ..4 ( waited | soon enough | sooner | not wait | no reason | nothing | tonight )
        ( i will be | be ) ( with | joining ) ( her | him | them | my ( wife | husband | mum | dad | son | daughter |
            baby | boy | girl ) ) ..1 ( soon | tonight | before long | tomorrow ) <end>
        ( giving | given | gave | give ) ..7 <stuff> ..8! ( not ..3 wait long | not need | not [going to] be needing | no use to me | where i am going | cannot take )
        not [going to] be needing ..4 ( forum | appointment | appointments | prescription | prescriptions | repeats | pension | ticket | diary | calendar | passport | anything | any | them | it | follow up ) [ <anymore> | again ] #stop
        ( kids | children | boys | girls ) ..2 old enough ..2 to ( cope | manage | be okay | do without me ) <end>
        ( not [going to] be | will not be ) there on ..1 <soon> #stop
        paid ..2 ( undertaker | funeral ) ..6 ( not told | told no one | told nobody | nobody knows | secretly )
        ( hope | please | try ) ..4 remember me ( kindly | fondly | well | with love | how i was | as i was | before | <end> )
        ( organised | arranged | sorted ) ..2 so ..6! not have to ..8 ( not [going to] be long | afterwards | after i )
        ( told | tell | said | kissed | hugged | held ) ..6 ( as a goodbye | meant it as ..1 goodbye | for the last time | one last time | knowing it )
        not need ..1 ( coat | winter coat | diary | calendar | car | phone | glasses | shoes | clothes | passport | season ticket | christmas ) ..2 ( next | this | after | <anymore> | again ) ..2
        ( gave | given | giving | left ) ..3 ( <pet> ) ..5 ( not know why | does not know | did not say why | no explanation )
        ( closed | deleted | unsubscribed | cancelled ) ..3 ( accounts | account | everything | facebook | social media | subscriptions ) ..6 ( tidy | closed | deleted | cancelled | unsubscribed | done | ready | cleared )
        i can ( leave | go | rest ) now <end>
        ( might | may | could | will | probably ) be my last ( post | message | night | time ) ( <end> | here | on here | everyone )
        ( gave me | given me | giving me ) ..1 his|her ( watch | ring | guitar | medals | things | stuff | bike | dog | keys | car ) ..8 ( hugged | goodbye | not answering | sorry | strange )
        ( stopped | not ) answering ..8 ( gave me | given me | goodbye | hugged )
        <nobody> ..1 ( will | going to ) ..1 have to ( look after | worry about | care for | deal with ) me ..1 after
        after this weekend ..3 ( nobody | no one | not | never | free | over )
        ( told | shown ) ..4 where everything is <end> ..2
        so <nobody> ..1 has|have to ( deal | sort | clear | find | pay ) ..4 after <finish>
        ( tell ) ..2 ( boys | girls | kids | children | mum | dad | wife | husband | family | son | daughter ) ..2 i ( did my best | tried | was )
        everything ..1 ( arranged | sorted | organised ) ..4 <pet> ..3 ( going to | gone to | goes to | with )
        not want ..2 to ( pull | save | rescue ) me
        made ..1 peace with ( leaving | going | ending )
        ( gave | given | giving ) ..8 <stuff> ..9 before i ( go | leave | am gone ) <finish>
        want to be with ..2 <kin> again #stop
        not ( think | expect | plan | intend ) ..3 be ( around | alive ) for ..3 ( next | appointment | scan | results | review | it )
        ( hope | let | pray ) ..2 ( tonight | today | tomorrow ) ..1 my last
        so <nobody> ..1 has|have to do it
        """,
        denial=False,
    ),
)  # fmt: skip
