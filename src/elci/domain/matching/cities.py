"""Cities as arrays: who may be a partner, and what is known of each."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
"""Of 32 bits where there are many."""
Numbers = NDArray[np.int64]

_EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, eq=False)
class Cities:
    """Cities in the order of their numbers 0 … n-1; what is not known is ``nan`` or empty."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2 codes; empty where not known."""
    latitudes: Floats
    longitudes: Floats
    populations: Floats

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def unknown(cls, ids: tuple[str, ...]) -> "Cities":
        """Return cities of which no more than the id is known."""
        nothing = np.full(len(ids), np.nan, dtype=np.float32)
        blank = ("",) * len(ids)
        return cls(ids, blank, blank, nothing, nothing, nothing)

    def followed_by(self, others: "Cities") -> "Cities":
        """Return these cities and then the others."""
        return Cities(
            self.ids + others.ids,
            self.names + others.names,
            self.countries + others.countries,
            np.concatenate((self.latitudes, others.latitudes)),
            np.concatenate((self.longitudes, others.longitudes)),
            np.concatenate((self.populations, others.populations)),
        )

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each id."""
        return {each: number for number, each in enumerate(self.ids)}

    @cached_property
    def country_codes(self) -> tuple[str, ...]:
        """The countries of these cities, each once and in order; first the unknown one, empty."""
        return ("", *sorted(set(self.countries) - {""}))

    @cached_property
    def country_numbers(self) -> Numbers:
        """The place of each city's country in ``country_codes``; 0 where it is not known."""
        places = {code: place for place, code in enumerate(self.country_codes)}
        return np.array([places[code] for code in self.countries], dtype=np.int64)

    @cached_property
    def sizes(self) -> Floats:
        """Decimal logarithms of populations; ``nan`` where unknown or nobody lives there."""
        with np.errstate(divide="ignore", invalid="ignore"):
            found = np.log10(self.populations)
        found[~np.isfinite(found)] = np.nan
        return found.astype(np.float32)

    @cached_property
    def positions(self) -> Floats:
        """Points on the unit sphere, one row a city; ``nan`` where a coordinate is not known."""
        latitude = np.radians(self.latitudes.astype(np.float64))
        longitude = np.radians(self.longitudes.astype(np.float64))
        return np.column_stack(
            (
                np.cos(latitude) * np.cos(longitude),
                np.cos(latitude) * np.sin(longitude),
                np.sin(latitude),
            )
        )

    def kilometres(self, rows: Numbers, columns: Numbers | slice = slice(None)) -> Floats:
        """Return great-circle distances between some cities and others; ``nan`` if unknown."""
        cosines = np.clip(self.positions[rows] @ self.positions[columns].T, -1.0, 1.0)
        return (np.arccos(cosines) * _EARTH_RADIUS_KM).astype(np.float32)
