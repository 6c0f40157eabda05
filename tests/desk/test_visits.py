"""Visits at the desk: planned, held, minuted, followed up, and seen by their workspace only."""

from datetime import timedelta

import pytest
from django.utils import timezone

from elci.domain.dates import PartialDate
from elci.domain.visiting.words import Side, Stage
from elci.foundation.grades import Grade
from elci.visits.actions import hold_visit
from elci.visits.models import (
    BudgetLine,
    Delegate,
    Gift,
    Minutes,
    Outcome,
    PersonDetail,
    ProgrammeItem,
    Promise,
    Visit,
    VisitPaper,
)
from tests.builders import make_account, make_partner, make_workspace
from tests.desk.cases import made_case
from tests.visits.kept_visits import make_delegate, make_promise_of, make_visit


def told(days):
    return f"{timezone.localdate() + timedelta(days=days):%d.%m.%Y}"


def form(**changes):
    return {
        "direction": "incoming",
        "title": "Filibe heyeti",
        "purpose": "project",
        "starts": told(-3),
        "ends": told(-1),
        "places": "İstanbul",
        "grade": "private",
        **changes,
    }


@pytest.fixture
def partner(db):
    return make_partner()


@pytest.fixture
def visit(workspace, partner):
    return make_visit(workspace, partner=partner)


@pytest.fixture
def held(visit):
    hold_visit(visit, today=timezone.localdate(), user=None)
    return visit


def address(visit, *parts):
    return "/".join(["/tr/desk/visits", str(visit.uuid), *map(str, parts), ""])


def text_of(answer):
    return answer.content.decode()


def test_visit_is_planned_with_a_partner_and_leads_to_its_page(desk, partner, workspace):
    plan = f"/tr/desk/visits/plan/?partner=body:{partner.uuid}"

    page = text_of(desk.get(plan))
    answer = desk.post(plan, form())

    found = Visit.objects.get()
    assert "Ziyareti planla" in page
    assert answer.url == address(found)
    assert (found.workspace, found.stage, str(found.places)) == (
        workspace,
        Stage.PLANNED,
        "['İstanbul']",
    )
    assert found.made_by.name == "Deniz Uzman"


@pytest.mark.parametrize(
    ("changes", "query", "says"),
    [
        ({}, "", "önce öteki tarafı seçiniz"),
        ({"ends": told(-5)}, "partner", "Son gün ilk günden önce"),
        ({"starts": "31.02.2026"}, "partner", "takvimde"),
        ({"title": ""}, "partner", "error-summary-title"),
    ],
)
def test_visit_that_cannot_be_is_refused_and_what_was_written_stays(
    desk, partner, changes, query, says
):
    plan = "/tr/desk/visits/plan/" + (f"?partner=body:{partner.uuid}" if query else "")

    page = text_of(desk.post(plan, form(**changes)))

    assert says in page
    assert not Visit.objects.exists()


def test_visit_goes_from_plan_to_follow_up(desk, visit):
    page = text_of(desk.get(address(visit)))
    assert "gerçekleşip gerçekleşmediği yazılmamış" in page

    desk.post(address(visit, "hold"))
    desk.post(address(visit, "minutes"), {"text": "Eğitim konuşuldu."})
    answer = desk.post(
        address(visit, "promise"),
        {"promiser": "us", "what": "Program", "made_on": told(-3), "unit_name": "İtfaiye"},
    )
    assert answer.url == f"{address(visit)}#promises"
    promise = Promise.objects.get()
    desk.post(
        f"/tr/desk/promises/{promise.uuid}/kept/", {"happened": told(0), "text": "Gönderildi."}
    )
    desk.post(address(visit, "outcome"), {"kind": "result", "text": "Program yazıldı."})

    page = text_of(desk.get(address(visit)))
    promise.refresh_from_db()
    assert (promise.settled, promise.unit.name, promise.visit) == ("kept", "İtfaiye", visit)
    for said in ("Eğitim konuşuldu.", "Program yazıldı.", "tutuldu", "tutanağı yazdı"):
        assert said in page


@pytest.mark.parametrize(
    ("name", "sent", "model"),
    [
        ("budget", {"what": "Uçak", "amount": "1.250,50", "currency": "EUR"}, BudgetLine),
        (
            "hour",
            {"day": "24.05.2024", "starts": "09:30", "ends": "10.30", "what": "Karşılama"},
            ProgrammeItem,
        ),
        ("person", {"side": "theirs", "name": "Boyan", "title": "Vali", "role": "head"}, Delegate),
        ("gift", {"direction": "given", "what": "Kitap", "value": "", "currency": ""}, Gift),
    ],
)
def test_entry_is_added_corrected_and_taken_out(desk, visit, name, sent, model):
    answer = desk.post(address(visit, name), sent)
    row = model.objects.get()
    assert answer.status_code == 302, text_of(answer)

    own = "name" if name == "person" else "what"
    blank = text_of(desk.get(address(visit, name, row.uuid, "change")))
    assert f'value="{sent[own]}"' in blank
    changed = {**sent, own: "Başka", "reason": "Yanlıştı"}
    assert desk.post(address(visit, name, row.uuid, "change"), changed).status_code == 302
    assert (
        desk.post(address(visit, name, row.uuid, "withdraw"), {"reason": "Yok"}).status_code == 302
    )

    row.refresh_from_db()
    assert (getattr(row, own), row.withdrawal_reason) == ("Başka", "Yok")
    assert desk.get(address(visit, name, row.uuid, "change")).status_code == 404


@pytest.mark.parametrize(
    ("name", "sent", "says"),
    [
        ("budget", {"what": "Uçak", "amount": "1.250", "currency": "EUR"}, "iki türlü"),
        ("budget", {"what": "Uçak", "amount": "çok", "currency": "EUR"}, "bir tutar değil"),
        ("budget", {"what": "Uçak", "amount": "5", "currency": ""}, "error-summary-title"),
        ("gift", {"direction": "given", "what": "Kitap", "currency": "EUR"}, "tutar yok"),
        ("gift", {"direction": "given", "what": "Kitap", "value": "5"}, "para birimi gerekir"),
        (
            "hour",
            {"day": "24.05.2024", "starts": "10:00", "ends": "09:00", "what": "X"},
            "Bitiş saati",
        ),
        ("hour", {"day": "24.05.2024", "starts": "25:00", "what": "X"}, "Bu bir saat değil"),
        ("paste", {"side": "theirs", "pasted": "Ad, Unvan\n" * 10_000}, "10000 kişi"),
        ("minutes", {"text": "Konuşuldu"}, "gerçekleşmiş olarak kayıtlı değil"),
    ],
)
def test_what_cannot_be_recorded_is_told_and_stays_written(desk, visit, name, sent, says):
    page = text_of(desk.post(address(visit, name), sent))

    assert says in page
    assert 'id="error-summary-title"' in page


def test_list_is_pasted_and_stands_in_order_of_precedence(desk, visit):
    desk.post(
        address(visit, "paste"),
        {"side": "theirs", "pasted": "Ana, Uzman\nBoyan, Belediye Başkanı\nIvo, Vali"},
    )

    page = text_of(desk.get(address(visit)))
    assert page.index("Ana") < page.index("Ivo") < page.index("Boyan")
    assert [each.side for each in Delegate.objects.all()] == [Side.THEIRS] * 3


def test_detail_of_a_person_is_kept_purged_and_proved(desk, visit):
    person = make_delegate(visit)
    desk.post(address(visit, "person", person.uuid, "detail"), {"kind": "diet", "value": "Fıstık"})
    assert "Fıstık" in text_of(desk.get(address(visit)))

    desk.post(address(visit, "purge"), {"reason": "Heyet gitti"})
    desk.post(address(visit, "person", person.uuid, "erase"), {"reason": "İstek"})

    page = text_of(desk.get(address(visit)))
    assert "Fıstık" not in page
    assert "beslenme ve alerji 1" in page
    assert "adı silindi" in page
    assert PersonDetail.objects.get().value == ""


def test_plan_of_a_visit_is_written_down_piece_by_piece(desk, visit, workspace, pdf):
    case = made_case(workspace, act="send_delegation")

    desk.post(
        address(visit, "invitation"),
        {"invited_by": "Filibe Belediye Başkanı", "invited_on": "2023", "document": pdf},
    )
    desk.post(
        address(visit, "purpose"), {"aim": "Metin", "why_travel": "Yerinde", "cost_bearer": "us"}
    )
    desk.post(address(visit, "case"), {"case": str(case.uuid)})
    desk.post(address(visit, "protocol"), {"flags": "İki bayrak", "protocol": "Çiçek"})
    desk.post(address(visit, "paper"), {"document": pdf, "title": "Program"})

    visit.refresh_from_db()
    page = text_of(desk.get(address(visit)))
    assert (visit.case, visit.aim, visit.flags) == (case, "Metin", "İki bayrak")
    assert visit.invitation.title == "Filibe Belediye Başkanı"
    for said in ("Filibe Belediye Başkanı", "Yerinde", "İki bayrak", "Çiçek", "2023"):
        assert said in page
    assert str(case.uuid) in text_of(desk.get(address(visit, "case")))


def test_attached_paper_is_taken_out(desk, visit, pdf):
    desk.post(address(visit, "paper"), {"document": pdf, "title": "Program"})
    paper = VisitPaper.objects.get()

    desk.post(address(visit, "paper", paper.uuid, "withdraw"), {"reason": "Yanlış"})

    paper.refresh_from_db()
    assert paper.withdrawal_reason == "Yanlış"


def test_file_of_another_kind_is_refused(desk, visit, pdf):
    pdf.name = "protokol.exe"

    page = text_of(desk.post(address(visit, "paper"), {"document": pdf}))

    assert 'id="error-summary-title"' in page
    assert not VisitPaper.objects.exists()


def test_outcome_names_an_act_of_the_register(desk, held, workspace, partner):
    act = make_account(workspace, partner=partner).acts.get()

    desk.post(address(held, "outcome"), {"kind": "act", "text": "İmza", "act": str(act.uuid)})
    outcome = Outcome.objects.get()
    desk.post(
        address(held, "outcome", outcome.uuid, "change"),
        {"kind": "act", "text": "İmzalandı", "act": str(act.uuid), "reason": "Dil"},
    )

    outcome.refresh_from_db()
    assert (outcome.act, outcome.text) == (act, "İmzalandı")
    assert "İmzalandı" in text_of(desk.get(address(held)))


def test_minutes_written_anew_ask_why_and_keep_the_earlier(desk, held):
    desk.post(address(held, "minutes"), {"text": "Bir"})
    refused = text_of(desk.post(address(held, "minutes"), {"text": "İki"}))
    desk.post(address(held, "minutes"), {"text": "İki", "reason": "Eksikti"})

    assert 'id="error-summary-title"' in refused
    assert [each.text for each in Minutes.objects.all()] == ["Bir", "İki"]
    assert "Önceki tutanaklar" in text_of(desk.get(address(held)))


def test_visit_is_cancelled_taken_back_changed_and_withdrawn(desk, visit):
    desk.post(address(visit, "cancel"), {"reason": "Uçuş yok"})
    assert "Uçuş yok" in text_of(desk.get(address(visit)))
    desk.post(address(visit, "replan"), {"reason": "Uçuş var"})
    changed = form(title="Yeni başlık", reason="Başlık")
    assert desk.post(address(visit, "describe"), changed).status_code == 302
    desk.post(address(visit, "withdraw"), {"reason": "Çift"})

    page = text_of(desk.get(address(visit)))
    assert "Yeni başlık" in page
    assert "Çift" in page
    assert desk.get(address(visit, "hold")).status_code == 404
    assert "Yeni başlık" not in text_of(desk.get("/tr/desk/visits/"))


def test_list_is_filtered_by_links_and_tells_what_is_missing(desk, workspace, partner):
    make_visit(workspace, partner=partner, held=True, title="Sonuçsuz ziyaret")
    make_visit(workspace, partner=partner, title="Gelecek", starts=form_day(30), ends=None)

    everything = text_of(desk.get("/tr/desk/visits/"))
    lacking = text_of(desk.get("/tr/desk/visits/?show=without-outcome"))
    odd = text_of(desk.get("/tr/desk/visits/?show=nonsense"))

    assert "Sonuçsuz ziyaret" in everything
    assert "Gelecek" in everything
    assert "Gelecek" not in lacking
    assert "kayıtta ne sonuç ne de söz var" in lacking
    assert "Gelecek" in odd


def form_day(days):
    return PartialDate.on(timezone.localdate() + timedelta(days=days))


def test_month_shows_visits_on_their_days(desk, visit):
    page = text_of(desk.get("/tr/desk/visits/month/?month=2024-05"))
    other = text_of(desk.get("/tr/desk/visits/month/?month=2024-01"))
    today = desk.get("/tr/desk/visits/month/?month=nonsense")

    assert page.count(visit.title) == 3
    assert visit.title not in other
    assert today.status_code == 200
    assert "Mayıs 2024" in page


def test_relation_shows_its_visits_and_promises(desk, workspace, partner):
    account = make_account(workspace, partner=partner)
    visit = make_visit(workspace, partner=partner)
    make_promise_of(visit)

    page = text_of(desk.get(f"/tr/desk/relations/{account.uuid}/"))

    assert visit.title in page
    assert "İtfaiye eğitim programını göndermek" in page
    assert f"/tr/desk/visits/plan/?partner=body:{partner.uuid}" in page


def test_promises_are_listed_added_postponed_and_corrected(desk, workspace, partner):
    add = f"/tr/desk/promises/add/?partner=body:{partner.uuid}"
    sent = {"promiser": "partner", "what": "Sergi", "made_on": told(-9), "due": told(-1),
            "letter": "E-12"}  # fmt: skip
    assert desk.post(add, sent).url == "/tr/desk/promises/"
    promise = Promise.objects.get()
    page = f"/tr/desk/promises/{promise.uuid}/"
    assert "süresi geçmiş" in text_of(desk.get("/tr/desk/promises/?show=overdue"))

    desk.post(f"{page}postponed/", {"happened": told(0), "text": "Salon", "due": told(20)})
    corrected = {**sent, "what": "Fotoğraf sergisi", "due": told(20), "reason": "Ad"}
    assert desk.post(f"{page}correct/", corrected).status_code == 302
    refused = text_of(desk.post(f"{page}reopened/", {"happened": told(0), "text": "x"}))

    promise.refresh_from_db()
    assert (promise.what, promise.letter) == ("Fotoğraf sergisi", "E-12")
    shown = text_of(desk.get(page))
    assert "önceki" in shown
    assert "<del>Sergi</del>" in shown
    assert "Bu söz zaten açık" in refused
    desk.post(f"{page}withdraw/", {"reason": "Verilmedi"})
    assert "Verilmedi" in text_of(desk.get(page))
    assert desk.get(f"{page}kept/").status_code == 404


def test_promise_without_a_partner_is_refused(desk):
    answer = desk.post("/tr/desk/promises/add/", {"promiser": "us", "what": "x", "made_on": "2024"})

    assert "önce öteki tarafı seçiniz" in text_of(answer)
    assert not Promise.objects.exists()


def test_visits_and_promises_of_others_are_not_found(desk, reader_desk, visit):
    foreign = make_visit(make_workspace("ankara"), grade=Grade.FULL, held=True)
    promise = make_promise_of(foreign)

    for path in (address(foreign), address(foreign, "hold"), f"/tr/desk/promises/{promise.uuid}/"):
        assert desk.get(path).status_code == 404
    assert reader_desk.get(address(visit)).status_code == 200
    assert reader_desk.get(address(visit, "hold")).status_code == 403
    for path in (address(visit, "nonsense"), address(visit, "nonsense", visit.uuid, "change")):
        assert desk.get(path).status_code == 404
    assert desk.get(f"/tr/desk/promises/{make_promise_of(visit).uuid}/nonsense/").status_code == 404
