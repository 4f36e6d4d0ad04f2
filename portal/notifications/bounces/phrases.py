"""What mail servers say, as far as it tells one cause from another. Every pattern is bounded: none runs away."""

import re

WHO = (
    r"(?:user(?:name| ?id)?|recipients?(?:'s)?|(?:destination )?mail ?box|(?:e-?mail |recipient )?address(?:ee)?"
    r"|(?:e-?mail |mail )?account|alias|local[- ]part|person|customer|screen ?name)"
)
NOT_KNOWN = (
    r"(?:\bunknown|not[ -]found|wasn't found|(?:does|do)(?: not|n[`'’]t) exist"
    r"|(?:couldn't|could not|can't) be (?:found|resolved)"
    r"|(?:is|are|was)(?: not|n't) (?:an? )?(?:known|valid|active|listed|recogni[sz]ed|registered|existing|deliverable)"
    r"|not (?:exist|known|listed in|recogni[sz]ed|registered|a (?:known|valid)))"
)
GONE = r"(?:disabled|inactive|deactivated|closed|deleted|removed|terminated|discontinued|cancell?ed|expired)"


def any_of(lines: str, flags: int = re.I) -> re.Pattern[str]:
    """One phrase in each line; <who>, <not known> and <gone> stand for the words above."""
    named = {"<who>": WHO, "<not known>": NOT_KNOWN, "<gone>": GONE}
    joined = "|".join(one.strip() for one in lines.splitlines() if one.strip())
    return re.compile(re.sub("<[a-z ]+>", lambda found: named[found.group()], joined), flags)


FULL = any_of(r"""
    (?:mail ?box|mail ?folder|in ?box|account|mail ?drop) (?:is |are |has been )?(?:\w+ )?(?:full\b|exceed|overflow)
    (?:over|above|beyond|out of|exceed\w*|reached|hit) (?:\S+ ){0,5}(?:quota|storage|allocation)
    (?:quota|storage limit|mailbox size limit) (?:has been |was |is |would be )?(?:exceed|full|reached|over)
    over ?quota
    quota ?exceed
    out of (?:storage|dis[ck]) space
    insufficient (?:system |disk )?(?:storage|space|resources on)
    space not enough
    not enough (?:storage |disk )?space
    storage limit
    mail(?:box)? (?:is over|size limit)
    mailbox (?:has )?exceed
    too (?:many|much) (?:messages|mails?) (?:on the server|in (?:the|this|his) )
    postfach (?:\S+ ){0,3}voll
    bo[iî]te (?:\S+ ){0,4}pleine
    buz[oó]n (?:\S+ ){0,3}lleno
    casella (?:\S+ ){0,3}piena
    メールボックスが(?:一杯|いっぱい)
    zuviele mails
    ящик переполнен
""")

TOO_BIG = any_of(r"""
    (?:message|mail|e-?mail|size) (?:\S+ ){0,4}(?:too (?:big|large|long)|exceeds|exceeded|larger than)
    (?:message|size|maximum) (?:size )?limit
    message length
    size=message
    sendsizelimit
    max(?:imum)? message size
""")

# The server found fault with us, our machine or our domain; words such as "unknown" in it are about us.
SENDER = any_of(r"""
    sender (?:address |domain |verif|unknown|denied|rejected|not |is not|does)
    (?:verify|validate|verification of) (?:the )?sender
    domain of (?:the )?sender
    verification failed for
    in reply to (?:mail from|e?helo)
    \bhelo\b
    \behlo command
    reverse (?:dns|lookup|name|hostname|host)
    \brdns\b
    \bptr\b
    client host rejected
    cannot find your
    (?:your|client|sending|source|connecting) (?:ip|host|hostname|server|mail ?server|domain)\b
    \bip (?:address )?(?:\S+ )?(?:is |was |has |not |blocked|listed)
    from unknown host
""")

NAME_TROUBLE = any_of(r"""
    (?:name ?server|dns|name service|name resolution) (?:\S+ ){0,3}(?:time|malformed|unexpected|fail)
    malformed (?:or unexpected )?name server
    servfail
    serverfail
    (?:host|domain|address) lookup (?:\S+ ){0,3}(?:fail|did not|defer)
    not found, try again
    mx record points to local
    points back to me
    lowest numbered mx
""")

NO_DOMAIN = any_of(r"""
    (?:host|domain)(?: or domain)?(?: name)? (?:is |was )?not found
    no such (?:host|domain)
    nxdomain
    domainnonexistent
    (?:domain|host)(?: name)? (?:\S+ ){0,3}?(?:does not|doesn't|do not|did not) exist
    (?:domain|host)(?: name)? (?:is )?(?:unknown|invalid|illegal)
    (?:unknown|invalid|illegal|non-?existent|bad destination) (?:host|domain)\b
    unrouteable (?:address|mail domain)
    unroutable
    bad destination system
    couldn't find any host
    \bno (?:mx|a) record
    name or service not known
    null ?mx
    no data known
    point to non-?existent hosts
    indicated no smtp service
    recipient domain has no
    domain (?:has expired|not known)
""")

NOBODY = any_of(r"""
    \b(?:no such|unknown|invalid|non-?existent|undefined|bad|unrecogni[sz]ed|obsolete|incorrect) <who>\b
    \b(?:no such|unknown|invalid|bad) (?:local|virtual|destination|valid|relay|recipient|final delivery) <who>\b
    no (?:\S+ ){0,2}(?:mail ?box|account|user|person|customer)\b(?: here| by| with| for| available| found)
    <who>\b.{0,60}?<not known>
    (?:is|are)(?: not|n't) (?:a |an )?(?:known|valid|active|local|listed|registered|existing) (?:e-?mail )?<who>
    not a (?:known|valid) <who>
    (?:does not|doesn't) have an? (?:\S+ ){0,3}account
    not our customer
    recip(?:ient)?notfound
    bad_?recipient
    not listed in (?:domino|public|the|address)
    no matches to nameserver query
    (?:does not|doesn't) have a final e-?mail delivery point
    has moved to
    not known (?:here|at this)
    unknown or illegal (?:alias|user)
    unknown to (?:this|me|us)
    no longer (?:employed|works|with (?:us|the))
    undeliverable address
    empf(?:ä|ae?)nger (?:\S+ ){0,4}(?:unbekannt|nicht gefunden)
    (?:unbekannter|keinen) (?:empf[aä]nger|benutzer)
    utilisateur (?:inconnu|non)
    n['’]existe pas
    (?:destinatario|usuario) (?:\S+ ){0,2}(?:desconocido|no existe)
    nie istnieje
    destinatario (?:\S+ ){0,3}sconosciuto
    пользовател\w+ не\b
    не существует
    ユーザ\S{0,20}存在しません
    宛先不明
    見つかりません
    リストにありません
    onbekend
""")

CLOSED = any_of(r"""
    <who>\b.{0,60}?(?:is|has been|was|been) (?:\S+ )?<gone>
    <who>\b.{0,60}?no longer (?:\S+ )?(?:valid|on|in use|available|active|exist|accept|in service)
    <who>\b.{0,60}?not (?:active|enabled)
    \b(?:disabled|inactive|deactivated|closed|expired|discontinued) (?:mail )?<who>\b
    account (?:disabled|inactive|closed)
""")

UNWELCOME = any_of(r"""
    \bspam
    anti-?spam
    black ?list
    block ?list
    white ?list
    blocked
    dnsbl
    \brbl\b
    uribl
    surbl
    reputation
    barracuda
    poor standing
    \bpolicy
    policies
    dmarc
    \bspf\b
    \bdkim\b
    banned
    virus
    infected
    malware
    phish
    unsolicited
    bulk (?:e-?)?mail
    content (?:\S+ )?(?:rejected|filter|matched)
    not (?:authori[sz]ed|allowed|permitted|accepting mail)
    access denied
    relay(?:ing)? (?:access )?(?:denied|prohibited|not)
    (?:unable|cannot|not) (?:to )?relay
    rcpthosts
    message (?:was |has been )?(?:rejected|refused|blocked)
    refused by
    restrict
    authentication (?:is )?required
    confirmation
    suspicious
    unauthenticated
    abuse
    complaint
    prohibited
    administrative(?:ly)?
    high volume
    mail(?:server)? loop
    too many hops
    hop count
    looping
""")

NOT_NOW = any_of(r"""
    (?:try|retry)(?: again)? later
    temporar
    deferred
    gr[ae]y ?list
    timed? ?out
    time-?out
    connection (?:was )?(?:refused|reset|dropped|lost|closed|to mail exchanger failed)
    lost connection
    too (?:many|busy|quickly)
    rate limit
    throttl
    (?:still being|will be) retried
    (?:has been|is) delayed
    not yet been delivered
    no route to host
    network (?:is )?unreachable
    not (?:reachable|responding)
    resources
    retry (?:time|timeout|limit)
    queue (?:too long|expired|period)
    (?:delivery time|message|mail) (?:has )?expired
    in the queue too long
    too long
    at a rate that
    busy
    \d+ attempts
    not been collected
    suspended
    locked
    frozen
    maintenance
    unable to connect
    could not connect
    server unavailable
    i/o error
    local error
    configuration error
""")

# Said of people who are not there, and also of mails that are not wanted: counts when nothing else was said.
REFUSED = any_of(r"""
    mailbox unavailable
    (?:recipient|address|user) (?:address )?(?:was |has been )?(?:rejected|refused|denied)
    (?:rejected|refused|invalid|unavailable) (?:recipient|address)
    delivery error: dd
""")

# With 5.4.1, Exchange Online says this for "nobody here"; without, it is a rule.
NO_ACCESS = any_of(r"""
    recipient address rejected: access denied
""")
