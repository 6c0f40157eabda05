"""Adding a relation with its parties."""

from urllib.parse import urlencode

import pytest

from elci.agreements.models import Account, ActRecord, Relation
from elci.agreements.queries.relations import partners_of
from elci.memberships.models import GradeTerm, Responsibility
from elci.organisations.choices import OrganisationKind
from elci.organisations.models import Organisation
from elci.places.models import Place
from tests.builders import make_account, make_organisation, make_partner, make_place

PLOVDIV = "place:728193"


def address_with(*tokens, **more):
    return "/tr/desk/add/?" + urlencode([("partner", token) for token in tokens] + [*more.items()])


def relation_form(**changes):
    return {
        "instrument": "sister_city",
        "grade": "private",
        "kind": "signed",
        "happened": "18.04.2016",
        **changes,
    }


@pytest.mark.parametrize("name", ["Filibe", "plovdiv", "Пловдив", "FİLİBE"])
def test_party_is_found_in_the_gazetteer_by_any_of_its_names(desk, name):
    page = desk.get(f"/tr/desk/add/?{urlencode({'name': name})}").content.decode()

    assert "Bulgaristan" in page
    assert "partner=place%3A728193" in page


def test_candidates_are_told_apart_by_region_country_and_population(desk):
    page = desk.get("/en/desk/add/?name=Tripoli").content.decode()

    assert "Libya" in page
    assert "Lebanon" in page


def test_country_narrows_the_candidates(desk):
    page = desk.get("/en/desk/add/candidates/?name=Tripoli&country=Lebanon").content.decode()

    assert "Lebanon" in page
    assert "Libya</td>" not in page


def test_suggestions_are_a_part_of_the_page(desk):
    page = desk.get("/tr/desk/add/candidates/?name=Berlin").content.decode()

    assert "Almanya" in page
    assert "<html" not in page


def test_name_that_nobody_bears_can_still_be_recorded(desk):
    page = desk.get("/en/desk/add/?name=Qqzxv+Xqzzq").content.decode()

    assert "is known. Try another spelling" in page
    assert "partner=new%3Anetwork%3AQqzxv+Xqzzq" in page


def test_body_on_record_comes_before_its_place(desk, workspace):
    body = make_partner("Filibe", "Bulgaristan")

    page = desk.get("/tr/desk/add/?name=filibe").content.decode()

    assert f"partner=body%3A{body.uuid}" in page
    assert "partner=place%3A728193" not in page


def test_own_body_is_no_party_to_choose(desk, workspace):
    own = Organisation.objects.get(workspace=workspace)

    page = desk.get("/tr/desk/add/?name=istanbul").content.decode()
    chosen = desk.get(address_with(f"body:{own.uuid}", f"place:{own.place.key}")).content.decode()

    assert str(own.uuid) not in page
    assert 'name="happened"' not in chosen


def test_looking_for_a_party_records_nothing(desk, workspace):
    bodies, places = Organisation.objects.count(), Place.objects.count()

    desk.get(address_with(PLOVDIV, "new:network:Yeni Ağ", name="Berlin"))

    assert (Organisation.objects.count(), Place.objects.count()) == (bodies, places)


def test_relation_is_entered_with_its_party_and_first_act(desk, workspace, officer):
    answer = desk.post(
        address_with(PLOVDIV),
        relation_form(happened="Nisan 2016", places="Filibe", local_name="Побратимяване"),
    )
    account = Account.objects.get()
    act = ActRecord.objects.get()

    assert answer.url == f"/tr/desk/relations/{account.uuid}/"
    assert (account.workspace, account.made_by, account.grade) == (workspace, officer, "private")
    assert [body.place.key for body in partners_of(account)] == ["728193"]
    assert (act.kind, str(act.happened), act.places) == ("signed", "2016-04", ["Filibe"])


def test_relation_may_have_several_parties(desk, workspace):
    koln = make_partner("Köln", "Almanya")

    desk.post(address_with(PLOVDIV, f"body:{koln.uuid}"), relation_form())

    names = [body.name_tr for body in partners_of(Account.objects.get())]
    assert names == ["Filibe", "Köln"]


def test_same_party_chosen_in_two_ways_is_one_party(desk, workspace):
    body = make_organisation(place=make_place("Filibe", "Bulgaristan"))

    desk.post(address_with(PLOVDIV, f"body:{body.uuid}"), relation_form())

    assert partners_of(Account.objects.get()) == [body]


def test_membership_of_a_new_network_is_entered_with_grade_and_units(desk):
    address = address_with("new:network:Dünya Kentler Ağı")
    page = desk.get(address).content.decode()

    desk.post(
        address,
        relation_form(
            instrument="membership",
            kind="entered_into_force",
            happened="2004",
            membership_grade="board",
            units="Sağlık Dairesi\nAKOM",
        ),
    )
    network = Organisation.objects.get(kind=OrganisationKind.NETWORK)

    assert '<option value="membership" selected>' in page
    assert '<option value="entered_into_force" selected>üyelik başladı' in page
    assert network.name_tr == "Dünya Kentler Ağı"
    assert GradeTerm.objects.get().grade == "board"
    assert [each.unit.name for each in Responsibility.objects.all()] == ["Sağlık Dairesi", "AKOM"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"happened": "31.02.2016"}, "takvimde olan bir gün değil"),
        ({"happened": "01.01.2999"}, "henüz gerçekleşmedi"),
        ({"kind": "renewed"}, "imza ya da yürürlüğe giriş yok"),
        ({"valid_until": "2010"}, "önce bitmiş olurdu"),
        ({"instrument": "friendship"}, "id_instrument"),
        ({"membership_grade": "board"}, "yalnız üyelikte olur"),
    ],
)
def test_relation_that_cannot_be_is_refused_and_nothing_is_kept(desk, workspace, changes, told):
    bodies, places = Organisation.objects.count(), Place.objects.count()

    answer = desk.post(address_with(PLOVDIV), relation_form(**changes))

    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert (Account.objects.count(), Relation.objects.count(), ActRecord.objects.count()) == (
        0,
    ) * 3
    assert (Organisation.objects.count(), Place.objects.count()) == (bodies, places)


def test_relation_without_a_party_is_refused(desk):
    answer = desk.post("/tr/desk/add/", relation_form())

    assert "önce öteki tarafı seçiniz" in answer.content.decode()
    assert Account.objects.count() == 0


def test_same_relation_with_the_same_act_is_refused_with_a_link_to_it(desk, workspace):
    account = make_account(workspace, acts=(("signed", "2016-04-18"),))

    answer = desk.post(address_with(PLOVDIV), relation_form(separate="on"))
    page = answer.content.decode()

    assert f"/tr/desk/relations/{account.uuid}/" in page
    assert Account.objects.count() == 1


def test_second_relation_of_a_kind_is_entered_once_somebody_says_that_it_is_separate(
    desk, workspace
):
    account = make_account(workspace, acts=(("signed", "1994-03-27"),))

    first = desk.post(address_with(PLOVDIV), relation_form()).content.decode()
    assert f"/tr/desk/relations/{account.uuid}/" in first
    assert 'name="separate"' in first
    assert Account.objects.count() == 1

    desk.post(address_with(PLOVDIV), relation_form(separate="on"))
    assert Account.objects.count() == 2


def test_question_whether_it_is_separate_is_not_asked_without_need(desk, workspace):
    assert 'name="separate"' not in desk.get(address_with(PLOVDIV)).content.decode()


@pytest.mark.parametrize(
    "token",
    [
        "",
        "x",
        "body:not-a-uuid",
        "body:00000000-0000-0000-0000-000000000000",
        "place:0",
        "place:",
        "new:king:X",
        "new:network:",
        "new:network:\x00",
    ],
)
def test_text_that_stands_for_no_party_is_left_out(desk, token):
    answer = desk.get(address_with(token))

    assert answer.status_code == 200
    assert 'name="happened"' not in answer.content.decode()


def test_script_in_a_name_is_shown_as_text(desk):
    script = "<script>alert(1)</script>"

    pages = [
        desk.get(f"/tr/desk/add/?{urlencode({'name': script})}").content.decode(),
        desk.get(address_with(f"new:network:{script}")).content.decode(),
        desk.get(f"/tr/desk/add/candidates/?{urlencode({'name': script})}").content.decode(),
    ]

    for page in pages:
        assert script not in page
        assert "&lt;script&gt;" in page
