"""The facts of a case at the desk: filled in, corrected with a reason, shown with their source."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from elci.consent.models import CaseEvent, CasePaper
from elci.consent.queries.cases import state_of
from elci.domain.casework.particulars import Particulars
from tests.builders import make_user
from tests.desk.cases import ago, made_case, made_office, sent_case
from tests.foundation.test_pdf_pages import pdf


def told_day(days: int) -> str:
    return f"{ago(days):%d.%m.%Y}"


SENT = {
    "on": told_day(0),
    "seen": "0",
    "purpose": "Afet yönetiminde deneyim paylaşmak",
    "fields_of_work": ["tourism", "environment"],
    "duration": "beş yıl",
    "languages": "Türkçe, bulgarca",
    "amount": "400.000,50",
    "currency": "EUR",
    "budget_item": "Temsil ve ağırlama",
    "place": "Filibe",
    "source": "Filibe Belediyesinin yazısı",
}
FACTS = Particulars(
    purpose="Afet yönetiminde deneyim paylaşmak",
    fields=("tourism", "environment"),
    duration="beş yıl",
    languages=("tr", "bg"),
    amount=Decimal("400000.5"),
    currency="EUR",
    budget_item="Temsil ve ağırlama",
    place="Filibe",
)


@pytest.fixture
def case(workspace, officer):
    return made_case(workspace, user=officer)


@pytest.fixture
def address(case):
    return f"/tr/desk/cases/{case.uuid}/"


def facts_of(case):
    return state_of(case, ago(0)).particulars


def file(name, content):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def test_facts_are_recorded_and_shown_with_their_source(desk, case, address):
    answer = desk.post(f"{address}facts/", SENT)
    page = desk.get(answer.url).content.decode()

    assert answer.url == address
    assert facts_of(case) == FACTS
    for told in ("turizm, çevre", "400.000,50", "Türkçe, Bulgarca", "Filibe Belediyesinin yazısı"):
        assert told in page
    assert "Amaç: Afet yönetiminde deneyim paylaşmak" in page


def test_form_shows_what_is_on_record(desk, address):
    desk.post(f"{address}facts/", SENT)
    page = desk.get(f"{address}facts/").content.decode()

    assert 'value="400000,5"' in page
    assert "Türkçe\nBulgarca" in page
    assert 'name="seen" value="1"' in page


def test_same_facts_sent_again_are_nothing_new(desk, case, address):
    desk.post(f"{address}facts/", SENT)
    page = desk.post(f"{address}facts/", {**SENT, "seen": "1"}).content.decode()

    assert "Yeni bir bilgi yok" in page
    assert CaseEvent.objects.filter(case=case, kind="stated").count() == 1


def test_correction_needs_a_reason_and_keeps_what_was_there(desk, case, address):
    desk.post(f"{address}facts/", SENT)
    changed = {**SENT, "seen": "1", "duration": "üç yıl"}

    refused = desk.post(f"{address}facts/", changed).content.decode()
    desk.post(f"{address}facts/", {**changed, "reason": "Görüşmede değişti"})
    page = desk.get(address).content.decode()

    assert "Kayıtta başka türlü yazıyor: Süre." in refused
    assert facts_of(case).duration == "üç yıl"
    assert "Süre: beş yıl" in page
    assert "Süre: üç yıl" in page
    assert "Görüşmede değişti" in page


def test_fact_that_is_taken_back_is_told_as_unknown(desk, case, address):
    desk.post(f"{address}facts/", SENT)
    desk.post(f"{address}facts/", {**SENT, "seen": "1", "duration": "", "reason": "Yanlış"})

    assert facts_of(case).duration == ""
    assert "Süre: bilinmiyor" in desk.get(address).content.decode()


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("languages", "Atlantisçe", "burada bilinen bir dil değil"),
        ("draft_language", "Atlantisçe", "burada bilinen bir dil değil"),
        ("amount", "400.00.0", "bir para tutarı değil"),
        ("pages_of_note", "0", "1"),
        ("travel_until", told_day(9), "Son gün ilk günden önce"),
        ("is_free", "on", "mali yük getirmediği de belirtilmiş"),
        ("on", told_day(-1), "henüz gelmedi"),
        ("fields_of_work", "moon", "moon"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(desk, case, address, field, text, told):
    sent = {**SENT, "travel_since": told_day(8), field: text}

    page = desk.post(f"{address}facts/", sent).content.decode()

    assert f'href="#id_{field}' in page
    assert told in page
    assert facts_of(case) == Particulars()


def test_pages_of_what_is_handed_in_are_counted_and_the_draft_is_filed(desk, case, address):
    sent = {
        **SENT,
        "draft": file("taslak.pdf", pdf(3)),
        "foreign_draft": file("draft.pdf", pdf(4)),
        "pages_of_foreign_draft": "5",
        "administrators_letter": file("yazi.pdf", pdf(1)),
    }

    desk.post(f"{address}facts/", sent)
    known = facts_of(case)
    page = desk.get(address).content.decode()

    assert (known.pages_of_draft, known.pages_of_foreign_draft, known.pages_of_letter) == (3, 5, 1)
    assert known.has_letter
    assert {each.paper for each in CasePaper.objects.all()} == {
        "draft_protocol",
        "administrators_letter",
    }
    assert "Mülki idare amirinin yazısı: <a" in page


def test_new_draft_of_other_length_needs_a_reason(desk, case, address):
    desk.post(f"{address}facts/", {**SENT, "draft": file("bir.pdf", pdf(3))})
    again = {**SENT, "seen": "1", "pages_of_draft": "3", "draft": file("iki.pdf", pdf(2))}
    refused = desk.post(f"{address}facts/", again).content.decode()
    again |= {"draft": file("iki.pdf", pdf(2)), "reason": "Yeni taslak"}
    desk.post(f"{address}facts/", again)

    assert 'href="#id_reason"' in refused
    assert facts_of(case).pages_of_draft == 2


def test_file_that_cannot_be_kept_is_told_at_its_field(desk, case, address):
    page = desk.post(f"{address}facts/", {**SENT, "draft": file("a.pdf", b"no")}).content.decode()

    assert 'href="#id_draft"' in page
    assert facts_of(case) == Particulars()


def test_planned_day_is_the_one_stated_last(desk, case, address):
    desk.post(f"{address}facts/", {**SENT, "planned_on": told_day(-30)})

    assert state_of(case, ago(0)).planned_on == ago(-30)


@pytest.mark.parametrize(
    ("act", "asked", "not_asked"),
    [
        ("sister_city", {"duration", "draft", "travellers"}, {"notice_clause"}),
        ("send_delegation", {"travellers"}, {"duration", "draft", "languages"}),
    ],
)
def test_form_asks_only_for_what_the_act_needs(desk, workspace, act, asked, not_asked):
    case = made_case(workspace, act=act)

    page = desk.get(f"/tr/desk/cases/{case.uuid}/facts/").content.decode()

    assert all(f'name="{name}"' in page for name in asked)
    assert not any(f'name="{name}"' in page for name in not_asked)


def test_end_of_a_relation_asks_for_its_reasons(desk, workspace, account):
    case = made_case(workspace, act="terminate_agreement", account=account)

    page = desk.get(f"/tr/desk/cases/{case.uuid}/facts/").content.decode()

    assert 'name="reasons"' in page
    assert 'name="notice_clause"' in page


def test_reader_and_stranger_cannot_record_facts(reader_desk, case, address):
    assert reader_desk.get(f"{address}facts/").status_code == 403


def test_office_sees_the_facts_of_the_file_and_cannot_change_them(desk, workspace):
    office = made_office()
    case = sent_case(workspace, office)
    desk.post(f"/tr/desk/cases/{case.uuid}/facts/", SENT)
    ministry = Client()
    ministry.force_login(make_user(office.workspace))
    page = ministry.get(f"/tr/desk/ministry/{case.uuid}/").content.decode()

    assert "Afet yönetiminde deneyim paylaşmak" in page
    assert ministry.get(f"/tr/desk/ministry/{case.uuid}/facts/").status_code == 404
