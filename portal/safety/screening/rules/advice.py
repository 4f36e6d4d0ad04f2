"""Directive medical advice: telling others to start, stop or change a medicine, or to refuse treatment."""

from ..findings import Band, Kind
from ..rule import Rule

RULES = (
    Rule(
        "advice.change-medicine", 1, Kind.DIRECTIVE_ADVICE, "medicine", Band.AMBER,
        "Tells the reader to start, stop, double, halve or skip a medicine or a dose.",
        """
        ( you | u | everyone | people | anyone | patients | he | she | they | your <kin> ) ..1 ( should | need to |
            must | ought to | have to | want to | can | could | better | had better | should definitely | would be
            better ) ..2 <change> ..4 ( <med>|<treatment> | dose | doses | dosage | it | them | that poison | this
            stuff )
        <change> ..1 ( your | the | that | those | all your | all the | these | ya ) ..2 ( <med>|<treatment> | dose
            | doses | dosage )
        <change> ( your | the ) ..3 ( immediately | right away | now | straight away | asap | cold turkey )
        ( just | simply | please | definitely | always | never | honestly ) <change> ..3 ( <med>|<treatment> | dose
            | doses )
        ( i would | i d | would | my advice is to | my advice | best thing is to | the trick is to | advise you to |
            recommend you | recommend | suggest you | suggest | urge you to | tell him to | tell her to | tell your
            <kin> to | get him to | get her to | make sure you | try to | you are better to | why not | why do you
            not | how about ) ..2 <change> ..4 ( <med>|<treatment> | dose | doses | dosage | it )
        ( i | would ) ..1 ( recommend | suggest | advise ) ..1 ( stopping | starting | doubling | halving | skipping
            | increasing | reducing | dropping | taking | quitting | upping | ditching | coming off | cutting out |
            refusing ) ..4 ( <med>|<treatment> | dose | doses )
        ( do | please | should | must | just | would | never ) not ( take | start | have | bother with | let them
            give | touch | accept | agree to | go on | do | continue | swallow | put that ) ..3 ( <med>|<treatment>
            )
        ( take | try | start | use | give him | give her | have | add | pop | drink ) ..2 ( <number> | #many | #lots
            ) ..1 <unit> ..2 [of] ..1 <med>
        ( take | try | start | use | give him | give her | have | add | pop ) ..2 <med> ..2 ( <number> | #many |
            #lots ) ( <unit> | times | a day | daily )
        ( take | try | use ) ( <number> | #many | #lots ) <unit> ( of | every | twice | daily | a day | per day |
            three | before | with )
        <change> <drug> ( now | today | immediately | asap | tonight | straight away | and you | at once )
        ( take | try | pop ) <number> ..1 <med>
        ( double | halve | triple | up | increase | reduce | lower | skip | drop | miss | split ) ( your | the ) (
            dose | dosage | next dose | evening dose | morning dose | tablets | meds | pills | medication )
        come off ( it | them | the <med> | your <med> | <med> )
        stop ( taking | using | having ) ( it | them | that | those ) ( <end> | now | immediately | straight | right
            | at once )
        """,
        denial=False,
    ),
    Rule(
        "advice.instead", 1, Kind.DIRECTIVE_ADVICE, "instead_of_treatment", Band.AMBER,
        "Recommends something in place of treatment.",
        """
        ( instead of | rather than | in place of | not ) ..1 ( <treatment> | having <treatment> | doing <treatment>
            )  try
        ( take | try | use | do | have | start | go | drink | eat | switch to | look into | buy | juice | juicing |
            fasting ) ..6 ( instead of | rather than | in place of | not the ) ..2 <treatment>
        ( refuse | skip | ditch | bin | say no to | avoid | reject | forget | walk away from | turn down | stay away
            from | get off | decline | drop ) ..2 ( <treatment> | the poison )
        ( you | u ) ..2 not need ..2 ( <treatment> )
        ( chemo | chemotherapy | radiotherapy | radiation | treatment | oncologists | big pharma ) ..2 ( is | are |
            just ) ..1 ( poison | a scam | kills more | a con | worse than | pointless | useless | killing you | a
            lie | the real killer )
        ( cure~ | cures | cured | heal~ | heals | reverse | reverses | kills ) ..3 ( cancer | tumours | it | my
            cancer | your cancer | stage four ) ..4 ( naturally | without chemo | without <treatment> | with ..1 (
            turmeric | cannabis | diet | juice | vitamin | fasting | soda | oil | apricot | mushrooms ) | at home )
        ( turmeric | curcumin | cannabis oil | cbd oil | thc oil | rso | apricot kernels | laetrile | b17 | baking
            soda | ivermectin | fenbendazole | mebendazole | essiac | soursop | keto | alkaline water | black salve
            | vitamin c | mistletoe | juicing | mushrooms | colloidal silver | wheatgrass ) ..3 ( cures | cure |
            will cure | cured | kills cancer | will kill | shrinks | gets rid of | heals | beats )
        """,
        denial=True,
    ),
)  # fmt: skip
