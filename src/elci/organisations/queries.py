from django.db.models import QuerySet

from elci.accounts.models import Workspace
from elci.accounts.queries import hosts, workspace_with_key
from elci.domain.places.folding import fold
from elci.organisations.models import Organisation
from elci.places.models import Place


def organisations() -> QuerySet[Organisation]:
    """Return all organisations with their places; what a body is called is not private."""
    return Organisation.objects.select_related("place", "workspace")


def organisations_named(text: str) -> QuerySet[Organisation]:
    """Return the organisations in whose names every word of a text is found."""
    found = organisations()
    for word in fold(text).split():
        found = found.filter(search_text__contains=word)
    return found.order_by("sort_tr", "pk")


def organisations_of_place(place: Place) -> QuerySet[Organisation]:
    """Return the bodies that govern a place or have their seat there."""
    return organisations().filter(place=place).order_by("sort_tr", "pk")


def host_key(name: str) -> str:
    """Return the key of the workspace with a key or a name, without regard to case or diacritics.

    Raises ``LookupError`` where there is none.
    """
    wanted = fold(name)
    for workspace in hosts().select_related("organisation"):
        names = {workspace.key, workspace.name_tr, workspace.name_en}
        body = getattr(workspace, "organisation", None)
        if body is not None:
            names |= {body.name_tr, body.name_en}
        if wanted in {fold(each) for each in names}:
            return workspace.key
    return workspace_with_key(name).key


def host_country_of(workspace: Workspace) -> str | None:
    """Return the country of the local authority that keeps a workspace, where it is known."""
    body = Organisation.objects.filter(workspace=workspace).select_related("place").first()
    return None if body is None or body.place is None else body.place.country
