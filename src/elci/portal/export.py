"""The list as a file."""

import csv
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from elci.agreements.choices import InstrumentChoice, StandingChoice
from elci.foundation.serving import safe_cells
from elci.foundation.templatetags.elci import named, reader_language
from elci.places.queries import country_label

if TYPE_CHECKING:
    from elci.agreements.models import StandingPeriod


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


def _cells(row: "StandingPeriod") -> list[str]:
    return [
        named(row.entry, "partner"),
        country_label(row.country, reader_language()),
        str(InstrumentChoice(row.instrument).label),
        "" if row.entry.since is None else str(row.entry.since),
        str(StandingChoice(row.standing).label),
        str(row.entry.account.uuid),
    ]
