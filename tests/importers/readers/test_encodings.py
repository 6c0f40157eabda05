from random import Random

import pytest
from babel import Locale

from elci.importers.readers.encodings import decode

CODINGS = [
    ("tr", "cp1254"), ("tr", "iso-8859-9"), ("tr", "mac-turkish"), ("tr", "cp857"),
    ("de", "cp1252"), ("de", "cp1254"), ("fr", "cp1252"), ("es", "cp1252"), ("pt", "cp1252"),
    ("it", "cp1252"), ("sv", "cp1252"), ("is", "cp1252"), ("sq", "cp1252"), ("nl", "cp1252"),
    ("pl", "cp1250"), ("pl", "iso-8859-2"), ("cs", "cp1250"), ("cs", "iso-8859-2"),
    ("hu", "cp1250"), ("hr", "cp1250"), ("sl", "cp1250"), ("sl", "iso-8859-2"), ("sk", "cp1250"),
    ("ru", "cp1251"), ("ru", "koi8-r"), ("ru", "cp866"), ("uk", "cp1251"), ("bg", "cp1251"),
    ("sr", "cp1251"), ("mk", "cp1251"), ("el", "cp1253"), ("ar", "cp1256"), ("fa", "cp1256"),
    ("he", "cp1255"), ("lt", "cp1257"), ("lv", "cp1257"),
]  # fmt: skip


def countries(language: str, encoding: str) -> str:
    """Return the names of half the world's countries, as far as the coding can write them."""
    names = sorted(Locale(language).territories.values())
    chosen = Random(7).sample(names, len(names) // 2)
    return "\n".join(chosen).encode(encoding, errors="ignore").decode(encoding)


@pytest.mark.parametrize(("language", "encoding"), CODINGS)
def test_names_of_countries_are_read_as_they_were_written(language, encoding):
    text = countries(language, encoding)

    found = decode(text.encode(encoding))

    assert found is not None
    assert found.text == text
    assert found.guessed


@pytest.mark.parametrize(
    "text",
    ["Şehir;Ülke\nKöln;Almanya", "KARDEŞ ŞEHİRLER\nİSTANBUL", "Muğla", "ığdır", "Iğdır İli"],
)
@pytest.mark.parametrize("encoding", ["cp1254", "iso-8859-9"])
def test_short_turkish_text_is_not_taken_for_another_language(text, encoding):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("utf-32", "utf-32"),
    ],
)  # fmt: skip
def test_unicode_is_known_for_sure(encoding, named):
    text = "Şehir;Ülke\nÜsküp;Kuzey Makedonya\n"

    found = decode(text.encode(encoding))

    assert (found.text.lstrip("\ufeff"), found.encoding, found.guessed) == (text, named, False)


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "iso-8859-9", "windows-1254"])
def test_turkish_page_is_turkish_whatever_western_coding_it_claims(declared):
    assert decode("Şırnak, İğdır".encode("cp1254"), declared=declared).text == "Şırnak, İğdır"


def test_declared_coding_decides():
    assert decode("Москва".encode("koi8-r"), declared="KOI8-R").text == "Москва"


@pytest.mark.parametrize("declared", ["rot13", "zlib", "idna", "no-such", "utf-7", "\x00"])
def test_declared_coding_that_is_none_of_a_text_is_passed_over(declared):
    assert decode("Köln ı ş".encode("cp1254"), declared=declared).text == "Köln ı ş"


def test_few_wrong_bytes_among_many_right_ones_are_marked():
    content = ("Üsküp, Şırnak, İğdır. " * 20).encode() + b"\xfe."

    found = decode(content)

    assert (found.encoding, found.unreadable) == ("utf-8", 1)


@pytest.mark.parametrize("content", [bytes(100), b"\x00\x01\x02\x03" * 50, b"\x7fELF" + bytes(50)])
def test_program_is_no_text(content):
    assert decode(content) is None
