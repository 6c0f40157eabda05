"""The commands that measure the network of cities. None of them needs a database."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from elci.cli_pure import language_of, or_say, stop

if TYPE_CHECKING:
    from elci.config.networks import Given

network_app = typer.Typer(no_args_is_help=True, help="Measures of the network of cities.")

File = Annotated[Path, typer.Argument(help="A list of links: two ends a line.")]
Form = Annotated[
    str | None, typer.Option("--format", help="tsv or csv; found out where not given.")
]
Table = Annotated[
    Path | None,
    typer.Option("--cities", help="A table of the ends: id,name,country,lat,lon,population."),
]
Lang = Annotated[str, typer.Option(help="Language of what is said: tr or en.")]
Seed = Annotated[int, typer.Option(min=0, max=2**31 - 1, help="What chance begins with.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Progress = Annotated[
    bool | None, typer.Option("--progress/--no-progress", help="On a terminal, where not given.")
]


@network_app.command("stats")
def measure_network(
    file: File,
    form: Form = None,
    lang: Lang = "tr",
    *,
    as_json: AsJson = False,
) -> None:
    """Print the statistics of any list of links, each exact; with or without headings."""
    from elci.config import networks  # noqa: PLC0415 -- a command that runs may take its time

    given = _given(file, form=form, cities=None, language=language_of(lang))
    found = or_say(lambda: networks.measured(given)).as_dict()
    if as_json:
        typer.echo(json.dumps(found))
        return
    for name, value in found.items():
        typer.echo(f"{name}: {value}")


@network_app.command("summary")
def summarise_network(  # noqa: PLR0913 -- one command, one option for each question
    file: File,
    cities: Table = None,
    form: Form = None,
    top: Annotated[int, typer.Option(min=1, max=1000, help="Nodes named by each measure.")] = 20,
    sources: Annotated[
        int, typer.Option(min=0, help="Nodes that betweenness is estimated from; 0 for all.")
    ] = 256,
    runs: Annotated[int, typer.Option(min=1, max=100, help="Divisions into communities.")] = 2,
    draws: Annotated[int, typer.Option(min=2, max=10_000, help="Draws of each null model.")] = 10,
    seed: Seed = 1,
    lang: Lang = "tr",
    *,
    as_json: AsJson = False,
    progress: Progress = None,
) -> None:
    """Print the whole of a network: statistics, first nodes, communities, what chance explains."""
    from elci.config import network_lines, networks  # noqa: PLC0415 -- as above

    language = language_of(lang)
    depth = networks.depth_of(sources=sources, runs=runs, draws=draws, top=top, seed=seed)
    given = _given(file, form=form, cities=cities, language=language)
    with networks.told_steps(shown=_is_shown(progress)) as begins:
        found = or_say(lambda: networks.summarised(given, depth, begins))
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False))
        return
    for line in network_lines.summary_lines(found, language):
        typer.echo(line)


@network_app.command("communities")
def print_communities(
    file: File,
    form: Form = None,
    runs: Annotated[int, typer.Option(min=1, max=100, help="How many divisions to try.")] = 10,
    seed: Seed = 1,
    lang: Lang = "tr",
    *,
    as_json: AsJson = False,
) -> None:
    """Print the community of each end, the largest numbered 0; how good and stable on errors."""
    from elci.config import networks  # noqa: PLC0415 -- as above

    language = language_of(lang)
    given = _given(file, form=form, cities=None, language=language)
    found = networks.communities(given, runs=runs, seed=seed)
    if as_json:
        typer.echo(json.dumps(networks.communities_as_plain(given, found), ensure_ascii=False))
        return
    typer.echo(networks.communities_line(found, language), err=True)
    for name, number in zip(given.ids, found.of_nodes.tolist(), strict=True):
        sys.stdout.write(f"{name}\t{number}\n")


@network_app.command("layout")
def print_layout(
    file: File,
    form: Form = None,
    seed: Seed = 1,
    lang: Lang = "tr",
    *,
    as_json: AsJson = False,
) -> None:
    """Print where to draw each end: its name, right and up, in lengths of a usual link."""
    from elci.config import networks  # noqa: PLC0415 -- as above

    given = _given(file, form=form, cities=None, language=language_of(lang))
    places = networks.places(given, seed=seed)
    if as_json:
        typer.echo(json.dumps(dict(zip(given.ids, places, strict=True)), ensure_ascii=False))
        return
    for name, (right, up) in zip(given.ids, places, strict=True):
        sys.stdout.write(f"{name}\t{right}\t{up}\n")


def _given(file: Path, *, form: str | None, cities: Path | None, language: str) -> "Given":
    """Read what a command is given, and say what of it was left out."""
    from elci.config import networks  # noqa: PLC0415 -- as above

    if form is not None and form not in networks.FORMS:
        stop(f"{form!r} is neither tsv nor csv")
    given = or_say(lambda: networks.read(file, form=form, cities=cities, language=language))
    for remark in networks.remarks(given):
        typer.echo(remark, err=True)
    return given


def _is_shown(progress: bool | None) -> bool:  # noqa: FBT001 -- an option as it was given
    return sys.stderr.isatty() if progress is None else progress
