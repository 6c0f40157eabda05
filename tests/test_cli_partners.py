"""The commands that find partners, each run as its own process."""

import csv
import json

import numpy as np
import pytest

from tests.command_line import elci
from tests.domain.matching.small_worlds import make_world


def write(path, heading, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heading)
        writer.writerows(rows)
    return path


@pytest.fixture
def tables(tmp_path):
    world = make_world(80, 260)
    cities, ids = world.cities, world.cities.ids
    pairs = np.random.default_rng(0).permutation(world.ties.pairs)
    ties = [(ids[one], ids[other]) for one, other in pairs]
    columns = (ids, cities.names, cities.countries, cities.latitudes, cities.longitudes)
    rows = zip(*columns, cities.populations, strict=True)
    return (
        write(tmp_path / "train.csv", ["a_id", "b_id"], ties[60:]),
        write(tmp_path / "test.csv", ["a_id", "b_id"], ties[:60]),
        write(tmp_path / "c.csv", ["id", "name", "country", "lat", "lon", "population"], rows),
    )


def test_partners_evaluate_prints_one_object(tables):
    train, test, cities = tables

    done = elci(
        "partners", "evaluate", "--links", train, "--test", test, "--cities", cities, "--json"
    )

    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert (found["n_test"], found["n_candidates"]) == (60, 80)
    assert set(found["model"]) >= {
        "mrr", "hits@10", "hits@50", "mutual@50", "exposure_gini", "given_country", "warm", "cold",
    }  # fmt: skip
    assert list(found["baselines"]) == [
        "random", "popularity", "distance", "gravity", "common_neighbours", "adamic_adar", "katz",
        "country_lift",
    ]  # fmt: skip
    value, low, high = found["model"]["mrr"]
    assert low <= value <= high


def test_partners_evaluate_without_cities_prints_a_table(tables):
    train, test, _ = tables

    done = elci("partners", "evaluate", "--links", train, "--test", test, "--over", "cities")

    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0] for line in done.stdout.splitlines()[1:4]] == ["model"] * 3


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "these columns are missing: b_id"), ("tr", "şu sütunlar yok: b_id")],
)
def test_partners_evaluate_says_what_is_wrong_with_a_table(tables, tmp_path, language, says):
    bad = write(tmp_path / "bad.csv", ["a_id", "c"], [("1", "2")])

    done = elci("partners", "evaluate", "--links", bad, "--test", tables[1], "--lang", language)

    assert done.returncode == 1
    assert says in done.stderr


def test_partners_evaluate_needs_files_that_are_there(tables, tmp_path):
    done = elci("partners", "evaluate", "--links", tmp_path / "none.csv", "--test", tables[1])

    assert (done.returncode, "none.csv" in done.stderr) == (1, True)


def test_partners_evaluate_says_when_there_is_too_little_to_learn_from(tmp_path):
    train = write(tmp_path / "train.csv", ["a_id", "b_id"], [("1", "9"), ("2", "9")])
    test = write(tmp_path / "test.csv", ["a_id", "b_id"], [("1", "2")])
    heading = ["id", "name", "country", "lat", "lon", "population"]
    cities = write(tmp_path / "c.csv", heading, [(1, "", "", "", "", ""), (2, "", "", "", "", "")])

    done = elci(
        "partners", "evaluate", "--links", train, "--test", test, "--cities", cities, "--lang", "en"
    )

    assert done.returncode == 1
    assert "too few ties" in done.stderr


def test_partners_evaluate_refuses_another_kind_of_interval(tables):
    done = elci("partners", "evaluate", "--links", tables[0], "--test", tables[1], "--over", "x")

    assert (done.returncode, done.stderr) == (1, "'x' is neither ties nor cities\n")
