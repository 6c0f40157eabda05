"""Istanbul's four tables: as text copied out of a PDF, and as keyed by hand."""

import csv
from pathlib import Path

import pytest

from elci.domain.acts.kinds import ActKind
from elci.domain.dates import PartialDate, read_date
from elci.domain.extraction.columns import recognise_columns
from elci.domain.extraction.pasted import read_pasted
from elci.domain.extraction.rows import extract_rows
from elci.domain.extraction.tables import table_of
from elci.domain.places.folding import fold
from elci.domain.places.resolution import resolve
from elci.domain.vocabularies import Instrument, MembershipGrade

PASTED = Path(__file__).parent / "istanbul"
KEYED = Path(__file__).parents[3] / "src" / "elci" / "resources" / "registers" / "istanbul"
AGREEMENTS = {
    "sister_cities": Instrument.SISTER_CITY,
    "cooperation_protocols": Instrument.COOPERATION_PROTOCOL,
    "memoranda": Instrument.MEMORANDUM,
}
KINDS = {
    "signed": ActKind.SIGNED,
    "preliminary": ActKind.PRELIMINARY_PROTOCOL,
    "renewed": ActKind.RENEWED,
    "terminated": ActKind.TERMINATED,
}
GRADES = {
    "Üye": MembershipGrade.MEMBER,
    "Ortak Üye": MembershipGrade.ASSOCIATE,
    "Yönetim Kurulu Üyesi": MembershipGrade.BOARD,
    "Proje Partneri": MembershipGrade.PARTNER,
}


def keyed_rows(table):
    with (KEYED / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pasted_table(table, gazetteer):
    (found,) = read_pasted((PASTED / f"{table}.raw.txt").read_text("utf-8"), gazetteer=gazetteer)
    return found


def keyed_table(table, gazetteer):
    with (KEYED / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return table_of(list(csv.reader(file)), name=pasted_table(table, gazetteer).name)


def expected_acts(row, *, pasted):
    places = tuple(part for part in row["sign_places"].split("-") if part)
    for event in row["events"].split("; "):
        kind, _colon, rest = event.partition(":")
        day, _at, own = rest.partition("@")
        known = KINDS[kind]
        # The text says "İptal" of Rotterdam and not since when; the year was looked up.
        happened = PartialDate.unknown() if pasted and kind == "terminated" else read_date(day)
        at_signing = places if known is ActKind.SIGNED else ()
        yield known, happened, (own,) if own else at_signing


def expected_agreement(row, gazetteer, *, pasted):
    place = resolve(gazetteer, row["city_tr"], country_name=row["country_tr"]).place
    return {
        "place": place.id,
        "country": fold(row["country_tr"]),
        "acts": tuple(expected_acts(row, pasted=pasted)),
        "status": row["status"],
    }


def agreement(row):
    return {
        "place": row.party.resolution.place.id,
        "country": fold(row.party.country_as_read.translate({0x120: "İ"})),
        "acts": tuple((act.kind, act.date, act.places) for act in row.acts),
        "status": row.status,
    }


def extracted(table, gazetteer):
    columns = recognise_columns(table, gazetteer=gazetteer)
    return extract_rows(table, columns, gazetteer=gazetteer)


@pytest.mark.parametrize("reader", [pasted_table, keyed_table])
@pytest.mark.parametrize(("table", "instrument"), AGREEMENTS.items())
def test_every_agreement_is_read_as_it_was_keyed(table, instrument, reader, gazetteer):
    expected = [
        expected_agreement(row, gazetteer, pasted=reader is pasted_table)
        for row in keyed_rows(table)
    ]

    rows = extracted(reader(table, gazetteer), gazetteer)

    assert [agreement(row) for row in rows] == expected
    assert {row.instrument for row in rows} == {instrument}


@pytest.mark.parametrize("reader", [pasted_table, keyed_table])
def test_every_membership_is_read_as_it_was_keyed(reader, gazetteer):
    expected = [
        (
            row["acronym"],
            row["name_tr"],
            ((ActKind.ENTERED_INTO_FORCE, read_date(row["since"]), ()),),
            GRADES[row["status_tr"]],
            row["status_tr"],
            tuple(row["units_tr"].split("; ")),
        )
        for row in keyed_rows("memberships")
    ]

    rows = extracted(reader("memberships", gazetteer), gazetteer)

    assert [
        (
            row.party.acronym,
            row.party.name,
            tuple((act.kind, act.date, act.places) for act in row.acts),
            row.grade,
            row.grade_as_printed,
            row.units,
        )
        for row in rows
    ] == expected
    assert {row.instrument for row in rows} == {Instrument.MEMBERSHIP}


def test_row_broken_by_the_end_of_a_page_comes_out_whole(gazetteer):
    row = extracted(pasted_table("memberships", gazetteer), gazetteer)[1]

    assert dict(row.raw) == {
        "number": "2",
        "acronym": "UCLG",
        "party": "BirleĢmiĢ Kentler ve\nYerel Yönetimler\nDünya TeĢkilatı",
        "date": "11 Eylül\n1987",
        "grade": "Üye",
        "units": "DıĢ ĠliĢkiler Müdürlüğü,\nAB ĠliĢkileri Müdürlüğü",
    }
    assert row.auto


def test_doubtful_rows_of_the_sister_cities_go_to_a_person(gazetteer):
    rows = extracted(pasted_table("sister_cities", gazetteer), gazetteer)

    assert {
        row.party.name: [problem.code.value for problem in row.problems]
        for row in rows
        if not row.auto
    } == {
        "Almatı": ["dates_unexplained"],
        "Oş": ["dates_unexplained"],
        "Rotterdam": ["end_date_not_given"],
    }


def test_heading_of_two_kinds_of_tie_leaves_every_row_to_a_person(gazetteer):
    table = pasted_table("memoranda", gazetteer)

    unclear = extracted(table, gazetteer)
    columns = recognise_columns(table, gazetteer=gazetteer)
    given = extract_rows(table, columns, gazetteer=gazetteer, instrument=Instrument.MEMORANDUM)

    assert {problem.code.value for row in unclear for problem in row.problems} == {
        "instrument_unclear"
    }
    assert all(row.auto for row in given)


def test_all_four_tables_in_one_text_are_parted_at_their_headings(gazetteer):
    names = [*AGREEMENTS, "memberships"]
    text = "\n".join((PASTED / f"{name}.raw.txt").read_text("utf-8") for name in names)

    tables = read_pasted(text, gazetteer=gazetteer)

    assert [len(extracted(table, gazetteer)) for table in tables] == [41, 20, 26, 14]
