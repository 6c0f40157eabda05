"""Pages that change who takes part in a relation, and which unit is in charge of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from elci.agreements.actions import DuplicateRelationError, PartiesRefusedError
from elci.agreements.queries.relations import accounts_editable_by, partners_of
from elci.desk import recording
from elci.desk.choosing import choosing
from elci.desk.forms import ReasonForm
from elci.desk.forms_bodies import EndUnitForm
from elci.desk.partners import chosen_parties, token_of
from elci.desk.records import partner_names
from elci.memberships.actions import ResponsibilityRefusedError, end_responsibility
from elci.memberships.queries import responsibilities_editable_by
from elci.seats import DeskRequest, officers_only


@require_http_methods(["GET", "POST"])
@officers_only
def change(request: DeskRequest, account_uuid: UUID) -> HttpResponse:
    """Put the right other parties in the place of wrong ones; the history keeps both."""
    visit = request.visit
    account = get_object_or_404(accounts_editable_by(visit.eyes), uuid=account_uuid)
    tokens = request.GET.getlist("partner") or [token_of(body) for body in partners_of(account)]
    parties = chosen_parties(tokens, own=account.workspace)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            recording.enter_parties(
                account,
                [party.token for party in parties],
                cleaned=form.cleaned_data,
                user=visit.user,
            )
        except (DuplicateRelationError, PartiesRefusedError) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The parties are saved. The history keeps the old ones."))
            return redirect("desk:relation", account_uuid)
    context = {
        "account": account,
        "name": partner_names(account),
        "form": form,
        "choosing": choosing(request, parties, own=account.workspace),
    }
    return render(request, "desk/change_parties.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def end_unit(request: DeskRequest, account_uuid: UUID, unit_uuid: UUID) -> HttpResponse:
    """Record that a unit is no longer in charge of a membership."""
    visit = request.visit
    responsibility = get_object_or_404(
        responsibilities_editable_by(visit.eyes),
        account__uuid=account_uuid,
        unit__uuid=unit_uuid,
    )
    form = EndUnitForm(request.POST or None)
    if form.is_valid():
        try:
            end_responsibility(
                responsibility,
                until=form.cleaned_data["until"],
                today=timezone.localdate(),
                user=visit.user,
                reason=form.cleaned_data["reason"],
            )
        except ResponsibilityRefusedError as refusal:
            form.add_error("until", str(refusal))
        else:
            messages.success(request, _("It is saved that the unit is no longer in charge."))
            return redirect("desk:relation", account_uuid)
    account = responsibility.account
    context = {
        "account": account,
        "name": partner_names(account),
        "unit": responsibility.unit,
        "form": form,
    }
    return render(request, "desk/end_unit.html", context)
