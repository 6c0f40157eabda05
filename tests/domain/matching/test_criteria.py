"""Each criterion: its value, what it was computed from, and what it does not know."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elci.domain.acts.kinds import Standing
from elci.domain.matching.criteria import (
    BROKEN_OFF,
    NAMESAKE,
    USUAL_WEIGHTS,
    Criterion,
    read_criteria,
)
from elci.domain.matching.labels import CRITERIA
from tests.domain.matching.worlds import (
    ANKARA,
    BAKU,
    BERLIN,
    CAIRO,
    ISTANBUL,
    PLOVDIV,
    SOFIA,
    TBILISI,
    TOKYO,
    USKUDAR,
    VARNA,
    own_tie,
    row_of,
    sought,
)


def reading(of, criterion, place):
    found = read_criteria(of, [Criterion(criterion)])[Criterion(criterion)]
    row = row_of(of, place)
    return float(found.values[row]), float(found.raw[row])


@given(st.sampled_from([ISTANBUL, USKUDAR, BERLIN, TOKYO, "3168070", "1529102"]))
@settings(deadline=None, max_examples=6)
def test_values_lie_between_0_and_1_or_are_not_known(city):
    for criterion, found in read_criteria(sought(city)).items():
        known = found.values[~np.isnan(found.values)]

        assert ((known >= 0) & (known <= 1)).all(), criterion


def test_every_criterion_has_a_usual_weight_and_a_label_in_both_languages():
    assert set(USUAL_WEIGHTS) == set(CRITERIA) == set(Criterion)
    assert all(label.name.tr != label.name.en and label.rule.tr for label in CRITERIA.values())


@pytest.mark.parametrize(
    ("criterion", "place", "value", "raw"),
    [
        ("parity", SOFIA, 0.7, 2),
        ("parity", VARNA, 1.0, 1),
        ("coast", VARNA, 1.0, 2),
        ("coast", SOFIA, 0.0, np.inf),
        ("language", BAKU, 0.0, 0),
        ("history", SOFIA, 0.7, 2),
        ("history", TOKYO, 0.0, 0),
    ],
)
def test_plain_criteria_of_istanbul(criterion, place, value, raw):
    assert reading(sought(ISTANBUL, place), criterion, place) == (value, raw)


def test_size_is_likeness_on_a_logarithmic_scale():
    of = sought(VARNA, PLOVDIV, TOKYO)

    value, ratio = reading(of, "size", PLOVDIV)
    far, _times = reading(of, "size", TOKYO)

    assert value == pytest.approx(1 - abs(np.log10(ratio)) / 3)
    assert far < 0.6 < value


def test_distance_and_hours_know_the_globe():
    of = sought(ISTANBUL, ANKARA, TOKYO)

    near, kilometres = reading(of, "distance", ANKARA)
    _far, hours = reading(of, "hours", TOKYO)

    assert kilometres == pytest.approx(351, abs=3)
    assert near == pytest.approx(np.exp(-kilometres / 3000))
    assert hours == pytest.approx(7.4, abs=0.1)
    assert reading(sought("2193733", "5856195"), "hours", "5856195")[1] < 12


def test_language_counts_official_before_spoken():
    official, raw = reading(sought(BERLIN, "2761369"), "language", "2761369")
    spoken, raw_spoken = reading(sought(ISTANBUL, SOFIA), "language", SOFIA)

    assert (official, raw) == (1.0, 2)
    assert (spoken, raw_spoken) == (0.6, 1)


def test_namesakes_are_told_wherever_they_lie():
    # Saint Petersburg in Russia and in Florida
    assert reading(sought("498817", "4171563"), "history", "4171563") == (1.0, NAMESAKE)


def test_migrants_of_both_directions_count_together():
    value, people = reading(sought(ISTANBUL, BERLIN), "migrants", BERLIN)

    assert people > 1_000_000
    assert value == 1.0


def test_states_are_compared_by_votes_and_memberships():
    of = sought(ISTANBUL, BERLIN, SOFIA)

    agreement, raw = reading(of, "votes", BERLIN)
    memberships, shared = reading(of, "memberships", BERLIN)

    assert agreement == raw
    assert 0.5 < agreement < 1
    assert (memberships, shared) == (pytest.approx(2 / 3), 2)


def test_states_of_none_of_the_organisations_are_not_compared():
    assert np.isnan(reading(sought(BAKU, TBILISI, CAIRO), "memberships", CAIRO)[0]) == np.False_
    assert np.isnan(reading(sought(CAIRO, "98182"), "memberships", "98182")[0])


def test_former_relation_is_known_to_those_with_records_only():
    own = [own_tie(SOFIA, "BG", standing=Standing.EXPIRED), own_tie(None, "BG")]
    with_records, without = sought(ISTANBUL, SOFIA, VARNA, own=own), sought(ISTANBUL, SOFIA)

    assert [reading(with_records, "former", each)[0] for each in (SOFIA, VARNA)] == [1.0, 0.0]
    assert np.isnan(reading(without, "former", SOFIA)[0])


@pytest.mark.parametrize("standing", [Standing.ENDED, Standing.REFUSED, Standing.SUSPENDED])
def test_former_relation_that_somebody_decided_against_does_not_count(standing):
    own = [own_tie(SOFIA, "BG", standing=standing)]
    again = [*own, own_tie(SOFIA, "BG")]

    assert reading(sought(ISTANBUL, SOFIA, own=own), "former", SOFIA) == (0.0, BROKEN_OFF)
    assert reading(sought(ISTANBUL, SOFIA, own=again), "former", SOFIA) == (1.0, 1.0)


def test_network_counts_ways_through_partners_and_knows_nothing_without_any():
    of = sought(ISTANBUL)
    found = read_criteria(of, [Criterion.NETWORK])[Criterion.NETWORK]

    assert found.values.max() <= 1
    assert ((found.raw > 0) == (found.values > 0)).all()
    lonely = sought("TR-district:İstanbul/Beşiktaş", SOFIA)
    assert np.isnan(reading(lonely, "network", SOFIA)[0])


def test_own_ties_open_ways_that_the_data_does_not_know():
    besiktas = "TR-district:İstanbul/Beşiktaş"
    of = sought(besiktas, SOFIA, VARNA, own=[own_tie(BERLIN, "DE"), own_tie("1", "DE")])

    value, shared = reading(of, "network", SOFIA)

    assert (value, shared) == (0.0, 0) or shared == 1
    assert not np.isnan(value)


def test_network_without_any_way_is_nothing_and_not_unknown():
    of = sought("TR-district:İstanbul/Beşiktaş", SOFIA, own=[own_tie("3041563", "AD")])

    assert reading(of, "network", SOFIA)[0] == 0.0


def test_new_country_follows_the_records_where_there_are_any():
    own = [
        own_tie(PLOVDIV, "BG"),
        own_tie(None, "BG"),
        own_tie(BAKU, "AZ", standing=Standing.ENDED),
    ]
    of = sought(ISTANBUL, SOFIA, BAKU, own=own)

    assert reading(of, "new_country", SOFIA) == (pytest.approx(1 / 3), 2)
    assert reading(of, "new_country", BAKU) == (1.0, 0)


def test_new_country_follows_the_data_of_the_world_else():
    assert reading(sought(ISTANBUL, SOFIA), "new_country", SOFIA)[1] >= 1


def test_capacity_is_unknown_for_a_city_without_a_tie_on_record():
    of = sought(BERLIN, ISTANBUL, "TR-district:İstanbul/Beşiktaş")

    assert np.isnan(reading(of, "capacity", "TR-district:İstanbul/Beşiktaş")[0])
    assert reading(of, "capacity", ISTANBUL)[1] > 30


def test_country_fit_is_above_a_half_where_ties_are_more_than_expected():
    of = sought(ISTANBUL, SOFIA, TOKYO)

    often, lift = reading(of, "country_fit", SOFIA)

    assert often == pytest.approx(lift / (1 + lift))
    assert often > 0.5 > reading(of, "country_fit", TOKYO)[0]


def test_latitudes_are_compared_across_the_equator():
    sydney, santiago = "2147714", "3871336"

    assert reading(sought(sydney, santiago), "latitude", santiago)[0] > 0.9
