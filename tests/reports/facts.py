"""The papers of one made-up procedure, with everything known and with nothing known."""

from collections.abc import Callable
from datetime import date

from elci.domain.dates import PartialDate
from elci.domain.law.words import LegalAct
from elci.reports.document import Document
from elci.reports.papers.council import CouncilFacts, council_memorandum, council_referral
from elci.reports.papers.facts import (
    Ground,
    Numbering,
    Person,
    Reference,
    Sender,
)
from elci.reports.papers.matters import Matter
from elci.reports.papers.ministry import (
    ApplicationFacts,
    MissingPaper,
    missing_papers_letter,
    opinion_request,
    permit_letter,
    refusal_letter,
)
from elci.reports.papers.note import NoteFacts, PartnerFacts, PastAct, StepRow, information_note
from elci.reports.papers.notices import (
    ChangeNoticeFacts,
    EndingNoticeFacts,
    change_notice,
    ending_notice,
)
from elci.reports.papers.offices import OfficeKind, Recipient
from elci.reports.papers.permits import (
    Decision,
    PermitRequestFacts,
    TransmissionFacts,
    permit_request,
    transmission_letter,
)

TODAY = date(2026, 11, 25)
MINISTRY = "Çevre, Şehircilik ve İklim Değişikliği Bakanlığı"
CITY = Sender(
    authority="Işıklı Belediye Başkanlığı",
    unit="Dış İlişkiler Müdürlüğü",
    detsis="12345678",
    address="Cumhuriyet Mahallesi, Belediye Caddesi No: 1 34000 Işıklı/İSTANBUL",
    telephone="(0212) 000 00 00",
    email="disiliskiler@example.org",
    website="www.example.org",
    kep="ornek@example.org",
    contact=Person(name="Çiğdem Öz", title="Uzman", telephone="(0212) 000 00 01"),
    signatory=Person(name="Ayşe Işık", title="Belediye Başkanı"),
)
DEPARTMENT = Sender(
    authority=MINISTRY,
    kind=OfficeKind.MINISTRY,
    unit="Yerel Yönetimler Genel Müdürlüğü",
    detsis="87654321",
    address="Örnek Mahallesi, Bakanlık Caddesi No: 2 06000 Çankaya/ANKARA",
    telephone="(0312) 000 00 00",
    email="yygm@example.org",
    website="www.example.org",
    kep="bakanlik@example.org",
    contact=Person(name="Uğur Ağaoğlu", title="Uzman", telephone="(0312) 000 00 01"),
    signatory=Person(name="İpek Iğdır", title="Genel Müdür", on_behalf="Bakan a."),
)
MATTER = Matter(act=LegalAct.SISTER_CITY, partner="Tiflis Belediyesi", country="Gürcistan")
GROUNDS = (
    Ground(label="5393 sayılı Belediye Kanunu, madde 18, birinci fıkra, (p) bendi"),
    Ground(
        label="5393 sayılı Belediye Kanunu, madde 74, üçüncü fıkra",
        wording="Birinci ve ikinci fıkra gereğince yapılacak faaliyetlerin, dış politikaya ve "
        "uluslararası anlaşmalara uygun olarak yürütülmesi ve önceden Çevre ve Şehircilik "
        "Bakanlığının izninin alınması zorunludur.",
    ),
)
NUMBERING = Numbering(file_code="724.01.03", number="1453", day=TODAY)
DECISION = Decision(day=date(2026, 11, 9), number="2026/112", final_on=date(2026, 11, 16), pages=2)
GOVERNOR = Recipient(
    name="İstanbul Valiliği", kind=OfficeKind.GOVERNORSHIP, unit="İl Yazı İşleri Müdürlüğü"
)
REFERENCES = (
    Reference(what="yazısı", day=date(2026, 9, 1), number="311", by="Tiflis Belediyesi"),
    Reference(what="Başkanlık Oluru", day=date(2026, 10, 5), number="1201"),
)
TIE = "Işıklı – Tiflis kardeş şehir ilişkisi"

COUNCIL = CouncilFacts(
    sender=CITY,
    matter=MATTER,
    made_on=TODAY,
    as_of=TODAY,
    grounds=GROUNDS,
    permit_authority=MINISTRY,
    purpose="Afet yönetimi, kültür ve turizm alanlarında bilgi ve deneyim paylaşmak.",
    benefit="Ortak eğitimler, iki yılda bir karşılıklı kültür haftası.",
    budget="2027 yılı bütçesinin temsil ve ağırlama giderleri tertibi, 400.000 TL.",
    head=CITY.signatory,
    head_title="Belediye Başkanı",
    draft_pages=3,
    note_pages=2,
    numbering=NUMBERING,
    references=REFERENCES,
)
REQUEST = PermitRequestFacts(
    sender=CITY,
    matter=MATTER,
    made_on=TODAY,
    as_of=TODAY,
    to=GOVERNOR,
    decision=DECISION,
    sent_on=date(2026, 11, 18),
    permit_authority=MINISTRY,
    grounds=GROUNDS,
    partner_language="Gürcüce",
    wants_administrators_letter=True,
    draft_pages=3,
    note_pages=2,
    numbering=NUMBERING,
    references=REFERENCES[:1],
)
TRANSMISSION = TransmissionFacts(
    sender=CITY,
    matter=MATTER,
    made_on=TODAY,
    as_of=TODAY,
    to=Recipient(name="Işıklı Kaymakamlığı", kind=OfficeKind.SUBGOVERNORSHIP),
    decision=DECISION,
    days=7,
    last_day=date(2026, 11, 23),
    grounds=GROUNDS[:1],
    numbering=NUMBERING,
)
NOTE = NoteFacts(
    sender=CITY,
    matter=MATTER,
    made_on=TODAY,
    as_of=TODAY,
    partner=PartnerFacts(
        name="Tiflis Belediyesi",
        country="Gürcistan",
        region="Tiflis",
        population=1_241_709,
        population_as_of=PartialDate("2023"),
        population_source="Gürcistan İstatistik Kurumu",
        local_authority="Seçilmiş belediye meclisi ve belediye başkanı bulunan yerel yönetim",
    ),
    record=(
        PastAct(
            what="Mutabakat zaptı imzalandı",
            day=PartialDate("2006-06-01"),
            organ="Belediye Başkanı",
        ),
        PastAct(what="Karşılıklı ziyaret", day=PartialDate("2015")),
    ),
    purpose=COUNCIL.purpose,
    benefit=COUNCIL.benefit,
    budget=COUNCIL.budget,
    risks="Ulaşım giderlerindeki artış; iki tarafta yerel seçimlerin yaklaşması.",
    steps=(
        StepRow(
            name="Meclis kararı",
            basis="5393 m. 18/1-p, 74",
            authority="Belediye Meclisi",
            day=date(2026, 11, 9),
            status="Yapıldı",
        ),
        StepRow(
            name="Mülki idare amirine gönderme",
            basis="5393 m. 23",
            authority="Işıklı Kaymakamlığı",
            day=date(2026, 11, 18),
            status="Yapıldı",
        ),
        StepRow(name="İzin", basis="5393 m. 74", authority=MINISTRY, status="Bekleniyor"),
    ),
    grounds=GROUNDS,
)
CHANGE = ChangeNoticeFacts(
    sender=CITY,
    to=Recipient(name="Kültür Müdürlüğü", kind=OfficeKind.UNIT),
    tie=TIE,
    change="Örnek Kanun, madde 3",
    made_on=TODAY,
    in_force_from=date(2027, 1, 1),
    effect="Yürürlükteki protokollerin bir yıl içinde yenilenmesi istenmektedir.",
    to_do=("Protokolün yenilenmesi için meclis kararı alınması", "İzin dosyasının hazırlanması"),
    by_when=date(2027, 12, 31),
    numbering=NUMBERING,
)
ENDING = EndingNoticeFacts(
    sender=CITY,
    tie=TIE,
    made_on=TODAY,
    decision=DECISION,
    permit_authority=MINISTRY,
    signed_on=PartialDate("2016-04-18"),
    permit_day=PartialDate("2016-02"),
    permit_number="4471",
    notice_clause="“Taraflar altı ay önceden yazılı bildirimde bulunur.” (madde 9)",
    reasons="İlişki on yıldır sürdürülmemiştir.",
    numbering=NUMBERING,
)
APPLICATION = ApplicationFacts(
    sender=DEPARTMENT,
    to=GOVERNOR,
    matter=MATTER,
    made_on=TODAY,
    as_of=TODAY,
    applicant="Işıklı Belediye Başkanlığı",
    informed=(Recipient(name="Işıklı Belediye Başkanlığı", kind=OfficeKind.LOCAL_AUTHORITY),),
    grounds=GROUNDS,
    numbering=NUMBERING,
    references=REFERENCES[:1],
)

COMPLETE: dict[str, Callable[[], Document]] = {
    "council-memorandum": lambda: council_memorandum(COUNCIL),
    "council-referral": lambda: council_referral(
        COUNCIL, unit_head=Person(name="Ömer Şahin", title="Dış İlişkiler Müdürü")
    ),
    "permit-request": lambda: permit_request(REQUEST),
    "transmission-letter": lambda: transmission_letter(TRANSMISSION),
    "information-note": lambda: information_note(NOTE),
    "change-notice": lambda: change_notice(CHANGE),
    "ending-notice": lambda: ending_notice(ENDING),
    "missing-papers": lambda: missing_papers_letter(
        APPLICATION,
        (MissingPaper(name="Gürcüce protokol taslağı", why="yalnız Türkçe metin gönderilmiştir"),),
        by_when=date(2026, 12, 25),
    ),
    "opinion-request": lambda: opinion_request(APPLICATION, question="Dış politikaya uygunluk"),
    "permit": lambda: permit_letter(APPLICATION, conditions=("İmzalı metnin gönderilmesi",)),
    "refusal": lambda: refusal_letter(
        APPLICATION, reasons=("Taslakta mali yükümlülüğün sınırı belirtilmemiştir.",)
    ),
}

_NOBODY = Sender(authority=None)
_OFFICE = Recipient(name=None, kind=OfficeKind.GOVERNORSHIP)
_MATTER = Matter(act=LegalAct.SISTER_CITY, partner=None)
_UNKNOWN = ApplicationFacts(
    sender=Sender(authority=None, kind=OfficeKind.MINISTRY),
    to=_OFFICE,
    matter=_MATTER,
    made_on=TODAY,
    as_of=TODAY,
)
_BARE_COUNCIL = CouncilFacts(sender=_NOBODY, matter=_MATTER, made_on=TODAY, as_of=TODAY)

EMPTY: dict[str, Callable[[], Document]] = {
    "council-memorandum": lambda: council_memorandum(_BARE_COUNCIL),
    "council-referral": lambda: council_referral(_BARE_COUNCIL, unit_head=Person()),
    "permit-request": lambda: permit_request(
        PermitRequestFacts(sender=_NOBODY, matter=_MATTER, made_on=TODAY, as_of=TODAY, to=_OFFICE)
    ),
    "transmission-letter": lambda: transmission_letter(
        TransmissionFacts(
            sender=_NOBODY,
            matter=_MATTER,
            made_on=TODAY,
            as_of=TODAY,
            to=_OFFICE,
            decision=Decision(),
        )
    ),
    "information-note": lambda: information_note(
        NoteFacts(
            sender=_NOBODY,
            matter=_MATTER,
            made_on=TODAY,
            as_of=TODAY,
            steps=(StepRow(name="İzin"),),
        )
    ),
    "change-notice": lambda: change_notice(
        ChangeNoticeFacts(
            sender=_NOBODY,
            to=_OFFICE,
            tie=TIE,
            change="Örnek Kanun",
            made_on=TODAY,
            to_do=("Yenileme",),
        )
    ),
    "ending-notice": lambda: ending_notice(
        EndingNoticeFacts(sender=_NOBODY, tie=TIE, made_on=TODAY, decision=Decision())
    ),
    "missing-papers": lambda: missing_papers_letter(_UNKNOWN, ()),
    "opinion-request": lambda: opinion_request(_UNKNOWN),
    "permit": lambda: permit_letter(_UNKNOWN),
    "refusal": lambda: refusal_letter(_UNKNOWN, reasons=()),
}
