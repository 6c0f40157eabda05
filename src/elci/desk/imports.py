"""A list as its pages show it: piles of rows, what its columns are, its reading as a file."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from elci.agreements.templatetags.facets import Group, Option
from elci.agreements.templatetags.listing import PageLinks, linked_pages
from elci.desk.import_rows import ToldRow, role_word, told_row
from elci.domain.places.gazetteer import open_gazetteer
from elci.domain.register import Part, read_filter
from elci.foundation.serving import safe_cells
from elci.foundation.templatetags.elci import counted, reader_language
from elci.intake.choices import Decision, Match
from elci.intake.queries.batches import Pile, PileSizes

if TYPE_CHECKING:
    from elci.intake.models import ImportBatch, ImportedRow

LONG_LIST: Final = 300
"""Rows above which a list is worked on in a process of its own, and the page waits for it."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The page of a list that was asked for, and the links to the others."""

    part: slice
    number_of_all: int
    links: PageLinks | None

    @classmethod
    def of(cls, query: QueryDict, number: int, *, shown: int, pile: Pile | None = None) -> Self:
        """Return the page that an address asks for, or the last where there are fewer."""
        last = max(1, -(-number // shown))
        asked = read_filter({Part.PAGE: query.get(Part.PAGE, "")}).filter.page
        current = min(asked, last)
        part = slice((current - 1) * shown, current * shown)
        carried = {} if pile is None else {"rows": pile.value}
        links = linked_pages(
            current, last, lambda page: "?" + urlencode({**carried, Part.PAGE.value: page})
        )
        return cls(part, number, links)


@dataclass(frozen=True, slots=True)
class ToldTable:
    """A table of a list, and what its columns were taken for."""

    number: int
    name: str
    rows: int
    columns: Sequence[tuple[str, str]]
    """Heading and what the column holds; those that hold nothing that is needed are left out."""
    is_doubtful: bool
    is_chosen: bool
    """Whether a person said what the columns are."""


_LEAST_SURE: Final = 0.7


def told_tables(batch: "ImportBatch") -> list[ToldTable]:
    """Return the tables of a list in words."""
    chosen = batch.chosen_roles or {}
    return [
        ToldTable(
            number=number,
            name=table["name"],
            rows=table["rows"],
            columns=_columns(table),
            is_doubtful=table["confidence"] < _LEAST_SURE,
            is_chosen=str(number) in chosen,
        )
        for number, table in enumerate(batch.tables)
    ]


def pile_links(sizes: PileSizes, current: Pile | None) -> list[Group]:
    """Return the piles of rows as filters, each with its size."""
    labels = {
        Pile.OPEN: _("needs you"),
        Pile.NEW: _("new"),
        Pile.ADDS: _("adds acts"),
        Pile.CONTRADICTS: _("contradicts the register"),
        Pile.KNOWN: _("in the register already"),
        Pile.LEFT_OUT: _("left out"),
        Pile.SKIPPED: _("tells of no relation"),
    }
    options = [Option(_("all"), "?", sizes.rows, current is None)]
    options += [
        Option(label, f"?rows={pile.value}", sizes.by_pile[pile], pile is current)
        for pile, label in labels.items()
        if sizes.by_pile[pile] or pile is current
    ]
    return [Group(_("Rows"), tuple(options))]


def refusal_of(batch: "ImportBatch") -> str:
    """Return why a list could not be read or entered, in the reader's language."""
    return batch.refusal_en if reader_language() == "en" else batch.refusal_tr


def reading_lines(rows: "Iterable[ImportedRow]") -> Iterator[str]:
    """Yield what was read of a list as CSV, with a byte order mark for spreadsheets."""
    writer, gazetteer = csv.writer(_Line()), open_gazetteer()
    yield "\ufeff"
    yield writer.writerow(_headings())
    for row in rows:
        yield writer.writerow(safe_cells(_cells(told_row(row, gazetteer))))


class _Line:
    """Gives back each line instead of writing it anywhere."""

    def write(self, line: str) -> str:
        return line


def _headings() -> list[str]:
    return [
        _("Row"),
        _("Page"),
        _("As it was read"),
        _("Partner"),
        _("Region"),
        _("Country"),
        _("Place number"),
        _("Instrument"),
        _("Acts"),
        _("Status"),
        _("Confidence"),
        _("In the register"),
        _("What becomes of it"),
        _("What to look at"),
    ]


def _cells(told: ToldRow) -> list[str]:
    row, place = told.row, told.place
    return [
        counted(row.number),
        "" if row.page is None else counted(row.page),
        " | ".join(" ".join(text.split()) for _heading, text in told.cells),
        told.name if place is None else place.name,
        "" if place is None else place.region,
        "" if place is None else place.country,
        "" if place is None else place.key,
        told.instrument,
        "; ".join(told.acts),
        told.status,
        f"{told.confidence / 100:.2f}",
        str(Match(row.match).label),
        str(Decision(row.decision).label),
        " ".join(told.problems or (told.reasons if row.skipped else ())),
    ]


def _columns(table: Mapping[str, Any]) -> list[tuple[str, str]]:
    headings = table["headings"]
    found = []
    for index, role in enumerate(table["roles"]):
        heading = headings[index] if index < len(headings) else ""
        if role is not None:
            found.append(
                (heading or _("Column %(number)s") % {"number": index + 1}, role_word(role))
            )
    return found
