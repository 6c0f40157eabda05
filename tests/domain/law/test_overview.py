from datetime import date, timedelta

from elci.domain.law.deciding import decide
from elci.domain.law.overview import by_verdict, cell_of, natural_counterpart, overview
from elci.domain.law.words import Body, Counterpart, LegalAct, Slot, Verdict
from tests.domain.law.made_up import BEFORE, PACK, WINDOW, question

DAY = date(2021, 1, 1)


def cell(act="sister_city", body="municipality", on=DAY, **said):
    return cell_of(PACK, act=LegalAct(act), body=Body(body), on=on, **said)


def test_overview_has_a_row_for_each_act_and_a_cell_for_each_body():
    rows = overview(PACK, on=DAY)

    assert [row.act for row in rows] == list(LegalAct)
    assert all([each.body for each in row.cells] == list(Body) for row in rows)


def test_overview_of_some_bodies_keeps_their_order():
    rows = overview(PACK, on=DAY, bodies=[Body.VILLAGE, Body.MUNICIPALITY])

    assert [each.body for each in rows[0].cells] == [Body.VILLAGE, Body.MUNICIPALITY]


def test_every_cell_says_what_the_full_answer_says():
    for day in (DAY, WINDOW, BEFORE):
        for each in (found for row in overview(PACK, on=day) for found in row.cells):
            answer = decide(
                PACK, question(day, act=each.act, body=each.body, counterpart=each.counterpart)
            )
            assert (each.verdict, each.contested) == (answer.verdict, answer.contested)


def test_overview_takes_the_usual_counterpart_of_each_act():
    for row in overview(PACK, on=DAY):
        assert {each.counterpart for each in row.cells} == {natural_counterpart(row.act)}


def test_overview_takes_one_counterpart_for_all():
    rows = overview(PACK, on=DAY, counterpart=Counterpart.FOREIGN_STATE_ORGAN)

    assert {each.verdict for row in rows for each in row.cells} == {Verdict.NO_POWER}


def test_overview_takes_circumstances():
    rows = overview(PACK, on=DAY, context={"state": "TX"})

    assert rows[0].cells[0].verdict is Verdict.PROHIBITED


def test_cell_before_the_horizon_is_not_modelled():
    first = PACK.horizon_from

    assert cell(on=first).verdict is Verdict.PERMIT
    assert cell(on=first - timedelta(days=1)).verdict is Verdict.NOT_MODELLED


def test_cell_that_cannot_be_is_told_from_one_that_is_not_known():
    assert cell("honorary_citizen", "affiliated_entity").impossible
    assert not cell("honorary_citizen").impossible


def test_cell_tells_whose_matter_it_is():
    assert cell().slot is Slot.APPROVAL
    assert cell("contact_mission").slot is Slot.NOTIFICATION
    assert cell("name_place").slot is None


def test_cells_are_grouped_with_the_heaviest_verdict_first():
    cells = [cell("host_foreign_local"), cell(), cell("mou"), cell("contact_mission")]

    found = by_verdict(cells)

    assert list(found) == [Verdict.PERMIT, Verdict.NOTIFY, Verdict.FREE]
    assert found[Verdict.PERMIT] == (cells[1], cells[2])
