"""A visit and what is on record of its partner, in the words of a language, for its papers."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal

from django.utils import translation
from django.utils.translation import gettext as _

from elci.accounts.models import Workspace
from elci.agreements.choices import InstrumentChoice, StandingChoice, act_label
from elci.agreements.models import Account
from elci.agreements.queries.drawings import chronicle_of
from elci.domain.acts.kinds import Standing
from elci.domain.acts.standing import standing_on
from elci.domain.visiting.outcomes import Lack
from elci.domain.visiting.words import DetailKind, Promiser, PromiseState, Side, Stage
from elci.foundation.eyes import Eyes
from elci.foundation.templatetags.elci import counted, named, said
from elci.organisations.models import Organisation
from elci.organisations.queries import kin_of
from elci.places.queries import country_name
from elci.reports.document import Document
from elci.reports.papers import visits as papers
from elci.reports.papers.briefing import BriefingFacts, PromiseTold, briefing
from elci.reports.papers.visits import HourTold, PersonTold, VisitTold
from elci.visits.choices import PromiseStateChoice
from elci.visits.models import Delegate, Visit
from elci.visits.queries.people import delegation_of
from elci.visits.queries.promises import ToldPromise, promises_with, told_promises
from elci.visits.queries.rows import outcomes_of, programme_of
from elci.visits.queries.visits import (
    VisitLine,
    accounts_with,
    partners_of,
    visit_lines,
    visits_with,
)

if TYPE_CHECKING:
    from elci.agreements.models import ActRecord

Language = Literal["tr", "en"]
_ACTS_TOLD: Final = 3


class VisitPaperName(StrEnum):
    """The papers that a visit can be had as."""

    BRIEFING = "briefing"
    PROGRAMME = "programme"
    DELEGATIONS = "delegations"
    BADGES = "badges"
    VISA_LETTER = "visa-letter"


_COMPOSERS: Final = {
    VisitPaperName.PROGRAMME: papers.programme,
    VisitPaperName.DELEGATIONS: papers.delegation_list,
    VisitPaperName.BADGES: papers.badges,
    VisitPaperName.VISA_LETTER: papers.visa_letter,
}


def visit_paper(
    visit: Visit, name: VisitPaperName, eyes: Eyes, *, today: date, language: Language
) -> Document:
    """Return a paper of a visit in a language; the briefing is about all of its partners."""
    with translation.override(language):
        if name is VisitPaperName.BRIEFING:
            facts = _briefing(visit.workspace, partners_of(visit), visit, eyes, today, language)
            return briefing(facts)
        return _COMPOSERS[name](_told(visit, eyes, today, language))


def partner_briefing(
    workspace: Workspace, partner: Organisation, eyes: Eyes, *, today: date, language: Language
) -> Document:
    """Return the briefing on a partner, for the next visit that is planned, where one is."""
    with translation.override(language):
        lines = visit_lines(visits_with([partner.pk], eyes).filter(workspace=workspace), today)
        coming = [line for line in lines if line.visit.stage == Stage.PLANNED and line.lack is None]
        visit = coming[-1].visit if coming else None
        return briefing(_briefing(workspace, [partner], visit, eyes, today, language))


def _briefing(
    workspace: Workspace,
    partners: Sequence[Organisation],
    visit: Visit | None,
    eyes: Eyes,
    today: date,
    language: Language,
) -> BriefingFacts:
    kin = kin_of(body.pk for body in partners)
    bodies = [body.pk for body in partners] + [each for found in kin.values() for each in found]
    lines = [
        line
        for line in visit_lines(visits_with(bodies, eyes).filter(workspace=workspace), today)
        if visit is None or line.visit.pk != visit.pk
    ]
    promises = told_promises(promises_with(bodies, eyes).filter(workspace=workspace), today)
    samples = [line.visit.is_sample for line in lines]
    samples += [each.promise.is_sample for each in promises]
    return BriefingFacts(
        language=language,
        partner=", ".join(map(named, partners)),
        author=_authority(workspace),
        made_on=today,
        day=said(today),
        occasion="" if visit is None else _occasion(visit),
        who=tuple(fact for body in partners for fact in _who(body, language)),
        between=tuple(_between(accounts_with(workspace, partners, eyes), today)),
        promises=tuple(map(_promise, promises)),
        happened=tuple(map(_happened, lines)),
        to_raise=tuple(_to_raise(visit, promises, lines)),
        is_sample=any(samples) or (visit is not None and visit.is_sample),
    )


def _authority(workspace: Workspace) -> str:
    """Return the body that keeps a workspace, or its own name where none is on record."""
    return named(getattr(workspace, "organisation", workspace))


def _occasion(visit: Visit) -> str:
    parts = [visit.title, _span(visit), ", ".join(visit.places)]
    return ". ".join([" · ".join(filter(None, parts)), *filter(None, [visit.aim])])


def _span(visit: Visit) -> str:
    starts = said(visit.starts)
    if visit.ends is None or visit.ends == visit.starts:
        return starts
    return f"{starts} – {said(visit.ends)}"


def _who(body: Organisation, language: Language) -> Iterator[str]:
    yield f"{named(body)} ({body.get_kind_display()})"
    place = body.place
    if place is not None:
        local = "" if place.name_local == named(place) else f" ({place.name_local})"
        region = f"{place.region}, " if place.region else ""
        yield f"{named(place)}{local}: {region}{country_name(place.country, language)}"
        if place.population:
            number = counted(place.population)
            yield _("population %(number)s (GeoNames)") % {"number": number}
    if body.founded is not None:
        yield _("founded: %(day)s") % {"day": said(body.founded)}
    if body.site:
        yield body.site


def _between(accounts: Sequence[Account], today: date) -> Iterator[str]:
    for account in accounts:
        acts = [act for act in account.acts.all() if act.known_until is None]
        standing = standing_on(chronicle_of(account).acts, today) or Standing.UNKNOWN
        latest = sorted(acts, key=lambda act: (act.happened.sort_key, act.pk))[-_ACTS_TOLD:]
        told = "; ".join(_act(act, account) for act in latest)
        instrument = InstrumentChoice(account.instrument).label
        yield f"{instrument}: {StandingChoice(standing).label}. {told}"
        for case in account.cases.filter(is_open=True):
            yield _("open consent case: %(title)s") % {"title": case.title}


def _act(act: "ActRecord", account: Account) -> str:
    return f"{act_label(act.kind, account.instrument)}, {said(act.happened)}"


def _promise(told: ToldPromise) -> PromiseTold:
    promise = told.promise
    who = promise.get_promiser_display()
    fate = "" if told.fate is None else f", {said(told.fate.happened, 'short')}"
    return PromiseTold(
        who=f"{who}, {promise.who}" if promise.who else str(who),
        what=promise.what,
        due=said(promise.due, "short") if promise.due is not None else "–",
        state=f"{PromiseStateChoice(told.state).label}{fate}",
    )


def _happened(line: VisitLine) -> str:
    visit = line.visit
    came = "; ".join(outcome.text for outcome in outcomes_of(visit))
    people = line.travellers.people
    number = "" if people is None else " (" + _("%(number)s people") % {"number": people} + ")"
    told = f"{_span(visit)}: {visit.title}{number}, {visit.get_stage_display()}"
    return f"{told}. {came}" if came else told


def _to_raise(
    visit: Visit | None, promises: Sequence[ToldPromise], lines: Sequence[VisitLine]
) -> Iterator[str]:
    overdue = [each for each in promises if each.state is PromiseState.OVERDUE]
    for each in overdue:
        what = {"what": each.promise.what, "due": said(each.promise.due)}
        if each.promise.promiser == Promiser.PARTNER:
            yield _("Ask about what they promised: %(what)s (due %(due)s).") % what
        else:
            yield _("Say when ours will be done: %(what)s (due %(due)s).") % what
    if visit is not None and visit.aim:
        yield _("Reach what the visit is for: %(aim)s") % {"aim": visit.aim}
    for each in promises:
        if each.state is PromiseState.OPEN:
            yield _("Agree on the next step of: %(what)s") % {"what": each.promise.what}
    for line in lines:
        if line.lack is Lack.NO_OUTCOME:
            title = {"title": line.visit.title, "when": _span(line.visit)}
            yield _("Settle what came of: %(title)s, %(when)s.") % title


def _told(visit: Visit, eyes: Eyes, today: date, language: Language) -> VisitTold:
    partner = ", ".join(map(named, partners_of(visit)))
    authority = _authority(visit.workspace)
    sides = ((Side.THEIRS, partner), (Side.OURS, authority))
    reads = visit.workspace_id in eyes.reads
    return VisitTold(
        language=language,
        title=visit.title,
        authority=authority,
        partner=partner,
        days=_span(visit),
        places=", ".join(visit.places),
        day=said(today),
        made_on=today,
        bearer=visit.get_cost_bearer_display(),
        programme=tuple(_hours(visit)) if reads else (),
        delegations=tuple(
            (body, tuple(_people(delegation_of(visit, side), body))) for side, body in sides
        ),
        is_sample=visit.is_sample,
    )


def _hours(visit: Visit) -> Iterator[HourTold]:
    for hour in programme_of(visit):
        item = hour.item
        ends = "" if item.ends is None else f"–{item.ends:%H:%M}"
        yield HourTold(
            day=said(item.day),
            time=f"{item.starts:%H:%M}{ends}",
            what=item.what,
            place=item.place,
            host=item.host,
        )


def _people(people: Iterable[Delegate], body: str) -> Iterator[PersonTold]:
    for each in people:
        kept = {detail.kind: detail.value for detail in each.kept_details}  # type: ignore[attr-defined] # the query adds it
        if each.erased_at is None:
            yield PersonTold(
                name=each.name,
                title=each.title,
                role=str(each.get_role_display()),
                languages=each.languages,
                passport=kept.get(DetailKind.VISA, ""),
                body=body,
                needs_badge=each.needs_badge,
                needs_visa_letter=each.needs_visa_letter,
            )
