"""The log tells what happened, and nothing that people wrote."""

import io
import json
import logging

import pytest
from celery import Celery
from celery.app.trace import build_tracer

TYPED = "zaunkönigkanarie"


@pytest.fixture
def written(monkeypatch):
    """What the product's own handler writes."""
    handler = next(one for one in logging.getLogger().handlers if one.get_name() == "out")
    out = io.StringIO()
    monkeypatch.setattr(handler, "stream", out)
    return lambda: [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_task_that_fails_says_which_and_where_and_not_what_the_error_quotes(written):
    app = Celery("one", set_as_current=False)

    @app.task(name="probe", ignore_result=True)
    def probe():
        raise ValueError(f"Key (display_name)=({TYPED}) already exists")

    app.finalize()
    build_tracer("probe", probe, app=app)("b0a3", (), {}, {"id": "b0a3", "is_eager": False, "called_directly": False})

    [line] = written()
    assert "Task probe[b0a3] raised unexpected" in line["event"]
    assert line["exception"].startswith("ValueError at")
    assert TYPED not in json.dumps(line, ensure_ascii=False)
