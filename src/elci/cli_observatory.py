"""The commands of the observatory that read or change rows of the database."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from elci.cli_network import network_app
from elci.cli_pure import day_of, language_of, stop

__all__ = ["network_app"]
Result = TypeVar("Result")
DataDir = Annotated[
    Path | None,
    typer.Option("--data-dir", help="Folder for the database, the documents and the static files."),
]
Lang = Annotated[str, typer.Option(help="Language of what is said: tr or en.")]


@network_app.command("keep")
def keep_results(data_dir: DataDir = None, lang: Lang = "tr") -> None:
    """Compute what the observatory shows and keep it, for every network that has changed since."""
    from elci.config import observatory, start  # noqa: PLC0415 -- a command may take its time

    language = language_of(lang)
    _or_say(lambda: start.use_reading_environment(data_dir))
    for line in observatory.keep_all(today=day_of(None), language=language):
        typer.echo(line)


@network_app.command("refresh")
def refresh_world(
    file: Annotated[Path, typer.Argument(help="The answer of the query, as JSON or CSV.")],
    stated_on: Annotated[
        str, typer.Option("--stated-on", metavar="YYYY-MM-DD", help="The day of the export.")
    ],
    data_dir: DataDir = None,
    lang: Lang = "tr",
    *,
    apply: Annotated[
        bool, typer.Option("--apply", help="Make it the current data set; else only tell.")
    ] = False,
) -> None:
    """Check a newer Wikidata export, say what it would change, and with --apply make it current."""
    from elci.config import observatory, start  # noqa: PLC0415 -- as above

    language, day = language_of(lang), day_of(stated_on, "--stated-on")
    if day > date.today():  # noqa: DTZ011 -- the day on the wall of whoever runs the command
        stop(f"{day} has not come yet: give the day on which the query was run")
    _or_say(lambda: start.use_reading_environment(data_dir))
    lines = _or_say(
        lambda: list(observatory.refresh(file, stated_on=day, language=language, apply=apply))
    )
    for line in lines:
        typer.echo(line)


def _or_say(action: Callable[[], Result]) -> Result:
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 -- as above
    from django.db import DatabaseError  # noqa: PLC0415 -- as above

    try:
        return action()
    except (ImproperlyConfigured, ValueError) as error:
        stop(str(error))
    except DatabaseError as error:
        stop(f"The database did not answer as it should: {error}. Is `elci prepare` done?")
