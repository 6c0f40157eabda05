"""The tables of a trial: what is read, what is left out and said, what is refused."""

import numpy as np
import pytest

from elci.domain.matching.tables import (
    TableRefusedError,
    read_cities,
    read_ties,
    trial_of,
)

HEADING = "id,name,country,lat,lon,population"
CITIES = [
    HEADING,
    "Q1,Istanbul,TR,41.0,28.9,15000000",
    "Q2,Berlin,Germany,52.5,13.4,3600000",
    "Q3,Nowhere,Atlantis,,,",
    "Q4,Paris,fr,48.9,2.3,2100000",
]


def test_ties_are_read_by_their_headings():
    assert read_ties(["year,B_ID,a_id\n", "1990,Q2,Q1\n", ",,Q3\n"], "x.csv") == [("Q1", "Q2")]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["a_id,c\n", "1,2\n"], "x.csv: these columns are missing: b_id."),
        ([], "x.csv: these columns are missing: a_id, b_id."),
        (["a_id,b_id\n"], "x.csv: no row names both ends of a tie."),
    ],
)
def test_ties_that_cannot_be_read_are_refused_with_what_to_do(lines, says):
    with pytest.raises(TableRefusedError, match=says):
        read_ties(lines, "x.csv")


def test_countries_of_cities_are_read_as_codes_or_names():
    cities, _ = read_cities(CITIES, "c.csv")

    assert cities.countries == ("TR", "DE", "Atlantis", "FR")
    assert cities.names[0] == "Istanbul"


def test_country_that_is_not_named_is_told_by_where_its_cities_lie():
    rows = [
        "Q1,Istanbul,Q43,41.0,28.9,1",
        "Q2,Ankara,Q43,39.9,32.9,1",
        "Q3,A,Q99,41.0,28.9,1",
        "Q4,B,Q99,48.9,2.3,1",
        "Q5,C,Q98,,,1",
        "Q6,Copenhagen,Kingdom of Denmark,55.7,12.6,1",
    ]

    cities, _ = read_cities([HEADING, *rows], "c.csv")

    assert cities.countries == ("TR", "TR", "Q99", "Q99", "Q98", "DK")


def test_what_is_odd_about_cities_is_counted():
    _, remarks = read_cities(
        [*CITIES, "Q4,Twice,FR,1,1,1", "Q5,Half,TR,nan,3,10", ",,,,,"], "c.csv"
    )

    assert [remark.en for remark in remarks] == [
        "c.csv: 1 rows repeat a city; the first row counts.",
        "c.csv: 2 cities have no coordinates; how far they are counts as unknown.",
    ]


def test_nothing_odd_is_not_mentioned():
    assert read_cities(CITIES[:3], "c.csv")[1] == ()


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ("Q9,X,TR,91,0,5", "91"),
        ("Q9,X,TR,0,-181,5", "-181"),
        ("Q9,X,TR,north,0,5", "north"),
        ("Q9,X,TR,0,0,-5", "-5"),
        ("Q9,X,TR,0,0,inf", "inf"),
    ],
)
def test_impossible_numbers_are_refused_with_the_city(row, cell):
    with pytest.raises(TableRefusedError, match=f"the city Q9 has '{cell}'"):
        read_cities([HEADING, row], "c.csv")


def test_a_table_without_a_city_is_refused():
    with pytest.raises(TableRefusedError, match="there is no city"):
        read_cities([HEADING], "c.csv")


def test_trial_keeps_ends_that_are_not_among_the_cities_and_counts_them():
    cities, _ = read_cities(CITIES, "c.csv")

    trial = trial_of(
        [("Q1", "Q2"), ("Q1", "town")], [("Q2", "Q4"), ("Q4", "x"), ("Q2", "Q1")], cities
    )

    assert trial.world.candidates == 4
    assert trial.world.ties.m == 2
    assert trial.test.tolist() == [[1, 3]]
    assert [remark.en.split(":")[0] for remark in trial.remarks] == [
        "1 ends of the ties to learn from are not among the cities",
        "1 ties of the test have an end that is not among the cities; they are not measured.",
        "1 ties of the test are among those to learn from; they are not measured.",
    ]


def test_trial_without_cities_takes_all_ends():
    trial = trial_of([("a", "b")], [("b", "c"), ("c", "b"), ("c", "c")], None)

    assert trial.world.candidates == 3
    assert trial.test.tolist() == [[1, 2]]
    assert np.isnan(trial.world.cities.populations).all()
    assert trial.remarks == ()


def test_country_of_an_unknown_end_is_told_by_its_number_where_numbers_tell():
    rows = [f"{number},X,{'TR' if number < 160 else 'DE'},,,1" for number in range(100, 220)]
    cities, _ = read_cities([HEADING, *rows], "c.csv")

    trial = trial_of([("100", "99"), ("101", "500"), ("102", "x")], [("100", "101")], cities)

    assert trial.world.cities.countries[-3:] == ("TR", "DE", "")


def test_country_of_an_unknown_end_stays_unknown_where_numbers_tell_nothing():
    codes = np.random.default_rng(0).permutation(["TR", "DE", "FR", "IT", "JP", "US"] * 20)
    rows = [f"{number},X,{code},,,1" for number, code in enumerate(codes)]
    cities, _ = read_cities([HEADING, *rows], "c.csv")

    trial = trial_of([("1", "500")], [("1", "2")], cities)

    assert trial.world.cities.countries[-1] == ""


def test_trial_with_nothing_to_foretell_is_refused():
    with pytest.raises(TableRefusedError, match="None of the 1 ties"):
        trial_of([("a", "b")], [("b", "a")], None)
