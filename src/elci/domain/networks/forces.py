"""Forces that bring a drawing of a network to rest: links pull, nodes push each other away."""

from collections.abc import Callable
from functools import partial
from typing import Final

import numpy as np

from elci.domain.networks.network import Floats, Network, Numbers

_EACH_WITH_EACH: Final = 600
"""Up to so many nodes push each other one by one, further ones through a grid."""
_GRID: Final = 256
_STEPS: Final = 90
Push = Callable[[Floats], Floats]


def relaxed(network: Network, weights: Numbers, *, start: Floats) -> Floats:
    """Return a drawing in which the forces have come to rest, from a first one.

    A link pulls its ends together by its length squared; two nodes push each other apart by their
    weights over their distance (Fruchterman and Reingold 1991, in lengths of a usual link). Many
    nodes push through the cells of a grid, whose field is found by Fourier transform, so that a
    step takes as long as there are nodes and links. Steps grow shorter as the drawing cools down.
    """
    mass = np.sqrt(weights.astype(float))
    push: Push = partial(_push_each if network.n <= _EACH_WITH_EACH else _push_by_grid, mass=mass)
    found = start.copy()
    widest = max(float(np.abs(found).max(initial=0)), 1.0)
    for hottest in np.geomspace(0.1 * widest, 0.02, _STEPS):
        force = push(found) + _pull(network, found)
        length = np.hypot(*force.T)[:, None]
        found += force / np.maximum(length, 1e-12) * np.minimum(length, hottest)
    return np.asarray(found - found.mean(axis=0))


def _pull(network: Network, at: Floats) -> Floats:
    one, other = network.pairs.T
    apart = at[other] - at[one]
    force = apart * np.hypot(*apart.T)[:, None]
    found = np.empty_like(at)
    for axis in (0, 1):
        found[:, axis] = np.bincount(one, force[:, axis], network.n)
        found[:, axis] -= np.bincount(other, force[:, axis], network.n)
    return np.asarray(found - 0.01 * at)


def _push_each(at: Floats, mass: Floats) -> Floats:
    apart = at[:, None, :] - at[None, :, :]
    squares = np.square(apart).sum(axis=2) + 1e-4
    return np.asarray(np.einsum("ijk,ij,j->ik", apart, 1 / squares, mass) * mass[:, None])


def _push_by_grid(at: Floats, mass: Floats) -> Floats:
    """Return how all nodes push each, through cells between which weights are shared out."""
    low = at.min(axis=0)
    cell = float((at.max(axis=0) - low).max()) / (_GRID - 2) + 1e-9
    places = (at - low) / cell
    corner = places.astype(np.int64)
    share = places - corner
    corners = [
        (
            (corner[:, 0] + right) * _GRID + corner[:, 1] + up,
            np.abs(1 - right - share[:, 0]) * np.abs(1 - up - share[:, 1]),
        )
        for right in (0, 1)
        for up in (0, 1)
    ]
    weight = sum(np.bincount(where, mass * part, _GRID * _GRID) for where, part in corners)
    field = _field(np.asarray(weight).reshape(_GRID, _GRID), cell)
    force = sum(field[:, where] * part for where, part in corners)
    return np.asarray(force).T * mass[:, None]


def _field(weight: Floats, cell: float) -> Floats:
    """Return the push at each cell, in both directions, from the weights of all cells."""
    steps = np.fft.fftfreq(2 * _GRID, 1 / (2 * _GRID * cell))  # 0, 1, 2 … -2, -1 cells
    squares = np.square(steps)[:, None] + np.square(steps)[None, :] + np.square(cell)
    spread = np.fft.rfft2(weight, s=(2 * _GRID, 2 * _GRID))
    fields = []
    for along in (steps[:, None], steps[None, :]):
        kernel = np.fft.rfft2(along / squares)
        fields.append(np.fft.irfft2(spread * kernel)[:_GRID, :_GRID].ravel())
    return np.stack(fields)
