"""What sounds like danger and is daily life: accidents, clumsy nurses, goodbyes to hair, tablets in a box."""

from ..findings import Kind
from ..rule import Idiom

_CRISIS = (Kind.CRISIS, Kind.METHOD)

RULES = (
    Idiom("idiom.accident", _CRISIS, "A cut in the kitchen, a burn on the oven, a pulled back.", """
        ( cut | burn | burned | burnt | hurt | scald | scalded | injured | hit | stabbed | poked | banged | slapped
            | smacked ) <refl> ( shaving | cooking | chopping | slicing | opening | peeling | gardening | lifting |
            at the gym | at work | falling | when i fell | when i slipped | while | whilst | carrying | doing |
            playing | moving | getting | reaching | trying | tripping | bending | in the kitchen | in the garden |
            in the fall | in a fall | by accident | accidentally | badly when | making | a slice | a piece | some
            slack | off | down | short | on ( a | my ) ..3 ( kettle | oven | hob | iron | tin | glass | grater |
            knife | thorn | pan | radiator | soup | tray ) | with ..2 ( kettle | iron | can | tin | lid | hot |
            knife chopping | secateurs | scissors | bread knife | kitchen knife | grater | mandoline | peeler |
            needle | steam | oven | hob | tea | curling | straighteners | glass | paper | ladder | hammer | door |
            injection ) | picking | cleaning | hoovering | ironing | washing | again lifting | as i | running |
            walking | dancing | and need | and now my back )
        ( afraid | scared | worried | careful | not want to | avoid | without | fear | frightened | do not want to |
            nervous ) ..3 ( hurt | hurting | injure | injuring | cutting | burning ) <refl> ( doing | lifting |
            exercising | at | by | when i ( lift | bend | do | exercise | move | fall | walk | try | stretch | twist
            | run | carry | get ) | in | on | if i ( lift | bend | do | exercise | move | fall | walk | try |
            stretch | twist | overdo | push | run | carry | use | slip | trip | get up | dance | cough | sneeze | go
            too | go ..1 ( gym | swimming | running ) ) | again lifting | with | walking | more | further | bending
            | getting | running | while | trying | moving )
        ( hurt | hurts | hurting | injure | injuring ) <refl> ( lifting | exercising | doing the | doing yoga |
            doing pilates | at physio | in the gym | in a )
        ( accidentally | by accident | accident | mistake | mistakenly | clumsy ) ..4 ( cut | cutting | burn |
            burned | burnt | hurt | hit | scalded | stabbed | overdosed ) <refl>
        ( cut | cutting | cuts ) <poss> ( hair | nails | toenails | fringe | losses | hours | food | own hair |
            grass | hedge | dose | tablets | pills )
        cut|cutting ( back | down | out | up | through | a long ) [on|the]
        ( surgeon | surgeons | doctor | doctors | consultant | nurse | they | op | surgery ) ..2 ( cut | cutting |
            cuts | open | opened | slice ) ..3 ( arm | leg | stomach | thigh | skin | neck | throat | wrist )
        overdo|overdid|overdone|overdoing
        ( overdose~ | od | overdosed | overdosing ) on ..1 ( chocolate | cake | sugar | sweets | biscuits | cheese |
            caffeine | coffee | christmas | tv | netflix | ice cream | news | google | vitamin | vitamins | crisps |
            sunshine | cute | information | fibre | water | kale | garlic | ginger | tea | telly | carbs | salt |
            beetroot )
        ( accidental | accidentally | risk of | worried about | worry about | afraid of | scared of | prevent |
            avoid | signs of | symptoms of | possible | danger of | fear of | concerned about | in case of | against
            | reverse | reverses | treat | cause | not to | naloxone | spot | without | cause an | causing | is it
            possible to | easy to | can you | could you | possible to | can i | radiation | vitamin ) ..4 ( overdose
            | overdosing | overdoses | od )
        overdose ..8 ( by accident | by mistake | accidentally )
        ( nurse | nurses | phlebotomist | doctor | surgeon | physio | dentist | radiographer | porter ) ..1 ( hurt |
            hurts | bruised | grabbed | twisted ) ( me | my )
        overdose ( awareness | kit | training | risk | warning | limit | symptoms | signs | by mistake | by accident
            )
        ( take~ | took | taken | taking | swallow | swallowed ) ..2 all ..3 ( tablets | pills | meds | medication |
            medicine | <drug> ) ..4 ( today | this morning | for the day | as prescribed | on time | with food |
            with breakfast | with water | correctly | properly | before | regularly | at the right | with me | to
            the | to hospital | to clinic | on holiday | back to | religiously | together because | as instructed |
            at breakfast | at bedtime | every day | daily | as directed | as told | after lunch | after food | like
            a good | without fail )
        ( took | taken | take | taking ) ..1 ( all | so many | too many | loads of | lots of | a lot of | <many> )
            ..2 ( tablets | pills | meds | medication | supplements | vitamins ) ( a day | per day | each day |
            every day | every morning | a week | daily | over the | in total | this week | this month | so far |
            each morning | back to | for my | these days | for years | during | in the morning )
        ( take | taking | took | swallow | get through | on ) ..1 ( handful | fistful | mountain | pile | pharmacy )
            of ..2 <med> ( every | each | a day | daily | in the morning | at breakfast | morning | at night | with
            ( food | water | breakfast ) | twice )
        ( afraid | worried | think | scared ) ..4 ( taken | took ) too many
        ( taken | took | take ) too many ( senna | laxatives | vitamins | antacids | sweets )
        ( gave | given | giving | left ) ..4 to ..4 ( while | during | until | whilst | because of infection )
        ( take | taking | on ) ( so many | too many | loads of | lots of | a lot of | <many> ) ..1 ( tablets | pills
            | meds | capsules )
        ( ran out | run out | running out | finished | course of | last of | pharmacy | pharmacist | chemist |
            holiday | abroad | travel~ | shortage | delivery | bank holiday | brexit | trip | flight | lockdown )
            ..8 ( stockpile~ | stockpiling | hoard~ | save~ up | saved up | stash | put aside | enough <med> |
            supply )
        ( stockpile~ | stockpiling | hoard~ | hoarding | save~ up | saved up | saving up | stash~ | put aside | set
            aside | keeping back ) ..8 ( holiday | abroad | travel~ | shortage | bank holiday | brexit | trip |
            flight | lockdown | pharmacy | chemist | wedding | going away | cruise | christmas presents | in case
            they run out | run out | ( for | over | before ) easter | delivery )
        ( dosette | pill organiser | pill box | blister pack | pillbox | organiser | weekly box | tray )
        ( hide | hid | hidden | hiding | keep | kept | lock | locked | store | stored | put ) ..5 ( from | away from
            | out of reach of ) ..2 ( kids | grandkids | children | dog | toddler | grandchildren | grandson |
            granddaughter | puppy | cat | sister | brother | neighbour | visitors | burglars )
        ( hide | hid | hidden | hiding ) ..4 in ..2 ( jam | yoghurt | food | custard | ice cream | banana )
        ( counted | counting | counts | lined up | laid out ) ..4 ( tablets | pills | meds ) ( out for | into | for
            the week | for mum | for dad | for him | for her | in the | twice | to check | so i know | for the nurse
            )
    """),
    Idiom("idiom.hit-me", _CRISIS, "News hits, chemo hits, a friend beats me at cards.", """
        ( it | that | this ) [has|have|will|would|did|does] [not] ( hit | hits | beat | beats | floored | knocks |
            knocked | strangles | hurt | hurts | kicks ) ( me | us | him | her | mum | dad )
        ( news | reality | diagnosis | chemo | fatigue | tiredness | pain | cancer | grief | steroids | nausea |
            cycle | one | realisation | wave | side effects | treatment | menopause | hormones | taxol | fec |
            docetaxel | anaesthetic | which | what | words | drug | depression | anxiety | tamoxifen | emotions |
            round ) ..3 ( hit | hits | beat | beats | floored | knocks | knocked | strangles | grabs | hurt | hurts
            | attacks | attacked | punched | kicked | kicks | bites | bit ) ( me | us | him | her | mum | dad )
        ( hit | hits | beat | beats ) ( me | us | him | her ) ( with ..1 ( news | bill | diagnosis | it | results |
            that | question ) | at | to it | to the | hard | like | when i ( got | read | saw | heard | was told |
            walked | realised | found ) | up about | that | how | yesterday that | all at once | for six | again at
            )
        ( hurt | hurts | hurting ) ( me | us | him | her | my ) ( feelings | when she ( puts | put | does | did |
            changes | washes | says | said | never ) | when he ( puts | put | does | did | changes | washes | says |
            said | never ) | that | by ( not | saying | ignoring | never ) | so much that | back | knees | hip |
            deeply | to | more than | emotionally )
        ( nurse | doctor | surgeon | physio | radiographer | phlebotomist | team | dentist | consultant ) ..2 ( hurt
            | hurts | hurting | stabbed | jabbed | grabbed | pinned | bit | pushed | push | pushes | kicked |
            dragged | drags | threw | throws | burned ) ( me | us | him | her ) ( when | putting | with the | taking
            | doing | a bit | while | during | to | getting | through | out | into | back | on | off | in | up |
            over )
        ( push~ | pushed | drag~ | dragged ) ( me | us | him | her ) ( to ( the | theatre | see | get | go | do |
            ask | keep | eat | a | walk | my ) | around ( the | in ) | hard | through | onto | towards | a bit | in
            at | in my | in the ( wheelchair | chair | bed ) | along | home | for | the | into ( the | a | it |
            theatre | seeing | going | exercise ) ( ward | theatre | room | lift | chair | doing | garden ) )
        ( takes | took | keeps | hides | controls | taken | holds ) ..1 my ..6 ( for me | to the bank | to the
            pharmacy | to the chemist | out of the packet | from the chemist | so i ( remember | do not forget ) |
            to be tested )

        ( dog | cat | puppy | kitten | horse | baby | toddler | grandson | granddaughter | insect | mosquito | wasp
            | car | cyclist | bus | he | she ) ..1 ( bit | bites | kicked | kicks | scratched | hit | headbutted |
            pushed ) ( me | him | her ) ..2 ( accident | by accident | playing | in her sleep | in his sleep | from
            inside | in the back | from behind | at the lights | in the car | bless )
        ( in his sleep | in her sleep | by accident | accidentally ) ..4 ( hit | kicked | punched | elbowed ) me
        ( thinking | asked | ask | telling | told ) ( me | him | her ) if ( he | she | anyone ) ( hit | hits | hurts
            | hurt )
        ( beat | beats | beating | kick~ | kicking | hit | hitting ) ( cancer | this | it | the beast | the c | the
            gym | treatment )
        beating <refl> up
        ( not | do not | never ) ..2 ( beat | hurt ) ( yourself | myself )
        ( punch | kick | slap | shot ) in ( the | my ) ( face | gut | stomach | teeth | guts | arm )
        ( grabbed | grabs | held | takes ) ( me | my ) ( by the hand | for a hug | hand | a coffee | in a hug |
            before i fell | as i fell | when i fell | attention )
        kind to me
        look~|looks like ..2 ( attacked | beaten | hit ) me
        ( bruised | hurt | hurts | grabbed | grabs | pinched | pinches ) ( me | my ) ..2 ( helping | catching |
            lifting | steadying | transferring | getting me | holding | hugging )
        locked down
        ( garden | house | dog | cat | car | office | work | team | class ) ..4 without me
        ( will not | how will | how would | cannot | not | could not | would not ) ..3! ( cope | manage ) without me
        look like ..3 ( beaten up | been hit )
        ( like | feel | felt | feels | if | though ) ..3 ( been | being | got | was ) hit by ..1 ( truck | bus | train | lorry | car | tiredness | fatigue | wave |
            ton of bricks | bombshell | tram | chemo | freight )
        ( toddler | grandson | granddaughter | baby | little one | puppy | dog | cat | ball ) ..1 ( hit | kicked |
            headbutted | whacked | jumped ) ( me | on me )
        ( hung | hang | hanging ) <refl> upside
        stab~|stabbing|stabbed <refl> ( with | every | in ..1 ( belly | stomach | tummy ) with | each | daily | for
            )
        ( delirious | delirium | dementia | confused | sedated | anaesthetic | steroids ) ..8 ( abusive | aggressive
            | violent | hit | shouting )
        ( abusive | aggressive | violent | hit ) ..8 ( delirious | delirium | sedated | anaesthetic )
        by ( my | the ) hair
        ( hits | hit ) ( me | us ) up
        ( hits | hit | beats | beat ) ( me | us ) ( with the feels | in the feels | to the ( office | door | bar |
            punch | chase ) )
        ( song | music | voice | sings | sing | film | poem | lyrics | memory | thought | smell ) ..2 ( hurts | hurt
            | hits | kills | chokes | gets ) me
        die to ( self | sin )
        ( like | is | as ) ..1 loaded gun
        ( toy | water | nail | glue | heat | massage | staple | spray | nerf | squirt ) gun
        rope of
        ( cause | causes | as a side effect ) ..1 suicidal
        ( hid | hide | hiding ) ..2 <med> in ..1 ( scone | yoghurt | jam | food | custard | cheese | banana |
            sandwich | ice cream )
        ( abusive | aggressive | violent ) when ..2 ( sodium | calcium | sugar | infection | confused | steroid |
            fever | temperature )
        without waking ( every | up every | at | three | four | twice | once | in pain )
        want to live like ( an invalid | a patient | an old | a hermit | a recluse )
        wish it ( was | were ) me instead of my
        cells ..3 suicide
        hit ( her | his | their | my ) ( hip | head | knee | elbow | shin | toe | toes | leg | back | arm | shoulder
            | ankle | wrist | face | thumb | hand ) ..1 ( on ..2 ( rail | shelf | door | cupboard | table | bath |
            frame | step | kerb | way | car | ceiling | beam | tap | corner | trolley ) | getting | when ( she | he
            | they | i ) fell )
        ( finish | do ) it tonight #pause the
        not want to live in ( a ( care | nursing | flat | hospital | bungalow | city | town ) | the ( city | country
            | past | hospital ) )
        ( letters | letter ) to ..3 to thank
        stabbed in ..1 back
        gun ( shaped | type | like )
        anti sickness
        ( punch | slap | kick | thump | hit | shoot | strangle ) ..1 ( people who | anyone who | the next person |
            whoever | person who )
        ( spoke | spoken | talk | talked | think~ | thinking ) ..2 about ( death | dying ) ( a lot | since | is that
            normal | with my )
        ( afraid | scared | frightened ) to ( go home | be home | be at home ) ( after | in case | from hospital |
            on my own after | with this | with the )
        ( scared | afraid | frightened | terrified ) ( of | by ) ( what ( he | she | they ) ( will say | would say |
            might say | said | will think ) | losing | him|her|them|mum|dad|husband|wife|partner|son|daughter ..1! (
            dying | leaving | seeing | getting | finding | going | not | suffering | being | falling | catching |
            worrying | losing | having | #few ) )
        ( scared | afraid ) to ( tell | leave ) ( him | her | them | my | mum ) ..2 ( about | results | diagnosis |
            cancer | how | truth | alone | in case | that | because he worries )
        will not let me ( have ( chemo | my | the | it | another | any more | surgery | more | a ) ( chemo | until |
            scan | because | treatment | unless | if | operation | results ) | see ( the results | my notes | my
            scan | visitors ) | out until | leave hospital | leave until | go to work | go home | lift | drive | eat
            before | eat ( after | until | anything before ) | eat or drink | out of bed | out of hospital | leave
            the ward | talk about cancer | go out in the cold | out without | go back to work )
        ( nurse | nurses | doctor | doctors | team | ward | hospital | consultant | oncologist | surgeon | they |
            staff ) ..1 ( will | would ) not let me ( leave | out | go out | eat | see | have )
        ( nurse | doctor | they | hospital | team | pharmacist | consultant | gp | chemist | ward ) ..1 ( stopped |
            took my ..2 away |  stops | stopping | took | takes | keeps | take | has stopped | have stopped ) ..1 (
            my | her | his ) ( painkillers | medication | meds | medicine | morphine | tablets | phone )
        ( pip | dwp | council | government | benefits office | job centre | system | pharmacy | tax man ) ..4 ( took
            | stopped | stole | takes | keeps | taking ) ..1 ( my | her | his ) ( money | pension | benefits )
        ( cancer | illness | disease | it | treatment | pain | anxiety | fatigue ) ( controls | is controlling |
            controlled | robs | stole | steals | has stolen | robbed | locked | traps | trapped ) ( everything | me
            | my | what | how )
        locked me out of [ ( my | the | account | app | portal | system | forum ) ]
    """),
    Idiom("idiom.own-medicine", (Kind.CRISIS,), "The writer took their own medicine, or a helper handles it.", """
        ( i | i have | accidentally | by mistake | have ) ( took | taken | hid | hide | stole ) my
        ( pharmacist | pharmacy | nurse | hospital | doctor | chemist | ward | team ) ..2 ( took | takes | take |
            has taken ) my
    """, subkinds=("abuse",)),
    Idiom("idiom.future-bright", _CRISIS, "No point and no reason, said of small things.", """
        ( point | reason | sense | use ) ( of | in ) ( this | that | the | my ) ( project | job | course | app |
            service | form | forms | scan | test | tests | meeting | thread | research )
        ( no | not see | not ..2! | what is ) ..2 ( point | reason | sense | use ) ..2! ( going on ( about | and on
            | chemo | holiday | treatment | the | to | a | tamoxifen | steroids | it ) | going on to | staying in
            hospital | staying on ( the | it | a | tamoxifen | letrozole ) | trying to | getting up early | waking
            up early | keeping going back | carrying on ( with ( the | chemo | treatment | this | it | work | my | tamoxifen | these | radiotherapy | letrozole ) | taking | working | doing ) | continuing ( with |
            the | chemo | treatment | it | taking | to | on | this treatment ) | continue ( with | the | chemo |
            treatment | taking | to take | on ) | being here ( if | when ) | to get up early | to stay in ( hospital
            | bed ) | to stay up | to stay away | to stay on | to stay at | to go on ( the | a | chemo | to | it ) |
            to wake ( him | her | them ) | to keep going to | to continue ( with | treatment | the | taking ) )
        ( get up | getting up ) ( early | at | every ( hour | two | few ) | to ( wee | pee | go ) | in the night |
            from | off | the stairs | so )
        ( wake | waking | woke ) up ( with | at | in ( pain | a | agony | hospital | resus | recovery | icu | tears | my | the ( night | middle | dark | chair ) ) | feeling | to ( pain | a | the sound | go | find | pee | wee )
            | sick | sore | every ( hour | two | few | night at | half ) | so early | early | needing | for ( a |
            the | my | meds | tablets | pain ) | too | during | sweating | soaked | in the middle | all night |
            drenched | screaming | crying | mid | halfway | unable | tired )
        ( scared | afraid | frightened | terrified | worried | fear | fears | dread | dreading | nervous | paranoid
            | convinced | thought | petrified | anaesthetic | anaesthesia | surgery | operation | general | what if
            | phobia ) ..8! ( not | never ) ..2! ( wake | waking | woke | wake up )
        ( alarm | baby | phone | snoring | neighbours | dog | cat | kids | him | her ) ..5 ( wake | waking ) ..1 (
            me | up )
        not ..2 wake ( him | her | them | the | you | anyone | mum | dad | my | everyone )
        ( cannot | could not | not ) ( go on | carry on ) ( chemo | holiday | the | to | a | any ( more | trips |
            holidays ) | tamoxifen | long | working | steroids | my | with ( treatment | chemo | the | this
            treatment | work | radiotherapy ) | it | at work | facebook | that | trips | rides | hrt )
        ( cannot | could not | not ) ( live | exist ) ( without ( coffee | tea | my ( heat | hot | phone | dog | cat
            | kindle | wheelchair | laxatives | morphine ) | it | them | chocolate | ginger | these ) | on | alone |
            there | independently | at home | in a | upstairs | in my house )
        ( want | need | like ) ( it | this | treatment | chemo | everything | radiotherapy | all ) ..2 to ( stop |
            be over | finish | end | be done ) ( with | so i can | and get | by | before | soon so | hurting |
            itching | bleeding | aching | tasting | now so )
        ( want | need | can i get ) out ( of ..3 ( hospital | ward | house | bed | here | cast | bandages | this job
            | this ward | this collar | brace | bed | chair | hole | town | trial ) | and about | in the | for a |
            more | to | at | today | on | with )
        ( nothing | not ) ..3 ( worth it | worth going | worth living ) ( for | if | without chocolate | to )
        ( tired | sick | fed up | bored | had enough ) of ( living ( with | on | in | out | off | under | like a |
            from | at | scan | alone | between ) | life ( being | revolving | on hold | in | with | admin ) | being
            alive with | waking up ( at | with | every | in | to | so | sore | feeling | tired ) | being here ( in |
            every | for | all ) )
        lost the will to live ( waiting | on hold | after | listening | trying | in | with the | reading | by the |
            queuing | on the phone | filling | halfway | at )
        ( waiting | on hold | queue | queuing | phone | parking | paperwork | form | forms | hours ) ..8 lost the
            will [to live]
        ( hope~ | wish~ | want~ ) ..2 ( this | it | that | pain | cancer | nausea | constipation | fatigue ) ..1 (
            takes | take | took ) me ( to | a | out | back | less | long | off | away to | home )
    """),
    Idiom("idiom.farewell", _CRISIS, "Leaving the ward, ringing the bell, planning for the family the illness will leave.", """
        goodbye ..8 ( for now | speak soon | see you | back soon | until | catch up )
        ( i | we | always | to | can | could | will | must ) tell ..4 i love
        goodbye [to] ..1 ( chemo | cancer | hair | boobs | breast | prostate | uterus | ward | nurses | picc |
            radiotherapy | surgery | tumour | wig | catheter | hickman | to chemo | stoma | steroids | summer |
            sleep | lump | wig | my lump | old | to him | to her | to mum | to dad )
        ( said | say | saying | get to say | chance to say | say our | said our ) ..2 ( goodbye | goodbyes ) ..2 (
            to ..1 ( mum | dad | him | her | husband | wife | nan | gran | brother | sister | friend | dog | cat |
            my | our | the | work | colleagues ) | in | at | properly | over | on the phone | through | because )
        ( kissed | waved | wave | kiss ) ..3 goodbye
        ( letters | letter | cards | card | notes | video | videos | messages ) ..10 ( birthday | birthdays | memory
            box | memory boxes | when they are older | when she is older | when he is older | wedding | weddings |
            18th | 21st | graduation | future | hospice | legacy | milestone | milestones | grow up | grown up |
            christmases | exams | school | teacher | teachers | hospital | consultant | gp | insurance | clinic |
            appeal | pip )
        ( birthday | birthdays | memory box | wedding | hospice | legacy | milestones | memory book | keepsake |
            thank you ) ..10 ( letters | letter | cards | notes | videos )
        ( wrote | written | writing | left | leave | leaving | write ) ..2 ( note | notes ) ( for ..1 ( nurse |
            doctor | gp | receptionist | postman | carers | teacher | team | myself | work | school | consultant ) |
            on the fridge | in my diary | with the | about | of | down | so i | on my phone | to ask | to remember )
        not be ( here | around ) ..3! ( tomorrow | next week | tonight | this weekend ) ..3! ( we | off | back |
            holiday | going to | away | appointment | hospital | chemo | surgery | see you | because )
        not be ( here | around ) ..3 ( tomorrow | next week | tonight | in the morning | this afternoon | at the
            weekend | on friday | for a | for the rest ) ..2 ( because | as i | as we | but back | so | until |
            appointment | chemo | at the hospital | having | at | i have ( a | an | my | chemo | to | another ) | i
            am going to ( see | my | the | hospital | visit ) )
        ( away | back | holiday | offline | logging | appointment | scan | surgery | busy | op ) ..6 not be ( here |
            around )
        ( look after | take care of | mind ) ..3 ( kids | dog | cat | children | dogs | cats | mum ) ..2 for me (
            while | when i ( go | have | am in | had ) | during | on | tomorrow | so | today | next )
        last post ( was | before | about | on this | got | i ( wrote | made | put ) )
        ( gave | given | giving ) away ..2 my ( stuff | things | clothes ) ( to charity | that no longer | because i
            | i no longer | which | after losing )
        ( gave | given | giving ) away ..3 ( books | clothes | furniture | skis | wigs | toys | old )
        ( clothes | old clothes | bras | heels | shoes | wigs | scarves ) ..3 to charity
        be gone ( by ..2 ( christmas | then | time | hopefully ) | hopefully | for ( the | a | good i hope | hours )
            | all | in a | from )
        ( pain | symptoms | tumour | side effects | cancer | hair | swelling | bruising | nausea | numbness | rash |
            lump | ulcers ) ..2 ( will | should | would ) ..1 be ( gone | over ) [by|soon|in]
        it will [all] be over ( soon enough and | by ( christmas | summer | spring | easter | then | the time | june
            | july | august | september | october | november | december | march | april | may ) | before you | and
            you | one day | for you )
        see you on the other side
        see ( him | her | them | mum | dad | my mum | my dad | my ( husband | wife | son | daughter | grandson |
            granddaughter | baby ) ) ( again soon | soon | tonight | tomorrow | now )
    """),
)  # fmt: skip
