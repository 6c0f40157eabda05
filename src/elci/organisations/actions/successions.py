from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from elci.accounts.actions import record_change
from elci.accounts.models import User, Workspace
from elci.domain.dates import PartialDate
from elci.domain.successions import (
    Link,
    SuccessionKind,
    SuccessionRefusal,
    forebears,
    heirs,
    refusal_of,
)
from elci.organisations.actions.names import share_names
from elci.organisations.models import Organisation, Succession
from elci.organisations.queries import succession_links

_REFUSALS: Final[Mapping[SuccessionRefusal, Any]] = {
    SuccessionRefusal.TO_ITSELF: gettext_lazy(
        "A body cannot succeed itself. Choose the body that took its place; if only its spelling "
        "is to be corrected, nothing has to be recorded here."
    ),
    SuccessionRefusal.NOT_YET_HAPPENED: gettext_lazy(
        "The date lies in the future, and no register knows what is to come. "
        "Correct the date, or record the succession once it has happened."
    ),
    SuccessionRefusal.SAME_AGAIN: gettext_lazy(
        "This succession is on record already. If its date or its source is wrong, withdraw it "
        "with a reason and record it anew."
    ),
    SuccessionRefusal.ALREADY_SUCCEEDED: gettext_lazy(
        "Another successor of this body is on record, and only a body that was divided or "
        "abolished has several. Choose that for both, or withdraw the one that is wrong."
    ),
    SuccessionRefusal.CIRCLE: gettext_lazy(
        "The successor was itself succeeded by this body, directly or over others, so each would "
        "have come after the other. Check which of the two came later."
    ),
    SuccessionRefusal.BEFORE_FOUNDED: gettext_lazy(
        "The body was founded only after this date, so nothing can have taken its place by then. "
        "Check the date and the day of its founding."
    ),
    SuccessionRefusal.SUCCESSOR_OLDER: gettext_lazy(
        "The successor is older than the body, so it cannot have come out of it. Check both days "
        "of founding; if the body was merged into an older one, choose that."
    ),
    SuccessionRefusal.SUCCESSOR_GONE: gettext_lazy(
        "The successor had itself been succeeded before this date. "
        "Choose the body that had taken its place by then, or check the dates."
    ),
    SuccessionRefusal.BEFORE_IT_SUCCEEDED: gettext_lazy(
        "This body came into being only after this date, in the place of another. "
        "Check the dates of both successions."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessionFacts:
    """What a person or a legal text says of a succession."""

    since: PartialDate
    kind: SuccessionKind
    source_tr: str
    source_en: str = ""


class SuccessionRefusedError(ValueError):
    """A succession that cannot be so; its text says why and what to do."""

    def __init__(self, refusal: SuccessionRefusal) -> None:
        self.refusal = refusal
        super().__init__(str(_REFUSALS[refusal]))


@transaction.atomic
def record_succession(
    body: Organisation,
    successor: Organisation,
    facts: SuccessionFacts,
    *,
    today: date,
    user: User | None = None,
    workspace: Workspace | None = None,
) -> Succession:
    """Record that one body took the place of another; each is found by both names from then on.

    The history of the workspace gets a line; what the product's own table says belongs to none.
    Raises ``SuccessionRefusedError`` for a circle, for dates that contradict each other, and for a
    second successor of a body that can have but one.
    """
    # All who record successions wait here for each other: a circle may close between two of them.
    list(Succession.objects.select_for_update().order_by("pk")[:1])
    links = succession_links()
    new = Link(body=body.pk, successor=successor.pk, since=facts.since, kind=facts.kind)
    refusal = refusal_of(new, links, founded=_founded(body, successor), today=today)
    if refusal is not None:
        raise SuccessionRefusedError(refusal)
    succession = Succession.objects.create(
        body=body,
        successor=successor,
        since=facts.since,
        kind=facts.kind,
        source_tr=facts.source_tr,
        source_en=facts.source_en or facts.source_tr,
        recorded_by=user,
        workspace=workspace,
    )
    share_names(_chain_of(body, successor, links))
    for each in (body, successor):
        each.refresh_from_db(fields=["search_text"])
    _tell(succession, user, workspace, verb="recorded", after=printed(succession))
    return succession


@transaction.atomic
def withdraw_succession(
    succession: Succession, *, user: User | None, workspace: Workspace | None, reason: str
) -> None:
    """Take back a succession that was recorded by mistake; a second withdrawal changes nothing."""
    succession.refresh_from_db(from_queryset=Succession.objects.select_for_update(of=("self",)))
    if succession.withdrawn_at is not None:
        return
    succession.withdrawn_at = timezone.now()
    succession.withdrawn_by = user
    succession.withdrawal_reason = reason
    succession.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
    share_names(_chain_of(succession.body, succession.successor, succession_links()))
    before = printed(succession)
    _tell(succession, user, workspace, verb="withdrawn", before=before, reason=reason)


def printed(succession: Succession) -> dict[str, str]:
    """Return a succession as the history keeps it."""
    return {
        "body": succession.body.name_tr,
        "successor": succession.successor.name_tr,
        "since": str(succession.since),
        "succession_kind": succession.kind,
        "source": succession.source_tr,
    }


def _founded(*bodies: Organisation) -> dict[int, PartialDate]:
    return {body.pk: body.founded for body in bodies if body.founded is not None}


def _chain_of(body: Organisation, successor: Organisation, links: Sequence[Link]) -> set[int]:
    ends = (body.pk, successor.pk)
    return {each for end in ends for each in (end, *forebears(end, links), *heirs(end, links))}


def _tell(
    succession: Succession,
    user: User | None,
    workspace: Workspace | None,
    *,
    verb: str,
    **facts: Any,
) -> None:
    if workspace is None:
        return
    record_change(
        workspace=workspace,
        user=user,
        verb=verb,
        subject_kind="succession",
        subject_uuid=succession.uuid,
        **facts,
    )
