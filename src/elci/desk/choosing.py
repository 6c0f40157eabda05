"""The part of a page in which a person finds bodies and places by their names, and chooses."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from elci.desk.partners import Party, candidates, country_names, new_parties
from elci.domain.register import Part
from elci.seats import DeskRequest

if TYPE_CHECKING:
    from elci.accounts.models import Workspace

SINGLE: Final = "single"
"""In the address of a page on which one body is chosen; another choice replaces it."""


def choosing(
    request: DeskRequest,
    parties: Sequence[Party],
    *,
    own: "Workspace | None",
    single: bool = False,
) -> Mapping[str, Any]:
    """Return what the part shows: who is chosen, and whom the name that was written may mean.

    The body of the workspace ``own`` is not offered, where it is given. All links are relative to
    the page, so the part may be fetched for any of them.
    """
    single = single or SINGLE in request.GET
    name, country = request.GET.get("name", "")[:300], request.GET.get("country", "")[:100]
    tokens = [party.token for party in parties]
    found = candidates(name, country, own=own)
    kept = [] if single else tokens
    return {
        "name": name,
        "country": country,
        "countries": country_names(),
        "tokens": tokens,
        "single": single,
        "host": request.GET.get(Part.HOST, ""),
        "chosen": [(party, _address(request, tokens, out=party.token)) for party in parties],
        "found": [
            (each, _address(request, [*kept, each.token]))
            for each in found
            if each.token not in tokens
        ],
        "new": [(each, _address(request, [*kept, each.token])) for each in new_parties(name)],
    }


def _address(request: DeskRequest, tokens: Sequence[str], *, out: str = "") -> str:
    parts = [("partner", token) for token in tokens if token != out]
    if request.GET.get(Part.HOST):
        parts.append((Part.HOST, request.GET[Part.HOST]))
    # An address without any party would mean the parties that are on record.
    return f"?{urlencode(parts or [('partner', '')])}"
