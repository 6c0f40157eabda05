"""Who has to act on what, in the list of cases."""

import html
import re

from elci.consent.actions import By, ask_for_paper, ask_opinion
from tests.desk.cases import ago, done, made_case, made_office, sent_case

BY = By(user=None, today=ago(0))


def acting(desk):
    """What the first row says of who has to act."""
    page = html.unescape(desk.get("/en/desk/cases/").content.decode())
    cell = page.split('data-label="Who has to act"')[1].split("</td>")[0].partition(">")[2]
    return [each.strip() for each in re.split(r"<[^>]*>", cell) if each.strip()]


def test_keeper_has_to_do_the_next_step(desk, workspace):
    case = made_case(workspace)
    first = acting(desk)
    done(case, "council", 20, final_on=ago(15))

    assert first[0] == "İstanbul"
    assert first[1].startswith("to do: Decision of the municipal council")
    assert acting(desk)[1].startswith("to do: ")
    assert acting(desk) != first


def test_office_has_to_decide_on_the_file_that_was_sent(desk, workspace):
    sent_case(workspace, made_office())

    whom, what = acting(desk)
    assert whom == "Ankara"
    assert what.startswith("to decide: ")


def test_keeper_has_to_hand_in_a_paper_while_the_file_lies_with_the_office(desk, workspace):
    case = sent_case(workspace, made_office())
    for paper in ("Taslak", "Harita"):
        ask_for_paper(case, paper, on=ago(1), by=BY, from_whom="İstanbul")

    whom, what, lies = acting(desk)
    assert (whom, what) == ("İstanbul", "to hand in: Taslak, Harita")
    assert lies == "The file is with: Ankara"


def test_body_that_was_asked_has_to_give_its_opinion(desk, workspace):
    ask_opinion(made_case(workspace), "Dışişleri Bakanlığı", on=ago(1), by=BY)

    assert acting(desk) == ["Dışişleri Bakanlığı", "to give its opinion"]
