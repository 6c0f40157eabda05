"""The commands, each run as its own process."""

import json
import re
from pathlib import Path

import pytest

from tests.command_line import SECRET, elci, python

TODAY = {
    "sister_city": {"in_force": 40, "ended": 1},
    "cooperation_protocol": {"in_force": 20},
    "memorandum": {"in_force": 26},
    "membership": {"in_force": 14},
}
IN_1994 = {
    "sister_city": {"proposed": 1, "in_force": 10},
    "cooperation_protocol": {"in_force": 9},
    "membership": {"in_force": 2},
}
STRONG = "kestane-şekeri-17\n"


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory) -> Path:
    """The data folder of a demo that was set up and not served."""
    folder = tmp_path_factory.mktemp("demo") / "new" / "folder"
    done = elci("demo", "--no-serve", "--data-dir", folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def stats(data_dir: Path, *words: str, **environment: str) -> dict[str, dict[str, int]]:
    done = elci("stats", "--json", "--data-dir", data_dir, *words, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_help_needs_nothing_heavy():
    done = python(
        "import sys\n"
        "sys.argv = ['elci', '--help']\n"
        "from elci.cli import app\n"
        "try:\n"
        "    app()\n"
        "except SystemExit as ended:\n"
        "    assert ended.code == 0\n"
        "heavy = {'django', 'allauth', 'granian', 'psycopg', 'pydantic', 'sqlite3'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )

    assert (done.returncode, done.stderr) == (0, "[]\n")
    for command in ("demo", "serve", "prepare", "stats", "user", "django"):
        assert re.search(rf"\b{command}\b", done.stdout)


def test_demo_prints_the_sign_in_made_for_this_run(data_dir):
    done = elci("demo", "--no-serve", "--data-dir", data_dir)

    first, second, third = done.stdout.splitlines()
    assert first == "E-posta / E-mail:       desk@example.org"
    assert re.fullmatch(r"Parola / Password:      \S{16}", second)
    assert third.startswith("Örnek bakanlık / Sample ministry: ministry@example.org")


def test_demo_again_keeps_what_was_entered_and_makes_a_new_password(data_dir):
    added = elci("user", "add", "deniz@example.org", "--name", "Deniz", "--workspace", "istanbul",
                 "--data-dir", data_dir, typed=STRONG, ELCI_SECRET_KEY=SECRET)  # fmt: skip
    one, two = (elci("demo", "--no-serve", "--data-dir", data_dir) for _time in range(2))

    assert (added.returncode, one.returncode, two.returncode) == (0, 0, 0)
    assert one.stdout != two.stdout
    assert stats(data_dir) == TODAY
    found = python(
        "from elci.config import start\n"
        "start.use_reading_environment(None)\n"
        "from elci.accounts.models import User\n"
        "print(*User.objects.values_list('name', flat=True).order_by('email'), sep='|')",
        ELCI_DATA_DIR=str(data_dir),
    )
    assert set(found.stdout.strip().split("|")) >= {"Deniz", "Deneme Uzmanı"}


def test_demo_takes_a_password_that_is_given(data_dir):
    done = elci("demo", "--no-serve", "--data-dir", data_dir,
                ELCI_DEMO_PASSWORD="denemelik-parola-1")  # fmt: skip

    assert done.stdout.splitlines()[1] == "Parola / Password:      denemelik-parola-1"


def test_demo_never_touches_the_database_of_the_installation(tmp_path):
    done = elci("demo", "--no-serve", "--data-dir", tmp_path,
                DATABASE_URL="postgres://nobody@127.0.0.1:1/nothing")  # fmt: skip

    assert done.returncode == 0
    assert (tmp_path / "elci.sqlite3").is_file()
    assert (tmp_path / "elci.sqlite3").parent.stat().st_mode & 0o777 == 0o700


def test_stats_count_the_register(data_dir):
    assert stats(data_dir) == TODAY


@pytest.mark.parametrize("name", ["istanbul", "İstanbul", "ISTANBUL", "İSTANBUL",
                                  "İstanbul Büyükşehir Belediyesi"])  # fmt: skip
def test_stats_of_a_host_by_any_of_its_names(data_dir, name):
    assert stats(data_dir, "--host", name) == TODAY


def test_stats_as_of_a_day(data_dir):
    assert stats(data_dir, "--as-of", "1994-03-27") == IN_1994


@pytest.mark.parametrize("day", ["1994", "27.03.1994", "1994-02-30", "soon", ""])
def test_stats_as_of_what_is_no_day_says_how_to_write_one(data_dir, day):
    done = elci("stats", "--json", "--data-dir", data_dir, "--as-of", day)

    assert (done.returncode, done.stdout) == (2, "")
    assert "1994-03-27" in done.stderr
    assert "Traceback" not in done.stderr


def test_stats_of_an_unknown_host_names_those_that_are_known(data_dir):
    done = elci("stats", "--json", "--data-dir", data_dir, "--host", "Atlantis")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "There is no workspace 'Atlantis'; there are: istanbul, ornek-bakanlik\n"


def test_stats_without_json_are_lines(data_dir):
    done = elci("stats", "--data-dir", data_dir, "--as-of", "1994-03-27")

    assert done.stdout.splitlines() == [
        "sister_city: proposed 1, in_force 10",
        "cooperation_protocol: in_force 9",
        "membership: in_force 2",
    ]


def test_stats_of_an_installation_that_is_not_prepared_say_so(tmp_path):
    done = elci("stats", "--json", "--data-dir", tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert "Is `elci prepare` done?" in done.stderr
    assert "Traceback" not in done.stderr


def add_user(data_dir, *words: str, typed: str = STRONG, workspace: str = "istanbul"):
    return elci(
        "user", "add", "yeni@example.org", "--name", "Yeni", "--workspace", workspace,
        "--data-dir", data_dir, *words, typed=typed, ELCI_SECRET_KEY=SECRET,
    )  # fmt: skip


def test_person_is_added_with_a_password_piped_in(data_dir):
    done = add_user(data_dir, "--role", "reader")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "yeni@example.org can sign in to istanbul as reader\n"


@pytest.mark.parametrize("typed", ["short\n", "123456789012345\n", "", "password1234\n"])
def test_weak_password_is_refused_with_the_reason(data_dir, typed):
    done = add_user(data_dir, typed=typed)

    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr) > 20
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "workspace", "message"),
    [
        ((), "bursa", "There is no workspace 'bursa'; there are: istanbul, ornek-bakanlik\n"),
        (("--role", "king"), "istanbul", "'king' is not a valid Role\n"),
    ],
)
def test_person_is_not_added_to_what_is_not_there(data_dir, words, workspace, message):
    done = add_user(data_dir, *words, workspace=workspace)

    assert (done.returncode, done.stdout, done.stderr) == (1, "", message)


@pytest.mark.parametrize(
    "words", [("serve",), ("prepare",), ("user", "add", "a@b.c", "--name", "A", "--workspace", "i")]
)
def test_command_that_signs_asks_for_the_secret_in_words(tmp_path, words):
    done = elci(*words, "--data-dir", tmp_path, typed=STRONG)

    assert done.returncode == 1
    assert done.stderr.startswith("ELCI_SECRET_KEY is not set, so sessions cannot be signed.")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("ELCI_MAX_UPLOAD_MB", "many", "ELCI_MAX_UPLOAD_MB: Input should be a valid integer"),
        ("ELCI_MAX_UPLOAD_MB", "0", "ELCI_MAX_UPLOAD_MB: Input should be greater than or equal"),
        ("ELCI_TLS", "perhaps", "ELCI_TLS: Input should be a valid boolean"),
        ("DATABASE_URL", "paper://archive", "Scheme 'paper://' is unknown"),
    ],
)
def test_setting_that_makes_no_sense_is_told_without_a_trace(tmp_path, name, value, told):
    done = elci("stats", "--data-dir", tmp_path, **{name: value})

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(told)
    assert "Traceback" not in done.stderr


def test_database_that_does_not_answer_is_told_without_a_trace(tmp_path):
    done = elci("prepare", "--data-dir", tmp_path, ELCI_SECRET_KEY=SECRET,
                DATABASE_URL="postgres://nobody@127.0.0.1:1/nothing")  # fmt: skip

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("The database did not answer as it should:")
    assert "Traceback" not in done.stderr


def test_prepare_counts_the_relations_that_the_lists_hold(data_dir):
    done = elci("prepare", "--data-dir", data_dir, ELCI_SECRET_KEY=SECRET)

    assert (done.returncode, done.stdout) == (0, "101 relations in the register\n")


def test_commands_of_django_are_at_hand(data_dir):
    done = elci("django", "--data-dir", data_dir, "check")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "System check identified no issues (0 silenced).\n"


def test_office_is_opened_listed_and_gets_its_people(tmp_path):
    name = "İçişleri Bakanlığı"
    settings = {"ELCI_SECRET_KEY": SECRET}
    elci("prepare", "--data-dir", tmp_path, **settings)

    opened = elci("office", "open", "icisleri", "--name", name, "--data-dir", tmp_path, **settings)
    listed = elci("office", "list", "--data-dir", tmp_path)
    refused = elci("office", "open", "x", "--name", "Atlantis", "--data-dir", tmp_path, **settings)

    assert f"It decides for: {name}\n" in opened.stdout
    assert opened.stdout.endswith("elci user add EMAIL --workspace icisleri\n")
    assert listed.stdout == f"icisleri\t{name}\t{name}\t0\n"
    assert (refused.returncode, "No law pack" in refused.stderr) == (1, True)
    assert add_user(tmp_path, workspace="icisleri").returncode == 0
