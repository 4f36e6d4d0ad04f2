"""What the words around a finding say about it: long ago, tonight, in a leaflet, only if."""

from ..rule import Cue, CueRule

RULES = (
    CueRule(Cue.PAST, "The past is named.", """
        ( <number> | many | long | few | several | couple of | over a | about a | a ) ..1
            years|year|decade|decades|yrs|yr|months|month ( ago | back | earlier | before )
        years|year|decade|decades|yrs|yr|months|month ago
        yonks|ages|lifetime ago
        long time ago
        long [since] ago
        when ( i | he | she | we | my <kin> ) ( was | were ) ( <few> | young | younger | little | #many | a teenager | a
            teen | a kid | a child | a student | at school | at uni | at university | at college | in ( school | my
            | his | her | hospital back | college | uni ) | first ( diagnosed | ill | told ) | pregnant | newly |
            diagnosed | last | having | sixteen | seventeen | eighteen | nineteen | twenty | fifteen | fourteen | on
            ( chemo | steroids | tamoxifen ) | going through | married | drinking | depressed | homeless | still |
            sick | about )
        when ( my | i ) ..3 ( diagnosed | died | left me | was born | first )
        when i ( came | started | joined | arrived )
        back ( in ( #year | day | eighties | nineties | my | those ) | then | when )
        in ( my | his | her ) ( teens | twenties | thirties | forties | youth | early | late | 20s | 30s | younger |
            teenage )
        in ( the ) ( past | eighties | nineties | seventies | 80s | 90s | 70s | noughties )
        in #year
        used to
        as ( a ) ( teenager | child | kid | teen | student | young | youngster | girl | boy )
        at ( that | the ) ( time | point )
        at one point
        at ( school | uni | university | college )
        there was a ( time | point | period | night | day | moment )
        there were ( times | days | nights | moments | weeks | months | points )
        previously|formerly|historically
        last year
        year before last
        once upon
        during ( my | the ) ( first | divorce | worst | darkest | lockdown | pandemic | initial | early | chemo |
            treatment )
        after ( my | the | our ) ( divorce | first | diagnosis | miscarriage | birth | last relapse | baby | break
            up | breakup | accident )
        before ( i ( was diagnosed | found | got | met | joined | had | started | came ) | my diagnosis | this group
            | cancer | therapy | counselling )
        history of
        past ( attempt | attempts | overdose | self )
        earlier ( in life | attempt )
        been there
        ( attempt | overdose ) ( in | at ) ( #year | age | #many | #few )
        childhood
        survivor of
        no longer ( feel | want | have | think | self )
        not since
        ( all | well | long | firmly ) behind me
        put ..2 behind me
        ( they | it | thoughts | feelings | that ) ..1 ( vanished | passed | lifted | went away | disappeared | eased | faded )
        ( years | months ) ( back | since | earlier )
        ( but | how ) ..1 wrong i was
        but i was ( wrong | mistaken )
        ( so | really | very | i am ) glad i ( did not | am still | am here | stayed | never | got help )
        ( <refl> | suicide | overdose | it | suicidal ) once ( so | and | but | when | before | #stop | #pause )
        before ( we | he | she | they ) ( met | got | came )
        ( in recovery | recovered | years clean | months clean | years free )
        that was ..2 ( ago | years | then | before )
    """),
    CueRule(Cue.RECENT, "The past is not over.", """
        again
        last night
        yesterday
        ( hour | hours | minute | minutes | mins | min | hrs | day | days | moments | seconds ) ago
        this ( morning | afternoon | evening | week | weekend | month )
        earlier ( today | this | tonight )
        last ( week | weekend | few days | couple of days | monday | tuesday | wednesday | thursday | friday |
            saturday | sunday )
        tonight|recently|lately
        ( other ) ( day | night )
        ever since
        still ( do | feel | think | want | am | have | get | there )
        and now i ( want | feel | think | cannot )
        these days
        few days
        came back|(have returned)
        ( keep | keeps | kept ) coming
    """),
    CueRule(Cue.IMMINENT, "It is happening, or is about to.", """
        tonight|now|today|immediately
        about to
        right ( now | this )
        this ( minute | second | morning | afternoon | evening | instant )
        any ( minute | second | moment )
        ( he | she | they | <kin> | someone ) [has] ( took | taken | swallowed | cut | jumped | overdosed | locked |
            left a note | gone missing | disappeared | driven off )
        as ( we speak | i type | i write )
        ( has | got | holding | with ) ..1 ( gun | knife | rope | noose | tablets | pills | razor | blade )
        ( standing | sitting | is ) on ( bridge | roof | ledge | edge | window )
        locked ( himself | herself | themselves ) in
        ( unconscious | unresponsive | not breathing | passed out | not responding )
        ( minutes | hour | hours | mins ) ago
        just ( took | taken | swallowed | cut | said | texted | rang | called | told )
        going to do it
        not answering
        says goodbye
        said goodbye
        in a minute
        tomorrow
    """),
    CueRule(Cue.REPORTED, "Words of a leaflet, a film, a headline.", """
        leaflet|leaflets|poster|brochure|pamphlet
        ( signs | symptoms | side effects | red flags | warning signs ) ( of | include | are | to | like | such |
            for | i | that )
        ( what are | what is | are there ) ..2 ( signs | symptoms | red flags )
        ( watch | look | watching | looking ) [out] for
        ( told | advised | warned | reminded | asked | said | says | say ) [me|us|you] [to] ( look | watch | ring |
            call | report | phone | go to a&e | contact | seek | tell them | mention | be aware | be careful | come
            in ) ..2 ( if | for | about | any | straight | immediately | when | out )
        ( asked | asks | ask | checked | checks | checking | questions | questionnaire | form | screen | screened )
            ..3 ( if | whether | about | for )
        ( can | could | may | might ) ( cause | lead to | mean | be a sign | be signs | include | result in |
            trigger | be caused )
        ( read | reading | article | website | google | googled | booklet | guide | information sheet | book | film
            | documentary | webinar | video | news | studies | study | research | trial ) ..3 ( about | on | that |
            says | said | saying | of )
        ( listed | list | lists )
        ( risk | risks | chance | chances | danger ) of
        ( in the ) ( film | book | song | documentary | story | play | series | novel )
        ( character | lyrics | lyric | actor | quote )
        ( people | patients | those | some people | anyone ) ( with | who )
        ( patients | people | individuals | babies | infants | men | women | adults | children ) ..2 ( may | can |
            often | usually | sometimes | develop | experience | become )
        emergency card|(alert card)
    """),
    CueRule(Cue.CONDITIONAL, "Only if it happens.", """
        if ( i | you | he | she | they | it | we | your | my | there | anyone | someone | his | her | symptoms |
            things | any | mum | dad | the ) [ever|get|have|start|had|notice]
        in case
        should ( i | you | he | she | it | they | this | that ) ( get | have | develop | notice | start | happen |
            experience | become | lose | feel )
        unless
        whether
        whenever you
        when you ( get | have | notice | feel | start )
        ( worried | scared | afraid | frightened | terrified | dread | dreading | fear | worry | anxious | paranoid
            | nervous ) ..2 ( about | of | that | i will | i might | it will | it might | getting | losing )
        what if
        or if
        what counts
        ever ( get | have | had | experienced | experience | notice | lost | lose )
        ( has | did | does | have ) ( anyone | anybody ) ..1 ( ever ..2 | here ..2 ) ( had | have | get | got |
            experienced | lost | suffer | suffered )
        is it normal
        avoid|prevent|prevents|preventing|prevented
        would ( be | need | happen )
        could ( become | end up | get )
        how would i know
        how ( do | will | would ) ( i | you | we ) know
        worst case
    """),
    CueRule(Cue.OVER, "It was looked into and is dealt with.", """
        ( turned out | turns out ) ..3 ( be | to | fine | nothing | just | that | only | a )
        ( all ) ( clear | fine now | better now | good now | sorted | resolved | settled | back to normal | gone now
            )
        ( has | have | had ) ( been ) ( checked | ruled out | investigated | sorted | treated | scanned | resolved |
            stopped | settled | improved )
        ( ruled | rules ) out
        ( was | were | is | been | got | getting | being ) ( admitted | treated | operated | discharged | scanned |
            blue lighted | sent home | rushed )
        ( gone | went | came | come ) ( down | away | back down | back to normal )
        ( now | since | then ) ( fine | better | okay | normal | recovered | back | resolved | stopped | improved |
            settled )
        ( recovered | recovering | recovery | rehab | rehabilitation )
        ( my | the ) ( team | oncologist | consultant | gp | surgeon | doctor | nurse ) ( knows | know | is aware |
            are aware | has checked | said it | says it | thinks it | is happy | are happy | say it | checked )
        since ( childhood | birth | childbirth | the stroke )
        ( pelvic floor | stress incontinence | nappy | nappies | potty | bedwetting | prolapse )
        ( bleeding | it | that | they ) ..1 stopped
        ( usual | as usual | long standing | longstanding | for years | lifelong | since childhood | for decades |
            all my life | always had | always been )
        old ( injury | stroke )
        born with
    """),
    CueRule(Cue.JOKE, "Laughter, or said to be a joke.", """
        lol|lmao|haha|hehe|rofl
        ( only | just ) ( joking | kidding )
        joke|joking <end>
        jk
    """),
    CueRule(Cue.OWN, "A qualified person said so, or it is one's own story.", """
        <staff> ..4 ( say~ | said | says | told | tells | advise~ | advised | advises | suggest~ | suggested | wants
            | want | wanted | asked | recommends | recommended | changed | reduced | increased | doubled | halved |
            stopped | started | put | puts | has | have | took | is going | are going | decided | agreed | switched
            | cut | thinks | think | prescribed | gave | lowered | upped | dropped | raised | took | are | is )
        ( told | advised | asked | instructed | recommended | prescribed ) ..1 ( me | him | her | us | mum | dad |
            by | to )
        ( was | were | been | am | being | got ) ..1 ( told | advised | asked | instructed | recommended | given |
            put on | taken off | switched | prescribed )
        ( as ) ( prescribed | instructed | advised | directed | told )
        ( i | we ) [have|had] ( decided | chose | stopped | started | doubled | skipped | halved | increased |
            reduced | refused | declined | tried | am | took | upped | dropped | came | quit | swapped | used | was
            | did | missed | forgot )
    """),
    CueRule(Cue.CAUTION, "Sends the reader to their own team.", """
        ( ask | asking | check | checking | speak | speaking | talk | talking | ring | call | phone | contact |
            discuss | discussing | consult | consulting | consultation | run it | see | email | clear it ) ..2 (
            your | with your | to your | with ..1 ( doctor | team | gp | oncologist | nurse | pharmacist |
            consultant ) | past your | the ( doctor | team | pharmacist | nurse | helpline | hotline | ward |
            hospital | line | chemo | oncologist | gp ) | with the | a ( doctor | pharmacist | gp | nurse ) | them |
            him | her | first | it with | this with | pharmacist | gp | doctor | 111 )
        without ( asking | checking | speaking | talking | ringing | advice | medical | your | consulting | telling
            | discussing | being told | their | a doctor | guidance | supervision | permission | approval )
        unless ( your | a | the | told | they | advised )
        under ..1 ( supervision | guidance | care )
        only your ( doctor | team | oncologist | consultant )
        if your ( doctor | team | oncologist | nurse | gp )
        not ( medical | a doctor | advice | suddenly | abruptly )
        ( as | like ) your ( doctor | team | oncologist )
        follow ( your | the ) ( doctor | team | advice | instructions )
        suddenly|abruptly
    """),
)  # fmt: skip
