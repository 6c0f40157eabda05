"""What a place is, and what a name is to its place."""

from enum import IntEnum, StrEnum


class PlaceKind(StrEnum):
    """What the gazetteer holds; their order is their number in the built file."""

    CITY = "city"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"


class NameKind(IntEnum):
    """How a name belongs to its place; four bits in the built file, so never more than sixteen."""

    OWN = 0
    """The name GeoNames or the reviewed table gives first."""
    REVIEWED = 1
    """Read and entered by a person: Turkish exonyms, regions, former names."""
    TURKISH = 2
    ENGLISH = 3
    LOCAL = 4
    """In the first official language of the country."""
    TAGGED = 5
    """In another language that the source names."""
    UNTAGGED = 6
    """An alternate name of which the source does not say the language."""
    TRANSLITERATED = 7
    """From another script, by rule: good to find a name by, weak to tell two places apart."""
    DERIVED = 8
    """Cut out of a longer name by rule: "Bursa" of "Bursa Province"."""
    IDENTIFIER = 9
    """A code, not a name: GeoNames id, ISO 3166-2, our own."""
