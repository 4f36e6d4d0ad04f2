"""Crisis, said outright: wanting to die, meaning to end one's life."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.intent.reflexive", 2, Kind.CRISIS, "intent", Band.CRISIS,
        "Verbs that mean suicide whenever their object is the speaker.",
        """
        kill~|murder~|off|offing|offed|top|topping|topped|neck|necking|hang|hangs|hanging|hanged|hung <refl>
        shoot~|gas~|gassing|gassed|drown~|suffocate~|asphyxiate~|strangle~|electrocute~|smother~|choke|choking|unalive
            <refl>
        end|ends|ending|ended <refl>
        harm|hurt <refl> ( fatally | permanently | for good )
        do|did|doing|does <refl> in
        do|did|doing|does away with <refl>
        finish|finishing|finished <refl> off
        finish|finishing off <refl>
        ( <mean> | <ponder> ) ..1 poison|poisoning <refl>
        poison|poisoning <refl> ( to death | tonight | and | with ..2 <med> )
        stab|stabbing <refl> ( to death | in ..1 heart|neck|throat|chest )
        starve~|drink~|freeze <refl> to death
        let~|letting <refl> die|starve|drown|freeze
        throw~|threw|fling|hurl~|chuck <refl> ( off | under | in front | out of | from | down ..1 stairs | in|into
            ..2 sea|river|canal|lake|water|traffic )
        set <refl> on fire
        ( use | using | turn | turning ) ..3 on <refl>
        ( cut | cutting | slit | slash | slashed ) ..1 wrists
        ( holding | held | hold | put | putting | have | got ) ..1 ( knife | blade | razor | gun | scissors ) ..1 (
            to | against | at | on ) ..1 ( chest | neck | throat | wrist | wrists | head | arm | skin | stomach )
        delete|erase|remove <refl> from ( existence | this|the world | life | earth )
        put|putting ..2 bullet|gun ..1 in|through|to <poss> head|brain|skull|mouth
        blow|blowing <poss> brains|head [out] [off]
        slit|slitting|slash|slashing|open|opening|cut|cutting|slitted|slashed|slashes|opened <poss>
            wrist|wrists|throat|veins|arteries|vein|artery
        """,
    ),
    Rule(
        "crisis.intent.life", 1, Kind.CRISIS, "intent", Band.CRISIS,
        "Ending one's life, taking one's life, committing suicide.",
        """
        end~|terminate~|finish~ <poss> [own] ( life|lives|existence|days )
        take~ <poss> own life|lives
        take|taking my life
        ending life
        commit~|commited|commiting|complete|completing|attempt~|do suicide
        consider~|contemplate~|choose~|want~|plan~|planning|face|facing ..1 suicide
        i|me|my|myself|am ..6 suicide
        suicide ..5 i|me|myself
        suicide ( note | notes | letter | attempt | attempts )
        suicide ..2 is|seems|feels|looks|sounds|feel|seem|look|might|would|could ..4
            option|answer|solution|way|choice|relief|easier|better|best|appealing|tempting|mind|inviting|right|escape|choices|options|comforting
        ( think~ | thinking | thought | thoughts | ideas | fantasies | fantasise~ | dream~ | obsess~ | obsessed |
            talk~ ) ..1 about|of|on|with|around suicide
        suicide ..2 on ..1 mind
        keep~ ..2 about suicide
        go~ through with ..1 suicide
        ( method | methods | way | ways ) of suicide
        suicide plan|method|pact|ideation|thoughts|mission|feelings
        write|writing|wrote|written ..3 suicide note|notes|letter|letters
        my suicide note|letter|attempt|plan
        to suicide
        assisted suicide|dying ..3 for me|myself
        """,
    ),
    Rule(
        "crisis.intent.suicidal", 1, Kind.CRISIS, "intent", Band.CRISIS,
        "Calls themselves or someone close suicidal.",
        """
        suicidal
        feel~ like suicide
        """,
    ),
    Rule(
        "crisis.intent.end-it", 2, Kind.CRISIS, "intent", Band.CRISIS,
        "Means to end 'it', 'everything', the suffering.",
        """
        <mean> ..1 end|ending it|everything|things|(my misery|suffering|torment|agony|story|journey)|(all of
            it|this)|(this all)
        <mean> ..1 end|ending this ( now | tonight | today | for good | once | nightmare | life | misery | all |
            <end> )
        <ponder> ..1 ending|end it|everything|things|this
        end|ending|ended|finish|finishing it all
        ending it <end>
        ( tonight | today | tomorrow ) ..3 ending it
        ending it ( tonight | today | tomorrow | all | now | soon | for good )
        it ends ( tonight | today | tomorrow | now | here )
        end me <end>
        meet my end
        ( tonight | today | tomorrow ) ..6 end this ( pain | suffering | misery | agony )
        ( just|only|will|must|please|to|and|i ) end it [all] ( <end> | now | tonight | today | for good | once and
            for all )
        <mean> ..1 put|putting ..2 end to ( it | everything | this | me | <refl> | my life | my misery | my
            suffering | things )
        <ponder> ..1 putting ..2 end to ( it | everything | this | me | things | my )
        put|putting ..2 end to ( me | <refl> | my life | my misery | it all | my existence )
        <mean> ..1 finish ( it | it all | everything | things | this ) ( off | <end> | tonight | now | for good )
        ( way|ways|want|need|looking|only ) ..2 out of ( this life | this world | life | living | existence )
        <mean> exit life
        leave~|exit|exiting|depart|departing ( this life | this world | this earth | the world | the planet | this
            planet )
        cease~ to exist|(be alive)
        ( am | be ) checking out ( tonight | for good | early | of life | of this ( world | life ) | tomorrow <end>
            i )
        <mean> check out ( early | for good | of life | of this )
        <mean> ..1 meet my maker
        """,
    ),
    Rule(
        "crisis.intent.wish-to-die", 2, Kind.CRISIS, "intent", Band.CRISIS,
        "Wishes to die or to be dead.",
        """
        <wish> ..1 [to] die|dying|(be dead)|(being dead)|(be gone ( <end> | from | now | forever ))|(disappear
            forever)
        <wish>|<ponder> ..1 [to|about|of] not ( be | being ) alive|here|around
        no ( intention | plan | plans | desire | wish | interest ) ..2 ( being | to be | of living | in living |
            living | staying | to stay | to live ) [alive|here|around]
        be|am|is|are ( happier | better | better off | more use | more useful | rather ) dead
        <ponder> ..1 ( hanging | drowning | overdosing | jumping | gassing | suffocation | hanging up the rope )
            <end>
        ( suicide | being dead | killing <refl> | ending it ) is ..2 all i ( think | dream ) about
        all i think about is ( suicide | death | dying | being dead | killing <refl> | ending it )
        ( think | thinking | thought | dream | obsessed ) ..2 about ( being dead | my own death )
        why cannot|(could not)|(will not)|(did not) i|it ..1 ( die | kill me | be over )
        <soon> i ..1 be ( dead | gone forever )
        i should be dead not
        ready to die
        wish~|wishing ..1 <me> ..1! ( die | died | dead | dies | be dead )
        wish~|wishing i|we ..1 was|were|be gone|(no longer here)
        wish~ ..1 <me> ( [was|were|had|would|have] never|not ) [have] [been] born
        wish~ <me> was|were|is not alive
        wish i ( had | would ) ( not | never ) ( woken | survived | lived | been saved | come round )
        make sure i ..3! ( not wake | die <end> | not survive | not be found | never wake )
        wish~ it had ..1 killed|finished|taken me
        hope~|hoping|pray~|praying|beg~|wish~ ..2 i|we ..2 die|dies|died|(am dead)|(be dead)
        ( hope~ | hoping | pray~ | praying | wish~ | want~ | beg~ | begging | waiting for | wait for ) ..1 ( god |
            lord | jesus | death | it | this | cancer | tumour | disease | pneumonia | infection | sepsis | heart |
            operation | surgery | anaesthetic | something | chemo | covid | bus | lorry ) ..2 ( take~ | kill~ |
            finish~ | claim~ ) me|us
        let me ..1 die
        help me [to] die
        help me [to] end ( it | my life | this | things )
        kill me ( please | <end> please )
        pay ..1 ( someone | somebody | anyone ) to ( kill | shoot | finish ) me
        take me now ( god | lord | <end> )
        put me down like
        <wish> [to] kill <end>
        want dead
        my life ( needs | has | must | should | ought ) ..1 ( end | be over | stop )
        i die ( on <soon> | tonight | tomorrow | this <soon> | <soon> )
        wish ..3 ( taken more | succeeded | had worked | it worked | no one had found me | nobody had found me |
            done it properly )
        ( please | somebody | someone | god | would|could|can someone|somebody|you ..1 ) ( kill | shoot | finish off
            | end ) me
        give anything to ..1 ( die | be dead | not wake | not be here | be gone )
        being dead ( has | must | would | is | sounds | seems | might | cannot be )
        better [to] be dead
        better dead
        happier than ..2 ( dying | being dead | to die | to be dead )
        be found ( dead | hanging )
        better off in the ground
        ( better | best ) ( off dead | if i died | if i were dead | if i was dead )
        should just die|(be dead)
        ( voices | voice | head | thoughts | brain | mind ) ..3 ( tell~ | say~ | says | saying | scream~ | screaming
            | keeps | keep | wants | want | urging | shouting ) ..3 ( to die | kill <refl> | have to die | should
            die | be dead | to jump | end it | deserve to die )
        not want ..1 ( anyone | anybody | them | you | him | her | someone | to be ) to|[ever] ( save | rescue |
            stop | find | saved | rescued | stopped | found ) [me]
        deserve~ to die|(be dead)
        not deserve to ( live | be alive | be here | exist )
        death ( would be | is | seems | sounds | feels ) ..3 ( relief | release | option | escape | welcome | better
            | easier | comforting | blessing | answer | kindness | preferable )
        long~ for ..1 death|(it to be over)
        ( ready | want | waiting | longing | hoping | wishing | pray~ | praying ) ..1 for death
        dying is|seems|sounds|would be ..3 better|easier|relief|answer|option
        rather [be] die|dead ( than | now | right | to )  live|(go on)|(keep)|(be here)|(carry
            on)|exist|spend|wake|continue|face
        i|(would) rather be dead
        rather [be] die|dead than ( live | go on | be alive | keep | carry on | exist | wake | continue | face
            another )
        """,
    ),
    Rule(
        "crisis.intent.no-wish-to-live", 2, Kind.CRISIS, "intent", Band.CRISIS,
        "Does not want to live, be here, wake up.",
        """
        not ..2! want~|wish|wanna|like|care|plan|intend|deserve|need|desire|fancy|prefer ..1 [to] live|(be
            alive)|exist|survive|(be around <finish>)|(stay alive)|(keep living)|(carry on living)|(go on
            living)|(see tomorrow)|(see another)|(be living)|(wake up <finish>)|(wake up tomorrow)|(stick around)
        ( not ..2! | never ) want~|wish|wanna|like|care|plan|intend ..1 [to] ( be here | go on | carry on | keep
            going | exist | continue ) ( #stop | <anymore> | like this | tomorrow | with life | with this life |
            living | without | and | if | when )
        not want~ ..1 be ( in this world | on this earth | on this planet | part of this world | here on earth )
        not want~ ..1 this life <anymore>
        not ever want ..1 ( live | wake | be here | be alive | exist )
        nothing ..1 worth ( living | staying alive | being alive )
        not want to wake up to this
        <unable> stay alive ( for | another | any | like | much )
        no longer ( want~ | wish~ | care | feel like | desire | plan ) ..1 <live>
        ( not want~ | no desire | no wish ) ..2 another day ( of this | on | <end> | like )
        no|lost|lose|losing|without|(not have)|(not got) ..3! ( will | desire | wish | urge | strength | reason ) to
            live|(be alive)|(stay alive)|(go on living)|(carry on living)|(keep living)|(carry on)|(keep
            going)|exist
        ( nothing | no one | nobody | not ..2! anything | little ) ..1 to live for
        ( no | not ..3! a|any|(one) | cannot ..2! | nothing ) ..2 ( reason | reasons | point ) ..2! <live>
        no ..1 point|sense|use [in|of|to] ( <living> | <live> )
        ( what is | what | where is ) ..1 point|use [in|of|to] ( <living> | <live> )
        not see ..3 point|sense|use [in|of|to] ( <living> | <live> )
        ( no | not ..3! | what ) ..2 point ( of | in ) me ( living | being | going | carrying )
        wish i ( was | were ) not ( here | around ) ( <end> | anymore )
        ( no | not ..2! ) reason ..4 <live>
        ( give me | need | find | looking for | one ) ..2 reason ..1 not to ( do it | end | kill | jump | die )
        not ..2! worth ( living | it <anymore> | carrying on | going on | being here | being alive | sticking around
            )
        ( sick | tired | fed up | had enough | weary | bored | exhausted ) [and tired] ( of | with | by | from ) (
            being alive | living <finish> | life <finish> | waking up every day <end> | existing | existence | being
            here <finish> | waking up <finish> | this life | my life <finish> )
        done|finished|through with ( life | living | this life | this world | being alive | existing )
        hate~ ( being alive | living <finish> | waking up alive | that i am alive | existing | my existence | that i
            woke up )
        ( cannot | could not | not ..2! able to ) ..1 bear|stand|face|tolerate|endure|stomach ( to be alive | to
            live | to be here <finish> | being alive | living <finish> | life <finish> | existing | my life |
            another day | tomorrow )
        living is|feels|seems ..1 ( pointless | unbearable | meaningless | torture | too hard | too painful | hell )
        life is|feels|seems|has ..1 ( pointless | meaningless | unbearable | not worth | no meaning | no purpose |
            nothing left )
        """,
        denial=False,
    ),
)  # fmt: skip
