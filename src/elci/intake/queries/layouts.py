"""What a person said before of the columns of lists that are laid out like this one."""

import hashlib
import re
from pathlib import PurePath
from typing import Final

from elci.accounts.models import Workspace
from elci.domain.extraction.columns import Columns, header_key, recognise_columns
from elci.domain.extraction.roles import DATED_ACTS, Role
from elci.domain.extraction.tables import SourceTable
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer
from elci.intake.queries.batches import remembered_roles
from elci.organisations.queries import host_country_of

_NO_LETTER: Final = re.compile(r"[\W\d_]+")


def columns_known_in(
    workspace: Workspace, table: SourceTable, gazetteer: Gazetteer, *, source: str
) -> tuple[Columns, str]:
    """Return the columns of a table, with what was said before of its layout, and the layout's key.

    ``source`` is the name of the file, or nothing for a text that was pasted.
    """
    country = host_country_of(workspace)
    plain = recognise_columns(table, gazetteer=gazetteer, host_country=country)
    key = layout_key(plain, source)
    memory = remembered_roles(workspace.pk, key)
    if not memory:
        return plain, key
    remembered = {column: Role(role) for column, role in memory.items()}
    known = recognise_columns(
        table, gazetteer=gazetteer, remembered=remembered, host_country=country
    )
    return known, key


def layout_key(columns: Columns, source: str) -> str:
    """Return a hash of the layout of a table, whatever its rows.

    That is all its headings; where there are none, what its source is called without numbers, and
    what each column plainly looks like, so that last year's list is known again.
    """
    if any(columns.headers):
        parts = [header_key(header) for header in columns.headers]
    else:
        named = " ".join(_NO_LETTER.split(fold(PurePath(source).stem))).strip()
        parts = ["#", named, *map(_look, columns.roles)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _look(role: Role | None) -> str:
    if role in DATED_ACTS:
        return "date"
    return role.value if role in {Role.NUMBER, Role.COUNTRY} else "text"
