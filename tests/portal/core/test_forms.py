"""The renderer: every control is named, described, and says beside itself what went wrong."""

import re
from datetime import date, time

import pytest
from django import forms

from portal.core.forms import (
    ChipsMany,
    ChipsRadio,
    ClockInput,
    DayInput,
    PickMany,
    PickRadio,
    Scale,
    SwitchInput,
)
from tests.portal.accounts.frame import Reading

FRUIT = [("apple", "Apple"), ("pear", "Pear")]


class Everything(forms.Form):
    """One question with each control."""

    word = forms.CharField(help_text="A <b>short</b> one.", max_length=5)
    story = forms.CharField(widget=forms.Textarea, required=False)
    secret = forms.CharField(widget=forms.PasswordInput, required=False)
    number = forms.IntegerField(required=False)
    fruit = forms.ChoiceField(choices=FRUIT)
    radio = forms.ChoiceField(choices=FRUIT, widget=forms.RadioSelect, help_text="Only one.")
    many = forms.MultipleChoiceField(choices=FRUIT, widget=forms.CheckboxSelectMultiple, required=False)
    pick = forms.ChoiceField(choices=FRUIT, widget=PickRadio(hints={"pear": "Soft and sweet."}))
    picks = forms.MultipleChoiceField(choices=FRUIT, widget=PickMany(hints={"apple": "Crisp."}), required=False)
    chip = forms.ChoiceField(choices=FRUIT, widget=ChipsRadio)
    chips = forms.MultipleChoiceField(choices=FRUIT, widget=ChipsMany, required=False)
    pain = forms.TypedChoiceField(
        choices=[(n, str(n)) for n in range(11)], widget=Scale(least="0 is none", most="10 is the worst"), coerce=int
    )
    day = forms.DateField(widget=DayInput, required=False)
    clock = forms.TimeField(widget=ClockInput, required=False)
    tick = forms.BooleanField(help_text="Read it first.")
    switch = forms.BooleanField(widget=SwitchInput, required=False, help_text="On or off.")
    file = forms.FileField(required=False)
    key = forms.CharField(widget=forms.HiddenInput)
    trap = forms.CharField(required=False, label="", widget=forms.TextInput(attrs={"tabindex": "-1"}))


GIVEN = {
    "word": "toolong",
    "story": "Once <i>upon</i>",
    "secret": "hush",
    "number": "many",
    "fruit": "pear",
    "pick": "apple",
    "picks": ["apple", "pear"],
    "pain": "7",
    "day": "2026-06-11",
    "clock": "21:30",
    "switch": "on",
}
SEVERAL = {"radio", "many", "pick", "picks", "chip", "chips", "pain"}
BAD = {"word", "number", "radio", "chip", "tick"}


def test_every_control_has_a_name_in_words():
    page = Reading(str(Everything()))

    unnamed = [one["id"] for one in page.controls if one.get("tabindex") != "-1" and one["id"] not in page.labels]
    assert unnamed == []
    assert sorted(page.ids) == sorted(set(page.ids))


def test_hints_and_errors_are_tied_to_their_control_or_group():
    text = str(Everything(GIVEN))
    page = Reading(text)

    assert [name for name in page.described if name not in page.ids] == []
    assert 'aria-describedby="id_word_helptext id_word_error"' in text
    assert '<fieldset aria-describedby="id_radio_helptext id_radio_error">' in text
    assert 'aria-describedby="id_tick_helptext id_tick_error"' in text
    assert {name for name in BAD if f"id_{name}_error" in page.ids} == BAD


def test_only_what_is_wrong_is_marked_as_wrong():
    page = Reading(str(Everything(GIVEN)))

    marked = {str(one["name"]) for one in page.controls if one.get("aria-invalid") == "true"}

    assert marked == BAD
    assert Reading(str(Everything())).described.count("id_word_error") == 0


@pytest.mark.parametrize("name", sorted(SEVERAL))
def test_several_controls_for_one_question_stand_in_a_group_with_its_words(name):
    text = str(Everything()[name].as_field_group())

    assert text.count("<fieldset") == text.count("</fieldset>") == 1
    assert re.search(rf"<legend>\s*{name.capitalize()}", text)
    assert f'<label for="id_{name}"' not in text


def test_one_control_for_one_question_stands_in_no_group():
    for name in set(Everything.base_fields) - SEVERAL:
        assert "<fieldset" not in Everything()[name].as_field_group()


def test_what_to_put_right_comes_first_takes_focus_and_leads_to_each_question():
    form = Everything(GIVEN)
    form.add_error(None, "The two do not fit together.")
    text = str(form)
    page = Reading(text)

    summary = text[: text.index("</ul>")]
    assert re.match(r'\s*<div class="note note--bad" role="alert" tabindex="-1" autofocus data-error-summary>', text)
    assert "The two do not fit together." in summary
    links = re.findall(r'<a href="#([^"]+)">', summary)
    assert links == ["id_word", "id_number", "id_radio_0", "id_chip_0", "id_tick"]
    assert [link for link in links if link not in page.ids] == []
    assert ">Number: Enter a whole number, such as 4</a>" in summary
    assert ">Tick this to go on</a>" in summary  # a box to tick: its label is a sentence of its own


def test_an_error_of_something_one_cannot_see_is_said_without_its_name():
    summary = str(Everything(GIVEN)).split("</ul>")[0]

    assert "<li>Write something here</li>" in summary
    assert "Hidden field" not in summary


def test_a_form_without_errors_has_no_summary():
    assert "data-error-summary" not in str(Everything())


@pytest.mark.parametrize(
    "kept",
    [
        'name="word" value="toolong"',
        "Once &lt;i&gt;upon&lt;/i&gt;</textarea>",
        'name="number" value="many"',
        r'<option value="pear" selected>',
        r'name="pick" value="apple"[^>]* checked',
        r'name="picks" value="apple"[^>]* checked',
        r'name="picks" value="pear"[^>]* checked',
        r'name="pain" value="7"[^>]* checked',
        'name="day" value="2026-06-11"',
        'name="clock" value="21:30"',
        r'name="switch"[^>]* checked',
    ],
)
def test_what_was_typed_is_kept(kept):
    assert re.search(kept, str(Everything(GIVEN)))


def test_a_password_is_never_sent_back():
    assert "hush" not in str(Everything(GIVEN))


def test_dates_and_times_are_written_the_way_the_devices_own_controls_read():
    form = Everything(initial={"day": date(2026, 6, 1), "clock": time(7, 5)})

    assert 'type="date" name="day" value="2026-06-01"' in str(form["day"])
    assert 'type="time" name="clock" value="07:05"' in str(form["clock"])


def test_what_may_be_left_out_says_so_but_a_lone_box_does_not():
    form = Everything()

    assert "(you can leave this out)" in form["story"].as_field_group()
    assert "(you can leave this out)" not in form["word"].as_field_group()
    assert "(you can leave this out)" not in form["switch"].as_field_group()
    form.mark_optional = False
    assert "(you can leave this out)" not in form["story"].as_field_group()


def test_choices_carry_their_hints():
    assert 'Pear <span class="hint">Soft and sweet.</span>' in Everything()["pick"].as_field_group()
    assert Everything()["picks"].as_field_group().count('class="hint"') == 1


def test_a_scale_says_what_its_ends_mean():
    text = Everything()["pain"].as_field_group()

    assert text.count('type="radio"') == 11
    assert "0 is none" in text
    assert "10 is the worst" in text


def test_a_switch_is_announced_as_one():
    assert 'role="switch"' in str(Everything()["switch"])


def test_the_trap_for_robots_is_out_of_reach_of_people():
    text = Everything()["trap"].as_field_group()

    assert '<div class="sr" aria-hidden="true">' in text
    assert 'tabindex="-1"' in text


def test_placeholders_and_inline_styles_do_not_reach_the_page():
    class Stock(forms.Form):
        word = forms.CharField(widget=forms.TextInput(attrs={"placeholder": "Word", "style": "color: red"}))

    assert "placeholder" not in str(Stock())
    assert "style" not in str(Stock())


def test_controls_with_a_box_of_their_own_look_alike():
    form = Everything()

    assert [name for name in Everything.base_fields if re.search(r'class="input\b', str(form[name]))] == [
        "word", "story", "secret", "number", "fruit", "day", "clock", "trap",
    ]  # fmt: skip


def test_a_long_list_is_grouped_and_marks_what_is_chosen():
    class Zones(forms.Form):
        zone = forms.ChoiceField(choices=[("UTC", "UTC"), ("Europe", [("Europe/Paris", "Paris"), ("x<y", "<b>")])])

    text = str(Zones(initial={"zone": "Europe/Paris"})["zone"])

    assert '<optgroup label="Europe">' in text
    assert '<option value="Europe/Paris" selected>Paris</option>' in text
    assert '<option value="x&lt;y">&lt;b&gt;</option>' in text


def test_a_question_is_not_repeated_in_the_summary():
    class Asking(forms.Form):
        pain = forms.CharField(label="How bad is it?", error_messages={"required": "Choose a number."})
        name = forms.CharField(label="Name")

    summary = str(Asking({})).split("</ul>")[0]
    assert ">Choose a number.</a>" in summary
    assert ">Name: Write something here</a>" in summary


def test_questions_that_have_the_same_error_are_each_named_so_that_no_two_links_read_alike():
    class Asking(forms.Form):
        pain = forms.IntegerField(label="How bad is it?")
        joy = forms.IntegerField(label="How much joy?")

    links = re.findall(r'">([^<]+)</a>', str(Asking({})).split("</ul>")[0])
    assert links == ["How bad is it? Enter a number", "How much joy? Enter a number"]
