"""What mail servers say, as far as it tells one cause from another. Every pattern is bounded: none runs away."""

import re


def any_of(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.I)


_WHO = (
    r"(?:user(?:name| ?id)?|recipients?(?:'s)?|(?:destination )?mail ?box|(?:e-?mail |recipient )?address(?:ee)?"
    r"|(?:e-?mail |mail )?account|alias|local[- ]part|person|customer|screen ?name)"
)

FULL = any_of(
    r"(?:mail ?box|mail ?folder|in ?box|account|mailbox of the recipient|quota|mail ?drop) (?:is |are |has been )?"
    r"(?:\w+ )?(?:full\b|exceeded|exceeds|overflow)",
    r"(?:over|above|beyond|out of|exceed\w*|reached|hit) (?:\S+ ){0,4}(?:disk |disc |mail |storage )*(?:quota"
    r"|storage|allocation)",
    r"(?:quota|storage limit|mailbox size limit) (?:has been |was |is |would be )?(?:exceed|full|reached|over)",
    r"over ?quota|quota ?exceed|mailbox ?full|out of (?:storage|dis[ck]) space|insufficient (?:system |disk )?"
    r"(?:storage|space|resources on)|not enough (?:storage |disk )?space|storage limit|mail(?:box)? (?:is over"
    r"|size limit)",
    r"mailbox (?:has )?exceed|too (?:many|much) (?:messages|mails?) (?:on the server|in (?:the|this|his) )",
    r"postfach (?:\S+ ){0,3}voll|bo[iî]te (?:\S+ ){0,4}pleine|buz[oó]n (?:\S+ ){0,3}lleno|casella (?:\S+ ){0,3}piena"
    r"|メールボックスが(?:一杯|いっぱい)|zuviele mails|скрин[ья]?ка переповнена|ящик переполнен",
)  # fmt: skip

TOO_BIG = any_of(
    r"(?:message|mail|e-?mail|size) (?:\S+ ){0,4}(?:too (?:big|large|long)|exceeds|exceeded|larger than)",
    r"(?:message|size|maximum) (?:size )?limit|message length|size=message|sendsizelimit|max(?:imum)? message size",
)

# The server found fault with us, our machine or our domain; words such as "unknown" in it are about us.
SENDER = any_of(
    r"sender (?:address |domain |verif|unknown|denied|rejected|not |is not|does)|(?:verify|validate|verification of) "
    r"(?:the )?sender|domain of (?:the )?sender|verification failed for|in reply to (?:mail from|e?helo)",
    r"\bhelo\b|\behlo command|reverse (?:dns|lookup|name|hostname|host)|\brdns\b|\bptr\b|client host rejected"
    r"|cannot find your|(?:your|client|sending|source|connecting) (?:ip|host|hostname|server|mail ?server|domain)\b"
    r"|\bip (?:address )?(?:\S+ )?(?:is |was |has |not |blocked|listed)|from unknown host",
)

NAME_TROUBLE = any_of(
    r"(?:name ?server|dns|name service|name resolution) (?:\S+ ){0,3}(?:time|malformed|unexpected|fail)",
    r"malformed or unexpected name server|servfail|serverfail|(?:host|domain|address) lookup (?:\S+ ){0,3}(?:fail"
    r"|did not|defer)",
    r"not found, try again|mx record points to local|points back to me|lowest numbered mx",
)  # fmt: skip

NO_DOMAIN = any_of(
    r"(?:host|domain)(?: or domain)?(?: name)? (?:is |was )?not found|no such (?:host|domain)|nxdomain"
    r"|domainnonexistent",
    r"(?:domain|host)(?: name)? (?:\S+ ){0,3}?(?:does not|doesn't|do not|did not) exist|(?:domain"
    r"|host)(?: name)? (?:is )?"
    r"(?:unknown|invalid|illegal)|(?:unknown|invalid|illegal|non-?existent|bad destination) (?:host|domain)\b",
    r"unrouteable (?:address|mail domain)|unroutable|bad destination system|couldn't find any host|no (?:mx|a record)"
    r"|name or service not known|null ?mx|no data known|point to non-?existent hosts|indicated no smtp service"
    r"|recipient domain has no|domain (?:has expired|not known)",
)  # fmt: skip

NOBODY = any_of(
    rf"(?:no such|unknown|invalid|non-?existent|undefined|bad|unrecogni[sz]ed|obsolete|incorrect) (?:local |virtual |"
    rf"destination |valid |relay |recipient )?{_WHO}\b",
    r"no (?:\S+ ){0,2}(?:mail ?box|account|user|person|customer)\b(?: here| by| with| for| available| found)",
    rf"{_WHO}\b.{{0,60}}?(?:\bunknown|not[ -]found|(?:does|do)(?: not|n[`'’]t) exist|(?:is|are|was)(?: not"
    rf"|n't) (?:an? )?"
    r"(?:known|valid|active|listed|recogni[sz]ed|registered|existing|deliverable)|(?:couldn't|could not|can't) be"
    r" (?:found|resolved)|wasn't found|not (?:exist|known|listed in|recogni[sz]ed|registered|a (?:known"
    r"|valid)))",
    r"(?:is|are)(?: not|n't) (?:a |an )?(?:known|valid|active|local|listed|registered|existing) (?:e-?mail )?"
    rf"{_WHO}|not a (?:known|valid) {_WHO}|(?:does not|doesn't) have an? (?:\S+ ){{0,3}}account|not our customer",
    r"recip(?:ient)?notfound|bad_?recipient|not listed in (?:domino|public|the|address)"
    r"|no matches to nameserver query"
    r"|(?:does not|doesn't) have a final e-?mail delivery point|has moved to|not known (?:here|at this)"
    r"|unknown or illegal (?:alias|user)|unknown to (?:this|me|us)|no longer (?:employed|works|with (?:us|the))"
    r"|undeliverable address",
    r"empf[aä]nger (?:\S+ ){0,4}(?:unbekannt|nicht gefunden)|(?:unbekannter|keinen) (?:empf[aä]nger|benutzer)"
    r"|utilisateur (?:inconnu|non)|n['’]existe pas|(?:destinatario|usuario) (?:\S+ ){0,2}(?:desconocido|no existe)"
    r"|nie istnieje|destinatario (?:\S+ ){0,3}sconosciuto|пользовател\w+ не |не существует|ユーザ\S{0,20}存在しません"
    r"|宛先不明|見つかりません|onbekend",
)  # fmt: skip

CLOSED = any_of(
    rf"{_WHO}\b.{{0,60}}?(?:(?:is|has been|was|been) (?:\S+ )?(?:disabled|inactive|deactivated|closed|deleted|removed"
    r"|terminated|discontinued|cancell?ed|expired)|no longer (?:\S+ )?(?:valid|on|in use|available"
    r"|active"
    r"|exist|accept|in service)|not (?:active|enabled))",
    rf"(?:disabled|inactive|deactivated|closed|expired|discontinued) (?:mail )?{_WHO}\b"
    r"|abandoned|account (?:disabled|inactive|closed)",
)  # fmt: skip

UNWELCOME = any_of(
    r"\bspam|anti-?spam|black ?list|block ?list|white ?list|blocked|dnsbl|\brbl\b|uribl|surbl|reputation|barracuda",
    r"poor standing|\bpolicy|policies|dmarc|\bspf\b|\bdkim\b|banned|virus|infected|malware|phish|unsolicited"
    r"|bulk (?:e-?)?mail",
    r"content (?:\S+ )?(?:rejected|filter|matched)|not (?:authori[sz]ed|allowed|permitted|accepting mail)"
    r"|access denied"
    r"|relay(?:ing)? (?:access )?(?:denied|prohibited|not)|(?:unable|cannot|not) (?:to )?relay|rcpthosts|message "
    r"(?:was |has been )?(?:rejected|refused|blocked)|refused by|restrict|authentication (?:is )?required"
    r"|confirmation"
    r"|suspicious|unauthenticated|abuse|complaint|prohibited|administrative(?:ly)?|high volume|mail(?:server)? loop"
    r"|too many hops|hop count|mail loop|looping",
)  # fmt: skip

NOT_NOW = any_of(
    r"(?:try|retry)(?: again)? later|temporar|deferred|gr[ae]y ?list|timed? ?out|time-?out"
    r"|connection (?:was )?(?:refused"
    r"|reset|dropped|lost|closed|to mail exchanger failed)|lost connection|too (?:many|busy|quickly)|rate limit"
    r"|throttl",
    r"(?:still being|will be) retried|(?:has been|is) delayed|not yet been delivered|no route to host"
    r"|network (?:is )?"
    r"unreachable|not (?:reachable|responding)|resources|retry (?:time|timeout|limit)|queue (?:too long|expired"
    r"|period)"
    r"|(?:delivery time|message|mail) (?:has )?expired|in the queue too long|too long|at a rate that|busy"
    r"|\d+ attempts"
    r"|not been collected|suspended|locked|frozen|maintenance|unable to connect|could not connect|unavailable or|i/o error"
    r"|local error"
    r"|configuration error",
)  # fmt: skip

# Said of people who are not there, and also of mails that are not wanted: counts when nothing else was said.
REFUSED = any_of(
    r"mailbox unavailable|(?:recipient|address|user) (?:address )?(?:was |has been )?(?:rejected|refused|denied)"
    r"|(?:rejected|refused|invalid|unavailable) (?:recipient|address)|delivery error: dd"
)
NO_ACCESS = any_of(r"recipient address rejected: access denied")  # with 5.4.1, Exchange Online for "nobody here"
