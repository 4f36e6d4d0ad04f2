"""Crisis: hurting oneself now, overdose."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.self-harm", 2, Kind.CRISIS, "self_harm", Band.CRISIS,
        "Hurts themselves, or is about to.",
        """
        cut|cuts|cutting|harm~|harming <refl>
        ( <mean> | keep~ | kept | urge~ to | not stop | stop | start~ | started | been | end up | addicted to |
            better than | from | relief in | by | need to | have to | like | love | back to ) ..2 ( hurt | hurting |
            injure | injuring | burn | burning | scald | scalding | punish | punishing | stab | stabbing | bruise |
            bruising | starving | scratching | biting ) <refl>
        ( hurt | burn | burned | burnt | injured | scalded | stabbed | bruised | burns ) <refl> ..1 ( on purpose |
            deliberately | intentionally | again | last night | because | to feel | to cope | tonight | when i am |
            when i get | when things | with ..1 ( cigarette | cigarettes | lighter | iron | razor | blade ) )
        ( cutting | slicing | slashing | carving | slitting ) ..1 my ( arm | arms | thigh | thighs | leg | legs |
            wrist | wrists | skin | stomach | forearm | body )
        carve~ ..4 ( into | in | on ) ..1 ( arm | arms | skin | leg | legs | thigh )
        i cut again
        ( danger | risk ) of ( hurting | harming | killing | cutting ) myself ( <end> | tonight | again | right now
            )
        i ..1 cut ..1 my ( thighs | thigh | arms | wrists ) ..1 when
        i ..1 cut ..1 my ( arm | arms | legs | thighs | wrist | wrists | thigh ) ( last night | again | yesterday |
            this morning | tonight | <end> )
        wrists are ( cut | bleeding | slit | open )
        ( slashed | sliced | slashing | slicing | carved up ) ..1 my ( arm | arms | wrist | wrists | leg | legs |
            thigh | thighs | skin )
        cope ..3 cutting <finish>
        ( only | is ) by cutting
        ( hurt | hurting | harming | injuring | burning ) <refl> ( on purpose | deliberately | intentionally | every
            | most )
        starving <refl> ( so | to | as | because )
        cuts ..2 made ..1 myself
        cutting ( helps | is the only | makes me feel | again | takes the | calms )
        ( bite | biting | scratch | scratching | pinch | pinching | hit | hitting | starve | starving | burn | hurt
            ) <refl> ( until | so that | to feel | as punishment | when i hate | because i hate )
        ( deliberately | on purpose | intentionally ) ..2 ( cut | burn~ | burnt | hurt | scald~ | injure~ | broke |
            crash~ | bled )
        stab~|stabbed <refl> ..1 ( in ..1 ( leg | arm | hand | thigh | wrist ) ) with ..1 ( scissors | knife | fork
            | compass | pen | blade )
        ( hurt | hit | bite | scratch | starve ) <refl> ..1 when ( i ( feel | am | get | cannot | think | hate |
            panic ) | anxiety | pain | things | it gets | everything | bad thoughts )
        cutting ( is | has | gets | got ) ..3 ( worse | deeper | out of control | more often | bad )
        need something sharp
        cut [too] ( deep | deeper )
        myself [from] cutting|harming|burning|bleeding
        ( stop | resist | keep ) ..1 [myself] [from] ( cutting <end> | selfharming )
        selfharm|selfharming|selfharmed|selfharms
        ( back to | started | starting | start | been | am | keep | kept | stop | urge to | want to | need to |
            relapsed ) ( cutting | cut ) ( again | since | more | a lot | for ..2 ( weeks | months | days | years ) | <end> | every | tonight | to cope | because | when | and | deep |
            deeper | to feel )
        ( cut | cutting | slice~ | slash~ | carved | scratch~ | scratching | burn~ | burning ) ..1 ( my | her | his
            | their ) ( arm | arms | thigh | thighs | leg | legs | wrist | wrists | skin | stomach | forearm ) (
            with | until | to | again | tonight | every | because | on purpose | and it | so i | up | badly | deep |
            open | deliberately | just )
        ( hit~ | hitting | punch~ | punching | bang~ | banging | smash~ | smashing | slap~ ) ( <refl> | my head
            against | my head on ..1 wall | my own head )
        ( want | need | needed | urge~ | dying | desperate | craving ) ..2 ( to | the ) ( bleed | feel the blade |
            see blood | feel the blood | cut | hurt me | selfharm )
        ( made | make | making ) <refl> bleed
        ( razor | blade | razors | blades | lighter ) ..4 ( on | to | into | across | against | through ) ..1 ( arm
            | arms | skin | thigh | thighs | legs | wrist | wrists )
        ( fresh | new | more ) cuts ..2 ( on | over | up ) ..1 ( arm | arms | thighs | legs | wrists )
        sh ( again | tonight | urges | relapse | relapsed )
        ( swallow~ | drank | drink~ | drinking ) ..2 ( bleach | antifreeze | weedkiller | batteries | drain cleaner
            | white spirit | paint thinner | cleaning fluid | detergent )
        ( punch~ | punching | hit~ | scratch~ | scratching | pick~ | picking | bite~ | biting | bang~ | banging | cut~ | burn~ ) ..1 my ..4 until ..2 bleed~
        ( hurting | harming | cutting | burning ) <refl> is ..3 ( only | what | how )
        to ( hurt | harm | punish | injure ) <refl> <finish>
        """,
    ),
    Rule(
        "crisis.overdose.taken", 3, Kind.CRISIS, "overdose", Band.CRISIS,
        "Has taken, or is taking, far too much.",
        """
        ( i | (i|he|she|they|we have) | have | (i|he|she|they|we had) | just | <kin> | <kin> has | mum has | dad has
            ) ..2 overdosed
        overdosed ( on | last | this | today | tonight | again | <end> | yesterday | and )
        ( take~ | took | taken | taking | had | attempt~ | tried | having | planning | plan ) ..2
            overdose|overdoses|od
        <mean> ..1 overdose|overdosing|od
        overdose|overdosing|od ( tonight | on purpose | deliberately | intentionally | again | and end | and die |
            so i )
        <ponder> ..2 overdose|overdosing
        ( deliberately | intentionally | on purpose ) ..4 overdose|overdosed|overdosing
        overdosed|overdose|overdosing ..4 deliberately|intentionally|purpose
        ( took | taken | swallow~ | swallowed | downed | necked | popped | neck~ | gulped | chugged | drank | drunk
            | ingested | emptied | injected ) ..2 ( all | whole | every last | every single | entire | handful |
            fistful | bunch | load | loads | lots | too many | too much | lot | pile | mixture | mix | cocktail |
            rest ) ..4 ( <med> | packet | box | bottle of ..1 <med> | pack | strip | medicine cabinet )
        ( taking | swallowing | take | swallow | necking | downing ) ..1 ( all | whole | every last | every single |
            entire | handful | fistful | bunch | load of | whole bottle ) ..3 ( pills | tablets | <drug> | meds |
            medication | painkillers | sleepers | sleeping pills | sleeping tablets | packet | bottle of ..1 <med> )
        ( took | taken | swallowed | downed | necked | popped | swallow | gulped ) ..2 ( <many> ) [of] ..2 ( pills |
            pill | tablets | tablet | capsules | caps | painkillers | sleepers | <drug> )
        ( take | taking | neck | swallowing | popping ) ( <many> ) ( pills | tablets | capsules | painkillers |
            sleepers | paracetamol | ibuprofen | diazepam | codeine | zopiclone )
        ( downed | necked | drank | drunk | swallowed | chugged | gulped | knocked back | down | neck ) ..2 ( bottle
            | box | strip | packet | pack | blister ) ..1 of ..2 <med>
        ( took | taken | swallowed | downed | necked | swallow ) ..2 ( strip | packet | box | bottle | lot | pack )
            ( of ..2 <med> | <end> | and | in one | tonight | last night | an hour | just now )
        ( far | way | much | lots | loads ) more ( than | of ..2 <med> ..1 than | <med> than ) ..2 ( should |
            prescribed | supposed | meant | allowed | safe )
        ( going to | am | will | about to | tonight i | just | have | to ) ..2 ( take | taking | taken | took |
            swallow~ | neck~ | down | downing | downed ) ..1 ( them all | the lot | all of them | everyone of them |
            every last one | everything i have | everything ive got )
        ( tonight | now ) i am taking them
        <poss> ( overdose | od | suicide attempt )
        overdose ( attempt | last | this | yesterday | on ( monday | tuesday | wednesday | thursday | friday |
            saturday | sunday ) )
        ( stuck | stick | put | putting | applied | wearing | wore ) ..2 ( all | <many> | five | six | seven | eight
            | several | every ) ..2 patches
        ( taken | took ) ( pills | tablets ) and ( said | wrote | is saying | goodbye | cut | left | wants | vodka |
            now )
        ( swallowed | took | taken ) ( husband | wife | mum | dad | partner | son | daughter | sister ) ..2 <med>
        crush~ [up] all ..2 <med>
        <many> ..1 <med> and ..3 ( rum | vodka | whisky | whiskey | gin | bottle of wine | bottle of vodka )
        ( took | taken | swallowed | had ) ..1 <many> of them
        taken something ( i should not | to end | to make it | so i )
        ( took | taken | swallowed | had | necked | eaten | ate ) ..1 ( every | each ) ..2 <med>
        ( take | taking | swallow | swallowing | neck ) ..1 ( every | each | all these | all those ) ..2 ( pill |
            pills | tablet | tablets | medication | medicine ) ( i own | i have | i can find | in the house | <end>
            | tonight | now )
        ( going to | about to | am | will ) ..1 take ..1 these ( pills | tablets )
        am overdosing
        ( already | too late i have | i have just | just ) [have] ( taken | took | swallowed ) ( them | the ( pills
            | tablets | lot ) ) ( #stop | and i | all | so )
        too late ..3 ( taken | took | swallowed ) ..2 <med>
        pills|tablets are [already] [all] ( down | swallowed | inside me ) #stop
        took ..2 <many> of them
        <med> in ..1 glass ..6 drink it
        ( ate | eaten ) ..2 ( whole | entire ) ..2 ( <med> | strip | packet | box )
        overdosing ( now | right now | again )
        ( am | going to | will | tonight i ) ..2 ( drinking | taking | drink | take | swallow | swallowing | inject
            | injecting ) ( of it | of them | whole bottle | whole lot | every last | every single )
        ( had | took | taken | drunk ) ..7 and <many> ..1 ( <drug> | sleepers | sleeping pills | pills | tablets )
        have ..1 had ..1 <many> ..1 ( <drug> | sleepers | sleeping pills | sleeping tablets | painkillers )
        ( took | taken | swallowed | had | necked | downed ) ..1 <few> ( boxes | packets | packs | bottles | strips
            | sheets ) of ..1 <med>
        ( emptied | emptying ) ..1 ( bottle | packet | box | blister ) of ..1 <med>
        ( took | taken | take | swallowed | taking ) ..1 everything ( i had | i have | i could | we had | we have )
        ( swallowed | downed | necked ) ..1 of ( them | it ) ( <end> | about | an hour | hours | minutes | now | and
            )
        ( took | taken ) ..1 of them ( about an hour | an hour | hours ago | minutes ago | at once | tonight | last
            night | on purpose )
        ( took | taken | swallowed | taking ) ..1 everything [that] [was] [i had] [could find] ( in | from | out of
            ) ..1 ( cupboard | cabinet | drawer | medicine | box | house )
        ( took | taken | swallowed ) ..1 ( all | everything ) [of] ( them | it ) ( and now | at once | in one go |
            tonight | with vodka | with whisky | with wine | with alcohol | and i am )
        washed|washing ..4 ( down | pills | tablets ) with ..2 ( vodka | whisky | whiskey | wine | gin | alcohol |
            rum )
        ( pills | tablets | <drug> | meds ) ..2 with ..2 ( vodka | whisky | whiskey | gin | rum | bottle of wine )
            ..2 ( and | tonight | so | to )
        ( took | taken | taking ) ..2 ( too many | too much | more than i should ) ..4 ( on purpose | deliberately |
            intentionally | and i do not care | because i want )
        ( all at once | in one go | all in one | on purpose | deliberately ) ..2 ( <med> )
        <med> ..2 ( all at once | in one go | on purpose | all together )
        """,
    ),
)  # fmt: skip
