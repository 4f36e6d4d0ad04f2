"""Crisis: farewell, and preparing others for it."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.farewell.goodbye", 3, Kind.CRISIS, "farewell", Band.CRISIS,
        "Says goodbye for good.",
        """
        goodbye ..1 ( everyone | everybody | all | forever | world | cruel world | my friends | my loves | for the
            last time | for good | my darlings | and thank | and sorry | i am sorry | i love )
        goodbye ..2 ( friends | darlings | loves | darling ) ..3!
        ( this is | here is | said my | writing | my last | my final | want to say | wanted to say | came to say |
            came on to say | just to say ) ..3 ( goodbye | goodbyes | farewell ) ..1 ( <end> | everyone | everybody
            | forever | to you all | all | for good | now | and | before | i | from me )
        my ( final | last ) ( goodbye | goodbyes | farewell | words )
        ( this is | this will be | will be | here is | writing ) ..2 ( last | final ) ( post | message | goodbye |
            note | time i post | time i write | time you hear | thing i write | thing i post | you will hear | time
            posting | words | entry | night here )
        ( last | final ) ( post | message ) <end> ( i cannot | goodbye | thank you | sorry | i am )
        this is it <end> goodbye
        ( farewell | so long ) ..1 ( everyone | everybody | all | my friends | world | friends )
        nice knowing you
        signing off ( for good | forever | for the last )
        goodbye ..8 without ..1 knowing
        my note is
        if you are reading this ..1 i ..2 ( gone | dead | left | done it )
        by ( time | when ) ..1 you|they|anyone|(someone) ..1 ( read | reads | see | sees | find | finds | get | gets
            ) ..1 this
        not [going to] be ( here | around | alive ) when you ( read | see | get | find ) this
        when you ( read | find | get | see ) this ..2 i ..1 ( be gone | be dead | am gone | have gone | not [going to] be )
        to whoever ( reads | finds ) this
        ( texted | messaged | text | sent | emailed ) me ..2 goodbye
        left a note ..3 ( missing | disappeared | not answering | goodbye | sorry )
        ( letter | note | letters | notes ) ..9 find it ( after | when i | once i | later #stop )
        pain will be over after ( tonight | today )
        good home for ..2 ( cats | cat | dog | dogs | pets ) ..8 ( no one | nobody | not have to | cleared )
        ( said | say ) sorry for everything
        where ..1 will is ..4 sorry
        saying goodbye to you ..2 ( forever | tonight | for good | now )
        ( write | written | wrote ) to ..2 ( parents | kids | children | family | husband | wife | mum | dad ) ..2
            to say ..1 ( sorry | goodbye )
        ( said | saying | say ) goodbye to ..2 ( people | everyone | everybody | close friends | of my ..1 friends |
            friends and family | those i | my friends <end> | my family <end> | kids | children )
        ( said | made | saying ) ..1 ( my goodbyes | my peace with going | my farewells ) ( <end> | and | to
            everyone | to all )
        goodbye ( note | notes | letter | letters | video | videos | message | messages )
        last time ( you will hear from me | i will post | i write | i will be on here )
        you [all] will not ( hear from me | see me ) ( again | anymore | after )
        not [going to] be ( hearing from | seeing ) me ( again | <anymore> | after | <end> | at ..3 ( any | or ) )
        not [going to] be seeing ( you | them | anyone ) again
        not expect ..2 ( hear from me | to hear from me | see me again | to see me | me back )
        see you in ( heaven | the next life | another life )
        """,
        denial=False,
    ),
    Rule(
        "crisis.farewell.gone", 1, Kind.CRISIS, "farewell", Band.CRISIS,
        "Will not [going to] be there soon, and means it so.",
        """
        ( will | not ) ..1 be ( gone | dead ) ( by | before | soon | tonight | tomorrow | in the morning | when you
            | after tonight | this time )
        not [going to] be ( here | around | alive ) ..1 ( in the morning | by morning | this time tomorrow | by the
            weekend | by friday | by monday | when you wake | after tonight | after friday | after the weekend | by
            the end of ..1 ( week | day | month ) | tomorrow <end> | tonight <end> )
        not [going to] be here ..3 ( sun comes up | sunrise | dawn )
        not [going to] be alive ..3 <soon>
        not [going to] be ( here | around | alive ) ..8 ( my choice | by choice | my decision | my own choice | on my terms |
            made sure | decided | chosen | my doing | my own doing | i choose | how i want )
        ( my choice | by choice | my decision | on my terms ) ..5! not [going to] be ( here | around | alive )
        not have to ( take care of | look after | worry about | put up with | deal with | carry | care for ) me (
            any longer | anymore | much longer | after | soon )
        ( nobody | no one | you ..1 not | not ..2! ) ..1 ( need | have ) to worry about me ( after | anymore | soon
            )
        no need to worry about me ( after | anymore | soon )
        not [going to] be a problem ( much longer | for much longer | anymore )
        not [going to] be ( troubling | bothering | bother | trouble | burdening ) you ( much longer | after | anymore | for
            much longer )
        joining ( him | her | them | mum | dad ) ( soon | tonight | in heaven | tomorrow )
        ( be with | join | go to be with | going to be with ) ( him | her | mum | dad | my husband | my wife | my
            mum | my dad | my son | my daughter | them | my baby ) ( again soon | tonight | in heaven | soon | now )
        this is [the] end of the road for me
        ( it will | be ) ..1 be over by ( morning | tomorrow | tonight | the weekend )
        """,
        denial=False,
    ),
    Rule(
        "crisis.farewell.settling", 3, Kind.CRISIS, "farewell", Band.CRISIS,
        "Leaves letters, gives things away, asks others to look after those who stay.",
        """
        ( write | writing | wrote | written | left | leaving | leave | finished | done | drafted | sealed | posted )
            ..3 ( letters | letter | goodbye | goodbyes ) ..2 ( to|for ..2 ( kids | children | family | husband |
            wife | mum | dad | boys | girls | son | daughter | partner | everyone | them | him | her | parents |
            friends | each | sister | brother | people i ) | saying ( goodbye | sorry ) | explaining | so ..2 (
            understand | know why ) | on ..1 ( pillow | table ) )
        ( left | leaving | leave | written | writing | wrote | write ) ..3 ( note | notes ) ..2 ( to|for ..2 ( kids
            | children | family | each | everyone | parents | boys | girls | loved ) | saying ( goodbye | sorry ) |
            explaining | on ..1 ( pillow | table | bed ) | to ..1 ( husband | wife | mum | dad ) and | and ( pills |
            left | gone ) )
        ( left | leaving | written | writing | wrote ) ..1 ( goodbye note | goodbye letter | goodbye letters |
            goodbye notes | my goodbyes | my note )
        letters to ..3 ( family | kids | children | husband | wife | mum | dad | boys | girls | them ) ..3 ( drawer
            | desk | safe | envelope | pillow )
        letters ..5 in ..1 drawer
        ( please | promise ..1 | someone | can you | will you | you will ) ..1 ( look after | take care of | be kind
            to | watch over ) ..3 ( kids | children | dog | cat | dogs | cats | mum | dad | husband | wife | boys |
            girls | pets | family | baby | son | daughter | them | each other ) ( for me <end> | when i am gone |
            after i am gone | once i am gone | when i go | without me | after today | after tonight )
        make sure ..4 looked after ( when | once | after ) i ..2 gone
        sorry it has to be this way
        <nobody> blames themselves
        #start [and|so|just] ( look after | take care of | be kind to | watch over ) ..3 ( kids | children | dog |
            cat | mum | dad | husband | wife | boys | girls | family | baby | son | daughter | them | each other ) (
            for me <end> | when i am gone | after i am gone | once i am gone | when i go | without me )
        ( written | wrote | write ) to each of
        ( letters | goodbye letters ) are ..1 ( done | written | ready | finished ) <end>
        ( given | gave | giving | leaving | handed | left ) ..1 my ( jewellery | wedding ring | ring | rings | watch
            | guitar | camera | medals | dog | cat | cats | dogs | pets | savings | record collection ) ..1 to ..2
        found ..2 home for ..1 my ( dog | cat | cats | dogs | rabbit | pets )
        last thing i ..1 ( write | post | say )
        ( look after | take care of ) each other ( when i am gone | for me | without me )
        ( tell | let ) ..3 ( kids | children | family | husband | wife | mum | dad | boys | girls | son | daughter |
            everyone | them | him | her | parents | sister | brother ) ..1 ( i love~ | i am sorry | i said sorry | i
            tried | know i love~ | it was not | it is not )
        forgive me ..2 ( for what i am | for leaving | for this | for going | one day | when i | i cannot | everyone
            | all <end> )
        ( please | hope you|they ..2 | you will | can you ) ( forgive me <end> | all forgive me )
        sorry for what i am about to
        sorry ..8 ( what i am ( about | going ) to | what i have to do | what i am doing tonight )
        sorry ( for | to ) ..4 but i cannot ( do this | go on | carry on | take | be here | live )
        ( not | nobody | no one ) ..4! fault ..3 i am ( going | gone | doing )
        ( giving | given | gave | give ) ..2 ( things | belongings | possessions | stuff | jewellery | pets ) away
        given|giving|gave|give away ..2 ( things | stuff | belongings | dog | cat | jewellery | possessions |
            everything | records | pets | ring | watch | guitar | tools | rings )
        ( found | sorted | arranged | got | rehomed | finding ) ..2 ( home | someone | somewhere | new home ) ..2
            for ..2 ( dog | cat | dogs | cats | pets | rabbit ) ..2 ( after | when | once | for when )
        found someone to ( take | look after | have | care for | adopt ) ..3 ( dog | cat | dogs | cats | kids |
            children | pets )
        ( why i ( did | am doing | have to do | had to do | have to go | had to go | chose ) ) [this|it]
        not [going to] be ( angry | mad | cross | upset | sad ) ( with me | at me | when you ( find out | hear | read ) )
        ( hope | know | one day ) ..4 ( understand | forgive ) ..4 ( why i | when i am gone | one day | what i | me
            <end> )
        """,
        denial=False,
    ),
)  # fmt: skip
