"""The list as a file."""

import csv
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from elci.agreements.choices import InstrumentChoice, StandingChoice
from elci.domain.law.labels import VERDICTS
from elci.foundation.serving import safe_cells
from elci.foundation.templatetags.elci import named, reader_language
from elci.places.queries import country_label
from elci.portal.law import spoken, word_label

if TYPE_CHECKING:
    from elci.agreements.models import StandingPeriod
    from elci.domain.law.overview import Cell
    from elci.portal.law_pages import LinkedRow


class _Line:
    """Gives back each line instead of writing it anywhere."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: "Iterable[StandingPeriod]") -> Iterator[str]:
    """Yield the list as CSV with a byte order mark, so that spreadsheets read Turkish letters."""
    writer = csv.writer(_Line())
    yield "\ufeff"
    headings = [_("Partner"), _("Country"), _("Instrument"), _("Since"), _("Status"), _("Number")]
    yield writer.writerow(headings)
    for row in rows:
        yield writer.writerow(safe_cells(_cells(row)))


def law_lines(rows: "Iterable[LinkedRow]") -> Iterator[str]:
    """Yield the table of the law, a line for each case, in keys and in words."""
    writer = csv.writer(_Line())
    yield "\ufeff"
    yield writer.writerow(
        [
            *("act", "body", "counterpart", "verdict", "contested"),
            *(pgettext("law", "Act"), _("Body"), _("Counterpart"), _("Answer"), _("Contested")),
        ]
    )
    for row in rows:
        for linked in row.cells:
            yield writer.writerow(safe_cells(_law_cells(linked.cell)))


def _law_cells(cell: "Cell") -> list[str]:
    facets = {"act": str(cell.act), "body": str(cell.body), "counterpart": str(cell.counterpart)}
    return [
        *facets.values(),
        str(cell.verdict),
        "yes" if cell.contested else "no",
        *(word_label(facet, word) for facet, word in facets.items()),
        spoken(VERDICTS[cell.verdict]),
        _("yes") if cell.contested else _("no"),
    ]


def _cells(row: "StandingPeriod") -> list[str]:
    return [
        named(row.entry, "partner"),
        country_label(row.country, reader_language()),
        str(InstrumentChoice(row.instrument).label),
        "" if row.entry.since is None else str(row.entry.since),
        str(StandingChoice(row.standing).label),
        str(row.entry.account.uuid),
    ]
