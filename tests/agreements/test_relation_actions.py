"""Opening an account of a relation, and refusing the same one twice."""

import pytest
from django.utils import translation

from elci.accounts.models import Change
from elci.agreements.actions import (
    AccountFacts,
    DuplicateRelationError,
    Opening,
)
from elci.agreements.models import Account, ActRecord, Party, RegisterEntry, Relation
from elci.domain.acts.checks import ActRefusedError, Refusal
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade
from tests.builders import (
    TODAY,
    act_facts,
    make_account,
    make_organisation,
    make_partner,
    make_user,
    make_workspace,
)

pytestmark = pytest.mark.django_db
WRITTEN = (Relation, Party, Account, ActRecord, RegisterEntry, Change)


def row_numbers() -> list[int]:
    return [model.objects.count() for model in WRITTEN]


def test_opened_account_has_its_keeper_first_among_the_parties():
    workspace = make_workspace()
    plovdiv, skopje = make_partner(), make_partner("Üsküp", "Makedonya")

    account = make_account(workspace, partner=[skopje, plovdiv])

    parties = [party.organisation for party in account.relation.parties.all()]
    assert parties == [workspace.organisation, skopje, plovdiv]


def test_opened_account_keeps_what_was_said():
    account = make_account(
        make_workspace(), instrument="memorandum", grade=Grade.PRIVATE, local_name="Dostluk",
        partner_as_printed="Plovdiv bld.", dimensions=("culture",), purposes=("peace",),
        fields=("trade", "tourism"), forms=("events",), note="bir not",
    )  # fmt: skip

    account.refresh_from_db()
    assert (account.instrument, account.grade) == (Instrument.MEMORANDUM, Grade.PRIVATE)
    assert (account.local_name, account.partner_as_printed, account.note) == (
        "Dostluk", "Plovdiv bld.", "bir not",
    )  # fmt: skip
    assert (account.dimensions, account.purposes, account.fields, account.forms) == (
        ["culture"], ["peace"], ["trade", "tourism"], ["events"],
    )  # fmt: skip


def test_account_is_private_unless_said_otherwise():
    assert AccountFacts(instrument=Instrument.MEMORANDUM).grade is Grade.PRIVATE


def test_opening_tells_who_opened_what():
    workspace = make_workspace()
    user = make_user(workspace)

    account = make_account(workspace, user=user)

    lines = Change.objects.order_by("pk").values_list("verb", "subject_kind", "user")
    assert list(lines) == [("opened", "account", user.pk), ("recorded", "act", user.pk)]
    assert account.made_by == user


def test_error_in_the_last_act_leaves_nothing():
    workspace, partner = make_workspace(), make_partner()
    before = row_numbers()

    with pytest.raises(ActRefusedError) as refusal:
        make_account(
            workspace,
            partner=partner,
            acts=[("signed", "2010"), ("renewed", "2012"), ("terminated", "2009")],
        )

    assert refusal.value.code is Refusal.BEFORE_THE_OPENING
    assert row_numbers() == before


def test_relation_without_a_partner_is_refused():
    with pytest.raises(ValueError, match="a relation needs a party besides"):
        make_account(make_workspace(), partner=[])


def test_relation_with_itself_is_refused():
    workspace = make_workspace()

    with pytest.raises(ValueError, match="a relation needs a party besides"):
        make_account(workspace, partner=[workspace.organisation])


def test_party_named_twice_is_refused_and_leaves_nothing():
    workspace, partner = make_workspace(), make_partner()
    before = row_numbers()

    with pytest.raises(ValueError, match="named twice"):
        make_account(workspace, partner=[partner, partner])

    assert row_numbers() == before


def test_same_act_of_the_same_date_is_the_same_relation():
    workspace = make_workspace()
    first = make_account(workspace)

    with translation.override("en"), pytest.raises(DuplicateRelationError) as refusal:
        make_account(workspace, separate=True)

    assert (refusal.value.account, refusal.value.may_be_separate) == (first, False)
    assert str(refusal.value) == (
        "This relation is in the register already, with the same act on the same date. "
        "Open it and record there what is new."
    )


def test_another_date_asks_whether_it_is_separate():
    workspace = make_workspace()
    first = make_account(workspace)

    with translation.override("en"), pytest.raises(DuplicateRelationError) as refusal:
        make_account(workspace, acts=[("signed", "2001")], separate=False)

    assert (refusal.value.account, refusal.value.may_be_separate) == (first, True)
    assert str(refusal.value) == (
        "A relation of this kind with the same partner is in the register. Open it and "
        "record the act there, or confirm that this is a separate instrument."
    )


def test_separate_instrument_with_the_same_partner_is_entered():
    workspace = make_workspace()
    make_account(workspace)

    make_account(workspace, acts=[("signed", "2001")], separate=True)

    assert Account.objects.count() == 2


def test_exact_repetition_is_found_behind_another_relation_with_the_partner():
    workspace = make_workspace()
    make_account(workspace)
    second = make_account(workspace, acts=[("signed", "2001")])

    with pytest.raises(DuplicateRelationError) as refusal:
        make_account(workspace, acts=[("signed", "2001")], separate=False)

    assert (refusal.value.account, refusal.value.may_be_separate) == (second, False)


@pytest.mark.parametrize("difference", ["instrument", "partner", "more partners", "workspace"])
def test_what_differs_is_no_duplicate(difference):
    workspace, partner = make_workspace(), make_partner()
    skopje = make_partner("Üsküp", "Makedonya")
    make_account(workspace, partner=partner)
    other = {
        "instrument": {"instrument": "memorandum"},
        "partner": {"partner": skopje},
        "more partners": {"partner": [partner, skopje]},
        "workspace": {"workspace": make_workspace("ankara")},
    }[difference]

    make_account(**{"workspace": workspace, "partner": partner, "separate": False, **other})

    assert Account.objects.count() == 2


def test_part_of_the_partners_is_no_duplicate():
    workspace, partner = make_workspace(), make_partner()
    make_account(workspace, partner=[partner, make_partner("Üsküp", "Makedonya")])

    make_account(workspace, partner=partner, separate=False)

    assert Account.objects.count() == 2


def test_same_partners_in_another_order_are_a_duplicate():
    workspace = make_workspace()
    partners = [make_partner(), make_partner("Üsküp", "Makedonya")]
    make_account(workspace, partner=partners)

    with pytest.raises(DuplicateRelationError):
        make_account(workspace, partner=partners[::-1], separate=False)


def test_two_hosts_of_one_installation_can_be_partners():
    istanbul, ankara = make_workspace(), make_workspace("ankara")
    make_account(istanbul, partner=ankara.organisation)

    with pytest.raises(DuplicateRelationError):
        make_account(istanbul, partner=ankara.organisation, separate=False)
    assert make_account(ankara, partner=istanbul.organisation, separate=False).entry.partner_tr == (
        "İstanbul Büyükşehir Belediyesi"
    )


def test_relations_entered_together_are_checked_against_each_other_and_the_register():
    workspace = make_workspace()
    filibe, birlik, oş = make_partner(), make_organisation("Birlik"), make_organisation("Oş")
    known = make_account(workspace, partner=[filibe, birlik])
    opening = Opening.beside(workspace, [filibe], user=None, today=TODAY, known_from=TODAY)
    facts, signed = AccountFacts(instrument=Instrument.SISTER_CITY), [act_facts()]

    with pytest.raises(DuplicateRelationError) as before:
        opening.open([birlik, filibe], facts, signed, separate=True)
    first, _acts = opening.open([oş], facts, signed)
    with pytest.raises(DuplicateRelationError) as within:
        opening.open([oş], facts, signed, separate=True)
    assert (before.value.account, within.value.account) == (known, first)
    assert Account.objects.count() == 1

    opening.save()

    assert list(Account.objects.order_by("pk")) == [known, first]
    assert opening.is_pending(first) is False
    assert first.entry.partner_tr == "Oş"
