"""Income and memberships of countries; names and regions stand with the places."""

from collections.abc import Iterable

from elci.domain.places.countries import all_countries
from tools.world.corrections import Corrections, correct
from tools.world.tables import Row

INCOME = {
    "High income": "high",
    "Upper middle income": "upper_middle",
    "Lower middle income": "lower_middle",
    "Low income": "low",
}
_LEAST_DEVELOPED = {"True": "1", "False": "0"}


def country_rows(rows: Iterable[Row], corrections: Corrections) -> list[Row]:
    """Return a row for each country, by its code."""
    given = {row["iso2"]: row for row in rows}
    return [
        correct(_row(code, given[code]), "countries", code, corrections)
        for code in sorted(all_countries())
    ]


def _row(code: str, row: Row) -> Row:
    return {
        "alpha2": code,
        "income": INCOME.get(row["wb_income"], ""),
        "eu": str(int(bool(row["eu27"]))),
        "oecd_since": row["oecd_since"],
        "council_of_europe": str(int(bool(row["coe"]))),
        "un_member_since": row["un_member_since"],
        "least_developed": _LEAST_DEVELOPED.get(row["ldc"], ""),
    }
