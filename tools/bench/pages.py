"""Which addresses are asked for: every kind of page, with filters and days at random."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import quote, urlencode

from django.db.models import Count
from django.urls import URLPattern

from elci.accounts.models import Workspace
from elci.agreements.models import Account, ActRecord, Party, RegisterPartner, SavedView
from elci.desk import urls as desk_urls
from elci.domain.acts.kinds import Standing
from elci.domain.law.words import Body, LegalAct
from elci.domain.places.continents import Continent
from elci.domain.register import Order
from elci.domain.vocabularies import Instrument
from elci.organisations.models import Organisation
from elci.places.models import Place

FIRST_YEAR: Final = 1960
_LANGUAGES: Final = ("tr", "en")
_MANY: Final = 200
_POPULAR: Final = 30
_CITIES: Final = ("498817", "745044", "2886242", "323786", "2521804")
"""Cities of the world's data set: the most linked one, and one of a club."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page and how to make an address of it."""

    name: str
    address: Callable[[random.Random], str]
    is_signed_in: bool = False
    is_stream: bool = False


@dataclass(frozen=True, slots=True)
class Pools:
    """What the addresses are made from; the first of each are what most relations hang on."""

    today: date
    relations: Sequence[str]
    own_relations: Sequence[str]
    acts: Sequence[str]
    withdrawn: Sequence[str]
    places: Sequence[str]
    organisations: Sequence[str]
    countries: Sequence[str]
    hosts: Sequence[str]
    views: Sequence[str]
    common_words: Sequence[str]
    rare_words: Sequence[str]


def gather_pools(dice: random.Random, workspace: Workspace, *, today: date) -> Pools:
    """Read what there is: the bodies with most relations first, then some at random."""
    busy = list(
        Party.objects.order_by().values("organisation").annotate(n=Count("pk")).order_by("-n", "pk")
        .values_list("organisation", flat=True)[:_POPULAR]
    )  # fmt: skip
    partners = RegisterPartner.objects.order_by("organisation").values_list(
        "organisation", flat=True
    )
    some = dice.sample(list(partners.distinct()), _MANY)
    bodies = Organisation.objects.select_related("place").in_bulk([*busy, *some])
    ordered = [bodies[pk] for pk in [*busy, *some]]
    standing = Account.objects.filter(withdrawn_at=None).order_by("pk")
    own = standing.filter(workspace=workspace)
    names = [body.place.name_en for body in ordered if body.place is not None]
    return Pools(
        today=today,
        relations=_some(dice, standing),
        own_relations=_some(dice, own),
        acts=_some(dice, ActRecord.objects.filter(account__in=own, known_until=None)),
        withdrawn=_some(dice, Account.objects.exclude(withdrawn_at=None)),
        places=[body.place.key for body in ordered if body.place is not None],
        organisations=[str(body.uuid) for body in ordered],
        countries=_countries(),
        hosts=list(Workspace.objects.order_by("pk").values_list("key", flat=True)[:20]),
        views=[str(each) for each in SavedView.objects.values_list("uuid", flat=True)],
        common_words=("germany", "istanbul", "united", "kentler", "new", "san"),
        rare_words=names[-100:],
    )


def page_kinds(pools: Pools) -> list[PageKind]:
    """Return every kind of page of the portal, then those of the desk that exist."""
    return [*_portal(pools), *_observatory(), *_law(), *_desk(pools)]


def _portal(pools: Pools) -> Iterator[PageKind]:
    def query(path: str, *parts: Callable[[random.Random], dict[str, str]]) -> Any:
        def address(dice: random.Random) -> str:
            asked = {name: value for part in parts for name, value in part(dice).items()}
            return _localised(dice, path, asked)

        return address

    def one(path: str, pool: Sequence[str], *parts: Any) -> Any:
        return lambda dice: query(path % quote(_mostly_first(dice, pool)), *parts)(dice)

    def day(dice: random.Random) -> dict[str, str]:
        return random_day(dice, pools.today)

    def words(dice: random.Random) -> dict[str, str]:
        return {"q": _words(dice, pools)}

    def choices(dice: random.Random) -> dict[str, str]:
        return _choices(dice, pools)

    def host(dice: random.Random) -> dict[str, str]:
        return {"host": _mostly_first(dice, pools.hosts)}

    yield PageKind("home", query(""))
    yield PageKind("home, any day", query("", day))
    yield PageKind("home, filtered", query("", choices, day))
    yield PageKind("home, searched", query("", words, day))
    yield PageKind("home, one host", query("", host, day))
    yield PageKind("home, sorted, deep", query("", _deep, day))
    yield PageKind("timeline", query("timeline/", choices, day))
    yield PageKind("timeline, deep", query("timeline/", _deep, day))
    yield PageKind("statistics", query("statistics/"))
    yield PageKind("statistics, any day", query("statistics/", day))
    yield PageKind("statistics, filtered", query("statistics/", choices, day))
    yield PageKind("relation", one("relations/%s/", pools.relations, day))
    yield PageKind("place", one("places/%s/", pools.places))
    yield PageKind("country", one("countries/%s/", pools.countries))
    yield PageKind("organisation", one("organisations/%s/", pools.organisations))
    yield PageKind("glossary", query("glossary/"))
    yield PageKind("about", query("about/"))
    yield PageKind("list as CSV, start", query("relations.csv", choices, day), is_stream=True)


def _observatory() -> Iterator[PageKind]:
    """Yield the pages of the network of cities."""

    def page(path: str) -> Callable[[random.Random], str]:
        return lambda dice: _localised(dice, f"observatory/{path}", {})

    def of_both(dice: random.Random) -> str:
        table = dice.choice(("cities", "countries", "ties", "groups"))
        asked = {"source": "both", "table": table, "page": str(dice.randint(1, 40))}
        return _localised(dice, "observatory/", asked)

    def city(dice: random.Random) -> str:
        return _localised(dice, f"observatory/cities/{dice.choice(_CITIES)}/", {})

    yield PageKind("observatory", page(""))
    yield PageKind("observatory, both", of_both)
    yield PageKind("observatory, city", city)
    yield PageKind("observatory, countries", page("countries/"))
    yield PageKind("observatory, country", page("countries/TR/"))
    yield PageKind("observatory, science", page("science/"))


def _law() -> Iterator[PageKind]:
    """Yield the pages of the law, which read files instead of rows."""

    def page(path: str) -> Callable[[random.Random], str]:
        return lambda dice: f"/{dice.choice(_LANGUAGES)}/law/{path}"

    def question(dice: random.Random) -> str:
        return f"/{dice.choice(_LANGUAGES)}/law/?{urlencode(_question(dice))}"

    yield PageKind("law, asked", question)
    yield PageKind("law, all acts", page("table/"))
    yield PageKind("law, countries", page("abroad/"))
    yield PageKind("law, rules", page("packs/tr/"))
    yield PageKind("law, texts", page("packs/tr/wordings/"))


def _question(dice: random.Random) -> dict[str, str]:
    year = dice.randint(2006, 2026)
    return {
        "body": dice.choice(list(Body)),
        "act": dice.choice(list(LegalAct)),
        "date": f"{year}-{dice.randint(1, 12):02}-01",
        "pack": "tr",
    }


def _desk(pools: Pools) -> Iterator[PageKind]:
    """Yield the pages of the desk as its addresses name them."""
    known = {
        "account_uuid": pools.own_relations,
        "act_uuid": pools.acts,
        "view_uuid": pools.views,
    }

    def address(pattern: URLPattern, *parts: Any) -> Any:
        def made(dice: random.Random) -> str:
            path = str(pattern.pattern)
            for name, converter in pattern.pattern.converters.items():
                kind = {"UUIDConverter": "uuid", "SlugConverter": "slug", "StringConverter": "str"}
                written = f"<{kind.get(type(converter).__name__, '')}:{name}>"
                path = path.replace(written, dice.choice(known[name]))
            asked = {name: value for part in parts for name, value in part(dice).items()}
            return _localised(dice, f"desk/{path}", asked)

        return made

    for pattern in desk_urls.urlpatterns:
        if set(pattern.pattern.converters) <= set(known):
            yield PageKind(f"desk: {pattern.name}", address(pattern), is_signed_in=True)
    first = desk_urls.urlpatterns[0]
    parts: dict[str, Callable[[random.Random], dict[str, str]]] = {
        "filtered": lambda dice: _choices(dice, pools),
        "searched": lambda dice: {"q": _words(dice, pools)},
        "sorted, deep": _deep,
    }
    for name, part in parts.items():
        yield PageKind(f"desk: {first.name}, {name}", address(first, part), is_signed_in=True)


def random_day(dice: random.Random, today: date) -> dict[str, str]:
    """Return a day or a year to look at, from anywhere in the register's time."""
    if dice.random() < 0.4:
        return {"as_of": str(dice.randint(FIRST_YEAR, today.year))}
    first = date(FIRST_YEAR, 1, 1)
    return {"as_of": str(first + timedelta(days=dice.randint(0, (today - first).days)))}


def _choices(dice: random.Random, pools: Pools) -> dict[str, str]:
    possible: dict[str, Callable[[], str]] = {
        "instrument": lambda: dice.choice(list(Instrument)),
        "standing": lambda: dice.choice(list(Standing)),
        "continent": lambda: dice.choice(list(Continent)),
        "country": lambda: _mostly_first(dice, pools.countries),
        "decade": lambda: str(dice.randrange(FIRST_YEAR, pools.today.year, 10)),
    }
    chosen = dice.sample(sorted(possible), dice.choice((1, 1, 2)))
    return {name: str(possible[name]()) for name in chosen}


def _words(dice: random.Random, pools: Pools) -> str:
    luck = dice.random()
    if luck < 0.1:
        return "qqzz"
    return dice.choice(pools.common_words if luck < 0.5 else pools.rare_words)


def _deep(dice: random.Random) -> dict[str, str]:
    return {"order": dice.choice(list(Order)), "page": str(int(2000 * dice.random() ** 2) + 1)}


def _mostly_first(dice: random.Random, pool: Sequence[str]) -> str:
    """Choose from the busiest half of the time, else from all."""
    return dice.choice(pool[:_POPULAR] if dice.random() < 0.5 else pool)


def _localised(dice: random.Random, path: str, asked: dict[str, str]) -> str:
    query = f"?{urlencode(asked)}" if asked else ""
    return f"/{dice.choice(_LANGUAGES)}/{path}{query}"


def _some(dice: random.Random, rows: Any) -> list[str]:
    found = list(rows.order_by("pk").values_list("uuid", flat=True))
    return [str(each) for each in dice.sample(found, min(_MANY, len(found)))]


def _countries() -> list[str]:
    found = Place.objects.order_by().values("country").annotate(n=Count("organisations__parts"))
    return list(found.order_by("-n", "country").values_list("country", flat=True))
