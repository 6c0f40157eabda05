"""Scores add up, unknown values speak for nobody, and the other side is asked alike."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elci.domain.matching.criteria import USUAL_WEIGHTS, Criterion
from elci.domain.matching.weighing import Weighed, mutual_ranks
from tests.domain.matching.worlds import (
    ANKARA,
    BERLIN,
    ISTANBUL,
    SOFIA,
    USKUDAR,
    VARNA,
    own_tie,
    row_of,
    sought,
)

weights_drawn = st.fixed_dictionaries({each: st.integers(0, 5) for each in Criterion})


def everything(weighed):
    return np.ones(len(weighed.sought.many), dtype=np.bool_)


@given(weights_drawn)
@settings(deadline=None, max_examples=15)
def test_parts_add_up_to_the_score(weights):
    weighed = Weighed.of(sought(), weights)

    parts = np.sum(list(weighed.parts.values()), axis=0)

    assert np.allclose(weighed.base + parts, weighed.scores)
    assert ((weighed.scores >= -1e-9) & (weighed.scores <= 1 + 1e-9)).all()
    assert ((weighed.quality >= 0) & (weighed.quality <= 1)).all()


@given(st.sampled_from(list(Criterion)))
@settings(deadline=None, max_examples=16)
def test_what_is_not_known_has_no_part(criterion):
    weighed = Weighed.of(sought(USKUDAR), {**USUAL_WEIGHTS, criterion: 5})

    unknown = np.isnan(weighed.readings[criterion].values)

    assert (weighed.parts[criterion][unknown] == 0).all()


def test_more_weight_on_a_criterion_never_lowers_its_best_place():
    light = Weighed.of(sought(), {**USUAL_WEIGHTS, Criterion.SIZE: 1})
    heavy = Weighed.of(sought(), {**USUAL_WEIGHTS, Criterion.SIZE: 5})
    eligible = np.where(light.eligible, light.readings[Criterion.SIZE].values, -1)
    most_alike = int(np.nanargmax(eligible))

    assert heavy.rank_of(most_alike) <= light.rank_of(most_alike)


def test_best_are_in_order_and_equal_scores_by_size():
    weighed = Weighed.of(sought(), dict.fromkeys(Criterion, 0.0))

    rows = weighed.best(everything(weighed), 20)

    assert len(set(weighed.scores[rows].tolist())) == 1
    population = weighed.sought.many.population[rows].tolist()
    assert population == sorted(population, reverse=True)
    assert (weighed.quality > 0).all()


def test_partners_and_compatriots_are_not_asked():
    by_world = Weighed.of(sought(ISTANBUL, BERLIN, ANKARA, SOFIA), USUAL_WEIGHTS)
    by_records = Weighed.of(
        sought(ISTANBUL, BERLIN, ANKARA, SOFIA, own=[own_tie(SOFIA, "BG"), own_tie(None, "BG")]),
        USUAL_WEIGHTS,
    )

    def asked(weighed):
        return [
            bool(weighed.eligible[row_of(weighed.sought, each)])
            for each in (BERLIN, ANKARA, SOFIA, ISTANBUL)
        ]

    assert asked(by_world) == [False, False, True, False]
    assert asked(by_records) == [True, False, False, False]
    assert by_records.rank_of(row_of(by_records.sought, SOFIA)) is None


def test_mutual_rank_is_that_of_the_list_which_the_other_side_would_see():
    of = sought(USKUDAR)
    weighed = Weighed.of(of, USUAL_WEIGHTS)
    row = int(weighed.best(everything(weighed), 1)[0])

    (rank,) = mutual_ranks(weighed, [row], USUAL_WEIGHTS)

    there = Weighed.of(
        type(of)(one=of.many.rows(np.asarray([row])), many=of.many, ties=of.ties), USUAL_WEIGHTS
    )
    us = row_of(of, USKUDAR)
    better = (there.scores[there.eligible] > there.scores[us]).sum()
    assert rank == pytest.approx(better + 1, abs=1)


def test_mutual_rank_is_unknown_where_the_seeker_is_no_candidate():
    of = sought(USKUDAR)
    without = replace(of, many=of.many.rows(np.asarray([row_of(of, SOFIA)])))

    assert mutual_ranks(Weighed.of(without, USUAL_WEIGHTS), [0], USUAL_WEIGHTS) == [None]


def test_criterion_of_which_nothing_is_known_speaks_for_nobody():
    weighed = Weighed.of(sought(ISTANBUL, VARNA), {Criterion.FORMER: 5})

    assert weighed.means == {Criterion.FORMER: 0.0}
    assert (weighed.scores == 0).all()
    assert (weighed.quality == 0).all()
