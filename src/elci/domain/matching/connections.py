"""Where two cities stand in the network: partners of partners, and what their neighbours do."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import csr_array, diags_array

from elci.domain.matching.cities import Floats
from elci.domain.matching.nearby import Nearby
from elci.domain.matching.pairing import Block, Grid
from elci.domain.matching.world import World

KATZ: Final = 0.03
_DAMPING, _STEPS = 0.7, 8
_DIMENSIONS: Final = 24
_SPARE: Final = 24
_DOUBT_OF_DEGREE: Final = 5.0


@dataclass(frozen=True, eq=False)
class Connections:
    """The ties of a world, prepared for comparison."""

    world: World
    nearby: Nearby
    degrees: Floats
    expected: Floats
    """The logarithm of the number of ties that a city of this country and size has."""
    rare: csr_array
    """Ties, each weighed by how few others its far end has."""
    evened: csr_array
    """Ties, each divided by the root of how many its far end has."""
    steps: csr_array
    """The chance of going from one city to another along a tie."""
    left: Floats
    right: Floats
    """Places in a space where cities with the same partners lie together."""
    left_near: Floats
    right_near: Floats

    @classmethod
    def of(cls, world: World, nearby: Nearby, *, turns: int) -> "Connections":
        """Prepare the ties of a world; the more turns, the better the space that they span."""
        degrees = world.ties.degrees.astype(np.float32)
        ties = world.adjacency
        left, right = _spectrum(ties, degrees, turns)
        near, own = nearby.shares["alike"], (2 / (1 + degrees))[:, None]
        return cls(
            world=world,
            nearby=nearby,
            degrees=np.log1p(degrees),
            expected=_expected(world),
            rare=rare_ties(world),
            evened=csr_array(ties @ diags_array(1 / np.sqrt(np.maximum(degrees, 1)))),
            steps=csr_array(diags_array(1 / np.maximum(degrees, 1)) @ ties),
            left=left,
            right=right,
            left_near=left + own * (near @ left),
            right_near=right + own * (near @ right),
        )

    def block(self, grid: Grid) -> Block:
        """Compare some cities with all candidates."""
        found = grid.ends("degree", self.degrees) | grid.ends("expected_degree", self.expected)
        found |= self._walks(grid) | self._strolls(grid) | self._through_neighbours(grid)
        rows, columns = grid.rows, grid.columns
        found["space"] = self.left[rows] @ self.right[columns].T
        found["space_near"] = self.left_near[rows] @ self.right_near[columns].T
        return found

    def _walks(self, grid: Grid) -> Block:
        ties, columns = self.world.adjacency, grid.columns
        one = ties[grid.rows].toarray()
        two = (ties @ one.T).T
        three = (ties @ two.T).T
        four = (ties @ three.T).T
        katz = one + KATZ * (two + KATZ * (three + KATZ * four))
        rare = (self.rare[grid.rows] @ ties).toarray()
        through = (self.evened[grid.rows] @ ties @ self.evened.T).toarray()
        return {
            "common": two[:, columns],
            "rare_common": rare[:, columns],
            "katz": np.log(katz[:, columns] + np.float32(1e-9)),
            "three_steps": np.log1p(100 * through[:, columns]),
        }

    def _strolls(self, grid: Grid) -> Block:
        """Return how often a stroll that begins at a city, and ends soon, ends at another."""
        count = len(grid.rows)
        at = np.zeros((len(self.degrees), count), dtype=np.float32)
        at[grid.rows, np.arange(count)] = 1
        ended = np.zeros_like(at)
        for _ in range(_STEPS):
            at = np.float32(_DAMPING) * (self.steps.T @ at)
            ended += at
        there = ended[grid.columns].T
        degrees = self.world.ties.degrees.astype(np.float32)
        back = there * degrees[grid.rows][:, None] / np.maximum(degrees[grid.columns], 1)
        small = np.float32(1e-6)
        return {"stroll_own": np.log(there + small), "stroll_other": np.log(back + small)}

    def _through_neighbours(self, grid: Grid) -> Block:
        found, ties = {}, self.world.adjacency
        own = ties[grid.rows].toarray()
        for name, near in self.nearby.shares.items():
            theirs = (near[grid.rows] @ ties).toarray()
            back = (near @ own.T).T
            both = (near @ theirs.T).T[:, grid.columns]
            found[f"{name}_tied_own"] = theirs[:, grid.columns]
            found[f"{name}_tied_other"] = back[:, grid.columns]
            found[f"{name}_tied_both"] = np.log(both + np.float32(1e-5))
        alike = self.nearby.shares["alike"]
        beside = (alike @ own.T + alike.T @ own.T).T
        found["beside_partner"] = np.log((ties @ beside.T).T[:, grid.columns] + np.float32(1e-4))
        return found


def rare_ties(world: World) -> csr_array:
    """Return the ties, each divided by the logarithm of the ties that its far end has."""
    degrees = world.ties.degrees
    rarity = np.where(degrees > 1, 1 / np.log(np.maximum(degrees, 2)), 0).astype(np.float32)
    return csr_array(world.adjacency @ diags_array(rarity))


def _expected(world: World) -> Floats:
    """Fit the logarithm of degrees to size, with a level for each country that has enough."""
    cities = world.cities
    countries = cities.country_numbers
    sizes = np.nan_to_num(cities.sizes - 4.5)
    degrees = np.log1p(world.ties.degrees)
    fitted = (np.arange(len(cities)) < world.candidates) & (countries > 0)
    if fitted.sum() < 5 or np.ptp(sizes[fitted]) == 0:
        return np.zeros(len(cities), dtype=np.float32)
    slope = np.polyfit(sizes[fitted], degrees[fitted], 1)[0]
    rest, count = degrees - slope * sizes, len(cities.country_codes)
    sums = np.bincount(countries[fitted], rest[fitted], minlength=count)
    weights = np.bincount(countries[fitted], minlength=count)
    levels = (sums + _DOUBT_OF_DEGREE * rest[fitted].mean()) / (weights + _DOUBT_OF_DEGREE)
    return np.asarray(slope * sizes + levels[countries], dtype=np.float32)


def _spectrum(ties: csr_array, degrees: Floats, turns: int) -> tuple[Floats, Floats]:
    """Return vectors whose products come near the ties, evened by how many each city has.

    The first eigenvectors by the method of Halko, Martinsson and Tropp 2011, from a fixed start.
    """
    found = np.zeros((2, len(degrees), _DIMENSIONS), dtype=np.float32)
    tied = np.flatnonzero(degrees)
    dimensions = min(_DIMENSIONS, len(tied))
    if dimensions == 0:
        return found[0], found[1]
    scale = diags_array((1 / np.sqrt(degrees[tied] + _DOUBT_OF_DEGREE)).astype(np.float32))
    matrix = csr_array(scale @ ties[tied][:, tied] @ scale)
    size = min(dimensions + _SPARE, len(tied))
    start = np.random.default_rng(0).standard_normal((len(tied), size), dtype=np.float32)
    basis = matrix @ start
    for _ in range(turns):
        basis = matrix @ (matrix @ np.linalg.qr(basis)[0])
    basis = np.linalg.qr(basis)[0]
    values, vectors = np.linalg.eigh(basis.T @ (matrix @ basis))
    kept = np.argsort(-np.abs(values))[:dimensions]
    left = (basis @ vectors[:, kept]) * np.sqrt(np.abs(values[kept]))
    found[0, tied, :dimensions] = left
    found[1, tied, :dimensions] = left * np.sign(values[kept])
    return found[0], found[1]
