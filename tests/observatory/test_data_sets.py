import json
from datetime import date

import pytest

from elci.domain.geography.exports import ExportRefusedError
from elci.domain.geography.world import shipped_world
from elci.observatory.actions import keep_result, make_current, propose
from elci.observatory.actions.data_sets import counts_of
from elci.observatory.choices import ResultKind
from elci.observatory.models import DataSet
from elci.observatory.queries.data_sets import current_world, data_sets

pytestmark = pytest.mark.django_db
ISTANBUL, COLOGNE = "745044", "2886242"
DAY = date(2026, 1, 15)


def export(**more) -> bytes:
    row = {
        "city": "http://www.wikidata.org/entity/Q406",
        "cityGeonames": ISTANBUL,
        "partner": "http://www.wikidata.org/entity/Q365",
        "partnerGeonames": COLOGNE,
    }
    return json.dumps([row | more]).encode()


def test_package_brings_the_first_data_set():
    found = current_world()

    assert found.world is shipped_world()
    assert (found.stated_on, found.is_shipped) == (date(2017, 5, 31), True)


def test_proposal_says_what_would_change_and_changes_nothing():
    found = propose(export(start="1997-03-15"), file_name="answer.json", stated_on=DAY)

    counts = counts_of(found)
    assert (counts["new"], counts["changed"]) == (0, 1)
    assert counts["gone"] == len(shipped_world().pairs) - 1
    assert current_world().is_shipped


def test_newer_data_set_becomes_current_and_the_old_ones_stay():
    make_current(propose(export(), file_name="one.json", stated_on=DAY))
    later = propose(export(start="1997"), file_name="two.json", stated_on=date(2026, 6, 1))
    made = make_current(later)

    current = current_world()
    assert (current.stated_on, current.is_shipped) == (date(2026, 6, 1), False)
    assert current.world.since.tolist() == [1997]
    assert [each.file_name for each in data_sets()] == ["two.json", "one.json"]
    assert made.rows_digest == current.world.digest
    assert (made.cities, made.links) == (2, 1)


def test_same_rows_again_are_no_second_data_set():
    first = make_current(propose(export(), file_name="one.json", stated_on=DAY))
    again = make_current(propose(export(), file_name="two.json", stated_on=DAY))

    assert again == first
    assert DataSet.objects.count() == 1


def test_file_that_is_no_text_is_refused():
    with pytest.raises(ExportRefusedError, match="no text in UTF-8"):
        propose(b"\xff\xfe\x00", file_name="answer.json", stated_on=DAY)


def test_result_is_kept_once():
    first = keep_result(ResultKind.SUMMARY, "a" * 64, {"n": 1}, version=1)
    again = keep_result(ResultKind.SUMMARY, "a" * 64, {"n": 2}, version=1)

    assert (again, again.content) == (first, {"n": 1})
