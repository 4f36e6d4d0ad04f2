"""Crisis, said sideways: being a burden, wishing it were over, having nothing left."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.implicit.burden", 3, Kind.CRISIS, "implicit", Band.CRISIS,
        "Believes that others would be better off, or would not notice.",
        """
        <wellbeing> ..6! <gone>
        <gone> ..7! <wellbeing>
        ( deserve~ | deserves ) ..3 ( life without me | better than me and )
        ( normal life | life back | lives back | own life | fresh start | live their lives | live his life | live
            her life ) ..4! <gone>
        <gone> ..6 ( normal life | life back | lives back | fresh start | get on with | move on | start again | live
            their | start over )
        ( <nobody> | doubt anyone|(anyone would) | not think anyone|(anyone would) | would anyone|anybody ) ..4! (
            notice | care | miss | mourn | cry | remember me | realise | mind | shed ) ..5! ( me | if i ..2 ( died |
            gone | disappeared | dead | vanished | stopped | killed | dropped | not here | went | not ..1 wake |
            left this ) | i ..1 gone | i ..1 dead )
        ( <nobody> | not think ..1 anyone | doubt anyone ) ..2 ( come to | turn up to|(at) | be at ) my funeral
        not ..3! be missed
        ( care | cares | caring | matter | matters | difference | bothered ) ..2 ( whether | if ) i [still] ( live |
            am here | am alive | am dead | wake | die | survive | make it | am around )
        what happens to me does not matter
        not [going to] be a ( problem | burden | bother | nuisance | worry ) ( to | for ) ..2 ( after | much longer | <anymore>
            | soon )
        better off ( a widow | a widower | single | with someone else | with another | on his own | on her own |
            with somebody else )
        get over ( it | me ) ..5 ( life | soon | quickly | in time | happier | move on )
        happier with ( their ( gran | dad | aunt | nan ) | someone else | somebody else | another )
        by staying alive
        ( doubt | not think | bet ) ..3! be missed
        ( any | none ) the worse ..3
        if i died ..4 ( any | none ) the worse
        doing ..3 favour <gone>
        ( do | doing ) everyone a favour
        soon ( you | they | everyone | he | she ) ..4 be free <end>
        time i let ( them | him | her | everyone ) go
        without me ..6 ( could | can | would | might ) ..3 ( meet | find | start | marry | move )
        better off gone
        ( <nobody> | would anyone|anybody ) ..4! care if i ..3! ( come home | come back | turn up | wake up | came
            home )
        ( would anyone | who would | nobody would | no one would ) ..1 ( notice <end> | miss me | mourn me )
        not miss me ( when i am gone | if i died | if i went | anyway | much | for long | one bit )
        not care ..2 ( if i live or die | whether i live or die | if i die | whether i live | if i live | if i wake
            up | if it kills me | what happens to me <anymore> | if i survive | if i make it )
        ( not bothered | not fussed ) ..2 ( whether i live | if i live or die )
        worth more dead [than alive]
        ( life insurance | insurance | insurance money | payout ) ..6 ( if i died | if i was gone | more use | when
            i am gone would | than i am )
        free of me
        ( get | getting | be | out of ) ..1 ( their | his | her | everyone 's | everyones | everyone ) way ..1 #stop
        in ( everyone 's | everyones | everyone ) way
        time i ( went | left | was gone ) #stop
        ( life | lives | everything | things ) ..3 ( go back to normal | be normal again ) ..3! <gone>
        free ( them | him | her | my family | my husband | my wife | everyone | you all ) ( of me | from me | from
            this burden | from having to )
        ( not want to | will not | not going to | stop | cannot ) be~ a burden [to|on] ..3 ( much longer | any
            longer | for much | after today | after tonight | for good )
        should [have] never|not ( have been born | been born | exist )
        world does not need me
        ( do | carry on | get on | get by | go on | turning | turn | continue | keep turning ) ..1 ( fine | okay |
            well | happily ) ..1 <gone>
        not [going to] be ( anybody 's | anyone 's | anybody | anyone | your | their ) ( problem | burden | worry )
        ( not meant | should not | not supposed | do not deserve | no right ) [to] be ( alive | breathing | still
            alive )
        <nobody> ..1 ( needs | wants me here | would want me ) ( me <anymore> | <anymore> | anyway | here )
        take~ up ( space | oxygen | air | resources | ..1 bed ( someone | that ) )
        waste of ( space | oxygen | air | a bed | resources | time and money )
        ( no | little ) use to ( anyone | anybody ) [ alive | like this | anymore ]
        not deserve to be ( here | alive )
        better off out of ( it | this world | the way <end> )
        what is the point of ( me | my being here ) <end>
        """,
        denial=False,
    ),
    Rule(
        "crisis.implicit.wishing", 1, Kind.CRISIS, "implicit", Band.CRISIS,
        "Would be glad if life ended by itself.",
        """
        <wishing> ..5! <myend>
        not fight it if
        going to a better place
        if i ..3! <myend> ..4! ( fine by me | fine with me | okay by me | okay with me | so be it | good | a relief
            | a blessing | no loss | not mind )
        ( let | letting ) ( the cancer | cancer | it | the disease | nature | this disease | the illness | this
            illness | sepsis | the infection | this thing ) ..1 ( take me | win <end> | kill me | finish me | finish
            it | have me | do its job | do the job | take its course ..3 ( sooner | the better | quickly ) )
        ( cancer | disease | it | infection | this | tumour ) ( can | could | may ) ( have me | take me | win <end>
            | finish me )
        ( sleep ) ..5 ( be the end | to be it | be the last )
        ( hope | wish | want | pray ) ..3 go in my sleep
        wish ..4 had ..1 ( killed | finished | taken ) me
        ( envy | jealous of | envious of ) ..4! ( die | died | dead | dying | not make it | passed away )
        wish it ( was | were | had been ) me
        ( god | lord ) ..5! take me <end>
        not ..3 wait for ..1 ( cancer | it | disease | this ) to ( do it | kill | finish | take )
        not belong in this world
        i will be out of pain ..1 soon
        want~ it to ( take me | kill me | win <end> | finish me | be terminal )
        ( hope | hoping | glad | good | relieved | want ) ..3 ( cancer | scan | it | this | results | tumour |
            disease | next one | bad news ) ..4 ( terminal so | is terminal | will take me <end> | wins | gets me
            quickly | gets me soon )
        ( should have | should have just | better if i had ) ..2 ( died ( on | in | then | when | that | at | <end>
            ) | not survived | never survived | never woken | let me ( die | go ) | left me [to die] | been left to
            die | not been found | not saved me | not ( brought me back | resuscitated ) | let me go )
        ( should not have | wish i had not | should never have | wish they had not | wish they had never | why did
            they ) ( survived | woken up | woken <end> | lived | been saved | been born | made it through |
            resuscitated | saved me | brought me | found me | revived | save me )
        why ( did ) ..2 ( bother | save | bring | resuscitate | revive | have to ) ..1 ( save | saving | bring |
            bringing | me ) [me] [back]
        ( stop | stopped | stopping | refuse | refusing | skip | skipping | not tak~ | not taking | given up ) ..7 (
            so | until | and | hoping | then | because ) ..3 ( i | it | nature | just ) ..2 ( die | dies | kills me
            | end <end> | ends it | take me | takes me | go <end> | slip away | let go | waiting | fade | it to be
            over | it over ) ( <end> | sooner | quicker | faster | me | soon | quickly | too | to die )
        i have stopped eating and drinking
        ( decided | going ) to stop eating <end>
        stop~ ( eating | drinking ) ( to | and | so ) ( speed | die | just | i can | it | go | fade | let | wait )
        ( sooner | quicker | faster ) the better
        ( wish~ | want~ | pray~ | ask~ | hope~ | beg~ ) ..4 ( take me now | take me instead | take me in my sleep |
            take me home | let me slip away )
        ( could | might | tempted to | going to | want to | would be so easy to | easy to | easier to ) ..1 ( let go
            <end> | let myself go under | stop fighting and go | close my eyes forever | go to sleep for good | slip
            under | fall asleep forever | stop breathing | let myself sink )
        ( long | peaceful | eternal | forever | big ) sleep ( i | from | would | sounds | appeals | is )
        ( peace | rest ) ( only in death | in death | when i am dead | once i am gone | once i die )
        ( permanent | eternal | everlasting | forever ) ( peace | rest | sleep | silence | relief )
        ( will | going to | soon ) ..1 be at peace ( soon | tonight | tomorrow | by ) [soon]
        time ..2 ( for me | i | time ) to ( rest | go <end> | leave <end> | stop <end> | let go | check out | give
            up and go )
        ( think | thinking | wonder | wondering | imagine | imagining | thought | daydream | dream | picture ) ..2 (
            about not being here | about not existing | not existing | about not waking | of not being here | about
            being dead | what it would be like to ( die | be dead ) | what it is like to be dead | how it would feel
            to die | who would come to my funeral | about how easy it would be | how easy it would be | how peaceful
            it would be | about just not | about letting go | about letting myself | of letting go )
        ( want to | going to | will | soon | ready to | go to | like to ) ..2 ( be with | join | follow | go to |
            see ) ..2 ( late ( husband | wife | mum | dad | son | daughter ) | him again | her again | them again |
            her soon | him soon | them soon | in heaven | on the other side | my dead | those i lost )
        long|longer ( till | until | before ) i am with ..4 again
        ( following | joining ) ..1 ( her | him | them | mum | dad ) <end>
        ( as soon as | when | once | after ) ..4 ( dies | passes | goes | die | is gone | has gone | gone ) ..4! (
            following | joining | my turn | going too | i am going | no reason | nothing to stay | i am out | i will
            go too | free to go | i am off | not stay | not [going to] be staying | not stick around )
        <deed> by now
        ( hope | hoping | pray | praying | wish | wishing ) ..1 for ..1 heart attack
        be ( where | wherever ) ..2 ( husband | wife | mum | dad | he | she | son | daughter | brother | sister ) is
        be ( joining | with ) ..2 ( wife | husband | mum | dad | son | daughter | brother | sister | her | him ) ..2
            ( before long | soon )
        dead if it ( was | were ) not for
        only keep going because of
        not [going to] be in pain much longer
        ( calm | peaceful | lighter ) ..6 be over soon
        take me tonight
        ( pray | hope | wish | want ) ..3 not see ( another ( sunrise | day | morning | dawn ) | tomorrow | the
            morning | morning )
        not belong here <anymore>
        <unable> ..1 doing this life
        worth more that way
        ( stopped | stopping | given up ) ( eating | drinking ) ..4 let nature take
        want to be with ..3 again #pause|#stop ..5 ( dead | died | passed | gone )
        without looking #pause|and|because ..4 ( not care | hoping )
        wish ..8! let me go <end>
        ( god | lord | jesus | universe | cancer ) to take me ( <end> | tonight | now | home | soon | in my sleep |
            quickly )
        ( nature | it | illness | disease | cancer ) ..2 ( finish it | finish the job | finish me | do the rest |
            take over ) [off] ..1 ( quicker | faster | sooner | quickly | for me )
        ready to ( join | be with | follow | go to ) ( my | him | her | them )
        """,
    ),
    Rule(
        "crisis.implicit.no-future", 4, Kind.CRISIS, "implicit", Band.CRISIS,
        "Sees no way on, no tomorrow, no reason.",
        """
        <none> ..2 <onward> ( <end> | <anymore> | and | for me | for myself | ahead | left | with | like this | beyond | to speak of |
            in me | without )
        ( see | have | got | there is ) nothing ( ahead | left for me | left here | in front of me | here for me |
            beyond | past | to live | to stay | worth ( staying | living | getting up | waking ) )
        what is left for me
        nothing ..1 worth ( staying | living | getting up | waking | hanging on ) for
        life is not for me
        not want ..1 ( this life | my life | life ) ( <end> | <anymore> )
        not do~ ..1 another ( winter | year | christmas | summer | birthday )
        why i should ( keep going | carry on | go on <end> | stay <end> | live | bother <end> | be here )
        ( not | cannot | doubt ) ..6! ( make it | get | last | survive | live | be here ) ..1
            [through|until|till|to] ..1 ( night | tonight | morning | weekend | another night | another day ) (
            <end> | of this | like this )
        ( nothing | not anything | what is there | not a thing ) ..2 ( here for me | left for me | keeping me |
            holding me | to keep me | to stay for | to stay <end> | to live for | to get up for | to wake up for |
            to hang on for | to go on for | to carry on for | left to stay | left to lose )
        ( <unable> | not ) ..1 ( see | imagine | picture | envisage ) ..1 ( past | beyond ) ( this | next | the |
            tomorrow | today | christmas ) [week|weekend|month|year]
        ( <unable> | not ..2! ) ..2 see|picture|imagine|envisage ( myself | me | a life | my life | tomorrow ) ..4 (
            beyond | past | tomorrow | next week | next year | future | being alive | living | <anymore> | existing
            | this week | the weekend | being here | with me in | growing old )
        ( <unable> | not ..2! ) ..2 see|picture|imagine|envisage ( myself at <number> | a life | tomorrow | a future | a tomorrow ) <end>
        ( no | not ..3! a|any|the | cannot ..2! | not see ) ..2 ( other way out | way out <end> | way out of this
            <end> | way out but | way out for me | other way to stop | other option <finish> | other choice <finish>
            | way through this | way to keep going | way to go on )
        ( only | one | easy | easiest ) ..1 ( way out | way i can ..2 ( stop | peace | free | escape ) | way to (
            stop it | make it stop | end it | escape | be free | get peace | find peace | make the pain stop for
            good | get away from ) | escape <end> | exit <end> | way forward ( is | would be ) | answer left | thing
            left ( to do | for me ) | option left | solution left | way this ends )
        ( <unable> | not ..2! ) ..2 ( see | find | think of | imagine | come up with | remember ) ..3 ( reason |
            point | sense ) ..3! ( wake | waking | get up | getting up | get out of bed | tomorrow | go on | going
            on <end> | carry on | carrying on <end> | keep going | live | living | stay alive | staying alive | stay
            here | staying here | stay <end> | be here | being here | exist | continue <end> | continuing <end> |
            hang on | anything | <anymore> | bother | trying | opening my eyes | keep trying | see tomorrow | me )
        ( no | not ..2! | not see ) ..2 tomorrow for me
        not ..3! want ..1 another ( birthday | christmas | year | day | morning | night like ) [of|on|in]
        not plan~ on ..1 tomorrow
        ( peace ) ..6 know what i ( have to | must | need to ) do
        all of it #stop for good #stop
        bottle of ( vodka | whisky | whiskey | gin | rum | wine ) and ..4 <med>
        not plan~ ( on | to ) ..1 ( see ( <soon> | #year | the spring | spring | summer | another ) | being around |
            be around | being here | be here | being alive | be alive | living | seeing ( <soon> | #year | another |
            the | spring | summer ) | making it to | reaching )
        ( not | never ) ..2! ( see | reach | make it to | last until | be here for | be around for ) ..2 ( <soon> |
            spring | summer | autumn | winter | #year | thirty | forty | fifty | sixty | #many ) ..6 ( how i want |
            my choice | made sure | by choice | choose | decided | and i do not care | and that is fine | good | see
            to that | on purpose )
        ( how i | how am i supposed to | how can i | how do i | not know how to ) ..2! ( keep living | go on living
            | carry on living | live like this | go on like this | carry on like this | keep on living | face
            another day | face tomorrow )
        ( <unable> | not ) keep ( living | going on ) ( like this | this way | <end> | with )
        ( <unable> | not ) ( go on | carry on | keep going | keep on going | live | exist | do life | keep living |
            continue | stay alive ) ( like this <end> | like this <anymore> | <anymore> | this way <end> | with this
            pain | without him | without her | much longer | another day | <end> | and i | i want )
        ( <unable> | not ) ..1 ( do | face | bear | get through | manage | take | survive | stand ) ..1 another (
            day | night | week | hour | morning | tomorrow | sunrise | year | minute ) ( <end> | of this <end> |
            like this | of living | alive | on this | in this body | <anymore> )
        ( want | need ) ( out | a way out | out of here forever ) ( <end> | of everything | of this life | of life |
            for good | now )
        ( want~ | wish~ | wishing | wanting | like | need | rather ) ..2 ( to | i could | i can | could ) (
            disappear | vanish | fade away | slip away | cease | evaporate | not exist | stop existing | be erased |
            be no more | drift away | be nothing ) ( <end> | and | forever | for good | completely | from | into
            nothing | without | because | tonight | never | <anymore> )
        ( want~ | need | wish~ | long~ ) ..5 ( stop | end | over | finish | go away ) ( permanently | forever | for
            good | once and for all )
        ( <mean> | going to | will | about to | time to ) disappear ( forever | for good | <end> )
        wishing i ( had | would | have ) not <end>
        future where i am
        <unable> ( go on | carry on ) with ( this | my ) life
        <unable> keep on living
        <unable> keep ( <refl> | me ) alive
        <unable> ( go on | carry on ) ( living | existing | breathing | being here | being alive )
        no way out of ( this | it ) for me
        not matter to ( anyone | anybody | anything )
        how do you ( carry on | go on | keep going ) when ..2 nothing
        nothing but ( blackness | darkness ) ( ahead | left )
        no way through #stop
        stopped planning ..3 ( past | beyond | after )
        <unable> live with ( this | it | the pain | this pain | cancer ) ( <anymore> | #stop | <end> i )
        <unable> ..1 ( face | stand | bear | do | take | survive | get through ) one more ( day | night | week |
            hour ) [of]
        not ..1 ( strong | brave ) enough to ( carry on | go on | live | keep going | continue )
        come to the end #stop
        run out of road #stop
        want ..1 world to stop
        out of it all <end>
        ( press | push ) ..1 button and ..2! ( exist | gone | disappear | die )
        be where ..2 ( husband | wife | mum | dad | he | she | son | daughter ) is
        wish i ( had | would ) gone with
        not coming back #stop
        nothing but a memory
        or i would be ( gone | dead ) <end>
        <unable> ( do | take | cope with | bear | stand | handle ) ( this | it ) <anymore> #stop
        have nothing left #stop
        want ..1 peace #stop
        am ready to go #stop
        ( what is | no | not see ) ..1 ( use | sense ) ..2 ( going on | carrying on | living | fighting ) <end>
        ready to go now <end>
        at peace with what i have to do
        not expect ..1 to be ( alive | around | here ( <end> | when | by | next | at christmas ) )
        not plan~ on ..2 ( next | another ) ( christmas | birthday | year | summer )
        ( <unable> | not ) ..1 ( imagine | see ) ..2 ( getting through | making it through | lasting | surviving )
            ..2 ( another | the | this | until | next )
        ( <unable> | not ) ( carry on | go on ) living ( like this | this way | with this )
        not ..2! ( seem | feel ) ..2! ( point | reason | sense ) ..3! ( being here | living | going on | staying |
            carrying on | trying )
        given up on ( living | life )
        that is how i want it
        ( stop | end | stopping | ending ) ..4 ( pain | suffering | misery ) ( for good | forever | permanently |
            once and for all )
        idea of not being here
        how much longer|long i can ..1 ( keep going | go on | keep living | carry on | live ) ( <end> | like this )
        living is useless
        my life [to] ( to be over | over with | over and done | to be done )
        ( why am i | why i am | why are we ) ( still | even ) here <end>
        ( why am i | why i am | why are we ) [still|even] ( alive | breathing | bothering to live |
            bothering with life )
        why ..2 bother ( being alive | living | getting up <end> | waking up | breathing | existing | to live |
            going on <end> | carrying on <end> | staying alive )
        ( why | should | do ) ..1 i ..1 ( be here <end> | stay alive | keep living | carry on living | go on living
            )
        what ( do i have | have i got | is there | is left ) ..2 to ( stay for | live for | wake up for | get up for
            | go on for | keep going for | hang on for | stick around for | stay <end> )
        ( what is | no | not see | not ..2! | is there any | where is | any ) ..2 ( point | purpose | sense ) ..2! (
            to me | of me <end> | in me <end> | to my life | in my life | of my life | of my existence | in my being
            | in anything <anymore> | to anything <anymore> | to any of it | in any of it | of any of it | in trying
            <anymore> | in fighting <anymore> | <anymore> | of it all )
        ( reached | at | past ) ( the | my ) ..1 ( end of my rope | end of the road | end of the line ) ..1 ( and |
            with life | now i | there is )
        how ( easy | simple | quick | peaceful | nice ) it ( would | could | might ) be to ( end | stop | let go |
            step | jump | just | take | slip | not | die | drive | walk | fall | swallow | disappear | go <end> )
        ( it | would | that ) ..2 be so easy ( <end> | to ( end | stop | let go | step | jump | just | take | slip |
            die | drive | walk in | swallow | disappear ) )
        ( i | to ) ..1 ( decide | choose | pick ) ..1 ( when | how | when and how | the time ) ..1 ( i go <end> | to
            go <end> | i die | it ends | i leave | <end> )
        on my own terms ..3 ( before | now | soon | while i | tonight | this )
        ( before it | before this | before cancer ) ( takes everything | takes me | gets me | does it for me |
            finishes me )
        rather choose ( it | how | when | my | the )
        until ( my mum | mum | the dog | my dog | dad | my dad | the cat ) ( dies | passes | goes | is gone ) [and]
            [then]
        i can make that happen
        """,
        denial=False,
    ),
)  # fmt: skip
