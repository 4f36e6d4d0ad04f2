"""A letter that is filled into its mould is the letter that its templates give."""

from uuid import UUID

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from portal.core.kinds import Action, Message
from portal.notifications.channels.letter import context_for
from portal.notifications.channels.mould import HTML, TEXT, both_forms
from portal.notifications.models import Delivery
from tests.factories.notifications import CODE, WALK, House, walk_words

PERSON = UUID("7b5f3b0e-3f0c-4c1d-9a54-6d1d6f2f8f10")
# What a template escapes, what a mark is made of, and what becomes a link.
words = st.text(alphabet=st.sampled_from("ab<>&\"'{}% .\n\ue000\ue0010é"), max_size=12) | st.sampled_from(
    ["See https://there.example/a?b=1&c=2", "write to ana@there.example", "\ue0000\ue001", ""]
)
several = st.lists(words, max_size=3)
actions = st.lists(
    st.builds(Action, words, st.sampled_from(["/plan/?a=1&b=2", "https://there.example/"]), st.booleans()), max_size=3
)
messages = st.builds(
    Message, subject=words, title=words, lines=several, actions=actions, url=st.sampled_from(["", "/plan/"]),
    footer=several, card=several, notes=several,
)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(messages, st.sampled_from(["en", "ar-x-pseudo"]), st.sampled_from([WALK, CODE, "nobody.knows"]))
@example(walk_words(), "en", WALK)
@example(Message(subject="a", title="b"), "en", CODE)
def test_filling_gives_what_rendering_gives(house: House, message: Message, language: str, kind: str):
    delivery = Delivery(kind=kind, recipient_id=PERSON, channel="email", subject_key="a:1")
    with translation.override(language):
        context = context_for(delivery, message)
        assert both_forms(context) == (render_to_string(TEXT, context), render_to_string(HTML, context))


@pytest.mark.parametrize("name", ["SITE_NAME", "BASE_URL"])
def test_a_mould_is_not_used_for_another_site(house: House, settings, name: str):
    delivery = Delivery(kind=WALK, recipient_id=PERSON, channel="email", subject_key="a:1")
    both_forms(context_for(delivery, walk_words()))
    setattr(settings, name, "https://elsewhere.example")

    assert any("https://elsewhere.example" in form for form in both_forms(context_for(delivery, walk_words())))


@pytest.mark.parametrize(("recipient", "said"), [(PERSON, True), (None, False)])
def test_only_who_has_an_account_is_told_that_it_is_about_one(house: House, recipient: UUID | None, said: bool):
    delivery = Delivery(kind=CODE, recipient_id=recipient, channel="email", subject_key="a:1")

    forms = both_forms(context_for(delivery, walk_words()))
    assert ["it is about your account" in form for form in forms] == [said, said]
