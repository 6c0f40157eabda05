"""The papers of a visit as the desk and the command line hand them out."""

import pytest
from django.test import Client

from elci.agreements.models import Account
from elci.config.briefings import write_briefing
from elci.domain.visiting.words import DetailKind, Promiser, Side
from elci.foundation.eyes import PUBLIC
from elci.reports.document import text_of
from elci.reports.visits import VisitPaperName, partner_briefing, visit_paper
from elci.reports.writers import FileFormat
from elci.visits.actions import add_hour, add_outcome, erase_delegate, keep_detail, record_fate
from tests.builders import make_account, make_partner, make_user, make_workspace
from tests.reports.reading import text_in
from tests.visits.kept_visits import (
    TODAY,
    fate,
    hour_facts,
    make_delegate,
    make_promise_of,
    make_visit,
    on,
    outcome_facts,
    reads,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def workspace():
    return make_workspace()


@pytest.fixture
def partner():
    return make_partner()


@pytest.fixture
def account(workspace, partner) -> Account:
    return make_account(workspace, partner=partner)


@pytest.fixture
def visit(workspace, partner, account):
    """A held visit with a promise of theirs that is overdue and one that was kept."""
    visit = make_visit(workspace, partner=partner, held=True)
    make_promise_of(visit, due=on(-1), promiser=Promiser.PARTNER, what="Liste", who="Başkan")
    make_promise_of(visit, due=on(-1), what="Taslak")
    kept = make_promise_of(visit, what="Dosya", due=None)
    record_fate(kept, fate(), today=TODAY, user=None)
    make_promise_of(visit, due=on(5), what="Sergi")
    add_outcome(visit, outcome_facts(), user=None)
    return visit


def told(document):
    return "\n".join(text_of(each) for each in document.lines())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("tr", ["Filibe", "Bulgaristan", "yürürlükte", "Verdikleri sözü sormak: Liste",
                "söylemek: Taslak", "anlaşmak: Sergi", "Ortak proje taslağı yazıldı.",
                "sonucu", "3 Haziran 2024"]),
        ("en", ["Plovdiv", "Bulgaria", "in force", "Ask about what they promised: Liste",
                "Say when ours will be done: Taslak", "Settle what came of", "3 June 2024"]),
    ],
)  # fmt: skip
def test_briefing_says_who_they_are_what_was_promised_and_what_to_raise(
    visit, workspace, partner, language, said
):
    make_visit(workspace, partner=partner, held=True, title="Nezaket", starts=on(-90), ends=None)
    next_visit = make_visit(workspace, partner=partner, title="Sonraki", starts=on(20), ends=None)

    found = told(
        partner_briefing(workspace, partner, reads(workspace), today=TODAY, language=language)
    )
    of_visit = told(
        visit_paper(
            next_visit, VisitPaperName.BRIEFING, reads(workspace), today=TODAY, language=language
        )
    )

    sought = [each.lower() for each in said]
    assert [each for each in sought if each not in found.lower()] == []
    assert "Sonraki" in found
    assert found == of_visit


def test_briefing_tells_only_what_its_reader_may_see(visit, workspace, partner):
    foreign = make_visit(make_workspace("ankara"), partner=partner, title="Başkasının")
    make_promise_of(foreign, what="Gizli söz")

    own = told(partner_briefing(workspace, partner, reads(workspace), today=TODAY, language="tr"))
    nobody = told(partner_briefing(workspace, partner, PUBLIC, today=TODAY, language="tr"))

    assert ("Başkasının" in own, "Gizli söz" in own) == (False, False)
    assert ("Liste" in nobody, "yürürlükte" in nobody) == (False, False)


def test_papers_name_people_in_their_order_and_nobody_whose_name_was_erased(visit, workspace):
    add_hour(visit, hour_facts(ends=None), user=None)
    person = make_delegate(visit, needs_visa_letter=True)
    make_delegate(visit, "Ana Örnek", side=Side.OURS)
    gone = make_delegate(visit, "Ivo Örnek")
    keep_detail(person, DetailKind.VISA, "U 123", today=TODAY, user=None)
    erase_delegate(gone, reason="İstek", user=None)

    papers = {
        name: told(visit_paper(visit, name, reads(workspace), today=TODAY, language="tr"))
        for name in VisitPaperName
    }

    assert "09:00" in papers[VisitPaperName.PROGRAMME]
    assert "Boyan Örnek" in papers[VisitPaperName.DELEGATIONS]
    assert "Ana Örnek" in papers[VisitPaperName.BADGES]
    assert "U 123" in papers[VisitPaperName.VISA_LETTER]
    assert all("Ivo" not in paper for paper in papers.values())


@pytest.fixture
def desk(workspace):
    client = Client()
    client.force_login(make_user(workspace))
    return client


@pytest.mark.parametrize("file_format", list(FileFormat))
def test_desk_hands_out_papers_in_both_languages(desk, visit, file_format):
    pages = f"/tr/desk/visits/{visit.uuid}/papers/"

    page = desk.get(pages).content.decode()
    assert f"{pages}briefing-en.{file_format}" in page
    answer = desk.get(f"{pages}briefing-en.{file_format}")

    assert "attachment" in answer.headers["Content-Disposition"]
    assert "Plovdiv" in text_in(b"".join(answer.streaming_content), file_format)


def test_papers_of_others_are_not_found(desk):
    foreign = make_visit(make_workspace("ankara"))

    for name in ("", "briefing-tr.pdf"):
        assert desk.get(f"/tr/desk/visits/{foreign.uuid}/papers/{name}").status_code == 404
    assert desk.get(f"/tr/desk/visits/{foreign.uuid}/papers/briefing-de.pdf").status_code == 404


def test_command_writes_the_briefing_of_a_partner_or_a_visit(visit, tmp_path):
    by_partner, by_visit = tmp_path / "a.docx", tmp_path / "b.docx"

    for out, asked in (
        (by_partner, {"partner": "Filibe", "visit": ""}),
        (by_visit, {"partner": "", "visit": str(visit.uuid)}),
    ):
        write_briefing("istanbul", language="tr", form="docx", out=out, **asked)

    assert "Liste" in text_in(by_partner.read_bytes(), FileFormat.DOCX)
    assert "Liste" in text_in(by_visit.read_bytes(), FileFormat.DOCX)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"partner": "Atlantis"}, "No partner named"),
        ({"partner": ""}, "--partner or --visit"),
        ({"visit": "12"}, "no permanent number"),
        ({"visit": "00000000-0000-4000-8000-000000000000"}, "has no visit"),
        ({"form": "txt"}, "none of the formats"),
        ({"host": "atlantis"}, "no workspace"),
    ],
)
def test_command_says_what_it_does_not_find(visit, tmp_path, changes, says):
    asked = {"host": "istanbul", "partner": "Filibe", "visit": "", "form": "pdf", **changes}
    host = asked.pop("host")

    with pytest.raises((LookupError, ValueError), match=says):
        write_briefing(host, language="tr", out=tmp_path / "x", **asked)
