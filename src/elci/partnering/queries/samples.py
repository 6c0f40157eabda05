from elci.accounts.models import Workspace
from elci.partnering.models import BoardEntry, TwinningRequest


def has_samples(workspace: Workspace) -> bool:
    """Whether a workspace was given made-up entries already."""
    return any(
        rows.objects.filter(workspace=workspace, is_sample=True).exists()
        for rows in (BoardEntry, TwinningRequest)
    )
