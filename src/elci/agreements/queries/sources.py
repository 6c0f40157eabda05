from django.db.models import Exists, F, OuterRef, QuerySet

from elci.agreements.models import ActRecord
from elci.documents.models import Source
from elci.foundation.grades import Grade


def public_sources() -> QuerySet[Source]:
    """Return the sources that public acts cite, latest state first, then those without a day.

    What only a private record cites may give that record away, so it is not among them.
    """
    citing = ActRecord.objects.filter(
        source=OuterRef("pk"), account__grade=Grade.FULL, account__withdrawn_at=None
    )
    latest = F("stated_on").desc(nulls_last=True)
    return Source.objects.filter(Exists(citing.order_by())).order_by(latest, "title_tr", "pk")
