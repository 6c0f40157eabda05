"""What a draft of law means for a tie or a case of the reader, ready for its letter."""

from datetime import date
from uuid import UUID

from django.utils import translation

from elci.accounts.queries import letterhead_of
from elci.agreements.queries.relations import kept_accounts
from elci.agreements.templatetags.register import instrument_word
from elci.consent.models import LawDraft
from elci.consent.queries.drafts import comparison_of
from elci.consent.queries.impact import Touched, impact_on_account, impact_on_case, keepers_of_law
from elci.domain.casework.asking import BODIES
from elci.domain.casework.impact import Comparison
from elci.domain.law.words import Body
from elci.foundation.eyes import Eyes
from elci.memberships.queries import responsibilities_of
from elci.organisations.queries import organisations
from elci.reports.bodies import HEADS, sender_of, signing_name
from elci.reports.noticing import NoticeOf
from elci.reports.papers.facts import Numbering
from elci.reports.papers.offices import OfficeKind, Recipient

TURKEY = "TR"


def touched_by(
    draft: LawDraft, subject: str, subject_uuid: UUID, eyes: Eyes, *, today: date
) -> tuple[Touched, NoticeOf] | None:
    """Return a tie or a case that a draft touches, and of what its letter is made.

    Nothing where it is not touched, is not the reader's own, or its law is not Turkish: letters are
    in the form of Turkish official ones. Raises as ``comparison_of``.
    """
    comparison = comparison_of(draft, today=today)
    if comparison.new.jurisdiction != TURKEY:
        return None
    found = _found(comparison, subject, subject_uuid, eyes)
    if not isinstance(found, Touched):
        return None
    return found, _notice(draft, found, eyes, comparison)


def _found(comparison: Comparison, subject: str, subject_uuid: UUID, eyes: Eyes) -> object:
    if subject == "cases":
        return impact_on_case(comparison, subject_uuid, eyes)
    return impact_on_account(comparison, subject_uuid, eyes)


def _notice(draft: LawDraft, found: Touched, eyes: Eyes, comparison: Comparison) -> NoticeOf:
    keeper = keepers_of_law(comparison.new, eyes)[found.workspace_id]
    body = organisations().get(workspace_id=found.workspace_id)
    head = letterhead_of(draft.workspace if body.workspace is None else body.workspace)
    bodies = BODIES.get(keeper.kind, tuple(Body))
    titles = {HEADS.get(each) for each in bodies}
    sender = sender_of(
        head,
        day=comparison.today,
        authority=signing_name(bodies[0], body.name_tr),
        title=titles.pop() if len(titles) == 1 else None,
        site=body.site or None,
    )
    return NoticeOf(
        sender=sender,
        to=Recipient(name=_unit(found, eyes), kind=OfficeKind.UNIT),
        tie=_tie(found, body.name_tr),
        change=draft.title or None,
        made_on=comparison.today,
        is_draft=not draft.is_adopted,
        numbering=Numbering(file_code=head.file_code or None),
    )


def _tie(found: Touched, keeper: str) -> str:
    if found.account_uuid is None:
        return found.name_tr
    with translation.override("tr"):
        return f"{keeper} – {found.name_tr} ({instrument_word(found.instrument)})"


def _unit(found: Touched, eyes: Eyes) -> str | None:
    """Return the unit that is in charge of a membership, where one is on record."""
    if found.account_uuid is None:
        return None
    account = kept_accounts(eyes).filter(uuid=found.account_uuid).first()
    held = [] if account is None else responsibilities_of(account).filter(until=None)
    return next((each.unit.name for each in held), None)
