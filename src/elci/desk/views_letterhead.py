"""The letterhead of a workspace: what stands on its letters, who signs, and who changed what."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from elci.accounts.actions import LetterheadChangedError, set_letterhead
from elci.accounts.queries import letterhead_changes, letterhead_of, letterheads_of
from elci.desk.forms_letterhead import LetterheadForm
from elci.desk.history import told_changes
from elci.domain.register import Part
from elci.seats import DeskRequest, officers_only


@require_http_methods(["GET", "POST"])
@officers_only
def letterhead(request: DeskRequest) -> HttpResponse:
    """Show what stands on the letters of a workspace, and change it."""
    visit = request.visit
    workspace = visit.writing
    form = LetterheadForm(
        request.POST or None,
        letterhead=letterhead_of(workspace),
        number=letterheads_of(workspace, visit.eyes).count(),
    )
    here = f"{reverse('desk:letterhead')}?{Part.HOST}={workspace.key}"
    if form.is_valid() and _saved(request, form):
        return redirect(here)
    context = {
        "form": form,
        "workspace": workspace,
        "others": [each for each in visit.workspaces if visit.may_write_in(each.pk)],
        "changes": told_changes(letterhead_changes(workspace, visit.eyes), {}),
    }
    return render(request, "desk/letterhead.html", context)


def _saved(request: DeskRequest, form: LetterheadForm) -> bool:
    """Keep the new letterhead; where somebody else was faster, the form says so."""
    said = form.cleaned_data
    try:
        kept = set_letterhead(
            request.visit.writing, said["letterhead"], user=request.visit.user, seen=said["seen"]
        )
    except LetterheadChangedError as refusal:
        form.add_error(None, str(refusal))
        return False
    told = _("The letterhead is saved. The one before stays readable below.")
    messages.success(request, _("Nothing was changed.") if kept is None else told)
    return True
