"""Pages of one relation, and the page that adds one."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from elci.agreements.actions import DuplicateRelationError, withdraw_account
from elci.agreements.queries.relations import accounts_editable_by, kept_accounts
from elci.desk import recording
from elci.desk.cases import signed_without_of
from elci.desk.choosing import SINGLE, choosing
from elci.desk.forms import DaysForm, ReasonForm
from elci.desk.forms_relations import AddRelationForm, ChangeAccountForm, RecordGradeForm
from elci.desk.import_rows import told_rows
from elci.desk.partners import Party, chosen_parties
from elci.desk.records import desk_record, partner_names
from elci.desk.refusals import field_at_fault, told_refusal
from elci.desk.visits import of_relation
from elci.documents.queries import sources_readable_by
from elci.domain.acts.kinds import ActKind
from elci.domain.acts.refusals import ActRefusedError
from elci.domain.vocabularies import Instrument
from elci.intake.queries.batches import origins_of
from elci.seats import DeskRequest, at_desk, officers_only

_ORIGINS_SHOWN: Final = 20


@require_safe
@at_desk
def relation(request: DeskRequest, account_uuid: UUID) -> HttpResponse:
    """Show a relation with every act that was ever on record, and who changed what."""
    visit = request.visit
    account = get_object_or_404(kept_accounts(visit.eyes), uuid=account_uuid)
    asked = DaysForm(request.GET if {"as_of", "known_on"} & set(request.GET) else None)
    days = asked.cleaned_data if asked.is_valid() else {}
    record = desk_record(
        account,
        visit.eyes,
        day=days.get("as_of") or timezone.localdate(),
        known_on=days.get("known_on"),
    )
    context = {
        "account": account,
        "record": record,
        "days_form": asked,
        "origins": told_rows(origins_of(account.pk)[:_ORIGINS_SHOWN]),
        "may_write": account.withdrawn_at is None and visit.may_write_in(account.workspace_id),
        "signed_without": signed_without_of(account, visit.eyes),
        **of_relation(
            account, (party.body for party in record.partners), visit.eyes, timezone.localdate()
        ),
    }
    return render(request, "desk/relation.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def add_relation(request: DeskRequest) -> HttpResponse:
    """Find the other parties, then enter the relation with its first act."""
    own = request.visit.writing
    parties = chosen_parties(request.GET.getlist("partner"), own=own)
    form = _add_form(request, parties)
    if request.method == "POST" and not parties:
        form.add_error(None, _("Nothing was saved: choose the other party first."))
    elif form.is_valid():
        answer = _entered(request, form, parties)
        if answer is not None:
            return answer
    context = {
        "workspace": own,
        "form": form,
        **choosing(request, parties, own=own),
    }
    return render(request, "desk/add_relation.html", context)


@require_safe
@officers_only
def suggest_parties(request: DeskRequest) -> HttpResponse:
    """Return a part of the page that adds a relation: whom a name may mean."""
    single = SINGLE in request.GET
    own = None if single else request.visit.writing
    parties = chosen_parties(request.GET.getlist("partner"), own=own)
    return render(request, "desk/_candidates.html", choosing(request, parties, own=own))


@require_http_methods(["GET", "POST"])
@officers_only
def describe(request: DeskRequest, account_uuid: UUID) -> HttpResponse:
    """Change what is said of a relation apart from its acts."""
    account = get_object_or_404(accounts_editable_by(request.visit.eyes), uuid=account_uuid)
    form = ChangeAccountForm(request.POST or None, initial=recording.account_initial(account))
    if form.is_valid():
        recording.enter_description(account, cleaned=form.cleaned_data, user=request.visit.user)
        messages.success(request, _("The description is saved."))
        return redirect("desk:relation", account_uuid)
    context = {"account": account, "name": partner_names(account), "form": form}
    return render(request, "desk/describe.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def grade(request: DeskRequest, account_uuid: UUID) -> HttpResponse:
    """Record the grade of a membership and the units in charge of it."""
    account = get_object_or_404(accounts_editable_by(request.visit.eyes), uuid=account_uuid)
    if account.instrument != Instrument.MEMBERSHIP:
        raise Http404
    form = RecordGradeForm(request.POST or None)
    if form.is_valid():
        recording.enter_grade(account, cleaned=form.cleaned_data, user=request.visit.user)
        messages.success(request, _("The grade of the membership is saved."))
        return redirect("desk:relation", account_uuid)
    context = {"account": account, "name": partner_names(account), "form": form}
    return render(request, "desk/grade.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def withdraw(request: DeskRequest, account_uuid: UUID) -> HttpResponse:
    """Take a relation out of the register with a reason; nothing of it is deleted."""
    account = get_object_or_404(accounts_editable_by(request.visit.eyes), uuid=account_uuid)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        withdraw_account(account, user=request.visit.user, reason=form.cleaned_data["reason"])
        messages.success(
            request, _("The relation is withdrawn. It stays readable, with the reason.")
        )
        return redirect("desk:relation", account_uuid)
    context = {"account": account, "name": partner_names(account), "form": form}
    return render(request, "desk/withdraw_relation.html", context)


def _add_form(request: DeskRequest, parties: Sequence[Party]) -> AddRelationForm:
    is_membership = any(party.is_network for party in parties)
    return AddRelationForm(
        request.POST if request.method == "POST" else None,
        sources=sources_readable_by(request.visit.eyes).filter(workspace=request.visit.writing),
        instrument=Instrument.MEMBERSHIP if is_membership else "",
        initial={
            "instrument": Instrument.MEMBERSHIP if is_membership else Instrument.SISTER_CITY,
            "kind": ActKind.ENTERED_INTO_FORCE if is_membership else ActKind.SIGNED,
        },
    )


def _entered(
    request: DeskRequest, form: AddRelationForm, parties: Sequence[Party]
) -> HttpResponse | None:
    """Enter the relation and lead to it; where it is refused, the form says why."""
    try:
        account = recording.enter_relation(
            request.visit.writing,
            [party.token for party in parties],
            cleaned=form.cleaned_data,
            user=request.visit.user,
            today=timezone.localdate(),
        )
    except DuplicateRelationError as refusal:
        form.duplicate = refusal
        form.add_error("separate" if refusal.may_be_separate else None, str(refusal))
    except ActRefusedError as refusal:
        form.add_error(field_at_fault(refusal), told_refusal(refusal))
    else:
        messages.success(request, _("The relation is in the register."))
        return redirect("desk:relation", account.uuid)
    return None
