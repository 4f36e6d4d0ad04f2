"""The audit only grows, and shows when somebody made it do otherwise."""

import hashlib
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from portal.moderation.models import AuditEntry, AuditText
from portal.moderation.operations import audit, retire_evidence, verify_audit_chain
from tests.factories.accounts import make_user
from tests.factories.moderation import make_decision

TABLE = "moderation_auditentry"


@pytest.fixture
def chain(db):
    person = make_user()
    return [audit(actor=person, act="test.act", subject=f"case:{n}", text={"why": f"reason {n}"}) for n in range(4)]


def sql(statement, params=()):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, params)


def as_owner_without_the_trigger(statement, params=()):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {TABLE} DISABLE TRIGGER audit_only_grows")
        cursor.execute(statement, params)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {TABLE} ENABLE TRIGGER audit_only_grows")


def test_each_entry_holds_the_digest_of_the_one_before(chain):
    assert [entry.position for entry in chain] == [1, 2, 3, 4]
    assert [entry.previous for entry in chain[1:]] == [entry.digest for entry in chain[:-1]]
    assert verify_audit_chain().holds


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE {TABLE} SET act = 'nothing' WHERE position = 2",
        f"DELETE FROM {TABLE} WHERE position = 2",
        f"DELETE FROM {TABLE}",
    ],
)
def test_even_the_owner_of_the_table_cannot_rewrite_it(chain, statement):
    sql("DELETE FROM moderation_audittext")
    with pytest.raises(DatabaseError, match="only grows"):
        sql(statement)
    assert AuditEntry.objects.count() == 4


@pytest.mark.parametrize(
    "statement",
    [f"UPDATE {TABLE} SET act = 'x'", f"DELETE FROM {TABLE}", f"TRUNCATE {TABLE} CASCADE"],
)
def test_the_serving_role_may_add_and_read_and_nothing_else(chain, statement):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [settings.APP_ROLE])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE ROLE {settings.APP_ROLE} NOLOGIN")
    call_command("secure_database", stdout=StringIO())

    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {settings.APP_ROLE}")
    try:
        assert audit(actor=None, act="test.served", subject="case:x").position == 5
        with pytest.raises(DatabaseError, match="permission denied"):
            sql(statement)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")


@pytest.mark.parametrize(
    ("statement", "position", "why"),
    [
        (f"UPDATE {TABLE} SET act = 'case.release' WHERE position = 2", 2, "changed"),
        (f"UPDATE {TABLE} SET at = at + interval '1 hour' WHERE position = 3", 3, "changed"),
        (f"UPDATE {TABLE} SET actor_id = NULL WHERE position = 1", 1, "changed"),
        (f"DELETE FROM {TABLE} WHERE position = 2", 2, "missing"),
    ],
)
def test_the_chain_shows_what_an_owner_did_with_the_trigger_off(chain, statement, position, why):
    sql("DELETE FROM moderation_audittext")
    as_owner_without_the_trigger(statement)

    state = verify_audit_chain()

    assert (state.holds, state.broken_at, state.why) == (False, position, why)


def test_an_entry_forged_with_a_right_digest_still_does_not_link(chain):
    entry = AuditEntry.objects.get(position=2)
    entry.act = "forged"
    as_owner_without_the_trigger(
        f"UPDATE {TABLE} SET act = 'forged', digest = %s WHERE position = 2", [entry.expected_digest()]
    )

    assert verify_audit_chain().why == "unlinked"


def test_a_tail_that_was_cut_off_is_seen_by_a_head_kept_elsewhere(chain):
    head = verify_audit_chain().head
    sql("DELETE FROM moderation_audittext")
    as_owner_without_the_trigger(f"DELETE FROM {TABLE} WHERE position = 4")

    assert verify_audit_chain().holds
    assert verify_audit_chain(expected_head=head).why == "cut"


def test_a_text_that_was_swapped_is_seen(chain):
    text = AuditText.objects.get(entry=chain[1])
    text.payload = {**text.payload, "why": "another reason"}
    text.save(update_fields=["payload_sealed"])

    assert (verify_audit_chain().broken_at, verify_audit_chain().why) == (2, "text")


def test_texts_go_when_their_time_is_over_and_the_chain_still_holds(chain):
    AuditText.objects.update(keep_until=timezone.now() - timedelta(days=1))

    retire_evidence()

    assert AuditText.objects.count() == 0
    assert verify_audit_chain().holds


def test_the_digest_of_a_text_lets_nobody_guess_it(chain):
    assert chain[0].text_digest != hashlib.sha256(b'{"why": "reason 0"}').hexdigest()
    assert b"reason" not in bytes(AuditText.objects.get(entry=chain[0]).payload_sealed)


def test_the_command_says_whether_it_holds(chain):
    out = StringIO()
    call_command("verify_audit", stdout=out)
    assert "The audit holds: 4 entries" in out.getvalue()

    as_owner_without_the_trigger(f"UPDATE {TABLE} SET act = 'x' WHERE position = 3")
    with pytest.raises(CommandError, match="at entry 3"):
        call_command("verify_audit", stdout=out)


def test_every_step_of_a_case_is_in_it(house):
    decision = make_decision(house)

    acts = AuditEntry.objects.filter(subject=f"case:{decision.case_id}").values_list("act", flat=True)
    assert list(acts) == ["report.made", "case.claim", "case.decide.hide"]
