"""The register as a list and as counts: which day, which part, which page."""

from datetime import date

import pytest

from elci.agreements.queries.counts import Counts, reconciles
from elci.agreements.queries.partners import (
    relations_of_country,
    relations_of_place,
)
from elci.agreements.queries.register import (
    RegisterPage,
    count_register,
    periods_matching,
    register_page,
    years_on_record,
)
from elci.agreements.queries.statistics import (
    compared_figures,
)
from elci.documents.actions import cite_source
from elci.domain.acts.kinds import Standing
from elci.domain.places.continents import Continent
from elci.domain.register import RegisterFilter
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import PUBLIC, Eyes
from elci.foundation.grades import Grade
from tests.builders import (
    make_account,
    make_organisation,
    make_partner,
    make_workspace,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 1)
EVERYTHING = RegisterFilter()


def partners(page: RegisterPage) -> list[str]:
    return [row.entry.partner_tr for row in page.rows]


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
