"""A search for partners as the address of a page carries it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.http import QueryDict

from elci.accounts.models import Workspace
from elci.domain.law.words import Body
from elci.domain.matching.candidates import SMALLEST, USUAL_SIZE
from elci.domain.matching.criteria import MOST_WEIGHT, USUAL_WEIGHTS, Criterion
from elci.domain.matching.filtering import PlaceFilter
from elci.domain.matching.learned import has_model, knows
from elci.domain.matching.needs import LONGEST, Need, read_need, regions
from elci.domain.matching.own import OwnState
from elci.domain.matching.suggesting import BY_CRITERIA, BY_MODEL, Request, Search, Suggestion
from elci.domain.places.countries import all_countries
from elci.domain.places.gazetteer import UnknownPlaceError
from elci.foundation.eyes import Eyes
from elci.partnering.queries.own import host_at, legal_body, own_ties

SHOWN: Final = 20
MOST_COMPARED: Final = 2
_GREATEST: Final = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an address asks for; what makes no sense in it is left out and named."""

    city: str
    need: Need
    need_text: str
    weights: Mapping[Criterion, float]
    """What the address says itself; see ``weighing``."""
    filter: PlaceFilter
    """What the address says itself, without what the need adds."""
    country: str
    region: str
    compared: tuple[str, ...]
    ranking: str
    """What ranks: the criteria, or the model where one is shipped and asked for."""
    not_understood: tuple[str, ...]

    @property
    def wanted(self) -> PlaceFilter:
        """The filter with what the need adds to it."""
        own, said = self.filter, self.need.filter
        countries = own.countries & said.countries if said.countries else own.countries
        largest = own.largest if said.largest is None else said.largest
        smallest = own.smallest if said.smallest == USUAL_SIZE else said.smallest
        return replace(
            own,
            countries=countries if own.countries else said.countries,
            largest=largest,
            smallest=smallest if largest is None else min(smallest, largest),
            coast=own.coast if said.coast is None else said.coast,
            level=said.level,
            new_country=own.new_country or said.new_country,
        )

    @property
    def weighing(self) -> Mapping[Criterion, float]:
        """The weights with those that the need raises."""
        return {**self.weights, **self.need.weights}

    @property
    def is_impossible(self) -> bool:
        """Whether country, region and need name different countries, so that nothing can fit."""
        own, said = self.filter.countries, self.need.filter.countries
        asks_for_some = bool(self.country or self.region)
        return bool((asks_for_some and not own) or (own and said and not own & said))


@dataclass(frozen=True, eq=False, kw_only=True)
class Found:
    """What a search found, for whose eyes, by whose records."""

    asked: Asked
    search: Search
    host: Workspace | None
    """Whose records it went by; None where the city keeps no register here."""
    body: Body
    """What the city is in law."""
    suggestions: list[Suggestion]
    compared: list[Suggestion]

    @property
    def count(self) -> int:
        """How many places fit."""
        return 0 if self.asked.is_impossible else self.search.count

    @property
    def asleep(self) -> int:
        """How many of its own ties have no act on record for two years or more."""
        request = self.search.request
        ties = request.own or ()
        return sum(tie.state(request.year) is OwnState.ASLEEP for tie in ties)


def read_asked(query: QueryDict, *, city: str = "") -> Asked:
    """Read an address; ``city`` is whose search it is where the address names none."""
    faults: list[str] = []
    need_text = query.get("need", "").replace("\x00", "")[:LONGEST].strip()
    need = read_need(need_text)
    country, region = _country(query, faults), _region(query, faults)
    weights = {each: _weight(query, each, faults) for each in Criterion}
    return Asked(
        city=query.get("city", "").strip()[:80] or city,
        need=need,
        need_text=need_text,
        weights=weights,
        filter=_filter(query, country, region, faults),
        country=country,
        region=region,
        compared=tuple(dict.fromkeys(query.getlist("with")))[:MOST_COMPARED],
        ranking=_ranking(query),
        not_understood=tuple(faults),
    )


def find_partners(asked: Asked, eyes: Eyes, *, today: date, most: int = SHOWN) -> Found:
    """Search for partners through given eyes. Raises ``UnknownPlaceError`` for no settlement.

    Where the city keeps a register here, its relations count as far as these eyes may see them.
    """
    if asked.ranking == BY_MODEL and not knows(asked.city):
        asked = replace(asked, ranking=BY_CRITERIA)
    host = host_at(asked.city)
    ties = None if host is None else own_ties(host, eyes, today=today)
    search = Search.of(
        Request(
            city=asked.city,
            year=today.year,
            own=ties,
            weights=asked.weighing,
            filter=asked.wanted,
            ranking=asked.ranking,
        )
    )
    suggestions = [] if asked.is_impossible else search.best(most)
    return Found(
        asked=asked,
        search=search,
        host=host,
        body=legal_body(host, search.seeker),
        suggestions=suggestions,
        compared=search.told(asked.compared),
    )


def found_place(asked: Asked, place_id: str, eyes: Eyes, *, today: date) -> Found:
    """Return a search with one place as what it compares, or raise ``UnknownPlaceError``."""
    found = find_partners(replace(asked, compared=(place_id,)), eyes, today=today, most=0)
    if not found.compared:
        raise UnknownPlaceError(place_id)
    return found


def _filter(query: QueryDict, country: str, region: str, faults: list[str]) -> PlaceFilter:
    countries = frozenset({country}) if country else frozenset[str]()
    for each in regions():
        if each.key == region:
            countries = countries & {*each.countries} if countries else frozenset(each.countries)
    smallest = _number(query, "smallest", faults)
    largest = _number(query, "largest", faults)
    parts: dict[str, Any] = {
        "countries": countries,
        "smallest": USUAL_SIZE if smallest is None else max(smallest, SMALLEST),
        "coast": {"yes": True, "no": False}.get(query.get("coast", "")),
        "new_country": query.get("new_country") == "1",
        "no_relations": query.get("no_relations") == "1",
    }
    if largest is not None:
        parts["largest"] = max(largest, parts["smallest"])
    return PlaceFilter(**parts)


def _ranking(query: QueryDict) -> str:
    """Return the ranking that is asked for; the criteria where no model is shipped."""
    return BY_MODEL if query.get("ranking") == BY_MODEL and has_model() else BY_CRITERIA


def _country(query: QueryDict, faults: list[str]) -> str:
    text = query.get("country", "").strip()
    if not text or text in all_countries():
        return text
    faults.append(text[:40])
    return ""


def _region(query: QueryDict, faults: list[str]) -> str:
    text = query.get("region", "").strip()
    if not text or text in {each.key for each in regions()}:
        return text
    faults.append(text[:40])
    return ""


def _number(query: QueryDict, name: str, faults: list[str]) -> int | None:
    text = query.get(name, "").strip()
    digits = text.replace(".", "").replace(",", "").replace(" ", "")
    if not text:
        return None
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len(str(_GREATEST))):
        faults.append(text[:40])
        return None
    return min(int(digits), _GREATEST)


def _weight(query: QueryDict, criterion: Criterion, faults: list[str]) -> float:
    text = query.get(f"w_{criterion}", "").strip()
    if not text:
        return USUAL_WEIGHTS[criterion]
    if not (text.isascii() and text.isdigit() and int(text[:3]) <= MOST_WEIGHT):
        faults.append(text[:40])
        return USUAL_WEIGHTS[criterion]
    return float(text)
