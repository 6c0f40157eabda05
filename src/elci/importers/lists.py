"""A municipality's list, from the file that somebody handed in to rows that a person can trust."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage
from django.db import DatabaseError

from elci.accounts.models import Workspace
from elci.domain.extraction.columns import recognise_columns
from elci.domain.extraction.pasted import read_pasted
from elci.domain.extraction.printed import printed_row
from elci.domain.extraction.rows import each_row
from elci.domain.extraction.tables import SourceTable
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.resolution import resolve
from elci.domain.vocabularies import Instrument
from elci.importers.limits import DEFAULT_LIMITS, Limits
from elci.importers.readers import ReadSource, SourceKind, SourceRefusedError
from elci.importers.worker import read_in_worker
from elci.intake.actions import keep_tables, original_name, refuse, understand
from elci.intake.models import ImportBatch
from elci.intake.queries.facts import facts_read
from elci.intake.queries.layouts import columns_known_in
from elci.intake.queries.matching import Known, compare, known_relations
from elci.organisations.queries import host_country_of, host_key

PASTED_NAME = "pasted.txt"
Advance = Callable[[int, int], None]
"""Told how many rows are done, and of how many."""


def read_batch(
    batch: ImportBatch, gazetteer: Gazetteer, *, limits: Limits = DEFAULT_LIMITS
) -> None:
    """Read a list that was handed in and understand it; what cannot be read is said so on it."""
    path = Path(default_storage.path(original_name(batch)))
    try:
        source = read_in_worker(path, name=batch.file_name or PASTED_NAME, limits=limits)
    except SourceRefusedError as refusal:
        refuse(batch, tr=refusal.tr, en=refusal.en)
        return
    keep_tables(
        batch,
        tables_of(source, gazetteer),
        kind=source.kind,
        encoding=source.encoding,
        notes=[{"tr": note.tr, "en": note.en} for note in source.notes],
    )
    understand(batch, gazetteer)


def tables_of(source: ReadSource, gazetteer: Gazetteer) -> tuple[SourceTable, ...]:
    """Return the tables of a source; running text is taken apart into what it was copied of."""
    if source.kind is not SourceKind.TEXT:
        return source.tables
    lines = [row for table in source.tables for row in table.rows]
    text: list[str] = []
    for row in lines:
        text += [""] * (row.number - 1 - len(text))
        text.append("\t".join(row.cells))
    return read_pasted("\n".join(text), gazetteer=gazetteer)


def dry_run(
    path: Path,
    gazetteer: Gazetteer,
    *,
    host: str,
    instrument: Instrument | None,
    language: str,
    advance: Advance | None = None,
) -> Iterator[Mapping[str, Any]]:
    """Yield each row of a file as it would be entered, without keeping anything.

    Where there is no register yet, every row is new. ``advance`` is told how many rows are done,
    and of how many. Raises ``SourceRefusedError`` for a file that cannot be read.
    """
    source = read_in_worker(path, name=path.name)
    workspace, known, country = _register_of(host, gazetteer)
    tables = tables_of(source, gazetteer)
    total = sum(len(table.rows) for table in tables)
    begun = 0
    for table in tables:
        if workspace is None:
            columns = recognise_columns(table, gazetteer=gazetteer, host_country=country)
        else:
            columns, _key = columns_known_in(workspace, table, gazetteer, source=path.name)
        found = each_row(
            table, columns, gazetteer=gazetteer, instrument=instrument, host_country=country
        )
        for done, row in enumerate(found, start=begun):
            if advance is not None:
                advance(min(done, total), total)
            if not row.skipped:
                printed = printed_row(row)
                match = compare(facts_read(row), known).match
                yield told_row(printed, str(match), language)
        begun += len(table.rows)


def told_row(printed: Mapping[str, Any], match: str, language: str) -> Mapping[str, Any]:
    """Return a row as the command line prints it, in one language."""
    party = printed["party"]
    return {
        "row": printed["row"],
        "page": printed["page"],
        "raw": printed["raw"],
        "party": party
        and {
            name: party[name]
            for name in ("name", "as_read", "country", "geonameid", "kind", "body", "acronym")
        },
        "instrument": printed["instrument"],
        "acts": [
            {name: act[name] for name in ("kind", "date", "places", "organ", "number")}
            for act in printed["acts"]
        ],
        "status": printed["status"],
        "grade": printed["grade"],
        "units": printed["units"],
        "confidence": printed["confidence"],
        "auto": printed["auto"],
        "reasons": [said[language] for said in printed["reasons"]],
        "problems": [said[language] for said in printed["problems"]],
        "match": match,
    }


def _register_of(host: str, gazetteer: Gazetteer) -> tuple[Workspace | None, Known, str | None]:
    """Return a workspace, what it knows, and its country.

    Where there is no such one, nothing is known, and the country is that of the place so called.
    """
    try:
        workspace = Workspace.objects.get(key=host_key(host))
    except (LookupError, DatabaseError) as error:
        sys.stderr.write(f"{error}; every row is compared with nothing\n")
        place = resolve(gazetteer, host).place
        return None, Known(), "TR" if place is None else place.country
    return workspace, known_relations(workspace), host_country_of(workspace)
