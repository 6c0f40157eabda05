"""The golden matrix: every outcome that a pack can give, and where, as lines of text."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

from elci.domain.law.cells import Circumstances, outcomes_in, segments_within, swept
from elci.domain.law.index import Index, index_of
from elci.domain.law.outcomes import Outcome
from elci.domain.law.pack import Pack
from elci.domain.law.words import Body, Counterpart

ANY = "any"
Asked = tuple[str, str, str]


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A case with the days on which it has one outcome."""

    act: str
    body: str
    counterpart: str
    context: str
    starts: str
    until: str
    outcome: str

    def __str__(self) -> str:
        return "\t".join(astuple(self))


def matrix_lines(pack: Pack) -> Iterator[str]:
    """Yield the matrix as tab-separated lines: what the outcomes are, then where they stand.

    Circumstances that make no difference to a case are left out of its line; neighbouring days of
    one outcome are one line, and so are counterparts and bodies for which all else is the same.
    Of each flag one line tells in how many cases it stands, and a hash of which these are.
    """
    rows, outcomes = matrix_of(pack)
    rows = _folded(_folded(rows, "counterpart", Counterpart), "body", Body)
    yield f"# {pack.id}: {len(outcomes)} outcomes, {len(rows)} rows"
    for key, outcome in sorted(outcomes.items()):
        yield f"= {key}\t{described(outcome)}"
    for key, (number, digest) in _flags_shown(pack).items():
        yield f"! {key}\t{number} cases\t{digest}"
    yield "act\tbody\tcounterpart\tcontext\tfrom\tuntil\toutcome"
    yield from map(str, rows)


def matrix_of(pack: Pack) -> tuple[list[Row], dict[str, Outcome]]:
    """Return the rows of the matrix and its outcomes by their keys."""
    index = index_of(pack)
    outcomes: dict[str, Outcome] = {}
    rows: list[Row] = []
    for asked, cells in groupby(swept(index), key=lambda each: each[0].asked):
        timelines = {
            cell.circumstances: _keys(outcomes_in(index, bits), outcomes) for cell, bits in cells
        }
        rows += _rows(index, asked, timelines)
    return sorted(rows), outcomes


@lru_cache(maxsize=65536)
def outcome_key(outcome: Outcome) -> str:
    """Return a key that says the verdict and changes with anything that the outcome holds."""
    content = hashlib.sha256(described(outcome).encode()).hexdigest()[:8]
    return f"{outcome.verdict.value}:{content}"


@lru_cache(maxsize=65536)
def described(outcome: Outcome) -> str:
    """Return all that makes up an outcome but its flags, in one line."""
    steps = [
        f"{step.key}@{outcome.authority(place).en}" for place, step in enumerate(outcome.steps)
    ]
    parts = (
        outcome.verdict.value + (" contested" if outcome.contested else ""),
        "rules: " + " ".join(rule.id for rule in outcome.winners),
        "beaten: " + " ".join(rule.id for rule, _ in outcome.beaten),
        "steps: " + " > ".join(steps),
        "gap: " + ("" if outcome.gap is None else outcome.gap.id),
    )
    return "; ".join(part for part in parts if not part.endswith(": "))


def told_context(context: Circumstances) -> str:
    """Return circumstances as one word; *any* where none matters."""
    return ",".join(f"{facet}={word}" for facet, word in context) or ANY


def turning(days: Iterable[date], values: Iterable[str]) -> Iterator[tuple[date, date | None, str]]:
    """Yield days on which a value begins and ends, each value as long as it lasts."""
    begun = [
        next(run) for _, run in groupby(zip(days, values, strict=True), key=lambda each: each[1])
    ]
    ends: list[date | None] = [*(day for day, _ in begun[1:]), None]
    for (day, value), end in zip(begun, ends, strict=True):
        yield day, end, value


def that_matter(timelines: dict[Circumstances, tuple[str, ...]]) -> frozenset[str]:
    """Return the facets that make a difference: some two cases differ in nothing else."""
    facets = [facet for facet, _ in next(iter(timelines), ())]
    return frozenset(
        facet
        for facet in facets
        if any(len(set(group.values())) > 1 for group in _apart_from(facet, timelines))
    )


def merged(
    timelines: dict[Circumstances, tuple[str, ...]],
) -> dict[Circumstances, tuple[str, ...]]:
    """Return timelines by the circumstances that make a difference."""
    wanted = that_matter(timelines)
    return {
        tuple(pair for pair in context if pair[0] in wanted): keys
        for context, keys in timelines.items()
    }


def _flags_shown(pack: Pack) -> dict[str, tuple[int, str]]:
    """Return for each flag how many cases it stands beside, and a hash of which and when."""
    index = index_of(pack)
    days = [segment.starts for segment in segments_within(index)]
    numbers = Counter(dict.fromkeys(pack.flags, 0))
    digests = {key: hashlib.sha256() for key in pack.flags}
    for cell, bits in swept(index):
        shown: dict[str, list[str]] = {}
        for day, outcome in zip(days, outcomes_in(index, bits), strict=True):
            for flag in outcome.flags:
                shown.setdefault(flag.id, []).append(day.isoformat())
        for key, begins in shown.items():
            numbers[key] += 1
            digests[key].update(f"{cell.asked}{cell.circumstances}{begins}".encode())
    return {key: (numbers[key], digests[key].hexdigest()[:8]) for key in pack.flags}


def _folded(rows: Iterable[Row], facet: str, known: type[StrEnum]) -> list[Row]:
    """Return rows that differ in nothing but one facet as one row that names all its words."""
    alike: dict[Row, list[str]] = {}
    for row in rows:
        alike.setdefault(replace(row, **{facet: ""}), []).append(getattr(row, facet))
    return sorted(
        replace(row, **{facet: ANY if len(words) == len(known) else "|".join(sorted(words))})
        for row, words in alike.items()
    )


def _apart_from(
    facet: str, timelines: dict[Circumstances, tuple[str, ...]]
) -> Iterable[dict[str, tuple[str, ...]]]:
    groups: dict[Circumstances, dict[str, tuple[str, ...]]] = {}
    for context, keys in timelines.items():
        rest = tuple(pair for pair in context if pair[0] != facet)
        groups.setdefault(rest, {})[dict(context)[facet]] = keys
    return groups.values()


def _keys(outcomes: Iterable[Outcome], known: dict[str, Outcome]) -> tuple[str, ...]:
    keys = []
    for outcome in outcomes:
        key = outcome_key(outcome)
        known.setdefault(key, outcome)
        keys.append(key)
    return tuple(keys)


def _rows(
    index: Index, asked: Asked, timelines: dict[Circumstances, tuple[str, ...]]
) -> Iterator[Row]:
    days = [segment.starts for segment in segments_within(index)]
    for context, keys in merged(timelines).items():
        for starts, until, key in turning(days, keys):
            ends = "" if until is None else until.isoformat()
            yield Row(*asked, told_context(context), starts.isoformat(), ends, key)
