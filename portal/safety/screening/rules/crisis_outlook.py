"""Crisis, said sideways, by form of speech: how it would be without oneself, how it is to go on."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.implicit.absence", 1, Kind.CRISIS, "implicit", Band.CRISIS,
        "Imagines that others would gain, or not mind, if the writer were gone.",
        """
        ( <others-gain> ) ..8! ( <absent> )
        ( <absent> ) ..5! ( <others-gain> )
        deserve~ ..3 <kin> who ..4! ( burden | well | healthy | sick | ill | dying | useless | broken | mess | wreck |
            around | live | normal )
        ( <nobody> | not ..2! anyone | hardly anyone ) ..3! ( notice | miss | care | mourn | come ..2 funeral ) ..6 ( <absent> )
        ( <absent> ) ..3! ( nobody | no one | not ..2! anyone | who ) ..3! ( notice | miss | care | mourn | mind |
            cry )
        ( world | life | everyone | everything | they | family | kids ) ..3 ( carry | carries | go | goes | get |
            turn | turns | move | manage ) ..2 ( on | fine | okay | better ) ..4 ( <absent> )
        ( relieved | relief | glad | happier | lighter | celebrate | thank me | weight off ) ..6! ( <absent> )
        ( <absent> ) ..4! ( relieved | relief | glad | happier | celebrate | thank me )
        not have to ( put up with | deal with | carry | look after | worry about | nurse | listen to | hear | see |
            care for ) ..3 ( me | my moaning | my face | my pain | my whining | my illness ) ( <anymore> | much
            longer | after | soon | for long | again )
        ( be | make it | make things ) ..2 ( easier | better | simpler | kinder | cheaper ) ..1 [on|for] ..2 (
            everyone | everybody | them | him | her | my <kins> | us all | all ) ..2 if ..4 ( hurried up | hurry | got
            on with it | <myend> | it was over | i was | i were | i went | i just | i died )
        ( kindness | mercy | favour | gift | blessing | best thing | best present | service ) ..5 ( <absent> )
        ( he | she | they | husband | wife | partner ) would ..2 ( find | meet | marry ) ..1 ( someone | somebody | a woman | a man ) ..1 ( new | else | better | healthy | who could | nicer | younger ) <finish>
        ( cry | sad | upset | hurt | grieve~ | mourn | miss me ) ..1 for ..3 ( bit | while | week | weeks | day | days | month | months | year ) ..2 ( and | but | then ) ..6 ( free | relieved | fine | okay | better | move on | get over | over it | forget | happy | happier | live | rest | get on | cope )
        ( they | he | she | everyone | family | kids ) would have ..4 ( life | peace | chance | home | childhood | future ) ..2 without ( all this | this | me | it | a sick | a dying )
        because i ..1 ( will not | have not | did not | do not | cannot ) ..1 ( die <end> | died <end> | just die | hurry up and )
        ( vanish | disappear | die | go | gone | drop dead ) ..8! ( only one | only person | nobody | no one | who ) ..4 notice
        life ..2 on hold because of me
        ( drain | millstone | burden | liability | curse | dead weight | leech | parasite ) ..1 ( on | to | for | round ) ..3 <folk> ..8! ( without | better | free | easier | happier | enough | gone | time i )
        better off ..6 than ( with me | me <end> )
        ( am | be | being ) ..2 ( burden | millstone | drain ) ( to | on ) ..2 ( everyone | everybody | all of them | you all | whole family | the world )
        ( not | cannot ) ..3! be a burden ( any longer | <anymore> )
        not [going to] be ( troubling | bothering | bother | trouble | burdening | worrying | boring ) ( you | anyone | anybody | them | people | everyone | him | her ) ..2 ( much longer | after | <anymore> | for long )
        ( husband | wife | partner | he | she | they | family | kids | mum | dad | everyone ) would [all] be free <end>
        ( just | nothing but | nothing more than | become | am only ) ..1 a burden ( #stop | to my | on my | to them | and | now | to everyone )
        i am ..1 a burden ( to my family | to them | to everyone | to my kids | to my children | and everyone | and they | and i )
        ( one day | soon ) ..5! not have to worry about me
        ( happier | better | easier | better off ) without ( me | a sick | a dying | a broken | an ill | someone like )
        nobody needs a ( mother | father | mum | dad | wife | husband | friend | man | woman | person ) like me
        not matter ..3 ( if | whether ) i ..2 ( alive | dead | live | die | here | gone | lived | died )
        not ..2! feel ..4 place for me <finish>
        no place for me ( <end> | in | here )
        <nobody> ..2 be ( sad | upset | sorry ) ..2 ( long | much )
        ( too much | nothing but | more ) trouble ( for | to ) ..1 ( everyone | everybody | them )
        ( less | more use | easier | cheaper | better ) ..3 dead #stop
        waste of ( everyone is | everyone | everybody is | people 's | your ) time
        deserve~ ( someone | somebody | a woman | a man | a wife | a husband ) ..1 ( better | else | who )
        <nobody> ..4 miss ..4 ( old man | old woman | like me | old git | old fool )
        ( everyone | they | kids | family | he | she | children ) would ..1 ( move on | get over it | cope | manage | be fine | survive | recover | adjust | forget me ) #stop
        ( sad | upset | hurt | cry | angry ) ..1 ( at first | to begin | initially ) ..1 but ..6 ( get over | cope | move on | fine | okay | better | understand | manage )
        nothing would ( change | be different | stop ) ..3 ( <absent> )
        ( need~ | deserve~ ) a ( mother | father | mum | dad | wife | husband | partner ) who ..8! not me
        my ( death | dying | going | absence ) would ..3 ( gift | relief | blessing | favour | kindness | better | help | free | solve | fix )
        ( save | spare ) ( them | him | her | everyone | family ) ..1 ( watching | seeing | having | nursing | pain | trouble | bother )
        am ..1 such ..1 burden ( on | to ) ..1 ( family | kids | children | husband | wife | mum | dad | them | everyone | parents )
        ( happier | better ) with ( someone | somebody ) ( healthy | well | else | normal | younger | who )
        """,
        denial=False,
    ),
    Rule(
        "crisis.implicit.would-not-mind", 1, Kind.CRISIS, "implicit", Band.CRISIS,
        "Would not mind, or would be relieved, if the end came by itself.",
        """
        not ..2! ( be the worst | worst thing | be a bad | bad thing | such a bad | be terrible | be a tragedy | much
            of a loss | great loss | mind at all | mind <end> | complain | fight it | argue | be sorry | be upset |
            be sad | cry ) ..5! ( <myend> | not wear off | not made it | i went | it was the last )
        if ..4! ( <myend> | not wake | it all ended | not make it | took me | happened to me | went wrong ) ..5! ( not
            mind | not care | fine by me | fine with me | be okay with | so what | be glad | be grateful | be
            relieved | thank you | so be it | not fight | not [going to] be sorry | not complain | be a mercy | be a relief | be
            a blessing | be happy | not [going to] be the worst )
        ( relieved | pleased | glad | happy | hoping | hoped | disappointed ..1 not ) ..5 ( told ..2 terminal | said
            ..2 terminal | it was terminal | it is terminal | it had spread | incurable | was the end )
        ( envy | envious | jealous ) ..3! ( who ( do not make | did not make | die | died | are dead | go first | have
            gone | went ) | the dead | dead people )
        ( wish | wishing | hope | hoping | want | pray ) ..4 ( cancer | it | disease | tumour | body | heart | god |
            this | nature ) ..2 ( hurry | hurried | get on with it | got on with it | give up | gives up | gave up |
            give out | gives out | gave out | finish | be quick | come and get me | do its thing | put an end | pack
            in | stop beating | call time )
        wake~|woke|waking up [every] ..2 ( disappointed | sorry | gutted | sad ) ..3! ( that i | to be | i am
            | still | <end> )
        ( every | each ) ( morning | day ) ..2 ( wake~ | open my eyes ) ..3 ( disappointed | sorry | gutted | angry
            ) ( <end> | that | to | i )
        ( disappointed | gutted | sorry ) ..2 when i ( wake up | woke up | open my eyes | come round )
        ( someone | god | they | doctors | you ) ..1 ( switch | turn ) me off
        ( put down | put to sleep ) like ..2 ( dog | animal | pet | cat | horse )
        ( dying | dead | died | deaths ) ..6! ( lucky ( you | them | her | him | sod | devil | bugger | so and so | <end> ) )
        ( hope | hoping | hoped | hopes | wish | wished | wishing | pray | prayed ) ..4 ( scan | result | results | biopsy | bloods | doctor | consultant | they ) ..4 ( everywhere | worse <end> | the worst | untreatable | inoperable | incurable | terminal | bad news <end> | weeks <end> | has spread <end> | had spread <end> )
        part of me ..5 ( infection | cancer | disease | it | sepsis | illness ) ( wins | won | beats me | finishes )
        ( infection | cancer | disease | illness | sepsis ) ( wins | gets its way | finishes the job )
        ( swap | trade | change | swop ) places ..2 ( dead | dying )
        ( animal | dog | horse | pet | cat ) ..5 ( put me down | put me to sleep | shoot me )
        ( fantasise~ | daydream~ | dream | dreaming | fantasies ) ..1 about ..4 ( truck | lorry | bus | train | crash | heart attack | stroke | aneurysm | sepsis | accident | overdose | not waking | falling asleep | my own )
        ( hoping | hope | praying | pray | wish ) ..1 for ..2 ( heart attack | stroke | aneurysm | crash | sepsis | blood clot | lightning )
        ( not | stopped | given up ) ..1 wear~ ..2 ( seat belt | seatbelt | helmet )
        ( not | never ) ..1 look~ ..2 ( cross | crossing ) ..1 road
        ( every | each ) ( day | morning | time ) ..4 wake~ ..3 ( disappointment | disappointed | curse | punishment )
        ( go to sleep | fall asleep | drift off | close my eyes | nod off | bed ) ..2 ( and | then ) ..3! ( that would be it | that be it | that was it | that be the end | never come back | stay there | not come back | be gone | never open | not have to get up )
        ( not sure | not certain | do not know ) ..2 want to be ( found | saved | alive | rescued )
        ( stopped | not ) ..1 car~|bothered ..2 ( what happens to me | what becomes of me | if anything happens to me | whether i live )
        not ..2! ( fight | treat | report ) ..2 ( next | another | this ) ..1 ( infection | sepsis | fever | pneumonia )
        ( easy | easier | simple | tempting | tempted ) to ..1! not ..1 ( take | inject | use | have ) ..2 ( insulin | oxygen | thinners | epipen | dialysis )
        ( drink | drinking | drank | vodka | wine | whisky | gin ) ..2 ( on top of | with | and ) ..2 <med> ..5! ( not car~ | not care | who cares | hoping )
        ( slide~ | sliding | slid | slip~ | slipping | sink~ | sinking | held myself | holding myself ) under ..1 water
        ( happy | glad | relieved | fine | content | okay | grateful ) ..2 if ..5 ( finished | finish | took | take | killed | got | carried ) me ( off | out | away | <end> )
        ( god | lord ) ..2 ( take | call | bring ) me ( in my sleep | home | now | tonight | away | <end> )
        wonder~ ..1 if it ( would | will | is going to ) hurt <finish>
        long ..2 ( till | until | before | now ) ..2 i am with ..4
        should ..2 get ..1 it over with #stop
        staying ( alive | here ) ..2 ( punishment | torture | prison | sentence | cruel | unbearable | hell )
        ( escape | get away | be free ) ..2 from ( everything | it all | this life | life | my life | myself ) ( permanently | for good | forever )
        not ..4 be ( here | around ) much longer ..4 ( okay | fine | good | glad | relief | suits )
        funeral ..9 look~ forward to
        ( want | ready | time | going | like ) to go ..1 and be with
        if i ..1 ( slip away | go | die | died | am gone ) ..1 ( tonight | in the night | in my sleep ) ..4! ( mercy | kindness | relief | fine | good | blessing | not be upset | not be sad | know | tell )
        glad if ..4 ( weeks | days | terminal | the end )
        stopped wanting to ( #stop | live | get better | survive | be here )
        not want ..1 to get better #stop
        """,
        denial=False,
    ),
    Rule(
        "crisis.implicit.going-on", 1, Kind.CRISIS, "implicit", Band.CRISIS,
        "To go on living is what is feared, refused or without sense.",
        """
        ( afraid | scared | frightened | terrified | dread~ | dreading | sick | tired | weary | exhausted ) [and
            tired] ( of | at | by ) ..1 [having to] ( carry on <end> | carrying on <end> | carry on living | carrying on
            living | living <finish> | going on <end> | go on <end> | surviving <end> | being alive | existing | being
            here <end> | staying alive | having to live | having to carry on | having to go on | having to wake | being
            me <end> )
        [more] ( afraid | scared | frightened ) of ( living | surviving | staying | carrying on | going on ) than
        not [afraid|scared|frightened] of ( dying | death | being dead ) ..6 ( of living | of carrying on | of having
            to | of going on | of staying )
        ( waiting to die <end> | waiting for ..1 death | waiting to go <end> | waiting for it to end )
        ( the point | any point | point | why bother | no use ) ..8 ( when | if | because|as ) i ..1 ( not [going to] be
            ( here | around | alive ) <end> | will be dead | will be gone | am dying <end> | am going to die <end> |
            am dead )
        how ( do | does | can | am | are ) ( you | i | people | anyone | we ) ..2 ( carry on | go on | keep going |
            live | keep living ) when ..2 ( not want | no reason | nothing | not see | everything | no point )
        ( not | cannot | never ) ..4 ( imagine | see | picture | believe ) ..3 ( being here | being alive | be here |
            be alive | myself here | myself alive | still here | being around | myself making it | lasting ) ..5
        not plan~ on ( being | seeing | making | still ) ..4
        not intend to ( be here | be around | see | find out | stick around | stay )
        ( stopped | given up | no longer ) ( making plans | planning | booking | looking ahead ) ..4 ( past | beyond |
            after | because i | for after ) ..3 ( <soon> | christmas | will not | not )
        ( not living | just existing | only existing ) ..8! ( not want | not exist | no reason | why | pointless |
            what is the point )
        ( will not | refuse to | not going to ) keep ( doing this | going like this | living like this )
        ( cannot | not ) ..1 ( go on | carry on | do this | do it | live | take it | take this | bear it ) [like this]
            [anymore] <end> ..3 ( i will not | i am sorry | sorry | forgive | i tried | i did try | goodbye | please |
            i want out | it ends | i am done | it has to stop | no more )
        lost ..1 will to ( live | keep going | go on | carry on | fight <end> | keep fighting )
        ( run | ran | running ) out of ( reasons | reasons to )
        fed up ( of | with ) ( being alive | living <finish> | existing | being here <end> )
        want it to ( end | stop | be over ) #stop ..3 ( i cannot | i am | i do not | please | nothing )
        ( need | want | make | give anything ) ..4 ( pain | it | this | suffering | everything | all ) ..2 [to] stop
            ..2 ( whatever it takes | any way | one way or another | no matter | however | at any cost | forever | for
            good | permanently )
        only ..1 ( one way | way | thing ) ..2 ( stops | this stops | it stops | this ends | it ends | ends this |
            stop this | end this | make it stop | out of this )
        ( not want | want no ) ..1 ( treatment | help | anything | any of it ) ..6 ( be gone | to go <end> | it to be
            over | it over | to stop | out <end> | to die )
        <wish> ..2 ( be gone <end> | not exist | stop existing | cease | be nothing | disappear ( <end> | and not | and
            never | for good | forever ) )
        not want ..1 to exist
        not see ..1 point ( in|of ) ( any of ( it | this ) | anything | it all | all this | going | being ) ..1 <anymore>
        ( think i am done <end> | i am done with all | done with it all <end> )
        ( had enough ..2 | tired ..2 | ready ..2 ) <end> ..1 time to ( let go | go <end> | rest )
        ( only | just ) ( holding | hanging | keeping | staying | going ) ..1 ( on | here | going | alive ) ( till | until | for ) ..7 ( then i can | then i | and i can | i can stop )
        give ( anything | everything ) for it [to] ( end | stop | be over )
        somewhere i do not want to be <end>
        i cannot <anymore> <end> ..1 i am sorry
        wonder~ ..4 ( come | cry | be there | turn up ) ..3 [my] funeral
        ( think~ | wonder~ | imagine~ | know ) ..3 ( everyone | they | family | people ) ..2 ( be | feel ) relieved
        waiting for ..1 permission to ( stop | go | die | leave | let go )
        only here ( because | so that ) ..2 ( <cling> | <pet> ) ..6
        only reason ( <end> | i am ..1 ( alive | still | here ) | i have not | i do not | i get up | i stay | to stay | to live )
        ( tonight | today | this ) feels like ..1 ( end | last ) <end>
        nothing matters ( <end> | <anymore> | now <end> )
        not belong ..2 ( world | here | anywhere | earth | planet ) <anymore>
        want ..3 to go ( quiet | black | dark | silent | away forever )
        ( hard | harder | struggling | struggle | trying | cannot ) ..2 [to] ( find | think of | see | come up with ) ..2 ( reasons | reason ) ( <end> | to <live> | not to )
        not ..2! ( interested in | want | wanting | wish ) ..2 being ( saved | rescued | revived | brought back )
        not want ..2 ( saved | rescued ) <end>
        too ( tired | weary | exhausted | broken ) to ( be alive | live | exist | go on living | carry on living | keep living | go on <end> | carry on <end> )
        wish i could ..1 ( stop <end> | switch off <end> | be gone | give up <end> | let go <end> )
        <nobody> ..4 ( coming to | going to | can | will ) ( save | rescue ) ( me | you )
        too late for me <end>
        had a good life ..3 ( that will do | enough | time to go | i am done )
        ( no | not much | not a lot of | little ) point ..8 if you ( get | know | catch | take ) ..1 ( meaning | what i mean | drift )
        no future and
        not plan~ on ( christmas | seeing | another | next )
        i am ..1 in the way <end>
        already ( left | gone ) <end>
        ( no | not ..3! a|any|one | cannot ..3! a|any|one | what ) ..2 ( reason | reasons | point | sense ) ..1 [to|in] ( keep fighting | fighting | keep trying | trying | bother | bothering | fight | try | fight on | go through ..2 another ) <finish>
        ( make it | be here | survive | last | live | wake up | get better | be around | come round | pull through ) ..8! not ..2! want to <end>
        ( see | understand | get ) why ..3 ( people | they | he | she | some | someone | <kin> ) ..2 ( do it <end> | did it <end> | did what | end it | jump | kill themselves | choose to die | ended )
        not ( strong | brave ) enough to ( stay | be here | hold on | hang on ) <finish>
        ( nothing | nobody | no one | not ..2! ( anything | anyone ) ) ..3 to ( stay | live | carry on | go on | keep going | wake up | get up ) for
        ( pain | it | this | suffering | problems | worries | everything ) would ..1 ( be over | be gone | stop | end | disappear ) ..1 ( in a ( second | moment | minute | flash | heartbeat ) | instantly | just like that | if i | forever )
        giv~|given up on ( life | living )
        feel like giving up on ( life | everything )
        not [going to] be ( around | here ) to ( see how it | see what happens | find out | see it <end> )
        no light at ..1 end ..2 <end>
        done with ( everything | life | the world | all of it ) <end>
        not have it in me to ( carry on | go on | live | continue | keep going | keep fighting | face )
        ( kindest | best | right | only | decent | fairest | loving | unselfish ) thing ..4 ( is | would be | do is | to ) ..2 ( go <end> | die | disappear | leave <end> | end it | not [going to] be here | let go | slip away | be gone )
        ( have | got ) ..2 ( way out | exit | escape route ) ( if | when | in ..2 drawer | ready )
        not want to be ( here | around | alive ) ( for | when | by ) ..3 ( scan | results | end | worst | decline )
        ( not | cannot ) want ..1 to do life <finish>
        ( cannot | not ) ..2 ( do | go through | face | get through ) another ( winter | year | summer | christmas ) ..4
        not ( scared | afraid | frightened ) of what ( comes next | is next | is coming ) ..3 want it
        ( end | ending ) ..1 one way or another
        ( suffering | pain | this | it ) to ( end | stop | be over ) #pause one way
        ( stopped | not | cannot ) see~ ..1 point #stop
        what is stopping me
        no fight left ..4 no ( wish | desire | will )
        no fight left in me and
        that is me done <end>
        ( last time ) i ..2 ( write | post | type | say ) anything
        <nobody> to look forward to
        nothing to look forward to and
        everything is in order <end> ..3
        lost all hope #stop
        what is ..1 point of ( anything | it all | me | trying | living | being here | carrying on ) <end>
        ( am | feel ) ..1 ready to give up <finish>
        ( my | whole ) life is ..2 over ( #stop | and | now | already | anyway )
        not want ..2 ( tomorrow | morning ) to come
        not want ..1 to feel anything ( ever again | <anymore> | #stop )
        ( wish | want | nice | lovely | wonderful | if only | love ) ..3 ( it all | everything | life | world | my heart ) ..1 ( stopped | would stop | to stop ) #stop
        not want ..3 ( wake up | be here | live | exist ) ..2 <anymore>
        how to make it [all] stop
        ( it is | everything is | all ) ..1 pointless #pause ( i am | and i )
        ( looking forward | look forward ) to ..2 ( not existing | not being | nothingness | not waking | oblivion )
        death ..4 ( like company | like a friend | comforting | like home | tempting | appealing )
        relieved ..3 ( idea | thought ) of ..3 ( over | ending | dying | not being | being gone )
        ( want | wanting | ready | going | about | tempted ) to ..1 ( give up | let go ) #stop
        no way out ..3 ( except | but ) ..1 ( one | death | to die )
        nothing left to do but ( go | wait | die )
        ( overstayed | outstayed ) my ( welcome | time )
        had my last ( good | happy ) ( day | days )
        <unable> ( take | do | bear | stand | face ) ..2 <anymore> ..3 ( want | need ) ..1 ( it | this | everything ) ..1 to ( end | stop | be over )
        ( tired | sick | weary ) of ..1 being ..1 ( burden | nuisance | problem | drain | in the way )
        ( am | so ) done trying <finish>
        ( ways | way | how ) ..1 to make it ..1 ( stop | end ) <finish>
        want to be at peace <finish>
        ( like | want | ready ) to stop now #stop
        not want ..1 to wake up ( in the morning | at all | again | ever | tomorrow )
        nothing ..1 to look forward to ( #stop | <anymore> )
        ( easier | better | nicer | best ) ..1 not to ( be here | exist | wake | be alive | be around )
        better off not ( being | here | alive | existing )
        no way ( back | out | through | forward | on ) ..3 for me
        not care ..1 what happens to me ( now | #stop | <anymore> )
        giv~|given up ( completely | altogether | entirely )
        ( stopped | stop | not ) ..1 taking ..3 because ..2 ( what is ..1 point | no point | why bother | not care )
        ( growing old | grow old ) ..4! not ..2! want to <end>
        feel ..1 finished #stop
        no will ..2 to live
        ( not | cannot ) ..1 fight ..1 ( thoughts | urge | urges | feelings ) <anymore>
        ( tired | sick | weary ) of pretending ..4 ( be here | live | alive )
        look~ forward to is ..2 ( over | end | dying | death | sleep )
        not want ..1 to ( make it to | see | reach | last till ) ..1 ( christmas | easter | new year | next year | summer | <soon> )
        go home to ( god | jesus | the lord )
        <unable> ..1 ( bear | stand | face | take ) ..1 ( waking up | getting up | living | existing | being here ) ( <finish> | every | each )
        ( not | cannot ) keep ( doing this | putting ) ..3 ( to | through ) ..2 ( family | kids | husband | wife | them | everyone )
        no ( strength | energy | courage | heart ) ..2 to live
        ( not | cannot ) ..1 ( imagine | picture ) ..1 ( living | being alive | going on )
        ( want | ready | going | feel like ) ..1 giving|give up on ( everything | it all | the lot )
        saying goodbye ( now | while )
        """,
        denial=False,
    ),
)  # fmt: skip
