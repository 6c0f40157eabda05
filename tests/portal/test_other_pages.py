"""Places, countries, organisations, the timeline, the glossary and the page about it."""

import csv
from datetime import date
from pathlib import Path

import pytest

import elci
from elci.agreements.models import Account
from elci.domain.acts.kinds import Standing
from elci.domain.vocabularies import Instrument
from tests.portal.pages import get, listed

TERMS = Path(elci.__file__).parent / "resources" / "terms.csv"


def body_of(printed: str):
    account = Account.objects.filter(partner_as_printed=printed).first()
    return account.relation.parties.last().organisation


def test_place_shows_its_names_facts_and_relations(istanbul, client):
    body = body_of("Tiflis")

    page = get(client, f"/en/places/{body.place.key}/")

    assert page.texts("h1") == ["Tbilisi"]
    assert page.links()["Georgia"] == "/en/countries/GE/"
    assert len(listed(page)) == 2
    assert page.links()["Tbilisi"] == f"/en/organisations/{body.uuid}/"


def test_place_of_the_host_shows_all_its_relations_up_to_a_bound(istanbul, client):
    page = get(client, f"/tr/places/{istanbul.organisation.place.key}/")

    assert len(listed(page)) == 101


def test_country_shows_its_relations_and_leads_to_the_map(istanbul, client):
    page = get(client, "/en/countries/DE/")

    assert (page.texts("h1"), len(listed(page))) == (["Germany"], 4)
    assert page.links()["Show these on the map, on any day"] == "/en/?country=DE"


def test_organisation_shows_founding_with_its_source(istanbul, client):
    body = body_of("Birleşmiş Kentler ve Yerel Yönetimler Dünya Teşkilatı")

    page = get(client, f"/en/organisations/{body.uuid}/")

    assert page.texts("h1") == ["United Cities and Local Governments (UCLG)"]
    assert "2004 (UCLG kurucu kongresi, Paris 2004)" in page.text
    assert len(listed(page)) == 1


def test_timeline_draws_a_row_for_each_relation_and_says_the_same_as_a_table(istanbul, client):
    page = get(client, "/en/timeline/?instrument=sister_city")

    assert len(page.texts("th", scope="row")) == 41
    assert "signed: 24 Jun 2005; terminated: 2017" in page.text


def test_timeline_has_pages(istanbul, client):
    first = get(client, "/en/timeline/")
    second = get(client, "/en/timeline/" + first.all("a", rel="next")[0].attributes["href"])

    assert len(first.texts("th", scope="row")) + len(second.texts("th", scope="row")) == 101


def test_timeline_as_of_a_day_shows_who_was_in_the_register(istanbul, client):
    page = get(client, "/en/timeline/?as_of=1994-03-27&instrument=sister_city")

    assert len(page.texts("th", scope="row")) == 11


def test_glossary_holds_every_term_on_record(istanbul, client):
    page = get(client, "/tr/glossary/")

    with TERMS.open(encoding="utf-8", newline="") as file:
        terms = list(csv.DictReader(file))
    words = {each.attributes["id"]: "" for each in page.all("h3")}
    for term in terms:
        (section,) = page.all("section", **{"aria-labelledby": term["means"]})
        languages = [
            each for each in page.all("dd", lang=term["language"]) if each.text in section.text
        ]
        assert any(term["term"] in each.text.split(", ") for each in languages), term
    assert {*Instrument, "concept", "cross_border_pair"} == set(words)
    ids = {each.attributes.get("id") for each in page.all("dt")}
    assert set(Standing) <= ids


def test_glossary_names_languages_in_the_readers_language(istanbul, client):
    assert "Almanca" in get(client, "/tr/glossary/").texts("dt")
    assert "German" in get(client, "/en/glossary/").texts("dt")


@pytest.mark.parametrize(
    ("language", "source", "licence"),
    [
        ("tr", "yayımlanan tablolar (10 Mayıs 2019 durumu)", "Natural Earth, kamu malı"),
        ("en", "published tables (as of 10 May 2019)", "Natural Earth, public domain"),
    ],
)
def test_about_names_sources_with_their_day_and_licences(
    istanbul, client, language, source, licence
):
    page = get(client, f"/{language}/about/")

    assert source in page.text
    assert licence in page.text
    assert "GeoNames" in page.links()


def test_about_says_of_every_standing_what_it_means(istanbul, client):
    page = get(client, "/en/about/")

    words = {"in force", "possibly in force", "suspended", "ended", "expired", "superseded"}
    assert words < set(page.texts("dt"))


def test_days_are_said_in_turkish(istanbul, client):
    account = Account.objects.get(partner_as_printed="Rotterdam")

    page = get(client, f"/tr/relations/{account.uuid}/")

    assert "24 Haziran 2005" in page.text
    assert date.today().year >= 2024  # noqa: DTZ011 -- only that the clock of the machine is set
