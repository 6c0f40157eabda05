"""The numbers of a network in plain words, each with its formula, its reference and its doubt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from elci.foundation.templatetags.elci import counted

NOT_KNOWN = "–"


@dataclass(frozen=True, slots=True)
class Card:
    """A number, what it says, and how it is known."""

    key: str
    number: str
    words: str
    formula: str
    reference: str
    certainty: str


def decimal(value: float | None, places: int) -> str:
    """Write a number with so many decimals, or that it is not known."""
    if value is None:
        return NOT_KNOWN
    return number_format(round(value, places), places, use_l10n=True, force_grouping=True)


def percent(value: float | None, places: int = 0) -> str:
    """Write a share as a percentage, as the reader's language does."""
    if value is None:
        return NOT_KNOWN
    return _("%(number)s%%") % {"number": decimal(100 * value, places)}


def cards_of(numbers: Mapping[str, Any]) -> tuple[Card, ...]:
    """Return the cards of a network's numbers; those that are not there have no card."""
    written = (
        _size(numbers),
        _mean_degree(numbers),
        _largest_part(numbers),
        _distance(numbers),
        _clustering(numbers),
        _assortativity(numbers),
        _inequality(numbers),
        _core(numbers),
        _communities(numbers),
    )
    return tuple(card for card in written if card is not None)


def _size(numbers: Mapping[str, Any]) -> Card:
    return Card(
        "ties",
        counted(numbers["m"]),
        _("ties of two between %(cities)s cities") % {"cities": counted(numbers["n"])},
        _("n cities with at least one tie; m pairs of cities with a tie"),
        _("counted"),
        _("Exact for this data. A tie that nobody stated is missing."),
    )


def _mean_degree(numbers: Mapping[str, Any]) -> Card:
    return Card(
        "mean_degree",
        decimal(numbers["mean_degree"], 1),
        _("ties a city has on average; the most linked one has %(most)s")
        % {"most": counted(numbers["max_degree"])},
        "2 m / n",
        "Newman 2010, Networks",
        _("Exact for this data; cities without a tie are not in it."),
    )


def _largest_part(numbers: Mapping[str, Any]) -> Card:
    share = numbers["largest_component"] / numbers["n"]
    return Card(
        "largest_part",
        percent(share),
        _("of the cities hang together, directly or through others; the rest is in %(parts)s parts")
        % {"parts": counted(numbers["components"] - 1)},
        _("cities of the largest connected component / n"),
        "Newman 2010, Networks",
        _("Exact for this data; a single missing tie can join two parts, so it is a lower bound."),
    )


def _distance(numbers: Mapping[str, Any]) -> Card | None:
    if numbers.get("mean_distance") is None:
        return None
    return Card(
        "distance",
        decimal(numbers["mean_distance"], 2),
        _("steps lie between two cities on average; at most %(most)s")
        % {"most": numbers["diameter"]},
        _("mean of the shortest ways over all ordered pairs of the largest part"),
        "Watts, Strogatz 1998, Nature 393",
        _("Exact for this data; missing ties make it too long."),
    )


def _clustering(numbers: Mapping[str, Any]) -> Card:
    return Card(
        "clustering",
        percent(numbers["global_clustering"], 1),
        _("of the pairs of partners of one city are partners of each other: closed circles"),
        _("3 × triangles / pairs of ties that share a city"),
        "Newman, Watts, Strogatz 2002, PNAS 99",
        _("Exact for this data. Clubs are left out: with them it would be far higher."),
    )


def _assortativity(numbers: Mapping[str, Any]) -> Card | None:
    value = numbers["assortativity"]
    if value is None:
        return None
    words = (
        _("much linked cities tend to link with much linked ones (1 would be always)")
        if value > 0
        else _("much linked cities tend to link with little linked ones (−1 would be always)")
    )
    return Card(
        "assortativity",
        decimal(value, 2),
        words,
        _("correlation of the numbers of ties at both ends of a tie"),
        "Newman 2002, Phys. Rev. Lett. 89",
        _("Exact for this data; whole lists that are missing would change it most."),
    )


def _inequality(numbers: Mapping[str, Any]) -> Card:
    return Card(
        "gini",
        decimal(numbers["gini"], 2),
        _("is how unequally ties are spread: 0 were all equal, near 1 had one city all"),
        "2 Σ i dᵢ / (n Σ dᵢ) − (n + 1) / n",
        "Gini 1912; Kunegis, Preusse 2012",
        _("Exact for this data."),
    )


def _core(numbers: Mapping[str, Any]) -> Card:
    return Card(
        "core",
        counted(numbers["core_number"]),
        _("ties has every city of the innermost circle with others of that circle"),
        _("greatest k for which a k-core is left"),
        "Seidman 1983, Social Networks 5",
        _("Exact for this data."),
    )


def _communities(numbers: Mapping[str, Any]) -> Card | None:
    if numbers.get("communities") is None:
        return None
    return Card(
        "communities",
        counted(numbers["communities"]),
        _("communities, inside which ties are denser than between them (modularity %(value)s)")
        % {"value": decimal(numbers["modularity"], 3)},
        "Q = Σ (m꜀ / m − (d꜀ / 2m)²)",
        "Traag, Waltman, van Eck 2019, Sci. Rep. 9 (Leiden)",
        _("One of several good divisions: two runs agree to %(share)s (adjusted Rand index).")
        % {"share": decimal(numbers.get("stability"), 2)},
    )
