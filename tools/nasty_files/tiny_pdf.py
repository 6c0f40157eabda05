"""Writes small PDF files with text where it is wanted: enough to test a reader, and no more."""

import hashlib
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

PAGE_WIDTH: Final = 595
PAGE_HEIGHT: Final = 842
_TURKISH: Final = dict(zip("ğĞşŞıİ", range(1, 7), strict=True))
_GLYPHS: Final = "/gbreve /Gbreve /scedilla /Scedilla /dotlessi /Idotaccent"
_PADDING: Final = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_PERMISSIONS: Final = -4


@dataclass(slots=True)
class TinyPage:
    """Texts by place, and ruled lines; the origin is the upper left corner, in points."""

    texts: list[tuple[float, float, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    size: float = 10

    def write(self, left: float, top: float, text: str) -> None:
        """Put a line of text; ``top`` is the upper end of its letters."""
        self.texts.append((left, top, text))

    def frame(self, left: float, top: float, right: float, bottom: float) -> None:
        """Rule the four sides of a cell."""
        self.rules += [
            (left, top, right, top), (left, bottom, right, bottom),
            (left, top, left, bottom), (right, top, right, bottom),
        ]  # fmt: skip

    def content(self) -> bytes:
        """Return the drawing commands."""
        commands = [f"BT /F {self.size} Tf".encode()]
        for left, top, text in self.texts:
            down = PAGE_HEIGHT - top - self.size * 0.8
            commands.append(f"1 0 0 1 {left} {down} Tm ".encode() + b"(" + _coded(text) + b") Tj")
        commands.append(b"ET")
        commands += [
            f"{x0} {PAGE_HEIGHT - y0} m {x1} {PAGE_HEIGHT - y1} l S".encode()
            for x0, y0, x1, y1 in self.rules
        ]
        return b"\n".join(commands)


def _coded(text: str) -> bytes:
    coded = b"".join(
        bytes([_TURKISH[sign]]) if sign in _TURKISH else sign.encode("cp1252") for sign in text
    )
    return coded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def pdf_of(pages: Sequence[TinyPage], *, password: str = "") -> bytes:
    """Return a file of these pages; with a password nothing of it can be read without."""
    return _file([page.content() for page in pages], password=password)


def empty_pdf(pages: int) -> bytes:
    """Return a file of so many pages with nothing on them."""
    return _file([b""] * pages)


def pdf_of_picture(width: int, height: int, grey: bytes) -> bytes:
    """Return a page that shows nothing but a picture, as a scanner makes it."""
    head = f"/Type /XObject /Subtype /Image /Width {width} /Height {height}"
    head += " /ColorSpace /DeviceGray /BitsPerComponent 8"
    picture = _stream(grey, head)
    drawing = f"q {PAGE_WIDTH} 0 0 {PAGE_WIDTH * height / width} 0 0 cm /P Do Q".encode()
    return _file([drawing], picture=picture)


def _stream(content: bytes, head: str = "") -> bytes:
    return f"<< {head} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def _file(contents: Sequence[bytes], *, password: str = "", picture: bytes = b"") -> bytes:
    font = (
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding "
        f"/BaseEncoding /WinAnsiEncoding /Differences [1 {_GLYPHS}] >> >>"
    ).encode()
    shared = {content: 5 + at for at, content in enumerate(dict.fromkeys(contents))}
    first = 5 + len(shared)
    pages = range(first, first + len(contents))
    kids = " ".join(f"{page} 0 R" for page in pages)
    locked = _locked(password) if password else None
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>".encode(),
        font,
        picture or b"null",
    ]
    objects += [
        _stream(content if locked is None else _rc4(_object_key(locked[0], number), content))
        for content, number in shared.items()
    ]
    objects += [
        (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}] /Contents "
            f"{shared[content]} 0 R /Resources << /Font << /F 3 0 R >> "
            + ("/XObject << /P 4 0 R >> " if picture else "")
            + ">> >>"
        ).encode()
        for content in contents
    ]
    return _written(objects, "" if locked is None else locked[1])


def _written(objects: Iterable[bytes], trailer: str) -> bytes:
    parts, places, length = [b"%PDF-1.4\n"], [], 9
    for number, held in enumerate(objects, 1):
        part = f"{number} 0 obj\n".encode() + held + b"\nendobj\n"
        places.append(length)
        parts.append(part)
        length += len(part)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    parts.append(
        f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R {trailer} >>\n"
        f"startxref\n{length}\n%%EOF\n".encode()
    )
    return b"".join(parts)


def _locked(password: str) -> tuple[bytes, str]:
    """Return the key of a locked file, and what its trailer says (the oldest way of locking)."""
    name = b"0123456789abcdef"
    padded = (password.encode("ascii") + _PADDING)[:32]
    owner = _rc4(hashlib.md5(padded, usedforsecurity=False).digest()[:5], padded)
    basis = padded + owner + struct.pack("<i", _PERMISSIONS) + name
    key = hashlib.md5(basis, usedforsecurity=False).digest()[:5]
    trailer = (
        f"/ID [<{name.hex()}> <{name.hex()}>] /Encrypt << /Filter /Standard /V 1 /R 2 "
        f"/O <{owner.hex()}> /U <{_rc4(key, _PADDING).hex()}> /P {_PERMISSIONS} >>"
    )
    return key, trailer


def _object_key(key: bytes, number: int) -> bytes:
    basis = key + struct.pack("<i", number)[:3] + b"\0\0"
    return hashlib.md5(basis, usedforsecurity=False).digest()[:10]


def _rc4(key: bytes, content: bytes) -> bytes:
    box, at = list(range(256)), 0
    for place in range(256):
        at = (at + box[place] + key[place % len(key)]) % 256
        box[place], box[at] = box[at], box[place]
    coded, one, other = bytearray(), 0, 0
    for byte in content:
        one = (one + 1) % 256
        other = (other + box[one]) % 256
        box[one], box[other] = box[other], box[one]
        coded.append(byte ^ box[(box[one] + box[other]) % 256])
    return bytes(coded)
