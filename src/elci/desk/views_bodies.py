"""Pages of one body: who it is, whose place it took, and who took its."""

from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from elci.agreements.queries.partners import organisations_visible_to, relations_of_organisation
from elci.desk import recording
from elci.desk.choosing import choosing
from elci.desk.forms import ReasonForm
from elci.desk.forms_bodies import SuccessorForm
from elci.desk.partners import chosen_parties
from elci.foundation.templatetags.elci import named, reader_language
from elci.organisations.actions import SuccessionRefusedError, withdraw_succession
from elci.organisations.queries import successions_editable_by, successions_of
from elci.seats import DeskRequest, at_desk, officers_only

_MOST_RELATIONS: Final = 200


@require_safe
@at_desk
def organisation(request: DeskRequest, organisation_uuid: UUID) -> HttpResponse:
    """Show a body, its successions, and the relations in which it is a party."""
    eyes = request.visit.eyes
    found = get_object_or_404(organisations_visible_to(eyes), uuid=organisation_uuid)
    context = {
        "organisation": found,
        "successions": successions_of(found),
        "withdrawable": successions_editable_by(eyes).filter(pk__in=successions_of(found)),
        "relations": relations_of_organisation(
            found,
            eyes,
            today=timezone.localdate(),
            language=reader_language(),
            most=_MOST_RELATIONS,
        ),
        "own": eyes.reads,
        "may_write": bool(eyes.writes),
    }
    return render(request, "desk/organisation.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def add_successor(request: DeskRequest, organisation_uuid: UUID) -> HttpResponse:
    """Choose the body that took the place of another, then say since when and by what text."""
    visit = request.visit
    body = get_object_or_404(organisations_visible_to(visit.eyes), uuid=organisation_uuid)
    chosen = chosen_parties(request.GET.getlist("partner")[:1], own=None)
    form = SuccessorForm(request.POST or None)
    if request.method == "POST" and not chosen:
        form.add_error(None, _("Nothing was saved: choose the successor first."))
    elif form.is_valid():
        try:
            succession = recording.enter_succession(
                body,
                chosen[0].token,
                cleaned=form.cleaned_data,
                user=visit.user,
                workspace=visit.writing,
                today=timezone.localdate(),
            )
        except SuccessionRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            successor = named(succession.successor)
            messages.success(
                request, _("Recorded: the successor is %(name)s.") % {"name": successor}
            )
            return redirect("desk:organisation", body.uuid)
    context = {
        "organisation": body,
        "form": form,
        **choosing(request, chosen, own=None, single=True),
    }
    return render(request, "desk/add_successor.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def withdraw_successor(request: DeskRequest, succession_uuid: UUID) -> HttpResponse:
    """Take back a succession that was recorded by mistake."""
    visit = request.visit
    succession = get_object_or_404(successions_editable_by(visit.eyes), uuid=succession_uuid)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        withdraw_succession(
            succession,
            user=visit.user,
            workspace=succession.workspace,
            reason=form.cleaned_data["reason"],
        )
        messages.success(request, _("The succession is withdrawn. The history keeps it."))
        return redirect("desk:organisation", succession.body.uuid)
    context = {"succession": succession, "organisation": succession.body, "form": form}
    return render(request, "desk/withdraw_succession.html", context)
