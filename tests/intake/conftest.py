import pytest

from elci.accounts.models import Workspace
from elci.domain.places.gazetteer import Gazetteer, open_gazetteer
from tests.builders import make_workspace


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture(autouse=True)
def stored_elsewhere(tmp_path, settings):
    """Keep what is handed in where the next test does not find it."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def workspace(db: None) -> Workspace:
    return make_workspace()
