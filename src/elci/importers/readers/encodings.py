"""Decides how the letters of a text are coded, for texts that do not say it."""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from elci.importers.readers.letters import plausibility

# What the web calls by these names is read with the larger Windows sets; so do spreadsheets.
_SPOKEN_NAMES: Final = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252", "windows-1252": "cp1252", "iso-8859-9": "cp1254", "latin5": "cp1254",
    "latin-5": "cp1254", "windows-1254": "cp1254", "x-mac-turkish": "mac-turkish",
    "unicode": "utf-8", "utf8": "utf-8", "utf-16": "utf-8", "utf-16le": "utf-8",
}  # fmt: skip
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE_BYTE: Final = (
    "cp1254", "cp1252", "cp1250", "cp1251", "cp1256", "cp1253", "cp1257", "iso-8859-2",
    "iso-8859-5", "iso-8859-7", "koi8-r", "koi8-u", "mac-turkish", "mac-roman", "cp857",
    "cp850", "cp866", "cp1255",
)  # fmt: skip
_RARE: Final = dict.fromkeys(
    ("mac-turkish", "mac-roman", "cp857", "cp850", "cp866", "iso-8859-5", "iso-8859-7"), 4.0
)
"""What only old machines wrote must be that much likelier."""
_SAMPLE: Final = 20_000
_SEARCHED: Final = 2_000_000
_CONFUSED: Final = ("cp1254", "cp1252")
"""Turkish pages often claim the second and are written in the first."""
_DECLARABLE: Final = re.compile(
    r"(iso-?8859-|windows-|cp)[0-9]+|koi8-[ru]|mac-?[a-z]+|gb18030|gbk|gb2312|big5|shift_jis|"
    r"euc-(jp|kr)|tis-620"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, how it was coded, and how sure that is."""

    text: str
    encoding: str
    guessed: bool = False
    unreadable: int = 0


def decode(content: bytes, *, declared: str = "") -> Decoded | None:
    """Return the text of a file, by its own mark, as UTF-8, as declared, or by its letters.

    None where no coding gives text, as with a program or a picture.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _marked(content, encoding)
    if b"\x00" in content:
        return _sixteen_bits(content)
    return _as_utf8(content) or _as_declared(content, declared) or _by_letters(content)


def _marked(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, errors="replace")
    return Decoded(text, encoding, unreadable=text.count("�"))


def _sixteen_bits(content: bytes) -> Decoded | None:
    """Read UTF-16 without a mark: of Latin text every other byte is nought."""
    even, odd = content[0:2000:2].count(0), content[1:2000:2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = content[: len(content) // 2 * 2].decode(encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(text, encoding) if text.count("\x00") == 0 and is_text(text) else None


def _as_utf8(content: bytes) -> Decoded | None:
    """Read as UTF-8, forgiving a few bytes that are not among many that are."""
    try:
        return _if_text(Decoded(content.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
    wrong = text.count("�")
    right = sum(1 for _ in re.finditer(r"[^\x00-\x7f�]", text))
    return _if_text(Decoded(text, "utf-8", unreadable=wrong)) if right > 20 * wrong else None


def _as_declared(content: bytes, declared: str) -> Decoded | None:
    name = declared.strip().lower()
    name = _SPOKEN_NAMES.get(name, name)
    if name in _CONFUSED:
        return _by_letters(content, among=_CONFUSED)
    if _DECLARABLE.fullmatch(name) is None:
        return None
    try:
        return _if_text(Decoded(content.decode(name), codecs.lookup(name).name))
    except (LookupError, UnicodeDecodeError):
        return None


def _by_letters(content: bytes, *, among: Sequence[str] = _SINGLE_BYTE) -> Decoded | None:
    """Read in the coding that makes the likeliest words; of equals the first."""
    telling = (line for line in content[:_SEARCHED].splitlines() if not line.isascii())
    sample = b"\n".join(telling)[:_SAMPLE]
    best = max(
        among,
        key=lambda name: plausibility(sample.decode(name, errors="replace")) - _RARE.get(name, 0),
    )
    text = content.decode(best, errors="replace")
    return _if_text(Decoded(text, best, guessed=True, unreadable=text.count("�")))


def _if_text(found: Decoded) -> Decoded | None:
    return found if is_text(found.text) else None


def is_text(text: str) -> bool:
    """Whether it is mostly what people write, not the bytes of a program."""
    sample = text[:_SAMPLE]
    strange = sum(
        1 for _ in re.finditer(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f�]", sample)
    )
    return strange <= max(3, len(sample) * 0.02)
