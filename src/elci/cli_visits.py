"""The commands about visits, and the papers written from the record."""

import json
from pathlib import Path
from typing import Annotated

import typer

from elci.cli_explaining import DataDir
from elci.cli_explaining import or_explain as _or_explain
from elci.cli_pure import language_of

visits_app = typer.Typer(no_args_is_help=True, help="Visits: what is kept of people for a time.")
report_app = typer.Typer(no_args_is_help=True, help="Reports and papers, written from the record.")


@visits_app.command("purge")
def purge_visits(
    data_dir: DataDir = None,
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object for each visit.")
    ] = False,
) -> None:
    """Purge what was kept of people for a visit until a day that has come, and print the proof."""
    from elci.config import start  # noqa: PLC0415 -- as above

    _or_explain(lambda: start.use_reading_environment(data_dir))
    from elci.config.visits import purged  # noqa: PLC0415 -- after the settings are chosen

    found = _or_explain(purged)
    for proof in found:
        line = json.dumps(proof, ensure_ascii=False) if as_json else proof["told"]
        typer.echo(line)
    if not found and not as_json:
        typer.echo("Nothing was due.")


@report_app.command("briefing")
def report_briefing(
    host: Annotated[str, typer.Option(help="Key or name of the local authority.")],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    partner: Annotated[str, typer.Option(help="Name of the partner.")] = "",
    visit: Annotated[str, typer.Option(help="Permanent number of a visit, instead.")] = "",
    lang: Annotated[str, typer.Option(help="Language of the paper: tr or en.")] = "tr",
    form: Annotated[str, typer.Option("--format", help="pdf, docx or odt.")] = "pdf",
    data_dir: DataDir = None,
) -> None:
    """Write the two-page briefing on a partner, or for a visit, from the record."""
    from elci.config import start  # noqa: PLC0415 -- as above

    language = language_of(lang)
    _or_explain(lambda: start.use_reading_environment(data_dir))
    from elci.config.briefings import write_briefing  # noqa: PLC0415 -- after the settings

    _or_explain(
        lambda: write_briefing(
            host, partner=partner, visit=visit, language=language, form=form, out=out
        )
    )
    typer.echo(str(out))
