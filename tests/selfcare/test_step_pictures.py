"""Pictures beside the steps of a plan: brought by clinicians, drawn anew, shown with the words, kept for good."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from portal.accounts import roles
from selfcare.models import PlanTemplate, StepPicture
from selfcare.models.template import valid_words
from selfcare.operations.steps import add_step_picture, set_steps
from selfcare.operations.templates import CONTENT, load_all, read_template
from selfcare.steps import DRAWINGS, Step, steps_of
from tests.factories.accounts import make_user
from tests.factories.pictures import picture_file
from tests.factories.selfcare import make_activity, make_plan, make_step_picture, make_template

STEP = "Stand up slowly"
PLANS = {path.stem: read_template(path) for path in sorted(CONTENT.glob("en/*.yaml"))}


def shown(picture, alt="Somebody stands up"):
    return [{"words": STEP, "picture": picture.key, "alt": alt}]


@pytest.fixture
def picture(db):
    return make_step_picture(picture_file((60, 40), place=True))


@pytest.fixture
def text(picture):
    return make_template(steps=shown(picture))


@pytest.fixture
def clinician(client, db):
    person = make_user(roles.CLINICAL_REVIEWERS)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
    client.force_login(person)
    return client


def lines(page, **more):
    """What the page of steps would send, with changes."""
    sets = page.context["sets"]
    said = {}
    for key, _title, found in sets:
        said |= {f"{key}-TOTAL_FORMS": len(found.forms), f"{key}-INITIAL_FORMS": found.initial_form_count()}
        for form in found:
            said |= {
                form.add_prefix(name): form[name].value() or "" for name in form.fields if name not in ("file", "away")
            }
    return said | more


def address(text):
    return reverse("admin:selfcare_plantemplate_steps", args=[text.template.pk, "en"])


def test_a_clinician_puts_a_picture_beside_a_step_and_people_see_it_with_its_words(clinician, client):
    text = make_template(steps=[STEP])
    upload = SimpleUploadedFile("IMG_at_home.jpg", picture_file((60, 40), place=True), "image/jpeg")
    page = clinician.get(address(text))
    sent = clinician.post(address(text), lines(page, **{"walk-0-file": upload, "walk-0-alt": "Somebody stands up"}))
    assert sent.status_code == 302
    text.template.refresh_from_db()
    assert text.template.version == 2

    person = make_user()
    client.force_login(person)
    plan = make_plan(person, template_version=2)
    activity = make_activity(person, plan=plan, template_activity="walk")
    key = StepPicture.objects.get().key
    for path in (
        reverse("selfcare:start_plan", args=["walk"]),
        reverse("selfcare:running_plan", args=[plan.pk]),
        reverse("selfcare:activity", args=[activity.pk]),
        reverse("selfcare:week_sheet") + "?w=1",
    ):
        page = client.get(path).text
        img = re.search(r"<img[^>]*>", page.partition(STEP)[2])[0]
        assert f'src="/plan/pictures/{key}.webp"' in img and 'alt="Somebody stands up"' in img, path
        assert 'width="60" height="40"' in img

    answer = client.get(f"/plan/pictures/{key}.webp")
    drawn = Image.open(BytesIO(answer.content))
    assert (answer["Content-Type"], drawn.format, drawn.size) == ("image/webp", "WEBP", (60, 40))
    assert not drawn.getexif() and b"A camera that tells" not in answer.content
    assert answer["X-Content-Type-Options"] == "nosniff"
    said = client.get("/api/v1/plan-templates/walk/").json()["activities"][0]["steps"]
    assert said == [{"words": STEP, "image": f"/plan/pictures/{key}.webp", "alt": "Somebody stands up"}]


@pytest.mark.parametrize(
    ("change", "field", "told"),
    [
        ({"walk-0-drawing": "walk"}, "alt", "Say in words what the picture shows"),
        ({"walk-0-file": b"<svg xmlns='http://www.w3.org/2000/svg'/>", "walk-0-alt": "x"}, "file", "not a picture"),
        ({"walk-0-file": b"GIF89a" + b"\0" * 40, "walk-0-alt": "x"}, "file", "not a picture"),
        ({"walk-0-words": "", "walk-0-drawing": "walk", "walk-0-alt": "x"}, "words", "Say what to do"),
        ({"walk-0-drawing": "dragon", "walk-0-alt": "x"}, "drawing", "Choose one of these"),
        ({"walk-0-words": "x" * 301}, "words", "at most 300"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_keeps_no_version(clinician, change, field, told):
    text = make_template(steps=[STEP])
    change = {
        name: SimpleUploadedFile("a.png", said) if isinstance(said, bytes) else said for name, said in change.items()
    }
    answer = clinician.post(address(text), lines(clinician.get(address(text)), **change))

    [(_key, _title, found)] = answer.context["sets"]
    assert told in " ".join(found.forms[0].errors[field])
    assert PlanTemplate.objects.get().version == 1
    assert not StepPicture.objects.exists()


def test_saving_what_is_there_is_no_version_and_a_picture_goes_when_it_is_taken_away(clinician, text):
    page = clinician.get(address(text))
    clinician.post(address(text), lines(page))
    assert PlanTemplate.objects.get().version == 1

    clinician.post(address(text), lines(page, **{"walk-0-away": "on"}))
    text.refresh_from_db()
    assert (PlanTemplate.objects.get().version, text.activity_words["walk"]["steps"]) == (2, [STEP])


def test_a_running_plan_shows_the_pictures_of_its_version_whatever_comes_after(client, text, picture):
    person, other = make_user(), make_user()
    plan = make_plan(person)
    make_activity(person, plan=plan, template_activity="walk")
    newer = make_step_picture(picture_file((80, 20)))
    set_steps(actor=make_user(roles.EDITORS), text=text, steps={"walk": [Step("Another way", "Other", "", newer.key)]})
    old, new = (reverse("selfcare:step_picture", args=[one.key]) for one in (picture, newer))

    client.force_login(person)
    page = client.get(reverse("selfcare:running_plan", args=[plan.pk])).text
    assert old in page and new not in page
    assert client.get(old).status_code == client.get(new).status_code == 200
    client.force_login(other)
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)


def test_a_picture_is_found_by_whoever_may_see_it_and_by_nobody_else(text, picture):
    lone, person = make_step_picture(picture_file((30, 30))), make_user()
    make_plan(person)
    people = {"nobody": AnonymousUser(), "stranger": make_user(), "person": person, "editor": make_user(roles.EDITORS)}

    def seen():
        return {who: set(StepPicture.objects.visible_to(one)) for who, one in people.items()}

    assert seen() == {"nobody": {picture}, "stranger": {picture}, "person": {picture}, "editor": {picture, lone}}
    PlanTemplate.objects.update(withdrawn_at=timezone.now())
    assert seen() == {"nobody": set(), "stranger": set(), "person": {picture}, "editor": {picture, lone}}


def test_the_way_to_the_steps_is_shown_only_to_those_who_may_change_them(client, clinician, text):
    change = reverse("admin:selfcare_plantemplate_change", args=[text.template.pk])
    assert address(text) in clinician.get(change).text
    administrator = make_user(roles.ADMINISTRATORS)
    Authenticator.objects.create(user=administrator, type=Authenticator.Type.TOTP, data={})
    client.force_login(administrator)
    page = client.get(change)
    assert page.status_code == 200 and address(text) not in page.text


@pytest.mark.parametrize("role", [roles.MODERATORS, roles.ADMINISTRATORS, None])
def test_only_those_who_write_plans_bring_pictures(client, text, role):
    person = make_user(role) if role else make_user()
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
    client.force_login(person)
    assert client.post(address(text), {}).status_code in {302, 403}
    for act in (
        lambda: add_step_picture(actor=person, raw=picture_file((9, 9))),
        lambda: set_steps(actor=person, text=text, steps={}),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert StepPicture.objects.count() == 1


def test_opening_plans_that_move_or_calm_have_a_drawing_beside_every_step(db):
    load_all()
    moving = {key for key, plan in PLANS.items() if any(one["kind"] == "exercise" for one in plan["activities"])}
    drawn = {
        key: [step for one in plan["activities"] for step in steps_of(one)] for key, plan in PLANS.items()
    }  # fmt: skip

    assert moving | {"relaxation-and-sleep", "heat-or-cold"} <= {key for key, steps in drawn.items() if steps}
    assert all(step.drawing in DRAWINGS and step.alt for steps in drawn.values() for step in steps)
    assert {step.drawing for steps in drawn.values() for step in steps} >= {"sit-to-stand", "heel-raise", "wall-push"}


def test_the_drawings_are_those_of_the_file_and_take_their_colours_from_the_page():
    drawn = Path(finders.find("selfcare/figures.svg")).read_text()
    assert set(re.findall(r'<symbol id="([\w-]+)"', drawn)) == set(DRAWINGS)
    assert not re.search(r"#[0-9a-f]{3}|rgb|style=|<script|href", drawn)


@pytest.mark.parametrize(
    "steps",
    [
        "Stand up",
        [{"words": ""}],
        [{"words": "a", "drawing": "walk"}],
        [{"words": "a", "drawing": "dragon", "alt": "b"}],
        [{"words": "a", "picture": "../../etc", "alt": "b"}],
        [{"words": "a", "picture": "0" * 24 + "-9x9", "drawing": "walk", "alt": "b"}],
        [{"words": "a", "alt": "b", "href": "c"}],
        [5],
        ["a"] * 13,
    ],
)
def test_steps_that_do_not_fit_are_refused_however_they_are_written(steps):
    with pytest.raises(ValidationError):
        valid_words({"walk": {"title": "Walk", "steps": steps}})
