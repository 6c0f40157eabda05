"""Which law a case or a register is judged by."""

from functools import lru_cache

from elci.accounts.models import Workspace
from elci.domain.law.library import Named, named_pack, pack_ids
from elci.domain.law.library import pack as shipped_pack
from elci.organisations.queries import host_country_of


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
