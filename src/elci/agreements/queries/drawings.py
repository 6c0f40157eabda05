"""What the map and the timeline draw: bounded, whatever the size of the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Exists, F, OuterRef, Prefetch

from elci.agreements.models import Account, ActRecord
from elci.agreements.queries.acts import domain_act
from elci.agreements.queries.register import in_order, periods_matching
from elci.domain.acts.act import Act
from elci.domain.acts.kinds import Standing
from elci.domain.acts.standing import Period, acts_known_on, periods
from elci.domain.register import RegisterFilter
from elci.foundation.eyes import Eyes
from elci.places.models import Place

MOST_PARTNERS: Final = 250
"""So many partner cities are drawn at most, the most populous ones."""
_FEW: Final = 3000


@dataclass(frozen=True, slots=True)
class Tie:
    """All relations between a keeper and one partner's place on a day."""

    host: Place | None
    partner: Place
    standings: frozenset[Standing]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """An account with its acts and standings, for a row of the timeline."""

    account: Account
    acts: tuple[Act, ...]
    periods: tuple[Period, ...]


def ties_to_draw(wanted: RegisterFilter, eyes: Eyes, *, today: date, total: int) -> Sequence[Tie]:
    """Return the ties that match, most populous partners first, `MOST_PARTNERS` at most.

    ``total`` is how many relations match: few are grouped as they are; of many, only the relations
    of the places that will be drawn are read.
    """
    matching = periods_matching(wanted, eyes, today=today).filter(
        entry__place__latitude__isnull=False
    )
    if total > _FEW:
        one_of = matching.filter(entry__place=OuterRef("pk"))
        largest = Place.objects.filter(Exists(one_of)).order_by(
            F("population").desc(nulls_last=True), "pk"
        )
        matching = matching.filter(
            entry__place_id__in=list(largest.values_list("pk", flat=True)[:MOST_PARTNERS])
        )
    standings: dict[tuple[int, int], set[Standing]] = {}
    pairs = matching.values_list("workspace_id", "entry__place_id", "standing").distinct()
    for workspace_id, place_id, standing in pairs:
        standings.setdefault((workspace_id, place_id), set()).add(Standing(standing))
    return _with_places(standings)


def chronicles(
    wanted: RegisterFilter, eyes: Eyes, *, today: date, language: str, start: int, size: int
) -> Sequence[Chronicle]:
    """Return a stretch of the relations that match, with their acts, in the order asked for."""
    acts = Prefetch("entry__account__acts", ActRecord.objects.filter(known_until=None))
    matching = in_order(periods_matching(wanted, eyes, today=today), wanted.order, language)
    rows = matching.prefetch_related(acts)[start : start + size]
    return [chronicle_of(row.entry.account) for row in rows]


def chronicle_of(account: Account, *, known_on: date | None = None) -> Chronicle:
    """Return an account's acts as it holds them, or held them on a day, and what follows."""
    acts = acts_known_on([domain_act(record) for record in account.acts.all()], known_on)
    return Chronicle(account, acts, periods(acts))


def _with_places(standings: dict[tuple[int, int], set[Standing]]) -> list[Tie]:
    workspaces = {workspace for workspace, _place in standings}
    hosts = {
        place.workspace_key: place
        for place in Place.objects.filter(organisations__workspace__in=workspaces).annotate(
            workspace_key=F("organisations__workspace")
        )
    }
    places = Place.objects.in_bulk({place for _workspace, place in standings})
    ties = [
        Tie(hosts.get(workspace), places[place], frozenset(found))
        for (workspace, place), found in standings.items()
    ]
    ties.sort(key=lambda tie: (-(tie.partner.population or 0), tie.partner.pk))
    return ties[:MOST_PARTNERS]
