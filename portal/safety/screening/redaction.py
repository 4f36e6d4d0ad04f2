"""One-click redaction: personal details give way to a word that says what stood there."""

from collections.abc import Callable, Iterable

from .findings import Finding, Kind


def gettext_noop(message: str) -> str:
    """Marks a message for the translators; the caller translates it when the text is redacted."""
    return message


LABELS = {
    "phone": gettext_noop("[phone number removed]"),
    "email": gettext_noop("[email address removed]"),
    "postal_address": gettext_noop("[address removed]"),
    "clinician_name": gettext_noop("[name removed]"),
    "hospital_date": gettext_noop("[hospital and date removed]"),
    "record_number": gettext_noop("[record number removed]"),
    "date_of_birth": gettext_noop("[date of birth removed]"),
    "social_handle": gettext_noop("[social media name removed]"),
    "link": gettext_noop("[link removed]"),
}
OTHER_LABEL = gettext_noop("[personal detail removed]")


def redact(text: str, findings: Iterable[Finding], translate: Callable[[str], str] = str) -> str:
    """The text without its personal details. Findings of other kinds change nothing; give only those to be removed.

    `translate` turns the English label into the reader's language, for instance Django's `gettext`.
    """
    details = sorted(
        (finding for finding in findings if finding.kind == Kind.PERSONAL_DETAILS),
        key=lambda finding: (finding.start, -finding.end),
    )
    pieces: list[str] = []
    done = 0
    for finding in details:
        if finding.start >= done:
            pieces += [text[done : finding.start], translate(LABELS.get(finding.subkind, OTHER_LABEL))]
        done = max(done, finding.end)
    return "".join([*pieces, text[done:]])
