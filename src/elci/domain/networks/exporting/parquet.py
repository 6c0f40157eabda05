"""Tables as Parquet, written without a library: plain pages, packed with gzip.

What it writes is the simplest that every reader knows (format version 1): one group of rows, one
page a column, values that may be missing, the citation as metadata of the file.
"""

import gzip
import struct
from collections.abc import Sequence
from typing import Final

import numpy as np

from elci.domain.networks.exporting.published import Citation, Column, Kind, Value
from elci.domain.networks.exporting.thrift import Short, Struct

_MAGIC: Final = b"PAR1"
_TYPES: Final = {Kind.FLAG: 0, Kind.WHOLE: 2, Kind.NUMBER: 5, Kind.TEXT: 6}
_OPTIONAL: Final = Short(1)
_UTF8: Final = Short(0)
_PLAIN: Final = Short(0)
_RLE: Final = Short(3)
_GZIP: Final = Short(2)


def parquet_of(columns: Sequence[Column], citation: Citation) -> bytes:
    """Return columns as a Parquet file. Raises ``ValueError`` where there is no column."""
    if not columns:
        msg = "a table needs a column: give at least one"
        raise ValueError(msg)
    rows = len(columns[0].values)
    parts, chunks, offset = [_MAGIC], [], len(_MAGIC)
    for column in columns:
        page, unpacked = _page(column)
        chunks.append(_chunk(column, offset=offset, packed=len(page), unpacked=unpacked))
        parts.append(page)
        offset += len(page)
    footer = _footer(columns, chunks, rows=rows, size=offset - len(_MAGIC), citation=citation)
    return b"".join((*parts, footer, struct.pack("<I", len(footer)), _MAGIC))


def _page(column: Column) -> tuple[bytes, int]:
    """Return a column as a page, and how long it would be unpacked."""
    known = [value for value in column.values if value is not None]
    levels = _levels([value is not None for value in column.values])
    content = struct.pack("<I", len(levels)) + levels + _values(column.kind, known)
    packed = gzip.compress(content, mtime=0)
    data = Struct({1: Short(len(column.values)), 2: _PLAIN, 3: _RLE, 4: _RLE})
    head = Struct({1: Short(0), 2: Short(len(content)), 3: Short(len(packed)), 5: data}).written()
    return head + packed, len(head) + len(content)


def _levels(is_known: Sequence[bool]) -> bytes:
    """Return which values are there, eight a byte, behind the number of bytes."""
    bits = np.packbits(np.asarray(is_known, dtype=np.bool_), bitorder="little").tobytes()
    head, groups = bytearray(), len(bits) << 1 | 1
    while groups > 0x7F:
        head.append(groups & 0x7F | 0x80)
        groups >>= 7
    return bytes([*head, groups]) + bits


def _values(kind: Kind, values: Sequence[Value]) -> bytes:
    if kind is Kind.TEXT:
        texts = [str(value).encode() for value in values]
        return b"".join(struct.pack("<I", len(text)) + text for text in texts)
    if kind is Kind.FLAG:
        return np.packbits(np.asarray(values, dtype=np.bool_), bitorder="little").tobytes()
    return np.asarray(values, dtype="<i8" if kind is Kind.WHOLE else "<f8").tobytes()


def _chunk(column: Column, *, offset: int, packed: int, unpacked: int) -> Struct:
    about = Struct(
        {
            1: Short(_TYPES[column.kind]),
            2: [_PLAIN, _RLE],
            3: [column.name],
            4: _GZIP,
            5: len(column.values),
            6: unpacked,
            7: packed,
            9: offset,
        }
    )
    return Struct({2: offset, 3: about})


def _footer(
    columns: Sequence[Column], chunks: list[Struct], *, rows: int, size: int, citation: Citation
) -> bytes:
    leaves = [_leaf(column) for column in columns]
    schema = [Struct({4: "network", 5: Short(len(columns))}), *leaves]
    group = Struct({1: chunks, 2: size, 3: rows})
    told = [Struct({1: name, 2: value}) for name, value in citation.as_pairs()]
    return Struct({1: Short(1), 2: schema, 3: rows, 4: [group], 5: told, 6: "elci"}).written()


def _leaf(column: Column) -> Struct:
    fields: dict[int, Short | str] = {1: Short(_TYPES[column.kind]), 3: _OPTIONAL, 4: column.name}
    if column.kind is Kind.TEXT:
        fields[6] = _UTF8
    return Struct({**fields})
