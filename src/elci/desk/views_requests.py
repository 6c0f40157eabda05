"""Pages of requests from abroad: entered, checked one criterion after the other, answered."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from elci.agreements.choices import FieldChoice, InstrumentChoice
from elci.desk.carrying_out import carried_out
from elci.desk.forms_partners import (
    AnswerSentForm,
    CheckForm,
    DecisionForm,
    ReasonForm,
    TwinningRequestForm,
)
from elci.desk.incoming import hints, told_request
from elci.desk.partners import places_named
from elci.desk.shortlists import LETTER_FORMATS, LETTER_LANGUAGES
from elci.documents.actions import DocumentRefusedError, keep_document
from elci.domain.places.gazetteer import Place as GazetteerPlace
from elci.domain.places.gazetteer import UnknownPlaceError, open_gazetteer
from elci.domain.vocabularies import (
    Instrument,
    RequestAnswerKind,
    RequestCriterion,
    RequestFinding,
)
from elci.foundation.grades import Grade
from elci.foundation.templatetags.elci import reader_language
from elci.partnering.actions import (
    CheckFacts,
    DecisionFacts,
    PartneringRefusedError,
    RequestFacts,
    check_request,
    decide_request,
    receive_request,
    record_answer,
    withdraw_request,
)
from elci.partnering.choices import CRITERION_QUESTIONS, CriterionChoice
from elci.partnering.queries.requests import requests_editable_by, requests_visible_to
from elci.places.actions import adopt_place
from elci.seats import DeskRequest, at_desk, officers_only

if TYPE_CHECKING:
    from elci.partnering.models import TwinningRequest


@require_safe
@at_desk
def twinning_requests(request: DeskRequest) -> HttpResponse:
    """Show the requests that came from abroad, and how each stands."""
    found = [told_request(each) for each in requests_visible_to(request.visit.eyes)]
    return render(request, "desk/partners/requests.html", {"requests": found})


@require_http_methods(["GET", "POST"])
@officers_only
def add_twinning_request(request: DeskRequest) -> HttpResponse:
    """Enter a request that came from abroad."""
    place = _place(request.GET.get("place", ""))
    name = request.GET.get("name", "")[:300]
    form = TwinningRequestForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        initial={"instrument": Instrument.SISTER_CITY, "asker": _asker(place)},
    )
    if form.is_valid():
        entered = _entered(request, form, place)
        if entered is not None:
            messages.success(request, _("The request is entered. Its criteria stand below."))
            return redirect("desk:twinning_request", entered.uuid)
    context = {
        "form": form,
        "place": place,
        "place_name": "" if place is None else place.name_in(reader_language()),
        "name": name,
        "found": [(each, each.name_in(reader_language())) for each in places_named(name, "")],
    }
    return render(request, "desk/partners/add_request.html", context)


def _entered(
    request: DeskRequest, form: TwinningRequestForm, place: GazetteerPlace | None
) -> "TwinningRequest | None":
    words, workspace, user = form.cleaned_data, request.visit.writing, request.visit.user
    try:
        with transaction.atomic():
            facts = RequestFacts(
                asker=words["asker"],
                place=None if place is None else adopt_place(place),
                signed_by=words["signed_by"],
                instrument=Instrument(words["instrument"]),
                purpose=words["purpose"],
                fields=tuple(words["fields_of_work"]),
                received_on=words["received_on"],
                arrived_by=words["arrived_by"],
                letter_on=words["letter_on"],
                letter_number=words["letter_number"],
                letter=_kept_letter(request, words),
            )
            return receive_request(workspace, facts, today=timezone.localdate(), user=user)
    except DocumentRefusedError as refusal:
        form.add_error("letter", str(refusal))
    except PartneringRefusedError as refusal:
        form.add_error(refusal.field or None, str(refusal))
    return None


def _kept_letter(request: DeskRequest, words: dict[str, Any]) -> Any:
    """Keep the letter as a document of the workspace that only it sees; none where none came."""
    if words["letter"] is None:
        return None
    return keep_document(
        workspace=request.visit.writing,
        user=request.visit.user,
        file=words["letter"],
        title=_("Letter of %(asker)s") % {"asker": words["asker"]},
        grade=Grade.PRIVATE,
        max_bytes=settings.MAX_UPLOAD_BYTES,
    )


@require_safe
@at_desk
def twinning_request(request: DeskRequest, request_uuid: UUID) -> HttpResponse:
    """Show a request: who asks, the criteria one by one, the decision and the answer."""
    found = get_object_or_404(requests_visible_to(request.visit.eyes), uuid=request_uuid)
    context = {
        "told": told_request(found),
        "hints": hints(found, request.visit.eyes, today=timezone.localdate()),
        "letter_languages": LETTER_LANGUAGES,
        "letter_formats": LETTER_FORMATS,
        "may_change": found.withdrawn_at is None and request.visit.may_write_in(found.workspace_id),
        "fields": [str(FieldChoice(each).label) for each in found.fields],
        "instrument": InstrumentChoice(found.instrument).label,
    }
    return render(request, "desk/partners/request.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def check(request: DeskRequest, request_uuid: UUID, criterion: str) -> HttpResponse:
    """Record what was found of one criterion."""
    found = get_object_or_404(requests_editable_by(request.visit.eyes), uuid=request_uuid)
    if criterion not in CriterionChoice.values:
        raise Http404
    asked = RequestCriterion(criterion)

    def act(words: dict[str, Any]) -> None:
        facts = CheckFacts(
            criterion=asked,
            finding=RequestFinding(words["finding"]),
            ground=words["ground"],
            source=words["source"],
        )
        check_request(found, facts, today=timezone.localdate(), user=request.visit.user)

    label = str(CriterionChoice(criterion).label)
    return _worked(
        request, CheckForm(_posted(request)), act, found=found,
        heading=label, action=_("Record the finding"), hint=str(CRITERION_QUESTIONS[asked]),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@officers_only
def decide(request: DeskRequest, request_uuid: UUID) -> HttpResponse:
    """Record what was decided."""
    found = get_object_or_404(requests_editable_by(request.visit.eyes), uuid=request_uuid)
    today = timezone.localdate()

    def act(words: dict[str, Any]) -> None:
        facts = DecisionFacts(
            answer=RequestAnswerKind(words["answer"]),
            instrument=Instrument(words["instrument"]) if words["instrument"] else None,
            decided_on=words["decided_on"],
            organ=words["organ"],
            reason=words["reason"],
        )
        decide_request(found, facts, today=today, user=request.visit.user)

    return _worked(
        request, DecisionForm(_posted(request), initial={"decided_on": today}), act, found=found,
        heading=_("Decide on the request"), action=_("Record the decision"),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@officers_only
def answer(request: DeskRequest, request_uuid: UUID) -> HttpResponse:
    """Record that the answer was sent."""
    found = get_object_or_404(requests_editable_by(request.visit.eyes), uuid=request_uuid)
    today = timezone.localdate()

    def act(words: dict[str, Any]) -> None:
        record_answer(
            found, sent_on=words["sent_on"], number=words["number"], today=today,
            user=request.visit.user,
        )  # fmt: skip

    return _worked(
        request, AnswerSentForm(_posted(request), initial={"sent_on": today}), act, found=found,
        heading=_("The answer was sent"), action=_("Record the answer"),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@officers_only
def withdraw(request: DeskRequest, request_uuid: UUID) -> HttpResponse:
    """Withdraw a request that was entered by mistake."""
    found = get_object_or_404(requests_editable_by(request.visit.eyes), uuid=request_uuid)

    def act(words: dict[str, Any]) -> None:
        withdraw_request(found, reason=words["reason"], user=request.visit.user)

    return _worked(
        request, ReasonForm(_posted(request)), act, found=found,
        heading=_("Withdraw the request"), action=_("Withdraw the request"),
    )  # fmt: skip


def _worked(
    request: DeskRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], None],
    *,
    found: "TwinningRequest",
    heading: str,
    action: str,
    hint: str = "",
) -> HttpResponse:
    """Do what a form asks and lead back to the request; where it is refused, the form says why."""
    if carried_out(form, act):
        return redirect("desk:twinning_request", found.uuid)
    context = {
        "form": form, "heading": heading, "action": action, "hint": hint, "found": found,
    }  # fmt: skip
    return render(request, "desk/partners/request_task.html", context)


def _posted(request: DeskRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _place(place_id: str) -> GazetteerPlace | None:
    try:
        return open_gazetteer().place(place_id)
    except UnknownPlaceError:
        return None


def _asker(place: GazetteerPlace | None) -> str:
    return "" if place is None else place.name_in("local")
