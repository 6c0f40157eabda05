"""Who the parties of a relation are: on a day, and after they were corrected."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from elci.accounts.models import Change
from elci.agreements.actions import (
    DuplicateRelationError,
    PartiesRefusedError,
    change_parties,
)
from elci.agreements.models import Account, Party, RegisterEntry
from elci.agreements.queries.acts import acts_by_account
from elci.agreements.queries.parties import (
    partners_at_acts,
    partners_on,
    successions_of_partners,
    told_succession,
    untold_successions,
)
from elci.agreements.queries.partners import organisations_visible_to
from elci.agreements.queries.relations import accounts_like, partners_of
from elci.domain.dates import PartialDate
from elci.domain.successions import SuccessionKind
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import PUBLIC
from elci.foundation.grades import Grade
from elci.organisations.actions import SuccessionFacts, record_succession
from tests.builders import (
    TODAY,
    make_account,
    make_act,
    make_organisation,
    make_partner,
    make_workspace,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def eminonu_account(*acts):
    return make_account(
        make_workspace(),
        partner=make_partner("Eminönü", "Türkiye"),
        acts=acts or [("signed", "2005-05-12")],
    )


def then(account, day):
    return [
        (body.name_tr, party.is_another)
        for party in partners_on(account, date.fromisoformat(day))
        for body in party.then
    ]


def test_party_is_called_as_it_was_on_the_day():
    account = eminonu_account()

    assert then(account, "2009-03-28") == [("Eminönü", False)]
    assert then(account, "2009-03-29") == [("Fatih Belediyesi", True)]


def test_act_is_tied_to_the_succession_that_it_tells_of():
    account = eminonu_account(("signed", "2005-05-12"), ("party_succeeded", "2009-03"))
    (succession,) = successions_of_partners(account)
    signed, succeeded = account.acts.all()

    assert told_succession(signed, [succession]) is None
    assert told_succession(succeeded, [succession]) == succession
    assert told_succession(succeeded, []) is None


@pytest.mark.parametrize(
    ("acts", "is_untold"),
    [
        ([("signed", "2005-05-12")], True),
        ([("signed", "2005-05-12"), ("party_succeeded", "2009-03-29")], False),
        ([("signed", "2005-05-12"), ("party_succeeded", "2008")], True),
        ([("signed", "2005-05-12"), ("terminated", "2007")], False),
        ([("signed", "2010")], False),
    ],
)
def test_succession_within_a_relation_that_no_act_tells_of_is_found(acts, is_untold):
    account = eminonu_account(*acts)
    held = acts_by_account([account.pk])[account.pk]

    found = untold_successions(account, held, successions_of_partners(account))

    assert bool(found) == is_untold


def test_bodies_of_a_succession_are_public_whoever_sees_the_relation():
    account = make_account(
        make_workspace(), partner=make_partner("Eminönü", "Türkiye"), grade=Grade.PRIVATE
    )
    make_account(account.workspace, partner=make_partner(), grade=Grade.PRIVATE)

    seen = organisations_visible_to(PUBLIC).filter(workspace=None)

    assert {body.name_tr for body in seen} == {"Eminönü", "Fatih Belediyesi"}


def test_parties_are_changed_and_what_they_were_is_kept():
    account = make_account(make_workspace(), partner=[make_partner(), make_organisation("Birlik")])
    right = make_partner("Üsküp", "Makedonya")
    birlik = partners_of(account)[1]

    change_parties(account, [right, birlik], user=None, reason="misread")

    account = Account.objects.get()
    assert partners_of(account) == [right, birlik]
    old = Party.objects.get(replaced_at__isnull=False)
    assert (old.organisation.name_tr, old.replacement_reason) == ("Filibe", "misread")
    line = Change.objects.filter(subject_kind="parties").get()
    assert (line.before, line.after, line.reason) == (
        {"partners": ["Filibe", "Birlik"]},
        {"partners": ["Üsküp", "Birlik"]},
        "misread",
    )
    assert RegisterEntry.objects.get().partner_tr == "Üsküp, Birlik"
    assert (
        list(accounts_like(account.workspace, [old.organisation, birlik], Instrument.SISTER_CITY))
        == []
    )
    assert list(accounts_like(account.workspace, [right, birlik], Instrument.SISTER_CITY)) == [
        account
    ]
    assert old.organisation not in organisations_visible_to(PUBLIC)


def test_party_that_was_wrong_first_and_is_right_after_all_gets_a_row_of_its_own():
    account = make_account(make_workspace())
    (filibe,) = partners_of(account)
    uskup = make_partner("Üsküp", "Makedonya")

    change_parties(account, [uskup], user=None, reason="misread")
    change_parties(Account.objects.get(), [filibe], user=None, reason="it was right")

    assert partners_of(Account.objects.get()) == [filibe]
    assert Party.objects.filter(organisation=filibe).count() == 2


def test_same_parties_again_change_nothing():
    account = make_account(make_workspace())

    change_parties(account, partners_of(account), user=None, reason="none")

    assert not Change.objects.filter(subject_kind="parties").exists()


def test_relation_keeps_another_party():
    account = make_account(make_workspace())

    with pytest.raises(PartiesRefusedError, match="needs another party"):
        change_parties(account, [], user=None, reason="none")


def test_own_body_is_no_other_party():
    account = make_account(make_workspace())

    with pytest.raises(PartiesRefusedError, match="a party already"):
        change_parties(account, [account.workspace.organisation], user=None, reason="none")


def test_parties_of_a_relation_that_another_party_keeps_too_are_not_changed():
    account = make_account(make_workspace())
    Account.objects.create(
        relation=account.relation,
        workspace=make_workspace("ankara"),
        instrument=account.instrument,
    )

    with pytest.raises(PartiesRefusedError, match="not yours alone"):
        change_parties(account, [make_partner("Üsküp", "Makedonya")], user=None, reason="misread")


def test_parties_that_would_make_a_relation_twice_are_refused():
    workspace = make_workspace()
    known = make_account(workspace)
    other = make_account(workspace, partner=make_partner("Üsküp", "Makedonya"))
    later = make_account(workspace, partner=make_organisation("Oş"), acts=[("signed", "2001")])

    with pytest.raises(DuplicateRelationError) as refusal:
        change_parties(other, partners_of(known), user=None, reason="misread")
    change_parties(later, partners_of(known), user=None, reason="misread")

    assert (refusal.value.account, refusal.value.may_be_separate) == (known, False)
    assert partners_of(Account.objects.get(pk=later.pk)) == partners_of(known)


def test_database_refuses_a_party_that_is_replaced_without_a_reason():
    party = make_account(make_workspace()).relation.parties.last()
    party.replaced_at = party.relation.made_at

    with pytest.raises(IntegrityError), transaction.atomic():
        party.save()


def test_act_that_was_recorded_later_tells_of_the_succession_too():
    account = eminonu_account()
    act = make_act(account, "party_succeeded", "2009-03-29")

    assert told_succession(act, successions_of_partners(account)) is not None


def test_partners_at_acts_are_called_as_on_the_day_of_each():
    old, new = make_organisation("Eski Belediye"), make_organisation("Yeni Belediye")
    since = SuccessionFacts(
        since=PartialDate.parse("2009-03-29"), kind=SuccessionKind.RENAMED, source_tr="Kanun 1"
    )
    record_succession(old, new, since, today=TODAY)
    days = [("signed", "1994-03-27"), ("renewed", "2009"), ("renewed", "2016"), ("varied", "XXXX")]
    account = make_account(make_workspace(), partner=old, acts=days)
    acts = list(account.acts.order_by("pk"))

    today = partners_at_acts(account, acts, day=TODAY)
    before = partners_at_acts(account, acts, day=date(2000, 1, 1))

    assert today == {acts[0].pk: [old]}
    assert before == {acts[2].pk: [new]}
