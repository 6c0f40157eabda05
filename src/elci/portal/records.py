"""One relation as its page tells it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from elci.agreements.choices import (
    INSTRUMENT_DEFINITIONS,
    UnknownChoice,
)
from elci.agreements.queries.drawings import chronicle_of
from elci.agreements.queries.parties import (
    PartyOnDay,
    partners_at_acts,
    partners_on,
    successions_of_partners,
    told_succession,
)
from elci.agreements.queries.relations import sibling_accounts
from elci.agreements.queries.unknowns import unknowns_of
from elci.agreements.templatetags.register import scope_words
from elci.domain.acts.kinds import Standing
from elci.domain.acts.standing import first_opening, standing_on
from elci.domain.dates import PartialDate
from elci.domain.register import read_day
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import PUBLIC
from elci.foundation.templatetags.elci import named
from elci.memberships.queries import grade_terms_of, responsibilities_of
from elci.portal.drawings import TitledTimeline, titled_timeline

if TYPE_CHECKING:
    from elci.agreements.models import Account, ActRecord
    from elci.documents.models import Source
    from elci.memberships.models import GradeTerm, Responsibility
    from elci.organisations.models import Organisation, Succession


@dataclass(frozen=True, slots=True)
class CitedAct:
    """An act with the number of its source on the page."""

    act: "ActRecord"
    citation: int | None
    was_corrected: bool
    succession: "Succession | None"
    """Which body took the place of which, where the act tells of that."""
    partners_then: "Sequence[Organisation]"
    """The other parties, where they went by another name than on the day of the page."""


@dataclass(frozen=True, slots=True)
class RelationRecord:
    """Everything that the page of a relation says."""

    partners: Sequence[PartyOnDay]
    partner_names: str
    """As they are called on the day."""
    definition: str
    day: date
    known_on: date | None
    standing: Standing
    since: PartialDate | None
    """First signing or entry into force, as known on the day of knowledge."""
    acts: Sequence[CitedAct]
    sources: Sequence["Source"]
    siblings: Sequence["Account"]
    findings: Sequence[object]
    unknowns: Sequence[UnknownChoice]
    scope: Sequence[tuple[str, Sequence[str]]]
    grades: Sequence["GradeTerm"]
    responsibilities: Sequence["Responsibility"]
    timeline: TitledTimeline
    not_understood: Sequence[str]


def relation_record(account: "Account", query: Mapping[str, str], *, today: date) -> RelationRecord:
    """Return the record of an account on the day, and as known on the day, that a query names."""
    day, known_on, faults = _days(query, today)
    chronicle = chronicle_of(account, known_on=known_on)
    opening = first_opening(chronicle.acts)
    partners = partners_on(account, day)
    acts, sources = _cited(account, known_on, day=day)
    is_membership = account.instrument == Instrument.MEMBERSHIP
    return RelationRecord(
        partners=partners,
        partner_names=", ".join(named(body) for party in partners for body in party.then),
        definition=str(INSTRUMENT_DEFINITIONS[Instrument(account.instrument)]),
        day=day,
        known_on=known_on,
        standing=standing_on(chronicle.acts, day) or Standing.UNKNOWN,
        since=None if opening is None else opening.happened,
        acts=acts,
        sources=sources,
        siblings=[] if is_membership else list(sibling_accounts(account, PUBLIC)),
        findings=list(account.entry.findings.all()),
        unknowns=unknowns_of(account),
        scope=scope_words(account),
        grades=list(grade_terms_of(account)) if is_membership else [],
        responsibilities=list(responsibilities_of(account)) if is_membership else [],
        timeline=titled_timeline(
            [chronicle], label=_("The acts by year"), today=today, with_names=False
        ),
        not_understood=faults,
    )


def _days(query: Mapping[str, str], today: date) -> tuple[date, date | None, list[str]]:
    found: dict[str, date] = {}
    faults = []
    for name in ("as_of", "known_on"):
        text = query.get(name, "").strip()
        if text == "":
            continue
        try:
            found[name] = read_day(text)
        except ValueError:
            faults.append(text[:100])
    return min(found.get("as_of", today), today), found.get("known_on"), faults


def _cited(
    account: "Account", known_on: date | None, *, day: date
) -> tuple[list[CitedAct], list["Source"]]:
    """Return the acts in the order in which they happened, with numbered sources."""
    sources: dict[int, Source] = {}
    acts = []
    found = successions_of_partners(account)
    records = sorted(account.acts.all(), key=lambda act: (act.happened.sort_key, act.pk))
    shown = [act for act in records if _is_shown(act, known_on)]
    then = partners_at_acts(account, shown, day=day) if found else {}
    for act in shown:
        if act.source is not None:
            sources.setdefault(act.source.pk, act.source)
        number = None if act.source is None else list(sources).index(act.source.pk) + 1
        was_corrected = act.replaces_id is not None
        acts.append(
            CitedAct(act, number, was_corrected, told_succession(act, found), then.get(act.pk, ()))
        )
    return acts, list(sources.values())


def _is_shown(act: "ActRecord", known_on: date | None) -> bool:
    if known_on is None:
        return act.known_until is None
    return act.known_from <= known_on and (act.known_until is None or known_on < act.known_until)
