"""What a country is counted among: region, income, memberships."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

import numpy as np

from elci.domain.geography.tables import WORLD, Numbers, columns_of, integers
from elci.domain.places.countries import all_countries

INCOME_OF: Final = "2025-07-01"
"""The day of the World Bank's classification."""
UNKNOWN_COUNTRY: Final = -1


class Income(StrEnum):
    """The World Bank's groups of countries by income per head, as of ``INCOME_OF``."""

    HIGH = "high"
    UPPER_MIDDLE = "upper_middle"
    LOWER_MIDDLE = "lower_middle"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryFacts:
    """A country's groups; what no source says is None."""

    code: str
    region: str | None
    """The region of the United Nations (M49); Antarctica has none."""
    subregion: str | None
    continent: str
    income: Income | None
    in_eu: bool
    oecd_since: int | None
    in_council_of_europe: bool
    un_member_since: int | None
    least_developed: bool


@cache
def country_facts() -> Mapping[str, CountryFacts]:
    """Return the facts of every country by its code, in the order of the codes."""
    table = columns_of(WORLD / "countries.csv")
    rows = (dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True))
    return MappingProxyType({row["alpha2"]: _facts(row) for row in rows})


def _facts(row: Mapping[str, str]) -> CountryFacts:
    country = all_countries()[row["alpha2"]]
    return CountryFacts(
        code=country.code,
        region=country.un_region or None,
        subregion=country.un_subregion or None,
        continent=country.continent.value,
        income=Income(row["income"]) if row["income"] else None,
        in_eu=row["eu"] == "1",
        oecd_since=int(row["oecd_since"]) if row["oecd_since"] else None,
        in_council_of_europe=row["council_of_europe"] == "1",
        un_member_since=int(row["un_member_since"]) if row["un_member_since"] else None,
        least_developed=row["least_developed"] == "1",
    )


@cache
def country_numbers() -> Mapping[str, int]:
    """Return the place of each country in the arrays of this package, by its code."""
    return MappingProxyType({code: number for number, code in enumerate(country_facts())})


def numbers_of(codes: Iterable[str]) -> Numbers:
    """Return the places of countries in the arrays, -1 for a code that names none.

    >>> numbers_of(["AD", "AE", "ZZ"]).tolist()
    [0, 1, -1]
    """
    known = country_numbers()
    return np.asarray([known.get(code, UNKNOWN_COUNTRY) for code in codes], dtype=np.int64)


@cache
def subregion_numbers() -> Numbers:
    """Return for each country the number of its sub-region; -1 where it has none."""
    return _grouped([facts.subregion for facts in country_facts().values()])


@cache
def region_numbers() -> Numbers:
    """Return for each country the number of its region; -1 where it has none."""
    return _grouped([facts.region for facts in country_facts().values()])


def _grouped(names: list[str | None]) -> Numbers:
    order = {name: number for number, name in enumerate(sorted({*names} - {None}, key=str))}
    return np.asarray([order.get(name, -1) for name in names], dtype=np.int64)


@cache
def income_numbers() -> Numbers:
    """Return for each country its group by income, 0 for high to 3 for low; -1 if not known."""
    order = {income: str(number) for number, income in enumerate(Income)}
    incomes = [facts.income for facts in country_facts().values()]
    return integers([order[each] if each else "" for each in incomes], missing=-1)
