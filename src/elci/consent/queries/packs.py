"""Which law a case or a register is judged by."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from elci.accounts.models import Workspace
from elci.domain.law.asking import circumstances_of_keeper, regional_facets
from elci.domain.law.library import Named, named_pack, pack_ids
from elci.domain.law.library import pack as shipped_pack
from elci.organisations.models import Organisation
from elci.organisations.queries import host_country_of, host_region_of
from elci.places.queries import region_code

PARTNER_COUNTRY: Final = "partner_country"
"""The circumstance that is known from where the partner lies."""


@lru_cache(maxsize=64)
def named(key: str) -> Named:
    """Return a pack by the id or alias that a case names, read once.

    Raises ``NoSuchPackError`` for one that is not there.
    """
    return named_pack(key)


def pack_key_of_country(country: str | None) -> str | None:
    """Return the id of the shipped pack of a country; nothing where there is none."""
    return next((key for key in pack_ids() if shipped_pack(key).jurisdiction == country), None)


def pack_key_of(workspace: Workspace) -> str | None:
    """Return the id of the pack of the country in which a workspace's local authority stands."""
    return pack_key_of_country(host_country_of(workspace))


def circumstances_of(workspace: Workspace, law: Named) -> Mapping[str, str]:
    """Return what a pack can know of the keeper of a workspace from where it lies.

    A keeper of another country than the pack's says nothing.
    """
    if not regional_facets(law.pack) or host_country_of(workspace) != law.pack.jurisdiction:
        return {}
    return circumstances_of_keeper(law.pack, host_region_of(workspace))


def circumstances_of_partner(partner: Organisation | None, law: Named) -> Mapping[str, str]:
    """Return what a pack can know of a partner: its country, where the pack asks for it."""
    place = None if partner is None else partner.place
    asks = any(facet.key == PARTNER_COUNTRY for facet in law.pack.context)
    return {PARTNER_COUNTRY: place.country} if asks and place is not None else {}


def circumstances_of_place(country: str | None, key: str | None) -> Mapping[str, str]:
    """Return the same of a local authority by its country and the key of its place."""
    pack_key = pack_key_of_country(country)
    if pack_key is None or key is None or not regional_facets(shipped_pack(pack_key)):
        return {}
    return circumstances_of_keeper(shipped_pack(pack_key), region_code(key))
