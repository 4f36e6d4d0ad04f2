"""Places in a list: nothing is shown twice or left out at the edge of a page."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from django.db.models import Q

from portal.core.paging import beyond, read_place, write_place
from portal.vocabulary.models import HealthTopic

KEY = UUID("6f9619ff-8b86-4d01-b42d-00cf4fc964ff")


def test_where_the_first_column_is_the_same_the_next_decides():
    assert beyond({"at": 5, "pk": 9}) == Q(at__lt=5) | (Q(at=5) & Q(pk__lt=9))
    assert beyond({"at": 5, "pk": 9}, descending=False) == Q(at__gt=5) | (Q(at=5) & Q(pk__gt=9))


@pytest.mark.django_db
@pytest.mark.parametrize("descending", [True, False])
def test_pages_of_one_show_every_row_once_in_order(descending):
    HealthTopic.objects.all().delete()
    for slug, kind in [("a", "theme"), ("b", "symptom"), ("c", "theme"), ("d", "symptom"), ("e", "theme")]:
        HealthTopic.objects.create(slug=slug, kind=kind)
    order = ["-kind", "-slug"] if descending else ["kind", "slug"]
    rows, shown = HealthTopic.objects.order_by(*order), []

    while row := (rows.filter(beyond(shown[-1], descending=descending)) if shown else rows).first():
        shown.append({"kind": row.kind, "slug": row.slug})

    assert [place["slug"] for place in shown] == [row.slug for row in rows]


def test_a_place_survives_an_address_that_ate_its_plus():
    at = datetime(2027, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=2)))

    assert read_place(write_place(at, KEY)) == (at, KEY)
    assert read_place(write_place(at, KEY).replace("+", " ")) == (at, KEY)


@pytest.mark.parametrize(
    "nonsense", ["", "~", "2027", f"2027-03-01T09:30~{KEY}", "2027-03-01T09:30+00:00~x", f"x~{KEY}"]
)
def test_what_is_no_place_is_refused(nonsense):
    assert read_place(write_place(datetime(2027, 3, 1, tzinfo=UTC), KEY))
    with pytest.raises(ValueError, match=r".+"):
        read_place(nonsense)
