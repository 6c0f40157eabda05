"""The commands that take names and lists in, each run as its own process."""

import csv
import json
import subprocess
from pathlib import Path

import pytest
import xlsxwriter

from tests.command_line import SECRET, elci

ISTANBUL = Path(__file__).parent / "domain" / "extraction" / "istanbul"
COLUMNS = ("Kardeş Şehir", "Ülke", "Tarih", "İmza Yeri")
NEW_ROW = ("Plevne", "Bulgaristan", "01.02.2003", "İstanbul")
DOUBTFUL_ROW = ("Xqzvw", "Bulgaristan", "01.02.2003", "")
RESOLVED_KEYS = [
    "query", "country", "geonameid", "kind", "name", "score", "auto", "reason", "candidates",
]  # fmt: skip
ROW_KEYS = [
    "row", "raw", "party", "instrument", "acts", "status", "confidence", "auto", "reasons",
    "problems", "match",
]  # fmt: skip


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory) -> Path:
    """The data folder of a demo that was set up and not served."""
    folder = tmp_path_factory.mktemp("lists")
    done = elci("demo", "--no-serve", "--data-dir", folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def lines_of(done: subprocess.CompletedProcess[str], *, code: int = 0) -> list[dict]:
    assert "Traceback" not in done.stderr
    assert done.returncode == code, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def written(folder: Path, *rows: tuple[str, ...], name: str = "liste.csv") -> Path:
    file = folder / name
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([COLUMNS, *rows])
    return file


def imported(file: Path, data_dir: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return elci("import", file, "--host", "İstanbul", "--json", "--data-dir", data_dir, *words)


def sister_cities(data_dir: Path) -> int:
    (counts,) = lines_of(elci("stats", "--json", "--data-dir", data_dir))
    return sum(counts["sister_city"].values())


def test_resolve_answers_each_line_with_one_object():
    answers = lines_of(elci("resolve", typed="Filibe\tBulgaristan\nXqzvw\nÜsküp\tMK\n"))

    assert [list(answer) for answer in answers] == [RESOLVED_KEYS] * 3
    assert [(each["query"], each["geonameid"], each["country"]) for each in answers] == [
        ("Filibe", 728193, "BG"),
        ("Xqzvw", None, None),
        ("Üsküp", 785842, "MK"),
    ]
    assert [(each["kind"], each["auto"]) for each in answers] == [
        ("city", True),
        (None, False),
        ("city", True),
    ]


@pytest.mark.parametrize(
    "words", [("--country", "BG"), ("--country", "bg"), ("--country-name", "Bulgaristan")]
)
def test_resolve_takes_a_country_for_all_lines(words):
    (answer,) = lines_of(elci("resolve", *words, typed="Filibe\n"))

    assert (answer["geonameid"], answer["name"]) == (728193, "Filibe")


def test_resolve_speaks_the_language_asked_for():
    (answer,) = lines_of(elci("resolve", "--lang", "en", typed="Filibe\tBulgaristan\n"))

    assert answer["name"] == "Plovdiv"
    assert "Bulgaria" in answer["reason"]


def test_resolve_shows_what_else_a_name_may_mean():
    (answer,) = lines_of(elci("resolve", typed="Trablus\n"))

    assert not answer["auto"]
    assert {each["country"] for each in answer["candidates"]} >= {"LY", "LB"}


@pytest.mark.parametrize(
    ("typed", "queries"),
    [
        ("", []),
        ("\n\r\n  \n\t\n", []),
        ("Filibe\r\nÜsküp\r\n", ["Filibe", "Üsküp"]),
        ("Filibe", ["Filibe"]),
        ("Fi\0libe\n", ["Fi\0libe"]),
        ("a" * 1_000_000 + "\n", ["a" * 1_000_000]),
        ("\u202eFilibe\u202c\n", ["\u202eFilibe\u202c"]),
    ],
    ids=["nothing", "blank", "CRLF", "no line end", "NUL", "a megabyte", "right to left"],
)
def test_resolve_bears_any_text(typed, queries):
    answers = lines_of(elci("resolve", typed=typed))

    assert [answer["query"] for answer in answers] == queries


def test_resolve_bears_bytes_that_are_no_text():
    done = elci("resolve", typed="K\udcf6ln\n".encode("utf-8", "surrogateescape").decode("latin-1"))

    assert len(lines_of(done)) == 1


@pytest.mark.parametrize("words", [("--lang", "xx"), ("--country", "XX")])
def test_resolve_says_what_it_does_not_know(words):
    done = elci("resolve", *words, typed="Filibe\n")

    assert lines_of(done, code=1) == []
    assert words[1] in done.stderr


@pytest.mark.parametrize(
    ("table", "rows"),
    [("sister_cities", 41), ("cooperation_protocols", 20), ("memoranda", 26), ("memberships", 14)],
)
def test_istanbuls_own_tables_are_known_row_by_row(data_dir, table, rows):
    told = lines_of(imported(ISTANBUL / f"{table}.raw.txt", data_dir, "--dry-run"))

    assert [row["match"] for row in told] == ["known"] * rows


@pytest.mark.parametrize("table", ["sister_cities", "memoranda", "memberships"])
def test_istanbuls_own_tables_bring_nothing_new(data_dir, table):
    told = lines_of(imported(ISTANBUL / f"{table}.raw.txt", data_dir))

    assert told[-1]["entered"] == 0


def test_dry_run_needs_no_register(tmp_path):
    done = imported(written(tmp_path, NEW_ROW), tmp_path / "nothing here", "--dry-run")

    (row,) = lines_of(done)
    assert [key for key in row if key in ROW_KEYS] == ROW_KEYS
    assert {"name": "Plevne", "country": "BG", "geonameid": 728203, "kind": "city"}.items() <= (
        row["party"].items()
    )
    assert [(act["kind"], act["date"], act["places"]) for act in row["acts"]] == [
        ("signed", "2003-02-01", ["İstanbul"])
    ]
    assert (row["instrument"], row["status"], row["auto"], row["match"]) == (
        "sister_city",
        "active",
        True,
        "new",
    )
    assert not (tmp_path / "nothing here" / "elci.sqlite3").exists()


def test_dry_run_of_a_host_without_a_register_compares_with_nothing(tmp_path, data_dir):
    file = written(tmp_path, NEW_ROW)

    done = elci("import", file, "--host", "Köln", "--dry-run", "--json", "--data-dir", data_dir)

    assert [row["match"] for row in lines_of(done)] == ["new"]
    assert "Köln" in done.stderr


def test_workbook_is_read_like_a_text(tmp_path, data_dir):
    workbook = xlsxwriter.Workbook(tmp_path / "liste.xlsx")
    sheet = workbook.add_worksheet("Kardeş Şehirler")
    for number, row in enumerate([COLUMNS, NEW_ROW]):
        sheet.write_row(number, 0, row)
    workbook.close()

    told = lines_of(imported(tmp_path / "liste.xlsx", data_dir, "--dry-run"))

    assert [row["party"]["geonameid"] for row in told] == [728203]


def test_list_is_entered_and_taken_back(tmp_path, data_dir):
    file = written(tmp_path, NEW_ROW, ("Yanbolu", "Bulgaristan", "27.03.1994", ""))
    before = sister_cities(data_dir)

    *rows, end = lines_of(imported(file, data_dir, "--stated-on", "2019-05-10"))
    entered = sister_cities(data_dir)
    (undone,) = lines_of(elci("import", "--undo", end["batch"], "--json", "--data-dir", data_dir))
    again = elci("import", "--undo", end["batch"], "--data-dir", data_dir)

    assert len(rows) == 2
    assert end["entered"] == entered - before
    assert (undone["withdrawn_relations"], undone["kept"]) == (end["entered"], [])
    assert sister_cities(data_dir) == before
    assert lines_of(again, code=1) == []


def test_doubtful_rows_stop_the_list_unless_they_are_left_out(tmp_path, data_dir):
    file = written(tmp_path, NEW_ROW, DOUBTFUL_ROW)
    before = sister_cities(data_dir)

    stopped = imported(file, data_dir)
    kept_out = sister_cities(data_dir)
    *_rows, end = lines_of(imported(file, data_dir, "--skip-doubtful"))
    entered = sister_cities(data_dir)
    elci("import", "--undo", end["batch"], "--data-dir", data_dir)

    assert stopped.returncode == 1
    assert "masada bekliyor" in stopped.stderr
    assert (kept_out, end["entered"], entered) == (before, 1, before + 1)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("no such file.csv", "--host", "İstanbul"), "no such file.csv"),
        (("LIST",), "--host"),
        (("--host", "İstanbul"), "FILE"),
        (("LIST", "--host", "Atlantis"), "Atlantis"),
        (("LIST", "--host", "İstanbul", "--instrument", "treaty"), "treaty"),
        (("LIST", "--host", "İstanbul", "--lang", "de"), "de"),
        (("BINARY", "--host", "İstanbul"), "XLSX"),
        (("BINARY", "--host", "İstanbul", "--dry-run"), "XLSX"),
        (("--undo", "no number"), "no number"),
        (("--undo", "00000000-0000-0000-0000-000000000000"), "00000000"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_import_says_what_is_wrong(tmp_path, data_dir, words, named):
    (tmp_path / "binary").write_bytes(bytes(range(256)) * 20)
    files = {"LIST": written(tmp_path, NEW_ROW), "BINARY": tmp_path / "binary"}

    done = elci("import", *(files.get(word, word) for word in words), "--data-dir", data_dir)

    assert lines_of(done, code=1) == []
    assert named in done.stderr


def test_import_without_a_register_says_how_to_make_one(tmp_path):
    done = imported(written(tmp_path, NEW_ROW), tmp_path / "nothing")

    assert lines_of(done, code=1) == []
    assert "elci prepare" in done.stderr


def test_nothing_but_answers_is_said_where_nobody_looks(tmp_path, data_dir):
    done = imported(written(tmp_path, NEW_ROW), data_dir, "--dry-run")

    assert done.stderr == ""


def test_rows_can_be_read_by_a_person(tmp_path, data_dir):
    file = written(tmp_path, NEW_ROW, DOUBTFUL_ROW)

    done = elci("import", file, "--host", "istanbul", "--dry-run", "--data-dir", data_dir)

    assert done.stdout.splitlines()[0] == "2: Plevne (BG) · signed 2003-02-01 · new"
    assert done.stdout.splitlines()[1].startswith("3: Xqzvw (None) · signed 2003-02-01 · none ? ")


def test_workspace_is_opened_and_takes_a_list_in(tmp_path, data_dir):
    words = ("--place", "Bursa", "--name", "Bursa Büyükşehir Belediyesi")
    opened = elci(
        "workspace", "open", "bursa", *words, "--data-dir", data_dir, ELCI_SECRET_KEY=SECRET
    )
    file = written(tmp_path, NEW_ROW)

    done = elci("import", file, "--host", "Bursa", "--json", "--data-dir", data_dir)

    assert opened.returncode == 0
    assert lines_of(done)[-1]["entered"] == 1
