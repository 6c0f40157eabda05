"""What a row says is the same whether it was just read or was kept in between."""

from elci.domain.extraction.columns import recognise_columns
from elci.domain.extraction.printed import printed_row
from elci.domain.extraction.rows import each_row, extract_rows
from elci.intake.queries.facts import facts_in, facts_read
from tests.intake.handed_in import FILIBE, USKUP, table_of


def test_facts_as_read_are_those_of_the_printed_reading(gazetteer):
    table = table_of(
        FILIBE,
        USKUP,
        ("Eyüp Belediyesi", "Türkiye", "12.05.2005", ""),
        ("Xyzzyquux", "Fransa", "1999", ""),
        ("", "", "27.03.1994", ""),
        ("Toplam: 5", "", "", ""),
    )
    columns = recognise_columns(table, gazetteer=gazetteer)

    rows = list(each_row(table, columns, gazetteer=gazetteer))

    assert tuple(rows) == extract_rows(table, columns, gazetteer=gazetteer)
    assert [facts_read(row) for row in rows] == [facts_in(printed_row(row), {}) for row in rows]
    assert len(rows) == 6
