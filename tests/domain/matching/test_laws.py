"""The law of either side in one line, and its silence where there is no pack."""

from datetime import date

import pytest

from elci.domain.law.words import Verdict
from elci.domain.matching.laws import NO_PACK, law_line

DAY = date(2024, 6, 3)


@pytest.mark.parametrize(
    ("country", "verdict"), [("TR", Verdict.PERMIT), ("DE", Verdict.FREE), ("FR", Verdict.NOTIFY)]
)
def test_law_is_asked_where_there_is_a_pack(country, verdict):
    line = law_line(country, on=DAY)

    assert (line.verdict, line.pack) == (verdict, country.lower())
    assert line.question.on == DAY
    assert line.word.tr
    assert line.told.en
    assert line.country_name.tr


@pytest.mark.parametrize("country", ["BG", "GE"])
def test_law_of_a_country_without_a_pack_was_not_looked_at(country):
    line = law_line(country, on=DAY)

    assert (line.verdict, line.pack, line.question) == (None, "", None)
    assert line.told == NO_PACK
    assert line.word.en == "not known"
