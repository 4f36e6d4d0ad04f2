"""Reading a text for danger, personal details, advice and selling.

    >>> from portal.safety.screening import redact, screen
    >>> findings = screen("Ring me on 07700 900123")
    >>> redact("Ring me on 07700 900123", findings)
    'Ring me on [phone number removed]'

The same text gives the same findings, without network, in time that grows with its length. A finding says where, which
rule and which version of it; `explain` gives the reason. A finding is a reason for a person to look, never a decision.
"""

from .engine import explain, screen, screen_counted, warm_up
from .findings import About, Band, Finding, Kind
from .redaction import redact

__all__ = ["About", "Band", "Finding", "Kind", "explain", "redact", "screen", "screen_counted", "warm_up"]
