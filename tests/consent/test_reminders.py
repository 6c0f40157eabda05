"""What is due, by when, and for whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from elci.consent.actions import (
    ask_for_paper,
    ask_opinion,
    close_case,
    send_to_ministry,
)
from elci.consent.queries.reminders import ReminderKind, reminders_for
from tests.builders import make_workspace
from tests.consent.cases import TODAY, by, day, done, make_case, make_office, reads

pytestmark = pytest.mark.django_db


def told(eyes):
    return [
        (each.kind, each.what_en, each.whose, each.due, each.since, each.is_late)
        for each in reminders_for(eyes, TODAY)
    ]


def test_reminders_say_what_is_due_by_when_and_for_whom():
    case = make_case()
    who = by(case.workspace)
    done(case, "council", on=day(20), final_on=day(12))
    done(case, "transmit", on=day(11))
    send_to_ministry(case, "permit", on=day(9), by=who)
    ask_for_paper(case, "harita", on=day(8), by=who, from_whom="Harita Müdürlüğü")
    ask_opinion(case, "Dışişleri", on=day(7), by=who)

    assert told(reads(case.workspace)) == [
        (ReminderKind.STEP, "Announcement", "İstanbul", day(5), None, True),
        (ReminderKind.AWAITED, "Permit of the ministry", "Çevre ve Şehircilik Bakanlığı",
         None, day(9), False),
        (ReminderKind.PAPER, "harita", "Harita Müdürlüğü", None, day(8), False),
        (ReminderKind.OPINION, "Dışişleri", "Dışişleri", None, day(7), False),
    ]  # fmt: skip


def test_office_is_reminded_of_what_it_has_to_decide():
    office = make_office()
    case = make_case()
    send_to_ministry(case, "permit", on=day(9), by=by(case.workspace), office=office)

    assert told(reads(office.workspace)) == [
        (ReminderKind.DECISION, "Permit of the ministry", "Ankara", None, day(9), False)
    ]


def test_nobody_is_reminded_of_what_is_closed_or_of_others():
    case = make_case()
    close_case(case, on=TODAY, reason="vazgeçildi", by=by(case.workspace))
    make_case()

    assert len(told(reads(case.workspace))) == 1
    assert told(reads(make_workspace("ankara"))) == []


def test_number_of_queries_does_not_grow_with_the_cases():
    def queries():
        with CaptureQueriesContext(connection) as captured:
            reminders_for(eyes, TODAY)
        return len(captured)

    workspace = make_case().workspace
    eyes = reads(workspace)
    one = queries()
    for _number in range(2):
        make_case(workspace=workspace)

    assert queries() == one
