"""Write the places into the one file that the package maps."""

import json
import os
import tempfile
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import marisa_trie

from elci.domain.places import layout
from elci.domain.places.blocks import blocks_of
from elci.domain.places.kinds import NameKind, PlaceKind
from elci.domain.places.layout import Section
from tools.gazetteer.drafts import Draft

HEADS_PER_BEGINNING = 40
KINDS = tuple(PlaceKind)


def sections(places: list[Draft], regions: dict[str, Draft]) -> Iterator[bytes]:
    """Yield the trie and then each section, in the order of `Section`."""
    if len(places) > layout.MOST_PLACES:
        raise ValueError(f"{len(places)} places are more than a posting can tell apart")
    postings = defaultdict(list)
    for index, place in enumerate(places):
        for key, kind in place.keys.items():
            postings[key] += _postings(index, kind, place.spellings.get(key, {}))
    trie = marisa_trie.Trie(postings)
    yield padded(trie.tobytes())
    offsets, flat = array("I", [0]), array("I")
    for key in sorted(postings, key=trie.key_id):
        flat.extend(postings[key])
        offsets.append(len(flat))
    yield offsets.tobytes()
    yield flat.tobytes()
    yield from _place_sections(places, regions)
    yield _json(_ranges(places))
    yield _json(_heads(places))
    yield from _block_sections(places)


def _postings(index: int, kind: NameKind, spellings: dict[str, NameKind]) -> list[int]:
    """Return the posting of each spelling, the strongest kind first."""
    strongest: dict[int, NameKind] = {}
    for spelling, own_kind in spellings.items():
        mark = layout.mark_of(spelling)
        strongest[mark] = min(own_kind, strongest.get(mark, own_kind))
    ordered = sorted((own_kind, mark) for mark, own_kind in strongest.items()) or [(kind, 0)]
    return [
        index << layout.PLACE_SHIFT | mark << layout.KIND_BITS | own_kind
        for own_kind, mark in ordered
    ]


def _place_sections(places: list[Draft], regions: dict[str, Draft]) -> Iterator[bytes]:
    index_of = {id(place): index for index, place in enumerate(places)}
    records, texts, keys = bytearray(), bytearray(), bytearray()
    for place in places:
        region = regions.get(place.admin1)
        texts += _text(place).encode()
        keys += ("\n".join(_approximate_keys(place)) + "\t").encode()
        region_index = (
            layout.NO_PLACE if region is None or region is place else index_of[id(region)]
        )
        records += layout.PLACE.pack(
            *layout.PlaceRow(
                geonameid=place.geonameid,
                kind=KINDS.index(place.kind),
                flags=layout.BORROWED_COORDINATES * place.borrowed,
                country=place.country.encode(),
                region=region_index,
                latitude=round(place.latitude * layout.DEGREE),
                longitude=round(place.longitude * layout.DEGREE),
                population=place.population,
                importance=place.importance,
                text_end=len(texts),
                keys_end=len(keys),
            )
        )
    yield bytes(records)
    yield padded(bytes(texts))
    yield padded(bytes(keys))


def _text(place: Draft) -> str:
    named = sorted(place.names.items())
    fields = [place.id, place.name, *(layout.LANGUAGE.join(pair) for pair in named)]
    return layout.FIELD.join(fields)


def _approximate_keys(place: Draft) -> list[str]:
    weak = (NameKind.TRANSLITERATED, NameKind.IDENTIFIER)
    return sorted(key for key, kind in place.keys.items() if kind not in weak)


def _block_sections(places: list[Draft]) -> Iterator[bytes]:
    """Yield where each key starts, then the buckets and the blocks of the keys."""
    key_starts, buckets = array("I", [0]), defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for place in places:
        keys = _approximate_keys(place)
        if not keys:
            raise ValueError(f"{place.id} has no name")
        for key in keys:
            if (place.country, key) not in seen:
                seen.add((place.country, key))
                _add_blocks(buckets, key, len(key_starts) - 1)
            key_starts.append(key_starts[-1] + len(key) + 1)
    if len(key_starts) > layout.MOST_KEYS:
        raise ValueError(f"{len(key_starts)} names are more than a block can tell apart")
    yield padded(key_starts.tobytes())
    starts, flat = array("I", [0]), array("I")
    for bucket in range(1 << layout.BUCKET_BITS):
        flat.extend(sorted(buckets.get(bucket, ())))
        starts.append(len(flat))
    yield padded(starts.tobytes())
    yield padded(flat.tobytes())


def _add_blocks(buckets: dict[int, list[int]], key: str, number: int) -> None:
    for block in set(blocks_of(key)):
        bucket, check = layout.bucket_of(block)
        buckets[bucket].append(number << layout.CHECK_BITS | check)


def _ranges(places: list[Draft]) -> dict[str, list[int]]:
    ranges: dict[str, list[int]] = {}
    for index, place in enumerate(places):
        ranges.setdefault(place.country, [index, index])[1] = index + 1
    return ranges


def _heads(places: list[Draft]) -> dict[str, list[int]]:
    heads = defaultdict(list)
    order = sorted(range(len(places)), key=lambda index: -places[index].importance)
    for index in order:
        for beginning in _beginnings(places[index]):
            if len(heads[beginning]) < HEADS_PER_BEGINNING:
                heads[beginning].append(index)
    return dict(sorted(heads.items()))


def _beginnings(place: Draft) -> set[str]:
    well_known = [key for key, kind in place.keys.items() if kind <= NameKind.LOCAL]
    return {key[:length] for key in well_known for length in (1, 2, 3)}


def _json(value: object) -> bytes:
    return padded(json.dumps(value, separators=(",", ":")).encode())


def padded(content: bytes) -> bytes:
    """Fill up with spaces to a multiple of eight bytes, so that every section is aligned."""
    return content + b" " * (-len(content) % 8)


def write_whole(target: Path, parts: Iterable[bytes]) -> None:
    """Write the parts and the footer beside the target, then put the file in its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
        places = []
        try:
            for part in parts:
                places += [file.tell(), len(part)]
                file.write(part)
            file.write(layout.FOOTER.pack(*places[2 : 2 + 2 * len(Section)], layout.MAGIC))
            os.fchmod(file.fileno(), 0o644)
        except BaseException:
            Path(file.name).unlink()
            raise
    Path(file.name).replace(target)
