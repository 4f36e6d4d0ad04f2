"""Putting somebody out of a group."""

import threading

import pytest
from django.db import connection, transaction

from groups.operations import cohort_places
from groups.operations.memberships import leave
from tests.factories.groups import make_group, make_member, put_out
from tests.waiting import until_somebody_waits


@pytest.mark.django_db(transaction=True)
def test_who_leaves_while_they_are_put_out_and_the_moderator_do_not_wait_for_each_other():
    group = make_group(members_count=2)
    lead, member = make_member(group, role="moderator"), make_member(group)

    def moderate():
        put_out(member, by=lead.user)
        connection.close()

    moderator = threading.Thread(target=moderate)
    with transaction.atomic():
        cohort_places.hold(group)  # how leaving begins
        moderator.start()
        until_somebody_waits()
        leave(actor=member.user, group=group)
    moderator.join()

    member.refresh_from_db()
    group.refresh_from_db()
    assert (member.left_at, member.removed_at is not None, group.members_count) == (None, True, 1)
