"""What sounds like advice, selling or method and is not."""

from ..findings import Kind
from ..rule import Idiom

RULES = (
    Idiom("idiom.advice", (Kind.DIRECTIVE_ADVICE,), "Everyday imperatives and safe advice.", """
        take ( your time | care | it easy | one day | a day | a break | heart | each day | the dog | a walk | a book
            | someone | notes | a list )
        ( try | start | use ) ( the search | a notebook | a diary | ringing | asking | talking | macmillan | to rest
            | walking | swimming | yoga | pilates )
        not stop ( believing | smiling | fighting | trying | hoping | laughing )
        not ( stop | skip | miss | double | change | reduce | halve ) ..4 ( <med> | dose | doses | treatment )
        never ( stop | skip | miss | double | change | reduce | halve ) ..6 ( <med> | dose | doses | treatment )
        ( do not | not | never ) <change> ..3 ( <med>|<treatment> | dose | doses ) ..3 ( without | unless | until |
            suddenly | on your own | yourself )
        ( take | have | start ) ( treatment | the treatment | chemo ) ( one | day by | a day )
        start ( chemo | treatment | radiotherapy | my | your journey | on )
        have ( chemo | radiotherapy | surgery | treatment ) ( on | next | tomorrow | today | at | this | every |
            again | in | and )
        ( must | need to | have to | need ) have ( chemo | radiotherapy | surgery | treatment )
        take your ( coat | dressing gown | phone | book | slippers | pillow | bag | list | medication list | own )
        take ( a list | all ) of your ( medication | meds | medicines | tablets ) ( with | to | along )
        take ..2 ( medication | meds | medicines | tablets ) ( with you | to hospital | to the hospital | along | in
            your bag | in their | to your appointment )
        take ..2 ( tablets | meds | medication | pills ) away
        ( had | used | allowed | able ) to take
        use ..1 ( heat | ice | cold | wheat | hot water )
        drop ( you | me | a line | in | off )
        ( drop ) ..2 ( line | hint | message )
        up to ( you | date )
        bin ( bag | man | day )
        come off the ( phone | ward | website | fence | hook )
    """),
    Idiom("idiom.soliciting", (Kind.SOLICITING,), "Money and selling in passing.", """
        ( house | car | flat | home | our house | my house | my car ) ..3 ( for sale | on the market | selling |
            sold )
        ( selling ) ..2 ( house | car | flat | home | point | out )
        ( bring and buy | car boot | charity shop | jumble | garage | summer | january | boxing day | black friday )
            sale
        ( bought | found | saw | got | picked up | ordered | paid ) ..6 ( for sale | on sale | in the sale |
            discount code | special offer )
        ( macmillan | charity | hospice | hospital | race for life | coffee morning | school | work | office ) ..6 (
            fundraising | fundraiser | raised | raise )
        ( raised | we raised | they raised | has raised | have raised ) ..4 ( #few | #many | #lots )
        ( hospital | clinic | nurse | nhs | ward | gp | trust | centre ) ..6 ( survey | questionnaire | feedback
            form )
        ( patient experience | satisfaction | holistic needs ) ..2 ( survey | questionnaire | assessment )
        ( parking | prescription | petrol | taxi | train | wig | ticket | meal | bra | bras | hotel | insurance )
            ..5 ( #price | pounds | quid | dollars | euros )
        ( cost | paid | pay | charged | charge | fee | spent | spend | save~ | saved ) ..6 ( #price | pounds | quid
            | dollars | euros )
        ( wig | bra | cushion | pillow | hat | hats | scarf | pyjamas | cream | cost ) ..8 ( #price | pounds | quid
            )
        ( nobody | no one ) ..3 for sale
    """),
    Idiom("idiom.method", (Kind.METHOD,), "Care, questions and concern, not encouragement.", """
        ( please | not | never | do not | stop | promise ..2 not to ) ..3! kill yourself
        ( thinking of | thinking about | want~ to | going to | feel like | planning to | thoughts of | might | if
            you | are you | try to | tried to ) ..2 ( kill|killing yourself | end|ending your life | hurt|hurting
            yourself )
        ( kill | killing ) yourself ( over | with | trying | doing | laughing | at work | for | to ( get | be |
            please | keep | finish | clean | cook ) | about | cleaning | on the )
        lethal dose of radiation
        ( nobody | no one ) ( will | would ) ( miss you less | care if you ( cry | wear | look | are bald | sit ) |
            notice if you ( wear | have | are late ) )
        ( go | just ) do it ..1 ( nike | you will be fine | it is worth | you will love )
        ( book | go for | get | have | ring ) ..4 just do it
        just do it <end> ( book | go | ring | try | call | buy | sign | you )
        <nobody> would miss you more
        jump ( in the | on the | at the | through | for joy )
        just ( do it | jump ) ( and | if you want )
        ( lost | worse ) without you
        ( hope | wish ) you ( get better | feel better | never have | never get | do not )
        ( should ) ..1 do it ..1 ( it | the | i did | you )
    """),
)  # fmt: skip
