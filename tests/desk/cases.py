"""Cases at the desk, made through the product's own actions."""

from datetime import date, timedelta
from typing import Any, Final

from django.utils import timezone

from elci.accounts.models import User, Workspace
from elci.consent.actions import (
    By,
    CaseFacts,
    StepFacts,
    do_step,
    open_case,
    open_office,
    send_to_ministry,
)
from elci.consent.models import Case, DecidingOffice
from elci.domain.law.answers import Question
from elci.domain.law.words import Body, Counterpart, LegalAct
from elci.foundation.grades import Grade
from tests.builders import make_partner, make_workspace

QUESTION: Final = {
    "pack": "tr",
    "body": "metropolitan",
    "act": "sister_city",
    "counterpart": "foreign_local_authority",
}


def ago(days: int) -> date:
    """So many days before today."""
    return timezone.localdate() - timedelta(days=days)


def made_case(workspace: Workspace, *, user: User | None = None, **facts: Any) -> Case:
    """A case of a sister city tie with Filibe."""
    return open_case(
        workspace=workspace,
        pack="tr",
        question=Question(
            act=LegalAct(facts.get("act", "sister_city")),
            body=Body.METROPOLITAN,
            counterpart=Counterpart(facts.get("counterpart", "foreign_local_authority")),
            on=facts.get("on", ago(0)),
        ),
        about=CaseFacts(
            title=facts.get("title", "Filibe ile kardeş şehir"),
            partner=facts.get("partner") or make_partner(),
            account=facts.get("account"),
            grade=Grade.FULL,
        ),
        by=By(user=user, today=ago(0)),
    )


def done(case: Case, key: str, days: int, **facts: Any) -> None:
    """A step that was done so many days ago."""
    by = By(user=None, today=ago(0))
    do_step(case, key, StepFacts(on=ago(days), **facts), by=by)


def made_office(key: str = "cevre") -> DecidingOffice:
    """An office that decides for the ministry to which permits are asked."""
    return open_office(make_workspace(key, name="Ankara"), decides_for=["Çevre"])


def sent_case(workspace: Workspace, office: DecidingOffice, **facts: Any) -> Case:
    """A case whose file lies at an office."""
    case = made_case(workspace, **facts)
    by = By(user=None, today=ago(0))
    send_to_ministry(case, "permit_municipal", on=ago(5), by=by, office=office)
    case.refresh_from_db()
    return case
