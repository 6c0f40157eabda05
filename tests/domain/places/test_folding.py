import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.places.folding import (
    fold,
    repair_turkish_pdf,
    shows_turkish_pdf_fault,
    sort_key,
    spelling,
)

names = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)


def turkish_upper(text):
    return text.replace("i", "İ").replace("ı", "I").upper()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("istanbul", "istanbul"),
        ("ISTANBUL", "istanbul"),
        ("İSTANBUL", "istanbul"),
        ("I\u0307STANBUL", "istanbul"),
        ("Iğdır", "igdir"),
        ("IĞDIR", "igdir"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("Gießen", "giessen"),
        ("GIESSEN", "giessen"),
        ("Ærøskøbing", "aeroskobing"),
        ("Þórshöfn", "thorshofn"),
        ("Gəncə", "gence"),
        ("Kâhta", "kahta"),
        ("Xi'an", "xian"),
        ("Xi’an", "xian"),
        ("N'Djaména", "ndjamena"),
        ("Санкт-Петербург", "sankt peterburg"),
        ("Київ", "kiiv"),
        ("Αθήνα", "athina"),
        ("ΑΘΗΝΑ", "athina"),
        ("القاهرة", "lqhrh"),
        ("القاهره", "lqhrh"),
        ("北京", "beijing"),
        ("서울", "seoul"),
        ("दिल्ली", "dilli"),
        ("A.B.D.", "abd"),
        ("B.A.E", "bae"),
        ("St. Petersburg", "st petersburg"),
        ("Frankfurt (Main)", "frankfurt main"),
        ("  Rio   de\tJaneiro ", "rio de janeiro"),
        ("Is\u00adtan\u200bbul\u202e", "istanbul"),
        ("", ""),
        ("—…?", ""),
    ],
)
def test_fold_gives_one_key_per_name(text, key):
    assert fold(text) == key


@given(names)
def test_fold_is_idempotent(text):
    assert fold(fold(text)) == fold(text)


@given(names)
def test_fold_gives_ascii_words_only(text):
    assert set(fold(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")


@given(names)
def test_fold_ignores_case(text):
    assert fold(text.upper()) == fold(text)
    assert fold(text.lower()) == fold(text)
    assert fold(turkish_upper(text)) == fold(text)


@given(names, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_fold_ignores_unicode_form(text, form):
    assert fold(unicodedata.normalize(form, text)) == fold(text)


def test_sort_key_orders_the_turkish_alphabet():
    alphabet = list("abcçdefgğhıijklmnoöpqrsştuüvwxyz")

    assert sorted(alphabet, key=lambda name: sort_key(name, "tr"), reverse=True) == alphabet[::-1]


def test_sort_key_orders_upper_case_like_lower_case():
    alphabet = list("ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZ")

    assert sorted(alphabet, key=lambda name: sort_key(name, "tr"), reverse=True) == alphabet[::-1]


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("tr", ["1 Mayıs", "Cuma", "Çad", "Iğdır", "İzmir", "Jena", "Sivas", "Şam", "Tahran"]),
        ("tr", ["New York", "Newa", "Zagreb", "Ziguinchor"]),
        ("tr", ["Moskva", "Москва", "Nancy"]),
        ("en", ["1 Mayıs", "Çad", "Cuma", "Iğdır", "İzmir", "Jena", "Şam", "Sivas", "Tahran"]),
        ("en", ["New York", "Newark"]),
    ],
)
def test_sort_key_orders_names(language, ordered):
    keys = [(sort_key(name, language), name) for name in ordered]

    assert keys == sorted(set(keys))


@given(names, st.sampled_from(["tr", "en"]))
def test_sort_key_is_ascii_and_ignores_unicode_form(text, language):
    key = sort_key(text, language)

    assert key.isascii()
    assert key == " ".join(key.split())
    assert sort_key(unicodedata.normalize("NFD", text), language) == key


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("VarĢova", "Varşova"),
        ("ġanghay-Ġstanbul", "Şanghay-İstanbul"),
        ("ULUSLARARASI KURULUġ ÜYELĠKLERĠ", "ULUSLARARASI KURULUŞ ÜYELİKLERİ"),
        ("ġimonoseki ġam", "Şimonoseki Şam"),
        ("DıĢ ĠliĢkiler", "Dış İlişkiler"),
        ("A.ġ., Tarihi", "A.Ş., Tarihi"),
        ("I\u0307zmir BükreG\u0327", "İzmir Bükreş"),
    ],
)
def test_repair_puts_turkish_letters_back(broken, whole):
    assert repair_turkish_pdf(broken) == whole


@pytest.mark.parametrize(
    "text",
    ["İstanbul", "Ģibuļi", "Mġarr", "Ġgantija tal-Għarb, Ħaż-Żebbuġ", "San Ġiljan", "Birżebbuġa"],
)
def test_repair_leaves_other_languages_alone(text):
    assert not shows_turkish_pdf_fault(text)
    assert repair_turkish_pdf(text) == text


@given(names)
def test_repair_is_idempotent(text):
    once = repair_turkish_pdf(text)

    assert repair_turkish_pdf(once) == once


@pytest.mark.parametrize(
    "written", ["Köln", "KÖLN", "Ko\u0308ln", "  köln ", "KO\u0308LN", "Kö\u00adln"]
)
def test_spelling_is_the_same_however_it_is_cased_and_composed(written):
    assert spelling(written) == "köln"


@pytest.mark.parametrize(("one", "other"), [("Köln", "Koln"), ("徐州", "許州"), ("Πάτρα", "Патра")])
def test_spelling_keeps_diacritics_and_script(one, other):
    assert spelling(one) != spelling(other)


@pytest.mark.parametrize("written", ["IĞDIR", "Iğdır", "ığdır", "İĞDİR"])
def test_spelling_has_one_turkish_i(written):
    assert spelling(written) == "iğdir"


def test_spelling_of_greek_capitals_needs_no_accents():
    assert spelling("ΠΑΤΡΑ") == spelling("Πάτρα")


@given(names, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_spelling_is_the_same_in_any_unicode_form(text, form):
    assert spelling(unicodedata.normalize(form, text)) == spelling(text)
