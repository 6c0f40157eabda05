from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from elci.domain.extraction.tables import SourceRow, SourceTable
from elci.intake.actions import (
    has_tables,
    keep_tables,
    original_name,
    receive,
    refuse,
    stored_tables,
)
from elci.intake.models import ImportBatch
from tests.builders import make_user
from tests.intake.handed_in import FILIBE, STATED_ON, table_of


def receive_text(workspace, **facts):
    facts = {"file_name": "liste.txt", "user": None, **facts}
    return receive(workspace, b"Filibe\tBulgaristan", **facts)


def test_list_is_kept_as_it_was_handed_in(workspace):
    user = make_user(workspace)

    batch = receive_text(workspace, user=user, instrument="sister_city", stated_on=STATED_ON)

    kept = ImportBatch.objects.get(pk=batch.pk)
    assert Path(default_storage.path(original_name(kept))).read_bytes() == b"Filibe\tBulgaristan"
    assert (kept.state, kept.size, kept.made_by, kept.stated_on) == ("waiting", 18, user, STATED_ON)
    assert len(kept.sha256) == 64
    assert str(kept) == "liste.txt"


def test_pasted_list_goes_by_its_number(workspace):
    batch = receive_text(workspace, file_name="")

    assert str(batch) == str(batch.uuid)


def test_name_of_a_file_is_cut_to_what_the_register_has_room_for(workspace):
    batch = receive_text(workspace, file_name="\0\ud800" + "ş" * 300)

    batch.refresh_from_db()
    assert batch.file_name == "?" + "ş" * 254


def test_tables_come_back_as_they_were_read(workspace):
    batch = receive_text(workspace)
    tables = [table_of(FILIBE), SourceTable((SourceRow(7, ("a", "b"), 3),), "Sayfa 2")]

    keep_tables(batch, tables, kind="csv", encoding="utf-8", notes=[{"tr": "n", "en": "n"}])

    assert stored_tables(batch) == tables
    assert (batch.state, batch.kind, batch.notes) == ("reading", "csv", [{"tr": "n", "en": "n"}])


def test_tables_that_were_read_anew_take_the_place_of_the_old(workspace):
    batch = receive_text(workspace)
    assert not has_tables(batch)

    keep_tables(batch, [table_of(FILIBE)], kind="csv", encoding="utf-8", notes=[])
    keep_tables(batch, [], kind="csv", encoding="utf-8", notes=[])

    assert has_tables(batch)
    assert stored_tables(batch) == []


@pytest.mark.parametrize(("read", "kept"), [("Fili\0be", "Filibe"), ("Filibe\ud800", "Filibe?")])
def test_cells_are_kept_without_what_no_database_keeps(workspace, read, kept):
    batch = receive_text(workspace)

    keep_tables(
        batch, [SourceTable((SourceRow(1, (read,), None),), read)], kind="", encoding="", notes=[]
    )

    assert stored_tables(batch) == [SourceTable((SourceRow(1, (kept,), None),), kept)]


def test_list_that_cannot_be_read_says_why(workspace):
    batch = receive_text(workspace)

    refuse(batch, tr="Dosya boş.", en="The file is empty.")

    batch.refresh_from_db()
    assert (batch.state, batch.refusal_tr, batch.refusal_en) == (
        "refused",
        "Dosya boş.",
        "The file is empty.",
    )
