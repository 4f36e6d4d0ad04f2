"""Domains in the form that every mail server takes (RFC 5891). Python's own codec follows RFC 3490, which writes "ss"
for ß and σ for ς: under the newer rules those are other domains, which may belong to somebody else."""

import re
import unicodedata

DOTS = re.compile("[.\u3002\uff0e\uff61]")
KEPT = {"ß": "ss", "ς": "σ"}  # what the newer rules keep, and what the older ones made of it
JOINERS = {"\u200c", "\u200d"}  # allowed between some letters only; the older rules drop them, which is another domain
LONGEST = 63


def domain_in_ascii(domain: str) -> str:
    """Raises ValueError (UnicodeError is one) when there is none."""
    if JOINERS & {*domain} or re.search(r"[\s<>]", domain):
        raise ValueError("not a domain")
    if not {"ẞ", *KEPT} & {*domain}:
        return domain.encode("idna").decode()
    return ".".join(_label(one) for one in DOTS.split(domain))


def _label(label: str) -> str:
    # Letter by letter: a whole word in capitals would get a final ς that nobody wrote.
    small = unicodedata.normalize("NFC", "".join(sign if sign in KEPT else sign.lower() for sign in label))
    if not label:
        raise ValueError("not a domain")
    if not {*KEPT} & {*small}:
        return label.encode("idna").decode()
    as_before = "".join(KEPT.get(sign, sign) for sign in small)
    if as_before.encode("idna").decode("idna") != as_before:
        raise ValueError("not a domain")
    found = "xn--" + small.encode("punycode").decode()
    if len(found) > LONGEST:
        raise ValueError("too long for a domain")
    return found
