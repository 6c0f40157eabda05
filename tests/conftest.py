"""What holds for every test. It imports no Django: ``tests/domain`` is collected without it."""

import os
import sys
from collections.abc import Generator, Iterator
from typing import TypeVar

import pytest
from hypothesis import settings

# Nothing is timed: a machine may be busy with something else.
settings.register_profile("elci", deadline=None)
settings.load_profile("elci")

NOTHING_SKIPPED = os.environ.get("ELCI_NOTHING_SKIPPED") == "1"
ON_POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")
_NOT_FOR = "sqlite" if ON_POSTGRES else "postgres"
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
_DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what reads rows, and leave out what only the other database can run."""
    for item in items:
        asked_for = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") is not None or asked_for & _DATABASE_FIXTURES:
            item.add_marker("database")
    left_out = [item for item in items if item.get_closest_marker(_NOT_FOR) is not None]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(autouse=True)
def _language_of_nobody() -> Iterator[None]:
    """Let no test read in the language that a page of the test before it was asked for in."""
    yield
    translation = sys.modules.get("django.utils.translation")
    if translation is not None:
        translation.deactivate()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where nothing may be skipped."""
    report = yield
    return _without_skip(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn the skip of a whole file into a failure where nothing may be skipped."""
    report = yield
    return _without_skip(report)


def _without_skip(report: Report) -> Report:
    if NOTHING_SKIPPED and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but nothing may be skipped here: {report.longrepr}"
    return report
