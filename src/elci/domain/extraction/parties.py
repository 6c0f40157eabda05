"""Who the partner of a row is: a local authority and the place it governs, or an organisation."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from elci.domain.extraction.bodies import (
    BodyKind,
    body_kind_of,
    wide_kind_of,
    without_body_words,
)
from elci.domain.extraction.cleaning import one_line
from elci.domain.extraction.countries import NamedCountry, country_in_name, country_written
from elci.domain.extraction.pairs import may_be_two, sure_parts
from elci.domain.extraction.remarks import (
    Problem,
    ProblemCode,
    Remark,
    RemarkCode,
    problem,
    remark,
)
from elci.domain.extraction.succeeding import became_of, told_successions
from elci.domain.places.countries import all_countries
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer, Place
from elci.domain.places.kinds import PlaceKind
from elci.domain.places.reasons import ReasonCode
from elci.domain.places.resolution import Resolution, resolve

LONGEST_NAME: Final = 160
_HARD_SEPARATORS: Final = re.compile(r"\s*[;|]\s*|\s+\+\s+")
_SOFT_SEPARATORS: Final = re.compile(
    r"\s*[,/&\n]\s*|\s+(?:ve|ile|and|und|et|y|e|i|oraz|in|и|та|و)\s+|\s+[-–—]\s+", re.IGNORECASE
)
_MOST_PARTIES: Final = 8


_NO_LOCAL_GOVERNMENT: Final = {BodyKind.NOT_LOCAL, BodyKind.UNIVERSITY}
_WITHOUT_PLACE: Final = _NO_LOCAL_GOVERNMENT | {BodyKind.UNION, BodyKind.ORGANISATION}
_WIDE: Final = {BodyKind.COUNTY, BodyKind.PROVINCE, BodyKind.REGION}
NO_PLACE: Final = Resolution(None, 0.0, auto=False, reasons=())
"""The resolution of an organisation: it governs no place, and none was looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedParty:
    """The partner that a row names, as read and as understood."""

    name: str
    """The place's name in the language asked for, or the name read where there is no place."""
    as_read: str
    country_as_read: str = ""
    resolution: Resolution = NO_PLACE
    kind: str = "body"
    """city, district, region or country, as the place is; body where there is no place."""
    body_kind: BodyKind = BodyKind.LOCAL_AUTHORITY
    acronym: str = ""
    succeeded: str = ""
    """The body's name in the table of successions, where it was succeeded by another since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFacts:
    """What a row says of its partner."""

    name: str
    """Cleaned, line ends kept."""
    as_read: str
    country: str = ""
    country_as_read: str = ""
    region: str = ""
    acronym: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyReading:
    """A party with what a person should look at."""

    party: ExtractedParty
    problems: tuple[Problem, ...] = ()
    reasons: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyReader:
    """Reads the partners of a table; equal names are resolved once."""

    gazetteer: Gazetteer
    language: str
    host_country: str | None
    known: dict[tuple[str, str], Resolution]

    def read(self, facts: PartyFacts) -> tuple[PartyReading, ...]:
        """Return the partners that a cell names; several where it clearly names several."""
        sides = self._sides(facts)
        sure = sure_parts(sides, self._resolver(sides.country), self.gazetteer)
        if sure:
            return self._each(sure, sides, facts)
        names = self._names(facts)
        readings = tuple(self._read_one(replace(facts, name=name)) for name in names)
        if len(readings) == 1 and not may_be_two(
            sides, self._resolver(sides.country), self.gazetteer
        ):
            return readings
        several = problem(ProblemCode.SEVERAL_PARTIES, words=facts.as_read)
        return tuple(replace(one, problems=(*one.problems, several)) for one in readings)

    def _names(self, facts: PartyFacts) -> tuple[str, ...]:
        line = one_line(facts.name)
        hard = [part for part in _HARD_SEPARATORS.split(line) if part.strip()]
        if 1 < len(hard) <= _MOST_PARTIES:
            return tuple(hard)
        parts = [part for part in _SOFT_SEPARATORS.split(facts.name) if part.strip()]
        if not 1 < len(parts) <= _MOST_PARTIES or len(line) > LONGEST_NAME:
            return (line,)
        if country_in_name(line, self.gazetteer) is not None or self._is_one(line, facts):
            return (line,)
        return tuple(parts) if self._are_all_places(parts, facts) else (line,)

    def _sides(self, facts: PartyFacts) -> NamedCountry:
        """Return the name without the country that may stand beside it, and that country."""
        line = one_line(facts.name)[:LONGEST_NAME].strip(" ,;:-–—*")
        named = None if facts.country else country_in_name(line, self.gazetteer)
        return NamedCountry(line, facts.country) if named is None else named

    def _resolver(self, country: str) -> Callable[[str], Resolution]:
        return lambda name: self._resolved(name, country)

    def _each(
        self, names: Sequence[str], sides: NamedCountry, facts: PartyFacts
    ) -> tuple[PartyReading, ...]:
        """Read several names that are surely those of different cities."""
        written = facts.country_as_read or sides.country
        shared = replace(facts, country=sides.country, country_as_read=written)
        said = remark(RemarkCode.SEVERAL_PARTIES, count=len(names))
        readings = (self._read_one(replace(shared, name=name, as_read=name)) for name in names)
        return tuple(replace(one, reasons=(*one.reasons, said)) for one in readings)

    def _is_one(self, line: str, facts: PartyFacts) -> bool:
        return self._resolved(line, facts.country).auto or self.gazetteer.has_name(fold(line))

    def _are_all_places(self, parts: list[str], facts: PartyFacts) -> bool:
        found = [self._resolved(part, facts.country) for part in parts]
        return all(one.auto and _is_authority(one) for one in found)

    def _read_one(self, facts: PartyFacts) -> PartyReading:
        name = facts.name.strip(" ,;:-–—*")[:LONGEST_NAME]
        named = None if facts.country else country_in_name(name, self.gazetteer)
        bare = name if named is None else named.name
        body = body_kind_of(bare, self.gazetteer)
        found = self._wider(self._best(name, named, facts), name, body, facts)
        became = became_of(bare, found, self.gazetteer)
        resolution = found if became is None else became.resolution
        if body in _WITHOUT_PLACE and not (resolution.auto and body is BodyKind.UNION):
            return _without_place(facts, name, body)
        country = facts.country_as_read or (named.country if named is not None else "")
        party = self._party(facts, name, resolution, body)
        party = replace(party, country_as_read=country)
        problems = tuple(self._problems(party, country=country, name=name))
        if became is None:
            return PartyReading(party=party, problems=problems)
        name = party.name if found is resolution else became.name
        party = replace(party, succeeded=became.name, name=name)
        return PartyReading(party=party, reasons=told_successions(became), problems=problems)

    def _best(self, name: str, named: NamedCountry | None, facts: PartyFacts) -> Resolution:
        """Resolve the name, with the country found in it where that leads further."""
        whole = self._resolved(name, facts.country)
        if facts.region and not whole.auto:
            inside = self._resolved(f"{name}, {facts.region}", facts.country)
            whole = inside if inside.auto or whole.place is None else whole
        if named is None:
            return whole
        parted = self._resolved(named.name, named.country)
        if parted.place is None or _found_elsewhere(parted):
            return whole
        return parted if (parted.auto, parted.score) >= (whole.auto, whole.score) else whole

    def _wider(
        self, found: Resolution, name: str, body: BodyKind | None, facts: PartyFacts
    ) -> Resolution:
        """Look once more for what words say is a county or region, where only a city was found."""
        if body not in _WIDE or (found.place is not None and found.place.kind is PlaceKind.REGION):
            return found
        bare = without_body_words(name)
        again = self._resolved(f"{bare} region", facts.country)
        is_region = again.place is not None and again.place.kind is PlaceKind.REGION
        return again if is_region else found

    def _resolved(self, name: str, country: str) -> Resolution:
        key = (name, country)
        if key not in self.known:
            where = country_written(country) or None
            self.known[key] = resolve(
                self.gazetteer, name, country_name=where, language=self.language
            )
        return self.known[key]

    def _party(
        self, facts: PartyFacts, name: str, resolution: Resolution, body: BodyKind | None
    ) -> ExtractedParty:
        place = resolution.place
        return ExtractedParty(
            name=name if place is None else place.name_in(self.language),
            as_read=facts.as_read,
            resolution=resolution,
            kind="body" if place is None else place.kind.value,
            body_kind=body or _kind_by_place(name, place),
            acronym=facts.acronym,
        )

    def _problems(self, party: ExtractedParty, *, country: str, name: str) -> Iterator[Problem]:
        resolution = party.resolution
        place = resolution.place
        codes = {reason.code for reason in resolution.reasons}
        if country and ReasonCode.COUNTRY_NOT_KNOWN in codes:
            yield problem(ProblemCode.COUNTRY_NOT_KNOWN, country=country)
        if place is None:
            yield problem(ProblemCode.PLACE_NOT_FOUND, name=name)
            return
        where = f"{place.name_in(self.language)}, {_country_name(place.country, self.language)}"
        if ReasonCode.OTHER_COUNTRY in codes:
            yield problem(ProblemCode.COUNTRY_CONTRADICTED, name=name, country=country, place=where)
        elif place.kind is PlaceKind.COUNTRY:
            yield problem(ProblemCode.PARTY_IS_COUNTRY, name=name)
        elif not resolution.auto or "?" in party.as_read:
            yield problem(ProblemCode.PLACE_DOUBTFUL, name=name, place=where)
        if party.body_kind in _WIDE and place.kind is not PlaceKind.REGION:
            yield problem(ProblemCode.BODY_IS_WIDER, name=name, place=where)
        if not country and place.country == self.host_country:
            yield problem(ProblemCode.PARTY_AT_HOME, name=name)


def _kind_by_place(name: str, place: Place | None) -> BodyKind:
    if place is not None and place.kind is PlaceKind.REGION:
        return wide_kind_of(name)
    if place is not None and place.kind is PlaceKind.DISTRICT:
        return BodyKind.DISTRICT
    return BodyKind.LOCAL_AUTHORITY


def organisation(facts: PartyFacts) -> PartyReading:
    """Return the organisation that a membership is of; no place is looked for."""
    name = one_line(facts.name) or facts.acronym
    party = ExtractedParty(
        name=name,
        as_read=facts.as_read,
        country_as_read=facts.country_as_read,
        body_kind=BodyKind.ORGANISATION,
        acronym=facts.acronym,
    )
    return PartyReading(party=party)


def _without_place(facts: PartyFacts, name: str, body: BodyKind) -> PartyReading:
    party = ExtractedParty(
        name=name,
        as_read=facts.as_read,
        country_as_read=facts.country_as_read,
        body_kind=body,
        acronym=facts.acronym,
    )
    if body in _NO_LOCAL_GOVERNMENT:
        doubt = problem(ProblemCode.NOT_LOCAL_GOVERNMENT, name=name)
        return PartyReading(party=party, problems=(doubt,))
    return PartyReading(party=party)


def _is_authority(resolution: Resolution) -> bool:
    return resolution.place is not None and resolution.place.kind is not PlaceKind.COUNTRY


def _found_elsewhere(resolution: Resolution) -> bool:
    return any(reason.code is ReasonCode.OTHER_COUNTRY for reason in resolution.reasons)


def _country_name(code: str, language: str) -> str:
    country = all_countries().get(code)
    return code if country is None else country.name_in(language)
