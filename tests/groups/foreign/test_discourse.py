"""Words of Discourse in our small Markdown: what each construct becomes, and that no word is lost whatever is typed."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groups.foreign.discourse import convert
from groups.foreign.frames import as_blockquote
from groups.foreign.names import Names
from groups.foreign.shapes import Changes
from portal.core.text import small_markdown

NAMES = Names({"mary": "Amber Bay", "Old Buttons": "Misty Fern"})


def converted(text):
    return convert(text, NAMES, Changes()).body


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("Thank you @mary, and @Old Buttons!", "Thank you @Amber Bay, and @Misty Fern!"),
        ("Ask @somebody.else about it", "Ask @Someone about it"),
        ("write to a@mary.example", "write to a@mary.example"),
        ("I :heart: you :+1:t3: at 10:30:00 :nonsense:", "I ❤️ you 👍 at 10:30:00 :nonsense:"),
        ("see https://x.example/a_(b), please", "see <https://x.example/a_(b)>, please"),
        ("[here](https://x.example/?a=b \"t\") and <https://y.example>",
         "[here](<https://x.example/?a=b>) and <https://y.example>"),
        ("[the topic](/t/pain/12/3)", "the topic"),
        ("![a scan|690x388, 50%](upload://abc.jpeg)", "(a picture that was not brought along: a scan)"),
        ('<img src="https://x.example/track.gif" alt="">', "(a picture that was not brought along)"),
        ("[plan.pdf|attachment](upload://a.pdf)", "(a file that was not brought along: plan.pdf)"),
        ("# A heading #", "**A heading**"),
        ("[details=\"More\"]\ninside\n[/details]", "**More**\n\ninside"),
        ("<details><summary>More</summary>inside</details>", "**More**\n\ninside"),
        ("It ends [spoiler]well[/spoiler].", "It ends (was covered until opened:) well."),
        ("[poll type=regular]\n* Tea\n* Milk\n[/poll]", "A poll in the other forum, which is over:\n\n* Tea\n* Milk"),
        ("[b]loud[/b] <i>soft</i> [u]line[/u]", "**loud** *soft* line"),
        ("[date=2021-03-04 time=10:00:00 timezone=\"Europe/London\"]", "2021-03-04 10:00:00 Europe/London"),
        ("`[b]code[/b] @mary :heart:`", "`[b]code[/b] @mary :heart:`"),
        ("```\n# code\n[b]x[/b]\n```", "```\n# code\n[b]x[/b]\n```"),
        ("3 < 4 and <unknown> [unknown] [/quote]", "3 < 4 and <unknown> [unknown] [/quote]"),
        ("a\n\n[quote=\"mary, post:1, topic:2\"]\none\ntwo\n[/quote]\nb",
         "a\n\n> **Amber Bay:**\n> one\n> two\n\nb"),
    ],
)  # fmt: skip
def test_each_construct_becomes_what_it_says(typed, becomes):
    assert converted(typed) == becomes


def test_a_quote_at_the_head_is_kept_apart_with_what_it_points_at():
    found = convert('[quote="mary, post:3, topic:12, full:true"]\n:heart: *you*\n[/quote]\nYes.', NAMES, Changes())

    (quote,) = found.quotes
    assert (quote.words, quote.name, quote.number, quote.topic) == ("❤️ *you*", "Amber Bay", 3, "12")
    assert found.body == "Yes."


def test_what_was_changed_is_counted_with_the_first_line():
    changes = Changes(line=7)
    convert("![x](upload://a) ![y](upload://b) [quote]z", NAMES, changes)

    assert changes.as_json() == [{"what": "pictures", "count": 2, "line": 7}]


PIECES = st.sampled_from(
    ["[quote]", "[/quote]", '[quote="mary, post:2, topic:1"]', "[details=x1]", "[/details]", "[spoiler]", "[/spoiler]",
     "[poll]", "[/poll]", "[b]", "[/b]", "`", "```", "\n", "\n\n", "> ", "* ", "**", "@mary ", "<b>", "</b>", "<br>",
     "<!--", "-->", "[", "](", ")", "![", "<a href='https://x.example'>", "</a>", "https://x.example/", ":heart:",
     "# ", "\x02", "\x03", "\x021\x03", "<script>", "javascript:", "ćž", "‮"]
)  # fmt: skip
WORD = st.integers(10_000, 99_999).map(lambda number: f" word{number} ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, WORD), max_size=40))
def test_no_word_is_lost_and_nothing_dangerous_comes_out(pieces):
    text = "".join(pieces)
    found = convert(text, NAMES, Changes())
    whole = "\n".join([*map(as_blockquote, found.quotes), found.body])
    visible = re.sub(r"<!--.*?-->", "", re.sub("[\x02\x03]", "", text), flags=re.S)

    lost = set(re.findall(r"word\d{5}", visible)) - set(re.findall(r"word\d{5}", whole))
    assert lost == set() or "](" in text or "<a" in text  # the address of a link goes where it led inside the forum
    html = str(small_markdown(whole))
    assert not re.search(r"<script|href=\"javascript|<img|\x02|\x03", html, re.I)


@pytest.mark.parametrize(
    "piece", ["[quote]", '[quote="a"', "![", "<a href=", "@a ", "`", "[b][/b]", "<!--", "[code]", "](", "#"]
)
def test_long_runs_of_signs_take_no_longer_than_words(piece):
    text = (piece * 100_000)[:100_000]
    began = time.process_time()
    converted(text)

    assert time.process_time() - began < 5
