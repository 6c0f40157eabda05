"""Text of a cell made fit to read: bounded, composed, without what no eye sees."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from elci.domain.places.folding import repair_turkish_pdf

LONGEST_CELL: Final = 2_000
"""Characters of a cell that are read; the rest is left out, and a person is told."""

_FOOTNOTE: Final = re.compile(r"\[(?:[0-9]{1,3}|[a-z]|not [0-9]+|note [0-9]+|citation needed)\]")
_FOOTNOTE_AT_END: Final = re.compile(r"(?<=\w)\s?\([0-9]{1,2}\)(?=\s*$)")
"""As in "Bükreş(1)"."""
_MAY_NEED_CARE: Final = re.compile(r"  |\[|\([0-9]{1,2}\)\s*$")
_BULLET: Final = re.compile(r"^\s*(?:[•·▪●◦*‣■–—-]\s+|[•▪●◦‣■]\s*)")
_UTF8_READ_AS_1252: Final = re.compile(
    "[ÃÄÅÐÑ][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]"
)
_TURKISH_READ_AS_1252: Final = re.compile(r"(?<=[^\W\d_])þ|(?<![^\W\d_])Ý(?=[^\W\d_])")
_FROM_1252: Final = str.maketrans("ÝýÞþÐð", "İıŞşĞğ")
_SUPERSCRIPTS: Final = dict.fromkeys(map(ord, "¹²³⁰⁴⁵⁶⁷⁸⁹"))


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text of a cell as it is to be understood, and what had to be done to it."""

    text: str
    is_cut: bool = False
    is_repaired: bool = False
    had_overrides: bool = False
    """It held signs that turn the direction of writing, and so may show something else."""


def clean(read: str) -> Cleaned:
    r"""Return a cell's text with line ends kept, everything else that is white a single space.

    >>> clean("VarĢova\u00a0 [1] ").text, clean("Ýstanbul").text
    ('Varşova', 'İstanbul')
    """
    return _cleaned(read[: LONGEST_CELL + 1])


@lru_cache(maxsize=16384)
def _cleaned(read: str) -> Cleaned:
    text = read[:LONGEST_CELL]
    if text.isascii() and text.isprintable() and not _MAY_NEED_CARE.search(text):
        return Cleaned(text.strip(), is_cut=len(read) > LONGEST_CELL)
    composed = unicodedata.normalize("NFC", text)
    overrides = any(unicodedata.bidirectional(sign) in _TURNING for sign in composed)
    visible = _FOOTNOTE.sub("", _visible(composed)).translate(_SUPERSCRIPTS)
    visible = _FOOTNOTE_AT_END.sub("", visible)
    repaired = repair_turkish_pdf(_decoded(visible))
    lines = (" ".join(line.split()) for line in repaired.split("\n"))
    return Cleaned(
        "\n".join(line for line in lines if line),
        is_cut=len(read) > LONGEST_CELL,
        is_repaired=repaired != visible,
        had_overrides=overrides,
    )


_TURNING: Final = frozenset({"LRO", "RLO", "LRE", "RLE", "LRI", "RLI", "FSI"})


def _visible(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return "".join(map(_seen, lines))


def _seen(sign: str) -> str:
    if sign == "\n" or not unicodedata.category(sign).startswith("C"):
        return sign
    # A tab or a form feed parts words; a joiner, a soft hyphen or half a surrogate does not.
    return " " if sign.isspace() else ""


def _decoded(text: str) -> str:
    """Put back letters that were read in the wrong encoding, where the fault is certain."""
    if _UTF8_READ_AS_1252.search(text) is not None:
        try:
            return b"".join(map(_byte, text)).decode()
        except (UnicodeDecodeError, UnicodeEncodeError):
            return text
    if _TURKISH_READ_AS_1252.search(text) is not None:
        return text.translate(_FROM_1252)
    return text


def _byte(sign: str) -> bytes:
    return sign.encode("latin-1" if ord(sign) < 256 else "cp1252")


def one_line(text: str) -> str:
    r"""Return a cleaned text with its lines joined: a hyphen at the end of a line joins words.

    >>> one_line("Gyeongsangbuk\n-do"), one_line("Frankfurt /\nMain")
    ('Gyeongsangbuk-do', 'Frankfurt / Main')
    """
    joined = re.sub(r"(?<=\w)\n(?=-\w)|(?<=\w-)\n", "", text)
    return joined.replace("\n", " ")


def without_bullet(text: str) -> str:
    """Return a line without the sign that lists put before it."""
    return _BULLET.sub("", text, count=1)
