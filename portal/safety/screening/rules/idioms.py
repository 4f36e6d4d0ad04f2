"""What sounds like danger and is not: turns of speech, accidents, research, wishes for a good death."""

from ..findings import Kind
from ..rule import Idiom

_CRISIS = (Kind.CRISIS, Kind.METHOD)

RULES = (
    Idiom("idiom.die-of", _CRISIS, "To die of embarrassment, laughter, for a coffee.", """
        die|dies|died|dying|dead ..1 ( of|from|with ..2
            embarrassment|shame|boredom|laughter|laughing|hunger|thirst|curiosity|humiliation|mortification|awkwardness|cringe|joy|excitement|frustration|jealousy|heat|envy|cold
            )
        die|died|dying ( laughing | inside | a little | a thousand | for (
            a|an|some|chips|chocolate|coffee|tea|cake|that|one|my ) | a death )
        dying to ( know | see | hear | try | meet | get | go | find | ask | tell | read | eat | have | taste | visit
            | show | be able | wear | start | do | come | return )
        ( is | was | were | are | looks | cake | food ) to die for
        ( so | was | were | felt ) ( embarrassed | mortified | ashamed | humiliated | sick | ill | poorly | nauseous
            | rough | hungover | seasick | hot | cold | drunk | travel sick | carsick | awful | bad ) [that] ..2
            wanted to die|(to crawl)
        ( mortified | embarrassed | embarrassing | mortifying | cringe ) ..6 ( die | dead | kill me | shoot me | end
            )
        ( die | dead | kill me | curl up and die | crawl away and die ) ..5 ( embarrassment | embarrassed |
            mortified | mortifying | blushed | red face | shame )
        curl~ up and die
        cross my heart and hope to die
        old habits die hard
        do or die
        die in my sleep when i am
        good death
        only here for the ( chat | food | cake | company | beer | wifi )
        hope i die in my sleep when
        ( feel~ | look~ | looks ) like ( death | the walking dead | something the cat ) [warmed up]
        could sleep forever
        ( checks | reads ) my ..2 for
        dead ( tired | on my feet | leg | legs | skin | end | cert | good | line | easy | slow | beat | weight |
            chuffed | pleased | excited | nervous | proud | battery | phone )
    """),
    Idiom("idiom.good-death", _CRISIS, "Wishes about where and how to die when the illness ends one's life.", """
        die|dying ..4 ( when i am ( #many | #lots | old | ninety | eighty ) | aged #many )
        die|dying ..2 ( at home | in ..3 hospice|hospital|bed|care|house|garden|country|village|arms | peacefully |
            with ..2 dignity | in peace | in comfort | surrounded | naturally | a good | here at home | of old age |
            at ninety | old | knowing | among | abroad | when i am old | at #many | with my family | with family |
            holding | in front of my | with my loved )
        ( where | how ) ..2 ( want~ | like | prefer | wish ) to die
        ( to | he | she | mum | dad | they | will i | would i ) die ..2 without pain
        dying ..2 without pain
        ( want~ | wish~ | like | prefer | rather ) to die ( at | in | here | there | surrounded | well | with | as |
            near | among | having )
        preferred place of death
        dying wish|wishes
        advance ( directive | decision | statement )
        ( respect~ | lasting | living will | dnr | dnacpr | resus | respect form )
        not ( want~ | wish~ | like | fancy ) ..2 to [have] ( be here ( in | on | at | for ( hours | long | ages | days | so | another | christmas | a | this | my | weeks | much | the night | the weekend | when ) | with | alone | again |
            all | when they | while | until | either | reading | listening | posting | any more than | today | right
            | for months ) | go on ( chemo | holiday | steroids | tablets | the | a | to | hormone | morphine | my |
            any | another | that | this | hormones | about | it | more | strong | opioids | insulin |
            antidepressants | oxygen | facebook | tv | treatment | too | and on about | my own | with the chemo |
            with treatment | with chemo ) | keep going ( to | back | for | over | through | in | on about | into |
            round | with ( the | chemo | treatment | radiotherapy | this treatment ) ) | carry on ( with ( the |
            chemo | treatment | work | this | tamoxifen | my | it | letrozole | these ) | working | taking | doing |
            having | driving | at | paying ) )
        ( nobody | no one | none of us | who | never | everyone | not any of us ) ..1 want~ ..1 ( to be here | to
            join this )
        ( not want | never wanted | no one wants | nobody wants ) ..2 to be ( here | in this ) ( club | group |
            forum )
        be here ( in this club | in hospital | in this hospital | on this ward | on this forum | in this forum | in
            this group | at all but | but glad | but )
    """),
    Idiom("idiom.kill", _CRISIS, "To kill time, a killer headache, this pain is killing me.", """
        kill~|murder ( time | two birds | the mood | the pain | the cancer | cancer | cells | the cells | the tumour
            | germs | bacteria | the bugs | off cancer | off the | off any | off good | healthy | good cells | the
            taste | my appetite | the nausea | for a|an|some | the vibe | an hour | a few )
        killing me ( with | my | #stop | today | tonight | at | and | again | so | this | more | slowly | but | the
            | now | inside | after | every | already | all )
        ( pain | back | feet | legs | head | knees | knee | hip | joints | shoulder | neck | throat | mouth | it |
            nausea | waiting | wait | suspense | heat | boredom | smell | side effects | constipation | wind |
            itching | stairs | scanxiety | ribs | hips | arm | stomach | heels | shoes | that | this )
            is|are|was|were [really] killing me
        killed me ( to | not | when | at | laughing | but | having | watching | seeing | off | with | last | all )
        ( will | would | going to ) kill me ( for | off | before | with | when ( he | she | they ) ( finds | find |
            sees | see | gets | hears ) )
        ( not | won't | will not | would not | cannot ) kill ( me | you | us | him | her ) ..1 ( to | but )
        does not kill [you|me|us] makes
        ( thought | think | feared | swear | convinced | sure ) ..5 ( would | will | going to | gonna ) kill me
        ( could | would | almost | nearly ) ( murder | kill ) ( for | a | an | some ) [ ( pizza | curry | coffee |
            tea | bacon | drink | burger | steak | cuppa | takeaway | sandwich | kebab | beer | wine | chocolate |
            bag | roast ) ]
        could ..1 ( kill | murder | strangle | throttle | thump | slap | punch ) ( him | her | them | whoever | the
            | my | that | someone )
        wanted to ( kill | murder | strangle | throttle | thump | slap | punch | shoot | scream at ) ( him | her |
            them | whoever | the | my | that | someone | everyone | nurse | receptionist | consultant | doctor )
        ( husband | wife | mum | dad | team | nurse | consultant | boss | daughter | son | oncologist | physio |
            surgeon | doctor | gp | partner | sister ) ..1 ( will | would | going to | is going to | might | are
            going to | gonna ) ..1 ( kill | murder | shoot | strangle | throttle ) me ( if | when | for |
            but | lol | haha )
        could ..1 kill <refl> ( for | that )
        killing <refl> ( laughing | trying | with | over | for | to ( meet | get | keep | be | do | make | finish |
            please | stay | look ) | at | working | doing )
        ( kill|killed|killing ) <refl> ( laughing | trying | with ( worry | work | overtime | laughter | stress ) |
            over | for a|the|my|this|work|it|nothing | on ( stairs | the stairs | that | ice | the ice | a | those |
            this | my | black ice | wet ) | tripping | getting | slipping | falling | at work | on the treadmill |
            off the | coming down | going down | carrying | climbing | lifting | in the garden | in the process |
            doing | up the | just to get | reaching )
        ( trip~ | slip~ | fell | fall | stairs | step | ladder | ice | wire | rug | cable | shoes | heels | wet |
            bath | shower | kerb | treadmill ) ..6 ( nearly | almost | and nearly | going to | gonna | could have |
            could of | might | and | could ) ..1 ( kill~ | killed ) myself
        ( nearly | almost | practically | could have | will ) ..1 ( kill | killed ) myself ( on | tripping | falling
            | slipping | going | getting | over | doing | trying | coming | laughing | when i | with the | up | down
            | as i | in the | off | climbing | this morning on )
        ( if looks could | dressed to | curiosity | buzz ) kill~
        kill your|my|the ( speed | engine | lights )
        killer ( headache | heels | instinct | cells | t | whale | app | question | smile )
        ( shoot | shot ) ( me | us | him | her | them | you ) ( an | a | over | up | a message | down | with ..1
            dye|contrast|something | that | in the )
        ( shoot | shooting | shot ) <refl> ( in the foot | up | full )
        just shoot me
        kick~ <refl> ( for | that | now | because | over | when | with )
        ( fat chance | end up ) killing
        drown~ <refl> in ( tears | work | chocolate | tea | gin | wine | sorrow | paperwork | self | my | sorrows |
            a | ice | water | coffee | perfume | admin | cake | netflix )
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
        ( cancer | it | disease | illness | this | that | tumour | leukaemia | sepsis | covid | which | stroke |
            condition | melanoma | myeloma | lymphoma | pneumonia | infection ) [has|will|would|could|can|might|may|did|had] ( take | takes | took | taken |
            taking | claim~ | end | ended | ends ) ..1 <poss> [own] ( life | lives )
        ( take | takes | taking | took | taken ) <poss> life ( back | in my | in our | into | day | one | seriously
            | for | as | at | forward | over | away from me | from me | off )
        ( changed | saved | saving | extend~ | prolong~ | enjoy | live | turned | risk~ | rebuild | put ) <poss>
            life
        end of life ( care | nurse | nurses | planning | plan | plans | decisions | doula | wishes | team |
            medication | meds | conversation | talk | support | pathway | stage | choices | at )
        end of <poss> life
        ( end | ended | ending ) ( it | things ) ( with | there | here | off | up | because my scan | by having |
            with him | for the day | amicably )
        ( ending | end | ended ) things [off] ( with | between )
        ( end | ending | stop ) ( it | this | the ) ( call | treatment | trial | meeting | chapter | session | chemo
            | conversation | course | cycle | relationship | marriage | friendship | job | contract | tenancy |
            subscription | membership | discrimination | stigma | silence | wait )
        wait~|waiting ..2 for it|this|treatment|chemo to end|(be over)
    """),
    Idiom("idiom.suicide-topic", _CRISIS, "Suicide as a topic: research, prevention, news, bereavement, a warning on a leaflet.", """
        suicide ( gene | genes | doors | squad | bomber | bombers | prevention | hotline | helpline | lifeline |
            awareness | rate | rates | statistics | charity | charities | support group | bereavement | watch list |
            risk in | risk among | inhibitor | enzyme | research | mission | is a ( leading | major | serious ) |
            crisis line | training | first aid | survivors )
        ( career | political | social | professional | commercial ) suicide
        ( lost | losing | lose ) ..5 to ..1 ( suicide | overdose )
        <kin> ( committed suicide | killed himself | killed herself | took ( his | her ) own life | hanged himself |
            hung himself | ended ( his | her ) life | died by suicide | shot himself )
        ( side effect | side effects | warning | leaflet | can cause | may cause | might cause | could cause |
            causes | linked to | risk of | risks of | increase | increases | increased | report any | reports of |
            rarely | black box | listed | lists | associated with | reported | watch for | look out for ) ..8
            suicidal|suicide|(selfharm)|(harming yourself)
        suicidal|suicide ( thoughts | ideation | feelings ) ..5 ( side effect | side effects | listed | leaflet |
            rare | on the list | possible )
        ( film | book | song | novel | documentary | article | podcast | programme | series | drama | lecture |
            workshop | episode | study | research | guideline | trial | character | plot ) ..5 ( suicide | suicidal
            | overdose | selfharm | kill himself | kills himself | killed himself | kill herself | kills herself |
            killed herself | killing )
        ( suicide | suicidal | selfharm ) ( in the | film | book | documentary | scene | storyline | plot | study )
        ( ask | asks | asked | asking | checked | check | checking | screened | screen | screening | assess~ |
            questionnaire | form | question | questions ) ..9 ( suicidal | suicide | selfharm | harming myself |
            hurting myself | hurt myself | harm myself | kill myself | killing myself | end my life | ending my life
            | better off dead | end it all )
        ( ask~ | asked ) ..2 ( if | whether ) ..5 ( suicidal | want~ to die | kill~ | harm~ | hurt~ | end~ |
            overdosed | safe at home | abuse~ | hits | hit )
        ( work~ | worked | working | volunteer~ | trained | training | job | nurse | counsellor | samaritan |
            listener | teach | research ) ..6 ( suicidal people | suicidal patients | suicide prevention | suicide |
            people who selfharm | overdose patients | domestic abuse | domestic violence | with suicidal )
        ( my | the ) ( phd | thesis | dissertation | charity ) ..5 ( suicide | selfharm | domestic abuse )
        ( process | processing | skills for | support someone with | support people with | recover from | recovery
            from | recovered from | overcome | overcoming | overcame | understanding ) ..2 ( suicidal | selfharm |
            suicide | overdose )
        edge of ( my | the | his | her ) ( seat | bed | chair | sofa )
        ( anti | against | prevent | preventing | prevents | stop ) suicide
        physician assisted suicide
        assisted suicide ( bill | law | debate | legislation | vote | is legal | in | should )
        ( debate | law | bill | vote | parliament | news ) ..4 assisted ( suicide | dying )
        suicidal ( driving | drivers | squirrels | pigeons | pheasants )
        ( crisis line | samaritans | helpline | if you are | if anyone is | anyone who is | if you feel | people who
            are | when people are | someone is | for people | those who are | if someone is | if you or someone |
            are you feeling | are you | you are not ) ..3 ( suicidal | thinking about suicide | thinking of suicide
            | struggling with suicidal )
    """),
    Idiom("idiom.research-words", (Kind.CRISIS, Kind.METHOD), "Words of the clinic that share a sound.", """
        ( cell | cells | programmed cell ) death|suicide|die|dying|dies|killing
        ( lethal | fatal ) dose ( of radiation | to the tumour | to cancer | to cells )
        ( kill | kills | killing | killed ) [off] ..4 ( cells | tumour | tumor | bacteria | germs | virus )
        ( natural | t ) killer
        ( hair | nerves | nerve | tissue | skin | muscle | cells | plants | plant | battery | phone | houseplants |
            taste buds ) ..2 ( die | dying | dead | died | dies )
        self injecting|inject|injection|injections|injected|catheterise
    """),
)  # fmt: skip
