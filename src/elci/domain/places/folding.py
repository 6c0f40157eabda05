"""Text keys for names: one to find them by, one to sort them by, and the repair of a common fault.

A key is never shown and never stored as a name: it exists so that "istanbul", "ISTANBUL" and
"İSTANBUL" meet, whoever typed them and on whichever keyboard.
"""

import re
import unicodedata
from functools import cache
from typing import Final

_INITIALS_DOT = re.compile(r"(?<![a-z0-9])([a-z])\.(?=[a-z](?![a-z0-9]))")
"""The dots inside "A.B.D.", so that it meets "ABD"; the dot of "St. Petersburg" is a space."""

_APOSTROPHES: Final = frozenset("'`´‘’‚‛′‵＇·‧")

_NOT_READ: Final = re.compile("['`´‘’‚‛′‵＇·‧\u00ad\u200b-\u200f]")
_GREEK_ACCENT: Final = re.compile("(?<=[α-ω])[\u0301\u0308]+")
"""Greek capitals are written without."""
_NO_LETTER: Final = re.compile(r"[^\w]+|_")

_OWN_LETTERS: Final = {
    # Written one way or the other by different keyboards and editors; a name must meet itself.
    "ı": "i",
    "ة": "h",
    "ى": "y",
    "ئ": "y",
    "ؤ": "w",
    "آ": "",
}


class _FoldingTable(dict[int, str]):
    """Folds one character at a time and remembers it; `str.translate` asks it."""

    def __missing__(self, codepoint: int) -> str:
        folded = _fold_character(chr(codepoint))
        self[codepoint] = folded
        return folded


def _fold_character(character: str) -> str:
    if character in _OWN_LETTERS:
        return _OWN_LETTERS[character]
    if character in _APOSTROPHES:
        return ""
    if unicodedata.category(character)[0] in "LMN":
        return "".join(filter(str.isalnum, _to_ascii(character).lower()))
    if character == ".":
        return character
    # Soft hyphens, joiners and direction marks are not there to be read; all else parts words.
    return "" if unicodedata.category(character) == "Cf" else " "


def _to_ascii(character: str) -> str:
    if character.isascii():
        return character
    from anyascii import anyascii  # noqa: PLC0415 - 10 ms that plain ASCII names need not pay

    return anyascii(character)


_table: Final = _FoldingTable()


def fold(text: str) -> str:
    """Return the search key: lower-case ASCII letters, digits and single spaces; may be empty.

    Case, diacritics, Unicode form, apostrophes, hyphens, brackets and spacing are ignored; the
    four Turkish i's are one letter; other scripts are transliterated. Idempotent.

    >>> fold("İSTANBUL"), fold("Iğdır"), fold("Xi'an"), fold("Санкт-Петербург"), fold("A.B.D.")
    ('istanbul', 'igdir', 'xian', 'sankt peterburg', 'abd')
    """
    if text.isascii():
        plain = text.lower()
    else:
        plain = _caseless(text)
    return _spaced(plain.translate(_table))


def _caseless(text: str) -> str:
    """Return the "compatibility caseless match" of Unicode: any form of a text gives one."""
    plain = unicodedata.normalize("NFD", text).casefold()
    plain = unicodedata.normalize("NFKC", plain).casefold()
    return unicodedata.normalize("NFKC", plain)


def _spaced(folded: str) -> str:
    if "." in folded:
        folded = _INITIALS_DOT.sub(r"\1", folded).replace(".", " ")
    return " ".join(folded.split())


def spelling(text: str) -> str:
    """Return the text as `fold` does, but with its diacritics and in its own script.

    Two names of one key need not be one name: 徐州 and 許州 meet in their key, and so do Roses and
    Rosés. Case, Unicode form, spacing and the dot of the Turkish i still make no difference.

    >>> spelling("KÖLN") == spelling("Köln"), spelling("Koln") == spelling("Köln")
    (True, False)
    """
    if text.isascii():
        return fold(text)
    plain = _GREEK_ACCENT.sub("", unicodedata.normalize("NFD", _caseless(text)))
    plain = unicodedata.normalize("NFC", plain.replace("i\u0307", "i").replace("ı", "i"))
    return " ".join(_NO_LETTER.sub(" ", _NOT_READ.sub("", plain)).split())


def is_latin(text: str) -> bool:
    """Whether no letter of the text, composed, is of another script."""
    if text.isascii():
        return True
    composed = unicodedata.normalize("NFC", text)
    return all(_LATIN.match(letter) or not letter.isalpha() for letter in composed)


_LATIN: Final = re.compile("[\x00-\u024f\u1e00-\u1eff]")
_TURKISH_ALPHABET: Final = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
_ASCENDING: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef"


class _TurkishOrder(dict[int, str]):
    """Gives each letter one ASCII sign whose byte order is the Turkish alphabet's."""

    def __missing__(self, codepoint: int) -> str:
        character = chr(codepoint)
        letters = character if character in _TURKISH_ALPHABET else _fold_character(character)
        signs = "".join(_turkish_sign(letter) for letter in letters)
        self[codepoint] = signs
        return signs


def _turkish_sign(letter: str) -> str:
    position = _TURKISH_ALPHABET.find(letter)
    if position >= 0:
        return _ASCENDING[position]
    return letter if letter.isdigit() else " "


_turkish_order: Final = _TurkishOrder()


def sort_key(text: str, language: str) -> str:
    """Return an ASCII key whose plain byte order is the alphabet of `language`.

    "tr" has ç after c, ğ after g, ı before i, ö, ş, ü after o, s, u, and q, w, x where the world
    has them; every other language gets Latin order without diacritics. Equal keys are names
    that differ in case or accents only: sort by the name itself after the key.

    >>> sorted(["Çorum", "Cidde", "İzmir", "Iğdır"], key=lambda name: sort_key(name, "tr"))
    ['Cidde', 'Çorum', 'Iğdır', 'İzmir']
    """
    if language != "tr":
        return fold(text)
    plain = unicodedata.normalize("NFKC", text).replace("I", "ı").replace("İ", "i").casefold()
    plain = unicodedata.normalize("NFKC", plain)
    return " ".join(plain.translate(_turkish_order).split())


_CONSONANT: Final = "bcçdfgğhjklmnpqrsştvwxyzBCÇDFGĞHJKLMNPQRSŞTVWXYZ"


@cache
def _fault_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[^\W\d_])Ģ(?![A-Z])"  # KardeĢ, VarĢova: a Latvian Ģ begins its word
        r"|(?<![^\W\d_])ġ(?=[^\W\d_])|(?<=\.)ġ(?=\.)"  # ġanghay, ġehir, A.ġ.
        r"|(?<=[A-ZÇĞİÖÜĠ])ġ(?![^\W\d_])|ġ(?=[A-ZÇĞİÖÜĠ])"  # KURULUġ, ġEHİR
        rf"|Ġ(?=[{_CONSONANT}Ģġ])|(?<=[^\W\d_])Ġ(?![^\W\d_])"  # Ġstanbul, BELEDĠYESĠ
    )


_MALTESE: Final = re.compile(r"[ħĦżŻċĊ]")
_REPAIR: Final = str.maketrans({"Ģ": "ş", "Ġ": "İ", "ġ": "Ş"})


def shows_turkish_pdf_fault(text: str) -> bool:
    """Whether the text carries the letter fault of many Turkish PDFs (ş→Ģ, İ→Ġ, Ş→ġ).

    Latvian and Maltese own these letters too: a text with other Maltese letters is left alone,
    and so is a Ģ or Ġ where Turkish would not have ş or İ.
    """
    composed = unicodedata.normalize("NFC", text)
    return _MALTESE.search(composed) is None and _fault_pattern().search(composed) is not None


def repair_turkish_pdf(text: str) -> str:
    """Put back ş, İ and Ş where a PDF lost them; a text without the fault comes back unchanged.

    >>> repair_turkish_pdf("ġanghay-Ġstanbul"), repair_turkish_pdf("Ħaż-Żebbuġ")
    ('Şanghay-İstanbul', 'Ħaż-Żebbuġ')
    """
    if not shows_turkish_pdf_fault(text):
        return text
    return unicodedata.normalize("NFC", text).translate(_REPAIR)
