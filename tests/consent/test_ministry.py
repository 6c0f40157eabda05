"""The way of a file to an office that decides, its queue, and what it sees."""

import pytest

from elci.agreements.queries.relations import accounts_visible_to, kept_accounts
from elci.consent.actions import (
    ActDone,
    By,
    CaseRefusedError,
    Decision,
    ask_for_paper,
    ask_opinion,
    close_case,
    give_opinion,
    open_office,
    permit,
    record_refusal,
    refuse,
    resume_clock,
    send_to_ministry,
    sign,
    supply_paper,
    suspend_clock,
)
from elci.consent.models import CasePaper
from elci.consent.queries.cases import (
    case_document,
    cases_editable_by,
    cases_visible_to,
    events_of,
    papers_of,
)
from elci.consent.queries.ministry import (
    cases_decidable_by,
    ministry_queue,
    offices,
    offices_for,
    offices_of,
)
from elci.documents.queries import documents_visible_to
from elci.foundation.eyes import PUBLIC, Eyes
from elci.foundation.grades import Grade
from tests.builders import make_account, make_workspace
from tests.consent.cases import (
    TODAY,
    by,
    day,
    done,
    make_case,
    make_document,
    make_office,
    paper,
    reads,
    state,
    statuses,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_office()


@pytest.fixture
def case(office):
    case = make_case()
    done(case, "council", on=day(60))
    done(case, "transmit", on=day(54))
    send_to_ministry(case, "permit", on=day(30), by=by(case.workspace), office=office, number="E-5")
    case.refresh_from_db()
    return case


def officer(office) -> By:
    return by(office.workspace, office=office)


def test_file_that_was_sent_lies_with_the_office(case, office):
    assert (case.office, case.office_step) == (office, "permit")
    assert statuses(case)["permit"] == "waiting"
    event = events_of(case).last()
    assert (event.kind, event.office, event.facts) == (
        "sent", office, {"key": "permit", "to": "Ankara", "number": "E-5"},
    )  # fmt: skip
    assert list(ministry_queue(reads(office.workspace))) == [case]
    assert list(cases_decidable_by(reads(office.workspace))) == [case]


def test_letter_on_paper_goes_to_the_authority_of_the_step():
    case = make_case()
    send_to_ministry(case, "permit", on=day(3), by=by(case.workspace))
    other = make_case()
    send_to_ministry(other, "permit", on=day(3), by=by(case.workspace), to="Valilik eliyle")

    case.refresh_from_db()
    assert case.office is None
    assert state(case).step("permit").sent.to == "Çevre ve Şehircilik Bakanlığı"
    assert state(other).step("permit").sent.to == "Valilik eliyle"


@pytest.mark.parametrize("key", ["council", "moon"])
def test_file_goes_to_those_who_decide(key):
    case = make_case()

    with pytest.raises(CaseRefusedError, match="karar veren bir makam yoktur"):
        send_to_ministry(case, key, on=day(3), by=by(case.workspace))


def test_file_is_not_sent_twice_nor_after_the_decision(case, office):
    with pytest.raises(CaseRefusedError, match="zaten bu makamdadır"):
        send_to_ministry(case, "permit", on=day(2), by=by(case.workspace), office=office)

    permit(case, Decision(on=day(1), number="77"), by=officer(office))
    with pytest.raises(CaseRefusedError, match="zaten kayıtlıdır"):
        send_to_ministry(case, "permit", on=day(0), by=by(case.workspace), office=office)


def test_file_is_in_one_pair_of_hands_at_a_time(office):
    case = make_case("aid_abroad")
    who, other = by(case.workspace), make_office("vali", ["vali"])
    send_to_ministry(case, "opinion", on=day(9), by=who, office=office)

    with pytest.raises(CaseRefusedError, match="başka bir adım için Ankara"):
        send_to_ministry(case, "objection", on=day(8), by=who, office=other)
    send_to_ministry(case, "objection", on=day(8), by=who, to="Vali")
    record_refusal(case, "objection", Decision(on=day(7), reasons="itiraz"), by=who)

    case.refresh_from_db()
    assert (case.office, case.office_step) == (office, "opinion")


def test_permit_ends_the_wait_and_hands_over_its_letter(case, office):
    letter = paper(office.workspace, "permit")

    permit(case, Decision(on=day(1), number="77", papers=(letter,)), by=officer(office))

    case.refresh_from_db()
    step = state(case).step("permit")
    assert (case.office, case.office_step, step.done.number, step.done.organ) == (
        None, "", "77", "Ankara",
    )  # fmt: skip
    kept = papers_of(case).get().document
    assert (kept.workspace, kept.sha256) == (case.workspace, letter.document.sha256)
    assert list(ministry_queue(reads(office.workspace))) == []
    account = sign(case, ActDone(on=TODAY), by=by(case.workspace))
    assert account.acts.get(kind="permit_granted").organ == "Ankara"


def test_refusal_needs_reasons_and_lets_the_file_be_sent_again(case, office):
    with pytest.raises(CaseRefusedError, match="gerekçesi gerekir"):
        refuse(case, Decision(on=day(1)), by=officer(office))

    refuse(case, Decision(on=day(1), reasons="dış politikaya uygun değil"), by=officer(office))
    assert (statuses(case)["permit"], state(case).status) == ("refused", "refused")

    send_to_ministry(case, "permit", on=day(0), by=by(case.workspace), office=office)
    assert statuses(case)["permit"] == "waiting"


def test_office_decides_once(case, office):
    permit(case, Decision(on=day(1), number="77"), by=officer(office))

    with pytest.raises(CaseRefusedError, match="artık bu makamda değildir"):
        refuse(case, Decision(on=day(1), reasons="geç"), by=officer(office))


def test_nobody_decides_without_an_office_or_for_another(case):
    other = make_office("icisleri", ["İçişleri"])

    with pytest.raises(ValueError, match="only an office decides"):
        permit(case, Decision(on=day(1)), by=by(case.workspace))
    with pytest.raises(CaseRefusedError, match="artık bu makamda değildir"):
        permit(case, Decision(on=day(1)), by=officer(other))


def test_office_asks_for_papers_opinions_and_time(case, office):
    who = officer(office)
    ask_for_paper(case, "bilgi notu", on=day(20), by=who)
    ask_opinion(case, "Dışişleri Bakanlığı", on=day(20), by=who)
    give_opinion(case, "Dışişleri Bakanlığı", on=day(10), by=who, opinion="uygun")
    suspend_clock(case, on=day(9), by=who, reason="belge bekleniyor", key="permit")
    resume_clock(case, on=day(8), by=who, key="permit")
    supply_paper(case, paper(case.workspace, "bilgi notu"), on=day(7), by=by(case.workspace))

    assert [event.office for event in events_of(case)][-2:] == [office, None]
    assert state(case).papers_asked == ()


def test_permit_on_paper_takes_the_file_out_of_the_queue(case, office):
    done(case, "permit", on=day(2), number="77")

    case.refresh_from_db()
    assert case.office is None
    assert list(ministry_queue(reads(office.workspace))) == []


def test_other_step_leaves_the_file_where_it_is(case, office):
    done(case, "announce", on=day(2))

    case.refresh_from_db()
    assert case.office == office


def test_refusal_on_paper_is_recorded(case):
    record_refusal(case, "permit", Decision(on=day(2), reasons="eksik"), by=by(case.workspace))

    case.refresh_from_db()
    assert (case.office, state(case).step("permit").refused.by) == (
        None, "Çevre ve Şehircilik Bakanlığı",
    )  # fmt: skip


def test_closed_case_leaves_the_queue(case, office):
    close_case(case, on=day(0), reason="vazgeçildi", by=by(case.workspace))

    assert list(ministry_queue(reads(office.workspace))) == []


def test_office_sees_the_case_and_nothing_else_of_the_sender(case, office):
    make_case(workspace=case.workspace)
    private = make_account(case.workspace, grade=Grade.PRIVATE)
    make_document(case.workspace, "gizli", grade=Grade.PRIVATE)
    eyes = reads(office.workspace)

    assert list(cases_visible_to(eyes)) == [case]
    assert list(cases_editable_by(eyes)) == []
    assert private not in accounts_visible_to(eyes)
    assert list(kept_accounts(eyes)) == []
    assert list(documents_visible_to(eyes)) == []


def test_office_goes_on_seeing_what_it_decided(case, office):
    permit(case, Decision(on=day(1)), by=officer(office))

    assert list(cases_visible_to(reads(office.workspace))) == [case]
    assert list(cases_decidable_by(reads(office.workspace))) == []


def test_sender_sees_and_changes_its_case_and_nobody_else_does(case):
    own, other = reads(case.workspace), reads(make_workspace("ankara"))
    reader = Eyes(reads=own.reads)

    assert list(cases_visible_to(own)) == list(cases_editable_by(own)) == [case]
    assert list(cases_visible_to(reader)) == [case]
    for eyes in (other, PUBLIC):
        assert list(cases_visible_to(eyes)) == []
    assert list(cases_editable_by(reader)) == []


def test_reader_of_an_office_sees_its_queue_and_decides_nothing(case, office):
    reader = Eyes(reads=frozenset({office.workspace_id}))

    assert list(ministry_queue(reader)) == [case]
    assert list(cases_decidable_by(reader)) == []


def test_papers_are_open_to_whoever_sees_the_case(case, office):
    send = paper(case.workspace, "harita")
    ask_for_paper(case, "harita", on=day(9), by=officer(office))
    supply_paper(case, send, on=day(8), by=by(case.workspace))
    kept = papers_of(case).get()

    assert case_document(case.uuid, kept.uuid, reads(office.workspace)) == send.document
    with pytest.raises(CasePaper.DoesNotExist):
        case_document(case.uuid, kept.uuid, reads(make_workspace("ankara")))
    with pytest.raises(CasePaper.DoesNotExist):
        case_document(make_case().uuid, kept.uuid, reads(case.workspace))


def test_offices_are_found_by_the_authority_of_a_step(office):
    interior = make_office("icisleri", ["İçişleri"])

    assert offices_for("Çevre, Şehircilik ve İklim Değişikliği Bakanlığı (YYGM)") == [office]
    assert offices_for("İçişleri Bakanlığı veya Çevre ve Şehircilik Bakanlığı") == [
        office, interior,
    ]  # fmt: skip
    assert offices_for("Dışişleri Bakanlığı") == []
    assert set(offices()) == {office, interior}
    assert list(offices_of(reads(interior.workspace))) == [interior]


def test_office_is_opened_once_and_renamed():
    first = make_office()

    second = open_office(first.workspace, decides_for=["Şehircilik"])

    assert (second.pk, second.decides_for, str(second)) == (first.pk, ["Şehircilik"], "Ankara")


def test_whole_way_from_the_question_to_the_register(case, office):
    done(case, "announce", on=day(50))
    permit(case, Decision(on=day(5), number="77"), by=officer(office))

    sign(case, ActDone(on=day(1)), by=by(case.workspace))

    assert state(case).status == "signed"
