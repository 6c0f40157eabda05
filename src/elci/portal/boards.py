"""Entries of the board of needs and offers, in the reader's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from elci.agreements.choices import FieldChoice, FormChoice
from elci.foundation.templatetags.elci import reader_language
from elci.partnering.choices import BoardKindChoice, BoardStandingChoice
from elci.partnering.queries.board import standing_of
from elci.places.queries import country_label

if TYPE_CHECKING:
    from elci.partnering.models import BoardEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEntry:
    """An entry as the reader reads it, in their language where it is written in it."""

    entry: "BoardEntry"
    language: str
    """The language of the title and the text that are shown."""
    title: str
    text: str
    kind: str
    standing: str
    is_open: bool
    fields: Sequence[str]
    forms: Sequence[str]
    countries: Sequence[str]


def told_entries(entries: "Sequence[BoardEntry]", today: date) -> list[ToldEntry]:
    """Return entries in the reader's words, in the order given."""
    return [_told(entry, today) for entry in entries]


def _told(entry: "BoardEntry", today: date) -> ToldEntry:
    reader = reader_language()
    language = reader if reader in entry.titles else next(iter(entry.titles), reader)
    standing = BoardStandingChoice(standing_of(entry, today).value)
    return ToldEntry(
        entry=entry,
        language=language,
        title=entry.titles.get(language, ""),
        text=entry.texts.get(language, ""),
        kind=str(BoardKindChoice(entry.kind).label),
        standing=str(standing.label),
        is_open=standing is BoardStandingChoice.OPEN,
        fields=[str(FieldChoice(each).label) for each in entry.fields],
        forms=[str(FormChoice(each).label) for each in entry.forms],
        countries=[country_label(each, reader) for each in entry.countries],
    )
