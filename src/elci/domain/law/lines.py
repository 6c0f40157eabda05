"""On which line of a TOML file something stands; its reader in the library does not say."""

import re
from collections.abc import Iterator
from typing import Final

Path = tuple[str | int, ...]

_HEADER: Final = re.compile(r"\s*(\[\[|\[)\s*(?P<name>[^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?")
_KEY: Final = re.compile(
    r"\s*(?P<key>(?:[A-Za-z0-9_-]+|\"[^\"]*\")(?:\s*\.\s*(?:[A-Za-z0-9_-]+|\"[^\"]*\"))*)\s*="
)
_PART: Final = re.compile(r"\"([^\"]*)\"|([A-Za-z0-9_-]+)")
_ITEM: Final = re.compile(r"\s*\{")
_LONG: Final = ('"""', "'''")


class Lines:
    """The lines of a file's tables, keys and rows of inline tables."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._table: Path = ()
        self._key: Path = ()
        for number, line in _outside_long_texts(text):
            self._note(line, number)

    def line_of(self, path: Path) -> int | None:
        """Return the line of a thing, or of the nearest thing that holds it."""
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path[:-1]
        return None

    def _note(self, line: str, number: int) -> None:
        if header := _HEADER.fullmatch(line):
            self._open_table(_parts(header["name"]), number, repeated=header[1] == "[[")
        elif key := _KEY.match(line):
            self._key = (*self._table, *_parts(key["key"]))
            self._lines.setdefault(self._key, number)
        elif _ITEM.match(line):
            self._note_item(number)

    def _open_table(self, name: Path, number: int, *, repeated: bool) -> None:
        self._table = self._within_latest(name)
        if repeated:
            place = self._counts.get(self._table, 0)
            self._counts[self._table] = place + 1
            self._table = (*self._table, place)
        self._key = ()
        self._lines.setdefault(self._table, number)

    def _within_latest(self, name: Path) -> Path:
        """Return where a table stands: ``[case.expect]`` is in the latest ``[[case]]``."""
        found: Path = ()
        for part in name[:-1]:
            found = (*found, part)
            if found in self._counts:
                found = (*found, self._counts[found] - 1)
        return (*found, *name[-1:])

    def _note_item(self, number: int) -> None:
        place = self._counts.get(self._key, 0)
        self._counts[self._key] = place + 1
        self._lines.setdefault((*self._key, place), number)


def _parts(name: str) -> Path:
    return tuple(quoted or bare for quoted, bare in _PART.findall(name))


def _outside_long_texts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that do not stand within a text of several lines, with their numbers."""
    closing = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if closing:
            closing = "" if closing in line else closing
            continue
        yield number, line
        closing = next((mark for mark in _LONG if line.count(mark) % 2 == 1), "")
