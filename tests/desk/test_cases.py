"""Consent cases at the desk: opened, carried through their steps, signed, closed."""

from urllib.parse import urlencode

import pytest

from elci.consent.models import Case, CaseEvent
from tests.builders import (
    make_account,
    make_partner,
    make_place,
    make_user,
    make_workspace,
)
from tests.desk.cases import QUESTION, ago, done, made_case, made_office


def told_day(days: int) -> str:
    return f"{ago(days):%d.%m.%Y}"


def opening(**parts):
    query = {**QUESTION, "date": ago(0).isoformat(), **parts}
    return f"/tr/desk/cases/open/?{urlencode(query)}"


@pytest.fixture
def case(workspace, officer):
    return made_case(workspace, user=officer)


@pytest.fixture
def address(case):
    return f"/tr/desk/cases/{case.uuid}/"


def test_case_is_opened_from_the_question_of_the_public_page(desk, workspace):
    partner = f"place:{make_place().key}"

    page = desk.get(opening(partner=partner))
    answer = desk.post(opening(partner=partner), {"title": "Filibe", "grade": "full"})
    case = Case.objects.get()

    assert "izin gerekir" in page.content.decode()
    assert answer.url == f"/tr/desk/cases/{case.uuid}/"
    assert (case.workspace, case.title, case.pack, case.act) == (
        workspace,
        "Filibe",
        "tr",
        "sister_city",
    )
    assert case.partner.place.name_tr == "Filibe"
    assert (case.instrument, case.grade) == ("sister_city", "full")
    assert case.made_by.name == "Deniz Uzman"


def test_case_without_a_partner_is_refused_and_what_was_written_stays(desk):
    answer = desk.post(opening(), {"title": "Filibe", "grade": "full"})
    page = answer.content.decode()

    assert "İlişkinin kurulacağı ortağı seçin" in page or 'id="error-summary-title"' in page
    assert 'value="Filibe"' in page
    assert not Case.objects.exists()


def test_partner_is_searched_for_without_losing_the_question(desk):
    page = desk.get(opening(name="Filibe")).content.decode()

    assert "Filibe" in page
    assert "partner=place%3A" in page
    assert "act=sister_city&amp;counterpart=foreign_local_authority" in page


def test_renewal_names_the_relation_of_the_register(desk, account):
    foreign = make_account(make_workspace("ankara"))

    page = desk.get(opening(act="renew_agreement")).content.decode()
    refused = desk.post(opening(act="renew_agreement"), {"title": "x", "account": foreign.uuid})
    desk.post(opening(act="renew_agreement"), {"title": "Filibe", "account": account.uuid})

    assert str(account.uuid) in page
    assert str(foreign.uuid) not in page
    assert refused.status_code == 200
    assert Case.objects.get().account == account


def test_address_without_a_question_asks_for_it(desk):
    page = desk.get("/tr/desk/cases/open/").content.decode()

    assert 'name="counterpart"' in page
    assert 'value="tr" selected' in page


@pytest.mark.parametrize(
    "parts", [{"act": "dance"}, {"body": "moon"}, {"date": "2026"}, {"pack": "atlantis"}]
)
def test_question_that_is_not_understood_is_shown_at_its_field(desk, parts):
    answer = desk.get(opening(**parts))

    assert answer.status_code == 200
    assert 'id="error-summary-title"' in answer.content.decode()


def test_reader_cannot_open_a_case(reader_desk):
    assert reader_desk.get(opening()).status_code == 403


def test_case_shows_its_steps_with_mark_word_authority_and_ground(desk, address):
    page = desk.get(address).content.decode()

    assert "Belediye (birlikte birlik) meclisinin kararı" in page
    assert 'href="#step-due"' in page
    assert "Bakanlığın ön izni" in page
    assert '<blockquote lang="tr">' in page
    assert "Sıradaki" in page


def test_case_of_another_workspace_does_not_exist_here(desk):
    foreign = made_case(make_workspace("ankara"))
    root = f"/tr/desk/cases/{foreign.uuid}/"

    answers = [
        desk.get(root).status_code,
        desk.get(f"{root}sign/").status_code,
        desk.post(f"{root}close/", {"on": told_day(0), "reason": "x"}).status_code,
        desk.get(f"{root}steps/council/done/").status_code,
        desk.get(f"{root}papers/{foreign.uuid}/").status_code,
    ]

    assert answers == [404] * 5
    assert CaseEvent.objects.count() == 1


def test_list_shows_own_cases_only(desk, case):
    made_case(make_workspace("ankara"), title="Ankara dosyası")

    page = desk.get("/tr/desk/cases/").content.decode()

    assert case.title in page
    assert "Ankara dosyası" not in page


def test_list_takes_as_many_queries_for_three_cases_as_for_one(
    desk, workspace, case, counted_queries
):
    one = counted_queries(lambda: desk.get("/tr/desk/cases/"))
    for name in ("Köln", "Üsküp"):
        made_case(workspace, partner=make_partner(name, {"Köln": "Almanya"}.get(name, "Makedonya")))
    three = counted_queries(lambda: desk.get("/tr/desk/cases/"))

    assert one == three


def test_late_case_comes_first_and_can_be_chosen(desk, workspace, case):
    late = made_case(workspace, title="Geç kalan")
    done(late, "council", 40, final_on=ago(30))

    page = desk.get("/tr/desk/cases/").content.decode()
    only = desk.get("/tr/desk/cases/?status=late").content.decode()

    assert page.index("Geç kalan") < page.index(case.title)
    assert "Geç kalan" in only
    assert case.title not in only


def test_step_is_recorded_with_its_paper(desk, case, address, pdf):
    answer = desk.post(
        f"{address}steps/council/done/",
        {
            "on": told_day(9),
            "number": "2026/1",
            "final_on": told_day(5),
            "paper_council_decision": pdf,
        },
    )
    page = desk.get(address).content.decode()

    assert answer.url == address
    assert "2026/1" in page
    assert "protokol.pdf" in page
    paper = case.papers.get()
    assert paper.paper == "council_decision"
    handed = desk.get(f"{address}papers/{paper.uuid}/")
    assert b"".join(handed.streaming_content).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"on": "2024"}, "on"),
        ({"on": "Haziran 2024"}, "on"),
        ({"on": ""}, "on"),
        ({"on": "01.01.2999"}, "on"),
        ({"final_on": "2024"}, "final_on"),
    ],
)
def test_step_without_a_single_day_is_refused_at_its_field(desk, address, changes, field):
    sent = {"on": told_day(9), "number": "7", **changes}

    page = desk.post(f"{address}steps/council/done/", sent).content.decode()

    assert f'href="#id_{field}"' in page
    assert 'value="7"' in page
    assert CaseEvent.objects.count() == 1


def test_file_that_is_no_document_is_refused_at_its_field_and_nothing_is_kept(desk, address, pdf):
    pdf.name = "a.exe"

    page = desk.post(
        f"{address}steps/council/done/", {"on": told_day(9), "paper_council_decision": pdf}
    ).content.decode()

    assert 'href="#id_paper_council_decision"' in page
    assert CaseEvent.objects.count() == 1


def test_step_is_corrected_with_a_reason_and_the_old_entry_stays_readable(desk, case, address):
    done(case, "council", 9, number="2026/1")

    form = desk.get(f"{address}steps/council/correct/").content.decode()
    desk.post(
        f"{address}steps/council/correct/",
        {"on": told_day(8), "number": "2026/2", "reason": "Yanlış yazılmış."},
    )
    page = desk.get(address).content.decode()

    assert 'value="2026/1"' in form
    assert "2026/2" in page
    assert "2026/1" in page
    assert "Yanlış yazılmış." in page
    assert "is-withdrawn" in page


def test_step_is_taken_back(desk, case, address):
    done(case, "council", 9)

    desk.post(f"{address}steps/council/undo/", {"reason": "Hiç olmadı."})
    again = desk.post(f"{address}steps/council/undo/", {"reason": "Hiç olmadı."})

    assert case.events.filter(kind="step_undone").count() == 1
    assert 'id="error-summary-title"' in again.content.decode()


def test_paper_is_added_to_a_step_under_a_name_of_its_own(desk, case, address, pdf):
    nameless = desk.post(f"{address}steps/council/paper/", {"paper": "another", "file": pdf})
    pdf.seek(0)
    desk.post(
        f"{address}steps/council/paper/", {"paper": "another", "name": "Tutanak", "file": pdf}
    )

    assert 'href="#id_name"' in nameless.content.decode()
    assert case.papers.get().paper == "Tutanak"
    assert "Tutanak" in desk.get(address).content.decode()


def test_file_is_sent_to_an_office_or_by_letter(desk, case, address):
    office = made_office()

    form = desk.get(f"{address}steps/permit_municipal/send/").content.decode()
    desk.post(
        f"{address}steps/permit_municipal/send/",
        {"on": told_day(1), "office": str(office.uuid), "number": "E-1"},
    )
    case.refresh_from_db()

    assert str(office.uuid) in form
    assert case.office == office


def test_refusal_from_outside_is_recorded_with_reasons(desk, case, address):
    sent = {"on": told_day(1), "reasons": "Ad sorunu."}

    desk.post(f"{address}steps/permit_municipal/refused/", sent)
    page = desk.get(address).content.decode()

    assert "Ad sorunu." in page
    assert 'href="#step-refused"' in page


def test_papers_and_opinions_are_asked_for_and_come(desk, case, address, pdf):
    desk.post(f"{address}ask-paper/", {"on": told_day(3), "paper": "Taslak", "from_whom": ""})
    desk.post(f"{address}ask-opinion/", {"on": told_day(3), "body": "Dışişleri Bakanlığı"})
    asked = desk.get(address).content.decode()
    desk.post(f"{address}supply/", {"on": told_day(1), "paper": "Taslak", "file": pdf})
    desk.post(
        f"{address}give-opinion/",
        {"on": told_day(1), "body": "Dışişleri Bakanlığı", "opinion": "Uygundur."},
    )
    page = desk.get(address).content.decode()

    assert f"{address}supply/" in asked
    assert f"{address}supply/" not in page
    assert "Uygundur." in page
    assert case.papers.get().paper == "Taslak"


def test_periods_are_suspended_and_resumed(desk, case, address):
    desk.post(f"{address}suspend/", {"on": told_day(3), "reason": "Eksik belge."})
    suspended = desk.get(address).content.decode()
    desk.post(f"{address}resume/", {"on": told_day(1)})

    assert f"{address}resume/" in suspended
    assert [each.kind for each in case.events.all()][1:] == ["clock_suspended", "clock_resumed"]


def test_signature_with_missing_steps_is_refused_and_offers_to_say_why(desk, case, address):
    page = desk.post(f"{address}sign/", {"on": told_day(1)}).content.decode()

    assert f"{address}sign-without/" in page
    assert Case.objects.get().account is None


def test_signature_without_a_step_shows_who_said_why_on_case_and_relation(desk, case, address):
    sent = {"on": told_day(1), "reason": "Başkan yurt dışındayken imzalandı."}

    desk.post(f"{address}sign-without/", sent)
    case.refresh_from_db()
    page = desk.get(address).content.decode()
    relation = desk.get(f"/tr/desk/relations/{case.account.uuid}/").content.decode()

    for shown in (page, relation):
        assert "Başkan yurt dışındayken imzalandı." in shown
        assert "Deniz Uzman" in shown


def test_signature_enters_the_register(desk, case, address, pdf, client):
    done(case, "council", 60, number="2026/1", final_on=ago(55))
    done(case, "transmit", 54)
    done(case, "announce", 53)
    done(case, "permit_municipal", 20, number="E-77")

    answer = desk.post(
        f"{address}sign/",
        {"on": told_day(2), "places": "Filibe", "valid_until": "", "paper_signed_text": pdf},
    )
    case.refresh_from_db()

    assert answer.url == address
    assert case.account is not None
    assert client.get(f"/tr/relations/{case.account.uuid}/").status_code == 200


def test_signature_of_a_relation_on_record_is_refused_at_its_field(desk, workspace, account):
    case = made_case(
        workspace,
        partner=account.relation.parties.exclude(organisation__workspace=workspace)
        .get()
        .organisation,
    )

    page = desk.post(
        f"/tr/desk/cases/{case.uuid}/sign-without/", {"on": told_day(1), "reason": "x"}
    ).content.decode()

    assert 'href="#id_separate"' in page


def test_case_is_closed_with_a_reason_and_stays_readable(desk, case, address):
    desk.post(f"{address}close/", {"on": told_day(0), "reason": "Vazgeçildi."})

    page = desk.get(address).content.decode()

    assert "Vazgeçildi." in page
    assert "/sign/" not in page
    assert desk.get(f"{address}sign/").status_code == 404


def test_task_that_does_not_exist_is_not_found(desk, address):
    assert desk.get(f"{address}dance/").status_code == 404
    assert desk.get(f"{address}steps/council/dance/").status_code == 404
    assert desk.get(f"{address}steps/dance/done/").status_code == 404


def test_reader_sees_the_case_and_records_nothing(reader_desk, address):
    assert "/sign/" not in reader_desk.get(address).content.decode()
    assert reader_desk.post(f"{address}close/", {"reason": "x"}).status_code == 403


def test_state_of_the_keeper_is_known_and_need_not_be_said(db, client):
    houston = make_workspace("houston", name="Houston", place=make_place("Houston", "ABD"))
    client.force_login(make_user(houston))
    partner = f"place:{make_place('Şanghay', 'Çin').key}"

    page = client.get(opening(pack="us", partner=partner)).content.decode()
    client.post(opening(pack="us", partner=partner), {"title": "Şanghay", "grade": "full"})

    assert 'name="state"' not in page
    assert Case.objects.get().events.get().facts["question"]["context"] == {
        "state": "TX",
        "partner_country": "CN",
    }


def test_state_that_the_register_does_not_know_is_asked(client, workspace, desk):
    page = desk.get(opening(pack="us")).content.decode()
    stated = desk.get(opening(pack="us", state="TX")).content.decode()

    assert '<option value="TX">Teksas</option>' in page
    assert 'name="state" required' not in stated
