"""Find districts of Türkiye whose GeoNames id is that of another place.

An id may be of a village that has the district's name. Such a place has a name like it, lies in the
province, and still is wrong: so whatever looks odd must have been looked at by a person, who
leaves a line in `district_notes_tr.csv`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import cos, hypot, radians
from typing import TYPE_CHECKING

from elci.domain.places.folding import fold

if TYPE_CHECKING:  # the drafts ask this module
    from tools.gazetteer.drafts import Draft

Row = Mapping[str, str]

KILOMETRES_OF_A_DEGREE = 111.2
FARTHEST_NEIGHBOUR = 70
"""Kilometres; Başkale in Van is the loneliest district, 61 km from the next of its province."""
SMALLEST_SHARE = 0.05
"""Of a district's people who live in its seat, where GeoNames counts them."""


def odd_districts(
    districts: Sequence[Row], notes: Sequence[Row], cities: Mapping[int, "Draft"]
) -> list[str]:
    """Return what looks odd and is not noted, a sentence for each."""
    noted = {_key(row) for row in notes if row["note"]}
    times = Counter(row["geonameid"] for row in districts if row["geonameid"])
    found = [f"{place_id} stands {count} times" for place_id, count in times.items() if count > 1]
    neighbours = _points(districts, notes, cities)
    bearers = _bearers(cities)
    for row in districts:
        if _key(row) in noted:
            continue
        odd = [*_odd_place(row, cities, bearers), *_odd_point(row, neighbours[row["province"]])]
        found += [f"{row['district']} / {row['province']}: {what}" for what in odd]
    return found


def _key(row: Row) -> tuple[str, str]:
    return row["province"], row["district"]


def _bearers(cities: Mapping[int, "Draft"]) -> Mapping[tuple[str, str], list["Draft"]]:
    """Return the Turkish places by first-level region and name."""
    bearers = defaultdict(list)
    for city in cities.values():
        if city.country == "TR":
            for key in city.keys:
                bearers[city.admin1, key].append(city)
    return bearers


def _odd_place(
    row: Row, cities: Mapping[int, "Draft"], bearers: Mapping[tuple[str, str], list["Draft"]]
) -> Iterator[str]:
    name = fold(row["province" if row["district"] == "Merkez" else "district"])
    alike = bearers.get((row["admin1"], name), ())
    if not row["geonameid"]:
        yield from (f"{city.id} has its name" for city in alike)
        return
    place = cities.get(int(row["geonameid"]))
    if place is None:
        yield f"cities500 has no {row['geonameid']}"
        return
    if place.admin1 != row["admin1"]:
        yield f"{place.id} is filed under {place.admin1}"
    if name not in place.keys:
        yield f"{place.id} is called {place.name}"
    if 0 < place.population < SMALLEST_SHARE * int(row["population_2022"]):
        yield f"{place.id} has {place.population} people, the district {row['population_2022']}"
    if row["district"] != "Merkez":
        yield from (f"{city.id} has its name too" for city in alike if city is not place)


def _points(
    districts: Sequence[Row], notes: Sequence[Row], cities: Mapping[int, "Draft"]
) -> Mapping[str, dict[str, tuple[float, float]]]:
    """Return by province where its districts lie."""
    own = {_key(row): row for row in notes if row["latitude"]}
    points: defaultdict[str, dict[str, tuple[float, float]]] = defaultdict(dict)
    for row in districts:
        place = cities.get(int(row["geonameid"] or 0))
        if place is not None:
            points[row["province"]][row["district"]] = (place.latitude, place.longitude)
        elif _key(row) in own:
            note = own[_key(row)]
            point = (float(note["latitude"]), float(note["longitude"]))
            points[row["province"]][row["district"]] = point
    return points


def _odd_point(row: Row, neighbours: Mapping[str, tuple[float, float]]) -> Iterator[str]:
    here = neighbours.get(row["district"])
    if here is None:
        yield "it has neither a GeoNames id nor a point"
        return
    others = [point for name, point in neighbours.items() if name != row["district"]]
    nearest = min((_kilometres(here, other) for other in others), default=0.0)
    if nearest > FARTHEST_NEIGHBOUR:
        yield f"the next district of the province is {nearest:.0f} km away"


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    north = one[0] - other[0]
    east = (one[1] - other[1]) * cos(radians(one[0]))
    return KILOMETRES_OF_A_DEGREE * hypot(north, east)
