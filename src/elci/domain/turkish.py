"""Turkish endings, chosen by how a word or a number is read aloud."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

Case = Literal["locative", "ablative", "dative", "genitive", "accusative", "instrumental"]

_VOWELS: Final = frozenset("aeıioöuü")
_FRONT: Final = frozenset("eiöü")
_ROUND: Final = frozenset("ouöü")
_VOICELESS: Final = frozenset("fstkçşhp")
# Last letters of foreign names that are read voiceless: Quebec, Halifax, Iraq.
_VOICELESS_ABROAD: Final = frozenset("cxq")
_SOFTENED: Final = {"p": "b", "ç": "c", "k": "ğ"}

_ONES: Final = ("", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS: Final = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_BY_ZEROS: Final = {2: "yüz", 3: "bin", 6: "milyon", 9: "milyar", 12: "trilyon"}

_LAST_NUMBER: Final = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)\W*\Z")
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)[\W\d_]*\Z")
_UPPER: Final = str.maketrans({"i": "İ", "ı": "I"})
_LOWER: Final = str.maketrans({"İ": "i", "I": "ı"})
_TURKISH: Final = frozenset("abcçdefgğhıijklmnoöprsştuüvyz")
_BASE: Final = str.maketrans({"ø": "ö", "œ": "ö", "æ": "e", "ł": "l", "ß": "s", "đ": "d"})
_LONGEST_SPELLED: Final = 5

# The last l or t is thin: the ending is front although the last vowel is back.
_THIN: Final = frozenset(
    {"festival", "gol", "hal", "harf", "ihtimal", "kabul", "kontrol", "montreal", "nepal"}
    | {"petrol", "protokol", "rol", "saat", "senegal", "seyahat", "sembol", "terminal"}
)
_FRONTED: Final = {"a": "e", "o": "ö", "u": "ü"}
# These keep their last letter before a vowel.
_HARD: Final = frozenset(
    {"ahlak", "evrak", "hukuk", "ittifak", "merak", "tasdik", "tebrik", "tetkik"}
)
# One syllable, and softened all the same.
_SOFT: Final = frozenset({"grup", "kalp", "renk", "çok"})
# These lose their last vowel before an ending that starts with one: şehre, izni.
_SHORTENED: Final = frozenset({"fikir", "isim", "izin", "metin", "nehir", "resim", "şehir"})


@dataclass(frozen=True, slots=True)
class _Sound:
    """The last word as it is read: all that an ending depends on."""

    word: str
    vowel: str

    @property
    def open(self) -> bool:
        return self.word[-1] in _VOWELS

    @property
    def wide(self) -> str:
        return "e" if self.vowel in _FRONT else "a"

    @property
    def narrow(self) -> str:
        flat, rounded = ("i", "ü") if self.vowel in _FRONT else ("ı", "u")
        return rounded if self.vowel in _ROUND else flat


def turkish_suffix(
    word_or_number: str,
    case: Case,
    *,
    proper: bool = True,
    possessed: bool = False,
    spoken: str | None = None,
) -> str:
    """Return the word with its case ending, as Turkish spelling asks for it.

    A proper name or a number takes an apostrophe; another word takes none and softens its
    last p, ç or k. A capital I is ı, as Turkish has it: METROPOLIS needs ``spoken``.
    ``possessed`` says that the word ends in a possessive (Belediyesi), which takes n
    before most endings. ``spoken`` is how a foreign name sounds if not as written.
    Capitals of up to five letters that make no Turkish word are read letter by letter.
    Raises ``ValueError`` on empty text.

    >>> turkish_suffix("1965", "locative"), turkish_suffix("2016", "locative")
    ("1965'te", "2016'da")
    >>> turkish_suffix("Tiflis", "instrumental"), turkish_suffix("UCLG", "dative")
    ("Tiflis'le", "UCLG'ye")
    >>> turkish_suffix("ortaklık", "genitive", proper=False)
    'ortaklığın'
    >>> turkish_suffix("Rabat Belediyesi", "dative", possessed=True)
    "Rabat Belediyesi'ne"
    >>> turkish_suffix("Bordeaux", "locative", spoken="bordo")
    "Bordeaux'da"
    """
    sound = _sound_of(word_or_number if spoken is None else spoken)
    if not proper:
        stem = _stem(word_or_number, sound, case)
        return stem + _ending(sound, case, possessed=possessed, voiceless=_VOICELESS)
    voiceless = _VOICELESS | _VOICELESS_ABROAD
    return f"{word_or_number}'{_ending(sound, case, possessed=possessed, voiceless=voiceless)}"


def turkish_plural(word_or_number: str, *, proper: bool = True) -> str:
    """Return the word or number with its plural ending; raises ``ValueError`` on empty text.

    >>> turkish_plural("1960"), turkish_plural("1980"), turkish_plural("şehir", proper=False)
    ("1960'lar", "1980'ler", 'şehirler')
    """
    apostrophe = "'" if proper else ""
    return f"{word_or_number}{apostrophe}l{_sound_of(word_or_number).wide}r"


def turkish_upper(text: str) -> str:
    """Return the text in capitals as Turkish writes them: i is İ, ı is I.

    >>> turkish_upper("İstanbul Valiliğine"), turkish_upper("Iğdır")
    ('İSTANBUL VALİLİĞİNE', 'IĞDIR')
    """
    return text.translate(_UPPER).upper()


def _ending(sound: _Sound, case: Case, *, possessed: bool, voiceless: frozenset[str]) -> str:
    stop = "t" if sound.word[-1] in voiceless else "d"
    linked = "n" if possessed else ""
    glide = "y" if sound.open else ""
    return {
        "locative": f"{linked}{stop}{sound.wide}",
        "ablative": f"{linked}{stop}{sound.wide}n",
        "dative": f"{linked or glide}{sound.wide}",
        "accusative": f"{linked or glide}{sound.narrow}",
        "genitive": f"{'n' if sound.open else ''}{sound.narrow}n",
        "instrumental": f"{glide}l{sound.wide}",
    }[case]


def _stem(text: str, sound: _Sound, case: Case) -> str:
    last = text[-1]
    if case not in {"dative", "accusative", "genitive"}:
        return text
    if sound.word in _SHORTENED:
        return text[:-2] + last
    if last not in _SOFTENED:
        return text
    syllables = sum(letter in _VOWELS for letter in sound.word)
    if sound.word in _HARD or (syllables < 2 and sound.word not in _SOFT):
        return text
    return text[:-1] + ("g" if text.endswith("nk") else _SOFTENED[last])


def _sound_of(text: str) -> _Sound:
    word = _as_read(text)
    vowel = next((letter for letter in reversed(word) if letter in _VOWELS), "e")
    return _Sound(word, _FRONTED[vowel] if word in _THIN else vowel)


def _as_read(text: str) -> str:
    if text.strip() == "":
        raise ValueError("There is no word to put an ending on. Give a word or a number.")
    if (number := _LAST_NUMBER.search(text)) is not None:
        return _last_word_of_number(number[1].replace(".", ""))
    written = _LAST_WORD.search(unicodedata.normalize("NFC", text))
    if written is None:
        return "e"
    word = _plain_letters(written[1])
    return f"{word}e" if _is_spelled(written[1], word) and word[-1] not in _VOWELS else word


def _is_spelled(written: str, word: str) -> bool:
    """Whether capitals are read letter by letter: ABD, İBB, UCLG, but NATO and KUDEP as words."""
    if not written.isupper() or len(written) > _LONGEST_SPELLED:
        return False
    vowels = sum(letter in _VOWELS for letter in word)
    return vowels < 2 or not any(letter in _VOWELS for letter in word[-2:])


def _plain_letters(word: str) -> str:
    lowered = word.translate(_LOWER).lower().translate(_BASE)
    plain = "".join(
        letter if letter in _TURKISH else unicodedata.normalize("NFD", letter)[0]
        for letter in lowered
    )
    if plain[-1] == "y" and plain[-2:-1] not in _VOWELS:
        return f"{plain[:-1]}i"
    # A script or a name without Turkish vowels ends like a letter's name.
    return plain if any(letter in _VOWELS for letter in plain) else f"{plain}e"


def _last_word_of_number(digits: str) -> str:
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros == len(digits):
        return "sıfır"
    if zeros < 2:
        return (_ONES, _TENS)[zeros][int(digits[-1 - zeros])]
    return _BY_ZEROS[2 if zeros == 2 else min(zeros, 12) // 3 * 3]
