"""The numbers that Istanbul's register must be able to give back."""

from datetime import date

import pytest

from elci.agreements.models import Account
from elci.agreements.queries.counts import Counts
from elci.agreements.queries.register import count_register, register_page
from elci.agreements.queries.relations import sibling_accounts
from elci.agreements.queries.statistics import compared_figures, first_findings
from elci.domain.acts.kinds import Standing
from elci.domain.places.continents import Continent
from elci.domain.register import RegisterFilter
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import PUBLIC
from elci.places.queries import continent_of

TODAY = date(2026, 1, 1)
SISTER_CITIES = RegisterFilter(instrument=Instrument.SISTER_CITY)


def counted(wanted: RegisterFilter) -> Counts:
    return count_register(wanted, PUBLIC, today=TODAY)


def partners(wanted: RegisterFilter) -> list[str]:
    page = register_page(wanted, PUBLIC, today=TODAY, language="tr", size=200)
    return [row.entry.account.partner_as_printed for row in page.rows]


def test_totals_by_instrument_and_standing(istanbul):
    found = counted(RegisterFilter()).by_instrument

    assert {str(instrument): dict(sums) for instrument, sums in found.items()} == {
        "sister_city": {Standing.IN_FORCE: 40, Standing.ENDED: 1},
        "cooperation_protocol": {Standing.IN_FORCE: 20},
        "memorandum": {Standing.IN_FORCE: 26},
        "membership": {Standing.IN_FORCE: 14},
    }


@pytest.mark.parametrize(
    ("first", "after_last", "number"),
    [
        (date(2004, 4, 1), date(2017, 10, 1), 15),
        (date(1990, 1, 1), date(2000, 1, 1), 13),
        (date(1994, 1, 1), date(2000, 1, 1), 11),
    ],
)
def test_first_signatures_of_sister_cities_between_two_days(istanbul, first, after_last, number):
    wanted = SISTER_CITIES.with_part(first_from=first, first_until=after_last)

    assert counted(wanted).total == number


def test_decade_gives_the_same_as_its_first_and_last_day(istanbul):
    assert counted(SISTER_CITIES.with_part(decade=1990)).total == 13


def test_sister_cities_by_continent(istanbul):
    sums = counted(SISTER_CITIES).by(lambda cell: continent_of(cell.country))

    assert dict(sums) == {
        Continent.ASIA: 18,
        Continent.EUROPE: 13,
        Continent.AFRICA: 7,
        Continent.NORTH_AMERICA: 2,
        Continent.SOUTH_AMERICA: 1,
    }


@pytest.mark.parametrize("continent", list(Continent))
def test_continent_filter_leaves_what_was_counted(istanbul, continent):
    everything = counted(SISTER_CITIES).by(lambda cell: continent_of(cell.country))

    assert counted(SISTER_CITIES.with_part(continent=continent)).total == everything[continent]


def test_published_figure_stands_beside_the_count_with_the_difference(istanbul):
    (compared,) = compared_figures(PUBLIC, today=TODAY)

    assert (compared.figure.value, compared.counted, compared.difference) == (12, 11, -1)


def test_findings_are_the_contradictions_of_the_tables(istanbul):
    found = [(each.kind, each.entry.partner_tr, each.params) for each in first_findings(PUBLIC)]

    assert sorted(found, key=lambda each: each[:2]) == [
        (
            "before_party_founded",
            "Birleşmiş Kentler ve Yerel Yönetimler Dünya Teşkilatı",
            {"happened": "1987-09-11", "founded": "2004"},
        ),
        ("signed_twice", "Almatı", {"dates": ["1998-04-02", "2002-10-15"]}),
        ("signed_twice", "Oş", {"dates": ["1997-09-20", "1998-08-01"]}),
    ]


def test_year_only_signing_is_possibly_in_force_within_its_year(istanbul):
    wanted = RegisterFilter(as_of=date(1965, 6, 1))

    assert counted(wanted).by_standing == {Standing.POSSIBLY_IN_FORCE: 1}
    assert partners(wanted) == ["Rio de Janerio"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(1964, 12, 31), {}),
        (date(1965, 1, 1), {Standing.POSSIBLY_IN_FORCE: 1}),
        (date(1965, 12, 30), {Standing.POSSIBLY_IN_FORCE: 1}),
        (date(1965, 12, 31), {Standing.IN_FORCE: 1}),
        (date(1972, 5, 15), {Standing.IN_FORCE: 1}),
        (date(1972, 5, 16), {Standing.IN_FORCE: 2}),
        (date(1994, 3, 27), {Standing.IN_FORCE: 10, Standing.PROPOSED: 1}),
        (date(2005, 6, 23), {Standing.IN_FORCE: 26, Standing.PROPOSED: 2}),
        (date(2016, 12, 31), {Standing.IN_FORCE: 41}),
        (date(2017, 6, 1), {Standing.IN_FORCE: 40, Standing.POSSIBLY_IN_FORCE: 1}),
        (date(2017, 12, 30), {Standing.IN_FORCE: 40, Standing.POSSIBLY_IN_FORCE: 1}),
        (date(2017, 12, 31), {Standing.IN_FORCE: 40, Standing.ENDED: 1}),
    ],
)
def test_sister_cities_as_they_stood_on_a_day(istanbul, day, expected):
    assert counted(SISTER_CITIES.with_part(as_of=day)).by_standing == expected


def test_register_as_it_stood_on_the_day_of_an_election(istanbul):
    found = counted(RegisterFilter(as_of=date(1994, 3, 27))).by_instrument

    assert {str(instrument): dict(sums) for instrument, sums in found.items()} == {
        "sister_city": {Standing.IN_FORCE: 10, Standing.PROPOSED: 1},
        "cooperation_protocol": {Standing.IN_FORCE: 9},
        "membership": {Standing.IN_FORCE: 2},
    }


def test_rotterdam_is_the_one_that_may_have_been_in_force(istanbul):
    possibly = SISTER_CITIES.with_part(as_of=date(2017, 6, 1), standing=Standing.POSSIBLY_IN_FORCE)

    assert partners(possibly) == ["Rotterdam"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rio de Janerio", ["Rio de Janerio"]),
        ("rio de janeiro", ["Rio de Janerio"]),
        ("plovdiv", ["Filibe"]),
        ("filibe", ["Filibe"]),
        ("PLOVDİV", ["Filibe"]),
        ("Пловдив", ["Filibe"]),
        ("şam suriye", ["Şam"]),
        ("Damascus", ["Şam"]),
        ("Jeddah", ["Cidde"]),
        ("uclg", ["Birleşmiş Kentler ve Yerel Yönetimler Dünya Teşkilatı"]),
        ("dünya ölçüsünde", []),
        ("%", []),
        ("_", []),
        ("' OR 1=1", []),
    ],
)
def test_search_finds_by_any_name_in_any_case(istanbul, text, found):
    assert partners(RegisterFilter(text=text)) == found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("istanbul", "ISTANBUL", "İSTANBUL", "ıstanbul", "İstanbul"), 101),
        (("şam", "ŞAM", "SAM", "sam", "Şam"), 2),
        (("köln", "KÖLN", "koln", "Koln"), 1),
        (("encemine", "ENCEMİNE", "ENCEMINE", "N’Djamena"), 2),
        (("xi'an", "XI’AN", "xian", "Xİ'AN"), 1),
    ],
)
def test_search_answers_the_same_in_any_case_and_without_diacritics(istanbul, texts, found):
    answers = {text: partners(RegisterFilter(text=text)) for text in texts}

    assert [len(answer) for answer in answers.values()] == [found] * len(texts)
    assert all(answer == answers[texts[0]] for answer in answers.values())


def test_tiflis_leads_from_each_instrument_to_the_other(istanbul):
    memorandum, sister_city = Account.objects.filter(partner_as_printed="Tiflis").order_by(
        "entry__since_day"
    )

    assert (memorandum.instrument, sister_city.instrument) == ("memorandum", "sister_city")
    assert list(sibling_accounts(memorandum, PUBLIC)) == [sister_city]
    assert list(sibling_accounts(sister_city, PUBLIC)) == [memorandum]
