"""How much of a file is read: what lies beyond is refused with a sentence that says what to do."""

from dataclasses import dataclass
from typing import Final

_MEGABYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that one file may be, hold and cost."""

    file_bytes: int = 20 * _MEGABYTE
    unzipped_bytes: int = 200 * _MEGABYTE
    """Sum of the parts of a zipped document, unpacked."""
    zip_ratio: int = 200
    """How many times larger than packed a part over twenty megabytes may be."""
    xml_part_bytes: int = 100 * _MEGABYTE
    zip_parts: int = 5_000
    tables: int = 1_000
    rows: int = 50_000
    """Rows of all tables together, blank ones not counted."""
    columns: int = 200
    cell_characters: int = 20_000
    """A longer cell is cut, with a note."""
    characters: int = 30_000_000
    """Characters of all cells together."""
    pages: int = 300
    scanned_pages: int = 12
    """Pages that are read by recognising pictures of letters, which takes seconds each."""
    share_of_recognition: float = 0.6
    """Of the seconds: after them no further picture among pages of text is begun."""
    pixels: int = 60_000_000
    """Of one picture."""
    seconds: int = 60
    """By the clock on the wall, and of a processor."""
    memory_bytes: int = 700 * _MEGABYTE
    """Address space of the worker and of each program that it starts."""
    answer_bytes: int = 96 * _MEGABYTE
    """What the worker may hand back."""


DEFAULT_LIMITS: Final = Limits()
