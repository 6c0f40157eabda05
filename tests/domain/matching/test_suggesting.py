"""The list: in order, with faithful reasons, filtered, and the same for the same question."""

import numpy as np
import pytest

from elci.domain.acts.kinds import Standing
from elci.domain.matching.candidates import USUAL_SIZE
from elci.domain.matching.criteria import USUAL_WEIGHTS, Criterion
from elci.domain.matching.filtering import Level, PlaceFilter
from elci.domain.matching.reasons import UNKNOWN, reasons_of
from elci.domain.matching.suggesting import Request, Search
from elci.domain.matching.weighing import Weighed
from elci.domain.places.gazetteer import UnknownPlaceError
from tests.domain.matching.worlds import (
    BERLIN,
    ISTANBUL,
    SOFIA,
    USKUDAR,
    YEAR,
    YEREVAN,
    own_tie,
    row_of,
    sought,
)

MILLIONS = PlaceFilter(smallest=1_000_000)


def search(city=ISTANBUL, **facts):
    return Search.of(Request(city=city, year=YEAR, **facts))


def test_suggestions_are_ranked_and_told():
    found = search(filter=MILLIONS).best(10)

    assert [each.rank for each in found] == list(range(1, 11))
    scores = [each.score for each in found]
    assert scores == sorted(scores, reverse=True)
    for each in found:
        assert each.place.country != "TR"
        assert {reason.criterion for reason in each.reasons} == set(Criterion)
        assert each.mutual_rank is not None
        assert 0 < each.quality <= 1
        assert all(reason.told.tr and reason.told.en for reason in each.reasons)
        assert all(reason.source.tr and reason.name.tr for reason in each.reasons)
        assert sum(bool(reason.edition) for reason in each.reasons) == len(Criterion) - 2


def test_reasons_are_the_parts_of_the_score():
    (first,) = search(filter=MILLIONS).best(1)

    weights = [abs(reason.part) for reason in first.reasons]
    assert weights == sorted(weights, reverse=True)
    assert all(reason.part > 0 for reason in first.speaking_for)
    assert all(reason.part < 0 for reason in first.speaking_against)
    unknown = [reason for reason in first.reasons if reason.value is None]
    assert {reason.told for reason in unknown} == {UNKNOWN}
    assert all(not reason.speaks_for and not reason.speaks_against for reason in unknown)


def test_reasons_are_faithful():
    """Without the reasons stated, a place falls three times as far as without others."""
    asked = search(filter=MILLIONS)
    falls, others = [], []
    for each in asked.best(10):
        stated = [reason.criterion for reason in each.speaking_for[:3]]
        left = [reason.criterion for reason in each.reasons[::-1] if reason.criterion not in stated]
        falls.append(_rank_without(asked, each, stated))
        others.append(_rank_without(asked, each, left[:3]))

    assert np.mean(falls) >= 3 * np.mean(others)


def _rank_without(asked, suggestion, criteria):
    weighed = asked.weighed
    row = row_of(weighed.sought, suggestion.place.id)
    score = weighed.scores[row] - sum(weighed.parts[each][row] for each in criteria)
    return int((weighed.scores[weighed.eligible] > score).sum()) + 1


def test_filter_leaves_out_what_is_not_wanted():
    asked = search(
        filter=PlaceFilter(
            countries=frozenset({"BG", "RO"}),
            largest=400_000,
            coast=True,
            level=Level.CITY,
            new_country=False,
        )
    )

    found = asked.best(50)

    assert {each.place.country for each in found} <= {"BG", "RO"}
    assert len(found) == asked.count
    assert all(USUAL_SIZE <= each.place.population <= 400_000 for each in found)


def test_countries_without_a_partner_can_be_asked_for_alone():
    own = [own_tie(SOFIA, "BG")]

    found = search(
        own=own,
        filter=PlaceFilter(countries=frozenset({"BG", "RO"}), new_country=True, coast=False),
    ).best(50)

    assert {each.place.country for each in found} == {"RO"}


def test_states_without_relations_are_left_out_until_asked_for():
    armenia = frozenset({"AM"})
    asked = search(filter=PlaceFilter(countries=armenia))
    all_of_it = search(filter=PlaceFilter(countries=armenia, no_relations=True))

    assert (asked.count, asked.best(5)) == (0, [])
    assert asked.left_out_for_relations == all_of_it.count > 0
    assert all_of_it.best(1)[0].against[0].kind == "no_relations"
    assert all_of_it.left_out_for_relations == 0


def test_single_places_are_told_with_their_rank_among_all():
    asked = search()

    found = asked.told([YEREVAN, "no such place", "TR-34", BERLIN])

    assert [each.place.id for each in found] == [YEREVAN]
    assert found[0].rank > 1


def test_smaller_places_join_where_they_are_asked_for():
    small = search(USKUDAR, filter=PlaceFilter(smallest=5_000, largest=6_000))

    assert all(each.place.population <= 6_000 for each in small.best(3))
    assert small.seeker.name == "Üsküdar"


def test_no_list_without_a_settlement():
    with pytest.raises(UnknownPlaceError):
        search("TR")


@pytest.mark.parametrize(
    ("seeker", "place", "criterion", "told"),
    [
        (ISTANBUL, "726050", "coast", "Both lie at the coast (2 km to the sea)"),
        (ISTANBUL, SOFIA, "coast", "Not at the coast, unlike the city that seeks"),
        (SOFIA, ISTANBUL, "coast", "At the coast, which the city that seeks is not"),
        (SOFIA, "323786", "coast", "Neither lies at the coast"),
        (ISTANBUL, SOFIA, "former", "A relation is in your records"),
        (ISTANBUL, "726050", "former", "No relation is in your records"),
        (ISTANBUL, "726050", "new_country", "Partners in this country: 1"),
        (ISTANBUL, "683506", "new_country", "You have no partner in this country"),
        (ISTANBUL, "TR-district:İstanbul/Beşiktaş", "network", "No tie with a partner of yours"),
        (
            ISTANBUL,
            "726050",
            "history",
            "By the source one of the countries governed the other for long",
        ),
        (ISTANBUL, "726050", "parity", "It is a city; the one that seeks is a city"),
    ],
)
def test_criteria_are_said_in_plain_words(seeker, place, criterion, told):
    weighed = Weighed.of(sought(seeker, place, own=[own_tie(SOFIA, "BG")]), USUAL_WEIGHTS)

    reasons = reasons_of(weighed, row_of(weighed.sought, place))

    assert {reason.criterion: reason.told.en for reason in reasons}[criterion] == told


def test_partners_in_common_are_named():
    weighed = Weighed.of(sought(ISTANBUL, "360630", "2643743"), USUAL_WEIGHTS)

    (told,) = (
        reason.told.tr
        for reason in reasons_of(weighed, row_of(weighed.sought, "2643743"))
        if reason.criterion is Criterion.NETWORK
    )

    assert "ortağınızla bağı kayıtlı (" in told


def test_weights_of_nothing_still_give_a_list():
    found = search(weights=dict.fromkeys(USUAL_WEIGHTS, 0.0), filter=MILLIONS).best(3)

    assert [each.score for each in found] == [0.0, 0.0, 0.0]
    assert isinstance(search(filter=MILLIONS).weighed, Weighed)


def test_cautions_are_told_of_partners_too():
    own = [own_tie(SOFIA, "BG", last_year=1990)]
    asked = search(own=own)

    assert asked.told([SOFIA]) == []
    assert [each.kind for each in asked.cautions(SOFIA)] == ["asleep_here"]
    assert asked.cautions("no such place") == ()


def test_relation_that_was_ended_is_said_to_be_so():
    own = [own_tie(SOFIA, "BG", standing=Standing.ENDED)]
    weighed = Weighed.of(sought(ISTANBUL, SOFIA, own=own), USUAL_WEIGHTS)

    told = [reason.told.en for reason in reasons_of(weighed, row_of(weighed.sought, SOFIA))]

    assert "A relation in your records was ended, refused or suspended" in told
