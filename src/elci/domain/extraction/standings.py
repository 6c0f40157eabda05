"""What the words of a row say of its standing, and the grade of a membership."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.extraction.words import phrasebook, words_without
from elci.domain.places.folding import fold
from elci.domain.vocabularies import MembershipGrade

_BRACKETS: Final = re.compile(r"\s*[(\[]\s*(?P<inside>[^()\[\]]*)[)\]]")
_STATUS_BY_ACT: Final = {
    ActKind.TERMINATED: "terminated",
    ActKind.EXPIRED: "expired",
    ActKind.SUPERSEDED: "superseded",
    ActKind.SUSPENDED: "suspended",
    ActKind.PERMIT_REFUSED: "refused",
}
_PLANNED: Final = {ActKind.PROPOSED, ActKind.PERMIT_ASKED}
_MARKS: Final = frozenset({*_STATUS_BY_ACT, *_PLANNED})
_BINDING: Final = {ActKind.SIGNED, ActKind.ENTERED_INTO_FORCE, ActKind.RENEWED, ActKind.RESUMED}
_ENDS_AND_REFUSALS: Final = frozenset({*_STATUS_BY_ACT})
_TELLING: Final = 6
_COMMON: Final = frozenset({"former", "ancien", "ancienne", "ehemalig", "ehemalige", "ehemals"})
"""Words that speak of other things than the relation as often as not."""
_UNIT_SEPARATOR: Final = re.compile(r"\s*[,;|•]\s*|\s+/\s+")
_UNIT_ENDING: Final = re.compile(
    r"(?:müdürlüğü|başkanlığı|birimi|müd\.|a\.ş\.|department|unit|office|amt|referat|service)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A word that tells how a relation stands, without a date."""

    kind: ActKind | None
    words: str
    inactive: bool = False


def read_marker(text: str) -> Marker | None:
    """Return what a status cell, or a mark in place of a row number, says; None if it is no status.

    >>> read_marker("İptal").kind
    <ActKind.TERMINATED: 'terminated'>
    """
    known = phrasebook("statuses").meaning_of(text)
    if known is not None:
        return Marker(None, text, inactive=known == "inactive")
    kind = phrasebook("acts").meaning_of(text)
    if kind is None:
        kind = _only_act(text)
    return None if kind is None else Marker(ActKind(kind), text)


def _only_act(text: str) -> str | None:
    folded = fold(text)
    found = phrasebook("acts").find(folded)
    left = words_without(folded, found)
    fillers = phrasebook("date_words").find(left)
    return found[0].meaning if found and not words_without(left, fillers) else None


def mentions_end(text: str) -> bool:
    """Whether a text speaks of an end or a refusal among other words: "Bakanlıkça reddedildi"."""
    folded = fold(text)
    words = folded.split()
    return any(
        found.meaning in _ENDS_AND_REFUSALS and len(phrase) >= _TELLING and phrase not in _COMMON
        for found in phrasebook("acts").find(folded)
        if (phrase := " ".join(words[found.first : found.end]))
    )


def without_marks(name: str) -> tuple[str, tuple[Marker, ...]]:
    """Return a name without bracketed words that tell of its standing, and those marks."""
    marks = []
    for found in _BRACKETS.finditer(name):
        marker = read_marker(found["inside"])
        if marker is not None and (marker.kind is None or marker.kind in _MARKS):
            marks.append(marker)
            name = name.replace(found[0], " ", 1)
    return " ".join(name.split(" ")), tuple(marks)


def status_of(kinds: Iterable[ActKind], *, inactive: bool = False) -> str:
    """Return how a relation stands after its acts, oldest first; a list names what is alive."""
    status = "inactive" if inactive else "active"
    seen = list(kinds)
    for kind in seen:
        if kind in _STATUS_BY_ACT:
            status = _STATUS_BY_ACT[kind]
        elif kind in _BINDING and status != "inactive":
            status = "active"
    if seen and not any(kind in _BINDING or kind in _STATUS_BY_ACT for kind in seen):
        return "planned" if _PLANNED & set(seen) else status
    return status


def grade_of(text: str) -> MembershipGrade | None:
    """Return the grade that the words for a seat mean; the highest where they name several."""
    exact = phrasebook("grades").meaning_of(text)
    if exact is not None:
        return MembershipGrade(exact)
    named = {found.meaning for found in phrasebook("grades").find(fold(text))}
    return next((grade for grade in _HIGHEST_FIRST if grade in named), None)


_HIGHEST_FIRST: Final[Sequence[MembershipGrade]] = (
    MembershipGrade.BOARD,
    MembershipGrade.ASSOCIATE,
    MembershipGrade.PARTNER,
    MembershipGrade.MEMBER,
)


def units_in(text: str) -> tuple[str, ...]:
    r"""Return the units that a cell lists, in its order; a name broken over lines stays whole.

    >>> units_in("Dış İlişkiler Müdürlüğü, AB\nMüdürlüğü"), units_in("Sağlık Daire\nBaşkanlığı")
    (('Dış İlişkiler Müdürlüğü', 'AB Müdürlüğü'), ('Sağlık Daire Başkanlığı',))
    """
    lines = text.split("\n")
    if _UNIT_SEPARATOR.search(text) is None and all(map(_UNIT_ENDING.search, lines)):
        parts = lines
    else:
        parts = _UNIT_SEPARATOR.split(" ".join(lines))
    stripped = (part.strip(" -–•") for part in parts)
    return tuple(part for part in stripped if part)
