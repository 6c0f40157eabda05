"""The observatory: public pages on what the network of cities looks like."""

from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from elci.agreements.queries.partners import places_visible_to
from elci.agreements.queries.register import years_on_record
from elci.agreements.templatetags.listing import linked_pages
from elci.domain.geography.denominators import denominators
from elci.foundation.eyes import PUBLIC
from elci.foundation.templatetags.elci import counted, reader_language
from elci.observatory.choices import NetworkSource, ResultKind
from elci.observatory.queries.asking import NetworkFilter, Selection, read_network_filter, selected
from elci.observatory.queries.countries import (
    LEAST_EXPECTED,
    ORDERS,
    lift_rows,
    types_of_country,
)
from elci.observatory.queries.drawing import network_as_json
from elci.observatory.queries.listing import found_cities, listed
from elci.observatory.queries.neighbourhood import neighbourhood_of
from elci.observatory.queries.networks import CityNetwork, network_of
from elci.observatory.queries.results import kept_result, numbers_of
from elci.observatory.queries.standing import Standing, standing_of
from elci.places.queries import country_label, is_country
from elci.portal.lists import Slider
from elci.portal.observatory import lists, science
from elci.portal.observatory.cards import cards_of
from elci.portal.observatory.files import FORMATS, citation, published
from elci.portal.observatory.graphs import draw_graph
from elci.portal.observatory.maps import draw_neighbourhood, draw_selection
from elci.portal.observatory.place_cards import cards_of_city

_MOST_DRAWN: Final = 20_000
"""So many ties are sent to the reader's browser; of more, only the sums are drawn."""


@require_safe
def observatory(request: HttpRequest) -> HttpResponse:
    """Show the network as a map, as a graph, as numbers and as lists."""
    wanted, whole, context = _asked(request)
    selection = selected(whole, wanted)
    page = listed(selection, wanted, reader_language())
    numbers = numbers_of(selection)
    drawn = draw_selection(selection, label=_map_label(selection))
    context |= {
        "cards": () if numbers is None else cards_of(numbers),
        "is_too_large": numbers is None and len(selection.ties) > 0,
        "map": drawn,
        "drawn_url": _drawn_url(wanted, whole) if drawn.is_of_countries else "",
        "slider": _slider(wanted, context["day"]),
        "found": found_cities(whole, wanted.text, reader_language()),
        "filters": lists.filter_groups(wanted),
        "tables": lists.tables_to_choose(wanted),
        "countries": lists.countries_to_choose(whole),
        "columns": lists.columns(wanted),
        "page": page,
        "pages": lists.pages_of(wanted, page),
        "selection": selection,
        "files": lists.file_links(wanted),
        "citation": citation(whole).text,
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
def download(request: HttpRequest, name: str) -> HttpResponseBase:
    """Hand out what a filter leaves of the network, in one of the formats."""
    if name not in FORMATS:
        raise Http404
    wanted, whole, _context = _asked(request)
    given = published(selected(whole, wanted))
    parts = FORMATS[name].write(given)
    response = StreamingHttpResponse(parts, content_type=FORMATS[name].media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def city(request: HttpRequest, geonameid: int) -> HttpResponse:
    """Show one city's ties, its place in the network, and what is known of both."""
    _wanted, whole, context = _asked(request, usual=NetworkSource.BOTH)
    found = neighbourhood_of(whole, geonameid, reader_language())
    if found is None:
        raise Http404
    standing = _standing(geonameid)
    context |= {
        "found": found,
        "standing": standing,
        "cards": () if standing is None else cards_of_city(standing),
        "by_register": sum(row.is_of_register for row in found.ties),
        "pairs": list(zip(found.ties, found.partners, strict=True)),
        "place_url": _place_url(geonameid),
        "map": draw_neighbourhood(whole, found, label=_city_map_label(found.city.name)),
        "graph": draw_graph(found, label=_city_graph_label(found.city.name)),
    }
    return render(request, "portal/observatory/city.html", context)


@require_safe
def countries(request: HttpRequest) -> HttpResponse:
    """Show which countries' cities are linked more, and less, than chance would have it."""
    _wanted, whole, context = _asked(request)
    order = request.GET.get("by", ORDERS[0])
    order = order if order in ORDERS else ORDERS[0]
    rows = lift_rows(whole, country=None, order=order, language=reader_language())
    number, pages = science.page_of(request.GET.get("page", ""), len(rows or ()))
    context |= {
        "rows": rows and rows[(number - 1) * science.ROWS : number * science.ROWS],
        "columns": science.lift_columns(order),
        "pages": linked_pages(number, pages, lambda page: f"?by={order}&page={page}"),
        "nulls": science.nulls_of(whole),
        "least": LEAST_EXPECTED,
    }
    return render(request, "portal/observatory/countries.html", context)


@require_safe
def country(request: HttpRequest, code: str) -> HttpResponse:
    """Show the ties of one country's cities, by type and by country."""
    if not is_country(code):
        raise Http404
    _wanted, whole, context = _asked(request)
    wanted = NetworkFilter(country=code)
    selection = selected(whole, wanted)
    rows = lift_rows(whole, country=code, order="-observed", language=reader_language())
    numbers = numbers_of(selection)
    context |= {
        "code": code,
        "name": country_label(code, reader_language()),
        "selection": selection,
        "map": draw_selection(selection, label=_map_label(selection)),
        "cards": () if numbers is None else cards_of(numbers),
        "types": lists.type_rows(types_of_country(whole, code)),
        "official": denominators().get(code),
        "rows": rows,
        "columns": science.lift_columns(None),
        "page": listed(selection, wanted, reader_language()),
        "files": lists.file_links(wanted),
        "citation": citation(whole).text,
    }
    return render(request, "portal/observatory/country.html", context)


@require_safe
def ledger(request: HttpRequest) -> HttpResponse:
    """Show what was published of such networks, tested again on this data."""
    _wanted, whole, context = _asked(request)
    numbers = numbers_of(selected(whole, NetworkFilter()))
    context |= {
        "claims": science.claims_of(whole, numbers),
        "types": () if numbers is None else lists.type_rows(numbers["types"]),
        "regions": () if numbers is None else lists.region_rows(numbers["regions"]),
        "nulls": science.nulls_of(whole),
        "denominators": lists.denominator_rows(whole),
    }
    return render(request, "portal/observatory/science.html", context)


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


def _slider(wanted: NetworkFilter, day: date) -> Slider | None:
    """Return the year slider where the register is shown: ties of the world have no day."""
    years = None if wanted.source is NetworkSource.WORLD else years_on_record(PUBLIC)
    if years is None:
        return None
    return Slider(
        action=reverse("portal:observatory"),
        name="as_of",
        min=min(years[0], day.year),
        max=max(timezone.localdate().year, day.year),
        value=day.year,
        hidden=tuple(wanted.with_part(as_of=None).as_query().items()),
    )


def _drawn_url(wanted: NetworkFilter, whole: CityNetwork) -> str:
    """Return where the reader's browser finds the network; empty where it is too large for it."""
    if not 0 < whole.network.m <= _MOST_DRAWN:
        return ""
    asked = NetworkFilter(source=wanted.source, as_of=wanted.as_of).as_query()
    return (
        f"{reverse('portal:observatory_network')}?{urlencode({**asked, 'data': whole.digest[:12]})}"
    )


def _standing(geonameid: int) -> Standing | None:
    """Return a city's place in the world's data set, of which results are kept."""
    world = network_of(NetworkSource.WORLD, PUBLIC, day=timezone.localdate())
    found = neighbourhood_of(world, geonameid, reader_language())
    return None if found is None else standing_of(world, found)


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
