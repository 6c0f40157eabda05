"""Print how fast networks are measured, beside NetworkX in the same run. Never a test.

Run it as ``python -m tools.bench_network``, or as ``make bench-network``. What NetworkX does for
every node alone is measured on some nodes and multiplied, for all of it would take many minutes.
Times are those of the processor, all threads added up, so that other work on the machine does not
count.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import networkx as nx
import numpy as np

from elci.domain.geography.world import shipped_world
from elci.domain.networks.betweenness import betweenness
from elci.domain.networks.brokers import joints_of
from elci.domain.networks.cities import Cities, without_facts
from elci.domain.networks.communities import communities_of
from elci.domain.networks.components import components, core_numbers, largest_component
from elci.domain.networks.degrees import assortativity
from elci.domain.networks.distances import distances_of
from elci.domain.networks.layout import layout
from elci.domain.networks.network import Network
from elci.domain.networks.nulls import Null, compared_with
from elci.domain.networks.statistics import statistics_of
from elci.domain.networks.summary import QUICK, summary_of
from elci.domain.networks.triangles import triangles_at

ASKED = 60
"""Nodes of which NetworkX finds the ways; the time is multiplied by all others."""


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action keeps the processor busy, here and in commands that it starts."""
    before = os.times()
    action()
    return sum(os.times()[:4]) - sum(before[:4])


def made_up(links: int, *, seed: int = 5) -> Network:
    """Return a network whose nodes have very unequal numbers of links, seven for ten links."""
    draw = np.random.default_rng(seed)
    n = links * 7 // 10
    weights = np.minimum((1 - draw.random(n)) ** (-1 / 1.6), 150)
    ends = draw.choice(n, (links * 3, 2), p=weights / weights.sum())
    pairs = Network.of(n, ends).pairs
    chosen = Network.of(n, draw.permutation(pairs)[:links])
    return chosen.among(np.flatnonzero(chosen.degrees))


def as_networkx(network: Network) -> nx.Graph:
    """Return a network as NetworkX has it."""
    graph = nx.Graph()
    graph.add_nodes_from(range(network.n))
    graph.add_edges_from(network.pairs.tolist())
    return graph


def steps(network: Network) -> Iterator[tuple[str, Callable[[], object], Callable[[], float]]]:
    """Yield what is measured: here, and there as the seconds that all of it would take."""
    graph = as_networkx(network)
    core = network.among(largest_component(network))
    inner = as_networkx(core)
    some = np.random.default_rng(1).permutation(core.n)[:ASKED].tolist()

    def there(action: Callable[[], object], times: float = 1) -> Callable[[], float]:
        return lambda: seconds(action) * times

    yield (
        "components",
        lambda: components(network),
        there(lambda: list(nx.connected_components(graph))),
    )
    yield (
        "all distances",
        lambda: distances_of(core),
        there(
            lambda: [nx.single_source_shortest_path_length(inner, node) for node in some],
            core.n / len(some),
        ),
    )
    yield "triangles", lambda: triangles_at(network), there(lambda: nx.triangles(graph))
    yield "cores", lambda: core_numbers(network), there(lambda: nx.core_number(graph))
    yield (
        "assortativity",
        lambda: assortativity(network),
        there(lambda: nx.degree_assortativity_coefficient(graph)),
    )
    yield (
        f"betweenness, {QUICK.sources} sources",
        lambda: betweenness(network, sources=QUICK.sources, seed=1),
        there(
            lambda: nx.betweenness_centrality(graph, k=ASKED // 3, seed=1),
            (QUICK.sources or 0) / (ASKED // 3),
        ),
    )
    yield (
        "bridges, articulation points",
        lambda: joints_of(network),
        there(lambda: (list(nx.bridges(graph)), list(nx.articulation_points(graph)))),
    )
    yield (
        "communities (Leiden; Louvain there)",
        lambda: communities_of(network, runs=1, seed=1),
        there(lambda: nx.community.louvain_communities(graph, seed=1)),
    )
    yield (
        "10 networks with the same degrees, measured",
        lambda: compared_with(Null.DEGREES, network, without_facts(network), draws=10, seed=1),
        there(lambda: _drawn(graph.copy()), 10),
    )


def _drawn(graph: nx.Graph) -> None:
    """Draw one network by as many exchanges as two rounds are, and count its triangles."""
    links = graph.number_of_edges()
    nx.double_edge_swap(graph, nswap=links, max_tries=links * 20, seed=1)
    nx.triangles(graph)
    nx.degree_assortativity_coefficient(graph)


def report(title: str, network: Network, cities: Cities) -> None:
    """Print the times of one network."""
    sys.stdout.write(f"\n{title}: {network.n:,} nodes, {network.m:,} links\n\n")
    sys.stdout.write("| | Elçi | NetworkX | times |\n|---|---|---|---|\n")
    ours = theirs = 0.0
    for name, here, there in steps(network):
        fast, slow = max(seconds(here), 0.001), there()
        ours, theirs = ours + fast, theirs + slow
        sys.stdout.write(f"| {name} | {fast:.3f} s | {slow:.2f} s | {slow / fast:.0f} |\n")
        sys.stdout.flush()
    sys.stdout.write(f"| all of these | {ours:.2f} s | {theirs:.1f} s | {theirs / ours:.0f} |\n\n")
    for name, action in (
        ("the nineteen statistics", lambda: statistics_of(network)),
        ("whole summary", lambda: summary_of(network, cities)),
        ("drawing", lambda: layout(network, seed=1)),
        ("`elci network summary`, from a file, with start-up", lambda: _command(network)),
    ):
        started = time.perf_counter()
        busy = seconds(action)
        sys.stdout.write(
            f"{name}: {busy:.2f} s, {time.perf_counter() - started:.2f} s by the clock\n"
        )
        sys.stdout.flush()


def _command(network: Network) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "links.tsv"
        np.savetxt(path, network.pairs, fmt="%d", delimiter="\t")
        command = [sys.executable, "-m", "elci.cli", "network", "summary", str(path), "--json"]
        subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Print the tables."""
    world = shipped_world()
    cities = Cities(
        countries=world.countries, coordinates=world.coordinates, population=world.population
    )
    report("The world's sister cities", Network.of(len(world.ids), world.pairs), cities)
    large = made_up(100_000)
    report("Made up", large, without_facts(large))


if __name__ == "__main__":
    main()
