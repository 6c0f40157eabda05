"""Correcting and withdrawing acts, on both time axes."""

from datetime import date
from functools import partial

import pytest
from django.utils import translation

from elci.accounts.models import Change
from elci.agreements.actions import correct_act, record_act, withdraw_act
from elci.agreements.actions.acts import AlreadyReplacedError, StillNeededError
from elci.agreements.models import Account, ActRecord
from elci.agreements.queries.acts import domain_act
from elci.domain.acts.checks import ActRefusedError, Refusal
from elci.domain.acts.kinds import Standing
from elci.domain.acts.standing import acts_known_on, standing_on
from tests.builders import TODAY, act_facts, make_account, make_act, make_user, make_workspace

pytestmark = pytest.mark.django_db
LATER = date(2024, 9, 15)


@pytest.fixture
def account() -> Account:
    return make_account(make_workspace())


def standing_acts(account: Account) -> list[tuple[str, str]]:
    acts = account.acts.filter(known_until=None).order_by("pk")
    return [(act.kind, str(act.happened)) for act in acts]


def test_correction_keeps_the_old_act_and_points_to_it(account):
    old = account.acts.get()
    user = make_user(account.workspace)

    new = correct_act(
        old, act_facts("signed", "1994-04-27"), user=user, today=LATER, reason="misread the month"
    )

    old.refresh_from_db()
    assert (str(old.happened), old.known_until, old.reason) == ("1994-03-27", LATER, "")
    assert (new.replaces, new.reason, new.known_from, new.known_until) == (
        old, "misread the month", LATER, None,
    )  # fmt: skip
    assert standing_acts(account) == [("signed", "1994-04-27")]


def test_correction_tells_before_after_and_why(account):
    old = account.acts.get()

    correct_act(
        old, act_facts("signed", "1994-04"), user=None, today=LATER, reason="misread the month"
    )

    line = Change.objects.first()
    assert (line.verb, line.reason, line.user) == ("corrected", "misread the month", None)
    assert (line.before["happened"], line.after["happened"]) == ("1994-03-27", "1994-04")


def test_correction_answers_what_was_known_and_what_is_known(account):
    old = account.acts.get()
    correct_act(old, act_facts("signed", "1996"), user=None, today=LATER, reason="wrong year")

    acts = [domain_act(record) for record in account.acts.all()]
    day = date(1995, 6, 1)

    def as_known_on(known_on: date | None) -> Standing | None:
        return standing_on(acts_known_on(acts, known_on), day)

    assert as_known_on(date(2024, 5, 31)) is None
    assert as_known_on(TODAY) is Standing.IN_FORCE
    assert as_known_on(date(2024, 9, 14)) is Standing.IN_FORCE
    assert as_known_on(LATER) is None
    assert as_known_on(None) is None


def test_correction_on_the_day_of_recording_leaves_no_day_of_the_fault(account):
    old = account.acts.get()

    correct_act(old, act_facts("signed", "1996"), user=None, today=TODAY, reason="typo")

    old.refresh_from_db()
    assert (old.known_from, old.known_until) == (TODAY, TODAY)


def test_act_can_be_corrected_to_the_same_date_with_other_words(account):
    corrected = correct_act(
        account.acts.get(),
        act_facts("signed", "1994-03-27", organ="Meclis"),
        user=None,
        today=LATER,
        reason="the organ was missing",
    )

    assert corrected.organ == "Meclis"


def test_second_correction_of_the_same_act_is_refused_in_the_readers_language(account):
    read_by_two = ActRecord.objects.get(account=account)
    correct_act(
        account.acts.get(), act_facts("signed", "1995"), user=None, today=LATER, reason="first"
    )

    with translation.override("en"), pytest.raises(AlreadyReplacedError) as refusal:
        correct_act(
            read_by_two, act_facts("signed", "1996"), user=None, today=LATER, reason="second"
        )

    assert str(refusal.value) == (
        "This act was corrected or withdrawn in the meantime. "
        "Open the relation again and correct the act that stands there now."
    )
    assert standing_acts(account) == [("signed", "1995")]


def test_refused_correction_leaves_the_act_as_it_was(account):
    make_act(account, "terminated", "2001")
    lines = Change.objects.count()

    with pytest.raises(ActRefusedError) as refusal:
        correct_act(
            account.acts.get(kind="signed"), act_facts("signed", "2005"),
            user=None, today=LATER, reason="wrong",
        )  # fmt: skip

    assert refusal.value.code is Refusal.BEFORE_THE_OPENING
    assert standing_acts(account) == [("signed", "1994-03-27"), ("terminated", "2001")]
    assert Change.objects.count() == lines


def test_correction_can_be_corrected_again(account):
    first = account.acts.get()
    second = correct_act(first, act_facts("signed", "1995"), user=None, today=LATER, reason="a")
    third = correct_act(second, act_facts("signed", "1996"), user=None, today=LATER, reason="b")

    assert (third.replaces.replaces, standing_acts(account)) == (first, [("signed", "1996")])


def test_withdrawn_act_stays_with_the_reason_and_no_longer_counts(account):
    act = make_act(account, "terminated", "2017")

    withdraw_act(act, user=None, today=LATER, reason="it was another city")

    act.refresh_from_db()
    assert (act.known_until, act.reason) == (LATER, "it was another city")
    assert standing_acts(account) == [("signed", "1994-03-27")]
    assert [each.standing for each in account.entry.periods.all()] == ["in_force"]
    line = Change.objects.first()
    assert (line.verb, line.reason, line.before["happened"], line.after) == (
        "withdrawn", "it was another city", "2017", None,
    )  # fmt: skip


def test_second_withdrawal_of_an_act_is_refused(account):
    act = make_act(account, "terminated", "2017")
    withdraw_act(act, user=None, today=LATER, reason="it was another city")

    with pytest.raises(AlreadyReplacedError):
        withdraw_act(act, user=None, today=LATER, reason="again")


@pytest.mark.parametrize("later", [("renewed", "2001"), ("terminated", "2017")])
@pytest.mark.parametrize(
    "take_away",
    [
        partial(withdraw_act, user=None, today=LATER, reason="mistake"),
        partial(correct_act, facts=act_facts("proposed"), user=None, today=LATER, reason="mistake"),
    ],
)
def test_opening_on_which_later_acts_rest_cannot_be_taken_away(account, later, take_away):
    make_act(account, *later)
    signed = account.acts.get(kind="signed")
    lines = Change.objects.count()

    with translation.override("en"), pytest.raises(StillNeededError) as refusal:
        take_away(signed)

    assert str(refusal.value) == (
        "Later acts rest on this one: without it, they would renew, change or end "
        "something that was never signed. Correct or withdraw those acts first."
    )
    assert standing_acts(account) == [("signed", "1994-03-27"), later]
    assert Change.objects.count() == lines


def test_second_opening_can_be_withdrawn_under_a_later_act(account):
    again = make_act(account, "signed", "2002-10-15")
    make_act(account, "renewed", "2010")

    withdraw_act(again, user=None, today=LATER, reason="mistake")

    assert standing_acts(account) == [("signed", "1994-03-27"), ("renewed", "2010")]


def test_only_act_of_an_account_can_be_withdrawn(account):
    withdraw_act(account.acts.get(), user=None, today=LATER, reason="mistake")

    assert (standing_acts(account), account.entry.periods.count()) == ([], 0)


def test_act_recorded_by_name_of_its_action_is_the_one_returned(account):
    act = record_act(
        account, act_facts("renewed", "2010"), user=None, today=TODAY, known_from=TODAY
    )

    assert str(act) == "renewed 2010"
