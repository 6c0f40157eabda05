import csv
import io

import pytest

from elci.agreements.models import RegisterEntry


def download(client, address: str) -> list[list[str]]:
    response = client.get(address)
    assert response.status_code == 200
    text = b"".join(response.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_file_holds_all_pages_of_the_list(istanbul, client):
    heading, *rows = download(client, "/tr/relations.csv")

    assert heading == ["Ortak", "Ülke", "Belge türü", "Başlangıç", "Durum", "Numara"]
    assert len(rows) == len({row[-1] for row in rows}) == 101


def test_file_holds_what_the_filter_leaves_in_the_readers_language(istanbul, client):
    _heading, *rows = download(client, "/en/relations.csv?country=BG&as_of=2019")

    assert [row[:5] for row in rows] == [
        ["Plovdiv", "Bulgaria", "sister city agreement", "2001-01-23", "in force"]
    ]


def test_file_is_a_download_that_nothing_opens(istanbul, client):
    headers = client.get("/tr/relations.csv").headers

    assert headers["Content-Type"] == "text/csv; charset=utf-8"
    assert headers["Content-Disposition"] == 'attachment; filename="elci.csv"'
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\r=1"])
def test_name_that_a_spreadsheet_would_run_is_made_harmless(istanbul, client, name):
    entry = RegisterEntry.objects.get(partner_en="Plovdiv")
    RegisterEntry.objects.filter(pk=entry.pk).update(partner_tr=name)

    _heading, *rows = download(client, "/tr/relations.csv?country=BG")

    assert rows[0][0] == f"'{name}"


def test_date_that_is_not_known_is_an_empty_cell(istanbul, client):
    RegisterEntry.objects.filter(partner_en="Plovdiv").update(since=None)

    _heading, *rows = download(client, "/en/relations.csv?country=BG")

    assert rows[0][3] == ""
