"""What became of the body that a row names: lists go on naming bodies that are no more."""

from dataclasses import dataclass

from elci.domain.dates import say_date
from elci.domain.extraction.remarks import Remark, RemarkCode, remark
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.resolution import Resolution
from elci.domain.successions import KnownSuccession, successions_of


@dataclass(frozen=True, slots=True)
class Became:
    """A body that was succeeded, as the table of successions has it."""

    successions: tuple[KnownSuccession, ...]
    """One after the other, down to the body that there is today."""
    resolution: Resolution
    """Its place: as the name was resolved, or by the table where that led nowhere."""

    @property
    def name(self) -> str:
        """The body's own name."""
        return self.successions[0].body.name_tr


def became_of(name: str, resolution: Resolution, gazetteer: Gazetteer) -> Became | None:
    """Return what became of the body that a name means; a name that may mean others means none."""
    place = resolution.place
    found = successions_of(name, None if place is None else place.country)
    if not found:
        return None
    known = found[0].body
    if place is None:
        by_table = Resolution(gazetteer.place(known.place), 1.0, auto=True, reasons=())
        return Became(_chain(found[0]), by_table)
    return Became(_chain(found[0]), resolution) if place.id == known.place else None


def told_successions(became: Became) -> tuple[Remark, ...]:
    """Return a remark on each step from the body that is named to the one that there is today."""
    return tuple(map(_told, became.successions))


def _chain(first: KnownSuccession) -> tuple[KnownSuccession, ...]:
    following = successions_of(first.successor.name_tr, first.successor.country)
    return (first, *_chain(following[0])) if following else (first,)


def _told(known: KnownSuccession) -> Remark:
    return remark(
        RemarkCode.SUCCEEDED,
        name=known.body.name_tr,
        successor_tr=known.successor.name_tr,
        successor_en=known.successor.name_en,
        since_tr=say_date(known.since, "tr"),
        since_en=say_date(known.since, "en"),
    )
