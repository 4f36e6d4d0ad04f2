"""What sounds like danger and is not: turns of speech, accidents, research, wishes for a good death."""

from ..findings import Kind
from ..rule import Idiom

_CRISIS = (Kind.CRISIS, Kind.METHOD)

RULES = (
    Idiom("idiom.die-of", _CRISIS, "To die of embarrassment, laughter, for a coffee.", """
        die|dies|died|dying|dead ..1 ( of|from|with ..2 embarrassment|shame|boredom|laughter|laughing|hunger|thirst|curiosity|humiliation|mortification|awkwardness|cringe|joy|excitement|frustration|jealousy|heat|envy|cold )
        die|died|dying ( laughing | inside | a little | a thousand | for ( a|an|some|chips|chocolate|coffee|tea|cake|that|one|my ) | a death )
        dying to ( know | see | hear | try | meet | get | go | find | ask | tell | read | eat | have | taste | visit | show | be able | wear | start | do | come | return )
        ( is | was | were | are | looks | cake | food ) to die for
        ( so | was | were | felt ) ( embarrassed | mortified | ashamed | humiliated | sick | ill | poorly | nauseous | rough | hungover | seasick | hot | cold | drunk | travel sick | carsick | awful | bad ) [that] ..2 wanted to die|(to crawl)
        ( mortified | embarrassed | embarrassing | mortifying | cringe ) ..6 ( die | dead | kill me | shoot me | end )
        ( die | dead | kill me | curl up and die | crawl away and die ) ..5 ( embarrassment | embarrassed | mortified | mortifying | blushed | red face | shame )
        curl~ up and die
        cross my heart and hope to die
        old habits die hard
        do or die
        die in my sleep when i am
        hope i die in my sleep when
        ( feel~ | look~ | looks ) like ( death | the walking dead | something the cat ) [warmed up]
        could sleep forever
        ( checks | reads ) my ..2 for
        dead ( tired | on my feet | leg | legs | skin | end | cert | good | line | easy | slow | beat | weight | chuffed | pleased | excited | nervous | proud | battery | phone )
    """),
    Idiom("idiom.good-death", _CRISIS, "Wishes about where and how to die when the illness ends one's life.", """
        die|dying ..4 ( when i am ( #many | #lots | old | ninety | eighty ) | aged #many )
        die|dying ..2 ( at home | in ..3 hospice|hospital|bed|care|house|garden|country|village|arms | peacefully | with ..2 dignity | in peace | in comfort | surrounded | naturally | a good | here at home | of old age | at ninety | old | knowing | among | abroad | when i am old | at #many | with my family | with family | without pain | holding | in front of my | with my loved )
        ( where | how ) ..2 ( want~ | like | prefer | wish ) to die
        ( want~ | wish~ | like | prefer | rather ) to die ( at | in | here | there | surrounded | well | with | as | near | among | having )
        preferred place of death
        dying wish|wishes
        advance ( directive | decision | statement )
        ( respect~ | lasting | living will | dnr | dnacpr | resus | respect form )
        not ( want~ | wish~ | like | fancy ) ..2 to [have] ( be here ( in | on | at | for | with | alone | again | all | when they | while | until | either | reading | listening | posting | any more than | today | right | for months ) | go on ( chemo | holiday | steroids | tablets | the | a | to | hormone | morphine | my | any | another | that | this | hormones | about | it | more | strong | opioids | insulin | antidepressants | oxygen | facebook | tv | treatment | too | and on about | my own | with the chemo | with treatment | with chemo ) | keep going ( to | back | for | over | through | in | on about | into | round | with ( the | chemo | treatment | radiotherapy | this treatment ) ) | carry on ( with ( the | chemo | treatment | work | this | tamoxifen | my | it | letrozole | these ) | working | taking | doing | having | driving | at | paying ) )
        ( nobody | no one | none of us | who | never | everyone | not any of us ) ..1 want~ ..1 ( to be here | to join this )
        ( not want | never wanted | no one wants | nobody wants ) ..2 to be ( here | in this ) ( club | group | forum )
        be here ( in this club | in hospital | in this hospital | on this ward | on this forum | in this forum | in this group | at all but | but glad | but )
    """),
    Idiom("idiom.kill", _CRISIS, "To kill time, a killer headache, this pain is killing me.", """
        kill~|murder ( time | two birds | the mood | the pain | the cancer | cancer | cells | the cells | the tumour | germs | bacteria | the bugs | off cancer | off the | off any | off good | healthy | good cells | the taste | my appetite | the nausea | for a|an|some | the vibe | an hour | a few )
        killing me ( with | my | #stop | today | tonight | at | and | again | so | this | more | slowly | but | the | now | inside | after | every | already | all )
        ( pain | back | feet | legs | head | knees | knee | hip | joints | shoulder | neck | throat | mouth | it | nausea | waiting | wait | suspense | heat | boredom | smell | side effects | constipation | wind | itching | stairs | scanxiety | ribs | hips | arm | stomach | heels | shoes | that | this ) is|are|was|were [really] killing me
        killed me ( to | not | when | at | laughing | but | having | watching | seeing | off | with | last | all )
        ( it | this | that | pain | chemo | cancer | treatment | scan | waiting | fatigue | radiotherapy | steroids ) ..1 ( will | would | going to | might | could | may ) kill me
        ( will | would | going to ) kill me ( for | off | before | with | when ( he | she | they ) ( finds | find | sees | see | gets | hears ) )
        ( not | won't | will not | would not | cannot ) kill ( me | you | us | him | her ) ..1 ( to | but )
        does not kill [you|me|us] makes
        ( thought | think | feared | swear | convinced | sure ) ..5 ( would | will | going to | gonna ) kill me
        ( could | would | almost | nearly ) ( murder | kill ) ( for | a | an | some | my ) [ ( pizza | curry | coffee | tea | bacon | drink | burger | steak | cuppa | takeaway | sandwich | kebab | beer | wine | chocolate | bag | roast ) ]
        could ..1 ( kill | murder | strangle | throttle | thump | slap | punch ) ( him | her | them | whoever | the | my | that | someone )
        wanted to ( kill | murder | strangle | throttle | thump | slap | punch | shoot | scream at ) ( him | her | them | whoever | the | my | that | someone | everyone | nurse | receptionist | consultant | doctor )
        ( husband | wife | mum | dad | team | nurse | consultant | boss | daughter | son | oncologist | physio | surgeon | doctor | gp | partner | sister ) ..1 ( will | would | going to | is going to | might | are going to | gonna ) ..1 ( kill | murder | shoot | strangle | throttle ) me ( if | when | for | #stop | but | lol | haha )
        could ..1 kill <refl> ( for | that )
        killing <refl> ( laughing | trying | with | over | for | to ( meet | get | keep | be | do | make | finish | please | stay | look ) | at | working | doing )
        ( kill|killed|killing ) <refl> ( laughing | trying | with ( worry | work | overtime | laughter | stress ) | over | for a|the|my|this|work|it|nothing | on ( stairs | the stairs | that | ice | the ice | a | those | this | my | black ice | wet ) | tripping | getting | slipping | falling | at work | on the treadmill | off the | coming down | going down | carrying | climbing | lifting | in the garden | in the process | doing | up the | just to get | reaching )
        ( trip~ | slip~ | fell | fall | stairs | step | ladder | ice | wire | rug | cable | shoes | heels | wet | bath | shower | kerb | treadmill ) ..6 ( nearly | almost | and nearly | going to | gonna | could have | could of | might | and | could ) ..1 ( kill~ | killed ) myself
        ( nearly | almost | practically | could have | will ) ..1 ( kill | killed ) myself ( on | tripping | falling | slipping | going | getting | over | doing | trying | coming | laughing | when i | with the | up | down | as i | in the | off | climbing | this morning on )
        ( if looks could | dressed to | curiosity | buzz ) kill~
        kill your|my|the ( speed | engine | lights )
        killer ( headache | heels | instinct | cells | t | whale | app | question | smile )
        ( shoot | shot ) ( me | us | him | her | them | you ) ( an | a | over | up | a message | down | with ..1 dye|contrast|something | that | in the )
        ( shoot | shooting | shot ) <refl> ( in the foot | up | full )
        just shoot me
        kick~ <refl> ( for | that | now | because | over | when | with )
        ( fat chance | end up ) killing
        drown~ <refl> in ( tears | work | chocolate | tea | gin | wine | sorrow | paperwork | self | my | sorrows | a | ice | water | coffee | perfume | admin | cake | netflix )
        hang <refl> up
        hanging ( in there | around | out | on in | the washing | over )
        top <refl> up
        ( end | ends | ending | ended | finish ) <refl> up
        off <refl> to
        choke|choking|choked <refl> ( on | with | up )
        kick the bucket list
        <refl> <refl>
    """),
    Idiom("idiom.own-life", _CRISIS, "Illness takes lives; people take their lives back.", """
        ( cancer | it | disease | illness | this | that | tumour | leukaemia | sepsis | covid | which | stroke | condition | melanoma | myeloma | lymphoma | pneumonia | infection ) ..2 ( take | takes | took | taken | taking | claim~ | end | ended | ends ) ..1 <poss> [own] ( life | lives )
        ( take | takes | taking | took | taken ) <poss> life ( back | in my | in our | into | day | one | seriously | for | as | at | forward | over | away from me | from me | on | off )
        ( changed | saved | saving | extend~ | prolong~ | enjoy | live | turned | risk~ | rebuild | put ) <poss> life
        end of life ( care | nurse | nurses | planning | plan | plans | decisions | doula | wishes | team | medication | meds | conversation | talk | support | pathway | stage | choices | at )
        end of <poss> life
        ( end | ended | ending ) ( it | things | everything ) ( with | on | there | here | early | between | at | after | off | up | because my scan | by having | with him | for the day | amicably )
        ( ending | end | ended ) things [off] ( with | between )
        ( end | ending | stop ) ( it | this | the ) ( call | treatment | trial | meeting | chapter | session | chemo | conversation | course | cycle | relationship | marriage | friendship | job | contract | tenancy | subscription | membership | discrimination | stigma | silence | wait )
        wait~|waiting ..2 for it|this|treatment|chemo to end|(be over)
    """),
    Idiom("idiom.suicide-topic", _CRISIS, "Suicide as a topic: research, prevention, news, bereavement, a warning on a leaflet.", """
        suicide ( gene | genes | doors | squad | bomber | bombers | prevention | hotline | helpline | lifeline | awareness | rate | rates | statistics | charity | charities | support group | bereavement | watch list | risk in | risk among | inhibitor | enzyme | research | mission | is a ( leading | major | serious ) | crisis line | training | first aid | survivors )
        ( career | political | social | professional | commercial ) suicide
        ( lost | losing | lose ) ..5 to ..1 ( suicide | overdose )
        <kin> ( committed suicide | killed himself | killed herself | took ( his | her ) own life | hanged himself | hung himself | ended ( his | her ) life | died by suicide | shot himself )
        ( side effect | side effects | warning | leaflet | can cause | may cause | might cause | could cause | causes | linked to | risk of | risks of | increase | increases | increased | report any | reports of | rarely | black box | listed | lists | associated with | reported | watch for | look out for ) ..8 suicidal|suicide|(selfharm)|(harming yourself)
        suicidal|suicide ( thoughts | ideation | feelings ) ..5 ( side effect | side effects | listed | leaflet | rare | on the list | possible )
        ( film | book | song | novel | documentary | article | podcast | programme | series | drama | lecture | workshop | episode | study | research | guideline | trial | character | plot ) ..5 ( suicide | suicidal | overdose | selfharm | kill himself | kills himself | killed himself | kill herself | kills herself | killed herself | killing )
        ( suicide | suicidal | selfharm ) ( in the | film | book | documentary | scene | storyline | plot | study )
        ( ask | asks | asked | asking | checked | check | checking | screened | screen | screening | assess~ | questionnaire | form | question | questions ) ..9 ( suicidal | suicide | selfharm | harming myself | hurting myself | hurt myself | harm myself | kill myself | killing myself | end my life | ending my life | better off dead | end it all )
        ( ask~ | asked ) ..2 ( if | whether ) ..5 ( suicidal | want~ to die | kill~ | harm~ | hurt~ | end~ | overdosed | safe at home | abuse~ | hits | hit )
        ( work~ | worked | working | volunteer~ | trained | training | job | nurse | counsellor | samaritan | listener | teach | research ) ..6 ( suicidal people | suicidal patients | suicide prevention | suicide | people who selfharm | overdose patients | domestic abuse | domestic violence | with suicidal )
        ( my | the ) ( phd | thesis | dissertation | charity ) ..5 ( suicide | selfharm | domestic abuse )
        ( process | processing | skills for | support someone with | support people with | recover from | recovery from | recovered from | overcome | overcoming | overcame | understanding ) ..2 ( suicidal | selfharm | suicide | overdose )
        edge of ( my | the | his | her ) ( seat | bed | chair | sofa )
        ( anti | against | prevent | preventing | prevents | stop ) suicide
        physician assisted suicide
        assisted suicide ( bill | law | debate | legislation | vote | is legal | in | should )
        ( debate | law | bill | vote | parliament | news ) ..4 assisted ( suicide | dying )
        suicidal ( driving | drivers | squirrels | pigeons | pheasants )
        ( crisis line | samaritans | helpline | if you are | if anyone is | anyone who is | if you feel | people who are | when people are | someone is | for people | those who are | if someone is | if you or someone | are you feeling | are you | you are not ) ..3 ( suicidal | thinking about suicide | thinking of suicide | struggling with suicidal )
    """),
    Idiom("idiom.accident", _CRISIS, "A cut in the kitchen, a burn on the oven, a pulled back.", """
        ( cut | burn | burned | burnt | hurt | scald | scalded | injured | hit | stabbed | poked | banged | slapped | smacked ) <refl> ( shaving | cooking | chopping | slicing | opening | peeling | gardening | lifting | at the gym | at work | falling | when i fell | when i slipped | while | whilst | carrying | doing | playing | moving | getting | reaching | trying | tripping | bending | in the kitchen | in the garden | in the fall | in a fall | by accident | accidentally | badly when | making | a slice | a piece | some slack | off | down | short | on ( a | my ) ..3 ( kettle | oven | hob | iron | tin | glass | grater | knife | thorn | pan | radiator | soup | tray ) | with ..2 ( kettle | iron | can | tin | lid | hot | knife chopping | secateurs | scissors | bread knife | kitchen knife | grater | mandoline | peeler | needle | steam | oven | hob | tea | curling | straighteners | glass | paper | ladder | hammer | door | injection ) | picking | cleaning | hoovering | ironing | washing | again lifting | as i | running | walking | dancing | and need | and now my back )
        ( afraid | scared | worried | careful | not want to | avoid | without | fear | frightened | do not want to | nervous ) ..3 ( hurt | hurting | injure | injuring | cutting | burning ) <refl> ( doing | lifting | exercising | at | by | when | in | on | if | again lifting | with | walking | more | further | bending | getting | running | while | trying | moving )
        ( hurt | hurts | hurting | injure | injuring ) <refl> ( lifting | exercising | doing the | doing yoga | doing pilates | at physio | in the gym | in a )
        ( accidentally | by accident | accident | mistake | mistakenly | clumsy ) ..4 ( cut | cutting | burn | burned | burnt | hurt | hit | scalded | stabbed | overdosed ) <refl>
        ( cut | cutting | cuts ) <poss> ( hair | nails | toenails | fringe | losses | hours | food | own hair | grass | hedge | dose | tablets | pills )
        cut|cutting ( back | down | out | up | through | a long ) [on|the]
        ( surgeon | surgeons | doctor | doctors | consultant | nurse | they | op | surgery ) ..2 ( cut | cutting | cuts | open | opened | slice ) ..3 ( arm | leg | stomach | thigh | skin | neck | throat )
        overdo|overdid|overdone|overdoing
        ( overdose~ | od | overdosed | overdosing ) on ..1 ( chocolate | cake | sugar | sweets | biscuits | cheese | caffeine | coffee | christmas | tv | netflix | ice cream | news | google | vitamin | vitamins | crisps | sunshine | cute | information | fibre | water | kale | garlic | ginger | tea | telly | carbs | salt | beetroot )
        ( accidental | accidentally | risk of | worried about | worry about | afraid of | scared of | prevent | avoid | signs of | symptoms of | possible | danger of | fear of | concerned about | in case of | against | reverse | reverses | treat | cause | not to | naloxone | spot | without | cause an | causing | is it possible to | easy to | can you | could you | possible to | can i | radiation | vitamin ) ..4 ( overdose | overdosing | overdoses | od )
        overdose ..8 ( by accident | by mistake | accidentally )
        ( nurse | nurses | phlebotomist | doctor | surgeon | physio | dentist | radiographer | porter ) ..1 ( hurt | hurts | bruised | grabbed | twisted ) ( me | my )
        overdose ( awareness | kit | training | risk | warning | limit | symptoms | signs | by mistake | by accident )
        ( take~ | took | taken | taking | swallow | swallowed ) ..2 all ..3 ( tablets | pills | meds | medication | medicine | <drug> ) ..4 ( today | this morning | for the day | as prescribed | on time | with food | with breakfast | with water | correctly | properly | before | regularly | at the right | with me | to the | to hospital | to clinic | on holiday | back to | religiously | together because | as instructed | at breakfast | at bedtime | every day | daily | as directed | as told | after lunch | after food | like a good | without fail )
        ( took | taken | take | taking ) ..1 ( all | so many | too many | loads of | lots of | a lot of | <many> ) ..2 ( tablets | pills | meds | medication | supplements | vitamins ) ( a day | per day | each day | every day | every morning | a week | daily | over the | in total | this week | this month | so far | each morning | back to | for my | these days | for years | during | in the morning )
        ( take | taking | took | swallow | get through | on ) ..1 ( handful | fistful | mountain | pile | pharmacy ) of ..2 <med> ( every | each | a day | daily | in the morning | at breakfast | morning | at night | with | twice )
        ( take | taking | on ) ( so many | too many | loads of | lots of | a lot of | <many> ) ..1 ( tablets | pills | meds | capsules )
        ( ran out | run out | running out | finished | course of | last of | pharmacy | pharmacist | chemist | holiday | abroad | travel~ | shortage | delivery | bank holiday | brexit | trip | flight | lockdown ) ..8 ( stockpile~ | stockpiling | hoard~ | save~ up | saved up | stash | put aside | enough <med> | supply )
        ( stockpile~ | stockpiling | hoard~ | hoarding | save~ up | saved up | saving up | stash~ | put aside | set aside | keeping back ) ..8 ( holiday | abroad | travel~ | shortage | bank holiday | brexit | trip | flight | lockdown | pharmacy | chemist | wedding | going away | cruise | christmas presents | in case they run out | run out | easter | delivery )
        ( dosette | pill organiser | pill box | blister pack | pillbox | organiser | weekly box | tray )
        ( counted | counting | counts | lined up | laid out ) ..4 ( tablets | pills | meds ) ( out for | into | for the week | for mum | for dad | for him | for her | in the | twice | to check | so i know | for the nurse )
    """),
    Idiom("idiom.hit-me", _CRISIS, "News hits, chemo hits, a friend beats me at cards.", """
        ( it | that | this ) [has|have|will|would|did|does] [not] ( hit | hits | beat | beats | floored | knocks | knocked | strangles | hurt | hurts | kicks ) ( me | us | him | her | mum | dad )
        ( news | reality | diagnosis | chemo | fatigue | tiredness | pain | cancer | grief | steroids | nausea | cycle | one | realisation | wave | side effects | treatment | menopause | hormones | taxol | fec | docetaxel | anaesthetic | which | what | words | drug | depression | anxiety | tamoxifen | emotions | round ) ..3 ( hit | hits | beat | beats | floored | knocks | knocked | strangles | grabs | hurt | hurts | attacks | attacked | punched | kicked | kicks | bites | bit ) ( me | us | him | her | mum | dad )
        ( hit | hits | beat | beats ) ( me | us | him | her ) ( with ..1 ( news | bill | diagnosis | it | results | that | question ) | at | to it | to the | hard | like | when i ( got | read | saw | heard | was told | walked | realised | found ) | up about | that | how | yesterday that | all at once | for six | again at )
        ( hurt | hurts | hurting ) ( me | us | him | her | my ) ( feelings | when she ( puts | put | does | did | changes | washes | says | said | never ) | when he ( puts | put | does | did | changes | washes | says | said | never ) | that | by ( not | saying | ignoring | never ) | so much that | back | knees | hip | deeply | to | more than | emotionally )
        ( nurse | doctor | surgeon | physio | radiographer | phlebotomist | team | dentist | consultant ) ..2 ( hurt | hurts | hurting | stabbed | jabbed | grabbed | pinned | bit | pushed | push | pushes | kicked | dragged | drags | threw | throws | burned ) ( me | us | him | her ) ( when | putting | with the | taking | doing | a bit | while | during | to | getting | through | out | into | back | on | off | in | up | over )
        ( push~ | pushed | drag~ | dragged ) ( me | us | him | her ) ( to ( the | theatre | see | get | go | do | ask | keep | eat | a | walk | my ) | around ( the | in ) | hard | through | onto | towards | a bit | in at | in my | in the ( wheelchair | chair | bed ) | along | home | for | the | into ( the | a | it | theatre | seeing | going | exercise ) ( ward | theatre | room | lift | chair | doing | garden ) )
        ( takes | took | keeps | hides | controls | taken | holds ) ..1 my ..6 ( for me | to the bank | to the pharmacy | to the chemist | out of the packet | from the chemist | so i ( remember | do not forget ) | to be tested )

        ( dog | cat | puppy | kitten | horse | baby | toddler | grandson | granddaughter | insect | mosquito | wasp | car | cyclist | bus | he | she ) ..1 ( bit | bites | kicked | kicks | scratched | hit | headbutted | pushed ) ( me | him | her ) ..2 ( accident | by accident | playing | in her sleep | in his sleep | from inside | in the back | from behind | at the lights | in the car | bless )
        ( in his sleep | in her sleep | by accident | accidentally ) ..4 ( hit | kicked | punched | elbowed ) me
        ( thinking | asked | ask | telling | told ) ( me | him | her ) if ( he | she | anyone ) ( hit | hits | hurts | hurt )
        ( beat | beats | beating | kick~ | kicking | hit | hitting ) ( cancer | this | it | the beast | the c | the gym | treatment )
        beating <refl> up
        ( not | do not | never ) ..2 ( beat | hurt ) ( yourself | myself )
        ( punch | kick | slap | shot ) in ( the | my ) ( face | gut | stomach | teeth | guts | arm )
        ( grabbed | grabs | held | takes ) ( me | my ) ( by the hand | for a hug | hand | a coffee | in a hug | before i fell | as i fell | when i fell | attention )
        kind to me
        look~|looks like ..2 ( attacked | beaten | hit ) me
        ( bruised | hurt | hurts | grabbed | grabs | pinched | pinches ) ( me | my ) ..2 ( helping | catching | lifting | steadying | transferring | getting me | holding | hugging )
        locked down
        ( garden | house | dog | cat | car | office | work | team | class ) ..4 without me
        ( will not | how will | how would | cannot | not | could not | would not ) ..3! ( cope | manage ) without me
        look like ..3 ( beaten up | been hit )
        ( been | being | got | was ) hit by ..1 ( truck | bus | train | lorry | car | tiredness | fatigue | wave | ton of bricks | bombshell | tram | chemo | freight )
        ( toddler | grandson | granddaughter | baby | little one | puppy | dog | cat | ball ) ..1 ( hit | kicked | headbutted | whacked | jumped ) ( me | on me )
        ( hung | hang | hanging ) <refl> upside
        stab~|stabbing|stabbed <refl> ( with | every | in ..1 ( belly | stomach | tummy ) with | each | daily | for )
        ( delirious | delirium | dementia | confused | sedated | anaesthetic | steroids ) ..8 ( abusive | aggressive | violent | hit | shouting )
        ( abusive | aggressive | violent | hit ) ..8 ( delirious | delirium | sedated | anaesthetic )
        by ( my | the ) hair
        ( hits | hit ) ( me | us ) up
        ( hits | hit | beats | beat ) ( me | us ) ( with the feels | in the feels | to the ( office | door | bar | punch | chase ) )
        ( song | music | voice | sings | sing | film | poem | lyrics | memory | thought | smell ) ..2 ( hurts | hurt | hits | kills | chokes | gets ) me
        die to ( self | sin )
        loaded gun
        gun ( shaped | type | like )
        anti sickness
        ( punch | slap | kick | thump | hit | shoot | strangle ) ..1 ( people who | anyone who | the next person | whoever | person who )
        ( spoke | spoken | talk | talked | think~ | thinking ) ..2 about ( death | dying ) ( a lot | since | is that normal | with my )
        ( afraid | scared | frightened ) to ( go home | be home | be at home ) ( after | in case | from hospital | on my own after | with this | with the )
        ( scared | afraid | frightened | terrified ) ( of | by ) ( what ( he | she | they ) ( will say | would say | might say | said | will think ) | losing | him|her|them|mum|dad|husband|wife|partner|son|daughter ..1! ( dying | leaving | seeing | getting | finding | going | not | suffering | being | falling | catching | worrying | losing | having | #few ) )
        ( scared | afraid ) to ( tell | leave ) ( him | her | them | my | mum ) ..2 ( about | results | diagnosis | cancer | how | truth | alone | in case | that | because he worries )
        will not let me ( have ( chemo | my | the | it | another | any more | surgery | more | a ) ( chemo | until | scan | because | treatment | unless | if | operation | results ) | see ( the results | my notes | my scan | visitors ) | out until | leave hospital | leave until | go to work | go home | lift | drive | eat before | eat ( after | until | anything before ) | eat or drink | out of bed | out of hospital | leave the ward | talk about cancer | go out in the cold | out without | go back to work )
        ( nurse | nurses | doctor | doctors | team | ward | hospital | consultant | oncologist | surgeon | they | staff ) ..1 ( will | would ) not let me ( leave | out | go out | eat | see | have )
        ( nurse | doctor | they | hospital | team | pharmacist | consultant | gp | chemist | ward ) ..1 ( stopped | took my ..2 away |  stops | stopping | took | takes | keeps | take | has stopped | have stopped ) ..1 ( my | her | his ) ( painkillers | medication | meds | medicine | morphine | tablets | phone )
        ( pip | dwp | council | government | benefits office | job centre | system | pharmacy | tax man ) ..4 ( took | stopped | stole | takes | keeps | taking ) ..1 ( my | her | his ) ( money | pension | benefits )
        ( cancer | illness | disease | it | treatment | pain | anxiety | fatigue ) ( controls | is controlling | controlled | robs | stole | steals | has stolen | robbed | locked | traps | trapped ) ( everything | me | my | what | how )
        locked me out of [ ( my | the | account | app | portal | system | forum ) ]
    """),
    Idiom("idiom.own-medicine", (Kind.CRISIS,), "The writer took their own medicine, or a helper handles it.", """
        ( i | i have | accidentally | by mistake | have ) ( took | taken | hid | hide | stole ) my
        ( pharmacist | pharmacy | nurse | hospital | doctor | chemist | ward | team ) ..2 ( took | takes | take | has taken ) my
    """, subkinds=("abuse",)),
    Idiom("idiom.future-bright", _CRISIS, "No point and no reason, said of small things.", """
        ( point | reason | sense | use ) ( of | in ) ( this | that | the | my ) ( project | job | course | app | service | form | forms | scan | test | tests | meeting | thread | research )
        ( no | not see | not ..2! | what is ) ..2 ( point | reason | sense | use ) ..2! ( going on ( about | and on | chemo | holiday | treatment | the | to | a | tamoxifen | steroids | it ) | going on to | staying in hospital | staying on ( the | it | a | tamoxifen | letrozole ) | trying to | getting up early | waking up early | keeping going back | carrying on ( with | taking | working | doing ) | continuing ( with | the | chemo | treatment | it | taking | to | on | this treatment ) | continue ( with | the | chemo | treatment | taking | to take | on ) | being here ( if | when ) | to get up early | to stay in ( hospital | bed ) | to stay up | to stay away | to stay on | to stay at | to go on ( the | a | chemo | to | it ) | to wake ( him | her | them ) | to keep going to | to continue ( with | treatment | the | taking ) )
        ( get up | getting up ) ( early | at | every ( hour | two | few ) | to ( wee | pee | go ) | in the night | from | off | the stairs | so )
        ( wake | waking | woke ) up ( with | at | in | feeling | to ( pain | a | the sound | go | find | pee | wee ) | sick | sore | every ( hour | two | few | night at | half ) | so early | early | needing | for ( a | the | my | meds | tablets | pain ) | too | during | sweating | soaked | in the middle | all night | drenched | screaming | crying | mid | halfway | unable | tired )
        ( scared | afraid | frightened | terrified | worried | fear | fears | dread | dreading | nervous | paranoid | convinced | thought | petrified | anaesthetic | anaesthesia | surgery | operation | general | what if | phobia ) ..8! ( not | never ) ..2! ( wake | waking | woke | wake up )
        ( alarm | baby | phone | snoring | neighbours | dog | cat | kids | him | her ) ..5 ( wake | waking ) ..1 ( me | up )
        not ..2 wake ( him | her | them | the | you | anyone | mum | dad | my | everyone )
        ( cannot | could not | not ) ( go on | carry on ) ( chemo | holiday | the | to | a | any ( more | trips | holidays ) | tamoxifen | long | working | steroids | my | with ( treatment | chemo | the | this treatment | work | radiotherapy ) | it | at work | facebook | that | trips | rides | hrt )
        ( cannot | could not | not ) ( live | exist ) ( without ( coffee | tea | my ( heat | hot | phone | dog | cat | kindle | wheelchair | laxatives | morphine ) | it | them | chocolate | ginger | these ) | on | alone | there | independently | at home | in a | upstairs | in my house )
        ( want | need | like ) ( it | this | treatment | chemo | everything | radiotherapy | all ) ..2 to ( stop | be over | finish | end | be done ) ( with | so i can | and get | by | before | soon so | hurting | itching | bleeding | aching | tasting | now so )
        ( want | need | can i get ) out ( of ..3 ( hospital | ward | house | bed | here | cast | bandages | this job | this ward | this collar | brace | bed | chair | hole | town | trial ) | and about | in the | for a | more | to | at | today | on | with )
        ( nothing | not ) ..3 ( worth it | worth going | worth living ) ( for | if | without chocolate | to )
        ( tired | sick | fed up | bored | had enough ) of ( living ( with | on | in | out | off | under | like a | from | at | scan | alone | between ) | life ( being | revolving | on hold | in | with | admin ) | being alive with | waking up ( at | with | every | in | to | so | sore | feeling | tired ) | being here ( in | every | for | all ) )
        lost the will to live ( waiting | on hold | after | listening | trying | in | with the | reading | by the | queuing | on the phone | filling | halfway | at )
        ( waiting | on hold | queue | queuing | phone | parking | paperwork | form | forms | hours ) ..8 lost the will [to live]
        ( hope~ | wish~ | want~ ) ..2 ( this | it | that | pain | cancer | nausea | constipation | fatigue ) ..1 ( takes | take | took ) me ( to | a | out | back | less | long | off | away to | home )
    """),
    Idiom("idiom.farewell", _CRISIS, "Leaving the ward, ringing the bell, planning for the family the illness will leave.", """
        goodbye [to] ..1 ( chemo | cancer | hair | boobs | breast | prostate | uterus | ward | nurses | picc | radiotherapy | surgery | tumour | wig | catheter | hickman | to the | to chemo | stoma | steroids | summer | sleep | lump | wig | my lump | old | to him | to her | to mum | to dad | to our | to a )
        ( said | say | saying | get to say | chance to say | say our | said our ) ..2 ( goodbye | goodbyes ) ..2 ( to ..1 ( mum | dad | him | her | husband | wife | nan | gran | brother | sister | friend | dog | cat | my | our | the | work | colleagues ) | in | at | properly | over | on the phone | through | because )
        ( kissed | waved | wave | kiss ) ..3 goodbye
        ( letters | letter | cards | card | notes | video | videos | messages ) ..10 ( birthday | birthdays | memory box | memory boxes | when they are older | when she is older | when he is older | wedding | weddings | 18th | 21st | graduation | future | hospice | legacy | milestone | milestones | grow up | grown up | christmases | exams | school | teacher | teachers | hospital | consultant | gp | insurance | clinic | appeal | pip )
        ( birthday | birthdays | memory box | wedding | hospice | legacy | milestones | memory book | keepsake | thank you ) ..10 ( letters | letter | cards | notes | videos )
        ( wrote | written | writing | left | leave | leaving | write ) ..2 ( note | notes ) ( for ..1 ( nurse | doctor | gp | receptionist | postman | carers | teacher | team | myself | work | school | consultant ) | on the fridge | in my diary | with the | about | of | down | so i | on my phone | to ask | to remember )
        not be ( here | around ) ..3! ( tomorrow | next week | tonight | this weekend ) ..3! ( we | off | back | holiday | going to | away | appointment | hospital | chemo | surgery | see you | because )
        not be ( here | around ) ..3 ( tomorrow | next week | tonight | in the morning | this afternoon | at the weekend | on friday | for a | for the rest ) ..2 ( because | as i | as we | but back | so | until | appointment | chemo | at the hospital | having | at | i have | i am going to ( see | my | the | hospital | visit ) )
        ( away | back | holiday | offline | logging | appointment | scan | surgery | busy | op ) ..6 not be ( here | around )
        ( look after | take care of | mind ) ..3 ( kids | dog | cat | children | dogs | cats | mum ) ..2 for me ( while | when i ( go | have | am in | had ) | during | on | tomorrow | so | today | next )
        last post ( was | before | about | on this | got | i ( wrote | made | put ) )
        ( gave | given | giving ) away ..2 my ( stuff | things | clothes ) ( to charity | that no longer | because i | i no longer | which | after losing )
        ( gave | given | giving ) away ..3 ( books | clothes | furniture | skis | wigs | toys | old )
        ( clothes | old clothes | bras | heels | shoes | wigs | scarves ) ..3 to charity
        be gone ( by ..2 ( christmas | then | time | hopefully ) | hopefully | for ( the | a | good i hope | hours ) | all | in a | from )
        ( pain | symptoms | tumour | side effects | cancer | hair | swelling | bruising | nausea | numbness | rash | lump | ulcers ) ..2 ( will | to | should | would ) ..1 be ( gone | over ) [by|soon|in]
        it will [all] be over ( soon enough and | by ( christmas | summer | spring | easter | then | the time | june | july | august | september | october | november | december | march | april | may ) | before you | and you | one day | for you )
        see you on the other side
        see ( him | her | them | mum | dad | my mum | my dad | my ( husband | wife | son | daughter | grandson | granddaughter | baby ) ) ( again soon | soon | tonight | tomorrow | now )
    """),
    Idiom("idiom.research-words", (Kind.CRISIS, Kind.METHOD), "Words of the clinic that share a sound.", """
        ( cell | cells | programmed cell ) death|suicide|die|dying|dies|killing
        ( lethal | fatal ) dose ( of radiation | to the tumour | to cancer | to cells )
        ( kill | kills | killing | killed ) [off] ..4 ( cells | tumour | tumor | bacteria | germs | virus )
        ( natural | t ) killer
        ( hair | nerves | nerve | tissue | skin | muscle | cells | plants | plant | battery | phone | houseplants | taste buds ) ..2 ( die | dying | dead | died | dies )
        self injecting|inject|injection|injections|injected|catheterise
    """),
)  # fmt: skip
