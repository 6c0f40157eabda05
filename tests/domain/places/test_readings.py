import pytest

from elci.domain.places.readings import Scope, readings, scope_for, scope_of


@pytest.mark.parametrize(
    ("country", "text", "scope"),
    [
        (None, None, Scope()),
        (None, " ", Scope()),
        ("de", None, Scope(("DE",))),
        (None, "Almanya", Scope(("DE",))),
        ("AT", "Almanya", Scope(("AT",))),
        (None, "Tataristan / Rusya Federasyonu", Scope(("RU",), region="RU.73")),
        (None, "Makedonya", Scope(("MK",), former_name="Makedonya")),
        (None, "Almanya / Fransa", Scope(("DE", "FR"))),
        (None, "Almanay", Scope(("DE",))),
        (None, "Kırgızistan Cumhuriyeti", Scope(("KG",))),
        (None, "Ġtalya", Scope(("IT",))),
        (None, "Atlantis", Scope(not_known="Atlantis")),
    ],
)
def test_scope_is_read_from_code_and_text(country, text, scope):
    assert scope_of(country, text) == scope


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Filibe", [("filibe", "")]),
        (
            "Filibe (Plovdiv)",
            [("filibe plovdiv", ""), ("filibe", "plovdiv"), ("plovdiv", "filibe")],
        ),
        (
            "Stari Grad, Saraybosna",
            [
                ("stari grad saraybosna", ""),
                ("stari grad", "saraybosna"),
                ("saraybosna", "stari grad"),
            ],
        ),
        ("Almanya Krefeld", [("almanya krefeld", ""), ("krefeld", "")]),
        ("Çankaya Belediyesi", [("cankaya belediyesi", ""), ("cankaya", "")]),
        ("de Paris", [("de paris", "")]),
        ("— (Plovdiv)", [("plovdiv", ""), ("plovdiv", "")]),
        ("", [("", "")]),
    ],
)
def test_readings_go_from_the_whole_name_to_its_parts(name, keys):
    assert [(reading.key, reading.context) for reading in readings(name)] == keys


def test_country_in_the_name_must_not_contradict_the_country_given():
    krefeld = list(readings("Almanya Krefeld"))[-1]

    assert scope_for(krefeld, Scope()) == Scope(("DE",))
    assert scope_for(krefeld, Scope(("DE", "AT"))) == Scope(("DE",))
    assert scope_for(krefeld, Scope(("FR",))) is None
