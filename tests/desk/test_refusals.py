"""Each reason of the domain is said in full sentences in both languages."""

import pytest
from django.utils import translation

from elci.desk.forms import RecordActForm
from elci.desk.refusals import (
    TRANSLATED,
    field_at_fault,
    told_date_problem,
    told_refusal,
)
from elci.domain.acts.kinds import ActKind
from elci.domain.acts.refusals import REFUSAL_TEMPLATES, ActRefusedError, Refusal
from elci.domain.dates import (
    DATE_PROBLEM_TEMPLATES,
    DateNotUnderstoodError,
    DateProblem,
    PartialDate,
)

DAY = PartialDate("2016-04-18")
PARAMS = {"happened": DAY, "opened": DAY, "until": DAY, "kind": ActKind.RENEWED}


def test_every_text_of_the_domain_is_kept_for_translation():
    assert {*REFUSAL_TEMPLATES.values(), *DATE_PROBLEM_TEMPLATES.values()} == TRANSLATED
    assert set(REFUSAL_TEMPLATES) == set(Refusal)
    assert set(DATE_PROBLEM_TEMPLATES) == set(DateProblem)


@pytest.mark.parametrize("code", list(Refusal))
def test_refusal_is_told_in_turkish_and_english(code):
    error = ActRefusedError(code, **PARAMS)

    with translation.override("tr"):
        turkish = told_refusal(error)
    with translation.override("en"):
        english = told_refusal(error)

    assert turkish != english
    assert "%(" not in turkish + english
    assert turkish.endswith(".")
    assert turkish.count(". ") >= 1, "what happened and what to do are two sentences"
    assert english.count(". ") >= 1


@pytest.mark.parametrize("code", list(DateProblem))
def test_date_problem_is_told_in_turkish_and_english(code):
    error = DateNotUnderstoodError(code, "31.02.2016")

    with translation.override("tr"):
        turkish = told_date_problem(error)
    with translation.override("en"):
        english = told_date_problem(error)

    assert turkish != english
    assert "%(" not in turkish + english


def test_refusal_says_its_dates_as_the_reader_reads_them():
    error = ActRefusedError(Refusal.ALREADY_ENDED, happened=PartialDate("2009-06"), kind="renewed")

    with translation.override("tr"):
        told = told_refusal(error)

    assert "(Haziran 2009)" in told


@pytest.mark.parametrize("code", list(Refusal))
def test_refusal_stands_beside_a_field_of_the_form(code):
    assert field_at_fault(ActRefusedError(code, **PARAMS)) in RecordActForm.base_fields
