from datetime import date

import pytest

from elci.domain.law.cases import Cases, failures, load_cases
from elci.domain.law.faults import PackRefusedError
from tests.domain.law.packs import FIXTURES, SOUND

CASE = """
[[case]]
id = "1"
title = {tr = "Örnek", en = "Example"}
source = "made up"
act = "sister_city"
body = "municipality"
counterpart = "foreign_local_authority"
dates = [2010-01-01]
"""


def cases(tmp_path, *lines: str) -> Cases:
    path = tmp_path / "x.cases.toml"
    path.write_text("\n".join([CASE, *lines]), encoding="utf-8")
    return load_cases(path)


def differences(tmp_path, expectation: str) -> list[str]:
    found = failures(SOUND, cases(tmp_path, "[case.expect]", expectation))
    return [failure.text.en for failure in found]


def test_cases_of_the_sound_pack_hold():
    assert failures(SOUND, load_cases(FIXTURES / "sound.cases.toml")) == []


@pytest.mark.parametrize(
    ("expectation", "says"),
    [
        ('verdict = "free"', "verdict: 'free' is expected, but it is 'permit'."),
        ("contested = true", "contested: True is expected, but it is False."),
        ('rules = ["travel"]', "rules: ['travel'] is expected, but it is ['agreement']."),
        ('defeated = ["x"]', "defeated: ['x'] is expected, but it is []."),
        ('confidence = "low"', "confidence: 'low' is expected, but it is 'high'."),
        ("next_change = 2020-01-01", "datetime.date(2018, 7, 10)"),
        ('order = ["council", "permit", "sign"]', "'transmit'"),
        ('order = ["permit", "council", "transmit", "sign"]', "'transmit'"),
        ('holds = ["inform"]', "holds: ['inform'] is expected"),
        ('lacks = ["council"]', "lacks: ['council'] is expected"),
        ('flags = ["care"]', "flags: ['care'] is expected, but it is ['slow']."),
        ('no_flags = ["slow"]', "no_flags: ['slow'] is expected, but it is ['slow']."),
        ('authority = {permit = "Çevre"}', "but it is {'permit': 'İçişleri'}"),
        ('authority = {inform = "Çevre"}', "but it is {'inform': ''}"),
        ('basis = ["c1#1"]', "but it is ['l1#1']"),
        ('wording = {"l1#1" = "Çevre"}', "İçişleri Bakanlığından"),
        ('wording = {"c1#1" = "Çevre"}', "but it is {'c1#1': ''}"),
    ],
)
def test_answer_that_is_not_expected_is_told(tmp_path, expectation, says):
    (found,) = differences(tmp_path, expectation)

    assert says in found


def test_order_may_be_any_that_the_law_leaves_open(tmp_path):
    travel = CASE.replace("sister_city", "send_delegation")
    path = tmp_path / "x.cases.toml"
    path.write_text(f'{travel}[case.expect]\norder = ["inform"]\n', encoding="utf-8")

    assert failures(SOUND, load_cases(path)) == []


def test_case_with_a_word_unknown_to_the_pack_fails(tmp_path):
    (found,) = failures(SOUND, cases(tmp_path, "[case.context]", 'weather = "fine"'))

    assert "'weather' is not known as context" in found.text.en
    assert found.on == date(2010, 1, 1)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("[case.expect]\nverdic = 1", "'verdic' is not known. Did you mean 'verdict'?"),
        ("[case.expect]\nverdict = 1", "verdict takes another kind of value"),
        ("dates2 = []", "'dates2' is not known"),
        ("[extra]\na = 1", "'extra' is not known"),
    ],
)
def test_case_that_is_written_wrongly_is_refused_with_its_line(tmp_path, lines, says):
    with pytest.raises(PackRefusedError, match=says) as refused:
        cases(tmp_path, lines)
    assert refused.value.faults[0].line is not None


def test_case_without_a_day_is_refused(tmp_path):
    path = tmp_path / "x.cases.toml"
    path.write_text(CASE.replace("[2010-01-01]", "[]"), encoding="utf-8")

    with pytest.raises(PackRefusedError, match="at least one day is needed"):
        load_cases(path)
