"""The packs of other jurisdictions: drafts that pass their checks, and what they are asked most."""

from datetime import date

import pytest

from elci.domain.law.answers import Answer
from elci.domain.law.asking import question_of
from elci.domain.law.cases import load_cases
from elci.domain.law.checking import Neighbours, check_pack
from elci.domain.law.deciding import decide
from elci.domain.law.library import SHIPPED, named_pack, pack_ids
from elci.domain.law.loading import read_pack_file
from elci.domain.law.words import Silence, Status, Verdict

ABROAD = ("au", "ca", "cn", "de", "es", "fr", "it", "jp", "kr", "mx", "pl", "ua", "us")
KNOWN_ON = date(2026, 8, 22)


@pytest.mark.parametrize("key", ABROAD)
def test_packs_abroad_pass_their_checks(key: str) -> None:
    file = read_pack_file(SHIPPED / f"{key}.toml")
    matrix = (SHIPPED / f"{key}.matrix.tsv").read_text(encoding="utf-8").splitlines()
    neighbours = Neighbours(load_cases(SHIPPED / f"{key}.cases.toml"), tuple(matrix))

    found = check_pack(file, neighbours, today=KNOWN_ON)

    assert [fault.told("en") for each in found for fault in each.faults] == []


def test_packs_abroad_are_drafts_that_nobody_has_reviewed() -> None:
    packs = [named_pack(key).pack for key in ABROAD]

    assert set(ABROAD) <= set(pack_ids())
    assert {pack.status for pack in packs} == {Status.DRAFT}
    assert {(pack.reviewer, pack.reviewed_on) for pack in packs} == {("", None)}


@pytest.mark.parametrize(
    ("key", "counterpart", "context", "day", "verdict"),
    [
        ("us-tx", "foreign_local_authority", {"partner_country": "CN"}, "2025-10-15", "prohibited"),
        ("us-tx", "foreign_local_authority", {"partner_country": "CN"}, "2025-08-31", "free"),
        ("us-tx", "foreign_local_authority", {"partner_country": "JP"}, "2025-10-15", "free"),
        ("us", "foreign_local_authority", {"partner_country": "CN"}, "2025-10-15", "free"),
        ("us", "foreign_local_authority", {"state": "FL"}, "2025-10-15", "free"),
        ("us-in", "foreign_local_authority", {"partner_country": "RU"}, "2025-10-15", "prohibited"),
        ("ca-qc", "foreign_local_authority", {}, "2022-05-01", "free"),
        ("ca-qc", "foreign_state_organ", {}, "2022-05-01", "permit"),
        ("ca", "foreign_state_organ", {}, "2022-05-01", "not_modelled"),
    ],
)
def test_an_alias_answers_for_its_part_of_a_federation(
    key: str, counterpart: str, context: dict[str, str], day: str, verdict: str
) -> None:
    assert _asked(key, counterpart, context, day).verdict is Verdict(verdict)


def test_silence_lets_an_italian_city_sign_and_stops_a_canadian_one() -> None:
    italian = _asked("it", "foreign_local_authority", {}, "2022-05-01").step("communicate_30_days")
    quebec = _asked("ca-qc", "foreign_state_organ", {}, "2022-05-01").step("minister_authorisation")

    assert italian is not None
    assert quebec is not None
    assert (italian.step.silence, quebec.step.silence) == (Silence.APPROVAL, Silence.NONE)


def _asked(key: str, counterpart: str, context: dict[str, str], day: str) -> Answer:
    named = named_pack(key)
    question = question_of(
        named.pack,
        act="sister_city",
        body="municipality",
        counterpart=counterpart,
        on=date.fromisoformat(day),
        context={**named.context, **context},
    )
    return decide(named.pack, question)
