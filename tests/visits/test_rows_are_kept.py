"""The database itself keeps what was planned, held and promised."""

import pytest
from django.db import IntegrityError, connection, transaction

from elci.domain.visiting.words import DetailKind, GiftDirection
from elci.visits.actions import (
    GiftFacts,
    add_budget_line,
    add_gift,
    add_hour,
    add_outcome,
    attach_paper,
    keep_detail,
    purge_visit,
    write_minutes,
)
from elci.visits.models import Minutes, PromiseEvent, Purge
from tests.visits.kept_visits import (
    TODAY,
    budget_facts,
    hour_facts,
    keep,
    make_delegate,
    make_promise_of,
    make_visit,
    outcome_facts,
)

pytestmark = pytest.mark.django_db
KEPT = "are kept for ever: withdraw or correct instead"
TABLES = [
    "visit",
    "visitpartner",
    "budgetline",
    "programmeitem",
    "gift",
    "minutes",
    "outcome",
    "visitpaper",
    "delegate",
    "persondetail",
    "purge",
    "promise",
    "promiseevent",
]


@pytest.fixture(autouse=True)
def _rows(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    visit = make_visit(held=True)
    add_budget_line(visit, budget_facts(), user=None)
    add_hour(visit, hour_facts(), user=None)
    add_gift(visit, GiftFacts(direction=GiftDirection.GIVEN, what="Kitap"), user=None)
    write_minutes(visit, text="x", user=None)
    add_outcome(visit, outcome_facts(), user=None)
    attach_paper(visit, keep(visit.workspace), user=None)
    keep_detail(make_delegate(visit), DetailKind.DIET, "x", today=TODAY, user=None)
    purge_visit(visit, reason="x", user=None)
    make_promise_of(visit)


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("table", TABLES)
def test_deletion_is_refused_by_the_database(table):
    with pytest.raises(IntegrityError, match=f"records of visits_{table} {KEPT}"):
        run(f"DELETE FROM visits_{table}")


@pytest.mark.parametrize("model", [Minutes, Purge, PromiseEvent])
def test_what_was_said_and_proved_cannot_be_changed(model):
    with pytest.raises(IntegrityError, match=KEPT), transaction.atomic():
        model.objects.update(id=10_000)
