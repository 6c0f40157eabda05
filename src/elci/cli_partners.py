"""The commands that find partners and measure how well they are found; none needs a database."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from elci.cli_pure import day_of, language_of, or_say, stop

partners_app = typer.Typer(no_args_is_help=True, help="Partners: whom to ask next.")
Lang = Annotated[str, typer.Option(help="Language of what is said: tr or en.")]
Seed = Annotated[int, typer.Option(min=0, help="Where chance begins; the same gives the same.")]


@partners_app.command("suggest")
def suggest(
    city: Annotated[str, typer.Option(help="GeoNames id of the city that seeks.")],
    most: Annotated[
        int, typer.Option("--number", "-n", min=1, max=1000, help="How many places to suggest.")
    ] = 20,
    country: Annotated[
        str | None, typer.Option(help="Only this country, by its ISO 3166-1 alpha-2 code.")
    ] = None,
    lang: Lang = "tr",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Suggest partners for a city, each with what speaks for it, against it, and the law."""
    from elci.config import suggesting  # noqa: PLC0415 -- a command that runs may take its time

    language, today = language_of(lang), day_of(None)
    search = or_say(lambda: suggesting.searched(city, country=country, today=today))
    if as_json:
        found = suggesting.as_json(search, most, language=language, today=today)
        typer.echo(json.dumps(found, ensure_ascii=False))
        return
    for line in suggesting.lines(search, most, language=language):
        typer.echo(line)


@partners_app.command("evaluate")
def evaluate(
    links: Annotated[Path, typer.Option(help="Ties to learn from: a table with a_id and b_id.")],
    test: Annotated[Path, typer.Option(help="Ties to foretell: a table with a_id and b_id.")],
    cities: Annotated[
        Path | None,
        typer.Option(help="Cities to choose among: id, name, country, lat, lon, population."),
    ] = None,
    over: Annotated[str, typer.Option(help="Intervals over: ties or cities.")] = "ties",
    seed: Seed = 0,
    lang: Lang = "tr",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Learn whom cities choose from some ties alone, and measure how well others are foretold."""
    from elci.config import partners  # noqa: PLC0415 -- a command that runs may take its time

    language = language_of(lang)
    if over not in set(partners.Over):
        stop(f"{over!r} is neither ties nor cities")
    trial = or_say(lambda: partners.trial_from(links, test, cities, language=language))
    for remark in trial.remarks:
        typer.echo(remark.in_language(language), err=True)
    found = or_say(
        lambda: partners.evaluated(
            trial, over=partners.Over(over), seed=seed, language=language, say=_say_step
        )
    )
    if as_json:
        typer.echo(json.dumps(found))
        return
    for line in partners.table_lines(found):
        typer.echo(line)


@partners_app.command("train")
def train(
    out: Annotated[Path, typer.Argument(help="File for the model, such as model.json.")],
    seed: Seed = 0,
) -> None:
    """Learn whom cities choose from the ties that the package brings, and write the model."""
    from elci.config import partners  # noqa: PLC0415 -- a command that runs may take its time

    out.write_text(partners.trained(seed=seed, say=_say_step), encoding="utf-8")
    typer.echo(out)


def _say_step(step: str) -> None:
    """Tell on a terminal what is being done; nothing where the answer goes into a file."""
    if sys.stderr.isatty():
        typer.echo(f"… {step}", err=True)
