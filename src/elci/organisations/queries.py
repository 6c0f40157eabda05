from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from elci.accounts.models import Workspace
from elci.accounts.queries import hosts, workspace_with_key
from elci.domain.places.folding import fold
from elci.domain.successions import Link, SuccessionKind, bodies_on, forebears, heirs
from elci.foundation.eyes import Eyes
from elci.organisations.models import Organisation, Succession
from elci.places.models import Place
from elci.places.queries import region_code

_LINK: Final = ("body", "successor", "since", "kind")


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


def bodies_today_of_place(place: Place) -> QuerySet[Organisation]:
    """Return the bodies of a place of which no successor is on record."""
    gone = Succession.objects.filter(body=OuterRef("pk"), withdrawn_at=None).order_by()
    return organisations_of_place(place).exclude(Exists(gone))


def successions() -> QuerySet[Succession]:
    """Return the successions that stand, with their bodies, oldest first; they are public facts."""
    standing = Succession.objects.filter(withdrawn_at=None)
    return standing.select_related("body__place", "successor__place").order_by("since", "pk")


def successions_of(body: Organisation) -> QuerySet[Succession]:
    """Return by what a body was succeeded, and what it succeeded."""
    return successions().filter(Q(body=body) | Q(successor=body))


def succeeded_or_succeeding() -> Exists:
    """Return what finds the bodies of which any succession stands."""
    linked = Q(body=OuterRef("pk")) | Q(successor=OuterRef("pk"))
    return Exists(Succession.objects.filter(linked, withdrawn_at=None).order_by())


def succession_links() -> list[Link]:
    """Return the successions that stand, as the domain reckons with them, in one query."""
    rows = Succession.objects.filter(withdrawn_at=None).order_by("since", "pk")
    return [
        Link(body=body, successor=successor, since=since, kind=SuccessionKind(kind))
        for body, successor, since, kind in rows.values_list(*_LINK)
    ]


def kin_of(bodies: Iterable[int]) -> dict[int, list[int]]:
    """Return for each body those before and after it in its chain, where there are any."""
    links = succession_links()
    linked = {each for link in links for each in (link.body, link.successor)}
    return {body: [*forebears(body, links), *heirs(body, links)] for body in linked & set(bodies)}


def chains_of(bodies: Iterable[int]) -> dict[int, list[Organisation]]:
    """Return the bodies before and after each of these, with their places, in two queries."""
    chains = kin_of(bodies)
    if not chains:
        return {}
    known = organisations().in_bulk({each for kin in chains.values() for each in kin})
    return {body: [known[each] for each in kin] for body, kin in chains.items()}


def names_on(bodies: Iterable[Organisation], day: date) -> Mapping[int, list[Organisation]]:
    """Return who each of these bodies is on a day: itself, whom it was before, or its successors.

    Only those that are somebody else on that day stand in the answer; one query where none is.
    """
    links = succession_links()
    then = {body.pk: bodies_on(body.pk, links, day) for body in bodies}
    changed = {body: found for body, found in then.items() if found != [body]}
    if not changed:
        return {}
    wanted = {each for found in changed.values() for each in found}
    known = organisations().in_bulk(wanted)
    return {body: [known[each] for each in found] for body, found in changed.items()}


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


def register_hosts() -> QuerySet[Workspace]:
    """Return the workspaces in which a body keeps its register; an office keeps none."""
    return hosts().filter(organisation__isnull=False)


def sole_host() -> Workspace | None:
    """Return the workspace of an installation that keeps one register; nothing for several."""
    found = list(register_hosts()[:2])
    return found[0] if len(found) == 1 else None


def host_country_of(workspace: Workspace) -> str | None:
    """Return the country of the local authority that keeps a workspace, where it is known."""
    body = Organisation.objects.filter(workspace=workspace).select_related("place").first()
    return None if body is None or body.place is None else body.place.country


def host_region_of(workspace: Workspace) -> str | None:
    """Return the code of the state or province of the local authority that keeps a workspace."""
    body = Organisation.objects.filter(workspace=workspace).select_related("place").first()
    return None if body is None or body.place is None else region_code(body.place.key)


def successions_editable_by(eyes: Eyes) -> QuerySet[Succession]:
    """Return the successions that the reader's own workspaces recorded and may withdraw."""
    return successions().filter(workspace_id__in=eyes.writes)
