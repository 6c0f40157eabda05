from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from elci.domain.vocabularies import RequestCriterion
from elci.foundation.eyes import Eyes
from elci.partnering.models import (
    RequestAnswer,
    RequestCheck,
    RequestDecision,
    TwinningRequest,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A criterion of a request: what stands of it, and what was found before."""

    criterion: RequestCriterion
    standing: RequestCheck | None
    earlier: Sequence[RequestCheck]


def requests_visible_to(eyes: Eyes) -> QuerySet[TwinningRequest]:
    """Return the requests that came to the reader's workspaces, latest first, with all of theirs.

    Those that were withdrawn are among them.
    """
    checks = RequestCheck.objects.select_related("recorded_by")
    decisions = RequestDecision.objects.select_related("recorded_by")
    answers = RequestAnswer.objects.select_related("decision")
    found = TwinningRequest.objects.filter(workspace_id__in=eyes.reads)
    return found.select_related(
        "workspace", "place", "letter", "case", "recorded_by", "withdrawn_by"
    ).prefetch_related(
        Prefetch("checks", checks), Prefetch("decisions", decisions), Prefetch("answers", answers)
    )


def requests_editable_by(eyes: Eyes) -> QuerySet[TwinningRequest]:
    """Return the requests that the reader may check, decide on and answer."""
    return requests_visible_to(eyes).filter(workspace_id__in=eyes.writes, withdrawn_at=None)


def checks_of(request: TwinningRequest) -> list[Checked]:
    """Return every criterion with what was found of it, in the order of the criteria."""
    found: Mapping[str, list[RequestCheck]] = {each: [] for each in RequestCriterion}
    for check in request.checks.all():
        found[check.criterion].append(check)
    return [
        Checked(each, checks[-1] if checks else None, checks[:-1])
        for each in RequestCriterion
        for checks in (found[each],)
    ]


def decision_of(request: TwinningRequest) -> RequestDecision | None:
    """Return the decision that stands."""
    decisions = list(request.decisions.all())
    return decisions[-1] if decisions else None
