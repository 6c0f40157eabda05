"""What the templates of wikis show, for those that lists of twin towns are written with."""

import re
from collections.abc import Sequence
from typing import Final

from elci.domain.extraction.words import phrasebook
from elci.domain.places.countries import CountryNameKind, country_by_name

_FLAG_ALONE: Final = frozenset({
    "flagicon", "flagdeco", "flag icon", "flagg", "flaga", "bayraksimge", "bayrak simgesi",
    "ülkebayrağı", "drapeau", "флаг", "флагификация-", "прапор", "знаме", "bandiera", "bandera",
    "flagge", "vlag", "vlajka", "zastava", "flaggikon", "lippu", "banderaicono", "flagicon image",
})  # fmt: skip
_FLAG_AND_NAME: Final = frozenset({
    "flag", "flagcountry", "flagu", "flag+link", "flagathlete", "bayrak", "ülke", "ulke", "pays",
    "país", "naz", "флагификация", "país2", "landsflagg", "flagga", "flagland", "flaglist",
})  # fmt: skip
_FIRST: Final = frozenset({
    "nowrap", "nobr", "nobreak", "small", "smaller", "big", "abbr", "ill", "interlanguage link",
    "kdil", "i", "b", "plainlist", "ubl", "unbulleted list", "tooltip", "center", "nts", "ntsh",
    "val", "formatnum", "link-interwiki", "wdl", "nihongo", "lien", "не переведено", "sup", "sub",
    "yalın liste", "kırmızı bağlantı", "align", "date-", "1er",
})  # fmt: skip
_LAST: Final = frozenset({"lang", "sort", "dil", "langue", "vertical header", "transl"})
_DATE: Final = frozenset({
    "dts", "start date", "date", "başlangıç tarihi", "end date", "dtsh", "dátum", "datum",
})  # fmt: skip
_CONTAINERS: Final = frozenset({
    "columns-list", "col-list", "plainlist", "flatlist", "hlist", "multicol", "div col",
    "sütunlu liste", "colonnes", "columns", "yalın liste",
})  # fmt: skip
_SILENT: Final = re.compile(
    r"(?:div col|col-|end\b|refn?\b|efn|sfn|cite|citation|kaynak|cit[aer]|dead link|ölü bağlantı|"
    r"main|see also|further|ana madde|reflist|notelist|clear|kaynakça|anchor|citation needed|"
    r"fact|spaces|coord|-|multicol|colend|div sonu|sütun|web kaynağı|note|kaynak belirt).*",
    re.IGNORECASE,
)
_COUNTRY_CODE: Final = re.compile(r"[A-Z]{2,3}")


def is_container(name: str) -> bool:
    """Whether a list is written inside the template."""
    return name in _CONTAINERS


def flag_of(name: str, params: Sequence[str]) -> str:
    """Return the country of a template that shows a flag; a code of sports as the ISO code.

    >>> flag_of("flagicon", ["GER"]), flag_of("bayrak", ["Almanya"]), flag_of("Allemagne", [])
    ('DE', 'Almanya', 'Allemagne')
    """
    if _COUNTRY_CODE.fullmatch(name) is not None or _is_country(name):
        return _by_code(name)
    shows = name.lower() in _FLAG_ALONE | _FLAG_AND_NAME
    return _by_code(params[0]) if shows and params else ""


def _by_code(written: str) -> str:
    """Return the ISO code for one that only sports use: GER, SUI, ENG; else what is written."""
    is_code = _COUNTRY_CODE.fullmatch(written) is not None
    return (is_code and phrasebook("country_codes").meaning_of(written)) or written


def _is_country(name: str) -> bool:
    """Whether a template is called like the country whose flag and name it shows."""
    match = country_by_name(name)
    return match is not None and match.kind is not CountryNameKind.CODE


def shown_by(name: str, params: Sequence[str]) -> str | None:
    """Return the text that a template shows; none if the template is not known."""
    lower = name.lower()
    if _COUNTRY_CODE.fullmatch(name) is not None:
        shown = [text for text in params[:1] if len(text) > 2]
    elif lower in _FLAG_ALONE or _SILENT.fullmatch(lower) is not None:
        shown = []
    elif lower in _DATE:
        shown = [_date(params)]
    else:
        return _shown_of(name, lower, params)
    return " ".join(shown)


def _shown_of(name: str, lower: str, params: Sequence[str]) -> str | None:
    """Return what a template shows of its own words."""
    if lower == "sortname":
        return " ".join(params[:2])
    if lower in _LAST:
        return " ".join(params[-1:])
    if lower in _FLAG_AND_NAME:
        return " ".join(map(_by_code, params[:1]))
    if lower in _FIRST:
        return " ".join(params[:1])
    return name if _is_country(name) else None


def _date(params: Sequence[str]) -> str:
    numbers = [part for part in params[:3] if re.fullmatch(r"[0-9]{1,4}", part)]
    if not numbers or len(numbers) < min(len(params), 3):
        return " ".join(params)
    if len(numbers[0]) < 4:
        return ".".join(numbers)
    return "-".join(part.zfill(2) for part in numbers)
