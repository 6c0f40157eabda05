"""One relation as the desk shows it: every act that was ever on record, and who changed what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from elci.accounts.queries import changes_of_account
from elci.agreements.choices import UnknownChoice, act_label
from elci.agreements.queries.drawings import chronicle_of
from elci.agreements.queries.parties import (
    PartyOnDay,
    partners_on,
    successions_of_partners,
    told_succession,
    untold_successions,
)
from elci.agreements.queries.relations import (
    kept_accounts_named,
    partners_of,
    sibling_accounts,
)
from elci.agreements.queries.unknowns import unknowns_of
from elci.desk.history import ToldChange, told_changes
from elci.domain.acts.kinds import Standing
from elci.domain.acts.standing import standing_on
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import Eyes
from elci.foundation.templatetags.elci import named, said
from elci.memberships.queries import grade_terms_of, responsibilities_of

if TYPE_CHECKING:
    from elci.accounts.models import Change
    from elci.agreements.models import Account, ActRecord
    from elci.documents.models import Document
    from elci.memberships.models import GradeTerm, Responsibility
    from elci.organisations.models import Succession


@dataclass(frozen=True, slots=True)
class ToldAct:
    """An act with what became of it."""

    act: "ActRecord"
    stands: bool
    """Whether it counts, on the day of knowledge that is asked for."""
    replacement: "ActRecord | None"
    reason: str
    """Why it was corrected or withdrawn, where it was."""
    succession: "Succession | None" = None
    """Which body took the place of which, where the act tells of that."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, with the act that it proves where it proves a single one."""

    document: "Document"
    act_words: str


@dataclass(frozen=True, slots=True)
class DeskRecord:
    """Everything that the desk's page of a relation says."""

    partners: Sequence[PartyOnDay]
    partner_names: str
    """As they are called on the day."""
    day: date
    known_on: date | None
    standing: Standing
    acts: Sequence[ToldAct]
    papers: Sequence[Paper]
    siblings: Sequence["Account"]
    findings: Sequence[object]
    unknowns: Sequence[UnknownChoice]
    untold: Sequence["Succession"]
    """By which a party was succeeded while the relation lasted, and no act says so."""
    grades: Sequence["GradeTerm"]
    responsibilities: Sequence["Responsibility"]
    changes: Sequence[ToldChange]


@dataclass(frozen=True, slots=True)
class RelatedChange:
    """A line of the history with the relation that it is about."""

    told: ToldChange
    account: "Account | None"
    name: str


def changes_with_relations(changes: "Sequence[Change]", eyes: Eyes) -> list[RelatedChange]:
    """Return lines of the history, each with its relation, in the order given."""
    accounts = kept_accounts_named(
        (change.account_uuid for change in changes if change.account_uuid is not None), eyes
    )
    lines = []
    instruments = {uuid: account.instrument for uuid, account in accounts.items()}
    for told in told_changes(changes, instruments):
        uuid = told.change.account_uuid
        account = None if uuid is None else accounts.get(uuid)
        name = "" if account is None else partner_names(account)
        lines.append(RelatedChange(told, account, name))
    return lines


def desk_record(account: "Account", eyes: Eyes, *, day: date, known_on: date | None) -> DeskRecord:
    """Return the record of an account on a day, and as known on a day."""
    chronicle = chronicle_of(account, known_on=known_on)
    is_membership = account.instrument == Instrument.MEMBERSHIP
    is_withdrawn = account.withdrawn_at is not None
    partners = partners_on(account, day)
    found = successions_of_partners(account)
    return DeskRecord(
        partners=partners,
        partner_names=", ".join(named(body) for party in partners for body in party.then),
        day=day,
        known_on=known_on,
        standing=standing_on(chronicle.acts, day) or Standing.UNKNOWN,
        acts=[
            replace(told, succession=told_succession(told.act, found))
            for told in told_acts(account, known_on)
        ],
        untold=[] if is_withdrawn else untold_successions(account, chronicle.acts, found),
        papers=_papers(account),
        siblings=[] if is_membership else list(sibling_accounts(account, eyes)),
        findings=[] if is_withdrawn else list(account.entry.findings.all()),
        unknowns=[] if is_withdrawn else unknowns_of(account),
        grades=list(grade_terms_of(account)) if is_membership else [],
        responsibilities=list(responsibilities_of(account)) if is_membership else [],
        changes=told_changes(
            changes_of_account(account.uuid, eyes), {account.uuid: account.instrument}
        ),
    )


def partner_names(account: "Account") -> str:
    """Return the names of the other parties as the reader reads them."""
    return ", ".join(map(named, partners_of(account)))


def told_acts(account: "Account", known_on: date | None) -> list[ToldAct]:
    """Return the acts known by a day, in the order in which they happened, replaced ones too."""
    records = list(account.acts.all())
    replacements = {act.replaces_id: act for act in records if act.replaces_id is not None}
    known = [act for act in records if known_on is None or act.known_from <= known_on]
    known.sort(key=lambda act: (act.happened.sort_key, act.pk))
    return [_told(act, replacements.get(act.pk), known_on) for act in known]


def standing_act_labels(account: "Account") -> list[tuple[str, str]]:
    """Return the acts that stand, by number and in words, for a person to choose from."""
    return [
        (str(told.act.uuid), act_words(told.act, account.instrument))
        for told in told_acts(account, None)
        if told.stands
    ]


def act_words(act: "ActRecord", instrument: str) -> str:
    """Return an act with its date, as a heading says it."""
    return f"{act_label(act.kind, instrument)}, {said(act.happened)}"


def _papers(account: "Account") -> list[Paper]:
    acts = {act.pk: act_words(act, account.instrument) for act in account.acts.all()}
    return [
        Paper(attachment.document, "" if attachment.act_id is None else acts[attachment.act_id])
        for attachment in account.attachments.all()
    ]


def _told(act: "ActRecord", replacement: "ActRecord | None", known_on: date | None) -> ToldAct:
    stands = act.known_until is None or (known_on is not None and known_on < act.known_until)
    if stands:
        return ToldAct(act, stands, None, "")
    return ToldAct(act, stands, replacement, (replacement or act).reason)
