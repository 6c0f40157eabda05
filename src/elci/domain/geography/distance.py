"""How far apart places lie on the globe."""

from typing import Final

import numpy as np

from elci.domain.geography.tables import Floats

EARTH_RADIUS_KM: Final = 6371.0088
"""The mean radius of the ellipsoid (IUGG)."""


def great_circle_km(latitude: float, longitude: float, to: tuple[float, float]) -> float:
    """Return the length of the shortest way over the globe, in kilometres.

    >>> round(great_circle_km(41.01, 28.95, (39.92, 32.85)))
    351
    """
    found = great_circles_km(
        np.asarray([[latitude, longitude]]), np.asarray([to], dtype=np.float64)
    )
    return float(found[0])


def great_circles_km(ones: Floats, others: Floats) -> Floats:
    """Return the distances of rows of latitudes and longitudes; NaN where one is not known.

    The rows are compared one by one; give one of both a single row, or a further axis, to compare
    each with all. Haversines, on a sphere: wrong by half a hundredth at the most.
    """
    first, second = np.radians(ones), np.radians(others)
    half = (second - first) / 2
    flat = np.cos(first[..., 0]) * np.cos(second[..., 0])
    square = np.sin(half[..., 0]) ** 2 + flat * np.sin(half[..., 1]) ** 2
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(square, 0, 1))))
