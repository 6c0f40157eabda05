import pytest

from elci.domain.networks import links
from elci.domain.networks.links import read_links
from elci.domain.networks.refusals import LinksRefusedError


def named(found) -> set[tuple[str, str]]:
    return {tuple(sorted((found.names[one], found.names[other]))) for one, other in found.pairs}


@pytest.mark.parametrize(
    ("lines", "form", "pairs"),
    [
        (["a\tb\n", "b\tc\n"], None, {("a", "b"), ("b", "c")}),
        (
            ["% sym unweighted\n", "% 2 3 3\n", "1 2\n", "2 3 1 1500000000\n"],
            None,
            {("1", "2"), ("2", "3")},
        ),
        (["source,target,year\n", "a,b,1990\n"], None, {("a", "b")}),
        (["year;From;To\n", "1990;a;b\n"], "csv", {("a", "b")}),
        (["\ufeffa_name,a_geonameid,b_geonameid\n", "x,1,2\n"], None, {("1", "2")}),
        (["u,v\n", "1,2\n"], None, {("1", "2")}),
        (["1,2\n"], None, {("1", "2")}),
        (['"New York, NY","Köln"\n'], "csv", {("Köln", "New York, NY")}),
        (["a b\n"], "tsv", {("a", "b")}),
        (["# note\n", "\n", "a , b\n"], None, {("a", "b")}),
        (["São Paulo\tİstanbul\r\n"], "tsv", {("São Paulo", "İstanbul")}),
    ],
)
def test_links_are_read_in_any_form(lines, form, pairs):
    assert named(read_links(lines, form=form)) == pairs


def test_what_is_no_link_is_counted_and_left_out():
    found = read_links(["a\tb", "b\ta", "a\tb", "c\tc", "d", "nan\ta", "\ta"])

    assert named(found) == {("a", "b")}
    assert (found.lines, found.loops, found.repeated, found.unreadable) == (7, 1, 2, 3)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([], "has no line"),
        (["% only\n"], "has no line"),
        (["a\n", "b\n"], "None of 2 lines has two different ends"),
        (["a\ta\n"], "None of 1 lines"),
        (["source,target\n"], "None of 0 lines"),
    ],
)
def test_list_without_a_link_is_refused(lines, says):
    with pytest.raises(LinksRefusedError, match=says) as refused:
        read_links(lines)
    assert refused.value.told.in_language("en") == str(refused.value)
    assert refused.value.told.in_language("tr") != str(refused.value)


def test_list_that_is_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(links, "MOST_LINKS", 3)

    with pytest.raises(LinksRefusedError, match="more than 3 lines"):
        read_links(f"a{number}\tb" for number in range(4))
    assert len(read_links(f"a{number}\tb" for number in range(3)).pairs) == 3


def test_links_of_clubs_are_told_apart():
    lines = ["a_id,b_id,multilateral\n", "1,2,1\n", "2,3,0\n", "3,4,1\n", "4,3,0\n", "4,5\n"]

    found = read_links(lines)

    assert named(found) == {("1", "2"), ("2", "3"), ("3", "4"), ("4", "5")}
    clubs = found.pairs[found.of_clubs]
    assert [tuple(found.names[end] for end in pair) for pair in clubs] == [("1", "2")]
    assert read_links(["1,2\n"]).of_clubs is None


@pytest.mark.parametrize("line", ["source,weight\n", "From;Country\n", "a_id\n"])
def test_list_whose_headings_name_one_end_only_is_refused(line):
    with pytest.raises(LinksRefusedError, match="name one end only") as refused:
        read_links([line, "1,2\n"])
    assert "yalnız bir ucu" in refused.value.told.tr
