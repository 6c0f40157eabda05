"""What the commands that measure networks do, with files in and plain values out."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from elci.domain.networks.cities import Cities, without_facts
from elci.domain.networks.communities import Communities, communities_of
from elci.domain.networks.facts import CityFacts, read_cities
from elci.domain.networks.layout import layout
from elci.domain.networks.links import MOST_LINKS, Links, read_links, too_long
from elci.domain.networks.network import Network
from elci.domain.networks.refusals import LinksRefusedError
from elci.domain.networks.statistics import Statistics, statistics_of
from elci.domain.networks.summary import STEPS, Depth, summary_of
from elci.domain.networks.telling import as_plain

Result = TypeVar("Result")
FORMS: Final = ("tsv", "csv")
_SHORTEST_LINE: Final = 4
_CHUNK: Final = 2**20
_COMMENTS: Final = 1000
"""Lines that need not be links, in a list that is just short enough."""
_STEPS_IN_WORDS: Final = {
    "distances": "distances · uzaklıklar",
    "betweenness": "betweenness · arada olma",
    "circles": "circles, ranks · çemberler, sıralar",
    "communities": "communities · topluluklar",
    "chance": "chance · rastlantı",
}


@dataclass(frozen=True, kw_only=True)
class Given:
    """What a command was given: links and, with a table, facts on their ends."""

    links: Links
    network: Network
    facts: CityFacts | None
    language: str

    @property
    def ids(self) -> tuple[str, ...]:
        """The ends as the list names them."""
        return self.links.names

    @property
    def names(self) -> tuple[str, ...]:
        """The ends as a person calls them."""
        return self.links.names if self.facts is None else self.facts.names

    @property
    def cities(self) -> Cities:
        """Facts on the ends, as far as any were given."""
        return without_facts(self.network) if self.facts is None else self.facts.cities


def read(path: Path, *, form: str | None, cities: Path | None, language: str) -> Given:
    """Read files. Raises ``ValueError`` with what to do, in the reader's language."""
    links = _read(path, lambda lines: read_links(lines, form=form), language, bounded=True)
    facts = None
    if cities is not None:
        facts = _read(cities, lambda lines: read_cities(lines, links.names), language)
    network = Network(len(links.names), links.pairs)
    return Given(links=links, network=network, facts=facts, language=language)


def _read(
    path: Path, reader: Callable[..., Result], language: str, *, bounded: bool = False
) -> Result:
    try:
        if bounded:
            _refuse_too_long(path)
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
            return reader(lines)
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror}") from error
    except LinksRefusedError as error:
        raise ValueError(error.told.in_language(language)) from error


def _refuse_too_long(path: Path) -> None:
    """Count the lines of a large file before any is understood, so that it is refused at once."""
    if path.stat().st_size < MOST_LINKS * _SHORTEST_LINE:
        return
    with path.open("rb") as file:
        lines = sum(part.count(b"\n") for part in iter(lambda: file.read(_CHUNK), b""))
    if lines > MOST_LINKS + _COMMENTS:
        raise too_long()


def measured(given: Given) -> Statistics:
    """Return the statistics of links. Raises ``ValueError`` where that would take hours."""
    try:
        return statistics_of(given.network)
    except LinksRefusedError as error:
        raise ValueError(error.told.in_language(given.language)) from error


def remarks(given: Given) -> Iterator[str]:
    """Yield what of the files was not counted; nothing where all of it was."""
    links, facts, turkish = given.links, given.facts, given.language == "tr"
    if links.loops or links.repeated or links.unreadable:
        yield (
            f"{links.lines} satırdan {links.loops} tanesi bir ucu kendisine bağlıyor, "
            f"{links.repeated} tanesi bir bağı yineliyor, {links.unreadable} tanesinde iki uç yok; "
            "bunlar sayılmadı."
            if turkish
            else f"Of {links.lines} lines, {links.loops} link an end with itself, "
            f"{links.repeated} repeat a link and {links.unreadable} have no two ends; these are "
            "not counted."
        )
    if facts and (facts.missing or facts.repeated or facts.bad_coordinates or facts.bad_population):
        yield (
            f"Şehirler tablosunda {facts.missing} uç yok, {facts.repeated} satır yineleniyor, "
            f"{facts.bad_coordinates} satırın koordinatı yeryüzünde değil, {facts.bad_population} "
            "satırın nüfusu sayı değil; bunlar bilinmiyor sayıldı."
            if turkish
            else f"The table of cities lacks {facts.missing} ends, repeats {facts.repeated} rows, "
            f"has {facts.bad_coordinates} with coordinates off the globe and "
            f"{facts.bad_population} with inhabitants that are no number; these count as unknown."
        )


def depth_of(*, sources: int, runs: int, draws: int, top: int, seed: int) -> Depth:
    """Return how much work a summary is worth; betweenness from 0 sources means from all."""
    return Depth(sources=sources or None, runs=runs, draws=draws, top=top, seed=seed)


@contextmanager
def told_steps(*, shown: bool) -> Iterator[Callable[[str], None]]:
    """Draw a bar on the error output that moves on with each step of a summary, if it is shown."""
    done = 0

    def begins(step: str) -> None:
        nonlocal done
        bar = "█" * (done * 4) + "░" * ((len(STEPS) - done) * 4)
        sys.stderr.write(f"\r{bar} {_STEPS_IN_WORDS[step]:<40}")
        sys.stderr.flush()
        done += 1

    yield begins if shown else lambda _step: None
    if shown:
        sys.stderr.write("\r" + " " * 80 + "\r")
        sys.stderr.flush()


def summarised(given: Given, depth: Depth, begins: Callable[[str], None]) -> dict[str, Any]:
    """Return the summary of links as plain values. Raises ``ValueError`` as ``measured`` does."""
    try:
        found = summary_of(
            given.network,
            given.cities,
            of_groups=given.links.of_clubs,
            depth=depth,
            begins=begins,
        )
    except LinksRefusedError as error:
        raise ValueError(error.told.in_language(given.language)) from error
    links, facts = given.links, given.facts
    return {
        **as_plain(found, given.network, ids=given.ids, names=given.names),
        "left_out": {
            "lines": links.lines,
            "loops": links.loops,
            "repeated": links.repeated,
            "unreadable": links.unreadable,
        },
        "cities": None
        if facts is None
        else {
            "missing": facts.missing,
            "repeated": facts.repeated,
            "bad_coordinates": facts.bad_coordinates,
            "bad_population": facts.bad_population,
        },
    }


def communities(given: Given, *, runs: int, seed: int) -> Communities:
    """Divide links into communities."""
    return communities_of(given.network, runs=runs, seed=seed)


def communities_as_plain(given: Given, found: Communities) -> dict[str, Any]:
    """Return communities as values that JSON knows."""
    return {
        "modularity": found.modularity,
        "least_modularity": found.least_modularity,
        "stability": found.stability,
        "runs": found.runs,
        "seed": found.seed,
        "sizes": found.sizes.tolist(),
        "communities": dict(zip(given.ids, found.of_nodes.tolist(), strict=True)),
    }


def communities_line(found: Communities, language: str) -> str:
    """Say in one line how good and how stable communities are."""
    stability = "–" if found.stability is None else f"{found.stability:.2f}"
    if language == "tr":
        return (
            f"{len(found.sizes)} topluluk; modülerlik {found.modularity:.4f}; {found.runs} "
            f"denemenin ortalama uyumu {stability}"
        )
    return (
        f"{len(found.sizes)} communities; modularity {found.modularity:.4f}; mean agreement of "
        f"{found.runs} runs {stability}"
    )


def places(given: Given, *, seed: int) -> list[list[float]]:
    """Return where to draw each end."""
    found: list[list[float]] = layout(given.network, seed=seed).round(3).tolist()
    return found
