import pytest

from elci.accounts.models import Change, Unit
from elci.agreements.models import Account
from elci.domain.dates import PartialDate
from elci.domain.vocabularies import MembershipGrade
from elci.memberships.actions import record_grade
from elci.memberships.queries import grade_terms_of, responsibilities_of
from tests.builders import make_account, make_organisation, make_workspace

pytestmark = pytest.mark.django_db
SINCE = PartialDate.parse("2004-09")


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
