"""Crisis, said sideways, by form of speech: nothing worth, nothing ahead, no care taken, the mind made up."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "crisis.implicit.no-worth", 1, Kind.CRISIS, "implicit", Band.CRISIS,
        "Sets no value on their life, or thinks that death took the wrong one.",
        """
        my life ..1 ( is worth nothing | worth nothing | is worthless | has no ( value | worth | meaning | purpose | use ) | means nothing | is nothing <finish>
            | is not worth ( anything | much | a penny | keeping | having ) | counts for nothing | is ( useless | pointless | meaningless ) | has lost ( its | all ) )
        i am worth nothing
        i am ..1 nothing but ..1 ( weight | drain | millstone | nuisance | problem | cost | worry | trouble )
        ( should | ought to ) have ..1 ( died | been the one ( to | who | that ) ..1 ( die | died | go | went ) | been me ( that | who ) ..1 ( died | went ) ) ..1 ( instead | #stop | not ( him | her | them ) | in ..1 place )
        should have been me ( ( that | who ) ..1 ( died | went | got it | is dead ) | instead | not ( him | her | them ) )
        should have been the one ( to go | to die | who died )
        why ..5 ( die | died | taken | go | gone ) ..2! not me #stop
        ( better | happier | better off | at peace | safer | quieter | more use | calmer | at rest ) ..1 ( under ..1 ( ground | soil | earth ) | underground | in ..1 ( ground | coffin | grave | cemetery | urn ) <finish> | six feet under )
        not belong ..2 ( life | alive | living )
        better off with ..1 ( dad | mum | gran | nan | aunt | sister ) #stop
        already ..1 ghost
        <they> ( says | said | thinks | feels | believes ) ..5 ( easier | better | happier | simpler ) ..1 without ( him | her | them )
        ( swap | trade | change ) ..2 with ..2 wants to live
        not meant to be ( in this world | on this earth | alive | this long )
        i feel dead ( already | #stop )
        ( <nobody> ) ..1 ( needs | loves | would miss ) me #stop
        i am ..1 ( past | beyond ) ( saving | help | helping | saving now | caring if i | caring whether i )
        ( everyone | they | he | she | family | kids | husband | wife | people ) ..1 ( would | will ) ..1 ( move on | get over it | get over me | forget me | adjust ) ..1 ( quickly #stop | soon #stop | soon enough #stop | in no time | without me )
        had ..1 my time ..4 ( let | give ) ..2 ( someone | somebody | others | another )
        """,
        denial=False,
    ),
    Rule(
        "crisis.implicit.nothing-ahead", 1, Kind.CRISIS, "implicit", Band.CRISIS,
        "Sees no way out and no next week, bears no more nights, dreads living more than dying.",
        """
        ( not | cannot ) ..1 see ..1 ( way | road | path | door ) ( out | through | forward | on | ahead ) ( anymore | any longer | #stop | for me | from here | of ( this | it | all this | here ) ( #stop | anymore ) )
        no ( way | road | path ) ( out | through | forward ) ..3 ( that i can see | i can see )
        ( hopeless | empty | worthless | numb | broken ) ..5! ( cannot | not ) ..1 ( picture | imagine | see ) ..1 ( next | tomorrow | future | being | christmas | anything )
        ( cannot | not ) ..1 ( picture | imagine | see ) ..1 ( next ( week | month | year ) | tomorrow ) #stop
        ( cannot | not ) ..1 ( bear | face | take | do | stand | go through | get through | endure | have ) ..1 ( another | one more ) ..2 ( night | day | morning | week | hour | year ) ..6!
            ( not intend to | not going to <end> | not plan to | not mean to | will not <end> | not [going to] have to | refuse to )
        ( scared | afraid | frightened | terrified ) of ( not dying | not being dead )
        ( living | life | being alive | staying | carrying on | surviving | existing ) ..1 ( scares | frightens | terrifies ) me ..1 more
        ( would | what | such | 'd ) ..3 ( relief | blessing | mercy | release ) ..3 ( if ( it | this | everything | life | all this ) ..1 ( were | was | would | just | could ) ..2 ( over | stopped | ended | stop | end | finished | done ) | to be ( gone | over | dead | finished | done with it ) ) <finish>
        ( not | cannot ) ..1 be bothered ( to | with | about ) ( stay alive | live | be alive | exist | breathe | staying alive | living <finish> | being alive | life )
        ( nothing | no one | nobody ) left to ( want | hope for | fight for | be here for | live )
        ( not | never | doubt ) ..3! ( see | reach | make | last ) ..2 ( spring | summer | christmas | easter | autumn | winter | new year | <soon> ) ..4! ( not want to #stop | not want to <live> | do not mind #stop | not care #stop | hope not | that is fine | suits me )
        think~|thinking ..2 how ( quiet | peaceful | restful | calm | still | simple | dark ) it ..1 ( would | must | could | might ) be <finish>
        ( nice | lovely | good | wonderful | better | easier | bliss | mind ) not to ( wake up <finish> | wake <finish> | be here <anymore> | exist | be alive )
        ( fell | fall | falling ) asleep forever
        ( want | like | ready | need ) to sleep ( for good #stop | forever )
        ( it is | this is ) all pointless #stop
        everything is pointless #stop
        ( god | lord | jesus ) ..2 let me ( go | die | come home | slip ) ( #stop | tonight | now | home | soon | in )
        #start [please] let me go [please] #stop
        not want ..3 tomorrows
        ( final | eternal | endless ) sleep #stop
        ( not | cannot ) ..1 ( picture | imagine | see ) my life after ..2
        ( hope | wish | want ) ..2 ( cancer | it | tumour | disease | death ) ..1 ( hurries | hurried | hurry | to hurry ) up
        ( bad | worse | fatal | terminal | malignant | spread ) ..2 i hope it ( is | has )
        ( imagine | imagining | picture | picturing | daydream ) ..2 ( them finding me | him finding me | her finding me )
        ( drawer | cupboard | cabinet | bottle | box ) ..5 ( calls to me | calls me | calling me | calling to me | whispers )
        if i am not here ( tomorrow | in ..1 morning ) ..5 love
        #start [please] remember me ( kindly | #stop | as | with )
        not matter ( soon | after tonight | after today | tomorrow | much longer ) #stop
        none of ( this | it ) ..2 matter ..1 ( soon | after tonight | tomorrow | after today )
        soon i ..2 be ( free | gone | out of pain | at peace ) #stop
        over ..2 one way or another
        ( living | being alive | life | existing ) hurts ..2 ( too much | #stop )
        ( where everything is | where to find everything ) ..5 ( goodbye | last time )
        not want to get better ( #pause | #stop )
        pretend~|pretending ..2 want to ( be here | live | be alive )
        ( after | once | until ) ..2 ( wedding | christmas | funeral | exams | birthday | graduation ) ..2 i can ( go | leave | rest | stop ) #stop
        no more ( tomorrows | mornings ) #stop
        not [going to] ( see | be seeing | speak to | hear from ) you all again
        ( last | end ) ..1 you ( will hear | hear | see | will see ) of me
        <unable> ..1 do ..1 ( life | living ) ( <anymore> | #stop )
        not [going to] be ( living | doing | suffering | fighting ) ( it | like this | this | here ) ..1 ( longer | long )
        not [going to] be ( here | around ) ..1 ( longer | long ) to ( bother | trouble | burden | annoy | worry | drag )
        """,
        denial=False,
    ),
    Rule(
        "crisis.implicit.no-care", 1, Kind.CRISIS, "implicit", Band.CRISIS,
        "Takes no care on the road any more, or dwells on letting it happen.",
        """
        ( cross | crossing | crossed ) ..1 ( road | street | roads ) ..5! ( not look | not bother | not check | no longer look | eyes closed | eyes shut | hoping )
        ( stopped | not bother | not bothering | given up ) ( looking both ways | looking when i cross | looking before i cross | to look both ways | checking both ways | looking left )
        ( stopped | do not | given up ) ..2 ( wear | wearing | bother with | bothering with | put on | putting on | do up | using | use ) ..1 ( seat belt | seatbelt | helmet | crash helmet ) ..1 ( anymore #stop | anymore what | anymore why | what for | why bother | what is the point | #stop )
        ( drive | driving | cycle | ride ) ..2 ( too fast | faster and faster | much too fast | at ninety | at hundred ) ..5! ( not care | hoping | who cares | what happens )
        ( sit | stand | lie | park | drive | walk | lean | stop | swim | sat | stood | lay ) ..8 ( think | thinking | wonder | wondering | imagine | imagining | dream | thought ) ..3 ( about | of | what it ..3 if i ) ..1
            ( slipping in | slipping under | sliding in | sliding under | leaving ..1 engine | keeping ..1 engine | running ..1 engine | turning ..1 engine | starting ..1 engine | not ..1 ( stopping | braking | turning | coming back | coming up | resurfacing )
            | taking ( all | them | of them | everything | whole ) | going under | rolling ( in | off | over ) | falling | wading in | walking in | walking out | climbing over | tipping | leaning further | going over )
        ( garage | car ) ..8 ( think~ | thinking | thought | wonder ) ..3 ( engine | exhaust | fumes )
        """,
        denial=False,
    ),
    Rule(
        "crisis.implicit.resolved", 1, Kind.CRISIS, "implicit", Band.CRISIS,
        "Nothing and nobody can change their mind; will make it easy for everyone.",
        """
        ( nothing | no one | nobody ) ..6 ( change ..1 my mind | talk me out of it | talk me round | persuade me otherwise ) ( now | #stop )
        ( decided | made up my mind | mind is made up | know what i am doing ) ..3! ( nobody | no one | nothing ) ..1 ( can | will | is going to | could ) ( stop | change | talk | prevent )
        ( going to | i will | i can | about to | want to ) make ( it | things | life | everything ) ..1 ( easy | easier | simple | simpler ) for ( of them | of you | everyone | everybody | them all | you all | family <end> | them #stop )
        out of ( their | everyone 's | everybody 's | your | his | her ) hair ( soon | for good | forever | by | before )
        """,
        denial=False,
    ),
)  # fmt: skip
