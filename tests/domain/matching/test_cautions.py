"""Counter-evidence: what it is, from which source, and that nothing is claimed without one."""

import numpy as np
import pytest

from elci.domain.acts.kinds import Standing
from elci.domain.matching.cautions import Caution, cautions_of
from elci.domain.matching.diplomacy import without_relations, without_relations_to
from elci.domain.matching.own import OwnState
from elci.domain.texts import Text
from elci.domain.vocabularies import Instrument
from tests.domain.matching.worlds import (
    ANKARA,
    BAKU,
    BERLIN,
    ISTANBUL,
    PLOVDIV,
    SOFIA,
    USKUDAR,
    VARNA,
    YEAR,
    YEREVAN,
    own_tie,
    row_of,
    sought,
)

LIMASSOL, PARIS, SAINT_PETERSBURG = "146384", "2988507", "498817"


def against(of, place, instrument=Instrument.SISTER_CITY):
    return cautions_of(of, row_of(of, place), instrument=instrument, year=YEAR)


def kinds(of, place, instrument=Instrument.SISTER_CITY):
    return [each.kind for each in against(of, place, instrument)]


def test_place_of_which_nothing_is_known_has_nothing_against_it():
    assert against(sought(BAKU, "TR-district:İstanbul/Beşiktaş", own=[]), BAKU) == ()


@pytest.mark.parametrize("place", [YEREVAN, LIMASSOL])
def test_states_without_relations_are_told_with_the_day_and_the_source(place):
    of = sought(ISTANBUL, place, own=[])

    first = against(of, place)[0]

    assert first.kind is Caution.NO_RELATIONS
    assert "as of 20" in first.told.en
    assert first.source.tr
    assert without_relations_to(of)[row_of(of, place)]
    assert not without_relations_to(of)[row_of(of, ISTANBUL)]


def test_table_of_relations_names_a_source_for_every_pair():
    assert all(len(pair) == 2 for pair in without_relations())
    assert all(each.source.tr and each.source.en for each in without_relations().values())
    assert not without_relations_to(sought(BERLIN, PARIS)).any()


def test_country_is_full_for_the_same_instrument_only():
    of = sought(ISTANBUL, SOFIA, own=[own_tie(PLOVDIV, "BG")])

    assert kinds(of, SOFIA) == [Caution.COUNTRY_FULL]
    assert kinds(of, SOFIA, Instrument.COOPERATION_PROTOCOL) == []
    assert "Filibe" in against(of, SOFIA)[0].told.tr


def test_tie_that_sleeps_is_to_be_woken_first():
    own = [
        own_tie(PLOVDIV, "BG", last_year=1992),
        own_tie(SOFIA, "BG", last_year=1992, name=Text("Sofya", "Sofia")),
    ]
    of = sought(ISTANBUL, SOFIA, own=own)

    found = against(of, SOFIA)

    assert [each.kind for each in found] == [
        Caution.ASLEEP_HERE,
        Caution.COUNTRY_FULL,
        Caution.ASLEEP_COUNTRY,
    ]
    assert "(last on record in 1992)" in found[0].told.en
    assert "Filibe" in found[2].told.tr


def test_tie_that_was_ended_is_remembered():
    own = [
        own_tie(SOFIA, "BG", standing=Standing.ENDED, last_year=None),
        own_tie(PLOVDIV, "BG", standing=Standing.SUSPENDED),
        own_tie(VARNA, "BG", standing=Standing.PROPOSED),
    ]
    of = sought(ISTANBUL, SOFIA, VARNA, own=own)

    assert kinds(of, SOFIA) == [Caution.OVER_HERE, Caution.COUNTRY_FULL, Caution.OVER_COUNTRY]
    assert "last on record" not in against(of, SOFIA)[0].told.en
    assert Caution.ASLEEP_HERE not in kinds(of, VARNA)


def test_more_than_three_names_are_cut():
    own = [own_tie(None, "BG", name=Text(name, name)) for name in ("A", "B", "C", "D", "A")]

    told = against(sought(ISTANBUL, SOFIA, own=own), SOFIA)[0].told.en

    assert "A, B, C, …" in told


def test_city_without_records_is_told_of_its_country_by_the_worlds_data():
    found = against(sought(ISTANBUL, SOFIA), SOFIA)

    assert found[0].kind is Caution.COUNTRY_FULL
    assert "its kind is not" in found[0].told.en
    assert found[0].source.en.startswith("Wikidata")


def test_tie_of_a_place_next_door_is_told():
    found = against(sought(USKUDAR, BERLIN, own=[]), BERLIN)

    next_door = next(each for each in found if each.kind is Caution.NEXT_DOOR)
    assert "İstanbul" in next_door.told.tr
    assert "Istanbul" in next_door.told.en


def test_next_door_are_near_places_of_the_same_country_and_not_oneself():
    of = sought(ISTANBUL)
    found = of.next_door

    world = of.ties.world
    assert {world.countries[each] for each in found.tolist()} == {"TR"}
    assert of.in_world not in found.tolist()
    assert len(found) > 5
    assert len(np.intersect1d(found, sought("TR-district:İstanbul/Beşiktaş").next_door)) > 5


@pytest.mark.parametrize(
    ("seeker", "place", "told"),
    [
        (BERLIN, USKUDAR, True),
        (USKUDAR, SOFIA, True),
        (USKUDAR, VARNA, False),
        (ISTANBUL, SOFIA, False),
    ],
)
def test_levels_are_told_apart_where_they_are_known(seeker, place, told):
    assert (Caution.LEVEL in kinds(sought(seeker, place, own=[]), place)) is told


def test_city_with_many_ties_may_have_no_time():
    assert Caution.BUSY in kinds(sought(ANKARA, SAINT_PETERSBURG, own=[]), SAINT_PETERSBURG)
    small = "TR-district:İstanbul/Beşiktaş"
    assert Caution.BUSY not in kinds(sought(BERLIN, small, own=[]), small)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, OwnState.ALIVE),
        ({"last_year": None}, OwnState.ALIVE),
        ({"last_year": YEAR - 2}, OwnState.ALIVE),
        ({"last_year": YEAR - 3}, OwnState.ASLEEP),
        ({"standing": Standing.EXPIRED, "last_year": 1990}, OwnState.OVER),
        ({"standing": Standing.PERMITTED, "last_year": 1990}, OwnState.PLANNED),
    ],
)
def test_own_ties_stand_as_their_acts_say(facts, state):
    tie = own_tie(SOFIA, "BG", **facts)

    assert tie.state(YEAR) is state
    assert tie.stands is (state is not OwnState.OVER)
