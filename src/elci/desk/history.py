"""The history in words: who changed what, from what to what, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.utils.translation import gettext as _

from elci.agreements.choices import (
    DimensionChoice,
    FieldChoice,
    FormChoice,
    InstrumentChoice,
    PurposeChoice,
    act_label,
)
from elci.desk.choices import grade_label
from elci.desk.history_visits import is_of_visit, visit_names, visit_sentences, visit_word
from elci.foundation.templatetags.elci import said_text
from elci.memberships.choices import GradeChoice
from elci.organisations.choices import SuccessionChoice
from elci.partnering.choices import AnswerChoice, BoardKindChoice

if TYPE_CHECKING:
    from elci.accounts.models import Change

_LISTS: Final[Mapping[str, Any]] = {
    "dimensions": DimensionChoice,
    "purposes": PurposeChoice,
    "fields": FieldChoice,
    "forms": FormChoice,
}
_DATES: Final = frozenset({"happened", "valid_until", "since", "until", "expires_on", "sent_on"})
_LEFT_OUT: Final = frozenset({"sha256", "size"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that was changed; ``before`` is empty where there was nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A line of the history as a person reads it."""

    made_at: datetime
    by: str
    sentence: str
    differences: Sequence[Difference]
    reason: str
    change: "Change"


def told_changes(changes: "Iterable[Change]", instruments: Mapping[UUID, str]) -> list[ToldChange]:
    """Return the lines of the history in words, in the order given.

    ``instruments`` says by the number of an account what it is: some acts are called after it.
    """
    return [
        _told(change, instruments.get(change.account_uuid, "") if change.account_uuid else "")
        for change in changes
    ]


def _told(change: "Change", instrument: str) -> ToldChange:
    return ToldChange(
        made_at=change.made_at,
        by=_("a command of the installation") if change.user is None else str(change.user),
        sentence=_sentence(change),
        differences=_differences(change, instrument),
        reason=change.reason,
        change=change,
    )


def _sentence(change: "Change") -> str:
    sentences = {
        ("account", "opened"): _("entered the relation in the register"),
        ("account", "changed"): _("changed the description of the relation"),
        ("account", "withdrawn"): _("withdrew the relation"),
        ("act", "recorded"): _("recorded an act"),
        ("act", "corrected"): _("corrected an act"),
        ("act", "withdrawn"): _("withdrew an act"),
        ("document", "attached"): _("attached a document"),
        ("document", "changed"): _("changed who may see a document"),
        ("parties", "changed"): _("changed the other parties of the relation"),
        ("responsibility", "ended"): _("recorded that a unit is no longer in charge"),
        ("succession", "recorded"): _("recorded that one body took the place of another"),
        ("succession", "withdrawn"): _("withdrew what was recorded of a body’s successor"),
        ("letterhead", "changed"): _("changed the letterhead"),
        ("membership", "recorded"): _("recorded the grade of the membership or a unit in charge"),
        ("shortlist", "opened"): _("began a shortlist of possible partners"),
        ("shortlist", "added"): _("put a place on a shortlist"),
        ("shortlist", "withdrawn"): _("took a place off a shortlist"),
        ("shortlist", "closed"): _("closed a shortlist"),
        ("board entry", "published"): _("put a need or an offer on the board"),
        ("board entry", "changed"): _("changed a need or an offer on the board"),
        ("board entry", "withdrawn"): _("withdrew a need or an offer from the board"),
        ("twinning request", "received"): _("entered a request that came from abroad"),
        ("twinning request", "decided"): _("recorded a decision on a request from abroad"),
        ("twinning request", "answered"): _("recorded the answer to a request from abroad"),
        ("twinning request", "withdrawn"): _("withdrew a request from abroad"),
    }
    sentences |= visit_sentences()
    known = sentences.get((change.subject_kind, change.verb))
    return known or f"{change.verb}: {change.subject_kind}"


def _differences(change: "Change", instrument: str) -> list[Difference]:
    before, after = change.before or {}, change.after or {}
    subject = change.subject_kind
    if change.verb == "withdrawn":
        before, after = {}, before
    names = [name for name in {**before, **after} if name not in _LEFT_OUT]
    told = (
        Difference(
            _name_of(subject, name),
            _in_words(subject, name, before, instrument),
            _in_words(subject, name, after, instrument),
        )
        for name in names
        if before.get(name) != after.get(name)
    )
    return [each for each in told if each.before or each.after]


def _in_words(subject: str, name: str, values: Mapping[str, Any], instrument: str) -> str:
    value = values.get(name)
    if is_of_visit(subject):
        return visit_word(subject, name, value)
    return _worded(name, value, instrument)


def _worded(name: str, value: Any, instrument: str) -> str:
    if not value:
        return ""
    if name == "kind":
        return act_label(str(value), instrument)
    if name in _LISTS:
        return ", ".join(_label(_LISTS[name], key) for key in value)
    if name == "signatories":
        return "; ".join(map(_signatory, value))
    if isinstance(value, list | dict):
        return ", ".join(map(str, value.values() if isinstance(value, dict) else value))
    return _WORDS[name](str(value)) if name in _WORDS else str(value)


def _signatory(facts: Mapping[str, Any]) -> str:
    told = [facts["name"], facts["on_behalf"], facts["title"]]
    days = " – ".join(said_text(facts[end]) if facts[end] else "…" for end in ("since", "until"))
    known = facts["since"] or facts["until"]
    return ", ".join([*filter(None, told), *([days] if known else [])])


def _label(choice: Any, key: str) -> str:
    return str(choice(key).label) if key in choice.values else key


_WORDS: Final[Mapping[str, Any]] = {
    "instrument": lambda key: _label(InstrumentChoice, key),
    "grade": grade_label,
    "membership_grade": lambda key: _label(GradeChoice, key),
    "succession_kind": lambda key: _label(SuccessionChoice, key),
    "entry_kind": lambda key: _label(BoardKindChoice, key),
    "answer": lambda key: _label(AnswerChoice, key),
    **dict.fromkeys(_DATES, said_text),
}


def _name_of(subject: str, name: str) -> str:
    if is_of_visit(subject):
        return visit_names(subject).get(name, name)
    names = {
        "kind": _("Act"),
        "happened": _("Date"),
        "valid_until": _("Valid until"),
        "organ": _("Organ"),
        "number": _("Number of the decision or letter"),
        "places": _("Places"),
        "source": _("Source"),
        "source_detail": _("Where in the source"),
        "note": _("Note"),
        "instrument": _("Instrument"),
        "grade": _("Visible to"),
        "local_name": _("What the parties call it"),
        "partner_as_printed": _("The partner’s name as the source prints it"),
        "dimensions": _("Dimensions"),
        "purposes": _("Purposes"),
        "fields": _("Fields of cooperation"),
        "forms": _("Forms of cooperation"),
        "title": _("Title of the document"),
        "membership_grade": _("Grade of the membership"),
        "since": _("Since when"),
        "units": _("Units in charge"),
        "until": _("No longer since"),
        "partners": _("Other parties"),
        "body": _("Body"),
        "successor": _("Successor"),
        "succession_kind": _("What happened to it"),
        "entry_kind": _("Kind"),
        "titles": _("Titles"),
        "texts": _("Texts"),
        "countries": _("Countries"),
        "contact": _("Office to write to"),
        "expires_on": _("Last day on the board"),
        "place": _("Place"),
        "asker": _("Body that asks"),
        "answer": _("Decision"),
        "sent_on": _("Day on which it was sent"),
        "authority": _("Name under which it writes"),
        "unit": _("Unit"),
        "detsis": _("DETSİS number"),
        "file_code": _("Code of the standard file plan"),
        "administrator": _("Highest civil administrator of the place"),
        "address": _("Address"),
        "telephone": _("Telephone"),
        "email": _("E-mail address"),
        "kep": _("Registered e-mail address (KEP)"),
        "website": _("Web address"),
        "contact_name": _("Whom to ask"),
        "contact_title": _("Title of whom to ask"),
        "contact_telephone": _("Telephone of whom to ask"),
        "signatories": _("Who signs"),
    }
    return names.get(name, name)
