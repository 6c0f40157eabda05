"""Networks drawn by chance from all those that share something with a given one."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.random import Generator

from elci.domain.networks.network import Flags, Network, Numbers

FIRST_ROUNDS: Final = 10
"""Rounds before the first network is taken; in each nearly every link changes an end."""
ROUNDS_BETWEEN: Final = 3
_WILLING: Final = 0.95
"""How often an exchange that can be made is made, so that each can be the only one of a round."""


def shuffles(network: Network, *, draw: Generator, kinds: Numbers | None) -> Iterator[Network]:
    """Yield networks in which every node has as many links as in the given one, without end.

    Two links a-b and c-d become a-d and c-b, many pairs of links in one round, where that gives
    no loop and where no other pair of the round has, or would make, one of the four links. So each
    step is as likely as the step back, and in the long run every network with these degrees is as
    likely as any other (Fosdick, Larremore, Nishimura and Ugander 2018, simple graphs).

    With ``kinds`` only ends of one kind are exchanged. With a country as the kind, the number of
    links of each pair of countries stays what it is as well, exactly.
    """
    pairs = network.pairs
    rounds = FIRST_ROUNDS
    while True:
        for _ in range(rounds):
            pairs = _round(network.n, pairs, draw, kinds)
        yield Network.of(network.n, pairs)
        rounds = ROUNDS_BETWEEN


def _round(n: int, pairs: Numbers, draw: Generator, kinds: Numbers | None) -> Numbers:
    """Exchange the ends of pairs of links drawn by chance."""
    turned = draw.random(len(pairs)) < 0.5
    near = np.where(turned, pairs[:, 1], pairs[:, 0])
    far = np.where(turned, pairs[:, 0], pairs[:, 1])
    first, second = _partners(draw, None if kinds is None else kinds[far], len(pairs))
    given = pairs[:, 0] * n + pairs[:, 1]
    made = np.stack((_keys(n, near[first], far[second]), _keys(n, near[second], far[first])))
    everything = np.sort(np.concatenate((made.ravel(), given)))
    twice = everything[1:][everything[1:] == everything[:-1]]
    # What a link was made from must not be made either, else there would be no step back.
    clashes = _among(np.vstack((made, given[first], given[second])), twice).any(axis=0)
    loops = (made // n == made % n).any(axis=0)
    swapped = ~clashes & ~loops & (draw.random(len(first)) < _WILLING)
    one, other = first[swapped], second[swapped]
    far[one], far[other] = far[other], far[one]
    return np.sort(np.column_stack((near, far)), axis=1)


def _partners(draw: Generator, kinds: Numbers | None, count: int) -> tuple[Numbers, Numbers]:
    """Return pairs of links drawn by chance, no link in two; of one kind where kinds are given."""
    order = draw.permutation(count)
    if kinds is None:
        return order[: count // 2], order[count // 2 : count // 2 * 2]
    order = order[np.argsort(kinds[order], kind="stable")]
    ordered = kinds[order]
    begins = np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1))
    sizes = np.diff(begins, append=count)
    within = np.arange(count) - np.repeat(begins, sizes)
    has_partner = (within % 2 == 0) & (within + 1 < np.repeat(sizes, sizes))
    first = np.flatnonzero(has_partner)
    return order[first], order[first + 1]


def _keys(n: int, ones: Numbers, others: Numbers) -> Numbers:
    found: Numbers = np.minimum(ones, others) * n + np.maximum(ones, others)
    return found


def _among(keys: Numbers, few: Numbers) -> Flags:
    """Return which keys are among few, which are in order."""
    if len(few) == 0:
        return np.zeros(keys.shape, dtype=np.bool_)
    places = np.minimum(np.searchsorted(few, keys), len(few) - 1)
    found: Flags = few[places] == keys
    return found
