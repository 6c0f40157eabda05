"""Make copies of a law pack with one fault each and see that every one is caught.

Run it as ``python -m tools.mutate_law [PACK …]``, or as ``make mutants``. A copy is caught by the
scenarios, or else by the golden matrix or another check; what nothing catches is a survivor, and a
survivor ends the run with 1. The pack itself must pass its checks first.
"""

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from elci.domain.law.cases import failures, load_cases
from elci.domain.law.cells import outcomes_in, segments_within, swept
from elci.domain.law.checking import Neighbours, check_pack
from elci.domain.law.index import index_of
from elci.domain.law.library import SHIPPED, pack_ids
from elci.domain.law.loading import PackFile, read_pack_file
from elci.domain.law.matrix import described, turning
from elci.domain.law.outcomes import Outcome
from elci.domain.law.pack import EVER, Conditions, DatedValue, Pack, Span, Wording

DAY = timedelta(days=1)
KINDS = ("rules", "flags", "gaps", "steps")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A pack with one fault."""

    kind: str
    what: str
    pack: Pack


def mutants_of(pack: Pack) -> Iterator[Mutant]:
    """Yield every copy of a pack with one fault, in a fixed order."""
    yield from without_rules(pack)
    yield from without_steps(pack)
    yield from without_overrides(pack)
    for kind in KINDS:
        for key, part in getattr(pack, kind).items():
            for what, conditions in faulty(part.conditions):
                changed = {**getattr(pack, kind), key: replace(part, conditions=conditions)}
                fault = "shift a date" if what.startswith("date") else "narrow a facet"
                yield Mutant(fault, f"{kind} {key}: {what}", replace(pack, **{kind: changed}))
    yield from shifted_values(pack)
    yield from shifted_wordings(pack)


def without_rules(pack: Pack) -> Iterator[Mutant]:
    """Yield the pack without each of its rules."""
    for key in pack.rules:
        rules = {
            other: replace(rule, overrides=tuple(each for each in rule.overrides if each != key))
            for other, rule in pack.rules.items()
            if other != key
        }
        flags = {
            name: replace(flag, rules=tuple(each for each in flag.rules if each != key))
            for name, flag in pack.flags.items()
            if flag.rules != (key,)
        }
        yield Mutant("delete a rule", key, replace(pack, rules=rules, flags=flags))


def without_steps(pack: Pack) -> Iterator[Mutant]:
    """Yield the pack with each step of each rule left out."""
    for key, rule in pack.rules.items():
        for step in rule.steps:
            fewer = replace(rule, steps=tuple(each for each in rule.steps if each != step))
            yield Mutant("drop a step", f"{key}: {step}", with_rule(pack, key, fewer))


def without_overrides(pack: Pack) -> Iterator[Mutant]:
    """Yield the pack with each override left out."""
    for key, rule in pack.rules.items():
        for other in rule.overrides:
            fewer = replace(rule, overrides=tuple(each for each in rule.overrides if each != other))
            yield Mutant("drop an override", f"{key} over {other}", with_rule(pack, key, fewer))


def shifted_values(pack: Pack) -> Iterator[Mutant]:
    """Yield the pack with each change of a parameter a day earlier and a day later."""
    for key, parameter in pack.parameters.items():
        for what, values in shifted(parameter.values):
            changed = {**pack.parameters, key: replace(parameter, values=values)}
            yield Mutant("shift a date", f"param {key}: {what}", replace(pack, parameters=changed))


def shifted_wordings(pack: Pack) -> Iterator[Mutant]:
    """Yield the pack with each change of a wording a day earlier and a day later."""
    for key, provision in pack.provisions.items():
        for what, wordings in shifted(provision.wordings):
            changed = {**pack.provisions, key: replace(provision, wordings=wordings)}
            yield Mutant(
                "shift a date", f"wording {key}: {what}", replace(pack, provisions=changed)
            )


def shifted(
    parts: tuple[DatedValue, ...] | tuple[Wording, ...],
) -> Iterator[tuple[str, tuple[DatedValue | Wording, ...]]]:
    """Yield dated parts with one day of change moved by a day; the first has none before it."""
    for place in range(1, len(parts)):
        for step in (-DAY, DAY):
            moved = parts[place].span.starts + step
            before, after = parts[place - 1], parts[place]
            yield (
                f"{after.span.starts} to {moved}",
                (
                    *parts[: place - 1],
                    replace(before, span=Span(before.span.starts, moved)),
                    replace(after, span=Span(moved, after.span.until)),
                    *parts[place + 1 :],
                ),
            )


def faulty(conditions: Conditions) -> Iterator[tuple[str, Conditions]]:
    """Yield conditions with a word left out, or with an end moved by a day."""
    for facet, words in conditions.facets.items():
        for word in sorted(words):
            narrowed = {**conditions.facets, facet: words - {word}}
            yield f"{facet} without {word}", replace(conditions, facets=narrowed)
    span = conditions.span
    for step in (-DAY, DAY):
        if span.starts != EVER:
            moved = Span(span.starts + step, span.until)
            yield f"date from {moved.starts}", replace(conditions, span=moved)
        if span.until is not None:
            moved = Span(span.starts, span.until + step)
            yield f"date until {moved.until}", replace(conditions, span=moved)


def with_rule(pack: Pack, key: str, rule: object) -> Pack:
    """Return the pack with one rule changed."""
    return replace(pack, rules={**pack.rules, key: rule})


@lru_cache(maxsize=1)
def known(key: str) -> tuple[PackFile, Neighbours]:
    """Return a shipped pack and what stands beside it."""
    golden = (SHIPPED / f"{key}.matrix.tsv").read_text(encoding="utf-8")
    neighbours = Neighbours(load_cases(SHIPPED / f"{key}.cases.toml"), tuple(golden.splitlines()))
    return read_pack_file(SHIPPED / f"{key}.toml"), neighbours


@lru_cache(maxsize=1)
def all_mutants(key: str) -> tuple[Mutant, ...]:
    """Return every copy of a shipped pack with one fault."""
    return tuple(mutants_of(known(key)[0].pack))


def fingerprint(pack: Pack) -> str:
    """Return a hash of all that the matrix of a pack shows; quicker than its lines."""
    index = index_of(pack)
    days = [segment.starts for segment in segments_within(index)]
    digest = hashlib.sha256()
    for cell, bits in swept(index):
        shown = [shown_by(outcome) for outcome in outcomes_in(index, bits)]
        for begins, _ends, what in turning(days, shown):
            digest.update(f"{cell.asked}{cell.circumstances}{begins}{what}".encode())
    return digest.hexdigest()


@lru_cache(maxsize=65536)
def shown_by(outcome: Outcome) -> str:
    """Return what the matrix shows of an outcome, flags too."""
    return " ".join([described(outcome), *(flag.id for flag in outcome.flags)])


@lru_cache(maxsize=1)
def agreed(key: str) -> str:
    """Return the fingerprint of a shipped pack, whose matrix is the agreed one."""
    return fingerprint(known(key)[0].pack)


def caught_by(key: str, place: int) -> str:
    """Return what catches a copy: the scenarios, the matrix, another check, or nothing."""
    file, neighbours = known(key)
    mutant = all_mutants(key)[place].pack
    if neighbours.cases and failures(mutant, neighbours.cases):
        return "scenarios"
    if fingerprint(mutant) != agreed(key):
        return "matrix"
    copy = replace(file, pack=mutant)
    results = check_pack(copy, neighbours, today=file.pack.knowledge_date)
    return next((result.check for result in results if not result.passed), "")


def run(key: str, processes: int) -> bool:
    """Make and hunt the copies of a pack; print what caught them. Return whether none survived."""
    file, neighbours = known(key)
    results = check_pack(file, neighbours, today=date.today())  # noqa: DTZ011 -- a remark only
    if not all(result.passed for result in results):
        print(f"{key}: the pack itself does not pass; run elci law check {key}")
        return False
    mutants = all_mutants(key)
    with ProcessPoolExecutor(processes) as pool:
        places = range(len(mutants))
        caught = list(pool.map(caught_by, [key] * len(mutants), places, chunksize=8))
    return told(key, mutants, caught)


def told(key: str, mutants: tuple[Mutant, ...], caught: list[str]) -> bool:
    """Print a line for each kind of fault, and each survivor by name."""
    by_kind: dict[str, Counter[str]] = {}
    for mutant, hunter in zip(mutants, caught, strict=True):
        by_kind.setdefault(mutant.kind, Counter())[hunter or "nothing"] += 1
    for kind, hunters in by_kind.items():
        print(f"| {key} | {kind} | {hunters.total()} | {line(hunters)} | {hunters['nothing']} |")
    for mutant, hunter in zip(mutants, caught, strict=True):
        if not hunter:
            print(f"  survivor: {mutant.kind}: {mutant.what}")
    return all(caught)


def line(hunters: Mapping[str, int]) -> str:
    """Return how many each check caught."""
    return ", ".join(f"{name} {number}" for name, number in hunters.items() if name != "nothing")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packs", nargs="*", default=list(pack_ids()))
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    print("| Pack | Fault | Copies | Caught by | Survived |\n|---|---|---|---|---|")
    sound = [run(key, asked.processes) for key in asked.packs]
    if not all(sound):
        sys.exit(1)


if __name__ == "__main__":
    main()
