"""Recording acts."""

from datetime import date

import pytest

from elci.accounts.models import Change
from elci.agreements.models import Account, ActRecord, StandingPeriod
from elci.documents.actions import cite_source
from elci.domain.acts.checks import ActRefusedError, Refusal
from elci.domain.acts.kinds import ActKind
from tests.builders import TODAY, make_account, make_act, make_user, make_workspace

pytestmark = pytest.mark.django_db
LATER = date(2024, 9, 15)


@pytest.fixture
def account() -> Account:
    return make_account(make_workspace())


def standing_acts(account: Account) -> list[tuple[str, str]]:
    acts = account.acts.filter(known_until=None).order_by("pk")
    return [(act.kind, str(act.happened)) for act in acts]


def test_recorded_act_keeps_everything_that_was_said(account):
    source = cite_source(workspace=account.workspace, title_tr="Meclis tutanağı")
    user = make_user(account.workspace)

    act = make_act(
        account, "renewed", "2016-04~", user=user, valid_until="2030-12-31", organ="Meclis",
        number="2016/412", places=("Filibe", "İstanbul"), source=source,
        source_detail="s. 4", note="oy birliğiyle",
    )  # fmt: skip

    act.refresh_from_db()
    assert (act.kind, str(act.happened), str(act.valid_until)) == (
        ActKind.RENEWED, "2016-04~", "2030-12-31",
    )  # fmt: skip
    assert (act.organ, act.number, act.places) == ("Meclis", "2016/412", ["Filibe", "İstanbul"])
    assert (act.source, act.source_detail, act.note) == (source, "s. 4", "oy birliğiyle")
    assert (act.known_from, act.known_until, act.recorded_by) == (TODAY, None, user)


def test_recorded_act_adds_a_line_to_the_history(account):
    user = make_user(account.workspace)

    act = make_act(account, "renewed", "2016-04", user=user, number="7")

    line = Change.objects.first()
    assert (line.verb, line.user, line.workspace) == ("recorded", user, account.workspace)
    assert (line.subject_kind, line.subject_uuid, line.account_uuid) == (
        "act", act.uuid, account.uuid,
    )  # fmt: skip
    assert (line.before, line.after["happened"], line.after["number"]) == (None, "2016-04", "7")


def test_history_names_the_source_of_an_act(account):
    source = cite_source(workspace=account.workspace, title_tr="Meclis tutanağı")

    make_act(account, "renewed", "2016", source=source, valid_until="2020")

    line = Change.objects.first()
    assert (line.after["source"], line.after["valid_until"]) == ("Meclis tutanağı", "2020")


@pytest.mark.parametrize(
    ("recorded", "new", "code"),
    [
        ([], ("renewed", "2016"), Refusal.NEVER_OPENED),
        ([("signed", "2010")], ("renewed", "2009"), Refusal.BEFORE_THE_OPENING),
        ([("signed", "2010")], ("terminated", "2009"), Refusal.BEFORE_THE_OPENING),
        ([("signed", "2010")], ("signed", "2010"), Refusal.SAME_ACT_TWICE),
        ([("signed", "2010")], ("resumed", "2012"), Refusal.NEVER_SUSPENDED),
        (
            [("signed", "2010"), ("suspended", "2011"), ("resumed", "2012")],
            ("resumed", "2013"),
            Refusal.NOT_SUSPENDED,
        ),
        ([("signed", "2010"), ("suspended", "2011")], ("suspended", "2012"),
         Refusal.ALREADY_SUSPENDED),
        ([("signed", "2010"), ("terminated", "2015")], ("renewed", "2016"), Refusal.ALREADY_ENDED),
        ([("signed", "2010"), ("renewed", "2015")], ("terminated", "2012"),
         Refusal.CONTINUED_AFTERWARDS),
        ([], ("signed", "2024-06-02"), Refusal.NOT_YET_HAPPENED),
        ([], ("signed", "2030"), Refusal.NOT_YET_HAPPENED),
    ],
)  # fmt: skip
def test_act_that_cannot_be_is_refused_and_nothing_is_kept(recorded, new, code):
    account = make_account(make_workspace(), acts=recorded)
    lines, acts = Change.objects.count(), ActRecord.objects.count()

    with pytest.raises(ActRefusedError) as refusal:
        make_act(account, *new)

    assert refusal.value.code is code
    assert (Change.objects.count(), ActRecord.objects.count()) == (lines, acts)


def test_act_of_the_day_of_recording_is_accepted(account):
    make_act(account, "renewed", str(TODAY))

    assert standing_acts(account)[-1] == ("renewed", "2024-06-01")


@pytest.mark.parametrize(
    ("kind", "valid_until", "code"),
    [
        ("renewed", "2015", Refusal.TERM_ENDS_BEFORE_IT_BEGINS),
        ("proposed", "2030", Refusal.TERM_NOT_ALLOWED),
    ],
)
def test_term_that_cannot_be_is_refused(account, kind, valid_until, code):
    with pytest.raises(ActRefusedError) as refusal:
        make_act(account, kind, "2016", valid_until=valid_until)

    assert refusal.value.code is code


def test_recording_moves_the_standing_at_once(account):
    make_act(account, "terminated", "2017-05-02")

    periods = StandingPeriod.objects.filter(entry=account.entry).order_by("starts")
    assert [(each.standing, str(each.starts), str(each.ends)) for each in periods] == [
        ("in_force", "1994-03-27", "2017-05-02"),
        ("ended", "2017-05-02", "9999-12-31"),
    ]
