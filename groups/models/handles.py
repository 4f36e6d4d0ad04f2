"""Random handles: what addresses and the API carry in place of a key that counts."""

import secrets

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike when read aloud or copied by hand
SIZE = 12


def handle() -> str:
    """Twelve letters and digits, about 59 bits of chance."""
    return "".join(secrets.choice(LETTERS) for _ in range(SIZE))


def suffix() -> str:
    """Six more for a slug that must not be guessed, about 30 bits; with the limits on asking that is enough."""
    return "".join(secrets.choice(LETTERS) for _ in range(6))
