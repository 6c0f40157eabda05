"""Pages that record, correct and withdraw acts, and attach documents."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from elci.agreements.actions import (
    AlreadyReplacedError,
    StillNeededError,
    change_document_grade,
    withdraw_act,
)
from elci.agreements.queries.relations import (
    accounts_editable_by,
    acts_once_editable_by,
    attachments_editable_by,
)
from elci.desk import recording
from elci.desk.choices import grade_label
from elci.desk.forms import (
    CorrectActForm,
    DocumentForm,
    DocumentGradeForm,
    ReasonForm,
    RecordActForm,
)
from elci.desk.records import act_words, partner_names, standing_act_labels
from elci.desk.refusals import field_at_fault, told_refusal
from elci.documents.actions import DocumentRefusedError
from elci.documents.queries import sources_readable_by
from elci.domain.acts.refusals import ActRefusedError
from elci.foundation.grades import Grade
from elci.seats import DeskRequest, officers_only


@require_http_methods(["GET", "POST"])
@officers_only
def add_act(request: DeskRequest, account_uuid: UUID) -> HttpResponse:
    """Record an act, with the document that proves it."""
    visit = request.visit
    account = get_object_or_404(accounts_editable_by(visit.eyes), uuid=account_uuid)
    form = RecordActForm(
        request.POST or None,
        request.FILES or None,
        sources=sources_readable_by(visit.eyes).filter(workspace_id=account.workspace_id),
        instrument=account.instrument,
        initial={name: request.GET.get(name, "") for name in ("kind", "happened")},
    )
    if form.is_valid():
        try:
            act = recording.enter_act(
                account, cleaned=form.cleaned_data, user=visit.user, today=timezone.localdate()
            )
        except ActRefusedError as refusal:
            form.add_error(field_at_fault(refusal), told_refusal(refusal))
        except DocumentRefusedError as refusal:
            form.add_error("document", str(refusal))
        else:
            words = act_words(act, account.instrument)
            messages.success(request, _("Recorded: %(act)s.") % {"act": words})
            return redirect("desk:relation", account_uuid)
    context = {"account": account, "name": partner_names(account), "form": form}
    return render(request, "desk/add_act.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def correct(request: DeskRequest, act_uuid: UUID) -> HttpResponse:
    """Put a corrected act in the place of one that stays readable."""
    visit = request.visit
    act = get_object_or_404(acts_once_editable_by(visit.eyes), uuid=act_uuid)
    account = act.account
    form = CorrectActForm(
        request.POST or None,
        sources=sources_readable_by(visit.eyes).filter(workspace_id=account.workspace_id),
        instrument=account.instrument,
        initial=recording.act_initial(act),
    )
    if form.is_valid():
        try:
            recording.enter_correction(
                act, cleaned=form.cleaned_data, user=visit.user, today=timezone.localdate()
            )
        except ActRefusedError as refusal:
            form.add_error(field_at_fault(refusal), told_refusal(refusal))
        except (AlreadyReplacedError, StillNeededError) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The act is corrected. The old one stays readable."))
            return redirect("desk:relation", account.uuid)
    context = {
        "account": account,
        "name": partner_names(account),
        "act": act,
        "act_words": act_words(act, account.instrument),
        "form": form,
    }
    return render(request, "desk/correct_act.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def withdraw(request: DeskRequest, act_uuid: UUID) -> HttpResponse:
    """Take back an act that was recorded by mistake; it stays readable, with the reason."""
    visit = request.visit
    act = get_object_or_404(acts_once_editable_by(visit.eyes), uuid=act_uuid)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            withdraw_act(
                act,
                user=visit.user,
                today=timezone.localdate(),
                reason=form.cleaned_data["reason"],
            )
        except (AlreadyReplacedError, StillNeededError) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, _("The act is withdrawn. It stays readable, with the reason.")
            )
            return redirect("desk:relation", act.account.uuid)
    context = {
        "account": act.account,
        "name": partner_names(act.account),
        "act_words": act_words(act, act.account.instrument),
        "form": form,
    }
    return render(request, "desk/withdraw_act.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def add_document(request: DeskRequest, account_uuid: UUID) -> HttpResponse:
    """Attach a document to a relation or to one of its acts."""
    visit = request.visit
    account = get_object_or_404(accounts_editable_by(visit.eyes), uuid=account_uuid)
    acts = {str(act.uuid): act for act in account.acts.all() if act.known_until is None}
    form = DocumentForm(
        request.POST or None, request.FILES or None, acts=standing_act_labels(account)
    )
    if form.is_valid():
        try:
            attachment = recording.enter_document(
                account,
                act=acts.get(form.cleaned_data["act"]),
                cleaned=form.cleaned_data,
                user=visit.user,
            )
        except DocumentRefusedError as refusal:
            form.add_error("document", str(refusal))
        else:
            messages.success(
                request, _attached(attachment.document.title, attachment.document.grade)
            )
            return redirect("desk:relation", account_uuid)
    context = {"account": account, "name": partner_names(account), "form": form}
    return render(request, "desk/add_document.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def grade_document(request: DeskRequest, account_uuid: UUID, document_uuid: UUID) -> HttpResponse:
    """Change who may see a document."""
    attachment = get_object_or_404(
        attachments_editable_by(request.visit.eyes),
        account__uuid=account_uuid,
        document__uuid=document_uuid,
    )
    document = attachment.document
    form = DocumentGradeForm(request.POST or None, initial={"document_grade": document.grade})
    if form.is_valid():
        change_document_grade(
            attachment,
            Grade(form.cleaned_data["document_grade"]),
            user=request.visit.user,
            reason=form.cleaned_data["reason"],
        )
        messages.success(request, _("It is saved who may see the document."))
        return redirect("desk:relation", account_uuid)
    context = {
        "account": attachment.account,
        "name": partner_names(attachment.account),
        "document": document,
        "form": form,
    }
    return render(request, "desk/grade_document.html", context)


def _attached(title: str, grade: str) -> str:
    """Say under which title and for whom a document is kept: a known file keeps what it had."""
    return _("“%(title)s” is attached. It can be seen by: %(who)s.") % {
        "title": title,
        "who": grade_label(grade),
    }
