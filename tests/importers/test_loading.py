"""Loading a register: all or nothing."""

import shutil

import pytest

from elci.agreements.models import Account
from elci.importers import published_tables
from elci.importers.published_tables import TableRowError, load_register
from tests.builders import TODAY
from tests.importers.row_counts import rows_by_model


@pytest.fixture
def small_register(tmp_path, monkeypatch):
    """A copy of Istanbul's register, with three rows a table, that a test may break."""
    folder = tmp_path / "small"
    shutil.copytree(published_tables.REGISTERS / "istanbul", folder)
    for table in folder.glob("*.csv"):
        lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
        table.write_text("".join(lines[:4]), encoding="utf-8")
    monkeypatch.setattr(published_tables, "REGISTERS", tmp_path)
    return folder


def replace_in(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.django_db
def test_loading_a_register_makes_its_rows(small_register):
    load_register("small", today=TODAY)

    assert Account.objects.count() == 12


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("table", "old", "new", "message"),
    [
        ("sister_cities.csv", "signed:1975", "signed:31.02.1975", "sister_cities.csv, row 3: "),
        ("sister_cities.csv", "signed:1975", "sealed:1975", "sister_cities.csv, row 3: "),
        ("sister_cities.csv", "signed:1975", "renewed:1975", "sister_cities.csv, row 3: "),
        ("sister_cities.csv", "signed:1975", "signed:2031", "sister_cities.csv, row 3: "),
        ("sister_cities.csv", "signed:1975", "", "sister_cities.csv, row 3: "),
        ("sister_cities.csv", "Lahor", "Yokşehir", "sister_cities.csv, row 3: "),
        (
            "sister_cities.csv",
            "3,Lahor,Pakistan,signed:1975",
            "3,Lahor",
            "sister_cities.csv, row 3: ",
        ),
        ("sister_cities.csv", "country_tr", "country", "sister_cities.csv, row 1: "),
        ("cooperation_protocols.csv", "Toronto", "", "cooperation_protocols.csv, row 2: "),
        ("memberships.csv", "Ortak Üye", "Seyirci", "memberships.csv, row 1: "),
        ("memberships.csv", "08.09.2004", "eskiden", "memberships.csv, row 1: "),
    ],
)
def test_broken_row_is_named_and_nothing_is_loaded(small_register, table, old, new, message):
    replace_in(small_register / table, old, new)

    with pytest.raises(TableRowError) as refusal:
        load_register("small", today=TODAY)

    assert str(refusal.value).startswith(message)
    assert len(str(refusal.value)) > len(message) + 10
    assert set(rows_by_model().values()) == {0}


@pytest.mark.django_db
def test_row_that_repeats_another_is_named(small_register):
    table = small_register / "sister_cities.csv"
    replace_in(table, "2,Şimonoseki,Japonya,signed:16.05.1972", "2,Lahor,Pakistan,signed:1975")

    with pytest.raises(TableRowError) as refusal:
        load_register("small", today=TODAY)

    assert str(refusal.value).startswith("sister_cities.csv, row 3: ")
