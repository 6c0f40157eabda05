"""Istanbul's register as the package brings it, loaded once for all tests of a file.

A folder asks for it by importing these names into its ``conftest.py``. A file that uses it uses it
in every test that reads rows: between its first and its last test, the register is there.
"""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction

from elci.accounts.models import Workspace
from elci.importers.published_tables import load_register

LOADED_ON = date(2024, 6, 1)


@pytest.fixture(scope="module")
def loaded_istanbul(django_db_setup: None, django_db_blocker: object) -> Iterator[Workspace]:
    """Load it around the transactions of the tests, and take it back after the last of them."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]  # the annotation made it
        yield load_register("istanbul", today=LOADED_ON)
        transaction.set_rollback(True)


@pytest.fixture
def istanbul(loaded_istanbul: Workspace, db: None) -> Workspace:
    return loaded_istanbul
