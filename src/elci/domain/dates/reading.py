import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from elci.domain.dates.bounds import neighbour
from elci.domain.dates.expression import PLAIN, Expression, Precision, checked_expression
from elci.domain.dates.grammar import Grammar, Relation, grammar_of
from elci.domain.dates.partial import CANONICAL_PATTERN, PartialDate
from elci.domain.dates.problems import DateNotUnderstoodError, DateProblem
from elci.domain.dates.words import folded

_LONGEST: Final = 100
_CANONICAL: Final = re.compile(CANONICAL_PATTERN)
_HALF_OPEN: Final = re.compile(r"/[0-9].*|[0-9].*/")
_MIDNIGHT: Final = re.compile(r"(.*[0-9][./-][0-9]+)[t ]00:00(?::00)?")
_CLOCK: Final = re.compile(r".*[0-9][t ][0-9]{1,2}:[0-9]{2}.*")
_BEFORE_CHRIST: Final = re.compile(r"-[0-9]{4}.*")
_YEARS: Final = re.compile(r"([0-9]{4}) ?- ?([0-9]{4})")
_NUMBERS: Final = (
    re.compile(r"(?P<day>[0-9]{1,2}) ?([./-]) ?(?P<month>[0-9]{1,2}) ?\2 ?(?P<year>[0-9]+)"),
    re.compile(r"(?P<year>[0-9]{4}) ?([./-]) ?(?P<month>[0-9]{1,2}) ?\2 ?(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<month>[0-9]{1,2}) ?[./-] ?(?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4}) ?[./-] ?(?P<month>[0-9]{1,2})"),
    re.compile(r"'?(?P<year>[0-9]+)"),
)
_ORDINAL: Final = r"(?:st|nd|rd|th)?"
_NAMES: Final = (
    re.compile(
        rf"(?P<day>[0-9]{{1,2}}){_ORDINAL}[ ./-]+(?:of )?(?P<name>[a-z]+)[ .,/-]+(?P<year>'?[0-9]+)"
    ),
    re.compile(rf"(?P<name>[a-z]+)[ .]+(?P<day>[0-9]{{1,2}}){_ORDINAL}[ ,]+(?P<year>[0-9]+)"),
    re.compile(r"(?P<name>[a-z]+)[ .,/-]+(?P<year>'?[0-9]+)"),
    re.compile(r"(?P<year>[0-9]{4})[ .,/-]+(?:yili )?(?P<name>[a-z]+?)(?:nda)?"),
)

_QUALIFIERS: Final = {
    (False, False): "",
    (True, False): "~",
    (False, True): "?",
    (True, True): "%",
}
_GAPS: Final = {
    (Precision.YEAR, "month"): "-XX",
    (Precision.YEAR, "month and day"): "-XX-XX",
    (Precision.MONTH, "day"): "-XX",
}


def read_date(text: str, *, languages: Sequence[str] = ("tr", "en")) -> PartialDate:
    """Read a date as people write it; case, accents and spaces do not matter.

    The day comes before the month (03/04/2001 is 3 April) unless the year comes first.
    Canonical EDTF text is read too. Raises `DateNotUnderstoodError` with the reason,
    naming the text as given; nothing is ever guessed.

    >>> str(read_date("8 EYLÜL 2004")), str(read_date("Aralık 1997'den önce"))
    ('2004-09-08', '../1997-11')
    >>> str(read_date("April 18, 2016")), str(read_date("c. 1965")), str(read_date("1990s"))
    ('2016-04-18', '1965~', '199X')
    >>> read_date("31.02.2010")
    Traceback (most recent call last):
    ...
    elci.domain.dates.problems.DateNotUnderstoodError: “31.02.2010” is not a day of the calendar. \
Correct the day, or leave it out and write only the month and the year.
    """
    given = text.strip()
    try:
        if len(given) > _LONGEST:
            raise _not_understood(given)
        return _read(_without_midnight(folded(given)), grammar_of(tuple(languages)))
    except DateNotUnderstoodError as problem:
        raise DateNotUnderstoodError(problem.code, given) from None


def _read(text: str, grammar: Grammar) -> PartialDate:
    if text == "":
        raise DateNotUnderstoodError(DateProblem.EMPTY, text)
    if text in grammar.unknown:
        return PartialDate.unknown()
    if (canonical := _canonical(text)) is not None:
        return PartialDate(canonical)
    for relation, pattern in grammar.relations:
        if (found := pattern.fullmatch(text)) is not None:
            return _related(relation, found, grammar)
    return PartialDate(str(_read_moment(text, grammar)))


def _canonical(text: str) -> str | None:
    if _HALF_OPEN.fullmatch(text) is not None:
        text = f"..{text}" if text.startswith("/") else f"{text}.."
    if (mask := _mask(text)) is not None:
        return str(mask)
    return text.upper() if _CANONICAL.search(text.upper()) is not None else None


def _without_midnight(text: str) -> str:
    """Drop the midnight that a spreadsheet puts behind a day."""
    found = _MIDNIGHT.fullmatch(text)
    return text if found is None else found[1]


def _related(relation: Relation, found: re.Match[str], grammar: Grammar) -> PartialDate:
    note = found.groupdict().get("note") or ""
    first = _read_moment(found["x"] + note, grammar)
    if relation == "before":
        return PartialDate(f"../{neighbour(_bound(first, at_end=False), -1)}")
    if relation == "after":
        return PartialDate(f"{neighbour(_bound(first, at_end=True), 1)}/..")
    second = _read_moment(found["y"], grammar)
    return PartialDate(f"{_bound(first, at_end=False)}/{_bound(second, at_end=True)}")


def _bound(said: Expression, *, at_end: bool) -> Expression:
    """Return what may bound an interval: of a decade or a century its first or last year."""
    if said.precision in PLAIN and said.unspecified == "":
        return said
    length = {Precision.DECADE: 10, Precision.CENTURY: 100}.get(said.precision)
    if length is None:
        raise DateNotUnderstoodError(DateProblem.BOUND_NOT_PLAIN, str(said))
    year = said.year + length - 1 if at_end else said.year
    return replace(said, precision=Precision.YEAR, year=year)


def _read_moment(text: str, grammar: Grammar) -> Expression:
    marks: set[str] = set()
    while (peeled := _peel(text, grammar)) is not None:
        mark, text = peeled
        marks.add(mark)
    core = _read_core(text, grammar)
    gaps = marks - {"", "~", "?"}
    qualifier = _QUALIFIERS["~" in marks, "?" in marks]
    if not gaps:
        return replace(core, qualifier=qualifier)
    unspecified = _GAPS.get((core.precision, " + ".join(sorted(gaps))))
    if unspecified is None:
        raise _not_understood(text)
    return replace(core, qualifier=qualifier, unspecified=unspecified)


def _peel(text: str, grammar: Grammar) -> tuple[str, str] | None:
    for mark, pattern in grammar.marks:
        if (found := pattern.fullmatch(text)) is not None:
            return mark, found["x"]
    return None


def _read_core(text: str, grammar: Grammar) -> Expression:
    for pattern in grammar.decades:
        if (found := pattern.fullmatch(text)) is not None:
            return _decade(int(found[1]))
    if (mask := _mask(text)) is not None:
        return mask
    for pattern in _NUMBERS:
        if (found := pattern.fullmatch(text)) is not None:
            month = found.groupdict().get("month")
            return _dated(found, None if month is None else int(month), text)
    for pattern in _NAMES:
        if (found := pattern.fullmatch(text)) is not None:
            return _named(found, grammar)
    raise DateNotUnderstoodError(_why_not(text), text)


def _dated(found: re.Match[str], month: int | None, what: str) -> Expression:
    """Return the year, month or day found; a month of 21 is a slip here, not a spring."""
    year = found["year"].lstrip("'")
    if len(year) < 4:
        raise DateNotUnderstoodError(DateProblem.TWO_DIGIT_YEAR, what)
    if month is not None and not 1 <= month <= 12:
        raise DateNotUnderstoodError(DateProblem.NO_SUCH_MONTH, what)
    day = found.groupdict().get("day")
    if len(year) > 4:
        raise DateNotUnderstoodError(DateProblem.YEAR_OUT_OF_RANGE, what)
    return checked_expression(int(year), month, None if day is None else int(day), what=what)


def _named(found: re.Match[str], grammar: Grammar) -> Expression:
    name, what = found["name"], found[0]
    if name in grammar.months:
        return _dated(found, grammar.months[name], what)
    if name not in grammar.seasons or "day" in found.groupdict():
        raise _not_understood(what)
    year = _dated(found, None, what)
    return replace(year, precision=Precision.SEASON, month=grammar.seasons[name])


def _mask(text: str) -> Expression | None:
    """Return the whole decade or century that two years bound; other years are no mask."""
    if (years := _YEARS.fullmatch(text)) is None:
        return None
    first, last = int(years[1]), int(years[2])
    if first % 100 == 0 and last == first + 99:
        return Expression(Precision.CENTURY, first)
    if first % 10 == 0 and last == first + 9:
        return Expression(Precision.DECADE, first)
    return None


def _decade(year: int) -> Expression:
    # "1900s" may mean ten years or a hundred: the doubt is kept.
    return Expression(Precision.DECADE if year % 100 else Precision.CENTURY, year)


def _why_not(text: str) -> DateProblem:
    if _CLOCK.fullmatch(text) is not None:
        return DateProblem.HAS_A_TIME
    if _BEFORE_CHRIST.fullmatch(text) is not None:
        return DateProblem.YEAR_OUT_OF_RANGE
    return DateProblem.NOT_UNDERSTOOD


def _not_understood(what: str) -> DateNotUnderstoodError:
    return DateNotUnderstoodError(DateProblem.NOT_UNDERSTOOD, what)
