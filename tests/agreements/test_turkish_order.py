from datetime import date

import pytest

from elci.agreements.queries.register import register_page
from elci.domain.register import Order, RegisterFilter
from elci.foundation.eyes import PUBLIC
from tests.builders import make_account, make_organisation, make_workspace

TODAY = date(2026, 1, 1)
NAMES = ("Cidde", "Çanakkale", "Dakar", "Iğdır", "İzmir", "Jakarta", "Oş", "Özgön", "Priştine",
         "Şam", "Tiflis", "Urumçi", "Üsküp", "Zagreb")  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("tr", list(NAMES)),
        ("en", ["Çanakkale", "Cidde", "Dakar", "Iğdır", "İzmir", "Jakarta", *NAMES[6:]]),
    ],
)
def test_partners_stand_in_the_order_of_the_readers_alphabet(language, order):
    workspace = make_workspace()
    for name in reversed(NAMES):
        make_account(workspace, partner=make_organisation(name))

    page = register_page(RegisterFilter(), PUBLIC, today=TODAY, language=language)

    assert [row.entry.partner_tr for row in page.rows] == order


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("order", "found"),
    [
        (Order.OLDEST, ["Zagreb", "Şam", "Cidde"]),
        (Order.NEWEST, ["Cidde", "Şam", "Zagreb"]),
        (Order.PARTNER, ["Cidde", "Şam", "Zagreb"]),
    ],
)
def test_relations_stand_in_the_order_asked_for(order, found):
    workspace = make_workspace()
    for name, day in (("Cidde", "2001"), ("Şam", "1999-05"), ("Zagreb", "1999-04-30")):
        make_account(workspace, partner=make_organisation(name), acts=[("signed", day)])

    page = register_page(RegisterFilter(order=order), PUBLIC, today=TODAY, language="tr")

    assert [row.entry.partner_tr for row in page.rows] == found


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("order", "found"),
    [(Order.OLDEST, ["Cidde", "Şam", "Zagreb"]), (Order.NEWEST, ["Zagreb", "Şam", "Cidde"])],
)
def test_relation_of_unknown_age_stands_at_the_same_end_on_every_database(order, found):
    workspace = make_workspace()
    for name, acts in (
        ("Cidde", [("signed", "2001")]),
        ("Şam", [("signed", "XXXX")]),
        ("Zagreb", [("proposed", "1999-04-30")]),
    ):
        make_account(workspace, partner=make_organisation(name), acts=acts)

    page = register_page(RegisterFilter(order=order), PUBLIC, today=TODAY, language="tr")

    assert [row.entry.partner_tr for row in page.rows] == found
