"""The command that prints the finder's rows."""

import json
import sys
from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import Any

from django.utils import translation

from elci.accounts.queries import workspace_with_key
from elci.consent.choices import GapChoice
from elci.desk.findings import ToldFinding, as_json, certainty, csv_lines, told_findings
from elci.domain.law.labels import NOT_ADVICE
from elci.foundation.eyes import Eyes
from elci.organisations.queries import host_key


def print_gaps(host: str, day: date, *, form: str, language: str) -> None:
    """Print the gaps of one local authority as they are known on a day: text, json or csv.

    Raises ``LookupError`` where no local authority has that key or name.
    """
    workspace = workspace_with_key(host_key(host))
    with translation.override(language):
        rows = told_findings(Eyes(reads=frozenset({workspace.pk})), day)
        sys.stdout.writelines(_lines(rows, form))


def _lines(rows: Iterable[ToldFinding], form: str) -> Any:
    if form == "csv":
        return csv_lines(rows)
    if form == "json":
        return (f"{json.dumps(as_json(row), ensure_ascii=False)}\n" for row in rows)
    lines = (f"{_line(row)}\n" for row in rows)
    return chain(lines, [f"{NOT_ADVICE.in_language(_language())}\n"])


def _language() -> str:
    return translation.get_language() or "tr"


def _line(row: ToldFinding) -> str:
    found = f"{GapChoice(row.finding.kind.value).label} ({certainty(row.finding)})"
    parts = [row.name, row.what, row.done, found, row.step, ", ".join(row.papers)]
    return " · ".join(part for part in parts if part)
