"""How the built gazetteer lies in its one file: what the builder writes and the reader maps.

The file begins with a marisa trie of all keys (marisa maps a file from its first byte on), then
come the sections, then a footer of fixed size that says where each section lies.

- offsets: for each key of the trie, by its number, where its postings begin
- postings: 32 bits each: place index, mark of the spelling, kind of name; of several postings of
  one place under one key the strongest kind comes first
- places: one `PLACE` record each, ordered by country, then by importance
- texts: for each place, its id and its names by language, UTF-8
- keys: for each place, its folded names without transliterated ones, for approximate search
- key starts: where each of those names starts, and where one more would
- buckets: for each number that `bucket_of` gives, where its blocks begin (see `blocks`)
- blocks: 32 bits each, number of the name * 4096 + check of the block; in a country, one for each
  name that several places have
- ranges: per country the first and the last place, JSON
- heads: the most important places for each beginning of one to three letters, JSON
"""

import struct
from enum import IntEnum
from typing import Final, NamedTuple
from zlib import crc32

MAGIC: Final = b"ElciGaz5"

PLACE: Final = struct.Struct("<IBB2sIiiIIII")
BORROWED_COORDINATES: Final = 1
NO_PLACE: Final = 0xFFFFFFFF
DEGREE: Final = 100_000

ID_PREFIX: Final = "="
"""Before an identifier in the trie; folded names never contain it."""
FIELD: Final = "\x1f"
LANGUAGE: Final = "\x1e"
KIND_BITS: Final = 4
MARK_BITS: Final = 10
PLACE_SHIFT: Final = KIND_BITS + MARK_BITS
MOST_PLACES: Final = 1 << (32 - PLACE_SHIFT)


def mark_of(spelling: str) -> int:
    """Return a number for a spelling that two different ones share once in a thousand times."""
    return crc32(spelling.encode()) & ((1 << MARK_BITS) - 1)


BUCKET_BITS: Final = 20
CHECK_BITS: Final = 12
MOST_KEYS: Final = 1 << (32 - CHECK_BITS)


def bucket_of(block: str) -> tuple[int, int]:
    """Return in which bucket a block of a name lies, and the check that tells it from others."""
    number = crc32(block.encode())
    return number >> CHECK_BITS, number & ((1 << CHECK_BITS) - 1)


class Section(IntEnum):
    """In the order in which they lie in the file."""

    OFFSETS = 0
    POSTINGS = 1
    PLACES = 2
    TEXTS = 3
    KEYS = 4
    RANGES = 5
    HEADS = 6
    KEY_STARTS = 7
    BUCKETS = 8
    BLOCKS = 9


FOOTER: Final = struct.Struct(f"<{2 * len(Section)}Q8s")


class PlaceRow(NamedTuple):
    """One `PLACE` record, field by field."""

    geonameid: int
    """0 where GeoNames has none."""
    kind: int
    flags: int
    country: bytes
    region: int
    """Index of the region's own record, or `NO_PLACE`."""
    latitude: int
    longitude: int
    population: int
    importance: int
    text_end: int
    """The texts of a place begin where those of the place before it end."""
    keys_end: int
