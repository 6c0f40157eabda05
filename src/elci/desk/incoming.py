"""Requests from abroad in words, with what the records and the data say to each criterion."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from elci.agreements.choices import InstrumentChoice
from elci.desk.shortlists import case_address
from elci.domain.matching.cautions import Against, Caution
from elci.domain.matching.laws import law_line
from elci.domain.matching.suggesting import Request, Search
from elci.domain.places.gazetteer import UnknownPlaceError
from elci.domain.vocabularies import Instrument, RequestCriterion
from elci.foundation.eyes import Eyes
from elci.foundation.templatetags.elci import reader_language
from elci.organisations.queries import host_country_of
from elci.partnering.choices import (
    CRITERION_QUESTIONS,
    AnswerChoice,
    CriterionChoice,
    FindingChoice,
)
from elci.partnering.queries.own import own_ties, place_key_of
from elci.partnering.queries.requests import Checked, checks_of, decision_of
from elci.places.queries import country_label

if TYPE_CHECKING:
    from elci.partnering.models import RequestDecision, TwinningRequest

_SAID_BY: Final[Mapping[Caution, RequestCriterion]] = {
    Caution.NO_RELATIONS: RequestCriterion.FOREIGN_POLICY,
    Caution.ASLEEP_HERE: RequestCriterion.EARLIER_TIE,
    Caution.OVER_HERE: RequestCriterion.EARLIER_TIE,
    Caution.COUNTRY_FULL: RequestCriterion.SAME_COUNTRY,
    Caution.ASLEEP_COUNTRY: RequestCriterion.SAME_COUNTRY,
    Caution.OVER_COUNTRY: RequestCriterion.SAME_COUNTRY,
    Caution.NEXT_DOOR: RequestCriterion.NEIGHBOURS,
    Caution.LEVEL: RequestCriterion.LEVEL,
    Caution.BUSY: RequestCriterion.CAPACITY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCheck:
    """A criterion in words, with its finding."""

    criterion: RequestCriterion
    label: str
    question: str
    finding: str
    checked: Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRequest:
    """A request as a person reads it."""

    request: "TwinningRequest"
    country: str
    checks: Sequence[ToldCheck]
    number_checked: int
    decision: "RequestDecision | None"
    decision_label: str
    lighter: str
    is_answered: bool
    case_url: str


def told_request(request: "TwinningRequest") -> ToldRequest:
    """Return a request in words."""
    checks = [_told(each) for each in checks_of(request)]
    decision = decision_of(request)
    place = request.place
    parts = {"asked_by": str(request.uuid)}
    if place is not None:
        parts["partner"] = f"place:{place.key}"
    lighter = "" if decision is None else decision.instrument
    instrument = Instrument(lighter or request.instrument)
    return ToldRequest(
        request=request,
        country="" if place is None else country_label(place.country, reader_language()),
        checks=checks,
        number_checked=sum(each.checked.standing is not None for each in checks),
        decision=decision,
        decision_label="" if decision is None else str(AnswerChoice(decision.answer).label),
        lighter=str(InstrumentChoice(lighter).label) if lighter else "",
        is_answered=any(
            each.decision_id == getattr(decision, "pk", None) for each in request.answers.all()
        ),
        case_url=case_address(
            request.workspace, parts, today=request.received_on, instrument=instrument
        ),
    )


def _told(checked: Checked) -> ToldCheck:
    standing = checked.standing
    return ToldCheck(
        criterion=checked.criterion,
        label=str(CriterionChoice(checked.criterion.value).label),
        question=str(CRITERION_QUESTIONS[checked.criterion]),
        finding="" if standing is None else str(FindingChoice(standing.finding).label),
        checked=checked,
    )


def hints(request: "TwinningRequest", eyes: Eyes, *, today: date) -> Mapping[str, list[str]]:
    """Return by criterion what the records and the data say to it; a person decides."""
    found: dict[str, list[str]] = {}
    language = reader_language()
    for country in (host_country_of(request.workspace), _country(request)):
        if country is not None:
            line = law_line(country, on=today)
            text = f"{country_label(country, language)}: {line.word.in_language(language)}"
            found.setdefault(RequestCriterion.LAW.value, []).append(text)
    for each in _cautions(request, eyes, today=today):
        told = f"{each.told.in_language(language)} ({each.source.in_language(language)})"
        found.setdefault(_SAID_BY[each.kind].value, []).append(told)
    return found


def _country(request: "TwinningRequest") -> str | None:
    return None if request.place is None else request.place.country


def _cautions(request: "TwinningRequest", eyes: Eyes, *, today: date) -> tuple[Against, ...]:
    city = place_key_of(request.workspace)
    if city is None or request.place is None:
        return ()
    own = own_ties(request.workspace, eyes, today=today)
    try:
        search = Search.of(
            Request(city=city, year=today.year, own=own, instrument=Instrument(request.instrument))
        )
    except UnknownPlaceError:
        return ()
    return search.cautions(request.place.key)
