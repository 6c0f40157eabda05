import json

import pytest

from elci.domain.geography.changes import changes_between, tables_of
from elci.domain.geography.exports import ExportedTie, ExportRefusedError, read_export
from elci.domain.geography.world import read_world

ISTANBUL, COLOGNE, TBILISI = 745044, 2886242, 611717
ENTITY = "http://www.wikidata.org/entity/"
CITIES = "id,name,country,lat,lon,population,qid\n"
LINKS = "a_id,b_id,year,until,source,multilateral\n"


def row(one, other, **more):
    items = {ISTANBUL: "Q406", COLOGNE: "Q365", TBILISI: "Q994"}
    return {
        "city": ENTITY + items[one],
        "cityGeonames": str(one),
        "partner": ENTITY + items[other],
        "partnerGeonames": str(other),
        **more,
    }


def before(*links):
    ids = sorted({end for link in links for end in link[:2]})
    cities = "".join(f"{number},x,TR,1,2,,\n" for number in ids)
    rows = "".join(",".join(map(str, link)) + "\n" for link in links)
    return read_world(CITIES + cities, LINKS + rows)


def as_json(rows):
    return json.dumps(rows)


def as_typed_json(rows):
    bindings = [
        {name: {"type": "x", "value": value} for name, value in each.items()} for each in rows
    ]
    return json.dumps({"head": {}, "results": {"bindings": bindings}})


def as_csv(rows):
    names = list(rows[0])
    lines = [",".join(names), *(",".join(each.get(name, "") for name in names) for each in rows)]
    return "\ufeff" + "\r\n".join(lines)


def as_tsv(rows):
    names = list(rows[0])
    lines = ["\t".join(f"?{name}" for name in names)]
    lines += ["\t".join(each.get(name, "") for name in names) for each in rows]
    return "\n".join(lines)


@pytest.mark.parametrize("written", [as_json, as_typed_json, as_csv, as_tsv])
def test_export_is_read_in_each_form(gazetteer, written):
    text = written([row(ISTANBUL, COLOGNE, start="1997-03-15T00:00:00Z", end="")])

    found = read_export(text, gazetteer)

    assert found.ties == {(ISTANBUL, COLOGNE): ExportedTie(ISTANBUL, COLOGNE, 1997, None)}
    assert found.qids == {ISTANBUL: "Q406", COLOGNE: "Q365"}
    assert found.places[COLOGNE].country == "DE"


def test_tie_that_is_stated_from_both_ends_is_one(gazetteer):
    rows = [
        row(ISTANBUL, COLOGNE, start="1997-01-01", end="2020"),
        row(COLOGNE, ISTANBUL, start="1996", end=""),
    ]

    found = read_export(as_json(rows), gazetteer)

    assert found.ties == {(ISTANBUL, COLOGNE): ExportedTie(ISTANBUL, COLOGNE, 1996, 2020)}
    assert (found.rows, found.repeated) == (2, 1)


def test_rows_that_state_no_tie_are_counted(gazetteer):
    rows = [
        row(ISTANBUL, COLOGNE, start="0002-01-01"),
        row(ISTANBUL, ISTANBUL),
        row(ISTANBUL, COLOGNE) | {"partnerGeonames": "999999999999"},
        row(ISTANBUL, COLOGNE) | {"cityGeonames": "NaN"},
        row(ISTANBUL, COLOGNE) | {"city": "http://www.wikidata.org/.well-known/genid/1"},
        {"city": ENTITY + "Q1"},
    ]

    found = read_export(as_json(rows), gazetteer)

    assert found.ties[ISTANBUL, COLOGNE].since is None
    assert (found.rows, found.loops, found.without_place, found.unreadable) == (6, 1, 2, 2)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "lacks the columns city, cityGeonames"),
        ("[]", "lacks the columns"),
        ("city,partner\n", "lacks the columns cityGeonames, partnerGeonames"),
        ("city,cityGeonames,partner,partnerGeonames\n", "None of the 0 rows"),
        ('{"results": ', "cannot be read as JSON"),
        ('{"results": {}}', "cannot be read as JSON"),
        ("[1]", "cannot be read as JSON"),
    ],
)
def test_file_that_is_no_export_is_refused(gazetteer, text, says):
    with pytest.raises(ExportRefusedError, match=says) as refused:
        read_export(text, gazetteer)

    assert refused.value.told.in_language("tr") != str(refused.value)


def test_changes_are_told_tie_by_tie(gazetteer):
    known = before(
        (TBILISI, ISTANBUL, 2016, "", "a", 0),
        (ISTANBUL, COLOGNE, 1997, "", "a", 0),
        (TBILISI, 9999999, "", "", "a", 0),
    )
    rows = [
        row(ISTANBUL, COLOGNE, start="1996"),
        row(ISTANBUL, TBILISI),
        row(COLOGNE, TBILISI),
    ]

    found = changes_between(known, read_export(as_json(rows), gazetteer))

    assert found.new == ((TBILISI, COLOGNE),)
    assert found.gone == ((TBILISI, 9999999),)
    assert found.changed == ((ISTANBUL, COLOGNE),)


def test_export_becomes_a_data_set(gazetteer):
    known = before((ISTANBUL, COLOGNE, "", "", "a", 1), (TBILISI, ISTANBUL, "", "", "a", 0))
    rows = [row(ISTANBUL, COLOGNE, start="1997"), row(ISTANBUL, TBILISI, end="2020")]

    world = tables_of(read_export(as_json(rows), gazetteer), known, source="wd20260101").world()

    assert world.ids.tolist() == [TBILISI, ISTANBUL, COLOGNE]
    assert world.countries == ("GE", "TR", "DE")
    assert world.qids == ("Q994", "Q406", "Q365")
    assert world.ids[world.pairs].tolist() == [[TBILISI, ISTANBUL], [ISTANBUL, COLOGNE]]
    assert world.since.tolist() == [-1, 1997]
    assert world.until.tolist() == [2020, -1]
    assert world.multilateral.tolist() == [0, 1]
    assert set(world.sources) == {"wd20260101"}
    assert world.digest != known.digest
