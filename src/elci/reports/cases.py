"""A case through given eyes, with what the register says beside it, ready for its papers."""

from collections.abc import Iterable
from datetime import date

from django.utils import translation

from elci.accounts.queries import letterhead_of
from elci.agreements.choices import FieldChoice, act_label
from elci.agreements.models import Account, ActRecord
from elci.agreements.queries.relations import kept_accounts, partners_of
from elci.consent.models import Case
from elci.consent.queries.cases import papers_of, state_of
from elci.consent.queries.packs import named
from elci.domain.acts.kinds import ActKind
from elci.domain.casework.state import CaseState
from elci.domain.law.words import StepKind
from elci.domain.letterheads import UNKNOWN
from elci.foundation.eyes import Eyes
from elci.organisations.models import Organisation
from elci.organisations.queries import organisations
from elci.places.queries import country_name
from elci.reports.filling import OnRecord, Side
from elci.reports.papers.note import PartnerFacts, PastAct

_TURKISH = "tr"
_TURKEY = "TR"
_DECISIONS = frozenset({"council_decision", "travel_decision"})
"""The papers of a pack that are the decision of a council."""


def sides_of(case: Case, eyes: Eyes) -> tuple[Side, ...]:
    """Return for whom the reader may write papers of a case; nobody where the law is not Turkish.

    The papers are in the form of Turkish official letters and of no use elsewhere.
    """
    if named(case.pack).pack.jurisdiction != _TURKEY:
        return ()
    own = case.workspace_id in eyes.reads
    office = case.office is not None and case.office.workspace_id in eyes.reads
    return tuple(side for side, is_mine in ((Side.OWN, own), (Side.OFFICE, office)) if is_mine)


def on_record(case: Case, eyes: Eyes, *, today: date) -> OnRecord:
    """Return a case with what the reader's register says beside it."""
    body = organisations().filter(workspace_id=case.workspace_id).first()
    office = None if case.office is None else case.office.workspace
    accounts = _accounts(case, eyes)
    acts = [(act, each) for each in accounts for act in each.acts.all() if act.known_until is None]
    state = state_of(case, today)
    return OnRecord(
        title=case.title,
        body_name=case.workspace.name_tr if body is None else body.name_tr,
        state=state,
        today=today,
        site=None if body is None else body.site or None,
        letterhead=letterhead_of(case.workspace),
        office_name=None if office is None else office.name_tr,
        office_letterhead=UNKNOWN if office is None else letterhead_of(office),
        fields=_in_turkish(state),
        decision_pages=_decision_pages(case, state),
        partner=_partner(case),
        record=_in_order(acts),
        permitted=_last(acts, ActKind.PERMIT_GRANTED),
        signed=_last(acts, ActKind.SIGNED),
    )


def _in_turkish(state: CaseState) -> tuple[str, ...]:
    """Return the fields of cooperation by their Turkish names."""
    with translation.override(_TURKISH):
        return tuple(str(FieldChoice(key).label) for key in state.particulars.fields)


def _decision_pages(case: Case, state: CaseState) -> int | None:
    """Return how many pages the council's decision has that came last into the file."""
    deciding = {each.key for each in state.steps if each.step.kind is StepKind.DECISION}
    filed = [
        each.document.pages
        for each in papers_of(case)
        if each.step in deciding and each.paper in _DECISIONS
    ]
    return filed[-1] if filed else None


def _accounts(case: Case, eyes: Eyes) -> list[Account]:
    """Return what the workspace of the case keeps with the same partner, if the reader may see."""
    partner = _partner_body(case)
    if partner is None:
        return []
    kept = kept_accounts(eyes).filter(workspace_id=case.workspace_id, withdrawn_at=None)
    return list(kept.filter(relation__parties__organisation=partner).distinct())


def _partner_body(case: Case) -> Organisation | None:
    if case.partner is not None or case.account is None:
        return case.partner
    return next(iter(partners_of(case.account)), None)


def _partner(case: Case) -> PartnerFacts | None:
    body = _partner_body(case)
    if body is None:
        return None
    place = body.place
    if place is None:
        return PartnerFacts(name=body.name_tr)
    return PartnerFacts(
        name=body.name_tr,
        country=country_name(place.country, _TURKISH),
        region=place.region or None,
        population=place.population,
        population_source=None if place.population is None else "GeoNames",
    )


def _in_order(acts: Iterable[tuple[ActRecord, Account]]) -> tuple[PastAct, ...]:
    ordered = sorted(acts, key=lambda pair: (pair[0].happened.earliest or date.min, pair[0].pk))
    return tuple(_past(act, account) for act, account in ordered)


def _past(act: ActRecord, account: Account) -> PastAct:
    with translation.override(_TURKISH):
        what = act_label(act.kind, account.instrument)
    return PastAct(what=what, day=act.happened, number=act.number or None, organ=act.organ or None)


def _last(acts: Iterable[tuple[ActRecord, Account]], kind: ActKind) -> PastAct | None:
    found = _in_order(pair for pair in acts if pair[0].kind == kind)
    return found[-1] if found else None
