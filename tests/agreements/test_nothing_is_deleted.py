"""The database itself keeps legal records, whatever the program asks of it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from elci.accounts.models import Change
from elci.agreements.models import Account, ActRecord, Party, Relation
from tests.builders import make_account, make_workspace

pytestmark = pytest.mark.django_db
TABLES = [
    "agreements_relation",
    "agreements_party",
    "agreements_account",
    "agreements_actrecord",
    "accounts_change",
]
KEPT = "are kept for ever: withdraw or correct instead"


@pytest.fixture(autouse=True)
def account() -> Account:
    return make_account(make_workspace())


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("table", TABLES)
def test_deletion_is_refused_by_the_database(table):
    with pytest.raises(IntegrityError, match=f"records of {table} {KEPT}"):
        run(f"DELETE FROM {table}")


@pytest.mark.postgres
@pytest.mark.parametrize("table", TABLES)
def test_emptying_a_table_at_once_is_refused_by_the_database(table):
    connection.check_constraints()  # or PostgreSQL would refuse for what is still to be checked

    with pytest.raises(IntegrityError, match=KEPT):
        run(f"TRUNCATE {table} CASCADE")


@pytest.mark.sqlite
@pytest.mark.parametrize("table", TABLES)
def test_replacing_a_row_is_refused_by_the_database(table):
    with pytest.raises(IntegrityError, match=KEPT):
        run(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


def test_line_of_the_history_cannot_be_changed():
    with pytest.raises(IntegrityError, match=KEPT):
        run("UPDATE accounts_change SET reason = 'another'")
    with pytest.raises(IntegrityError, match=KEPT), transaction.atomic():
        Change.objects.update(verb="another")


@pytest.mark.parametrize("model", [Relation, Party, Account, ActRecord, Change])
def test_deletion_through_a_model_is_refused(model):
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.order_by("pk").first().delete()

    assert model.objects.exists()


@pytest.mark.parametrize("text", ["12.05.2001", "2001-13-40x", "", "20010512", "2001\n", "soon"])
def test_date_that_is_not_canonical_is_refused_by_the_database(text):
    # Not through the model, whose field refuses it first.
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE agreements_actrecord SET happened = %s", [text])


@pytest.mark.parametrize(
    "text", ["2001", "2001-05", "2001-05-12", "2001~", "198X", "../1990", "1990/..", "XXXX"]
)
def test_canonical_date_is_kept_and_read_back(account, text):
    ActRecord.objects.update(happened=text)

    assert str(account.acts.get().happened) == text


def test_date_that_is_not_canonical_is_refused_by_the_model(account):
    with pytest.raises(ValidationError):
        ActRecord.objects.update(happened="12.05.2001")


def test_act_cannot_be_replaced_before_it_was_known(account):
    with pytest.raises(IntegrityError), transaction.atomic():
        ActRecord.objects.update(known_until="2024-05-31")


def test_workspace_keeps_one_account_of_a_relation(account):
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.create(
            relation=account.relation, workspace=account.workspace, instrument="memorandum"
        )


def test_other_party_may_keep_its_own_account_of_the_same_relation(account):
    theirs = Account.objects.create(
        relation=account.relation, workspace=make_workspace("ankara"), instrument="memorandum"
    )

    assert list(account.relation.accounts.order_by("pk")) == [account, theirs]
