"""The register as a list and as counts: whose eyes, which day, which part."""

from datetime import date

import pytest

from elci.accounts.choices import Role
from elci.accounts.queries import eyes_of
from elci.agreements.actions import withdraw_account
from elci.agreements.queries.counts import Counts, reconciles
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
    periods_matching,
    register_page,
    years_on_record,
)
from elci.agreements.queries.sources import public_sources
from elci.agreements.queries.statistics import (
    compared_figures,
    count_statistics,
    findings_visible_to,
    first_findings,
)
from elci.documents.actions import cite_source
from elci.domain.acts.kinds import Standing
from elci.domain.places.continents import Continent
from elci.domain.register import RegisterFilter
from elci.domain.vocabularies import Instrument
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


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(1994, 3, 26), None),
        (date(1994, 3, 27), Standing.IN_FORCE),
        (date(2003, 4, 30), Standing.IN_FORCE),
        (date(2003, 5, 1), Standing.ENDED),
    ],
)
def test_day_looked_at_is_right_at_its_edges(day, standing):
    make_account(make_workspace(), acts=[("signed", "1994-03-27"), ("terminated", "2003-05-01")])

    counts = count_register(RegisterFilter(as_of=day), PUBLIC, today=TODAY)

    assert counts.by_standing == ({} if standing is None else {standing: 1})


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (RegisterFilter(first_from=date(1994, 3, 27)), 1),
        (RegisterFilter(first_from=date(1994, 3, 28)), 0),
        (RegisterFilter(first_until=date(1994, 3, 27)), 0),
        (RegisterFilter(first_until=date(1994, 3, 28)), 1),
        (RegisterFilter(decade=1990), 1),
        (RegisterFilter(decade=1980), 0),
        (RegisterFilter(host="istanbul"), 1),
        (RegisterFilter(host="ankara"), 0),
        (RegisterFilter(host="nobody"), 0),
        (RegisterFilter(instrument=Instrument.SISTER_CITY), 1),
        (RegisterFilter(instrument=Instrument.MEMORANDUM), 0),
        (RegisterFilter(standing=Standing.IN_FORCE), 1),
        (RegisterFilter(standing=Standing.ENDED), 0),
        (RegisterFilter(country="BG"), 1),
        (RegisterFilter(country="MK"), 0),
        (RegisterFilter(continent=Continent.EUROPE), 1),
        (RegisterFilter(continent=Continent.ASIA), 0),
        (RegisterFilter(text="plovdiv bulgar"), 1),
        (RegisterFilter(text="plovdiv makedonya"), 0),
        (RegisterFilter(text="?"), 0),
    ],
)
def test_each_part_of_the_filter_leaves_the_same_in_counts_and_list(wanted, found):
    make_account(make_workspace(), partner=make_partner())
    make_workspace("ankara")

    page = register_page(wanted, PUBLIC, today=TODAY, language="tr")

    assert (page.counts.total, len(page.rows)) == (found, found)
    assert periods_matching(wanted, PUBLIC, today=TODAY).count() == found
    assert count_register(wanted, PUBLIC, today=TODAY).total == found


def test_relation_with_partners_in_two_countries_counts_once():
    partners_abroad = [make_partner(), make_partner("Üsküp", "Makedonya")]
    make_account(make_workspace(), partner=partners_abroad)

    counts = count_register(EVERYTHING, PUBLIC, today=TODAY)

    assert (counts.total, counts.by_country) == (1, {"ZZ": 1})
    for code in ("BG", "MK"):
        found = relations_of_country(code, PUBLIC, today=TODAY, language="tr")
        assert [row.entry.partner_tr for row in found] == ["Filibe, Üsküp"]
        wanted = RegisterFilter(country=code)
        assert count_register(wanted, PUBLIC, today=TODAY).total == 0
    several = register_page(RegisterFilter(country="ZZ"), PUBLIC, today=TODAY, language="tr")
    assert partners(several) == ["Filibe, Üsküp"]


def test_place_and_search_find_every_partner_of_a_relation_once():
    plovdiv, skopje = make_partner(), make_partner("Üsküp", "Makedonya")
    make_account(make_workspace(), partner=[plovdiv, skopje])

    for text in ("filibe", "üsküp", "istanbul"):
        page = register_page(RegisterFilter(text=text), PUBLIC, today=TODAY, language="tr")
        assert partners(page) == ["Filibe, Üsküp"]
    of_place = relations_of_place(skopje.place, PUBLIC, today=TODAY, language="tr")
    assert [row.entry.partner_tr for row in of_place] == ["Filibe, Üsküp"]


@pytest.mark.parametrize(
    ("asked", "number", "rows"), [(1, 1, 2), (2, 2, 2), (3, 3, 1), (4, 3, 1), (99_999, 3, 1)]
)
def test_page_beyond_the_last_gives_the_last(asked, number, rows):
    workspace = make_workspace()
    for name in ("Ad", "Be", "Ce", "De", "En"):
        make_account(workspace, partner=make_organisation(name))

    page = register_page(RegisterFilter(page=asked), PUBLIC, today=TODAY, language="tr", size=2)

    assert (page.number, page.pages, len(page.rows)) == (number, 3, rows)


def test_empty_register_has_one_empty_page():
    page = register_page(EVERYTHING, PUBLIC, today=TODAY, language="tr")

    assert (page.rows, page.counts.total, page.number, page.pages) == ([], 0, 1, 1)
    assert years_on_record(PUBLIC) is None


@pytest.mark.parametrize(
    ("parts", "total", "holds"),
    [
        ({"a": 37, "b": 104}, 281, False),
        ({"a": 37, "b": 104}, 141, True),
        ({}, 0, True),
        ({"a": 0}, 0, True),
        ({"a": -1, "b": 2}, 1, False),
    ],
)
def test_total_that_does_not_add_up_is_refused(parts, total, holds):
    assert reconciles(parts, total) is holds


def test_counts_of_nothing():
    assert (Counts(()).total, Counts(()).by_instrument, Counts(()).by_standing) == (0, {}, {})


def test_figure_counts_what_its_own_workspace_keeps():
    from elci.agreements.actions import cite_figure  # noqa: PLC0415 -- only here

    workspace, other = make_workspace(), make_workspace("ankara")
    cite_figure(
        workspace=workspace, statement_tr="a", statement_en="a", value=1,
        instrument=Instrument.SISTER_CITY, first_signed_from=date(1994, 1, 1),
        first_signed_until=date(2000, 1, 1),
        source=cite_source(workspace=workspace, title_tr="Metin"),
    )  # fmt: skip
    make_account(workspace)
    make_account(workspace, acts=[("signed", "1999-12-31")], grade=Grade.PRIVATE)
    make_account(workspace, acts=[("signed", "2000-01-01")])
    make_account(other)

    (public,) = compared_figures(PUBLIC, today=TODAY)
    own = compared_figures(Eyes(reads=frozenset({workspace.pk})), today=TODAY)[0]

    assert (public.counted, public.difference) == (1, 0)
    assert (own.counted, own.difference) == (2, 1)
