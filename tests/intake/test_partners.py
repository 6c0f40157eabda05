"""Which body of the register a row names, by the place and by the words for the body."""

import pytest

from elci.domain.places.gazetteer import open_gazetteer
from elci.intake.actions.partners import Partners
from elci.intake.queries.facts import RowFacts

pytestmark = pytest.mark.django_db


def facts(place_id, body_kind):
    return RowFacts(
        place_id=place_id, name="", name_as_read="X", acronym="", body_kind=body_kind,
        instrument=None, acts=(), grade=None, grade_as_printed="", units=(),
    )  # fmt: skip


def body_of(place_id, body_kind):
    partners = Partners.at([place_id], open_gazetteer())
    body = partners.partner_of(facts(place_id, body_kind))
    assert partners.partner_of(facts(place_id, body_kind)) is body
    return body


@pytest.mark.parametrize(
    ("place_id", "body_kind", "kind"),
    [
        ("PK-PB", "municipality", "region"),
        ("PK-PB", "province", "province"),
        ("HU-PE", "county", "county"),
        ("728193", "union", "network"),
        ("728193", "district", "district"),
        ("728193", "local_authority", "local_authority"),
    ],
)
def test_kind_of_a_body_is_what_the_row_and_its_place_say(place_id, body_kind, kind):
    assert body_of(place_id, body_kind).kind == kind
