"""What the public page of a relation says of visits: when, how many, of what rank; never who."""

import pytest

from elci.domain.visiting.words import Rank
from elci.foundation.grades import Grade
from tests.builders import make_account, make_partner, make_workspace
from tests.visits.kept_visits import make_delegate, make_visit, on

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    """The page of a relation with a public visit, a private one and one that is still planned."""
    workspace, partner = make_workspace(), make_partner()
    account = make_account(workspace, partner=partner)
    shared = {"workspace": workspace, "partner": partner}
    make_delegate(make_visit(**shared, held=True, grade=Grade.FULL, title="Gizli başlık"))
    make_visit(**shared, held=True, stated_people=99)
    make_visit(**shared, grade=Grade.FULL, stated_people=88)
    make_visit(
        **shared,
        held=True,
        grade=Grade.FULL,
        starts=on(-200),
        ends=on(-200),
        stated_people=7,
        stated_rank=Rank.GOVERNOR,
    )

    def read(language):
        return client.get(f"/{language}/relations/{account.uuid}/").content.decode()

    return read


def test_public_page_counts_the_visitors_and_names_nobody(page):
    turkish, english = page("tr"), page("en")

    assert "onlar bize geliyor, 1 kişi, başkanı: belediye başkanı" in turkish
    assert "they visit us, 7 people, headed by: governor" in english
    for hidden in ("Boyan", "Gizli başlık", "99", "88 kişi"):
        assert f">{hidden}" not in turkish
        assert f"{hidden} people" not in english
    assert "Boyan" not in turkish + english
    assert "Gizli başlık" not in turkish + english
