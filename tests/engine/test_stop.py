"""A real sender, told to end while a message is in its hands."""

import signal
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bench.faults.crowd import Crowd, plain_environment
from bench.faults.house.apps import KIND
from portal.core.clock import handrail_now
from portal.core.kinds import EMAIL
from portal.notifications.models import Delivery
from portal.notifications.operations.deliveries import Wish, schedule
from tests.factories.accounts import make_user
from tests.portal.notifications.channels.scripted import WAIT, mail_server


@pytest.mark.engine
def test_a_sender_finishes_the_message_in_hand_and_lets_the_others_go(own_url: str, tmp_path: Path, settings: Any):
    person, now = make_user(), handrail_now()
    schedule(Wish(KIND, f"stop:{n}:0", person.pk, EMAIL, now, now + timedelta(hours=1)) for n in range(5))
    with mail_server(settings, DOT=WAIT) as server:
        environment = plain_environment(DATABASE_URL=own_url, EMAIL_URL=f"smtp://127.0.0.1:{server.port}")
        crowd = Crowd(environment, tmp_path, seed=0)
        with crowd.ends:
            sender = crowd.start_sender()
            assert server.waiting.wait(120)
            sender.signal(signal.SIGTERM)
            assert sender.poll() is None
            server.go.set()
            assert sender.wait(60) == 0

    assert len(server.mails) == 1
    rows = list(Delivery.objects.filter(kind=KIND).order_by("state").values_list("state", "token", "attempts"))
    assert rows == [("pending", None, 0)] * 4 + [("sent", None, 1)]
