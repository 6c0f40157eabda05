"""The order of precedence in a delegation: by a rule, and by hand where protocol says otherwise."""

import re
from collections.abc import Callable, Iterable, Sequence
from types import MappingProxyType
from typing import Final, TypeVar

from elci.domain.places.folding import fold
from elci.domain.visiting.words import DelegateRole, Rank

Person = TypeVar("Person")

PLACES: Final = MappingProxyType({rank: place for place, rank in enumerate(Rank, start=1)})
"""The place of each rank, 1 the first; the order of the enumeration is the rule."""

_TITLES: Final[tuple[tuple[Rank, tuple[str, ...]], ...]] = (
    # The longer titles first: a deputy mayor is no mayor, a consul general no secretary.
    (Rank.DEPUTY_MAYOR, ("belediye baskan yardimcisi", "baskan yardimcisi", "baskan vekili",
                         "deputy mayor", "vice mayor", "vicemayor")),
    (Rank.DEPUTY_GOVERNOR, ("vali yardimcisi", "deputy governor", "vice governor")),
    (Rank.SECRETARY_GENERAL, ("genel sekreter", "secretary general", "city manager")),
    (Rank.CONSUL, ("baskonsolos", "konsolos", "consul")),
    (Rank.COUNCIL_MEMBER, ("meclis uyesi", "encumen uyesi", "council member", "councillor",
                           "councilor", "alderman")),
    (Rank.MEMBER_OF_PARLIAMENT, ("milletvekili", "member of parliament", "deputy of parliament",
                                 "senator", "congressman", "congresswoman")),
    (Rank.HEAD_OF_GOVERNMENT, ("basbakan", "prime minister", "chancellor of")),
    (Rank.HEAD_OF_STATE, ("cumhurbaskani", "devlet baskani", "president of the republic",
                          "head of state")),
    (Rank.UNIT_HEAD, ("sube muduru", "mudur", "head of unit", "manager")),
    (Rank.DIRECTOR, ("daire baskani", "genel mudur", "director", "head of department")),
    (Rank.MAYOR, ("belediye baskani", "mayor", "lord mayor")),
    (Rank.MINISTER, ("bakan", "minister")),
    (Rank.GOVERNOR, ("vali", "governor", "prefect")),
    (Rank.AMBASSADOR, ("buyukelci", "ambassador")),
    (Rank.EXPERT, ("uzman", "muhendis", "mimar", "expert", "engineer", "architect", "adviser",
                   "advisor", "danisman")),
)  # fmt: skip
_FIRST: Final = (Rank.DIRECTOR, ("genel mudur", "director general", "general director"))


def guess_rank(title: str) -> Rank:
    """Return the rank that a title seems to say, in Turkish or English; other where none does.

    A person always sees the guess and may choose another.

    >>> guess_rank("Büyükşehir Belediye Başkan Yardımcısı")
    <Rank.DEPUTY_MAYOR: 'deputy_mayor'>
    """
    folded = fold(title)
    for rank, words in (_FIRST, *_TITLES):
        if any(re.search(rf"\b{re.escape(word)}", folded) for word in words):
            return rank
    return Rank.OTHER


def in_order(
    people: Iterable[Person],
    *,
    rank_of: Callable[[Person], Rank],
    role_of: Callable[[Person], DelegateRole],
    place_of: Callable[[Person], int | None],
) -> list[Person]:
    """Return a delegation in its order of precedence.

    The head comes first, then the ranks in their order, and those of one rank as they were entered;
    interpreters, press and security come after the others. Whoever was given a place by hand stands
    at that place, counted from 1; where two were given the same one, the earlier entered keeps it.
    """
    ruled = sorted(people, key=lambda each: _by_rule(role_of(each), rank_of(each)))
    by_hand = [(place, each) for each in ruled if (place := place_of(each)) is not None]
    found = [each for each in ruled if place_of(each) is None]
    taken: set[int] = set()
    for place, each in sorted(by_hand, key=lambda pair: pair[0]):
        at = _free(place, taken)
        taken.add(at)
        found.insert(at - 1, each)
    return found


def highest(ranks: Sequence[Rank]) -> Rank | None:
    """Return the first of some ranks by the rule; nothing of none."""
    return min(ranks, key=PLACES.__getitem__, default=None)


def _by_rule(role: DelegateRole, rank: Rank) -> tuple[int, int]:
    after = role in {DelegateRole.INTERPRETER, DelegateRole.PRESS, DelegateRole.SECURITY}
    return (0 if role is DelegateRole.HEAD else 2 if after else 1, PLACES[rank])


def _free(place: int, taken: set[int]) -> int:
    while place in taken:
        place += 1
    return place
