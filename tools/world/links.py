"""Links between cities, parted into the cities and the links between them."""

from collections.abc import Sequence

from tools.world.tables import Row

CITY = {
    "name": "name",
    "country": "country",
    "lat": "lat",
    "lon": "lon",
    "population": "pop",
    "qid": "qid",
}


def city_and_link_rows(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return the cities by their GeoNames ids, and the links, the smaller id in front."""
    cities: dict[int, Row] = {}
    links: dict[tuple[int, int], Row] = {}
    for row in rows:
        for end in ("a", "b"):
            cities[int(row[f"{end}_geonameid"])] = _city(row, end)
        one, other = sorted((int(row["a_geonameid"]), int(row["b_geonameid"])))
        links[one, other] = {
            "a_id": str(one),
            "b_id": str(other),
            "year": row["start_year"],
            "until": row["end_year"],
            "source": row["source"].replace("+", ";"),
            "multilateral": row["multilateral"],
        }
    return (
        [{"id": str(each), **cities[each]} for each in sorted(cities)],
        [links[each] for each in sorted(links)],
    )


def _city(row: Row, end: str) -> Row:
    city = {ours: row[f"{end}_{theirs}"] for ours, theirs in CITY.items()}
    if city["population"] == "0":
        city["population"] = ""
    return city
