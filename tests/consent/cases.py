"""Cases made through the product's own actions, with what a test does not care about."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from elci.accounts.models import Workspace
from elci.agreements.models import Account
from elci.consent.actions import (
    ActDone,
    By,
    CaseFacts,
    GivenPaper,
    StepFacts,
    do_step,
    open_case,
    open_office,
    sign,
)
from elci.consent.models import Case, DecidingOffice
from elci.consent.queries.cases import state_of
from elci.documents.actions import keep_document
from elci.documents.models import Document
from elci.domain.casework.state import CaseState
from elci.domain.law.answers import Question
from elci.domain.law.words import Body, Counterpart, LegalAct
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade
from tests.builders import make_partner, make_user, make_workspace
from tests.documents.uploads import PDF, upload

PACK: Final = str(Path(__file__).parent.parent / "fixtures" / "law" / "casework.toml")
TODAY: Final = date(2024, 6, 3)
"""A Monday."""


def day(number: int) -> date:
    """So many days before today."""
    return TODAY - timedelta(days=number)


def by(workspace: Workspace, *, office: DecidingOffice | None = None, today: date = TODAY) -> By:
    return By(user=make_user(workspace), today=today, office=office)


def question(act: str = "sister_city", *, on: date = TODAY, **facets: Any) -> Question:
    return Question(
        act=LegalAct(act),
        body=Body(facets.get("body", "metropolitan")),
        counterpart=Counterpart(facets.get("counterpart", "foreign_local_authority")),
        on=on,
        context=facets.get("context", {}),
    )


def make_case(
    act: str = "sister_city",
    *,
    workspace: Workspace | None = None,
    account: Account | None = None,
    today: date = TODAY,
    grade: Grade = Grade.FULL,
    partner: Any = None,
    pack: str = PACK,
    **facets: Any,
) -> Case:
    workspace = workspace or make_workspace()
    partner = partner or (make_partner() if account is None else None)
    about = CaseFacts(title="Filibe", partner=partner, account=account, grade=grade)
    return open_case(
        workspace=workspace,
        pack=pack,
        question=question(act, **{"on": today, **facets}),
        about=about,
        by=by(workspace, today=today),
    )


def make_office(key: str = "cevre", decides_for: Sequence[str] = ("Çevre",)) -> DecidingOffice:
    workspace = make_workspace(key, name="Ankara")
    return open_office(workspace, decides_for=decides_for)


def make_document(workspace: Workspace, name: str = "karar", **facts: Any) -> Document:
    return keep_document(
        workspace=workspace,
        user=None,
        file=upload(f"{name}.pdf", PDF + name.encode()),
        title=name,
        grade=facts.get("grade", Grade.FULL),
        max_bytes=10_000,
    )


def paper(workspace: Workspace, key: str, name: str = "") -> GivenPaper:
    return GivenPaper(paper=key, document=make_document(workspace, name or key))


def done(case: Case, key: str, *, on: date, papers: Sequence[GivenPaper] = (), **facts: Any) -> Any:
    return do_step(case, key, StepFacts(on=on, **facts), by=by(case.workspace), papers=papers)


def all_steps(case: Case) -> None:
    """Do everything that comes before the signature, in time and order."""
    done(case, "council", on=day(60), number="2024/112", final_on=day(55))
    done(case, "transmit", on=day(54), number="E-1")
    done(case, "announce", on=day(53))
    done(case, "permit", on=day(20), number="E-77")


def signed(case: Case, *, on: date | None = None, **facts: Any) -> Account | None:
    return sign(case, ActDone(on=on or day(3), **facts), by=by(case.workspace))


def state(case: Case, today: date = TODAY) -> CaseState:
    return state_of(case, today)


def statuses(case: Case, today: date = TODAY) -> dict[str, str]:
    return {step.key: str(step.status) for step in state(case, today).steps}


def reads(*workspaces: Workspace) -> Eyes:
    ids = frozenset(each.pk for each in workspaces)
    return Eyes(reads=ids, writes=ids)
