"""The figures of a network: how links are spread, how far all is apart, which countries meet."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from elci.domain.networks.distances import mean_distance
from elci.domain.networks.figures.drawing import (
    BLUE,
    INK,
    RED,
    SOFT,
    Caption,
    Drawing,
    number,
    percent,
    shade,
)
from elci.domain.networks.lift import Lift
from elci.domain.networks.network import Numbers
from elci.domain.texts import Text

_PLAIN: Final = (640.0, 340.0)
_MARGINS: Final = (84.0, 52.0)
_CELL: Final = 27.0
_ODDEST: Final = 4.0
"""Colours are full where links are 2⁴ times as many as expected, or as few."""


def degree_figure(degrees: Numbers, *, source: str, language: str) -> str:
    """Return as SVG the share of cities that have at least so many partners, on both logarithms."""
    drawing = Drawing(*_PLAIN, margins=_MARGINS, language=language)
    linked = np.sort(degrees[degrees > 0])
    values, first = np.unique(linked, return_index=True)
    shares = 1 - first / max(len(linked), 1)
    right = np.log10(max(float(values.max(initial=1)), 2.0))
    least = np.floor(np.log10(1 / max(len(linked), 2)))
    decades = range(int(least), 1)
    drawing.axis(
        [(power / least * drawing.height, percent(10.0**power, language)) for power in decades],
        Text(
            "en az bu kadar bağı olanların payı", "share of cities with at least so many"
        ).in_language(language),
        upright=True,
    )
    marks = [mark for mark in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if np.log10(mark) <= right]
    drawing.axis(
        [(np.log10(mark) / right * drawing.width, number(mark, language)) for mark in marks],
        Text("kardeş şehir sayısı", "number of sister cities").in_language(language),
    )
    for value, share in zip(values.tolist(), shares.tolist(), strict=True):
        at = (np.log10(value) / right * drawing.width, np.log10(share) / least * drawing.height)
        drawing.dot(at, 3.2, BLUE)
    middle = float(np.median(linked)) if len(linked) else 0.0
    last = int(linked.max(initial=0))
    cities, half, most = (number(value, language) for value in (len(linked), middle, last))
    about = Text(
        f"{cities} şehrin ortancası {half}, en çoğu {most} bağ. Her iki eksen logaritmiktir.",
        f"{cities} cities; half have {half} links or fewer, the first {most}. Logarithmic axes.",
    )
    title = Text("Bağlar şehirlere nasıl dağılıyor", "How ties are spread over cities")
    return drawing.finished(Caption(title=title, about=about, source=source))


def distance_figure(counts: Numbers, *, source: str, language: str) -> str:
    """Return as SVG the shares of pairs of cities that lie so many links apart."""
    drawing = Drawing(*_PLAIN, margins=_MARGINS, language=language)
    pairs = counts[1:]
    shares = pairs / max(int(pairs.sum()), 1)
    top = max(float(shares.max(initial=0)), 0.01)
    step = next(each for each in (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5) if top / each <= 6)
    high = step * np.ceil(top / step - 1e-9)
    marks = np.arange(0, high + step / 2, step)
    drawing.axis(
        [(drawing.height * (1 - mark / high), percent(mark, language)) for mark in marks],
        Text("çiftlerin payı", "share of pairs").in_language(language),
        upright=True,
    )
    wide = drawing.width / max(len(pairs), 1)
    every = -(-len(pairs) // 16) or 1
    drawing.axis(
        [
            ((place + 0.5) * wide, str(place + 1))
            for place in range(len(pairs))
            if (place + 1) % every == 0 or place == 0
        ],
        Text("aradaki bağ sayısı", "links in between").in_language(language),
    )
    for place, share in enumerate(shares.tolist()):
        tall = drawing.height * share / high
        corner = (place * wide + wide * 0.1, drawing.height - tall)
        drawing.box(corner, (wide * 0.8, tall), BLUE)
    mean = mean_distance(counts)
    at = (mean - 0.5) * wide
    drawing.line((at, 0), (at, drawing.height), RED)
    told = number(mean, language, 2)
    label = Text(f"ortalama {told}", f"mean {told}").in_language(language)
    drawing.text((at + 6, 12), label, fill=RED)
    about = Text(
        f"En büyük parçadaki bütün çiftler; en uzağı {len(pairs)} bağ ötede.",
        f"All pairs of the largest part; the farthest are {len(pairs)} links apart.",
    )
    title = Text("İki şehir birbirine kaç bağ uzakta", "How many ties lie between two cities")
    return drawing.finished(Caption(title=title, about=about, source=source))


def country_figure(
    lifts: Sequence[Lift], *, names: Mapping[str, str], most: int, source: str, language: str
) -> str:
    """Return as SVG a table of countries by their links with each other, coloured by the lift."""
    shown = _most_linked(lifts, most)
    place = {code: number for number, code in enumerate(shown)}
    side = _CELL * max(len(shown), 12)
    drawing = Drawing(side, _CELL * len(shown), margins=(168.0, 128.0), language=language)
    for code, row in place.items():
        middle = (row + 0.5) * _CELL
        drawing.text((-8, middle + 4), _short(names.get(code, code), 24), size=12, anchor="end")
        under = (middle + 4, drawing.height + 8)
        drawing.text(under, _short(names.get(code, code), 18), size=12, anchor="end", turned=True)
    for lift in lifts:
        if lift.one in place and lift.other in place:
            _cells(drawing, lift, (place[lift.one], place[lift.other]))
    about = Text(
        "Sayılar bağ sayısı; mavi rastlantının verdiğinden çok, kırmızı azdır.",
        "Numbers are ties; blue is more than chance would give, red is less.",
    )
    title = Text("Hangi ülkelerin şehirleri kardeş", "Which countries' cities are sisters")
    return drawing.finished(Caption(title=title, about=about, source=source))


def _most_linked(lifts: Sequence[Lift], most: int) -> list[str]:
    """Return the countries with the most links, those first."""
    counts: dict[str, int] = {}
    for lift in lifts:
        for code in {lift.one, lift.other}:
            counts[code] = counts.get(code, 0) + lift.observed
    return sorted(counts, key=lambda code: (-counts[code], code))[:most]


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _cells(drawing: Drawing, lift: Lift, places: tuple[int, int]) -> None:
    value = float(np.log2(lift.lift)) if lift.observed else -_ODDEST
    for row, column in {places, places[::-1]}:
        corner = (column * _CELL + 0.5, row * _CELL + 0.5)
        drawing.box(corner, (_CELL - 1, _CELL - 1), shade(value, most=_ODDEST))
        told = number(lift.observed, drawing.language) if lift.observed else "·"
        fill = "#ffffff" if abs(value) > 2.2 else INK if lift.observed else SOFT
        at = ((column + 0.5) * _CELL, (row + 0.5) * _CELL + 4)
        drawing.text(at, told, size=10.5, anchor="middle", fill=fill)
