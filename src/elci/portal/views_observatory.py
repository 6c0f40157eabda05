"""The observatory: public pages on what the network of cities looks like."""

from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from elci.agreements.queries.partners import places_visible_to
from elci.foundation.eyes import PUBLIC
from elci.foundation.templatetags.elci import counted, reader_language
from elci.observatory.choices import NetworkSource, ResultKind
from elci.observatory.queries.asking import NetworkFilter, Selection, read_network_filter, selected
from elci.observatory.queries.drawing import network_as_json
from elci.observatory.queries.listing import found_cities, listed
from elci.observatory.queries.neighbourhood import neighbourhood_of
from elci.observatory.queries.networks import CityNetwork, network_of
from elci.observatory.queries.results import kept_result, numbers_of
from elci.portal.observatory import lists
from elci.portal.observatory.cards import cards_of
from elci.portal.observatory.graphs import draw_graph
from elci.portal.observatory.maps import draw_neighbourhood, draw_selection

_MOST_DRAWN: Final = 20_000
"""So many ties are sent to the reader's browser; of more, only the sums are drawn."""


@require_safe
def observatory(request: HttpRequest) -> HttpResponse:
    """Show the network as a map, as a graph, as numbers and as lists."""
    wanted, whole, context = _asked(request)
    selection = selected(whole, wanted)
    page = listed(selection, wanted, reader_language())
    numbers = numbers_of(selection)
    context |= {
        "cards": () if numbers is None else cards_of(numbers),
        "is_too_large": numbers is None and len(selection.ties) > 0,
        "map": draw_selection(selection, label=_map_label(selection)),
        "drawn_url": _drawn_url(wanted, whole),
        "found": found_cities(whole, wanted.text, reader_language()),
        "filters": lists.filter_groups(wanted),
        "tables": lists.tables_to_choose(wanted),
        "countries": lists.countries_to_choose(whole),
        "columns": lists.columns(wanted),
        "page": page,
        "pages": lists.pages_of(wanted, page),
        "selection": selection,
        "clubs": int((whole.world.multilateral == 1).sum()),
    }
    return render(request, "portal/observatory/front.html", context)


@require_safe
def network(request: HttpRequest) -> HttpResponse:
    """Hand out the whole network for the reader's browser to draw."""
    _wanted, whole, _context = _asked(request)
    kept = kept_result(ResultKind.CITIES, whole)
    layout = None if kept is None else kept.content.get("layout")
    content = network_as_json(whole, reader_language(), layout)
    response = HttpResponse(content, content_type="application/json")
    patch_cache_control(response, public=True, max_age=3600)
    return response


@require_safe
def city(request: HttpRequest, geonameid: int) -> HttpResponse:
    """Show one city's ties, its place in the network, and what is known of both."""
    _wanted, whole, context = _asked(request, usual=NetworkSource.BOTH)
    found = neighbourhood_of(whole, geonameid, reader_language())
    if found is None:
        raise Http404
    context |= {
        "found": found,
        "pairs": list(zip(found.ties, found.partners, strict=True)),
        "place_url": _place_url(geonameid),
        "map": draw_neighbourhood(whole, found, label=_city_map_label(found.city.name)),
        "graph": draw_graph(found, label=_city_graph_label(found.city.name)),
    }
    return render(request, "portal/observatory/city.html", context)


def _asked(
    request: HttpRequest, *, usual: NetworkSource = NetworkSource.WORLD
) -> tuple[NetworkFilter, CityNetwork, dict[str, Any]]:
    query = {"source": usual.value, **request.GET.dict()}
    wanted, not_understood = read_network_filter(query)
    today = timezone.localdate()
    day = min(wanted.as_of or today, today)
    whole = network_of(wanted.source, PUBLIC, day=day)
    return (
        wanted,
        whole,
        {
            "wanted": wanted,
            "whole": whole,
            "day": day,
            "not_understood": not_understood,
        },
    )


def _drawn_url(wanted: NetworkFilter, whole: CityNetwork) -> str:
    """Return where the reader's browser finds the network; empty where it is too large for it."""
    if not 0 < whole.network.m <= _MOST_DRAWN:
        return ""
    asked = NetworkFilter(source=wanted.source, as_of=wanted.as_of).as_query()
    return (
        f"{reverse('portal:observatory_network')}?{urlencode({**asked, 'data': whole.digest[:12]})}"
    )


def _place_url(geonameid: int) -> str:
    """Return the page of the same place in the register; empty where no record speaks of it."""
    key = str(geonameid)
    is_known = places_visible_to(PUBLIC).filter(key=key).exists()
    return reverse("portal:place", args=[key]) if is_known else ""


def _map_label(selection: Selection) -> str:
    number = len(selection.ties)
    return ngettext(
        "World map: %(number)s tie between cities",
        "World map: %(number)s ties between cities",
        number,
    ) % {"number": counted(number)}


def _city_map_label(name: str) -> str:
    return _("World map: the ties of %(city)s as lines to its partners") % {"city": name}


def _city_graph_label(name: str) -> str:
    return _("Graph: the partners of %(city)s in a ring, and the ties between them") % {
        "city": name
    }
