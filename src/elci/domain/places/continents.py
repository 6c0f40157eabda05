"""The seven continents as GeoNames counts them."""

from enum import StrEnum


class Continent(StrEnum):
    """Turkey, Russia and the like stand where GeoNames puts them, whole."""

    AFRICA = "africa"
    ANTARCTICA = "antarctica"
    ASIA = "asia"
    EUROPE = "europe"
    NORTH_AMERICA = "north_america"
    OCEANIA = "oceania"
    SOUTH_AMERICA = "south_america"
