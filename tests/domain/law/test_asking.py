import pytest

from elci.domain.law.asking import circumstances_of_keeper
from elci.domain.law.library import pack


@pytest.mark.parametrize(
    ("key", "region", "known"),
    [
        ("us", "US-TX", {"state": "TX"}),
        ("us", "US-IL", {"state": "other"}),
        ("us", None, {}),
        ("ca", "CA-QC", {"province": "QC"}),
        ("tr", "TR-34", {}),
    ],
)
def test_circumstances_of_a_keeper_are_known_from_its_region(key, region, known):
    assert circumstances_of_keeper(pack(key), region) == known
