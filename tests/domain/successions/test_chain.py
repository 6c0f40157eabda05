"""Who took whose place: what is refused, and who a body is on a day."""

from datetime import date

import pytest

from elci.domain.dates import PartialDate
from elci.domain.successions import (
    Link,
    SuccessionKind,
    SuccessionRefusal,
    bodies_on,
    forebears,
    heirs,
    refusal_of,
)

TODAY = date(2026, 3, 1)


def link(text: str) -> Link:
    body, successor, since, *kind = text.split()
    return Link(
        body=int(body),
        successor=int(successor),
        since=PartialDate.parse(since),
        kind=SuccessionKind(kind[0] if kind else "renamed"),
    )


def links(text: str) -> list[Link]:
    return [link(each) for each in text.split("; ")] if text else []


def refused(new: str, on_record: str = "", **founded: str) -> str | None:
    known = {int(name[1:]): PartialDate.parse(text) for name, text in founded.items()}
    refusal = refusal_of(link(new), links(on_record), founded=known, today=TODAY)
    return None if refusal is None else refusal.value


@pytest.mark.parametrize(
    ("new", "on_record", "expected"),
    [
        ("1 2 2009", "", None),
        ("1 1 2009", "", "to_itself"),
        ("1 2 2026-03-01", "", None),
        ("1 2 2026-03-02", "", "not_yet_happened"),
        ("1 2 2026", "", None),
        ("1 2 2010", "1 2 2009", "same_again"),
        ("1 3 2009 renamed", "1 2 2009 split", "already_succeeded"),
        ("1 3 2009 split", "1 2 2009 renamed", "already_succeeded"),
        ("1 3 2009 split", "1 2 2009 split", None),
        ("1 3 2014 abolished_with_transfer", "1 2 2014 abolished_with_transfer", None),
        ("3 2 2009 merged", "1 2 2009 merged", None),
        ("2 1 2010", "1 2 2009", "circle"),
        ("3 1 2010", "1 2 2009; 2 3 2009", "circle"),
        ("1 2 2012 merged", "2 3 2011", "successor_gone"),
        ("1 2 2011 merged", "2 3 2011", None),
        ("2 3 2008", "1 2 2009 renamed", "before_it_succeeded"),
        ("2 3 2008", "1 2 2009 merged", None),
        ("2 3 2009", "1 2 2009 renamed", None),
    ],
)
def test_succession_is_refused_only_where_it_cannot_be(new, on_record, expected):
    assert refused(new, on_record) == expected


@pytest.mark.parametrize(
    ("new", "founded", "expected"),
    [
        ("1 2 1999", {"_1": "2000"}, "before_founded"),
        ("1 2 2000", {"_1": "2000"}, None),
        ("1 2 2009 renamed", {"_1": "1950", "_2": "1940"}, "successor_older"),
        ("1 2 2009 status_changed", {"_1": "1950", "_2": "1940"}, "successor_older"),
        ("1 2 2009 split", {"_1": "1950", "_2": "1940"}, "successor_older"),
        ("1 2 2009 merged", {"_1": "1950", "_2": "1940"}, None),
        ("1 2 2009 renamed", {"_1": "1950", "_2": "1950"}, None),
        ("1 2 2009 renamed", {"_2": "1940"}, None),
    ],
)
def test_succession_is_refused_where_the_founding_days_forbid_it(new, founded, expected):
    assert refused(new, **founded) == expected


def test_every_refusal_is_given_by_some_case():
    given = {
        refused("1 1 2009"),
        refused("1 2 2027"),
        refused("1 2 2010", "1 2 2009"),
        refused("1 3 2009", "1 2 2009"),
        refused("2 1 2010", "1 2 2009"),
        refused("1 2 1999", _1="2000"),
        refused("1 2 2009", _1="1950", _2="1940"),
        refused("1 2 2012 merged", "2 3 2011"),
        refused("2 3 2008", "1 2 2009"),
    }

    assert given == {each.value for each in SuccessionRefusal}


@pytest.mark.parametrize(
    ("body", "day", "expected"),
    [
        # 1 was renamed 2, which was merged into 3; 4 was merged into 3 too.
        (1, "2000-01-01", [1]),
        (1, "2004-12-31", [1]),
        (1, "2005-01-01", [2]),
        (1, "2009-03-28", [2]),
        (1, "2009-03-29", [3]),
        (2, "2004-12-31", [1]),
        (2, "2005-01-01", [2]),
        (2, "2020-01-01", [3]),
        (3, "2000-01-01", [3]),
        (3, "2020-01-01", [3]),
        (4, "2009-03-29", [3]),
        (9, "2009-03-29", [9]),
    ],
)
def test_body_is_followed_as_of_a_day(body, day, expected):
    chain = links("1 2 2005-01-01; 2 3 2009-03-29 merged; 4 3 2009-03-29 merged")

    assert bodies_on(body, chain, date.fromisoformat(day)) == expected


def test_body_that_was_divided_is_all_of_its_successors():
    chain = links("1 2 2005 split; 1 3 2005 split; 2 4 2009; 3 4 2009 merged")

    assert bodies_on(1, chain, date(2006, 1, 1)) == [2, 3]
    assert bodies_on(1, chain, date(2010, 1, 1)) == [4]
    assert bodies_on(2, chain, date(2000, 1, 1)) == [2]


def test_body_that_came_out_of_two_is_itself_before_them():
    chain = links("1 3 2005; 2 3 2005")

    assert bodies_on(3, chain, date(2000, 1, 1)) == [3]


@pytest.mark.parametrize(("day", "expected"), [("2017-06-01", [1]), ("2017-12-31", [2])])
def test_succession_of_a_year_counts_once_it_is_certain(day, expected):
    for body in (1, 2):
        assert bodies_on(body, links("1 2 2017"), date.fromisoformat(day)) == expected


def test_forebears_and_heirs_are_all_before_and_after_nearest_first():
    chain = links("1 2 2005; 2 3 2009 merged; 4 3 2009 merged")

    assert (heirs(1, chain), heirs(3, chain)) == ([2, 3], [])
    assert (forebears(3, chain), forebears(1, chain)) == ([2, 4, 1], [])
    assert heirs(1, links("1 2 2005 split; 1 3 2005 split; 2 4 2009; 3 4 2009")) == [2, 3, 4]
