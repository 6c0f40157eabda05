"""Parts of a map that a page has by the hundred, written without a template for each."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

_PLACE_PARTS = ("key", "name", "x", "y", "url", "is_host", "label")


@register.filter
def arc_markup(arc: Any) -> SafeString:
    """Write an arc: its `.key` and `.standing`, its `.paths` as texts, and a `.strike` or none."""
    paths = tuple(_part(arc, "paths"))
    return _arc(_part(arc, "key"), _part(arc, "standing"), paths, _part(arc, "strike"))


@lru_cache(maxsize=8192)
def _arc(key: str, standing: str, paths: tuple[str, ...], strike: str) -> SafeString:
    """Write an arc once: the same ties are drawn on every other page."""
    lines = format_html_join(
        "",
        '<path class="arc__reach" d="{}"/><path class="arc__line" d="{}"/>',
        ((path, path) for path in paths),
    )
    doubled = paths if standing == "suspended" else ()
    cores = format_html_join("", '<path class="arc__core" d="{}"/>', ((path,) for path in doubled))
    stroke = format_html('<path class="arc__strike" d="{}"/>', strike) if strike else ""
    return format_html(
        '<g class="arc arc--{standing}" id="arc-{key}" data-partner="{key}">'
        "{lines}{cores}{stroke}</g>",
        standing=standing,
        key=key,
        lines=lines,
        cores=cores,
        stroke=stroke,
    )


@register.filter
def place_markup(place: Any) -> SafeString:
    """Write a place: `.key`, `.name`, `.x`, `.y`, `.url`, `.is_host`, and a `.label` or none."""
    return _place(*(_part(place, part) for part in _PLACE_PARTS))


@lru_cache(maxsize=8192)
def _place(*parts: Any) -> SafeString:
    """Write a place once: the same cities are drawn on every other page."""
    key, name, x, y, url, is_host, label = parts
    return format_html(
        '<g class="place{host}" id="place-{key}" data-partner="{key}" '
        'transform="translate({x} {y})">'
        '<a href="{url}" tabindex="-1" aria-label="{name}"><g class="place__inner">'
        '<circle class="place__mark" r="{radius}"/>{text}</g></a></g>',
        host=" place--host" if is_host else "",
        radius=4 if is_host else 2.5,
        text=_name_markup(name, label),
        key=key,
        name=name,
        x=x,
        y=y,
        url=url,
    )


def _name_markup(name: str, label: Any) -> SafeString:
    if label is None:
        return format_html(
            '<text class="place__name" x="4" y="-4" data-zoom="never">{}</text>', name
        )
    return format_html(
        '<text class="place__name" x="{}" y="{}" text-anchor="{}" data-zoom="{}">{}</text>',
        label.dx,
        label.dy,
        label.anchor,
        f"{label.zoom:g}",
        name,
    )


def _part(thing: Any, name: str) -> Any:
    return thing[name] if isinstance(thing, Mapping) else getattr(thing, name)
