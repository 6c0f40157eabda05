import numpy as np

from elci.domain.geography.shares import Share, shares
from elci.domain.geography.tables import columns_of
from elci.domain.geography.ties import TieType, tie_types
from elci.domain.geography.world import shipped_world


def test_world_has_its_cities_and_ties():
    world = shipped_world()

    assert (len(world.ids), len(world.pairs)) == (12048, 17893)
    assert (world.pairs[:, 0] < world.pairs[:, 1]).all()
    assert len(np.unique(world.pairs, axis=0)) == len(world.pairs)
    assert int(world.multilateral.sum()) == 259
    assert int((world.since >= 0).sum()) == 123
    assert (world.until == -1).all()
    assert (world.country_numbers >= 0).all()


def test_city_of_the_world_has_its_attributes():
    world = shipped_world()
    place = world.numbers[745044]

    assert (world.names[place], world.countries[place], world.qids[place]) == (
        "Istanbul",
        "TR",
        "Q406",
    )
    assert world.coordinates[place].round().tolist() == [41, 29]
    assert world.population[place] > 10_000_000
    assert np.isnan(world.population).sum() == 113


def test_ties_of_the_world_are_of_known_types():
    world = shipped_world()
    one, other = world.pairs.T
    found = tie_types(
        world.country_numbers[one],
        world.country_numbers[other],
        one_at=world.coordinates[one],
        other_at=world.coordinates[other],
    )

    assert found.counts()[TieType.UNKNOWN] == 0
    assert min(found.counts()[each] for each in TieType if each is not TieType.UNKNOWN) > 500


def test_shares_leave_out_what_has_no_part():
    found = shares(["TR", "GE", "FR", "AQ", "ZZ"], lambda facts: facts.region)

    assert found == [Share("Asia", 2, 3), Share("Europe", 1, 3)]
    assert shares([], lambda facts: facts.region) == []


def test_table_with_quoted_cells_is_read(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text('name,year\n"Washington, DC",1990\nKöln,\n', encoding="utf-8")

    assert columns_of(table) == {"name": ["Washington, DC", "Köln"], "year": ["1990", ""]}


def test_table_without_a_row_is_read(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("name,year\n", encoding="utf-8")

    assert columns_of(table) == {"name": [], "year": []}
