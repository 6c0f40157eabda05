"""Reads a file as what it is, whatever its name says."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

from elci.importers.limits import DEFAULT_LIMITS, Limits
from elci.importers.readers import (
    compound,
    delimited,
    html_pages,
    open_documents,
    pdf_documents,
    plain_text,
    scans,
    sheet_parts,
    wikidata,
    word_documents,
    workbooks,
)
from elci.importers.readers.archives import parts_of
from elci.importers.readers.encodings import Decoded, decode
from elci.importers.readers.gathering import Gathering
from elci.importers.readers.refusals import Refusal, SourceRefusedError
from elci.importers.readers.sources import NoteCode, ReadNote, ReadSource, SourceKind
from elci.importers.readers.wiki_signs import is_wikitext

_MEGABYTE: Final = 1024 * 1024
_PICTURES: Final = (
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF87a", b"GIF89a", b"BM",
)  # fmt: skip
_ARCHIVES: Final[Mapping[bytes, str]] = {
    b"\x1f\x8b": "GZIP", b"7z\xbc\xaf\x27\x1c": "7Z", b"Rar!\x1a\x07": "RAR", b"BZh": "BZIP2",
    b"\xfd7zXZ\x00": "XZ", b"\x28\xb5\x2f\xfd": "ZSTD",
}  # fmt: skip
_FOREIGN: Final[Mapping[bytes, tuple[str, str]]] = {
    b"{\\rtf": ("RTF", "DOCX"),
    b"MIME-Version:": ("MHTML", "HTML / XLSX"),
    b"<?mso-application": ("XML", "XLSX"),
}
_LETTER: Final = re.compile(r"[^\W_]")
_JSON: Final = frozenset({"json", "srj", ""})
_ENDINGS: Final[Mapping[SourceKind, frozenset[str]]] = {
    SourceKind.CSV: frozenset({"csv", "txt", "tsv", "tab"}),
    SourceKind.TSV: frozenset({"tsv", "txt", "tab", "csv"}),
    SourceKind.XLSX: frozenset({"xlsx", "xlsm", "xltx", "xltm"}),
    SourceKind.XLS: frozenset({"xls", "xlt"}),
    SourceKind.ODS: frozenset({"ods", "ots"}),
    SourceKind.ODT: frozenset({"odt", "ott"}),
    SourceKind.HTML: frozenset({"html", "htm", "xhtml"}),
    SourceKind.DOCX: frozenset({"docx", "docm", "dotx", "dotm"}),
    SourceKind.PDF: frozenset({"pdf"}),
    SourceKind.SCANNED_PDF: frozenset({"pdf"}),
    SourceKind.IMAGE: frozenset(
        {"png", "jpg", "jpeg", "tif", "tiff", "gif", "bmp", "webp", "jfif"}
    ),
    SourceKind.WIKI: frozenset({"html", "htm", "txt", "wiki", "mediawiki"}),
    SourceKind.WIKIDATA_JSON: frozenset({"json", "srj"}),
    SourceKind.WIKIDATA_CSV: frozenset({"csv", "tsv", "txt"}),
    SourceKind.TEXT: frozenset({"txt", "md", "text"}),
}


def read_source(content: bytes, *, name: str, limits: Limits = DEFAULT_LIMITS) -> ReadSource:
    """Return the tables of a file; how it begins decides what it is, its name only breaks ties.

    Raises ``SourceRefusedError``, and nothing else, for whatever cannot or may not be read.
    It takes what memory and time the file costs: untrusted files go through ``read_in_worker``.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise SourceRefusedError(Refusal.EMPTY)
    if len(content) > limits.file_bytes:
        megabytes = -(-len(content) // _MEGABYTE)
        limit = limits.file_bytes // _MEGABYTE
        raise SourceRefusedError(Refusal.TOO_LARGE, size=megabytes, limit=limit)
    ending = PurePath(name).suffix.lower().removeprefix(".")
    try:
        return _with_ending(_read(content, ending, limits), ending)
    except SourceRefusedError:
        raise
    except (MemoryError, RecursionError) as error:
        megabytes = limits.memory_bytes // _MEGABYTE
        raise SourceRefusedError(Refusal.TOO_MUCH_MEMORY, limit=megabytes) from error
    except Exception as error:  # the libraries raise what they like on broken files
        raise SourceRefusedError(Refusal.DAMAGED, kind=ending.upper() or "?") from error


def _with_ending(source: ReadSource, ending: str) -> ReadSource:
    """Add a remark where the name promises something else."""
    if not ending or ending in _ENDINGS[source.kind]:
        return source
    kind = {SourceKind.TEXT: "TXT", SourceKind.SCANNED_PDF: "PDF"}.get(
        source.kind, source.kind.replace("_", " ").upper()
    )
    note = ReadNote(NoteCode.WRONG_ENDING, {"ending": f".{ending[:20]}", "kind": kind})
    return ReadSource(source.tables, source.kind, source.encoding, (*source.notes, note))


def _read(content: bytes, ending: str, limits: Limits) -> ReadSource:
    if content.startswith(b"PK"):
        return _read_zipped(content, limits)
    if content.startswith(compound.MAGIC):
        compound.refuse_unless_workbook(content)
        return workbooks.read_xls(content, limits)
    if b"%PDF-" in content[:1024]:
        return pdf_documents.read_pdf(content, limits)
    if content.startswith(_PICTURES) or (content[:4], content[8:12]) == (b"RIFF", b"WEBP"):
        return scans.read_image(content, limits)
    _refuse_foreign(content)
    return _read_text(content, ending, limits)


def _read_zipped(content: bytes, limits: Limits) -> ReadSource:
    parts = parts_of(content, limits)
    if sheet_parts.main_part(parts) is not None:
        return workbooks.read_xlsx(parts, limits)
    if "word/document.xml" in parts:
        return word_documents.read_docx(parts, limits)
    if "content.xml" in parts:
        return open_documents.read_open_document(parts, limits)
    if "xl/workbook.bin" in parts:
        raise SourceRefusedError(Refusal.ANOTHER_FORMAT, format="XLSB", instead="XLSX")
    if "ppt/presentation.xml" in parts:
        raise SourceRefusedError(Refusal.ANOTHER_FORMAT, format="PPTX", instead="PDF")
    raise SourceRefusedError(Refusal.ARCHIVE, format="ZIP")


def _refuse_foreign(content: bytes) -> None:
    for magic, packed in _ARCHIVES.items():
        if content.startswith(magic):
            raise SourceRefusedError(Refusal.ARCHIVE, format=packed)
    for magic, (foreign, instead) in _FOREIGN.items():
        if magic in content[:200]:
            raise SourceRefusedError(Refusal.ANOTHER_FORMAT, format=foreign, instead=instead)
    if content[4:8] == b"ftyp":
        raise SourceRefusedError(Refusal.ANOTHER_FORMAT, format="HEIC / MP4", instead="JPEG")


def _read_text(content: bytes, ending: str, limits: Limits) -> ReadSource:
    decoded = decode(content, declared=html_pages.declared_encoding(content))
    if decoded is None:
        raise SourceRefusedError(Refusal.NOT_KNOWN)
    if _LETTER.search(decoded.text) is None:
        raise SourceRefusedError(Refusal.NOTHING_IN_IT)
    found = Gathering(limits)
    found.count(NoteCode.UNREADABLE_BYTES, decoded.unreadable)
    if decoded.guessed:
        found.note(NoteCode.ENCODING_GUESSED, encoding=decoded.encoding)
    kind = _gather_text(decoded, ending, found)
    return found.source(kind, encoding=decoded.encoding)


def _gather_text(decoded: Decoded, ending: str, found: Gathering) -> SourceKind:
    """Take up a text by what it is: a page, results of a query, wiki markup, a table, or lines."""
    text = decoded.text.lstrip("\ufeff")
    if html_pages.is_page(text):
        wiki = html_pages.is_of_mediawiki(text)
        html_pages.gather(text, found, lists=wiki)
        return SourceKind.WIKI if wiki else SourceKind.HTML
    if (ending in _JSON and text.lstrip()[:1] in {"{", "["}) or _is_results(text):
        wikidata.gather_json(text, found)
        return SourceKind.WIKIDATA_JSON
    if ending not in {"csv", "tsv", "tab"} and is_wikitext(text):
        from elci.importers.readers.wikitext import WikiReader  # noqa: PLC0415 brings a heavy library

        WikiReader(found).gather(text)
        return SourceKind.WIKI
    return _gather_delimited(text, ending, found)


def _is_results(text: str) -> bool:
    start = "".join(text[:200].split())
    return start.startswith(('{"head":{', '[{"'))


def _gather_delimited(text: str, ending: str, found: Gathering) -> SourceKind:
    layout = delimited.layout_of(text)
    promised = ending in {"csv", "tsv", "tab"}
    if layout is None or not (promised or layout.is_plain) or delimited.is_framed(text, layout):
        if promised:
            delimited.gather(text, "\t" if ending != "csv" else ",", found)
            return SourceKind.CSV if ending == "csv" else SourceKind.TSV
        plain_text.gather(text, found)
        return SourceKind.TEXT
    if wikidata.speaks_of_entities(text):
        delimited.gather(text, layout.separator, found, cell=wikidata.plain)
        return SourceKind.WIKIDATA_CSV
    delimited.gather(text, layout.separator, found)
    return SourceKind.TSV if layout.separator == "\t" else SourceKind.CSV
