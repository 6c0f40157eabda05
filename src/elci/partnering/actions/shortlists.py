from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from elci.accounts.actions import record_change
from elci.accounts.models import User, Workspace
from elci.consent.models import Case
from elci.partnering.actions.refusals import PartneringRefusedError
from elci.partnering.models import EntryNote, Shortlist, ShortlistEntry
from elci.places.models import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPlace:
    """A place as a page showed it on a day: its rank, and what spoke for and against it."""

    place: Place
    ranking: str = ""
    rank: int | None = None
    score: float | None = None
    grounds: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def open_shortlist(
    workspace: Workspace,
    *,
    title: str,
    asked: Mapping[str, Any] | None = None,
    user: User | None = None,
) -> Shortlist:
    """Begin a shortlist; ``asked`` is the question with which its places are sought."""
    if not title.strip():
        raise PartneringRefusedError(
            _("Give the shortlist a title, so that you find it again."), field="title"
        )
    shortlist = Shortlist.objects.create(
        workspace=workspace, title=title.strip(), asked=dict(asked or {}), made_by=user
    )
    _tell(shortlist, user, verb="opened", after={"title": shortlist.title})
    return shortlist


@transaction.atomic
def put_on_shortlist(
    shortlist: Shortlist, seen: SeenPlace, *, today: date, user: User | None
) -> ShortlistEntry:
    """Put a place on a shortlist with its reasons as they are today.

    One that is on it already keeps the reasons of the day on which it was put there.
    Raises ``PartneringRefusedError`` where the list was closed.
    """
    shortlist = _held(shortlist)
    known = ShortlistEntry.objects.filter(
        shortlist=shortlist, place=seen.place, withdrawn_at=None
    ).first()
    if known is not None:
        return known
    entry = ShortlistEntry.objects.create(
        shortlist=shortlist,
        place=seen.place,
        seen_on=today,
        ranking=seen.ranking,
        rank=seen.rank,
        score=seen.score,
        grounds=dict(seen.grounds),
        added_by=user,
    )
    _tell(shortlist, user, verb="added", after={"place": str(seen.place)})
    return entry


@transaction.atomic
def take_off_shortlist(entry: ShortlistEntry, *, reason: str, user: User | None) -> None:
    """Take a place off a shortlist; it stays readable below, with the reason.

    A second time changes nothing.
    """
    current = ShortlistEntry.objects.select_for_update().get(pk=entry.pk)
    if current.withdrawn_at is not None:
        return
    if not reason.strip():
        raise PartneringRefusedError(
            _("Say in a few words why this place is left out."), field="reason"
        )
    current.withdrawn_at = timezone.now()
    current.withdrawn_by = user
    current.withdrawal_reason = reason.strip()
    current.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
    before = {"place": str(current.place)}
    _tell(current.shortlist, user, verb="withdrawn", before=before, reason=reason)


@transaction.atomic
def note_entry(entry: ShortlistEntry, *, text: str, user: User | None) -> EntryNote:
    """Write something beside a place; what was written before stays."""
    _held(entry.shortlist)
    if not text.strip():
        raise PartneringRefusedError(_("The note is empty. Write it, or leave it."), field="text")
    return EntryNote.objects.create(entry=entry, text=text.strip(), written_by=user)


@transaction.atomic
def tie_entry_to_case(entry: ShortlistEntry, case: Case) -> None:
    """Note that a consent case was opened for a place; the latest one stands.

    Raises ``ValueError`` for a case of another workspace.
    """
    _refuse_of_another(case, entry.shortlist.workspace)
    entry.case = case
    entry.save(update_fields=["case"])


@transaction.atomic
def close_shortlist(shortlist: Shortlist, *, reason: str, user: User | None) -> None:
    """End the work on a shortlist; everything on it stays readable.

    Raises ``PartneringRefusedError`` for one that is closed already, or without a reason.
    """
    current = _held(shortlist)
    if not reason.strip():
        raise PartneringRefusedError(
            _("Say in a few words why the shortlist is closed."), field="reason"
        )
    current.closed_at = timezone.now()
    current.closed_by = user
    current.closing_reason = reason.strip()
    current.save(update_fields=["closed_at", "closed_by", "closing_reason"])
    _tell(current, user, verb="closed", before={"title": current.title}, reason=reason)


def _held(shortlist: Shortlist) -> Shortlist:
    """Hold a shortlist, so that nobody closes it meanwhile."""
    current = Shortlist.objects.select_for_update().get(pk=shortlist.pk)
    if current.closed_at is not None:
        raise PartneringRefusedError(
            _("This shortlist is closed. Begin a new one, or choose another.")
        )
    return current


def _refuse_of_another(case: Case, workspace: Workspace) -> None:
    if case.workspace_id != workspace.pk:
        raise ValueError("the case is of another workspace")


def _tell(shortlist: Shortlist, user: User | None, *, verb: str, **facts: Any) -> None:
    record_change(
        workspace=shortlist.workspace,
        user=user,
        verb=verb,
        subject_kind="shortlist",
        subject_uuid=shortlist.uuid,
        **facts,
    )
