"""Which rows of a table tell of a relation, and what the other rows say of those below them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from elci.domain.extraction.besides import parted_at_dates
from elci.domain.extraction.cleaning import clean, one_line
from elci.domain.extraction.columns import Columns
from elci.domain.extraction.contents import is_place
from elci.domain.extraction.countries import country_heading, country_written, is_country
from elci.domain.extraction.datespans import find_dates
from elci.domain.extraction.headers import SAID_EXACTLY, read_header
from elci.domain.extraction.instruments import (
    instruments_in,
    names_only_ties,
    names_several_ties,
    tie_in_front,
    words_after_tie,
    words_before_tie,
)
from elci.domain.extraction.remarks import Remark, RemarkCode, remark
from elci.domain.extraction.roles import DATED_ACTS, Role
from elci.domain.extraction.tables import SourceRow, SourceTable
from elci.domain.extraction.words import phrasebook
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.reasons import ReasonCode
from elci.domain.places.resolution import resolve

_PAGE: Final = re.compile(r"(?:[a-z]+ )?[0-9]{1,4}(?: (?:of|von|z|de|sur|iz|из|di|/) ?[0-9]{1,4})?")
_ENDING_OPENLY: Final = tuple(
    f" {word}" for word in ("mit", "with", "avec", "con", "com", "с", "ze", "z", "s", "ile", "مع")
)
_IN_BRACKETS_AT_END: Final = re.compile(r"\s*\([^()]*\)\s*$")
"""Of when a list is: "Twin towns of Leeds (as of June 2022)"."""
_NOTE_LENGTH: Final = 70
_FEWEST_EMPTY: Final = 0.15
_MOST_ASKED: Final = 20
_MOSTLY_FOUND: Final = 0.8
_ASKED_FOR_TIES: Final = 400
_FEWEST_OF_LIST: Final = 3
_CONTINENTS: Final = frozenset(
    fold(word)
    for words in (
        "Avrupa|Asya|Afrika|Amerika|Kuzey Amerika|Güney Amerika|Okyanusya|Avustralya|Orta Doğu",
        "Europe|Asia|Africa|America|North America|South America|Oceania|Middle East|Americas",
        "Europa|Asien|Amerika|Nordamerika|Südamerika|Ozeanien|Asie|Afrique|Amérique|Océanie",
        "Европа|Азия|Африка|Америка|África|América|Azja|Afryka|Ameryka|Azija|Evropa|أوروبا|آسيا",
    )
    for word in words.split("|")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRow:
    """A row below the headers with what stands above it."""

    source: SourceRow
    cells: tuple[str, ...]
    """Cleaned; line ends kept."""
    country: str = ""
    """Of a heading or of the row above, for a row that names none."""
    country_remark: Remark | None = None
    section: str = ""
    """The last heading that named a kind of tie."""
    skipped: Remark | None = None
    """Why the row tells of no relation."""


def body_rows(table: SourceTable, columns: Columns, gazetteer: Gazetteer) -> Iterator[BodyRow]:
    """Yield the rows below the headers; rows without any text are left out."""
    rows = table.rows[columns.first_row :]
    reader = _Reader(
        columns,
        gazetteer,
        merges=_merges_countries(table, columns, gazetteer),
        names_ties=len(rows) < _FEWEST_OF_LIST or any(map(_names_tie, rows[1:_ASKED_FOR_TIES])),
    )
    for source in rows:
        cells = tuple(clean(cell).text for cell in source.cells)
        if any(cells):
            yield reader.read(source, cells)


def _names_tie(row: SourceRow) -> bool:
    return any(instruments_in(one_line(clean(cell).text)) for cell in row.cells)


def _merges_countries(table: SourceTable, columns: Columns, gazetteer: Gazetteer) -> bool:
    """Whether empty country cells mean "as above".

    Only where a good part is empty, no country is written twice, and most of the partners without
    a country are in fact found in the country above them.
    """
    column = columns.index_of(Role.COUNTRY)
    party = columns.index_of(Role.PARTY)
    if column is None or party is None:
        return False
    rows = [row for row in table.rows[columns.first_row :] if _cell(row, party)]
    cells = [_cell(row, column) for row in rows]
    filled = [cell for cell in cells if cell]
    if not filled or not cells[0] or len(filled) > (1 - _FEWEST_EMPTY) * len(cells):
        return False
    if len(set(filled)) != len(filled):
        return False
    names = [_cell(row, party) for row in rows]
    return _lie_in_country_above(names, cells, gazetteer)


def _lie_in_country_above(
    names: Sequence[str], countries: Sequence[str], gazetteer: Gazetteer
) -> bool:
    above, found, asked = "", 0, 0
    for name, country in zip(names, countries, strict=True):
        if country:
            above = country
        elif asked < _MOST_ASKED:
            asked += 1
            written = country_written(above)
            resolution = resolve(gazetteer, one_line(name)[:_NOTE_LENGTH], country_name=written)
            codes = {reason.code for reason in resolution.reasons}
            found += resolution.place is not None and ReasonCode.OTHER_COUNTRY not in codes
    return found >= _MOSTLY_FOUND * asked


def _cell(row: SourceRow, column: int) -> str:
    return clean(row.cells[column]).text if column < len(row.cells) else ""


class _Reader:
    """Walks down the rows and remembers the last headings."""

    def __init__(
        self,
        columns: Columns,
        gazetteer: Gazetteer,
        *,
        merges: bool,
        names_ties: bool,
    ) -> None:
        self._columns = columns
        self._names_ties = names_ties
        self._gazetteer = gazetteer
        self._merges = merges
        self._above = ""
        self._heading = ""
        self._section = ""
        self._is_first = True
        self._headers = [fold(header) for header in columns.headers]

    def read(self, source: SourceRow, cells: tuple[str, ...]) -> BodyRow:
        """Return the row, or why it is left out; a heading is kept for the rows below it."""
        skipped = self._why_skipped(cells)
        self._is_first = False
        if skipped is not None:
            return BodyRow(source=source, cells=cells, skipped=skipped)
        column = self._columns.index_of(Role.COUNTRY)
        own = cells[column] if column is not None and column < len(cells) else ""
        own = parted_at_dates(one_line(own)).bare
        if own:
            self._above = own
        country, said = ("", None) if own else self._country_above()
        return BodyRow(
            source=source,
            cells=cells,
            country=country,
            country_remark=said,
            section=self._section,
        )

    def _country_above(self) -> tuple[str, Remark | None]:
        if self._heading:
            said = remark(RemarkCode.COUNTRY_FROM_HEADING, country=self._heading)
            return self._heading, said
        if self._merges and self._above:
            return self._above, remark(RemarkCode.COUNTRY_FROM_ABOVE, country=self._above)
        return "", None

    def _why_skipped(self, cells: tuple[str, ...]) -> Remark | None:
        texts = [one_line(cell) for cell in cells if cell]
        if self._repeats_headers(texts):
            return remark(RemarkCode.IS_HEADER)
        furniture = self._furniture(texts)
        if furniture is not None:
            return furniture
        if len(set(texts)) == 1:
            return self._heading_or_note(texts[0], cells)
        return None

    def _repeats_headers(self, texts: Sequence[str]) -> bool:
        if len(texts) < 2:
            return False
        if self._headers and all(fold(text) in self._headers for text in texts):
            return True
        return all(_is_exact_header(text) for text in texts)

    def _furniture(self, texts: Sequence[str]) -> Remark | None:
        first = fold(texts[0])
        words = " ".join(texts)
        found = phrasebook("furniture").find(first)
        kind = found[0].meaning if found and found[0].first == 0 else ""
        is_alone = len(texts) == 1
        if kind == "total" and (is_alone or _is_total(texts, first)):
            return remark(RemarkCode.IS_TOTAL, words=words)
        if kind == "page" and is_alone and _PAGE.fullmatch(first):
            return remark(RemarkCode.IS_NOTE, words=words)
        if kind == "footer" and (":" in texts[0] or found[0].end == len(first.split())):
            return remark(RemarkCode.IS_NOTE, words=words)
        return None

    def _heading_or_note(self, text: str, cells: tuple[str, ...]) -> Remark | None:
        """Read a row with one text: a heading, a note, a page number, or a lone partner."""
        if tie_in_front(text)[0] and self._is_list():
            return None
        # "Singapur (1990)" is a partner with its year, not a country with 1990 cities.
        country = None if find_dates(text) else country_heading(text, self._gazetteer)
        heading = remark(RemarkCode.IS_HEADING, words=text)
        if country is not None and self._may_be_heading(cells):
            self._heading = country
            return heading
        if fold(text) in _CONTINENTS:
            self._heading = ""
            return heading
        if self._names_section(text):
            self._section = text
            return heading
        if self._is_note(text, cells):
            return remark(RemarkCode.IS_NOTE, words=text)
        return None

    def _names_section(self, text: str) -> bool:
        text = _IN_BRACKETS_AT_END.sub("", text) if self._is_first else text
        if not instruments_in(text) or find_dates(text):
            return False
        is_heading = names_only_ties(text) or text.endswith((":", *_ENDING_OPENLY))
        return is_heading or not self._is_list() or self._begins_list(text)

    def _begins_list(self, text: str) -> bool:
        """Whether the first line is a heading, and no partner.

        "Twin towns of Leeds"; "Gdańsk – miasta partnerskie", where no other row names a tie.
        """
        if not self._is_first:
            return False
        rest, owner = words_after_tie(text), words_before_tie(text)
        if owner and ("(" in text or is_country(owner, self._gazetteer)):
            return False
        if owner and not (self._names_ties and is_place(owner, self._gazetteer)):
            return True
        is_plural = names_several_ties(text) and not self._names_ties
        return rest != "" and (is_plural or not is_place(rest, self._gazetteer))

    def _is_list(self) -> bool:
        return len([role for role in self._columns.roles if role is not None]) < 2

    def _may_be_heading(self, cells: tuple[str, ...]) -> bool:
        """Whether a lone country is a heading: it fills the row, or stands in another column."""
        column = self._columns.index_of(Role.COUNTRY)
        filled = [index for index, cell in enumerate(cells) if cell]
        return len(filled) > 1 or column is None or filled[0] != column or len(cells) == 1

    def _is_note(self, text: str, cells: tuple[str, ...]) -> bool:
        filled = [index for index, cell in enumerate(cells) if cell]
        party = self._columns.index_of(Role.PARTY)
        is_number = text.isdecimal() and not find_dates(text)
        if is_number and len(cells) > 1 and not self._is_dated(filled):
            return True
        if (len(text) > _NOTE_LENGTH and not find_dates(text)) or text.startswith("*"):
            return len(cells) > 1 or text.endswith((".", ":"))
        return party is not None and party not in filled and not self._is_dated(filled)

    def _is_dated(self, filled: Sequence[int]) -> bool:
        roles = self._columns.roles
        return any(roles[index] in DATED_ACTS for index in filled if index < len(roles))


def _is_exact_header(text: str) -> bool:
    reading = read_header(text)
    return reading is not None and reading.certainty == SAID_EXACTLY


def _is_total(texts: Sequence[str], first: str) -> bool:
    others = [text for text in texts if text != texts[0]]
    return all(text.rstrip(".").isdecimal() for text in others) or first.endswith(" toplam")
