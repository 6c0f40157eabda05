"""Entering the rows of a list, compared one after the other and saved many at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Self

from django.db.models.fields.json import KT
from django.utils.translation import gettext as _

from elci.accounts.models import User
from elci.agreements.actions import AccountFacts, ActFacts, Opening, record_act
from elci.agreements.models import Account, ActRecord
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.vocabularies import Instrument, MembershipGrade
from elci.foundation.grades import Grade
from elci.intake.actions.partners import Partners
from elci.intake.choices import Decision, Match
from elci.intake.models import ImportBatch, ImportedRow
from elci.intake.queries.facts import ReadAct, RowFacts, facts_of
from elci.intake.queries.matching import Known, compare, known_relations
from elci.memberships.actions import record_grade
from elci.organisations.queries import chains_of

_ORGANS: Final = {"council": "Belediye Meclisi", "ministry": "Bakanlık"}
_WRITTEN: Final = ("match", "matched", "account", "opened_account")


@dataclass(slots=True)
class Entering:
    """A list that is being entered: what is entered is looked at by the rows that come after."""

    batch: ImportBatch
    grade: Grade
    user: User | None
    today: date
    known: Known
    partners: Partners
    opening: Opening
    brought: list[tuple[ImportedRow, ActRecord]] = field(default_factory=list)
    seats: list[tuple[Account, MembershipGrade, RowFacts]] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        batch: ImportBatch,
        gazetteer: Gazetteer,
        *,
        user: User | None,
        today: date,
        grade: Grade,
    ) -> Self:
        """Begin with what the register has of all that the list names."""
        partners = Partners.at(_places_of(batch), gazetteer)
        opening = Opening.beside(
            batch.workspace,
            partners.on_record,
            user=user,
            today=today,
            known_from=batch.stated_on or today,
        )
        known = known_relations(batch.workspace)
        return cls(batch, grade, user, today, known, partners, opening)

    def enter(self, row: ImportedRow) -> bool:
        """Enter one row, compared anew: a row before it may have entered the same relation.

        Return whether it brings anything. Nothing is saved yet; see ``save``.
        """
        facts = facts_of(row)
        comparison = compare(facts, self.known)
        row.match = comparison.match
        row.matched = comparison.account
        if comparison.match is Match.ADDS and comparison.account is not None:
            row.account = comparison.account
            self._add_acts(row, comparison.account, comparison.missing)
        elif comparison.match is not Match.KNOWN:
            row.account = self._open(row, facts)
            row.opened_account = True
        return comparison.match is not Match.KNOWN

    def save(self, rows: Sequence[ImportedRow]) -> None:
        """Save what these rows brought, and what became of them."""
        self.opening.save()
        ImportedRow.objects.bulk_update(rows, _WRITTEN)
        between = ImportedRow.acts.through
        between.objects.bulk_create(
            between(importedrow_id=row.pk, actrecord_id=act.pk) for row, act in self.brought
        )
        for account, grade, facts in self.seats:
            record_grade(
                account,
                grade=grade,
                as_printed=facts.grade_as_printed,
                since=None,
                units=facts.units,
            )
        self.brought.clear()
        self.seats.clear()

    def _add_acts(self, row: ImportedRow, account: Account, acts: Sequence[ReadAct]) -> None:
        for act in acts:
            facts = _act_facts(act, row, self.batch)
            self.brought.append((row, self._recorded(account, facts)))
            self.known.add_act(account, act.kind, act.happened)

    def _recorded(self, account: Account, facts: ActFacts) -> ActRecord:
        if self.opening.is_pending(account):
            return self.opening.record(account, facts)
        return record_act(
            account,
            facts,
            user=self.user,
            today=self.today,
            known_from=self.opening.known_from,
        )

    def _open(self, row: ImportedRow, facts: RowFacts) -> Account:
        if facts.instrument is None or not facts.names_a_party:
            raise ValueError(
                _("The row cannot be entered: choose the other party and the instrument first.")
            )
        partner = self.partners.partner_of(facts)
        said = AccountFacts(
            instrument=facts.instrument,
            grade=self.grade,
            partner_as_printed=facts.name_as_read,
        )
        first_acts = [_act_facts(act, row, self.batch) for act in facts.acts]
        account, records = self.opening.open([partner], said, first_acts, separate=True)
        self.brought += ((row, record) for record in records)
        if facts.instrument is Instrument.MEMBERSHIP and facts.grade is not None:
            self.seats.append((account, facts.grade, facts))
        self._remember(account, partner, facts)
        return account

    def _remember(self, account: Account, partner: Any, facts: RowFacts) -> None:
        if facts.succeeded:
            self.known.chains |= chains_of([partner.pk])
        self.known.add(account, [partner], ((act.kind, act.happened) for act in facts.acts))


def origin_text(row: ImportedRow, cell: str) -> str:
    """Return where in the list a fact stood: page, row and the text of the cell."""
    page = "" if row.page is None else _("page %(page)s, ") % {"page": row.page}
    place = _("row %(row)s") % {"row": row.number}
    return f"{page}{place}: {cell}"[:300] if cell else f"{page}{place}"[:300]


def _places_of(batch: ImportBatch) -> Iterator[str]:
    rows = ImportedRow.objects.filter(batch=batch, decision=Decision.ENTER).order_by("order")
    read = rows.annotate(place=KT("reading__party__place"))
    for place, correction in read.values_list("place", "correction"):
        chosen = correction.get("place", place)
        if chosen is not None:
            yield chosen


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
