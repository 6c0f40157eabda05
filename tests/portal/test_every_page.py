"""What holds for every public page: safety, languages, methods, number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from elci.agreements.actions import withdraw_account
from elci.agreements.models import Account, RegisterEntry
from elci.places.models import Place
from tests.portal.pages import get, read

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
NAMES = (
    "home", "home_1994", "home_empty", "timeline", "relation", "relation_known", "membership",
    "place", "country", "organisation", "statistics", "glossary", "about", "withdrawn", "missing",
    "law", "law_answer", "law_table", "law_abroad", "law_pack",
    "observatory", "observatory_ties", "observatory_city", "observatory_countries",
    "observatory_country", "observatory_science",
)  # fmt: skip


def address_of(name: str, language: str) -> str:
    rotterdam = Account.objects.get(partner_as_printed="Rotterdam")
    seat = Account.objects.get(partner_as_printed__startswith="Birleşmiş Kentler")
    body = rotterdam.relation.parties.last().organisation
    addresses = {
        "home": "",
        "home_1994": "?as_of=1994&instrument=sister_city",
        "home_empty": "?as_of=1900",
        "timeline": "timeline/",
        "relation": f"relations/{rotterdam.uuid}/",
        "relation_known": f"relations/{rotterdam.uuid}/?known_on=2020-01-01&as_of=2017",
        "membership": f"relations/{seat.uuid}/",
        "place": f"places/{body.place.key}/",
        "country": "countries/DE/",
        "organisation": f"organisations/{body.uuid}/",
        "statistics": "statistics/",
        "glossary": "glossary/",
        "about": "about/",
        "observatory": "observatory/",
        "observatory_ties": "observatory/?source=both&country=TR&table=ties&q=istanbul",
        "observatory_city": "observatory/cities/745044/",
        "observatory_countries": "observatory/countries/",
        "observatory_country": "observatory/countries/TR/",
        "observatory_science": "observatory/science/",
        "law": "law/",
        "law_answer": "law/?act=sister_city&pack=fr&date=2026-01-15",
        "law_table": "law/table/?pack=fr&date=2026-01-15",
        "law_abroad": "law/abroad/?act=join_io",
        "law_pack": "law/packs/fr/",
        "missing": "nowhere/",
    }
    if name == "withdrawn":
        withdraw_account(rotterdam, user=None, reason="kayıt yanlış")
        name = "relation"
    return f"/{language}/{addresses[name]}"


def status_of(name: str) -> int:
    return {"withdrawn": 410, "missing": 404}.get(name, 200)


every_page = pytest.mark.parametrize("name", NAMES)


@every_page
@pytest.mark.parametrize("language", ["tr", "en"])
def test_page_runs_nothing_of_its_own_and_styles_nothing_by_itself(
    istanbul, client, name, language
):
    page = get(client, address_of(name, language), status_of(name))

    assert [each.text.strip() for each in page.all("script")] == ["", ""]
    assert all("src" in each.attributes for each in page.all("script"))
    assert page.all("style") == []
    assert [each for each in page.elements if "style" in each.attributes] == []
    handlers = [key for each in page.elements for key in each.attributes if key.startswith("on")]
    assert handlers == []


@every_page
def test_page_sends_the_strict_policy(istanbul, client, name):
    headers = client.get(address_of(name, "tr")).headers

    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Permissions-Policy"] == "camera=(), geolocation=(), microphone=()"


@every_page
def test_page_loads_nothing_from_another_host(istanbul, client, name):
    page = get(client, address_of(name, "tr"), status_of(name))

    loaded = [each.attributes.get("src") for each in page.elements if "src" in each.attributes]
    loaded += [each.attributes["href"] for each in page.all("link") + page.all("use")]
    assert [address for address in loaded if not address.startswith(("/", "#"))] == []


@every_page
@pytest.mark.parametrize(("language", "other"), [("tr", "en"), ("en", "tr")])
def test_page_leads_to_itself_in_the_other_language(istanbul, client, name, language, other):
    address = address_of(name, language)
    page = get(client, address, status_of(name))

    assert page.all("html")[0].attributes["lang"] == language
    (link,) = page.all("a", hreflang=other)
    same = address.replace(f"/{language}/", f"/{other}/", 1)
    assert link.attributes["href"] == (f"/{other}/" if name == "missing" else same)
    translated = read(client.get(link.attributes["href"]))
    assert translated.all("html")[0].attributes["lang"] == other


@every_page
def test_page_has_one_heading_and_a_title(istanbul, client, name):
    page = get(client, address_of(name, "tr"), status_of(name))

    assert len(page.all("h1")) == 1
    assert page.texts("h1")[0] != ""
    assert page.texts("title")[0].endswith("Elçi")


@every_page
def test_page_names_no_two_things_alike(istanbul, client, name):
    page = get(client, address_of(name, "tr"), status_of(name))

    ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
    assert sorted(ids) == sorted(set(ids))


@every_page
def test_page_leads_nowhere_within_itself_that_is_not_there(istanbul, client, name):
    page = get(client, address_of(name, "tr"), status_of(name))

    ids = {each.attributes.get("id") for each in page.elements}
    links = [each.attributes.get("href", "") for each in page.all("a") + page.all("use")]
    assert [link for link in links if link.startswith("#") and link[1:] not in ids] == []


@every_page
def test_page_asks_the_database_at_most_twelve_times(istanbul, client, name):
    address = address_of(name, "tr")

    with CaptureQueriesContext(connection) as captured:
        client.get(address)

    assert len(captured) <= 12


@every_page
def test_page_can_be_asked_for_its_head_and_not_be_posted_to(istanbul, client, name):
    address = address_of(name, "tr")

    head = client.head(address)
    assert (head.status_code, head.content) == (status_of(name), b"")
    assert client.post(address).status_code == (404 if name == "missing" else 405)


def test_script_in_a_name_is_shown_and_not_run(istanbul, client):
    attack = "<script>alert('x')</script>"
    account = Account.objects.get(partner_as_printed="Rotterdam")
    body = account.relation.parties.last().organisation
    type(account).objects.filter(pk=account.pk).update(
        local_name=attack, note=attack, partner_as_printed=attack
    )
    type(body).objects.filter(pk=body.pk).update(name_tr=attack, name_en=attack, acronym=attack)
    Place.objects.filter(pk=body.place_id).update(name_tr=attack, name_local=attack)
    RegisterEntry.objects.filter(pk=account.pk).update(partner_tr=attack)

    for address in ("/tr/", "/tr/timeline/?standing=ended", f"/tr/relations/{account.uuid}/",
                    f"/tr/organisations/{body.uuid}/", f"/tr/places/{body.place.key}/",
                    "/tr/?q=%3Cscript%3E&as_of=%3Cscript%3E"):  # fmt: skip
        content = client.get(address).content.decode()
        assert "<script>alert" not in content, address
        assert "&lt;script&gt;" in content, address


def test_root_leads_to_the_readers_language(istanbul, client):
    assert client.get("/").headers["Location"] == "/tr/"
    assert client.get("/", headers={"Accept-Language": "en"}).headers["Location"] == "/en/"
