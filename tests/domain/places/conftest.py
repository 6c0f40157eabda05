import pytest

from elci.domain.places.gazetteer import GazetteerMissingError, open_gazetteer


@pytest.fixture(scope="session")
def gazetteer():
    try:
        return open_gazetteer()
    except GazetteerMissingError:
        pytest.fail("These tests read the built gazetteer: run `make install` first.")
