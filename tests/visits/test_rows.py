"""Money, hours, gifts, outcomes, minutes and papers of a visit."""

from datetime import time
from decimal import Decimal

import pytest
from django.utils import translation

from elci.accounts.models import Change
from elci.domain.visiting.money import Amount
from elci.domain.visiting.words import GiftDirection, OutcomeKind
from elci.foundation.eyes import PUBLIC
from elci.visits.actions import (
    GiftFacts,
    VisitRefusedError,
    add_budget_line,
    add_gift,
    add_hour,
    add_outcome,
    attach_paper,
    change_row,
    record_invitation,
    withdraw_row,
    write_minutes,
)
from elci.visits.actions.visits import Invitation
from elci.visits.models import BudgetLine, ProgrammeItem, VisitPaper
from elci.visits.queries.rows import (
    budget_totals,
    programme_of,
    rows_editable_by,
    rows_of,
    visit_documents,
)
from elci.visits.queries.visits import minutes_of
from tests.builders import make_account
from tests.visits.kept_visits import (
    TODAY,
    budget_facts,
    day,
    hour_facts,
    keep,
    make_visit,
    outcome_facts,
    writes,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def test_budget_is_added_up_for_each_currency_apart():
    visit = make_visit()
    add_budget_line(visit, budget_facts(), user=None)
    add_budget_line(visit, budget_facts(what="Otel", amount=Decimal(100)), user=None)
    add_budget_line(visit, budget_facts(what="Taksi", currency="TRY"), user=None)

    assert budget_totals(list(rows_of(BudgetLine, visit))) == (
        Amount(Decimal("1350.50"), "EUR"),
        Amount(Decimal("1250.50"), "TRY"),
    )


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"what": ""}, "what"),
        ({"currency": ""}, "currency"),
        ({"currency": "DEM"}, "currency"),
        ({"amount": None}, "amount"),
        ({"amount": Decimal(-1)}, "amount"),
    ],
)
def test_amount_without_a_currency_and_a_currency_without_an_amount_are_refused(facts, field):
    with pytest.raises(VisitRefusedError) as refused:
        add_budget_line(make_visit(), budget_facts(**facts), user=None)

    assert refused.value.field == field


def test_hours_at_the_same_time_are_told():
    visit = make_visit()
    second = add_hour(visit, hour_facts(starts=time(9, 30), ends=None, what="Basın"), user=None)
    first = add_hour(visit, hour_facts(), user=None)
    later = add_hour(visit, hour_facts(day=day(-9), what="Çalışma"), user=None)

    found = programme_of(visit)

    assert [(hour.item, list(hour.beside)) for hour in found] == [
        (first, [second]),
        (second, [first]),
        (later, []),
    ]


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"what": " "}, "what"), ({"ends": time(9)}, "ends"), ({"day": day(-11)}, "day")],
)
def test_hour_that_cannot_be_is_refused(facts, field):
    with pytest.raises(VisitRefusedError) as refused:
        add_hour(make_visit(), hour_facts(**facts), user=None)

    assert refused.value.field == field


def gift(**facts):
    usual = {"direction": GiftDirection.RECEIVED, "what": "Bakır tepsi"}
    return GiftFacts(**{**usual, **facts})


def test_gift_has_a_value_with_its_currency_or_none():
    visit = make_visit()

    plain = add_gift(visit, gift(kept_at="Depo 2"), user=None)
    valued = add_gift(visit, gift(value=Decimal(50), currency="USD"), user=None)

    assert (plain.value, valued.value, str(plain)) == (None, Decimal(50), "Bakır tepsi")
    for facts in ({"value": Decimal(5)}, {"currency": "EUR"}, {"what": ""}):
        with pytest.raises(VisitRefusedError):
            add_gift(visit, gift(**facts), user=None)


def test_outcome_is_a_result_an_act_or_why_none_was_to_be_expected():
    visit = make_visit(held=True)
    act = make_account(visit.workspace).acts.get()

    found = [
        add_outcome(visit, outcome_facts(), user=None),
        add_outcome(visit, outcome_facts(kind=OutcomeKind.ACT, act=act), user=None),
        add_outcome(visit, outcome_facts(kind=OutcomeKind.NOT_EXPECTED, text="Nezaket"), user=None),
    ]

    assert list(visit.outcomes.all()) == found
    assert list(act.visit_outcomes.all()) == [found[1]]
    for facts in ({"text": ""}, {"kind": OutcomeKind.ACT}):
        with pytest.raises(VisitRefusedError):
            add_outcome(visit, outcome_facts(**facts), user=None)


def test_visit_that_was_not_held_has_neither_outcome_nor_minutes():
    visit = make_visit()

    with pytest.raises(VisitRefusedError, match="not on record as held"):
        add_outcome(visit, outcome_facts(), user=None)
    with pytest.raises(VisitRefusedError, match="not on record as held"):
        write_minutes(visit, text="x", user=None)


def test_corrected_entry_keeps_what_it_said_and_a_withdrawn_one_its_reason():
    visit = make_visit()
    line = add_budget_line(visit, budget_facts(), user=None)

    change_row(line, budget_facts(amount=Decimal(900)), user=None, reason="Bilet ucuzladı")
    change_row(line, budget_facts(amount=Decimal(900)), user=None, reason="Aynı")
    with pytest.raises(VisitRefusedError, match="what was wrong"):
        change_row(line, budget_facts(), user=None, reason="")
    withdraw_row(line, reason="Ortak ödüyor", user=None)

    change = Change.objects.get(verb="changed")
    assert (change.before, change.after) == ({"amount": "1250.50"}, {"amount": "900.00"})
    assert list(rows_of(BudgetLine, visit)) == []
    with pytest.raises(VisitRefusedError, match="was withdrawn"):
        withdraw_row(line, reason="Yine", user=None)


def test_rows_are_changed_by_those_who_may_write():
    visit = make_visit()
    item = add_hour(visit, hour_facts(), user=None)

    assert list(rows_editable_by(ProgrammeItem, writes(visit.workspace))) == [item]
    assert list(rows_editable_by(ProgrammeItem, PUBLIC)) == []


def test_later_minutes_take_the_place_of_earlier_ones_with_a_reason():
    visit = make_visit(held=True)
    write_minutes(visit, text="Başkan karşıladı.", user=None)

    with pytest.raises(VisitRefusedError, match="why these take their place"):
        write_minutes(visit, text="Başkan yardımcısı karşıladı.", user=None)
    with pytest.raises(VisitRefusedError, match="Write what was said"):
        write_minutes(visit, text="", user=None)
    write_minutes(
        visit, text="Başkan yardımcısı karşıladı.", user=None, reason="Kim olduğu yanlıştı"
    )

    assert [(each.number, each.reason) for each in minutes_of(visit)] == [
        (1, ""),
        (2, "Kim olduğu yanlıştı"),
    ]


def test_documents_of_a_visit_stand_together_each_once(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    visit = make_visit(held=True)
    letter, paper, evidence = (
        keep(visit.workspace, f"{number}.pdf", content=f"%PDF-1.7 {number}".encode())
        for number in range(3)
    )
    record_invitation(
        visit, Invitation(invited_by="Başkan", invitation=letter), today=TODAY, user=None
    )
    first = attach_paper(visit, paper, user=None)
    assert attach_paper(visit, paper, user=None) == first
    write_minutes(visit, text="x", document=paper, user=None)
    add_outcome(visit, outcome_facts(document=evidence), user=None)
    visit.refresh_from_db()

    assert visit_documents(visit) == [paper, evidence, letter]
    withdraw_row(first, reason="Yanlış dosya", user=None)
    assert list(rows_of(VisitPaper, visit)) == []
