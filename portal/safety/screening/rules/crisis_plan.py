"""Crisis: plan and means."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.plan.stock", 3, Kind.CRISIS, "plan", Band.CRISIS,
        "Keeps medicine back, more than is needed.",
        """
        stockpile~|stockpiling|hoard~|stash~|squirrel~|squirrelling|accumulate~|amass~|banking|(storing up) ..4 (
            <med> | it for later | them for later | it for when | them for when | until i )
        ( storing | saving | keeping | hiding | collecting ) ( it | them ) ( up | for later | for when | until i |
            for the | away )
        been collecting|gathering|hiding ..2 <med>
        collecting ..2 ( pills | tablets | painkillers | sleeping )
        ( hid | hidden | hide | hiding ) ..3 <med>
        save~|saving up ..4 ( <pill> | <drug> )
        put|putting|keep|keeping ..3 <pill>|<drug> ..1 ( by | by each | to one side )
        put|putting|keep|keeping|kept|hold|holding ..2 ( aside | back ) ..4 <med>
        putting|put|keep|keeping|setting|set ..3 <med> ..1 ( aside | under ..2 ( mattress | bed | pillow ) | for
            later )
        save~|saving ..2 <med> up
        <med> ..2 ( saved up | saved now | stashed | hoarded | stockpiled | put aside | hidden away | squirrelled )
        ( my | secret | little | hidden | big | growing ) stash|stockpile|hoard of ..3 <med>
        my stash|stockpile|hoard ( is | ready | big | grows )
        stash of ..1 ( pills | tablets | morphine | oramorph | painkillers | sleeping | opioids | diazepam )
        enough ..2 ( <med> | saved | in ..1 drawer ) ..3 to ..2 ( kill | end | finish ( it | me | myself ) | do it |
            do the job | never wake | not wake | sleep forever | put me ( out | to ) | take me out | make sure | be
            sure )
        enough to ( kill me | end it | end my life | do the job | never wake | not wake | stop me breathing | be
            sure of it | make sure of it )
        ( save~ | saving | keep~ | keeping | collecting ) ..2 <med> ..4 ( so ..2 can | to | until i | for when i |
            ready to ) ..4 ( take them all | all at once | end | die | go <end> | overdose | kill | cannot | take it
            <anymore> | have had enough | am ready | decide )
        ( bag | box | tin | drawer | jar | stash | pot | cupboard ) ( of | full of ) ..2 <med> ..6 ( for when i |
            under ..1 bed | waiting for | just in case i | if i decide | for the day )
        not ..2! taking ..3 <med> ..3! ( keep | keeping | save | saving | store | storing | hide | hiding ) ( it |
            them | each | every )
        ( skip~ | skipping | missing ) ..2 <med> and ..1 ( sav~ | saving | keeping | storing )
        instead of taking ..5 ( saving | keeping | storing | hiding )
        ( keep | keeping | kept ) ..2 <med> ..7 instead of ..1 taking
        ( saving | keeping | collecting | stockpiling ) ..2 ( prescription | prescriptions )
        ( keep | keeping | kept | hid | hide | saved | hidden | saving ) ..7 ( for when i am ready | before i am
            ready | until i am ready | for when the time comes | for when i cannot )
        ( keep | keeping | kept | hold | holding | save | saving | put | putting ) ..3 <med> ..1 ( back | aside )
        enough <med> ..1 ( saved | now | to be sure | in ..1 house )
        take it all <end>
        ( keep | keeping | kept | hide | hid ) ..2 <med> ..6 for the day
        skip~|skipping|skipped|missed ..1 doses so ..3 ( have | get | save | build | plenty | enough | keep )
        researched ..1 how to do it
        how ..4 tie ..2 ( rope | noose )
        ( bought | buy | buying | ordered | got hold of ) ..3 ( bunch | lots | loads | pile ) of ..1 ( pills |
            tablets | paracetamol | painkillers )
        bought more ..1 <med> ..3 enough
        ( looked up | looking up | looked into | looking into | working out | worked out | googled | googling |
            wondering | researched ) ..2 how many ..3 <med> ..2 ( would be too many | too many | it takes | it would
            take | to die | would kill | is fatal | is lethal | i would need )
        tonight ..3 night ..2! i ..2 do it
        tonight i am ( going to do it | doing it <end> | doing it for )
        ( going to | will | gonna ) do it tonight <end>
        know|chosen|picked which ( bridge | building | platform | cliff | tree | car park | roof | bit of track )
        know ..2 how many ( pills | tablets ) ..3 ( i have | are in | i would need | it takes | it would take )
        """,
    ),
    Rule(
        "crisis.plan.means", 3, Kind.CRISIS, "plan", Band.CRISIS,
        "Has the means, the place or the day.",
        """
        ( have | got | bought | ordered | found | holding | buy | buying | sat|sitting with | brought | has ) ..2 (
            rope | noose | pistol | shotgun | revolver | razor blade | razor blades | razorblade | razorblades | gun
            | rifle | handgun )
        noose|ligature
        tied ..1 rope
        rope is in ..1 ( car | garage | shed | boot | loft )
        ( chosen | picked ) ..1 ( tree | beam | method )
        look like ..1 accident
        ( rope | cord ) ..1 ( is | was ) ..1 ( tied | hung | up | ready | round )
        ( something | rope | belt | cord | cable | wire | flex ) ..1 ( round | around ) my neck
        bag over ( my | his | her ) head
        ( going to | about to | want to | ready to | tempted to | keep wanting to ) jump <end>
        ( rope | noose | belt | razor | gun | knife | blade | pills | tablets ) ..3 ( in my hands | in my hand | to
            my head | round my neck | around my neck | next to me | beside me )
        ( pills | tablets | meds | morphine | oramorph | medication ) ..2 ( lined up <end> | lined up on | lined up
            in front | laid out in front | in my hand | in front of me | counted out and | next to me and | are
            calling )
        ( i ..2 counted | i have counted | counting | lined | lining | laid | laying ) ..1 [up|out] ..3 ( pills |
            tablets | meds | medication | painkillers ) ( up in | up on | out in front | out and | tonight | again |
            <end> )
        ( razor | blade | knife | gun | rope | pills | tablets | razorblade | scalpel ) in ( my hand | hand <end> )
        ( beam | hook | branch | tree | rafter | rafters | banister | banisters | rope | light fitting | door frame
            | loft hatch ) ..4 ( hold | take | bear | support ) ..1 ( me | weight )
        engine running ..4 garage
        garage ..6 engine running
        know where ..5 ( gun | shotgun | rifle | pistol | pills are | tablets are kept )
        know where i would ( jump | do it | go to do it )
        lined up ..3 ( pills | tablets | meds | medication | painkillers ) ( on | in front | <end> | tonight )
        plan~|planning|planned ..1 how i ..2 ( die | do it | end | go <end> )
        <place> ..4 to jump
        <med> ..5 to ( die | kill <refl> | end it | end my life | never wake | not wake )
        plan~ ( to die | to end | to kill | for ending | for dying | of ending | how i will die | how to die | my
            death | my suicide | my own death | my exit )
        i have ..3 plan ( and | to ) ..3 ( means | carry it out | kill | end | die | not be here | written the note
            | the note )
        ( have | made ) a plan and ..2 ( means | everything i need | note | pills | tablets | know when )
        ( plan | method ) ..2 ( in place | worked out | ready | set | all set | all planned ) ..2 ( to die | to end
            | to kill | for tonight )
        planned ..2 ( how i will | how i would | how i am going to | my death | everything including | exactly ) ..2
            ( do | die | go | end | it )
        ( know | decided | chosen | picked | planned | worked out | figured out | thought about | thinking about |
            think about | sorted | imagined | imagining | chose ) ..2 ( how i | where i | exactly how | the way i )
            ..3 ( do it | die | end | kill | going to do it | would do it | jump )
        decided ..1 when i ..2 ( do it | die | end )
        ( decided on | chosen | picked | set | got | choose | have ) ..2 ( date | day | method | spot | tree |
            bridge | place | way ) ..2 ( to die | to end | to do it | to go and | to jump | for my death | i will
            die | when i will | where i will | to hang | in mind to end )
        ( picked | chosen | decided on ) ..1 ( date | deadline | day | night ) ( #stop | for it )
        picked ..2 spot where
        date in mind to ( end | die | kill | do it )
        have ..2 ( pills | tablets | rope | gun | knife ) ( ready <end> | right here | in front of me | next to me |
            beside me )
        gun ready
        says ..2 will jump ( if | unless | from | off )
        ( shotgun | gun | rifle | pistol | revolver ) is [now] loaded
        ( tablets | pills | <med> ) ( somewhere safe | put away | put by | hidden ) ..2 for when
        ( i ..1 stood|sat | standing | sitting ) on ..1 ( bridge | ledge | cliff | roof ) for
        ( telling me to | urge to | thoughts of | want to | going to ) ( drive|driving|steer|swerve|crash ) ..2 into
            ..1 ( wall | tree | barrier | lorry )
        ( planned | planning ) ( this | it ) ..6 ( for months and | for weeks and | right moment | right time )
        planned everything out
        have a plan ..6 ( execute | carry ( it | this ) out | right time to | right moment )
        ( planned | planning ) everything ..4 ( right moment | right time )
        ( lie | lay | lying | laying ) [down] on ..2 ( tracks | railway | train tracks | motorway | railway line )
        tonight [is] night ( <end> | i | it | that | when )
        do it tonight ..3 ( got | have ) ..1 ( pills | tablets | rope | knife | gun | everything )
        everything i need to ( do it | end | die | go )
        ( locked | locks | barricaded | shut ) <refl> in ..5 ( knife | razor | pills | tablets | rope | gun | blade
            )
        ( go | going | gone | goes ) through with it ( tonight | this time | now | tomorrow )
        ( courage | guts | nerve | strength | night i ) ..4 go through with it
        ( take | taking | neck | swallow ) ..1 lot ( <end> | tonight | on <soon> | and | at once | when )
        ( take~ | neck | swallow | drink ) ..2 ( whole lot | everything ( in ..2 cupboard|cabinet|drawer|house ) )
        """,
    ),
    Rule(
        "crisis.plan.place", 1, Kind.CRISIS, "plan", Band.CRISIS,
        "A height, a railway, water, a wheel to let go of.",
        """
        ( jump | jumping | jumped | leap | leaping | throw | throwing | threw ) ..2 ( off | from | out of | out )
            [of] ..3 ( bridge | building | roof | balcony | cliff | window | overpass | flyover | viaduct | ledge |
            floor | storey | pier | car park | tower | ward window | rooftop | multi storey | top of )
        ( jump | jumping | jumped | leap | leaping | throw | throwing | threw ) ..2 ( in front | under | in the path
            | onto ) [of] ..3 ( train | trains | tube | bus | lorry | truck | car | cars | traffic | tracks | wheels
            )
        standing on ..1 edge of ..2 ( car park | roof | cliff | building | bridge | platform )
        ( sit | sat | sitting ) ..1 ( looking | staring ) at ..1 <tool>
        on my way to ..1 ( bridge | cliffs | cliff | tracks | railway )
        ( sitting | lying | standing ) on ..1 ( tracks | railway line | train tracks )
        <they> is on ..1 ( bridge | roof | ledge | tracks ) ( right now | now | and )
        am [standing] on ..1 ( roof | ledge | bridge | railing | balcony edge )
        am [sitting|standing] ( on | at | by ) ..1 ( edge | bridge | roof | tracks | railway | cliff | cliffs |
            station ) ..8 ( goodbye | sorry | jump | right now | going to jump | over )
        walk~ into ..1 ( sea | river | canal | lake | ocean ) ( last night | but someone | but they | fully | in my
            clothes | to die | to end )
        ( run | drive | crash | steer ) ..1 car ( off | into ) ..1 ( road | bridge | cliff | tree | wall | river |
            lake )
        crash~ ..3 car ..2 ( to die | on purpose | deliberately )
        ( drove | driven | drive | went | gone ) ..1 to ..1 ( bridge | cliffs | railway | cliff ) ..1 ( again | last
            night | tonight )
        went to ..1 ( bridge | cliff | cliffs | station ) to jump
        looking up ..2 ( bridges | cliffs | tall buildings )
        ( <mean> | keep ..1 | nearly | almost | i ) ..2 ( step~ | walk~ | run~ | go ) ..2 ( into traffic | in front
            of ..2 bus|train|lorry|truck|car|cars|tube | into ..1 oncoming traffic | off ..2
            bridge|roof|cliff|platform|pier )
        ( <mean> ) ..2 walk|walking|wade into ..1 sea|ocean|river|lake|water|canal ( and | until | <end> | never |
            this morning | last night | tonight )
        walk|walking|swim|swimming|wade into|out to ..1 sea|ocean|river|lake|water|waves and ..2! ( not come | never
            come | keep going | keep walking | keep swimming | disappear | be done )
        ( <mean> | urge ..2 | keep ..2 | i ..1 ) drive|driving|crash|crashing|steer|steering|swerve|swerving ..4 (
            into a|an|the|that|oncoming [brick] ( wall | tree | lorry | river | barrier | lake | truck ) | off ..2 (
            bridge | cliff | road | pier | motorway ) | head on | into oncoming | on purpose | under a lorry )
        swerve|swerving into|(in front)
        ( stand~ | sat | sit~ | am | been | here | parked ) ..2 ( on | at | by | near ) ..2 ( railway bridge | ledge
            | roof edge | cliff edge | edge of the platform | railing | railings | train tracks | railway line | top
            of the car park | multi storey | multistorey )
        ( stand~ | sat | sit~ | am | been | here | parked ) ..2 ( on | at | by | near ) ..2 ( bridge | roof | tracks
            | cliffs | cliff ) ..1 ( thinking ( about | of ) | wondering | tonight | looking down | and want | and i
            want | right now | for an hour thinking )
        ( stare~ | gaze~ ) ..2 at ..3 ( pills | tablets | train tracks | tracks | bridge | knife | knives | rope |
            razor | razors | blade | trains | morphine | bottle of )
        look~|staring|stare at ..1 ( morphine | pill | tablet | oramorph ) ( bottle | bottles | box | packet |
            packets ) ..1 ( for | and | all )
        look~ ..2 at ..3 ( pills | tablets | train tracks | tracks | bridge | knife | knives | rope | razor | razors
            | blade | trains | morphine ) ..3 ( and ( think ( how | about | of | what | i | it ) | wonder | imagine
            | wish | picture | dream | how | know how ) | thinking | wondering | wanting | tonight )
        <wish> ..1 jumping off
        ( standing | stood ) on ..1 ( roof | ledge | railing )
        <wish> ..1 jump|jumping ( <end> | in front | out of ..1 window | to my death )
        """,
    ),
)  # fmt: skip
