"""People at the desk, and what they send."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from elci.accounts.choices import Role
from elci.accounts.models import User, Workspace
from elci.agreements.models import Account
from tests.builders import make_account, make_user, make_workspace

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


@pytest.fixture
def workspace(db: None) -> Workspace:
    return make_workspace()


@pytest.fixture
def officer(workspace: Workspace) -> User:
    return make_user(workspace)


@pytest.fixture
def desk(officer: User) -> Client:
    """A browser in which the officer is signed in."""
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def reader_desk(workspace: Workspace) -> Client:
    """A browser of somebody who may read the register of the workspace, but not write."""
    client = Client()
    client.force_login(make_user(workspace, role=Role.READER))
    return client


@pytest.fixture
def account(workspace: Workspace) -> Account:
    """A sister city since 27 March 1994."""
    return make_account(workspace)


@pytest.fixture
def foreign_account(db: None) -> Account:
    """A public relation of another workspace."""
    return make_account(make_workspace("ankara"))


@pytest.fixture(autouse=True)
def documents(settings: Any, tmp_path: Path) -> Path:
    """The folder in which documents are kept, empty at first."""
    settings.MEDIA_ROOT = tmp_path / "documents"
    return settings.MEDIA_ROOT


@pytest.fixture
def act_form() -> Callable[..., dict[str, Any]]:
    """What a person sends to record an act, with everything that a test does not care about."""

    def form(**changes: Any) -> dict[str, Any]:
        return {
            "kind": "renewed",
            "happened": "18.04.2016",
            "document_grade": "private",
            **changes,
        }

    return form


@pytest.fixture
def pdf() -> SimpleUploadedFile:
    return SimpleUploadedFile("protokol.pdf", PDF, content_type="application/pdf")


@pytest.fixture
def counted_queries() -> Callable[[Callable[[], object]], int]:
    """Return how many times the database is asked while something is done."""

    def counted(what: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as asked:
            what()
        return len(asked)

    return counted
