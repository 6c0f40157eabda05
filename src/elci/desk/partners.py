"""Finding the other parties of a relation: bodies on record, places of the world, new bodies.

A party that is chosen but not saved yet is a short text that the address of the page carries.
Nothing is recorded before the relation itself is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Final
from uuid import UUID

from elci.domain.places.countries import all_countries, country_by_name
from elci.domain.places.folding import sort_key
from elci.domain.places.gazetteer import Place as GazetteerPlace
from elci.domain.places.gazetteer import UnknownPlaceError, open_gazetteer
from elci.foundation.templatetags.elci import named, reader_language
from elci.organisations.actions import record_body_of, record_organisation
from elci.organisations.choices import OrganisationKind
from elci.organisations.queries import organisations, organisations_named
from elci.places.actions import adopt_place
from elci.places.choices import PlaceKindChoice
from elci.places.queries import country_label, places_like

if TYPE_CHECKING:
    from elci.accounts.models import Workspace
    from elci.organisations.models import Organisation

MOST_PARTNERS: Final = 20
_BODIES_SHOWN: Final = 8
_PLACES_SHOWN: Final = 8
_LONGEST_NAME: Final = 300
NEW_KINDS: Final = (
    OrganisationKind.NETWORK,
    OrganisationKind.LOCAL_AUTHORITY,
    OrganisationKind.OTHER,
)
"""Kinds of bodies that can be recorded by their name alone."""


class _Known(StrEnum):
    """How a party is known before the relation is saved."""

    BODY = "body"
    PLACE = "place"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Party:
    """A party that is chosen, or that may be, as a person tells it from others."""

    token: str
    name: str
    kind: str
    local_name: str = ""
    region: str = ""
    country: str = ""
    population: int | None = None
    is_network: bool = False


class UnknownPartyError(LookupError):
    """A text in the address that stands for no party."""


def chosen_parties(tokens: Iterable[str], *, own: "Workspace | None") -> tuple[Party, ...]:
    """Return the parties that an address carries, each once.

    What stands for none is left out, and so is the body of the workspace ``own`` where it is given.
    """
    left_out = _own_tokens(own)
    found = []
    for token in list(dict.fromkeys(tokens))[:MOST_PARTNERS]:
        try:
            found.append(_party(token))
        except UnknownPartyError:
            continue
    return tuple(party for party in found if party.token not in left_out)


def adopt_party(token: str) -> "Organisation":
    """Return the body that a token stands for, recording it on first use."""
    how, _colon, what = token.partition(":")
    if how == _Known.BODY:
        return _body(what)
    if how == _Known.PLACE:
        return record_body_of(adopt_place(_place(what)))
    kind, name = _new(what)
    return record_organisation(kind=kind, name_tr=name)


def candidates(name: str, country: str, *, own: "Workspace | None") -> tuple[Party, ...]:
    """Return whom a name may mean: bodies on record first, then places, likeliest first.

    ``country`` may be a name in any language that the gazetteer reads, or empty; the body of the
    workspace ``own`` is left out where it is given.
    """
    if not name.strip():
        return ()
    code, left_out = _country_code(country), _own_tokens(own)
    bodies = [
        body for body in organisations_named(name)[: _BODIES_SHOWN * 3] if _is_of(body, code)
    ][:_BODIES_SHOWN]
    known = {body.place.key for body in bodies if body.place is not None}
    places = [place for place in _places(name, country, code) if place.id not in known]
    found = (*map(_party_of_body, bodies), *map(_party_of_place, places[:_PLACES_SHOWN]))
    return tuple(party for party in found if party.token not in left_out)


def places_named(name: str, country: str) -> tuple[GazetteerPlace, ...]:
    """Return the places that a name may mean, likeliest first; ``country`` as in ``candidates``."""
    if not name.strip():
        return ()
    return tuple(islice(_places(name, country, _country_code(country)), _PLACES_SHOWN))


def country_names() -> list[str]:
    """Return the countries as the reader calls them, in the order of the reader's alphabet."""
    language = reader_language()
    names = {country.name_in(language) for country in all_countries().values()}
    return sorted(names, key=lambda name: sort_key(name, language))


def token_of(body: "Organisation") -> str:
    """Return the token of a body that is on record."""
    return f"{_Known.BODY}:{body.uuid}"


def new_parties(name: str) -> tuple[Party, ...]:
    """Return the ways in which a body may be recorded by its name alone."""
    name = name.strip()[:_LONGEST_NAME]
    return tuple(_party(f"{_Known.NEW}:{kind}:{name}") for kind in NEW_KINDS) if name else ()


def _own_tokens(workspace: "Workspace | None") -> frozenset[str]:
    """Return the tokens of the body that keeps the workspace's register."""
    if workspace is None:
        return frozenset()
    tokens = set()
    for body in organisations().filter(workspace=workspace):
        tokens.add(f"{_Known.BODY}:{body.uuid}")
        if body.place is not None:
            tokens.add(f"{_Known.PLACE}:{body.place.key}")
    return frozenset(tokens)


def _places(name: str, country: str, code: str | None) -> Iterator[GazetteerPlace]:
    return places_like(
        name,
        country_name=country,
        country=code,
        language=reader_language(),
        most=_PLACES_SHOWN,
    )


def _country_code(country: str) -> str | None:
    match = country_by_name(country) if country.strip() else None
    return match.countries[0].code if match is not None and len(match.countries) == 1 else None


def _is_of(body: "Organisation", code: str | None) -> bool:
    return code is None or body.place is None or body.place.country == code


def _party(token: str) -> Party:
    how, _colon, what = token.partition(":")
    if how == _Known.BODY:
        return _party_of_body(_body(what))
    if how == _Known.PLACE:
        return _party_of_place(_place(what))
    if how == _Known.NEW:
        kind, name = _new(what)
        return Party(token, name, str(kind.label), is_network=kind is OrganisationKind.NETWORK)
    raise UnknownPartyError(token)


def _body(text: str) -> "Organisation":
    try:
        found = organisations().filter(uuid=UUID(text)).first()
    except ValueError as error:
        raise UnknownPartyError(text) from error
    if found is None:
        raise UnknownPartyError(text)
    return found


def _place(key: str) -> GazetteerPlace:
    try:
        return open_gazetteer().place(key)
    except UnknownPlaceError as error:
        raise UnknownPartyError(key) from error


def _new(text: str) -> tuple[OrganisationKind, str]:
    kind, _colon, name = text.partition(":")
    if kind not in NEW_KINDS or not name.strip() or "\x00" in name:
        raise UnknownPartyError(text)
    return OrganisationKind(kind), name.strip()[:_LONGEST_NAME]


def _party_of_body(body: "Organisation") -> Party:
    place = body.place
    return Party(
        token=f"{_Known.BODY}:{body.uuid}",
        name=f"{named(body)} ({body.acronym})" if body.acronym else named(body),
        kind=str(OrganisationKind(body.kind).label),
        local_name="" if place is None else place.name_local,
        region="" if place is None else place.region,
        country="" if place is None else country_label(place.country, reader_language()),
        population=None if place is None else place.population,
        is_network=body.kind == OrganisationKind.NETWORK,
    )


def _party_of_place(place: GazetteerPlace) -> Party:
    language = reader_language()
    region = None if place.region is None else open_gazetteer().place(place.region)
    return Party(
        token=f"{_Known.PLACE}:{place.id}",
        name=place.name_in(language),
        kind=str(PlaceKindChoice(place.kind).label),
        local_name=place.name_in("local"),
        region="" if region is None else region.name_in(language),
        country=country_label(place.country, language),
        population=place.population or None,
    )
