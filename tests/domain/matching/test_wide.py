"""The world of suggestions: candidates of the gazetteer first, then other cities with ties."""

import numpy as np

from elci.domain.matching.candidates import candidate_of, candidates_of, shipped_ties
from elci.domain.matching.wide import usual_world, world_with

ISTANBUL, BERLIN = "745044", "2950159"
SANT_POL = "3110110"
"""A town of 5,000 with ties."""


def test_wide_world_has_the_ties_of_the_package():
    wide = usual_world()

    assert wide.world.ties.m == shipped_ties().network.m
    assert wide.world.candidates == len(wide.candidates) > 20_000


def test_cities_keep_their_partners_under_their_new_numbers():
    wide = usual_world()
    istanbul, berlin = (wide.number_of(candidate_of(place)) for place in (ISTANBUL, BERLIN))

    assert berlin in wide.world.partners(istanbul).tolist()
    assert wide.world.cities.countries[istanbul] == "TR"
    assert wide.world.cities.populations[berlin] > 3_000_000


def test_small_town_with_ties_stands_behind_the_candidates():
    wide = usual_world()
    number = wide.number_of(candidate_of(SANT_POL))

    assert number >= wide.world.candidates
    assert len(wide.world.partners(number)) > 0
    assert world_with(candidate_of(SANT_POL)) is wide


def test_a_place_that_is_not_there_is_added():
    one = candidate_of(next(unknown_places()))

    wide = world_with(one)

    assert usual_world().number_of(one) is None
    assert wide.world.candidates == usual_world().world.candidates + 1
    assert wide.features.of(np.asarray([wide.number_of(one)]))["km"].shape[1] == (
        wide.world.candidates
    )


def unknown_places():
    """Settlements below the usual size and without ties."""
    small = candidates_of(15_000)
    for place in small.geonameids[(small.in_world < 0) & (small.population < 20_000)]:
        if place:
            yield str(place)
