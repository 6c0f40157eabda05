"""The demo's made-up entries: each says that it is, and they come once."""

from datetime import date

import pytest

from elci.config.samples import add_samples
from elci.foundation.eyes import PUBLIC
from elci.partnering.models import BoardEntry, TwinningRequest
from elci.partnering.queries.board import board_entries
from tests.builders import make_workspace

pytestmark = pytest.mark.django_db
TODAY = date(2024, 6, 3)


def test_samples_are_added_once_and_marked():
    workspace = make_workspace()

    add_samples(workspace, today=TODAY)
    add_samples(workspace, today=TODAY)

    assert BoardEntry.objects.get().is_sample is True
    assert TwinningRequest.objects.get().is_sample is True
    (entry,) = board_entries(PUBLIC, today=TODAY)
    assert all(title.startswith(("Örnek", "Sample")) for title in entry.titles.values())
