"""What the pages of the search for partners show, in public and at the desk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Final
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import NoReverseMatch, reverse

from elci.domain.matching.criteria import MOST_WEIGHT, USUAL_WEIGHTS, Criterion
from elci.domain.matching.diplomacy import without_relations
from elci.domain.matching.labels import CRITERIA, NOT_LOOKED_AT, CriterionLabel
from elci.domain.matching.laws import LawLine
from elci.domain.matching.learned import LearnedReason, has_model
from elci.domain.matching.needs import regions
from elci.domain.matching.reasons import Reason
from elci.domain.matching.suggesting import Suggestion
from elci.domain.places.countries import all_countries, country_by_code
from elci.domain.places.folding import sort_key
from elci.domain.places.gazetteer import Place, open_gazetteer
from elci.domain.places.kinds import PlaceKind
from elci.foundation.templatetags.elci import reader_language
from elci.partnering.queries.finding import Asked, Found
from elci.partnering.queries.grounds import law_of_both
from elci.places.queries import country_label, places_like

_REASONS_SHOWN: Final = 4
_WEAK_SHOWN: Final = 2
_PLACES_SHOWN: Final = 8
_SETTLED: Final = frozenset({PlaceKind.CITY, PlaceKind.DISTRICT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A place of the list, with what is said of it first."""

    suggestion: Suggestion
    laws: Sequence["ShownLaw"]
    compare_url: str
    shortlist_url: str

    @property
    def reasons(self) -> Sequence[Reason | LearnedReason]:
        """The weightiest of what speaks for it."""
        return self.suggestion.speaking_for[:_REASONS_SHOWN]

    @property
    def weak(self) -> Sequence[Reason | LearnedReason]:
        """The weightiest of what lowers it."""
        return self.suggestion.speaking_against[:_WEAK_SHOWN]

    @property
    def country(self) -> str:
        """The name of its country."""
        return country_label(self.suggestion.place.country, reader_language())

    @property
    def points(self) -> int:
        """The score out of a hundred."""
        return round(100 * self.suggestion.score)

    @property
    def known(self) -> int:
        """How much of the weight rests on known values, per cent."""
        return round(100 * self.suggestion.quality)


@dataclass(frozen=True, slots=True)
class ShownLaw:
    """What a law asks, and the address of the page that says why."""

    line: LawLine
    url: str


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight that the reader may move."""

    criterion: Criterion
    label: CriterionLabel
    value: int
    most: int = MOST_WEIGHT


def form_context(asked: Asked) -> dict[str, Any]:
    """Return what the form of the page needs."""
    language = reader_language()
    names = ((code, each.name_in(language)) for code, each in all_countries().items())
    return {
        "asked": asked,
        "countries": sorted(names, key=lambda pair: sort_key(pair[1], language)),
        "regions": regions(),
        "weights": [
            Weight(each, CRITERIA[each], int(asked.weights[each])) for each in USUAL_WEIGHTS
        ],
        "weights_are_usual": dict(asked.weights) == dict(USUAL_WEIGHTS),
        "not_looked_at": NOT_LOOKED_AT,
        "has_model": has_model(),
    }


def found_context(found: Found, query: QueryDict, *, today: date) -> dict[str, Any]:
    """Return what the list needs, and the places side by side."""
    seeker = found.search.seeker
    results = [_result(each, found, query, today=today) for each in found.suggestions]
    compared = [_result(each, found, query, today=today) for each in found.compared]
    return {
        "found": found,
        "asked": found.asked,
        "seeker": seeker,
        "seeker_name": seeker.name_in(reader_language()),
        "results": results,
        "compared": compared,
        "comparison": _comparison(found.compared),
        "not_compared": _left_out(found),
        "compare_none": _address(query, ()),
    }


def method_context() -> dict[str, Any]:
    """Return what the page needs that says how places are ranked."""
    language = reader_language()
    return {
        "criteria": [(CRITERIA[each], weight) for each, weight in USUAL_WEIGHTS.items()],
        "not_looked_at": NOT_LOOKED_AT,
        "regions": [
            (each, ", ".join(country_by_code(code).name_in(language) for code in each.countries))
            for each in regions()
        ],
        "diplomacy": [
            (", ".join(sorted(country_label(code, language) for code in pair)), told)
            for pair, told in without_relations().items()
        ],
    }


def cities_named(name: str) -> list[tuple[Place, str]]:
    """Return the settlements that a name may mean, each with the name of its country."""
    language = reader_language()
    if not name.strip():
        return []
    found = places_like(
        name, country_name="", country=None, language=language, most=2 * _PLACES_SHOWN
    )
    settled = (place for place in found if place.kind in _SETTLED)
    return [
        (place, country_label(place.country, language)) for place in islice(settled, _PLACES_SHOWN)
    ]


def region_of(place: Place) -> str:
    """Return the name of the region that a place lies in; empty where there is none."""
    if place.region is None:
        return ""
    return open_gazetteer().place(place.region).name_in(reader_language())


def _result(suggestion: Suggestion, found: Found, query: QueryDict, *, today: date) -> Result:
    chosen = [*query.getlist("with"), suggestion.place.id]
    sides = law_of_both(found, suggestion, today=today)
    return Result(
        suggestion=suggestion,
        laws=[ShownLaw(line, _law_url(line)) for line in sides],
        compare_url=_address(query, list(dict.fromkeys(chosen))[-2:]),
        shortlist_url=_shortlist_url(query, suggestion.place.id, found.asked.city),
    )


def _law_url(line: LawLine) -> str:
    question = line.question
    if question is None:
        return reverse("law:abroad")
    query = {
        "body": str(question.body),
        "act": str(question.act),
        "counterpart": str(question.counterpart),
        "date": question.on.isoformat(),
        "pack": line.pack,
    }
    return f"{reverse('law:ask')}?{urlencode(query)}"


def _shortlist_url(query: QueryDict, place: str, city: str) -> str:
    try:
        page = reverse("desk:add_to_shortlist")
    except NoReverseMatch:
        return ""
    parts = [(name, value) for name, value in _parts(query) if name not in {"with", "name", "city"}]
    return f"{page}?{urlencode([*parts, ('city', city), ('place', place)])}"


def _address(query: QueryDict, compared: Sequence[str]) -> str:
    parts = [(name, value) for name, value in _parts(query) if name not in {"with", "name"}]
    return "?" + urlencode([*parts, *(("with", each) for each in compared)])


def _parts(query: QueryDict) -> Iterator[tuple[str, str]]:
    """Yield the parts of an address that say something."""
    for name, values in query.lists():
        yield from ((name, value) for value in values if value and len(value) < 400)


def _left_out(found: Found) -> list[str]:
    """Return the places that were to be compared and cannot be asked: partners, compatriots."""
    shown = {each.place.id for each in found.compared}
    gazetteer, language = open_gazetteer(), reader_language()
    return [
        gazetteer.place(each).name_in(language)
        for each in found.asked.compared
        if each not in shown and gazetteer.index_of(each) is not None
    ]


def _comparison(places: Sequence[Suggestion]) -> list[tuple[CriterionLabel, list[Reason]]]:
    """Return every criterion with what it says of each of the places."""
    by_place = [{reason.criterion: reason for reason in place.reasons} for place in places]
    if not by_place:
        return []
    return [
        (CRITERIA[each], [reasons[each] for reasons in by_place if each in reasons])
        for each in Criterion
    ]
