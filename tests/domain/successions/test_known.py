"""The reviewed table of successions: whole, sourced, and without circles."""

from datetime import date

import pytest

from elci.domain.places.gazetteer import open_gazetteer
from elci.domain.successions import (
    Link,
    known_successions,
    refusal_of,
    successions_into,
    successions_of,
)

LAW_6360 = [
    *("Aydın", "Balıkesir", "Denizli", "Hatay", "Malatya", "Manisa", "Kahramanmaraş"),
    *("Mardin", "Muğla", "Ordu", "Tekirdağ", "Trabzon", "Şanlıurfa", "Van"),
]


def test_every_row_has_a_source_in_both_languages_and_a_place_that_there_is():
    gazetteer = open_gazetteer()
    for known in known_successions():
        assert (known.source_tr != "", known.source_en != "") == (True, True)
        for body in (known.body, known.successor):
            assert gazetteer.place(body.place).country == body.country


def test_table_holds_together():
    numbers: dict[tuple[str, str, str], int] = {}

    def number(body):
        key = (body.kind, body.place, body.name_tr)
        return numbers.setdefault(key, len(numbers))

    links: list[Link] = []
    for known in known_successions():
        new = Link(
            body=number(known.body),
            successor=number(known.successor),
            since=known.since,
            kind=known.kind,
        )
        assert refusal_of(new, links, founded={}, today=date(2026, 3, 1)) is None
        links.append(new)


def test_no_name_of_a_body_means_two_bodies():
    names: dict[str, str] = {}
    for known in known_successions():
        for body in (known.body, known.successor):
            for name in body.names:
                assert names.setdefault(name, body.name_tr) == body.name_tr


def test_law_6360_made_fourteen_municipalities_metropolitan_and_ended_thirty_administrations():
    of_that_day = [each for each in known_successions() if str(each.since) == "2014-03-30"]

    changed = [each for each in of_that_day if each.kind == "status_changed"]
    assert [each.successor.name_tr for each in changed] == [
        f"{name} Büyükşehir Belediyesi" for name in LAW_6360
    ]
    assert len([each for each in of_that_day if each.kind == "abolished_with_transfer"]) == 30


@pytest.mark.parametrize("name", ["Eminönü Belediyesi", "EMİNÖNÜ BELEDİYESİ", "Eminönü"])
def test_body_is_found_by_any_of_its_names(name):
    (known,) = successions_of(name)

    assert (known.successor.name_tr, str(known.since), known.kind) == (
        "Fatih Belediyesi",
        "2009-03-29",
        "merged",
    )
    assert (known.successor.name_in("tr"), known.successor.name_in("de")) == (
        "Fatih Belediyesi",
        "Fatih Municipality",
    )


def test_name_is_looked_for_in_its_country():
    assert successions_of("Aydın Belediyesi", "DE") == ()
    assert len(successions_of("Aydın Belediyesi", "TR")) == 1
    assert successions_of("Antakya Belediyesi") == ()


def test_body_that_goes_on_is_found_from_its_successor_and_one_that_merged_is_not():
    assert [each.body.name_tr for each in successions_into("Eyüpsultan", "TR")] == [
        "Eyüp Belediyesi"
    ]
    assert successions_into("Fatih Belediyesi") == ()
    assert successions_into("Eyüpsultan", "KZ") == ()
