import numpy as np

from elci.domain.networks.margins import degree_ranks
from elci.domain.networks.network import Network

STAR = Network.of(30, np.array([[0, leaf] for leaf in range(1, 20)] + [[20, 21]]))


def test_rank_lies_between_its_margins():
    ranks = degree_ranks(STAR, draws=100, seed=7)

    assert ranks.of_nodes[[0, 1, 21, 29]].tolist() == [1, 2, 2, 23]
    assert (ranks.low <= ranks.of_nodes).all()
    assert (ranks.of_nodes <= ranks.high).all()


def test_rank_that_hangs_by_one_link_is_less_sure_than_one_by_many():
    ranks = degree_ranks(STAR, draws=100, seed=7)

    assert (ranks.low[0], ranks.high[0]) == (1, 1)
    assert ranks.high[1] > 5


def test_same_seed_gives_the_same_margins():
    one, other = (degree_ranks(STAR, draws=20, seed=3) for _ in range(2))

    assert one.high.tolist() == other.high.tolist()
