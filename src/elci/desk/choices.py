"""Choices of the desk's forms, in the order in which a person looks for them."""

from typing import Final

from django.utils.translation import gettext as _

from elci.agreements.choices import act_label
from elci.domain.acts.kinds import ActKind
from elci.foundation.grades import Grade

_TOWARDS: Final = (
    ActKind.PROPOSED,
    ActKind.COUNCIL_DECISION,
    ActKind.SENT_TO_CIVIL_ADMINISTRATOR,
    ActKind.ANNOUNCED,
    ActKind.PERMIT_ASKED,
    ActKind.PERMIT_GRANTED,
    ActKind.PERMIT_REFUSED,
    ActKind.PRELIMINARY_PROTOCOL,
)
_BEGINNING: Final = (ActKind.SIGNED, ActKind.ENTERED_INTO_FORCE)
_DURING: Final = (
    ActKind.RENEWED,
    ActKind.VARIED,
    ActKind.SUSPENDED,
    ActKind.RESUMED,
    ActKind.PARTY_SUCCEEDED,
)
_END: Final = (
    ActKind.COUNCIL_DECISION_TO_END,
    ActKind.TERMINATED,
    ActKind.EXPIRED,
    ActKind.SUPERSEDED,
)


def act_choices(instrument: str) -> list[tuple[str, str | list[tuple[str, str]]]]:
    """Return the kinds of acts in groups, in the order of a relation's life."""
    groups = (
        (_("Its beginning"), _BEGINNING),
        (_("While it lasts"), _DURING),
        (_("Its end"), _END),
        (_("Steps towards it"), _TOWARDS),
    )
    grouped: list[tuple[str, str | list[tuple[str, str]]]] = [("", _("Choose what happened"))]
    for name, kinds in groups:
        grouped.append((name, [(kind.value, act_label(kind, instrument)) for kind in kinds]))
    return grouped


def grade_choices() -> list[tuple[str, str]]:
    """Return who may see a record."""
    return [(Grade.PRIVATE, _("only your workspace")), (Grade.FULL, _("everybody"))]


def grade_label(grade: str) -> str:
    """Return who may see a record of this grade."""
    return dict(grade_choices())[grade]
