"""Recognises the letters of scanned pages and pictures with Tesseract, where it is installed."""

import csv
import io
import os
import shutil
import subprocess  # nosec B404 # Tesseract is a program of its own
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from elci.importers.limits import Limits
from elci.importers.readers.gathering import Gathering
from elci.importers.readers.page_tables import ReadPage, gather_pages
from elci.importers.readers.refusals import Refusal, SourceRefusedError
from elci.importers.readers.sources import NoteCode, ReadSource, SourceKind
from elci.importers.readers.word_lines import Word, lines_of

if TYPE_CHECKING:
    from PIL.Image import Image

PROGRAM: Final = "tesseract"
_LANGUAGES: Final = ("tur", "eng")
_DOTS_PER_INCH: Final = 300
_POINTS_PER_INCH: Final = 72
_WORD_LEVEL: Final = "5"
_LEAST_CONFIDENCE: Final = 10.0
_RULES: Final = "|[]{}_—–-=~¦"
_PALEST: Final = 200
"""A page without anything darker is blank."""
_STRETCH: Final = 80
_RULE_SHADES: Final = [255 if shade > 235 else 0 for shade in range(256)]
_SIGNS: Final = "/&+()?"
_MILLION: Final = 1_000_000
_PATIENCE: Final = 120
"""Seconds after which one page is given up; the worker's own limit is usually met before."""


def read_scanned_pdf(content: bytes, limits: Limits) -> ReadSource:
    """Read the pages of a PDF that holds pictures of text."""
    import pypdfium2  # noqa: PLC0415 a heavy library, needed for this kind only

    document = pypdfium2.PdfDocument(content)
    try:
        if len(document) > limits.scanned_pages:
            raise SourceRefusedError(
                Refusal.TOO_MANY_SCANNED_PAGES, pages=len(document), limit=limits.scanned_pages
            )
        pictures = (_rendered(page, limits) for page in document)
        return _read(pictures, SourceKind.SCANNED_PDF, limits)
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class PicturePages:
    """What became of the pages of a PDF that hold no text."""

    recognised: Mapping[int, ReadPage]
    """By their numbers; measured as the other pages of the document are."""
    left: Sequence[int] = ()
    """Not looked at any more: there were too many, or it took too long."""


def read_pages(
    content: bytes, numbers: Sequence[int], limits: Limits, *, begun: float
) -> PicturePages:
    """Recognise letters on some pages of a PDF, as many as a scan may have and time allows.

    `begun` is the monotonic second at which the file was taken up. Without Tesseract there is
    nothing that is recognised, and nothing left.
    """
    import pypdfium2  # noqa: PLC0415 a heavy library, needed for this kind only

    try:
        program, languages = _program()
    except SourceRefusedError:
        return PicturePages({})
    document = pypdfium2.PdfDocument(content)
    pages: dict[int, ReadPage] = {}
    until = begun + limits.seconds * limits.share_of_recognition
    try:
        for place, number in enumerate(numbers):
            if place >= limits.scanned_pages or time.monotonic() >= until:
                return PicturePages(pages, numbers[place:])
            page = document[number - 1]
            picture = _rendered(page, limits)
            words = _recognised(picture, program, languages)
            if words:
                points = page.get_size()[0] / picture.width
                pages[number] = ReadPage(number, tuple(lines_of(_measured(words, points))))
    finally:
        document.close()
    return PicturePages(pages)


def _measured(words: Sequence[Word], points: float) -> Iterator[Word]:
    """Yield words in points of the page instead of those of its picture."""
    for word in words:
        yield Word(
            word.text,
            left=word.left * points,
            right=word.right * points,
            top=word.top * points,
            bottom=word.bottom * points,
        )


def read_image(content: bytes, limits: Limits) -> ReadSource:
    """Read the pages of a picture file; a TIFF may have several."""
    from PIL import Image, ImageSequence, UnidentifiedImageError  # noqa: PLC0415 a heavy library

    Image.MAX_IMAGE_PIXELS = None  # our own limit, which is smaller and says what to do
    try:
        picture = Image.open(io.BytesIO(content), formats=_FORMATS)
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise SourceRefusedError(Refusal.DAMAGED, kind="IMAGE") from error
    frames = getattr(picture, "n_frames", 1)
    if frames > limits.scanned_pages:
        raise SourceRefusedError(
            Refusal.TOO_MANY_SCANNED_PAGES, pages=frames, limit=limits.scanned_pages
        )
    pictures = (_grey(frame, limits) for frame in ImageSequence.Iterator(picture))
    return _read(pictures, SourceKind.IMAGE, limits)


_FORMATS: Final = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")


def _rendered(page: Any, limits: Limits) -> "Image":
    width, height = page.get_size()
    scale = _DOTS_PER_INCH / _POINTS_PER_INCH
    most = (limits.pixels / max(width * height, 1)) ** 0.5
    picture: Image = page.render(scale=min(scale, most), grayscale=True).to_pil()
    return picture.convert("L")


def _grey(frame: "Image", limits: Limits) -> "Image":
    if frame.width * frame.height > limits.pixels:
        raise SourceRefusedError(Refusal.PICTURE_TOO_LARGE, limit=limits.pixels // _MILLION)
    return frame.convert("RGBA").convert("L") if frame.mode == "P" else frame.convert("L")


def _read(pictures: "Iterator[Image]", kind: SourceKind, limits: Limits) -> ReadSource:
    program, languages = _program()
    found = Gathering(limits)
    found.note(NoteCode.RECOGNISED)
    pages = [
        ReadPage(number, tuple(lines_of(_recognised(picture, program, languages))))
        for number, picture in enumerate(pictures, 1)
    ]
    gather_pages(pages, found)
    return found.source(kind)


def _program() -> tuple[str, str]:
    """Return where Tesseract is and the languages to read with; refuse where Turkish is missing."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise SourceRefusedError(Refusal.NO_OCR)
    listed = subprocess.run(  # noqa: S603 a fixed command  # nosec B603 # a fixed command
        [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=_PATIENCE
    )
    languages = [name for name in _LANGUAGES if name in listed.stdout.split()]
    if _LANGUAGES[0] not in languages:
        raise SourceRefusedError(Refusal.NO_OCR)
    return program, "+".join(languages)


def _recognised(picture: "Image", program: str, languages: str) -> list[Word]:
    """Return the words of a picture; what goes to the program is plain grey points."""
    if not any(picture.histogram()[:_PALEST]):
        return []
    points = io.BytesIO()
    _without_rules(picture).save(points, format="PPM")
    done = subprocess.run(  # noqa: S603 a fixed command  # nosec B603 # a fixed command
        [program, "stdin", "stdout", "-l", languages, "--dpi", str(_DOTS_PER_INCH),
         "--psm", "6", "tsv"],
        input=points.getvalue(), capture_output=True, check=False, timeout=_PATIENCE,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )  # fmt: skip
    if done.returncode != 0:
        raise SourceRefusedError(Refusal.STOPPED)
    table = done.stdout.decode("utf-8", errors="replace")
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [word for row in rows if (word := _word(row)) is not None]


def _without_rules(picture: "Image") -> "Image":
    """Return the picture without ruled lines, which keep letters from being recognised.

    A rule is what stays dark over a whole stretch that no letter is as long as.
    """
    from PIL import Image, ImageChops, ImageFilter  # noqa: PLC0415 a heavy library

    width, height = picture.size
    dark = ImageChops.invert(picture).filter(ImageFilter.MaxFilter(3))
    for across, down in ((_STRETCH, 1), (1, _STRETCH)):
        blocks = (max(width // across, 1), max(height // down, 1))
        whole = dark.resize(blocks, Image.Resampling.BOX).point(_RULE_SHADES)
        # Its ends rarely fill a stretch: it is followed one stretch further.
        whole = whole.filter(ImageFilter.MaxFilter(3))
        mask = whole.resize((width, height), Image.Resampling.NEAREST)
        picture = Image.composite(
            Image.new("L", (width, height), 255), picture, mask.filter(ImageFilter.MaxFilter(5))
        )
    return picture


def _word(row: dict[str, str]) -> Word | None:
    text = (row.get("text") or "").strip().strip(_RULES).strip()
    if (
        row.get("level") != _WORD_LEVEL
        or not any(sign.isalnum() or sign in _SIGNS for sign in text)
        or float(row["conf"]) < _LEAST_CONFIDENCE
    ):
        return None
    left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
    return Word(text, left, left + width, top, top + height)
