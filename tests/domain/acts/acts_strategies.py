"""Acts of a few days, so that all their readings can be enumerated."""

from hypothesis import strategies as st

from elci.domain.acts import BINDING, Act, ActKind, Standing
from elci.domain.dates import PartialDate
from tests.domain.acts.acts_worlds import on

TERMED = frozenset(kind for kind, standing in BINDING.items() if standing is Standing.IN_FORCE)
LONG_AFTER = on(40)


def day(number: int) -> PartialDate:
    return PartialDate.on(on(number))


def days(first: int, last: int) -> PartialDate:
    return day(first) if first == last else PartialDate(f"{on(first)}/{on(last)}")


@st.composite
def partial_dates(draw, *, longest: int = 5) -> PartialDate:
    first = draw(st.integers(3, 14))
    last = min(14, first + draw(st.integers(0, longest - 1)))
    shape = draw(st.sampled_from("dddddiiiiibau"))
    if shape == "d":
        return day(first)
    if shape == "b":
        return PartialDate(f"../{on(min(first, 5))}")
    if shape == "a":
        return PartialDate(f"{on(max(first, 11))}/..")
    if shape == "u":
        return PartialDate.unknown()
    return days(first, last)


@st.composite
def acts(draw, *, kinds=tuple(ActKind), terms: bool = True) -> Act:
    kind = draw(st.sampled_from(kinds))
    happened = draw(partial_dates())
    is_open = happened.earliest is None or happened.until is None
    known = draw(st.integers(5, 7) if happened.earliest is None and is_open else st.just(14))
    known_from = on(known) if is_open or draw(st.booleans()) else LONG_AFTER
    until = None
    if terms and kind in TERMED and draw(st.integers(0, 2)) == 0:
        first = draw(st.integers(3, 14))
        until = days(first, min(15, first + draw(st.integers(0, 3))))
    return Act(kind=kind, happened=happened, known_from=known_from, valid_until=until)


def registers(*, kinds=tuple(ActKind), terms: bool = True, longest: int = 4):
    """Acts of one relation in the order in which they were recorded."""
    return st.lists(acts(kinds=kinds, terms=terms), max_size=longest)
