"""The checks that a law pack must pass, K1 to K22 (docs/reference/law-packs.md)."""

from elci.domain.law.checking.results import Checked, Neighbours
from elci.domain.law.checking.running import TITLES, check_pack

__all__ = ["TITLES", "Checked", "Neighbours", "check_pack"]
