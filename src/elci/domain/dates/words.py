"""The words in which dates are said and read, in each language."""

import unicodedata
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of one language. ``said`` come first; ``read`` are other ways people write them."""

    months: tuple[str, ...]
    months_short: tuple[str, ...]
    months_read: tuple[tuple[str, int], ...] = ()
    seasons: tuple[str, ...]
    """Spring first, as EDTF counts them from 21."""
    seasons_read: tuple[tuple[str, int], ...]
    month_unknown: str
    day_unknown: str
    month_and_day_unknown: str
    uncertain: str
    unknown: str
    unknown_read: tuple[str, ...]


WORDS: Final[dict[str, Words]] = {
    "tr": Words(
        months=(
            *("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran"),
            *("Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"),
        ),
        months_short=(
            *("Oca", "Şub", "Mar", "Nis", "May", "Haz"),
            *("Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"),
        ),
        seasons=("ilkbahar", "yaz", "sonbahar", "kış"),
        seasons_read=(
            *(("ilkbaharı", 21), ("bahar", 21), ("baharı", 21), ("yazı", 22)),
            *(("sonbaharı", 23), ("güz", 23), ("güzü", 23), ("kışı", 24)),
        ),
        month_unknown="ayı bilinmiyor",
        day_unknown="günü bilinmiyor",
        month_and_day_unknown="ayı ve günü bilinmiyor",
        uncertain="kesin değil",
        unknown="tarihi bilinmiyor",
        unknown_read=("bilinmiyor", "bilinmeyen", "tarih bilinmiyor", "belirsiz", "belli değil"),
    ),
    "en": Words(
        months=(
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        months_short=(
            *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
            *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        ),
        months_read=(("Sept", 9),),
        seasons=("spring", "summer", "autumn", "winter"),
        seasons_read=(("fall", 23),),
        month_unknown="month unknown",
        day_unknown="day unknown",
        month_and_day_unknown="month and day unknown",
        uncertain="uncertain",
        unknown="date unknown",
        unknown_read=("unknown", "unknown date", "not known"),
    ),
}

_FOLDED: Final = str.maketrans(
    {
        **dict(zip("İIıÂâÎîÛûÇçĞğÖöŞşÜü", "iiiaaiiuuccggoossuu", strict=True)),
        **dict.fromkeys("\u2019\u2018\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    }
)


def folded(text: str) -> str:
    """Return the text as it is compared: lower case, Turkish letters plain, single spaces.

    >>> folded("8  EYLÜL 2004'te"), folded("HAZİRAN"), folded("hazi\u0307ran")
    ("8 eylul 2004'te", 'haziran', 'haziran')
    """
    composed = unicodedata.normalize("NFC", text).replace("i\u0307", "i")
    return " ".join(composed.translate(_FOLDED).lower().split())


def months_by_name(language: str) -> dict[str, int]:
    """Return month numbers by folded name and abbreviation."""
    words = WORDS[language]
    named = [*enumerate(words.months, 1), *enumerate(words.months_short, 1)]
    return {folded(name): number for number, name in named} | {
        folded(name): number for name, number in words.months_read
    }


def seasons_by_name(language: str) -> dict[str, int]:
    """Return EDTF season numbers, 21 to 24, by folded name."""
    words = WORDS[language]
    return {folded(name): number for number, name in enumerate(words.seasons, 21)} | {
        folded(name): number for name, number in words.seasons_read
    }
