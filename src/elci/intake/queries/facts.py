"""A row as it would be entered: what was read, with what a person put in its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from elci.domain.acts.kinds import ActKind
from elci.domain.dates import PartialDate
from elci.domain.extraction.acts import ExtractedAct
from elci.domain.extraction.rows import ExtractedRow
from elci.domain.vocabularies import Instrument, MembershipGrade
from elci.intake.models import ImportedRow

# What the register has room for.
_LONGEST_NAME: Final = 300
_LONGEST_ACRONYM: Final = 60
_LONGEST_ORGAN: Final = 200
_LONGEST_NUMBER: Final = 100


@dataclass(frozen=True, slots=True)
class ReadAct:
    """An act of a row."""

    kind: ActKind
    happened: PartialDate
    places: tuple[str, ...]
    organ: str
    number: str
    raw: str


@dataclass(frozen=True, slots=True)
class RowFacts:
    """Everything of a row that the register would keep."""

    place_id: str | None
    """The gazetteer's id; none for a body that is of no place, such as a network."""
    name: str
    name_as_read: str
    acronym: str
    body_kind: str
    instrument: Instrument | None
    acts: tuple[ReadAct, ...]
    grade: MembershipGrade | None
    grade_as_printed: str
    units: tuple[str, ...]
    succeeded: str = ""
    """The body's name in the table of successions, where another took its place since."""

    @property
    def names_a_party(self) -> bool:
        """Whether it says who the other party is."""
        return self.place_id is not None or (
            self.instrument is Instrument.MEMBERSHIP and bool(self.name)
        )


def facts_of(row: ImportedRow) -> RowFacts:
    """Return what a row says, a person's corrections before what was read."""
    return facts_in(row.reading, row.correction)


def facts_in(reading: Mapping[str, Any], correction: Mapping[str, Any]) -> RowFacts:
    """Return what a printed reading says, with corrections in the place of its parts."""
    party = reading.get("party") or {}
    instrument = correction.get("instrument") or reading.get("instrument")
    grade = correction.get("grade") or reading.get("grade")
    return RowFacts(
        place_id=correction.get("place", party.get("place")),
        name=_line(correction.get("name") or party.get("name")),
        name_as_read=_line(party.get("as_read")),
        acronym=_line(party.get("acronym"))[:_LONGEST_ACRONYM],
        body_kind=party.get("body") or "",
        instrument=None if not instrument else Instrument(instrument),
        acts=_acts(correction.get("acts", reading.get("acts", []))),
        grade=None if not grade else MembershipGrade(grade),
        grade_as_printed=reading.get("grade_as_printed") or "",
        units=tuple(reading.get("units", ())),
        succeeded="" if "place" in correction else party.get("succeeded") or "",
    )


def facts_read(row: ExtractedRow) -> RowFacts:
    """Return what a row says as it was read, the same as ``facts_in`` of its printed reading."""
    party = row.party
    place = None if party is None else party.resolution.place
    return RowFacts(
        place_id=None if place is None else place.id,
        name="" if party is None else _line(party.name),
        name_as_read="" if party is None else _line(party.as_read),
        acronym="" if party is None else _line(party.acronym)[:_LONGEST_ACRONYM],
        body_kind="" if party is None else party.body_kind.value,
        instrument=row.instrument,
        acts=tuple(map(_act_read, row.acts)),
        grade=row.grade,
        grade_as_printed=row.grade_as_printed,
        units=row.units,
        succeeded="" if party is None else party.succeeded,
    )


def _act_read(act: ExtractedAct) -> ReadAct:
    return ReadAct(
        kind=act.kind,
        happened=act.date,
        places=act.places,
        organ=act.organ[:_LONGEST_ORGAN],
        number=act.number[:_LONGEST_NUMBER],
        raw=act.raw,
    )


def _line(text: str | None) -> str:
    """Return a text on one line, as long as the register has room for."""
    return " ".join((text or "").split())[:_LONGEST_NAME]


def _acts(printed: Sequence[Mapping[str, Any]]) -> tuple[ReadAct, ...]:
    return tuple(
        ReadAct(
            kind=ActKind(act["kind"]),
            happened=PartialDate.parse(act["date"]),
            places=tuple(act.get("places", ())),
            organ=act.get("organ", "")[:_LONGEST_ORGAN],
            number=act.get("number", "")[:_LONGEST_NUMBER],
            raw=act.get("raw", ""),
        )
        for act in printed
    )
