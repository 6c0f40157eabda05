"""What people write in a form, and what it means."""

from datetime import date

import pytest
from django import forms
from django.utils import translation

from elci.desk.fields import DateInWordsField, DayField, DayOrYearField, LinesField
from elci.domain.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Haziran 2009", "2009-06"),
        ("18.06.2012", "2012-06-18"),
        ("1965", "1965"),
        ("Aralık 1997'den önce", "../1997-11"),
        ("June 2009", "2009-06"),
        ("  8 EYLÜL 2004 ", "2004-09-08"),
        ("bilinmiyor", "XXXX"),
    ],
)
def test_date_in_words_is_read(text, canonical):
    assert DateInWordsField().clean(text) == PartialDate.parse(canonical)


@pytest.mark.parametrize("text", ["31.02.2016", "18.13.2016", "dün", "16", "18.04.16"])
def test_date_that_is_none_is_refused_with_the_reason(text):
    with pytest.raises(forms.ValidationError) as refused, translation.override("tr"):
        DateInWordsField().clean(text)

    assert text in refused.value.messages[0]


def test_date_left_empty_is_none():
    assert DateInWordsField(required=False).clean("  ") is None


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("canonical", ["2016-04-18", "2009-06", "1965", "../1997-11", "1990~"])
def test_date_shown_in_a_form_is_read_back_as_the_same(language, canonical):
    field = DateInWordsField()

    with translation.override(language):
        shown = field.prepare_value(PartialDate.parse(canonical))

    assert field.clean(shown) == PartialDate.parse(canonical)


@pytest.mark.parametrize("text", ["2016", "Nisan 2016", "18.04.2016 civarı", "bilinmiyor"])
def test_day_refuses_what_is_less_than_a_day(text):
    with pytest.raises(forms.ValidationError):
        DayField().clean(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1994", date(1994, 12, 31)),
        ("27.03.1994", date(1994, 3, 27)),
        ("1994-03-27", date(1994, 3, 27)),
        ("27 Mart 1994", date(1994, 3, 27)),
    ],
)
def test_day_or_year_is_a_day(text, day):
    assert DayOrYearField().clean(text) == day


def test_lines_are_read_without_empty_and_repeated_ones():
    assert LinesField(longest=20).clean("Rabat\n\n İstanbul \nRabat\n") == ("Rabat", "İstanbul")


@pytest.mark.parametrize(("text", "is_refused"), [("x" * 20, False), ("x" * 21, True)])
def test_line_may_be_as_long_as_its_column(text, is_refused):
    field = LinesField(longest=20)

    if not is_refused:
        assert field.clean(text) == (text,)
        return
    with pytest.raises(forms.ValidationError):
        field.clean(text)


@pytest.mark.parametrize(("count", "is_refused"), [(3, False), (4, True)])
def test_lines_are_at_most_so_many(count, is_refused):
    field = LinesField(longest=20, most=3)
    text = "\n".join(map(str, range(count)))

    if not is_refused:
        assert len(field.clean(text)) == count
        return
    with pytest.raises(forms.ValidationError):
        field.clean(text)
