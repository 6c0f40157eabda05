"""Where what is missing in a paper is filled in: in which form, or by whose hand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from elci.domain.register import Part
from elci.foundation.eyes import Eyes
from elci.reports.choices import MISSING_LABELS, PAPER_LABELS
from elci.reports.filling import OnRecord, Side
from elci.reports.offering import PaperName, compose, papers_offered
from elci.reports.writers import FileFormat

if TYPE_CHECKING:
    from elci.consent.models import Case
    from elci.domain.casework.state import StepState


class Where(StrEnum):
    """Where a blank is filled in."""

    LETTERHEAD = "letterhead"
    FACTS = "facts"
    DECISION = "decision"
    TRANSMISSION = "transmission"
    REQUESTS = "requests"
    RELATION = "relation"
    ELSEWHERE = "elsewhere"
    """Nowhere in this product, or by the law itself."""
    REGISTRY = "registry"
    """By hand, by the registry of the authority, when the letter is signed."""


_PLACES: Final[Mapping[Where, tuple[str, ...]]] = MappingProxyType(
    {
        Where.LETTERHEAD: (
            "address", "approver", "approver_title", "authority", "contact", "contact_telephone",
            "contact_title", "detsis", "email", "file_code", "kep", "recipient", "signatory",
            "signatory_title", "telephone", "website",
        ),
        Where.FACTS: (
            "annex_pages", "benefit", "budget", "clause", "duration", "fields", "languages",
            "local_authority", "place", "planned_day", "population", "purpose", "region", "risks",
            "travel_since", "travel_until", "travellers",
        ),
        Where.DECISION: ("decision_day", "decision_number", "final_day", "last_day"),
        Where.TRANSMISSION: ("sent_day",),
        Where.REQUESTS: (
            "by_when", "papers", "question", "reasons", "reference_day", "reference_number",
        ),
        Where.RELATION: ("permit_day", "permit_number", "signed_day"),
        Where.REGISTRY: ("approval_day", "letter_day", "letter_number"),
    }
)  # fmt: skip
_WHERE: Final = MappingProxyType(
    {name: where for where, names in _PLACES.items() for name in names}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """What is missing in a paper and is filled in at one place."""

    where: Where
    label: str
    address: str
    """Empty where nothing of this product fills it in."""
    names: tuple[str, ...]

    @property
    def is_by_hand(self) -> bool:
        """Whether it is left to the registry, so that nothing is missing here."""
        return self.where is Where.REGISTRY


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A paper that a case can be had as, with what is missing in it."""

    name: PaperName
    label: str
    blanks: list[Blanks]
    formats: tuple[str, ...] = tuple(FileFormat)

    @property
    def missing(self) -> int:
        """How many values are missing that can be filled in before the letter is signed."""
        return sum(len(each.names) for each in self.blanks if not each.is_by_hand)


def offered_papers(
    case: "Case", record: OnRecord, sides: Sequence[Side], eyes: Eyes
) -> list[Offered]:
    """Return the papers that a case can be had as for those who write them."""
    # The pages of the note are counted only when a file is made that names them.
    counted = replace(record, note_pages=1)
    return [
        Offered(
            name=name,
            label=str(PAPER_LABELS[name]),
            blanks=blanks_of(
                compose(name, counted).missing, dict(_addresses(case, record, side, eyes))
            ),
        )
        for side in sides
        for name in papers_offered(record, side)
    ]


def blanks_of(missing: Sequence[str], addresses: Mapping[Where, str]) -> list[Blanks]:
    """Return what is missing in a paper, by where it is filled in and at which address."""
    found: dict[Where, list[str]] = {}
    for name in missing:
        where = _WHERE.get(name, Where.ELSEWHERE)
        found.setdefault(where, []).append(str(MISSING_LABELS.get(name, name)))
    return [
        Blanks(
            where=where,
            label=_label(where),
            address=addresses.get(where, ""),
            names=tuple(found[where]),
        )
        for where in Where
        if where in found
    ]


def _addresses(
    case: "Case", record: OnRecord, side: Side, eyes: Eyes
) -> Iterator[tuple[Where, str]]:
    """Yield where those who may write fill in what is missing."""
    writer = case.workspace
    if side is Side.OFFICE and case.office is not None:
        writer = case.office.workspace
    if writer.pk not in eyes.writes:
        return
    yield Where.LETTERHEAD, f"{reverse('desk:letterhead')}?{Part.HOST}={writer.key}"
    if side is Side.OFFICE:
        yield Where.REQUESTS, reverse("desk:ministry_case", args=(case.uuid,))
        return
    page = reverse("desk:case", args=(case.uuid,))
    yield Where.FACTS, reverse("desk:case_task", args=(case.uuid, "facts"))
    yield Where.DECISION, page + _anchor(record.decision_step)
    yield Where.TRANSMISSION, page + _anchor(record.transmission_step)
    if case.account is not None:
        yield Where.RELATION, reverse("desk:relation", args=(case.account.uuid,))


def _anchor(step: "StepState | None") -> str:
    return "" if step is None else f"#step-{step.key}"


def _label(where: Where) -> str:
    return {
        Where.LETTERHEAD: _("Letterhead"),
        Where.FACTS: _("The facts of the case"),
        Where.DECISION: _("The decision of the council"),
        Where.TRANSMISSION: _("The letter to the civil administrator"),
        Where.REQUESTS: _("What was asked and decided"),
        Where.RELATION: _("The relation"),
        Where.ELSEWHERE: _("Not known here"),
        Where.REGISTRY: _("By your registry, when it is signed"),
    }[where]
