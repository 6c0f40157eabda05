"""Zip archives whose bytes depend on nothing but what is in them."""

import io
import zipfile
from typing import Final

_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
_FIRST: Final = ("mimetype", "[Content_Types].xml")
_STORED: Final = "mimetype"
"""The one member that OpenDocument wants first and as it is."""


def repacked(archive: bytes) -> bytes:
    """Return the archive with the days of its members taken out and their order fixed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in sorted(old.namelist(), key=_place_of):
            new.writestr(_member(name), old.read(name))
    return packed.getvalue()


def _place_of(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, date_time=_LONG_AGO)
    member.compress_type = zipfile.ZIP_STORED if name == _STORED else zipfile.ZIP_DEFLATED
    member.create_system = 3
    return member
