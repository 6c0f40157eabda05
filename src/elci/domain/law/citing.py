"""Everywhere in a pack where something is cited."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from elci.domain.law.lines import Path
from elci.domain.law.pack import Pack, Reading, Span

RULE, STEP, FLAG, GAP, PARAM, PROVISION = "rule", "step", "flag", "gap", "param", "provision"


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation, where it stands, and the days for which it is a ground."""

    citation: str
    path: Path
    span: Span


def citations(pack: Pack) -> Iterator[Cited]:
    """Yield every citation of a pack."""
    yield from chain(_of_rules(pack), _of_steps(pack), _of_flags(pack), _of_values(pack))
    for provision in pack.provisions.values():
        for place, wording in enumerate(provision.wordings):
            if wording.by:
                path = (PROVISION, provision.id, "versions", place)
                yield Cited(wording.by, path, Span(wording.span.starts))


def source_of(citation: str) -> str:
    """Return the id of the source that a citation names."""
    return citation.partition("#")[0]


def resolves(pack: Pack, citation: str) -> bool:
    """Whether a citation names a provision of the pack, or a source as a whole."""
    return citation in pack.provisions or citation in pack.sources


def _of_rules(pack: Pack) -> Iterator[Cited]:
    for place, rule in enumerate(pack.rules.values()):
        span = rule.conditions.span
        yield from _cited(rule.basis, (RULE, place, "basis"), span)
        yield from _of_readings(rule.readings, (RULE, place, "readings"), span)


def _of_steps(pack: Pack) -> Iterator[Cited]:
    for step in pack.steps.values():
        yield from _cited(step.basis, (STEP, step.key, "basis"), step.conditions.span)


def _of_flags(pack: Pack) -> Iterator[Cited]:
    for place, flag in enumerate(pack.flags.values()):
        yield from _cited(flag.basis, (FLAG, place, "basis"), flag.conditions.span)


def _of_values(pack: Pack) -> Iterator[Cited]:
    for place, parameter in enumerate(pack.parameters.values()):
        for order, value in enumerate(parameter.values):
            path = (PARAM, place, "values", order)
            yield from _cited(value.basis, path, value.span)
            yield from _of_readings(value.readings, path, value.span)


def _of_readings(readings: tuple[Reading, ...], path: Path, span: Span) -> Iterator[Cited]:
    for reading in readings:
        yield from _cited(reading.basis, path, span)


def _cited(basis: tuple[str, ...], path: Path, span: Span) -> Iterator[Cited]:
    for citation in basis:
        yield Cited(citation, path, span)
