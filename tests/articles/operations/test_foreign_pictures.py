"""Pictures of an import: taken from a folder when they are described, never from the net or from elsewhere."""

import pytest

from articles.foreign.local import find
from articles.models import Article, ArticlePicture
from tests.articles.operations.test_foreign import item, load
from tests.factories.pictures import picture_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    there = tmp_path / "uploads" / "2020" / "05"
    there.mkdir(parents=True)
    (there / "knee.jpg").write_bytes(picture_file((900, 600)))
    (there / "knee-300x200.jpg").write_bytes(picture_file((300, 200)))
    (there / "broken.jpg").write_bytes(b"no picture")
    (tmp_path / "secret.jpg").write_bytes(picture_file())
    return tmp_path / "uploads"


def kinds(slug="guide-1"):
    return [one.kind for one in Article.objects.get(slug=slug).blocks.order_by("ordering")]


def test_a_described_picture_stands_where_it_stood_and_is_the_whole_one(folder):
    html = (
        "<p>Before.</p><figure><img src='https://old.example/wp-content/uploads/2020/05/knee-300x200.jpg' "
        "alt='A knee roll'><figcaption>Slowly</figcaption></figure><p>After.</p>"
    )

    summary = load(item(1, html), pictures=folder)

    picture = ArticlePicture.objects.get()
    assert (picture.title, picture.width, picture.height) == ("A knee roll", 900, 600)
    assert kinds() == ["text", "figure", "text"]
    shown = Article.objects.get().blocks.get(kind="figure").data
    assert (shown["alt"], shown["caption"], shown["picture"]) == ("A knee roll", "Slowly", picture.key)
    assert summary.report.made["figure"] == 1


def test_a_picture_inside_a_paragraph_follows_it(folder):
    load(item(1, "<p>Roll <img src='/2020/05/knee.jpg' alt='A knee roll'> slowly.</p><p>Rest.</p>"), pictures=folder)
    assert kinds() == ["text", "figure", "text"]


def test_again_changes_nothing(folder):
    one = item(1, "<p>Words.</p><img src='/2020/05/knee.jpg' alt='A knee roll'>")
    load(one, pictures=folder)
    assert load(one, pictures=folder).states == {"unchanged": 1}
    assert ArticlePicture.objects.count() == 1


def test_a_dry_run_keeps_no_picture(folder):
    load(item(1, "<p>Words.</p><img src='/2020/05/knee.jpg' alt='A knee roll'>"), pictures=folder, dry_run=True)
    assert not ArticlePicture.objects.exists()


@pytest.mark.parametrize(
    ("image", "told"),
    [
        ("<img src='/2020/05/knee.jpg'>", "image without a description"),
        ("<img src='/2020/05/other.jpg' alt='Not there'>", "image"),
        ("<img src='/2020/05/broken.jpg' alt='Broken'>", "image"),
        ("<img src='../secret.jpg' alt='Outside'>", "image"),
        ("<img src='/..%2f..%2fsecret.jpg' alt='Outside'>", "image"),
        ("<img src='file:///etc/passwd' alt='Outside'>", "image"),
    ],
)
def test_what_is_not_there_or_not_described_is_left_out_and_told(folder, image, told):
    summary = load(item(1, f"<p>Words.</p>{image}"), pictures=folder)

    assert kinds() == ["text"]
    assert summary.report.dropped[told] == 1


def test_a_link_out_of_the_folder_is_not_followed(folder):
    (folder / "way-out.jpg").symlink_to(folder.parent / "secret.jpg")
    assert find(folder, "/way-out.jpg") is None


def test_without_a_folder_pictures_are_left_out():
    assert load(item(1, "<p>W.</p><img src='/2020/05/knee.jpg' alt='A knee roll'>")).report.dropped["image"] == 1
