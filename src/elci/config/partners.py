"""The commands that learn whom cities choose and measure it; none of them needs a database."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from elci.domain.matching.baselines import BASELINES
from elci.domain.matching.cities import Floats
from elci.domain.matching.evaluation import (
    Draws,
    Over,
    Ranks,
    differences,
    figures_of,
    ranks_of,
)
from elci.domain.matching.exposure import evened
from elci.domain.matching.features import Features
from elci.domain.matching.ranking import Ranker
from elci.domain.matching.tables import (
    TableRefusedError,
    Trial,
    read_cities,
    read_ties,
    trial_of,
)
from elci.domain.matching.training import TooFewTiesError, lessons_of, train
from elci.domain.matching.wide import usual_world

__all__ = ["Over", "evaluated", "table_lines", "trained", "trial_from"]
Result = TypeVar("Result")
# Threads that wait shall sleep: on a busy machine, those that spin take most of the time.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
Say = Callable[[str], None]
_MOST_FOR_THOROUGH = 8000
_FOLDS_OF_ALL = 4
"""Among all candidates of the gazetteer, a fold takes six times as long."""


def trial_from(links: Path, test: Path, cities: Path | None, *, language: str) -> Trial:
    """Read the tables of a trial. Raises ``ValueError`` in the reader's language."""
    try:
        known = _read(links, lambda lines: read_ties(lines, links.name))
        asked = _read(test, lambda lines: read_ties(lines, test.name))
        if cities is None:
            return trial_of(known, asked, None)
        found, remarks = _read(cities, lambda lines: read_cities(lines, cities.name))
        return trial_of(known, asked, found, remarks)
    except TableRefusedError as error:
        raise ValueError(error.told.in_language(language)) from error


def _read(path: Path, reading: Callable[[Iterable[str]], Result]) -> Result:
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
            return reading(lines)
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror}") from error


def evaluated(trial: Trial, *, over: Over, seed: int, language: str, say: Say) -> dict[str, object]:
    """Learn from the ties of a trial and measure the ranking beside the simpler ones."""
    draws = Draws.of(trial, over)
    try:
        scores = learnt_scores(trial, seed=seed, say=say)
    except TooFewTiesError as error:
        raise ValueError(error.told.in_language(language)) from error
    ranks = ranks_of(trial, scores)
    others: dict[str, Ranks] = {}
    for name, baseline in BASELINES.items():
        say(name)
        others[name] = ranks_of(trial, baseline(trial.world))
    return {
        "model": figures_of(ranks, draws),
        "baselines": {name: figures_of(each, draws) for name, each in others.items()},
        "better_by": differences(ranks, others, draws),
        **_counts(trial, ranks),
    }


def _counts(trial: Trial, ranks: Ranks) -> Mapping[str, int]:
    return {
        "n_test": len(trial.test),
        "n_cold": int(ranks.cold.sum()),
        "n_candidates": trial.world.candidates,
        "n_train": trial.world.ties.m,
    }


def trained(*, seed: int, say: Say) -> str:
    """Learn from the ties that the package brings, among the candidates of suggestions.

    Of this world it is known who has no tie, so all candidates compete.
    """
    say("lessons")
    lessons = lessons_of(usual_world().world, seed=seed, folds=_FOLDS_OF_ALL, all_told=True)
    say("training")
    return Ranker(train(lessons, seed=seed), lessons.names).as_text()


def learnt_scores(trial: Trial, *, seed: int, say: Say) -> Floats:
    """Learn from the ties of a trial, and score all candidates for all candidates."""
    thorough = trial.world.candidates <= _MOST_FOR_THOROUGH
    say("lessons")
    lessons = lessons_of(trial.world, seed=seed, thorough=thorough)
    say("training")
    booster = train(lessons, seed=seed)
    say("ranking")
    features = Features(trial.world, thorough=thorough)
    return evened(Ranker(booster, lessons.names).all_scores(features), trial.world)


_COLUMNS = ("mrr", "hits@10", "hits@50", "mutual@50", "exposure_gini")


def table_lines(found: Mapping[str, Any]) -> Iterator[str]:
    """Yield the figures as lines of a table, for people."""
    yield f"{'':22}" + "".join(f"{name:>16}" for name in (*_COLUMNS, "country hits@10"))
    rows = {"model": found["model"], **found["baselines"]}
    for name, figures in rows.items():
        for part in ("", "warm", "cold") if name == "model" else ("",):
            yield _row(f"{name} {part}".strip(), figures[part] if part else figures)
    counted = ("n_test", "n_cold", "n_candidates", "n_train")
    yield "  ".join(f"{name} {found[name]:,}" for name in counted)


def _row(name: str, figures: Mapping[str, Any]) -> str:
    given = (figures.get("given_country") or {}).get("hits@10")
    values = [*(figures.get(column) for column in _COLUMNS), given]
    return f"{name:22}" + "".join(
        f"{'' if value is None else f'{value[0]:.4f}':>16}" for value in values
    )
