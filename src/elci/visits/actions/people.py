from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from elci.accounts.models import User
from elci.domain.visiting.delegations import MOST_PEOPLE, PastedListError, read_delegation
from elci.domain.visiting.retention import purge_day
from elci.domain.visiting.stages import last_day
from elci.domain.visiting.words import DelegateRole, DetailKind, Rank, Side
from elci.visits.actions.refusals import VisitRefusedError, refuse_empty
from elci.visits.actions.writing import changed, columns_of, held, held_row, tell, withdraw
from elci.visits.choices import DETAIL_PURPOSES
from elci.visits.models import Delegate, PersonDetail, Purge, Visit

_KIND = "visit delegation"


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateFacts:
    """Who somebody is, for the list of a delegation."""

    side: Side
    name: str
    rank: Rank
    title: str = ""
    role: DelegateRole = DelegateRole.MEMBER
    place_by_hand: int | None = None
    address_form: str = ""
    languages: str = ""
    needs_visa_letter: bool = False
    needs_badge: bool = True


@transaction.atomic
def add_delegates(
    visit: Visit, people: Sequence[DelegateFacts], *, user: User | None
) -> list[Delegate]:
    """Add people to a delegation, in their order; no name goes into the history.

    Raises ``VisitRefusedError`` for a person without a name, and for more than can be kept.
    """
    current = held(visit)
    standing = Delegate.objects.filter(visit=current, withdrawn_at=None).count()
    _refuse_crowd(standing + len(people))
    for facts in people:
        refuse_empty(facts.name, "name", _("Write the person’s name."))
    added = [
        Delegate.objects.create(visit=current, made_by=user, **columns_of(facts))
        for facts in people
    ]
    for side, number in Counter(facts.side for facts in people).items():
        tell(current, user, "added", kind=_KIND, after={"side": side.value, "people": number})
    return added


@transaction.atomic
def paste_delegation(visit: Visit, pasted: str, *, side: Side, user: User | None) -> list[Delegate]:
    """Add the people of a pasted list, a name and a title on each line; the first one heads it.

    The first heads the delegation where it has no head yet. Raises ``VisitRefusedError`` for a list
    that cannot be read, with the line at fault, and for one that is longer than can be taken.
    """
    try:
        found = read_delegation(pasted)
    except PastedListError as error:
        raise _told(error) from error
    if not found:
        raise VisitRefusedError(_("Paste at least one line with a name."), field="pasted")
    headed = Delegate.objects.filter(
        visit=visit, side=side, role=DelegateRole.HEAD, withdrawn_at=None
    ).exists()
    people = [
        DelegateFacts(
            side=side, name=each.name, title=each.title, rank=each.rank,
            role=DelegateRole.HEAD if place == 0 and not headed else DelegateRole.MEMBER,
        )
        for place, each in enumerate(found)
    ]  # fmt: skip
    return add_delegates(visit, people, user=user)


@transaction.atomic
def change_delegate(delegate: Delegate, facts: DelegateFacts, *, user: User | None) -> None:
    """Correct what a list says of a person.

    The history says which parts were changed, and nothing of what they said: it is kept for ever.
    """
    visit = held(delegate.visit)
    current = _held_person(delegate)
    refuse_empty(facts.name, "name", _("Write the person’s name."))
    _before, after = changed(current, columns_of(facts))
    if after:
        tell(visit, user, "changed", kind=_KIND, after={"parts": sorted(after)})


@transaction.atomic
def withdraw_delegate(delegate: Delegate, *, reason: str, user: User | None) -> None:
    """Take a person off the list; what was kept of them for a time goes at once."""
    visit = held(delegate.visit)
    current = held_row(delegate)
    withdraw(current, reason=reason, user=user)
    _purge(visit, PersonDetail.objects.filter(delegate=current), _("taken off the list"), user)
    tell(visit, user, "withdrawn", kind=_KIND, before={"side": current.side}, reason=reason.strip())


@transaction.atomic
def keep_detail(
    delegate: Delegate, kind: DetailKind, value: str, *, purpose: str = "", today: date,
    user: User | None,
) -> PersonDetail:  # fmt: skip
    """Keep something of a person for one purpose, until the day on which it is purged.

    A later entry of the same kind takes the place of the earlier one, whose value goes.
    """
    visit = held(delegate.visit)
    current = _held_person(delegate)
    value = refuse_empty(value, "value", _("Write what is to be kept, or leave the page."))
    last = last_day(visit.starts, visit.ends)
    detail, _is_new = PersonDetail.objects.update_or_create(
        delegate=current, kind=kind, purged_at=None,
        defaults={
            "value": value, "recorded_by": user,
            "purpose": purpose.strip() or str(DETAIL_PURPOSES[kind]),
            "purge_on": purge_day(kind, last_day=last, entered_on=today),
        },
    )  # fmt: skip
    tell(visit, user, "recorded", kind="visit detail", after={"detail": kind.value})
    return detail


@transaction.atomic
def purge_due(details: "QuerySet[PersonDetail]", *, today: date, user: User | None) -> list[Purge]:
    """Purge those of some details whose day has come; return the proof, one for each visit."""
    due = details.filter(purged_at=None, purge_on__lte=today)
    visits = Visit.objects.filter(delegates__details__in=due).distinct().order_by("pk")
    return _proofs(
        _purge(visit, due.filter(delegate__visit=visit), _("its day had come"), user)
        for visit in visits
    )


@transaction.atomic
def purge_visit(visit: Visit, *, reason: str, user: User | None) -> Purge | None:
    """Purge everything that is kept for a time in a visit, before its day; return the proof.

    Nothing is returned where nothing was kept.
    """
    reason = refuse_empty(reason, "reason", _("Say in a few words why it goes now."))
    return _purge(visit, PersonDetail.objects.filter(delegate__visit=visit), reason, user)


@transaction.atomic
def erase_delegate(delegate: Delegate, *, reason: str, user: User | None) -> Purge:
    """Erase who somebody was; the rank and the side stay, because they are counted.

    Raises ``VisitRefusedError`` without a reason, and where the name was erased already.
    """
    visit = Visit.objects.get(pk=delegate.visit_id)
    current = _held_person(delegate, even_withdrawn=True)
    reason = refuse_empty(reason, "reason", _("Say in a few words who asked for it, and when."))
    counts = _emptied(PersonDetail.objects.filter(delegate=current))
    current.name = current.title = current.address_form = current.languages = ""
    current.erased_at = timezone.now()
    current.save()
    proof = Purge.objects.create(
        visit=visit, counts={**counts, "name": 1}, reason=reason, purged_by=user
    )
    tell(visit, user, "erased", kind=_KIND, after=proof.counts, reason=reason)
    return proof


def _held_person(delegate: Delegate, *, even_withdrawn: bool = False) -> Delegate:
    current = (
        Delegate.objects.select_for_update().get(pk=delegate.pk)
        if even_withdrawn
        else held_row(delegate)
    )
    if current.erased_at is not None:
        raise VisitRefusedError(_("This person’s name was erased, so nothing can be added to it."))
    return current


def _purge(
    visit: Visit, details: "QuerySet[PersonDetail]", reason: str, user: User | None
) -> Purge | None:
    counts = _emptied(details)
    if not counts:
        return None
    proof = Purge.objects.create(visit=visit, counts=counts, reason=reason, purged_by=user)
    tell(visit, user, "purged", kind="visit detail", after=counts, reason=reason)
    return proof


def _emptied(details: "QuerySet[PersonDetail]") -> dict[str, int]:
    kept = details.filter(purged_at=None)
    counts = Counter(kept.order_by("kind").values_list("kind", flat=True))
    kept.update(value="", purged_at=timezone.now())
    return dict(counts)


def _proofs(found: Iterable[Purge | None]) -> list[Purge]:
    return [each for each in found if each is not None]


def _refuse_crowd(number: int) -> None:
    if number > MOST_PEOPLE:
        raise _too_many(number)


def _too_many(number: int) -> VisitRefusedError:
    message = _(
        "These are %(count)s people; a delegation list holds at most %(most)s. Nothing was saved. "
        "Keep the list of a larger event elsewhere, and enter here those whom you receive."
    )
    return VisitRefusedError(message % {"count": number, "most": MOST_PEOPLE}, field="pasted")


def _told(error: PastedListError) -> VisitRefusedError:
    if error.count:
        return _too_many(error.count)
    message = _(
        "Line %(line)s (“%(text)s…”) could not be read: it has no name, or it is too long. "
        "Write a name, a comma and a title. Nothing was saved."
    )
    return VisitRefusedError(message % {"line": error.line, "text": error.text}, field="pasted")
