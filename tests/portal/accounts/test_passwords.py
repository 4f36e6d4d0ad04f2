"""How passwords are kept outside tests."""

import os
import subprocess
import sys

from portal.accounts.hashers import Argon2


def test_a_password_is_kept_as_argon2_with_the_recommended_cost():
    kept = Argon2().encode("a-quiet-river", "salt" * 4)
    assert kept.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert Argon2().verify("a-quiet-river", kept)
    assert not Argon2().verify("another-river", kept)


def test_outside_tests_the_site_hashes_with_it():
    served = {name: value for name, value in os.environ.items() if name != "HANDRAIL_TESTING"}
    program = "from portal import settings; print(settings.PASSWORD_HASHERS[0])"
    told = subprocess.run([sys.executable, "-c", program], env=served, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "portal.accounts.hashers.Argon2"
