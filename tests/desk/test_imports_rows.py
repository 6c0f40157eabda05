"""The dry run of a list: what was understood, and what a person says of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from elci.intake.choices import BatchState, Decision
from elci.intake.models import ColumnMemory, ImportedRow
from tests.builders import make_account, make_partner
from tests.desk.lists import DOUBTFUL, SURE, address_of, read_list

VENICE = "3164603"


def queries_of(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def decisions(batch):
    return [row.decision for row in ImportedRow.objects.filter(batch=batch, skipped=False)]


def sent_row(**changes):
    return {
        "place": VENICE,
        "name": "",
        "instrument": "sister_city",
        "membership_grade": "",
        "kind_0": "signed",
        "date_0": "08.06.2007",
        "places_0": "İstanbul",
        "decision": "enter",
        **changes,
    }


def test_each_row_shows_what_was_read_and_what_it_was_understood_to_be(desk, workspace):
    batch = read_list(workspace)

    page = desk.get(address_of(batch)).content.decode()

    for told in ("Üsküp", "Makedonya", "Kuzey Makedonya", "3 Nisan 2003", "kardeş şehir"):
        assert told in page
    assert "3 satırı kayda gir" in page


@pytest.mark.parametrize(
    ("pile", "shown"),
    [
        ("", ["Köln", "Venedik"]),
        ("?rows=open", ["Venedik"]),
        ("?rows=known", ["Köln"]),
        ("?rows=skipped", ["Toplam"]),
        ("?rows=adds", []),
        ("?rows=nonsense", ["Köln", "Venedik"]),
    ],
)
def test_rows_are_sorted_into_piles(desk, workspace, pile, shown):
    make_account(
        workspace, partner=make_partner("Köln", "Almanya"), acts=[("signed", "1997-03-15")]
    )
    batch = read_list(workspace, DOUBTFUL)

    page = desk.get(address_of(batch) + pile).content.decode()

    rows = page.partition("<tbody")[2]
    assert [name for name in ("Köln", "Venedik", "Toplam") if name in rows] == shown


def test_dry_run_asks_as_often_for_three_rows_as_for_one(desk, workspace):
    one = read_list(workspace, "".join(SURE.splitlines(keepends=True)[:2]))
    three = read_list(workspace)

    numbers = [queries_of(desk, address_of(batch)) for batch in (one, three)]

    assert (numbers[0], numbers[0] <= 12) == (numbers[1], True)


@pytest.mark.parametrize("page", [["rows", 1], ["tables", 0]])
def test_page_of_a_row_or_a_table_asks_a_dozen_times_at_most(desk, workspace, page):
    batch = read_list(workspace, DOUBTFUL)

    assert queries_of(desk, address_of(batch, *page)) <= 12


def test_list_of_ten_thousand_rows_is_shown_fifty_at_a_time(desk, workspace):
    batch = read_list(workspace)
    (first, *_rest) = ImportedRow.objects.filter(batch=batch)
    ImportedRow.objects.bulk_create(
        ImportedRow(
            batch=batch,
            order=order,
            number=order,
            reading=first.reading,
            match=first.match,
            decision=first.decision,
        )
        for order in range(3, 10_000)
    )

    page = desk.get(f"{address_of(batch)}?page=200").content.decode()

    assert (page.count('id="row-'), 'id="row-9999"' in page) == (50, True)
    assert "10.000" in page


def test_candidates_of_a_doubtful_row_are_shown_with_country_region_and_population(desk, workspace):
    batch = read_list(workspace, DOUBTFUL)

    page = desk.get(address_of(batch, "rows", 1)).content.decode()

    assert f'value="{VENICE}"' in page
    for told in ("Venedik", "Veneto", "İtalya", "nüfus", 'class="locator"'):
        assert told in page


def test_search_finds_another_place_with_and_without_script(desk, workspace):
    batch = read_list(workspace, DOUBTFUL)
    query = "?name=Valencia&country=İspanya"

    whole = desk.get(address_of(batch, "rows", 1) + query).content.decode()
    part = desk.get(address_of(batch, "rows", 1, "places") + query).content.decode()

    assert ["Valencia" in whole, "Valencia" in part, "<html" in part] == [True, True, False]


def test_corrected_row_is_to_be_entered_and_leads_back_when_none_waits(desk, workspace):
    batch = read_list(workspace, DOUBTFUL)

    answer = desk.post(address_of(batch, "rows", 1), sent_row(date_0="Haziran 2007"))

    row = ImportedRow.objects.get(batch=batch, order=1)
    assert (answer.status_code, answer.url) == (302, f"{address_of(batch)}#enter")
    assert (row.decision, row.match) == (Decision.ENTER, "new")
    assert row.correction["acts"][0]["date"] == "2007-06"


def test_confirmed_row_keeps_what_was_read(desk, workspace):
    batch = read_list(workspace, DOUBTFUL)
    row = ImportedRow.objects.get(batch=batch, order=1)
    place = row.reading["party"]["place"]

    desk.post(address_of(batch, "rows", 1), sent_row(place=place or VENICE))

    row.refresh_from_db()
    assert row.decision == Decision.ENTER
    assert set(row.correction) <= {"place", "name"}


def test_saved_row_leads_to_the_next_that_waits(desk, workspace):
    text = DOUBTFUL.replace("Toplam;;;", "Milano;Fransa;2005;")
    batch = read_list(workspace, text)

    answer = desk.post(address_of(batch, "rows", 1), {"decision": "skip"})

    assert answer.url == address_of(batch, "rows", 2)
    assert decisions(batch) == ["enter", "skip", "open"]


@pytest.mark.parametrize(
    "changes",
    [
        {"place": ""},
        {"place": "no-such-place"},
        {"date_0": "31.02.2007"},
        {"date_0": ""},
        {"kind_0": ""},
        {"kind_0": "friendship"},
        {"instrument": "friendship"},
    ],
)
def test_row_that_says_too_little_or_nonsense_is_refused(desk, workspace, changes):
    batch = read_list(workspace, DOUBTFUL)

    answer = desk.post(address_of(batch, "rows", 1), sent_row(**changes))

    assert (answer.status_code, decisions(batch)) == (200, ["enter", "open"])
    assert "data-error-summary" in answer.content.decode()
    assert ImportedRow.objects.get(batch=batch, order=1).correction == {}


def test_many_rows_are_decided_at_once(desk, workspace):
    batch = read_list(workspace, DOUBTFUL)
    desk.post(address_of(batch, "rows", 0), {"decision": "skip"})

    desk.post(address_of(batch, "decide"), {"what": "sure"})
    sure = decisions(batch)
    desk.post(address_of(batch, "decide"), {"what": "doubtful"})

    assert (sure, decisions(batch)) == (["enter", "open"], ["enter", "skip"])


def test_reader_looks_but_decides_nothing(reader_desk, workspace):
    batch = read_list(workspace, DOUBTFUL)
    paths = ["rows/1", "tables/0", "decide", "enter", "discard", "undo", "again"]

    answers = [reader_desk.post(address_of(batch, path), sent_row()) for path in paths]
    pages = [reader_desk.get(address_of(batch, *page)) for page in ([], ["rows", 1])]

    assert [answer.status_code for answer in answers] == [403] * len(paths)
    assert [page.status_code for page in pages] == [200, 200]
    assert all('method="post" action="/tr/desk/imports' not in p.content.decode() for p in pages)
    assert decisions(batch) == ["enter", "open"]


def test_corrected_columns_are_remembered_and_the_list_understood_anew(desk, workspace):
    batch = read_list(workspace)
    roles = {"column_0": "party", "column_1": "country", "column_2": "in_force_date"}

    answer = desk.post(address_of(batch, "tables", 0), {**roles, "instrument": "memorandum"})

    batch.refresh_from_db()
    rows = ImportedRow.objects.filter(batch=batch, skipped=False)
    assert (answer.status_code, batch.state) == (302, BatchState.READ)
    assert {row.reading["instrument"] for row in rows} == {"memorandum"}
    assert {row.reading["acts"][0]["kind"] for row in rows} == {"entered_into_force"}
    assert ColumnMemory.objects.filter(workspace=workspace).count() == 3


def test_columns_without_a_partner_are_refused(desk, workspace):
    batch = read_list(workspace)

    answer = desk.post(address_of(batch, "tables", 0), {"column_0": "note"})

    assert (answer.status_code, ColumnMemory.objects.exists()) == (200, False)


@pytest.mark.parametrize("page", [["rows", 99], ["tables", 1]])
def test_row_or_table_that_is_not_there_is_not_found(desk, workspace, page):
    batch = read_list(workspace)

    assert desk.get(address_of(batch, *page)).status_code == 404


def test_row_of_a_closed_list_is_shown_and_stays_as_it_is(desk, workspace):
    batch = read_list(workspace, DOUBTFUL)
    desk.post(address_of(batch, "discard"))

    answer = desk.post(address_of(batch, "rows", 1), sent_row(), follow=True)

    assert (answer.status_code, decisions(batch)) == (200, ["enter", "open"])
    assert "artık karar beklemiyor" in answer.content.decode()


def test_contradicting_row_shows_what_is_on_record(desk, workspace):
    make_account(
        workspace, partner=make_partner("Köln", "Almanya"), acts=[("signed", "1989-05-01")]
    )
    batch = read_list(workspace)

    page = desk.get(address_of(batch, "rows", 0)).content.decode()

    assert "kayıtla çelişiyor" in page
    assert "imzalandı, 1 Mayıs 1989" in page
