"""Following bodies to those that took their place, and back, as of a day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from elci.domain.dates import PartialDate


class SuccessionKind(StrEnum):
    """How one body took the place of another."""

    RENAMED = "renamed"
    STATUS_CHANGED = "status_changed"
    """The body goes on with another rank: a municipality became a metropolitan municipality."""
    MERGED = "merged"
    """It became a part of the successor, which may have been there before."""
    SPLIT = "split"
    """It was divided among several successors."""
    ABOLISHED_WITH_TRANSFER = "abolished_with_transfer"
    """It was dissolved; its tasks, property and debts went to the successor, alone or with
    others."""


GOES_ON: Final = frozenset({SuccessionKind.RENAMED, SuccessionKind.STATUS_CHANGED})
"""Kinds by which a body stays the same under another name."""
_TO_SEVERAL: Final = frozenset({SuccessionKind.SPLIT, SuccessionKind.ABOLISHED_WITH_TRANSFER})
_MAKES_THE_SUCCESSOR: Final = GOES_ON | {SuccessionKind.SPLIT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A body and the one that took its place, by their numbers."""

    body: int
    successor: int
    since: PartialDate
    """First day of the successor in its place."""
    kind: SuccessionKind


class SuccessionRefusal(StrEnum):
    """Why a succession cannot be recorded."""

    TO_ITSELF = "to_itself"
    NOT_YET_HAPPENED = "not_yet_happened"
    SAME_AGAIN = "same_again"
    ALREADY_SUCCEEDED = "already_succeeded"
    CIRCLE = "circle"
    BEFORE_FOUNDED = "before_founded"
    SUCCESSOR_OLDER = "successor_older"
    SUCCESSOR_GONE = "successor_gone"
    BEFORE_IT_SUCCEEDED = "before_it_succeeded"


def refusal_of(
    new: Link, on_record: Sequence[Link], *, founded: Mapping[int, PartialDate], today: date
) -> SuccessionRefusal | None:
    """Return the first reason why a succession cannot stand beside those on record.

    ``founded`` says when bodies began, where that is known. Only what is certain is refused: dates
    that may be in the right order are.
    """
    return next(
        (refusal for refusal, is_so in _CHECKS if is_so(new, on_record, founded, today)), None
    )


def heirs(body: int, links: Sequence[Link]) -> list[int]:
    """Return all that took its place, one after the other, nearest first."""
    return list(_reached(body, lambda each: _successors(each, links)))


def forebears(body: int, links: Sequence[Link]) -> list[int]:
    """Return all whose place it took, one after the other, nearest first."""
    return list(
        _reached(body, lambda each: [link.body for link in links if link.successor == each])
    )


def bodies_on(body: int, links: Sequence[Link], day: date) -> list[int]:
    """Return who a body is on a day: itself, a name that it had before, or its successors.

    A succession counts from the day on which it has certainly happened. Before its first day, a
    body is the one that goes on in it; what merged into it was never it.
    """
    earlier = _earlier(body, links, day)
    if earlier != body:
        return [earlier]
    return list(
        dict.fromkeys(_later(body, [each for each in links if each.since.certainly_by(day)]))
    )


def _earlier(body: int, links: Sequence[Link], day: date) -> int:
    while True:
        before = [
            link.body
            for link in links
            if link.successor == body and link.kind in GOES_ON and not link.since.certainly_by(day)
        ]
        if len(before) != 1:
            return body
        body = before[0]


def _later(body: int, links: Sequence[Link]) -> Iterator[int]:
    following = _successors(body, links)
    if not following:
        yield body
    for successor in following:
        yield from _later(successor, links)


def _successors(body: int, links: Sequence[Link]) -> list[int]:
    return [link.successor for link in links if link.body == body]


def _reached(body: int, step: Callable[[int], Sequence[int]]) -> Iterator[int]:
    seen, waiting = {body}, [body]
    while waiting:
        for each in step(waiting.pop(0)):
            if each not in seen:
                seen.add(each)
                waiting.append(each)
                yield each


_Check = Callable[[Link, Sequence[Link], Mapping[int, PartialDate], date], bool]


def _is_to_itself(new: Link, _links: object, _founded: object, _today: object) -> bool:
    return new.body == new.successor


def _is_to_come(new: Link, _links: object, _founded: object, today: date) -> bool:
    return not new.since.possibly_by(today)


def _is_on_record(new: Link, links: Sequence[Link], _founded: object, _today: object) -> bool:
    return any((each.body, each.successor) == (new.body, new.successor) for each in links)


def _has_another(new: Link, links: Sequence[Link], _founded: object, _today: object) -> bool:
    others = [each for each in links if each.body == new.body]
    return bool(others) and not all(each.kind in _TO_SEVERAL for each in (new, *others))


def _closes_a_circle(new: Link, links: Sequence[Link], _founded: object, _today: object) -> bool:
    return new.body in heirs(new.successor, links)


def _is_before_its_founding(
    new: Link, _links: object, founded: Mapping[int, PartialDate], _today: object
) -> bool:
    return new.body in founded and new.since.certainly_before(founded[new.body])


def _is_to_an_older_one(
    new: Link, _links: object, founded: Mapping[int, PartialDate], _today: object
) -> bool:
    """Whether what came out of this body is older than it; a merger may be into an old one."""
    if new.kind not in _MAKES_THE_SUCCESSOR or not {new.body, new.successor} <= founded.keys():
        return False
    return founded[new.successor].certainly_before(founded[new.body])


def _is_to_one_that_was_gone(
    new: Link, links: Sequence[Link], _founded: object, _today: object
) -> bool:
    return any(
        each.body == new.successor and each.since.certainly_before(new.since) for each in links
    )


def _is_before_it_succeeded(
    new: Link, links: Sequence[Link], _founded: object, _today: object
) -> bool:
    """Whether its place was taken before it took, by going on in it, the place of another."""
    return any(
        each.successor == new.body
        and each.kind in _MAKES_THE_SUCCESSOR
        and new.since.certainly_before(each.since)
        for each in links
    )


_CHECKS: Final[Sequence[tuple[SuccessionRefusal, _Check]]] = (
    (SuccessionRefusal.TO_ITSELF, _is_to_itself),
    (SuccessionRefusal.NOT_YET_HAPPENED, _is_to_come),
    (SuccessionRefusal.SAME_AGAIN, _is_on_record),
    (SuccessionRefusal.ALREADY_SUCCEEDED, _has_another),
    (SuccessionRefusal.CIRCLE, _closes_a_circle),
    (SuccessionRefusal.BEFORE_FOUNDED, _is_before_its_founding),
    (SuccessionRefusal.SUCCESSOR_OLDER, _is_to_an_older_one),
    (SuccessionRefusal.SUCCESSOR_GONE, _is_to_one_that_was_gone),
    (SuccessionRefusal.BEFORE_IT_SUCCEEDED, _is_before_it_succeeded),
)
