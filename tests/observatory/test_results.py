from datetime import date

import pytest

from elci.domain.geography.ties import TieType
from elci.foundation.eyes import PUBLIC
from elci.observatory.actions import keep_missing
from elci.observatory.choices import NetworkSource, ResultKind
from elci.observatory.models import KeptResult
from elci.observatory.queries.countries import lift_rows, types_of_country
from elci.observatory.queries.measuring import measured
from elci.observatory.queries.neighbourhood import neighbourhood_of
from elci.observatory.queries.networks import network_of, shipped_network
from elci.observatory.queries.results import VERSION, kept_result
from elci.observatory.queries.shipped import shipped_result
from elci.observatory.queries.standing import standing_of
from tests.istanbul import istanbul, loaded_istanbul

__all__ = ["istanbul", "loaded_istanbul"]
pytestmark = pytest.mark.django_db
TODAY = date(2024, 6, 1)


def test_package_brings_the_results_of_exactly_its_data_set():
    whole = shipped_network()

    for kind in ResultKind:
        assert shipped_result(kind, whole.digest, version=VERSION) is not None
        assert shipped_result(kind, "0" * 64, version=VERSION) is None
        assert shipped_result(kind, whole.digest, version=VERSION + 1) is None


def test_results_of_the_package_are_those_that_are_computed():
    whole = shipped_network()

    for kind in (ResultKind.SUMMARY, ResultKind.COUNTRIES):
        kept, found = kept_result(kind, whole).content, measured(kind, whole)
        assert kept.keys() == found.keys()
        for name in {"n", "m", "triangles", "components", "core_number", "lifts"} & kept.keys():
            assert kept[name] == found[name]


def test_results_are_kept_once_and_anew_when_a_tie_changes(istanbul):
    today = network_of(NetworkSource.REGISTER, PUBLIC, day=TODAY)
    earlier = network_of(NetworkSource.REGISTER, PUBLIC, day=date(2000, 1, 1))

    assert dict(keep_missing(today)) == dict.fromkeys(ResultKind, True)
    assert dict(keep_missing(today)) == dict.fromkeys(ResultKind, False)
    assert kept_result(ResultKind.SUMMARY, today).content["m"] == today.network.m
    assert kept_result(ResultKind.SUMMARY, earlier) is None
    assert KeptResult.objects.count() == len(ResultKind)


def test_network_without_a_tie_has_no_results():
    nothing = network_of(NetworkSource.REGISTER, PUBLIC, day=date(1900, 1, 1))

    assert list(keep_missing(nothing)) == []


def test_city_has_its_place_with_margins_and_coverage():
    whole = shipped_network()

    found = standing_of(whole, neighbourhood_of(whole, 745044, "en"))

    assert (found.rank, found.of) == (3, 12046)
    assert found.rank_low <= 3 <= found.rank_high
    assert 0 < found.between < 0.1
    assert [each.official.ties for each in found.coverage] == [53, 1533]
    assert found.coverage[1].held == 448
    assert found.unusual
    assert all(pair.observed <= pair.expected / 2 for pair in found.unusual)


def test_city_misses_the_regions_that_chance_would_not_leave_out():
    whole = shipped_network()

    found = standing_of(whole, neighbourhood_of(whole, 2886242, "en"))

    assert all(gap.chance < 0.05 for gap in found.gaps)


def test_city_without_a_tie_of_two_has_no_place():
    whole = shipped_network()
    lonely = int(whole.world.ids[(whole.network.degrees == 0).argmax()])

    assert standing_of(whole, neighbourhood_of(whole, lonely, "en")) is None


@pytest.mark.parametrize("order", ["-z", "z", "name", "-lift"])
def test_pairs_of_countries_are_set_beside_chance(order):
    rows = lift_rows(shipped_network(), country=None, order=order, language="en")

    hungary = next(row for row in rows if (row.one, row.other) == ("HU", "RO"))
    assert hungary.observed == 191
    assert hungary.lift > 9
    assert hungary.is_beyond_chance


def test_country_stands_first_in_its_pairs():
    rows = lift_rows(shipped_network(), country="TR", order="-observed", language="en")

    assert {row.one for row in rows} == {"TR"}
    assert sum(row.observed for row in rows if row.other == "TR") == 10


def test_ties_of_a_country_are_of_known_types():
    counts = types_of_country(shipped_network(), "TR")

    assert sum(counts.values()) == 448
    assert counts[TieType.DOMESTIC] == 10
