"""Crisis: abuse, by anyone, of the writer or of someone close."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.abuse.violence", 3, Kind.CRISIS, "abuse", Band.CRISIS,
        "Someone hurts the writer, or a person close to them.",
        """
        ( <they> | everyone | staff | nurse | carers ) ..1 [<blows> and] <blows> [at|on|out at] ( <close> )
        ( <they> | staff | nurse | carers ) ..1 <blows> ( my | her | his ) <body>
        ( nurses | staff | carers | carer | they ) ..5 ( hit | slap | punch | kick | beat | abuse | starve | neglect | drag | shake | bully | hurt ) ( mum | dad | my mum | my dad | my nan | nan | gran | him | her | residents | patients )
        ( <they> ) ..1 ( twist~ | broke | breaks | fractured | bruised | split | dislocated ) my ( <body> | collarbone | lip | tooth | teeth )
        ( been | being | get | gets | got | getting | was | is ) ..1 ( hit | beaten | slapped | punched | kicked | abused | assaulted | raped | molested | strangled | choked | groped | attacked | battered | hurt | knocked about | shoved | bullied ) ..2 by ..2 ( <they> | carers | staff | nurse | my )
        ( <i> ) ( was | am | been | have been | got | keep getting | am being | being | get ) ..1 ( raped | molested | sexually assaulted | sexually abused | assaulted | beaten up | battered | being abused | abused | strangled | beaten ( <end> | by | if | when | because ) | groped | drugged )
        ( forces | forced | forcing | force ) ( himself | herself | themselves ) on ( me | her | him )
        ( forces | forced | forcing | makes | made | make ) me ( to have | have | into | to do | do | touch | watch ) ..1 ( sex | sexual | things | him | her | it )
        sex ..4! ( when i ( say | said ) no | against my will | without my consent | while i ( sleep | am asleep | was asleep ) | even though i ( say | said | do not ) | i do not want | whether i want )
        sex with me ( when | while | even | against | without | whenever | whether )
        not take no for an answer
        ( touch~ | touches | touching | touched ) ( <close> ) ..2! ( inappropriately | sexually | when i ( do not | was | am ) | where i | in ways | when no one | when nobody | down there | private | at night | under | against | without ( asking | consent ) )
        ( touch~ | touches | touching | touched | gropes | grabbed | grabs ) ( my | her | his ) ( breast | breasts | bottom | bum | privates | body when )
        ( exposed himself | exposes himself | sexually abuses | sexually abused | sexually assaulted | grooming my )
        ( hands | hand ) ( round | around | on ) my ( throat | neck )
        ( stepdad | uncle | dad | father | brother | neighbour | carer | cousin | grandad | grandfather | stepfather | porter | nurse | doctor | he | boyfriend ) ( touches | touched | touching | fondles | fondled | grooms | groomed ) ( me | her | my daughter | my son ) <end>
        ( are | is ) ( hitting | beating | abusing | starving | neglecting | molesting | bullying ) ( <close> )
        ( staff | carers | nurse | home | someone | somebody | they | he | she ) ..3 ( are | is ) hurting ( him | her | mum | dad | my | our | nan )
        ( am | is | are | being | be ) being ( abused | hurt | neglected | mistreated | beaten | starved | hit | ill treated | exploited | controlled | coerced | threatened )
        ( grab~ | held | holds | pin~ | lift~ | pick~ | took ) me [up] by ..1 ( throat | hair | neck )
        ( pull~ | pulls | yanks | yanked ) ..1 my hair
        ( spits | spat | spit | spitting ) at me
        ( raise~ ) ..1 ( hand | fist | fists ) ( to | at ) me
        ( lays | laid | lay ) ( hands | a hand | a finger ) on me
        ( lash~ | lashed | lashes ) out at me
        ( gets | got | getting | is | was | turns | becomes ) ..1 physical ( with | towards ) me
        ( throws | threw | throwing | smashes | smashing | smashed ) ( things | plates | stuff | objects | furniture | phone | everything | glass ) ..1 ( at | when | around | up | if | because )
        ( held | holds | put | pulled | points | pointed ) ..1 ( knife | gun | blade ) ..1 ( to | on | at ) ( me | my )
        ( gave | given | gives | left ) me ..3 ( black eye | bruises | bruise | fat lip | broken )
        black eye ..4 ( from | he | she | husband | partner | because )
        bruises ( from | where | because ) ..2 ( he | she | husband | wife | partner | son | carer | they )
        ( violent | physical | aggressive | abusive | sexually abusive | cruel ) ( with | towards | to | toward ) ( me | mum | dad | my | us | her | the kids )
        ( violent | abusive ) ( at home | again | when ( he | she ) )
        ( husband | wife | partner | boyfriend | girlfriend | carer | son | daughter | brother | father | ex | he | she | stepdad | dad | mum | relationship | marriage | mother ) ( is | was | gets | has been | turns | became | has become | can be ) ..1 ( violent | abusive | abusing | hitting | beating | hurting me | hurting us | physically | threatening )
        ( i | my | me | he | she | victim of | suffering | suffer | living with | escaping | fled | because of | experiencing | there is ) ..5 domestic ( abuse | violence )
        abusive ( husband | wife | partner | boyfriend | girlfriend | relationship | marriage | home | carer | son | father | mother | household | ex )
        ( someone | carer | he | she | staff | nurse | they | uncle | neighbour | stepdad | dad | grandad ) ..1 ( is | are | has been | have been | was ) ( abusing | hurting | hitting | molesting | touching | beating | starving | neglecting | grooming | interfering with | raping ) ( <close> | residents | patients )
        ( carer | carers | nurse | staff | daughter | son | care home | they ) ..1 ( rough | cruel ) with ( me | mum | dad | her | him )
        ( comes | came ) into my ( room | bed ) at night
        tied|ties|tie|strapped ( me | mum | dad | him | her | to the bed | to the chair )
        """,
    ),
    Rule(
        "crisis.abuse.control", 2, Kind.CRISIS, "abuse", Band.CRISIS,
        "Someone threatens, controls, neglects or robs the writer.",
        """
        threaten~ ( to <kill> | to ( lock | stop giving | throw me | put me in | take ..1 kids | turn off | withhold | tell ) | with ..2 ( knife | gun | violence | bat ) | me | us | my life )
        ( says | said | told me | tells me | swears | swore | promised ) ..2 ( he | she | they ) ( will | would | is going to | was going to | are going to ) <kill> ( me | us | the kids | the dog | my )
        ( going to | will ) ( kill | hurt | stab | strangle | beat ) me ( and | one day | if i leave | if i tell | one of these | when he | when she | <end> )
        ( lock~ | locks | locked | locking | shuts | shut | trapped ) me ( in | inside | out of the house | up | away )
        <they> will not let me ..1 ( leave | see | out | have my | take my | use | talk to | speak to | go to | call | phone | eat | get help | contact | go out | have friends | go anywhere | see anyone | near | sleep )
        <they> [will|would|do|does|did] not ( let | allow ) me ..1 ( to leave | leave | see my | out | out of | have my | take my | use the phone | talk to | speak to | go to | call | phone | eat | get help | to eat | to see | to take | to go | to speak | to have | to call | to use | any | have any )
        keep~|kept ..1 me ..1 ( locked | shut | trapped | prisoner | tied | drugged | isolated | from my ( family | friends | kids ) )
        trapped ..5 by ..1 <they>
        steal~|stealing|stole|stolen|thieving from me
        ( <they> | carers | staff ) [do|does|did] ( will not | not | never | refuse~ to | cannot be bothered to ) ( feed | wash | change | clean | turn | bathe ) me
        ( carers | staff | nurse | they | he | she | daughter | son ) ..1 ( leave | leaves | left | leaving ) ( me | mum | dad | her | him ) in ..1 ( wet | soiled | dirty | own | filthy )
        <nobody> ( feeds | washes | changes | turns | cleans ) me
        ( been | was | am | being | get | left | leaves ) left|me|mum|dad|him|her|lying|sitting ..3 in ..1 ( own ( mess | urine | waste | filth | poo | wee ) | soiled | dirty | wet ( bed | pad | nappy | sheets | clothes ) | filthy )
        will not let me ( call anyone | phone anyone | leave the house | see my ( family | friends | children | mum | kids | sister ) | out of the house | speak to anyone | talk to anyone | use the phone | tell anyone | see a doctor | go to my appointments | have any ( money | food | friends ) )
        ( stops | stopped | stopping | prevents | keeps | bans | banned | forbids ) me [from] ( seeing | going to | talking to | taking my | calling | leaving | having friends | getting help | eating | speaking ) ..3
        not allowed ( to ) ( leave ( the house | home ) | see ( my | anyone | friends ) | go out <end> | use the phone | speak to | call ( anyone | my ) | phone | have ( friends | money | my own ) | eat until he ) ..5
        ( taken | takes | took | taking | spends | spent | steals | stole | stolen | stealing | withholds | withhold | withholding | hides | hiding | hid | controls | confiscates | emptied | empties | drained | draining ) ..1 ( my | mums | dads | mum 's | dad 's | our ) ..2 ( money | pension | bank card | bank account | account | benefits | savings | painkillers | pain relief | medication | meds | medicine | morphine | tablets | cards | wages | oxygen | patches | passport )
        ( takes | took | taken | hides | hid ) ..1 my ( keys | car keys | house keys | passport | purse | cards | wheelchair | crutches | frame ) ..2 ( so | away | to stop | yesterday so )
        ( <they> ) ..1 ( checks | tracks | monitors | reads | goes through | searches ) ..1 my ..1 ( phone | messages | texts | emails | location | every | calls | bag )
        tracks ..1 ( phone | location )
        ask permission ( for everything | to go | to leave | to eat | to see | to spend | to use )
        locks ..2 door so i
        ( controls | controlling | controlled ) ..1 ( money | finances | cash )
        going to hurt me
        ( takes | took | taken | hides | keeps | smashed | checks | monitors | tracks ) ..1 my ( phone | messages | calls ) ( away | from me | so i | and will | every | to see | all the time | when he | when she )
        ( withholds | withholding | withheld | withhold | refuses to give me | will not give me | denies me | refuses me ) ..1 [my|her|his|any] ( painkillers | pain relief | medication | meds | medicine | morphine | tablets | food | water | treatment )
        ( refuses | refused | refusing ) to ( feed | wash | change | take me to | let me | call | get me help ) ..3
        ( scared | afraid | frightened | terrified ) ( of | by ) ..1 ( him | her | husband | wife | partner | son | daughter | carer | boyfriend | girlfriend | ex | stepdad | father | brother | what he | what she | them )
        ( scared | afraid | frightened | terrified | worried ) ( he | she | they ) ( will | is going to | might | would ) <kill> ( me | us | the kids | my )
        ( scared | afraid | frightened | terrified ) to ( go home | be at home | be alone with | go back to him | be home | leave him | tell anyone )
        ( not safe | unsafe | not feel safe | never safe | never feel safe | not feeling safe ) ..1 ( at home | in my own home | in my house | with him | with her | with my husband | with my wife | with my partner | around him | around her | in this house | here with | with my son | living with | in the care home | in my own house )
        ( left | leaves | leave | leaving ) ( me | mum | dad | her | him | my ) ..2 ( in my own | in her own | in his own | in wet | in soiled | in dirty | without food | without water | hungry | without my ( meds | medication ) | lying in | for hours in )
        ( controls | controlling | control ) ( everything i | what i ( do | wear | say | spend | see ) | who i | where i | my every | all my | how i | my money | every penny | all the money )
        ( he | she | partner | husband | wife ) is ..1 ( controlling | coercive )
        walking on eggshells ..4 ( him | her | husband | wife | partner | home )
        ( forces | forced | forcing | makes | making | made | pressures | bullied ) me [to|into] ( sign~ | give | hand | change my will | changing my will | pay | beg | sleep on | transfer )
        ( scream~ | shout~ | yell~ | swears ) [at] me ( every | all | day | constantly | and calls | and throws | because i am ill | until i )
        ( calls | called | calling ) me ( worthless | useless | pathetic | disgusting | stupid | a burden | names | lazy and ) ( every | all | because | and | when | <end> )
        treats me like ( a slave | dirt | a dog | an animal | rubbish )
        safeguarding ( concern | referral | issue ) ( about | because | for )
        """,
    ),
)  # fmt: skip
