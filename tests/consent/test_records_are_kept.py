"""The database itself keeps what happened in a case, whatever the program asks of it."""

import pytest
from django.db import IntegrityError, connection, transaction

from elci.consent.actions import add_paper
from elci.consent.models import Case, CaseAct, CaseEvent, CasePaper
from tests.consent.cases import all_steps, by, day, make_case, paper, signed

pytestmark = pytest.mark.django_db
KEPT = "are kept for ever: withdraw or correct instead"
TABLES = ["consent_case", "consent_caseevent", "consent_casepaper", "consent_caseact"]


@pytest.fixture(autouse=True)
def case() -> Case:
    case = make_case()
    all_steps(case)
    add_paper(case, "permit", paper(case.workspace, "permit"), on=day(1), by=by(case.workspace))
    signed(case)
    return case


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


@pytest.mark.parametrize("model", [CaseEvent, CasePaper, CaseAct])
def test_what_happened_cannot_be_changed(model):
    with pytest.raises(IntegrityError, match=KEPT), transaction.atomic():
        model.objects.update(id=10_000)


def test_two_events_of_a_case_cannot_have_one_number(case):
    first = case.events.get(number=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        CaseEvent.objects.create(case=case, number=1, kind=first.kind, on=first.on)
