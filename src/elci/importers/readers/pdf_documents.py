"""Reads PDF: ruled tables by their lines, others by how the words stand, scanned ones by OCR."""

import io
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from elci.importers.limits import Limits
from elci.importers.readers import scans
from elci.importers.readers.gathering import Gathering
from elci.importers.readers.page_tables import ReadPage, gather_pages
from elci.importers.readers.refusals import Refusal, SourceRefusedError
from elci.importers.readers.ruled_tables import ruled_tables
from elci.importers.readers.sources import NoteCode, ReadSource, SourceKind
from elci.importers.readers.word_lines import Word, lines_of

if TYPE_CHECKING:
    from pdfplumber.page import Page

_PASSWORD_ERROR: Final = 4
"""What PDFium answers where a password is needed."""


def read_pdf(content: bytes, limits: Limits) -> ReadSource:
    """Read the tables of every page; a document of pictures is recognised letter by letter."""
    begun = time.monotonic()
    pages = _page_count(content)
    if pages > limits.pages:
        raise SourceRefusedError(Refusal.TOO_MANY_PAGES, pages=pages, limit=limits.pages)
    read = list(_read_pages(content))
    if not any(page.lines for page in read):
        return scans.read_scanned_pdf(content, limits)
    found = Gathering(limits)
    empty = [page.number for page in read if not page.lines]
    pictures = scans.PicturePages({})
    if empty:
        pictures = scans.read_pages(content, empty, limits, begun=begun)
    blank = [each for each in empty if each not in {*pictures.recognised, *pictures.left}]
    _note(found, NoteCode.PAGES_RECOGNISED, list(pictures.recognised))
    _note(found, NoteCode.PAGES_WITHOUT_TEXT, blank)
    _note(found, NoteCode.PAGES_LEFT, pictures.left)
    gather_pages([pictures.recognised.get(page.number, page) for page in read], found)
    return found.source(SourceKind.PDF)


def _note(found: Gathering, code: NoteCode, pages: Sequence[int]) -> None:
    if pages:
        found.note(code, pages=page_ranges(pages))


def page_ranges(pages: Sequence[int]) -> str:
    """Return ascending page numbers as a print dialogue takes them.

    >>> page_ranges([3, 4, 5, 9, 11, 12])
    '3-5, 9, 11-12'
    """
    ranges: list[tuple[int, int]] = []
    for page in pages:
        if ranges and ranges[-1][1] == page - 1:
            ranges[-1] = (ranges[-1][0], page)
        else:
            ranges.append((page, page))
    return ", ".join(f"{one}" if one == last else f"{one}-{last}" for one, last in ranges)


def _page_count(content: bytes) -> int:
    """Return how many pages there are without looking at any."""
    import pypdfium2  # noqa: PLC0415 a heavy library, needed for this kind only

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR:
            raise SourceRefusedError(Refusal.PASSWORD) from error
        raise SourceRefusedError(Refusal.DAMAGED, kind="PDF") from error
    try:
        return len(document)
    finally:
        document.close()


def _read_pages(content: bytes) -> Iterator[ReadPage]:
    """Yield the pages with their words, in lines, and their ruled tables."""
    import pdfplumber  # noqa: PLC0415 a heavy library, needed for this kind only

    with pdfplumber.open(io.BytesIO(content)) as document:
        for number, page in enumerate(document.pages, 1):
            words = _words(page)
            lines = tuple(lines_of(words))
            yield ReadPage(number, lines, tuple(ruled_tables(page, words, lines)))
            page.close()


def _words(page: "Page") -> list[Word]:
    found = page.extract_words(keep_blank_chars=False, use_text_flow=False)
    return [
        Word(word["text"], word["x0"], word["x1"], word["top"], word["bottom"]) for word in found
    ]
