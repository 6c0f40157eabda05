"""Looks into the older Office container (OLE) only as far as needed to say what it holds."""

import re
from typing import Final

from elci.importers.readers.refusals import Refusal, SourceRefusedError

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# The record that begins the workbook of Excel 97, and close behind it the one that tells of a lock.
_LOCKED_WORKBOOK: Final = re.compile(
    rb"\x09\x08\x10\x00\x00\x06\x05.{13,120}?\x2f\x00.\x00[\x00\x01]\x00", re.DOTALL
)


def _named(name: str) -> bytes:
    """Return how the directory writes a name: in UTF-16, ended by a nought."""
    return (name + "\0").encode("utf-16-le")


def refuse_unless_workbook(content: bytes) -> None:
    """Let pass what holds an Excel workbook of 1997 to 2003; refuse everything else by name."""
    if _named("EncryptedPackage") in content or _named("EncryptionInfo") in content:
        raise SourceRefusedError(Refusal.PASSWORD)
    if _LOCKED_WORKBOOK.search(content) is not None:
        raise SourceRefusedError(Refusal.PASSWORD)
    if _named("Workbook") in content or _named("Book") in content:
        return
    if _named("WordDocument") in content:
        raise SourceRefusedError(Refusal.ANOTHER_FORMAT, format="DOC", instead="DOCX")
    if _named("PowerPoint Document") in content:
        raise SourceRefusedError(Refusal.ANOTHER_FORMAT, format="PPT", instead="PDF")
    raise SourceRefusedError(Refusal.NOT_KNOWN)


def has_macros(content: bytes) -> bool:
    """Whether the container brings programs."""
    return _named("_VBA_PROJECT") in content
