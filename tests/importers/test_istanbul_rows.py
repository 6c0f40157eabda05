"""Every row of Istanbul's four tables, and the traps in them."""

from collections.abc import Iterable

import pytest

from elci.agreements.models import Account
from tests.importers.published_rows import (
    MEMBERSHIPS,
    PrintedAct,
    PrintedRow,
    printed_agreements,
    printed_memberships,
    rows_of,
)


def accounts_of(*instruments: str) -> Iterable[Account]:
    return Account.objects.filter(instrument__in=instruments).order_by("pk")


def as_printed(account: Account) -> PrintedRow:
    acts = tuple(
        PrintedAct(act.kind, str(act.happened), tuple(act.places), act.source_detail)
        for act in account.acts.all()
    )
    return PrintedRow(account.instrument, account.partner_as_printed, acts)


def account_named(printed: str, instrument: str) -> Account:
    return Account.objects.get(partner_as_printed=printed, instrument=instrument)


def test_agreements_say_what_the_tables_print(istanbul):
    loaded = accounts_of("sister_city", "cooperation_protocol", "memorandum")

    assert [as_printed(account) for account in loaded] == list(printed_agreements())


def test_memberships_say_what_the_table_prints(istanbul):
    assert [as_printed(account) for account in accounts_of("membership")] == list(
        printed_memberships()
    )


def test_memberships_keep_grade_and_units_as_printed(istanbul):
    loaded = [
        (
            account.grade_terms.get().as_printed,
            account.grade_terms.get().since,
            [each.unit.name for each in account.responsibilities.all()],
        )
        for account in accounts_of("membership")
    ]

    assert loaded == [
        (row["status_tr"], None, row["units_tr"].split("; ")) for row in rows_of(MEMBERSHIPS[0])
    ]


def test_grades_are_read_from_their_turkish_names(istanbul):
    grades = [account.grade_terms.get().grade for account in accounts_of("membership")]

    assert {grade: grades.count(grade) for grade in grades} == {
        "associate": 1,
        "member": 9,
        "board": 3,
        "partner": 1,
    }


def test_every_act_cites_the_source_and_the_day_of_its_state(istanbul):
    acts = [act for account in Account.objects.all() for act in account.acts.all()]

    assert {act.source.title_tr for act in acts} == {
        "İstanbul Büyükşehir Belediyesi Dış İlişkiler Müdürlüğü, yayımlanan tablolar"
    }
    assert {str(act.known_from) for act in acts} == {"2019-05-10"}


@pytest.mark.parametrize(
    ("printed", "instrument", "name", "country", "body"),
    [
        ("Rio de Janerio", "sister_city", "Rio de Janeiro", "BR", "local_authority"),
        ("Kazan", "sister_city", "Kazan", "RU", "local_authority"),
        ("Üsküp", "sister_city", "Üsküp", "MK", "local_authority"),
        ("Houston", "sister_city", "Houston", "US", "local_authority"),
        ("Dubai", "sister_city", "Dubai", "AE", "local_authority"),
        ("Filibe", "sister_city", "Filibe", "BG", "local_authority"),
        ("Köstence", "sister_city", "Köstence", "RO", "local_authority"),
        ("Pusan", "sister_city", "Busan", "KR", "local_authority"),
        ("Karaçi Büyükşehir İdaresi", "memorandum", "Karaçi", "PK", "local_authority"),
        ("Frankfurt / Main Belediyesi", "memorandum", "Frankfurt", "DE", "local_authority"),
        ("Juba", "memorandum", "Juba", "SS", "local_authority"),
    ],
)
def test_partner_is_the_place_that_the_table_means(
    istanbul, printed, instrument, name, country, body
):
    partner = account_named(printed, instrument).relation.parties.last().organisation

    assert (partner.kind, partner.place.country) == (body, country)
    assert name in {partner.place.name_tr, partner.place.name_en, partner.place.name_local}


@pytest.mark.parametrize(("printed", "country"), [("Pencap", "PK"), ("Gyeongsangbuk-do", "KR")])
def test_two_memoranda_with_a_region_stay_two_with_one_partner(istanbul, printed, country):
    accounts = Account.objects.filter(partner_as_printed=printed, instrument="memorandum")
    partners = {account.relation.parties.last().organisation for account in accounts}

    assert accounts.count() == 2
    assert [(body.kind, body.place.kind, body.place.country) for body in partners] == [
        ("region", "region", country)
    ]


@pytest.mark.parametrize(
    ("printed", "instrument", "places"),
    [
        ("Rabat", "sister_city", [[], ["Rabat", "İstanbul"]]),
        ("Seul", "cooperation_protocol", [["Güney Kore"]]),
        ("Kazablanka", "cooperation_protocol", [["Marakeş"]]),
        ("Rio de Janerio", "sister_city", [[], ["Rio de Janeiro"]]),
        ("Rotterdam", "sister_city", [["Rotterdam"], []]),
        ("Oş", "sister_city", [["Oş", "İstanbul"], ["Oş", "İstanbul"]]),
        ("Floransa", "cooperation_protocol", [[]]),
    ],
)
def test_places_of_signature_stay_as_printed(istanbul, printed, instrument, places):
    account = account_named(printed, instrument)

    assert [act.places for act in account.acts.all()] == places


def test_one_partner_in_two_tables_is_one_body(istanbul):
    two = ("Lahor", "Rabat", "Berlin", "Tiflis", "Encemine", "Guangzhou", "Cakarta")
    bodies = {
        name: {
            account.relation.parties.last().organisation_id
            for account in Account.objects.filter(partner_as_printed=name)
        }
        for name in two
    }

    assert {name: len(found) for name, found in bodies.items()} == dict.fromkeys(two, 1)


def test_uclg_is_loaded_with_the_founding_date_and_its_source(istanbul):
    body = (
        account_named("Birleşmiş Kentler ve Yerel Yönetimler Dünya Teşkilatı", "membership")
        .relation.parties.last()
        .organisation
    )

    assert (body.acronym, str(body.founded), body.founded_source) == (
        "UCLG",
        "2004",
        "UCLG kurucu kongresi, Paris 2004",
    )
