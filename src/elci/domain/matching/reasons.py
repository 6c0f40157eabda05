"""Why a place, and why not: each criterion in a sentence with its value, source and year.

A reason is a part of the score and nothing else: what lifts a place above the mean of all who may
be asked speaks for it, what lowers it speaks against it, and what is not known does neither.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from elci.domain.matching.criteria import (
    BROKEN_OFF,
    NAMESAKE,
    ONE_GOVERNED,
    ONE_STATE,
    SAME_RULER,
    Criterion,
)
from elci.domain.matching.labels import CRITERIA
from elci.domain.matching.saying import filled, joined, name_of, number
from elci.domain.matching.weighing import Weighed
from elci.domain.places.gazetteer import open_gazetteer
from elci.domain.texts import Text

_NAMED: Final = 3
_TINY: Final = 1e-9
UNKNOWN: Final = Text("bilinmiyor", "not known")
_LEVELS: Final = (
    Text("bir şehrin ilçesi", "a district of a city"),
    Text("şehir", "a city"),
    Text("devletin başkenti", "the capital of the state"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What one criterion says of one place."""

    criterion: Criterion
    told: Text
    value: float | None
    """From 0 to 1; None where it is not known."""
    raw: float | None
    part: float
    """How far it lifts the score above that of a place of which nothing is known."""

    @property
    def name(self) -> Text:
        """What the criterion is called."""
        return CRITERIA[self.criterion].name

    @property
    def source(self) -> Text:
        """Where the value comes from."""
        return CRITERIA[self.criterion].source

    @property
    def edition(self) -> str:
        """The year of the source, or its version; empty for one's own records of today."""
        return CRITERIA[self.criterion].edition

    @property
    def speaks_for(self) -> bool:
        """Whether it lifts the place."""
        return self.part > _TINY

    @property
    def speaks_against(self) -> bool:
        """Whether it lowers the place."""
        return self.part < -_TINY


def reasons_of(weighed: Weighed, row: int) -> tuple[Reason, ...]:
    """Return what every criterion says of a candidate, the weightiest first."""
    found = [_reason(weighed, row, criterion) for criterion in weighed.readings]
    return tuple(sorted(found, key=lambda reason: -abs(reason.part)))


def _reason(weighed: Weighed, row: int, criterion: Criterion) -> Reason:
    reading = weighed.readings[criterion]
    value, raw = float(reading.values[row]), float(reading.raw[row])
    known = not np.isnan(value)
    return Reason(
        criterion=criterion,
        told=_TOLD[criterion](weighed, row, raw) if known else UNKNOWN,
        value=value if known else None,
        raw=raw if known and np.isfinite(raw) else None,
        part=float(weighed.parts[criterion][row]),
    )


def _size(weighed: Weighed, row: int, raw: float) -> Text:
    people = number(float(weighed.sought.many.population[row]))
    return filled(
        Text(
            "Nüfusu {people}; arayan şehrin nüfusunun {times} katı",
            "Population {people}, {times} times that of the city that seeks",
        ),
        people=people,
        times=number(raw, 2),
    )


def _parity(weighed: Weighed, _row: int, raw: float) -> Text:
    ours, theirs = _LEVELS[int(weighed.sought.one.levels[0])], _LEVELS[int(raw)]
    return filled(
        Text(
            "Düzeyi: {theirs}; arayanınki: {ours}", "It is {theirs}; the one that seeks is {ours}"
        ),
        theirs=theirs,
        ours=ours,
    )


def _distance(_weighed: Weighed, _row: int, raw: float) -> Text:
    return filled(Text("{km} km uzakta", "{km} km away"), km=number(raw))


def _hours(_weighed: Weighed, _row: int, raw: float) -> Text:
    return filled(
        Text("Güneşe göre {hours} saat fark", "{hours} hours apart by the sun"),
        hours=number(raw, 1),
    )


def _latitude(_weighed: Weighed, _row: int, raw: float) -> Text:
    return filled(
        Text("Enlem farkı {degrees} derece", "{degrees} degrees of latitude apart"),
        degrees=number(raw, 1),
    )


def _coast(weighed: Weighed, _row: int, raw: float) -> Text:
    theirs, ours = np.isfinite(raw), np.isfinite(weighed.sought.one.coast_km[0])
    if theirs and ours:
        return filled(
            Text("İkisi de kıyıda (denize {km} km)", "Both lie at the coast ({km} km to the sea)"),
            km=number(raw),
        )
    if theirs:
        return Text("Kıyıda; arayan şehir değil", "At the coast, which the city that seeks is not")
    if ours:
        return Text(
            "Kıyıda değil; arayan şehir kıyıda", "Not at the coast, unlike the city that seeks"
        )
    return Text("İkisi de kıyıda değil", "Neither lies at the coast")


def _language(_weighed: Weighed, _row: int, raw: float) -> Text:
    return (
        Text("Ülkelerin ortak bir dili kaynakta yok", "The source names no common language"),
        Text("Ülkelerde ortak konuşulan bir dil var", "A language is spoken in both countries"),
        Text("Ülkelerin resmî dili ortak", "The countries share an official language"),
    )[int(raw)]


def _history(_weighed: Weighed, _row: int, raw: float) -> Text:
    return _PASTS[raw]


_PASTS: Final[Mapping[float, Text]] = MappingProxyType(
    {
        0.0: Text("Kaynakta ortak bir geçmiş yok", "The source names no common past"),
        SAME_RULER: Text(
            "İki ülkeyi 1945'ten sonra aynı devlet yönetmiş",
            "The same state governed both countries after 1945",
        ),
        ONE_GOVERNED: Text(
            "Kaynağa göre ülkelerden biri ötekini uzun süre yönetmiş",
            "By the source one of the countries governed the other for long",
        ),
        ONE_STATE: Text(
            "Kaynağa göre iki ülke bir zamanlar tek devletmiş",
            "By the source the countries were one state once",
        ),
        NAMESAKE: Text("Arayan şehirle adaş", "It bears the name of the city that seeks"),
    }
)


def _migrants(_weighed: Weighed, _row: int, raw: float) -> Text:
    return filled(
        Text(
            "Ülkelerden birinde doğmuş {people} kişi ötekinde yaşıyor",
            "{people} people born in one of the countries live in the other",
        ),
        people=number(raw),
    )


def _votes(_weighed: Weighed, _row: int, raw: float) -> Text:
    return filled(
        Text("Oyların yüzde {share} kadarı aynı", "{share} per cent of the votes are equal"),
        share=number(100 * raw),
    )


def _memberships(_weighed: Weighed, _row: int, raw: float) -> Text:
    return filled(
        Text(
            "Devletler bu üç kuruluşun {count} tanesinde birlikte",
            "The states share {count} of the three organisations",
        ),
        count=number(raw),
    )


def _former(_weighed: Weighed, _row: int, raw: float) -> Text:
    if raw == BROKEN_OFF:
        return Text(
            "Kayıtlarınızdaki bir ilişki bitirilmiş, reddedilmiş ya da askıya alınmış",
            "A relation in your records was ended, refused or suspended",
        )
    if raw:
        return Text("Kayıtlarınızda bir ilişki var", "A relation is in your records")
    return Text("Kayıtlarınızda ilişki yok", "No relation is in your records")


def _network(weighed: Weighed, row: int, raw: float) -> Text:
    if raw == 0:
        return Text(
            "Ortaklarınızdan hiçbiriyle bağı kayıtlı değil", "No tie with a partner of yours"
        )
    names = joined([_world_name(weighed, city) for city in shared_partners(weighed, row)[:_NAMED]])
    more = "" if raw <= _NAMED else "…"
    return filled(
        Text(
            "{count} ortağınızla bağı kayıtlı ({names}{more})",
            "Ties with {count} of your partners are on record ({names}{more})",
        ),
        count=number(raw),
        names=names,
        more=more,
    )


def shared_partners(weighed: Weighed, row: int) -> list[int]:
    """Return the partners in common, as rows of the world's data, those with few ties first."""
    sought = weighed.sought
    theirs = sought.ties.partners(int(sought.many.in_world[row]))
    shared = np.intersect1d(theirs, sought.partner_rows())
    return sorted(shared.tolist(), key=lambda city: int(sought.ties.network.degrees[city]))


def _world_name(weighed: Weighed, city: int) -> Text:
    world, gazetteer = weighed.sought.ties.world, open_gazetteer()
    index = gazetteer.index_of(str(world.ids[city]))
    return Text(world.names[city], world.names[city]) if index is None else name_of(
        gazetteer.place_at(index)
    )  # fmt: skip


def _country_fit(_weighed: Weighed, _row: int, raw: float) -> Text:
    return filled(
        Text(
            "İki ülke arasındaki bağlar beklenenin {lift} katı",
            "Ties between the two countries are {lift} times the number expected",
        ),
        lift=number(raw, 1),
    )


def _new_country(_weighed: Weighed, _row: int, raw: float) -> Text:
    if raw == 0:
        return Text("Bu ülkede ortağınız yok", "You have no partner in this country")
    return filled(
        Text("Bu ülkede {count} ortağınız var", "Partners in this country: {count}"),
        count=number(raw),
    )


def _capacity(_weighed: Weighed, _row: int, raw: float) -> Text:
    return filled(
        Text("{count} bağı kayıtlı", "Ties of the city on record: {count}"), count=number(raw)
    )


_TOLD: Final[Mapping[Criterion, Callable[[Weighed, int, float], Text]]] = MappingProxyType(
    {
        Criterion.FORMER: _former,
        Criterion.NETWORK: _network,
        Criterion.COUNTRY_FIT: _country_fit,
        Criterion.NEW_COUNTRY: _new_country,
        Criterion.SIZE: _size,
        Criterion.PARITY: _parity,
        Criterion.HISTORY: _history,
        Criterion.LANGUAGE: _language,
        Criterion.MIGRANTS: _migrants,
        Criterion.COAST: _coast,
        Criterion.LATITUDE: _latitude,
        Criterion.DISTANCE: _distance,
        Criterion.HOURS: _hours,
        Criterion.VOTES: _votes,
        Criterion.MEMBERSHIPS: _memberships,
        Criterion.CAPACITY: _capacity,
    }
)
