from django.db.models import QuerySet

from elci.agreements.models import SavedView
from elci.foundation.eyes import Eyes


def saved_views_of(eyes: Eyes) -> QuerySet[SavedView]:
    """Return the filters that a person keeps for the workspaces in which they have a seat."""
    if eyes.user_id is None:
        return SavedView.objects.none()
    return SavedView.objects.filter(user_id=eyes.user_id, workspace_id__in=eyes.reads)
