"""The commands that need no database, and what all commands say when they cannot go on."""

import sys
from collections.abc import Callable
from datetime import date
from typing import Annotated, NoReturn, TypeVar

import typer

Result = TypeVar("Result")
law_app = typer.Typer(no_args_is_help=True, help="Law packs: the rules behind `elci consent`.")


def consent(
    act: Annotated[str, typer.Option(help="What is to be done, such as sister_city.")],
    body: Annotated[str, typer.Option(help="Who wants to do it, such as metropolitan.")],
    counterpart: Annotated[str, typer.Option(help="With whom: foreign_local_authority, none, …")],
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="The day; today if not given."),
    ] = None,
    pack: Annotated[str, typer.Option(help="Id of a law pack, or the path of one.")] = "tr",
    context: Annotated[
        list[str] | None, typer.Option(help="A circumstance, such as metropolitan_province=yes.")
    ] = None,
    lang: Annotated[str, typer.Option(help="Language of the answer: tr or en.")] = "tr",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say whose consent the law asks for: an interpretation with its sources, not legal advice."""
    from elci.config import law  # noqa: PLC0415 -- a command that runs may take its time

    language = language_of(lang)
    answer = or_say(
        lambda: law.ask(
            pack,
            act=act,
            body=body,
            counterpart=counterpart,
            on=day_of(day, "--date"),
            context=context or (),
            language=language,
        )
    )
    if as_json:
        typer.echo(law.answer_as_json(answer, language))
        return
    for line in law.answer_lines(answer, language):
        typer.echo(line)


@law_app.command("check")
def check_law(
    pack: Annotated[str, typer.Argument(help="Id of a law pack, or the path of one.")],
    lang: Annotated[str, typer.Option(help="Language of what is said: tr or en.")] = "tr",
) -> None:
    """Run the checks K1 to K22 over a law pack; ends with 1 where one of them fails."""
    from elci.config import law  # noqa: PLC0415 -- a command that runs may take its time

    language = language_of(lang)
    if not or_say(lambda: law.check(pack, today=day_of(None), language=language)):
        raise typer.Exit(code=1)


@law_app.command("matrix")
def print_matrix(
    pack: Annotated[str, typer.Argument(help="Id of a law pack, or the path of one.")],
    lang: Annotated[str, typer.Option(help="Language of what is said: tr or en.")] = "tr",
) -> None:
    """Print every outcome that a law pack can give, and for which cases, as lines of a table."""
    from elci.config import law  # noqa: PLC0415 -- a command that runs may take its time

    for line in or_say(lambda: law.matrix(pack, language=language_of(lang))):
        sys.stdout.write(f"{line}\n")


@law_app.command("diff")
def compare_packs(
    old: Annotated[str, typer.Argument(help="The pack as it was.")],
    new: Annotated[str, typer.Argument(help="The pack as it would be.")],
    lang: Annotated[str, typer.Option(help="Language of what is said: tr or en.")] = "tr",
) -> None:
    """Print the cases whose answers differ between two law packs, with the days."""
    from elci.config import law  # noqa: PLC0415 -- a command that runs may take its time

    for line in or_say(lambda: list(law.diff(old, new, language=language_of(lang)))):
        sys.stdout.write(f"{line}\n")


def language_of(text: str) -> str:
    """Return a language of the interface, or end the command."""
    return text if text in {"tr", "en"} else stop(f"{text!r} is neither tr nor en")


def day_of(text: str | None, option: str = "--as-of") -> date:
    """Return the day of a text, today where there is none, or end the command."""
    if text is None:
        return date.today()  # noqa: DTZ011 -- the day on the wall of whoever runs the command
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day: write it as year-month-day, for example 1994-03-27"
        raise typer.BadParameter(message, param_hint=option) from error


def or_say(action: Callable[[], Result]) -> Result:
    """Run what needs no Django, and print what a person can mend instead of a trace."""
    try:
        return action()
    except ValueError as error:
        stop(str(error))


def stop(message: str) -> NoReturn:
    """End a command with a sentence that says why."""
    typer.echo(message, err=True)
    raise typer.Exit(code=1)
