"""Handing over, erasing, and what is kept on purpose."""

from datetime import timedelta

from django.utils import timezone

from portal.core.personal_data import holders
from portal.moderation.models import Case, CaseNote, Decision, Evidence, Report
from portal.moderation.operations import add_note, retire_evidence, verify_audit_chain
from tests.factories.accounts import make_user
from tests.factories.moderation import make_case, make_decision, make_moderator

moderation = holders.get("moderation")


def test_one_gets_ones_own_reports_and_decisions_and_nobody_elses(house):
    author, reporter = make_user(), make_user(display_name="Canary bird")
    case = make_case(house, house.put_up(author=author), reporter=reporter, words="canary words")
    make_decision(house, case=case, message="Please post it without.")

    mine, theirs = moderation.export(author), moderation.export(reporter)

    assert mine["reports"] == []
    assert mine["decisions"][0]["message"] == "Please post it without."
    assert mine["decisions"][0]["your_words"] == "My cousin sells mushroom tea"
    assert "anary" not in str(mine)
    assert theirs["reports"][0]["words"] == "canary words"
    assert theirs["decisions"] == []


def test_erasing_takes_name_and_words_from_reports_and_decisions(house):
    author, reporter = make_user(), make_user()
    case = make_case(house, house.put_up(author=author), reporter=reporter, words="canary words")
    decision = make_decision(house, case=case, message="canary message")

    for person in (author, reporter):
        moderation.erase(person, False)
        moderation.erase(person, False)

    assert Report.objects.values_list("reporter", "words_sealed").get() == (None, None)
    kept = Decision.objects.get(pk=decision.pk)
    assert (kept.author, kept.message, kept.told_author) == (None, None, False)
    assert Case.objects.get().author is None
    assert verify_audit_chain().holds


def test_the_sealed_copy_survives_erasure_until_its_time_is_over(house):
    leaflet = house.put_up(text="what was reported")
    case = make_case(house, leaflet)
    add_note(actor=make_moderator(), case=case, text="a note")
    make_decision(house, case=case)
    leaflet.text = "something else"
    house.leaflets.clear()
    moderation.erase(leaflet.author, False)

    copy = Evidence.objects.get()
    assert copy.payload["text"] == "what was reported"
    assert retire_evidence() == 0

    Evidence.objects.update(keep_until=timezone.now() - timedelta(days=1))
    CaseNote.objects.update(created_at=timezone.now() - timedelta(days=400))
    assert retire_evidence() == 1
    assert retire_evidence() == 0

    copy.refresh_from_db()
    assert (copy.payload, copy.payload_sealed) == (None, None)
    assert Case.objects.get(pk=case.pk).head is None
    assert not CaseNote.objects.exists()


def test_the_copy_of_an_open_case_is_never_retired(house):
    make_case(house)
    Evidence.objects.update(keep_until=timezone.now() - timedelta(days=1))

    assert retire_evidence() == 0


def test_what_is_kept_is_said_in_sentences():
    assert len(moderation.retained) == 3
    assert "sealed copy" in str(moderation.retained[0])
