from datetime import date

from elci.accounts.models import Workspace
from elci.agreements.models import PublishedFigure
from elci.documents.models import Source
from elci.domain.vocabularies import Instrument


def cite_figure(
    *,
    workspace: Workspace,
    statement_tr: str,
    statement_en: str,
    value: int,
    instrument: Instrument,
    first_signed_from: date,
    first_signed_until: date,
    source: Source,
) -> PublishedFigure:
    """Keep a number that somebody published, to be set beside what the register counts."""
    figure, _created = PublishedFigure.objects.update_or_create(
        workspace=workspace,
        statement_tr=statement_tr,
        defaults={
            "statement_en": statement_en,
            "value": value,
            "instrument": instrument,
            "first_signed_from": first_signed_from,
            "first_signed_until": first_signed_until,
            "source": source,
        },
    )
    return figure
