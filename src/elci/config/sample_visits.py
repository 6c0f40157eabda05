"""Made-up visits and promises for the demo; every one of them says that it is a sample."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Final

from elci.accounts.models import Workspace
from elci.domain.dates import PartialDate
from elci.domain.visiting.words import (
    CostBearer,
    Direction,
    GiftDirection,
    OutcomeKind,
    PromiseEventKind,
    Promiser,
    Side,
    VisitPurpose,
)
from elci.organisations.models import Organisation
from elci.organisations.queries import organisations_named
from elci.visits.actions import (
    BudgetFacts,
    Fate,
    GiftFacts,
    HourFacts,
    Invitation,
    OutcomeFacts,
    PromiseFacts,
    PurposeTest,
    VisitFacts,
    add_budget_line,
    add_gift,
    add_hour,
    add_outcome,
    hold_visit,
    make_promise,
    paste_delegation,
    plan_visit,
    record_fate,
    record_invitation,
    record_purpose,
    unit_named,
    write_minutes,
)
from elci.visits.models import Visit

PARTNER: Final = "Tiflis"
_THEIRS: Final = (
    "Örnek Kişi Bir, Belediye Başkan Yardımcısı\nÖrnek Kişi İki, Meclis Üyesi\nÖrnek Kişi Üç, Uzman"
)
_OURS: Final = "Örnek Kişi Dört, Genel Sekreter\nÖrnek Kişi Beş, Dış İlişkiler Müdürü"


def load_samples(workspace: Workspace, *, today: date) -> int:
    """Enter the samples where there are none yet, around a day; return how many visits there are.

    Nothing is entered where the partner of the samples is not on record.
    """
    samples = Visit.objects.filter(workspace=workspace, is_sample=True)
    partner = organisations_named(PARTNER).first()
    if partner is not None and not samples.exists():
        past = _received(workspace, partner, today)
        _promises(past, partner, today)
        _without_outcome(workspace, partner, today)
        _planned(workspace, partner, today)
    return samples.count()


def _received(workspace: Workspace, partner: Organisation, today: date) -> Visit:
    first = today - timedelta(days=60)
    visit = _visit(
        workspace,
        partner,
        VisitFacts(
            direction=Direction.INCOMING,
            title="Örnek: Tiflis heyetinin itfaiye iş birliği ziyareti",
            purpose=VisitPurpose.PROJECT,
            starts=PartialDate.on(first),
            ends=PartialDate.on(first + timedelta(days=1)),
            places=("İstanbul",),
        ),
    )
    paste_delegation(visit, _THEIRS, side=Side.THEIRS, user=None)
    paste_delegation(visit, _OURS, side=Side.OURS, user=None)
    for starts, ends, what, place in (
        (time(9, 30), time(10, 30), "Karşılama ve görüşme", "Saraçhane"),
        (time(11), time(13), "İtfaiye eğitim merkezinin gezilmesi", "Eğitim merkezi"),
    ):
        hour = HourFacts(day=first, starts=starts, ends=ends, what=what, place=place)
        add_hour(visit, hour, user=None)
    gift = GiftFacts(
        direction=GiftDirection.RECEIVED,
        what="Bakır tabak",
        value=Decimal(50),
        currency="EUR",
        kept_at="Makam deposu",
    )
    add_gift(visit, gift, user=None)
    hold_visit(visit, today=today, user=None)
    minutes = (
        "Taraflar itfaiye eğitimi için ortak bir program yazmayı görüştü.\n"
        "İstanbul program taslağını, Tiflis katılacak ekibin listesini hazırlayacak."
    )
    write_minutes(visit, text=minutes, user=None)
    result = OutcomeFacts(
        kind=OutcomeKind.RESULT, text="Ortak eğitim programının başlıkları belirlendi."
    )
    add_outcome(visit, result, user=None)
    return visit


def _promises(visit: Visit, partner: Organisation, today: date) -> None:
    made = visit.starts
    unit = unit_named(visit.workspace, "İtfaiye Daire Başkanlığı")
    facts = (
        (Promiser.US, "Eğitim programının taslağını göndermek", -20),
        (Promiser.PARTNER, "Eğitime katılacak ekibin listesini göndermek", 15),
        (Promiser.US, "Eğitim merkezinin tanıtım dosyasını göndermek", -40),
    )
    for promiser, what, days in facts:
        promise = make_promise(
            visit.workspace,
            PromiseFacts(
                promiser=promiser,
                what=what,
                made_on=made,
                due=PartialDate.on(today + timedelta(days=days)),
                unit=unit if promiser is Promiser.US else None,
            ),
            partner=partner,
            visit=visit,
            today=today,
            user=None,
            is_sample=True,
        )
    kept = Fate(
        kind=PromiseEventKind.KEPT,
        happened=today - timedelta(days=45),
        text="Dosya e-posta ile gönderildi.",
    )
    record_fate(promise, kept, today=today, user=None)


def _without_outcome(workspace: Workspace, partner: Organisation, today: date) -> None:
    when = PartialDate.of((today - timedelta(days=400)).year)
    facts = VisitFacts(
        direction=Direction.INCOMING,
        title="Örnek: sonucu yazılmamış nezaket ziyareti",
        purpose=VisitPurpose.COURTESY,
        starts=when,
        stated_people=6,
    )
    hold_visit(_visit(workspace, partner, facts), today=today, user=None)


def _planned(workspace: Workspace, partner: Organisation, today: date) -> None:
    first = today + timedelta(days=20)
    visit = _visit(
        workspace,
        partner,
        VisitFacts(
            direction=Direction.OUTGOING,
            title="Örnek: Tiflis’e itfaiye eğitimi ziyareti",
            purpose=VisitPurpose.PROJECT,
            starts=PartialDate.on(first),
            ends=PartialDate.on(first + timedelta(days=2)),
            places=("Tiflis",),
        ),
    )
    invited = Invitation(
        invited_by="Tiflis Belediye Başkanı", invited_on=PartialDate.on(today - timedelta(days=10))
    )
    record_invitation(visit, invited, today=today, user=None)
    test = PurposeTest(
        aim="Ortak eğitim programının imzaya hazır metni.",
        why_travel="Eğitim sahası ve araçlar yerinde görülecek.",
        cost_bearer=CostBearer.SHARED,
    )
    record_purpose(visit, test, today=today, user=None)
    for what, amount, currency in (
        ("Uçak bileti, 2 kişi", "640.00", "EUR"),
        ("Harcırah, 2 kişi, 3 gün", "18000.00", "TRY"),
    ):
        add_budget_line(
            visit,
            BudgetFacts(what=what, amount=Decimal(amount), currency=currency),
            user=None,
        )
    paste_delegation(visit, _OURS, side=Side.OURS, user=None)
    hour = HourFacts(
        day=first, starts=time(10), ends=time(12), what="Çalışma toplantısı", place="Belediye"
    )
    add_hour(visit, hour, user=None)


def _visit(workspace: Workspace, partner: Organisation, facts: VisitFacts) -> Visit:
    return plan_visit(workspace, facts, partners=[partner], user=None, is_sample=True)
