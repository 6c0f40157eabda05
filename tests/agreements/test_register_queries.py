"""Whose eyes the register is read with."""

from datetime import date

import pytest

from elci.accounts.choices import Role
from elci.accounts.queries import eyes_of
from elci.agreements.actions import withdraw_account
from elci.agreements.queries.drawings import chronicles, ties_to_draw
from elci.agreements.queries.partners import (
    organisations_visible_to,
    places_visible_to,
    relations_of_country,
    relations_of_organisation,
    relations_of_place,
)
from elci.agreements.queries.register import (
    count_register,
    register_page,
    years_on_record,
)
from elci.agreements.queries.sources import public_sources
from elci.agreements.queries.statistics import (
    count_statistics,
    findings_visible_to,
    first_findings,
)
from elci.documents.actions import cite_source
from elci.domain.register import RegisterFilter
from elci.foundation.eyes import PUBLIC, Eyes
from elci.foundation.grades import Grade
from tests.builders import (
    act_facts,
    make_account,
    make_organisation,
    make_partner,
    make_user,
    make_workspace,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 1)
EVERYTHING = RegisterFilter()


@pytest.fixture
def readers() -> dict[str, Eyes]:
    """A register with one public and one private relation, and three people who look at it."""
    workspace, other = make_workspace(), make_workspace("ankara")
    make_account(workspace, partner=make_partner())
    secret = make_organisation("Gizli", founded=act_facts(happened="2004").happened)
    source = cite_source(workspace=workspace, title_tr="Gizli yazışma", stated_on=TODAY)
    make_account(
        workspace,
        partner=[secret],
        grade=Grade.PRIVATE,
        acts=[act_facts("entered_into_force", "1987", source=source)],
    )
    make_account(
        workspace, partner=make_partner("Üsküp", "Makedonya"), grade=Grade.PRIVATE,
        acts=[("signed", "1950")],
    )  # fmt: skip
    return {
        "public": PUBLIC,
        "stranger": eyes_of(make_user(other)),
        "reader": eyes_of(make_user(workspace, role=Role.READER)),
        "officer": eyes_of(make_user(workspace, role=Role.OFFICER)),
    }


SEEN = [
    ("public", ["Filibe"]),
    ("stranger", ["Filibe"]),
    ("reader", ["Filibe", "Gizli", "Üsküp"]),
    ("officer", ["Filibe", "Gizli", "Üsküp"]),
]
seen_by = pytest.mark.parametrize(("who", "seen"), SEEN)


def partners(page) -> list[str]:
    return [row.entry.partner_tr for row in page.rows]


@seen_by
def test_list_and_counts_show_what_these_eyes_may_see(readers, who, seen):
    page = register_page(EVERYTHING, readers[who], today=TODAY, language="tr")

    assert (partners(page), page.counts.total) == (seen, len(seen))
    assert count_register(EVERYTHING, readers[who], today=TODAY).total == len(seen)
    assert count_statistics(EVERYTHING, readers[who], today=TODAY).total == len(seen)


@seen_by
def test_search_does_not_tell_of_what_is_private(readers, who, seen):
    found = register_page(RegisterFilter(text="gizli"), readers[who], today=TODAY, language="tr")

    assert partners(found) == [name for name in seen if name == "Gizli"]


@seen_by
def test_drawings_show_what_these_eyes_may_see(readers, who, seen):
    ties = ties_to_draw(EVERYTHING, readers[who], today=TODAY, total=3)
    rows = chronicles(EVERYTHING, readers[who], today=TODAY, language="tr", start=0, size=9)

    assert sorted(tie.partner.name_tr for tie in ties) == [x for x in seen if x != "Gizli"]
    assert [row.account.entry.partner_tr for row in rows] == seen


@seen_by
def test_findings_and_years_show_what_these_eyes_may_see(readers, who, seen):
    findings = [each.entry.partner_tr for each in first_findings(readers[who])]

    assert findings == [name for name in seen if name == "Gizli"]
    assert findings_visible_to(readers[who]).count() == len(findings)
    assert years_on_record(readers[who]) == ((1950, 1994) if len(seen) > 1 else (1994, 1994))


@seen_by
def test_bodies_and_places_show_what_these_eyes_may_see(readers, who, seen):
    hosts = {"İstanbul Büyükşehir Belediyesi", "Ankara Büyükşehir Belediyesi"}
    bodies = {body.name_tr for body in organisations_visible_to(readers[who])}
    places = {place.name_tr for place in places_visible_to(readers[who])}

    assert bodies == {*hosts, *seen}
    assert places == {"İstanbul", "Ankara", *(name for name in seen if name != "Gizli")}


@seen_by
def test_relations_of_a_place_a_country_and_a_body(readers, who, seen):
    body = make_partner("Üsküp", "Makedonya")
    said = {"today": TODAY, "language": "tr"}
    expected = [name for name in seen if name == "Üsküp"]

    for found in (
        relations_of_place(body.place, readers[who], **said),
        relations_of_country("MK", readers[who], **said),
        relations_of_organisation(body, readers[who], **said),
    ):
        assert [row.entry.partner_tr for row in found] == expected


def test_source_of_a_private_act_is_not_public(readers):
    assert list(public_sources()) == []


def test_source_of_a_withdrawn_relation_is_not_public():
    workspace = make_workspace()
    source = cite_source(workspace=workspace, title_tr="Tutanak")
    account = make_account(workspace, acts=[act_facts(source=source)])
    assert list(public_sources()) == [source]

    withdraw_account(account, user=None, reason="mistake")

    assert list(public_sources()) == []


def test_sources_stand_latest_first_and_those_without_a_day_last():
    workspace = make_workspace()
    days = {"Bir": date(2019, 5, 10), "İki": None, "Üç": date(2023, 1, 1), "Ad": None}
    for number, (title, day) in enumerate(days.items()):
        source = cite_source(workspace=workspace, title_tr=title, stated_on=day)
        make_account(workspace, acts=[act_facts(happened=f"{1990 + number}", source=source)])
        make_account(workspace, acts=[act_facts(happened=f"{2000 + number}", source=source)])

    assert [source.title_tr for source in public_sources()] == ["Üç", "Bir", "Ad", "İki"]
