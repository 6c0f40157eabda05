"""Pages of bodies at the desk: their successors, and the acts that tell of them."""

import pytest

from elci.organisations.models import Organisation, Succession
from tests.builders import make_account, make_organisation, make_partner, make_workspace


@pytest.fixture
def eminonu(workspace) -> Organisation:
    return make_partner("Eminönü", "Türkiye")


def address(body, page=""):
    return f"/en/desk/organisations/{body.uuid}/{page}"


def token(body):
    return f"?partner=body:{body.uuid}"


FORM = {"since": "29 March 2009", "succession_kind": "merged", "source": "Law 1 of 2008"}


def test_page_says_by_whom_and_since_when_a_body_was_succeeded(desk, workspace, eminonu):
    make_account(workspace, partner=eminonu, acts=[("signed", "2005-05-12")])
    fatih = Organisation.objects.get(name_tr="Fatih Belediyesi")

    page, other = (desk.get(address(body)).content.decode() for body in (eminonu, fatih))

    assert "Succeeded by" in page
    assert "Fatih Municipality</a>, since 29 March 2009: it was merged into another" in page
    assert "Law 5747" in page
    assert "sister city" in page
    assert "<dt>Succeeded</dt>" in other
    assert "Eminönü</a>, since 29 March 2009" in other


def test_successor_is_chosen_and_recorded(desk, account):
    body, successor = account.relation.parties.last().organisation, make_organisation("Yeni")

    found = desk.get(address(body, "successor/?name=Yeni&single=1")).content.decode()
    page = desk.get(address(body, f"successor/{token(successor)}")).content.decode()
    answer = desk.post(address(body, f"successor/{token(successor)}"), FORM, follow=True)

    assert f"?partner=body%3A{successor.uuid}" in found
    assert "Choose another body" in page
    assert "Recorded: the successor is Yeni." in answer.content.decode()
    succession = Succession.objects.get()
    assert (succession.body, succession.successor, str(succession.since)) == (
        body,
        successor,
        "2009-03-29",
    )
    changes = desk.get("/en/desk/changes/").content.decode()
    assert "recorded that one body took the place of another" in changes
    assert "it was merged into another" in changes


def test_successor_is_asked_for(desk, account):
    body = account.relation.parties.last().organisation

    page = desk.post(address(body, "successor/"), FORM).content.decode()

    assert "choose the successor first" in page
    assert not Succession.objects.exists()


def test_succession_that_cannot_be_is_refused(desk, account):
    body = account.relation.parties.last().organisation

    page = desk.post(address(body, f"successor/{token(body)}"), FORM).content.decode()

    assert "cannot succeed itself" in page


def test_candidates_for_a_successor_replace_the_one_that_was_chosen(desk, account):
    chosen, other = make_organisation("Yeni"), make_organisation("Yeni Başka")

    part = desk.get(f"/en/desk/add/candidates/{token(chosen)}&single=1&name=Yeni").content.decode()

    assert f"?partner=body%3A{other.uuid}&quot;" not in part
    assert f'href="?partner=body%3A{other.uuid}"' in part


def test_succession_is_withdrawn_with_a_reason(desk, account):
    body, successor = account.relation.parties.last().organisation, make_organisation("Yeni")
    desk.post(address(body, f"successor/{token(successor)}"), FORM)
    withdrawal = f"/en/desk/successions/{Succession.objects.get().uuid}/withdraw/"

    page = desk.get(address(body)).content.decode()
    form = desk.get(withdrawal).content.decode()
    answer = desk.post(withdrawal, {"reason": "wrong body"}, follow=True).content.decode()

    assert withdrawal in page
    assert "Withdraw that Yeni took the place of" in form
    assert "The succession is withdrawn." in answer
    assert Succession.objects.get().withdrawal_reason == "wrong body"
    assert desk.get(withdrawal).status_code == 404


def test_succession_of_the_table_or_of_others_is_not_withdrawn(desk, eminonu):
    (succession,) = Succession.objects.all()

    assert desk.get(f"/en/desk/successions/{succession.uuid}/withdraw/").status_code == 404


def test_body_that_is_private_to_others_is_not_shown(desk):
    other = make_account(
        make_workspace("ankara"), partner=make_organisation("Gizli"), grade="private"
    )
    body = other.relation.parties.last().organisation

    assert [desk.get(address(body, page)).status_code for page in ("", "successor/")] == [404, 404]


def test_reader_reads_of_a_body_and_records_nothing(reader_desk, eminonu):
    page = reader_desk.get(address(eminonu)).content.decode()

    assert ("Fatih Municipality" in page, "successor/" in page) == (True, False)
    assert reader_desk.post(address(eminonu, "successor/"), FORM).status_code == 403


def test_relation_calls_its_party_as_on_the_day_and_asks_for_the_act(desk, workspace, eminonu):
    account = make_account(workspace, partner=eminonu, acts=[("signed", "2005-05-12")])
    relation = f"/en/desk/relations/{account.uuid}/"

    today, then = (desk.get(relation + query).content.decode() for query in ("", "?as_of=2006"))

    assert "<title>Fatih Municipality" in today
    assert "On record as Eminönü" in today
    assert "no act of this relation says so" in today
    assert "<title>Eminönü" in then
    assert "On record as" not in then

    act = f"{relation}acts/?kind=party_succeeded&happened=29%20March%202009"
    assert act in today.replace("&amp;", "&")
    form = desk.get(act).content.decode()
    assert 'value="party_succeeded" selected' in form
    assert 'value="29 March 2009"' in form

    desk.post(
        act, {"kind": "party_succeeded", "happened": "29 March 2009", "document_grade": "full"}
    )
    told = desk.get(relation).content.decode()
    assert "Eminönü → <a" in told
    assert "no act of this relation says so" not in told
