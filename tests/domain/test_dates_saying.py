import pytest

from elci.domain.dates import PartialDate, say_date

SAID = [
    ("2016-04-18", "18 Nisan 2016", "18.04.2016", "18 Nisan 2016'da"),
    ("1997-01-05", "5 Ocak 1997", "05.01.1997", "5 Ocak 1997'de"),
    ("2009-06", "Haziran 2009", "Haz 2009", "Haziran 2009'da"),
    ("2004-08", "Ağustos 2004", "Ağu 2004", "Ağustos 2004'te"),
    ("1965", "1965", "1965", "1965 yılında"),
    ("196X", "1960'lar", "1960'lar", "1960'larda"),
    ("198X", "1980'ler", "1980'ler", "1980'lerde"),
    ("190X", "1900–1909", "1900–1909", "1900–1909 yıllarında"),
    ("19XX", "1900–1999", "1900–1999", "1900–1999 yıllarında"),
    ("2001-21", "2001 ilkbaharı", "2001 ilkbaharı", "2001 ilkbaharında"),
    ("2001-22", "2001 yazı", "2001 yazı", "2001 yazında"),
    ("2001-23", "2001 sonbaharı", "2001 sonbaharı", "2001 sonbaharında"),
    ("2001-24", "2001 kışı", "2001 kışı", "2001 kışında"),
    (
        "2004-XX",
        "2004 (ayı bilinmiyor)",
        "2004 (ayı bilinmiyor)",
        "2004 yılında (ayı bilinmiyor)",
    ),
    (
        "2004-XX-XX",
        "2004 (ayı ve günü bilinmiyor)",
        "2004 (ayı ve günü bilinmiyor)",
        "2004 yılında (ayı ve günü bilinmiyor)",
    ),
    (
        "2004-06-XX",
        "Haziran 2004 (günü bilinmiyor)",
        "Haz 2004 (günü bilinmiyor)",
        "Haziran 2004'te (günü bilinmiyor)",
    ),
    ("1990~", "1990 civarı", "~1990", "1990 civarında"),
    ("1990?", "1990 (kesin değil)", "1990?", "1990 yılında (kesin değil)"),
    ("1990%", "1990 civarı (kesin değil)", "~1990?", "1990 civarında (kesin değil)"),
    ("../1997-11", "Aralık 1997 öncesi", "Ara 1997 öncesi", "Aralık 1997'den önce"),
    ("../1989", "1990 öncesi", "1990 öncesi", "1990'dan önce"),
    ("../1989-12-31", "1 Ocak 1990 öncesi", "01.01.1990 öncesi", "1 Ocak 1990'dan önce"),
    ("../1989~", "yaklaşık 1990 öncesi", "yaklaşık 1990 öncesi", "yaklaşık 1990'dan önce"),
    (
        "../1989?",
        "1990 (kesin değil) öncesi",
        "1990 (kesin değil) öncesi",
        "1990'dan (kesin değil) önce",
    ),
    ("1991/..", "1990 sonrası", "1990 sonrası", "1990'dan sonra"),
    ("1998-01/..", "Aralık 1997 sonrası", "Ara 1997 sonrası", "Aralık 1997'den sonra"),
    ("1990/1995", "1990 ile 1995 arası", "1990 ile 1995 arası", "1990 ile 1995 arasında"),
    (
        "1990~/1995-03?",
        "yaklaşık 1990 ile Mart 1995 (kesin değil) arası",
        "yaklaşık 1990 ile Mar 1995 (kesin değil) arası",
        "yaklaşık 1990 ile Mart 1995 (kesin değil) arasında",
    ),
    ("XXXX", "tarihi bilinmiyor", "tarihi bilinmiyor", "tarihi bilinmiyor"),
    ("0965", "0965", "0965", "0965 yılında"),
]


@pytest.mark.parametrize(("text", "long", "short", "sentence"), SAID)
def test_say_date_in_turkish(text, long, short, sentence):
    partial = PartialDate(text)

    assert say_date(partial, "tr") == long
    assert say_date(partial, "tr", style="short") == short
    assert say_date(partial, "tr", style="sentence") == sentence


SAID_IN_ENGLISH = [
    ("2016-04-18", "18 April 2016", "18 Apr 2016", "on 18 April 2016"),
    ("2009-06", "June 2009", "Jun 2009", "in June 2009"),
    ("1965", "1965", "1965", "in 1965"),
    ("196X", "1960s", "1960s", "in the 1960s"),
    ("190X", "1900–1909", "1900–1909", "in 1900–1909"),
    ("19XX", "1900–1999", "1900–1999", "in 1900–1999"),
    ("2001-23", "autumn 2001", "autumn 2001", "in autumn 2001"),
    ("2004-XX", "2004 (month unknown)", "2004 (month unknown)", "in 2004 (month unknown)"),
    (
        "2004-XX-XX",
        "2004 (month and day unknown)",
        "2004 (month and day unknown)",
        "in 2004 (month and day unknown)",
    ),
    ("2004-06-XX", "June 2004 (day unknown)", "Jun 2004 (day unknown)",
     "in June 2004 (day unknown)"),
    ("2016-04-18~", "about 18 April 2016", "~18 Apr 2016", "about 18 April 2016"),
    ("196X~", "about the 1960s", "~1960s", "about the 1960s"),
    ("1990?", "1990 (uncertain)", "1990?", "in 1990 (uncertain)"),
    ("1990%", "about 1990 (uncertain)", "~1990?", "about 1990 (uncertain)"),
    ("../1997-11", "before December 1997", "before Dec 1997", "before December 1997"),
    ("../1989%", *["before about 1990 (uncertain)"] * 3),
    ("1991/..", "after 1990", "after 1990", "after 1990"),
    ("1990/1995-03~", "between 1990 and about March 1995", "between 1990 and about Mar 1995",
     "between 1990 and about March 1995"),
    ("XXXX", "date unknown", "date unknown", "date unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "long", "short", "sentence"), SAID_IN_ENGLISH)
def test_say_date_in_english(text, long, short, sentence):
    partial = PartialDate(text)

    assert say_date(partial, "en") == long
    assert say_date(partial, "en", style="short") == short
    assert say_date(partial, "en", style="sentence") == sentence


def test_say_date_knows_only_two_languages():
    with pytest.raises(KeyError):
        say_date(PartialDate("1965"), "fr")
