import pickle
import re
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from elci.domain.dates import (
    CANONICAL_PATTERN,
    DATE_PROBLEM_TEMPLATES,
    DateNotUnderstoodError,
    DateProblem,
    PartialDate,
    Precision,
)
from tests.domain.dates_strategies import days, moments, partial_dates, texts

SPANS = [
    ("2016-04-18", date(2016, 4, 18), date(2016, 4, 19), Precision.DAY),
    ("2016-02", date(2016, 2, 1), date(2016, 3, 1), Precision.MONTH),
    ("1997-12", date(1997, 12, 1), date(1998, 1, 1), Precision.MONTH),
    ("1965", date(1965, 1, 1), date(1966, 1, 1), Precision.YEAR),
    ("196X", date(1960, 1, 1), date(1970, 1, 1), Precision.DECADE),
    ("19XX", date(1900, 1, 1), date(2000, 1, 1), Precision.CENTURY),
    ("2004-XX", date(2004, 1, 1), date(2005, 1, 1), Precision.YEAR),
    ("2004-XX-XX", date(2004, 1, 1), date(2005, 1, 1), Precision.YEAR),
    ("2004-06-XX", date(2004, 6, 1), date(2004, 7, 1), Precision.MONTH),
    ("2001-21", date(2001, 3, 1), date(2001, 6, 1), Precision.SEASON),
    ("2001-22", date(2001, 6, 1), date(2001, 9, 1), Precision.SEASON),
    ("2001-23", date(2001, 9, 1), date(2001, 12, 1), Precision.SEASON),
    ("2001-24", date(2001, 1, 1), date(2002, 3, 1), Precision.SEASON),
    ("../1989", None, date(1990, 1, 1), Precision.INTERVAL),
    ("../1997-11", None, date(1997, 12, 1), Precision.INTERVAL),
    ("1991/..", date(1991, 1, 1), None, Precision.INTERVAL),
    ("1984-06/2004", date(1984, 6, 1), date(2005, 1, 1), Precision.INTERVAL),
    ("2004-02-29/2004-02-29", date(2004, 2, 29), date(2004, 3, 1), Precision.INTERVAL),
    ("2004/2004-01-01", date(2004, 1, 1), date(2004, 1, 2), Precision.INTERVAL),
    ("XXXX", None, None, Precision.UNKNOWN),
    # Doubt pushes both ends apart.
    ("2016-04-18~", date(2016, 4, 3), date(2016, 5, 4), Precision.DAY),
    ("2016-04-18?", date(2016, 4, 3), date(2016, 5, 4), Precision.DAY),
    ("2016-04-18%", date(2016, 3, 19), date(2016, 5, 19), Precision.DAY),
    ("2016-04~", date(2016, 1, 1), date(2016, 8, 1), Precision.MONTH),
    ("2016-04%", date(2015, 10, 1), date(2016, 11, 1), Precision.MONTH),
    ("2001-21~", date(2000, 12, 1), date(2001, 9, 1), Precision.SEASON),
    ("1965~", date(1960, 1, 1), date(1971, 1, 1), Precision.YEAR),
    ("1965?", date(1960, 1, 1), date(1971, 1, 1), Precision.YEAR),
    ("1965%", date(1955, 1, 1), date(1976, 1, 1), Precision.YEAR),
    ("196X~", date(1950, 1, 1), date(1980, 1, 1), Precision.DECADE),
    ("19XX~", date(1850, 1, 1), date(2050, 1, 1), Precision.CENTURY),
    ("../1989~", None, date(1995, 1, 1), Precision.INTERVAL),
    ("1984?/2004", date(1979, 1, 1), date(2005, 1, 1), Precision.INTERVAL),
    # What lies beyond the calendar is open.
    ("0001", date(1, 1, 1), date(2, 1, 1), Precision.YEAR),
    ("0001~", None, date(7, 1, 1), Precision.YEAR),
    ("0001-01-16~", date(1, 1, 1), date(1, 2, 1), Precision.DAY),
    ("0001-01-15~", None, date(1, 1, 31), Precision.DAY),
    ("9998-12-31", date(9998, 12, 31), date(9999, 1, 1), Precision.DAY),
    ("9999-12-30", date(9999, 12, 30), date(9999, 12, 31), Precision.DAY),
    ("9999-12-31", date(9999, 12, 31), None, Precision.DAY),
    ("9999", date(9999, 1, 1), None, Precision.YEAR),
    ("../0001", None, date(2, 1, 1), Precision.INTERVAL),
    ("9999/..", date(9999, 1, 1), None, Precision.INTERVAL),
    ("../9998", None, date(9999, 1, 1), Precision.INTERVAL),
    ("0002/..", date(2, 1, 1), None, Precision.INTERVAL),
    ("0001/9999", date(1, 1, 1), None, Precision.INTERVAL),
    ("001X", date(10, 1, 1), date(20, 1, 1), Precision.DECADE),
    ("01XX", date(100, 1, 1), date(200, 1, 1), Precision.CENTURY),
]


@pytest.mark.parametrize(("text", "earliest", "until", "precision"), SPANS)
def test_partial_date_spans_the_days_it_may_be(text, earliest, until, precision):
    partial = PartialDate.parse(text)

    assert (partial.earliest, partial.until, partial.precision) == (earliest, until, precision)
    assert str(partial) == text


REFUSED = [
    ("", DateProblem.EMPTY),
    (" 1965", DateProblem.NOT_UNDERSTOOD),
    ("1965\n", DateProblem.NOT_UNDERSTOOD),
    ("000١", DateProblem.NOT_UNDERSTOOD),
    ("１９６５", DateProblem.NOT_UNDERSTOOD),
    ("965", DateProblem.NOT_UNDERSTOOD),
    ("2004-6", DateProblem.NOT_UNDERSTOOD),
    ("196x", DateProblem.NOT_UNDERSTOOD),
    ("1XXX", DateProblem.NOT_UNDERSTOOD),
    ("196X-05", DateProblem.NOT_UNDERSTOOD),
    ("2004-XX-05", DateProblem.NOT_UNDERSTOOD),
    ("XXXX~", DateProblem.NOT_UNDERSTOOD),
    ("1965~?", DateProblem.NOT_UNDERSTOOD),
    ("2010-00", DateProblem.NO_SUCH_MONTH),
    ("2010-13", DateProblem.NO_SUCH_MONTH),
    ("2010-20", DateProblem.NO_SUCH_MONTH),
    ("2010-25", DateProblem.NO_SUCH_MONTH),
    ("2010-00-00", DateProblem.NO_SUCH_MONTH),
    ("2010-21-XX", DateProblem.NO_SUCH_MONTH),
    ("2010-21-01", DateProblem.NO_SUCH_MONTH),
    ("2010-01-00", DateProblem.NOT_A_DAY),
    ("2010-02-29", DateProblem.NOT_A_DAY),
    ("2010-02-31", DateProblem.NOT_A_DAY),
    ("2010-04-31~", DateProblem.NOT_A_DAY),
    ("0000", DateProblem.YEAR_OUT_OF_RANGE),
    ("000X", DateProblem.YEAR_OUT_OF_RANGE),
    ("00XX", DateProblem.YEAR_OUT_OF_RANGE),
    ("-0044", DateProblem.YEAR_OUT_OF_RANGE),
    ("12016", DateProblem.YEAR_OUT_OF_RANGE),
    ("Y17000", DateProblem.YEAR_OUT_OF_RANGE),
    ("Y-17000", DateProblem.YEAR_OUT_OF_RANGE),
    ("2016-04-18T10:00:00", DateProblem.HAS_A_TIME),
    ("..", DateProblem.NOT_UNDERSTOOD),
    ("/", DateProblem.NOT_UNDERSTOOD),
    ("/1990", DateProblem.NOT_UNDERSTOOD),
    ("1990/", DateProblem.NOT_UNDERSTOOD),
    ("XXXX/1990", DateProblem.NOT_UNDERSTOOD),
    ("../..", DateProblem.NOT_UNDERSTOOD),
    ("1990/1991/1992", DateProblem.NOT_UNDERSTOOD),
    ("../9999", DateProblem.YEAR_OUT_OF_RANGE),
    ("../9999-12", DateProblem.YEAR_OUT_OF_RANGE),
    ("../9999-12-31", DateProblem.YEAR_OUT_OF_RANGE),
    ("0001/..", DateProblem.YEAR_OUT_OF_RANGE),
    ("0001-01-01/..", DateProblem.YEAR_OUT_OF_RANGE),
    ("1990/1989", DateProblem.ENDS_BEFORE_START),
    ("2004-02-02/2004-02-01", DateProblem.ENDS_BEFORE_START),
    ("1991-01-01/1990", DateProblem.ENDS_BEFORE_START),
    # Doubt about a bound does not put a false order right.
    ("1990~/1989~", DateProblem.ENDS_BEFORE_START),
    ("196X/1970", DateProblem.BOUND_NOT_PLAIN),
    ("1960/19XX", DateProblem.BOUND_NOT_PLAIN),
    ("../2001-21", DateProblem.BOUND_NOT_PLAIN),
    ("2004-XX/..", DateProblem.BOUND_NOT_PLAIN),
]


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_parse_refuses_and_names_the_reason(text, code):
    with pytest.raises(DateNotUnderstoodError) as refused:
        PartialDate.parse(text)

    assert refused.value.code == code


@given(st.one_of(st.text(), st.text("0123456789-X/.?~%١", max_size=16), texts))
def test_partial_date_reads_a_text_exactly_or_not_at_all(text):
    try:
        partial = PartialDate.parse(text)
    except ValueError:
        return

    assert str(partial) == text
    assert re.search(CANONICAL_PATTERN, text) is not None


@given(texts)
def test_every_canonical_form_is_read(text):
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize("text", ["1965\n", "x1965", "1965-1", "196x", "", "../..", "/1990"])
def test_canonical_pattern_refuses_what_is_no_shape_of_a_date(text):
    assert re.search(CANONICAL_PATTERN, text) is None


MADE = [
    (PartialDate.of(1965), "1965"),
    (PartialDate.of(2009, 6), "2009-06"),
    (PartialDate.of(2016, 4, 18), "2016-04-18"),
    (PartialDate.on(date(987, 1, 2)), "0987-01-02"),
    (PartialDate.about(1965), "1965~"),
    (PartialDate.about(1965, 2), "1965-02~"),
    (PartialDate.before(1990), "../1989"),
    (PartialDate.before(1998, 1), "../1997-12"),
    (PartialDate.before(1997, 12), "../1997-11"),
    (PartialDate.before(2016, 1, 1), "../2015-12-31"),
    (PartialDate.before(2, 1, 1), "../0001-12-31"),
    (PartialDate.after(1990), "1991/.."),
    (PartialDate.after(1997, 12), "1998-01/.."),
    (PartialDate.after(1997, 11), "1997-12/.."),
    (PartialDate.after(2016, 2, 29), "2016-03-01/.."),
    (PartialDate.after(9998), "9999/.."),
    (PartialDate.between(PartialDate("1990"), PartialDate("1994-03")), "1990/1994-03"),
    (PartialDate.unknown(), "XXXX"),
]


@pytest.mark.parametrize(("made", "text"), MADE)
def test_makers_write_canonical_text(made, text):
    assert made == PartialDate.parse(text)


IMPOSSIBLE = [
    (lambda: PartialDate.of(0), DateProblem.YEAR_OUT_OF_RANGE, "0"),
    (lambda: PartialDate.of(10000), DateProblem.YEAR_OUT_OF_RANGE, "10000"),
    (lambda: PartialDate.of(2001, 21), DateProblem.NO_SUCH_MONTH, "2001-21"),
    (lambda: PartialDate.of(2001, 0), DateProblem.NO_SUCH_MONTH, "2001-0"),
    (lambda: PartialDate.of(2001, None, 5), DateProblem.NO_SUCH_MONTH, "2001-5"),
    (lambda: PartialDate.of(2001, 2, 29), DateProblem.NOT_A_DAY, "2001-2-29"),
    (lambda: PartialDate.of(2001, 2, 0), DateProblem.NOT_A_DAY, "2001-2-0"),
    (lambda: PartialDate.before(1), DateProblem.YEAR_OUT_OF_RANGE, "0001"),
    (lambda: PartialDate.before(1, 1), DateProblem.YEAR_OUT_OF_RANGE, "0001-01"),
    (lambda: PartialDate.before(1, 1, 1), DateProblem.YEAR_OUT_OF_RANGE, "0001-01-01"),
    (lambda: PartialDate.after(9999), DateProblem.YEAR_OUT_OF_RANGE, "9999"),
    (lambda: PartialDate.after(9999, 12, 31), DateProblem.YEAR_OUT_OF_RANGE, "9999-12-31"),
    (
        lambda: PartialDate.between(PartialDate("1990"), PartialDate("1989")),
        DateProblem.ENDS_BEFORE_START,
        "1990/1989",
    ),
    (
        lambda: PartialDate.between(PartialDate("1990"), PartialDate.unknown()),
        DateProblem.NOT_UNDERSTOOD,
        "1990/XXXX",
    ),
]


@pytest.mark.parametrize(("make", "code", "what"), IMPOSSIBLE)
def test_makers_refuse_what_never_was(make, code, what):
    with pytest.raises(DateNotUnderstoodError) as refused:
        make()

    assert (refused.value.code, refused.value.what) == (code, what)


FLAGS = [
    ("1965", False, False),
    ("1965~", True, False),
    ("1965?", False, True),
    ("196X%", True, True),
    ("1984?/2004~", True, True),
    ("../1990~", True, False),
    ("1990?/..", False, True),
    ("XXXX", False, False),
]


@pytest.mark.parametrize(("text", "approximate", "uncertain"), FLAGS)
def test_partial_date_knows_its_doubt(text, approximate, uncertain):
    partial = PartialDate(text)

    assert (partial.approximate, partial.uncertain) == (approximate, uncertain)


BY = [
    ("1965", date(1964, 12, 31), False, False),
    ("1965", date(1965, 1, 1), False, True),
    ("1965", date(1965, 12, 30), False, True),
    ("1965", date(1965, 12, 31), True, True),
    ("2016-04-18", date(2016, 4, 17), False, False),
    ("2016-04-18", date(2016, 4, 18), True, True),
    ("1965~", date(1970, 12, 30), False, True),
    ("1965~", date(1970, 12, 31), True, True),
    ("../1989", date(1, 1, 1), False, True),
    ("../1989", date(1989, 12, 31), True, True),
    ("1991/..", date(1990, 12, 31), False, False),
    ("1991/..", date(9999, 12, 31), False, True),
    ("XXXX", date(1, 1, 1), False, True),
    ("XXXX", date(9999, 12, 31), False, True),
]


@pytest.mark.parametrize(("text", "day", "certainly", "possibly"), BY)
def test_happened_by_a_day(text, day, certainly, possibly):
    partial = PartialDate(text)

    assert (partial.certainly_by(day), partial.possibly_by(day)) == (certainly, possibly)


BETWEEN = [
    ("1994", date(1990, 1, 1), date(1994, 1, 1), False),
    ("1994", date(1990, 1, 1), date(1994, 1, 2), True),
    ("1994", date(1994, 12, 31), date(2000, 1, 1), True),
    ("1994", date(1995, 1, 1), date(2000, 1, 1), False),
    ("1994", date(1994, 12, 31), None, True),
    ("1994", date(1995, 1, 1), None, False),
    ("1994", date(1994, 6, 1), date(1994, 6, 1), False),
    ("1994", date(1994, 6, 2), date(1994, 6, 1), False),
    ("1994", date(1994, 6, 1), date(1994, 6, 2), True),
    ("../1989", date(1, 1, 1), date(1, 1, 2), True),
    ("../1989", date(1990, 1, 1), date(1991, 1, 1), False),
    ("1991/..", date(1990, 1, 1), date(1991, 1, 1), False),
    ("1991/..", date(9999, 12, 31), None, True),
    ("XXXX", date(1990, 1, 1), date(1990, 1, 2), True),
    ("XXXX", date(1990, 1, 1), date(1990, 1, 1), False),
]


@pytest.mark.parametrize(("text", "start", "end", "expected"), BETWEEN)
def test_may_fall_between_is_half_open(text, start, end, expected):
    assert PartialDate(text).may_fall_between(start, end) == expected


PAIRS = [
    # one, other, contains, certainly before, possibly before
    ("1965", "1965", True, False, True),
    ("1965", "1965-12-31", True, False, True),
    ("1965", "1965-01-01", True, False, False),
    ("1965-01-01", "1965", False, False, True),
    ("1965-12-31", "1965", False, False, False),
    ("1965", "1966", False, True, True),
    ("1966", "1965", False, False, False),
    ("2016-04-18", "2016-04-18", True, False, False),
    ("2016-04-18", "2016-04-19", False, True, True),
    ("1965~", "1965", True, False, True),
    ("1965", "1965~", False, False, True),
    ("1960", "1965~", False, False, True),
    ("1959", "1965~", False, True, True),
    ("../1989", "1990", False, True, True),
    ("../1989", "../1989", True, False, True),
    ("../1990", "../1989", True, False, True),
    ("../1989", "../1990", False, False, True),
    ("1990", "../1989", False, False, False),
    ("1989", "../1989", False, False, True),
    ("1991/..", "1992", True, False, True),
    ("1992/..", "1991/..", False, False, True),
    ("1991/..", "1992/..", True, False, True),
    ("1991", "1992/..", False, True, True),
    ("XXXX", "1965", True, False, True),
    ("1965", "XXXX", False, False, True),
    ("../1989", "XXXX", False, False, True),
    ("1991/..", "XXXX", False, False, True),
    ("XXXX", "XXXX", True, False, True),
]


@pytest.mark.parametrize(("one", "other", "contains", "certainly", "possibly"), PAIRS)
def test_two_dates_compare_under_doubt(one, other, contains, certainly, possibly):
    left, right = PartialDate(one), PartialDate(other)

    assert left.contains(right) == contains
    assert left.certainly_before(right) == certainly
    assert left.possibly_before(right) == possibly


def test_sort_key_puts_open_starts_first_then_coarse_before_fine_and_unknown_last():
    ordered = [
        "../1990", "../1989", "19XX", "196X", "1965", "1965-XX", "1965~",
        "1965-01", "1965-01-01", "1965-02", "1966/..", "1966", "XXXX",
    ]  # fmt: skip

    found = sorted(map(PartialDate, reversed(ordered)), key=lambda partial: partial.sort_key)

    assert [partial.text for partial in found] == ordered


@given(partial_dates)
def test_interval_is_never_empty(partial):
    assert partial.earliest is None or partial.latest is None or partial.earliest <= partial.latest
    assert partial.latest is None or partial.until == partial.latest + timedelta(days=1)


@given(moments.map(lambda text: text.rstrip("~?%")), st.sampled_from("~?%"))
def test_doubt_only_widens(text, qualifier):
    plain, doubtful = PartialDate(text), PartialDate(text + qualifier)

    assert doubtful.contains(plain)
    assert PartialDate(f"{text}%").contains(doubtful)
    assert doubtful != plain


@given(partial_dates, days)
def test_happened_by_a_day_agrees_with_falling_between(partial, day):
    assert not partial.certainly_by(day) or partial.possibly_by(day)
    assert partial.possibly_by(day) == (
        partial.may_fall_between(date.min, day)
        or partial.may_fall_between(day, day + timedelta(days=1) if day < date.max else None)
    )
    if day < date.max:
        later = partial.may_fall_between(day + timedelta(days=1), None)
        assert partial.certainly_by(day) == (not later)


@given(partial_dates, partial_dates, partial_dates)
def test_containment_is_a_partial_order_of_intervals(one, two, three):
    assert one.contains(one)
    if one.contains(two) and two.contains(three):
        assert one.contains(three)
    if one.contains(two) and two.contains(one):
        assert (one.earliest, one.until) == (two.earliest, two.until)


@given(partial_dates, days)
def test_containing_a_day_is_being_able_to_fall_on_it(partial, day):
    assume(day < date.max)

    falls_on_it = partial.may_fall_between(day, day + timedelta(days=1))

    assert partial.contains(PartialDate.on(day)) == falls_on_it


@given(partial_dates, partial_dates)
def test_certainly_before_is_an_order_and_sorts(one, other):
    if one.certainly_before(other):
        assert not other.certainly_before(one)
        assert not other.possibly_before(one)
        assert one.possibly_before(other)
        assert not one.contains(other)
        assert one.sort_key < other.sort_key


@given(partial_dates, partial_dates, partial_dates)
def test_certainly_before_is_transitive(one, two, three):
    if one.certainly_before(two) and two.certainly_before(three):
        assert one.certainly_before(three)


@given(partial_dates, partial_dates)
def test_sort_key_is_total(one, other):
    assert (one.sort_key == other.sort_key) == (one == other)


@given(days, st.sampled_from([1, 2, 3]))
def test_before_and_after_leave_out_exactly_what_they_name(day, parts):
    numbers = (day.year, day.month, day.day)[:parts]
    named = PartialDate.of(*numbers)
    assume(named.earliest != date.min)
    assume(named.until is not None)

    before, after = PartialDate.before(*numbers), PartialDate.after(*numbers)

    assert (before.earliest, before.until) == (None, named.earliest)
    assert (after.earliest, after.until) == (named.until, None)


@given(partial_dates)
def test_partial_date_survives_pickling(partial):
    again = pickle.loads(pickle.dumps(partial))

    assert (again, again.earliest, again.until) == (partial, partial.earliest, partial.until)
    assert hash(again) == hash(partial)


@pytest.mark.parametrize("code", DateProblem)
def test_error_says_what_and_survives_pickling(code):
    error = DateNotUnderstoodError(code, "50% of <x>")

    again = pickle.loads(pickle.dumps(error))

    assert (again.code, again.what, again.params) == (code, "50% of <x>", {"what": "50% of <x>"})
    assert str(again) == DATE_PROBLEM_TEMPLATES[code] % {"what": "50% of <x>"}


def test_error_names_the_text_and_what_to_do():
    with pytest.raises(
        DateNotUnderstoodError,
        match=re.escape(
            "“2010-02-31” is not a day of the calendar. "
            "Correct the day, or leave it out and write only the month and the year."
        ),
    ):
        PartialDate("2010-02-31")
