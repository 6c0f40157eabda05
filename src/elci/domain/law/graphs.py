"""Order among a few named things: what comes before what, and where that runs in a circle."""

from collections.abc import Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

Before = Mapping[str, Iterable[str]]
"""For each name, the names that come before it."""


def circle_in(before: Before) -> tuple[str, ...]:
    """Return names that come before each other, the first again at the end; none: no circle."""
    sorter = TopologicalSorter({name: tuple(others) for name, others in before.items()})
    try:
        sorter.prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def in_order(names: Sequence[str], before: Before) -> tuple[str, ...]:
    """Return names so that each comes after those before it, otherwise in the order given.

    Where the order runs in a circle, the names stay as they were given.
    """
    done: list[str] = []
    left = list(dict.fromkeys(names))
    while left:
        waiting = set(left)
        ready = next((name for name in left if not waiting & set(before.get(name, ()))), left[0])
        left.remove(ready)
        done.append(ready)
    return tuple(done)


def reached_from(start: str, onward: Before) -> frozenset[str]:
    """Return every name that can be reached from one, itself only through a circle."""
    found: set[str] = set()
    waiting = list(onward.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(onward.get(name, ()))
    return frozenset(found)
