"""Papers as files that people open, change and send."""

from collections.abc import Callable
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from elci.reports.document import Document
from elci.reports.writers.odt import odt_bytes
from elci.reports.writers.pdf import pdf_bytes
from elci.reports.writers.word import docx_bytes


class FileFormat(StrEnum):
    """The kinds of file in which a paper can be had, by the ending of their names."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"


MEDIA_TYPES: Final = MappingProxyType(
    {
        FileFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileFormat.ODT: "application/vnd.oasis.opendocument.text",
        FileFormat.PDF: "application/pdf",
    }
)

_WRITERS: Final[MappingProxyType[FileFormat, Callable[[Document], bytes]]] = MappingProxyType(
    {FileFormat.DOCX: docx_bytes, FileFormat.ODT: odt_bytes, FileFormat.PDF: pdf_bytes}
)


def write(document: Document, file_format: FileFormat) -> bytes:
    """Return the paper as a file; the same paper gives the same bytes.

    Raises ``PaperNotSetError`` where a PDF could not be set in time.
    """
    return _WRITERS[file_format](document)


__all__ = ["MEDIA_TYPES", "FileFormat", "write"]
