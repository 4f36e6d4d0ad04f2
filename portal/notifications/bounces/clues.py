"""What a mail server means by its code and its words. Hard: nobody is there. Soft: not now, or not this mail."""

import re
from dataclasses import dataclass

HARD, SOFT, NONE, COMPLAINT = "hard", "soft", "none", "complaint"

FULL = re.compile(
    r"mailbox (?:is )?full|mailfolder is full|over ?quota|quota (?:is )?(?:exceeded|full)|exceed(?:ed|s"
    r"|ing)?\b.{0,30}(?:quota|storage|allocation|size limit for mailbox)|out of (?:storage|disk) space"
    r"|insufficient (?:system )?storage|not enough (?:storage )?space|storage limit|inbox is full"
    r"|account is full|mailbox size limit|QuotaExceeded|postfach (?:ist )?voll"
    r"|bo[iî]te (?:aux lettres )?(?:est )?pleine",
    re.I,
)
NO_DOMAIN = re.compile(
    r"(?:host|domain)(?: or domain)? name not found|no such domain|domain (?:\S+ )?(?:does not|doesn't"
    r"|do not) exist|nxdomain|unrouteable|unroutable|unknown host|host unknown|bad destination (?:host"
    r"|system)|couldn't find any host|no (?:mx|such host)|name or service not known|illegal host|nullmx"
    r"|domain not found|recipient domain has no",
    re.I,
)
NOBODY = re.compile(
    r"user unknown|unknown user|no such (?:user|mailbox|recipient|address|person|account)"
    r"|unknown (?:recipient|address|mailbox|local[- ]part|account)|(?:user|recipient|mailbox|address|account"
    r"|email account)\b.{0,60}?(?:not found|does(?: not|n't) exist|unknown|is (?:disabled|inactive|invalid"
    r"|unavailable|no longer)|has been (?:disabled|suspended|deactivated|closed)|not (?:exist|known|valid"
    r"|available|active|listed))|invalid (?:recipient|mailbox|address|user)|mailbox unavailable|(?:couldn't"
    r"|could not|can't) be found|wasn't found|no mailbox (?:here )?by that name"
    r"|doesn't have an? .{0,40}account|is not a valid (?:mailbox|address|user)"
    r"|recipient (?:address )?rejected|RecipNotFound|recipnotfound|undeliverable address|not our customer"
    r"|bad destination mailbox|this account (?:has been|is) (?:disabled|closed)|no longer (?:accepts|valid"
    r"|in use|available|employed)|ExRecipNotFound|delivery error: dd (?:this user|requested mail)"
    r"|user (?:\S+ )?not listed|empf[aä]nger unbekannt|utilisateur inconnu",
    re.I,
)
UNWELCOME = re.compile(
    r"\bspam|black ?list|block ?list|blocked|dnsbl|\brbl\b|spamhaus|reputation|barracuda|poor standing"
    r"|\bpolicy|policies|dmarc|\bspf\b|\bdkim\b|banned|content (?:rejected|filter)|virus|not authori[sz]ed"
    r"|access denied|relay(?:ing)? (?:access )?denied|unable to relay|message (?:was )?rejected|refused by"
    r"|not permitted|restricted",
    re.I,
)
NOT_NOW = re.compile(
    r"try again|temporar|deferred|grey ?list|gray ?list|timed? ?out|time-?out|connection (?:refused|reset"
    r"|dropped)|too many|rate limit|throttl|still being retried|will be retried|has been delayed|is delayed"
    r"|not yet been delivered|no route to host|resources|try later|retry (?:time|timeout)|queue (?:too long"
    r"|expired)|delivery time expired|too busy",
    re.I,
)
TOO_BIG = re.compile(
    r"message (?:size |is )?(?:too (?:big|large)|exceeds|exceeded)|size limit|message length|too large", re.I
)


@dataclass(frozen=True, slots=True)
class Meaning:
    kind: str
    reason: str


BY_STATUS = {
    "5.1.0": (HARD, "no such mailbox"), "5.1.1": (HARD, "no such mailbox"), "5.1.2": (HARD, "no such domain"),
    "5.1.3": (HARD, "not an address"), "5.1.4": (HARD, "no such mailbox"), "5.1.6": (HARD, "moved away"),
    "5.1.7": (SOFT, "sender refused"), "5.1.8": (SOFT, "sender refused"), "5.1.10": (HARD, "no such domain"),
    "5.2.1": (HARD, "mailbox closed"), "5.2.2": (SOFT, "mailbox full"), "5.2.3": (SOFT, "message too big"),
    "5.3.4": (SOFT, "message too big"), "5.4.1": (HARD, "no such mailbox"), "5.4.4": (HARD, "no such domain"),
    "5.4.310": (HARD, "no such domain"), "5.4.312": (HARD, "no such domain"),
}  # fmt: skip


def meaning_of(status: str, words: str, *, delayed: bool = False) -> Meaning:
    """`status` is an enhanced code (RFC 3463) such as 5.1.1, or empty; `words` what the server said."""
    if delayed:
        return Meaning(SOFT, "mailbox full" if FULL.search(words) else "delayed")
    certain = status in {"5.1.1", "5.1.10"}
    if FULL.search(words) and not certain:
        return Meaning(SOFT, "mailbox full")
    if status.startswith("4."):
        return Meaning(SOFT, "mailbox full" if status == "4.2.2" else "not now")
    if status in BY_STATUS and not (status == "5.4.1" and UNWELCOME.search(words) and not NOBODY.search(words)):
        return Meaning(*BY_STATUS[status])
    return by_words(status, words)


def by_words(status: str, words: str) -> Meaning:
    if TOO_BIG.search(words) and not NOBODY.search(words):
        return Meaning(SOFT, "message too big")
    if NO_DOMAIN.search(words):
        return Meaning(HARD, "no such domain")
    if NOBODY.search(words):
        return Meaning(HARD, "no such mailbox")
    if status.startswith("5.7.") or UNWELCOME.search(words):
        return Meaning(SOFT, "refused by policy")
    if NOT_NOW.search(words) or status.startswith(("5.3.", "5.4.", "5.5.", "5.6.")):
        return Meaning(SOFT, "not now")
    if re.search(r"\b4\d\d[ -]", words) and not re.search(r"\b5\d\d[ -]", words):
        return Meaning(SOFT, "not now")
    if re.search(r"\b55[0134][ -]", words) or status.startswith("5."):
        return Meaning(HARD, "refused for good")
    return Meaning(SOFT, "unclear")
