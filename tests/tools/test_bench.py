import gzip
import random
from datetime import date

import pytest

from elci.agreements.actions import refresh_entry
from elci.agreements.models import (
    Account,
    ActRecord,
    RegisterEntry,
    RegisterFinding,
    RegisterPartner,
    StandingPeriod,
)
from elci.agreements.queries.acts import domain_act
from elci.domain.acts.checks import check_act
from tools.bench.generating import TODAY, Size, fill
from tools.bench.measuring import Answer, Series, percentile
from tools.bench.report import faults, table
from tools.bench.stories import FIRST_DAY, STORIES, tell_story
from tools.bench.weights import page_weight

SMALL = Size(relations=60, hosts=4, partners=40)


@pytest.fixture
def small_register(db):
    fill(SMALL)


def derived_rows():
    """What the lists read, by account, without the numbers of the rows."""
    return {
        model.__name__: sorted(
            model.objects.values_list(
                *(each.attname for each in model._meta.concrete_fields if each.attname != "id")
            ),
            key=str,
        )
        for model in (RegisterEntry, RegisterPartner, StandingPeriod, RegisterFinding)
    }


def test_register_has_the_size_asked_for(small_register):
    standing = ActRecord.objects.filter(known_until=None)

    assert Account.objects.count() == 60
    assert standing.count() == 300
    assert RegisterEntry.objects.count() == Account.objects.filter(withdrawn_at=None).count()


def test_every_act_could_have_been_recorded_after_those_before_it(small_register):
    for account in Account.objects.prefetch_related("acts"):
        acts = [domain_act(record) for record in account.acts.all() if record.known_until is None]
        for place, act in enumerate(acts):
            check_act(act, acts[:place], today=TODAY)


def test_lists_are_what_each_account_alone_would_make(small_register):
    made = derived_rows()

    for account in Account.objects.all():
        refresh_entry(account)

    assert derived_rows() == made


def test_same_seed_makes_the_same_stories():
    told = [
        [tell_story(random.Random(seed), today=TODAY) for _again in range(20)] for seed in (7, 7, 8)
    ]

    assert told[0] == told[1]
    assert told[0] != told[2]


@pytest.mark.parametrize("seed", range(50))
def test_story_has_five_acts_on_days_of_the_register(seed):
    acts = tell_story(random.Random(seed), today=TODAY)

    assert len(acts) == 5
    assert all(act.happened.until > FIRST_DAY for act in acts)
    assert all(act.happened.earliest <= act.known_from <= TODAY for act in acts)


def test_stories_have_five_steps_each():
    assert {len(story) for story, _weight in STORIES} == {5}


@pytest.mark.parametrize(
    ("share", "expected"), [(1, 1.0), (50, 10.0), (95, 19.0), (96, 20.0), (100, 20.0)]
)
def test_percentile_is_a_value_that_was_measured(share, expected):
    assert percentile([float(each) for each in range(20, 0, -1)], share) == expected


def answer(*, seconds=0.01, queries=3):
    return Answer(seconds, seconds, queries, 200, b"")


@pytest.mark.parametrize(
    ("answers", "weight", "expected"),
    [
        ([answer()], 150_000, []),
        ([answer(seconds=0.1)], 0, []),
        ([answer(seconds=0.101)], 0, ["slow"]),
        ([answer(queries=12)], 0, []),
        ([answer(queries=13)], 150_001, ["queries", "heavy"]),
    ],
)
def test_verdict_names_what_is_exceeded(answers, weight, expected):
    assert faults(Series("home", answers, weight)) == expected


def test_table_has_a_line_for_each_kind():
    lines = table([Series("home", [answer()], 1000), Series("about", [answer()])]).splitlines()

    assert [line.split("|")[1].strip() for line in lines] == ["page", "-----", "home", "about"]


def test_weight_counts_page_styles_and_the_typefaces_of_its_signs(tmp_path):
    face = '@font-face{{font-family:"Sans";src:url("./{0}.woff2");unicode-range:{1}}}'
    styles = face.format("latin", "U+0000-00FF") + face.format("greek", "U+0370-03FF")
    (tmp_path / "page.css").write_text(styles)
    (tmp_path / "latin.woff2").write_bytes(b"l" * 700)
    (tmp_path / "greek.woff2").write_bytes(b"g" * 9000)
    html = '<link rel="stylesheet" href="/static/page.css"><h1>Oş</h1><p>Filibe</p>'

    weight = page_weight(html, tmp_path)

    packed = len(gzip.compress(html.encode(), 6)) + len(gzip.compress(styles.encode(), 9))
    assert weight == packed + 700


def test_weight_leaves_the_drawn_map_out(tmp_path):
    bare = '<figure><svg class="map__legend"></svg></figure>'
    drawn = bare.replace("<figure>", '<figure><svg class="map__drawing"><path d="M0 0"/></svg>')

    assert page_weight(drawn, tmp_path) == page_weight(bare, tmp_path)


def test_today_of_the_register_is_fixed():
    assert date(2026, 11, 1) == TODAY
