import pytest

from elci.config.visits import purged
from elci.domain.visiting.words import DetailKind
from elci.visits.actions import keep_detail
from tests.visits.kept_visits import TODAY, make_delegate, make_visit

pytestmark = pytest.mark.django_db


def test_command_prints_what_kind_and_how_many_and_no_value():
    visit = make_visit()
    keep_detail(make_delegate(visit), DetailKind.DIET, "Fıstık", today=TODAY, user=None)
    keep_detail(make_delegate(visit, "Ana"), DetailKind.VISA, "U 1", today=TODAY, user=None)

    (proof,) = purged()

    assert (proof["workspace"], proof["purged"]) == ("istanbul", {"diet": 1, "visa": 1})
    assert proof["told"] == f"istanbul {visit.uuid}: diet 1, visa 1"
    assert purged() == []
