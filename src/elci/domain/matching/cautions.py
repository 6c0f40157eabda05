"""What speaks against a place and must not vanish in a number, with its source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from elci.domain.acts.kinds import Standing
from elci.domain.geography.countries import country_facts
from elci.domain.matching.criteria import Sought
from elci.domain.matching.diplomacy import without_relations
from elci.domain.matching.own import OwnState, OwnTie
from elci.domain.matching.saying import filled, joined, name_of, number
from elci.domain.places.gazetteer import open_gazetteer
from elci.domain.texts import Text
from elci.domain.vocabularies import Instrument

MANY_TIES: Final = 30
_NAMED: Final = 3
_WIKIDATA: Final = Text("Wikidata, P190, 2016–2017", "Wikidata, P190, 2016–2017")


class Caution(StrEnum):
    """Kinds of counter-evidence, the gravest first."""

    NO_RELATIONS = "no_relations"
    ASLEEP_HERE = "asleep_here"
    OVER_HERE = "over_here"
    COUNTRY_FULL = "country_full"
    ASLEEP_COUNTRY = "asleep_country"
    OVER_COUNTRY = "over_country"
    NEXT_DOOR = "next_door"
    LEVEL = "level"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Against:
    """One thing that speaks against a place, or asks for another step first."""

    kind: Caution
    told: Text
    source: Text


def cautions_of(
    sought: Sought, row: int, *, instrument: Instrument, year: int
) -> tuple[Against, ...]:
    """Return what speaks against a candidate for an instrument, the gravest first."""
    code = country_code(sought, row)
    found = [
        *_diplomacy(sought, code),
        *_own_ties_with_city(sought, row, year),
        *_own_ties_in_country(sought, row, code, instrument=instrument, year=year),
        *_next_door(sought, row),
        *_level(sought, row),
        *_busy(sought, row),
    ]
    order = list(Caution)
    return tuple(sorted(found, key=lambda each: order.index(each.kind)))


def country_code(sought: Sought, row: int) -> str:
    """Return the code of a candidate's country."""
    return list(country_facts())[int(sought.many.countries[row])]


def _diplomacy(sought: Sought, code: str) -> Iterator[Against]:
    own = list(country_facts())[sought.country]
    found = without_relations().get(frozenset((own, code)))
    if found is not None:
        told = filled(
            Text(
                "Kaynağa göre iki devlet arasında diplomatik ilişki yoktur ({day} itibarıyla)",
                "By the source the two states have no diplomatic relations (as of {day})",
            ),
            day=Text(f"{found.as_of:%d.%m.%Y}", found.as_of.isoformat()),
        )
        yield Against(Caution.NO_RELATIONS, told, found.source)


def _own_ties_with_city(sought: Sought, row: int, year: int) -> Iterator[Against]:
    geonameid = int(sought.many.geonameids[row])
    for tie in sought.own or ():
        if not geonameid or tie.geonameid != geonameid:
            continue
        if tie.state(year) is OwnState.OVER:
            told = Text(
                "Bu şehirle bir ilişki daha önce sona ermiş ya da askıya alınmış",
                "A tie with this city was ended or suspended before",
            )
            yield Against(Caution.OVER_HERE, _with_year(told, tie), tie.source)
        elif tie.state(year) is OwnState.ASLEEP:
            told = Text(
                "Bu şehirle bir ilişki var ve uyuyor olabilir: önce onu canlandırınız",
                "A tie with this city is there and may sleep: wake it first",
            )
            yield Against(Caution.ASLEEP_HERE, _with_year(told, tie), tie.source)


def _own_ties_in_country(
    sought: Sought, row: int, code: str, *, instrument: Instrument, year: int
) -> Iterator[Against]:
    others = [
        tie
        for tie in _ties_in(sought, code)
        if tie.geonameid is None or tie.geonameid != int(sought.many.geonameids[row])
    ]
    standing = [tie for tie in others if tie.stands and tie.instrument in {instrument, None}]
    asleep = [tie for tie in others if tie.state(year) is OwnState.ASLEEP]
    over = [tie for tie in others if tie.state(year) is OwnState.OVER]
    full = _FULL if any(tie.instrument for tie in standing) else _FULL_OF_ANY_KIND
    for kind, ties, told in (
        (Caution.COUNTRY_FULL, standing, full),
        (Caution.ASLEEP_COUNTRY, asleep, _ASLEEP),
        (Caution.OVER_COUNTRY, over, _OVER),
    ):
        if ties:
            yield Against(kind, filled(told, names=_names(ties)), ties[0].source)


_FULL: Final = Text(
    "Ülkede aynı türden bir bağınız var: {names}. İkinci bir şehir için çoğunlukla iş birliği "
    "protokolü seçilir",
    "You have a tie of this kind in the country: {names}. For a second city a cooperation protocol "
    "is often chosen",
)
_FULL_OF_ANY_KIND: Final = Text(
    "Ülkede bir bağınız kayıtlı, türü kaynakta yok: {names}. İkinci bir şehir için çoğunlukla iş "
    "birliği protokolü seçilir",
    "A tie of yours in the country is on record, its kind is not: {names}. For a second city a "
    "cooperation protocol is often chosen",
)
_ASLEEP: Final = Text(
    "Ülkedeki bağınızla ilgili iki yıldan uzun süredir kayıt yok: {names}. Önce ona bakınız",
    "Nothing of your tie in the country is on record for more than two years: {names}. See to it "
    "first",
)
_OVER: Final = Text(
    "Ülkede sona ermiş ya da askıya alınmış bir bağınız var: {names}",
    "You have an ended or suspended tie in the country: {names}",
)


def _ties_in(sought: Sought, code: str) -> Sequence[OwnTie]:
    if sought.own is not None:
        return [tie for tie in sought.own if tie.country == code]
    return [tie for tie in world_ties(sought) if tie.country == code]


def world_ties(sought: Sought) -> list[OwnTie]:
    """Return the ties of the one who seeks by the data on the world's, which knows no kinds."""
    world = sought.ties.world
    return [
        OwnTie(
            geonameid=int(world.ids[city]),
            name=_world_name(sought, city),
            country=world.countries[city],
            instrument=None,
            standing=Standing.UNKNOWN,
            last_year=None,
            source=_WIKIDATA,
        )
        for city in sought.ties.partners(sought.in_world).tolist()
    ]


def _next_door(sought: Sought, row: int) -> Iterator[Against]:
    city = int(sought.many.in_world[row])
    neighbours = np.intersect1d(sought.ties.partners(city), sought.next_door)
    if len(neighbours) == 0:
        return
    names = [_world_name(sought, each) for each in neighbours.tolist()[:_NAMED]]
    told = filled(
        Text(
            "Yanı başınızdaki bir yerin bu şehirle bağı var: {names}. Aynı işe ikinci kez "
            "başlamadan onlara sorunuz",
            "A place next door has a tie with this city: {names}. Ask there before the same work "
            "is "
            "begun again",
        ),
        names=joined(names),
    )
    yield Against(Caution.NEXT_DOOR, told, _WIKIDATA)


def _level(sought: Sought, row: int) -> Iterator[Against]:
    levels = {int(sought.one.levels[0]), int(sought.many.levels[row])}
    if levels == {0, 2} or (levels == {0, 1} and int(sought.many.levels[row]) == 0):
        told = Text(
            "Düzeyler ayrıdır: biri bir şehrin ilçesidir, öteki değildir. Denklik aranıyorsa "
            "sorunuz",
            "The levels differ: one is a district of a city, the other is not. Ask where parity is "
            "wanted",
        )
        yield Against(Caution.LEVEL, told, Text("GeoNames", "GeoNames"))


def _busy(sought: Sought, row: int) -> Iterator[Against]:
    city = int(sought.many.in_world[row])
    ties = 0 if city < 0 else int(sought.ties.network.degrees[city])
    if ties >= MANY_TIES:
        told = filled(
            Text(
                "Şehrin {count} bağı kayıtlı; yenisine vakti olmayabilir",
                "{count} ties of the city are on record; it may have no time for another",
            ),
            count=number(ties),
        )
        yield Against(Caution.BUSY, told, _WIKIDATA)


def _names(ties: Sequence[OwnTie]) -> Text:
    names = list(dict.fromkeys(tie.name for tie in ties))
    more = [Text("…", "…")] if len(names) > _NAMED else []
    return joined([*names[:_NAMED], *more])


def _with_year(told: Text, tie: OwnTie) -> Text:
    if tie.last_year is None:
        return told
    return filled(
        Text(f"{told.tr} (son kayıt {{year}})", f"{told.en} (last on record in {{year}})"),
        year=str(tie.last_year),
    )


def _world_name(sought: Sought, city: int) -> Text:
    """Return what a city of the world's data is called, by the gazetteer where it has it."""
    world, gazetteer = sought.ties.world, open_gazetteer()
    index = gazetteer.index_of(str(world.ids[city]))
    plain = Text(world.names[city], world.names[city])
    return plain if index is None else name_of(gazetteer.place_at(index))
