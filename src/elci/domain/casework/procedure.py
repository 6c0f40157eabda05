"""The steps of a case in one order, and which of them come before the act."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from elci.domain.law.answers import Answer, Question
from elci.domain.law.deciding import decide
from elci.domain.law.pack import Pack
from elci.domain.law.words import StepKind

OF_THE_ACT: Final = frozenset({StepKind.SIGNATURE, StepKind.TRAVEL})
"""Steps that are themselves what a case was opened for."""


def answer_on(pack: Pack, question: Question, day: date) -> Answer:
    """Return what the law answers to the same question on another day."""
    return decide(pack, replace(question, on=day))


def in_one_order(orders: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the keys of several orders as one: the first as it is, others where they would stand.

    >>> in_one_order([["council", "permit", "sign"], ["council", "opinion", "sign"]])
    ('council', 'opinion', 'permit', 'sign')
    """
    merged: list[str] = []
    for order in orders:
        place = 0
        for key in order:
            if key not in merged:
                merged.insert(place, key)
            place = merged.index(key) + 1
    return tuple(merged)


def steps_before_the_act(answer: Answer) -> frozenset[str]:
    """Return the steps that the law puts before the act, directly or through others.

    An answer without a step for the act itself puts all that it names before it.
    """
    acts = [step.key for step in answer.steps if step.step.kind in OF_THE_ACT]
    after = {step.key: step.after for step in answer.steps}
    return _all_before(acts, after) if acts else frozenset(after)


def _all_before(keys: Sequence[str], after: Mapping[str, Sequence[str]]) -> frozenset[str]:
    found: set[str] = set()
    open_keys = list(keys)
    while open_keys:
        for key in after[open_keys.pop()]:
            if key not in found:
                found.add(key)
                open_keys.append(key)
    return frozenset(found)
