"""Every place of the world with five hundred people or more, mapped from one built file."""

import json
import mmap
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from elci.domain.places import layout
from elci.domain.places.countries import Country, all_countries
from elci.domain.places.folding import fold
from elci.domain.places.kinds import NameKind, PlaceKind
from elci.domain.places.layout import PlaceRow, Section

BUILT_FILE: Final = Path(__file__).parents[2] / "resources" / "gazetteer" / "places.gaz"

_KINDS: Final = tuple(PlaceKind)
_NAME_KINDS: Final = tuple(NameKind)
_KIND_MASK: Final = (1 << layout.KIND_BITS) - 1
_WORTH_BISECTING: Final = 32
_NO_BLOCK: Final = 1 << 32
_CHECK_BITS: Final = layout.CHECK_BITS
_CHECK_MASK: Final = (1 << _CHECK_BITS) - 1
_MARK_MASK: Final = (1 << layout.MARK_BITS) - 1


class GazetteerMissingError(FileNotFoundError):
    """There is no built gazetteer, or it is of another version; the message says what to run."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is no gazetteer of this version: run `make install`, "
            "or `python tools/build_gazetteer.py`, to build it"
        )


class UnknownPlaceError(LookupError):
    """The gazetteer has no place with that id."""

    def __init__(self, place_id: str) -> None:
        super().__init__(
            f"The gazetteer has no place {place_id!r}: give a GeoNames id, an ISO 3166-2 code, "
            "a country code or an id that the gazetteer gave"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A city, district, region or country, under neutral names."""

    id: str
    """The GeoNames id as text; else ISO 3166, the GeoNames admin1 code, or our own."""
    geonameid: int | None
    kind: PlaceKind
    name: str
    names: Mapping[str, str]
    """By language; a place need not have a name in any."""
    country: str
    """ISO 3166-1 alpha-2, as GeoNames files the place; no statement on who governs it."""
    region: str | None
    """Id of the first-level region it lies in."""
    latitude: float
    longitude: float
    has_borrowed_coordinates: bool
    """They are those of the largest place in it, or of the province around it."""
    population: int
    """0 where it is not known."""

    def name_in(self, language: str) -> str:
        """Return the name in a language, else the name GeoNames gives first.

        "local" asks for the name in the first official language of the country.
        """
        if language == "local" and "local" not in self.names:
            language = _first_language(self.country)
        return self.names.get(language, self.name)


def _first_language(country: str) -> str:
    known = all_countries().get(country)
    return known.languages[0].split("-")[0] if known and known.languages else "en"


class Gazetteer:
    """Reads the built file where it lies; opening it parses nothing."""

    def __init__(self, path: Path) -> None:
        import marisa_trie  # noqa: PLC0415 - not needed by those who only fold names

        self._map = _mapped(path)
        self._sections = self._read_footer(path)
        self._trie = marisa_trie.Trie().mmap(str(path))
        self._offsets = self._section(Section.OFFSETS).cast("I")
        self._postings = self._section(Section.POSTINGS).cast("I")
        self._places = self._section(Section.PLACES)
        self._texts = self._section(Section.TEXTS)
        self._keys = self._section(Section.KEYS)
        self._key_starts = self._section(Section.KEY_STARTS).cast("I")
        self._buckets = self._section(Section.BUCKETS).cast("I")
        self._blocks = self._section(Section.BLOCKS).cast("I")

    def _read_footer(self, path: Path) -> tuple[int, ...]:
        if len(self._map) < layout.FOOTER.size:
            raise GazetteerMissingError(path)
        *sections, magic = layout.FOOTER.unpack_from(self._map, len(self._map) - layout.FOOTER.size)
        if magic != layout.MAGIC:
            raise GazetteerMissingError(path)
        return tuple(sections)

    def _section(self, section: Section) -> memoryview:
        start, length = self._sections[2 * section : 2 * section + 2]
        return memoryview(self._map)[start : start + length]

    def __len__(self) -> int:
        return len(self._places) // layout.PLACE.size

    @property
    def records(self) -> memoryview:
        """The `PLACE` records of all places, for those who read them as one array."""
        return self._places

    @property
    def countries(self) -> Mapping[str, Country]:
        """The countries by code; they need no built file, see `all_countries`."""
        return all_countries()

    def place(self, place_id: str) -> Place:
        """Return the place with that id, or raise `UnknownPlaceError`."""
        index = self.index_of(place_id)
        if index is None:
            raise UnknownPlaceError(place_id)
        return self.place_at(index)

    def index_of(self, place_id: str) -> int | None:
        """Return where the place with that id stands, or None."""
        for index, _kind in self.named(layout.ID_PREFIX + place_id):
            return index
        return None

    def named(self, key: str) -> Iterator[tuple[int, NameKind]]:
        """Yield the places found under a folded name, most important first per country."""
        last = None
        for index, kind, _mark in self.spelled(key):
            if index != last:
                yield index, kind
            last = index

    def spelled(self, key: str) -> Iterator[tuple[int, NameKind, int]]:
        """Yield what `named` does, once for each spelling, with the `layout.mark_of` it."""
        number = self._trie.get(key)
        if number is not None:
            for posting in self._postings[self._offsets[number] : self._offsets[number + 1]]:
                mark = posting >> layout.KIND_BITS & _MARK_MASK
                yield posting >> layout.PLACE_SHIFT, _NAME_KINDS[posting & _KIND_MASK], mark

    def has_name(self, key: str) -> bool:
        """Whether any place has that folded name."""
        return key in self._trie

    def row(self, index: int) -> PlaceRow:
        """Return the bare record at an index; cheap, for comparing many places."""
        return PlaceRow._make(layout.PLACE.unpack_from(self._places, index * layout.PLACE.size))

    @lru_cache(maxsize=1024)  # noqa: B019 - one gazetteer per process, and it never goes
    def place_at(self, index: int) -> Place:
        """Return the whole place at an index."""
        row = self.row(index)
        place_id, name, *named = self._text(index, row).split(layout.FIELD)
        names = dict(pair.split(layout.LANGUAGE, 1) for pair in named)
        has_region = row.region != layout.NO_PLACE
        return Place(
            id=place_id,
            geonameid=row.geonameid or None,
            kind=_KINDS[row.kind],
            name=name,
            names=MappingProxyType(names),
            country=row.country.decode(),
            region=self._id_at(row.region) if has_region else None,
            latitude=row.latitude / layout.DEGREE,
            longitude=row.longitude / layout.DEGREE,
            has_borrowed_coordinates=bool(row.flags & layout.BORROWED_COORDINATES),
            population=row.population,
        )

    def name_at(self, index: int) -> str:
        """Return the main name of the place at an index, without the rest of it."""
        return self._text(index, self.row(index)).split(layout.FIELD, 2)[1]

    def kind_at(self, index: int) -> PlaceKind:
        """Return what the place at an index is."""
        return _KINDS[self.row(index).kind]

    @lru_cache(maxsize=8192)  # noqa: B019 - one gazetteer per process, and it never goes
    def _id_at(self, index: int) -> str:
        return self._text(index, self.row(index)).split(layout.FIELD, 1)[0]

    def _text(self, index: int, row: PlaceRow) -> str:
        start = self.row(index - 1).text_end if index else 0
        return str(self._texts[start : row.text_end], "utf-8")

    @cached_property
    def _ranges(self) -> dict[str, tuple[int, int]]:
        return dict(json.loads(bytes(self._section(Section.RANGES))))

    @cached_property
    def heads(self) -> Mapping[str, list[int]]:
        """The most important places by the first one to three letters of their folded names."""
        return dict(json.loads(bytes(self._section(Section.HEADS))))

    @lru_cache(maxsize=64)  # noqa: B019 - one gazetteer per process, and it never goes
    def names_in_country(self, country: str) -> tuple[list[str], list[int]]:
        """Return all folded names of a country's places, and beside each the place's index."""
        first, last = self._ranges.get(country, (0, 0))
        if first == last:
            return [], []
        start = self.row(first - 1).keys_end if first else 0
        block = str(self._keys[start : self.row(last - 1).keys_end], "ascii")
        keys: list[str] = []
        indexes: list[int] = []
        for index, joined in enumerate(block.split("\t")[:-1], first):
            own = joined.split("\n")
            keys += own
            indexes += [index] * len(own)
        return keys, indexes

    def names_sharing(self, blocks: Iterable[str], country: str | None) -> list[str]:
        """Return the folded names, of a country or of all, that have one of the blocks.

        Transliterated names have no blocks.
        """
        low, high = (0, _NO_BLOCK) if country is None else self._blocks_in(country)
        text, starts, names = self._all_keys, self._key_starts, list[str]()
        for block in blocks:
            bucket, check = layout.bucket_of(block)
            begin, end = self._buckets[bucket], self._buckets[bucket + 1]
            if end - begin > _WORTH_BISECTING:
                begin = bisect_left(self._blocks, low, begin, end)
                end = bisect_left(self._blocks, high, begin, end)
            names += [
                text[starts[one >> _CHECK_BITS] : starts[(one >> _CHECK_BITS) + 1] - 1]
                for one in self._blocks[begin:end].tolist()
                if low <= one < high and one & _CHECK_MASK == check
            ]
        return list(dict.fromkeys(names))

    @cached_property
    def _all_keys(self) -> str:
        return str(self._keys, "ascii")  # seven megabytes, cut ten times as fast as the mapping

    @lru_cache(maxsize=512)  # noqa: B019 - one gazetteer per process, and it never goes
    def _blocks_in(self, country: str) -> tuple[int, int]:
        """Return between which blocks those of a country's names lie."""
        first, last = self._ranges.get(country, (0, 0))
        starts = (self.row(index - 1).keys_end if index else 0 for index in (first, last))
        low, high = (bisect_left(self._key_starts, start) for start in starts)
        return low << _CHECK_BITS, high << _CHECK_BITS

    @lru_cache(maxsize=2048)  # noqa: B019 - one gazetteer per process, and it never goes
    def names_beginning(self, beginning: str) -> list[str]:
        """Return all folded names that begin so; meant for two letters or more."""
        return list(self._trie.keys(fold(beginning)))


def _mapped(path: Path) -> mmap.mmap:
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (FileNotFoundError, ValueError):
        raise GazetteerMissingError(path) from None


@cache
def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """Open the gazetteer of the package, or the one at `path`; once per process and path."""
    return Gazetteer(BUILT_FILE if path is None else path)
