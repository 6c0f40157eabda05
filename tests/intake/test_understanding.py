import pytest

from elci.intake.actions import assign_columns, understand
from elci.intake.models import ColumnMemory
from tests.builders import make_account, make_partner, make_workspace
from tests.intake.handed_in import (
    FILIBE,
    HEADERS,
    USKUP,
    hand_in,
    hand_in_rows,
    matches_in,
    rows_in,
    table_of,
)

ODD_HEADERS = ("Kimler", "Ülke", "Şehir", "İmza Yeri")
BARE_ROW = ("27.03.1994", "Bulgaristan", "Filibe", "")


def test_rows_are_understood_and_counted(workspace):
    batch = hand_in_rows(workspace, FILIBE, USKUP)

    first, second = rows_in(batch)
    assert (batch.state, batch.done, batch.total) == ("read", 3, 3)
    assert (first.number, first.cells, first.reading["party"]["country"]) == (2, [*FILIBE], "BG")
    assert (second.reading["acts"][0]["date"], second.reading["instrument"]) == (
        "2003-10-03",
        "sister_city",
    )
    assert str(first) == f"{batch.pk}:{first.order}"


def test_layout_of_each_table_is_described(workspace):
    batch = hand_in(workspace, table_of(FILIBE), table_of(USKUP, name="İkinci"))

    assert [(table["name"], table["rows"]) for table in batch.tables] == [
        ("Kardeş Şehirler", 1),
        ("İkinci", 1),
    ]
    assert batch.tables[0]["headings"] == [*HEADERS]
    assert batch.tables[0]["roles"] == ["party", "country", "date", "place"]


def test_instrument_given_by_a_person_is_that_of_rows_that_name_none(workspace):
    table = table_of(FILIBE, headers=("Şehir", "Ülke", "Tarih", "İmza Yeri"), name="")

    batch = hand_in(workspace, table, instrument="memorandum")

    assert [row.reading["instrument"] for row in rows_in(batch)] == ["memorandum"]


def test_understanding_anew_replaces_what_was_understood(workspace, gazetteer):
    batch = hand_in_rows(workspace, FILIBE, USKUP)
    make_account(workspace, acts=[("signed", "1994-03-27")])

    understand(batch, gazetteer)

    assert matches_in(batch) == [("known", "skip"), ("new", "enter")]


def test_long_list_is_kept_in_parts(workspace):
    batch = hand_in_rows(workspace, *([FILIBE] * 501))

    orders = [row.order for row in rows_in(batch)]
    assert orders == sorted(set(orders))
    assert len(orders) == 501


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (FILIBE, ("new", "enter")),
        (("Xqzvw", "Bulgaristan", "27.03.1994", ""), ("none", "open")),
        (("Filibe", "Bulgaristan", "bilinmiyor 19", ""), ("new", "open")),
    ],
)
def test_what_is_sure_is_to_be_entered_and_doubt_waits(workspace, row, expected):
    assert matches_in(hand_in_rows(workspace, row)) == [expected]


def test_row_that_tells_of_no_relation_is_left_out(workspace):
    batch = hand_in_rows(workspace, FILIBE, ("Toplam", "", "1", ""))

    assert list(batch.rows.values_list("skipped", "decision")) == [(False, "enter"), (True, "skip")]


def test_roles_that_a_person_gave_are_used_and_remembered(workspace, gazetteer):
    table = table_of(BARE_ROW, headers=ODD_HEADERS)
    batch = hand_in(workspace, table)

    assign_columns(batch, 0, ["date", "country", "party", None], gazetteer=gazetteer)
    later = hand_in(workspace, table_of(BARE_ROW, BARE_ROW, headers=ODD_HEADERS))

    assert batch.tables[0]["roles"] == ["date", "country", "party", None]
    assert [row.reading["party"]["name"] for row in rows_in(batch)] == ["Filibe"]
    assert later.tables[0]["roles"][:3] == ["date", "country", "party"]
    assert {memory.role for memory in ColumnMemory.objects.all()} == {"date", "country", "party"}
    assert str(ColumnMemory.objects.get(role="party")) == "sehir: party"


def test_memory_of_columns_holds_for_the_same_layout_only(workspace, gazetteer):
    batch = hand_in(workspace, table_of(BARE_ROW, headers=ODD_HEADERS))
    # What a person says is odd on purpose: nobody else would take the first column for a note.
    assign_columns(batch, 0, ["note", "country", "party", None], gazetteer=gazetteer)

    other_layout = hand_in(workspace, table_of(BARE_ROW[:3], headers=ODD_HEADERS[:3]))
    other_room = hand_in(make_workspace("ankara"), table_of(BARE_ROW, headers=ODD_HEADERS))

    assert other_layout.tables[0]["roles"][0] == "date"
    assert other_room.tables[0]["roles"][0] == "date"


@pytest.mark.parametrize(
    ("name", "row", "is_known"),
    [
        ("kardesler_2025.csv", BARE_ROW, True),
        ("ortaklar.csv", BARE_ROW, False),
        ("kardesler_2025.csv", ("Bulgaristan", "27.03.1994", "Filibe", "x"), False),
    ],
)
def test_columns_without_headings_are_remembered_for_their_source(
    name, row, is_known, workspace, gazetteer
):
    batch = hand_in(
        workspace, table_of(BARE_ROW, BARE_ROW, headers=()), file_name="kardesler_2024.csv"
    )
    # What a person says is odd on purpose: nobody else would take the first column for a note.
    assign_columns(batch, 0, ["note", "country", "party", None], gazetteer=gazetteer)

    later = hand_in(workspace, table_of(row, row, headers=()), file_name=name)

    assert (later.tables[0]["roles"][0] == "note") is is_known
    assert str(ColumnMemory.objects.get(role="party")) == "#3: party"


def test_later_word_on_a_column_counts(workspace, gazetteer):
    batch = hand_in(workspace, table_of(BARE_ROW, headers=ODD_HEADERS))

    assign_columns(batch, 0, ["note", "country", "party", None], gazetteer=gazetteer)
    assign_columns(batch, 0, ["date", "country", "party", None], gazetteer=gazetteer)

    assert ColumnMemory.objects.get(heading="kimler").role == "date"


def test_instrument_may_be_said_with_the_columns(workspace, gazetteer):
    batch = hand_in(workspace, table_of(FILIBE, headers=("Şehir", "Ülke", "Tarih", "Yer"), name=""))

    assign_columns(
        batch,
        0,
        ["party", "country", "date", "place"],
        gazetteer=gazetteer,
        instrument="goodwill_letter",
    )

    assert [row.reading["instrument"] for row in rows_in(batch)] == ["goodwill_letter"]


def test_long_list_may_wait_to_be_understood_anew(workspace):
    batch = hand_in_rows(workspace, FILIBE)

    assign_columns(batch, 0, ["party", "country", "date", None], gazetteer=None)

    batch.refresh_from_db()
    assert (batch.state, batch.chosen_roles) == (
        "waiting",
        {"0": ["party", "country", "date", None]},
    )


def test_long_heading_is_remembered_as_far_as_there_is_room(workspace, gazetteer):
    headers = ("Kardeş Şehir", "Ülke", "Tarih", "你" * 110)
    batch = hand_in(workspace, table_of(FILIBE, headers=headers))

    assign_columns(batch, 0, ["party", "country", "date", "note"], gazetteer=gazetteer)

    assert len(ColumnMemory.objects.get(role="note").heading) == 200


@pytest.mark.parametrize(
    ("acts", "row", "expected"),
    [
        # The register answers what the dates without meaning are.
        (
            [("signed", "1998-04-02"), ("signed", "2002-10-15")],
            ("20", "Almatı", "Kazakistan", "02.04.1998 / 15.10.2002"),
            ("known", "skip"),
        ),
        # It ended, and the register knows when.
        (
            [("signed", "1998-04-02"), ("terminated", "2017-01-01")],
            ("İptal", "Almatı", "Kazakistan", "02.04.1998"),
            ("known", "skip"),
        ),
        # It ended, and the register does not know it.
        (
            [("signed", "1998-04-02")],
            ("İptal", "Almatı", "Kazakistan", "02.04.1998"),
            ("adds", "open"),
        ),
        # A date that could not be read may be of an act that the register lacks.
        (
            [("signed", "1998-04-02")],
            ("20", "Almatı", "Kazakistan", "32.13.1998"),
            ("known", "open"),
        ),
    ],
)
def test_register_settles_what_was_meant_but_not_what_could_not_be_read(
    workspace, acts, row, expected
):
    make_account(workspace, partner=make_partner("Almatı", "Kazakistan"), acts=acts)

    table = table_of(row, headers=("No", "Kardeş Şehir", "Ülke", "Tarih"))

    assert matches_in(hand_in(workspace, table)) == [expected]
