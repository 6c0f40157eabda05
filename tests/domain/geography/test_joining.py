import numpy as np

from elci.domain.geography.joining import joined
from elci.domain.geography.world import read_world

CITIES = "id,name,country,lat,lon,population,qid\n"
LINKS = "a_id,b_id,year,until,source,multilateral\n"


def test_joined_data_sets_keep_the_word_of_the_first():
    one = read_world(CITIES + "1,A,TR,1,2,3,Q1\n5,B,DE,1,2,,\n", LINKS + "1,5,,,one,0\n")
    other = read_world(
        CITIES + "1,Z,TR,9,9,9,Q9\n3,C,GE,5,6,7,Q3\n5,Z,DE,9,9,9,\n",
        LINKS + "1,3,2016,,other,0\n1,5,1990,,other,1\n",
    )

    both = joined(one, other)

    assert both.ids.tolist() == [1, 3, 5]
    assert both.names == ("A", "C", "B")
    assert both.countries == ("TR", "GE", "DE")
    assert both.qids == ("Q1", "Q3", "")
    assert both.coordinates.tolist() == [[1, 2], [5, 6], [1, 2]]
    assert np.isnan(both.population).tolist() == [False, False, True]
    assert both.pairs.tolist() == [[0, 1], [0, 2]]
    assert both.since.tolist() == [2016, 1990]
    assert both.until.tolist() == [-1, -1]
    assert both.sources == ("other", "one;other")
    assert both.multilateral.tolist() == [0, 0]
    assert joined(other, one).since.tolist() == [2016, 1990]


def test_joining_with_nothing_changes_nothing():
    one = read_world(CITIES + "1,A,TR,1,2,3,Q1\n5,B,DE,1,2,,\n", LINKS + "1,5,,,one,0\n")
    nothing = read_world(CITIES, LINKS)

    assert joined(one, nothing).digest == joined(nothing, one).digest == one.digest
    assert joined(nothing, nothing).pairs.shape == (0, 2)
