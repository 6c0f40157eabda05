"""The finder's page and its files."""

import csv
import io
import zipfile

import pytest

from tests.builders import make_account, make_organisation, make_partner, make_workspace


@pytest.fixture
def gaps(workspace):
    """A sister city of 2016, without any step towards it on record."""
    return make_account(workspace, acts=[("signed", "2016-04-18")])


def rows_of(answer):
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_page_lists_what_is_missing_by_which_rule_and_paper(desk, gaps):
    page = desk.get("/tr/desk/compliance/").content.decode()

    assert f"/tr/desk/relations/{gaps.uuid}/" in page
    assert "gerekli bir adım kayıtlı değil" in page
    assert "Bakanlığın ön izni" in page
    assert "SHA-256" in page


def test_acts_before_the_law_that_is_modelled_are_told_apart(desk, workspace):
    make_account(workspace, acts=[("signed", "1994-03-27")])

    page = desk.get("/tr/desk/compliance/").content.decode()

    assert "modellenmemiş" in page
    assert "incelenmedi" in page


def test_gaps_of_another_workspace_are_not_listed(desk, gaps):
    foreign = make_account(make_workspace("ankara"), acts=[("signed", "2016-04-18")])

    page = desk.get("/tr/desk/compliance/").content.decode()
    rows = rows_of(desk.get("/tr/desk/compliance/gaps.csv"))

    assert str(foreign.uuid) not in page
    assert str(foreign.uuid) not in str(rows)


def test_page_takes_as_many_queries_for_three_relations_as_for_one(
    desk, workspace, gaps, counted_queries
):
    one = counted_queries(lambda: desk.get("/tr/desk/compliance/"))
    for name, country in (("Köln", "Almanya"), ("Üsküp", "Makedonya")):
        make_account(
            workspace, partner=make_partner(name, country), acts=[("signed", "2017-01-02")]
        )
    three = counted_queries(lambda: desk.get("/tr/desk/compliance/"))

    assert one == three


@pytest.mark.parametrize(
    ("query", "count"),
    [("", 5), ("?kind=not_on_record", 4), ("?kind=late", 0), ("?subject=membership", 0),
     ("?kind=dance", 5)],
)  # fmt: skip
def test_file_holds_what_the_filter_chose(desk, gaps, query, count):
    rows = rows_of(desk.get(f"/tr/desk/compliance/gaps.csv{query}"))

    assert len(rows) == count + 1
    assert all(len(row) == len(rows[0]) for row in rows)


def test_no_cell_of_a_file_is_a_formula(desk, workspace):
    partner = make_organisation("=HYPERLINK(1)", name_en="=HYPERLINK(1)", place=None)
    make_account(workspace, partner=partner, acts=[("signed", "2016-04-18")])

    rows = rows_of(desk.get("/tr/desk/compliance/gaps.csv"))
    book = b"".join(desk.get("/tr/desk/compliance/gaps.xlsx").streaming_content)
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()

    assert not [cell for row in rows for cell in row if cell.startswith("=")]
    assert "<f>" not in sheet


def test_workbook_names_the_law_by_which_it_was_found(desk, gaps):
    book = b"".join(desk.get("/en/desk/compliance/gaps.xlsx").streaming_content)
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        texts = parts.read("xl/sharedStrings.xml").decode()

    assert "not legal advice" in texts
    assert "SHA-256" in texts


def test_page_turns(desk, gaps):
    assert desk.get("/tr/desk/compliance/?page=2").status_code == 200
    assert desk.get("/tr/desk/compliance/?page=x").status_code == 200


def test_part_of_a_large_portfolio_leads_to_the_next_and_is_counted_where_asked(desk, gaps):
    page = desk.get("/en/desk/compliance/?after=0").content.decode()
    counted = desk.get("/en/desk/compliance/?after=0&count=all").content.decode()
    rest = desk.get(f"/en/desk/compliance/?after={gaps.pk}&kind=not_on_record").content.decode()

    assert "Count all of them" in page
    assert f"/en/desk/relations/{gaps.uuid}/" in page
    assert "leaves 5 points open" in counted
    assert "From the beginning" in rest
    assert f"/relations/{gaps.uuid}/" not in rest
