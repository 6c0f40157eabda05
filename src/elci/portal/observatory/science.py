"""The claims ledger: what was published of sister-city networks, tested again on this data."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.agreements.templatetags.listing import Column
from elci.domain.geography.countries import country_facts
from elci.domain.geography.ties import TieType
from elci.foundation.templatetags.elci import counted, reader_language
from elci.observatory.choices import ResultKind
from elci.observatory.queries.asking import NetworkFilter, selected
from elci.observatory.queries.countries import ORDERS, types_of_country
from elci.observatory.queries.networks import CityNetwork
from elci.observatory.queries.results import kept_result
from elci.portal.observatory.cards import decimal, percent

ROWS: Final = 100
"""Pairs of countries on a page."""
HOLDS: Final = gettext_lazy("holds here as well")
IN_PART: Final = gettext_lazy("holds in part")
NOT_TOLD: Final = gettext_lazy("cannot be tested on this data")
_SAINT_PETERSBURG: Final = 498817
NOT_HERE: Final = gettext_lazy("does not hold on this data")


@dataclass(frozen=True, slots=True)
class Claim:
    """A published statement with what this data says to it."""

    key: str
    statement: str
    source: str
    published: str
    here: str
    chance: str
    verdict: str
    difference: str


@dataclass(frozen=True, slots=True)
class NullRow:
    """A measure beside what two null models give."""

    label: str
    observed: str
    by_degrees: str
    z_degrees: str
    by_country_pairs: str
    z_country_pairs: str


def page_of(text: str, rows: int) -> tuple[int, int]:
    """Return which page of how many is asked for; the first where that is not understood."""
    pages = max(1, -(-rows // ROWS))
    return (min(max(int(text), 1), pages) if text.isdecimal() else 1), pages


def lift_columns(order: str | None) -> tuple[Column, ...]:
    """Return the columns of the pairs of countries; without an order they are not sorted by."""
    headings = (
        (_("Countries"), "name", False),
        (_("Ties"), "-observed", True),
        (_("By chance"), "-expected", True),
        (_("95 of 100 draws"), "", True),
        (_("Lift"), "-lift", True),
        ("z", "-z", True),
    )
    return tuple(
        _column(label, each if order is not None else "", order, is_number=is_number)
        for label, each, is_number in headings
    )


def _column(label: str, each: str, order: str | None, *, is_number: bool) -> Column:
    if each == "":
        return Column(label, is_number=is_number)
    field = each.removeprefix("-")
    if (order or "").removeprefix("-") != field:
        return Column(label, f"?by={each}", "", is_number)
    is_down = (order or "").startswith("-")
    turned = field if is_down else f"-{field}"
    target = turned if turned in ORDERS else each
    return Column(label, f"?by={target}", "descending" if is_down else "ascending", is_number)


_MEASURES: Final = {
    "mean_km": (gettext_lazy("Mean distance of a tie (km)"), 0),
    "domestic_share": (gettext_lazy("Share of ties within a country"), 3),
    "clustering": (gettext_lazy("Clustering (closed circles)"), 4),
    "assortativity": (gettext_lazy("Assortativity of numbers of ties"), 3),
    "size_homophily": (gettext_lazy("Likeness in size (correlation of log population)"), 3),
    "size_ratio": (gettext_lazy("Median ratio of populations"), 2),
}


def nulls_of(whole: CityNetwork) -> tuple[NullRow, ...]:
    """Return the measures beside both null models; nothing where none is kept."""
    kept = kept_result(ResultKind.CLAIMS, whole)
    if kept is None:
        return ()
    nulls = kept.content["nulls"]
    return tuple(
        _null_row(str(label), places, nulls["degrees"][name], nulls["country_pairs"][name])
        for name, (label, places) in _MEASURES.items()
    )


def _null_row(
    label: str, places: int, degrees: Mapping[str, Any], countries: Mapping[str, Any]
) -> NullRow:
    return NullRow(
        label,
        decimal(degrees["observed"], places),
        _margin(degrees, places),
        decimal(degrees["z"], 0),
        _margin(countries, places),
        decimal(countries["z"], 0),
    )


def _margin(null: Mapping[str, Any], places: int) -> str:
    if null["z"] is None:
        return _("as observed, kept by this null model")
    mean, low, high = (decimal(null[name], places) for name in ("mean", "low", "high"))
    return f"{mean} ({low} – {high})"


def claims_of(whole: CityNetwork, numbers: Mapping[str, Any] | None) -> tuple[Claim, ...]:
    """Return the claims that this data can be asked about; none where nothing is kept of it."""
    kept = kept_result(ResultKind.CLAIMS, whole)
    if kept is None or numbers is None:
        return ()
    degrees = kept.content["nulls"]["degrees"]
    countries = kept.content["nulls"]["country_pairs"]
    return (
        _proximity(degrees["mean_km"], countries["mean_km"]),
        _assortative(degrees["assortativity"]),
        _clustering(numbers, kept.content["triangles"]),
        _distances(numbers),
        _inequality(numbers),
        _size(degrees["size_homophily"], degrees["size_ratio"]),
        _domestic(degrees["domestic_share"]),
        _clubs(kept.content["triangles"]),
        _top(whole),
        _turkish_cross_border(whole),
        _turkish_union(whole),
        _reciprocity(),
    )


def _against(null: Mapping[str, Any], places: int) -> str:
    return _("null model of degrees: %(margin)s, z = %(z)s") % {
        "margin": _margin(null, places),
        "z": decimal(null["z"], 0),
    }


def _proximity(degrees: Mapping[str, Any], countries: Mapping[str, Any]) -> Claim:
    return Claim(
        "proximity",
        _("Ties are “not influenced by geographical proximity”."),
        "Kaltenbrunner, Aragón, Laniado, Volkovich 2013",
        _("in words only"),
        _("mean %(km)s km") % {"km": decimal(degrees["observed"], 0)},
        _("%(degrees)s; with pairs of countries kept: %(countries)s, z = %(z)s")
        % {
            "degrees": _against(degrees, 0),
            "countries": _margin(countries, 0),
            "z": decimal(countries["z"], 0),
        },
        str(NOT_HERE) if degrees["z"] < -3 else str(HOLDS),
        _(
            "Ties are much shorter than chance would have them. Nearly all of that is a matter of "
            "countries: once the number of ties of each pair of countries is kept, only a "
            "small part "
            "is left. The claim was made on the English Wikipedia, with other cities."
        ),
    )


def _assortative(null: Mapping[str, Any]) -> Claim:
    return Claim(
        "assortative",
        _("The networks are “highly assortative”: much linked cities link with much linked ones."),
        "Kaltenbrunner et al. 2013; KONECT “twin”, 2017",
        f"+{decimal(0.386787, 3)} (KONECT)",
        f"+{decimal(null['observed'], 3)}",
        _against(null, 3),
        str(HOLDS) if null["z"] > 3 else str(NOT_HERE),
        _("Same source (Wikidata), a year apart, clubs left out here."),
    )


def _clustering(numbers: Mapping[str, Any], triangles: Mapping[str, Any]) -> Claim:
    return Claim(
        "clustering",
        _("Of the pairs of partners of a city, 11.1 per cent are partners themselves."),
        "KONECT “twin”, 2017",
        percent(0.1113614, 1),
        _("%(without)s without clubs, %(with)s with them")
        % {
            "without": percent(numbers["global_clustering"], 1),
            "with": percent(triangles["clustering"], 1),
        },
        _("see the table of null models"),
        str(IN_PART),
        _("KONECT counts clubs as pairs and covers 14,274 cities."),
    )


def _distances(numbers: Mapping[str, Any]) -> Claim:
    return Claim(
        "distances",
        _("Two connected cities are 7.35 steps apart on average (median 7), at most 25."),
        _("KONECT “twin”, 2017, computed anew"),
        f"{decimal(7.348126, 3)}; 7; 25",
        "; ".join(
            (
                decimal(numbers["mean_distance"], 3),
                str(numbers["median_distance"]),
                str(numbers["diameter"]),
            )
        ),
        _("exact on this data"),
        str(HOLDS),
        _("KONECT’s own page says 7.654 and 8; two independent programs give the values here."),
    )


def _inequality(numbers: Mapping[str, Any]) -> Claim:
    return Claim(
        "inequality",
        _("Ties are spread unequally: Gini coefficient 0.506, power-law exponent 2.60."),
        "KONECT “twin”, 2017",
        f"{decimal(0.50604, 3)}; {decimal(2.60121, 2)}",
        f"{decimal(numbers['gini'], 3)}; {decimal(numbers['power_law_exponent'], 2)}",
        _("exact on this data"),
        str(HOLDS),
        _("Fewer cities, fewer clubs: both come out a little lower."),
    )


def _size(homophily: Mapping[str, Any], ratio: Mapping[str, Any]) -> Claim:
    return Claim(
        "size",
        _("Partners are alike in size: correlation 0.527, median ratio 2.73."),
        _("links of 4,566 cities above 10,000 people, Wikidata of January 2022"),
        f"{decimal(0.527, 3)}; {decimal(2.73, 2)}",
        f"{decimal(homophily['observed'], 3)}; {decimal(ratio['observed'], 2)}",
        _against(homophily, 3),
        str(HOLDS),
        _(
            "Small towns are in this data as well, and they link with small towns: the "
            "likeness is stronger."
        ),
    )


def _domestic(null: Mapping[str, Any]) -> Claim:
    return Claim(
        "domestic",
        _("4.9 per cent of the ties lie within a country."),
        _("links of 4,566 cities above 10,000 people, Wikidata of January 2022"),
        percent(0.049, 1),
        percent(null["observed"], 1),
        _against(null, 3),
        str(IN_PART),
        _("Ties between small towns of one country are in this data and were not in theirs."),
    )


def _clubs(triangles: Mapping[str, Any]) -> Claim:
    share = 1 - triangles["by_pairs"] / triangles["total"]
    return Claim(
        "clubs",
        _("Clubs of cities make half of all triangles."),
        _("this data set, as it was described"),
        percent(0.5),
        percent(share),
        _("exact on this data"),
        str(HOLDS) if 0.45 < share < 0.55 else str(IN_PART),
        _("%(clubs)s of %(total)s triangles hang on a tie of a club.")
        % {
            "clubs": counted(triangles["total"] - triangles["by_pairs"]),
            "total": counted(triangles["total"]),
        },
    )


def _turkish_cross_border(whole: CityNetwork) -> Claim:
    types = types_of_country(whole, "TR")
    total = sum(types.values())
    near = types[TieType.CROSS_BORDER]
    low, high = wilson(near, max(total, 1))
    return Claim(
        "cross-border",
        _("Cross-border ties of municipalities of Türkiye are uncommon."),
        "Marmara Üniversitesi Siyasal Bilimler Dergisi 11(2), 2023: 371–393",
        _("in words only; 2,051 relations of 486 municipalities"),
        _("%(share)s (%(near)s of %(total)s)")
        % {
            "share": percent(near / max(total, 1), 1),
            "near": counted(near),
            "total": counted(total),
        },
        _("95%% interval %(low)s – %(high)s (Wilson)")
        % {"low": percent(low, 1), "high": percent(high, 1)},
        str(HOLDS) if high < 0.15 else str(NOT_HERE),
        _("At most 150 km apart counts as cross-border here; their rule is not known to us."),
    )


def _top(whole: CityNetwork) -> Claim:
    place = int(whole.network.degrees.argmax())
    name = whole.names_in(reader_language())[place]
    return Claim(
        "top",
        _("The most linked city is Saint Petersburg, with 98 ties."),
        _("a walk from Weimar along the ties of Wikidata, September 2016"),
        "98",
        f"{counted(int(whole.network.degrees[place]))} ({name})",
        _("see the margins of ranks on the pages of cities"),
        str(HOLDS) if whole.world.ids[place] == _SAINT_PETERSBURG else str(NOT_HERE),
        _("They followed ties from one city and so saw only the part that hangs together."),
    )


def _turkish_union(whole: CityNetwork) -> Claim:
    facts = country_facts()
    ties = whole.network.pairs[selected(whole, NetworkFilter(country="TR")).ties].tolist()
    ends = [[whole.world.countries[place] for place in pair] for pair in ties]
    abroad = [one if other == "TR" else other for one, other in ends if one != other]
    members = sum(facts[code].in_eu or code == "GB" for code in abroad)
    low, high = wilson(members, max(len(abroad), 1))
    return Claim(
        "union",
        _("57 per cent of the ties of Türkiye are with members of the European Union."),
        _("published count of 2016: 1,547 ties of 392 local authorities"),
        percent(0.57),
        _("%(share)s (%(near)s of %(total)s)")
        % {
            "share": percent(members / max(len(abroad), 1), 1),
            "near": counted(members),
            "total": counted(len(abroad)),
        },
        _("95%% interval %(low)s – %(high)s (Wilson)")
        % {"low": percent(low, 1), "high": percent(high, 1)},
        str(HOLDS) if low <= 0.57 <= high else str(NOT_HERE),
        _("Twenty-eight members, as in 2016. Wikidata knows under a third of the official ties."),
    )


def _reciprocity() -> Claim:
    return Claim(
        "reciprocity",
        _("Of the ties in English lists whose both ends have a list, 79.7 per cent stand in both."),
        _("English Wikipedia, May 2023; 98.2 per cent in Wikidata, September 2016"),
        percent(0.797, 1),
        _("not told"),
        _("not told"),
        str(NOT_TOLD),
        _("The data set keeps a tie once, whichever side states it. The register keeps both."),
    )


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Return the 95% interval of a share (Wilson 1927)."""
    z = 1.96
    share = successes / trials
    middle = share + z * z / (2 * trials)
    reach = z * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    scale = 1 + z * z / trials
    return (middle - reach) / scale, (middle + reach) / scale
