"""The commands that ask the law packs and look after them, each run as its own process."""

import json
import shutil
from pathlib import Path

import pytest

from tests.command_line import elci, python

LAW = Path(__file__).parent / "fixtures" / "law"
SOUND = LAW / "sound.toml"
ASKED = ["--act", "sister_city", "--body", "municipality"]
WITH_TOWN = [*ASKED, "--counterpart", "foreign_local_authority"]


def consent(*words: str | Path) -> dict[str, object]:
    done = elci("consent", "--pack", SOUND, *words, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_consent_answers_as_json():
    found = consent(*WITH_TOWN, "--date", "2018-12-09")

    wanted = {"verdict", "contested", "steps", "flags", "defeated", "next_change", "confidence"}
    assert {*wanted, "knowledge_date"} <= set(found)
    assert (found["verdict"], found["contested"]) == ("permit", True)
    assert found["next_change"] == "2018-12-10"
    assert {"key", "kind", "authority", "deadline", "basis"} <= set(found["steps"][0])


def test_consent_takes_circumstances():
    words = [*WITH_TOWN, "--date", "2020-01-01"]

    assert consent(*words, "--context", "partner=A")["verdict"] == "prohibited"
    assert (
        consent(*words, "--context", "partner=B", "--context", "dipl_relations=no")["flags"][1][
            "key"
        ]
        == "care"
    )


def test_consent_answers_in_lines_to_read():
    done = elci("consent", "--pack", SOUND, *WITH_TOWN, "--date", "2018-12-09", "--lang", "en")

    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("permit needed: A permit is needed before this may be done.")
    assert "1. Council decision" in lines
    assert "   Time: within 7 days after the decision is final." in lines
    assert "From practice: It took about three months." in lines
    assert "The answer changes on 2018-12-10." in lines
    assert lines[-1] == "This is an interpretation of the law with its sources, not legal advice."


def test_consent_tells_the_note_of_a_step():
    words = ["--act", "sister_city", "--body", "metropolitan", "--lang", "en"]
    done = elci("consent", "--pack", "tr", *words, "--counterpart", "foreign_local_authority")

    assert "   This is no permit: no approval of the civil administrator is awaited." in (
        done.stdout.splitlines()
    )


def test_consent_tells_beaten_rules_and_notes():
    words = ["--act", "send_delegation", "--counterpart", "none", "--date", "2010-01-01"]
    village = elci("consent", "--pack", SOUND, *words, "--body", "village", "--lang", "en")
    town = elci("consent", "--pack", SOUND, *words, "--body", "municipality", "--lang", "en")

    assert "Instead of “A journey is told”, “A village has no power” applies." in village.stdout
    assert "   Circular\n" in town.stdout
    assert "To be verified: Look at the text of the circular." in town.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([*WITH_TOWN, "--pack", "atlantis"], "'atlantis' adında bir hukuk paketi yok."),
        ([*WITH_TOWN, "--pack", "atlantis", "--lang", "en"], "There is no law pack 'atlantis'."),
        ([*ASKED, "--counterpart", "moon"], "counterpart için 'moon' bilinmiyor."),
        ([*WITH_TOWN, "--context", "dipl_relations"], "“ad=değer” olarak yazılır"),
        ([*WITH_TOWN, "--context", "partner_x=1"], "'partner' mi demek istediniz?"),
        ([*WITH_TOWN, "--lang", "de"], "'de' is neither tr nor en"),
    ],
)
def test_consent_refuses_what_it_does_not_know(words, says):
    done = elci("consent", "--pack", SOUND, "--date", "2018-12-09", *words)

    assert (done.returncode, done.stdout) == (1, "")
    assert says in done.stderr


def test_consent_refuses_a_day_that_is_none():
    done = elci("consent", *WITH_TOWN, "--date", "2018-02-30")

    assert done.returncode == 2
    assert "is no day" in done.stderr


def test_consent_needs_nothing_heavy():
    done = python(
        "import sys\n"
        f"sys.argv = ['elci', 'consent', '--pack', {str(SOUND)!r}, '--act', 'mou', '--body', "
        "'village', '--counterpart', 'none', '--json']\n"
        "from elci.cli import app\n"
        "try:\n"
        "    app()\n"
        "except SystemExit as ended:\n"
        "    assert ended.code == 0\n"
        "heavy = {'django', 'allauth', 'granian', 'psycopg', 'sqlite3'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )

    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_law_check_passes_a_sound_pack():
    done = elci("law", "check", SOUND, "--lang", "en")

    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["✓"] * 22


def test_law_check_says_file_line_and_mend(tmp_path):
    text = SOUND.read_text(encoding="utf-8")
    (tmp_path / "mine.toml").write_text(text.replace('class = "unlawful"', 'class = "unlawfull"'))

    done = elci("law", "check", tmp_path / "mine.toml", "--lang", "en")

    assert done.returncode == 1
    assert done.stdout.startswith("mine.toml:")
    assert "Did you mean 'unlawful'?" in done.stdout


def test_law_check_compares_with_what_stands_beside_the_pack(tmp_path):
    for name in ("sound.toml", "sound.cases.toml"):
        shutil.copy(LAW / name, tmp_path / name)
    (tmp_path / "sound.matrix.tsv").write_text("# another\n")

    done = elci("law", "check", tmp_path / "sound.toml", "--lang", "en")

    assert done.returncode == 1
    assert "K16: the pack departs from the agreed matrix in 1 lines" in done.stdout


def test_law_check_refuses_broken_scenarios(tmp_path):
    shutil.copy(SOUND, tmp_path / "sound.toml")
    (tmp_path / "sound.cases.toml").write_text("[[case]]\nid = 1\n")

    done = elci("law", "check", tmp_path / "sound.toml", "--lang", "en")

    assert (done.returncode, "sound.cases.toml:2: K1: id takes a text" in done.stdout) == (1, True)


def test_law_matrix_is_the_golden_one():
    done = elci("law", "matrix", SOUND)

    assert done.stdout == (LAW / "sound.matrix.tsv").read_text(encoding="utf-8")


def test_law_diff_names_cases_and_days(tmp_path):
    text = SOUND.read_text(encoding="utf-8")
    later = text.replace("from = 2018-12-10, value", "from = 2018-12-31, value")
    (tmp_path / "later.toml").write_text(later, encoding="utf-8")

    done = elci("law", "diff", SOUND, tmp_path / "later.toml")

    heading, first, *_rest = done.stdout.splitlines()
    assert heading.split("\t")[4:6] == ["from", "until"]
    assert first.split("\t")[4:6] == ["2018-12-10", "2018-12-31"]


@pytest.mark.parametrize("command", ["check", "matrix"])
def test_law_commands_refuse_a_pack_that_is_not_there(command):
    done = elci("law", command, "atlantis", "--lang", "en")

    assert (done.returncode, done.stdout) == (1, "")
    assert "There is no law pack 'atlantis'" in done.stderr


def test_law_matrix_refuses_a_pack_with_faults(tmp_path):
    (tmp_path / "bad.toml").write_text("[pack]\n")

    done = elci("law", "matrix", tmp_path / "bad.toml")

    assert (done.returncode, "bad.toml:1: K1: 'id' eksik" in done.stderr) == (1, True)
