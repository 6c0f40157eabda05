"""Which type of local diplomacy a tie is, by the places of its ends and their countries' income."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from elci.domain.geography.countries import (
    income_numbers,
    numbers_of,
    region_numbers,
    subregion_numbers,
)
from elci.domain.geography.distance import great_circles_km
from elci.domain.geography.pairs import country_pairs
from elci.domain.geography.tables import Floats, Numbers
from elci.domain.texts import Text

BORDER_KM: Final = 150
"""How near two cities on both sides of a border lie: the reach that Regulation (EU) 2021/1059
(Article 4) gives to programmes across a border at sea."""


class TieType(StrEnum):
    """Types of local diplomacy by distance (after Duchacek 1990 and Soldatos 1990)."""

    DOMESTIC = "domestic"
    CROSS_BORDER = "cross_border"
    REGIONAL = "regional"
    TRANS_REGIONAL = "trans_regional"
    GLOBAL = "global"
    UNKNOWN = "unknown"


TYPES: Final = tuple(TieType)
RULES: Final = {
    TieType.DOMESTIC: Text("İki şehir aynı ülkededir.", "Both cities lie in one country."),
    TieType.CROSS_BORDER: Text(
        f"İki şehir ayrı ülkelerdedir ve aralarında en çok {BORDER_KM} km vardır.",
        f"The cities lie in two countries and at most {BORDER_KM} km apart.",
    ),
    TieType.REGIONAL: Text(
        f"Şehirlerin arası {BORDER_KM} km'den uzaktır; ülkeleri kara komşusudur veya Birleşmiş "
        "Milletlerin aynı alt bölgesindedir (M49).",
        f"The cities lie more than {BORDER_KM} km apart; their countries share a land border, or a "
        "sub-region of the United Nations (M49).",
    ),
    TieType.TRANS_REGIONAL: Text(
        "Ülkeler komşu değildir; Birleşmiş Milletlerin aynı bölgesindedir, fakat alt bölgeleri "
        "ayrıdır (M49).",
        "The countries are no neighbours; they lie in one region of the United Nations but in two "
        "sub-regions (M49).",
    ),
    TieType.GLOBAL: Text(
        "Ülkeler komşu değildir ve Birleşmiş Milletlerin ayrı bölgelerindedir (M49).",
        "The countries are no neighbours and lie in two regions of the United Nations (M49).",
    ),
    TieType.UNKNOWN: Text(
        "Bir şehrin ülkesi veya ülkenin bölgesi bilinmiyor.",
        "The country of a city, or the region of a country, is not known.",
    ),
}
NORTH_SOUTH_RULE: Final = Text(
    "Bir şehrin ülkesi Dünya Bankasının 1 Temmuz 2025 tarihli sınıflamasında yüksek gelirli, "
    "ötekininki düşük veya alt orta gelirlidir. Kuzey–Güney bağı bu nedenle öteki türlerin her "
    "biriyle birlikte bulunabilir.",
    "In the World Bank's classification of 1 July 2025 one city's country has a high income, and "
    "the other's a low or lower-middle one. A North–South tie may therefore be of any other type "
    "besides.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedTie:
    """The type of one tie with the rule that made it so."""

    type: TieType
    is_north_south: bool | None
    """None where the income of a country is not known."""
    distance_km: float | None
    """None where the coordinates are not known; the rule of borders is then left out."""

    @property
    def rule(self) -> Text:
        """Why it is of this type."""
        return RULES[self.type]


@dataclass(frozen=True, eq=False, slots=True)
class TypedTies:
    """The types of many ties."""

    types: NDArray[np.int8]
    """Places in ``TYPES``."""
    north_south: NDArray[np.int8]
    """1, 0, or -1 where the income of a country is not known."""
    distances_km: Floats

    def counts(self) -> dict[TieType, int]:
        """Return how many ties are of each type."""
        found = np.bincount(self.types, minlength=len(TYPES)).tolist()
        return dict(zip(TYPES, found, strict=True))


def tie_types(ones: Numbers, others: Numbers, *, one_at: Floats, other_at: Floats) -> TypedTies:
    """Return the types of ties between countries (numbers, -1 for unknown) and coordinates."""
    distances = great_circles_km(one_at, other_at)
    regions, subregions = region_numbers(), subregion_numbers()
    known = (ones >= 0) & (others >= 0)
    neighbours = country_pairs().contiguous[ones, others] == 1
    same_subregion = (subregions[ones] == subregions[others]) & (subregions[ones] >= 0)
    has_regions = (regions[ones] >= 0) & (regions[others] >= 0)
    kinds = np.select(
        [
            ~known,
            ones == others,
            distances <= BORDER_KM,
            neighbours | same_subregion,
            ~has_regions,
            regions[ones] == regions[others],
        ],
        [
            TYPES.index(kind)
            for kind in (
                TieType.UNKNOWN,
                TieType.DOMESTIC,
                TieType.CROSS_BORDER,
                TieType.REGIONAL,
                TieType.UNKNOWN,
                TieType.TRANS_REGIONAL,
            )
        ],
        default=TYPES.index(TieType.GLOBAL),
    )
    return TypedTies(kinds.astype(np.int8), _north_south(ones, others, known), distances)


def _north_south(ones: Numbers, others: Numbers, known: NDArray[np.bool_]) -> NDArray[np.int8]:
    first, second = income_numbers()[ones], income_numbers()[others]
    told = known & (first >= 0) & (second >= 0)
    across = (np.minimum(first, second) == 0) & (np.maximum(first, second) >= 2)
    return np.where(told, across, -1).astype(np.int8)


def tie_type(
    one: str,
    other: str,
    *,
    one_at: tuple[float, float] | None,
    other_at: tuple[float, float] | None,
) -> TypedTie:
    """Return the type of a tie between two places, given the codes of their countries.

    >>> tie_type("TR", "GR", one_at=(41.67, 26.56), other_at=(41.5, 26.53)).type.value
    'cross_border'
    """
    nowhere = (np.nan, np.nan)
    found = tie_types(
        numbers_of([one]),
        numbers_of([other]),
        one_at=np.asarray([one_at or nowhere]),
        other_at=np.asarray([other_at or nowhere]),
    )
    north_south, distance = int(found.north_south[0]), float(found.distances_km[0])
    return TypedTie(
        type=TYPES[int(found.types[0])],
        is_north_south=None if north_south < 0 else bool(north_south),
        distance_km=None if np.isnan(distance) else distance,
    )
