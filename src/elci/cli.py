"""The ``elci`` command. Nothing heavy is imported before a command runs."""

import io
import json
import sys
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from elci.cli_explaining import DataDir
from elci.cli_explaining import or_explain as _or_explain
from elci.cli_observatory import network_app
from elci.cli_partners import partners_app
from elci.cli_pure import consent, day_of, language_of, law_app, stop
from elci.cli_visits import report_app, visits_app

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Elçi: the desk and the register of city diplomacy.",
)
Result = TypeVar("Result")
user_app = typer.Typer(no_args_is_help=True, help="People who sign in at the desk.")
workspace_app = typer.Typer(
    no_args_is_help=True, help="Workspaces: the rooms in which local authorities keep registers."
)
office_app = typer.Typer(
    no_args_is_help=True, help="Offices: ministries and governorships that decide on files here."
)
app.add_typer(user_app, name="user")
app.add_typer(office_app, name="office")
app.add_typer(workspace_app, name="workspace")
app.add_typer(visits_app, name="visits")
app.add_typer(report_app, name="report")
app.command()(consent)
app.add_typer(law_app, name="law")
app.add_typer(network_app, name="network")
app.add_typer(partners_app, name="partners")

Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="Port to serve on.")]


@app.command()
def demo(
    data_dir: DataDir = None,
    port: Port = 8000,
    *,
    no_serve: Annotated[
        bool, typer.Option("--no-serve", help="Set everything up, then stop.")
    ] = False,
) -> None:
    """Load Istanbul's register into an embedded database and serve it on this machine.

    Running it again keeps what was recorded since; the sign-in is made anew for each run.
    """
    from elci.config import start  # noqa: PLC0415 -- a command that runs may take its time

    _or_explain(lambda: start.use_demo_environment(data_dir))
    start.prepare()
    signed_in = start.open_demo()
    office = start.open_demo_office(signed_in)
    for line in start.demo_lines(port, signed_in, office, served=not no_serve):
        typer.echo(line)
    if not no_serve:
        start.serve("127.0.0.1", port, workers=1)


@app.command()
def serve(
    data_dir: DataDir = None,
    port: Port = 8000,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer.")] = 2,
) -> None:
    """Bring the database up to date and serve the installation that the environment describes."""
    from elci.config import start  # noqa: PLC0415 -- as above

    _or_explain(lambda: start.use_environment(data_dir))
    _or_explain(start.prepare)
    start.serve(host, port, workers=workers)


@app.command()
def prepare(data_dir: DataDir = None) -> None:
    """Bring the database, the static files and the lists made from the accounts up to date."""
    from elci.config import start  # noqa: PLC0415 -- as above

    _or_explain(lambda: start.use_environment(data_dir))
    _or_explain(start.prepare)
    typer.echo(f"{start.rebuild_lists()} relations in the register")


@app.command()
def stats(
    host: Annotated[str | None, typer.Option(help="Key or name of one local authority.")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="Day to look at.")
    ] = None,
    data_dir: DataDir = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Count the public register by instrument and status on a day."""
    from elci.config import start  # noqa: PLC0415 -- as above

    day = day_of(as_of)
    _or_explain(lambda: start.use_reading_environment(data_dir))
    found = _or_explain(lambda: start.statistics_of(host, day))
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False))
        return
    for instrument, standings in found.items():
        parts = ", ".join(f"{standing} {number}" for standing, number in standings.items())
        typer.echo(f"{instrument}: {parts}")


@app.command()
def resolve(
    country: Annotated[
        str | None, typer.Option(help="ISO 3166-1 alpha-2 code that all names share.")
    ] = None,
    country_name: Annotated[
        str | None, typer.Option("--country-name", help="The country as the list writes it.")
    ] = None,
    lang: Annotated[str, typer.Option(help="Language of the answers: tr or en.")] = "tr",
) -> None:
    """Read names of places, one a line, and print what each was understood to be, as JSON.

    A line may be a name, a tab and a country.
    """
    from elci.domain.places.gazetteer import open_gazetteer  # noqa: PLC0415 -- as above
    from elci.importers.names import resolve_lines  # noqa: PLC0415 -- as above

    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
    answers = resolve_lines(
        lines,
        open_gazetteer(),
        country=_country(country),
        country_name=country_name,
        language=lang if lang in {"tr", "en"} else stop(f"{lang!r} is neither tr nor en"),
    )
    for answer in answers:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


@app.command()
def compliance(
    host: Annotated[str, typer.Option(help="Key or name of the local authority.")],
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="Day to look at.")
    ] = None,
    lang: Annotated[str, typer.Option(help="Language of what is said: tr or en.")] = "tr",
    data_dir: DataDir = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="A table for the auditor.")] = False,
) -> None:
    """Print what the register does not show of what the law asked, with rule and paper."""
    from elci.config import start  # noqa: PLC0415 -- as above

    day, language = day_of(as_of), language_of(lang)
    _or_explain(lambda: start.use_reading_environment(data_dir))
    from elci.config.compliance import print_gaps  # noqa: PLC0415 -- after the settings are chosen

    form = "csv" if as_csv else "json" if as_json else "text"
    _or_explain(lambda: print_gaps(host, day, form=form, language=language))


@law_app.command("impact")
def law_impact(
    pack: Annotated[str, typer.Argument(help="Id of the law pack that would change.")],
    draft: Annotated[Path, typer.Argument(help="File of the pack as it would be.")],
    host: Annotated[str, typer.Option(help="Key or name of the local authority.")],
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="Day to look ahead from.")
    ] = None,
    lang: Annotated[str, typer.Option(help="Language of what is said: tr or en.")] = "tr",
    data_dir: DataDir = None,
) -> None:
    """Print whom a new or draft law touches, and why not the others: one JSON object a line."""
    from elci.config import start  # noqa: PLC0415 -- as above

    day, language = day_of(as_of), language_of(lang)
    _or_explain(lambda: start.use_reading_environment(data_dir))
    from elci.config.impact import print_impact  # noqa: PLC0415 -- after the settings are chosen

    _or_explain(lambda: print_impact(pack, draft, host, day, language=language))


@app.command("import")
def import_list(  # noqa: PLR0913 -- one command, one option for each question
    file: Annotated[
        Path | None, typer.Argument(help="The list, in any of the formats read.")
    ] = None,
    host: Annotated[str, typer.Option(help="Key or name of the local authority.")] = "",
    instrument: Annotated[
        str | None, typer.Option(help="What all rows are, such as sister_city.")
    ] = None,
    stated_on: Annotated[
        str | None, typer.Option("--stated-on", metavar="YYYY-MM-DD", help="Day of the list.")
    ] = None,
    undo: Annotated[str | None, typer.Option(metavar="BATCH", help="Take an import back.")] = None,
    lang: Annotated[str, typer.Option(help="Language of what is said: tr or en.")] = "tr",
    data_dir: DataDir = None,
    *,
    dry: Annotated[bool, typer.Option("--dry-run", help="Say what would be entered.")] = False,
    skip_doubtful: Annotated[
        bool, typer.Option("--skip-doubtful", help="Leave out the rows that need a person.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Read a list into the register, all rows or none, or say what would be entered.

    Rows that need a person stop the import unless they are left out. ``--undo`` takes a whole
    import back.
    """
    from elci.config import start  # noqa: PLC0415 -- as above

    _or_explain(lambda: start.use_reading_environment(data_dir))
    from elci.config import lists  # noqa: PLC0415 -- after the settings are chosen

    say = _or_explain(lambda: lists.printer(as_json=as_json, language=lang))
    if undo is not None:
        _or_explain(lambda: lists.undo(undo, say))
    elif file is None or not host:
        stop("Name the file and the local authority: elci import FILE --host NAME")
    elif dry:
        _or_explain(lambda: lists.preview(file, host, instrument, say))
    else:
        day = None if stated_on is None else day_of(stated_on)
        _or_explain(
            lambda: lists.enter(
                file, host, instrument, say, stated_on=day, skip_doubtful=skip_doubtful
            )
        )


@app.command("read-list", hidden=True)
def read_list(batch: str, data_dir: DataDir = None) -> None:
    """Read a list that was handed in at the desk; the desk starts this by itself."""
    from elci.config import start  # noqa: PLC0415 -- as above

    _or_explain(lambda: start.use_environment(data_dir))
    from elci.config import lists  # noqa: PLC0415 -- after the settings are chosen

    lists.read_waiting(batch)


@user_app.command("add")
def add_user(
    email: str,
    name: Annotated[str, typer.Option(help="The person's name.")],
    workspace: Annotated[str, typer.Option(help="Key of the workspace.")],
    role: Annotated[str, typer.Option(help="officer or reader.")] = "officer",
    data_dir: DataDir = None,
) -> None:
    """Let a person sign in; an existing person gets a new password. It is asked for or piped in."""
    from elci.config import start  # noqa: PLC0415 -- as above

    _or_explain(lambda: start.use_environment(data_dir))
    if sys.stdin.isatty():
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    else:
        password = sys.stdin.readline().rstrip("\n")
    _or_explain(lambda: start.add_person(email, name, password, workspace, role))
    typer.echo(f"{email} can sign in to {workspace} as {role}")


@workspace_app.command("open")
def open_workspace(
    key: Annotated[str, typer.Argument(help="Short name for addresses, such as bursa.")],
    place: Annotated[str, typer.Option(help="The place that the local authority governs.")],
    name: Annotated[str, typer.Option(help="Full name of the local authority, in Turkish.")],
    name_en: Annotated[str, typer.Option("--name-en", help="Its name in English.")] = "",
    data_dir: DataDir = None,
) -> None:
    """Open a workspace for a local authority; one that is open already is left as it is."""
    from elci.config import start  # noqa: PLC0415 -- as above

    _or_explain(lambda: start.use_environment(data_dir))
    _or_explain(lambda: start.open_room(key, place, name, name_en))
    typer.echo(f"{key} is open; add people with: elci user add EMAIL --workspace {key}")


@office_app.command("open")
def open_office(
    key: Annotated[str, typer.Argument(help="Short name for addresses, such as csb.")],
    name: Annotated[str, typer.Option(help="Full name of the office, in Turkish.")],
    decides_for: Annotated[
        list[str] | None,
        typer.Option("--decides-for", help="Authority of the law packs, or a part of its name."),
    ] = None,
    name_en: Annotated[str, typer.Option("--name-en", help="Its name in English.")] = "",
    data_dir: DataDir = None,
) -> None:
    """Open an office to which files are sent; a second time, what it decides for is set anew."""
    from elci.config import start  # noqa: PLC0415 -- as above

    _or_explain(lambda: start.use_environment(data_dir))
    from elci.config import offices  # noqa: PLC0415 -- after the settings are chosen

    found = _or_explain(lambda: offices.open_deciding_office(key, name, name_en, decides_for))
    for authority in found:
        typer.echo(f"It decides for: {authority}")
    typer.echo(f"{key} is open; add people with: elci user add EMAIL --workspace {key}")


@office_app.command("list")
def list_offices(data_dir: DataDir = None) -> None:
    """Print the offices: key, name, for which authorities they decide, files in their hands."""
    from elci.config import start  # noqa: PLC0415 -- as above

    _or_explain(lambda: start.use_reading_environment(data_dir))
    from elci.config import offices  # noqa: PLC0415 -- as above

    for line in _or_explain(lambda: list(offices.office_lines())):
        typer.echo(line)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def django(context: typer.Context, data_dir: DataDir = None) -> None:
    """Run one of Django's own commands, such as ``check --deploy``."""
    from elci.config import start  # noqa: PLC0415 -- as above

    _or_explain(lambda: start.use_reading_environment(data_dir))
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- as above

    execute_from_command_line(["elci django", *context.args])


def _country(code: str | None) -> str | None:
    from elci.domain.places.countries import country_by_code  # noqa: PLC0415 -- as above

    try:
        return None if code is None else country_by_code(code).code
    except LookupError:
        stop(f"{code!r} is no ISO 3166-1 alpha-2 code; write it like BG, or use --country-name")


if __name__ == "__main__":
    app()
