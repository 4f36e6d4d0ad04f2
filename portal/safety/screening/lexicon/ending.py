"""Ways to bring about one's own end, what it is done with, and how one's absence is spoken of."""

from ._tight import tight

CLASSES = {
    # an act, in its base form or with -ing
    "act": """
        kill|killing|hang|hanging|drown|drowning|shoot|shooting|gas|gassing|end|ending|finish|finishing|starve|starving|poison|poisoning <refl>
        | end|ending|finish|finishing ( my life | my own life | it all | everything | my days | my suffering | my misery | my existence | my story )
        | end|ending it ( <end> | now | tonight | today | soon | once and | for good | before | myself | when | if )
        | take|taking|swallow|swallowing|neck|necking|down|downing|swig|swigging|drink|drinking ( them all | of them | the lot | lot of it | the whole lot | it all <end>
        | whole ( box | bottle | packet | strip | pack | supply | stash ) | every ( last | single ) ..1 <med>|one|drop | everything in ..2 ( cupboard | cabinet | drawer | house | bag | box )
        | all ( my | the | his | her | these | those ) ..1 <med> | rest of ..1 ( bottle | <med> ) | bottle of ..1 <med> | handful of ..1 <med> )
        | overdose|overdosing|(od) | take ..1 overdose | taking ..1 overdose
        | jump|jumping|leap|leaping|step|stepping|throw <refl>|throwing <refl>|go|going|fling <refl>|walk|walking ..1 ( off|from|(out of)|(in front of)|under|(out in front of)|over ) ..3 <place>|flats|building|platform|window|balcony|tower
        | walk|walking|wade|wading|swim|swimming|go|going|run|running ..1 ( into|(out into)|(out to)|(out in) ) ..1 ( sea|ocean|waves|river|lake|loch|canal|water|traffic|road|(path of) )
        | drive|driving|smash|smashing|steer|steering|swerve|swerving|crash|crashing|aim|ram|plough ..3 ( into|off|at|under|(in front of)|(head on) ) ..3 ( wall|tree|lorry|truck|bridge|barrier|cliff|river|lake|sea|pier|quarry|oncoming|traffic|lorries|trees|walls|pillar )
        | lie|lying|lay|laying|sit|sitting [down] on ..1 ( tracks|rails|line|railway|motorway )
        | cut|cutting|slit|slitting|slash|slashing|open|opening ..1 ( wrists|throat|veins|wrist|artery|arteries )
        | inject|injecting ..2 ( all|whole|full|insulin|air|bubble|everything|entire )
        | stop|stopping ( breathing|living|existing|(my heart)|(my own heart) )
        | put|putting ..2 ( bag over ..1 head | bullet | gun to | head in ..1 oven | rope | end to it | end to everything | end to my )
        | turn|turning on ..1 gas
        | leave|leaving|depart|departing|exit|exiting ( this|the ) ( world|life|earth|planet )
        | check|checking out ( of life | early | for good | permanently ) | opt|opting out of life | quit|quitting life
        | go|going to sleep ( forever | for good | and never | and not ) | make|making ..2 ( exit <end> | my death )
        | die by ..1 suicide | dying by ..1 suicide | commit|committing suicide | take|taking my own life""",
    # what it could be done with
    "means": tight("""
        rope|noose|ligature|razor|razors|razorblade|blade|blades|scalpel|gun|shotgun|rifle|pistol|revolver|helium|nitrogen|hosepipe|hose|bleach|antifreeze|cyanide
        |gas|charcoal|canister|nitrite|belt|cord|flex|knife|knives
    """),
    "heap": "<many> | all my | all the | all of my | whole | bottle of | bottles of | box of | boxes of | bag of | handful of | pile of | packets of | packet of | months supply of | stash of | enough | strip of | strips of | every | lot of | rest of my | all mums | all dads | all his | all her",
    "athand": """ in front of me | beside me | next to me | by my side | in my ( hand | hands | lap | pocket | bag | palm ) | on my lap | on ..1 ( pillow | bed <end> | bed beside | bed next | bed in front | passenger seat )
        | lined up | laid out | counted out | tipped out | poured out | spread out | popped out | out of the ( packet | packets | blister | blisters | boxes ) | at the ready | ready to go | staring at me | looking at me | waiting for me | calling ( me | to me | my name )
        | within reach | here with me""",
    # my not being there, as a condition
    "absent": """ without me ..1 [around|here|in it|there|in the way|being here|dragging|to look after|to worry about]
        | ( if | once | when | after | soon as | knowing | day ) i ..2 ( went <end> | go <end> | died | die | am dead | was dead | were dead | am gone | was gone | were gone | disappeared | disappear | vanished | bowed out | let go | gave up <end> | gave in | left them | left him
        | left her | left this | left the picture | checked out | got out of ..2 way | get out of ..2 way | was out of | am out of | were out of | stepped aside | stepped out | slipped away | faded away | stopped existing | removed myself | took myself | was not here | am not here
        | were not here | was no longer | am no longer | ended it | end it | just went | just stopped | never woke | did not wake | did not come home | did not come back | did not make it | passed | pass )
        | if i went they | if i went he | if i went she | if i went everyone | with me ( gone | out of | dead | not here ) | if ( he | she | they | everyone | family | nobody | mum | dad ) ..1 ( did not have | were rid of | was rid of | were free of | was free of | did not have to ( look after | care for | worry about | nurse ) | not have to look after | could be rid of ) ..1 me | if i ( had not been | was never | were never | had never been | were not | was not ) ( born | around | here | alive )""",
    # what others would then have
    "others-gain": """ ( could | can | would | might | will | should | get to | able to | free to | deserve~ to | chance to ) ..4 ( rest | start ( again | over | afresh | fresh | anew ) | begin again | move on | breathe | relax | live <finish> | live their | live his | live her | be happy | be happier | get on with | get ..2 back | have ..2 life | have ..2 back
        | find someone | find somebody | meet someone | meet somebody | remarry | marry | sleep <end> | stop worrying | stop caring | stop looking after | go back to normal | be free | be fine | be okay | be alright | be better off | manage | cope | enjoy | have a break | have peace | not have to )""",
    "stuff": tight("""
        jewellery|necklace|bracelet|earrings|rings|ring|watch|guitar|tools|books|records|clothes|belongings|possessions|things|stuff|car|bike|camera|medals|collection|piano|violin|savings|money|furniture|keys|plants|everything|laptop|vinyl|fishing|golf
    """),
    "pet": "dog|cat|dogs|cats|pets|rabbit|budgie|parrot|horse|hens|chickens|animals",
    "brinkplace": "roof | rooftop | bridge | railway line | railway | tracks | train tracks | cliff | cliffs | cliff top | cliff edge | balcony | ledge | multi storey | multistorey | level crossing | viaduct | weir | platform edge | quarry | reservoir | overpass | footbridge | flyover | beachy head | suspension bridge | humber bridge",
    "awake": "wake|waking|woke|woken",
}
