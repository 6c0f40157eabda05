"""What the map and the timeline draw: bounded, whatever the size of the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import F

from elci.agreements.models import Account
from elci.agreements.queries.acts import acts_by_account, domain_act
from elci.agreements.queries.ordering import Found
from elci.agreements.queries.register import found_in_register
from elci.domain.acts.act import Act
from elci.domain.acts.kinds import Standing
from elci.domain.acts.standing import Period, acts_known_on, periods
from elci.domain.register import RegisterFilter
from elci.foundation.eyes import Eyes
from elci.places.models import Place

MOST_PARTNERS: Final = 250
"""So many partner cities are drawn at most, the most populous ones."""
_DRAWN: Final = ("key", "name_tr", "name_en", "latitude", "longitude", "population")
_MOST_ROWS: Final = 2 * MOST_PARTNERS


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


def ties_to_draw(
    wanted: RegisterFilter,
    eyes: Eyes,
    *,
    today: date,
    total: int,
    found: Found | None = None,
) -> Sequence[Tie]:
    """Return the ties that match, most populous partners first, `MOST_PARTNERS` at most.

    ``total`` is how many relations match; ``found`` what matches, where it is at hand.
    """
    if total == 0:
        return []
    if found is None:
        found = found_in_register(wanted, eyes, today=today, language="")
    standings: dict[tuple[int, int], set[Standing]] = {}
    for _rank, place_id, workspace_id, standing in found.on_map(most=_MOST_ROWS):
        if len(standings) == MOST_PARTNERS and (workspace_id, place_id) not in standings:
            break
        standings.setdefault((workspace_id, place_id), set()).add(Standing(standing))
    return _with_places(standings)


def chronicles(
    wanted: RegisterFilter,
    eyes: Eyes,
    *,
    today: date,
    language: str,
    start: int,
    size: int,
    found: Found | None = None,
) -> Sequence[Chronicle]:
    """Return a stretch of the relations that match, with their acts, in the order asked for.

    ``found`` is what matches, where it is at hand.
    """
    if found is None:
        found = found_in_register(wanted, eyes, today=today, language=language)
    rows = found.stretch(start=start, size=size)
    acts = acts_by_account([row.entry_id for row in rows])
    return [
        Chronicle(row.entry.account, tuple(held), periods(held))
        for row in rows
        for held in (acts.get(row.entry_id, []),)
    ]


def chronicle_of(account: Account, *, known_on: date | None = None) -> Chronicle:
    """Return an account's acts as it holds them, or held them on a day, and what follows."""
    acts = acts_known_on([domain_act(record) for record in account.acts.all()], known_on)
    return Chronicle(account, acts, periods(acts))


def _with_places(standings: dict[tuple[int, int], set[Standing]]) -> list[Tie]:
    workspaces = {workspace for workspace, _place in standings}
    drawn = Place.objects.only(*_DRAWN)
    hosts = {
        place.workspace_key: place
        for place in drawn.filter(organisations__workspace__in=workspaces).annotate(
            workspace_key=F("organisations__workspace")
        )
    }
    places = drawn.in_bulk({place for _workspace, place in standings})
    ties = [
        Tie(hosts.get(workspace), places[place], frozenset(found))
        for (workspace, place), found in standings.items()
    ]
    return sorted(ties, key=lambda tie: (-(tie.partner.population or 0), tie.partner.pk))
