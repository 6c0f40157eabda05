"""The pages with the papers of a case, through the eyes of those who may and may not see them."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from elci.accounts.actions import set_letterhead
from elci.accounts.choices import Role
from elci.accounts.models import Workspace
from elci.consent.actions import (
    By,
    CaseFacts,
    GivenPaper,
    Statement,
    open_case,
    send_to_ministry,
    state_facts,
)
from elci.consent.models import Case, DecidingOffice
from elci.documents.actions import keep_document
from elci.domain.casework.particulars import Particulars
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade
from elci.reports.cases import on_record
from elci.reports.choices import MISSING_LABELS, PAPER_LABELS
from elci.reports.counting import with_counted_note
from elci.reports.offering import PaperName
from elci.reports.writers import MEDIA_TYPES, FileFormat
from tests.builders import make_account, make_partner, make_user, make_workspace
from tests.consent.cases import done, make_office, question
from tests.documents.uploads import upload
from tests.domain.test_letterheads import WHOLE
from tests.foundation.test_pdf_pages import pdf
from tests.reports.facts import COMPLETE, EMPTY
from tests.reports.reading import squeezed, text_in

TODAY = date(2024, 6, 3)


def signed_in(workspace: Workspace) -> Client:
    client = Client()
    # A person of their own: whoever is given a seat again is signed out.
    client.force_login(make_user(workspace, email=f"masa@{workspace.key}.example.org"))
    return client


def make_case(workspace: Workspace, *, pack: str = "tr", **facts: Any) -> Case:
    return open_case(
        workspace=workspace,
        pack=pack,
        question=question(on=TODAY),
        about=CaseFacts(title="Filibe ile yeni dönem", partner=make_partner(), **facts),
        by=By(user=make_user(workspace), today=TODAY),
    )


def address(case: Case, name: str = "", file_format: str = "") -> str:
    file = f"{name}.{file_format}" if name else ""
    return f"/tr/desk/cases/{case.uuid}/papers/{file}"


@pytest.fixture(autouse=True)
def documents(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "documents"


@pytest.fixture
def workspace(db: None) -> Workspace:
    return make_workspace()


@pytest.fixture
def case(workspace: Workspace) -> Case:
    return make_case(workspace)


@pytest.fixture
def desk(workspace: Workspace) -> Client:
    return signed_in(workspace)


@pytest.fixture
def office(db: None) -> DecidingOffice:
    return make_office()


@pytest.fixture
def sent(case: Case, office: DecidingOffice) -> Case:
    sender = By(user=make_user(case.workspace), today=TODAY)
    send_to_ministry(case, "permit_municipal", on=TODAY, by=sender, office=office, number="E-9")
    case.refresh_from_db()
    return case


def test_page_lists_the_papers_and_what_is_missing(desk, case):
    page = desk.get(address(case)).content.decode()

    assert "Meclise sunulan yazı" in page
    assert "DETSİS" in page
    assert address(case, "permit-request", "docx") in page
    assert address(case, "refusal", "pdf") not in page


@pytest.mark.parametrize("file_format", FileFormat)
def test_paper_is_handed_out_as_a_file(desk, case, file_format):
    answer = desk.get(address(case, "permit-request", file_format))

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == MEDIA_TYPES[file_format]
    assert "permit-request-" in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Disposition"].startswith("attachment")
    text = text_in(b"".join(answer.streaming_content), file_format)
    assert squeezed("İSTANBUL BÜYÜKŞEHİR BELEDİYE BAŞKANLIĞI") in text
    assert squeezed("İSTANBUL VALİLİĞİNE") in text
    assert squeezed("(Bulgaristan) ile kardeş şehir ilişkisi kurulması") in text


def test_note_tells_what_the_register_holds_and_nobody_elses(desk, workspace, case):
    make_account(workspace, acts=[("council_decision", "1993"), ("signed", "1994-03-27")])
    make_account(make_workspace("ankara"), acts=[("signed", "2001-02-03")])
    done(case, "council", on=date(2024, 5, 30), number="2024/112")

    file = desk.get(address(case, "information-note", "odt"))
    text = text_in(b"".join(file.streaming_content), FileFormat.ODT)

    assert "27.03.1994" in text
    assert text.index("1993") < text.index("27.03.1994")
    assert "03.02.2001" not in text
    assert "30.05.2024Yapıldı" in text


@pytest.mark.parametrize(
    ("name", "file_format"),
    [("refusal", "docx"), ("no-such", "docx"), ("permit-request", "exe"), ("ending-notice", "pdf")],
)
def test_paper_that_the_case_does_not_have_is_not_there(desk, case, name, file_format):
    assert desk.get(address(case, name, file_format)).status_code == 404


def test_case_of_another_workspace_is_not_there(case):
    stranger = signed_in(make_workspace("ankara"))

    assert stranger.get(address(case)).status_code == 404
    assert stranger.get(address(case, "permit-request", "docx")).status_code == 404


def test_papers_are_for_those_who_sign_in(case):
    assert Client().get(address(case)).status_code == 302


def test_office_writes_its_own_letters_and_not_those_of_the_authority(office, sent):
    ministry = signed_in(office.workspace)
    page = ministry.get(address(sent)).content.decode()

    assert address(sent, "refusal", "docx") in page
    assert address(sent, "council-memorandum", "docx") not in page
    assert ministry.get(address(sent, "information-note", "odt")).status_code == 404
    letter = ministry.get(address(sent, "missing-papers", "odt"))
    text = text_in(b"".join(letter.streaming_content), FileFormat.ODT)
    assert squeezed("03.06.2024 tarihli ve E-9 sayılı yazısı") in text


def test_authority_does_not_write_for_the_office(desk, sent):
    assert desk.get(address(sent, "refusal", "docx")).status_code == 404


def test_law_of_another_country_has_no_turkish_letters(desk, workspace):
    case = make_case(workspace, pack="fr")

    page = desk.get(address(case)).content.decode()

    assert "Bu dosya için hazırlanacak yazı yoktur" in page
    assert desk.get(address(case, "information-note", "docx")).status_code == 404


def test_every_paper_and_every_blank_has_its_words():
    every = [*COMPLETE.values(), *EMPTY.values()]
    blanks = {name for compose in every for name in compose().missing}

    assert blanks <= MISSING_LABELS.keys()
    assert set(PAPER_LABELS) == set(PaperName)
    with translation.override("tr"):
        assert str(PAPER_LABELS[PaperName.REFUSAL]) == "Gerekçeli ret yazısı"


def stated(case: Case, **facts: Any) -> None:
    statement = Statement(facts=Particulars(**facts))
    state_facts(case, statement, on=TODAY, by=By(user=make_user(case.workspace), today=TODAY))


def test_page_leads_to_the_forms_that_fill_in_what_is_missing(desk, workspace, case):
    page = desk.get(address(case)).content.decode()

    assert f'href="/tr/desk/cases/{case.uuid}/facts/"' in page
    assert 'href="/tr/desk/letterhead/?host=istanbul"' in page
    assert f'href="/tr/desk/cases/{case.uuid}/#step-council"' in page
    assert "Evrak kaydında, imzalanınca" in page


def test_what_is_on_record_is_not_missing_any_more(desk, workspace, case):
    set_letterhead(workspace, WHOLE, user=None, seen=0)
    stated(case, purpose="Afet", fields=("tourism",))
    file = desk.get(address(case, "council-memorandum", "odt"))
    text = text_in(b"".join(file.streaming_content), FileFormat.ODT)
    page = desk.get(address(case)).content.decode()

    assert squeezed("Çalışmanın amacı: Afet") in text
    assert squeezed("İş birliği alanları: turizm") in text
    assert "Bilginotu(2sayfa)" in text
    assert "birimin DETSİS numarası" not in page


def test_pages_of_the_decision_are_those_of_the_file(desk, workspace, case):
    document = keep_document(
        workspace=workspace, user=None, file=upload("karar.pdf", pdf(4)), title="Karar",
        grade=Grade.PRIVATE, max_bytes=10**6, with_pages=True,
    )  # fmt: skip
    done(case, "council", on=date(2024, 5, 30), papers=[GivenPaper(paper="council_decision",
         document=document)])  # fmt: skip

    file = desk.get(address(case, "transmission-letter", "odt"))

    assert "kararı(4sayfa)" in text_in(b"".join(file.streaming_content), FileFormat.ODT)


def test_reader_is_led_to_no_form(workspace, case):
    reader = Client()
    reader.force_login(make_user(workspace, role=Role.READER))

    page = reader.get(address(case)).content.decode()

    assert "/facts/" not in page
    assert "/letterhead/" not in page


def test_office_is_led_to_its_own_letterhead_and_file(office, sent):
    page = signed_in(office.workspace).get(address(sent)).content.decode()

    assert f'href="/tr/desk/letterhead/?host={office.workspace.key}"' in page
    assert f'href="/tr/desk/ministry/{sent.uuid}/"' in page
    assert "/facts/" not in page


def test_end_of_a_relation_leads_to_its_record(desk, workspace):
    account = make_account(workspace)
    case = open_case(
        workspace=workspace, pack="tr", question=question("terminate_agreement", on=TODAY),
        about=CaseFacts(title="Filibe", account=account),
        by=By(user=make_user(workspace), today=TODAY),
    )  # fmt: skip

    assert f'href="/tr/desk/relations/{account.uuid}/"' in desk.get(address(case)).content.decode()


def test_pages_of_the_note_are_counted_only_for_papers_that_name_them(case):
    record = on_record(case, Eyes(reads=frozenset({case.workspace_id})), today=TODAY)

    assert with_counted_note(record, "refusal") is record
    assert with_counted_note(replace(record, note_pages=3), "permit-request").note_pages == 3
    assert with_counted_note(record, "permit-request").note_pages in {1, 2}
