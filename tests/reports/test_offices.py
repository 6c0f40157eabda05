import pytest

from elci.reports.document import text_of
from elci.reports.papers.offices import (
    Ask,
    OfficeKind,
    Recipient,
    Verb,
    closing,
    genitive,
    to_office,
    verb_for,
    with_capital_surname,
)

K = OfficeKind


@pytest.mark.parametrize(
    ("name", "dative", "genitive_form"),
    [
        ("İstanbul Valiliği", "İstanbul Valiliğine", "İstanbul Valiliğinin"),
        ("Işıklı Kaymakamlığı", "Işıklı Kaymakamlığına", "Işıklı Kaymakamlığının"),
        ("Dışişleri Bakanlığı", "Dışişleri Bakanlığına", "Dışişleri Bakanlığının"),
        ("Belediye Meclisi", "Belediye Meclisine", "Belediye Meclisinin"),
        ("Başkanlık Makamı", "Başkanlık Makamına", "Başkanlık Makamının"),
        ("Marmara Belediyeler Birliği", "Marmara Belediyeler Birliğine",
         "Marmara Belediyeler Birliğinin"),
        ("İl Özel İdaresi", "İl Özel İdaresine", "İl Özel İdaresinin"),
        ("Yazı İşleri Müdürlüğü", "Yazı İşleri Müdürlüğüne", "Yazı İşleri Müdürlüğünün"),
        ("Cumhurbaşkanı", "Cumhurbaşkanına", "Cumhurbaşkanının"),
        ("Rotterdam Belediyesi", "Rotterdam Belediyesine", "Rotterdam Belediyesinin"),
        ("Bezirksamt Mitte", "Bezirksamt Mitte'ye", "Bezirksamt Mitte'nin"),
        ("UCLG", "UCLG'ye", "UCLG'nin"),
    ],
)  # fmt: skip
def test_names_of_offices_take_their_endings(name, dative, genitive_form):
    assert (to_office(name), genitive(name)) == (dative, genitive_form)


@pytest.mark.parametrize(
    ("recipient", "lines"),
    [
        (Recipient(name="İstanbul Valiliği", kind=K.GOVERNORSHIP), ["İSTANBUL VALİLİĞİNE"]),
        (Recipient(name="Iğdır Valiliği", kind=K.GOVERNORSHIP), ["IĞDIR VALİLİĞİNE"]),
        (
            Recipient(
                name="Dışişleri Bakanlığı",
                kind=K.MINISTRY,
                unit="İkili Siyasi İşler Genel Müdürlüğü",
                place="Ankara",
            ),
            ["DIŞİŞLERİ BAKANLIĞINA", "(İkili Siyasi İşler Genel Müdürlüğü)", "ANKARA"],
        ),
        (Recipient(name="Ayşe Işık", kind=K.PERSON), ["Sayın Ayşe IŞIK"]),
        (Recipient(name=None, kind=K.GOVERNORSHIP), ["……"]),
    ],
)
def test_address_stands_in_turkish_capitals_and_in_the_dative(recipient, lines):
    assert [text_of(each) for each in recipient.lines] == lines


@pytest.mark.parametrize(
    ("recipient", "listed"),
    [
        (
            Recipient(name="İstanbul Valiliği", kind=K.GOVERNORSHIP, unit="Yazı İşleri"),
            "İstanbul Valiliğine (Yazı İşleri)",
        ),
        (Recipient(name="Ali İnci", kind=K.PERSON), "Sayın Ali İNCİ"),
        (Recipient(name=None, kind=K.MINISTRY), "……"),
    ],
)
def test_distribution_list_names_offices_in_ordinary_letters(recipient, listed):
    assert text_of(recipient.listed) == listed


@pytest.mark.parametrize(
    ("sender", "recipients", "verb"),
    [
        (K.LOCAL_AUTHORITY, [K.MINISTRY], Verb.ARZ),
        (K.LOCAL_AUTHORITY, [K.GOVERNORSHIP], Verb.ARZ),
        (K.LOCAL_AUTHORITY, [K.SUBGOVERNORSHIP], Verb.ARZ),
        (K.LOCAL_AUTHORITY, [K.LOCAL_AUTHORITY], Verb.ARZ),
        (K.LOCAL_AUTHORITY, [K.COUNCIL], Verb.ARZ),
        (K.LOCAL_AUTHORITY, [K.UNIT], Verb.RICA),
        (K.LOCAL_AUTHORITY, [K.UNIT, K.GOVERNORSHIP], Verb.BOTH),
        (K.LOCAL_AUTHORITY, [K.FOREIGN], Verb.REGARDS),
        (K.LOCAL_AUTHORITY, [K.PERSON], Verb.REGARDS),
        (K.LOCAL_AUTHORITY, [K.FOREIGN, K.MINISTRY], Verb.ARZ),
        (K.UNIT, [K.LOCAL_AUTHORITY], Verb.ARZ),
        (K.MINISTRY, [K.GOVERNORSHIP], Verb.RICA),
        (K.MINISTRY, [K.LOCAL_AUTHORITY], Verb.RICA),
        (K.MINISTRY, [K.MINISTRY], Verb.ARZ),
        (K.MINISTRY, [K.MINISTRY, K.GOVERNORSHIP], Verb.BOTH),
        (K.MINISTRY, [K.PRESIDENCY], Verb.ARZ),
        (K.GOVERNORSHIP, [K.SUBGOVERNORSHIP, K.LOCAL_AUTHORITY], Verb.RICA),
        (K.MINISTRY, [], Verb.REGARDS),
    ],
)
def test_verb_follows_hierarchy(sender, recipients, verb):
    assert verb_for(sender, [Recipient(name="x", kind=kind) for kind in recipients]) is verb


@pytest.mark.parametrize(
    ("ask", "verb", "sentence"),
    [
        (Ask.ACTION, Verb.ARZ, "Gereğini arz ederim."),
        (Ask.ACTION, Verb.BOTH, "Gereğini arz ve rica ederim."),
        (Ask.INFORMATION, Verb.ARZ, "Bilgilerinize arz ederim."),
        (Ask.INFORMATION, Verb.RICA, "Bilgi edinilmesini rica ederim."),
        (Ask.APPROVAL, Verb.ARZ, "Olurlarınıza arz ederim."),
        (Ask.ACTION, Verb.REGARDS, "Saygılarımla."),
    ],
)
def test_letters_close_with_what_is_asked(ask, verb, sentence):
    assert closing(ask, verb) == sentence


@pytest.mark.parametrize(
    ("name", "signed"),
    [("Ayşe Işık", "Ayşe IŞIK"), ("Ali İNCİ", "Ali İNCİ"), ("Cher", "CHER"), ("", "")],
)
def test_surname_stands_in_turkish_capitals(name, signed):
    assert with_capital_surname(name) == signed
