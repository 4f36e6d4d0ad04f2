"""Ways to say that one wants, means, plans or is about to."""

from ._tight import tight

CLASSES = {
    "wish": """ want~ [to] | wish~ to | would like [to] | would love [to] | feel~ like | need to | long~ to | longing for
        | hope~ to | pray~ to | beg~ to | desperate to | would prefer to | prefer to | craving | crave to | aching to
        | decide~ to | tempted to | deserve~ to | wanting [to] | yearn~ to | plan~ to | planning on | intend to
        | think~ about | think~ of | thoughts of | thoughts about | trying to | try to | waiting to | cannot wait to
        | wud like to | urge to | consider~ | choose~ to | rather | asking to | asks to | asked to | eager to
        | happy to just | prepared to | willing to | ready to just | imagine~ | dream~ of | dream~ about
        | fantasise~ about | fantasize~ about | wished to | hoping to | look~ forward to | prefer~ """,
    "mean": """ <wish> | going to | about to | ready to | planning | plans to | plan to | plan for | plan on | intend~ to | might
        | may | will | could | would | can | should | have to | having to | got to | ought to | let me | determined to
        | ways to | ways of | way to | way of | how to | how i will | how i would | how do i | how can i | courage to
        | guts to | strength to | nerve to | brave enough to | bold enough to | scared to | too scared to | close to | verge of
        | brink of | edge of | attempt~ to | try~ to | try and | trying and | idea of | time to | thought of | excuse to | minded to
        | set on | bent on | considering | contemplate~ | contemplating | picture~ | picturing | visualise~
        | keep myself from | stop myself from | stop me from | myself from | me from | talk~ about | talking of | talks of
        | threatening to | threaten~ to | threatens to | promised to | vowed to | swore i would | says he will | says she will
        | impulse to | compulsion to | means to | something to | enough to | right to | permission to | near to | go and
        | mind to | temptation to | steps to | preparing to | prepare to | starting to | convinced to
        | made up my mind to | resolved to | reasons to | reason to | chance to | date to | plan is to | plan is | plan was to | idea is to
        | intention is to | aim is to | goal is to | answer is to | option is to | want is to | want to do is | can do is | left is to | left to do is
        | thing to do is | came close to | come close to | coming close to | came near to | get as far as | got as far as | work up to | working up to
        | keep wanting to | keep meaning to | it in me to | push me to | drive me to | desire to | obsessed with | obsessing about | rehearsing
        | nearly | almost | so close to | this close to | like to | love to | end up | had to | one day i | tonight i | tomorrow i """,
    "ponder": """ fantasies about | fantasies of | visions of | dreams of | think~ about | think~ of | thoughts about | thoughts of | consider~ | contemplate~ | imagine~ | picture~
        | fantasise~ about | dream~ of | dream~ about | obsess~ about | obsessed with | plan~ | wonder~ about | research~
        | google~ | look~ up | search~ | read~ up on | read~ about """,
    "anymore": "anymore | any longer | no more | any further",
    "soon": tight("""tonight|today|tomorrow|now|soon|friday|monday|tuesday|wednesday|thursday|saturday|sunday|weekend|morning
        |christmas|easter|birthday|week|later|midnight|evening|afternoon|shortly"""),
    "living": """living | being alive | life | being here | existing | existence | staying alive | going on | carrying on
        | my life | continuing | waking up | keeping going | keeping on | being around | my existence | this life
        | hanging on | holding on | sticking around """,
    "live": """live | be alive | exist | be here | go on | carry on | be around | stay alive | continue | wake up | keep going
        | keep living | see tomorrow | see another day | stay here | be on this earth | be on this planet | be in this world
        | be part of this world | stick around | hang on | hold on | keep breathing | get up | get out of bed | stay
        | keep on living | go on living | carry on living | carry on existing | keep going on | survive | remain alive """,
    "unable": "can not | could not | not able to | not think ..1 i can | not sure ..2 i can | not know ..2 i can | doubt i can | unable to",
    "end": "#stop|#pause",
    "gone": """ without me | if i was not ( here | around | alive | in it | in the picture | in the way | part of | born | a burden <end> )
        | if i were not ( <end> | here | around | alive | in it | in the picture | in the way | part of | born )
        | if i ( died | die | passed ) | if i ( was | were ) ( dead | gone | no longer | out of ( it | the way | their | his | her | the picture ) )
        | i was ( gone | dead ) | i were ( gone | dead ) | once i am ( gone | dead | not here | out of ) | when i am ( gone | dead | not here | not around | out of )
        | after i am ( gone | dead ) | with me ( gone | dead | not here | out of | not around | not in ) | if i ( disappeared | vanished | slipped away )
        | if i ( went | stopped | left ) <end> | if i ( never woke | did not ( wake | exist | make it | survive ) | had ( died | never | not ) | ended ( it | things | my ) | stopped ( existing | breathing | being ) | killed ) | if i ( never existed | just ( died | stopped | went <end> ) ) """,
    "wellbeing": """ ( proper | normal | decent ) life | better | easier | happier | freer | best | relieved | simpler | improved | lighter | kinder | calmer | thrive | flourish
        | richer | cheaper | fairer | nicer | stronger | healthier | blessing | relief | cope ( fine | okay | well ) | manage ( fine | okay | well )
        | be ( fine | okay | happy | free | at peace ) | get over it | move on | ( save | spare ) ..3 ( trouble | bother | hassle | pain | money
        | heartache | grief | time | fortune ) | doing ..1 favour | peaceful | ( have | get | find | be at | live in ) ..1 peace | more normal | less ( stress | worry | work | hassle | trouble ) """,
    "kill": "kill|end|hurt|harm|stab|shoot|strangle|smash|beat|burn|hit|batter|punch|slap|rape|drown|poison|attack|murder|choke",
    "finish": "#stop|#pause|anymore|but|and|so|because|if|when|or|since|as|like|without|alone|with",
}
