"""Papers filled from the letterhead of a workspace and from the facts of a case."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from elci.domain.casework.events import Event, OpinionAsked, PaperAsked, Permitted, Stated
from elci.domain.law.words import Body, LegalAct
from elci.domain.letterheads import Letterhead, Signatory, Signs
from elci.reports.document import Document, text_of
from elci.reports.filling import OnRecord, Side
from elci.reports.offering import PaperName, compose, papers_offered
from elci.reports.papers.note import PartnerFacts
from elci.reports.papers.plans import money
from tests.reports.facts import TODAY
from tests.reports.test_filling import APPLIED, DECIDED, MINISTRY, SENT_ON, on_record, said_in

STATED = {
    "purpose": "Afet yönetiminde deneyim paylaşmak.",
    "benefit": "Ortak eğitimler.",
    "duration": "beş yıl",
    "amount": "400000",
    "currency": "TRY",
    "budget_item": "2027 yılı bütçesinin temsil ve ağırlama giderleri tertibi",
    "financial_risks": "Ulaşım giderleri.",
    "legal_risks": "Tahkim şartı.",
    "languages": ["tr", "ka"],
    "pages_of_decision": 2,
    "pages_of_draft": 3,
    "pages_of_foreign_draft": 4,
    "pages_of_letter": 1,
    "has_letter": True,
    "place": "Tiflis",
    "partner_authority": "Seçilmiş meclis ve başkan",
    "partner_region": "Tiflis",
    "partner_population": 1200000,
    "reasons": "Sürdürülmemiştir.",
    "notice_clause": "Altı ay önceden.",
    "travellers": ["Ayşe Işık, Başkan"],
    "travel_since": "2027-03-14",
    "travel_until": "2027-03-17",
}
HEAD = Letterhead(
    unit="Dış İlişkiler Müdürlüğü",
    detsis="12345678",
    file_code="724.01.03",
    address="Fatih/İSTANBUL",
    telephone="(0212) 000 00 00",
    email="dis@example.org",
    kep="ornek@hs01.kep.tr",
    website="www.example.org",
    contact_name="Çiğdem Öz",
    contact_title="Uzman",
    contact_telephone="(0212) 000 00 01",
    signatories=(
        Signatory(name="Ece Su", title="Genel Sekreter", on_behalf="Başkan a."),
        Signatory(name="Ayşe Işık", title="Belediye Başkanı", since=date(2024, 4, 1)),
        Signatory(name="Ömer Şahin", title="Müdür", signs=Signs.UNIT),
    ),
)
REGISTRY = {"letter_number", "letter_day", "approval_day"}


def filled(*events: Event, act: LegalAct = LegalAct.SISTER_CITY, **facts) -> OnRecord:
    stated = Stated(on=date(2026, 11, 3), said={**STATED, **facts})
    record = on_record(stated, *events, act=act)
    return replace(
        record, letterhead=HEAD, office_letterhead=HEAD, fields=("turizm",), note_pages=2
    )


def missing(document: Document) -> set[str]:
    return set(document.missing) - REGISTRY


@pytest.mark.parametrize(
    "act", [LegalAct.SISTER_CITY, LegalAct.SEND_DELEGATION, LegalAct.JOIN_IO, LegalAct.MOU]
)
def test_nothing_is_missing_but_what_the_registry_gives(act):
    record = filled(DECIDED, SENT_ON, act=act)

    for name in papers_offered(record, Side.OWN):
        left = missing(compose(name, record))
        assert left <= {
            "decision_day",
            "decision_number",
            "final_day",
            "sent_day",
            "last_day",
            "days",
        }
        assert act is not LegalAct.SISTER_CITY or left == set()


def test_office_misses_nothing_once_it_has_asked_and_decided():
    asked = PaperAsked(on=TODAY, paper="draft_protocol", from_whom="x", by_when=date(2026, 12, 25))
    opinion = OpinionAsked(on=TODAY, body="Dışişleri Bakanlığı", about="Dış politika")
    record = filled(DECIDED, SENT_ON, APPLIED, asked, opinion)

    papers = (PaperName.MISSING_PAPERS, PaperName.OPINION_REQUEST, PaperName.PERMIT)
    assert [missing(compose(name, record)) for name in papers] == [set(), set(), set()]
    assert "25.12.2026 tarihine kadar" in said_in(compose(PaperName.MISSING_PAPERS, record))
    assert "Dış politika" in said_in(compose(PaperName.OPINION_REQUEST, record))


def test_permit_tells_the_conditions_that_it_is_bound_to():
    given = Permitted(
        on=TODAY, key="permit_municipal", by=MINISTRY, number="55", conditions=("İmzalı metin",)
    )
    document = compose(PaperName.PERMIT, filled(DECIDED, SENT_ON, APPLIED, given))

    assert "İzin aşağıdaki şartlara bağlıdır: İmzalı metin" in said_in(document)
    assert document.missing == ()


def test_memorandum_tells_the_facts_and_authorises_the_head():
    text = said_in(compose(PaperName.COUNCIL_MEMORANDUM, filled()))

    assert "E-12345678-724.01.03-" in text
    assert "Süresi: beş yıl" in text
    assert "Metnin dilleri: Türkçe, Gürcüce" in text
    assert "Öngörülen yer ve tarih: Tiflis, 25.11.2026" in text
    assert "tertibi, 400.000 TL" in text
    assert "Büyükşehir Belediye Başkanının yetkili kılınması" in text
    assert "Ece SU Başkan a. Genel Sekreter" in text


def test_memorandum_takes_the_words_of_the_authority_itself():
    text = said_in(compose(PaperName.COUNCIL_MEMORANDUM, filled(proposal="Kabulü.")))

    assert "Kabulü." in text
    assert "yetkili kılınması" not in text


def test_referral_is_signed_by_the_unit_and_approved_by_the_head():
    text = said_in(compose(PaperName.COUNCIL_REFERRAL, filled()))

    assert "Ömer ŞAHİN Müdür" in text
    assert "Ayşe IŞIK Belediye Başkanı" in text


def test_referral_may_be_approved_on_behalf_of_the_head():
    record = filled()
    deputy = replace(HEAD, signatories=HEAD.signatories[:1])
    text = said_in(compose(PaperName.COUNCIL_REFERRAL, replace(record, letterhead=deputy)))

    assert text.index("OLUR") < text.index("Ece SU Başkan a. Genel Sekreter")


def test_permit_request_counts_the_pages_of_each_annex():
    text = said_in(compose(PaperName.PERMIT_REQUEST, filled(DECIDED, SENT_ON)))

    for annex in (
        "Meclisi kararı (2 sayfa)",
        "(Türkçe) (3 sayfa)",
        "(Gürcüce) (4 sayfa)",
        "Mülki idare amirinin yazısı (1 sayfa)",
        "Bilgi notu (2 sayfa)",
    ):
        assert annex in text


def test_decision_in_the_file_is_counted_where_nobody_typed_its_pages():
    record = replace(filled(DECIDED, pages_of_decision=None), decision_pages=5)

    assert "kararı (5 sayfa)" in said_in(compose(PaperName.TRANSMISSION_LETTER, record))


def test_note_tells_the_partner_the_delegation_and_the_risks():
    text = said_in(compose(PaperName.INFORMATION_NOTE, filled()))

    for told in ("1.200.000", "Seçilmiş meclis ve başkan", "Mali: Ulaşım", "Hukuki: Tahkim"):
        assert told in text
    assert "14.03.2027 – 17.03.2027 tarihleri arasında" in text
    assert "Bilgilerinize sunulur." in text


def test_gazetteer_comes_before_what_was_typed_of_the_partner():
    partner = PartnerFacts(name="Tiflis Belediyesi", region="Aşağı Kartli", population=1)
    text = said_in(compose(PaperName.INFORMATION_NOTE, replace(filled(), partner=partner)))

    assert "Aşağı Kartli" in text
    assert "1.200.000" not in text


def test_journey_without_a_delegation_leaves_it_blank():
    record = filled(
        act=LegalAct.SEND_DELEGATION, travellers=[], travel_since=None, travel_until=None, place=""
    )
    document = compose(PaperName.INFORMATION_NOTE, record)

    assert {"travellers", "travel_since", "travel_until", "place"} <= set(document.missing)


def test_end_gives_its_reasons_and_the_clause():
    text = said_in(compose(PaperName.ENDING_NOTICE, filled(act=LegalAct.TERMINATE_AGREEMENT)))

    assert "Gerekçe: Sürdürülmemiştir." in text
    assert "hüküm: Altı ay önceden." in text


@pytest.mark.parametrize(
    ("facts", "budget"),
    [
        ({"is_free": True, "amount": None}, "İdareye mali yük getirmemektedir."),
        ({"amount": None}, STATED["budget_item"]),
        ({"budget_item": ""}, "400.000 TL"),
        ({"budget_item": "", "amount": None}, None),
    ],
)
def test_budget_says_from_what_and_how_much(facts, budget):
    assert filled(**facts).budget == budget


@pytest.mark.parametrize(
    ("facts", "language"),
    [
        ({"draft_language": "en"}, "İngilizce"),
        ({}, "Gürcüce"),
        ({"languages": ["tr"]}, None),
    ],
)
def test_language_of_the_partners_text_is_that_of_its_draft_or_the_other_one(facts, language):
    assert filled(**facts).partner_language == language


@pytest.mark.parametrize(
    ("amount", "currency", "told"),
    [
        ("0", "TRY", "0 TL"),
        ("999.9", "EUR", "999,90 avro"),
        ("1234567.05", "USD", "1.234.567,05 ABD doları"),
        ("5", "AZN", "5 AZN"),
    ],
)
def test_money_is_written_as_turkish_letters_do(amount, currency, told):
    assert money(Decimal(amount), currency) == told


def test_letterhead_names_the_authority_and_its_civil_administrator():
    head = replace(HEAD, authority="Işıklı Belediyesi", administrator="Işıklı Kaymakamlığı")
    record = replace(
        on_record(DECIDED, SENT_ON, body=Body.MUNICIPALITY, name="Işıklı"), letterhead=head
    )
    document = compose(PaperName.PERMIT_REQUEST, record)

    assert "IŞIKLI BELEDİYESİ" in said_in(document)
    assert "IŞIKLI KAYMAKAMLIĞINA" in said_in(document)


def test_who_is_not_in_office_any_more_signs_nothing():
    gone = Signatory(name="Ali İnci", title="Başkan", until=date(2026, 11, 24))
    record = replace(filled(), letterhead=replace(HEAD, signatories=(gone,)))
    document = compose(PaperName.COUNCIL_MEMORANDUM, record)

    assert "signatory" in document.missing
    assert text_of(document.blocks[0].lines[1]) == "İSTANBUL BÜYÜKŞEHİR BELEDİYE BAŞKANLIĞI"
