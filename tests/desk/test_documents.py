"""Attaching documents and handing them out."""

import hashlib
import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from elci.agreements.models import ActRecord, Attachment
from elci.documents.models import Document
from elci.foundation.grades import Grade
from tests.builders import make_account, make_partner, make_user, make_workspace
from tests.desk.conftest import PDF

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa7\x9a\xa0\xa0"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return file.getvalue()


DOCX = zipped("[Content_Types].xml", "word/document.xml")


@pytest.fixture
def address(account: Any) -> str:
    return f"/tr/desk/relations/{account.uuid}/documents/"


def attach(client, address, name, content, **changes):
    form = {"document": SimpleUploadedFile(name, content), "document_grade": "private", **changes}
    return client.post(address, form)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("protokol.pdf", PDF, "application/pdf"),
        ("PROTOKOL.PDF", PDF, "application/pdf"),
        ("imza.png", PNG, "image/png"),
        (
            "metin.docx",
            DOCX,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_document_is_kept_as_it_is_with_its_hash(desk, account, address, name, content, media_type):
    attach(desk, address, name, content, title="Metin")
    document = Document.objects.get()
    page = desk.get(f"/tr/desk/relations/{account.uuid}/").content.decode()

    assert (document.media_type, document.size, document.file_name) == (
        media_type,
        len(content),
        name,
    )
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert document.sha256 in page
    assert Attachment.objects.get().act is None


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("buyuk.pdf", PDF + b"0" * (30 * 1024**2), "30"),
        ("bos.pdf", b"", "Dosya boş"),
        ("protokol.pdf", DOCX, "içeriği"),
        ("protokol.pdf", zipped("a.txt"), "içeriği"),
        ("metin.docx", zipped("a.txt"), "içeriği"),
        ("program.exe", b"MZ\x90\x00", ".exe"),
        ("betik.pdf", b"#!/bin/sh\nrm -rf /\n", "içeriği"),
        ("sayfa.pdf", b"<script>alert(1)</script>", "içeriği"),
        ("sayfa.html", b"<p>", ".html"),
        ("resim.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", ".svg"),
        ("adsiz", PDF, "PDF"),
    ],
)
def test_file_that_is_not_kept_is_refused_with_the_reason_and_nothing_stays(
    desk, address, documents, name, content, told
):
    answer = attach(desk, address, name, content)
    page = answer.content.decode()

    assert answer.status_code == 200
    assert 'id="error-summary-title"' in page
    assert told in page
    assert (Document.objects.count(), Attachment.objects.count()) == (0, 0)
    assert not documents.exists()


def test_form_without_a_file_is_refused(desk, address):
    answer = desk.post(address, {"document_grade": "private"})

    assert 'href="#id_document"' in answer.content.decode()
    assert Document.objects.count() == 0


def test_document_is_private_unless_somebody_says_otherwise(desk, address):
    page = desk.get(address).content.decode()
    attach(desk, address, "a.pdf", PDF, document_grade="full")

    assert 'value="private" required id="id_document_grade_0" checked' in page or (
        page.index("checked") > page.index('value="private"')
        and page.index("checked") < page.index('value="full"')
    )
    assert Document.objects.get().grade == Grade.FULL


def test_document_can_prove_one_act(desk, account, address):
    act = ActRecord.objects.get()

    attach(desk, address, "a.pdf", PDF, act=act.uuid)
    page = desk.get(f"/en/desk/relations/{account.uuid}/").content.decode()

    assert Attachment.objects.get().act == act
    assert "It proves: signed, 27 March 1994." in page


def test_document_cannot_prove_an_act_of_another_relation(desk, address, foreign_account):
    act = ActRecord.objects.get(account=foreign_account)

    answer = attach(desk, address, "a.pdf", PDF, act=act.uuid)

    assert answer.status_code == 200
    assert Document.objects.count() == 0


def test_same_file_again_is_attached_once(desk, address):
    attach(desk, address, "a.pdf", PDF, title="Metin")
    answer = attach(desk, address, "b.pdf", PDF, title="Başka ad", document_grade="full")
    told = desk.get(answer.url).content.decode()

    assert (Document.objects.count(), Attachment.objects.count()) == (1, 1)
    assert "“Metin” eklendi. Görebilenler: yalnız çalışma alanınız." in told


def test_document_is_handed_out_where_nothing_in_it_can_run(desk, address):
    attach(desk, address, 'proto"kol.pdf', PDF)

    answer = desk.get(f"/tr/desk/documents/{Document.objects.get().uuid}/")

    content = b"".join(answer.streaming_content)
    answer.close()
    assert content == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_document_is_opened_to_everybody_with_a_reason(desk, client, account, address):
    attach(desk, address, "a.pdf", PDF, title="Metin")
    document = Document.objects.get()
    public = f"/tr/documents/{document.uuid}/"
    before = client.get(public).status_code

    desk.post(f"{address}{document.uuid}/", {"document_grade": "full", "reason": "Yayımlandı."})
    page = desk.get(f"/tr/desk/relations/{account.uuid}/").content.decode()

    opened = client.get(public)
    opened.close()
    assert (before, opened.status_code) == (404, 200)
    assert "bir belgeyi kimlerin görebileceğini değiştirdi" in page
    assert "<del>yalnız çalışma alanınız</del> → herkes" in page
    assert "Yayımlandı." in page


def test_document_is_not_opened_without_a_reason(desk, address):
    attach(desk, address, "a.pdf", PDF)
    document = Document.objects.get()

    answer = desk.post(f"{address}{document.uuid}/", {"document_grade": "full", "reason": ""})

    assert answer.status_code == 200
    assert Document.objects.get().grade == Grade.PRIVATE


def test_document_of_another_relation_is_not_there(desk, workspace, address):
    attach(desk, address, "a.pdf", PDF)
    other = make_account(workspace, partner=make_partner("Köln", "Almanya"))
    document = Document.objects.get()

    answer = desk.get(f"/tr/desk/relations/{other.uuid}/documents/{document.uuid}/")

    assert answer.status_code == 404


def test_document_is_not_there_for_those_who_may_not_read_it(client, desk, address):
    attach(desk, address, "a.pdf", PDF, document_grade="full")
    document = Document.objects.get()
    client.force_login(make_user(make_workspace("ankara")))

    assert client.get(f"/tr/desk/documents/{document.uuid}/").status_code == 404


def test_document_whose_bytes_are_lost_is_not_there(desk, address, documents):
    attach(desk, address, "a.pdf", PDF)
    document = Document.objects.get()
    (documents / document.sha256[:2] / document.sha256).unlink()

    assert desk.get(f"/tr/desk/documents/{document.uuid}/").status_code == 404
