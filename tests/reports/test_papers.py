from dataclasses import replace
from datetime import date

import pytest

from elci.domain.dates import PartialDate
from elci.domain.law.words import LegalAct
from elci.reports.document import Document, Labelled, Listing, Paragraph, Style, Table, text_of
from elci.reports.papers.council import council_memorandum
from elci.reports.papers.facts import Annex, Ground, Reference, said
from elci.reports.papers.form import OfficialLetter
from elci.reports.papers.matters import Matter
from elci.reports.papers.ministry import permit_letter
from elci.reports.papers.note import PartnerFacts, information_note
from elci.reports.papers.notices import change_notice
from elci.reports.papers.offices import OfficeKind, Recipient
from elci.reports.papers.permits import permit_request, transmission_letter
from tests.reports.facts import (
    APPLICATION,
    CHANGE,
    CITY,
    COMPLETE,
    COUNCIL,
    EMPTY,
    GOVERNOR,
    MATTER,
    NOTE,
    REQUEST,
    TODAY,
    TRANSMISSION,
)


def texts(document: Document, style: Style) -> list[str]:
    return [
        text_of(each)
        for block in document.blocks
        if isinstance(block, Paragraph) and block.style is style
        for each in block.lines
    ]


def lists(document: Document) -> list[list[str]]:
    return [
        [text_of(each) for each in block.items]
        for block in document.blocks
        if isinstance(block, Listing)
    ]


def labelled(document: Document, label: str) -> list[str]:
    found = [b for b in document.blocks if isinstance(b, Labelled) and b.label == label]
    return [text_of(each) for block in found for each in block.lines]


NEVER_KNOWN = {"council-referral": ("approval_day",), "permit-request": ("annex_pages",)}


@pytest.mark.parametrize("name", COMPLETE)
def test_paper_of_known_facts_leaves_no_blank(name):
    assert COMPLETE[name]().missing == NEVER_KNOWN.get(name, ())


@pytest.mark.parametrize("name", EMPTY)
def test_paper_of_nothing_invents_nothing(name):
    document = EMPTY[name]()
    said_of_it = " ".join(run.text for run in document.runs())

    assert {"authority", "signatory"} - set(document.missing) <= {"signatory"}
    assert "Tiflis Belediyesi" not in said_of_it
    assert "Bakanlığı" not in said_of_it.replace("Dışişleri Bakanlığı", "")
    assert "None" not in said_of_it


def test_letter_stands_in_the_official_form():
    document = permit_request(REQUEST)

    assert texts(document, Style.LETTERHEAD) == [
        "T.C.",
        "IŞIKLI BELEDİYE BAŞKANLIĞI",
        "Dış İlişkiler Müdürlüğü",
    ]
    assert labelled(document, "Sayı") == ["E-12345678-724.01.03-1453"]
    assert text_of(document.blocks[1].right) == "25.11.2026"
    assert labelled(document, "Konu") == [
        "Tiflis Belediyesi ile kardeş şehir ilişkisi kurulması için izin talebi"
    ]
    assert texts(document, Style.ADDRESSEE) == [
        "İSTANBUL VALİLİĞİNE",
        "(İl Yazı İşleri Müdürlüğü)",
    ]
    earlier = "Tiflis Belediyesinin 01.09.2026 tarihli ve 311 sayılı yazısı"
    assert labelled(document, "İlgi") == [earlier]
    assert texts(document, Style.LEAD)[-1] == "Gereğini arz ederim."
    assert texts(document, Style.SIGNATURE) == ["Ayşe IŞIK", "Belediye Başkanı"]
    assert text_of(document.foot.right[0]) == "Bilgi için: Çiğdem Öz"


def test_permit_request_names_the_file_in_order():
    assert lists(permit_request(REQUEST))[-1] == [
        "Belediye Meclisi kararı (2 sayfa)",
        "Kardeş şehir anlaşması taslağı (Türkçe) (3 sayfa)",
        "Kardeş şehir anlaşması taslağı (Gürcüce) (…… sayfa)",
        "Mülki idare amirinin yazısı (…… sayfa)",
        "Bilgi notu (2 sayfa)",
    ]


def test_permit_request_says_where_the_authority_is_not_sure():
    doubt = "Yetkili makam konusunda iki ayrı görüş bulunmaktadır."
    document = permit_request(replace(REQUEST, authority_note=doubt))

    assert doubt in texts(document, Style.BODY)


def test_permit_request_goes_on_to_the_ministry():
    asked = texts(permit_request(REQUEST), Style.BODY)[-1]

    assert asked.startswith("Çevre, Şehircilik ve İklim Değişikliği Bakanlığına iletilmek üzere")
    assert "İklim Değişikliği Bakanlığının izninin alınması" in asked


def test_references_are_lettered_in_turkish():
    several = tuple(
        Reference(what="yazı", day=date(2026, 1, day), number=str(day)) for day in range(1, 5)
    )
    letter = OfficialLetter(
        sender=CITY,
        subject=MATTER.subject,
        recipients=(GOVERNOR,),
        body=(),
        made_on=TODAY,
        references=several,
    )

    assert [each[:2] for each in labelled(letter.document, "İlgi")] == ["a)", "b)", "c)", "ç)"]


def test_single_annex_has_no_number():
    letter = OfficialLetter(
        sender=CITY,
        subject=MATTER.subject,
        recipients=(GOVERNOR,),
        body=(),
        made_on=TODAY,
        annexes=(Annex(name="Karar", pages=1),),
    )

    assert texts(letter.document, Style.LABEL) == ["Ek: Karar (1 sayfa)"]


def test_letter_to_several_is_distributed():
    ministry = Recipient(name="Dışişleri Bakanlığı", kind=OfficeKind.MINISTRY)
    letter = OfficialLetter(
        sender=CITY,
        subject=MATTER.subject,
        recipients=(GOVERNOR, ministry),
        body=(),
        made_on=TODAY,
    )

    assert texts(letter.document, Style.ADDRESSEE) == ["DAĞITIM YERLERİNE"]
    assert lists(letter.document)[-1] == [
        "İstanbul Valiliğine (İl Yazı İşleri Müdürlüğü)",
        "Dışişleri Bakanlığına",
    ]


def test_letter_tells_apart_who_acts_and_who_is_told():
    table = permit_letter(APPLICATION).blocks[-1]

    assert isinstance(table, Table)
    assert table.head == ("Gereği:", "Bilgi:")
    assert [[text_of(cell) for cell in row] for row in table.rows] == [
        ["İstanbul Valiliğine (İl Yazı İşleri Müdürlüğü)", "Işıklı Belediye Başkanlığına"]
    ]


def test_council_is_asked_to_let_the_mayor_sign_after_the_permit():
    assert "".join(texts(council_memorandum(COUNCIL), Style.QUOTED)) == (
        "Tiflis Belediyesi (Gürcistan) ile kardeş şehir ilişkisi kurulması ve kardeş şehir "
        "anlaşması metninin Çevre, Şehircilik ve İklim Değişikliği Bakanlığının izni alındıktan "
        "sonra imzalanması için Belediye Başkanının yetkili kılınması."
    )


def test_council_is_asked_for_no_permit_that_the_law_does_not_ask_for():
    proposal = texts(council_memorandum(replace(COUNCIL, asks_permit=False)), Style.QUOTED)

    assert "izni" not in proposal[0]


def test_council_is_shown_no_draft_where_nothing_is_signed():
    ending = Matter(act=LegalAct.TERMINATE_AGREEMENT, partner="Tiflis Belediyesi")
    document = council_memorandum(replace(COUNCIL, matter=ending))

    assert texts(document, Style.QUOTED) == [
        "Tiflis Belediyesi ile olan ilişkinin sona erdirilmesi."
    ]
    assert texts(document, Style.LABEL) == ["Ek: Bilgi notu (2 sayfa)"]


def test_joining_a_body_puts_its_statutes_into_the_file():
    joining = Matter(act=LegalAct.JOIN_IO, partner="UCLG")

    assert lists(permit_request(replace(REQUEST, matter=joining)))[-1][1:3] == [
        "Kuruluşun tüzüğü (…… sayfa)",
        "Kuruluşun tüzüğünün Türkçe çevirisi (3 sayfa)",
    ]


def test_decision_is_sent_within_the_days_that_the_law_counts():
    document = transmission_letter(replace(TRANSMISSION, from_finality=False, days=5))

    assert "Kararın alındığı tarihten itibaren en geç 5 gün" in texts(document, Style.BODY)[1]


def test_council_decides_on_the_words_of_the_authority_where_it_has_its_own():
    own = replace(COUNCIL, proposal="Birinci cümle.\n\nİkinci cümle.")

    assert texts(council_memorandum(own), Style.QUOTED) == ["Birinci cümle.", "İkinci cümle."]


def test_referral_is_approved_by_the_mayor():
    document = COMPLETE["council-referral"]()

    assert texts(document, Style.ADDRESSEE) == ["BAŞKANLIK MAKAMINA"]
    assert texts(document, Style.LEAD)[-1] == "Olurlarınıza arz ederim."
    assert texts(document, Style.SIGNATURE) == ["Ömer ŞAHİN", "Dış İlişkiler Müdürü"]
    assert texts(document, Style.APPROVAL) == ["OLUR", "……", "", "Ayşe IŞIK", "Belediye Başkanı"]


def test_grounds_are_cited_with_their_wording_on_the_day_and_their_doubts():
    ground = Ground(label="Örnek Kanun m. 1", wording="Metin.", note="okunuşu tartışmalıdır")
    document = council_memorandum(replace(COUNCIL, grounds=(ground,), as_of=date(2017, 5, 10)))

    assert lists(document)[0] == ["Örnek Kanun m. 1: “Metin.” (okunuşu tartışmalıdır)"]
    assert "Konunun 10.05.2017 tarihi itibarıyla hukuki dayanağı şöyledir:" in texts(
        document, Style.LEAD
    )


def test_note_shows_ties_of_others_only_where_they_are_given():
    shown = information_note(replace(NOTE, others=("Komşu Belediyesi: 2019, protokol",)))

    assert "Diğer" not in " ".join(texts(information_note(NOTE), Style.HEADING))
    assert "4. Diğer belediyelerin ilişkileri" in texts(shown, Style.HEADING)


def test_note_says_since_when_and_from_whom_a_population_is_known():
    table = information_note(NOTE).blocks[5]
    bare = replace(NOTE, partner=PartnerFacts(population=1200))

    assert isinstance(table, Table)
    assert text_of(table.rows[3][1]) == "1.241.709 (2023, Gürcistan İstatistik Kurumu)"
    assert text_of(information_note(bare).blocks[5].rows[3][1]) == "1.200"


def test_draft_law_is_not_told_as_law():
    told = texts(change_notice(replace(CHANGE, is_draft=True)), Style.BODY)[0]

    assert "henüz taslaktır" in told
    assert "geçerlidir" not in told


def test_notice_without_work_only_informs():
    document = change_notice(replace(CHANGE, to_do=()))

    assert texts(document, Style.LEAD)[-1] == "Bilgi edinilmesini rica ederim."


def test_notice_to_a_partner_ends_in_regards():
    abroad = Recipient(name="Tiflis Belediyesi", kind=OfficeKind.FOREIGN)

    assert texts(change_notice(replace(CHANGE, to=abroad)), Style.LEAD)[-1] == "Saygılarımla."


@pytest.mark.parametrize("act", LegalAct)
def test_every_act_has_its_words(act):
    known = Matter(act=act, partner="Tiflis Belediyesi", country="Gürcistan")
    unknown = Matter(act=act, partner=None)

    assert "Tiflis Belediyesi" in text_of(known.line)
    assert "(Gürcistan)" in text_of(known.line)
    assert "(Gürcistan)" not in text_of(known.subject)
    assert "……" in text_of(unknown.line)


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (LegalAct.JOIN_IO, "UCLG'ye üye olunması"),
        (LegalAct.SISTER_CITY, "UCLG ile kardeş şehir ilişkisi kurulması"),
        (LegalAct.LEAVE_IO, "UCLG üyeliğinden ayrılınması"),
    ],
)
def test_matter_bends_the_partner_as_the_act_asks(act, words):
    assert text_of(Matter(act=act, partner="UCLG").line) == words


def test_matter_in_own_words_stands_as_written():
    own = Matter(act=LegalAct.MOU, partner="x", title="Ortak sergi açılması")

    assert (text_of(own.line), text_of(own.subject)) == ("Ortak sergi açılması",) * 2


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (None, None),
        (date(2026, 1, 5), "05.01.2026"),
        (PartialDate("2016-04-18"), "18.04.2016"),
        (PartialDate("2016-04"), "Nisan 2016"),
        (PartialDate("1965"), "1965"),
    ],
)
def test_day_is_said_as_far_as_it_is_known(day, words):
    assert said(day) == words
