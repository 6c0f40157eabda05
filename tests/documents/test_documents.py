"""Keeping files, and refusing those that are not what they claim."""

import hashlib
from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.utils import translation

from elci.documents.actions import (
    DocumentRefusedError,
    cite_source,
    hand_over,
    keep_document,
)
from elci.documents.models import Document, Source
from elci.documents.queries import (
    documents_visible_to,
    open_content,
    sources_readable_by,
    stored_name,
)
from elci.foundation.eyes import PUBLIC, Eyes
from elci.foundation.grades import Grade
from tests.builders import make_user, make_workspace
from tests.documents import uploads
from tests.documents.uploads import upload
from tests.foundation.test_pdf_pages import pdf

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "documents"
    return settings.MEDIA_ROOT


@pytest.fixture
def workspace():
    return make_workspace()


def keep(workspace, file, **said):
    facts = {"user": None, "title": "", "grade": Grade.PRIVATE, "max_bytes": 20 * MEGABYTE}
    return keep_document(workspace=workspace, file=file, **{**facts, **said})


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.pdf", uploads.PDF, "application/pdf"),
        ("A.PDF", uploads.PDF, "application/pdf"),
        ("a.pdf", b"\n" + uploads.PDF, "application/pdf"),
        ("a.png", uploads.PNG, "image/png"),
        ("a.jpg", uploads.JPEG, "image/jpeg"),
        ("a.jpeg", uploads.JPEG, "image/jpeg"),
        ("a.webp", uploads.WEBP, "image/webp"),
        (
            "a.docx",
            uploads.DOCX,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_file_that_is_what_it_claims_is_kept(workspace, name, content, media_type):
    document = keep(workspace, upload(name, content))

    assert (document.media_type, document.size) == (media_type, len(content))
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    with open_content(document) as kept:
        assert kept.read() == content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", uploads.ZIP),
        ("a.pdf", uploads.DOCX),
        ("a.pdf", uploads.PNG),
        ("a.pdf", uploads.HTML),
        ("a.pdf", b" " * 2000 + uploads.PDF),
        ("a.pdf", b"nothing known"),
        ("a.docx", uploads.ZIP),
        ("a.docx", uploads.XLSX),
        ("a.docx", uploads.BROKEN_ZIP),
        ("a.docx", uploads.PDF),
        ("a.png", uploads.JPEG),
        ("a.png", uploads.SVG),
        ("a.jpg", uploads.EXE),
        ("a.webp", uploads.HTML),
    ],
)
def test_file_of_another_type_than_its_name_says_is_refused(workspace, own_folder, name, content):
    with translation.override("en"), pytest.raises(DocumentRefusedError) as refusal:
        keep(workspace, upload(name, content))

    assert str(refusal.value) == (
        f"The file is called “{name}”, but its content is not of that type. "
        "Save it as what it is and attach it again."
    )
    assert (Document.objects.count(), files_in(own_folder)) == (0, [])


@pytest.mark.parametrize("name", ["a.svg", "a.html", "a.exe", "a", "a.pdf.exe", "a.docm", ".pdf "])
def test_file_of_a_kind_that_is_not_kept_is_refused(workspace, name):
    with pytest.raises(DocumentRefusedError, match="PDF"):
        keep(workspace, upload(name, uploads.PDF))


def test_empty_file_is_refused(workspace):
    with translation.override("en"), pytest.raises(DocumentRefusedError) as refusal:
        keep(workspace, upload("a.pdf", b""))

    assert str(refusal.value) == "The file is empty. Choose the file again."


def test_file_of_the_largest_size_is_kept_and_one_byte_more_is_not(workspace):
    largest = uploads.PDF.ljust(MEGABYTE, b"\n")
    keep(workspace, upload("a.pdf", largest), max_bytes=MEGABYTE)

    with translation.override("en"), pytest.raises(DocumentRefusedError) as refusal:
        keep(workspace, upload("b.pdf", largest + b"\n"), max_bytes=MEGABYTE)

    assert str(refusal.value).startswith("The file has 2 MB; at most 1 MB can be kept.")
    assert Document.objects.count() == 1


def test_same_content_under_another_name_is_the_same_document(workspace, own_folder):
    first = keep(workspace, upload("a.pdf", uploads.PDF), title="Tutanak")
    again = keep(workspace, upload("b.pdf", uploads.PDF), title="Başka")

    assert (again, again.title, len(files_in(own_folder))) == (first, "Tutanak", 1)


def test_same_content_in_two_workspaces_is_two_documents_over_one_file(workspace, own_folder):
    one = keep(workspace, upload("a.pdf", uploads.PDF))
    two = keep(make_workspace("ankara"), upload("a.pdf", uploads.PDF))

    assert (one.pk == two.pk, len(files_in(own_folder))) == (False, 1)


def test_file_lies_under_its_hash_and_says_nothing_else(workspace, own_folder):
    document = keep(workspace, upload("gizli.pdf", uploads.PDF))

    (kept,) = files_in(own_folder)
    assert kept.relative_to(own_folder).as_posix() == stored_name(document.sha256)
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("name", "title", "file_name", "kept_title"),
    [
        ("Tutanak 1.pdf", "", "Tutanak 1.pdf", "Tutanak 1"),
        ("Tutanak 1.pdf", "Meclis", "Tutanak 1.pdf", "Meclis"),
        ('x"y\n.pdf', "t", "x_y_.pdf", "t"),
    ],
)
def test_names_are_kept_without_what_could_do_harm(workspace, name, title, file_name, kept_title):
    document = keep(workspace, upload(name, uploads.PDF), title=title)

    assert (document.file_name, document.title) == (file_name, kept_title)


def test_very_long_name_is_cut_to_its_end(workspace):
    document = keep(workspace, upload("ş" * 300 + ".pdf", uploads.PDF))

    assert (len(document.file_name), document.file_name[-6:]) == (200, "şş.pdf")
    assert len(document.title) <= 300


def test_document_remembers_who_added_it(workspace):
    user = make_user(workspace)

    assert keep(workspace, upload("a.pdf", uploads.PDF), user=user).added_by == user


def test_documents_are_seen_by_their_workspace_and_the_public_ones_by_all(workspace):
    private = keep(workspace, upload("a.pdf", uploads.PDF))
    public = keep(workspace, upload("a.png", uploads.PNG), grade=Grade.FULL)
    own, stranger = Eyes(reads=frozenset({workspace.pk})), Eyes(reads=frozenset({-1}))

    assert set(documents_visible_to(own)) == {private, public}
    assert list(documents_visible_to(stranger)) == [public]
    assert list(documents_visible_to(PUBLIC)) == [public]


def test_content_that_the_store_has_lost_is_told(workspace):
    document = keep(workspace, upload("a.pdf", uploads.PDF))
    default_storage.delete(stored_name(document.sha256))

    with pytest.raises(FileNotFoundError):
        open_content(document)


def test_source_with_the_same_title_is_one_source_of_its_workspace(workspace):
    first = cite_source(workspace=workspace, title_tr="Tutanak", stated_on=date(2019, 5, 10))
    again = cite_source(workspace=workspace, title_tr="Tutanak", title_en="Minutes")
    other = cite_source(workspace=make_workspace("ankara"), title_tr="Tutanak")

    assert (again, again.title_en, Source.objects.count()) == (first, "Tutanak", 2)
    assert list(sources_readable_by(Eyes(reads=frozenset({workspace.pk})))) == [first]
    assert list(sources_readable_by(PUBLIC)) == []
    assert other != first


def test_pages_of_a_pdf_are_counted_where_somebody_asks_for_them(workspace):
    content = pdf(2)
    uncounted = keep(workspace, upload("a.pdf", content))
    counted = keep(workspace, upload("a.pdf", content), with_pages=True)
    again = keep(workspace, upload("a.pdf", content), with_pages=True)

    assert uncounted == counted == again
    assert (uncounted.pages, counted.pages, again.pages) == (None, 2, 2)
    assert keep(workspace, upload("b.pdf", pdf(3)), with_pages=True).pages == 3


@pytest.mark.parametrize(
    ("name", "content"), [("a.png", uploads.PNG), ("a.pdf", uploads.PDF)], ids=["image", "broken"]
)
def test_pages_of_anything_else_are_not_known(workspace, name, content):
    assert keep(workspace, upload(name, content), with_pages=True).pages is None


def test_document_that_is_handed_over_keeps_its_pages(workspace):
    document = keep(workspace, upload("a.pdf", pdf(2)), with_pages=True)

    assert hand_over(document, to=make_workspace("ankara"), user=None).pages == 2
