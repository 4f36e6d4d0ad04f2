"""Crisis: abuse, by anyone, of the writer or of someone close."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.abuse.violence", 4, Kind.CRISIS, "abuse", Band.CRISIS,
        "Someone hits, strangles or otherwise hurts the writer, or a person close to them.",
        """
        <abuser> ..1 [<blows>|<rough> and] <blows> [at|on|out at] ( <close> )
        <abuser> ..1 [<blows> and] <rough> [at] ( <close> ) ..1 ( against | down | to the ( floor | ground ) | over
            <end> | over and | off ..2 bed|chair|stairs | by the | across | around <end> | around and | around when
            | so hard | hard enough | into ( a | the ) ( wall | door | table ) | last night | again <end> | on
            purpose | because i | when he | when she | with ..1 ( belt | cigarette | stick | boiling ) |
            deliberately | out of bed by | so bad )
        <abuser> ..1 ( hurts | hurt | hurting ) ( me | mum | dad | my mum | my dad | us ) ( <end> | last night |
            again | badly | when he | when she | on purpose | so bad )
        <abuser> ..1 ( <blows> | <rough> ) ( my | her | his ) ( face | throat | neck | head | hair | stomach | ribs
            | wrist | arm | breast | breasts ) ..1 ( #stop | when i ( said | say | tried | would ) | until | because
            | so hard | against | last night | on purpose | and would not )
        <abuser> tried to <kill> ( me | us | my )
        ( tried | trying ) to ( strangle | kill | choke | stab | rape | smother | drown | suffocate ) ( me | us |
            mum | dad | her | him )
        ( nurses | staff | carers | carer | they ) ..5 ( hit | slap | punch | kick | beat | abuse | starve | neglect
            | drag | shake | bully ) ( mum | dad | my mum | my dad | my nan | nan | gran | residents | patients )
        <abuser> ..1 ( twist~ | broke | breaks | fractured | bruised | split | dislocated ) my ( <body> | collarbone
            | lip | tooth | teeth )
        ( broke | breaks ) in|into ..4 and ( beat | hit | attacked | punched | kicked ) me
        ( been | being | get | gets | got | getting | was | is ) ..1 ( hit | beaten | slapped | punched | kicked |
            abused | assaulted | raped | molested | strangled | choked | groped | attacked | battered | hurt |
            knocked about | shoved | bullied ) ..2 by ..2 ( <abuser> | my )
        <i> ( was | am | been | have been | got | keep getting | am being | being | get ) ..1 ( raped | molested |
            sexually assaulted | sexually abused | assaulted | beaten up | battered | being abused | abused |
            strangled | beaten ( <end> | by | if | when | because ) | groped | drugged )
        ( forces | forced | forcing | force ) ( himself | herself | themselves ) on ( me | her | him )
        ( forces | forced | forcing | makes | made | make ) me ( to | have | into | do | touch | watch ) ..2 ( sex |
            sexual | in bed | his | him <end> )
        sex ..4! ( when i ( say | said ) no | against my will | without my consent | while i ( sleep | am asleep |
            was asleep ) | even though i ( say | said | do not ) | i do not want | whether i want )
        sex with me ( when | while | even | against | without | whenever | whether )
        not take no for an answer
        ( touch~ | touches | touching | touched ) ( <close> ) ..2! ( inappropriately | sexually | when i ( do not |
            was | am ) | where i | in ways | when no one | when nobody | down there | private | at night | under |
            against | without ( asking | consent ) )
        ( touch~ | touches | touching | touched | gropes | grabbed | grabs ) ( my | her | his ) ( breast | breasts |
            bottom | bum | privates | body when )
        ( exposed himself | exposes himself | sexually abuses | sexually abused | sexually assaulted | grooming my )
        ( hands | hand ) ( round | around ) my ( throat | neck )
        ( stepdad | uncle | dad | father | brother | neighbour | carer | cousin | grandad | grandfather | stepfather
            | porter | he | boyfriend ) ( touches | touched | touching | fondles | fondled | grooms | groomed ) ( me
            | her | my daughter | my son ) <end>
        ( are | is ) ( hitting | beating | abusing | starving | neglecting | molesting | bullying ) ( <close> )
        ( staff | carers | nurse | home | someone | somebody ) ..3 ( are | is ) hurting ( him | her | mum | dad | my
            | our | nan )
        ( dad | father | mum | mother | uncle | brother | husband | wife | partner | son | daughter | he | she ) is
            hurting ( me | my | us )
        ( am | is | are | being | be ) being ( abused | neglected | mistreated | beaten | starved | ill treated |
            exploited | coerced )
        am being ( controlled | hit | hurt | threatened | bullied ) by ..1 <abuser>
        <abuser> ..1 ( grab~ | held | holds | pin~ | lift~ | pick~ ) me [up] by ..1 ( throat | hair | neck )
        ( pull~ | pulls | yanks | yanked ) ..1 my hair <end>
        <abuser> touches me ( in | when | while | under ) ..1 ( shower | bath | bed | he | she | i am | covers |
            washing )
        <abuser> ..1 ( pulls | yanks | spits | spat ) ( at me | my hair )
        ( raise~ ) ..1 ( hand | fist | fists ) ( to | at ) me
        ( lays | laid | lay ) ( hands | a hand | a finger ) on me
        <abuser> ..1 ( lash~ | lashed | lashes ) out at me
        <abuser> ..1 ( gets | got | getting | is | was | turns | becomes ) ..1 physical ( with | towards ) me
        <abuser> ..1 ( throws | threw | throwing | smashes | smashing | smashed ) ( things | plates | stuff |
            objects | furniture | my phone | phone | everything | glass ) ..1 ( at me | when | around | up | if |
            because | so i )
        ( held | holds | put | pulled | points | pointed ) ..1 ( knife | gun | blade ) ..1 ( to | on | at ) ( me |
            my )
        <abuser> ..1 ( gave | given | gives | left ) me ..3 ( black eye | bruises | bruise | fat lip | broken )
        black eye ..4 ( from | he | she | husband | partner | because )
        bruises ( from | where | because ) ..2 ( he | she | husband | wife | partner | son | carer | they )
        ( violent | aggressive | abusive | sexually abusive | cruel ) ( with | towards | to | toward ) ( me | mum |
            dad | us | the kids | my ( mum | dad | kids | children ) )
        ( violent | abusive ) ( at home | again | when ( he | she ) )
        ( husband | wife | partner | boyfriend | girlfriend | carer | son | daughter | brother | father | ex | he |
            she | stepdad | dad | mum | relationship | marriage | mother ) ( is | was | gets | has been | turns |
            became | has become | can be ) ..1 ( violent | abusive | abusing | hitting | beating | hurting me |
            hurting us | physically | threatening me )
        ( i | my | me | he | she | victim of | suffering | suffer | living with | escaping | fled | because of |
            experiencing | there is ) ..5 domestic ( abuse | violence )
        abusive ( husband | wife | partner | boyfriend | girlfriend | relationship | marriage | home | carer | son |
            father | mother | household | ex )
        ( someone | carer | he | she | staff | nurse | they | uncle | neighbour | stepdad | dad | grandad ) ..1 ( is
            | are | has been | have been | was ) ( abusing | hurting | hitting | molesting | touching | beating |
            starving | neglecting | grooming | interfering with | raping ) ( <close> | residents | patients )
        ( dad | uncle | stepdad | father | brother | he | neighbour ) touches ( her | him | them | me )
        ( carer | carers | nurse | staff | daughter | son | care home | they ) ..1 ( rough | cruel ) with ( me | mum
            | dad | her | him )
        ( he | uncle | stepdad | stepfather | dad | brother | someone | father | grandad | cousin | lodger | carer ) ..1 ( comes | came | gets | got | climbs | climbed ) in|into ..1 my ( room | bed ) ..2 ( at night | when | every | and | while )
        tied|ties|tie|strapped ( me | mum | dad | him | her | to the bed | to the chair )
        """,
    ),
    Rule(
        "crisis.abuse.control", 3, Kind.CRISIS, "abuse", Band.CRISIS,
        "Someone threatens, locks up, controls or robs the writer.",
        """
        threaten~ ( to <kill> | to ( lock | stop giving | throw me | put me in | take ..1 kids | turn off | withhold
            | tell ) | with ..2 ( knife | gun | violence | bat ) | me ( <end> | with | if | for money | when | every
            | again | and ) | my life )
        ( says | said | told me | tells me | swears | swore | promised ) ..6 ( he | she | they ) ( will | would | is
            going to | was going to | are going to ) <kill> ( me | us | the kids | the dog | my )
        ( going to | will ) ( kill | hurt | stab | strangle | beat ) me ( and | one day | if i leave | if i tell |
            one of these | when he | when she | <end> )
        ( lock~ | locks | locked | locking | trapped ) me ( in | inside | out of the house | up )
        <abuser> ..1 ( keeps | kept | has | holds ) my ( bank card | pension | passport | phone and | benefits |
            cards )
        ( am | been | being | get | kept ) locked in ..1 ( house | my room | bedroom | flat | room | home )
        locks ..2 door so i
        keeps me prisoner
        prisoner in my own ( home | house )
        <abuser> [does] [will|would] not let me ..1 ( leave ( the | my | him | her ) | have my ( tablets |
            medication | painkillers | pain | morphine | phone | money | meds | own ) | take my | use ..1 phone |
            talk to ( anyone | my | people ) | speak to ( anyone | my ) | call ( anyone | my | for | the ) | phone (
            anyone | my ) | get help | contact | have friends | go anywhere | see ( anyone | my ( family | friends |
            children | mum | kids | sister | parents | daughter | son ) | a doctor ) | go to ( my appointments |
            chemo | hospital | treatment | radiotherapy ) | tell anyone )
        <abuser> [will|would|do|does|did] not ( let | allow ) me ..1 [to] ( leave ( the | my | him | her ) | see (
            anyone | a doctor | my ( family | friends | children | mum | kids | sister ) ) | have my ( tablets |
            medication | painkillers | phone | money ) | take my | use the phone | talk to ( anyone | my ) | speak
            to ( anyone | my ) | call ( anyone | my | for ) | get help )
        will not let me ( call anyone | phone anyone | leave the house | see my ( family | friends | children | mum
            | kids | sister ) | out of the house | speak to anyone | talk to anyone | tell anyone | see a doctor |
            go to my appointments | have any ( money | food | friends ) | have my ( medication | painkillers |
            tablets ) )
        keep~|kept ..1 me ..1 ( locked | shut | prisoner | tied | drugged | isolated | from my ( family | friends |
            kids ) )
        trapped ..5 by ..1 <abuser>
        steal~|stealing|stole|stolen|thieving from me
        <abuser> push~|shove~|knock~|slap~|kick~|pushing|shoving|knocking me about|around
        <abuser> ..5 and ( takes | took | keeps | spends | steals | stole ) [all] my ( pension | money | benefits |
            savings )
        <abuser> [do|does|did] ( will not | not | never | refuse~ to | cannot be bothered to ) ( feed | wash |
            change | clean | turn | bathe ) me
        <abuser> ..1 ( leave | leaves | left | leaving ) ( me | mum | dad | her | him ) in ..1 ( wet | soiled |
            dirty | own | filthy )
        <nobody> ( feeds | washes | changes | turns | cleans ) me
        ( been | was | am | being | get | left | leaves ) left|me|mum|dad|him|her|lying|sitting ..3 in ..1 ( own (
            mess | urine | waste | filth | poo | wee ) | soiled | dirty | wet ( bed | pad | nappy | sheets | clothes
            ) | filthy )
        <abuser> ..1 ( stops | stopped | stopping | prevents | keeps | bans | banned | forbids ) me [from] ( seeing
            ( my | anyone | friends ) | going to my ( appointments | treatment | chemo ) | talking to | taking my |
            calling | leaving | having friends | getting help | speaking )
        not allowed ( to ) ( leave ( the house | home ) | see ( anyone | friends | my ( family | friends | mum |
            sister | kids ) ) | use the phone | speak to my | call ( anyone | my ) | have ( friends | money | my own
            ( money | phone ) ) | eat until he )
        <abuser> [has|have|keeps|is|are|just|been] ..1 ( taken | takes | took | taking | spends | spent | steals |
            stole | stolen | stealing | withholds | withhold | withholding | hides | hiding | hid | controls |
            confiscates | confiscated | emptied | empties | drained | draining ) ..1 ( my | mums | dads | mum | dad
            | our | all my ) ..2 ( money | pension | bank card | bank account | account | benefits | savings |
            painkillers | pain relief | medication | meds | medicine | morphine | tablets | cards | wages | oxygen |
            patches | passport | pension money )
        <abuser> ..1 ( takes | took | taken | hides | hid ) ..1 my ( keys | car keys | house keys | passport | purse
            | cards | wheelchair | crutches | frame ) ..2 ( so | away | to stop | yesterday so )
        <abuser> ..1 ( checks | tracks | monitors | reads | goes through | searches ) ..1 my ..1 ( phone | messages
            | texts | emails | location | calls | bag )
        <abuser> ..1 ( takes | took | taken | hides | keeps | smashed | checks | monitors | tracks ) ..1 my ( phone
            | messages | calls ) ( away | from me | so i | and will | every | to see | all the time | when he | when
            she )
        ( has | have ) taken ..1 my ( money | pension | savings | benefits | medication | tablets )
        ( hits | slaps | punches | kicks | beats ) me and
        <abuser> ..1 ( <blows> | <rough> ) me and ..2 ( screams | hits | shouts | takes | says | hurts | locks |
            calls )
        screams at me ..3 hits
        ( shouts | screams ) at me <end> hits me
        ask permission ( for everything | to go | to leave | to eat | to see | to spend | to use )
        <abuser> ..1 decides ( when | if | whether ) i ..2 ( have | get | take | eat | see | go )
        ( he | she | they | husband | wife | partner | son | daughter | ex ) ..1 ( controls | controlling |
            controlled ) ..1 ( money | finances | cash | everything i | what i ( do | wear | say | spend | see ) |
            who i | where i | my every | all my | how i )
        going to hurt me
        ( coming | come | on his way | on her way | turn up ) ..3 to ( kill | hurt | harm | beat | get ) me
        <abuser> ..1 ( keeps | kept | withholds | hides ) my ( painkillers | medication | meds | tablets | morphine
            ) ( from me | to punish | to control | unless | until i )
        ( carer | carers | aide | nurse | staff ) ..4 ( hits | slaps | punches | kicks | beats | pinches ) ( my | me
            | mum | dad | her | him | residents )
        ( withholds | withholding | withheld | withhold | refuses to give me | will not give me | denies me ) ..1
            [my|her|his|any] ( painkillers | pain relief | medication | meds | medicine | morphine | tablets | food
            | water )
        <abuser> ( refuses | refused | refusing ) to ( feed | wash | change | get me help )
        ( scared | afraid | frightened | terrified ) ( of | by ) ( him | her | husband | wife | partner | son |
            daughter | carer | boyfriend | girlfriend | ex | stepdad | father | brother | what he | what she | them
            )
        ( scared | afraid | frightened | terrified | worried ) ..1 ( he | she | they | husband | wife | partner |
            son | ex | boyfriend ) ( will | is going to | might | would ) <kill> ( me | us | the kids | my )
        ( scared | afraid | frightened | terrified ) to ( go home ( <end> | tonight | because | to him ) | be at
            home | be alone with ( him | her | my ) | go back to him | be home | leave him | tell anyone ( what he |
            because he ) )
        ( not safe | unsafe | not feel safe | never safe | never feel safe | not feeling safe ) ..1 ( at home <end>
            | in my own home | in my house | with him | with her | with my husband | with my wife | with my partner
            | around him | around her | in this house | here with | with my son | living with | in the care home |
            in my own house )
        ( left | leaves | leave | leaving ) ( me | mum | dad | her | him | my ) ..2 ( in my own | in her own | in
            his own | in wet | in soiled | in dirty | without food | without water | hungry | without my ( meds |
            medication ) | for hours in )
        ( he | she | partner | husband | wife ) is ..1 ( controlling | coercive )
        walking on eggshells ..4 ( him | her | husband | wife | partner | home )
        <abuser> ..1 ( forces | forced | forcing | makes | making | made | pressures | bullied ) me [to|into] (
            sign~ | hand over | give ( him | her ) | change my will | changing my will | pay for everything | beg |
            sleep on | transfer )
        <abuser> ..1 ( scream~ | shout~ | yell~ | swears ) [at] me ( every | all | day | constantly | and calls |
            and throws | because i am ill | until i )
        ( calls | called | calling ) me ( worthless | useless | pathetic | disgusting | stupid | a burden | names |
            lazy and ) ( every | all | because | and | when | <end> )
        treats me like ( a slave | dirt | a dog | an animal | rubbish )
        safeguarding ( concern | referral | issue ) ( about | because | for )
        """,
    ),
)  # fmt: skip
