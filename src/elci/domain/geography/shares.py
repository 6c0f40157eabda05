"""Which part of the ties goes to which part of the world."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from elci.domain.geography.countries import CountryFacts, country_facts


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the ties have a part of the world at an end, of those where it is known."""

    name: str
    count: int
    of: int

    @property
    def share(self) -> float:
        """The part, from 0 to 1."""
        return self.count / self.of


def shares(codes: Iterable[str], part: Callable[[CountryFacts], str | None]) -> list[Share]:
    """Return the shares of the parts in which countries lie, the greatest first.

    A country whose part is not known is not counted.

    >>> [(one.name, one.share) for one in shares(["TR", "GE", "FR"], lambda facts: facts.region)]
    [('Asia', 0.6666666666666666), ('Europe', 0.3333333333333333)]
    """
    facts = country_facts()
    parts = (part(facts[code]) for code in codes if code in facts)
    counts = Counter(name for name in parts if name)
    return [Share(name, count, counts.total()) for name, count in _by_size(counts)]


def _by_size(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
