from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from elci.domain.dates.bounds import OPEN, neighbour
from elci.domain.dates.expression import Expression, Precision, read_expression
from elci.domain.dates.partial import PartialDate
from elci.domain.dates.words import WORDS, Words
from elci.domain.turkish import turkish_plural, turkish_suffix

Style = Literal["long", "short", "sentence"]
_Say = Callable[[Expression, Style], str]


@dataclass(frozen=True, slots=True)
class _Manner:
    """How one language says a moment, and what lies before, after and between bounds."""

    moment: _Say
    before: _Say
    after: _Say
    between: Callable[[Expression, Expression, Style], str]


def say_date(value: PartialDate, language: str, *, style: Style = "long") -> str:
    """Say a date in ``tr`` or ``en``; `read_date` in that language reads each form back.

    ``long`` and ``short`` are labels for a page and a narrow column; ``sentence`` stands
    where a sentence says when. Raises ``KeyError`` for another language.

    >>> say_date(PartialDate("2016-04-18"), "tr"), say_date(PartialDate("2016-04-18"), "en")
    ('18 Nisan 2016', '18 April 2016')
    >>> say_date(PartialDate("../1997-11"), "tr", style="sentence")
    "Aralık 1997'den önce"
    >>> say_date(PartialDate("1965"), "tr", style="sentence")
    '1965 yılında'
    >>> say_date(PartialDate("2009-06~"), "en", style="short")
    '~Jun 2009'
    """
    manner = _MANNERS[language]
    first, slash, second = value.text.partition("/")
    if value.precision is Precision.UNKNOWN:
        return WORDS[language].unknown
    if slash == "":
        return manner.moment(read_expression(first), style)
    if first == OPEN:
        return manner.before(neighbour(read_expression(second), 1), style)
    if second == OPEN:
        return manner.after(neighbour(read_expression(first), -1), style)
    return manner.between(read_expression(first), read_expression(second), style)


def _say_turkish(said: Expression, style: Style) -> str:
    label = _label(said, "tr", style)
    if style == "short":
        return _marked(label, said) + _gaps(said, "tr")
    if said.approximate:
        label += " civarı" if style == "long" else " civarında"
    elif style == "sentence":
        label = _when_turkish(label, said.precision)
    return label + _gaps(said, "tr") + _doubt(said, "tr")


def _when_turkish(label: str, precision: Precision) -> str:
    if precision is Precision.YEAR:
        return f"{label} yılında"
    if "–" in label:
        return f"{label} yıllarında"
    if precision is Precision.DECADE:
        return turkish_suffix(label, "locative", proper=False)
    if precision is Precision.SEASON:
        return turkish_suffix(label, "locative", proper=False, possessed=True)
    return turkish_suffix(label, "locative")


def _bound_turkish(bound: Expression, style: Style) -> str:
    about = "yaklaşık " if bound.approximate else ""
    return about + _label(bound, "tr", style) + _doubt(bound, "tr")


def _beside_turkish(bound: Expression, style: Style, *, noun: str, adverb: str) -> str:
    if style != "sentence":
        return f"{_bound_turkish(bound, style)} {noun}"
    about = "yaklaşık " if bound.approximate else ""
    away_from = turkish_suffix(_label(bound, "tr", style), "ablative")
    return f"{about}{away_from}{_doubt(bound, 'tr')} {adverb}"


def _between_turkish(start: Expression, end: Expression, style: Style) -> str:
    among = "arasında" if style == "sentence" else "arası"
    return f"{_bound_turkish(start, style)} ile {_bound_turkish(end, style)} {among}"


def _say_english(said: Expression, style: Style) -> str:
    label = _label(said, "en", style)
    if style == "short":
        return _marked(label, said) + _gaps(said, "en")
    article = "the " if label.endswith("s") else ""
    if said.approximate:
        label = f"about {article}{label}"
    elif style == "sentence":
        label = f"{'on' if said.precision is Precision.DAY else 'in'} {article}{label}"
    return label + _gaps(said, "en") + _doubt(said, "en")


def _bound_english(bound: Expression, style: Style) -> str:
    about = "about " if bound.approximate else ""
    return about + _label(bound, "en", style) + _doubt(bound, "en")


_MANNERS: Final = {
    "tr": _Manner(
        moment=_say_turkish,
        before=lambda bound, style: _beside_turkish(bound, style, noun="öncesi", adverb="önce"),
        after=lambda bound, style: _beside_turkish(bound, style, noun="sonrası", adverb="sonra"),
        between=_between_turkish,
    ),
    "en": _Manner(
        moment=_say_english,
        before=lambda bound, style: f"before {_bound_english(bound, style)}",
        after=lambda bound, style: f"after {_bound_english(bound, style)}",
        between=lambda start, end, style: (
            f"between {_bound_english(start, style)} and {_bound_english(end, style)}"
        ),
    ),
}


def _label(said: Expression, language: str, style: Style) -> str:
    """Name what is known, without its doubt."""
    words, year = WORDS[language], f"{said.year:04}"
    if said.month is None:
        return _years(said, language)
    if said.precision is Precision.SEASON:
        season = words.seasons[said.month - 21]
        return f"{year} {season}ı" if language == "tr" else f"{season} {year}"
    if said.day is None:
        return f"{_month(words, said.month, style)} {year}"
    if style == "short" and language == "tr":
        return f"{said.day:02}.{said.month:02}.{year}"
    return f"{said.day} {_month(words, said.month, style)} {year}"


def _years(said: Expression, language: str) -> str:
    year = f"{said.year:04}"
    if said.precision is Precision.YEAR:
        return year
    if said.precision is Precision.CENTURY:
        return f"{year}–{said.year + 99:04}"
    if said.year % 100 == 0:
        # "1900s" would be taken for the century.
        return f"{year}–{said.year + 9:04}"
    return turkish_plural(year) if language == "tr" else f"{year}s"


def _month(words: Words, month: int, style: Style) -> str:
    return (words.months_short if style == "short" else words.months)[month - 1]


def _marked(label: str, said: Expression) -> str:
    return f"{'~' if said.approximate else ''}{label}{'?' if said.uncertain else ''}"


def _gaps(said: Expression, language: str) -> str:
    words = WORDS[language]
    if said.unspecified == "":
        return ""
    if said.unspecified == "-XX-XX":
        return f" ({words.month_and_day_unknown})"
    return f" ({words.month_unknown if said.month is None else words.day_unknown})"


def _doubt(said: Expression, language: str) -> str:
    return f" ({WORDS[language].uncertain})" if said.uncertain else ""
