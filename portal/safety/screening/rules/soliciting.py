"""Soliciting: selling, fundraising, surveys, promotion."""

from ..findings import Band, Kind
from ..rule import Combination, Rule, Sign

RULES = (
    Rule(
        "soliciting.selling", 1, Kind.SOLICITING, "selling", Band.AMBER,
        "Offers something for money.",
        """
        for sale
        ( i am | we are | am | currently | still ) selling ..6
        selling ( my | our | some | these | a | the | unused | leftover | off ) ..4
        order ( now | today | here | online | yours )
        ( buy | shop | purchase ) ..2 ( now | today | here | from me | from us | online at | from my | via my |
            through my | while stocks | yours )
        ( dm | pm | message | inbox | text | email | contact | whatsapp | ring | call ) ( me | us ) ..2 ( to order |
            to buy | for price | for prices | for details | for info | if interested | if you want one | if you
            would like one | to book | for a quote | for more info )
        ( discount | promo | coupon | voucher | referral ) ( code | codes | link )
        ( use | with ) ..1 code ..4 ( off | discount | save | percent | checkout )
        ( percent | #many ) off ( your | all | everything | first | orders | with )
        ( special | limited | introductory | exclusive ) ( offer | price | time offer | discount )
        limited time only
        free ( trial | sample | samples | consultation | quote | shipping | delivery | postage ) ..6 ( book now |
            sign up | order | today | click | link | available | when you )
        ( my | our ) ( shop | store | etsy | ebay | website | business | product | products | range | course | book
            | ebook | supplements | clinic ) ..6 ( check | visit | link | available | sells | order | out now | on
            amazon | at | has helped | discount )
        ( check out | visit | have a look at | take a look at | follow ) ..1 ( my | our ) ( shop | store | etsy |
            ebay | website | page | business | products | range | course | book | channel | link | instagram | blog
            )
        link in ( my bio | bio | profile | my profile )
        ( earn | make ) ..2 ( money | cash | income | pounds | dollars ) ..3 ( from home | online | fast | extra |
            daily | weekly )
        ( looking for | wanted | open to | accepting | taking ) ( buyers | offers | distributors | new clients |
            clients | bookings | orders )
        ( i | we ) ( sell | make and sell | stock | offer affordable | supply | distribute ) ..5
        cash ( only | on collection | preferred )
        ( miracle | guaranteed | secret | revolutionary | breakthrough ) ( cure | cures | remedy | product |
            supplement | formula | treatment | drink )
        """,
    ),
    Rule(
        "soliciting.fundraising", 1, Kind.SOLICITING, "fundraising", Band.AMBER,
        "Asks for money.",
        """
        gofundme|justgiving|crowdfunder|crowdfund|crowdfunding|givesendgo|ketto|milaap|(go fund me)|(just giving)
        ( please | can you | could you | kindly | if you can | would you | anyone | help me ) ..3 ( donate | sponsor
            me | sponsor us | sponsor my | contribute | chip in | give generously )
        donate ( here | now | today | to my | to our | to his | to her | via | at | whatever | what you can | if you
            can | something )
        ( sponsor ) ( me | us | my | him | her )
        ( my | our ) ( fundraiser | fundraising | fundraising page | donation page | sponsorship | appeal )
        ( raising | raise ) ..2 ( money | funds | cash ) ( for | to ) ..4 ( treatment | my | our | charity | surgery
            | please | operation | trial | medical )
        ( am | are | is ) ..1 fundraising
        every ( penny | pound | little | donation | dollar ) ( helps | counts )
        ( paypal | cashapp | venmo | cash app | bank transfer | revolut | zelle | patreon | kofi | buymeacoffee )
            ..6
        ( need | desperate for | asking for | in need of ) ..2 ( financial help | donations | money for treatment |
            money for my | money to pay )
        ( anything you can ) ( give | spare | donate )
        """,
    ),
    Rule(
        "soliciting.survey", 1, Kind.SOLICITING, "survey", Band.AMBER,
        "Looks for people to study or to fill in a survey.",
        """
        ( fill | filling | complete | completing | take | do | answer | doing | taking ) ..1 [in|out] ..1 ( my | our
            | this | a | short | quick | brief | following | attached | anonymous ) ..3 ( survey | questionnaire |
            poll | online form )
        ( my | our ) ..3 ( survey | questionnaire | research study | dissertation | thesis ) ..6 ( link | take |
            fill | complete | minutes | participants | please | click | help | looking )
        ( looking for | seeking | recruiting | need | inviting | searching for | wanted ) ..3 ( participants |
            volunteers | respondents | interviewees | patients ) ..4 ( for | to | study | research | interview | who
            | with )
        ( participants | respondents | interviewees ) ( needed | wanted | required )
        ( i am | we are | am ) ..4 ( student | researcher | phd | journalist | producer | reporter | masters |
            company ) ..12 ( survey | questionnaire | interview | participants | research | study | stories | case
            studies | talk to | speak to | feedback | looking for )
        ( casting | tv show | documentary | magazine | newspaper | podcast ) ..6 ( looking for | want to hear from |
            case studies | your story | your stories | get in touch )
        ( take part | participate ) in ( my | our | this ) ..3 ( study | research | survey | interview | focus group
            )
        ( paid | voucher | amazon voucher | gift card | incentive | reward ) ..5 ( for taking part | participants |
            to take part | for your time | survey | interview )
        ( surveymonkey | typeform | qualtrics | google form | google forms | microsoft forms )
        """,
    ),
)  # fmt: skip

SIGNS = (
    Sign("price", """
        ( only | just | from | for | at | costs | priced at | price ) ..1 ( #few | #many | #lots ) ( pounds | quid |
            dollars | euros | usd | gbp | eur | lira )
        #price
    """, denial=False, kind=Kind.SOLICITING),
    Sign("offer", """
        ( available | order | buy | shop | product | supplement | supplements | course | subscribe | offer | deal |
            shipping | delivery | sale | discount | book now | sign up | per bottle | per month )
    """, denial=False, kind=Kind.SOLICITING),
)  # fmt: skip

COMBINATIONS = (
    Combination(
        "soliciting.link-with-price", 1, Kind.SOLICITING, "link_with_price", Band.AMBER,
        "A link together with a price.",
        ("link", "price"),
        within=2,
    ),
    Combination(
        "soliciting.link-with-offer", 1, Kind.SOLICITING, "link_with_price", Band.AMBER,
        "A price together with an offer.",
        ("offer", "price"),
        within=0,
    ),
)  # fmt: skip
