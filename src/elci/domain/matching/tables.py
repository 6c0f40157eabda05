"""Reading the tables of a trial: ties to learn from, ties to foretell, cities to choose among."""

import csv
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from elci.domain.matching.cities import Cities, Numbers
from elci.domain.matching.lands import countries_of, told_by_numbers
from elci.domain.matching.world import World
from elci.domain.networks.network import Network
from elci.domain.texts import Text

_TIE_COLUMNS: Final = ("a_id", "b_id")
_CITY_COLUMNS: Final = ("id", "name", "country", "lat", "lon", "population")
_LIMITS: Final = {"lat": 90.0, "lon": 180.0, "population": math.inf}
Row = Mapping[str, str]
IdPair = tuple[str, str]


class TableRefusedError(ValueError):
    """A table that cannot be used; its text says what to do."""

    def __init__(self, told: Text) -> None:
        self.told = told
        super().__init__(told.en)


@dataclass(frozen=True, eq=False)
class Trial:
    """A world to learn from, the ties to foretell, and what of the tables was left out."""

    world: World
    test: Numbers
    """Pairs of candidates, each once."""
    remarks: tuple[Text, ...]


def read_ties(lines: Iterable[str], name: str) -> list[IdPair]:
    """Return the ends of the ties of a table; rows that name fewer than two ends are left out."""
    pairs = [(row["a_id"].strip(), row["b_id"].strip()) for row in _rows(lines, name, _TIE_COLUMNS)]
    found = [pair for pair in pairs if all(pair)]
    if not found:
        raise TableRefusedError(
            Text(
                f"{name}: iki ucu da yazılı bir bağ bulunamadı. Her satıra bir bağ yazınız.",
                f"{name}: no row names both ends of a tie. Give one tie on each row.",
            )
        )
    return found


def read_cities(lines: Iterable[str], name: str) -> tuple[Cities, tuple[Text, ...]]:
    """Return the cities of a table, each id once, and what is not known of how many of them."""
    rows: dict[str, Row] = {}
    repeated = 0
    for row in _rows(lines, name, _CITY_COLUMNS):
        key = row["id"].strip()
        repeated += key in rows
        if key:
            rows.setdefault(key, row)
    if not rows:
        raise TableRefusedError(
            Text(
                f"{name}: hiç şehir yok. Her satıra bir şehir yazınız.",
                f"{name}: there is no city. Give one city on each row.",
            )
        )
    cities = _cities(rows, name)
    return cities, tuple(_about_cities(cities, repeated, name))


def trial_of(
    ties: list[IdPair], test: list[IdPair], cities: Cities | None, remarks: tuple[Text, ...] = ()
) -> Trial:
    """Put tables together: without cities, all ends of ties may be suggested, unknown as they are.

    Raises ``TableRefusedError`` where no tie is left to foretell.
    """
    if cities is None:
        ends = dict.fromkeys(end for pair in (*ties, *test) for end in pair)
        cities = Cities.unknown(tuple(ends))
    count = len(cities)
    extra = dict.fromkeys(end for pair in ties for end in pair if end not in cities.numbers)
    others = Cities.unknown(tuple(extra))
    told = told_by_numbers(cities, others.ids)
    everyone = cities.followed_by(replace(others, countries=told)) if extra else cities
    known = Network.of(len(everyone), _numbered(ties, everyone))
    placed = [pair for pair in test if all(cities.numbers.get(end, -1) >= 0 for end in pair)]
    asked = Network.of(count, _numbered(placed, everyone)).pairs
    fresh = asked[~np.isin(_keys(asked, len(everyone)), _keys(known.pairs, len(everyone)))]
    if len(fresh) == 0:
        raise _nothing_to_foretell(len(test))
    said = (*remarks, *_about_ties(len(extra), len(test) - len(placed), len(asked) - len(fresh)))
    return Trial(World.of(everyone, known.pairs, candidates=count), fresh, said)


def _rows(lines: Iterable[str], name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    reader = csv.DictReader(lines, restval="")
    headings = [heading.strip().lower() for heading in reader.fieldnames or ()]
    reader.fieldnames = headings
    missing = [column for column in columns if column not in headings]
    if missing:
        asked, absent = ", ".join(columns), ", ".join(missing)
        raise TableRefusedError(
            Text(
                f"{name}: şu sütunlar yok: {absent}. İlk satırda şu başlıklar bulunmalıdır: "
                f"{asked}.",
                f"{name}: these columns are missing: {absent}. The first row must have these "
                f"headings: {asked}.",
            )
        )
    yield from reader


def _cities(rows: Mapping[str, Row], name: str) -> Cities:
    told = list(rows.values())
    numbers = {
        column: np.asarray(
            [_number(row[column], column, row["id"], name) for row in told], dtype=np.float32
        )
        for column in _LIMITS
    }
    lost = np.isnan(numbers["lat"]) | np.isnan(numbers["lon"])
    numbers["lat"][lost] = numbers["lon"][lost] = np.nan
    labels = tuple(row["country"].strip() for row in told)
    cities = Cities(
        tuple(rows),
        tuple(row["name"].strip() for row in told),
        labels,
        numbers["lat"],
        numbers["lon"],
        numbers["population"],
    )
    return replace(cities, countries=countries_of(labels, cities))


def _number(text: str, column: str, city: str, name: str) -> float:
    cell = text.strip()
    try:
        value = float(cell) if cell else math.nan
    except ValueError:
        value = math.inf
    if math.isnan(value):
        return value
    limit = _LIMITS[column]
    if math.isinf(value) or abs(value) > limit or (column == "population" and value < 0):
        raise TableRefusedError(
            Text(
                f"{name}: {city} şehrinin {column} sütununda {cell!r} yazıyor; bu, olabilecek bir "
                "sayı değil. Bilinmiyorsa hücreyi boş bırakınız.",
                f"{name}: the city {city} has {cell!r} as its {column}, which is no possible "
                "number. Leave the cell empty where it is not known.",
            )
        )
    return value


def _numbered(pairs: list[IdPair], cities: Cities) -> Numbers:
    found = [(cities.numbers[one], cities.numbers[other]) for one, other in pairs]
    return np.asarray(found, dtype=np.int64).reshape(-1, 2)


def _keys(pairs: Numbers, count: int) -> Numbers:
    return np.asarray(pairs[:, 0] * count + pairs[:, 1])


def _about_cities(cities: Cities, repeated: int, name: str) -> Iterator[Text]:
    if repeated:
        yield Text(
            f"{name}: {repeated} satır, daha önce geçen bir şehri yineliyor; ilk satır geçerli.",
            f"{name}: {repeated} rows repeat a city; the first row counts.",
        )
    lost = int(np.isnan(cities.latitudes).sum())
    if lost:
        yield Text(
            f"{name}: {lost} şehrin koordinatı bilinmiyor; uzaklıkları da bilinmiyor sayılır.",
            f"{name}: {lost} cities have no coordinates; how far they are counts as unknown.",
        )


def _about_ties(extra: int, unplaced: int, known: int) -> Iterator[Text]:
    if extra:
        yield Text(
            f"Öğrenilen bağlardaki {extra} uç, şehirler listesinde yok: bağları sayılır, "
            "kendileri önerilmez.",
            f"{extra} ends of the ties to learn from are not among the cities: their ties count, "
            "they are not suggested.",
        )
    if unplaced:
        yield Text(
            f"Sınanan bağlardan {unplaced} tanesinin bir ucu şehirler arasında yok; bunlar "
            "ölçülmedi.",
            f"{unplaced} ties of the test have an end that is not among the cities; they are not "
            "measured.",
        )
    if known:
        yield Text(
            f"Sınanan bağlardan {known} tanesi öğrenilenler arasında da var; bunlar ölçülmedi.",
            f"{known} ties of the test are among those to learn from; they are not measured.",
        )


def _nothing_to_foretell(count: int) -> TableRefusedError:
    return TableRefusedError(
        Text(
            f"Sınanacak {count} bağdan hiçbiri ölçülemez: uçları şehirler listesinde yok ya da "
            "bağ zaten biliniyor. Dosyalardaki kimliklerin aynı türden olduğunu denetleyiniz.",
            f"None of the {count} ties of the test can be measured: their ends are not among the "
            "cities, or the tie is known already. Check that the files use the same kind of id.",
        )
    )
