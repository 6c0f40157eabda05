"""Parts of a map that a page has by the hundred, written without a template for each."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def arc_markup(arc: Any) -> SafeString:
    """Write an arc: its `.key` and `.standing`, its `.paths` as texts, and a `.strike` or none."""
    key, standing = escape(_part(arc, "key")), escape(_part(arc, "standing"))
    parts = [f'<g class="arc arc--{standing}" id="arc-{key}" data-partner="{key}">']
    for path in map(escape, _part(arc, "paths")):
        parts.append(f'<path class="arc__reach" d="{path}"/><path class="arc__line" d="{path}"/>')
        if standing == "suspended":
            parts.append(f'<path class="arc__core" d="{path}"/>')
    strike = _part(arc, "strike")
    if strike:
        parts.append(f'<path class="arc__strike" d="{escape(strike)}"/>')
    return mark_safe("".join(parts) + "</g>")  # noqa: S308 -- all that came in is escaped


@register.filter
def place_markup(place: Any) -> SafeString:
    """Write a place: `.key`, `.name`, `.x`, `.y`, `.url`, `.is_host`, and a `.label` or none."""
    key, name, is_host = (
        escape(_part(place, "key")),
        escape(_part(place, "name")),
        _part(place, "is_host"),
    )
    label = _part(place, "label")
    if label is None:
        text = f'<text class="place__name" x="4" y="-4" data-zoom="never">{name}</text>'
    else:
        text = (
            f'<text class="place__name" x="{label.dx}" y="{label.dy}" '
            f'text-anchor="{label.anchor}" data-zoom="{label.zoom:g}">{name}</text>'
        )
    return mark_safe(  # noqa: S308 -- all that came in is escaped
        f'<g class="place{" place--host" if is_host else ""}" id="place-{key}" '
        f'data-partner="{key}" transform="translate({_part(place, "x")} {_part(place, "y")})">'
        f'<a href="{escape(_part(place, "url"))}" tabindex="-1" aria-label="{name}">'
        f'<g class="place__inner"><circle class="place__mark" r="{4 if is_host else 2.5}"/>'
        f"{text}</g></a></g>"
    )


def _part(thing: Any, name: str) -> Any:
    return thing[name] if isinstance(thing, Mapping) else getattr(thing, name)
