"""Crisis, by form of speech: a frame of will, an act, a means at hand, in whatever words they come.

The frames (wanting, planning, having decided, hardly holding back) and the acts stand in the lexicon; here they meet.
"""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.form.will-act", 1, Kind.CRISIS, "intent", Band.CRISIS,
        "A wish, plan, decision or temptation, and an act that would end one's life.",
        """
        ( <mean> | <ponder> | tempted to | imagine | imagining | idea of ) ..2 <act>
        ( i | me | myself ) ..4 ( <act> ) ( tonight | tomorrow | today | right now | now <end> | this weekend | this
            week | on ( monday | tuesday | wednesday | thursday | friday | saturday | sunday ) | before <soon> )
        ( thinking | think | thoughts | thought | plan | planned | planning | decided | going ) ..6 how ..2 easy ..4
            <act>
        ( it | that | would | so ) ..3 ( easy | simple | quick | tempting ) ..2 to ( just | simply ) ..1 <act>
        ( what is stopping me | nothing stopping me | nothing to stop me | what stops me ) ..2 <act>
        ( hard | harder | hardest | struggling | struggle | trying | fighting | difficult | everything i have | not know how ) ..3! not ..1 to <act>
        so ..1 i ..5! ( die | am dead | never wake | not wake | bleed out | not survive | slip away ) <finish>
        to ( bring on | speed up | hurry | hasten ) ..2 ( death | end | dying )
        by my own hand
        ( my | by ) own hand <end>
        ( <mean> | <ponder> | myself | me ) ..2 hang|hanging ..2 from ..2 ( banister | banisters | beam | tree | rafters | rafter | door | loft | hook | rope | bridge | ceiling )
        ( dying | die | death | assisted | dignitas | suicide ) ..9 i will ( do it myself | do it at home | do it on my own )
        i ..2 ( going | go | book | booked | joined | applied ) ..2 to dignitas
        attempts ..8! ( going to be | another one | next one | one more | fourth | third )
        ( going to be | will be ) another attempt
        will not let myself ( live | see | wake | get that far | go on | survive | be here )
        ( not | never ) ..2! ( see | reach | make | have ) ..2 ( birthday | christmas | easter | summer | spring | new year | <soon> ) because i ..2! ( will | decided | am going | made | let )
        ( kids | boys | girls | children | dog ) ..3 fed ..6 <act>
        i will have ( jumped | done it | taken | hanged | died | ended | killed | gone <end> )
        ( tree | beam | bridge | rope | roof | spot | place ) ..6 i ..1 ( am going to | will | would | plan to ) use <finish>
        ( wrong | other | far | outside ) side of ..1 ( railing | railings | barrier | barriers | fence | parapet )
        ( pulled | talked | dragged | coaxed ) me ( back <end> | down <end> | off ..1 <brinkplace> | back from ..1 ( edge | brink | <brinkplace> ) )
        ( letter | note | written | wrote | writing ) ..3 coroner
        ( survived | after | following | for | from ) ..3 ( overdose | suicide attempt | attempt on my life ) ..3 ( weekend | week | yesterday | night | days ago | monday | tuesday | wednesday | thursday | friday | saturday | sunday )
        wrists ..2 ( bleeding | cut | open | slashed | slit )
        ( painful | hurt | quick | peaceful | horrible | slow | easy ) to ( drown | hang yourself | hang myself | suffocate | bleed out | bleed to death | freeze to death | starve yourself | overdose )
        car ..4 ( hose | hosepipe )
        ( tonight | tomorrow ) ..4 with ..3 ( hose | hosepipe | rope | knife | razor | gun | pills | tablets )
        my life ..3 ( end | be over | stop ) ( tonight | today | tomorrow | soon | now ) ..5
        ( me | i ) who ends it
        call it quits ..8 ( stash | pills | tablets | life | tonight )
        ( way | ways | method | means ) ..1 of dying ( quickly | peacefully | painlessly | at home | without | quietly | <end> )
        ( any | is there ..1 a ) ..1 way ..1 of ( dying | ending it )
        ( decided | plan | planning | intend | going | want | choose | chosen ) ..2 not to ( live | be alive | be here ) ( past | beyond | after | by | much | <end> )
        was going to ( jump | do it | end it | die ) ( but | and | then | before | until )
        ( visions | images | pictures | picture | dreams | flashes ) ..2 myself ..2 ( hanging | dead | jumping | falling | drowning | bleeding | in a coffin )
        myself hanging <finish>
        ( visions | images | picture | imagine ) ..3 ( hanging | hanged ) ..2 in ..2 ( garage | loft | shed | woods | stairwell )
        ( not | never ) coming ( home | back ) #stop
        ( drove | driven | walked | come | cycled | got the bus | gone ) ..1 out to ..1 ( <brinkplace> | sea | lake | woods | forest | coast | river ) ..6! not ..3 ( home | back )
        ( rather | sooner ) ..1 kill <refl>
        ( kill | hang | drown | shoot ) <refl> rather than
        <wish> ..1 ( drown | bleed out | suffocate | disappear forever ) <end>
        ( is | would ) ..1 ( hanging | drowning | overdosing | bleeding out | suffocation | jumping ) ..1 ( quick | painful | painless | peaceful | hurt | slow )
        ( tell me why | why ) i should not ..1 ( end it | die | kill | jump | do it | take )
        ( asked | asking | begged | begging | told ) ..3 to ( kill me | end my life | help me die | help me end | let me die <end> | finish me )
        <mean> ..1 set|setting <refl> ( on fire | alight )
        ( kill me | get me | finish me | take me ) ..5! ( do it myself | get there first | beat it to it | i will first )
        ( kids | children | husband | wife | everyone | boys | girls ) ..7 i ..2 ( do it then | end it then | do it #stop | do it while )
        wish ..1 ( someone | somebody | they | anyone | you | god ) would ..1 ( shoot | kill | end | finish ) me
        not ..1 let ..2 ( cancer | it | this ) ..2 ( take | kill | get | beat | finish ) me ..3 i will
        ( round | around ) my neck ..4 ( until | tight | pulled | blacked out | passed out | and pull )
        <med> and ..1 ( sleep ( for good | forever ) | die | never wake | not wake | be done with | go to sleep forever | end it )
        ( need | left | time | have ) to ..1 say goodbye #stop
        ( practising | rehearsing | researching | practised ) ..1 how to ( do it | die | end | tie )
        ( ending | end ) it first
        ( dying | death | die ) ..6! ( make it happen )
        ( over | outside | climbed ) ..1 ( barrier | railing | railings | fence | parapet ) ..4 ( looking | water | drop | edge | holding on )
        i ..3 ( going to | will | want to | plan to | mean to ) ..1 die ( tonight | tomorrow | today | this weekend | on <soon> | this week )
        tell me not to ( do it | kill | jump | take | end )
        <mean> ..1 put <refl> to sleep ( #stop | for good | forever )
        not be coming ( home | back ) #stop
        ( planning | plan | planned ) ( mine | my own ) #stop
        """,
    ),
    Rule(
        "crisis.form.means-at-hand", 1, Kind.CRISIS, "plan", Band.CRISIS,
        "A heap of medicine or a means lies ready.",
        """
        ( i ..1 have | i ..1 got | i have got | got | sitting here | sat here | sitting | sat | looking at | staring at | here with | holding |
            am holding | there is | there are ) ..3 ( <heap> ) ..2 <med> ..6 <athand>
        ( <heap> ) ..2 <med> ..4 ( in front of me | beside me | next to me | in my ( hand | hands | lap ) | on my
            lap | here with me | staring at me | calling me ) ( and | <end> | i | right now | tonight | now )
        <means> ..4 ( in front of me | beside me | next to me | in my ( hand | hands | lap | pocket ) | on my lap |
            here with me | calling ( me | to me ) | round my neck | around my neck | on passenger seat )
        ( <med> | <means> ) ..3 ( and | with | plus ) ..2 ( bottle of ..1 ( vodka | whisky | whiskey | gin | rum |
            wine | brandy ) | vodka | whisky | whiskey )
        ( vodka | whisky | whiskey | gin | rum | brandy ) ..3 ( and | with | plus ) ..3 ( <heap> ) ..2 <med>
        exit ( bag | bags | hood | kit | plan ..4 <means> )
        suicide ( bag | kit | pill | pills )
        ( bought | ordered | got | have | getting | buying | hidden | hid | found | collected ) ..2 (
            rope|noose|ligature|helium|nitrogen|nitrite|cyanide|hosepipe|canister|shotgun|razorblades|(gas canister)
            ) ..4 ( <end> | in ..1 ( shed | car | boot | garage | loft | bag | cupboard ) | to do it | for tonight |
            for when | ready )
        one big dose
        <med> ..3 ( would | could | will ) ..1 ( do it | finish me | end it | be enough | see me off | kill me | put
            me to sleep | take me ) ( <end> | if i | and | quickly | quietly | one | easily | tonight )
        ( have | got ) ..1 the means ( <end> | and i | to do it | to end )
        ( bath | bathtub | shower | toilet | bathroom ) ..4 ( with | and | holding ) ..2 ( razor | blade | razors | blades | knife | scalpel )
        ( razor | blade | razors | knife | scalpel ) ..4 bath
        ( <means> | <tool> ) ..6 ( courage | nerve | guts | brave | bravery ) <finish>
        ( find | finding | pluck up | plucking up | summon | build up | get up | work up ) ..2 ( courage | nerve | guts ) ( to <deed> )
        enough ..3 <med> ..2 for ( two | both | us | the pair | him and me | her and me )
        how many ..6 <med> ..3 ( it would take | it takes <end> | would do it | would be enough | i would need | to do it | would it take <end> )
        ( how many | how much ) ..6 it would take <end>
        <number> ..2 <med> in ..2 ( drawer | cupboard | house | bag | cabinet ) ..8! ( take them | end | tempting | harder | enough | easy | calling )
        plastic bag ..5 ( head | do it | tape | gas )
        ( will | would | can | could | does | do | is ) ..6 <med> ..3 ( kill | be fatal | be lethal | finish ) ( <end> | me | you | someone | an adult | a person | anyone | a man | a woman | quickly )
        <few>|<many> ( boxes | packets | packs | strips | bottles | sheets ) of ..1 <med> ..8 ( about to start | here and | in front | left and i | staring | waiting | tonight | take them | ready )
        ( taking | take | swallow | swallowing | use | using ) ..1 my ( stash | stockpile | hoard ) ..2
        ( swallowed | necked | downed | popped ) <many> of ..3
        ( took | taken ) <many> of ( my | his | her | mums | dads ) ..4 ( pills | tablets | <drug> | blockers | patches | medication | meds | sleepers )
        <they> ..3 ( took | taken | swallowed ) ..1 ( all | whole bottle of | whole box of | every ) ..1 ( his | her | their ) ..2 <med> ..3 ( this morning | last night | tonight | today | at once | an hour ago | just now | and )
        ( <med> ) ..5 cannot stop ( looking at | staring at | thinking about | counting ) ( them | it )
        cannot stop ( looking at | staring at | thinking about | counting ) ..2 <med> ( <end> | on | in | next )
        ( started | starting | begun | been | keep | am ) ..1 ( saving | collecting | hiding | keeping | storing | stashing | hoarding ) ..2 ( sleeping | tablets | pills | painkillers | <drug> ) ..2
        ( which | what ) ..4 ( pills | painkillers | tablets | drugs | meds | <drug> ) ..4 ( dangerous | deadly | lethal | fatal | toxic | strongest ) ..3 overdose
        ( started | begun | halfway through | in the middle of | mid ) ..1 overdose
        ( keep | have | got | hid | hidden | put | found ) ..2 ( rope | ropes | noose ) ..4 ( wardrobe | drawer | boot | car | bag | loft | bed | cupboard | room )
        ( get | got | take | took ) ..1 ( rope | noose ) out
        ( <tool> | stash | stockpile ) ..6 comfort~
        <tool> ..2 ( my | a ) way out
        """,
    ),
    Rule(
        "crisis.form.would-have", 1, Kind.CRISIS, "intent", Band.CRISIS,
        "Would already have done it, or would, but for one thing.",
        """
        ( would have | would of | would ) ..2 ( killed <refl> | ended it | ended my life | ended things | taken my
            own life | hanged <refl> | hung <refl> | topped <refl> | done it <end> | done it by | done it already |
            done it months | done it years | jumped | overdosed | done <refl> in | been gone | been dead | offed
            <refl> ) ..6 ( by now | already | if | ages ago | months ago | weeks ago | years ago | long ago | before
            now | but for )
        ( if ..3 not for | were it not for | but for | if it were not for | if i did not have | if not for | only for
            ) ..6 ( i would | i would have | i would be ) ..3 ( kill | killed | dead | gone | ended | end | done
            it | do it | jumped | jump | taken | take | not [going to] be here | not [going to] be around | topped | hanged | hung )
        ( if | when | once ) ..1 <cling> ..3 ( was not | were not | is not | had not been | died | dies | goes | is
            gone | was gone ) ..3! ( i would not [going to] be | i would be gone | i would not | neither would i | i would have
            | i will be | i am gone | i am next | i can go | i go too | so will i | nor will i )
        """,
        denial=False,
    ),
    Rule(
        "crisis.form.kin-act", 1, Kind.CRISIS, "intent", Band.CRISIS,
        "Someone close is said to want, to plan or to threaten their own death.",
        """
        ( <they> | inlaw ) ..3 ( say~ | said | tell~ | told | text~ | texted | messaged | wrote | post~ | posted | ask~ |
            asked | scream~ | shout~ | threaten~ | threatening | talk~ | talking | keeps | mention~ | joke~ | hint~
            | hinting | admitted | confessed | promised ) ..5! ( kill|end|hang|drown|shoot|harm|hurt
            himself|herself|themselves|myself | wants to die | want to die | wanting to die | wanted to die | wishes
            ..1 dead | wish ..1 dead | end it all | end it tonight | ending it | end his life | end her life | end
            their life | take his own life | take her own life | better off dead | not want to live | no point
            living | not want to be alive | not want to be here <end> | not want to be here anymore | go to sleep and
            not | take an overdose | overdose | take all ..1 <med> | take them all | jump ( off | out | in front |
            from ) )
        ( rang | rung | phoned | called | texted | messaged | emailed | text | facetimed ) ..4 ( to say | and said | saying | and says ) ..1 ( goodbye | sorry for everything | they love )
        ( beg~ | begged | begging | ask~ | asked | asking | want~ | wanted | keep asking | keeps asking ) me to ( help ..2 ( die | end | go <end> | finish | kill ) | kill | end it | end <poss> | finish | let ..1 die <end> | put ..1 out of | smother | give ..2 ( overdose | too much | all ) )
        <they> ..2 ( taken | took | swallowed ) ..2 ( tablets | pills | something | everything ) ..8 ( note | goodbye | driving | not answering | unconscious | locked | what do i do | sleepy | help )
        ( left | leaves | wrote ) ..1 note and ..4 ( gone | missing | phone | not | car )
        ( taken | took | has | got ) ..2 ( rope | gun | shotgun | knife | rifle ) ..6 ( gone | woods | not answering | missing | locked | drove | driven )
        <they> ..5 ( asking | asked | asks | googling | googled | looking up | looked up ) ..3 how ( much | many ) ..6 ( dangerous | fatal | lethal | too much | kill | would it take | it would take )
        <they> ..3 ( say~ | saying | said | thinks | think | feels | convinced ) ..4 better off without ( him | her | them | me )
        <they> ..3 ( said | saying | says ) ..1 ( goodbye | goodbyes ) ..3 ( on | to us | to me | to everyone | and | in ) ..9 ( phone | gone | off | missing | not answering | left | stage | drove )
        <they> ..8 ( garage | car | shed | loft | woods ) ..4 for hours ..8! ( will is | note | sorry | worried | told me )
        <they> ..6 ( walked | gone | went | stormed | driven | left | disappeared | run ) ..4 with ..2 ( shotgun | gun | rope | knife | rifle | pills | tablets )
        <they> ..2 ( is | was | are ) ..1 ( standing | sitting | stood | sat | hanging | climbing ) ..1 ( on | off | over | from ) ..3 <brinkplace>
        <they> is on ..3 <brinkplace> ..4 ( police | threatening | jump | not come down | help )
        not be ( around | here ) ..2 long ..6 ( gave | given ) ..2 me
        <they> ..8 so ( he | she | they ) ..1 ( can | could | will ) ( die | go <end> )
        ( loves | love ) me and ..4 sorry ..4 on ..1 <brinkplace>
        is on ..1 ( bridge | roof | ledge | tracks ) #stop
        ( says | said ) ..6 ( shoot | kill | gas | poison ) ( us both | both of us | us all )
        """,
        denial=False,
        other=True,
    ),
)  # fmt: skip
