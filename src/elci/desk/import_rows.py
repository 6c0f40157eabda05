"""A row of a list as a person compares it: what was read, and what it was understood to be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _

from elci.agreements.choices import InstrumentChoice, act_label
from elci.domain import maps
from elci.domain.extraction.roles import Role, role_label
from elci.domain.places.gazetteer import Gazetteer, Place, UnknownPlaceError, open_gazetteer
from elci.foundation.templatetags.elci import reader_language, said
from elci.intake.queries.facts import RowFacts, facts_of
from elci.places.choices import PlaceKindChoice
from elci.places.queries import country_label

if TYPE_CHECKING:
    from elci.intake.models import ImportedRow

_LOCATOR: Final = (150.0, 90.0)
"""Width and height of the part of the map around a place, in the map's own units."""


@dataclass(frozen=True, slots=True)
class Locator:
    """A part of the map of the world with one place in its middle."""

    view_box: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class ToldPlace:
    """A place as a person tells it from others."""

    key: str
    name: str
    local_name: str
    kind: str
    region: str
    country: str
    population: int | None
    locator: Locator


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A row with everything that is said of it."""

    row: "ImportedRow"
    cells: Sequence[tuple[str, str]]
    """What each cell holds, and its text as it was read."""
    name: str
    """Of the other party, as it was read."""
    place: ToldPlace | None
    instrument: str
    acts: Sequence[str]
    status: str
    confidence: int
    """In hundredths."""
    reasons: Sequence[str]
    problems: Sequence[str]
    is_corrected: bool


def told_rows(rows: "Iterable[ImportedRow]") -> list[ToldRow]:
    """Return rows in words."""
    gazetteer = open_gazetteer()
    return [told_row(row, gazetteer) for row in rows]


def told_row(row: "ImportedRow", gazetteer: Gazetteer) -> ToldRow:
    """Return a row in words, a person's corrections before what was read."""
    reading, facts = row.reading, facts_of(row)
    is_decided = bool(row.correction)
    return ToldRow(
        row=row,
        cells=_cells(reading.get("raw", {})),
        name=facts.name or facts.name_as_read,
        place=told_place(facts.place_id, gazetteer),
        instrument=""
        if facts.instrument is None
        else str(InstrumentChoice(facts.instrument).label),
        acts=_acts(facts),
        status=_status(reading.get("status", "")),
        confidence=round(100 * reading.get("confidence", 0.0)),
        reasons=_sentences(reading.get("reasons", ())),
        problems=() if is_decided else _sentences(reading.get("problems", ())),
        is_corrected=is_decided,
    )


def told_place(key: str | None, gazetteer: Gazetteer) -> ToldPlace | None:
    """Return a place of the gazetteer in words, or nothing where there is none."""
    if key is None:
        return None
    try:
        place = gazetteer.place(key)
    except UnknownPlaceError:
        return None
    return _told_place(place, gazetteer)


def role_word(key: str) -> str:
    """Return what a cell holds in words; a heading that is no role stands for itself."""
    try:
        return role_label(Role(key), reader_language())
    except ValueError:
        return key


def _told_place(place: Place, gazetteer: Gazetteer) -> ToldPlace:
    language = reader_language()
    name, local = place.name_in(language), place.name_in("local")
    return ToldPlace(
        key=place.id,
        name=name,
        local_name="" if local == name else local,
        kind=str(PlaceKindChoice(place.kind).label),
        region="" if place.region is None else gazetteer.place(place.region).name_in(language),
        country=country_label(place.country, language),
        population=place.population or None,
        locator=_locator(place),
    )


def _locator(place: Place) -> Locator:
    point = maps.project(place.latitude, place.longitude)
    width, height = _LOCATOR
    left, top = point.x - width / 2, point.y - height / 2
    view_box = f"{left:.1f} {top:.1f} {width:g} {height:g}"
    return Locator(view_box, f"{point.x:.1f}", f"{point.y:.1f}")


def _cells(raw: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(role_word(key), text) for key, text in raw.items() if text.strip()]


def _acts(facts: RowFacts) -> list[str]:
    instrument = "" if facts.instrument is None else facts.instrument.value
    lines = []
    for act in facts.acts:
        places = f" ({', '.join(act.places)})" if act.places else ""
        lines.append(f"{act_label(act.kind, instrument)}, {said(act.happened)}{places}")
    return lines


def _sentences(said_of_it: Iterable[Mapping[str, Any]]) -> list[str]:
    return [str(each[reader_language()]) for each in said_of_it]


def _status(key: str) -> str:
    words = {
        "active": _("still valid"),
        "terminated": _("ended"),
        "expired": _("term over"),
        "superseded": _("replaced by another instrument"),
        "suspended": _("suspended"),
        "refused": _("refused"),
        "planned": _("planned"),
        "inactive": _("not active"),
    }
    return words.get(key, "")
