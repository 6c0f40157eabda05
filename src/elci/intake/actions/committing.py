from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from elci.accounts.models import User
from elci.agreements.actions import (
    AccountFacts,
    ActFacts,
    entries_refreshed_once,
    open_account,
    record_act,
)
from elci.agreements.choices import ActKindChoice
from elci.agreements.models import Account
from elci.documents.actions import cite_source
from elci.documents.models import Source
from elci.domain.acts.kinds import ActKind
from elci.domain.acts.refusals import ActRefusedError
from elci.domain.dates import PartialDate
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade
from elci.foundation.templatetags.elci import said
from elci.intake.actions.partners import partner_of
from elci.intake.actions.working import Advance
from elci.intake.choices import BatchState, Decision, Match
from elci.intake.models import ImportBatch, ImportedRow
from elci.intake.queries.facts import ReadAct, RowFacts, facts_of
from elci.intake.queries.matching import Known, compare, known_relations
from elci.intake.queries.work import is_worked_on
from elci.memberships.actions import record_grade

_ORGANS = {"council": "Belediye Meclisi", "ministry": "Bakanlık"}


class NotReadyError(ValueError):
    """A list that cannot be entered yet; its text says what is left to do."""


class RowNotEnteredError(ValueError):
    """A row that the register refuses; nothing of the list was entered."""

    def __init__(self, row: ImportedRow, refusal: ValueError) -> None:
        self.row = row
        self.refusal = refusal
        super().__init__(self.told())

    def told(self) -> str:
        """Say what happened, in the language that is active now."""
        message = _("Row %(number)s was refused, so nothing of the list was entered. %(why)s")
        return message % {"number": self.row.number, "why": _told(self.refusal)}


@dataclass(frozen=True, slots=True)
class _Entering:
    """What every row of a list is entered with."""

    batch: ImportBatch
    gazetteer: Gazetteer
    user: User | None
    today: date
    grade: Grade
    known: Known

    @property
    def known_from(self) -> date:
        return self.batch.stated_on or self.today


@transaction.atomic
def begin_committing(batch: ImportBatch, *, user: User | None, grade: Grade) -> ImportBatch:
    """Let a list wait to be entered by a process of its own; errors as ``commit_batch``."""
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    _refuse_unready(batch)
    batch.state = BatchState.COMMITTING
    batch.closed_by = user
    batch.grade = grade
    batch.started_at = None
    batch.save(update_fields=["state", "closed_by", "grade", "started_at"])
    return batch


def stop_committing(batch: ImportBatch, error: RowNotEnteredError) -> None:
    """Say on a list why nothing of it was entered, and let a person decide anew."""
    batch.state = BatchState.READ
    batch.refused_row = error.row.order
    with translation.override("tr"):
        batch.refusal_tr = error.told()
    with translation.override("en"):
        batch.refusal_en = error.told()
    batch.save(update_fields=["state", "refused_row", "refusal_tr", "refusal_en"])


@transaction.atomic
def commit_batch(
    batch: ImportBatch,
    gazetteer: Gazetteer,
    *,
    user: User | None,
    today: date,
    grade: Grade,
    advance: Advance | None = None,
) -> int:
    """Enter every row that is to be entered, all or none; return how many were.

    Raises ``NotReadyError`` while a row is undecided, and ``RowNotEnteredError`` for the first row
    that the register refuses.
    """
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    _refuse_unready(batch)
    batch.grade = grade
    batch.source = _source_of(batch)
    entering = _Entering(batch, gazetteer, user, today, grade, known_relations(batch.workspace))
    rows = ImportedRow.objects.filter(batch=batch, decision=Decision.ENTER).order_by("order")
    entered = 0
    with entries_refreshed_once():
        for done, row in enumerate(rows, start=1):
            try:
                entered += _enter(row, entering)
            except ValueError as error:
                raise RowNotEnteredError(row, error) from error
            if advance is not None:
                advance(done)
    _close(batch, BatchState.COMMITTED, user)
    return entered


def discard_batch(batch: ImportBatch, *, user: User | None) -> None:
    """Put a list aside of which nothing was entered; it stays readable."""
    if batch.state in {BatchState.COMMITTED, BatchState.UNDOING, BatchState.UNDONE}:
        raise NotReadyError(_("This list was entered. It can be undone, not discarded."))
    if is_worked_on(batch):
        raise NotReadyError(_("This list is being worked on just now. Wait until that is done."))
    _close(batch, BatchState.DISCARDED, user)


def _refuse_unready(batch: ImportBatch) -> None:
    if batch.state not in {BatchState.READ, BatchState.COMMITTING}:
        raise NotReadyError(_("This list is not waiting to be entered."))
    waiting = ImportedRow.objects.filter(batch=batch, decision=Decision.OPEN).count()
    if waiting:
        message = _(
            "%(number)s rows are still to be decided: enter or leave out each of them first."
        )
        raise NotReadyError(message % {"number": waiting})


def _enter(row: ImportedRow, entering: _Entering) -> bool:
    """Enter one row, compared anew: a row before it may have entered the same relation.

    Return whether it brought anything.
    """
    facts = facts_of(row)
    comparison = compare(facts, entering.known)
    row.match = comparison.match
    row.matched = comparison.account
    if comparison.match is Match.ADDS and comparison.account is not None:
        row.account = comparison.account
        _add_acts(row, comparison.account, comparison.missing, entering)
    elif comparison.match is not Match.KNOWN:
        row.account = _open(row, facts, entering)
        row.opened_account = True
        row.acts.add(*row.account.acts.all())
        entering.known.add(row.account)
    row.save(update_fields=["match", "matched", "account", "opened_account"])
    return comparison.match is not Match.KNOWN


def _add_acts(
    row: ImportedRow, account: Account, acts: Sequence[ReadAct], entering: _Entering
) -> None:
    for act in acts:
        record = record_act(
            account,
            _act_facts(act, row, entering.batch),
            user=entering.user,
            today=entering.today,
            known_from=entering.known_from,
        )
        row.acts.add(record)
    account.refresh_from_db()  # forgets the acts that were read before these


def _open(row: ImportedRow, facts: RowFacts, entering: _Entering) -> Account:
    if facts.instrument is None or not facts.names_a_party:
        raise ValueError(
            _("The row cannot be entered: choose the other party and the instrument first.")
        )
    account = open_account(
        workspace=entering.batch.workspace,
        partners=[partner_of(facts, entering.gazetteer)],
        facts=AccountFacts(
            instrument=facts.instrument,
            grade=entering.grade,
            partner_as_printed=facts.name_as_read,
        ),
        first_acts=tuple(_act_facts(act, row, entering.batch) for act in facts.acts),
        user=entering.user,
        today=entering.today,
        known_from=entering.known_from,
        separate=True,
    )
    if facts.instrument is Instrument.MEMBERSHIP and facts.grade is not None:
        record_grade(
            account,
            grade=facts.grade,
            as_printed=facts.grade_as_printed,
            since=None,
            units=facts.units,
        )
    return account


def _act_facts(act: ReadAct, row: ImportedRow, batch: ImportBatch) -> ActFacts:
    return ActFacts(
        kind=act.kind,
        happened=act.happened,
        places=act.places,
        organ=_ORGANS.get(act.organ, act.organ),
        number=act.number,
        source=batch.source,
        source_detail=origin_text(row, act.raw),
    )


def origin_text(row: ImportedRow, cell: str) -> str:
    """Return where in the list a fact stood: page, row and the text of the cell."""
    page = "" if row.page is None else _("page %(page)s, ") % {"page": row.page}
    place = _("row %(row)s") % {"row": row.number}
    return f"{page}{place}: {cell}"[:300] if cell else f"{page}{place}"[:300]


def _source_of(batch: ImportBatch) -> Source:
    titles = {}
    for language in ("tr", "en"):
        with translation.override(language):
            title = batch.file_name or _("pasted text")
            titles[f"title_{language}"] = f"{title} ({batch.sha256[:12]})"
    return cite_source(workspace=batch.workspace, stated_on=batch.stated_on, **titles)


def _close(batch: ImportBatch, state: BatchState, user: User | None) -> None:
    batch.state = state
    batch.closed_at = timezone.now()
    batch.closed_by = user
    batch.refusal_tr = batch.refusal_en = ""
    batch.refused_row = None
    batch.save(
        update_fields=[
            "state", "closed_at", "closed_by", "source", "grade",
            "refusal_tr", "refusal_en", "refused_row",
        ]
    )  # fmt: skip


def _told(refusal: ValueError) -> str:
    """Say why an act was refused in the reader's language; other refusals speak it already."""
    if not isinstance(refusal, ActRefusedError):
        return str(refusal)
    return _(refusal.template) % {name: _worded(value) for name, value in refusal.params.items()}


def _worded(value: object) -> str:
    if isinstance(value, PartialDate):
        return said(value)
    return str(ActKindChoice(value).label) if isinstance(value, ActKind) else str(value)
