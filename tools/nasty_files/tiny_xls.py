"""Writes small files of Excel 97: the container (OLE) and as few records as a reader needs."""

import struct
from collections.abc import Mapping, Sequence
from typing import Final

_SECTOR: Final = 512
_MAGIC: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_FREE: Final = 0xFFFFFFFF
_END: Final = 0xFFFFFFFE
_FAT: Final = 0xFFFFFFFD
_LEAST_STREAM: Final = 4096
"""Shorter streams would lie in another, smaller kind of sector."""

Cell = str | float


def xls_of(rows: Sequence[Sequence[Cell]], *, locked: bool = False) -> bytes:
    """Return a workbook of one sheet, or one that says that a password locks it."""
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for at, row in enumerate(rows):
        sheet += b"".join(_cell(at, column, value) for column, value in enumerate(row))
    sheet += _record(0x000A, b"")
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    if locked:
        start += _record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48))
    name = b"Liste"
    ahead = len(start) + 4 + 8 + len(name) + 4
    bound = struct.pack("<IHBB", ahead, 0, len(name), 0) + name
    return container({"Workbook": start + _record(0x0085, bound) + _record(0x000A, b"") + sheet})


def _cell(row: int, column: int, value: Cell) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        text = value.encode("utf-16-le")
        return _record(0x0204, place + struct.pack("<HB", len(text) // 2, 1) + text)
    return _record(0x0203, place + struct.pack("<d", value))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def container(streams: Mapping[str, bytes]) -> bytes:
    """Return an OLE container that holds the streams under its root."""
    padded = {name: _padded(max(content, content.ljust(_LEAST_STREAM, b"\0"), key=len))
              for name, content in streams.items()}  # fmt: skip
    table, entries, at = [_FAT], [_entry("Root Entry", 5, _END, 0, child=1)], 1
    directory_sectors = -(-(len(padded) + 1) // 4)
    table += [*range(2, directory_sectors + 1), _END]
    at += directory_sectors
    for number, (name, content) in enumerate(padded.items(), 1):
        sectors = len(content) // _SECTOR
        following = number + 1 if number < len(padded) else _FREE
        entries.append(_entry(name, 2, at, len(content), right=following))
        table += [*range(at + 1, at + sectors), _END]
        at += sectors
    fat = b"".join(struct.pack("<I", place) for place in table).ljust(_SECTOR, b"\xff")
    directory = _padded(b"".join(entries).ljust(directory_sectors * _SECTOR, b"\0"))
    return _header() + fat + directory + b"".join(padded.values())


def _padded(content: bytes) -> bytes:
    return content.ljust(-(-len(content) // _SECTOR) * _SECTOR, b"\0")


def _header() -> bytes:
    head = _MAGIC + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _LEAST_STREAM, _END, 0, _END, 0)
    return head + struct.pack("<I", 0) + b"\xff" * (_SECTOR - len(head) - 4)


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE
) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    entry = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1)
    return entry + struct.pack("<III", _FREE, right, child) + bytes(36) + struct.pack(
        "<IQ", start, size
    )  # fmt: skip
