"""Handing a list over: who may, how much, and how far the reading is."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from elci.intake.actions import original_name, receive
from elci.intake.choices import BatchState
from elci.intake.models import ImportBatch
from tests.builders import make_workspace
from tests.desk.lists import SURE, address_of, read_list

LIST = "/tr/desk/imports/"


def sent_file(content: bytes = SURE.encode(), name: str = "kardes.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="text/csv")


def test_file_is_kept_as_it_was_handed_over_and_waits_for_its_process(desk, workspace, officer):
    answer = desk.post(
        LIST, {"file": sent_file(), "instrument": "sister_city", "stated_on": "10.05.2019"}
    )

    batch = ImportBatch.objects.get()
    with default_storage.open(original_name(batch)) as kept:
        assert kept.read() == SURE.encode()
    assert (answer.status_code, answer.url) == (302, address_of(batch))
    assert (batch.workspace, batch.made_by, batch.file_name) == (workspace, officer, "kardes.csv")
    assert (batch.instrument, str(batch.stated_on)) == ("sister_city", "2019-05-10")
    assert batch.state == BatchState.READING


def test_pasted_text_is_taken_as_it_is(desk):
    desk.post(LIST, {"text": " 1 Köln\n\n2 Filibe "})

    batch = ImportBatch.objects.get()
    with default_storage.open(original_name(batch)) as kept:
        assert kept.read().decode().splitlines() == [" 1 Köln", "", "2 Filibe "]
    assert batch.file_name == ""


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Bir dosya seçin ya da listenin metnini"),
        ({"text": "   "}, "Bir dosya seçin ya da listenin metnini"),
        ({"text": "Köln", "file": "kardes.csv"}, "Hem dosya hem metin var."),
        ({"text": "Köln", "stated_on": "2019"}, "tek bir gün"),
        ({"text": "Köln", "instrument": "friendship"}, "friendship"),
    ],
)
def test_what_is_not_one_list_is_refused_with_what_to_do(desk, sent, told):
    if "file" in sent:
        sent = {**sent, "file": sent_file()}

    answer = desk.post(LIST, sent)

    assert (told in answer.content.decode(), ImportBatch.objects.count()) == (True, 0)


@pytest.mark.parametrize(
    ("size", "is_taken"), [(0, False), (999, True), (1000, True), (1001, False)]
)
def test_file_is_measured_before_anything_of_it_is_read(desk, settings, size, is_taken):
    settings.MAX_UPLOAD_BYTES = 1000

    desk.post(LIST, {"file": sent_file(b"x" * size)})

    assert ImportBatch.objects.exists() is is_taken
    assert default_storage.exists("imports") is is_taken


def test_reader_sees_the_lists_but_hands_none_over(reader_desk, workspace):
    receive(workspace, b"x", file_name="kardes.csv", user=None)

    page = reader_desk.get(LIST)
    answer = reader_desk.post(LIST, {"text": "Köln"})

    assert ("kardes.csv" in page.content.decode(), "<textarea" in page.content.decode()) == (
        True,
        False,
    )
    assert (answer.status_code, ImportBatch.objects.count()) == (403, 1)


def test_list_of_another_workspace_is_not_there(desk):
    foreign = read_list(make_workspace("ankara"))
    open_pages = ["", "progress", "rows/0", "rows/0/places", "tables/0", "undo"]
    actions = ["again", "enter", "discard", "undo", "decide", "rows/0", "tables/0"]

    got = [desk.get(address_of(foreign, *filter(None, [page]))).status_code for page in open_pages]
    sent = [desk.post(address_of(foreign, action)).status_code for action in actions]

    assert got + sent == [404] * (len(open_pages) + len(actions))
    assert desk.get(f"{address_of(foreign)}reading.csv").status_code == 404
    assert str(foreign.uuid) not in desk.get(LIST).content.decode()


def test_lists_are_shown_with_as_many_queries_for_three_as_for_one(desk, workspace):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            desk.get(LIST)
        return len(asked)

    receive(workspace, b"x", file_name="1.csv", user=None)
    one = queries()
    receive(workspace, b"y", file_name="2.csv", user=None)
    receive(workspace, b"z", file_name="3.csv", user=None)

    assert (queries(), one <= 12) == (one, True)


def test_progress_says_how_far_it_is_and_leads_on_when_it_is_done(desk, workspace):
    batch = receive(workspace, b"x", file_name="1.csv", user=None)
    ImportBatch.objects.update(
        state=BatchState.READING, started_at=timezone.now(), done=500, total=1200
    )

    going_on = desk.get(address_of(batch, "progress"))
    ImportBatch.objects.update(state=BatchState.READ)
    done = desk.get(address_of(batch, "progress"))

    assert 'max="1200" value="500"' in going_on.content.decode()
    assert (done.headers["HX-Redirect"], done.content) == (address_of(batch), b"")


def test_reading_whose_process_has_died_can_be_started_again(desk, workspace):
    batch = receive(workspace, b"x", file_name="1.csv", user=None)
    long_ago = timezone.now() - timedelta(minutes=5)
    ImportBatch.objects.update(state=BatchState.READING, started_at=long_ago)

    page = desk.get(address_of(batch)).content.decode()
    answer = desk.post(address_of(batch, "again"))

    batch.refresh_from_db()
    assert ("Yeniden dene" in page, answer.status_code) == (True, 302)
    assert batch.started_at > long_ago


def test_third_list_waits_until_there_is_room(desk, workspace):
    for name in ("1.csv", "2.csv", "3.csv"):
        desk.post(LIST, {"file": sent_file(name=name)})

    states = ImportBatch.objects.order_by("pk").values_list("state", flat=True)

    assert list(states) == ["reading", "reading", "waiting"]
    ImportBatch.objects.filter(file_name="1.csv").update(state=BatchState.REFUSED)
    third = ImportBatch.objects.get(file_name="3.csv")
    desk.get(address_of(third, "progress"))
    third.refresh_from_db()
    assert third.state == BatchState.READING


@pytest.mark.parametrize("language", ["tr", "en"])
def test_refused_list_says_why_in_the_readers_language(desk, workspace, language):
    batch = read_list(workspace, "\0\1\2\3" * 40, file_name="liste.csv")

    page = desk.get(address_of(batch).replace("/tr/", f"/{language}/")).content.decode()

    refusal = batch.refusal_tr if language == "tr" else batch.refusal_en
    assert (batch.state, bool(refusal)) == (BatchState.REFUSED, True)
    assert 'role="alert"' in page
    desk.post(address_of(batch, "discard"))
    batch.refresh_from_db()
    assert batch.state == BatchState.DISCARDED
