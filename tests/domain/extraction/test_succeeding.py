"""Rows that name a body of which another took the place since."""

import pytest

from elci.domain.extraction.columns import recognise_columns
from elci.domain.extraction.printed import printed_row
from elci.domain.extraction.rows import extract_rows
from elci.domain.extraction.tables import table_of
from elci.domain.places.gazetteer import open_gazetteer


def read(name, country="Türkiye"):
    table = table_of(
        [["Kardeş Şehir", "Ülke", "Tarih"], [name, country, "12.05.2005"]], name="Kardeş"
    )
    gazetteer = open_gazetteer()
    columns = recognise_columns(table, gazetteer=gazetteer)
    (row,) = extract_rows(table, columns, gazetteer=gazetteer, host_country=None)
    return printed_row(row)


def told(row, language):
    return [each[language] for each in row["reasons"] if each["code"] == "succeeded"]


@pytest.mark.parametrize(
    ("name", "country", "party", "sentences"),
    [
        (
            "Eminönü Belediyesi",
            "Türkiye",
            "Eminönü",
            ["The successor of “Eminönü Belediyesi” is Fatih Municipality (since 29 March 2009)."],
        ),
        (
            "EYÜP",
            "Türkiye",
            "Eyüp Belediyesi",
            ["The successor of “Eyüp Belediyesi” is Eyüpsultan Municipality (since 2017)."],
        ),
        ("Aydın Belediyesi", "Türkiye", "Aydın", None),
        ("İstanbul İl Özel İdaresi", "Türkiye", "İstanbul", None),
        ("Nur-Sultan", "Kazakistan", "Astana", None),
        ("Aydın", "Türkiye", "Aydın", []),
        ("Fatih Belediyesi", "Türkiye", "Fatih", []),
        ("Filibe", "Bulgaristan", "Filibe", []),
    ],
)
def test_row_says_which_body_took_the_place_of_the_one_that_it_names(
    name, country, party, sentences
):
    row = read(name, country)

    assert (row["party"]["name"], row["problems"]) == (party, [])
    assert bool(row["party"]["succeeded"]) == (sentences != [])
    if sentences is not None:
        assert told(row, "en") == sentences
    assert len(told(row, "tr")) == (sentences != [])


def test_chain_is_told_down_to_the_body_of_today():
    row = read("Astana (1998–2019)", "Kazakistan")

    assert [sentence.partition(":")[2] for sentence in told(row, "tr")] in (
        [],
        [" Nur-Sultan (23 Mart 2019 itibarıyla).", " Astana (17 Eylül 2022 itibarıyla)."],
    )
