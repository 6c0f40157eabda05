"""A part of the register, as the address of a page carries it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.acts.kinds import Standing
from elci.domain.places.continents import Continent
from elci.domain.register import (
    MAX_PAGE,
    Order,
    Part,
    RegisterFilter,
    read_day,
    read_filter,
)
from elci.domain.vocabularies import Instrument

LETTERS = st.characters(codec="utf-8", exclude_characters="\x00")
TEXTS = st.text(LETTERS, max_size=100).map(str.strip).map(lambda text: text[:100].strip())
FILTERS = st.builds(
    RegisterFilter,
    instrument=st.none() | st.sampled_from(Instrument),
    standing=st.none() | st.sampled_from(Standing),
    continent=st.none() | st.sampled_from(Continent),
    country=st.none() | st.from_regex(r"[A-Z]{2}", fullmatch=True),
    decade=st.none() | st.sampled_from(range(1000, 3000, 10)),
    first_from=st.none() | st.dates(),
    first_until=st.none() | st.dates(),
    host=st.none() | st.from_regex(r"[a-z0-9-]{1,50}", fullmatch=True),
    text=TEXTS,
    as_of=st.none() | st.dates(),
    order=st.sampled_from(Order),
    page=st.integers(1, MAX_PAGE),
)


@given(FILTERS)
def test_filter_that_is_written_and_read_is_the_same(wanted):
    reading = read_filter(wanted.as_query())

    assert (reading.filter, reading.not_understood) == (wanted, {})


@given(st.dictionaries(st.sampled_from([part.value for part in Part]), st.text(max_size=130)))
def test_any_address_is_read_and_what_makes_no_sense_is_reported(query):
    reading = read_filter(query)

    assert read_filter(reading.filter.as_query()).filter == reading.filter
    for part, text in reading.not_understood.items():
        assert query[part].strip().startswith(text)
        assert getattr(reading.filter, {"q": "text"}.get(part, part)) == getattr(
            RegisterFilter(), {"q": "text"}.get(part, part)
        )


def test_parts_are_written_in_a_fixed_order():
    wanted = RegisterFilter(page=2, text="şam", as_of=date(1994, 3, 27), decade=1990,
                            instrument=Instrument.MEMORANDUM, order=Order.NEWEST)  # fmt: skip

    assert list(wanted.as_query().items()) == [
        ("instrument", "memorandum"),
        ("decade", "1990"),
        ("q", "şam"),
        ("as_of", "1994-03-27"),
        ("order", "newest"),
        ("page", "2"),
    ]


def test_empty_filter_writes_nothing():
    assert RegisterFilter().as_query() == {}


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (Part.INSTRUMENT, "treaty"),
        (Part.STANDING, "dormant"),
        (Part.CONTINENT, "Europe"),
        (Part.COUNTRY, "de"),
        (Part.COUNTRY, "DEU"),
        (Part.COUNTRY, "Ç1"),
        (Part.DECADE, "1995"),
        (Part.DECADE, "990"),
        (Part.DECADE, "3000"),
        (Part.FIRST_FROM, "yesterday"),
        (Part.FIRST_UNTIL, "2019-02-30"),
        (Part.HOST, "İstanbul"),
        (Part.HOST, "a" * 51),
        (Part.TEXT, "a\x00b"),
        (Part.AS_OF, "19940327"),
        (Part.AS_OF, "1994-3-27"),
        (Part.AS_OF, "0000"),
        (Part.AS_OF, "١٩٩٤"),
        (Part.ORDER, "random"),
        (Part.PAGE, "0"),
        (Part.PAGE, "-1"),
        (Part.PAGE, "100001"),
        (Part.PAGE, "²"),
    ],
)
def test_part_that_makes_no_sense_is_left_out_and_reported(part, text):
    reading = read_filter({part.value: text, "decade" if part != "decade" else "page": "1990"})

    assert reading.not_understood == {part: text}


def test_report_of_a_very_long_part_is_cut():
    assert read_filter({"country": "x" * 500}).not_understood == {Part.COUNTRY: "x" * 100}


def test_very_long_search_is_cut_and_stays_readable():
    wanted = read_filter({"q": "x" * 99 + " y" + "z" * 50}).filter

    assert wanted.text == "x" * 99
    assert read_filter(wanted.as_query()).filter == wanted


@pytest.mark.parametrize("text", ["", " ", "\t"])
def test_empty_part_is_no_part(text):
    assert read_filter(dict.fromkeys(Part, text)).filter == RegisterFilter()


def test_unknown_parts_of_an_address_are_passed_over():
    assert read_filter({"utm_source": "x"}).not_understood == {}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1994", date(1994, 12, 31)),
        ("1994-03-27", date(1994, 3, 27)),
        ("0001", date(1, 12, 31)),
        ("9999", date(9999, 12, 31)),
    ],
)
def test_day_or_year_is_read_as_a_day(text, day):
    assert read_day(text) == day


def test_changed_part_leads_to_the_first_page():
    wanted = RegisterFilter(page=7, country="DE")

    assert wanted.with_part(country="BG") == RegisterFilter(country="BG")
    assert wanted.with_part(page=8).page == 8


@pytest.mark.parametrize(
    ("wanted", "narrows"),
    [
        (RegisterFilter(), False),
        (RegisterFilter(as_of=date(1994, 1, 1), order=Order.OLDEST, page=3), False),
        (RegisterFilter(text="a"), True),
        (RegisterFilter(host="istanbul"), True),
        (RegisterFilter(standing=Standing.ENDED), True),
    ],
)
def test_filter_says_whether_it_leaves_anything_out(wanted, narrows):
    assert wanted.narrows is narrows
