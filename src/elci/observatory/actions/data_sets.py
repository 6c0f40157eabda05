"""Taking in a newer export of the world's ties."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from elci.accounts.models import User
from elci.domain.geography.changes import Changes, Tables, changes_between, tables_of
from elci.domain.geography.exports import Export, ExportRefusedError, read_export
from elci.domain.places.gazetteer import open_gazetteer
from elci.domain.texts import Text
from elci.observatory.models import DataSet
from elci.observatory.queries.data_sets import current_world, packed


@dataclass(frozen=True, eq=False, slots=True)
class Refreshment:
    """An export that has been read, with what it would change."""

    file_name: str
    file_digest: str
    stated_on: date
    export: Export
    changes: Changes
    tables: Tables


def propose(content: bytes, *, file_name: str, stated_on: date) -> Refreshment:
    """Read an export and compare it with the current data set; nothing is changed.

    Raises ``ExportRefusedError`` where the file is none.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ExportRefusedError(
            Text(
                "Dosya UTF-8 ile yazılmış bir metin değildir. Sorgu sonucunu JSON veya CSV olarak "
                "indirip sıkıştırmadan veriniz.",
                "The file is no text in UTF-8. Download the answer of the query as JSON or CSV and "
                "give it uncompressed.",
            )
        ) from error
    export = read_export(text, open_gazetteer())
    before = current_world().world
    return Refreshment(
        file_name=file_name,
        file_digest=sha256(content).hexdigest(),
        stated_on=stated_on,
        export=export,
        changes=changes_between(before, export),
        tables=tables_of(export, before, source=f"wd{stated_on:%Y%m%d}"),
    )


def make_current(found: Refreshment, *, taken_by: User | None = None) -> DataSet:
    """Make an export the current data set; the one before stays on record.

    The same rows again give the data set that is there.
    """
    world = found.tables.world()
    made, _is_new = DataSet.objects.get_or_create(
        rows_digest=world.digest,
        defaults={
            "stated_on": found.stated_on,
            "taken_by": taken_by,
            "file_name": found.file_name[-200:],
            "file_digest": found.file_digest,
            "cities": len(world.ids),
            "links": len(world.pairs),
            "counts": counts_of(found),
            "content": packed(found.tables),
        },
    )
    return made


def counts_of(found: Refreshment) -> dict[str, int]:
    """Return how many rows were read and left out, and how many ties change."""
    export, changes = found.export, found.changes
    return {
        "rows": export.rows,
        "ties": len(export.ties),
        "cities": len(export.places),
        "without_place": export.without_place,
        "loops": export.loops,
        "repeated": export.repeated,
        "unreadable": export.unreadable,
        "new": len(changes.new),
        "gone": len(changes.gone),
        "changed": len(changes.changed),
    }
