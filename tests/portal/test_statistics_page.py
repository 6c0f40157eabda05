"""Statistics: every number leads to its rows, and no total stands that does not add up."""

import re
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.utils import timezone, translation

from elci.agreements.queries.counts import Cell, Counts
from elci.agreements.queries.register import count_register
from elci.agreements.queries.statistics import Statistics
from elci.domain.acts.kinds import Standing
from elci.domain.register import RegisterFilter, read_filter
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import PUBLIC
from elci.portal.tables import statistics_tables
from tests.portal.pages import Page, get

FOUND = Statistics(
    counts=Counts(
        (
            Cell(Instrument.SISTER_CITY, Standing.IN_FORCE, "DE", 2),
            Cell(Instrument.SISTER_CITY, Standing.ENDED, "ZZ", 1),
            Cell(Instrument.MEMORANDUM, Standing.IN_FORCE, "XX", 3),
        )
    ),
    by_decade={
        (Instrument.SISTER_CITY, 1990): 2,
        (Instrument.SISTER_CITY, None): 1,
        (Instrument.MEMORANDUM, 2000): 3,
    },
    total=6,
)


def tables_of(found: Statistics):
    with translation.override("en"):
        return {table.key: table for table in statistics_tables(RegisterFilter(), found)}


def number_of_rows(page: Page) -> int:
    found = re.search(r"\d+", "".join(page.texts("caption")[:1]))
    return 0 if found is None else int(found.group())


def relations_at(address: str) -> int:
    """How many relations the list at an address holds, asked without drawing its page."""
    wanted = read_filter(dict(parse_qsl(urlsplit(address).query)))
    assert wanted.not_understood == {}
    return count_register(wanted.filter, PUBLIC, today=timezone.localdate()).total


def numbers(page: Page) -> list[tuple[int, str]]:
    """Every number of a table that is a link, with where it leads."""
    return [
        (int(link.text), link.attributes["href"])
        for link in page.all("a")
        if link.text.strip().isdigit()
    ]


@pytest.mark.parametrize("query", ["", "?as_of=1994-03-27&instrument=sister_city"])
def test_every_number_leads_to_that_many_relations(istanbul, client, query):
    page = get(client, f"/en/statistics/{query}")
    links = dict.fromkeys(numbers(page))

    assert len(links) > 20
    for number, address in links:
        assert relations_at(address) == number, address
    for number, address in list(links)[::10]:
        assert number_of_rows(get(client, address)) == number, address


def test_tables_add_up_to_the_register(istanbul, client):
    page = get(client, "/en/statistics/")

    assert "101 relations as they stood on" in page.text
    assert page.texts("p", role="alert") == []
    totals = [number for number, address in numbers(page) if address == "/en/?"]
    assert totals == [101] * 4


def test_page_shows_the_published_figure_the_count_and_the_difference(istanbul, client):
    page = get(client, "/en/statistics/")

    cells = {
        label: page.texts("td", **{"data-label": label})
        for label in ("Published", "Counted", "Difference")
    }
    assert cells == {"Published": ["12"], "Counted": ["11"], "Difference": ["-1"]}


def test_page_shows_the_findings_in_words(istanbul, client):
    text = get(client, "/tr/statistics/").text

    assert "11 Eylül 1987" in text
    assert "2004" in text
    assert "2 Nisan 1998; 15 Ekim 2002" in text


def test_page_prints_the_definition_of_all_that_is_counted(istanbul, client):
    page = get(client, "/en/statistics/")

    assert {each.attributes.get("id") for each in page.all("dt")} >= set(Instrument)


def test_part_of_the_register_leads_back_to_the_whole(istanbul, client):
    page = get(client, "/en/statistics/?country=DE")

    assert page.links()["Count the whole register"] == "/en/statistics/"


def test_rows_and_columns_of_each_table():
    tables = tables_of(FOUND)

    assert {key: [row.label for row in table.rows] for key, table in tables.items()} == {
        "standing": ["in force", "ended"],
        "continent": ["Europe", "several countries", "not of one country"],
        "period": ["1990–1999", "2000–2009", "not known"],
        "country": ["Germany", "not of one country", "several countries"],
    }
    for table in tables.values():
        assert table.columns == ("sister city agreement", "memorandum of understanding")
        assert [number.text for number in table.sums] == ["3", "3"]
        assert table.total is not None
        assert table.total.text == "6"


def test_every_number_but_nothing_leads_to_its_relations():
    rows = {row.label: row for row in tables_of(FOUND)["country"].rows}

    assert rows["not of one country"].total.url == "/en/?country=XX"
    assert rows["Germany"].cells[1] == replace(rows["Germany"].cells[1], text="0", url=None)
    assert rows["several countries"].total.url == "/en/?country=ZZ"
    period = {row.label: row for row in tables_of(FOUND)["period"].rows}
    assert period["not known"].total.url == "/en/?decade=0"
    continent = {row.label: row for row in tables_of(FOUND)["continent"].rows}
    assert continent["not of one country"].total.url == "/en/?country=XX"
    assert continent["Europe"].total.url == "/en/?continent=europe"


@pytest.mark.parametrize(
    ("change", "hidden"),
    [
        ({"total": 5}, {"standing", "continent", "period", "country"}),
        ({"total": 7}, {"standing", "continent", "period", "country"}),
        ({"by_decade": {(Instrument.SISTER_CITY, 1990): 5}}, {"period"}),
        ({"by_decade": {(Instrument.SISTER_CITY, 1990): 7, (Instrument.MEMORANDUM, 1990): -1}},
         {"period"}),
        ({}, set()),
    ],
)  # fmt: skip
def test_total_that_its_parts_do_not_add_up_to_is_hidden(change, hidden):
    tables = tables_of(replace(FOUND, **change))

    assert {key for key, table in tables.items() if table.total is None} == hidden


def test_page_says_that_a_total_is_hidden(istanbul, client, monkeypatch):
    from elci.portal import views  # noqa: PLC0415 -- only here

    count = views.count_statistics
    monkeypatch.setattr(
        views, "count_statistics", lambda *asked, **said: replace(count(*asked, **said), total=281)
    )

    page = get(client, "/en/statistics/")

    said = "The parts of this table do not add up to the number of relations"
    told = page.texts("p", role="alert")
    assert [each.startswith(said) for each in told] == [True] * 4
    assert [number for number, address in numbers(page) if address == "/en/?"] == []
