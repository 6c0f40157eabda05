"""The places that may be asked, as arrays of the gazetteer."""

import numpy as np
import pytest

from elci.domain.geography.countries import country_facts
from elci.domain.matching.candidates import (
    SMALLEST,
    USUAL_SIZE,
    candidate_of,
    candidates_of,
    shipped_ties,
    with_place,
)
from elci.domain.places.gazetteer import UnknownPlaceError, open_gazetteer

ISTANBUL, USKUDAR, ANKARA, BERLIN = "745044", "738329", "323786", "2950159"


def test_candidates_are_the_settlements_of_the_gazetteer_above_a_size():
    found = candidates_of(1_000_000)

    places = [open_gazetteer().place_at(index) for index in found.places.tolist()]
    assert {place.kind.value for place in places} == {"city"}
    assert all(place.population >= 1_000_000 for place in places)
    assert found.population.tolist() == [place.population for place in places]
    codes = list(country_facts())
    assert [codes[each] for each in found.countries.tolist()] == [place.country for place in places]
    assert np.allclose(found.latitudes, [place.latitude for place in places])


def test_usual_size_brings_tens_of_thousands_and_a_smaller_one_more():
    assert 25_000 < len(candidates_of(USUAL_SIZE)) < len(candidates_of(SMALLEST))


@pytest.mark.parametrize(
    ("place", "level", "coast"), [(ISTANBUL, 1, 1.0), (USKUDAR, 0, 1.0), (ANKARA, 2, np.inf)]
)
def test_one_place_is_known_by_level_and_coast(place, level, coast):
    found = candidate_of(place)

    assert (found.levels.tolist(), found.coast_km.tolist()) == ([level], [coast])


@pytest.mark.parametrize("place", ["TR-34", "TR", "0", "istanbul"])
def test_what_is_no_settlement_cannot_seek(place):
    with pytest.raises(UnknownPlaceError):
        candidate_of(place)


def test_small_place_that_seeks_is_put_among_the_candidates_in_order():
    many, small = candidates_of(1_000_000), candidate_of(USKUDAR)

    found = with_place(many, small)

    row = found.row_of(int(small.places[0]))
    assert row is not None
    assert len(found) == len(many) + 1
    assert found.places.tolist() == sorted(found.places.tolist())
    assert int(found.population[row]) == int(small.population[0])
    assert with_place(found, small) is found
    assert many.row_of(int(small.places[0])) is None
    assert many.row_of(int(many.places[-1]) + 1) is None


def test_what_nobody_has_looked_at_is_not_known_to_be_inland():
    besiktas = candidate_of("TR-district:İstanbul/Beşiktaş")

    assert np.isnan(besiktas.coast_km[0])
    assert besiktas.in_world.tolist() == [-1]


def test_ties_of_clubs_are_left_out():
    ties = shipped_ties()
    multilateral = int((ties.world.multilateral == 1).sum())

    assert 0 < multilateral < 500
    assert ties.network.m <= len(ties.world.pairs) - multilateral
    assert ties.partners(-1).tolist() == []


def test_ties_between_countries_are_counted_from_both_ends():
    between = shipped_ties().between_countries

    assert (between == between.T).all()
    assert between.sum() == 2 * shipped_ties().network.m


def test_partners_of_a_city_are_those_of_the_data():
    ties = shipped_ties()
    row = int(candidate_of(BERLIN).in_world[0])

    names = {ties.world.names[each] for each in ties.partners(row).tolist()}

    assert {"Paris", "Moscow", "Istanbul"} <= names
