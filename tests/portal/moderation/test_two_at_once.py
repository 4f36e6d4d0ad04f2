"""Two moderators, one case, the same moment: one decides, the other learns what came of it."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from portal.core.errors import RuleViolation
from portal.moderation.models import AuditEntry, Case, Decision
from portal.moderation.operations import claim, decide, undo_decision, verify_audit_chain
from tests.factories.moderation import make_case, make_moderator, open_house
from tests.portal.moderation.test_claims import at_once

ROUNDS = 50


@pytest.mark.django_db(transaction=True)
def test_of_two_who_act_on_one_case_fifty_times_at_once_one_wins_each_time():
    with open_house() as house:
        people = [make_moderator(), make_moderator()]
        for round_ in range(ROUNDS):
            leaflet = house.put_up(f"leaf-{round_}")
            case = make_case(house, leaflet)

            def act(index, case=case):
                held = claim(actor=people[index], case=case)
                return decide(actor=people[index], case=held, act=("hide", "no_action")[index], reason="selling")

            results = at_once(2, act)

            won = [one for one in results if isinstance(one, Decision)]
            lost = [one for one in results if isinstance(one, RuleViolation)]
            assert (len(won), len(lost)) == (1, 1)
            assert lost[0].code in {"claimed", "closed"}
            assert leaflet.hidden == (won[0].act == "hide")
            assert Decision.objects.filter(case=case).get() == won[0]
    assert AuditEntry.objects.filter(act__startswith="case.decide").count() == ROUNDS
    assert verify_audit_chain().holds


@pytest.mark.django_db(transaction=True)
def test_in_the_browser_the_other_sees_who_has_it_or_that_it_is_done():
    with open_house() as house:
        people = [make_moderator(), make_moderator()]
        case = make_case(house)

        def act(index):
            client = Client()
            client.force_login(people[index])
            client.post(reverse("moderation:claim_case", args=[case.pk]))
            version = Case.objects.get(pk=case.pk).version
            typed = {"act": "hide", "reason": "selling", "message": "", "note": "mine", "version": version}
            answer = client.post(case.get_absolute_url(), typed)
            connection.close()
            return answer

        answers = at_once(2, act)

    done = [one for one in answers if one.status_code == 302]
    told = [one.content.decode() for one in answers if one.status_code == 200]
    assert (len(done), len(told), Decision.objects.count()) == (1, 1, 1)
    assert "has this one." in told[0] or "This case is done. Somebody decided it already." in told[0]
    assert "mine</textarea>" in told[0]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_a_decision_back_at_once_one_does():
    with open_house() as house:
        first, second = make_moderator(), make_moderator()
        leaflet = house.put_up()
        case = claim(actor=first, case=make_case(house, leaflet))
        decision = decide(actor=first, case=case, act="hide", reason="selling")

        results = at_once(2, lambda index: undo_decision(actor=(first, second)[index], decision=decision))

    assert sorted(results) == [False, True]
    assert not leaflet.hidden
