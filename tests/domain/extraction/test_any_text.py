"""Whatever a list holds, it is read without an error, and doubt never passes."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elci.domain.extraction.columns import recognise_columns
from elci.domain.extraction.pasted import read_pasted
from elci.domain.extraction.rows import extract_rows
from elci.domain.extraction.tables import table_of

FRAGMENTS = (
    *("Berlin", "Almanya", "İstanbul-", "Belediyesi", "Üye", "KARDEŞ ŞEHİRLER", "memorandum"),
    *("Tarih", "Ülke", "Şehir", "No", "№", "Toplam", "İptal", "feshedildi 2017", "(Ön Protokol)"),
    *("1990", "31.02.2010", "05.02.1999 / 07.05.1999", "1990-1995", "99.99.9999", "12.12.12"),
    *(
        "8 Eylül",
        "8 Eylül 0001",
        "before 1000",
        "ca. 1990",
        "öncesi",
        "0000",
        "1990'lar",
        "2005/12",
    ),
    *("\u202e", "\x00", "\ud800", "\u0307", "ﷺ", "²", "٣", "१२", "%", "{x}", "{0}", "@", "\f"),
    *("1", "2.", "/", "(", ")", "[", ";", "|", "\t", "\n", ",", ":", "-", " ve ", "  ", '"'),
)
pieces = st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=12))
cells = st.lists(pieces, max_size=6).map(" ".join)
tables = st.lists(st.lists(cells, max_size=6), max_size=8)
texts = st.lists(cells, max_size=14).map("\n".join)
any_text = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def check(table, gazetteer):
    columns = recognise_columns(table, gazetteer=gazetteer)
    for row in extract_rows(table, columns, gazetteer=gazetteer):
        assert 0 <= row.confidence <= 1
        assert not row.auto or (row.party is not None and row.problems == ())
        for said in (*row.reasons, *row.problems, *columns.reasons):
            assert said.sentence_in("tr")
            assert said.sentence_in("en")


@any_text
@given(tables)
def test_any_table_is_read(gazetteer, table):
    check(table_of(table), gazetteer)


@any_text
@given(texts)
def test_any_text_is_read(gazetteer, text):
    for table in read_pasted(text, gazetteer=gazetteer):
        check(table, gazetteer)
