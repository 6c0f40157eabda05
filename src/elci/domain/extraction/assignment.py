"""The claims of headers and contents weighed against each other, one role for each column."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.extraction.contents import MOSTLY, Content
from elci.domain.extraction.headers import HeaderReading, header_words
from elci.domain.extraction.instruments import tie_of_header
from elci.domain.extraction.remarks import Remark, RemarkCode, remark
from elci.domain.extraction.roles import DATED_ACTS, Role

BY_CONTENT: Final = 0.8
OVERRULED: Final = 0.7
GUESSED: Final = 0.55
_CLEARLY: Final = 0.8
_HARDLY: Final = 0.2
_AT_HOME: Final = 0.7
_HALF: Final = 0.5
_SOME: Final = 0.3
_TEXTUAL: Final = frozenset({Role.NOTE, Role.OTHER, Role.UNITS, Role.REGION, Role.HOST})
_TEST: Final = {
    Role.NUMBER: ("number",),
    Role.COUNTRY: ("country",),
    Role.PLACE: ("place",),
    Role.PARTY: ("place", "acronym"),
    Role.GRADE: ("grade",),
    Role.STATUS: ("status",),
    Role.INSTRUMENT: ("instrument",),
    **dict.fromkeys(DATED_ACTS, ("date",)),
}
_ONLY_ONE: Final = (Role.PARTY, Role.COUNTRY, Role.NUMBER, Role.ACRONYM, Role.GRADE, Role.HOST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one column is taken to be, and how surely."""

    column: int
    header: str
    role: Role | None = None
    certainty: float = 0.0
    acts: tuple[ActKind, ...] = ()
    remark: Remark | None = None
    by_a_person: bool = False
    claimed: Role | None = None
    """What the header says, whatever the cells hold."""

    @classmethod
    def of(
        cls,
        column: int,
        header: str,
        *,
        reading: HeaderReading | None,
        content: Content,
        by_a_person: bool,
    ) -> "Claim":
        """Return what header and content of one column say together."""
        plain = cls(column=column, header=header, by_a_person=by_a_person)
        if reading is None:
            return plain if content.role is None else plain.taken_as(content.role, BY_CONTENT)
        plain = replace(plain, claimed=reading.role)
        if not by_a_person and _is_empty_lie(reading.role, content):
            return plain
        overruling = None if by_a_person else _overruling(reading.role, content)
        if overruling is not None:
            return plain.taken_as(overruling, OVERRULED)
        code = RemarkCode.HEADER_REMEMBERED if by_a_person else RemarkCode.HEADER_WORDS
        if by_a_person and not header:
            code = RemarkCode.COLUMN_REMEMBERED
        said = remark(code, column=header or column + 1, role=reading.role)
        return replace(
            plain, role=reading.role, certainty=reading.certainty, acts=reading.acts, remark=said
        )

    def taken_as(self, role: Role, certainty: float) -> "Claim":
        """Return the claim with a role that the content gave."""
        code = RemarkCode.HEADER_OVERRULED if certainty == OVERRULED else RemarkCode.CONTENT
        column = self.header if certainty == OVERRULED else self.column + 1
        said = remark(code, column=column, role=role)
        return replace(self, role=role, certainty=certainty, acts=(), remark=said)


def _is_empty_lie(claimed: Role, content: Content) -> bool:
    """Whether a header promises dates or numbers, and there are names of places."""
    if claimed not in DATED_ACTS and claimed is not Role.NUMBER:
        return False
    own = content.share("number" if claimed is Role.NUMBER else "date")
    return own <= _HARDLY and content.share("place") >= _CLEARLY and content.role is None


def _overruling(claimed: Role, content: Content) -> Role | None:
    """Return what the cells clearly are, where the header says what they clearly are not."""
    if claimed is Role.STATUS and content.share("grade") >= MOSTLY:
        return Role.GRADE
    if claimed is Role.REGION and content.share("status") >= MOSTLY:
        # "Estado" and "stato" are a state, and a standing.
        return Role.STATUS
    actual = content.role
    if content.filled == 0 or actual is None or claimed in _TEXTUAL or actual is claimed:
        return None
    if claimed in DATED_ACTS and actual is Role.DATE:
        return None
    if claimed is Role.PARTY and actual is Role.COUNTRY:
        return actual if content.share("country") >= _CLEARLY else None
    own = max((content.share(look) for look in _TEST.get(claimed, ())), default=0.0)
    share = max(content.share(look) for look in _TEST.get(actual, ("address",)))
    return actual if own <= _HARDLY and share >= _CLEARLY else None


def settled(claims: list[Claim], contents: Sequence[Content]) -> list[Claim]:
    """Return the claims with every role that can be only one held by one column."""
    decided = _with_hosts(claims, contents)
    for role in _ONLY_ONE:
        decided = _without_rivals(decided, role)
    return _with_places(decided, contents)


def _with_hosts(claims: list[Claim], contents: Sequence[Content]) -> list[Claim]:
    """Take a second column of parties that are all of the host's country as the list's own side."""
    parties = [claim for claim in claims if claim.role is Role.PARTY and not claim.by_a_person]
    if len(parties) < 2:
        return claims
    home = [claim for claim in parties if contents[claim.column].at_home >= _AT_HOME]
    if len(home) == len(parties):
        # All lies at home: the header that names a tie is above the partners.
        home = [claim for claim in parties if not _names_tie(claim)]
    if not home and any(map(_names_tie, parties)):
        # Nothing lies at home: what is the same in every row has the others as its partners.
        same = [claim for claim in parties if contents[claim.column].is_always_the_same]
        home = [claim for claim in same if not _names_tie(claim)]
    if len(home) == len(parties):
        return claims
    return [_as_host(claim) if claim in home else claim for claim in claims]


def _names_tie(claim: Claim) -> bool:
    return bool(tie_of_header(header_words(claim.header)))


def _as_host(claim: Claim) -> Claim:
    said = remark(RemarkCode.HOST_SIDE, column=claim.header or str(claim.column + 1))
    return replace(claim, role=Role.HOST, remark=said)


def _without_rivals(claims: list[Claim], role: Role) -> list[Claim]:
    holders = [claim for claim in claims if claim.role is role]
    if len(holders) < 2:
        return claims
    best = max(holders, key=lambda claim: (claim.by_a_person, claim.certainty, -claim.column))
    loser_role = Role.NOTE if role is Role.PARTY else None
    return [
        replace(claim, role=loser_role, remark=None)
        if claim.role is role and claim is not best
        else claim
        for claim in claims
    ]


def _with_places(claims: list[Claim], contents: Sequence[Content]) -> list[Claim]:
    """Give columns of place names without a header their role: partner, own side, signing place."""
    taken = {claim.role for claim in claims}
    free = [
        claim
        for claim in claims
        if claim.role is None
        and (not claim.header or claim.claimed in DATED_ACTS)
        and contents[claim.column].share("place") >= _HALF
    ]
    if Role.PARTY not in taken:
        party = (
            _likeliest_party(free, contents)
            or _promised(claims)
            or next((claim for claim in claims if claim.role is Role.REGION), None)
            or _any_text(claims, contents)
        )
        if party is not None:
            claims = _changed(claims, party.column, Role.PARTY, _certainty(party, contents))
            free = [claim for claim in free if claim.column != party.column]
    for claim in free:
        role = _role_beside_party(claim, contents[claim.column], claims)
        if role is not None:
            claims = _changed(claims, claim.column, role, _certainty(claim, contents))
    return claims


def _likeliest_party(free: Iterable[Claim], contents: Sequence[Content]) -> Claim | None:
    abroad = [claim for claim in free if contents[claim.column].at_home < _AT_HOME]
    return max(
        abroad,
        key=lambda claim: (round(contents[claim.column].distinct, 1), -claim.column),
        default=None,
    )


def _promised(claims: Iterable[Claim]) -> Claim | None:
    """Return the column that by its header names the partners, though its cells look else."""
    return next((claim for claim in claims if claim.claimed is Role.PARTY), None)


def _any_text(claims: Iterable[Claim], contents: Sequence[Content]) -> Claim | None:
    """Return the first column of text of which nothing is known."""
    unknown = (claim for claim in claims if claim.role is None and contents[claim.column].filled)
    return next(unknown, None)


def _certainty(claim: Claim, contents: Sequence[Content]) -> float:
    return BY_CONTENT if contents[claim.column].share("place") >= MOSTLY else GUESSED


def _role_beside_party(claim: Claim, content: Content, claims: Iterable[Claim]) -> Role | None:
    taken = {other.role for other in claims}
    if Role.COUNTRY not in taken and content.share("country") >= _SOME:
        return Role.COUNTRY
    if content.share("bracketed") >= _HALF and Role.REGION not in taken:
        return Role.REGION
    if content.at_home >= _AT_HOME and content.empty < _HARDLY and Role.HOST not in taken:
        dated = [other.column for other in claims if other.role in DATED_ACTS]
        return Role.PLACE if dated and claim.column > min(dated) else Role.HOST
    if Role.COUNTRY in taken and content.share("country") >= _HALF:
        return None
    return Role.PLACE if Role.PLACE not in taken else None


def _changed(claims: list[Claim], column: int, role: Role, certainty: float) -> list[Claim]:
    return [
        claim.taken_as(role, certainty) if claim.column == column else claim for claim in claims
    ]
