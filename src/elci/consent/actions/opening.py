from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from elci.accounts.models import Workspace
from elci.agreements.models import Account
from elci.consent.actions.recording import By, add, held
from elci.consent.actions.refusals import CaseRefusedError
from elci.consent.models import Case, CaseEvent, DecidingOffice
from elci.consent.queries.packs import (
    circumstances_of,
    circumstances_of_partner,
    named,
)
from elci.domain.casework.asking import ENDINGS, INSTRUMENTS
from elci.domain.casework.events import Closed, Opened
from elci.domain.law.answers import Question
from elci.domain.law.words import LegalAct
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What a case is about, besides its question."""

    title: str
    partner: Organisation | None = None
    account: Account | None = None
    """The relation that is to be renewed or ended, or that is in the register as proposed."""
    instrument: Instrument | None = None
    """What a signature opens, where it is not what the act usually opens."""
    grade: Grade = Grade.PRIVATE
    """Who may see the relation that a signature opens."""


@transaction.atomic
def open_case(
    *,
    workspace: Workspace,
    pack: str,
    question: Question,
    about: CaseFacts,
    by: By,
) -> Case:
    """Open a case from a question to the law; the question's day is the one planned for the act.

    ``pack`` is an id or an alias. What the register knows of the circumstances (the state or
    province of the keeper, the country of the partner) goes with the question unless it says so
    itself. A renewal or an end needs the account that it continues; what
    opens a relation needs a partner. Raises ``CaseRefusedError`` where they are missing, and
    ``NoSuchPackError``.
    """
    law = named(pack)
    known = {**circumstances_of(workspace, law), **circumstances_of_partner(about.partner, law)}
    context = {**known, **law.context, **question.context}
    asked = replace(question, context=context)
    opens = about.instrument or INSTRUMENTS.get(asked.act)
    _refuse_without_parties(workspace, asked.act, about, opens)
    case = Case.objects.create(
        workspace=workspace,
        title=about.title,
        pack=pack,
        act=asked.act,
        body=asked.body,
        counterpart=asked.counterpart,
        planned_on=asked.on,
        partner=about.partner,
        account=about.account,
        instrument="" if opens is None else opens,
        grade=about.grade if about.account is None else about.account.grade,
        opened_on=by.today,
        made_by=by.user,
    )
    add(case, Opened(on=by.today, question=asked), by)
    return case


@transaction.atomic
def close_case(case: Case, *, on: date, reason: str, by: By) -> CaseEvent:
    """End the work on a case; everything in it stays readable.

    Raises ``CaseRefusedError`` for one that is closed already, or without a reason.
    """
    case = held(case)
    if not reason.strip():
        raise CaseRefusedError(_("Say in a few words why the case is closed."))
    event = add(case, Closed(on=on, reason=reason), by)
    case.is_open = False
    case.office = None
    case.office_step = ""
    case.save(update_fields=["is_open", "office", "office_step"])
    return event


@transaction.atomic
def open_office(workspace: Workspace, *, decides_for: Sequence[str]) -> DecidingOffice:
    """Let a workspace decide for authorities, by their Turkish names in the packs or parts of them.

    A second time, the new names take the place of the old ones.
    """
    office, _created = DecidingOffice.objects.update_or_create(
        workspace=workspace, defaults={"decides_for": list(decides_for)}
    )
    return office


def _refuse_without_parties(
    workspace: Workspace, act: LegalAct, about: CaseFacts, opens: Instrument | None
) -> None:
    account, partner = about.account, about.partner
    if account is not None and account.workspace_id != workspace.pk:
        raise ValueError("the account is of another workspace")
    if account is None and (act in ENDINGS or act is LegalAct.RENEW_AGREEMENT):
        raise CaseRefusedError(
            _("Name the relation in the register that is to be renewed or ended.")
        )
    if account is None and partner is None and opens is not None:
        raise CaseRefusedError(_("Name the partner with whom the relation is to be opened."))
