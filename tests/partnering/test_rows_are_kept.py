"""The database itself keeps what was sought, offered, asked and answered."""

import pytest
from django.db import IntegrityError, connection, transaction

from elci.domain.vocabularies import RequestAnswerKind, RequestCriterion, RequestFinding
from elci.partnering.actions import (
    CheckFacts,
    DecisionFacts,
    check_request,
    decide_request,
    note_entry,
    record_answer,
)
from elci.partnering.models import EntryNote, RequestAnswer, RequestCheck, RequestDecision
from tests.partnering.entries import TODAY, make_board_entry, make_entry, make_request

pytestmark = pytest.mark.django_db
KEPT = "are kept for ever: withdraw or correct instead"
TABLES = [
    "partnering_shortlist",
    "partnering_shortlistentry",
    "partnering_entrynote",
    "partnering_boardentry",
    "partnering_twinningrequest",
    "partnering_requestcheck",
    "partnering_requestdecision",
    "partnering_requestanswer",
]


@pytest.fixture(autouse=True)
def _rows() -> None:
    note_entry(make_entry(), text="Not", user=None)
    make_board_entry()
    request = make_request()
    check_request(
        request,
        CheckFacts(criterion=RequestCriterion.LAW, finding=RequestFinding.MET, ground="5393"),
        today=TODAY,
        user=None,
    )
    decide_request(
        request,
        DecisionFacts(answer=RequestAnswerKind.ACCEPTED, decided_on=TODAY, reason="Yararlı"),
        today=TODAY,
        user=None,
    )
    record_answer(request, sent_on=TODAY, number="E-1", today=TODAY, user=None)


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("table", TABLES)
def test_deletion_is_refused_by_the_database(table):
    with pytest.raises(IntegrityError, match=f"records of {table} {KEPT}"):
        run(f"DELETE FROM {table}")


@pytest.mark.parametrize("model", [EntryNote, RequestCheck, RequestDecision, RequestAnswer])
def test_what_was_found_and_written_cannot_be_changed(model):
    with pytest.raises(IntegrityError, match=KEPT), transaction.atomic():
        model.objects.update(id=10_000)
