"""The command that suggests partners, run as its own process."""

import json

import pytest

from tests.command_line import elci

KEYS = [
    "id", "name", "country", "population", "score", "rank", "reasons", "against", "law",
    "mutual_rank", "data_quality",
]  # fmt: skip


def test_suggestions_are_one_object_with_reasons_law_and_the_other_side():
    done = elci("partners", "suggest", "--city", "745044", "-n", "5", "--json", "--lang", "en")

    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert found["city"] == {"id": 745044, "name": "Istanbul", "country": "TR"}
    assert found["ranking"] == "criteria"
    assert [each["rank"] for each in found["suggestions"]] == [1, 2, 3, 4, 5]
    for each in found["suggestions"]:
        assert list(each) == KEYS
        assert [law["country"] for law in each["law"]] == ["TR", each["country"]]
        assert {"criterion", "text", "value", "source", "year"} <= set(each["reasons"][0])


def test_one_country_can_be_asked_for_whatever_its_relations():
    done = elci("partners", "suggest", "--city", "745044", "-n", "3", "--country", "am", "--json")

    found = json.loads(done.stdout)["suggestions"]
    assert {each["country"] for each in found} == {"AM"}
    assert {each["against"][0]["kind"] for each in found} == {"no_relations"}


def test_suggestions_are_lines_for_a_person():
    done = elci("partners", "suggest", "--city", "738329", "-n", "2", "--lang", "en")

    assert done.returncode == 0
    assert done.stdout.startswith("1. ")
    assert "   + " in done.stdout


def test_place_that_geonames_has_no_number_for_keeps_its_own_id():
    done = elci("partners", "suggest", "--city", "2950159", "-n", "3", "--country", "TR", "--json")

    assert len(json.loads(done.stdout)["suggestions"]) == 3


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--city", "1"], "is no city or district of the gazetteer"),
        (["--city", "TR"], "is no city or district of the gazetteer"),
        (["--city", "745044", "--country", "QQ"], "is no country code"),
        (["--city", "745044", "--lang", "de"], "neither tr nor en"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_printed(words, says):
    done = elci("partners", "suggest", *words, "--json")

    assert done.returncode != 0
    assert says in done.stderr
    assert done.stdout == ""
