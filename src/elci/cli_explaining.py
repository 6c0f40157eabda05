"""What the commands that need the database share: where it is, and how failures are told."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from elci.cli_pure import stop

Result = TypeVar("Result")
DataDir = Annotated[
    Path | None,
    typer.Option("--data-dir", help="Folder for the database, the documents and the static files."),
]


def or_explain(action: Callable[[], Result]) -> Result:
    """Run what may fail for reasons that a person can mend, and print those instead of a trace."""
    from django.core.exceptions import (  # noqa: PLC0415 -- as above
        ImproperlyConfigured,
        ValidationError,
    )
    from django.db import DatabaseError  # noqa: PLC0415 -- as above

    try:
        return action()
    except ValidationError as error:
        stop(" ".join(error.messages))
    except KeyError as error:  # which would put its message in quotes
        stop(str(error.args[0] if error.args else error))
    except (ImproperlyConfigured, LookupError, ValueError) as error:
        stop(str(error))
    except DatabaseError as error:
        stop(f"The database did not answer as it should: {error}. Is `elci prepare` done?")
