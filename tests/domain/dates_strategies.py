"""Canonical texts of every form, made without the code they test."""

from datetime import date

from hypothesis import strategies as st

from elci.domain.dates import DateNotUnderstoodError, PartialDate

days = st.one_of(st.dates(), st.dates(min_value=date(1900, 1, 1), max_value=date(2030, 12, 31)))
qualifiers = st.sampled_from(["", "", "", "~", "?", "%"])
units = st.builds(lambda day, length: day.isoformat()[:length], days, st.sampled_from([4, 7, 10]))
masks = st.one_of(
    st.integers(1, 999).map(lambda decade: f"{decade:03}X"),
    st.integers(1, 99).map(lambda century: f"{century:02}XX"),
    units.filter(lambda text: len(text) == 4).map(lambda text: f"{text}-XX"),
    units.filter(lambda text: len(text) == 4).map(lambda text: f"{text}-XX-XX"),
    units.filter(lambda text: len(text) == 7).map(lambda text: f"{text}-XX"),
)
seasons = st.builds(
    lambda year, season: f"{year:04}-{season}", st.integers(1, 9999), st.integers(21, 24)
)
moments = st.builds(lambda text, mark: text + mark, st.one_of(units, masks, seasons), qualifiers)
bounds = st.builds(lambda text, mark: text + mark, units, qualifiers)
intervals = st.one_of(
    bounds.map(lambda text: f"../{text}"),
    bounds.map(lambda text: f"{text}/.."),
    st.builds(lambda first, last: f"{first}/{last}", bounds, bounds),
)


def _is_canonical(text):
    try:
        PartialDate(text)
    except DateNotUnderstoodError:
        return False
    return True


# Only intervals may be refused here: an end before the start, or a bound that says nothing.
texts = st.one_of(st.just("XXXX"), moments, intervals.filter(_is_canonical))
partial_dates = texts.map(PartialDate)
