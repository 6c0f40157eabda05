"""Who sits at the desk, in which workspace, and what they may do there.

Every room that has pages of the desk asks here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from elci.accounts.queries import seating_of
from elci.domain.register import Part
from elci.foundation.eyes import Eyes

if TYPE_CHECKING:
    from elci.accounts.models import User, Workspace


@dataclass(frozen=True, slots=True)
class Visit:
    """A person at the desk, and the workspace that they work in now."""

    user: "User"
    eyes: Eyes
    workspaces: tuple["Workspace", ...]
    workspace: "Workspace"

    def may_write_in(self, workspace_id: int) -> bool:
        """Whether this person may record acts in a workspace."""
        return workspace_id in self.eyes.writes

    @property
    def may_write(self) -> bool:
        """Whether this person may record acts in the workspace that they work in now."""
        return self.may_write_in(self.workspace.pk)

    @property
    def writing(self) -> "Workspace":
        """The workspace that the person works in now, or else the first that they may change."""
        for workspace in (self.workspace, *self.workspaces):
            if self.may_write_in(workspace.pk):
                return workspace
        raise PermissionDenied


class DeskRequest(HttpRequest):
    """A request of somebody who has a seat."""

    visit: Visit


def at_desk(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let people with a seat in; tell others how to get one. No copy of the page is kept."""

    @never_cache
    @login_required
    @wraps(view)
    def seated(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        visit = _visit_of(request)
        if visit is None:
            return render(request, "desk/no_seat.html", status=403)
        desk_request = cast("DeskRequest", request)
        desk_request.visit = visit
        return view(desk_request, *args, **kwargs)

    return seated


def officers_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let people in who may write somewhere; what they may write to, the queries decide."""

    @at_desk
    @wraps(view)
    def seated(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.visit.eyes.writes:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return seated


def _visit_of(request: HttpRequest) -> Visit | None:
    user = cast("User", request.user)
    eyes, workspaces = seating_of(user)
    if not workspaces:
        return None
    wanted = request.GET.get(Part.HOST)
    chosen = next((each for each in workspaces if each.key == wanted), workspaces[0])
    return Visit(user, eyes, workspaces, chosen)
