import pytest

from elci.agreements.models import ActRecord
from tests.builders import make_account, make_organisation, make_partner, make_workspace
from tests.portal.pages import get, listed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/en/", "Nothing in the register matches on this day."),
        ("/en/timeline/", "Nothing in the register matches."),
        ("/en/statistics/", "0 relations as they stood on"),
        ("/en/about/", "About this register"),
        ("/en/countries/DE/", "No public relation is on record."),
    ],
)
def test_page_of_an_empty_register_says_so(client, address, said):
    page = get(client, address)

    assert said in page.text
    assert page.all("input", type="range") == []


NO_RECORD = "7c1b1c5e-6f8b-4c1e-9a51-9c3a5be0d6a1"


@pytest.mark.parametrize(
    "address",
    [
        "/tr/countries/ZZ/",
        "/tr/countries/XX/",
        "/tr/countries/de/",
        "/tr/places/745044/",
        "/tr/places/a/b/",
        f"/tr/organisations/{NO_RECORD}/",
        f"/tr/relations/{NO_RECORD}/",
        f"/tr/documents/{NO_RECORD}/",
    ],
)
def test_what_is_not_in_the_register_is_not_found(client, address):
    get(client, address, 404)


def test_page_of_a_host_without_relations(client):
    workspace = make_workspace()

    page = get(client, f"/en/organisations/{workspace.organisation.uuid}/")

    assert page.texts("h1") == ["İstanbul Metropolitan Municipality"]
    assert "No public relation is on record." in page.text


def test_register_of_several_hosts_names_them_beside_their_partners(client):
    make_account(make_workspace())
    make_account(make_workspace("ankara"))

    page = get(client, "/en/")

    assert page.texts("h1") == ["Relations of local governments abroad"]
    assert [name.split(" – ")[0] for name in page.texts("th", scope="row")] == [
        "İstanbul",
        "Ankara",
    ]


def test_relation_whose_only_act_is_a_proposal(client):
    account = make_account(make_workspace(), acts=[("proposed", "2020")])

    assert "proposed" in get(client, f"/en/relations/{account.uuid}/").text
    assert len(listed(get(client, "/en/"))) == 1


def test_relation_without_an_act_has_a_page_and_stands_in_no_list(client):
    account = make_account(make_workspace(), acts=[])

    page = get(client, f"/en/relations/{account.uuid}/")

    assert ActRecord.objects.count() == 0
    assert "unknown" in page.text
    assert listed(get(client, "/en/")) == []


def test_relation_with_partners_in_several_countries(client):
    account = make_account(
        make_workspace(),
        partner=[make_partner(), make_partner("Üsküp", "Makedonya"), make_organisation("Birlik")],
    )

    assert "several countries" in get(client, "/en/?country=ZZ").text
    for address in ("/en/countries/BG/", "/en/countries/MK/"):
        assert listed(get(client, address)) == [f"/en/relations/{account.uuid}/"]
    assert "several countries" in get(client, "/en/statistics/").text


def test_act_before_any_known_day_does_not_break_a_page(client):
    account = make_account(make_workspace(), acts=[("signed", "../1989"), ("renewed", "XXXX")])

    for address in ("", "timeline/", "statistics/", f"relations/{account.uuid}/",
                    "?as_of=0001-01-01", "?as_of=9999-12-31", "timeline/?as_of=9999",
                    f"relations/{account.uuid}/?as_of=0001-01-01&known_on=9999-12-31"):  # fmt: skip
        get(client, f"/en/{address}")
