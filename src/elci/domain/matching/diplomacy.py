"""Which states have no diplomatic relations with each other, as far as a source says so."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np

from elci.domain.geography.countries import country_facts, numbers_of
from elci.domain.matching.candidates import TABLES
from elci.domain.matching.criteria import Chosen, Sought
from elci.domain.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Diplomacy:
    """That two states have no diplomatic relations, as of a day, by a source."""

    as_of: date
    source: Text


@cache
def without_relations() -> Mapping[frozenset[str], Diplomacy]:
    """Return the pairs of countries of which a source says that they have no relations.

    The table is short and names its sources; of all other pairs it says nothing.
    """
    with (TABLES / "diplomacy.csv").open(encoding="utf-8", newline="") as file:
        return {
            frozenset((row["a"], row["b"])): Diplomacy(
                as_of=date.fromisoformat(row["as_of"]),
                source=Text(row["source_tr"], row["source_en"]),
            )
            for row in csv.DictReader(file)
        }


def without_relations_to(sought: Sought) -> Chosen:
    """Return the candidates whose state is said to have none with that of the one who seeks."""
    own = list(country_facts())[sought.country]
    others = [code for pair in without_relations() if own in pair for code in pair - {own}]
    return np.isin(sought.many.countries, numbers_of(others))
