"""Letters to partners abroad: of interest, and in answer to a request, in both languages."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from elci.accounts.models import Workspace
from elci.domain.vocabularies import Instrument, RequestAnswerKind
from elci.partnering.actions import DecisionFacts, decide_request
from elci.reports.document import text_of
from elci.reports.papers.abroad import (
    AnswerFacts,
    Correspondents,
    InterestFacts,
    answer_letter,
    interest_letter,
)
from elci.reports.papers.facts import UNNUMBERED, Person, Sender
from elci.reports.writers import FileFormat, write
from tests.builders import make_user, make_workspace
from tests.partnering.entries import TODAY, make_entry, make_request, make_shortlist

BETWEEN = Correspondents(
    sender=Sender(
        authority="Örnek Belediye Başkanlığı",
        signatory=Person(name="Ayşe Işık", title="Belediye Başkanı"),
    ),
    sender_en="Sample Municipality",
    recipient="Filibe Belediyesi",
    made_on=date(2024, 6, 3),
    numbering=UNNUMBERED,
)
ANSWER = AnswerFacts(
    between=BETWEEN,
    answer=RequestAnswerKind.DECLINED,
    asked_for="kardeş şehir anlaşması",
    letter_on=date(2024, 5, 2),
    letter_number="17",
)


def text(document):
    return " ".join(text_of(each) for each in document.lines())


@pytest.mark.parametrize(
    ("language", "wish", "binding"),
    [
        ("tr", "belediyenizle turizm alanında iş birliği", "Bu yazı bir anlaşma değildir"),
        ("en", "work together in this field: turizm", "This letter is no agreement"),
    ],
)
def test_letter_of_interest_says_what_is_wished_and_binds_nobody(language, wish, binding):
    facts = InterestFacts(between=BETWEEN, fields="turizm", reasons=("Kıyıdayız.",))

    letter = interest_letter(facts, language)

    assert wish in text(letter)
    assert binding in text(letter)
    assert "Kıyıdayız." in text(letter)
    assert letter.language == language


def test_what_is_not_known_stays_a_visible_blank():
    letter = interest_letter(InterestFacts(between=BETWEEN, fields=None), "en")

    assert "fields" in letter.missing
    assert "What brings" not in text(letter)


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("answer", list(RequestAnswerKind))
def test_every_decision_has_its_standard_answer(language, answer):
    letter = answer_letter(replace(ANSWER, answer=answer, lighter="mutabakat zaptı"), language)

    said = text(letter)
    assert ("mutabakat zaptı" in said) is (answer is RequestAnswerKind.OTHER_INSTRUMENT)
    assert ("17" in said) is True
    binding = "bir anlaşma değildir" in said or "is no agreement" in said
    assert binding is (answer in {RequestAnswerKind.ACCEPTED, RequestAnswerKind.OTHER_INSTRUMENT})


def test_english_answer_leaves_a_blank_for_a_date_that_is_not_known():
    letter = answer_letter(replace(ANSWER, letter_on=None), "en")

    assert "letter_day" in letter.missing


@pytest.mark.parametrize("file_format", [FileFormat.DOCX, FileFormat.ODT])
def test_english_letters_are_written_as_files_in_their_language(file_format):
    file = write(answer_letter(ANSWER, "en"), file_format)

    assert file.startswith(b"PK")
    assert write(answer_letter(ANSWER, "en"), file_format) == file


@pytest.fixture
def workspace(db: None) -> Workspace:
    return make_workspace()


@pytest.fixture
def desk(workspace: Workspace) -> Client:
    client = Client()
    client.force_login(make_user(workspace))
    return client


@pytest.mark.parametrize("language", ["tr", "en"])
def test_shortlisted_place_gets_its_letter(desk: Client, workspace: Workspace, language: str):
    shortlist = make_shortlist(workspace)
    shortlist.asked = {"need": "turizm"}
    shortlist.save()
    entry = make_entry(shortlist)

    answer = desk.get(f"/tr/desk/partners/places/{entry.uuid}/letter-{language}.docx")

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith(
        f'attachment; filename="letter-{language}'
    )


def test_answer_is_drafted_once_it_is_decided(desk: Client, workspace: Workspace):
    request = make_request(workspace)
    address = f"/tr/desk/partners/requests/{request.uuid}/answer-en.odt"

    before = desk.get(address)
    decision = DecisionFacts(
        answer=RequestAnswerKind.OTHER_INSTRUMENT,
        instrument=Instrument.MEMORANDUM,
        decided_on=TODAY,
        reason="Önce bir zabıt",
    )
    decide_request(request, decision, today=TODAY, user=None)

    assert before.status_code == 404
    assert desk.get(address).status_code == 200


def test_letters_of_others_are_not_found(desk: Client):
    ankara = make_workspace("ankara")
    entry, request = make_entry(make_shortlist(ankara)), make_request(ankara)

    assert desk.get(f"/tr/desk/partners/places/{entry.uuid}/letter-tr.docx").status_code == 404
    assert desk.get(f"/tr/desk/partners/requests/{request.uuid}/answer-tr.docx").status_code == 404
