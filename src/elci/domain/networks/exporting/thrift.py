"""The compact protocol of Thrift, as far as the footer of a Parquet file needs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_WHOLE: Final = 6
_SHORT: Final = 5
_BINARY: Final = 8
_LIST: Final = 9
_STRUCT: Final = 12
_LONG_LIST: Final = 15


@dataclass(frozen=True, slots=True)
class Short:
    """A whole number of 32 bits; a plain ``int`` is one of 64."""

    value: int


@dataclass(frozen=True, slots=True)
class Struct:
    """Fields by their numbers, which must ascend."""

    fields: dict[int, "int | Short | str | Struct | Sequence[int | Short | str | Struct]"]

    def written(self) -> bytes:
        """Return it as bytes."""
        parts: list[bytes] = []
        before = 0
        for number, value in self.fields.items():
            parts.append(bytes([(number - before) << 4 | _kind(value)]) + _bytes(value))
            before = number
        return b"".join(parts) + b"\0"


def _kind(value: object) -> int:
    if isinstance(value, int):
        return _WHOLE
    if isinstance(value, Short):
        return _SHORT
    if isinstance(value, str):
        return _BINARY
    return _STRUCT if isinstance(value, Struct) else _LIST


def _bytes(value: object) -> bytes:
    if isinstance(value, int):
        return _number(value << 1 ^ value >> 63)
    if isinstance(value, Short):
        return _number(value.value << 1 ^ value.value >> 31)
    if isinstance(value, str):
        return _number(len(value.encode())) + value.encode()
    if isinstance(value, Struct):
        return value.written()
    if not isinstance(value, Sequence) or not value:
        msg = f"{value!r} cannot be written: give a number, a text, a struct or some of them"
        raise TypeError(msg)
    head = bytes([min(len(value), _LONG_LIST) << 4 | _kind(value[0])])
    if len(value) >= _LONG_LIST:
        head += _number(len(value))
    return head + b"".join(map(_bytes, value))


def _number(value: int) -> bytes:
    """Return a number in groups of seven bits, the last group without its high bit."""
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*found, value])
