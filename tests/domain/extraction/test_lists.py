"""Small lists as municipalities of many countries print them, each with what must come out.

Beside every list stands a table of expectations; ``problems`` are the codes, and a row without
any passes without a person.
"""

import csv
from pathlib import Path

import pytest

LISTS = Path(__file__).parent / "lists"
FIELDS = ("row", "place", "country", "body", "instrument", "acts", "status", "problems")


def expectations(name):
    with (LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def told(act):
    places = "".join(f"@{place}" for place in act.places)
    return f"{act.kind.value} {act.date}{places}"


def summary(row):
    """Return one row in the words of the expectations."""
    if row.skipped:
        return dict.fromkeys(FIELDS, "") | {
            "row": str(row.row),
            "status": f"skipped: {row.reasons[0].code.value}",
        }
    place = row.party.resolution.place
    return {
        "row": str(row.row),
        "place": row.party.name if place is None else place.name_in("en"),
        "country": "" if place is None else place.country,
        "body": row.party.body_kind.value,
        "instrument": "" if row.instrument is None else row.instrument.value,
        "acts": "; ".join(map(told, row.acts)),
        "status": row.status,
        "problems": "; ".join(problem.code.value for problem in row.problems),
    }


@pytest.mark.parametrize("name", sorted(path.stem for path in LISTS.glob("*.txt")))
def test_list_is_read_as_a_person_would(name, rows_of):
    rows = rows_of((LISTS / f"{name}.txt").read_text("utf-8"))

    assert [summary(row) for row in rows] == expectations(name)
    assert [row.auto for row in rows if not row.skipped] == [
        row.problems == () for row in rows if not row.skipped
    ]
