"""The one place that knows a library of graphs."""

import graspologic_native
import numpy as np

from elci.domain.networks.network import Network, Numbers


def leiden(network: Network, *, seed: int, rounds: int, resolution: float = 1.0) -> Numbers:
    """Return the community of each node by the Leiden algorithm, as any number that names it.

    It raises the modularity step by step, in so many rounds (Traag, Waltman and van Eck 2019). The
    same seed gives the same answer on the same release of the library.
    """
    _, communities = graspologic_native.leiden_csr(
        network.starts,
        network.neighbours.astype(np.int32),
        np.ones(len(network.neighbours)),
        network.n,
        resolution=resolution,
        iterations=rounds,
        seed=seed,
    )
    return np.fromiter((communities[node] for node in range(network.n)), np.int64, network.n)
