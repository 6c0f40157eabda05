"""Which names are worth comparing with a name that is no key: those that share a block with it.

A block is a piece of a name that survives what usually goes wrong. Whoever changes, drops or adds
one letter leaves one half of the name as it was, and whoever does so twice leaves one third;
whoever spells it by the habits of another alphabet leaves its sound. The builder writes the blocks
of every name into the gazetteer; a question asks for its own blocks, and only the names found there
are compared letter by letter.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_TWO: Final = 2
_SHIFTS: Final = {-2: (-1,), -1: (-1, 0), 0: (-1, 0, 1), 1: (0, 1), 2: (1,)}
"""How far the middle may have moved in a name that has so many letters more."""
_VOWEL: Final = frozenset("aeiou")
_VOWELS: Final = re.compile("[aeiou]+")
_SOUNDS: Final = (
    *(("tsch", "ch"), ("tch", "ch"), ("tsh", "ch"), ("sch", "sh"), ("sz", "sh"), ("sj", "sh")),
    *(("cz", "ch"), ("tj", "ch"), ("dzh", "j"), ("dsh", "j"), ("dj", "j"), ("zh", "j")),
    *(("ph", "f"), ("ck", "k"), ("q", "k"), ("kk", "k"), ("ch", "%")),
    *(("ce", "se"), ("ci", "si"), ("cy", "sy"), ("c", "k"), ("%", "ch"), ("x", "ks"), ("w", "v")),
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("ij", "i"), ("y", "i")),
)
_SILENT_H: Final = re.compile("(?<=[a-z])h")
_DOUBLED: Final = re.compile(r"([a-z])\1")


@lru_cache(maxsize=65536)
def sound_of(key: str) -> str:
    """Return a rough spelling by sound, the same for most romanisations of one name."""
    for letters, sound in _SOUNDS:
        key = key.replace(letters, sound)
    return _DOUBLED.sub(r"\1", _SILENT_H.sub("", key))


def blocks_of(key: str) -> Iterator[str]:
    """Yield the blocks under which a name is found; the builder writes them."""
    length = len(key)
    yield _consonants(key)
    yield from _halves(key, length)
    yield _first_third(key, length)
    yield _middle_third(key, length, 0)
    yield _last_third(key, length)


def blocks_near(key: str) -> Iterator[str]:
    """Yield the blocks of the names that sound alike or are one letter apart."""
    yield _consonants(key)
    for length in range(len(key) - 1, len(key) + 2):
        yield from _halves(key, length)


def blocks_farther(key: str) -> Iterator[str]:
    """Yield the blocks of the names that are two letters apart; there are many."""
    for length in range(max(3, len(key) - _TWO), len(key) + _TWO + 1):
        yield _first_third(key, length)
        yield _last_third(key, length)
        for shift in _SHIFTS[len(key) - length]:
            yield _middle_third(key, length, shift)


def _consonants(key: str) -> str:
    """Return the sound without vowels but for one that begins it."""
    sound = sound_of(key).replace(" ", "")
    begins = "a" if sound[:1] in _VOWEL else ""
    return begins + _VOWELS.sub("", sound)


def _halves(text: str, length: int) -> Iterator[str]:
    """Yield the halves that a text has in common with texts of that length one letter apart."""
    half = length // 2
    yield f"{length}<{text[:half]}"
    yield f"{length}>{text[len(text) - length + half :]}"


def _first_third(text: str, length: int) -> str:
    return f"{length}({text[: length // 3]}"


def _middle_third(text: str, length: int, shift: int) -> str:
    return f"{length}|{text[length // 3 + shift : length - length // 3 + shift]}"


def _last_third(text: str, length: int) -> str:
    return f"{length}){text[len(text) - length // 3 :]}"
