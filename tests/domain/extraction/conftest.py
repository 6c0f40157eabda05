import pytest

from elci.domain.extraction.columns import recognise_columns
from elci.domain.extraction.pasted import read_pasted
from elci.domain.extraction.rows import extract_rows
from elci.domain.extraction.tables import table_of
from elci.domain.places.gazetteer import GazetteerMissingError, open_gazetteer


@pytest.fixture(scope="session")
def gazetteer():
    try:
        return open_gazetteer()
    except GazetteerMissingError:
        pytest.fail("These tests read the built gazetteer: run `make install` first.")


@pytest.fixture(scope="session")
def columns_of(gazetteer):
    def recognise(cells, **given):
        return recognise_columns(table_of(cells), gazetteer=gazetteer, **given)

    return recognise


@pytest.fixture(scope="session")
def rows_of(gazetteer):
    """Extract the rows of cells given as a list, or of text as it was pasted."""

    def extract(source, *, name="", **given):
        pasted = isinstance(source, str)
        tables = (
            read_pasted(source, gazetteer=gazetteer) if pasted else (table_of(source, name=name),)
        )
        return [
            row
            for table in tables
            for row in extract_rows(
                table,
                recognise_columns(table, gazetteer=gazetteer),
                gazetteer=gazetteer,
                **given,
            )
        ]

    return extract
