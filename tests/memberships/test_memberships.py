import pytest
from django.utils import translation

from elci.accounts.models import Change, Unit
from elci.agreements.models import Account
from elci.domain.dates import PartialDate
from elci.domain.vocabularies import MembershipGrade
from elci.memberships.actions import (
    ResponsibilityRefusedError,
    end_responsibility,
    record_grade,
)
from elci.memberships.models import Responsibility
from elci.memberships.queries import grade_terms_of, responsibilities_of
from tests.builders import TODAY, make_account, make_organisation, make_workspace

pytestmark = pytest.mark.django_db
SINCE = PartialDate.parse("2004-09")


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def seat() -> Account:
    return make_account(
        make_workspace(),
        partner=make_organisation("Birlik"),
        instrument="membership",
        acts=[("entered_into_force", "2004-09-08")],
    )


def record(account, **said):
    facts = {"grade": MembershipGrade.MEMBER, "as_printed": "Üye", "since": SINCE, "units": ()}
    return record_grade(account, **{**facts, **said})


def units_of(account):
    return [each.unit.name for each in responsibilities_of(account)]


def test_grade_and_units_are_kept_as_recorded(seat):
    record(seat, units=("AKOM", "İSTAÇ A.Ş."))

    (term,) = grade_terms_of(seat)
    assert (term.grade, term.as_printed, term.since) == ("member", "Üye", SINCE)
    assert units_of(seat) == ["AKOM", "İSTAÇ A.Ş."]


@pytest.mark.parametrize("since", [SINCE, None])
def test_same_grade_again_changes_nothing(seat, since):
    record(seat, since=since, units=("AKOM",))
    lines = Change.objects.count()

    record(seat, since=since, units=("AKOM",))

    assert (grade_terms_of(seat).count(), units_of(seat)) == (1, ["AKOM"])
    assert Change.objects.count() == lines


def test_later_grade_stands_beside_the_earlier(seat):
    record(seat)
    record(seat, grade=MembershipGrade.BOARD, since=PartialDate.parse("2011"))

    assert [(term.grade, str(term.since)) for term in grade_terms_of(seat)] == [
        ("member", "2004-09"),
        ("board", "2011"),
    ]


def test_new_unit_is_added_and_told(seat):
    record(seat, units=("AKOM",))
    record(seat, units=("KUDEP",))

    assert units_of(seat) == ["AKOM", "KUDEP"]
    assert Change.objects.first().after["units"] == ["KUDEP"]


def test_units_belong_to_the_workspace_that_names_them(seat):
    other = make_account(make_workspace("ankara"), partner=make_organisation("Birlik"),
                         instrument="membership")  # fmt: skip
    record(seat, units=("AKOM",))
    record(other, units=("AKOM",))

    assert {unit.workspace.key for unit in Unit.objects.filter(name="AKOM")} == {
        "istanbul", "ankara",
    }  # fmt: skip
    assert units_of(other) == ["AKOM"]


def test_unit_that_ended_stays_on_record_and_may_begin_anew(seat):
    record(seat, units=["AKOM"])
    first = Responsibility.objects.get()

    end_responsibility(
        first, until=PartialDate.parse("2019"), today=TODAY, user=None, reason="moved"
    )
    record(seat, units=["AKOM"])

    ended, again = responsibilities_of(seat)
    assert (str(ended.until), again.until, ended.unit) == ("2019", None, again.unit)
    line = Change.objects.get(verb="ended")
    assert (line.before, line.after, line.reason) == (
        {"units": ["AKOM"]},
        {"units": [], "until": "2019"},
        "moved",
    )


@pytest.mark.parametrize(
    ("until", "is_ended", "part"),
    [("2019", True, "Somebody else"), ("2099", False, "not come yet")],
)
def test_responsibility_ends_once_and_never_in_the_future(seat, until, is_ended, part):
    record(seat, units=["AKOM"])
    responsibility = Responsibility.objects.get()
    if is_ended:
        Responsibility.objects.update(until=PartialDate.parse("2018"))

    with pytest.raises(ResponsibilityRefusedError, match=part):
        end_responsibility(
            responsibility, until=PartialDate.parse(until), today=TODAY, user=None, reason="x"
        )
