"""Bodies: made once, found by any of their names."""

import pytest

from elci.accounts.actions import open_workspace
from elci.domain.dates import PartialDate
from elci.organisations.actions import record_body_of, record_host, record_organisation
from elci.organisations.choices import OrganisationKind
from elci.organisations.models import Organisation
from elci.organisations.queries import (
    host_key,
    organisations,
    organisations_named,
    register_hosts,
    sole_host,
)
from tests.builders import make_organisation, make_partner, make_place, make_workspace

pytestmark = pytest.mark.django_db


def names(text: str) -> list[str]:
    return [body.name_tr for body in organisations_named(text)]


def test_body_of_the_same_kind_name_and_place_is_one():
    assert make_partner() == make_partner()
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize(
    "other",
    [
        {"kind": OrganisationKind.REGION},
        {"name_tr": "Filibe Limanı"},
        {"place": None},
    ],
)
def test_body_that_differs_is_another(other):
    place = make_place()
    facts = {"kind": OrganisationKind.LOCAL_AUTHORITY, "name_tr": "Filibe", "place": place}
    record_organisation(**facts)

    record_organisation(**{**facts, **other})

    assert Organisation.objects.count() == 2


def test_body_without_a_place_is_one_by_its_name():
    first = make_organisation("Birlik")

    assert make_organisation("Birlik") == first
    assert Organisation.objects.count() == 1


def test_body_keeps_what_was_said_first():
    first = make_organisation("Birlik", acronym="B", founded=PartialDate.parse("2004"),
                              founded_source="kuruluş")  # fmt: skip
    again = make_organisation("Birlik", acronym="C", founded=None)

    assert (again, again.acronym, str(again.founded)) == (first, "B", "2004")
    assert again.name_en == "Birlik"


@pytest.mark.parametrize(
    "text", ["Filibe", "FİLİBE", "plovdiv", "Пловдив", "bulgaristan", "filibe bulgaria", "plov"]
)
def test_body_is_found_by_the_names_of_its_place_and_country(text):
    make_partner()
    make_partner("Üsküp", "Makedonya")

    assert names(text) == ["Filibe"]


def test_every_word_must_be_found():
    make_partner()

    assert names("filibe makedonya") == []


def test_other_spelling_is_found_and_kept_beside_the_known_ones():
    body = make_partner()
    record_organisation(
        kind=OrganisationKind(body.kind), name_tr=body.name_tr, place=body.place,
        also_known_as="Plovdivv Bld.",
    )  # fmt: skip

    assert names("plovdivv") == names("plovdiv") == ["Filibe"]
    assert Organisation.objects.get(pk=body.pk).search_text.split().count("bld") == 1


def test_bodies_stand_in_turkish_order():
    for name in ("İzmir Birliği", "Çanakkale Birliği", "Iğdır Birliği", "Cide Birliği"):
        make_organisation(name)

    assert names("birligi") == [
        "Cide Birliği",
        "Çanakkale Birliği",
        "Iğdır Birliği",
        "İzmir Birliği",
    ]


def test_bodies_are_read_with_their_places_in_one_query(django_assert_num_queries):
    make_partner()
    make_partner("Üsküp", "Makedonya")
    make_workspace()

    with django_assert_num_queries(1):
        found = [(body.place.name_tr, str(body.workspace)) for body in organisations()]

    assert len(found) == 3


@pytest.mark.parametrize(
    "name",
    ["istanbul", "İstanbul", "ISTANBUL", "ıstanbul", "İstanbul Büyükşehir Belediyesi",
     "istanbul metropolitan municipality"],
)  # fmt: skip
def test_host_is_found_by_its_key_or_any_of_its_names(name):
    make_workspace("ankara")
    make_workspace()

    assert host_key(name) == "istanbul"


def test_host_without_a_body_is_found_by_its_own_names():
    open_workspace(key="bos", name_tr="Boş Oda", name_en="Empty Room")

    assert (host_key("BOŞ ODA"), host_key("empty room"), host_key("bos")) == ("bos",) * 3


def test_host_that_is_not_there_is_told_with_those_that_are():
    make_workspace()

    with pytest.raises(LookupError, match="'Atlantis'; there are: istanbul"):
        host_key("Atlantis")


def test_body_is_called_by_its_turkish_name():
    assert str(make_organisation("Birlik")) == "Birlik"


@pytest.mark.parametrize(("name", "kind"), [("Lahor", "local_authority"), ("Pencap", "region")])
def test_body_that_stands_for_a_place_is_called_as_the_place_is(name, kind):
    place = make_place(name, "Pakistan")

    body = record_body_of(place, also_known_as="Belediye X")

    assert (body.kind, body.name_tr, body.place) == (kind, place.name_tr, place)
    assert body == record_body_of(place)
    assert names("belediye x") == [place.name_tr]


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Bursa ili", "Türkiye", "province"),
        ("Kadıköy", "Türkiye", "district"),
        ("Pest megye", "Macaristan", "county"),
        ("Bavyera", "Almanya", "region"),
        ("Türkmenistan", "Türkmenistan", "other"),
    ],
)
def test_kind_of_a_body_is_that_of_its_place(name, country, kind):
    assert record_body_of(make_place(name, country)).kind == kind


def test_body_that_keeps_a_workspace_is_entered_once():
    workspace = open_workspace(key="bursa", name_tr="Bursa", name_en="Bursa")
    facts = {"name_tr": "Bursa Belediyesi", "name_en": "Bursa", "place": make_place("Filibe")}

    first = record_host(workspace, **facts)

    assert record_host(workspace, **{**facts, "name_tr": "Başka"}) == first
    assert (first.workspace, first.name_tr) == (workspace, "Bursa Belediyesi")


def test_only_workspace_that_keeps_a_register_is_the_sole_one():
    assert sole_host() is None
    istanbul = make_workspace()
    open_workspace(key="bakanlik", name_tr="Bakanlık", name_en="Ministry")
    assert sole_host() == istanbul
    make_workspace("ankara")
    assert sole_host() is None
    assert [host.key for host in register_hosts()] == ["ankara", "istanbul"]
