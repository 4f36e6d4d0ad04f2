"""A run that is killed half way leaves whole articles only, and the next run goes on from there."""

import os
import signal
import subprocess
import sys
import threading

import pytest
from django.conf import settings
from django.db import connection

from articles.models import Article, ImportedItem
from tests.articles.operations.test_foreign import HEAD, TAIL, item, load

CHILD = """
import sys, django
from django.conf import settings
import portal.settings
portal.settings.DATABASES["default"]["NAME"] = sys.argv[2]
django.setup()
from articles.operations.foreign import Importer
with open(sys.argv[1], "rb") as stream:
    for state in Importer().run(stream):
        print(state, flush=True)
"""


@pytest.mark.django_db(transaction=True)
def test_a_killed_run_goes_on_where_it_was(tmp_path):
    items = [item(number, "<h2>A</h2><p>One.</p><h2>B</h2><p>Two.</p>") for number in range(300)]
    file = tmp_path / "export.xml"
    file.write_text(HEAD + "".join(items) + TAIL)
    name = str(connection.settings_dict["NAME"])
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(file), name],
        stdout=subprocess.PIPE, cwd=settings.BASE_DIR, env=os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings"},
    )  # fmt: skip
    watch = threading.Timer(60, child.kill)
    watch.start()
    assert child.stdout is not None
    for _number in range(5):
        assert child.stdout.readline() == b"new\n"
    child.send_signal(signal.SIGKILL)
    child.wait()
    watch.cancel()
    child.stdout.close()

    done = Article.objects.count()
    assert 5 <= done < 300
    assert ImportedItem.objects.count() == done
    assert all(article.blocks.count() == 2 for article in Article.objects.all())

    states = load(*items).states

    assert states["unchanged"] == done
    assert states["new"] == 300 - done
    assert Article.objects.count() == 300
