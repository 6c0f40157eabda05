"""What lies at an office that decides."""

from django.db.models import Count, Exists, OuterRef, QuerySet

from elci.consent.models import Case, CaseEvent, DecidingOffice
from elci.consent.queries.cases import cases_visible_to
from elci.domain.places.folding import fold
from elci.foundation.eyes import Eyes


def offices() -> QuerySet[DecidingOffice]:
    """Return the offices of this installation: that an authority decides here is public."""
    return DecidingOffice.objects.select_related("workspace")


def files_at_offices() -> dict[int, int]:
    """Return how many files lie at each office, by its number, for who runs the installation."""
    lying = Case.objects.filter(is_open=True, office__isnull=False).order_by()
    return dict(lying.values_list("office").annotate(files=Count("pk")))


def offices_for(authority: str) -> list[DecidingOffice]:
    """Return the offices that decide for an authority, by its Turkish name in a pack."""
    wanted = fold(authority)
    return [
        office for office in offices() if any(fold(name) in wanted for name in office.decides_for)
    ]


def offices_of(eyes: Eyes) -> QuerySet[DecidingOffice]:
    """Return the offices in which the reader has a seat."""
    return offices().filter(workspace_id__in=eyes.reads)


def ministry_queue(eyes: Eyes) -> QuerySet[Case]:
    """Return the cases whose files lie at the reader's offices, oldest first."""
    lying = cases_visible_to(eyes).filter(is_open=True, office__workspace_id__in=eyes.reads)
    return lying.order_by("made_at", "pk")


def cases_sent_to_offices_of(eyes: Eyes) -> QuerySet[Case]:
    """Return the cases that were ever sent to an office of the reader, latest first."""
    of_office = CaseEvent.objects.filter(case=OuterRef("pk"), office__workspace_id__in=eyes.reads)
    return cases_visible_to(eyes).filter(Exists(of_office.order_by()))


def cases_decidable_by(eyes: Eyes) -> QuerySet[Case]:
    """Return the cases on which the reader may decide for an office."""
    return ministry_queue(eyes).filter(office__workspace_id__in=eyes.writes)
