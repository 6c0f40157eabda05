"""The pack of Türkiye: it passes its checks, and says what it quotes, knows and does not know."""

from datetime import date

import pytest

from elci.domain.law.answers import Answer
from elci.domain.law.asking import question_of
from elci.domain.law.cases import load_cases
from elci.domain.law.checking import Neighbours, check_pack
from elci.domain.law.deciding import decide
from elci.domain.law.library import SHIPPED, named_pack
from elci.domain.law.loading import read_pack_file
from elci.domain.law.words import Status, Verdict

KNOWN_ON = date(2026, 8, 22)
OLDER = {
    "tr/l5393#74-3": (date(2018, 12, 9), "İçişleri Bakanlığının", "Çevre ve Şehircilik"),
    "tr/l5393#18-1-p": (date(2018, 12, 9), "İçişleri Bakanlığının", "Çevre ve Şehircilik"),
    "tr/l3335#1-1": (date(2018, 7, 8), "Bakanlar Kurulunun", "Cumhurbaşkanının"),
    "tr/l3335#1-4": (date(2018, 7, 8), "Bakanlar Kurulunca", "Cumhurbaşkanınca"),
    "tr/l5355#5-1": (date(2018, 12, 9), "kuruluyorsa İçişleri Bakanının", "Çevre ve Şehircilik"),
}


def test_the_pack_of_turkiye_passes_its_checks() -> None:
    file = read_pack_file(SHIPPED / "tr.toml")
    matrix = (SHIPPED / "tr.matrix.tsv").read_text(encoding="utf-8").splitlines()
    neighbours = Neighbours(load_cases(SHIPPED / "tr.cases.toml"), tuple(matrix))

    found = check_pack(file, neighbours, today=KNOWN_ON)

    assert [fault.told("en") for each in found for fault in each.faults] == []


def test_the_pack_of_turkiye_is_a_draft_until_somebody_has_reviewed_it() -> None:
    pack = named_pack("tr").pack

    assert (pack.status, pack.reviewer, pack.reviewed_on) == (Status.DRAFT, "", None)


@pytest.mark.parametrize("provision", OLDER)
def test_an_older_wording_has_the_words_of_its_day(provision: str) -> None:
    day, there, not_yet = OLDER[provision]
    wording = named_pack("tr").pack.provisions[provision].on(day)

    assert wording is not None
    assert (wording.read, there in wording.text, not_yet in wording.text) == (
        "reconstructed",
        True,
        False,
    )


@pytest.mark.parametrize("counterpart", ["none", "foreign_local_authority"])
@pytest.mark.parametrize(
    ("act", "verdict"),
    [
        ("name_place", "permit"),
        ("honorary_citizen", "free"),
        ("terminate_agreement", "free"),
        ("leave_io", "free"),
        ("accept_conditional_grant", "free"),
        ("send_delegation", "notify"),
        ("host_foreign_local", "free"),
        ("found_io", "permit"),
    ],
)
def test_an_act_that_needs_no_other_side_is_answered_with_one_and_without(
    act: str, verdict: str, counterpart: str
) -> None:
    assert _asked(act, counterpart=counterpart).verdict is Verdict(verdict)


@pytest.mark.parametrize("act", ["cooperation_agreement", "mou", "joint_project", "aid_abroad"])
def test_no_agreement_with_a_state_is_within_any_power(act: str) -> None:
    answer = _asked(act, counterpart="foreign_state_organ")

    assert (answer.verdict, answer.steps) == (Verdict.NO_POWER, ())


def _asked(act: str, *, counterpart: str, on: date = date(2024, 3, 1)) -> Answer:
    pack = named_pack("tr").pack
    question = question_of(
        pack, act=act, body="municipality", counterpart=counterpart, on=on, context={}
    )
    return decide(pack, question)
