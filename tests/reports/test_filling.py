from datetime import date

import pytest

from elci.domain.casework.clocks import calendar_of
from elci.domain.casework.events import (
    Event,
    Opened,
    OpinionAsked,
    PaperAsked,
    Permitted,
    Refused,
    Sent,
    StepDone,
)
from elci.domain.casework.replaying import replay
from elci.domain.law.answers import Question
from elci.domain.law.library import pack
from elci.domain.law.words import Body, Counterpart, LegalAct
from elci.reports.bodies import office_kind
from elci.reports.document import Document, text_of
from elci.reports.filling import OnRecord, Side
from elci.reports.offering import PaperName, compose, papers_offered
from elci.reports.papers.note import PartnerFacts
from elci.reports.papers.offices import OfficeKind
from tests.reports.facts import TODAY

MINISTRY = "Çevre, Şehircilik ve İklim Değişikliği Bakanlığı"
DECIDED = StepDone(
    on=date(2026, 11, 9), key="council", number="2026/112", final_on=date(2026, 11, 16)
)
SENT_ON = StepDone(on=date(2026, 11, 18), key="transmit", number="E-7")
APPLIED = Sent(on=date(2026, 11, 19), key="permit_municipal", to=MINISTRY, number="E-9")


def on_record(
    *events: Event,
    act: LegalAct = LegalAct.SISTER_CITY,
    body: Body = Body.METROPOLITAN,
    name: str = "İstanbul Büyükşehir Belediyesi",
    opened: date = date(2026, 11, 2),
    today: date = TODAY,
) -> OnRecord:
    question = Question(
        act=act, body=body, counterpart=Counterpart.FOREIGN_LOCAL_AUTHORITY, on=today
    )
    opening = Opened(on=opened, question=question)
    state = replay([opening, *events], pack("tr"), today=today, calendar=calendar_of("TR"))
    return OnRecord(
        title="Tiflis",
        body_name=name,
        state=state,
        today=today,
        office_name=MINISTRY,
        partner=PartnerFacts(name="Tiflis Belediyesi", country="Gürcistan"),
    )


def said_in(document: Document) -> str:
    return " ".join(text_of(each) for each in document.lines())


@pytest.mark.parametrize(
    ("body", "name", "administrator", "kind"),
    [
        (Body.METROPOLITAN, "Kocaeli Büyükşehir Belediyesi", "Kocaeli Valiliği", "governorship"),
        (Body.METROPOLITAN_DISTRICT, "Işıklı Belediyesi", "Işıklı Kaymakamlığı",
         "subgovernorship"),
        (Body.SPECIAL_PROVINCIAL_ADMIN, "Iğdır İl Özel İdaresi", "Iğdır Valiliği", "governorship"),
        (Body.MUNICIPALITY, "Örnek Belediyesi", None, "governorship"),
        (Body.METROPOLITAN, "Kocaeli", None, "governorship"),
    ],
)  # fmt: skip
def test_civil_administrator_is_named_only_where_the_name_is_sure(body, name, administrator, kind):
    found = on_record(body=body, name=name).administrator

    assert (found.name, found.kind.value) == (administrator, kind)


@pytest.mark.parametrize(
    ("body", "name", "authority"),
    [
        (Body.METROPOLITAN, "İstanbul Büyükşehir Belediyesi",
         "İstanbul Büyükşehir Belediye Başkanlığı"),
        (Body.MUNICIPALITY, "Örnek Belediyesi", "Örnek Belediye Başkanlığı"),
        (Body.SPECIAL_PROVINCIAL_ADMIN, "Iğdır İl Özel İdaresi", "Iğdır İl Özel İdaresi"),
        (Body.MUNICIPALITY, "Örnek", "Örnek"),
    ],
)  # fmt: skip
def test_municipality_signs_as_its_presidency(body, name, authority):
    assert on_record(body=body, name=name).authority == authority


def test_permit_request_is_filled_from_the_case():
    document = compose(PaperName.PERMIT_REQUEST, on_record(DECIDED, SENT_ON))
    text = said_in(document)

    assert "Büyükşehir Belediye Meclisinin 09.11.2026 tarihli ve 2026/112 sayılı kararı" in text
    assert "Karar 16.11.2026 tarihinde kesinleşmiş, 18.11.2026 tarihinde" in text
    assert f"{MINISTRY}na iletilmek üzere" in text
    assert "5393 sayılı Belediye Kanunu, m. 74/3: “" in text
    assert {"decision_day", "sent_day", "permit_authority", "grounds"} & set(
        document.missing
    ) == set()
    assert {"detsis", "file_code", "letter_number", "signatory"} <= set(document.missing)


def test_contested_authority_is_left_blank_with_both_readings():
    record = on_record(opened=date(2018, 9, 3), today=date(2018, 10, 2))
    document = compose(PaperName.PERMIT_REQUEST, record)

    assert "permit_authority" in document.missing
    assert "İçişleri Bakanlığı yetkilidir." in said_in(document)
    assert "Çevre ve Şehircilik Bakanlığı yetkilidir." in said_in(document)


def test_transmission_letter_counts_the_days_of_the_law():
    text = said_in(compose(PaperName.TRANSMISSION_LETTER, on_record(DECIDED)))

    assert "en geç 7 gün içinde" in text
    assert "son günü 23.11.2026 tarihidir" in text
    assert "5393 sayılı Belediye Kanunu, m. 23/4" in text


def test_provincial_decision_is_counted_from_its_own_day():
    record = on_record(
        StepDone(on=date(2026, 11, 9), key="council_provincial"),
        act=LegalAct.JOIN_IO,
        body=Body.SPECIAL_PROVINCIAL_ADMIN,
        name="Iğdır İl Özel İdaresi",
    )
    text = said_in(compose(PaperName.TRANSMISSION_LETTER, record))

    assert "Kararın alındığı tarihten itibaren en geç 5 gün" in text


def test_note_shows_each_step_as_it_stands():
    text = said_in(compose(PaperName.INFORMATION_NOTE, on_record(DECIDED, SENT_ON, APPLIED)))

    assert "09.11.2026 Yapıldı" in text
    assert "19.11.2026 Yanıt bekleniyor" in text


def test_note_names_who_takes_each_step():
    rows = on_record(DECIDED, SENT_ON).step_rows

    assert {row.name: row.authority for row in rows} == {
        "Belediye (birlikte birlik) meclisinin kararı": "Büyükşehir Belediye Meclisi",
        "Kararın mülki idare amirine gönderilmesi": "İstanbul Valiliği",
        "Karar özetinin halka duyurulması": "belediye; birlikte birlik",
        "Bakanlığın ön izni": f"{MINISTRY} (YYGM)",
        "İmza": "Büyükşehir Belediye Başkanı",
    }


def test_ministry_asks_for_the_papers_that_were_asked_for():
    asked = PaperAsked(
        on=TODAY, paper="draft_protocol", from_whom="Belediye", reason="Gürcücesi yok"
    )
    text = said_in(compose(PaperName.MISSING_PAPERS, on_record(DECIDED, SENT_ON, APPLIED, asked)))

    assert "Protokol taslağı, Türkçe ve yabancı dilde: Gürcücesi yok" in text
    assert "İstanbul Büyükşehir Belediye Başkanlığının 19.11.2026 tarihli ve E-9" in text
    assert "Gereğini rica ederim." in text


def test_opinion_is_asked_of_the_body_that_was_asked_last():
    asked = OpinionAsked(on=TODAY, body="Dışişleri Bakanlığı")
    text = said_in(compose(PaperName.OPINION_REQUEST, on_record(APPLIED, asked)))

    assert "DIŞİŞLERİ BAKANLIĞINA" in text
    assert "Gereğini arz ederim." in text


def test_permit_carries_its_number_and_day():
    given = Permitted(on=TODAY, key="permit_municipal", by=MINISTRY, number="E-55")
    document = compose(PaperName.PERMIT, on_record(DECIDED, SENT_ON, APPLIED, given))

    assert text_of(document.blocks[1].lines[0]).endswith("-E-55")
    assert text_of(document.blocks[1].right) == "25.11.2026"


def test_refusal_gives_each_reason():
    refused = Refused(
        on=TODAY, key="permit_municipal", by=MINISTRY, reasons="Birincisi.\n\nİkincisi."
    )
    text = said_in(compose(PaperName.REFUSAL, on_record(DECIDED, SENT_ON, APPLIED, refused)))

    assert "Birincisi. İkincisi." in text


def test_refusal_before_any_reason_leaves_it_blank():
    assert "reasons" in compose(PaperName.REFUSAL, on_record()).missing


def test_ending_says_what_the_register_does_not_say():
    record = on_record(act=LegalAct.TERMINATE_AGREEMENT)
    document = compose(PaperName.ENDING_NOTICE, record)

    assert papers_offered(record, Side.OWN)[-1] is PaperName.ENDING_NOTICE
    assert {"signed_day", "permit_day", "permit_number", "clause"} <= set(document.missing)
    assert "İstanbul Büyükşehir Belediyesi – Tiflis Belediyesi ilişkisi" in said_in(document)


def test_papers_offered_are_those_that_the_law_has_steps_for():
    free = on_record(act=LegalAct.HOST_FOREIGN_LOCAL)

    assert papers_offered(free, Side.OWN) == (PaperName.INFORMATION_NOTE,)
    assert papers_offered(on_record(), Side.OWN) == (
        PaperName.COUNCIL_MEMORANDUM,
        PaperName.COUNCIL_REFERRAL,
        PaperName.INFORMATION_NOTE,
        PaperName.TRANSMISSION_LETTER,
        PaperName.PERMIT_REQUEST,
    )
    assert PaperName.PERMIT in papers_offered(free, Side.OFFICE)


@pytest.mark.parametrize("act", LegalAct)
@pytest.mark.parametrize("body", Body)
def test_every_question_has_papers(act, body):
    record = on_record(act=act, body=body)

    for side in Side:
        for name in papers_offered(record, side):
            assert "None" not in said_in(compose(name, record))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Dışişleri Bakanlığı", OfficeKind.MINISTRY),
        ("Bursa Valiliği", OfficeKind.GOVERNORSHIP),
        ("Işıklı Kaymakamlığı", OfficeKind.SUBGOVERNORSHIP),
        ("Bir Üniversite", OfficeKind.FOREIGN),
    ],
)
def test_office_is_known_by_its_name(name, kind):
    assert office_kind(name, OfficeKind.FOREIGN) is kind
