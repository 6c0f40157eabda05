"""A list of places to ask, each with why, why not, and whether it would ask in return."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from elci.domain.geography.tables import Numbers
from elci.domain.matching.candidates import (
    USUAL_SIZE,
    candidate_of,
    candidates_of,
    shipped_ties,
    with_place,
)
from elci.domain.matching.cautions import Against, cautions_of
from elci.domain.matching.criteria import USUAL_WEIGHTS, Criterion, Sought
from elci.domain.matching.filtering import PlaceFilter
from elci.domain.matching.own import OwnTie
from elci.domain.matching.reasons import Reason, reasons_of
from elci.domain.matching.weighing import Weighed, mutual_ranks
from elci.domain.places.gazetteer import Place, open_gazetteer
from elci.domain.vocabularies import Instrument

if TYPE_CHECKING:
    from elci.domain.matching.learned import Learned, LearnedReason

BY_CRITERIA: Final = "criteria"
BY_MODEL: Final = "learned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who seeks, by which records, for what, and what a reader wants to see."""

    city: str
    """The id of the place that seeks, as the gazetteer gives it."""
    year: int
    """The year in which it is asked: ties sleep as time passes."""
    own: Sequence[OwnTie] | None = None
    weights: Mapping[Criterion, float] = field(default_factory=lambda: dict(USUAL_WEIGHTS))
    filter: PlaceFilter = field(default_factory=PlaceFilter)
    instrument: Instrument = Instrument.SISTER_CITY
    ranking: str = BY_CRITERIA
    """``BY_CRITERIA``, or ``BY_MODEL`` where a model is shipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A place that may be asked."""

    place: Place
    rank: int
    """In the list that was asked for; the best has 1."""
    score: float
    reasons: tuple[Reason, ...]
    """What every criterion says, the weightiest first."""
    against: tuple[Against, ...]
    mutual_rank: int | None
    """The rank of the seeker among all whom that place might ask, by the same criteria."""
    quality: float
    """The share of the weight that rests on known values."""
    learned: "tuple[LearnedReason, ...]" = ()
    """What each criterion adds to the score of the model, where that ranks."""

    @property
    def ranked_by(self) -> "Sequence[Reason | LearnedReason]":
        """The parts of the score that made the order, the weightiest first."""
        return self.learned or self.reasons

    @property
    def speaking_for(self) -> "tuple[Reason | LearnedReason, ...]":
        """What lifts it, the weightiest first."""
        return tuple(reason for reason in self.ranked_by if reason.speaks_for)

    @property
    def speaking_against(self) -> "tuple[Reason | LearnedReason, ...]":
        """What lowers it, the weightiest first."""
        return tuple(reason for reason in self.ranked_by if reason.speaks_against)


@dataclass(frozen=True, eq=False, kw_only=True)
class Search:
    """A request worked out, from which lists and single places are told."""

    request: Request
    weighed: Weighed
    learned: "Learned | None" = None
    """The order of the model, where that was asked for."""

    @classmethod
    def of(cls, request: Request) -> "Search":
        """Weigh all candidates. Raises ``UnknownPlaceError`` for a seeker that is no settlement."""
        one = candidate_of(request.city)
        many = with_place(candidates_of(min(request.filter.smallest, USUAL_SIZE)), one)
        sought = Sought(one=one, many=many, ties=shipped_ties(), own=request.own)
        learned = _learned(sought) if request.ranking == BY_MODEL else None
        weighed = Weighed.of(sought, request.weights)
        return cls(request=request, weighed=weighed, learned=learned)

    @property
    def seeker(self) -> Place:
        """The place that seeks."""
        return open_gazetteer().place(self.request.city)

    @property
    def count(self) -> int:
        """How many places fit the request."""
        chosen = self.request.filter.chosen(self.weighed.sought)
        return int((chosen & self.weighed.eligible).sum())

    @property
    def left_out_for_relations(self) -> int:
        """How many are left out because a source says that the states have no relations."""
        wanted = replace(self.request.filter, no_relations=True).chosen(self.weighed.sought)
        return int((wanted & self.weighed.eligible).sum()) - self.count

    def best(self, most: int) -> list[Suggestion]:
        """Return the best places, with the rank of the seeker on each of theirs."""
        wanted = self.request.filter.chosen(self.weighed.sought)
        if self.learned is None:
            rows = self.weighed.best(wanted, most)
        else:
            rows = self.learned.best(wanted & self.weighed.eligible, most)
        return self._told(rows, range(1, len(rows) + 1))

    def cautions(self, place_id: str) -> tuple[Against, ...]:
        """Return what speaks against a place, also against one that is a partner already."""
        index = open_gazetteer().index_of(place_id)
        row = None if index is None else self.weighed.sought.many.row_of(index)
        return () if row is None else self._cautions(row)

    def told(self, place_ids: Sequence[str]) -> list[Suggestion]:
        """Return these places however they rank; those that may not be asked are left out.

        The rank is that among all who may be asked.
        """
        sought, gazetteer = self.weighed.sought, open_gazetteer()
        indexes = (gazetteer.index_of(place_id) for place_id in place_ids)
        found = (sought.many.row_of(index) for index in indexes if index is not None)
        ranked = [
            (row, rank)
            for row in found
            if row is not None
            for rank in (self.weighed.rank_of(row),)
            if rank is not None
        ]
        rows = np.asarray([row for row, _rank in ranked], dtype=np.int64)
        return self._told(rows, [rank for _row, rank in ranked])

    def _told(self, rows: Numbers, ranks: Sequence[int]) -> list[Suggestion]:
        mutual = mutual_ranks(self.weighed, rows.tolist(), self.request.weights)
        told = [
            self._suggestion(row, rank, back)
            for row, rank, back in zip(rows.tolist(), ranks, mutual, strict=True)
        ]
        if self.learned is None:
            return told
        parts = self.learned.reasons(rows, [each.reasons for each in told])
        return [replace(each, learned=own) for each, own in zip(told, parts, strict=True)]

    def _suggestion(self, row: int, rank: int, back: int | None) -> Suggestion:
        weighed = self.weighed
        return Suggestion(
            place=open_gazetteer().place_at(int(weighed.sought.many.places[row])),
            rank=rank,
            score=float(weighed.scores[row]),
            reasons=reasons_of(weighed, row),
            against=self._cautions(row),
            mutual_rank=back,
            quality=float(weighed.quality[row]),
        )

    def _cautions(self, row: int) -> tuple[Against, ...]:
        asked = self.request
        return cautions_of(self.weighed.sought, row, instrument=asked.instrument, year=asked.year)


def _learned(sought: Sought) -> "Learned":
    from elci.domain.matching.learned import Learned  # noqa: PLC0415 -- only the model needs it

    return Learned.of(sought)
