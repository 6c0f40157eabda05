"""The facts of a case: stated, changed with a reason, filed under the step that asks for them."""

from dataclasses import replace

import pytest

from elci.accounts.models import Workspace
from elci.consent.actions import (
    CaseRefusedError,
    GivenPaper,
    ReasonMissingError,
    Statement,
    close_case,
    state_facts,
)
from elci.consent.models import Case, CaseEvent, CasePaper
from elci.consent.queries.cases import domain_event
from elci.domain.casework.particulars import Particulars
from tests.builders import make_workspace
from tests.consent.cases import TODAY, by, make_case, make_document, state

pytestmark = pytest.mark.django_db
FACTS = Particulars(purpose="Afet yönetimi", duration="beş yıl")


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace()


@pytest.fixture
def case(workspace: Workspace) -> Case:
    return make_case(workspace=workspace, pack="tr")


def stated(case: Case, facts: Particulars, **more) -> CaseEvent:
    seen = more.pop("seen", state(case).statements)
    statement = Statement(facts=facts, seen=seen, **more)
    return state_facts(case, statement, on=TODAY, by=by(case.workspace))


def test_facts_are_stated_with_their_source(case):
    event = stated(case, FACTS, source="Taslak")

    assert state(case).particulars == FACTS
    assert domain_event(event).said == {"purpose": "Afet yönetimi", "duration": "beş yıl"}
    assert (domain_event(event).source, event.recorded_by.name) == ("Taslak", "Deniz Uzman")


def test_only_what_differs_is_stated_anew_and_the_old_statement_stays(case):
    stated(case, FACTS)
    event = stated(case, replace(FACTS, duration="üç yıl"), reason="Görüşmede değişti")

    assert domain_event(event).said == {"duration": "üç yıl"}
    assert state(case).particulars == replace(FACTS, duration="üç yıl")
    first = case.events.get(number=2)
    assert domain_event(first).said["duration"] == "beş yıl"


def test_what_is_on_record_is_not_changed_without_a_reason(case):
    stated(case, FACTS)

    with pytest.raises(ReasonMissingError, match="Nedenini birkaç sözcükle"):
        stated(case, replace(FACTS, duration=""), reason=" ")

    assert state(case).particulars == FACTS


def test_what_was_not_known_is_added_without_a_reason(case):
    stated(case, FACTS)
    stated(case, replace(FACTS, benefit="Ortak eğitimler"))

    assert state(case).particulars.benefit == "Ortak eğitimler"


def test_nothing_new_is_refused(case):
    stated(case, FACTS)

    with pytest.raises(CaseRefusedError, match="Yeni bir bilgi yok"):
        stated(case, FACTS)


def test_facts_written_from_older_ones_are_refused(case):
    stated(case, FACTS)

    with pytest.raises(CaseRefusedError, match="Siz yazarken"):
        stated(case, replace(FACTS, duration="üç yıl"), seen=0, reason="x")


def test_closed_case_takes_no_facts(case):
    close_case(case, on=TODAY, reason="Vazgeçildi", by=by(case.workspace))

    with pytest.raises(CaseRefusedError, match="kapatılmıştır"):
        stated(case, FACTS)


def test_draft_is_filed_under_the_step_that_asks_for_it_and_the_letter_beside(case, workspace):
    draft, letter = make_document(workspace, "taslak"), make_document(workspace, "yazi")
    papers = (
        GivenPaper(paper="foreign_draft", document=draft),
        GivenPaper(paper="administrators_letter", document=letter),
    )

    stated(case, Particulars(), papers=papers)

    kept = {each.document: (each.step, each.paper) for each in CasePaper.objects.all()}
    assert kept == {
        draft: ("permit_municipal", "draft_protocol"),
        letter: ("", "administrators_letter"),
    }
    missing = {each.key for each in state(case).step("permit_municipal").missing_papers}
    assert "draft_protocol" not in missing


def test_draft_that_no_step_asks_for_is_filed_beside(workspace):
    case = make_case("host_foreign_local", workspace=workspace, pack="tr")
    given = GivenPaper(paper="draft", document=make_document(workspace, "taslak"))

    stated(case, Particulars(), papers=(given,))

    assert [(each.step, each.paper) for each in CasePaper.objects.all()] == [("", "draft")]
