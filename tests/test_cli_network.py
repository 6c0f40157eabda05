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


LINKS = "a_id,b_id,multilateral\n1,2,0\n2,3,0\n1,3,0\n3,4,1\n4,5,0\n5,6,1\n4,6,1\n"
CITIES = (
    "id,name,country,lat,lon,population\n"
    "1,İstanbul,TR,41,29,15000000\n2,Köln,DE,50.9,6.9,1000000\n3,Ankara,TR,nan,32.9,5600000\n"
    "4,Rhodos,GR,36.4,28.2,50000\n5,Roma,IT,41.9,12.5,2800000\n"
)


@pytest.fixture
def files(tmp_path):
    links, cities = tmp_path / "links.csv", tmp_path / "cities.csv"
    links.write_text(LINKS, encoding="utf-8")
    cities.write_text(CITIES, encoding="utf-8")
    return links, cities


def test_network_summary_prints_one_object(files):
    links, cities = files

    done = elci(
        "network", "summary", links, "--cities", cities, "--json", "--lang", "en", "--top", 2
    )

    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert list(found["statistics"]) == NAMES
    assert found["first"]["degree"][0]["name"] in {"Ankara", "Rhodos"}
    assert {each["name"] for each in found["first"]["falls_apart"]} == {"Ankara", "Rhodos"}
    assert found["cities"] == {
        "missing": 1,
        "repeated": 0,
        "bad_coordinates": 1,
        "bad_population": 0,
    }
    assert found["group_triangles"]["by_groups"] == 0
    assert "lacks 1 ends, repeats 0 rows, has 1 with coordinates off the globe" in done.stderr


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("tr", ["Onsuz kaç parçaya bölünür", "Aynı bağ sayılarıyla rastlantı", "Topluluklar: "]),
        ("en", ["Parts that it holds together", "By chance, with the same degrees", "modularity"]),
    ],
)
def test_network_summary_is_told_in_words_with_a_bar(files, language, says):
    links, _ = files

    done = elci("network", "summary", links, "--lang", language, "--progress", "--sources", 0)

    assert done.returncode == 0
    assert [text for text in says if text not in done.stdout] == []
    assert "░" in done.stderr
    assert "communities · topluluklar" in done.stderr


def test_network_communities_are_printed_by_name(files):
    links, _ = files
    done = elci("network", "communities", links, "--lang", "en")
    as_json = elci("network", "communities", links, "--json", "--runs", 1)

    assert done.stdout.splitlines() == ["1\t0", "2\t0", "3\t0", "4\t1", "5\t1", "6\t1"]
    assert done.stderr == "2 communities; modularity 0.3571; mean agreement of 10 runs 1.00\n"
    assert json.loads(as_json.stdout)["sizes"] == [3, 3]


def test_network_layout_is_printed_by_name_and_the_same_again(files):
    links, _ = files
    done, again = (elci("network", "layout", links) for _ in range(2))
    as_json = elci("network", "layout", links, "--json")

    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert [row[0] for row in rows] == list("123456")
    assert done.stdout == again.stdout
    assert json.loads(as_json.stdout) == {
        name: [float(right), float(up)] for name, right, up in rows
    }


@pytest.mark.parametrize("command", ["stats", "summary"])
def test_network_commands_refuse_a_long_file_before_they_read_it(tmp_path, command):
    path = tmp_path / "links.tsv"
    path.write_bytes(b"1\t2\n" * 5_200_000)

    done = elci("network", command, path, "--lang", "en")

    assert (done.returncode, done.stdout) == (1, "")
    assert "more than 5,000,000 lines" in done.stderr


def test_network_summary_refuses_a_table_of_cities_without_columns(files, tmp_path):
    table = tmp_path / "other.csv"
    table.write_text("id,name\n1,İstanbul\n", encoding="utf-8")

    done = elci("network", "summary", files[0], "--cities", table)

    assert (done.returncode, done.stdout) == (1, "")
    assert "country, lat, lon, population" in done.stderr
