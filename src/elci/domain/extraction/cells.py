"""The cells of one row by what they hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from elci.domain.extraction.besides import parted_at_dates
from elci.domain.extraction.cleaning import LONGEST_CELL, clean, one_line, without_bullet
from elci.domain.extraction.columns import Columns
from elci.domain.extraction.layout import BodyRow
from elci.domain.extraction.parties import PartyFacts
from elci.domain.extraction.remarks import (
    Problem,
    ProblemCode,
    Remark,
    RemarkCode,
    problem,
    remark,
)
from elci.domain.extraction.roles import Role


@dataclass(frozen=True, slots=True)
class RowCells:
    """One row's cells: as read for the record, cleaned for reading."""

    columns: Columns
    texts: tuple[str, ...]
    """Cleaned; line ends kept."""
    raw: Mapping[str, str]
    country_above: str
    remarks: tuple[Remark, ...]
    problems: tuple[Problem, ...]
    tie_words: str = ""
    """The kind of tie where it stands beside the partner's name."""
    partner_as_read: str = ""
    """Of a cell that enumerates partners, the part that is this one."""
    _by_role: Mapping[Role, list[tuple[int, str]]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        # Each row is asked for its cells dozens of times.
        found: dict[Role, list[tuple[int, str]]] = {}
        for column, role, text in self.filled():
            found.setdefault(role, []).append((column, text))
        object.__setattr__(self, "_by_role", found)

    @classmethod
    def of(cls, body: BodyRow, columns: Columns) -> "RowCells":
        """Return the cells of a row with what is to be said of their letters."""
        said = () if body.country_remark is None else (body.country_remark,)
        return cls(
            columns=columns,
            texts=body.cells,
            raw=MappingProxyType(_raw(body, columns)),
            country_above=body.country,
            remarks=(*said, *_repairs(body)),
            problems=tuple(_faults(body, columns)),
        )

    def text(self, role: Role) -> str:
        """Return the first filled cell of a role, or nothing."""
        found = self._by_role.get(role)
        return found[0][1] if found else ""

    def line(self, role: Role) -> str:
        """Return the first filled cell of a role on one line."""
        return one_line(self.text(role))

    def filled(self) -> Iterator[tuple[int, Role, str]]:
        """Yield the filled cells of known columns from left to right."""
        for column, (role, text) in enumerate(zip(self.columns.roles, self.texts, strict=False)):
            if role is not None and text:
                yield column, role, text

    def all_of(self, role: Role) -> Iterator[tuple[int, str]]:
        """Yield the filled cells of a role with their columns."""
        yield from self._by_role.get(role, ())

    def remarks_written(self) -> Iterator[str]:
        """Yield the notes, and the filled cells of columns of which nothing is known."""
        for role, text in zip(self.columns.roles, self.texts, strict=False):
            if text and role in {Role.NOTE, None}:
                yield text

    @property
    def party(self) -> str | None:
        """The text that names the partner; None where no column does."""
        if self.columns.index_of(Role.PARTY) is None:
            acronym = self.columns.index_of(Role.ACRONYM)
            return None if acronym is None else self.text(Role.ACRONYM)
        return without_bullet(self.text(Role.PARTY))

    def with_partner(self, text: str) -> "RowCells":
        """Return the cells with another text in the first filled cell that names the partner."""
        column = next(column for column, _text in self.all_of(Role.PARTY))
        texts = (*self.texts[:column], text, *self.texts[column + 1 :])
        return replace(self, texts=texts, partner_as_read=parted_at_dates(text).bare)

    def with_tie(self, words: str, rest: str) -> "RowCells":
        """Return the cells with the kind of tie taken out of the cell that names the partner."""
        as_read = self.partner_as_read
        return replace(self.with_partner(rest), tie_words=words, partner_as_read=as_read)

    def party_facts(self) -> PartyFacts:
        """Return what the row says of its partner."""
        parted = parted_at_dates(self.line(Role.COUNTRY))
        country = parted.bare
        as_read = country if parted.dates else self.raw.get(Role.COUNTRY, "")
        return PartyFacts(
            name=self.party or "",
            as_read=self.partner_as_read
            or self.raw.get(Role.PARTY, self.raw.get(Role.ACRONYM, "")),
            country=country or self.country_above,
            country_as_read=as_read if country else self.country_above,
            region=self.line(Role.REGION),
            acronym=self.line(Role.ACRONYM),
        )


def _raw(body: BodyRow, columns: Columns) -> dict[str, str]:
    found: dict[str, str] = {}
    for column, cell in enumerate(body.source.cells):
        text = cell[:LONGEST_CELL]
        name = _name(column, columns)
        if text.strip():
            found[name] = f"{found[name]}\n{text}" if name in found else text
    return found


def _name(column: int, columns: Columns) -> str:
    role = columns.roles[column] if column < len(columns.roles) else None
    if role is not None:
        return role.value
    header = columns.headers[column] if column < len(columns.headers) else ""
    return header or str(column + 1)


def _repairs(body: BodyRow) -> Iterator[Remark]:
    repaired = [cell for cell in map(clean, body.source.cells) if cell.is_repaired]
    if repaired:
        yield remark(RemarkCode.LETTERS_REPAIRED, words=", ".join(one.text for one in repaired))


def _faults(body: BodyRow, columns: Columns) -> Iterator[Problem]:
    cleaned = [clean(cell) for cell in body.source.cells]
    if any(cell.is_cut for cell in cleaned):
        yield problem(ProblemCode.CELL_TOO_LONG, count=LONGEST_CELL)
    for cell in cleaned:
        if cell.had_overrides:
            yield problem(ProblemCode.DIRECTION_OVERRIDDEN, words=cell.text)
    if columns.headers:
        extra = [cell.text for cell in cleaned[_last_named(columns) :] if cell.text]
        if extra:
            yield problem(ProblemCode.EXTRA_CELLS, words=" | ".join(extra))


def _last_named(columns: Columns) -> int:
    """Return the number of columns up to the last one that has a header or a role."""
    used = [
        column
        for column, role in enumerate(columns.roles)
        if role is not None or (column < len(columns.headers) and columns.headers[column])
    ]
    return max(used, default=-1) + 1
