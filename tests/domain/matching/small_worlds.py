"""Small worlds for tests: cities on two continents whose ties follow a rule."""

import numpy as np

from elci.domain.matching.cities import Cities
from elci.domain.matching.world import World

PLACES = {
    "DE": (50.0, 9.0),
    "FR": (47.0, 2.0),
    "TR": (39.0, 32.0),
    "JP": (36.0, 138.0),
    "US": (40.0, -95.0),
}


def make_cities(count: int = 60, *, seed: int = 0) -> Cities:
    """Cities of five countries in turn, of different sizes, near each other within a country."""
    chance = np.random.default_rng(seed)
    codes = [list(PLACES)[number % len(PLACES)] for number in range(count)]
    middles = np.array([PLACES[code] for code in codes])
    places = middles + chance.uniform(-2, 2, size=(count, 2))
    return Cities(
        tuple(f"Q{number}" for number in range(count)),
        tuple(f"City {number // 5}" for number in range(count)),
        tuple(codes),
        places[:, 0].astype(np.float32),
        places[:, 1].astype(np.float32),
        (10 ** chance.uniform(4, 6.5, size=count)).astype(np.float32),
    )


def make_world(count: int = 60, ties: int = 150, *, seed: int = 0) -> World:
    """A world in which cities choose others of their size, from two countries above all."""
    cities, chance = make_cities(count, seed=seed), np.random.default_rng(seed)
    first, second = np.triu_indices(count, 1)
    gap = np.abs(cities.sizes[first] - cities.sizes[second])
    land = cities.country_numbers
    weight = np.exp(-3 * gap) * np.where((land[first] + land[second]) % 3 == 0, 5.0, 1.0)
    weight *= land[first] != land[second]
    drawn = chance.choice(len(first), size=ties, replace=False, p=weight / weight.sum())
    return World.of(cities, np.column_stack((first, second))[drawn])


def bare_world(pairs, count: int) -> World:
    """Cities of which nothing is known but their ties."""
    ids = tuple(str(number) for number in range(count))
    return World.of(Cities.unknown(ids), np.array(pairs, dtype=np.int64).reshape(-1, 2))
