import pytest

from elci.domain.languages import language_code, language_name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Türkçe", "tr"),
        ("  Gürcüce ", "ka"),
        ("İNGİLİZCE", "en"),
        ("ırlandaca", None),
        ("Irish", "ga"),
        ("Boşnakça", "bs"),
        ("Kazakh", "kk"),
        ("Atlantisce", None),
        ("", None),
    ],
)
def test_language_is_known_by_its_name_in_both_languages(name, code):
    assert language_code(name) == code


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("ka", "tr", "Gürcüce"),
        ("ka", "en", "Georgian"),
        ("qqq", "tr", "qqq"),
        ("de", "fr", "German"),
    ],
)
def test_language_is_called_by_its_name_or_its_code(code, language, name):
    assert language_name(code, language) == name


@pytest.mark.parametrize("code", ["tr", "ka", "en", "az", "bs", "zh", "ar", "fa", "ru", "pt"])
def test_name_leads_back_to_the_code(code):
    assert language_code(language_name(code, "tr")) == code
    assert language_code(language_name(code, "en")) == code
