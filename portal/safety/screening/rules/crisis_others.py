"""Crisis: harm to others."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.harm-to-others.intent", 3, Kind.CRISIS, "harm_to_others", Band.CRISIS,
        "Means to hurt or kill someone else.",
        """
        ( <menace> ) ..1 <severe> ..2 <them>
        ( want~ to | am going to | about to | plan~ to | planning to | planning on | urge~ to | thoughts of |
            thoughts about | think~ about | thinking of | feel like | fantasies about | fantasise~ about | tempted
            to | keep imagining | picturing | imagining | decided to | i might | i could | i will | scared i will |
            scared i am going to | worried i will | worried i am going to | afraid i will | capable of | ready to )
            ..1 <harm> ..2 <them>
        ( how | what ) i would ( kill | hurt | murder ) ..1 <them>
        ( if | when ) ..6 i will ( stab | kill | shoot | murder | attack | hurt ) ( him | her | them | someone )
        i ( hit | slap | punch | kick | shake ) ..1 ( mum | dad | baby | husband | wife | son | daughter | kids |
            him | her | partner ) ..2 ( when | and i cannot | cannot stop )
        ( gun | knife | shotgun | machete | hammer ) ..2 and ( shoot | stab | kill | finish | slash | attack )
        i ..1 ( smothered | strangled | suffocated | stabbed | poisoned | shook ..1 baby | beat ..1 <them> up )
        ( lost it | snapped | lost control | lost my temper | saw red ) ..1 and ..1 ( hit | slapped | punched |
            kicked | shook | pushed | hurt | grabbed ) ..1 <them>
        i ..1 ( hit | slapped | punched | kicked | shook | choked | strangled | hurt | smacked ) ..1 ( mum | dad |
            baby | husband | wife | son | daughter | kids | child | toddler | partner | mother | father | him | her
            ) ..1 ( today | again | last night | yesterday | this morning | and i am ashamed | and i would do it
            again | because | and i cannot | and i feel | so hard | when | with ..2 ( saucepan | pan | bottle | stick | belt | knife | phone | remote | fist ) )
        ( <menace> ) ..2 <severe> ( someone | somebody | everyone | them all | both of | the lot )
        ( <menace> ) ..1 ( push | shove | throw | pushing | shoving | throwing ) ..1 <them> ( down | off | under |
            in front | out of ..1 window | into ..1 ( road | traffic | river ) )
        ( <menace> ) ..1 ( run ..1 <them> over | run over <them> | set fire to | setting fire to | set|setting ..1 (
            house | car | place ) on fire | wring <poss> neck )
        ( <menace> ) ..1 ( kick | beat|punch|smash ) ..2 ( head in | face in | teeth in | shit out of | hell out of
            | living daylights )
        ( <menace> ) [do] ( something | damage ) ..1 to <them>
        ( make | made | making ) ..1 <them> ( pay <end> | pay with | suffer like | bleed | suffer for | pay for what
            )
        i want ..1 <them> ..5 dead <finish>
        ( get | getting | take | taking | have ) ..1 revenge on
        ( take | taking | bring | bringing ) ..2 ( knife | gun | hammer | machete | axe | bat | petrol | acid |
            blade | shotgun ) ..3 ( to | into | with | for ) ..2 ( clinic | hospital | ward | surgery | appointment
            | office | reception | work | house | them | him | her | doctor | me to | school )
        ( bought | got | have | carrying | sharpened | get | getting ) ..2 ( knife | gun | machete | axe | petrol |
            acid | shotgun | bat ) ..2 ( for | and ) ..2 ( him | her | them | doctor | going | will | know who |
            consultant | where | i am )
        ( burn~ | burning | blow~ | blowing | bomb~ | bombing | shoot up | shooting up | shoot | torch~ | set fire
            to | setting fire to ) [down|up] ..2 ( hospital | clinic | house | place | ward | building | surgery |
            school | office | church )
        ( take | taking ) ( him | her | them | the kids | my kids | my children | the children | everyone | the lot
            of them | someone | my wife | my husband | as many ) ( out with me | down with me | with me when i ( go
            <end> | die | end | leave this ) )
        ( want | going | plan | if i go ) ..4 ( take | taking ) ..1 ( kids | children | everyone | them ) with me
        killing ..1 family
        ( kill | drown | smother | suffocate ) ..1 ( kids | children | baby | both of us | us both | us all | whole
            family )
        ( put | slip|putting ) ..2 ( poison | something | bleach | antifreeze | rat poison ) in ..1 ( his | her |
            their ) ( tea | food | drink | coffee | dinner )
        not ..2! leave here alive
        ( he | she | they | doctor | consultant | surgeon | nurse ) ( will be | is | are ) ( dead when | a dead man
            | a dead woman | dead meat )
        ( he | she | they | <staff> ) ( deserve~ ) to ( be shot | be killed | be stabbed | suffer for | die for )
        murder suicide
        homicidal
        i am ( going | coming | on my way ) to ..3 with ..1 ( gun | knife | machete | petrol | acid )
        ( could | will | would | going to ) ( kill | strangle | stab | shoot ) <them> ..2! ( mean it | mean really |
            i mean it | not joking | not kidding | serious )
        ( not trust myself | not safe | scared i will | afraid i will | scared i might | worried i will | frightened
            i will | worried i might | afraid i might | scared i am going to | terrified i will | scared of hurting
            | afraid of hurting | scared i could ) ..3 ( around | near | with | hurt | harm | hit | shake | kill |
            drop | smother | snap at ) ..2 ( kids | baby | children | him | her | mum | dad | daughter | son |
            husband | wife | someone | them )
        ( scared | afraid | terrified | frightened ) of ( hurting | harming | killing ) ( kids | baby | children |
            him | her | mum | dad | daughter | son | husband | wife | someone | them )
        ( hit | shook | shaken | slapped | smacked | punched | hurt | kicked ) ..1 ( baby | kids | children | wife |
            husband | mum | dad | son | daughter | toddler ) ..4! ( cannot stop | again | scared | out of control |
            worse | lost control | snapped )
        ( thoughts | urge | urges | voices ) ..4 ( hurt | hurting | kill | killing | harm | harming | stab |
            stabbing | attack | attacking ) ..1 ( people | others | other people | someone | strangers | somebody |
            him | her | them | family | staff | kids | everyone )
        """,
    ),
    Rule(
        "crisis.harm-to-others.mercy", 2, Kind.CRISIS, "harm_to_others", Band.CRISIS,
        "Means to end someone else's life out of pity.",
        """
        ( going to | want to | about to | thinking of | plan to | planning to | will | think~ about | might | should
            i | could i | decided to ) ..2 ( end | ending | finish ) ( his | her | their | dads | mums | dad 's |
            mum 's ) ( suffering | life | misery | pain for him | pain for her )
        ( put | putting ) ( him | her | mum | dad | my husband | my wife | my mum | my dad | nan | gran | them ) out
            of ..1 misery
        pillow over ..2 ( face | head | mouth )
        ( give | giving | gave | slip | inject ) ( him | her | mum | dad | my husband | my wife | nan | gran | them
            ) ( all | too much | enough | an overdose | extra ) ..4 ( so he | so she | to end | to die | overdose |
            until | to finish | that he | that she )
        ( think~ | thought | tempted | going | plan~ | planning ) ..3 ( give | giving | slip | slipping | inject | injecting ) ( him | her | mum | dad | them | my <kin> ) ..1 ( all ..2 <med> | too much | an overdose | the whole | the lot )
        """,
    ),
)  # fmt: skip
