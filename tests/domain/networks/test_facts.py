"""Tables of cities, good and bad."""

import numpy as np
import pytest

from elci.domain.networks import facts
from elci.domain.networks.facts import read_cities
from elci.domain.networks.refusals import LinksRefusedError

HEAD = "id,name,country,lat,lon,population\n"


def test_cities_are_found_by_the_ends_of_links():
    found = read_cities(
        [HEAD, '2,"Köln, DE",de,50.94,6.96,1000000\n', "9,Elsewhere,FR,1,1,1\n"], ["1", "2"]
    )

    assert found.names == ("1", "Köln, DE")
    assert found.cities.countries == ("", "DE")
    assert found.cities.coordinates[1].tolist() == [50.94, 6.96]
    assert found.cities.population[1] == 1_000_000
    assert np.isnan(found.cities.population[0])
    assert (found.missing, found.repeated) == (1, 0)


@pytest.mark.parametrize("mark", [";", "\t"])
def test_columns_may_be_parted_otherwise_and_stand_in_any_order(mark):
    lines = [mark.join(line) for line in (
        ["\ufeffpopulation", "ID", "lon", "lat", "country", "name", "more"],
        ["5", "a", "2", "1", "TR", "Ankara", "x"],
    )]  # fmt: skip

    found = read_cities(lines, ["a"])

    assert (found.names, found.cities.coordinates.tolist()) == (("Ankara",), [[1.0, 2.0]])


@pytest.mark.parametrize(
    ("cells", "bad"),
    [
        ("nan,nan,5", (1, 0)),
        ("91,0,5", (1, 0)),
        ("41,inf,5", (1, 0)),
        ("41,x,5", (1, 0)),
        (",,5", (0, 0)),
        ("41,29,nan", (0, 1)),
        ("41,29,-3", (0, 1)),
        ("41,29,many", (0, 1)),
        ("41,29,", (0, 0)),
        ("41,29,0", (0, 0)),
        ("41", (1, 0)),
    ],
)
def test_what_is_no_place_or_no_number_is_counted_and_not_known(cells, bad):
    found = read_cities([HEAD, f"a,A,TR,{cells}\n"], ["a"])

    assert (found.bad_coordinates, found.bad_population) == bad
    is_place = not np.isnan(found.cities.coordinates).any()
    assert is_place == cells.startswith("41,29")


def test_a_city_told_twice_is_counted_and_the_first_kept():
    found = read_cities([HEAD, "a,A,TR,1,1,1\n", "a,B,DE,2,2,2\n"], ["a"])

    assert (found.names, found.repeated) == (("A",), 1)


@pytest.mark.parametrize("lines", [[], ["\n"], ["id,name,lat,lon\n", "a,A,1,1\n"]])
def test_a_table_that_lacks_columns_is_refused(lines):
    with pytest.raises(LinksRefusedError, match="country") as refused:
        read_cities(lines, ["a"])
    assert refused.value.told.in_language("tr") != str(refused.value)


def test_a_table_that_is_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(facts, "MOST_CITIES", 2)

    with pytest.raises(LinksRefusedError, match="more than 2 rows"):
        read_cities([HEAD, *["a,A,TR,1,1,1\n"] * 3], ["a"])
