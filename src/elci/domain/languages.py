"""Languages by their codes and by their names in Turkish and English (CLDR, through Babel)."""

from collections.abc import Mapping
from functools import lru_cache

from babel import Locale


def language_code(name: str) -> str | None:
    """Return the code of a language by its name in Turkish or English; nothing for no language.

    >>> language_code("Gürcüce"), language_code("english"), language_code("İNGİLİZCE")
    ('ka', 'en', 'en')
    >>> language_code("Atlantisce") is None
    True
    """
    written = " ".join(name.split())
    return _codes("tr").get(_small(written)) or _codes("en").get(written.lower())


def language_name(code: str, language: str) -> str:
    """Return what a language is called in Turkish or English; its code where it has no name.

    >>> language_name("ka", "tr"), language_name("ka", "en")
    ('Gürcüce', 'Georgian')
    """
    return _names("tr" if language.startswith("tr") else "en").get(code, code)


@lru_cache(maxsize=2)
def _names(language: str) -> Mapping[str, str]:
    return {str(code): str(name) for code, name in Locale(language).languages.items()}


@lru_cache(maxsize=2)
def _codes(language: str) -> Mapping[str, str]:
    small = _small if language == "tr" else str.lower
    # Of two codes of one name the shorter is the language itself, the longer one of its kinds.
    ordered = sorted(_names(language).items(), key=lambda pair: (-len(pair[0]), pair[0]))
    return {small(name): code for code, name in ordered}


def _small(text: str) -> str:
    return text.replace("İ", "i").replace("I", "ı").lower()
