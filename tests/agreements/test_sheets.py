from datetime import date

import pytest

from elci.agreements.actions import correct_act, record_act, refresh_entries, withdraw_account
from elci.agreements.actions import sheets as making
from elci.agreements.models import CountSheet
from elci.agreements.queries import register
from elci.agreements.queries.sheets import Scope, add_cells, tally_on
from elci.domain.register import RegisterFilter
from elci.foundation.eyes import PUBLIC, Eyes
from elci.foundation.grades import Grade
from tests.builders import TODAY, act_facts, make_account, make_partner, make_workspace

DAYS = [
    date(1989, 12, 31),
    date(1990, 1, 1),
    date(1990, 6, 30),
    date(1990, 7, 1),
    date(1990, 12, 31),
    date(1994, 3, 27),
    date(2003, 8, 9),
    date(2017, 12, 30),
    date(2024, 6, 1),
    date(2050, 1, 1),
]


@pytest.fixture
def workspace(db):
    return make_workspace()


@pytest.fixture
def accounts(workspace):
    """Three public ones and a private one, from several years, one of them ended."""
    skopje = make_partner("Üsküp", "Makedonya")
    return [
        make_account(workspace, acts=[("signed", "1990-05-05"), ("terminated", "2003-08-08")]),
        make_account(workspace, partner=skopje, acts=[("signed", "1990")]),
        make_account(workspace, partner=make_partner("Köstence", "Romanya"), acts=[]),
        make_account(
            workspace,
            partner=make_partner("Cidde", "Suudi Arabistan"),
            acts=[("signed", "1994-03-27"), ("renewed", "2017-12-30")],
            grade=Grade.PRIVATE,
        ),
    ]


@pytest.fixture
def counted(accounts):
    making.make_sheets(least=1)
    return accounts


def eyes_of_keeper(workspace):
    return Eyes(user_id=1, reads=frozenset({workspace.pk}))


def counts_by_row(eyes, host):
    """What the register counts on each day, with nothing counted beforehand."""
    CountSheet.objects.all().delete()
    return counts_on_each_day(eyes, host)


def counts_on_each_day(eyes, host):
    wanted = [RegisterFilter(as_of=day, host=host) for day in DAYS]
    return [sorted(register.count_register(each, eyes, today=TODAY).cells) for each in wanted]


@pytest.mark.parametrize("host", [None, "istanbul", "ankara"])
@pytest.mark.parametrize("who", ["public", "keeper"])
def test_counts_from_sheets_are_those_of_the_rows(counted, workspace, who, host):
    make_workspace("ankara")
    eyes = PUBLIC if who == "public" else eyes_of_keeper(workspace)

    from_sheets = counts_on_each_day(eyes, host)

    assert CountSheet.objects.exists()
    assert from_sheets == counts_by_row(eyes, host)


def test_counts_follow_an_act_that_is_recorded(counted, workspace):
    terminated = act_facts("terminated", "1994-01-01")

    record_act(counted[1], terminated, user=None, today=TODAY, known_from=TODAY)

    assert_sheets_are_right(workspace)


def test_counts_follow_an_act_that_is_corrected(counted, workspace):
    signed = counted[0].acts.get(kind="signed")

    correct_act(signed, act_facts("signed", "1994-02-03"), user=None, today=TODAY, reason="typo")

    assert_sheets_are_right(workspace)


def test_counts_follow_a_withdrawal(counted, workspace):
    withdraw_account(counted[0], user=None, reason="entered twice")

    assert_sheets_are_right(workspace)


def test_counts_follow_a_new_relation(counted, workspace):
    make_account(workspace, partner=make_partner("Hartum", "Sudan"), acts=[("signed", "1985")])

    assert_sheets_are_right(workspace)


def assert_sheets_are_right(workspace):
    eyes = eyes_of_keeper(workspace)
    from_sheets = counts_on_each_day(eyes, "istanbul")
    assert CountSheet.objects.exists()
    assert from_sheets == counts_by_row(eyes, "istanbul")


def test_change_that_no_turn_of_a_year_sees_touches_no_sheet(counted):
    before = list(CountSheet.objects.order_by("pk").values_list())

    record_act(counted[0], act_facts("varied", "1991"), user=None, today=TODAY, known_from=TODAY)

    assert list(CountSheet.objects.order_by("pk").values_list()) == before


def test_small_register_has_no_sheets(accounts):
    refresh_entries()

    assert CountSheet.objects.count() == 0


def test_sheets_stand_at_the_end_of_years_in_which_something_changes(counted):
    public = CountSheet.objects.filter(scope="full").order_by("day")

    assert [sheet.day.year for sheet in public] == [1990, 2003]
    assert {sheet.day.isoformat()[5:] for sheet in public} == {"12-31"}


def test_sheets_are_kept_for_each_grade_and_workspace(counted, workspace):
    scopes = set(CountSheet.objects.values_list("scope", flat=True))

    assert scopes == {"full", "private", f"full:{workspace.pk}", f"private:{workspace.pk}"}


def test_number_of_queries_does_not_depend_on_the_day(counted, django_assert_num_queries):
    for day in (date(1990, 6, 30), date(1990, 7, 2), date(2024, 6, 1)):
        with django_assert_num_queries(2):
            tally_on(day, [Scope(Grade.FULL), Scope(Grade.PRIVATE)])


def test_what_comes_to_nothing_leaves_a_tally():
    tally = {"membership": {"in_force": {"": {"": 2}}}}

    add_cells(
        tally, [("membership", "in_force", "", None, -2), ("membership", "ended", "", 1990, 1)]
    )

    assert tally == {"membership": {"in_force": {"": {}}, "ended": {"": {"1990": 1}}}}
