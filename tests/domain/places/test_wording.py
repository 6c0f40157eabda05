import pytest

from elci.domain.places.kinds import PlaceKind
from elci.domain.places.wording import Unwrapped, without_wrappers


@pytest.mark.parametrize(
    ("folded", "text", "hint"),
    [
        ("karaci buyuksehir idaresi", "karaci", None),
        ("frankfurt main belediyesi", "frankfurt main", None),
        ("municipality of athens", "athens", None),
        ("lefkosa turk belediyesi", "lefkosa", None),
        ("pencap eyaleti", "pencap", PlaceKind.REGION),
        ("adana il ozel idaresi", "adana", PlaceKind.REGION),
        ("cankaya ilcesi belediyesi", "cankaya", PlaceKind.DISTRICT),
        ("landkreis sudwestpfalz", "sudwestpfalz", PlaceKind.REGION),
        ("belediyesi", "belediyesi", None),
        ("city of", "city of", None),
        ("konya", "konya", None),
        ("", "", None),
    ],
)
def test_wrappers_come_off_and_leave_a_hint(folded, text, hint):
    assert without_wrappers(folded) == Unwrapped(text, hint)
