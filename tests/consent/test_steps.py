"""Steps, papers, requests and clocks of a case, and what is refused."""

from datetime import date

import pytest

from elci.consent.actions import (
    CaseFacts,
    CaseRefusedError,
    StepFacts,
    add_paper,
    ask_for_paper,
    ask_opinion,
    close_case,
    correct_step,
    do_step,
    give_opinion,
    open_case,
    resume_clock,
    supply_paper,
    suspend_clock,
    undo_step,
)
from elci.consent.models import Case, CasePaper
from elci.consent.queries.cases import events_of, papers_of
from elci.domain.law.library import NoSuchPackError
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade
from tests.builders import make_account, make_partner, make_workspace
from tests.consent.cases import (
    TODAY,
    by,
    day,
    done,
    make_case,
    paper,
    question,
    state,
    statuses,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return make_case()


def kinds(case):
    return [event.kind for event in events_of(case)]


def test_opened_case_keeps_its_question():
    case = make_case(on=date(2024, 9, 2))

    assert (case.act, case.body, case.counterpart, case.planned_on, case.opened_on) == (
        "sister_city", "metropolitan", "foreign_local_authority", date(2024, 9, 2), TODAY,
    )  # fmt: skip
    assert (case.instrument, case.grade, case.is_open) == ("sister_city", "full", True)
    assert state(case).question == question(on=date(2024, 9, 2))
    assert events_of(case).get().recorded_by.name == "Deniz Uzman"


def opened(workspace, act="sister_city", *, pack="tr", context=None, **about):
    return open_case(
        workspace=workspace, pack=pack, question=question(act, context=context or {}),
        about=CaseFacts(title="Deneme", **about), by=by(workspace),
    )  # fmt: skip


def test_alias_of_a_pack_brings_its_circumstances():
    case = opened(make_workspace(), pack="us-tx", partner=make_partner())

    assert state(case).question.context == {"state": "TX", "partner_country": "BG"}


def test_pack_that_is_not_there_opens_no_case():
    with pytest.raises(NoSuchPackError):
        opened(make_workspace(), pack="moon", partner=make_partner())

    assert not Case.objects.exists()


@pytest.mark.parametrize("act", ["renew_agreement", "terminate_agreement", "leave_io"])
def test_what_continues_a_relation_needs_it(act):
    with pytest.raises(CaseRefusedError, match="kayıtlı ilişkiyi"):
        opened(make_workspace(), act, partner=make_partner())


@pytest.mark.parametrize(
    ("act", "instrument"), [("sister_city", None), ("host_foreign_local", Instrument.MEMORANDUM)]
)
def test_what_opens_a_relation_needs_a_partner(act, instrument):
    with pytest.raises(CaseRefusedError, match="tarafı belirtiniz"):
        opened(make_workspace(), act, instrument=instrument)


def test_account_of_another_workspace_is_an_error():
    account = make_account(make_workspace("ankara"))

    with pytest.raises(ValueError, match="of another workspace"):
        opened(make_workspace(), "renew_agreement", account=account)


def test_case_takes_the_grade_of_its_relation_and_the_instrument_that_is_named():
    workspace = make_workspace()
    private = make_account(workspace, grade=Grade.PRIVATE)
    renewal = opened(workspace, "renew_agreement", account=private, grade=Grade.FULL)
    letter = opened(workspace, "mou", partner=make_partner(), instrument=Instrument.GOODWILL_LETTER)

    assert (renewal.grade, renewal.instrument) == ("private", "")
    assert letter.instrument == "goodwill_letter"


def test_step_is_recorded_with_its_facts_and_papers(case):
    given = paper(case.workspace, "decision")

    event = do_step(
        case, "council",
        StepFacts(on=day(10), number="12", organ="Meclis", final_on=day(5), note="oy birliğiyle"),
        by=by(case.workspace), papers=[given],
    )  # fmt: skip

    assert (event.number, event.kind, event.on, event.office) == (2, "step_done", day(10), None)
    assert event.facts == {
        "key": "council", "number": "12", "organ": "Meclis", "papers": ["decision"],
        "final_on": str(day(5)), "note": "oy birliğiyle",
    }  # fmt: skip
    kept = papers_of(case).get()
    assert (kept.step, kept.paper, kept.document, kept.event) == (
        "council", "decision", given.document, event,
    )  # fmt: skip
    assert state(case).step("council").missing_papers == ()


def test_step_is_recorded_once(case):
    done(case, "council", on=day(10))

    with pytest.raises(CaseRefusedError, match="Bu adım zaten kayıtlıdır"):
        done(case, "council", on=day(9))
    assert kinds(case) == ["opened", "step_done"]


@pytest.mark.parametrize("key", ["moon", "tell_before"])
def test_step_that_the_law_does_not_ask_for_is_refused(case, key):
    with pytest.raises(CaseRefusedError, match="bu adımı istememektedir"):
        done(case, key, on=day(10))


def test_step_that_was_asked_for_on_its_own_day_is_recorded():
    case = make_case(today=TODAY)

    done(case, "circular", on=date(2017, 5, 8))

    assert statuses(case)["circular"] == "done"


def test_act_itself_is_no_step_to_record(case):
    with pytest.raises(CaseRefusedError, match="işlemin kendisidir"):
        done(case, "sign", on=day(1))
    with pytest.raises(CaseRefusedError, match="işlemin kendisidir"):
        undo_step(case, "sign", by=by(case.workspace), reason="yanlış")


def test_day_that_has_not_come_is_refused(case):
    with pytest.raises(CaseRefusedError, match="henüz gelmedi"):
        done(case, "council", on=day(-1))


def test_correction_keeps_what_it_corrects(case):
    wrong = done(case, "council", on=day(10), number="12")

    right = correct_step(
        case, "council", StepFacts(on=day(11), number="13"), by=by(case.workspace), reason="yanlış"
    )

    assert kinds(case) == ["opened", "step_done", "step_undone", "step_done"]
    assert (right.corrects, right.facts["number"]) == (wrong, "13")
    assert events_of(case).get(number=3).corrects == wrong
    assert state(case).step("council").done.number == "13"
    assert wrong.facts["number"] == "12"


def test_step_that_never_happened_is_taken_back(case):
    done(case, "council", on=day(10))

    undo_step(case, "council", by=by(case.workspace), reason="başka dosya")

    assert statuses(case)["council"] == "due"


@pytest.mark.parametrize(
    ("key", "reason", "said"), [("council", " ", "neden yanlış"), ("transmit", "x", "kayıt yoktur")]
)
def test_correction_needs_a_reason_and_something_to_correct(case, key, reason, said):
    done(case, "council", on=day(10))

    with pytest.raises(CaseRefusedError, match=said):
        correct_step(case, key, StepFacts(on=day(9)), by=by(case.workspace), reason=reason)
    assert kinds(case) == ["opened", "step_done"]


def test_paper_is_added_to_a_step(case):
    add_paper(case, "permit", paper(case.workspace, "permit"), on=day(1), by=by(case.workspace))

    assert state(case).step("permit").missing_papers == ()
    with pytest.raises(CaseRefusedError, match="bu adımı istememektedir"):
        add_paper(case, "moon", paper(case.workspace, "x"), on=day(1), by=by(case.workspace))


def test_paper_of_another_workspace_is_handed_over(case):
    theirs = paper(make_workspace("ankara"), "permit")

    add_paper(case, "permit", theirs, on=day(1), by=by(case.workspace))
    add_paper(case, "permit", theirs, on=day(1), by=by(case.workspace))

    first, second = [kept.document for kept in papers_of(case)]
    assert first == second != theirs.document
    assert (first.workspace, first.sha256, first.grade) == (
        case.workspace, theirs.document.sha256, "private",
    )  # fmt: skip


def test_paper_that_was_asked_for_is_handed_in(case):
    who = by(case.workspace)
    ask_for_paper(case, "harita", on=day(2), by=who, reason="sınır belirsiz")
    ask_for_paper(case, "bütçe", on=day(2), by=who, from_whom="Mali Hizmetler")
    given = paper(case.workspace, "harita")

    supply_paper(case, given, on=day(1), by=who, step="permit")

    (asked,) = state(case).papers_asked
    assert (asked.paper, asked.from_whom) == ("bütçe", "Mali Hizmetler")
    assert events_of(case).get(number=2).facts["from_whom"] == "İstanbul"
    assert CasePaper.objects.get().step == "permit"
    with pytest.raises(CaseRefusedError, match="istenmemiştir"):
        supply_paper(case, given, on=day(1), by=who)


def test_opinion_is_asked_for_and_given(case):
    who = by(case.workspace)
    ask_opinion(case, "Dışişleri", on=day(2), by=who)
    ask_opinion(case, "Hukuk", on=day(2), by=who)

    give_opinion(case, "Dışişleri", on=day(1), by=who, opinion="uygun",
                 given=paper(case.workspace, "görüş"))  # fmt: skip
    give_opinion(case, "Hukuk", on=day(1), by=who, opinion="uygun")

    assert [each.body for each in state(case).opinions] == ["Dışişleri", "Hukuk"]
    assert papers_of(case).get().paper == "görüş"
    with pytest.raises(CaseRefusedError, match="görüş istenmemiştir"):
        give_opinion(case, "Hukuk", on=day(1), by=who, opinion="tekrar")


@pytest.mark.parametrize("key", ["", "transmit"])
def test_clock_is_suspended_and_resumed(case, key):
    who = by(case.workspace)
    done(case, "council", on=day(10), final_on=day(10))
    suspend_clock(case, on=day(8), by=who, reason="itiraz", key=key)
    assert state(case).step("transmit").clock.due is None
    with pytest.raises(CaseRefusedError, match="zaten durdurulmuştur"):
        suspend_clock(case, on=day(7), by=who, reason="yine", key=key)

    resume_clock(case, on=day(4), by=who, key=key)

    assert state(case).step("transmit").clock.due == TODAY.replace(day=4)
    with pytest.raises(CaseRefusedError, match="durdurulmadığı"):
        resume_clock(case, on=day(3), by=who, key=key)


def test_requests_need_their_words(case):
    who = by(case.workspace)
    for ask, said in [
        (lambda: ask_for_paper(case, " ", on=day(1), by=who), "belgenin adını"),
        (lambda: ask_opinion(case, "", on=day(1), by=who), "kurumun adını"),
        (lambda: suspend_clock(case, on=day(1), by=who, reason=""), "neden durdurulduğunu"),
        (lambda: close_case(case, on=day(1), by=who, reason=""), "neden kapatıldığını"),
    ]:
        with pytest.raises(CaseRefusedError, match=said):
            ask()
    assert kinds(case) == ["opened"]


def test_closed_case_takes_nothing_more(case):
    close_case(case, on=day(0), reason="vazgeçildi", by=by(case.workspace))

    case.refresh_from_db()
    assert (case.is_open, state(case).status) == (False, "closed")
    with pytest.raises(CaseRefusedError, match="kapatılmıştır"):
        done(case, "council", on=day(1))
