"""Files of other forums: the two forms read the same, and what is wrong is told by its line."""

import io
import json
import zipfile
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from groups.foreign.reading import read_talk
from groups.foreign.shapes import BadFile

LONDON = ZoneInfo("Europe/London")
POST = {"id": 1, "author": "mary", "created": "2021-07-01T10:00:00Z", "body": "Hello"}


def as_json(*threads, **more):
    return json.dumps({**more, "threads": threads}, indent=1).encode()


def thread(*posts, **more):
    return {"id": "t1", "title": "A title", "posts": list(posts), **more}


def read(raw):
    return read_talk(raw, zone=LONDON)


def refusal(raw):
    with pytest.raises(BadFile) as error:
        read(raw)
    return error.value.line, error.value.reason


def test_json_and_csv_of_the_same_threads_read_the_same():
    one = read(as_json(thread(POST, {**POST, "id": 2, "body": 'a, "b"\nc', "reply_to": 1})))
    two = read(
        b"\xef\xbb\xbfthread_id;title;post_id;author;created_at;body;reply_to\r\n"
        b"t1;A title;1;mary;2021-07-01 10:00:00 UTC;Hello;\r\n"
        b't1;A title;2;mary;2021-07-01T12:00:00+02:00;"a, ""b""\nc";1\r\n'
    )

    def shape(talk):
        return [
            (t.id, t.title, [(p.id, p.author, p.created_at, p.body, p.reply_to, p.number) for p in t.posts])
            for t in talk.threads
        ]

    assert shape(one) == shape(two)
    assert shape(one)[0][2][1] == ("2", "mary", datetime(2021, 7, 1, 10, tzinfo=UTC), 'a, "b"\nc', "1", 2)


def test_a_moment_without_a_zone_is_read_in_the_chosen_one_and_counted():
    talk = read(as_json(thread({**POST, "created": "2021-07-01 10:00"})))

    assert talk.threads[0].posts[0].created_at == datetime(2021, 7, 1, 9, tzinfo=UTC)
    assert talk.changes.counts["moments without a time zone"] == 1


def test_posts_stand_in_order_of_time_and_those_of_one_moment_as_in_the_file():
    late = {**POST, "id": 9, "created": "2022-01-01T00:00:00Z"}
    talk = read(as_json(thread(late, POST, {**POST, "id": 2})))

    assert [post.id for post in talk.threads[0].posts] == ["1", "2", "9"]


def test_one_bad_post_is_left_out_with_its_line_and_the_others_stay():
    raw = as_json(thread(POST, {**POST, "id": 2, "created": "soon"}, {**POST, "id": 3, "body": " "}, POST))
    talk = read(raw)

    assert [post.id for post in talk.threads[0].posts] == ["1"]
    lines = raw.decode().splitlines()
    assert [(lines[flaw.line - 1].strip(), flaw.reason) for flaw in talk.flaws] == [
        ("{", "The time is not written like 2021-03-04T10:00:00+01:00."),
        ("{", "The post has no words."),
        ("{", "The id of this post came before in the same thread."),
    ]
    assert [lines[flaw.line].strip() for flaw in talk.flaws] == ['"id": 2,', '"id": 3,', '"id": 1,']


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"created": None}, "It does not say when it was written."),
        ({"created": "1888-01-01T00:00:00Z"}, "The time is before 1990."),
        ({"created": "2999-01-01T00:00:00Z"}, "The time lies in the future."),
        ({"id": ""}, "It has no id."),
        ({"id": "x" * 201}, "Its id is not one line of at most 200 letters."),
        ({"body": "x" * 100_001}, "The post has more than 100,000 letters."),
    ],
)
def test_what_is_wrong_with_a_post_is_a_sentence(change, reason):
    assert [flaw.reason for flaw in read(as_json(thread(POST, {**POST, "id": 2, **change}))).flaws] == [reason]


@pytest.mark.parametrize("end", [20, 60, 120, 200, -1, -3])
def test_half_a_json_file_is_refused_as_a_whole(end):
    raw = as_json(thread(POST, {**POST, "id": 2}))
    line, reason = refusal(raw[:end])

    assert reason == "The file breaks off here. Nothing of it was taken: use a whole copy."
    assert line == raw[:end].count(b"\n") + 1


@pytest.mark.parametrize(
    ("raw", "line", "begins"),
    [
        (b"", 1, "The file is empty."),
        (b'{"threads": [\n{"id" 1}]}', 2, "This is not JSON as it should be."),
        (b'{"posts": []}', 1, "There is no list named"),
        (b'{"threads": []} x', 1, "There is more after the end"),
        (b'{"markup": "html", "threads": []}', 1, "“markup” is either"),
        (b"[" * 5000, 1, "This is not JSON"),
        (b'{"threads": []}', 1, "There is no thread"),
        (b"thread_id,title\n1,x\n", 1, "The first line must name the columns. Missing: post_id, author, created_at"),
        (
            b'thread_id,title,post_id,author,created_at,body\n1,x,1,m,2021-01-01,"half\n',
            2,
            "The file breaks off inside",
        ),
        ('[{"id": 1,\n"title": "Grüße"}]'.encode("latin-1"), 2, "The file is not UTF-8 text."),
        (b"PK\x03\x04nonsense", 1, "This packed file holds no threads.json"),
        (b"%PDF-1.7\n\x93\x8c", 2, "The file is not UTF-8 text."),
    ],
)
def test_a_wrong_file_gets_a_clear_sentence_and_a_line(raw, line, begins):
    found = refusal(raw)
    assert (found[0], found[1].startswith(begins)) == (line, True), found


def test_a_packed_file_that_would_unpack_to_more_than_the_limit_is_refused_unread():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("threads.json", b" " * (33 * 1024 * 1024))

    assert refusal(packed.getvalue())[1] == "The file is larger than 32 MB. Split it."
