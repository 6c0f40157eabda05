"""Which column of a table holds what: by its header, by its content, by what a person said."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.extraction.assignment import Claim, settled
from elci.domain.extraction.contents import Content, contents_of
from elci.domain.extraction.headers import HeaderReading, read_header
from elci.domain.extraction.heads import Head, head_of
from elci.domain.extraction.remarks import Remark
from elci.domain.extraction.roles import Role
from elci.domain.extraction.tables import SourceTable
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer

__all__ = ["Columns", "Role", "header_key", "place_key", "recognise_columns"]

SAID_BY_A_PERSON: Final = 1.0
_NO_PARTY_CONFIDENCE: Final = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What each column of a table holds, and where its rows begin."""

    roles: tuple[Role | None, ...]
    first_row: int
    """Index of the first row below the headers."""
    reasons: tuple[Remark, ...] = ()
    confidence: float = 1.0
    """That of the least certain column that matters; 0 where no column names the partner."""
    headers: tuple[str, ...] = ()
    """Text above each column, of two header rows both; none where there are no headers."""
    acts: tuple[tuple[ActKind, ...], ...] = ()
    """For each column of dates, the acts that its header names in order."""
    title: tuple[str, ...] = ()
    """Lines above the headers."""

    def index_of(self, role: Role) -> int | None:
        """Return the first column of a role."""
        return next((index for index, own in enumerate(self.roles) if own is role), None)


def header_key(header: str) -> str:
    """Return the form of a header under which a person's correction is remembered."""
    return fold(header)


def place_key(column: int) -> str:
    """Return under what the correction of a column without a header is remembered: its place."""
    return f"#{column + 1}"


def recognise_columns(
    table: SourceTable,
    *,
    gazetteer: Gazetteer,
    remembered: Mapping[str, Role] | None = None,
    host_country: str | None = "TR",
) -> Columns:
    """Return what each column holds; what a person said beats headers, and content beats lies.

    `remembered` maps a folded header (`header_key`), or the place of a column without one
    (`place_key`), to the role that a person gave it. Never raises: a table without any sense gets
    columns without roles and a confidence of 0.
    """
    head = head_of(table, gazetteer)
    rows = table.rows[head.first_row :]
    contents = contents_of(rows, table.width, gazetteer=gazetteer, host_country=host_country)
    claims = [
        _claim(index, head, contents[index], remembered or {}) for index in range(table.width)
    ]
    settled_claims = settled(claims, contents)
    return Columns(
        roles=tuple(claim.role for claim in settled_claims),
        first_row=head.first_row,
        reasons=tuple(claim.remark for claim in settled_claims if claim.remark is not None),
        confidence=_confidence(settled_claims),
        headers=head.headers,
        acts=tuple(claim.acts for claim in settled_claims),
        title=head.title,
    )


def _claim(index: int, head: Head, content: Content, remembered: Mapping[str, Role]) -> Claim:
    header = head.headers[index] if index < len(head.headers) else ""
    reading = head.readings[index] if index < len(head.readings) else None
    said = remembered.get(header_key(header) or place_key(index))
    if said is not None:
        own = read_header(header)
        acts = own.acts if own is not None and own.role is said else ()
        reading = HeaderReading(Role(said), SAID_BY_A_PERSON, acts)
    return Claim.of(index, header, reading=reading, content=content, by_a_person=said is not None)


def _confidence(claims: list[Claim]) -> float:
    by_role = {claim.role: claim.certainty for claim in claims if claim.role is not None}
    if Role.PARTY not in by_role and Role.ACRONYM not in by_role:
        return _NO_PARTY_CONFIDENCE
    unimportant = {Role.NUMBER, Role.NOTE, Role.OTHER, Role.UNITS, Role.HOST}
    return min(value for role, value in by_role.items() if role not in unimportant)
