"""The command that holds a draft of law against the one in force, run as its own process."""

import json

import pytest

from elci.domain.law.library import SHIPPED, pack
from tests.command_line import elci

TURKISH = (SHIPPED / "tr.toml").read_text(encoding="utf-8")
BAR = f"""
[[rule]]
id = "bar"
name = {{tr = "Yasaktır.", en = "It is prohibited."}}
slot = "approval"
verdict = "prohibited"
act = ["sister_city"]
counterpart = ["foreign_local_authority"]
dipl_relations = ["no"]
from = 2027-01-01
overrides = {list(pack("tr").rules)!r}
basis = ["{next(iter(pack("tr").rules.values())).basis[0]}"]
"""


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    """The data folder of a demo that was set up and not served."""
    folder = tmp_path_factory.mktemp("impact")
    done = elci("demo", "--no-serve", "--data-dir", folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def run(data_dir, draft, *words):
    return elci("law", "impact", "tr", draft, "--host", "istanbul", "--data-dir", data_dir, *words)


def test_every_relation_is_told_with_what_changes_or_why_not(data_dir, tmp_path):
    draft = tmp_path / "taslak.toml"
    draft.write_text(TURKISH + BAR, encoding="utf-8")

    done = run(data_dir, draft, "--lang", "en", "--as-of", "2026-11-25")

    assert (done.returncode, done.stderr) == (0, "")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    touched = [each for each in found if each["result"] == "touched"]
    untouched = [each for each in found if each["result"] == "not_touched"]
    assert touched
    assert {each["instrument"] for each in touched if each["subject"] == "relation"} == {
        "sister_city"
    }
    assert touched[0]["since"] == "2027-01-01"
    assert touched[0]["changes"][0]["only_if"] == [{"context": "dipl_relations", "value": "no"}]
    assert "if the answer to" in touched[0]["notice"]
    assert {"over", "other_cases"} <= {each["why"] for each in untouched}
    assert {"rule": "bar", "facet": "act"} in [one for each in untouched for one in each["because"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[pack]\nid = 4", "taslak.toml:2: K1:"),
        ((SHIPPED / "fr.toml").read_text(encoding="utf-8"), "Aynı ülkenin paketini seçiniz"),
    ],
)
def test_faulty_draft_is_told_with_its_line(data_dir, tmp_path, text, told):
    draft = tmp_path / "taslak.toml"
    draft.write_text(text, encoding="utf-8")

    done = run(data_dir, draft)

    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr


def test_law_that_is_not_there_is_told(data_dir, tmp_path):
    done = elci(
        "law", "impact", "xx", tmp_path / "a.toml", "--host", "istanbul", "--data-dir", data_dir
    )

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Bulunanlar" in done.stderr
