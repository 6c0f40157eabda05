"""Whatever the bytes, a reader hands over tables within the limits or refuses by name."""

import io
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elci.importers.limits import Limits
from elci.importers.readers import SourceRefusedError
from elci.importers.readers.wire import packed, unpacked
from tests.importers.readers.reading import outcome_of
from tests.importers.readers.samples import SAMPLES

LIMITS = Limits(rows=50, columns=10, cell_characters=40, characters=5_000, tables=5)
ENDINGS = st.sampled_from(["csv", "xlsx", "pdf", "html", "txt", "json", "docx", "ods", "png", ""])
HEADS = st.sampled_from([
    b"", b"PK\x03\x04", b"%PDF-1.4\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<table>", b"{|\n",
    b'{"head":{"vars":', b"\xff\xfe", b"\xef\xbb\xbf", b"sep=;\n", b"* [[", b"\x89PNG\r\n\x1a\n",
    b"<?xml version='1.0'?>", b"GIF89a", b"II*\x00", b"{\\rtf",
])  # fmt: skip


def check(content: bytes, name: str) -> None:
    """Read, and look that what is handed over keeps the promises."""
    source = outcome_of(content, name, LIMITS)
    if isinstance(source, SourceRefusedError):
        assert source.en != source.tr
        return
    rows = [row for table in source.tables for row in table.rows]
    assert 0 < len(rows) <= LIMITS.rows
    assert all(row.cells and row.cells[-1] and len(row.cells) <= LIMITS.columns for row in rows)
    assert all(len(cell) <= LIMITS.cell_characters for row in rows for cell in row.cells)
    assert unpacked(packed(source).encode("utf-8")) == source


@given(head=HEADS, rest=st.binary(max_size=400), ending=ENDINGS)
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused(head, rest, ending):
    check(head + rest, f"list.{ending}")


@given(text=st.text(max_size=300), ending=ENDINGS)
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_refused(text, ending):
    check(text.encode("utf-8", errors="surrogatepass"), f"list.{ending}")


@given(text=st.text(alphabet="{|}[]*#=!-+:;\"<>/\n\\ aKş'&1", max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_markup_is_read_or_refused(text):
    check(b"{|\n|-\n| " + text.encode(), "list.wiki")
    check(b"<table>" + text.encode(), "list.html")
    check(text.encode(), "list.csv")


@given(
    name=st.sampled_from(sorted(SAMPLES)),
    changes=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8),
    cut=st.integers(0, 10**6),
)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_broken_documents_are_read_or_refused(name, changes, cut):
    content = bytearray(SAMPLES[name])
    for place, byte in changes:
        content[place % len(content)] = byte
    check(bytes(content[: len(content) - cut % 40]), name)


@given(
    name=st.sampled_from(sorted(name for name in SAMPLES if name[-4:] in {"xlsx", "docx", ".ods"})),
    changes=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_documents_with_broken_parts_are_read_or_refused(name, changes):
    with zipfile.ZipFile(io.BytesIO(SAMPLES[name])) as archive:
        parts = {part: bytearray(archive.read(part)) for part in archive.namelist()}
    telling = [part for part, held in parts.items() if b"K\xc3\xb6ln" in held or "sheet" in part]
    for place, byte in changes:
        held = parts[telling[place % len(telling)]]
        held[place % len(held)] = byte
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part, held in parts.items():
            archive.writestr(part, bytes(held))

    check(target.getvalue(), name)
