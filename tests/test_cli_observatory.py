"""The commands of the observatory, each run as its own process."""

import json

import pytest

from tests.command_line import elci

ROW = {
    "city": "http://www.wikidata.org/entity/Q406",
    "cityGeonames": "745044",
    "partner": "http://www.wikidata.org/entity/Q365",
    "partnerGeonames": "2886242",
    "start": "1997-03-15T00:00:00Z",
}


@pytest.fixture
def data_dir(tmp_path):
    done = elci("prepare", "--data-dir", tmp_path / "data", ELCI_SECRET_KEY="x" * 50)
    assert done.returncode == 0, done.stderr
    return tmp_path / "data"


def test_newer_export_is_told_then_taken_in_and_its_numbers_kept(tmp_path, data_dir):
    export = tmp_path / "answer.json"
    export.write_text(json.dumps([ROW]), encoding="utf-8")
    words = ("network", "refresh", export, "--stated-on", "2026-01-15", "--data-dir", data_dir)

    told = elci(*words, "--lang", "en")
    assert (told.returncode, told.stderr) == (0, "")
    assert "17892 ties are no longer stated" in told.stdout
    assert "Nothing has changed." in told.stdout

    taken = elci(*words, "--apply", "--lang", "tr")
    assert "2026-01-15 tarihli veri kümesi artık günceldir" in taken.stdout

    kept = elci("network", "keep", "--data-dir", data_dir, "--lang", "en")
    assert "world summary: computed" in kept.stdout
    assert "both claims: up to date" in kept.stdout


@pytest.mark.parametrize(
    ("content", "day", "says"),
    [
        ("[]", "2026-01-15", "lacks the columns"),
        (json.dumps([ROW]), "2999-01-01", "has not come yet"),
        (json.dumps([ROW]), "soon", "is no day"),
    ],
)
def test_export_that_cannot_be_taken_in_is_refused_with_a_reason(tmp_path, content, day, says):
    export = tmp_path / "answer.json"
    export.write_text(content, encoding="utf-8")

    done = elci(
        "network", "refresh", export, "--stated-on", day, "--data-dir", tmp_path, "--lang", "en"
    )

    assert done.returncode != 0
    assert says in done.stderr
