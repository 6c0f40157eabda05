from elci.accounts.models import Change, Unit, Workspace
from elci.agreements.models import Account, ActRecord, PublishedFigure, RegisterEntry, Relation
from elci.documents.models import Source
from elci.organisations.models import Organisation
from elci.places.models import Place

EVERYTHING = (
    Workspace, Organisation, Place, Source, Relation, Account, ActRecord, RegisterEntry, Unit,
    PublishedFigure, Change,
)  # fmt: skip


def rows_by_model() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in EVERYTHING}
