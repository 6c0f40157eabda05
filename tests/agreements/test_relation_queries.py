"""Single relations through given eyes, and what is not known of them."""

import pytest

from elci.accounts.choices import Role
from elci.accounts.queries import eyes_of
from elci.agreements.actions import attach_document, withdraw_account
from elci.agreements.models import Account
from elci.agreements.queries.relations import (
    accounts_editable_by,
    accounts_visible_to,
    acts_editable_by,
    full_accounts,
    partners_of,
    sibling_accounts,
    withdrawn_accounts,
)
from elci.agreements.queries.unknowns import unknowns_of
from elci.documents.models import Document
from elci.foundation.eyes import PUBLIC, Eyes
from elci.foundation.grades import Grade
from tests.builders import (
    act_facts,
    make_account,
    make_act,
    make_organisation,
    make_partner,
    make_user,
    make_workspace,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def register() -> dict[str, Account]:
    workspace = make_workspace()
    found = {
        "public": make_account(workspace),
        "private": make_account(workspace, acts=[("signed", "2001")], grade=Grade.PRIVATE),
        "withdrawn": make_account(workspace, acts=[("signed", "2002")]),
        "secret": make_account(workspace, acts=[("signed", "2003")], grade=Grade.PRIVATE),
    }
    for name in ("withdrawn", "secret"):
        withdraw_account(found[name], user=None, reason="mistake")
    return found


def eyes(who: str) -> Eyes:
    if who == "public":
        return PUBLIC
    key = "ankara" if who == "stranger" else "istanbul"
    role = Role.READER if who == "reader" else Role.OFFICER
    return eyes_of(make_user(make_workspace(key), role=role))


def names(register, found) -> set[str]:
    by_pk = {account.pk: name for name, account in register.items()}
    return {by_pk[account.pk] for account in found}


OPEN = {"public", "withdrawn"}
ALL = {"public", "private", "withdrawn", "secret"}


@pytest.mark.parametrize(
    ("who", "visible", "editable", "withdrawn"),
    [
        ("public", OPEN, set(), set()),
        ("stranger", OPEN, set(), set()),
        ("reader", ALL, set(), {"withdrawn", "secret"}),
        ("officer", ALL, {"public", "private"}, {"withdrawn", "secret"}),
    ],
)
def test_accounts_through_given_eyes(register, who, visible, editable, withdrawn):
    reader = eyes(who)

    assert names(register, accounts_visible_to(reader)) == visible
    assert names(register, full_accounts(reader)) == visible
    assert names(register, accounts_editable_by(reader)) == editable
    assert {act.account_id for act in acts_editable_by(reader)} == {
        register[name].pk for name in editable
    }
    assert names(register, withdrawn_accounts(reader)) == withdrawn


@pytest.mark.parametrize(
    ("who", "seen"), [("public", set()), ("stranger", set()), ("officer", {"private"})]
)
def test_other_relations_with_the_partner_through_given_eyes(register, who, seen):
    assert names(register, sibling_accounts(register["public"], eyes(who))) == seen


def test_other_relations_are_those_with_any_of_the_partners_or_their_places():
    workspace = make_workspace()
    plovdiv, skopje = make_partner(), make_partner("Üsküp", "Makedonya")
    union = make_organisation("Filibe Limanı", place=plovdiv.place)
    one = make_account(workspace, partner=[plovdiv, skopje], acts=[("signed", "2001")])
    with_skopje = make_account(workspace, partner=skopje, acts=[("signed", "2003")])
    with_union = make_account(workspace, partner=union, acts=[("signed", "2002")])
    make_account(workspace, partner=make_partner("Sofya"))
    make_account(make_workspace("ankara"), partner=plovdiv)

    assert list(sibling_accounts(one, PUBLIC)) == [with_union, with_skopje]


def test_other_relations_of_a_partner_without_a_place():
    workspace = make_workspace()
    union = make_organisation("Birlik")
    one = make_account(workspace, partner=union)
    other = make_account(workspace, partner=union, instrument="membership")
    make_account(workspace, partner=make_organisation("Başka Birlik"))

    assert list(sibling_accounts(one, PUBLIC)) == [other]


def test_partners_are_the_other_parties_in_their_order():
    workspace = make_workspace()
    bodies = [make_partner("Üsküp", "Makedonya"), make_partner()]

    assert partners_of(make_account(workspace, partner=bodies)) == bodies


def test_public_page_brings_no_private_document(register):
    account = register["public"]
    for grade, name in ((Grade.FULL, "a"), (Grade.PRIVATE, "b")):
        document = Document.objects.create(
            workspace=account.workspace, grade=grade, title=name, file_name=f"{name}.pdf",
            media_type="application/pdf", size=1, sha256=name * 64,
        )  # fmt: skip
        attach_document(account, document, act=None, user=None)

    seen = {
        who: [each.document.title for each in full_accounts(eyes(who)).get(pk=account.pk)
              .attachments.all()]
        for who in ("public", "stranger", "reader")
    }  # fmt: skip
    assert seen == {"public": ["a"], "stranger": ["a"], "reader": ["a", "b"]}


def unknown(account: Account) -> list[str]:
    return [str(each.value) for each in unknowns_of(full_accounts(PUBLIC).get(pk=account.pk))]


def test_bare_record_lacks_nearly_everything():
    account = make_account(make_workspace(), acts=[("signed", "1994"), ("terminated", "2017")])

    assert unknown(account) == [
        "exact_date", "place_of_signature", "council_decision", "permit", "scope", "end_reason",
        "document",
    ]  # fmt: skip


def test_full_record_lacks_nothing():
    account = make_account(
        make_workspace(),
        fields=("trade",),
        acts=[
            ("council_decision", "1994-01-01"),
            ("permit_granted", "1994-02-01"),
            act_facts("signed", "1994-03-27", places=("Filibe",)),
            act_facts("terminated", "2017-01-01", organ="Meclis", note="uyum yok"),
        ],
    )
    document = Document.objects.create(
        workspace=account.workspace, grade=Grade.FULL, title="a", file_name="a.pdf",
        media_type="application/pdf", size=1, sha256="a" * 64,
    )  # fmt: skip
    attach_document(account, document, act=None, user=None)

    assert unknown(account) == []


def test_membership_is_not_asked_for_a_place_or_a_scope():
    account = make_account(
        make_workspace(), instrument="membership", acts=[("entered_into_force", "2004-09-08")]
    )

    assert unknown(account) == ["council_decision", "permit", "document"]


def test_act_without_a_place_among_signings_is_told():
    account = make_account(make_workspace(), acts=[act_facts(places=("Filibe",))])
    make_act(account, "signed", "2002-10-15")

    assert "place_of_signature" in unknown(account)
