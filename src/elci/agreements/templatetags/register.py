"""The register's own words in templates."""

from django import template
from django.utils.translation import gettext as _

from elci.agreements.choices import (
    DimensionChoice,
    FieldChoice,
    FindingChoice,
    FormChoice,
    InstrumentChoice,
    PurposeChoice,
    StandingChoice,
    UnknownChoice,
    act_label,
)
from elci.agreements.models import Account
from elci.foundation.templatetags.elci import reader_language
from elci.places.choices import PlaceKindChoice
from elci.places.queries import country_label

register = template.Library()


@register.filter
def instrument_word(key: str) -> str:
    """Return an instrument's label."""
    return str(InstrumentChoice(key).label)


@register.filter
def standing_word(key: str) -> str:
    """Return a standing's label."""
    return str(StandingChoice(key).label)


@register.filter
def act_word(kind: str, instrument: str) -> str:
    """Return an act's label in a relation of this instrument."""
    return act_label(kind, instrument)


@register.filter
def finding_word(kind: str) -> str:
    """Return a contradiction's label."""
    return str(FindingChoice(kind).label)


@register.filter
def unknown_word(kind: str) -> str:
    """Return what is not known, in words."""
    return str(UnknownChoice(kind).label)


@register.filter
def country_word(code: str) -> str:
    """Return a country's name in the reader's language."""
    return country_label(code, reader_language())


@register.filter
def place_kind_word(kind: str) -> str:
    """Return what kind of place it is, in words."""
    return str(PlaceKindChoice(kind).label)


@register.filter
def scope_words(account: Account) -> list[tuple[str, list[str]]]:
    """Return the dimensions, purposes, fields and forms that are on record, in words."""
    vocabularies = (
        (_("Dimensions"), account.dimensions, DimensionChoice),
        (_("Purposes"), account.purposes, PurposeChoice),
        (_("Fields of cooperation"), account.fields, FieldChoice),
        (_("Forms of cooperation"), account.forms, FormChoice),
    )
    return [
        (name, [str(choice(key).label) for key in keys])
        for name, keys, choice in vocabularies
        if keys
    ]
