import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.turkish import turkish_plural, turkish_suffix

CASES = ("locative", "ablative", "dative", "genitive", "accusative", "instrumental")


def _declined(word, **manner):
    return " ".join(turkish_suffix(word, case, **manner).removeprefix(word) for case in CASES)


NAMES = [
    ("Tiflis", "'te 'ten 'e 'in 'i 'le"),
    ("Ankara", "'da 'dan 'ya 'nın 'yı 'yla"),
    ("İstanbul", "'da 'dan 'a 'un 'u 'la"),
    ("Köln", "'de 'den 'e 'ün 'ü 'le"),
    ("Üsküp", "'te 'ten 'e 'ün 'ü 'le"),
    ("Oş", "'ta 'tan 'a 'un 'u 'la"),
    ("Şimonoseki", "'de 'den 'ye 'nin 'yi 'yle"),
    ("Almatı", "'da 'dan 'ya 'nın 'yı 'yla"),
    ("Rio de Janeiro", "'da 'dan 'ya 'nun 'yu 'yla"),
    ("Xi'an", "'da 'dan 'a 'ın 'ı 'la"),
    ("Pekin", "'de 'den 'e 'in 'i 'le"),
    ("Gyeongsangbuk-do", "'da 'dan 'ya 'nun 'yu 'yla"),
    ("Ordu", "'da 'dan 'ya 'nun 'yu 'yla"),
    ("Urfa", "'da 'dan 'ya 'nın 'yı 'yla"),
    ("Zürih", "'te 'ten 'e 'in 'i 'le"),
    ("Iğdır", "'da 'dan 'a 'ın 'ı 'la"),
    ("IĞDIR", "'da 'dan 'a 'ın 'ı 'la"),
    ("İZMİR", "'de 'den 'e 'in 'i 'le"),
    ("Kârgir", "'de 'den 'e 'in 'i 'le"),
    ("Kâr", "'da 'dan 'a 'ın 'ı 'la"),
    ("Málaga", "'da 'dan 'ya 'nın 'yı 'yla"),
    ("Łódź", "'da 'dan 'a 'un 'u 'la"),
    ("Tromsø", "'de 'den 'ye 'nün 'yü 'yle"),
    ("Nepal", "'de 'den 'e 'in 'i 'le"),
    ("Quebec", "'te 'ten 'e 'in 'i 'le"),
    ("Halifax", "'ta 'tan 'a 'ın 'ı 'la"),
    ("Coventry", "'de 'den 'ye 'nin 'yi 'yle"),
    ("Uruguay", "'da 'dan 'a 'ın 'ı 'la"),
    ("Trst", "'de 'den 'ye 'nin 'yi 'yle"),
    ("София", "'de 'den 'ye 'nin 'yi 'yle"),
    ("Tiflis (Gürcistan)", "'da 'dan 'a 'ın 'ı 'la"),
    ("S\u0327am", "'da 'dan 'a 'ın 'ı 'la"),
    ("!", "'de 'den 'ye 'nin 'yi 'yle"),
    # letter by letter, or as a word
    ("ABD", "'de 'den 'ye 'nin 'yi 'yle"),
    ("A.B.D.", "'de 'den 'ye 'nin 'yi 'yle"),
    ("İBB", "'de 'den 'ye 'nin 'yi 'yle"),
    ("UCLG", "'de 'den 'ye 'nin 'yi 'yle"),
    ("OICC", "'de 'den 'ye 'nin 'yi 'yle"),
    ("SSCB", "'de 'den 'ye 'nin 'yi 'yle"),
    ("AB", "'de 'den 'ye 'nin 'yi 'yle"),
    ("TÜ", "'de 'den 'ye 'nün 'yü 'yle"),
    ("NATO", "'da 'dan 'ya 'nun 'yu 'yla"),
    ("KUDEP", "'te 'ten 'e 'in 'i 'le"),
    ("AKOM", "'da 'dan 'a 'un 'u 'la"),
    ("EUROCITIES", "'te 'ten 'e 'in 'i 'le"),
    ("BUDAPEST", "'te 'ten 'e 'in 'i 'le"),
    ("BONNS", "'de 'den 'ye 'nin 'yi 'yle"),
]


@pytest.mark.parametrize(("word", "endings"), NAMES)
def test_suffix_follows_how_a_name_is_read(word, endings):
    assert _declined(word) == endings


NUMBERS = [
    ("0", "'da 'dan 'a 'ın 'ı 'la"),
    ("1", "'de 'den 'e 'in 'i 'le"),
    ("2", "'de 'den 'ye 'nin 'yi 'yle"),
    ("3", "'te 'ten 'e 'ün 'ü 'le"),
    ("4", "'te 'ten 'e 'ün 'ü 'le"),
    ("1965", "'te 'ten 'e 'in 'i 'le"),
    ("2016", "'da 'dan 'ya 'nın 'yı 'yla"),
    ("1997", "'de 'den 'ye 'nin 'yi 'yle"),
    ("1998", "'de 'den 'e 'in 'i 'le"),
    ("2009", "'da 'dan 'a 'un 'u 'la"),
    ("2010", "'da 'dan 'a 'un 'u 'la"),
    ("2020", "'de 'den 'ye 'nin 'yi 'yle"),
    ("1930", "'da 'dan 'a 'un 'u 'la"),
    ("1940", "'ta 'tan 'a 'ın 'ı 'la"),
    ("1950", "'de 'den 'ye 'nin 'yi 'yle"),
    ("1960", "'ta 'tan 'a 'ın 'ı 'la"),
    ("1970", "'te 'ten 'e 'in 'i 'le"),
    ("1980", "'de 'den 'e 'in 'i 'le"),
    ("1990", "'da 'dan 'a 'ın 'ı 'la"),
    ("1900", "'de 'den 'e 'ün 'ü 'le"),
    ("2000", "'de 'den 'e 'in 'i 'le"),
    ("10000", "'de 'den 'e 'in 'i 'le"),
    ("100000", "'de 'den 'e 'in 'i 'le"),
    ("1000000", "'da 'dan 'a 'un 'u 'la"),
    ("5000000000", "'da 'dan 'a 'ın 'ı 'la"),
    ("3000000000000", "'da 'dan 'a 'un 'u 'la"),
    ("1.547", "'de 'den 'ye 'nin 'yi 'yle"),
    ("1.000", "'de 'den 'e 'in 'i 'le"),
    ("18.06.2012", "'de 'den 'ye 'nin 'yi 'yle"),
    ("18 Nisan 2016", "'da 'dan 'ya 'nın 'yı 'yla"),
    ("05", "'te 'ten 'e 'in 'i 'le"),
    ("Madde 6)", "'da 'dan 'ya 'nın 'yı 'yla"),
]


@pytest.mark.parametrize(("number", "endings"), NUMBERS)
def test_suffix_follows_how_a_number_is_read_aloud(number, endings):
    assert _declined(number) == endings


COMMON = [
    ("anlaşma", "anlaşmada anlaşmadan anlaşmaya anlaşmanın anlaşmayı anlaşmayla"),
    ("ortaklık", "ortaklıkta ortaklıktan ortaklığa ortaklığın ortaklığı ortaklıkla"),
    ("kitap", "kitapta kitaptan kitaba kitabın kitabı kitapla"),
    ("ağaç", "ağaçta ağaçtan ağaca ağacın ağacı ağaçla"),
    ("renk", "renkte renkten renge rengin rengi renkle"),
    ("grup", "grupta gruptan gruba grubun grubu grupla"),
    ("top", "topta toptan topa topun topu topla"),
    ("hukuk", "hukukta hukuktan hukuka hukukun hukuku hukukla"),
    ("mutabakat", "mutabakatta mutabakattan mutabakata mutabakatın mutabakatı mutabakatla"),
    ("protokol", "protokolde protokolden protokole protokolün protokolü protokolle"),
    ("kabul", "kabulde kabulden kabule kabulün kabulü kabulle"),
    ("şehir", "şehirde şehirden şehre şehrin şehri şehirle"),
    ("yan şehir", "yan şehirde yan şehirden yan şehre yan şehrin yan şehri yan şehirle"),
    ("hac", "hacda hacdan haca hacın hacı hacla"),
]


@pytest.mark.parametrize(("word", "declined"), COMMON)
def test_common_word_takes_no_apostrophe_and_softens(word, declined):
    assert " ".join(turkish_suffix(word, case, proper=False) for case in CASES) == declined


def test_possessed_word_takes_an_n():
    endings = "'nde 'nden 'ne 'nin 'ni 'yle"

    assert _declined("Rabat Belediyesi", possessed=True) == endings
    assert _declined("Rabat Belediyesi", possessed=True, proper=False) == endings.replace("'", "")


def test_spoken_form_decides_the_ending():
    assert _declined("Bordeaux", spoken="bordo") == "'da 'dan 'ya 'nun 'yu 'yla"


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        *(("1910", "1910'lar"), ("1920", "1920'ler"), ("1930", "1930'lar"), ("1940", "1940'lar")),
        *(("1950", "1950'ler"), ("1960", "1960'lar"), ("1970", "1970'ler"), ("1980", "1980'ler")),
        *(("1990", "1990'lar"), ("1900", "1900'ler"), ("2000", "2000'ler"), ("Köln", "Köln'ler")),
    ],
)
def test_plural_follows_how_a_number_is_read_aloud(word, plural):
    assert turkish_plural(word) == plural


def test_plural_of_a_common_word_takes_no_apostrophe():
    assert turkish_plural("anlaşma", proper=False) == "anlaşmalar"


@pytest.mark.parametrize("nothing", ["", " ", "\u00a0\n"])
def test_nothing_takes_no_ending(nothing):
    with pytest.raises(ValueError, match="Give a word or a number"):
        turkish_suffix(nothing, "dative")
    with pytest.raises(ValueError, match="Give a word or a number"):
        turkish_plural(nothing)


@given(st.text(), st.sampled_from(CASES))
def test_suffix_is_put_behind_any_text_that_is_there(text, case):
    try:
        inflected = turkish_suffix(text, case)
    except ValueError:
        assert text.strip() == ""
    else:
        assert inflected.startswith(f"{text}'")
        assert inflected.removeprefix(f"{text}'").strip("abcçdefgğhıijklmnoöprsştuüvyz") == ""
