"""The named normaliser of the leak tests: what may differ between two answers that tell nothing."""

import re

CSRF = re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]+')
FORM = re.compile(r'(name="form_key" value=")[^"]+')
NONCE = re.compile(r'(nonce=")[^"]+')
CLOCK = re.compile(r"\d{4}-\d\d-\d\dT[\d:.+Z-]+")


def normal(response, *names: str) -> tuple[int, str]:
    """Status and text without CSRF masks, keys of single forms, nonces, times, and the names that were asked for."""
    text = response.getvalue().decode(errors="surrogateescape")
    for pattern, put in ((CSRF, r"\1X"), (FORM, r"\1X"), (NONCE, r"\1X"), (CLOCK, "T")):
        text = pattern.sub(put, text)
    for name in names:
        text = text.replace(name, "NAME")
    return response.status_code, text
