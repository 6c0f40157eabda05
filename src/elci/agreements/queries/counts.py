"""Counts that are added up once and checked against each other before anybody sees them."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from elci.domain.acts.kinds import Standing
from elci.domain.vocabularies import Instrument


class Cell(NamedTuple):
    """How many relations share an instrument, a standing and a country."""

    instrument: Instrument
    standing: Standing
    country: str
    number: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Cells of one question, with their sums."""

    cells: tuple[Cell, ...]
    total: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", sum(cell.number for cell in self.cells))

    def only(self, wanted: Callable[[Cell], bool]) -> "Counts":
        """Return the counts of the cells that are wanted."""
        return Counts(tuple(cell for cell in self.cells if wanted(cell)))

    def by(self, key: Callable[[Cell], Hashable]) -> Counter[Hashable]:
        """Return sums of the cells that share a key."""
        sums: Counter[Hashable] = Counter()
        for cell in self.cells:
            sums[key(cell)] += cell.number
        return sums

    @property
    def by_instrument(self) -> Mapping[Instrument, Counter[Standing]]:
        """Return, for each instrument in the vocabulary's order, its sums by standing."""
        sums: dict[Instrument, Counter[Standing]] = {kind: Counter() for kind in Instrument}
        for instrument, standing, _country, number in self.cells:
            sums[instrument][standing] += number
        return {kind: found for kind, found in sums.items() if found}

    @property
    def by_standing(self) -> Mapping[Standing, int]:
        """Return the sums by standing, in the vocabulary's order."""
        sums = self.by(lambda cell: cell.standing)
        return {standing: sums[standing] for standing in Standing if standing in sums}

    @property
    def by_country(self) -> Mapping[str, int]:
        """Return the sums by country code; an empty code is "not known"."""
        sums: Counter[str] = Counter()
        for cell in self.cells:
            sums[cell.country] += cell.number
        return sums


def reconciles(parts: Mapping[Any, int], total: int) -> bool:
    """Whether parts add up to their total; a total that does not is never shown."""
    return sum(parts.values()) == total and all(number >= 0 for number in parts.values())
