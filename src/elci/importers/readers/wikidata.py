"""Reads what the query service of Wikidata hands out, as JSON or as CSV."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from elci.importers.readers.gathering import Gathering
from elci.importers.readers.refusals import Refusal, SourceRefusedError
from elci.importers.readers.sources import NoteCode

_MIDNIGHT: Final = re.compile(r"([+-]?[0-9]{4,}-[0-9]{2}-[0-9]{2})T00:00:00(?:\.0+)?Z?")
_ENTITY: Final = re.compile(r"https?://www\.wikidata\.org/(?:entity|wiki)/[QPL][0-9]+")
_NEW_YEAR: Final = "-01-01"


_LITERAL: Final = re.compile(
    r"\"(?P<text>.*)\"(?:@[A-Za-z-]+|\^\^<[^<>]*>)?|<(?P<address>[^<>]*)>", re.DOTALL
)


def speaks_of_entities(text: str) -> bool:
    """Whether the beginning of a text names items of Wikidata by their addresses."""
    return _ENTITY.search(text[:20_000]) is not None


def plain(cell: str, found: Gathering) -> str:
    """Return a cell with its date at day precision; any 1 January is read as its year."""
    literal = _LITERAL.fullmatch(cell.strip())
    if literal is not None:
        cell = literal["text"] if literal["address"] is None else literal["address"]
    date = _MIDNIGHT.fullmatch(cell.strip())
    if date is None:
        return cell
    day = date[1].lstrip("+")
    if not day.endswith(_NEW_YEAR):
        return day
    found.count(NoteCode.NEW_YEAR_DATES)
    return day.removesuffix(_NEW_YEAR)


def gather_json(text: str, found: Gathering) -> None:
    """Take up SPARQL results, or the simpler list of objects, under their variables as headers."""
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceRefusedError(Refusal.DAMAGED, kind="JSON") from error
    columns, rows = _bindings(answer)
    cells = [[plain(row.get(column, ""), found) for column in columns] for row in rows]
    found.cells_of([columns, *cells])


def _bindings(answer: Any) -> tuple[Sequence[str], Iterable[Mapping[str, str]]]:
    """Return the names of the columns, and the rows by those names."""
    match answer:
        case {"head": {"vars": [*names]}, "results": {"bindings": [*rows]}}:
            return [str(name) for name in names], [_values(row) for row in rows]
        case [{}, *_] if all(isinstance(row, dict) for row in answer):
            rows = [_values(row) for row in answer]
            return list(dict.fromkeys(name for row in rows for name in row)), rows
    raise SourceRefusedError(Refusal.ANOTHER_FORMAT, format="JSON", instead="CSV")


def _values(row: Any) -> dict[str, str]:
    """Return the values of one row as text; what is neither text nor number is left out."""
    values = {}
    for name, value in row.items() if isinstance(row, dict) else ():
        inner = value.get("value") if isinstance(value, dict) else value
        if isinstance(inner, str | int | float) and not isinstance(inner, bool):
            values[str(name)] = str(inner)
    return values
