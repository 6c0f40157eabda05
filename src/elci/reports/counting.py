"""How many pages the information note has that goes with other papers."""

from dataclasses import replace
from typing import Final

from elci.foundation.pdf_pages import count_pages
from elci.reports.filling import OnRecord
from elci.reports.offering import PaperName, compose
from elci.reports.writers.pdf import PaperNotSetError, pdf_bytes

_WITH_THE_NOTE: Final = frozenset(
    {PaperName.COUNCIL_MEMORANDUM, PaperName.COUNCIL_REFERRAL, PaperName.PERMIT_REQUEST}
)


def with_counted_note(record: OnRecord, name: str) -> OnRecord:
    """Return a case with the pages of its information note, if a paper names them.

    They are counted in the note as it is made here and now, unless somebody typed a number; where
    the note cannot be set in time they stay unknown.
    """
    if name not in _WITH_THE_NOTE or record.pages_of_note is not None:
        return record
    try:
        note = pdf_bytes(compose(PaperName.INFORMATION_NOTE, record))
    except PaperNotSetError:
        return record
    return replace(record, note_pages=count_pages(note))
