"""The people one can sign in as in the demo. The opening content makes them; the start prints them."""

PASSWORD = "hold-on-gently-2026"

SIGN_INS: list[tuple[str, str, str]] = [
    ("patient", "patient@handrail.example", PASSWORD),
    ("moderator", "moderator@handrail.example", PASSWORD),
    ("editor", "editor@handrail.example", PASSWORD),
    ("clinical reviewer", "reviewer@handrail.example", PASSWORD),
    ("administrator", "administrator@handrail.example", PASSWORD),
]
