from elci.accounts.models import User, Workspace
from elci.agreements.models import SavedView


def save_view(*, user: User, workspace: Workspace, name: str, query: str) -> SavedView:
    """Keep a filter under a name; the same name again replaces the filter."""
    view, _created = SavedView.objects.update_or_create(
        user=user, workspace=workspace, name=name, defaults={"query": query}
    )
    return view


def forget_view(view: SavedView) -> None:
    """Remove a saved view; nothing of the register goes with it."""
    view.delete()
