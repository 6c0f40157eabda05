"""What the history says of visits and promises, in words."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from elci.desk.choices import grade_label
from elci.domain.visiting.words import DetailKind
from elci.foundation.templatetags.elci import said_text
from elci.visits.choices import (
    CostBearerChoice,
    DetailChoice,
    DirectionChoice,
    GiftChoice,
    OutcomeChoice,
    RankChoice,
    SideChoice,
    StageChoice,
    VisitPurposeChoice,
)

_CHOICES: Final[Mapping[tuple[str, str], Any]] = {
    ("visit", "direction"): DirectionChoice,
    ("visit", "stage"): StageChoice,
    ("visit", "purpose"): VisitPurposeChoice,
    ("visit", "stated_rank"): RankChoice,
    ("visit purpose", "cost_bearer"): CostBearerChoice,
    ("visit gift", "direction"): GiftChoice,
    ("visit outcome", "kind"): OutcomeChoice,
    ("visit delegation", "side"): SideChoice,
    ("visit detail", "detail"): DetailChoice,
}
"""Whose words stand behind the keys of a part, by subject and part."""
_DATES: Final = frozenset({"starts", "ends", "invited_on", "due", "given_on", "happened"})
_RECORDS: Final = frozenset({"case", "invitation", "act", "document"})
"""Parts of which the history keeps only which record was meant."""


def is_of_visit(subject: str) -> bool:
    """Whether a line of the history is about a visit or a promise."""
    return subject == "promise" or subject.startswith("visit")


def visit_word(subject: str, name: str, value: Any) -> str:
    """Return what a part said, in words."""
    if not value:
        return ""
    if name in _RECORDS:
        return _("on record")
    if isinstance(value, list):
        names = visit_names(subject) if name == "parts" else {}
        return ", ".join(names.get(each, str(each)) for each in value)
    return _said(subject, name, str(value))


def _said(subject: str, name: str, value: str) -> str:
    if name == "grade":
        return grade_label(value)
    if name in _DATES and subject != "visit programme":
        return said_text(value)
    choice = _CHOICES.get((subject, name))
    return value if choice is None or value not in choice.values else str(choice(value).label)


def visit_sentences() -> dict[tuple[str, str], str]:
    """Return what was done, by subject and verb."""
    return {
        ("visit", "planned"): _("planned the visit"),
        ("visit", "changed"): _("changed the visit"),
        ("visit", "moved"): _("recorded whether the visit was held"),
        ("visit", "withdrawn"): _("withdrew the visit"),
        ("visit invitation", "recorded"): _("recorded the invitation"),
        ("visit purpose", "recorded"): _("said what the visit is for"),
        ("visit protocol", "changed"): _("noted flags and protocol"),
        ("visit case", "changed"): _("named the consent case of the visit"),
        ("visit budget", "added"): _("added a cost"),
        ("visit budget", "changed"): _("corrected a cost"),
        ("visit budget", "withdrawn"): _("took out a cost"),
        ("visit programme", "added"): _("added an hour to the programme"),
        ("visit programme", "changed"): _("corrected an hour of the programme"),
        ("visit programme", "withdrawn"): _("took out an hour of the programme"),
        ("visit gift", "added"): _("entered a gift"),
        ("visit gift", "changed"): _("corrected a gift"),
        ("visit gift", "withdrawn"): _("took out a gift"),
        ("visit outcome", "added"): _("recorded what came of the visit"),
        ("visit outcome", "changed"): _("corrected what came of the visit"),
        ("visit outcome", "withdrawn"): _("took out an outcome"),
        ("visit minutes", "recorded"): _("wrote the minutes"),
        ("visit document", "attached"): _("attached a document to the visit"),
        ("visit document", "withdrawn"): _("took out a document of the visit"),
        ("visit delegation", "added"): _("added people to a delegation"),
        ("visit delegation", "changed"): _("corrected a person of a delegation"),
        ("visit delegation", "withdrawn"): _("took a person off a delegation"),
        ("visit delegation", "erased"): _("erased who a person was"),
        ("visit detail", "recorded"): _("kept something of a person for a time"),
        ("visit detail", "purged"): _("purged what was kept of people"),
        ("promise", "made"): _("recorded a promise"),
        ("promise", "withdrawn"): _("withdrew a promise"),
    }


def visit_names(subject: str = "") -> dict[str, str]:
    """Return the names of the parts that are changed, as they are called of this subject."""
    return {**_visit_names(), **_own_names().get(subject, {})}


def _own_names() -> dict[str, dict[str, str]]:
    return {
        "visit programme": {
            "what": _("What happens"),
            "starts": _("From"),
            "ends": _("Until"),
        },
        "visit budget": {"what": _("What is to be paid")},
        "visit delegation": {"title": _("Title, as it is printed")},
        "visit document": {"title": _("Title of the document")},
        "visit gift": {"direction": _("Given or received")},
        "promise": {"what": _("What was promised")},
    }


def _visit_names() -> dict[str, str]:
    return {
        "direction": _("Direction of the visit"),
        "stage": _("Status"),
        "stage_reason": _("Why it does not take place"),
        "purpose": _("Mainly for"),
        "starts": _("First day"),
        "ends": _("Last day"),
        "stated_people": _("How many travelled"),
        "stated_rank": _("Rank of the head of those who travelled"),
        "invited_by": _("Who invited"),
        "invited_on": _("Date of the invitation"),
        "invitation_number": _("Number of the letter"),
        "invitation": _("The letter"),
        "aim": _("What is to be different after the visit?"),
        "why_travel": _("Why would a letter or a call not do?"),
        "cost_bearer": _("Who pays?"),
        "flags": _("Flags"),
        "protocol": _("Notes on protocol"),
        "case": _("Consent case"),
        "what": _("What it is"),
        "amount": _("Amount"),
        "currency": _("Currency"),
        "day": _("Day"),
        "place": _("Where"),
        "host": _("Who receives them"),
        "notes": _("Note"),
        "person": _("To whom or from whom"),
        "given_on": _("Date"),
        "value": _("Estimated value"),
        "kept_at": _("Where it is kept"),
        "text": _("In a sentence or two"),
        "entry": _("Entry"),
        "side": _("Whose delegation"),
        "people": _("People"),
        "parts": _("What was corrected"),
        "detail": _("What is kept"),
        "due": _("To be done by"),
        "kind": _("What came of it"),
        "act": _("Act of the register"),
        "document": _("Document"),
        "happened": _("Date"),
        "number": _("Number"),
        "name": _("First and last name"),
        "rank": _("Rank"),
        "role": _("Part in the delegation"),
        "place_by_hand": _("Place in the order, by hand"),
        "address_form": _("How the person is addressed"),
        "languages": _("Languages"),
        "needs_visa_letter": _("Needs a visa support letter"),
        "needs_badge": _("Gets a badge"),
        "title": _("Title of the visit"),
        "places": _("Places"),
        "partners": _("With"),
        "grade": _("Visible to"),
        **{kind.value: str(DetailChoice(kind).label) for kind in DetailKind},
    }
