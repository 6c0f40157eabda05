"""The commands that measure networks, each run as its own process."""

import json

import pytest

from tests.command_line import elci

NAMES = [
    "n", "m", "max_degree", "mean_degree", "wedges", "claws", "triangles", "components",
    "largest_component", "diameter", "mean_distance", "median_distance", "effective_diameter_50",
    "effective_diameter_90", "gini", "power_law_exponent", "assortativity", "global_clustering",
    "core_number",
]  # fmt: skip


def test_network_stats_prints_one_flat_object(tmp_path):
    path = tmp_path / "links.tsv"
    path.write_text("% sym\n1 2\n2 3\n3 1\n3 4\n", encoding="utf-8")

    done = elci("network", "stats", path, "--json")

    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert list(found) == NAMES
    assert (found["n"], found["m"], found["triangles"], found["diameter"]) == (4, 4, 1, 2)


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "Of 3 lines, 1 link an end with itself"), ("tr", "3 satırdan 1 tanesi bir ucu")],
)
def test_network_stats_counts_what_it_leaves_out(tmp_path, language, says):
    path = tmp_path / "links.csv"
    path.write_text("source,target\na,b\nb,a\nc,c\n", encoding="utf-8")

    done = elci("network", "stats", path, "--format", "csv", "--lang", language)

    assert done.returncode == 0
    assert done.stdout.startswith("n: 2\nm: 1\n")
    assert says in done.stderr


@pytest.mark.parametrize(
    ("content", "words", "says"),
    [
        (None, [], "No such file"),
        ("", ["--lang", "en"], "The list has no line"),
        ("a\n", [], "hiçbirinde iki ayrı uç bulunamadı"),
        ("a b\n", ["--format", "xml"], "neither tsv nor csv"),
    ],
)
def test_network_stats_refuses_what_it_cannot_read(tmp_path, content, words, says):
    path = tmp_path / "links.txt"
    if content is not None:
        path.write_text(content, encoding="utf-8")

    done = elci("network", "stats", path, *words)

    assert (done.returncode, done.stdout) == (1, "")
    assert says in done.stderr
