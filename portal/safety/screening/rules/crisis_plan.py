"""Crisis: plan, means, preparation, farewell."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.plan.stock", 2, Kind.CRISIS, "plan", Band.CRISIS,
        "Keeps medicine back, more than is needed.",
        """
        stockpile~|stockpiling|hoard~|collect~|stash~|squirrel~|hide~|hiding|accumulate~|amass~|gather~|storing|stored|banking ..4 ( <med> | it for later | them for later | it for when | them for when | it until | them until )
        save~|saving|put|putting|keep~|keeping|store~|storing|set|setting|stored|squirrelling|squirreled ..2 ( up | aside | back | away | by ) ..4 <med>
        ( putting | keeping | setting | put | kept | tucking | hiding | slipping ) ..3 <med> ..1 ( aside | back | by | away | under ..2 ( mattress | bed | pillow ) | for later | each | every )
        save~|saving|keep~|keeping ..2 <med> ( up | aside | back | away | by | hidden )
        <med> ..2 ( saved | stashed | stored | hidden | hoarded | stockpiled | put by | put away | set aside | put aside | tucked away | squirrelled ) [up] [away]
        my stash|stockpile|hoard|supply of ..3 <med>
        my stash|stockpile|hoard ( is | of | ready | big | grows )
        enough ..4 ( to|that ) ..3 ( stop ..2 ( breathing | heart ) | stop me | do what i need | kill | end | finish | do it | do the job | never wake | not wake | sleep forever | put me | go through | knock me out for good | take me out | make sure )
        ( save~ | saving | keep~ | keeping | collecting ) ..2 <med> ..4 ( so ..2 can | to | until i | for when i | ready to ) ..4 ( take them | all at once | end | die | go <end> | overdose | kill | cannot | take it <anymore> | have had enough | am ready | decide )
        ( bag | box | tin | drawer | jar | stash | pot | cupboard ) ( of | full of ) ..2 <med> ..6 ( for when | under ..1 bed | waiting | just in case i | ready | if i decide | for the day | until )
        not ..2! taking ..3 <med> ..3! ( keep | keeping | save | saving | store | storing | hide | hiding )
        stash of ..2 <med>
        enough ..6 to ( make | be ) sure
        ( saving | keeping | collecting | stockpiling ) ..2 ( prescription | prescriptions )
        ( keep | keeping | kept | hid | hide | saved | hidden | saving ) ..7 ( for when i am ready | before i am ready | until i am ready )
        have enough now
        ( planned | planning ) ( this | it | everything ) ..6 ( ready | right moment | right time | tonight | for months and )
        have a plan ..6 ( execute | carry ( it | this ) out | right time | right moment | go through )
        enough <med> to be sure
        """,
    ),
    Rule(
        "crisis.plan.means", 2, Kind.CRISIS, "plan", Band.CRISIS,
        "Has the means, the place or the day.",
        """
        ( have | got | bought | ordered | found | holding | buy | buying | sat|sitting with | brought | there is ) ..2 ( rope | noose | pistol | shotgun | revolver | razor blade | razor blades | razorblade | razorblades | blade | gun | rifle | handgun )
        noose|ligature
        ( rope | cord ) ..1 ( is | was ) ..1 ( tied | hung | up | ready | round )
        ( something | rope | belt | cord | cable | wire | scarf | flex | lead ) ..1 ( round | around ) my neck
        bag over ( my | his | her ) head
        ( going to | about to | want to | ready to | tempted to | keep wanting to ) jump <end>
        am [standing] on ..1 ( roof | ledge | bridge | railing | balcony edge )
        walk~ into ..1 ( sea | river | canal | lake | ocean ) ( last night | but someone | but they | fully | in my clothes | to die | to end )
        ( rope | belt | blade | gun | knife ) ..3 ( in my hand | to my head | round my neck | around my neck | next to me | beside me )
        ( pills | tablets | meds | morphine | oramorph | bottle | packets | boxes | medication ) ..2 ( ready and | lined up | laid out | in my hand | in front of me | counted out | counted | waiting for me | beside me and | next to me and | are calling )
        ( counted | counting | lined | lining | laid | laying ) ..1 [up|out] ..3 ( pills | tablets | meds | medication | painkillers ) ( up | out | and | tonight | again | <end> )
        ( razor | blade | knife | gun | rope | pills | tablets | razorblade | scalpel ) in ..1 hand
        ( beam | hook | branch | tree | rafter | rafters | banister | banisters | rope | light fitting | door frame ) ..4 ( hold | take | bear | support ) ..1 ( me | weight )
        engine running ..4 garage
        garage ..6 engine running
        know where ..5 ( gun | shotgun | rifle | pistol | pills are | tablets are kept | spare key to the medicine )
        lined up ..3 ( pills | tablets | meds | medication | painkillers )
        plan~|planning|planned ..1 how i ..2 ( die | do it | end | go <end> )
        <place> ..4 to jump
        <med> ..5 to ( die | kill <refl> | end it | end my life | never wake | not wake )
        plan~ ( to die | to end | to kill | for ending | for dying | of ending | how i will die | how to die | my death | my suicide | my own death | my exit )
        i have ..3 plan ( and | to ) ..3 ( means | carry it out | do it | pills | tablets | kill | end | go through | die | use it | not be here | how )
        ( plan | method ) ..2 ( in place | worked out | ready | set | all set | all planned ) ..2 ( to die | to end | to kill | for tonight | for when | and )
        planned ..2 ( how i will | how i would | how i am going to | my death | everything including | exactly ) ..2 ( do | die | go | end | it )
        ( know | decided | chosen | picked | planned | worked out | figured out | thought about | thinking about | think about | sorted | imagined | imagining | chose ) ..2 ( how i | where i | when i | exactly how | the way i ) ..3 ( do it | die | end | kill | going to do | go | would do )
        ( decided on | chosen | picked | set | got | choose | have ) ..2 ( date | day | method | spot | tree | bridge | place | way ) ..2 ( to die | to end | to do it | to go and | to jump | for my death | i will die | when i will | where i will | i am going to | to hang )
        ( set | picked | chosen | fixed | decided on ) [myself] ..1 ( date | deadline | day | night ) ( #stop | for it )
        have a plan and i have
        have ..2 ( pills | tablets | rope | gun | knife ) ( ready | right here | here | next to me | in front of me | beside me | with me )
        ( bought | buy | buying | ordered | got hold of ) ..3 ( bunch | lots | loads | pile | boxes | packs | packets ) of ..1 ( pills | tablets | paracetamol | painkillers )
        gun ready
        am [sitting|standing] ( on | at ) ..1 ( edge | bridge | roof | tracks | cliff | cliffs | station ) ..8 ( goodbye | sorry | jump | right now | going to jump | over )
        ( run | drive | crash | steer ) ..1 car ( off | into ) ..1 ( road | bridge | cliff | tree | wall | river | lake )
        ( drove | driven | drive | went | gone ) ..1 to ..1 ( bridge | cliffs | railway | cliff ) ..1 ( again | last night | tonight )
        looking up ..2 ( bridges | cliffs | tall buildings )
        ( jump | jumping | jumped | leap | leaping | throw | throwing | threw ) ..2 ( off | from | in front | under | out of | out ) [of] ..3 ( bridge | building | roof | balcony | train | trains | tube | bus | lorry | truck | cliff | window | platform | overpass | flyover | viaduct | tracks | traffic | ledge | floor | storey | pier | car park | top | tower | ward window )
        ( <mean> | keep ..1 | nearly | almost | i ) ..2 ( step~ | walk~ | run~ | go ) ..2 ( into traffic | in front of ..2 bus|train|lorry|truck|car|cars|tube | into ..1 oncoming traffic | off ..2 bridge|roof|cliff|platform|pier|edge )
        ( <mean> ) ..2 walk|walking|swim|swimming|wade|go into|out to|in ..1 sea|ocean|river|lake|water|canal ( and | until | <end> | never | with )
        walk|walking|swim|swimming|wade into|out to ..1 sea|ocean|river|lake|water|waves and ..2! ( not come | never come | keep going | keep walking | keep swimming | let | disappear | be done | just )
        ( <mean> | urge ..2 | keep ..2 | i ..1 ) drive|driving|crash|crashing|steer|steering|swerve|swerving ..4 ( into a|an|the|that|oncoming [brick] ( wall | tree | lorry | traffic | river | barrier | lake | truck ) | off ..2 ( bridge | cliff | road | pier | motorway | edge ) | head on | into oncoming | on purpose | under a lorry )
        swerve|swerving into|in front
        ( stand~ | sat | sit~ | am | been | here | parked | walk~ ) ..2 ( on | at | by | near | to ) ..2 ( bridge | railway bridge | ledge | roof | cliff edge | edge of the platform | railing | railings | train tracks | tracks | railway line | top of the car park | multi storey | multistorey ) ( and | <end> | now | right | thinking | wondering | tonight | looking | again | with )
        ( stare~ | look~ | gaze~ ) ..2 at ..3 ( pills | tablets | train tracks | tracks | bridge | knife | knives | rope | razor | razors | blade | trains | morphine | bottle of ) ..3 ( and ( think ( how | about | of | what | i | it ) | wonder | imagine | wish | picture | dream | how | i could | know how ) | thinking | wondering | wanting | tonight | for | all | every )
        know where i would ( jump | do it | go to do it )
        crash~ ..3 car ..2 ( to die | on purpose | deliberately )
        letters to ..3 ( family | kids | children | husband | wife | mum | dad | boys | girls | them ) ..3 ( drawer | desk | safe | envelope | pillow )
        tonight [is] night ( <end> | i | it | that | for | when )
        ( lie | lay | lying | laying ) [down] on ..2 ( tracks | railway | train tracks | motorway | railway line )
        everything i need to ( do it | end | die | go )
        <wish> ..1 jump|jumping ( off | from | in front | out of ..1 window | <end> | it | and | to my death )
        ( locked | locks | barricaded | shut ) <refl> in ..5 ( knife | razor | pills | tablets | rope | gun | blade )
        ( go~ | going | gone | goes ) through with it
        ( will | going to | do | doing ) ..1 ( do | doing ) it tonight
        ( take | taking | neck | swallow ) ..1 lot ( <end> | tonight | on <soon> | and | at once | when )
        ( take~ | neck | swallow | drink ) ..2 ( whole lot | everything ( in ..2 cupboard|cabinet|drawer|house ) )
        """,
    ),
    Rule(
        "crisis.farewell", 2, Kind.CRISIS, "farewell", Band.CRISIS,
        "Says goodbye for good, or prepares others for it.",
        """
        goodbye ..1 ( everyone | everybody | all | forever | world | cruel world | my friends | my loves | for the last time | for good | my darlings | and thank | and sorry | i am sorry | i love )
        ( this is | here is | said my | writing | my last | my final | want to say | wanted to say | came to say | came on to say | just to say ) ..3 ( goodbye | goodbyes | farewell ) ..1 ( <end> | everyone | everybody | forever | to you all | all | for good | now | and | before | i )
        my ( final | last ) ( goodbye | goodbyes | farewell | words | message to ..2 )
        ( this is | this will be | will be | here is | writing | be ) ..2 ( last | final ) ( post | message | goodbye | note | time i post | time i write | time you hear | thing i write | thing i post | you will hear | time posting | words | entry | night here )
        this is it <end> goodbye
        ( farewell | so long ) ..1 ( everyone | everybody | all | my friends | world | friends )
        nice knowing you
        signing off ( for good | forever | for the last | for ever )
        goodbye ..8 without ..1 knowing
        my note is
        if you are reading this ..1 i ..2 ( gone | dead | left | done it )
        not be here ..3 ( sun comes up | sunrise | dawn )
        sorry ..8 ( what i am ( about | going ) to | what i have to do | what i am doing tonight )
        ( said | saying | say ) goodbye to ..2 ( people | everyone | everybody | close friends | of my ..1 friends | friends and family | those i | my friends <end> | my family <end> | kids | children )
        ( giving | given | gave | give ) ..2 ( things | belongings | possessions | stuff | jewellery | pets ) away
        not be seeing ( you | them | anyone ) again
        not have to ( take care of | look after | worry about | put up with | deal with | carry | care for ) me ( any longer | anymore | much longer | after | soon )
        not be a problem ( much longer | for much longer | anymore )
        last time ( you will hear from me | i will post | i write | i will be on here )
        not be ( hearing from | seeing ) me ( again | <anymore> | after | <end> | at ..3 ( any | or ) )
        by ( time | when ) ..1 you|they|anyone|(someone) ..1 ( read | reads | see | sees | find | finds | get | gets ) ..1 this
        when you ( read | find | get | see ) this ..2 i ..1 ( be gone | be dead | am gone | have gone | not be )
        ( will | not ) ..1 be ( gone | dead ) ( by | before | soon | tonight | tomorrow | in the morning | when you | after tonight | this time )
        not [going to] be ( here | around | alive ) ..1 ( in the morning | by morning | this time tomorrow | by the weekend | by friday | by monday | when you wake | after tonight | after friday | after the weekend | by the end of ..1 ( week | day | month ) | tomorrow <end> | tonight <end> )
        not [going to] be alive ..3 <soon>
        not be ( here | around | alive ) ..8 ( my choice | by choice | my decision | my own choice | on my terms | made sure | decided | chosen | my doing | my own doing | i choose )
        ( my choice | by choice | my decision | on my terms ) ..5! not be ( here | around | alive )
        ( write | writing | wrote | written | left | leaving | leave | finished | done | drafted | sealed | posted ) ..3 ( letters | letter | note | notes | goodbye | goodbyes | cards ) ..2 ( to|for|explaining|saying|on|so ..2 ( kids | children | family | husband | wife | mum | dad | boys | girls | son | daughter | partner | everyone | them | him | her | parents | friends | each | sister | brother | goodbye | why | sorry | pillow | table | loved ) )
        ( left | leaving | leave | written | writing | wrote | write ) ..1 ( note | goodbye note | goodbye letter | goodbye letters | goodbye notes | my goodbyes )
        goodbye ( note | notes | letter | letters | video | videos | message | messages )
        ( look after | take care of | be kind to | watch over | mind ) ..3 ( kids | children | dog | cat | dogs | cats | mum | dad | husband | wife | boys | girls | pets | family | baby | son | daughter | them | each other ) ( for me | when i am gone | after i am gone | once i am gone | when i go | without me | after today | after tonight )
        ( tell | let ) ..3 ( kids | children | family | husband | wife | mum | dad | boys | girls | son | daughter | everyone | them | him | her | parents | sister | brother ) ..1 ( i love~ | i am sorry | i said sorry | i tried | know i love~ | it was not | it is not )
        forgive me ..2 ( for what i am | for leaving | for this | for going | one day | when i | i cannot | everyone | all <end> )
        ( please | hope you|they ..2 | you will | can you ) ( forgive me <end> | all forgive me )
        sorry for what i am about to
        sorry ( for | to ) ..4 but i cannot ( do this | go on | carry on | take | be here | live )
        not blame yourself|yourselves|themselves|himself|herself
        ( not | nobody | no one ) ..4! fault ..3 i am ( going | gone | doing )
        given|giving|gave|give away ..2 ( things | stuff | clothes | belongings | dog | cat | jewellery | books | possessions | everything | records | pets | ring | watch | guitar | tools | rings )
        ( found | sorted | arranged | got | rehomed | finding ) ..2 ( home | someone | somewhere | new home ) ..2 for ..2 ( dog | cat | dogs | cats | pets | rabbit ) ..2 ( after | when | once | for when ) ..4
        ( nobody | no one | you ..1 not | not ..2! ) ..1 ( need | have ) to worry ( about me ( after | anymore | soon | any ) | after )
        soon it will ..1 be over
        it will [all] be over ( by | soon | tonight | tomorrow | before | after tonight )
        [will] see you ( on the other side | in heaven | in the next life | in another life )
        joining ( him | her | them | mum | dad ) ( soon | tonight | in heaven | tomorrow )
        ( be with | join | joining | go to be with | going to be with | see ) ( him | her | mum | dad | my husband | my wife | my mum | my dad | my son | my daughter | them | my baby ) ( again soon | tonight | in heaven | soon | now )
        ( said | made | saying ) ..1 ( my goodbyes | my peace with going | my farewells ) ( <end> | and | to everyone | to all )
        you [all] will not ( hear from me | see me ) ( again | anymore | after )
        """,
        denial=False,
    ),
)  # fmt: skip
