import re
from pathlib import Path

import pytest

from elci.importers.readers import NoteCode, ReadNote, Refusal, SourceKind, SourceRefusedError

ROOT = Path(__file__).resolve().parents[3]
NAMES = (
    "count", "ending", "encoding", "format", "instead", "kind", "limit", "names", "pages",
    "ratio", "size",
)  # fmt: skip
ANY = dict.fromkeys(NAMES, "7")
TURKISH = re.compile("[çğıöşüÇĞİÖŞÜ]")


@pytest.mark.parametrize("code", Refusal)
def test_refusal_says_what_to_do_in_both_languages(code):
    refusal = SourceRefusedError(code, **ANY)

    assert refusal.en.count(". ") >= 1
    assert refusal.tr.count(". ") >= 1
    assert TURKISH.search(refusal.tr) is not None
    assert TURKISH.search(refusal.en) is None
    assert str(refusal) == refusal.en


@pytest.mark.parametrize("code", NoteCode)
def test_remark_is_said_in_both_languages(code):
    note = ReadNote(code, ANY)

    assert note.tr != note.en
    assert TURKISH.search(note.en) is None


@pytest.mark.parametrize("code", [*Refusal, *NoteCode])
def test_both_languages_tell_the_same_numbers(code):
    said = SourceRefusedError(code, **ANY) if isinstance(code, Refusal) else ReadNote(code, ANY)

    assert said.en.count("7") == said.tr.count("7")


def test_reference_names_every_code_and_kind():
    page = (ROOT / "docs" / "reference" / "import-formats.md").read_text(encoding="utf-8")

    assert {code for code in [*Refusal, *NoteCode, *SourceKind] if f"`{code}`" not in page} == set()
