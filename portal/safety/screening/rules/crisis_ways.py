"""Crisis, said outright: death as the only way, questions about how, a sleep without waking."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.intent.only-way", 1, Kind.CRISIS, "intent", Band.CRISIS,
        "Death is the only way left, or is chosen.",
        """
        ( no | only | not ..2! any | best | last ) ..1 ( alternative | option | choice | answer | solution | escape
            | way out | way | thing left | hope ) ..3! ( suicide | death | dying | killing <refl> | ending ( it | my
            life | things ) | to die | to kill | to end ( it | my life ) )
        ( suicide | death | dying | killing <refl> | ending ( it | my life | things ) ) ..2 ( only | best | last )
            ..1 ( alternative | option | choice | answer | solution | escape | way out | way | thing left | hope )
        ( choose | chosen | chose | choosing | crave | craving | welcome | embrace | seek | seeking ) ..1 ( death |
            to die | dying )
        look~ forward to ..1 ( death | dying | being dead | the end )
        ( <mean> | <ponder> ) ..1 ( stop | stopping ) living
        my plan is to ( die | poison | end my suffering | overdose )
        ( <mean> | <ponder> ) ..1 disappearing for good
        ( stop | done | quit | finish ) ( living <end> | being alive | breathing <end> | existing )
        ( today | tonight | tomorrow | friday | saturday | sunday | monday | this ) ..2 ( day | night ) i ( die |
            end it | end my life | kill myself | do it | go <end> )
        ( my last | last ) ( day | night | hours | hour ) ( alive | on earth | on this earth | here <end> | of my
            life | living )
        ( is | be ) my last ( day | night ) ( <end> | alive | on ( earth | this earth ) )
        time ( for me )  to die
        life is over for me
        my life is over <end> i
        not survive ..1 night
        not wake up ( tomorrow | again ) ..6 made sure
        no place for me in this ( world | life )
        be|am ..1 dead ( by ( tonight | tomorrow | friday | monday | tuesday | wednesday | thursday | saturday |
            sunday | christmas | morning | ..1 weekend | end of ) | before | soon | tonight | tomorrow | in the
            morning | within ) ..2
        not ..2! live past ..2 ( birthday | christmas | easter | <soon> )
        not live ( past | to see | beyond | through ) ..2 <soon>
        take~ <refl> out ( <end> | of this ( world | life ) | tonight | of the equation | for good )
        ( remove|delete ) <refl> from ( the equation | this world | everyone | their lives )
        ( do it | get it right | not fail | make sure | succeed | do it properly | not mess it up ) ..2 ( this time
            | next time )
        ( next time | this time ) ..4! ( not fail | not mess | not botch | not get it wrong | not muck | not bottle | not wimp | not chicken | not back out | properly | succeed | make sure | not survive | will work | get
            it right | nobody will stop )
        ( finish ) ( what i started | the job )
        ( failed ) ..2 ( kill <refl> | attempt | to die | suicide )
        ( survived | after | since ) ..1 my ..2 ( suicide | attempt | overdose )
        ( try | trying | tried | attempt ) ..2 ( kill <refl> | take my own life | end my life ) again
        ( want~ | going | might | will ) to ( try | do it ) again ( <end> | tonight | and | but | properly | soon )
        ( do it | get there | get me | kill me ) first <end>
        my death ( date | day | is planned | plan )
        ( plan~ | planning | planned ) ..1 my ..1 ( exit | death | own death | departure | escape from life | ending
            )
        make ( it | my death ) look like ..2 accident
        only death
        never ..1 ( this | so | more | as ) ( suicidal | close to ending )
        <nobody> ..2 find me ( until | in time | till | before )
        only ..5 when i ( die | am dead | am gone )
        ( doing | do ) it tonight ..6 decided
        suicide ..2 ( out of | off ) ..1 ( head | mind | thoughts )
        why ( should | would | must ) i [still|keep|go on] ( live | living ) <end>
        why ( go on | keep | keep on | carry on ) living
        """,
        denial=False,
    ),
    Rule(
        "crisis.plan.research", 1, Kind.CRISIS, "plan", Band.CRISIS,
        "Asks how dying could be brought about.",
        """
        ways ..1 to die
        ( is there | find | know | need | want | looking for | tell me | what is ) ..2 ( way | way for me ) to die (
            <end> | that | without | which | in my sleep | quickly | peacefully | painlessly | by )
        way to die ( that | without | which | in my sleep )
        easiest|quickest|painless|painlessly|fastest|best|peaceful|gentlest|easy|quick|least ..3 ( way | ways |
            method | methods | painful way ) ..2 ( to go <end> | to die | to end | out <end> | of dying | of going
            <end> | to kill | to do it )
        painless|peaceful|quick|easy death|deaths|exit
        how [do|can|could|would|should] [i] [to] die ..2 painlessly|peacefully|quickly|fast
        how to die
        how long ..4 to die from ..2 overdose
        ( what | which | how ) ( dose | amount | quantity | much ) of ..1 <med> ..1 ( kills | would kill | will kill
            )
        ( overdose | hanging myself | drowning myself | bleeding out ) ( painful | hurt | painless | peaceful |
            quick )
        how ( can | could | do | should | would ) i die ( without | with no | quickly | in my sleep )
        ( what | which ) ( dose | amount | quantity ) ..4 ( fatal | lethal | deadly | kill )
        ( painful | painless | hurt | quick | peaceful | long ) ..2 to die ( from | by | of ) ..2 ( overdose |
            hanging | drowning | carbon | paracetamol | morphine | insulin | starvation )
        ( can | could | will | would | do ) ..1 ( you | i | someone | a person | anyone | it | one ) ..1 ( die |
            kill you | kill me | be fatal ) ( from | of | if | by ) ..2 ( taking | eating | chewing | mixing | injecting | having | swallowing | take | took |
            overdose | too many | starving | stopping | injecting | drinking | not eating | all )
        how long ..3 ( take | does it take | would it take ) to die ( if ( i | you | someone ) | from ( taking | an
            overdose | not | swallowing | stopping | starvation ) | without ( insulin | food | water | dialysis ) |
            by )
        ( what happens | what would happen ) if ( i | you | someone ) ( take~ | took | swallow~ | inject~ ) ..1 (
            all | whole | every | bottle | box | <many> )
        enough ..4 ( to|that ) ..3 ( stop ..2 ( breathing | heart ) | kill | finish | put ..1 to sleep forever | not
            wake | never wake )
        ( research~ | googl~ | google~ | look~ up | search~ for | search~ | read~ about | reading up on ) ..3 ( ways
            to die | methods | painless | lethal | overdose <end> | how to die | how to end | how to kill | fatal |
            suicide )
        how ( many | much ) ..6 ( would | does | do | will | to | takes | it take | need | is ) ..5 ( kill | die |
            overdose | fatal | lethal | end | never wake | not wake | finish | stop my heart | stop your heart )
        ( lethal | fatal | deadly ) ( dose | amount | overdose | quantity )
        ( which | what ) ..3 ( would | will | can | could ) kill ( me | you | someone ) ( quickest | fastest |
            quickly | painlessly | and | without )
        ( will | would | could | can | do | does | is ) ..1 <many> ..2 <med> ..3 ( kill | be fatal | fatal | enough
            to kill | be lethal | lethal | end it )
        before it ( is | becomes | gets | was ) ( fatal | lethal | deadly )
        ( combined | combining | mixed | mixing | combine | mix ) ..5 ( death | kill | fatal | lethal | deadly | die
            )
        fastest acting
        end ( their | your | ones | one 's ) [own] life ..4 ( pain | painlessly | quickly | without )
        ( dangerous | deadly | fatal | lethal ) ( is it to take | if i take ) ..3 ( all | many | lot )
        """,
        anyone=True,
    ),
    Rule(
        "crisis.intent.not-wake", 1, Kind.CRISIS, "intent", Band.CRISIS,
        "Wishes to sleep and not wake.",
        """
        ( <wish> | wish~ | hope~ | hoping | pray~ | praying | like | love | prefer | if i | could | would | happy |
            fine | okay | relief | glad | better | easier | peaceful | nice | wonderful | lovely | mind ) ..6! ( not
            | never | without ) ..2! wake|waking|woke
        ( go~ to sleep | fall~ asleep | drift~ off | close my eyes | nod off | sleep | slip away ) ( and | without |
            to | so | then ) ..3! ( wake | waking | get up | forever | open my eyes )
        sleep forever
        ( never | not ) want~ ..1 wake|waking up <finish>
        ( wish~ | disappointed | sorry | angry | upset | gutted | hate | furious | annoyed | cry | cried | crying )
            ..4! ( woke | woken | wake | waking | to wake ) up ( <end> | alive | again | this | today | at all |
            still | and | every | each )
        """,
    ),
)  # fmt: skip
