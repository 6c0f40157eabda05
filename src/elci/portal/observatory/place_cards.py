"""A city's place in the network in plain words."""

from django.utils.translation import gettext as _

from elci.foundation.templatetags.elci import counted
from elci.observatory.queries.standing import Standing
from elci.portal.observatory.cards import NOT_KNOWN, Card, decimal, percent


def cards_of_city(found: Standing) -> tuple[Card, ...]:
    """Return the cards of a city."""
    return (
        _rank(found),
        _bridge(found),
        _joint(found),
        _broker(found),
        _circle(found),
        _core(found),
        _community(found),
    )


def _rank(found: Standing) -> Card:
    return Card(
        "rank",
        _("rank %(rank)s") % {"rank": counted(found.rank)},
        _(
            "by the number of ties, of %(cities)s cities; with ties drawn anew between "
            "%(low)s and %(high)s"
        )
        % {
            "cities": counted(found.of),
            "low": counted(found.rank_low),
            "high": counted(found.rank_high),
        },
        _(
            "1 + the number of cities with more ties; margins: 95 of 100 draws of the ties "
            "(bootstrap)"
        ),
        "Efron 1979; Chamandy et al. 2012",
        _(
            "The margins say how far the rank hangs by single ties; lists that are missing as"
            " a whole come on top."
        ),
    )


def _bridge(found: Standing) -> Card:
    return Card(
        "bridge",
        percent(found.between, 2),
        _(
            "of the shortest ways between all pairs of cities lead through it: a bridge (rank"
            " %(rank)s)"
        )
        % {"rank": counted(found.between_rank)},
        _("Σ σ(s,t | city) / σ(s,t) over all pairs s, t, divided by their number (betweenness)"),
        "Freeman 1977; Brandes 2001",
        _("Exact for this data; one missing tie elsewhere can change it much."),
    )


def _joint(found: Standing) -> Card:
    if found.parts > 1:
        words = _(
            "parts would be left of its part of the network without it: some cities hang by "
            "it alone"
        )
    else:
        words = _("part: without it all others would still hang together as now")
    return Card(
        "joint",
        counted(max(found.parts, 1)),
        words,
        _("connected parts after the city is taken out (articulation point)"),
        "Tarjan 1972",
        _("Exact for this data; a single missing tie can undo it."),
    )


def _broker(found: Standing) -> Card:
    return Card(
        "broker",
        decimal(found.constraint, 2),
        _(
            "is how far its partners are each other's partners: the lower, the more it "
            "brokers between strangers"
        ),
        _("Σⱼ (pᵢⱼ + Σ pᵢq pqⱼ)², p = 1 / number of ties (Burt's constraint)"),
        "Burt 1992, 2004",
        _("Exact for this data; partners whose own lists are missing make it too low."),
    )


def _circle(found: Standing) -> Card:
    return Card(
        "circle",
        percent(found.clustering, 1) if found.clustering is not None else NOT_KNOWN,
        _(
            "of the pairs of its partners are partners of each other: a closed circle where "
            "it is high"
        ),
        "2 t / (d (d − 1))",
        "Watts, Strogatz 1998",
        _("Exact for this data; not defined with fewer than two ties."),
    )


def _core(found: Standing) -> Card:
    return Card(
        "core",
        counted(found.core),
        _("is the deepest circle in which every city has so many ties with others of the circle"),
        _("greatest k such that the city is in the k-core"),
        "Seidman 1983",
        _("Exact for this data."),
    )


def _community(found: Standing) -> Card:
    return Card(
        "community",
        NOT_KNOWN if found.community is None else counted(found.community),
        _("cities are in its community, inside which ties are denser than outside"),
        "Q = Σ (m꜀ / m − (d꜀ / 2m)²)",
        "Traag, Waltman, van Eck 2019 (Leiden)",
        _("One of several good divisions; at its edge a city could as well be in the next one."),
    )
