"""Crisis: afraid of oneself, near the act, held back by one thread, leaving quietly."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.implicit.unsafe", 4, Kind.CRISIS, "implicit", Band.CRISIS,
        "Is afraid of what they may do.",
        """
        ( not | never ) ..2! ( feel | be | feeling | am ) ..1 safe ( with myself | on my own | alone | by myself |
            from myself | to be alone | in my own head | in my head | from my thoughts | tonight | being alone |
            being left | with my thoughts | left alone | with my own | in my own company | being on my own )
        not safe ( with myself | on my own ( <end> | right now | tonight ) | alone | by myself | from myself | in my
            own head | to be left | to be alone | tonight )
        ( unsafe | danger | risk ) ( to | with | around | from ) myself
        ( not | cannot | not know ) ..6! keep myself safe
        ( cannot | should not | must not | not | please not ) ..1 be|leave|left ..1 ( left alone | left | alone |
            trusted | on my own | me alone ) ( tonight | with ..2 <med> | with ..1 ( knives | razors ) | with my (
            thoughts | own ) | <end> | right now )
        ( left | leave me | be ) alone with my ( thoughts | own thoughts | head | tablets | medication )
        not ..2! trust myself ( tonight | alone | around | with ( <med> | my <med> | knives | a | sharp | them ) |
            on my own | to be | not to | <end> | right now | <anymore> | near | driving | in the )
        ( scared | afraid | frightened | terrified | worried | scares me | frightens me | fear | because ) ..7 ( of
            what i ( might | will | could | may | would | am capable | am going to ) | what i ( might | will | could
            | may | would ) do ( <end> | to myself | if | when | next | tonight ) )
        ( scared | afraid | frightened | terrified | scares me | frightens me | fear ) ..2 ( of myself <end> | of
            being alone with | of my own thoughts | my own thoughts | of my ( own )  ( mind | head | thoughts ) | my
            mind | i will do something | i might do something | i am going to do something | to be alone with my )
        ( know ) what i will do ( if i am ( alone | left alone | on my own ) | tonight )
        thoughts about ..2 <place>
        ( so | very | too ) ( close | near ) to ..1 edge ( <end> | and )
        ( fingernails | fingertips | by a thread ) ..5 ( let go | slipping | snap <end> )
        am not safe #stop
        need to be somewhere safe
        thought of ..4 stopped me
        breaking point ..4 i ( will | might | could ) ..1 do
        ( might | may | will | going to | could | about to | tempted to | scared | afraid | worried ) ..4 ( do |
            doing ) something ( stupid | silly | drastic | permanent | terrible | bad | irreversible | i cannot take
            back | i will regret | i might regret | i cannot undo | awful | i should not | i regret ) ( <end> |
            tonight | to myself | if i | soon | when ..2 alone | before | again | now | with my )
        ( about to | going to | might | could | afraid i will | want to ) do ( something | anything ) to myself
        ( something | anything ) ( bad | stupid | terrible ) to myself
        ( thoughts | voices | voice | head | brain | mind ) ..3 ( telling me to ( do it | do things | end | jump |
            die | kill | hurt | take | give up | go ) | tell me to | telling me i should ( die | end | not [going to] be ) |
            telling me everyone | keeps saying do it | saying i should be dead | saying to do it | says to do it |
            says do it )
        <awful>|those|these thoughts|place ..5 ( ending | dying | death | killing | not being here | tablets | pills
            | knife | hurting | not waking | acting on | act on | harming | jumping | again | are back | came back |
            come back | harder to | stronger | louder | getting worse | taking over | creeping back | have returned
            )
        ( those | these | <awful> ) ..2 thoughts ..5 ( cannot shake | winning | consuming | overwhelming | haunting
            me | frighten | scare | not go away | will not stop | won )
        have ..2 dark thoughts
        ( scared | afraid | frightened | terrified | worried | scares me | frightens me | fear ) ..2 i ..3 ( hurt |
            harm | kill | hurting ) myself ..1 ( <end> | if | when | tonight | again | one day | soon | and |
            because | next | one of these )
        ( stop | keep | prevent ) myself from ( jumping | doing it | taking | cutting | ending | driving |
            swallowing )
        thoughts ..3 ( very | really | going ..3 | so | too | getting ) <awful> [place|places]
        ( some | having | had | have ) ( very | really | seriously | extremely | increasingly ) <awful> thoughts
        having ( those | these | the <awful> | <awful> | that kind of ) thoughts
        ( thoughts | feelings | urges ) [of] ( are back | have come back | came back | returned | are getting
            stronger | have returned )
        ( scared | afraid | frightened | worried | terrified ) i will act on
        ( act | acting | acted ) on ( these | those | my | the | it ) thoughts|urges|feelings
        ( thinking about | thought about | want to do | going to do | planning | tempted to do | considering ) it
            again ( <end> | you | tonight )
        ( hide | hid | take | took | lock | locked | remove | flush | get rid of | give | put | keep | hidden | look
            after | hold ) ..5 ( knives | tablets | pills | my meds | medication | razors | my morphine | blades |
            scissors | sharps ) ..1 ( from me | from myself | away from me | off me | so i do not | before i | in
            case i | so i cannot )
        ( lock~ | hide | hid | hidden | hiding ) [up|away] ..1 ( knives | razors | blades | sharps ) [up|away]
        ( give | gave | given | handed | handing | giving ) ..1 my ( <med> ) to ..3 ( look after | keep | hold |
            mind | so i )
        not stop ..1 thoughts
        thoughts will not stop
        staying ( alive ) for ..1 <cling>
        take ..2 ( my <med> | <med> ) ( off me | away from me | away before )
        ( need | needs | someone | somebody | please | want | help | god ) ..2 ( stop me | to stop me | save me from
            myself ) ( <end> | before | from | now | doing )
        ( stop | save | help ) me ( before i | from myself | from doing | from hurting | from taking | from ending )
        not [try] [to] stop me
        too late to ( stop | save | help ) me
        ( nobody | no one | nothing ) ( can | will | is going to | could ) stop me ( <end> | now | this time |
            tonight | anymore )
        ( near | close to | at | on | over ) ( the edge ) ( of ending | and i | tonight | now | and ready to | and
            about to )
        how much longer|long i can ..1 ( keep fighting | keep myself | fight these | resist | hold on | fight the
            urge | stop myself | hang on )
        fight~|fighting|resist~|resisting ..1 urge|urges
        not ..6! stop myself ( <end> | this time | tonight | <anymore> | much longer | next time )
        not promise ..6 ( be safe | stay safe | keep safe | keep myself safe | be okay tonight | hurt myself | harm
            myself | be here | still be here | be around | be alive | wake up | not do )
        ( rang | called | phoned | ring | call | under | waiting for | calling | ringing ) ..1 crisis ( team | line
            )
        talk me ( out of | down )
        before i do something ( stupid | silly | drastic | i regret | terrible | awful )
        ( how much more | how much longer | how long ) i can ..1 ( take | stand | bear | hold | last ) ..4 ( before i | and then )
        ( how long | how many days ) ..4 ( for | till | until | before ) ..3 ( find | found ) me
        """,
        denial=False,
    ),
    Rule(
        "crisis.implicit.brink", 1, Kind.CRISIS, "implicit", Band.CRISIS,
        "Was near the act, or is held back by little.",
        """
        <place>|<tool> ..6 <tempted>
        keep ..3 ( past | to | by | near ) ..1 ( bridge | tracks | cliff | cliffs | roof | railway )
        ( looking | looked | leaning | leaned | peering ) over ..1 ( edge | railing | balcony | side of the bridge )
        ( nearly | almost ) ( took | swallowed ) them
        got as far as ..6 ( razor | pills | bridge | tablets | edge | rope | roof )
        ( until | after ) ..4 ( wedding | exams | birthday | christmas | graduation | funeral ) ..3 then ..3 ( done
            <end> | gone | can go | end )
        <tempted> ..5 <place>|<tool>
        ( keep | kept | end up | ended up | find myself | found myself | finding myself | been | was | spent ) ..6 (
            level crossing | on ..1 bridge for | top of ..1 multi storey | multi storey | railway line | train
            tracks | cliff edge | edge of ..1 ( platform | roof | cliff ) )
        one ( step | push | slip | jump ) and it would
        all it would take is
        how many ..3 ( i would need | it would take <end> | would be enough | it takes <end> | do i need <end> )
        if i ( did not have | had not ) ..5 i would ( not [going to] be here | be gone | be dead | have )
        because of what i ( said | might do )
        ( sat | sit | sitting | stood | stand | standing | parked | spent ) ..6 ( with ..3 ( <tool> ) ( in front |
            in my hand | in my lap | beside | on the table | laid | for hours ) | <tool> in ( front | my hand | my
            lap ) )
        ( had | held | holding | got ) ..2 ( tablets | pills | blade | razor | rope | knife | gun ) in my hand
        counting ..3 ( tablets | pills | meds ) [i] [have] [got]
        keep counting ..2 ( tablets | pills | meds )
        if i ( had a gun | had the guts | had the courage | had the nerve | were braver | was braver | was not such
            a coward | were not such a coward | was brave | were brave )
        <braver> ..1 to <deed>
        ( would | would have | i ) ..2 <deed> ..4! if ..3! <braver>
        ( only | sole | main | one | single ) ..3 ( thing | reason | person | <cling> ) ..4! ( stopping me | keeping
            me | holding me | preventing me | stop me | stops me | keep me | keeps me | holds me | i am ..1 ( alive
            | here <end> | still here | breathing | going ) | i have not ..1 ( done | ended | killed | jumped | gone
            ) | i do not <deed> )
        ( that is | is ) what keeps me ( here | alive )
        [is|are] all that is keeping me ( here | alive )
        only ..2 <cling> ..2 ( stopping|keeping|holding|stop|stops|keep|keeps|holds me )
        only ( alive | still alive | still here | staying alive | living | breathing ) ( because of | for | so |
            until | because )
        only here ( because of | for ) ..2 <cling>
        just hanging on ( for | until )
        only ( hanging on | staying alive | still here ) ( until | till | for )
        only here ( until | till ) ..4 ( dies | goes | gone | exams | wedding | old enough )
        if it ( was | were ) not for ..5 ( i would be gone | i would not [going to] be here | i would have ( done | ended |
            gone | killed | jumped | taken ) | i would be dead | i would end | i would have given up | gone already
            | be gone already )
        ( nearly | almost | this close to | so close to ) ( did it | went through with it | doing it | going through
            with it ) ( last night | again | this | yesterday | today | on | <end> )
        ( minute | second | moment | step | inch | breath ) away from ( doing it | ending | jumping | it all | death
            | taking | killing )
        would do it if i ..3! ( scared | frightened | afraid )
        ( disappointed | sorry | gutted | angry | sad | hate | upset ) ..2 i am still ( alive | here )
        too scared to ( do it | end it | die <end> | jump )
        was ( going to | about to ) do it ( but | last night | and then | when | then )
        ( could not | did not ) go through with it
        ( hope | hoping ) ..3 ( they | he | she | kids | nobody | no one ) ..3! find~ ( me | my body )
        ( whoever | who | when they | when you | he | she | they | someone | kids | one who | ones who | so they can
            ) ..2 ( find | finds | found ) ( me <end> | my body | me dead | me in time | me hanging )
        ( edge of the platform | ( watch | watching ) the trains ( and ( think | wonder | imagine | wait ) | go by
            and ) | edge of the cliff | edge of the roof )
        ( look~ up | google~ | search~ | read~ about | reading about | researching | calculated | worked out ) ..2 (
            how much it takes | how many it takes | how many it would | how high | how long it takes | how much you
            need | how much would )
        my time has come
        my time to go
        ( no need | not bother | no point | not need | cancel ) ..8! ( i will not be ( here | there | around |
            needing it | coming back ) | i will be gone | not [going to] be needing )
        not [going to] be ( here | around | needing it | needing them ) ( by then | after then ) <end>
        ( be | is ) ..1 last ( one | christmas | birthday | summer ) ..4! ( made sure | see to that | by choice | my
            choice | decided )
        ( hope | hoping | praying ) ..2 ( that is it | it is the last time i | that is the end of me | it is quick |
            it is painless )
        ( only | just ) an end <end>
        ( by | this time ) ( this ) ..2 ( time | tomorrow | next week | friday | monday | tonight | weekend ) ..7 (
            not [going to] be in pain | none of this | be over | not matter | matter | be free | be at peace | be gone | not
            hurt | be with )
        this time ( tomorrow | next week ) i ..5! ( not | no more | gone | free | peace | over )
        soon ..3! ( will not hurt | not hurt <anymore> | no more pain | be no more pain ) <end>
        """,
        denial=False,
    ),
)  # fmt: skip
