"""What the words of a header say about the cells below them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.extraction.cleaning import clean, one_line
from elci.domain.extraction.roles import DATED_ACTS, Role
from elci.domain.extraction.words import meanings_in, phrasebook
from elci.domain.places.folding import fold

SAID_EXACTLY: Final = 1.0
SAID_AMONG_WORDS: Final = 0.95
_MOST_WORDS: Final = 10
_NUMBER_SIGNS: Final = {"#", "№", "nº", "n°"}
_LABEL_ENDING: Final = re.compile(r"(?<=[a-z0-9])label$")
_NUMBER_OF_ACT: Final = re.compile(
    r"\b(?:no|nosu|nr|sayi|sayisi|numara|numarasi|number|nummer|numero|numer|nomer|broj|stevilka)$"
)
_SPEAKS_OF_DAYS: Final = re.compile(r"\b(?:tari[hx]|date|dat[aue]|fecha|rok|yil|year|jahr)")
_INNER_CAPITAL: Final = re.compile(r"(?<=[^\W_A-Z])(?=[A-ZÇĞİÖŞÜ])")
_PARTING: Final = re.compile(
    r"[/,;&|+()–—\n]|\s-\s|\b(?:ve|ile|and|und|et|y|e|i|oraz|in|и|و)\b", re.IGNORECASE
)

# Of several roles in one header the first of these is meant: "country of the twin town".
_SPECIFIC_FIRST: Final = (
    *(Role.PLACE, Role.COUNTRY, Role.REGION, Role.GRADE, Role.STATUS, Role.UNITS),
    *(Role.INSTRUMENT, Role.HOST, Role.ACRONYM, Role.PARTY, Role.NOTE, Role.OTHER, Role.NUMBER),
)


@dataclass(frozen=True, slots=True)
class HeaderReading:
    """The role that a header names, how surely, and the acts its dates are of, in order."""

    role: Role
    certainty: float
    acts: tuple[ActKind, ...] = ()


def header_words(text: str) -> str:
    """Return a header on one line, a variable of a query as its words without "label".

    >>> header_words("?kardeşŞehirLabel"), header_words("Sister city")
    ('kardeş Şehir', 'Sister city')
    """
    line = one_line(clean(text).text)
    if not line or " " in line:
        return line
    words = _INNER_CAPITAL.sub(" ", line.lstrip("?").replace("_", " "))
    return words.removesuffix(" Label")


@lru_cache(maxsize=4096)
def read_header(text: str) -> HeaderReading | None:
    """Return what a header cell names, or None if it names nothing known.

    >>> read_header("Meclis / Bakanlık Onayı").acts
    (<ActKind.COUNCIL_DECISION: 'council_decision'>, <ActKind.PERMIT_GRANTED: 'permit_granted'>)
    """
    cleaned = header_words(text)
    folded = fold(cleaned)
    if cleaned.casefold() in _NUMBER_SIGNS:
        return HeaderReading(Role.NUMBER, SAID_EXACTLY)
    if not folded or len(folded.split()) > _MOST_WORDS or folded.isdigit():
        return None
    whole = phrasebook("headers").meaning_of(_LABEL_ENDING.sub("", folded))
    if whole is not None:
        role = Role(whole)
        return HeaderReading(role, SAID_EXACTLY, _acts_named(cleaned, role))
    return _among_words(cleaned, folded)


def _among_words(cleaned: str, folded: str) -> HeaderReading | None:
    roles = {Role(found.meaning) for found in phrasebook("headers").find(folded)}
    if not roles:
        return None
    if _is_number_of_act(roles, cleaned, folded):
        return HeaderReading(Role.OTHER, SAID_AMONG_WORDS)
    role = _meant(roles, cleaned)
    return HeaderReading(role, SAID_AMONG_WORDS, _acts_named(cleaned, role))


def _is_number_of_act(roles: set[Role], cleaned: str, folded: str) -> bool:
    """Whether cells hold numbers of decisions and no days: "Bakanlık Onay Sayısı"."""
    return (
        bool(roles & DATED_ACTS.keys())
        and _NUMBER_OF_ACT.search(folded) is not None
        and _SPEAKS_OF_DAYS.search(folded) is None
        and _PARTING.search(cleaned) is None
    )


def _meant(roles: set[Role], cleaned: str) -> Role:
    dated = [role for role in DATED_ACTS if role in roles]
    if dated:
        special = [role for role in dated if role not in {Role.DATE, Role.PERIOD}]
        return special[0] if len(special) == 1 else Role.DATE if special else dated[0]
    if {Role.PARTY, Role.COUNTRY} <= roles and _PARTING.search(cleaned) is not None:
        return Role.PARTY
    return next(role for role in _SPECIFIC_FIRST if role in roles)


def _acts_named(cleaned: str, role: Role) -> tuple[ActKind, ...]:
    """Return the acts that a header of dates names in order; one by one role is no order."""
    if role not in DATED_ACTS:
        return ()
    own = DATED_ACTS[role]
    if own is not None:
        return (own,)
    named = tuple(ActKind(meaning) for meaning in meanings_in("acts", cleaned))
    return named if len(named) > 1 else ()
