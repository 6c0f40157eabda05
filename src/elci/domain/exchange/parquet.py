"""A table as Apache Parquet: one group of rows, plain values, nothing compressed.

The format: https://parquet.apache.org/docs/file-format/. Its description of itself is written in
Thrift's compact protocol. So much of both is here as one such table needs, for which a library
would bring forty megabytes.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Final

_MAGIC: Final = b"PAR1"
_OPTIONAL, _UTF8, _PLAIN, _RLE, _DATA_PAGE = 1, 0, 0, 3, 0
_I32, _I64, _BINARY, _LIST, _STRUCT = 5, 6, 8, 9, 12
"""Types of Thrift's compact protocol."""


class Physical(IntEnum):
    """How the values of a column are stored."""

    INT64 = 2
    DOUBLE = 5
    BYTE_ARRAY = 6


_OF_TYPES: Final = {int: Physical.INT64, float: Physical.DOUBLE, str: Physical.BYTE_ARRAY}
_PACKED: Final = {Physical.INT64: "<q", Physical.DOUBLE: "<d"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its values, and these; None where one is not known."""

    name: str
    type: type[int] | type[float] | type[str]
    values: Sequence[Any]

    @property
    def physical(self) -> Physical:
        """How its values are stored."""
        return _OF_TYPES[self.type]


def parquet(columns: Sequence[Column], *, about: dict[str, str]) -> bytes:
    """Return a table as a Parquet file; ``about`` is kept as its key-value metadata."""
    body = bytearray(_MAGIC)
    chunks = []
    for column in columns:
        page = _page(column)
        chunks.append(_chunk(column, offset=len(body), size=len(page)))
        body += page
    rows = len(columns[0].values)
    footer = _footer(columns, chunks, rows=rows, size=len(body) - len(_MAGIC), about=about)
    return bytes(body) + footer + struct.pack("<I", len(footer)) + _MAGIC


@dataclass(slots=True)
class _Struct:
    """A struct of Thrift's compact protocol, field by field in ascending order."""

    body: bytearray = field(default_factory=bytearray)
    last: int = 0

    def put(self, number: int, kind: int, content: bytes) -> "_Struct":
        """Add a field."""
        self.body += bytes([(number - self.last) << 4 | kind]) + content
        self.last = number
        return self

    def number(self, number: int, value: int, kind: int = _I32) -> "_Struct":
        """Add a whole number."""
        return self.put(number, kind, _varint(value << 1 if value >= 0 else (-value << 1) - 1))

    def text(self, number: int, value: str) -> "_Struct":
        """Add a text."""
        return self.put(number, _BINARY, _binary(value))

    def items(self, number: int, kind: int, items: Sequence[bytes]) -> "_Struct":
        """Add a list."""
        size = (
            bytes([len(items) << 4 | kind])
            if len(items) < 15
            else (bytes([0xF0 | kind]) + _varint(len(items)))
        )
        return self.put(number, _LIST, size + b"".join(items))

    def struct(self, number: int, content: bytes) -> "_Struct":
        """Add a struct within."""
        return self.put(number, _STRUCT, content)

    def done(self) -> bytes:
        """Return what was written, with its end."""
        return bytes(self.body) + b"\x00"


def _varint(value: int) -> bytes:
    found = bytearray()
    while value >= 0x80:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*found, value])


def _binary(text: str) -> bytes:
    content = text.encode()
    return _varint(len(content)) + content


def _page(column: Column) -> bytes:
    """Return the one page of a column: its header, which values there are, and the values."""
    known = [value for value in column.values if value is not None]
    levels = _levels([value is not None for value in column.values])
    content = struct.pack("<I", len(levels)) + levels + _plain(column.physical, known)
    header = _Struct().number(1, len(column.values)).number(2, _PLAIN)
    header.number(3, _RLE).number(4, _RLE)
    page = _Struct().number(1, _DATA_PAGE).number(2, len(content)).number(3, len(content))
    return page.struct(5, header.done()).done() + content


def _levels(known: Sequence[bool]) -> bytes:
    """Return runs of what is known and what is not, as the run-length encoding has them."""
    found = bytearray()
    start = 0
    for place in range(1, len(known) + 1):
        if place == len(known) or known[place] != known[start]:
            found += _varint((place - start) << 1) + bytes([known[start]])
            start = place
    return bytes(found)


def _plain(physical: Physical, values: Sequence[Any]) -> bytes:
    if physical is Physical.BYTE_ARRAY:
        texts = [str(value).encode() for value in values]
        return b"".join(struct.pack("<I", len(text)) + text for text in texts)
    return b"".join(struct.pack(_PACKED[physical], value) for value in values)


def _chunk(column: Column, *, offset: int, size: int) -> bytes:
    meta = _Struct().number(1, column.physical)
    meta.items(2, _I32, [_varint(_PLAIN << 1), _varint(_RLE << 1)])
    meta.items(3, _BINARY, [_binary(column.name)]).number(4, 0)
    meta.number(5, len(column.values), _I64).number(6, size, _I64).number(7, size, _I64)
    meta.number(9, offset, _I64)
    return _Struct().number(2, offset, _I64).struct(3, meta.done()).done()


def _footer(
    columns: Sequence[Column],
    chunks: Sequence[bytes],
    *,
    rows: int,
    size: int,
    about: dict[str, str],
) -> bytes:
    root = _Struct().text(4, "table").number(5, len(columns)).done()
    schema = [root, *(_element(column) for column in columns)]
    group = _Struct().items(1, _STRUCT, chunks).number(2, size, _I64).number(3, rows, _I64).done()
    pairs = [_Struct().text(1, name).text(2, value).done() for name, value in about.items()]
    footer = _Struct().number(1, 1).items(2, _STRUCT, schema).number(3, rows, _I64)
    footer.items(4, _STRUCT, [group]).items(5, _STRUCT, pairs).text(6, "Elçi")
    return footer.done()


def _element(column: Column) -> bytes:
    element = _Struct().number(1, column.physical).number(3, _OPTIONAL).text(4, column.name)
    return (element.number(6, _UTF8) if column.type is str else element).done()
