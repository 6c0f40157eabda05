"""Readers of files: bytes to tables of text, without the database and without the network."""

from elci.importers.readers.reading import read_source
from elci.importers.readers.refusals import Refusal, SourceRefusedError
from elci.importers.readers.sources import NoteCode, ReadNote, ReadSource, SourceKind

__all__ = [
    "NoteCode",
    "ReadNote",
    "ReadSource",
    "Refusal",
    "SourceKind",
    "SourceRefusedError",
    "read_source",
]
