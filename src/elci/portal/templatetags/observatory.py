"""Words and links of the observatory."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from elci.domain.geography.ties import TieType
from elci.domain.texts import Text
from elci.foundation.templatetags.elci import reader_language
from elci.observatory.queries.asking import NetworkFilter, Table
from elci.observatory.queries.listing import CityRow, TieRow
from elci.portal.observatory import lists, maps
from elci.portal.observatory.cards import percent
from elci.portal.observatory.lists import SUBREGION_LABELS

register = template.Library()


@register.simple_tag
def city_url(city: CityRow) -> str:
    """Return the address of a city's page."""
    return maps.city_url(city)


@register.simple_tag
def network_link(wanted: NetworkFilter, **changes: Any) -> str:
    """Return the query of the same filter with parts changed."""
    if "table" in changes:
        changes["table"] = Table(changes["table"])
    return lists.link(wanted, **changes)


@register.filter
def type_word(tie_type: TieType) -> str:
    """Say the type of a tie."""
    return str(lists.TYPE_LABELS[tie_type])


@register.filter
def subregion_word(name: str) -> str:
    """Say a sub-region of the United Nations in the reader's language."""
    return str(SUBREGION_LABELS.get(name, name))


@register.filter
def spoken(text: Text) -> str:
    """Return a text of the domain in the reader's language."""
    return text.in_language(reader_language())


@register.filter
def as_percent(share: float) -> str:
    """Write a share as a percentage, with as many decimals as small ones need."""
    return percent(share, 1 if share >= 0.001 else 3)


@register.simple_tag
def stated_by(row: TieRow) -> str:
    """Say who states a tie."""
    return _("this register") if row.is_of_register else "Wikidata"
