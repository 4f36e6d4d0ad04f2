"""Crisis, by deed: what was written and laid out, where one went, what was left off on purpose, what is still in the way."""

from ..findings import Band, Kind
from ..rule import Combination, Rule, Sign

RULES = (
    Rule(
        "crisis.deed.brink", 1, Kind.CRISIS, "plan", Band.CRISIS,
        "Went to the water, the height or the line, and came away undecided or was stopped.",
        """
        i ..3 ( drove | driven | walked | went | gone | cycled | climbed | stood | sat | parked | got | been | drive | walk | sit | stand ) ..5
            ( <brinkplace> | sea | river | water | waves | lake | canal | platform | edge | tracks ) ..9! ( deciding <end> | decide <end>
            | decide whether | deciding whether | decide if | deciding if | make up my mind | making up my mind | changed my mind ( #stop | again | at )
            | chickened out | bottled it | bottled out | lost my nerve | find the nerve | could not do it <end> | nearly did it | almost did it
            | nearly did not come | almost did not come | trains go ( by | past ) | trains pass | pulled me | grabbed me | stopped me | talked me | shouted | working up to )
        ( walked | waded | went | walk | wade | swam | gone ) ..2 ( into | out into | in ) ..1 ( sea | river | lake | water | canal | waves | loch | ocean )
            ..3 ( up to my ( neck | chest | chin | shoulders ) | in my clothes | fully dressed | fully clothed | in the dark | at night ) ..3
            ( and ..3 ( turned | came | could | somebody | someone | thought ) | then | before | but | until | on <soon> )
        ( walked | waded | went ) into ..1 ( sea | river | lake | water | canal ) ..6 ( then | but | until | before ) ..2 ( turned | someone | somebody | a man | a woman | dog | walker | stopped | pulled )
        turned ..1 gas ( on | up ) ..6 ( off | sat | lay | waited | breathed | knelt | head )
        ( walked | ran | stepped | crawled ) ..2 ( onto | out onto | on to ) ..1 ( tracks | line | motorway | railway | dual carriageway )
        ( tied | put | looped | wound | wrapped ) ..3 ( round | around ) my neck
        ( put | held | pressed | had ) ..2 ( gun | shotgun | rifle | pistol | revolver | barrel ) ..3 ( mouth | head | chin | temple | chest | lap )
        ( sat | lay | slept | sitting | lying ) ..2 with ..2 ( gun | shotgun | rifle | rope | noose | razor | blade )
        ( on | up on ) ..1 ( roof | ledge | bridge | parapet | railing | railings | tracks | cliff | brink ) ..4! ( not coming down | not come down | not climbing down | nobody has seen | no one has seen | nobody can see | no one can see | nobody knows ( i | where i | that i ) | no one knows ( i | where i | that i )
            | looking down | long way down | want to jump | going to jump | do not try )
        i am ..1 ( at | on | by ) ..2 ( station | platform | tracks | crossing | line ) ..6 ( fast train | express | freight train | next train ) ..2 ( comes | coming | through | in <number> | does not stop )
        parked on ..1 ( level crossing | tracks | railway )
        ( closed | shut | sealed ) ..1 garage ..4 engine ( #stop | then | and | but | running )
        ( tried | trying | want~ | going ) to ( drown | suffocate ) ( #stop | in ..1 ( bath | sea | river | lake | canal | water ) | last | this | on | yesterday | again | today | tonight )
        ( going to | want to | will | about to | ready to | tonight i ) ..1 ( walk | step | jump | throw <refl> | go ) ( out in front of | in front of | under ) ..1 ( <number> | #year | next | first | express | fast | night ) ..2
        ( stepping | jumping | walking | driving | rolling | falling | swerving ) ..5 <place> ..1 ( would be | is | seems | looks | sounds ) ..2 ( simple | easy | quick | over | relief | tempting )
        ( river | canal | tracks | drop | edge | bridge | rope | darkness | oblivion | railway ) ..2 ( looks | look | looked | seems | feels ) ..2 ( inviting | tempting | welcoming | friendly | comforting )
        ( arm | arms | thigh | thighs | legs | leg | wrists | wrist | stomach ) ..2 ( covered | full | lined | raw ) ..2 ( fresh | new | more ) cuts
        ( going to | will ) do it ( before | while | when | once ) ..3 ( wakes | wake | back | home | asleep | out | finds | sleep | sleeping | notices | gone )
        i ..1 ( have | got ) ..1 ( knife | blade | razor | gun | rope ) ( here | with me | ready ) ( #stop | and | now )
        ( blade | razor | knife | scalpel ) ..6 used it ( last | again | on me | on myself | this | yesterday )
        i cut ( last night | again | yesterday | this morning | tonight ) ( #stop | and )
        ( i have | <they> has | <they> have ) been ( cutting | slashing | burning ) ..1 ( my | her | his | their ) ( arm | arms | thigh | thighs | leg | legs | wrist | wrists | skin )
        ( jumping | hanging | drowning | overdosing ) ..1 ( seems | would be | is | looks | sounds ) ..2 ( easiest | quickest | best | least painful | kindest | way to go )
        keep|kept ..2 ( razor | blade | razors | blades | scalpel | knife | rope ) ..5 ( for when i | for when it | in case i | in case it )
        """,
        denial=False,
    ),
    Rule(
        "crisis.deed.survived", 1, Kind.CRISIS, "intent", Band.CRISIS,
        "Speaks of an attempt that failed, or of having been brought back against their will.",
        """
        ( overdose | attempt | hanging | od ) ..1 ( did not | had not | has not | failed ) [to] ( work | worked | kill | finish | #stop | again | and )
        ( attempt | overdose ) failed
        ( pills | tablets | rope | branch | beam ) ..1 ( did not ( work | kill me | do it | hold ) | broke | snapped | failed ) ..4 ( still here | still alive | am alive | woke up | came round )
        ( disappointed | gutted | sorry | angry | upset | furious | sad | devastated | hate | wish | annoyed | cried | cry ) ..5! ( opened my eyes | woke ..1 up | came round | woken up )
            ..7 ( after ..2 ( tablets | pills | overdose | attempt | rope ) | still here | still alive )
        ( brought | bringing | pumped | revived | saved ) ..1 me ..2 after ..2 ( overdose | attempt | tablets | pills )
        i ..1 attempted ( on | last | again | yesterday | this | in ..1 ( hospital | ward ) )
        ( after | since ) ..1 trying to ( die | end it | end my life | kill <refl> | hang | overdose )
        ( tried | trying ) to ( end it | end things | finish it | end it all ) ( with | last | at ..1 weekend | on <soon> | yesterday | again | this | by | and )
        ( wish | wished ) i had ..1 ( succeeded | managed it | gone through with it | taken more | finished the job | not been found )
        """,
        denial=False,
    ),
    Rule(
        "crisis.deed.left-off", 1, Kind.CRISIS, "intent", Band.CRISIS,
        "Leaves off, on purpose or in order to die, what keeps one alive.",
        """
        ( stopped | stop | stopping | quit | skipping | skipped | skip | missing | missed | refusing | come off | given up | not ..1 ( take | taken | taking | had | inject | injected ) ) ..3
            ( insulin | dialysis | oxygen | thinners | warfarin | apixaban | hydrocortisone | heart ( tablets | pills | meds ) | eating | food
            | feeds | antirejection | steroids | drinking ) ..2 ( on purpose | deliberately | intentionally | purposely | because i want ..1 ( die | to | it ) )
        ( deliberately | intentionally | on purpose | purposely ) ..2 ( stopped | stopping | skipped | skipping | missing | missed | not | leaving off | left off ) ..2
            ( insulin | dialysis | oxygen | thinners | warfarin | apixaban | hydrocortisone | heart ( tablets | pills | meds ) | eating | food | feeds )
        ( stopped | stopping | quit | skipping | refusing | refused | declined | turned down | cancelled | come off | given up | not ..1 taking ) ..3 ( <med> | dialysis | treatment | chemo | food | eating | drinking | feeds )
            ..5! ( so ..1 | hoping | and | because | until | as | just ) ..3 ( it | this | i | everything | nature ) ..1 ( will be over | would be over | to be over | over <end> | done <end>
            | finished <end> | be over soon | kills me | kill me | takes me | to end <end> | is over <end> | ends <end> | ends soon | can die | die | can go <end> | want to go <end> | want to die | want out | finish it )
        ( stopped | quit | refusing | come off | given up ) ..3 ( <med> | dialysis | treatment ) ..6! ( want ..1 ( end to it | end to this | end to everything | it over <end> | it done <end> | it finished <end> | out <end> ) )
        ( stopped | given up | refusing | not ) ( eating | food | eat ) [and drinking|eating] [because|as|since] [ it is | there is ]
            ( no ..1 point | pointless to | pointless <end> | what is ..1 point | no use in | why bother | what for | why feed )
        ( starving | starved | starve ) <refl> ( so | to | because | until | for | on | i )
        not ( eating | drinking ) ..3 ( so that i | so i | until i | to ) ..1 ( die | fade | go <end> | slip )
        """,
        denial=False,
    ),
    Rule(
        "crisis.deed.myself-then", 1, Kind.CRISIS, "intent", Band.CRISIS,
        "Will see to it, should the illness or fate not.",
        """
        if ..4! not ..1 ( die | kill me | finish me | take me | get me | end me | claim me | do it soon | dead | wipe me out ) ..6 ( i | i 'll | ill | i will | then i ) ..2 ( do it | do it myself | will myself | will <end> | finish it | see to it
            | sort it | have to | find a way | help it along )
        ( help | helped | helping | hurry | hurrying | speed | speeding ) ( it | death | things | nature | the end | him ) along ..2 ( <finish> | tonight | this | last | with | myself )
        ( death | dying | to die | to be dead ) is ..1 ( what i want | what i need | all i want | the only thing i want )
        my life ( ends | will end | is ending | shall end ) ..1 ( tonight | today | tomorrow | here #stop | on <soon> | this <soon> )
        take~ ..1 leave of ..1 ( world | life | earth | you all )
        ( want | need | wish | begging | paying | like | beg ) ..1 ( someone | somebody | anyone | you | him | her | god | doctor | husband | wife ) to ( shoot | kill | finish off | end ) me
        ( life | living ) ..2 want it ..1 to ( end | stop | be over ) ..1 ( tonight | now | today | #stop | soon )
        ( hope | hoping | pray | praying ) ..2 ( overdose | rope | noose | attempt ) ..1 ( works | work | will work | kills me | does it )
        ( want~ | going | plan | decided ) to ( go | end | die | leave ) ..6 with ..1 ( rope | noose | gun | shotgun | hosepipe )
        ( killed <refl> | hanged <refl> | jumped | how he did it | how she did it ) ..4 ( i am next | my turn next | so will i | i will follow | i am going to follow )
        ( what happens if | what if | can you die if | would it kill | does it kill ) ..4 inject~|injecting ..1 ( air | bubble | bleach | insulin )
        ( can | could | will | would ) ( you | i | someone | a person | one ) die ( from | of | by | with ) ..2 <med> ..3 ( if ( you | i ) ..1 ( put on | take | took | stick | swallow | have | wear | mix | drink | use ) | at once | together )
        ( taken | took | swallowed | had ) ..1 ( too many | too much ) ..8 ( on purpose | deliberately | deliberate | intentionally | was not an accident )
        get ..3 ( killing <refl> | ending it | dying | suicide | jumping | hanging <refl> | overdosing ) ..1 ( out of ..1 ( head | mind ) | off my mind )
        <mean> ..2 end|ending my own ( suffering | pain | misery | torment )
        by ( morning | tomorrow | tonight | sunrise | dawn | sunday | monday | friday ) i ..2 be ( gone | dead ) #stop
        how long ..2 ( carbon monoxide | hanging | drowning | suffocation | starvation | bleeding out | overdose ) ..1 take
        how high ..3 ( building | drop | bridge | cliff | fall | jump ) ..2 ( need | have to | must | should | kill )
        ( would | will | could ) ..1 <many> ..2 <med> do it
        ( funeral | died | buried | gone ) ..5 follow ( her | him | them ) #stop
        ( voice | voices ) ..3 ( says | saying | say | whispers | tells ) ..2 ( jump | do it | end it | die )
        am ..1 dead ( man | woman | person ) ( by | on | before | come ) ..1 <soon>
        want ..1 [to] ( di | dy | dye | dei ) ( #stop | tonight | today | now | so bad )
        """,
        denial=False,
    ),
    Rule(
        "crisis.deed.enough", 1, Kind.CRISIS, "plan", Band.CRISIS,
        "Has what is needed, in the house or counted.",
        """
        ( number | amount | dose | quantity ) of ..1 <med> ( i need | needed | that will do | it takes ) #stop
        as many ..1 <med> as i [would] need #stop
        ( there is | we have | i have | got | own | is ) ..2 ( petrol | rope | shotgun | gun | rifle | bleach | antifreeze | weedkiller | paraffin | hosepipe | noose | razor | insulin | morphine ) ..6 and ..3
            ( thought about it | think about it | think about using | thought about using | thinking about it | keep thinking | crossed my mind | on my mind | tempted | tempts me | tempting | cannot stop thinking | know what to do with it )
        ( picked | chosen | set | fixed | decided on ) ..1 ( day | night | hour ) ..4 ( place | bridge | way | method | spot | tree | note )
        """,
        denial=False,
    ),
    Rule(
        "crisis.deed.kin-silent", 1, Kind.CRISIS, "farewell", Band.RED,
        "Someone close said something final and can no longer be reached, or needs nothing of what comes.",
        """
        <they> ..1 ( said | says | told me | texted | wrote | messaged | posted | rang | phoned | sent ) ..6! ( cannot ( go on | do this | take | carry on | cope | live ) | had enough | loved me | loves me | loved us | so sorry | sorry for | goodbye | tired of ( it all | everything | living | this | fighting | life ) )
            ..7 ( phone ..2 off | off ..1 phone | hung up | not answering | not answered | not picking up | switched off | gone ( quiet | silent | out | missing ) | disappeared | not replying | not replied | blocked me | not come home | not been seen )
        <they> ..1 ( says | said | saying | told us | told me ) ..4! ( not ..2 be needing | not need | need not | no need to ) ..5 ( present | presents | christmas | birthday | seat | ticket | next year ) ( this | next | any | after | #stop | at | for )
        """,
        denial=False,
        other=True,
    ),
)  # fmt: skip

SIGNS = (
    Sign("weak.note", """
        ( written | wrote | finished | left | done | signed ) ..1 ( note | letter | letters | notes )
        ( note | notes | letters ) ( is | are ) ..1 ( done | written | ready | finished | sealed | on )
    """, denial=False),
    Sign("weak.laid-out", """
        ( <med> | <means> ) ..1 ( is | are ) ..2 ( here | ready | out | beside me | next to me | in front of me | lined up | counted | on ..1 ( table | bed | desk | bedside | lap
            | floor | pillow | side | sink | nightstand ) | in ..1 ( hand | loft | shed | garage | car | boot ) )
        ( number | amount | dose ) of <med> i need
        as many <med> as i need
        ( have | got ) ..1 ( what | everything | all | enough | means ) ..1 i need ( #stop | #pause | now | and | in | ready | here | upstairs )
    """, denial=False),
    Sign("weak.alone-soon", """
        ( wait | waiting ) ( for ..4 to ( leave | go | go out | sleep | fall asleep | be asleep | go to bed | be gone | be out | go to work ) | until|till ..4 ( leaves | leave | goes | go
            | is out | are out | asleep | gone | bed | school | work | alone | empty ) )
    """, denial=False),
    Sign("weak.date", """
        ( set | picked | chosen | fixed | chose ) ..1 ( date | day | night | deadline ) ( #stop | and )
    """, denial=False),
    Sign("weak.lethal", """
        rope|noose|shotgun|rifle|petrol|antifreeze|weedkiller|hosepipe|helium
    """, denial=False),
    Sign("weak.payout", """
        ( insurance | pension | payout | policy | lump sum | death in service ) ..1 ( would | will ) ..2 ( pay off | clear | cover | settle | pay | sort ) ..2 ( house | mortgage
            | debt | debts | bills | loan | loans | everything | them | kids )
        ( get | have | claim ) ..4 ( insurance | pension | payout | lump sum | money ) ( if | when | once ) i ..1 ( die | died | am dead | was dead | was gone | am gone | went )
    """, denial=False),
    Sign("weak.ruminates", """
        ( keep | kept ) ( coming back to | thinking about | going over | returning to | thinking of ) ( it | that | this | them )
        ( think | thinking ) about ( it | that | this | them ) ( lot | all the time | every | often | more | constantly | most | day and | when )
        cannot stop thinking about ( it | that | this | them )
        ( is | been ) on my mind
    """, denial=False),
    Sign("weak.not-illness", """
        not ..1! ( mean | meaning | talking about | speaking of | talking of | because of | saying ) ..3 ( cancer | tumour | illness | disease | scan | hospital | chemo | treatment | ward )
        ( and | is ) not ..1 ( cancer | tumour | illness | disease | treatment ) ..1 ( i mean | i am talking | talking #stop | that will | that takes )
    """, denial=False),
    Sign("weak.absolves", """
        not ..2 ( your | anyone 's | anybody 's | anyones | their | his | her | nobody 's ) fault
        none of ..4 ( your | their | his | her | anyone 's ) fault
        ( do not | not ) blame ( yourselves | yourself | themselves | each other )
        nothing ( you | anyone | they ) could have done
    """, denial=False),
    Sign("weak.kindness", """
        you ..2 ( all | everyone ) ..2 ( kind | lovely | good | wonderful | amazing ) ( #stop | to me | and )
        you have all been
    """, denial=False),
    Sign("weak.leave-taking", """
        not [going to] be ( here | around | with you ) ..2 ( long | longer )
        ( ready | time ) to ( go | leave )
        i am ready ( #stop | and )
        made ..1 peace
        said my prayers
    """, denial=False),
    Sign("weak.may-go", """
        now i can ( go | rest | leave )
    """, denial=False),
    Sign("weak.won", """
        ( pain | cancer | illness | depression | disease | it ) ( has won | wins | won ) #stop
    """, denial=False),
    Sign("weak.cleared", """
        ( cancelled | cancelling | emptied | cleared ) ..2 ( everything | appointments | diary | calendar | plans ) ..1 ( after | from | past | beyond )
        ( paid | paying ) off ..1 ( bills | debts | cards | loan )
        ( written | wrote ) ..1 down ..1 passwords
        found ..2 home for ..1 <pet>
    """, denial=False),
    Sign("weak.lightness", """
        ( is | feels | feel | feeling | felt ) ..2 ( peaceful | lighter | calm | light | at peace | relieved | free ) ( #stop | already | now | knowing | about it )
    """, denial=False),
)  # fmt: skip

COMBINATIONS = (
    Combination(
        "crisis.signs.note-and-means", 1, Kind.CRISIS, "plan", Band.CRISIS,
        "A note is written or one will be alone, and the means lie ready.",
        ("weak.laid-out", "weak.note|weak.alone-soon"),
        within=1,
    ),
    Combination(
        "crisis.signs.date", 1, Kind.CRISIS, "plan", Band.RED,
        "A day is set that nobody knows of, or with despair, calm or a farewell beside it.",
        ("weak.date", "weak.let-happen|weak.hopeless|weak.burden|weak.calm|weak.note|weak.goodbye|weak.lightness"),
        within=1,
    ),
    Combination(
        "crisis.signs.dwells", 1, Kind.CRISIS, "implicit", Band.RED,
        "Dwells on what could kill, or on the money the own death would bring.",
        ("weak.lethal|weak.payout", "weak.ruminates"),
        within=1,
    ),
    Combination(
        "crisis.signs.not-the-illness", 1, Kind.CRISIS, "implicit", Band.CRISIS,
        "Takes leave, and says that the illness is not meant.",
        ("weak.leave-taking", "weak.not-illness"),
        within=1,
    ),
    Combination(
        "crisis.signs.absolves", 1, Kind.CRISIS, "farewell", Band.RED,
        "Thanks everyone or takes leave, and says that nobody is to blame.",
        ("weak.absolves", "weak.thanks|weak.kindness|weak.goodbye|weak.sorry-all|weak.love-all|weak.leave-taking"),
        within=1,
    ),
    Combination(
        "crisis.signs.cleared", 1, Kind.CRISIS, "farewell", Band.RED,
        "The days to come are emptied and matters settled, and it feels light or it is time.",
        ("weak.cleared", "weak.lightness|weak.calm|weak.decided|weak.goodbye|weak.may-go"),
        within=1,
    ),
    Combination(
        "crisis.signs.won", 1, Kind.CRISIS, "implicit", Band.RED,
        "The pain has won, with a word of leave.",
        ("weak.won", "weak.sorry|weak.goodbye|weak.thanks|weak.decided"),
        within=1,
    ),
)  # fmt: skip
