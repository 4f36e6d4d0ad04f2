"""Why a plan may help: each opening plan points to a part of an opening guide, and to nothing once that is gone."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from articles import opening as guides
from articles.models import Article
from articles.operations.publishing import publish, retire
from articles.pointing import parts_at
from portal.accounts import roles
from portal.vocabulary import opening as topics
from selfcare.models import PlanTemplateText
from selfcare.operations.templates import CONTENT, load_all
from tests.factories.accounts import make_user
from tests.factories.articles import make_article, text
from tests.factories.selfcare import make_plan, make_template

PART = "/en/learn/moving/#why-it-helps"


@pytest.fixture
def guide(db):
    return make_article(text("Why it helps"), slug="moving", title="Moving")


@pytest.fixture
def plan(guide):
    return make_template(more_url=PART)


def test_every_opening_plan_points_to_a_part_that_an_opening_guide_has(db):
    topics.load(demo=False)
    guides.load(demo=False)
    load_all()
    addresses = dict(PlanTemplateText.objects.values_list("template__key", "more_url"))
    found = parts_at(AnonymousUser(), addresses.values())

    assert len(addresses) == len(list(CONTENT.glob("en/*.yaml")))
    assert {key: found[address].url for key, address in addresses.items()} == addresses
    assert all(part.heading for part in found.values())


def test_the_link_stands_on_the_plan_before_and_after_it_began_and_is_told_to_programs(client, plan):
    assert f'href="{PART}"' in client.get(reverse("selfcare:start_plan", args=["walk"])).text
    person = make_user()
    client.force_login(person)
    running = reverse("selfcare:running_plan", args=[make_plan(person).pk])
    for page in (reverse("selfcare:start_plan", args=["walk"]), running):
        assert "“Why it helps” in our guide “Moving”" in client.get(page).text
    said = client.get("/api/v1/plan-templates/walk/").json()
    assert said["why_part"] == {"url": PART, "title": "Moving", "heading": "Why it helps"}


def test_a_part_that_is_gone_leads_to_its_guide_and_a_guide_that_is_gone_to_nothing(client, plan, guide):
    page = reverse("selfcare:start_plan", args=["walk"])
    plan.more_url = "/en/learn/moving/#gone"
    plan.save()
    assert 'href="/en/learn/moving/"' in client.get(page).text

    retire(actor=None, article=guide)
    shown = client.get(page)
    assert shown.context["why"] is None
    assert "/learn/moving/" not in shown.text.partition("<main")[2].partition("</main")[0]
    client.force_login(make_user())
    assert client.get("/api/v1/plan-templates/walk/").json()["why_part"] is None


@pytest.mark.parametrize(
    "address", ["", "/en/learn/", "/en/learn/nothing/#x", "/plan/", "/%00", "#top", "//else.example/"]
)
def test_an_address_of_nothing_is_no_part(guide, address):
    assert parts_at(AnonymousUser(), [address]) == {}


def test_a_draft_is_pointed_to_for_nobody_not_even_for_the_newsroom(db):
    draft = make_article(text("Why it helps"), slug="moving", published=False)
    for person in (AnonymousUser(), make_user(), make_user(roles.EDITORS)):
        assert parts_at(person, [PART]) == {}
    publish(actor=None, article=Article.objects.published().filter(pk=draft.pk).first() or draft)
    assert PART in parts_at(AnonymousUser(), [PART])


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (PART, ""),
        ("/en/learn/moving/#elsewhere", "This guide has no such part."),
        ("/en/learn/nothing/", "No published guide stands at this address."),
    ],
)
def test_the_staff_desk_takes_only_a_part_that_is_there(client, plan, address, told):
    editor = make_user(roles.EDITORS)
    Authenticator.objects.create(user=editor, type=Authenticator.Type.TOTP, data={})
    client.force_login(editor)
    page = reverse("admin:selfcare_plantemplate_change", args=[plan.template.pk])
    fields = client.get(page).context
    said = {
        name: "" if value is None else value
        for form in (fields["adminform"].form, *fields["inline_admin_formsets"][0].formset.forms)
        for name, value in ((form.add_prefix(name), form[name].value()) for name in form.fields)
    }
    said |= {
        "texts-TOTAL_FORMS": 1, "texts-INITIAL_FORMS": 1, "texts-0-more_url": address, "withdrawn_at": "", "topics": [],
    }  # fmt: skip
    answer = client.post(page, said)

    assert told in answer.content.decode()
    assert answer.status_code == (302 if not told else 200)
