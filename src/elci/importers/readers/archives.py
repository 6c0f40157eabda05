"""Opens zipped documents safely: only XML that was looked at reaches the libraries that read it."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from elci.importers.limits import Limits
from elci.importers.readers.refusals import Refusal, SourceRefusedError

_ENCRYPTED_FLAG: Final = 0x1
_MEGABYTE: Final = 1024 * 1024
_SMALL: Final = 20 * _MEGABYTE
_DOCTYPE: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)")
_WIDE_DOCTYPE: Final = tuple("<!DOCTYPE".encode(name) for name in ("utf-16-le", "utf-16-be"))
_DECLARED: Final = re.compile(rb"""\A[^>]{0,200}encoding\s*=\s*["']([\w-]+)""")
_HARMLESS_CODINGS: Final = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})
_KEPT: Final = re.compile(r".*\.(?:xml|rels)|mimetype", re.IGNORECASE)
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError,
    UnicodeDecodeError, ValueError,
)  # fmt: skip


def parts_of(content: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the XML parts of a zipped document; pictures and programs are left out.

    Raises ``SourceRefusedError`` for what swells when unpacked, is locked, or brings a DOCTYPE.
    Names of parts that are left out stand with no bytes, so that their presence can be seen.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _refuse_bombs(entries, limits)
            return {entry.filename: _read(archive, entry) for entry in entries}
    except SourceRefusedError:
        raise
    except _BROKEN as error:
        raise SourceRefusedError(Refusal.DAMAGED, kind="ZIP") from error


def zipped(parts: Mapping[str, bytes]) -> io.BytesIO:
    """Return the parts as a plain archive, for libraries that open nothing else."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            if content:
                archive.writestr(zipfile.ZipInfo(name), content)
    target.seek(0)
    return target


def _refuse_bombs(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    bomb = SourceRefusedError(
        Refusal.ZIP_BOMB, limit=limits.unzipped_bytes // _MEGABYTE, ratio=limits.zip_ratio
    )
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise SourceRefusedError(Refusal.PASSWORD)
    if len(entries) > limits.zip_parts:
        raise bomb
    if sum(entry.file_size for entry in entries) > limits.unzipped_bytes:
        raise bomb
    for entry in entries:
        swells = entry.file_size > limits.zip_ratio * max(entry.compress_size, 1)
        if entry.file_size > limits.xml_part_bytes or (entry.file_size > _SMALL and swells):
            raise bomb


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read one part; never more than its entry says, which was weighed before."""
    if _KEPT.fullmatch(entry.filename) is None:
        return b""
    part = archive.read(entry)
    _refuse_traps(part)
    return part


def _refuse_traps(part: bytes) -> None:
    declared = _DECLARED.match(part)
    strange = declared is not None and declared[1].lower() not in _HARMLESS_CODINGS
    wide = any(mark in part for mark in _WIDE_DOCTYPE)
    if wide or strange or _DOCTYPE.search(part) is not None:
        raise SourceRefusedError(Refusal.XML_TRAP)
