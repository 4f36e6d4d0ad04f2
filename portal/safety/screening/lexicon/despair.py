"""Ways to speak of one's own end without the word, of what could bring it, of having nothing left."""

from ._tight import tight

CLASSES = {
    # hoping, wishing, not minding
    "wishing": """ wish~ | hope~ | hoping | pray~ | praying | want~ | if only | would be nice | be nice | lovely | happy | content | fine
        | okay | relieved | relief | glad | blessing | prefer~ | like | love | best thing | best if | better if | easier if | waiting for
        | longing | long for | dream of | beg~ | begging | asking god | ask god | not mind | not care if | not it be ..1 ( nice | wonderful | lovely | great | better | easier ) | wonderful | welcome it if | need~ | not bothered | not be ( upset | sad | bothered | sorry )
        | cannot wait | looking forward | tempted | rather | wanting | crave | ready """,
    # one's own end, said of oneself
    "myend": """ ( not | never ) ..3! ( wake | waking | woke | get up again | open my eyes | come round | come back | see ..1 morning )
        | without waking | my heart ( gives | give | gave | stops | stop | stopped | would stop | to stop | to give ) [out]
        | heart attack ..2 me | die | dies | died <end> | dying in my sleep | be dead | death would come
        | be the end [of me] | be my last | the end of me | end of it all | end [of] everything | it all to ( end | stop | be over | finish | go away ) | it to be over #stop | this to end #stop
        | everything to ( end | stop | be over | finish | go away ) | all be over | all be done with | life to ( end | stop | be over | finish )
        | ( surgery | operation | anaesthetic | op | transplant | scan | biopsy | infection | next one ) ..1 ( goes | went | go | to go ) wrong
        | ( cancer | it | this | disease | tumour | god | lord | death | sepsis | pneumonia | something | someone | covid | virus | infection ) ..3 ( take | takes | kill | kills | finish | finishes | get | claim | gets ) me ( <end> | soon | now | quickly | quicker | tonight | away | off | instead | sooner | in my sleep | before | already )
        | hurry up and ( take | kill | finish ) me | ( bus | truck | lorry | car | train | lightning | tree | plane ) ..3 ( hit | hits | took | take | run | flatten | finish | strike | kill ) me
        | get|got ( hit | run over | struck | knocked down ) | something ..2 ( happen | happens | happened ) to me | fall asleep forever | sleep forever | never have to get up
        | not ..1! have to ( get up | wake | live | go on | be here | do this | feel anything | exist ) ( ever | again | <anymore> | ever again )
        | stop existing | stop being | stop breathing | stop living | cease | not exist | disappear for good | disappear forever | cease to be
        | not ( been born | be alive | be here <anymore> | survive | survived | make it | made it | be around | live | exist | come through )
        | the last of it | the last one | be with ( my loved | my late ) | slip away | drift off forever | fade away | fade out | let me go | be put down | put me down | put out of my misery | out of my misery | six feet under | in the ground | in my grave | with the angels | in heaven <end> | death | switch me off | turn me off | gone from this | never existed | die in my sleep
        | close my eyes ..3 ( never | forever | for good | last time | the end ) | with ( my late | my dead ) | not to be | nothingness | oblivion """,
    "place": tight("""
        bridge|bridges|tracks|track|railway|railways|train|trains|river|cliff|cliffs|roof|rooftop|kerb|curb|traffic|motorway|lorry|lorries|truck
        |trucks|platform|ledge|window|balcony|canal|sea|pier|overpass|viaduct|multi-storey|storey|bus|buses|weir|reservoir|lake|underpass|quarry
    """),
    "tool": tight("""
        pills|pill|tablets|tablet|meds|medication|morphine|oramorph|rope|noose|knife|knives|gun|razor|razors|blade|blades|wheel|patches|insulin
        |syringe|syringes|painkillers|sleepers|zopiclone|diazepam|fentanyl|oxy|oxycodone|scalpel|bleach|belt|shotgun
    """),
    "tempted": """ think ( what if | how easy | about it | of it | it would be | about ..1 ending | about stepping | about jumping | about letting go | about falling )
        | wonder ( what if | what it | if it | how it | whether it | who would ) | so easy | how easy | easy to just | just one step | one step | keep ..1 ( looking | staring | counting | thinking about | going back to | picturing )
        | not stop ( looking | staring | thinking about | counting | picturing ) | calling ( me | to me | my name ) | tempting | tempts me | tempted | drawn to | could just ( step | jump | let | drive | swerve | walk | take | swallow | fall | go )
        | thought about it | thought about doing it | imagine ( jumping | stepping | falling | letting | driving | taking | swallowing | going | what | how | myself ) | picture ( myself | jumping | stepping | driving ) | what would happen if i | thought about ( letting | stepping | jumping | swerving | driving | closing | walking | taking them | just )
        | think about ( letting | stepping | jumping | swerving | driving into | closing my | walking into | taking them all | just stepping ) | thinking about ( letting | stepping | jumping | swerving | driving | walking into | just ) | letting go | let go of | swerve | swerving
        | have thoughts | intrusive thoughts | one push | all it would take | urge to ( step | jump | swerve | let | drive | take | walk ) | looking at me | whispering | willing me """,
    # none of it, nothing ahead
    "none": "no|nothing|(not ..3! ( any | anything | a | much | one | the ))|little|(what is)|(cannot ..3! ( any | a | the | my ))|(where is)|(no such thing as a)",
    "onward": "future|tomorrows|purpose|meaning|(way forward)|(way on)|(life ahead)|(life left)|(reason to live)|(reason to be)|(road ahead)",
    "cling": "kids|children|dog|dogs|cat|cats|grandchildren|grandkids|mum|dad|son|daughter|husband|wife|faith|family|god|partner|parents|sister|brother|boys|girls|baby|pets|promise|religion|mother",
    "braver": "guts|nerve|courage|brave|braver|coward|cowardly|chicken|balls|bottle|strength|bravery",
    "deed": "(do it)|(end it)|(end my life)|(end things)|(go through)|die|jump|(kill myself)|(follow through)|(actually do)|(take them)|(pull the trigger)|(finish it)|(have done it)|(have ended it)|(be gone)",
    "awful": "dark|darkest|darker|black|bad|scary|frightening|horrible|awful|intrusive|terrible|unthinkable|disturbing|bleak",
}
