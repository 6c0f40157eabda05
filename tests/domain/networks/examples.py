"""Networks to measure: drawn ones, structured ones, and the same for other libraries."""

import networkx as nx
import numpy as np
from hypothesis import strategies as st
from scipy.sparse import coo_array, csr_array

from elci.domain.networks.network import Network

KITE = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (5, 6)]

STRUCTURED = {
    "single": nx.empty_graph(1),
    "without links": nx.empty_graph(4),
    "pair": nx.path_graph(2),
    "path": nx.path_graph(9),
    "ring": nx.cycle_graph(8),
    "star": nx.star_graph(70),
    "complete": nx.complete_graph(12),
    "barbell": nx.barbell_graph(6, 3),
    "grid": nx.convert_node_labels_to_integers(nx.grid_2d_graph(5, 7)),
    "tree": nx.balanced_tree(3, 4),
    "cliques": nx.connected_caveman_graph(6, 5),
    "karate": nx.Graph(nx.karate_club_graph().edges()),
    "hubs": nx.barabasi_albert_graph(400, 2, seed=4),
    "sparse": nx.gnp_random_graph(300, 0.006, seed=2),
}


def network(pairs, n=None) -> Network:
    count = n or max((max(pair) for pair in pairs), default=-1) + 1
    return Network.of(count, np.array(pairs, dtype=np.int64).reshape(-1, 2))


@st.composite
def networks(draw, least=1):
    n = draw(st.integers(2, 40))
    ends = st.integers(0, n - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), min_size=least, max_size=120))
    return network([*pairs, (0, 1)], n)


def of_networkx(graph: nx.Graph) -> Network:
    return network(list(graph.edges()), graph.number_of_nodes())


def as_networkx(one: Network) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(range(one.n))
    graph.add_edges_from(one.pairs.tolist())
    return graph


def as_matrix(one: Network) -> csr_array:
    first, second = one.pairs.T
    return coo_array((np.ones(one.m), (first, second)), shape=(one.n, one.n)).tocsr()


def in_order(values: dict[int, float]) -> list[float]:
    return [values[node] for node in sorted(values)]
