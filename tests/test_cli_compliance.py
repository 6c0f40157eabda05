"""The command that prints the finder's rows, run as its own process."""

import csv
import io
import json

import pytest

from tests.command_line import elci


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    """The data folder of a demo that was set up and not served."""
    folder = tmp_path_factory.mktemp("gaps")
    done = elci("demo", "--no-serve", "--data-dir", folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def printed(data_dir, *words):
    done = elci("compliance", "--host", "istanbul", "--data-dir", data_dir, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_rows_are_the_same_as_text_as_json_and_as_a_table(data_dir):
    text = printed(data_dir, "--lang", "en").splitlines()
    found = [json.loads(line) for line in printed(data_dir, "--json").splitlines()]
    table = list(csv.DictReader(io.StringIO(printed(data_dir, "--csv", "--lang", "en")[1:])))

    assert len(text) - 1 == len(found) == len(table)
    assert "not legal advice" in text[-1]
    assert {row["Permanent number"] for row in table} == {each["uuid"] for each in found}
    assert {each["kind"] for each in found} == {"not_modelled", "not_on_record"}


def test_host_that_is_not_there_is_told(data_dir):
    done = elci("compliance", "--host", "atlantis", "--data-dir", data_dir)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
