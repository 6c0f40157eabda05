"""The second rung: the same places in the order of the model, with what each criterion adds to it.

A reason here is a part of the model's score (Shapley's values, summed by criterion) and nothing
else; the sentence beside it is what the criteria say of the same matter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

import numpy as np

from elci.domain.geography.tables import Floats, Numbers
from elci.domain.matching.candidates import candidate_of, candidates_of
from elci.domain.matching.criteria import Chosen, Criterion, Sought
from elci.domain.matching.labels import CRITERIA
from elci.domain.matching.ranking import MODEL, Ranker, Ranking, by_criterion, shipped_ranker
from elci.domain.matching.reasons import Reason
from elci.domain.matching.saying import filled
from elci.domain.matching.wide import WideWorld, world_with
from elci.domain.texts import Text

_TINY: Final = 1e-6
_SOURCE: Final = Text(
    "Öğrenilmiş sıralama; veriler ölçütlerinkiyle aynı",
    "Learned ranking; the data is that of the criteria",
)
_OTHERS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "region": Text("Dünyanın neresinde olduğu", "Where in the world it lies"),
        "income": Text("Ülkelerin gelir düzeyi", "Income of the countries"),
        "choice": Text("Ülkesindeki öteki adaylar", "Other candidates in its country"),
        "neighbours": Text(
            "Yakınınızdaki ve size benzeyen şehirlerin bağları",
            "Ties of cities near you and like you",
        ),
    }
)
"""What the model knows besides the criteria."""
_NEUTRAL: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "capacity": Text("Bağ sayısı", "Number of ties"),
        "distance": Text("Uzaklık", "Distance"),
        "latitude": Text("Enlem", "Latitude"),
        "new_country": Text("Ülkedeki ortaklarınız", "Your partners in the country"),
        "size": Text("Büyüklük", "Size"),
    }
)
"""Criteria that the model may hold for or against a place, other than their names say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedReason:
    """What one criterion adds to the model's score of one place."""

    name: Text
    told: Text
    part: float
    source: Text = _SOURCE
    edition: str = ""

    @property
    def speaks_for(self) -> bool:
        """Whether it lifts the place."""
        return self.part > _TINY

    @property
    def speaks_against(self) -> bool:
        """Whether it lowers the place."""
        return self.part < -_TINY


def has_model() -> bool:
    """Whether a learned ranking is shipped: it is only where it beats the criteria."""
    return MODEL.is_file()


def knows(place_id: str) -> bool:
    """Whether the model's usual world holds a place: of the usual size, or with ties.

    Another one would need a world of its own, which takes seconds. Raises ``UnknownPlaceError``.
    """
    one = candidate_of(place_id)
    return bool(one.in_world[0] >= 0) or candidates_of().row_of(int(one.places[0])) is not None


@dataclass(frozen=True, eq=False, kw_only=True)
class Learned:
    """The model's ranking for one who seeks, brought to the candidates of a search."""

    sought: Sought
    ranker: Ranker
    ranking: Ranking
    numbers: Numbers
    """For each candidate its number in the model's world; -1 for one that it does not know."""

    @classmethod
    def of(
        cls, sought: Sought, ranker: Ranker | None = None, wide: WideWorld | None = None
    ) -> "Learned":
        """Rank for the one who seeks; the model's world is made once and takes some seconds."""
        ranker = shipped_ranker() if ranker is None else ranker
        wide = world_with(sought.one) if wide is None else wide
        number = wide.number_of(sought.one)
        if number is None:
            raise ValueError("the seeker is not in the world of the model")
        known = wide.candidates.places
        at = np.clip(np.searchsorted(known, sought.many.places), 0, len(known) - 1)
        numbers = np.where(known[at] == sought.many.places, at, -1)
        ranking = ranker.rank(wide.features, number)
        return cls(sought=sought, ranker=ranker, ranking=ranking, numbers=numbers)

    @cached_property
    def scores(self) -> Floats:
        """The model's scores of the candidates; minus infinity for those it does not know."""
        found = self.ranking.scores.astype(np.float64)[self.numbers]
        return np.where(self.numbers < 0, -np.inf, found)

    def best(self, wanted: Chosen, most: int) -> Numbers:
        """Return the rows of the highest scores among those wanted, best first."""
        rows = np.flatnonzero(wanted & np.isfinite(self.scores))
        return rows[np.argsort(-self.scores[rows], kind="stable")[:most]]

    def reasons(
        self, rows: Numbers, told: list[tuple[Reason, ...]]
    ) -> list[tuple[LearnedReason, ...]]:
        """Return what each criterion adds to the scores of these rows, the weightiest first.

        ``told`` is what the criteria say of each of them.
        """
        if len(rows) == 0:
            return []
        added = by_criterion(self.ranker.contributions(self.ranking, self.numbers[rows]))
        return [
            _sorted([_reason(name, float(parts[at]), of) for name, parts in added.items()])
            for at, of in enumerate(told)
        ]


def _reason(name: str, part: float, told: tuple[Reason, ...]) -> LearnedReason:
    if name in _OTHERS:
        return LearnedReason(name=_OTHERS[name], told=_OTHERS[name], part=part)
    label = _NEUTRAL.get(name, CRITERIA[Criterion(name)].name)
    said = next((each.told for each in told if each.criterion == name), None)
    sentence = label if said is None else filled(
        Text("{name}: {said}", "{name}: {said}"), name=label, said=said
    )  # fmt: skip
    return LearnedReason(name=label, told=sentence, part=part)


def _sorted(reasons: list[LearnedReason]) -> tuple[LearnedReason, ...]:
    return tuple(sorted(reasons, key=lambda reason: -abs(reason.part)))
