"""Finding partners in public: reasons, counter-evidence, law, weights, the board."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from elci.domain.vocabularies import BoardKind
from elci.foundation.grades import Grade
from tests.builders import make_account, make_partner, make_place, make_workspace
from tests.partnering.entries import make_board_entry

pytestmark = pytest.mark.django_db
ISTANBUL, BERLIN = "745044", "2950159"


def text_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def names(response):
    return [
        re.sub(r"<[^>]+>", "", each).strip()
        for each in re.findall(r"<h3>\d+\. ([^<]+)", response.content.decode())
    ]


def test_page_of_several_registers_asks_for_a_city(client: Client):
    make_workspace()
    make_workspace("ankara")

    page = client.get("/en/partners/")

    assert page.status_code == 200
    assert "Which city seeks a partner?" in text_of(page)
    assert names(page) == []


def test_page_of_one_register_begins_with_its_city(client: Client):
    make_workspace()

    page = client.get("/en/partners/")

    assert "Partners for Istanbul" in text_of(page)
    assert len(names(page)) == 20


def test_name_leads_to_the_cities_that_may_be_meant(client: Client):
    page = client.get("/tr/partners/?name=Konya&need=turizm")

    assert "?city=306571&amp;need=turizm" in page.content.decode()
    assert "bilinen bir şehir yok" in text_of(client.get("/tr/partners/?name=zzyzx"))


@pytest.mark.parametrize("city", ["no-such-city", "TR", "TR-34"])
def test_city_that_is_none_is_refused_with_what_to_do(client: Client, city: str):
    page = client.get(f"/en/partners/?city={city}")

    assert page.status_code == 400
    assert "is no city or district" in text_of(page)


def test_every_place_says_why_and_what_the_law_asks(client: Client):
    told = text_of(client.get(f"/en/partners/?city={ISTANBUL}&country=FR"))

    assert "times that of the city that seeks" in told
    assert "Wikidata, P190" in told
    assert "Türkiye: permit needed" in told
    assert "On its own list Istanbul would have rank" in told
    assert "per cent of the weight rests on known values" in told
    assert (
        "/en/law/?body=municipality&amp;act=sister_city"
        in client.get(f"/en/partners/?city={ISTANBUL}&country=FR").content.decode()
    )


def test_law_is_asked_of_the_body_that_seeks(client: Client):
    uskudar = client.get("/en/partners/?city=738329&country=FR").content.decode()
    make_workspace()
    istanbul = client.get("/en/partners/?country=FR").content.decode()

    assert "/en/law/?body=metropolitan_district&amp;" in uskudar
    assert "/en/law/?body=metropolitan&amp;" in istanbul


def test_need_in_words_is_said_as_understood(client: Client):
    page = client.get(
        f"/en/partners/?city={ISTANBUL}&need=flood+control,+port+city,+Balkans,+zubidu"
    )

    told = text_of(page)
    assert "“Balkans”: the Balkans (participants of the South-East European" in told
    assert "Not understood: zubidu" in told
    assert "Varna" in told


def test_need_and_filter_that_exclude_each_other_find_nothing(client: Client):
    page = client.get(f"/en/partners/?city={ISTANBUL}&need=Balkans&country=JP")

    assert "No place fits all of it" in text_of(page)
    assert "0 places fit" in text_of(page)


def test_weights_move_the_list(client: Client):
    by_size = client.get(f"/en/partners/?city={BERLIN}&w_size=5&w_network=0&w_country_fit=0")
    by_network = client.get(f"/en/partners/?city={BERLIN}&w_size=0&w_network=5")

    assert names(by_size) != names(by_network)
    assert 'value="0" data-weight' in by_network.content.decode()


def test_parts_of_an_address_that_make_no_sense_are_named(client: Client):
    page = client.get(
        f"/en/partners/?city={BERLIN}&country=QQ&region=nowhere&smallest=many&w_size=9"
    )

    assert "Not understood and left out: QQ, nowhere, 9, many" in text_of(page)


def test_sizes_coast_and_regions_narrow_the_list(client: Client):
    page = client.get(
        f"/en/partners/?city={ISTANBUL}&region=baltic&smallest=20.000&largest=100,000&coast=yes"
    )

    assert {"Liepāja", "Jūrmala", "Pärnu"} <= set(names(page))
    assert len(names(page)) < 15
    assert names(client.get(f"/en/partners/?city={ISTANBUL}&region=baltic&country=TR")) == []


def test_two_places_stand_side_by_side(client: Client):
    page = client.get(f"/en/partners/?city={ISTANBUL}&with=2643743&with=727011&with=1850147")

    told = text_of(page)
    assert "Side by side" in told
    assert "Votes in the General Assembly" in told
    assert "London" in told
    assert "Sofia" in told


def test_partner_is_not_compared_and_the_page_says_why(client: Client):
    page = client.get(f"/en/partners/?city={ISTANBUL}&with={BERLIN}&with=nothing")

    assert "partners already or lie in the same country: Berlin" in text_of(page)


def test_own_register_counts_as_far_as_the_public_may_see_it(client: Client):
    istanbul = make_workspace()
    make_account(istanbul, partner=make_partner("Sofya", "Bulgaristan"))
    make_account(istanbul, partner=make_partner(), grade=Grade.PRIVATE)

    told = text_of(client.get("/en/partners/?country=BG"))

    assert "You have a tie of this kind in the country: Sofia." in told
    assert "Plovdiv" in " ".join(names(client.get("/en/partners/?country=BG")))
    assert "One of your ties has no act on record" in told


def test_city_without_relations_between_states_is_left_out_and_told(client: Client):
    without = client.get(f"/en/partners/?city={ISTANBUL}&country=AM")
    asked_for = client.get(f"/en/partners/?city={ISTANBUL}&country=AM&no_relations=1")

    assert "places are left out because a source says" in text_of(without)
    assert len(names(asked_for)) > 1
    assert "By the source the two states have no diplomatic relations" in text_of(asked_for)


def test_page_is_light_and_asks_few_questions(client: Client):
    make_account(make_workspace())
    make_board_entry()
    client.get("/tr/partners/")

    with CaptureQueriesContext(connection) as asked:
        page = client.get("/tr/partners/?need=sel")

    assert len(asked) <= 12
    assert len(page.content) <= 150_000


def test_method_page_names_criteria_sources_and_what_is_not_looked_at(client: Client):
    told = text_of(client.get("/en/partners/method/"))

    assert "Adamic and Adar" in told
    assert "Climate, earthquakes, floods" in told
    assert "members of the Arab Maghreb Union, 1989" in told
    assert "the two countries have no diplomatic relations" in told


def test_board_shows_what_stands_and_what_is_past(client: Client):
    make_board_entry()
    make_board_entry(
        kind=BoardKind.OFFER, fields=("tourism",), titles={"en": "We offer a place"}, texts={}
    )
    make_board_entry(titles={"tr": "Gizli"}, grade=Grade.PRIVATE)

    told = text_of(client.get("/tr/partners/board/"))

    # Their last day is long past on the day on which the tests run.
    assert "Süresi geçenler ve geri çekilenler" in told
    assert "Taşkın deneyimi arıyoruz" in told
    assert 'lang="en">We offer a place' in client.get("/tr/partners/board/").content.decode()
    assert "Gizli" not in told
    assert "Taşkın" not in text_of(client.get("/tr/partners/board/?kind=offer"))
    assert "We offer" not in text_of(client.get("/tr/partners/board/?field=environment"))
    assert "We offer" in text_of(client.get("/tr/partners/board/?field=nonsense"))


def test_places_that_the_gazetteer_has_no_number_for_can_seek(client: Client):
    make_place("Beşiktaş", "Türkiye")

    page = client.get("/tr/partners/?city=TR-district%3A%C4%B0stanbul%2FBe%C5%9Fikta%C5%9F")

    assert page.status_code == 200
    assert len(names(page)) == 20


def test_learned_ranking_can_be_chosen_and_says_that_it_ranks(client: Client):
    page = client.get(f"/en/partners/?city={BERLIN}&country=JP&ranking=learned")

    told = text_of(page)
    assert "Ranked by what was learned from the ties of the world." in told
    assert "Learned ranking; the data is that of the criteria" in told
    assert len(names(page)) == 20
    adalar = "TR-district%3A%C4%B0stanbul%2FAdalar&ranking=learned"
    for other in (f"{BERLIN}&country=JP&ranking=other", adalar):
        assert "Ranked by criteria with these weights" in text_of(
            client.get(f"/en/partners/?city={other}")
        )
