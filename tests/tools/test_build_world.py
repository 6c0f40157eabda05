import csv

from tools.build_world import TARGET
from tools.world.corrections import read_corrections
from tools.world.countries import country_rows
from tools.world.links import city_and_link_rows
from tools.world.pairs import pair_rows
from tools.world.tables import read, write


def given_country(code, **fields):
    empty = {"wb_income": "", "eu27": "", "oecd_since": "", "coe": "", "un_member_since": ""}
    return {"iso2": code, "ldc": "", **empty, **fields}


def end(side, geonameid, name):
    return {
        f"{side}_geonameid": geonameid,
        f"{side}_name": name,
        f"{side}_country": "TR",
        f"{side}_lat": "1.5",
        f"{side}_lon": "2.5",
        f"{side}_pop": "0",
        f"{side}_qid": "",
    }


def test_links_are_parted_into_cities_and_links():
    row = end("a", "20", "Late") | end("b", "3", "Early")
    row |= {"start_year": "1990", "end_year": "", "source": "x+y", "multilateral": "0"}

    cities, links = city_and_link_rows([row, row])

    assert [(city["id"], city["name"], city["population"]) for city in cities] == [
        ("3", "Early", ""),
        ("20", "Late", ""),
    ]
    assert links == [
        {
            "a_id": "3",
            "b_id": "20",
            "year": "1990",
            "until": "",
            "source": "x;y",
            "multilateral": "0",
        }
    ]


def test_tables_of_the_package_hold_their_corrections():
    corrections = read_corrections(TARGET / "corrections.csv")
    countries = {row["alpha2"]: row for row in read(TARGET / "countries.csv")}
    pairs = {f"{row['a']}-{row['b']}": row for row in read(TARGET / "country_pairs.csv")}

    for (table, key), entries in corrections.items():
        row = (countries if table == "countries" else pairs)[key]
        assert {each.field: row[each.field] for each in entries} == {
            each.field: each.value for each in entries
        }


def test_countries_are_read_from_their_source():
    known = [given_country(row["alpha2"]) for row in read(TARGET / "countries.csv")]
    known = [row for row in known if row["iso2"] != "TR"]
    turkiye = given_country("TR", wb_income="High income", eu27="EU27", ldc="True")

    rows = {row["alpha2"]: row for row in country_rows([*known, turkiye], {})}

    assert rows["TR"] | {"income": "high", "eu": "1", "least_developed": "1"} == rows["TR"]
    assert rows["GE"] | {"income": "", "eu": "0", "least_developed": ""} == rows["GE"]


def test_pairs_join_their_sources(tmp_path):
    distance = dict.fromkeys(
        ("contig", "comlang_off", "comlang_ethno", "colony", "comcol", "smctry"), "1"
    )
    rows = pair_rows(
        [{"iso2_o": "GE", "iso2_d": "TR", "distcap": "1026.4", **distance}],
        [{"iso2_a": "AD", "iso2_b": "YU", "agreement": "1", "joint_votes": "1"}],
        [
            {"origin_iso2": "TR", "dest_iso2": "GE", "stock_2019": "7"},
            {"origin_iso2": "TR", "dest_iso2": "TR", "stock_2019": "9"},
        ],
        {},
    )
    write(tmp_path / "pairs.csv", rows)

    with (tmp_path / "pairs.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["a"], row["b"], row["contiguous"], row["capitals_km"]) == ("GE", "TR", "1", "1026")
    assert (row["agreement"], row["a_in_b"], row["b_in_a"]) == ("", "", "7")
