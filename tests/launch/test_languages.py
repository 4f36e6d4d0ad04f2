import os
import subprocess
import sys

import pytest


def boot(languages):
    """The languages of content as the settings read them, in a process of its own."""
    code = "import portal.settings as s; print(s.CONTENT_LANGUAGES)"
    env = {**os.environ, "HANDRAIL_CONTENT_LANGUAGES": languages}
    return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)


def test_content_may_be_in_any_language_that_has_a_name():
    assert boot("en,tr,ar").stdout.strip() == "['en', 'tr', 'ar']"


@pytest.mark.parametrize("languages", ["en,klingon", ""])
def test_an_unknown_language_of_content_stops_the_start_with_a_sentence(languages):
    run = boot(languages)

    assert run.returncode != 0
    assert "Name languages by their codes" in run.stderr
