import pytest

from articles.foreign.dropped import Report
from articles.foreign.html import TooMuch, blocks_from_html


def read(html):
    report = Report()
    return blocks_from_html(html, report, title="A guide"), report


def texts(blocks):
    return [(data["heading"], data["html"]) for kind, data in blocks if kind == "text"]


def test_headings_begin_text_blocks_and_lists_stay_in_them():
    blocks, _report = read("<p>First.</p><h2>Then</h2><ul><li>One</li><li>Two</li></ul><h3>Small</h3><p>Last</p>")

    assert texts(blocks) == [
        ("", "<p>First.</p>"),
        ("Then", "<ul><li>One</li><li>Two</li></ul><h3>Small</h3><p>Last</p>"),
    ]


def test_the_classic_editor_marks_paragraphs_by_empty_lines():
    blocks, _report = read("One line\nand the next\n\nA <em>new</em> paragraph")

    assert texts(blocks) == [("", "<p>One line<br>and the next</p><p>A <em>new</em> paragraph</p>")]


def test_blocks_of_gutenberg_are_read_and_unknown_ones_are_told():
    html = (
        "<!-- wp:paragraph --><p>Kept.</p><!-- /wp:paragraph --><!-- wp:acme/quiz --><p>Lost words</p>"
        "<!-- /wp:acme/quiz --><!-- wp:latest-posts /--><!-- wp:paragraph --><p>Kept too.</p><!-- /wp:paragraph -->"
    )

    blocks, report = read(html)

    assert texts(blocks) == [("", "<p>Kept.</p><p>Kept too.</p>")]
    assert report.dropped == {"block acme/quiz": 1, "block latest-posts": 1}
    assert report.quotes["block acme/quiz"] == "Lost words"


def test_an_unknown_block_that_never_ends_takes_nothing_with_it():
    assert texts(read("<!-- wp:acme/quiz --><p>Kept.</p>")[0]) == [("", "<p>Kept.</p>")]


def test_a_table_keeps_its_caption_and_its_header():
    blocks, report = read(
        "<figure><table><thead><tr><th>Day</th><th>Dose</th></tr></thead><tbody><tr><td>1</td><td>2 | 3</td></tr>"
        "</tbody></table><figcaption>How much</figcaption></figure>"
    )

    (kind, data), *_rest = blocks
    assert (kind, data["caption"], data["header"]) == ("table", "How much", ["Day", "Dose"])
    assert data["rows"][0]["cells"] == ["1", "2 / 3"]
    assert not report.notes


def test_a_table_without_caption_or_names_is_flagged():
    _blocks, report = read("<table><tr><td>a</td><td>b</td></tr></table>")

    assert set(report.notes) == {"table without a caption", "table without names of columns"}


def test_questions_that_fold_become_common_questions():
    blocks, _report = read("<h2>Asked</h2><details><summary>May I walk?</summary><p>Yes, <b>slowly</b>.</p></details>")

    assert [kind for kind, _data in blocks] == ["text", "faq"]
    item = blocks[1][1]["items"][0]
    assert (item["question"], item["answer"]) == ("May I walk?", "Yes, **slowly**.")


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<script>x()</script>", "script"),
        ("<iframe src=x></iframe>", "iframe"),
        ("<form><input><p>Name</p></form>", "form"),
        ('<div class="cookie-banner">We use</div>', "banner"),
        ("<svg><text>a</text></svg>", "drawing (svg)"),
        ("<video src=x></video>", "video"),
        ('<img src="a.png" alt="A hip">', "image"),
        ('<img src="a.png">', "image without a description"),
        ('[gallery ids="1,2"]', "shortcode [gallery]"),
        ("[acme]inside[/acme]", "shortcode [acme]"),
    ],
)
def test_what_readers_cannot_be_shown_is_left_out_and_counted(html, what):
    blocks, report = read(f"<p>Before.</p>{html}<p>After.</p>")

    said = "".join(html for _heading, html in texts(blocks))
    assert "Before." in said
    assert "After." in said
    assert report.dropped[what] == 1


def test_words_in_brackets_are_no_shortcodes():
    assert texts(read("<p>He said [sic] so.</p>")[0]) == [("", "<p>He said [sic] so.</p>")]


@pytest.mark.parametrize("html", ["<div>" * 101, "a" * 400_001, "<br>" * 60_001])
def test_html_that_is_too_much_is_refused(html):
    with pytest.raises(TooMuch):
        read(html)


def test_long_prose_is_split_and_nothing_of_it_lost():
    blocks, _report = read("<p>" + "</p><p>".join(f"Sentence number {n}." for n in range(5000)) + "</p>")

    said = "".join(html for _heading, html in texts(blocks))
    assert len(blocks) > 5
    assert all(f"number {n}." in said for n in range(5000))
