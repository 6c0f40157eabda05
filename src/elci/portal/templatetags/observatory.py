"""Words and links of the observatory."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from elci.domain.geography.ties import TieType
from elci.observatory.queries.asking import NetworkFilter, Table
from elci.observatory.queries.listing import CityRow, TieRow
from elci.portal.observatory import lists, maps

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


@register.simple_tag
def stated_by(row: TieRow) -> str:
    """Say who states a tie."""
    return _("this register") if row.is_of_register else "Wikidata"
