"""Visits, people and promises made through the product's own actions."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any, Final

from elci.accounts.models import Workspace
from elci.documents.actions import keep_document
from elci.documents.models import Document
from elci.domain.dates import PartialDate
from elci.domain.visiting.words import (
    DelegateRole,
    Direction,
    OutcomeKind,
    PromiseEventKind,
    Promiser,
    Rank,
    Side,
    VisitPurpose,
)
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation
from elci.visits.actions import (
    BudgetFacts,
    DelegateFacts,
    Fate,
    HourFacts,
    OutcomeFacts,
    PromiseFacts,
    VisitFacts,
    add_delegates,
    hold_visit,
    make_promise,
    plan_visit,
)
from elci.visits.models import Delegate, Promise, Visit
from tests.builders import make_partner, make_workspace
from tests.documents.uploads import upload

TODAY: Final = date(2024, 6, 3)


def day(number: int) -> date:
    """So many days after today."""
    return TODAY + timedelta(days=number)


def on(number: int) -> PartialDate:
    return PartialDate.on(day(number))


def reads(workspace: Workspace) -> Eyes:
    return Eyes(reads=frozenset({workspace.pk}))


def writes(workspace: Workspace) -> Eyes:
    return Eyes(reads=frozenset({workspace.pk}), writes=frozenset({workspace.pk}))


def visit_facts(**facts: Any) -> VisitFacts:
    usual: dict[str, Any] = {
        "direction": Direction.INCOMING,
        "title": "Filibe heyetinin ziyareti",
        "purpose": VisitPurpose.PROJECT,
        "starts": on(-10),
        "ends": on(-8),
        "places": ("İstanbul",),
    }
    return VisitFacts(**{**usual, **facts})


def make_visit(
    workspace: Workspace | None = None,
    *,
    partner: Organisation | None = None,
    held: bool = False,
    **facts: Any,
) -> Visit:
    workspace = workspace or make_workspace()
    visit = plan_visit(
        workspace, visit_facts(**facts), partners=[partner or make_partner()], user=None
    )
    if held:
        hold_visit(visit, today=TODAY, user=None)
        visit.refresh_from_db()
    return visit


def delegate_facts(name: str = "Boyan Örnek", **facts: Any) -> DelegateFacts:
    usual: dict[str, Any] = {
        "side": Side.THEIRS,
        "rank": Rank.MAYOR,
        "title": "Belediye Başkanı",
        "role": DelegateRole.HEAD,
    }
    return DelegateFacts(name=name, **{**usual, **facts})


def make_delegate(visit: Visit, name: str = "Boyan Örnek", **facts: Any) -> Delegate:
    return add_delegates(visit, [delegate_facts(name, **facts)], user=None)[0]


def budget_facts(**facts: Any) -> BudgetFacts:
    usual: dict[str, Any] = {"what": "Uçak", "amount": Decimal("1250.50"), "currency": "EUR"}
    return BudgetFacts(**{**usual, **facts})


def hour_facts(**facts: Any) -> HourFacts:
    usual: dict[str, Any] = {
        "day": day(-10),
        "starts": time(9),
        "ends": time(10),
        "what": "Karşılama",
    }
    return HourFacts(**{**usual, **facts})


def outcome_facts(**facts: Any) -> OutcomeFacts:
    usual: dict[str, Any] = {"kind": OutcomeKind.RESULT, "text": "Ortak proje taslağı yazıldı."}
    return OutcomeFacts(**{**usual, **facts})


def promise_facts(**facts: Any) -> PromiseFacts:
    usual: dict[str, Any] = {
        "promiser": Promiser.US,
        "what": "İtfaiye eğitim programını göndermek",
        "made_on": on(-9),
        "due": on(30),
    }
    return PromiseFacts(**{**usual, **facts})


def make_promise_of(
    visit: Visit | None = None, workspace: Workspace | None = None, **facts: Any
) -> Promise:
    if visit is not None:
        workspace = visit.workspace
        partner = visit.partners.get().organisation
    else:
        workspace, partner = workspace or make_workspace(), make_partner()
    return make_promise(
        workspace,
        promise_facts(**facts),
        partner=partner,
        visit=visit,
        today=TODAY,
        user=None,
    )


def fate(kind: str = "kept", **facts: Any) -> Fate:
    usual: dict[str, Any] = {"happened": TODAY, "text": "Gönderildi."}
    return Fate(kind=PromiseEventKind(kind), **{**usual, **facts})


def keep(workspace: Workspace, name: str = "yazi.pdf", *, content: bytes = b"%PDF-1.7") -> Document:
    return keep_document(
        workspace=workspace,
        user=None,
        file=upload(name, content),
        title=name,
        grade=Grade.PRIVATE,
        max_bytes=10_000,
    )
