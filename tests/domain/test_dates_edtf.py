"""The published EDTF library as a second opinion on what a text means."""

import warnings
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from elci.domain.dates import DateNotUnderstoodError, PartialDate
from tests.domain.dates_strategies import bounds, masks, seasons, units

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    edtf = pytest.importorskip("edtf")


def _span(text):
    theirs = edtf.parse_edtf(text)
    return date(*theirs.lower_strict()[:3]), date(*theirs.upper_strict()[:3])


@settings(max_examples=60, deadline=None)
@given(st.one_of(units, masks, seasons))
def test_plain_forms_span_what_edtf_says(text):
    ours = PartialDate(text)
    assume(ours.until is not None)
    # Winter differs on purpose: theirs is its December only.
    assume(not text.endswith("-24"))

    assert (ours.earliest, ours.latest) == _span(text)


@settings(max_examples=40, deadline=None)
@given(bounds, bounds)
def test_intervals_hold_what_edtf_says(first, last):
    text = f"{first}/{last}"
    try:
        ours = PartialDate(text)
    except DateNotUnderstoodError:
        return
    lower, upper = _span(text)

    assert ours.contains(PartialDate.between(PartialDate.on(lower), PartialDate.on(upper)))


@pytest.mark.parametrize("mark", ["~", "?", "%"])
@pytest.mark.parametrize("text", ["1965", "2009-06", "2016-04-18", "196X", "2004-XX"])
def test_doubtful_forms_hold_what_edtf_says(text, mark):
    lower, upper = _span(text + mark)

    ours = PartialDate(text + mark)

    assert ours.earliest < lower
    assert ours.latest > upper


@pytest.mark.parametrize("text", ["../1990", "1990/..", "../1990-05~"])
def test_open_intervals_are_edtf(text):
    assert str(edtf.parse_edtf(text)) == str(PartialDate(text))


@pytest.mark.parametrize(
    "text", ["1965", "2009-06~", "2016-04-18?", "1984~/2004~", "1984?/2004?", "1984/2004"]
)
def test_doubt_means_what_edtf_says(text):
    theirs, ours = edtf.parse_edtf(text), PartialDate(text)

    assert (ours.approximate, ours.uncertain) == (theirs.is_approximate, theirs.is_uncertain)
