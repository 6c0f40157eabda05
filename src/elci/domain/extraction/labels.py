"""The words around a date: what was done, where, and how surely the day is known."""

import re
from dataclasses import dataclass
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.dates import PartialDate, Precision
from elci.domain.extraction.words import phrasebook, words_without
from elci.domain.places.folding import fold
from elci.domain.vocabularies import Instrument

_PLACE: Final = re.compile(r"@\s*(?P<place>[^@;]+)$")
_NUMBER: Final = re.compile(
    r"(?:(?:\b(?:sayı|sayılı|no|nr|karar no|numaralı|uchwała nr)\b|\bn(?=\.)|n[º°]|№)\s*[:.]?\s*"
    r"(?P<after>[0-9][0-9/.-]*[0-9]|[0-9]+))"
    r"|(?P<before>[0-9][0-9/-]*)\s*(?:sayılı|numaralı|nolu|no'lu)"
    r"|^\s*[/-]\s*(?P<bare>[0-9]{1,4})\s*$",
    re.IGNORECASE,
)
_STRONGEST_FIRST: Final = (
    *(ActKind.COUNCIL_DECISION_TO_END, ActKind.TERMINATED, ActKind.EXPIRED, ActKind.SUPERSEDED),
    *(ActKind.SUSPENDED, ActKind.RESUMED, ActKind.RENEWED, ActKind.VARIED),
    *(ActKind.PERMIT_REFUSED, ActKind.PERMIT_GRANTED, ActKind.PERMIT_ASKED),
    *(ActKind.SENT_TO_CIVIL_ADMINISTRATOR, ActKind.COUNCIL_DECISION, ActKind.ANNOUNCED),
    *(ActKind.PRELIMINARY_PROTOCOL, ActKind.PROPOSED, ActKind.ENTERED_INTO_FORCE, ActKind.SIGNED),
)
"""Of several acts in a label the first of these is meant: "yenilenerek imzalanma" renews."""
_LEFT_WORTH_ASKING: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What the words beside a date say."""

    kind: ActKind | None = None
    instrument: Instrument | None = None
    places: tuple[str, ...] = ()
    number: str = ""
    bound: str = ""
    """before, after or about."""
    left: str = ""
    """Folded words of which nothing is known."""
    left_as_written: str = ""

    def bounded(self, day: PartialDate) -> PartialDate:
        """Return the day with the doubt that the words put on it."""
        widen = _BOUNDS.get(self.bound)
        if widen is None or day.precision is Precision.UNKNOWN:
            return day
        return widen(*(int(part) for part in str(day).split("-")))


_BOUNDS: Final = {
    "before": PartialDate.before,
    "after": PartialDate.after,
    "about": PartialDate.about,
}


def read_label(words: str) -> Label:
    """Return what the words beside a date say; words of no meaning are left for a person.

    >>> read_label("(Yenilenerek İmzalanma Tarihi:").kind
    <ActKind.RENEWED: 'renewed'>
    """
    place = _PLACE.search(words)
    places = (place["place"].strip(" ()"),) if place is not None else ()
    rest = words[: place.start()] if place is not None else words
    number = _NUMBER.search(rest)
    if number is not None:
        rest = rest[: number.start()] + " " + rest[number.end() :]
    kind, instrument, bound, left = _understood(fold(rest))
    return Label(
        kind=kind,
        instrument=instrument,
        places=places,
        number="" if number is None else next(filter(None, number.groups())),
        bound=bound,
        left=left,
        left_as_written=_as_written(rest, left) if left else "",
    )


def _understood(folded: str) -> tuple[ActKind | None, Instrument | None, str, str]:
    acts, instruments = phrasebook("acts"), phrasebook("instruments")
    found_acts = acts.find(folded)
    kinds = {ActKind(found.meaning) for found in found_acts}
    folded = words_without(folded, found_acts)
    found_instruments = instruments.find(folded)
    folded = words_without(folded, found_instruments)
    found_words = phrasebook("date_words").find(folded)
    bound = next((found.meaning for found in found_words if found.meaning != "filler"), "")
    left = [word for word in words_without(folded, found_words).split() if _is_worth_asking(word)]
    return (
        next((kind for kind in _STRONGEST_FIRST if kind in kinds), None),
        Instrument(found_instruments[0].meaning) if found_instruments else None,
        bound,
        " ".join(left),
    )


def _is_worth_asking(word: str) -> bool:
    return len(word) > _LEFT_WORTH_ASKING or word.isdigit()


def _as_written(rest: str, left: str) -> str:
    wanted = set(left.split())
    words = [word for word in rest.split() if wanted & set(fold(word).split())]
    return " ".join(words).strip(" ()[]/,;:-–—.") or left
