"""Made-up lives of relations: five acts each, in an order that the register accepts."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.dates import PartialDate
from elci.domain.vocabularies import Instrument

FIRST_DAY: Final = date(1960, 1, 1)
LISTS_PUBLISHED: Final = date(2019, 5, 10)
"""Older acts were learned of on this day, later ones soon after they happened."""
YEAR_ONLY: Final = 0.10
MONTH_ONLY: Final = 0.05
CORRECTED: Final = 0.03
_YEAR: Final = 365


@dataclass(frozen=True, slots=True)
class Step:
    """An act of a story: how many days after the one before, and for how long it binds."""

    kind: ActKind
    least: int
    most: int
    term: int | None = None
    """Days of a fixed term from the act on."""


@dataclass(frozen=True, slots=True)
class ToldAct:
    """An act as the register holds it; ``corrects`` is a wrong date that it took the place of."""

    kind: ActKind
    happened: PartialDate
    valid_until: PartialDate | None
    known_from: date
    corrects: PartialDate | None = None


_K = ActKind
_PERMIT: Final = (Step(_K.COUNCIL_DECISION, 0, 0), Step(_K.PERMIT_GRANTED, 20, 300))
_SIGNED: Final = Step(_K.SIGNED, 5, 400)
_LASTING: Final = (
    Step(_K.COUNCIL_DECISION, 0, 0),
    Step(_K.PERMIT_ASKED, 5, 90),
    Step(_K.PERMIT_GRANTED, 20, 250),
    _SIGNED,
    Step(_K.RENEWED, 2 * _YEAR, 9 * _YEAR),
)
_ENDED: Final = (
    *_PERMIT,
    _SIGNED,
    Step(_K.COUNCIL_DECISION_TO_END, 3 * _YEAR, 20 * _YEAR),
    Step(_K.TERMINATED, 5, 200),
)
_RESUMED: Final = (
    *_PERMIT,
    _SIGNED,
    Step(_K.SUSPENDED, 2 * _YEAR, 9 * _YEAR),
    Step(_K.RESUMED, 100, 3 * _YEAR),
)
_SUSPENDED: Final = (
    *_PERMIT,
    _SIGNED,
    Step(_K.RENEWED, _YEAR, 5 * _YEAR),
    Step(_K.SUSPENDED, _YEAR, 9 * _YEAR),
)
_FOR_A_TERM: Final = (
    *_PERMIT,
    Step(_K.SIGNED, 5, 400, 4 * _YEAR),
    Step(_K.VARIED, 100, 2 * _YEAR),
    Step(_K.RENEWED, 100, _YEAR, 5 * _YEAR),
)
_SUPERSEDED: Final = (
    *_PERMIT,
    _SIGNED,
    Step(_K.RENEWED, _YEAR, 5 * _YEAR),
    Step(_K.SUPERSEDED, _YEAR, 9 * _YEAR),
)
_SIGNED_TWICE: Final = (
    *_PERMIT,
    _SIGNED,
    Step(_K.SIGNED, 30, 3 * _YEAR),
    Step(_K.RENEWED, 2 * _YEAR, 9 * _YEAR),
)
_PROPOSED: Final = (
    Step(_K.PROPOSED, 0, 0),
    Step(_K.COUNCIL_DECISION, 10, 200),
    Step(_K.SENT_TO_CIVIL_ADMINISTRATOR, 1, 10),
    Step(_K.ANNOUNCED, 1, 20),
    Step(_K.PERMIT_ASKED, 1, 60),
)
_REFUSED: Final = (*_PROPOSED[:3], Step(_K.PERMIT_ASKED, 1, 60), Step(_K.PERMIT_REFUSED, 30, 300))
STORIES: Final = (
    (_LASTING, 52),
    (_ENDED, 10),
    (_RESUMED, 6),
    (_SUSPENDED, 4),
    (_FOR_A_TERM, 13),
    (_SUPERSEDED, 4),
    (_SIGNED_TWICE, 2),
    (_PROPOSED, 6),
    (_REFUSED, 3),
)
_WEIGHTS: Final = [weight for _story, weight in STORIES]
INSTRUMENTS: Final = (
    (Instrument.SISTER_CITY, 45),
    (Instrument.COOPERATION_PROTOCOL, 20),
    (Instrument.MEMORANDUM, 12),
    (Instrument.GOODWILL_LETTER, 8),
    (Instrument.PRELIMINARY_PROTOCOL, 4),
    (Instrument.PROJECT_AGREEMENT, 5),
    (Instrument.MEMBERSHIP, 6),
)


def tell_story(dice: random.Random, *, today: date) -> list[ToldAct]:
    """Return the five acts of a relation, all of them before today, more of them of late."""
    steps = dice.choices(STORIES, _WEIGHTS)[0][0]
    gaps = [dice.randint(step.least, step.most) for step in steps]
    room = (today - FIRST_DAY).days - sum(gaps) - 1
    day = FIRST_DAY + timedelta(days=int(room * dice.random() ** 0.6))
    acts = []
    for step, gap in zip(steps, gaps, strict=True):
        day += timedelta(days=gap)
        acts.append(_told(step, day, dice, today))
    return acts


def _told(step: Step, day: date, dice: random.Random, today: date) -> ToldAct:
    happened = _as_known(day, dice.random())
    # A term is counted from the day itself; the record of the day may be less exact.
    until = None if step.term is None else partial(str(day + timedelta(days=step.term)))
    learned = min(today, max(LISTS_PUBLISHED, day + timedelta(days=dice.randint(1, 60))))
    wrong = None
    if dice.random() < CORRECTED:
        wrong = partial(str(day - timedelta(days=dice.randint(1, 400))))
    return ToldAct(step.kind, happened, until, learned, wrong)


def _as_known(day: date, luck: float) -> PartialDate:
    if luck < YEAR_ONLY:
        return partial(str(day.year))
    if luck < YEAR_ONLY + MONTH_ONLY:
        return partial(f"{day:%Y-%m}")
    return partial(str(day))


@lru_cache(maxsize=65536)
def partial(text: str) -> PartialDate:
    """Return a date from its canonical text; a made-up register names the same days again."""
    return PartialDate.parse(text)


def choose_instruments(dice: random.Random, number: int) -> Sequence[Instrument]:
    """Return so many instruments, in the proportions of real lists."""
    kinds = [kind for kind, _weight in INSTRUMENTS]
    return dice.choices(kinds, [weight for _kind, weight in INSTRUMENTS], k=number)
