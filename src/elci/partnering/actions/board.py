from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from elci.accounts.actions import record_change
from elci.accounts.models import User, Workspace
from elci.domain.vocabularies import BoardKind
from elci.foundation.grades import Grade
from elci.partnering.actions.refusals import PartneringRefusedError
from elci.partnering.models import BoardEntry

_LONGEST_YEARS: Final = 3
_KEPT_IN_HISTORY: Final = (
    "grade", "fields", "forms", "titles", "texts", "countries", "contact", "source",
    "expires_on",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFacts:
    """What an entry of the board says."""

    kind: BoardKind
    fields: tuple[str, ...]
    titles: Mapping[str, str]
    """By language."""
    expires_on: date
    texts: Mapping[str, str]
    """By language; a language without a title is refused."""
    grade: Grade = Grade.PRIVATE
    forms: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    contact: str = ""
    source: str = ""
    is_sample: bool = False


@transaction.atomic
def publish_entry(
    workspace: Workspace, facts: BoardFacts, *, today: date, user: User | None
) -> BoardEntry:
    """Put a need or an offer on the board, from today on.

    Raises ``PartneringRefusedError`` without a title or a field, and for a last day that is past or
    more than three years away: an entry that nobody looks after misleads.
    """
    _refuse(facts, today)
    entry = BoardEntry.objects.create(
        workspace=workspace, opens_on=today, made_by=user, **_columns(facts)
    )
    _tell(entry, user, verb="published", after=_printed(entry))
    return entry


@transaction.atomic
def change_entry(
    entry: BoardEntry, facts: BoardFacts, *, today: date, user: User | None, reason: str
) -> None:
    """Change what an entry says, or until when; the history keeps what it said before."""
    current = _held(entry)
    _refuse(facts, today)
    before = _printed(current)
    for name, value in _columns(facts).items():
        setattr(current, name, value)
    after = _printed(current)
    if after == before:
        return
    current.save()
    _tell(current, user, verb="changed", before=before, after=after, reason=reason)


@transaction.atomic
def withdraw_entry(entry: BoardEntry, *, reason: str, user: User | None) -> None:
    """Take an entry from the board; it stays readable in its workspace, with the reason."""
    current = _held(entry)
    if not reason.strip():
        raise PartneringRefusedError(
            _("Say in a few words why the entry is withdrawn."), field="reason"
        )
    current.withdrawn_at = timezone.now()
    current.withdrawn_by = user
    current.withdrawal_reason = reason.strip()
    current.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
    _tell(current, user, verb="withdrawn", before=_printed(current), reason=reason)


def _held(entry: BoardEntry) -> BoardEntry:
    current = BoardEntry.objects.select_for_update().get(pk=entry.pk)
    if current.withdrawn_at is not None:
        raise PartneringRefusedError(
            _("This entry was withdrawn. Write a new one where it still holds.")
        )
    return current


def _refuse(facts: BoardFacts, today: date) -> None:
    if not any(facts.titles.values()):
        raise PartneringRefusedError(
            _("Give the entry a title in one language at least."), field="title_tr"
        )
    if any(facts.texts.get(each) and not facts.titles.get(each) for each in facts.texts):
        raise PartneringRefusedError(
            _("A text has no title in its language. Write the title too."), field="title_tr"
        )
    if not facts.fields:
        raise PartneringRefusedError(
            _("Choose one field of cooperation at least: others look for it by that."),
            field="fields",
        )
    if facts.expires_on < today:
        raise PartneringRefusedError(
            _("This day is past. Give the last day on which the entry is to stand."),
            field="expires_on",
        )
    if (facts.expires_on - today).days > _LONGEST_YEARS * 366:
        raise PartneringRefusedError(
            _("An entry stands for three years at most. Give an earlier day; it can be renewed."),
            field="expires_on",
        )


def _columns(facts: BoardFacts) -> dict[str, Any]:
    columns: dict[str, Any] = {name: getattr(facts, name) for name in facts.__dataclass_fields__}
    for name in ("fields", "forms", "countries"):
        columns[name] = list(columns[name])
    for name in ("titles", "texts"):
        columns[name] = {language: text for language, text in columns[name].items() if text}
    return columns


def _printed(entry: BoardEntry) -> dict[str, Any]:
    """Return an entry as the history keeps it."""
    printed = {"entry_kind": entry.kind} | {name: getattr(entry, name) for name in _KEPT_IN_HISTORY}
    return {
        name: value if isinstance(value, list | dict) else str(value)
        for name, value in printed.items()
    }


def _tell(entry: BoardEntry, user: User | None, *, verb: str, **facts: Any) -> None:
    record_change(
        workspace=entry.workspace,
        user=user,
        verb=verb,
        subject_kind="board entry",
        subject_uuid=entry.uuid,
        **facts,
    )
