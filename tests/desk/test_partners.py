"""Partners at the desk: the search with one's own eyes, shortlists, the board, requests."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from elci.accounts.models import User, Workspace
from elci.consent.models import Case
from elci.domain.vocabularies import RequestAnswerKind, RequestCriterion, RequestFinding
from elci.foundation.grades import Grade
from elci.partnering.actions import (
    CheckFacts,
    DecisionFacts,
    check_request,
    close_shortlist,
    decide_request,
    withdraw_request,
)
from elci.partnering.models import (
    BoardEntry,
    RequestAnswer,
    RequestCheck,
    RequestDecision,
    Shortlist,
    ShortlistEntry,
    TwinningRequest,
)
from tests.builders import make_account, make_partner, make_place, make_user, make_workspace
from tests.documents.uploads import PDF, upload
from tests.partnering.entries import (
    TODAY,
    make_board_entry,
    make_entry,
    make_request,
    make_shortlist,
)

pytestmark = pytest.mark.django_db
SOFIA, LONDON = "727011", "2643743"


def text_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_search_at_the_desk_reads_with_ones_own_eyes(desk: Client, workspace: Workspace):
    make_account(workspace, partner=make_partner("Sofya", "Bulgaristan"), grade=Grade.PRIVATE)

    own = text_of(desk.get("/en/desk/partners/?country=BG"))
    public = text_of(Client().get("/en/partners/?country=BG"))

    assert "You have a tie of this kind in the country: Sofia." in own
    assert "You have a tie of this kind" not in public
    assert "Put on a shortlist" in own
    assert "Put on a shortlist" not in public


def test_those_who_only_read_find_and_put_nothing_anywhere(reader_desk: Client):
    page = reader_desk.get("/en/desk/partners/")

    assert page.status_code == 200
    assert "Put on a shortlist" not in text_of(page)
    assert reader_desk.get("/en/desk/partners/shortlists/add/?place=727011").status_code == 403
    assert reader_desk.get("/en/desk/partners/board/add/").status_code == 403


def add_to(desk: Client, **data: str):
    address = f"/en/desk/partners/shortlists/add/?place={LONDON}&city=745044&need=tourism"
    return desk.post(address, data)


def test_place_is_put_on_a_new_shortlist_with_its_reasons(desk: Client, workspace: Workspace):
    page = desk.get(f"/en/desk/partners/shortlists/add/?place={LONDON}&city=745044")
    assert "Put London on a shortlist" in text_of(page)

    answer = add_to(desk, shortlist="new", title="Turizm", note="Elçiliğe sorulsun.")

    entry = ShortlistEntry.objects.get()
    assert answer.url == f"/en/desk/partners/shortlists/{entry.shortlist.uuid}/"
    assert (entry.place.key, entry.ranking) == (LONDON, "criteria")
    assert entry.shortlist.asked == {"city": "745044", "need": "tourism"}
    assert len(entry.grounds["reasons"]) == 16
    assert entry.grounds["law"][0]["text"]["en"] == "A permit is needed before this may be done."
    told = text_of(desk.get(answer.url))
    assert "London" in told
    assert "Elçiliğe sorulsun." in told
    assert "GeoNames" in told


def test_place_joins_a_shortlist_that_is_open(desk: Client, workspace: Workspace):
    shortlist = make_shortlist(workspace)

    add_to(desk, shortlist=str(shortlist.uuid))

    assert ShortlistEntry.objects.get().shortlist == shortlist
    assert Shortlist.objects.count() == 1


def test_new_shortlist_needs_a_title(desk: Client):
    page = add_to(desk, shortlist="new", title=" ")

    assert "Give the shortlist a title" in text_of(page)
    assert ShortlistEntry.objects.count() == 0


@pytest.mark.parametrize("place", ["", "nothing", "TR"])
def test_place_that_is_none_is_not_found(desk: Client, place: str):
    address = f"/en/desk/partners/shortlists/add/?place={place}&city=745044"

    answer = desk.post(address, {"shortlist": "new", "title": "Yok"})

    assert answer.status_code == 404


def test_shortlists_are_listed_for_their_workspace_only(desk: Client, workspace: Workspace):
    make_entry(make_shortlist(workspace, "Bizim listemiz"))
    other = make_shortlist(make_workspace("ankara"), "Onların listesi")

    told = text_of(desk.get("/en/desk/partners/shortlists/"))

    assert "Bizim listemiz" in told
    assert "Onların listesi" not in told
    assert desk.get(f"/en/desk/partners/shortlists/{other.uuid}/").status_code == 404


def test_notes_removals_and_closing_go_through_the_desk(desk: Client, workspace: Workspace):
    entry = make_entry(make_shortlist(workspace))
    shortlist = f"/en/desk/partners/shortlists/{entry.shortlist.uuid}/"
    place = f"/en/desk/partners/places/{entry.uuid}/"

    assert "Note on" in text_of(desk.get(f"{place}note/"))
    assert desk.post(f"{place}note/", {"text": "Telefonla soruldu."}).url == shortlist
    assert desk.post(f"{place}take-off/", {"reason": "Uzak."}).url == shortlist
    assert desk.post(f"{shortlist}close/", {"reason": "Bitti."}).url == shortlist

    told = text_of(desk.get(shortlist))
    assert "Uzak." in told
    assert "closed on" in told
    assert "Close the shortlist" not in told
    assert desk.get(f"{place}note/").status_code == 404


def test_entry_on_a_list_that_was_closed_meanwhile_is_refused_in_words(
    desk: Client, workspace: Workspace
):
    entry = make_entry(make_shortlist(workspace))
    close_shortlist(entry.shortlist, reason="Bitti.", user=None)

    assert desk.get(f"/en/desk/partners/places/{entry.uuid}/take-off/").status_code == 404


def test_case_that_is_opened_for_a_place_is_tied_to_it(desk: Client, workspace: Workspace):
    entry = make_entry(make_shortlist(workspace))
    page = desk.get(f"/en/desk/partners/shortlists/{entry.shortlist.uuid}/")
    address = re.search(r'href="(/en/desk/cases/open/[^"]*)"', page.content.decode())[1]
    address = address.replace("&amp;", "&")

    asked = desk.get(address)
    assert "Plovdiv" in text_of(asked)
    desk.post(address, {"title": "Filibe", "instrument": "sister_city", "grade": "private"})

    entry.refresh_from_db()
    assert entry.case == Case.objects.get()
    assert entry.case.partner.place == entry.place
    assert "Consent case: Filibe" in text_of(
        desk.get(f"/en/desk/partners/shortlists/{entry.shortlist.uuid}/")
    )


@pytest.mark.parametrize("mark", ["entry=nonsense", "entry=&asked_by=", "asked_by=nonsense"])
def test_case_is_opened_whatever_the_address_says_of_its_origin(desk: Client, mark: str):
    address = (
        "/en/desk/cases/open/?act=sister_city&body=metropolitan&date=2024-06-03&pack=tr"
        f"&counterpart=foreign_local_authority&partner=place:{SOFIA}&{mark}"
    )

    desk.post(address, {"title": "Sofya", "instrument": "sister_city", "grade": "private"})

    assert Case.objects.get().title == "Sofya"


BOARD = {
    "kind": "need",
    "title_tr": "Taşkın deneyimi arıyoruz",
    "text_tr": "Dere yatakları için.",
    "title_en": "",
    "text_en": "",
    "fields_of_work": ["environment"],
    "forms_of_work": ["joint_studies"],
    "countries": ["BG", "RO"],
    "contact": "Dış İlişkiler Müdürlüğü",
    "source": "Meclis kararı",
    "grade": "full",
}


def told_day(days: int) -> str:
    return f"{date.today() + timedelta(days=days):%d.%m.%Y}"  # noqa: DTZ011 -- the product's own day


def test_need_is_put_on_the_board_changed_and_withdrawn(desk: Client, workspace: Workspace):
    assert "Put an entry on the board" in text_of(desk.get("/en/desk/partners/board/add/"))
    desk.post("/en/desk/partners/board/add/", {**BOARD, "expires_on": told_day(60)})
    entry = BoardEntry.objects.get()
    told = text_of(desk.get("/en/desk/partners/board/"))
    assert "Taşkın deneyimi arıyoruz" in told
    assert "Bulgaria, Romania" in told
    assert "Change or extend the entry" in told

    change = f"/en/desk/partners/board/{entry.uuid}/change/"
    assert 'value="Dış İlişkiler Müdürlüğü"' in desk.get(change).content.decode()
    desk.post(change, {**BOARD, "expires_on": told_day(90), "reason": "Süre uzatıldı."})
    entry.refresh_from_db()
    assert entry.expires_on == date.today() + timedelta(days=90)  # noqa: DTZ011 -- as above

    withdraw = f"/en/desk/partners/board/{entry.uuid}/withdraw/"
    assert "Taşkın deneyimi" in text_of(desk.get(withdraw))
    desk.post(withdraw, {"reason": "Ortak bulundu."})
    assert "Ortak bulundu." in text_of(desk.get("/en/desk/partners/board/"))
    assert "Taşkın" not in text_of(Client().get("/en/partners/board/"))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"title_tr": "", "text_tr": ""}, "title in one language"),
        ({"expires_on": "01.01.2020"}, "This day is past"),
        ({"fields_of_work": []}, "Fields of cooperation"),
    ],
)
def test_entry_that_would_mislead_is_refused_beside_its_field(desk: Client, changes, told):
    page = desk.post(
        "/en/desk/partners/board/add/", {**BOARD, "expires_on": told_day(60), **changes}
    )

    assert told in text_of(page)
    assert BoardEntry.objects.count() == 0


def test_change_that_is_refused_says_why(desk: Client, workspace: Workspace):
    entry = make_board_entry(workspace)

    page = desk.post(
        f"/en/desk/partners/board/{entry.uuid}/change/",
        {**BOARD, "expires_on": "01.01.2020", "reason": "Deneme"},
    )

    assert "This day is past" in text_of(page)


def test_entries_of_others_cannot_be_changed(desk: Client):
    entry = make_board_entry(make_workspace("ankara"))

    for task in ("change", "withdraw"):
        assert desk.get(f"/en/desk/partners/board/{entry.uuid}/{task}/").status_code == 404


REQUEST = {
    "asker": "Sofia Municipality",
    "signed_by": "the Mayor",
    "instrument": "sister_city",
    "purpose": "Culture",
    "fields_of_work": ["culture_and_sport"],
    "received_on": "03.06.2024",
    "arrived_by": "e-mail",
    "letter_on": "May 2024",
    "letter_number": "17",
}


def test_request_is_entered_checked_decided_and_answered(desk: Client, workspace: Workspace):
    make_account(workspace, partner=make_partner("Sofya", "Bulgaristan"), acts=[("signed", "1990")])
    search = desk.get("/en/desk/partners/requests/add/?name=Sofya")
    assert f"?place={SOFIA}" in search.content.decode()
    desk.post(f"/en/desk/partners/requests/add/?place={SOFIA}", REQUEST)
    asked = TwinningRequest.objects.get()
    page = f"/en/desk/partners/requests/{asked.uuid}/"

    told = text_of(desk.get(page))
    assert "Sofia Municipality" in told
    assert "Türkiye: permit needed" in told
    assert "A tie with this city is there and may sleep: wake it first" in told

    assert "Whose consent does the law ask for" in text_of(desk.get(f"{page}check/law/"))
    desk.post(f"{page}check/law/", {"finding": "met", "ground": "İzin alınabilir."})
    assert RequestCheck.objects.get().ground == "İzin alınabilir."
    desk.post(
        f"{page}decide/",
        {
            "answer": "other_instrument",
            "instrument": "memorandum",
            "decided_on": "04.06.2024",
            "organ": "Başkanlık",
            "reason": "Önce bir mutabakat zaptı.",
        },
    )
    assert RequestDecision.objects.get().instrument == "memorandum"
    desk.post(f"{page}answer/", {"sent_on": "05.06.2024", "number": "E-9"})
    assert RequestAnswer.objects.get().number == "E-9"

    told = text_of(desk.get(page))
    assert "İzin alınabilir." in told
    assert "taken up with a lighter instrument" in told
    assert "Answered on 5 June 2024" in told
    listed = text_of(desk.get("/en/desk/partners/requests/"))
    assert "1 / 12" in listed
    assert "sent" in listed


def test_letter_is_kept_with_the_request_and_refused_where_it_is_no_letter(desk: Client):
    for name, content in (("mektup.pdf", PDF), ("mektup.pdf", b"<html>")):
        desk.post("/en/desk/partners/requests/add/", {**REQUEST, "letter": upload(name, content)})

    asked = TwinningRequest.objects.get()
    assert asked.letter is not None
    assert asked.letter.grade == Grade.PRIVATE
    told = text_of(desk.get(f"/en/desk/partners/requests/{asked.uuid}/"))
    assert "Letter of Sofia Municipality" in told


def test_request_without_a_place_is_entered_too(desk: Client):
    desk.post("/en/desk/partners/requests/add/?place=nowhere", REQUEST)

    asked = TwinningRequest.objects.get()
    assert asked.place is None
    assert desk.get(f"/en/desk/partners/requests/{asked.uuid}/").status_code == 200


def test_refusals_of_requests_are_said_beside_the_field(desk: Client, workspace: Workspace):
    entered = desk.post("/en/desk/partners/requests/add/", {**REQUEST, "received_on": told_day(3)})
    asked = make_request(workspace)
    page = f"/en/desk/partners/requests/{asked.uuid}/"
    decided = desk.post(
        f"{page}decide/",
        {"answer": "accepted", "decided_on": "01.01.2020", "reason": "Evet"},
    )

    assert "This day has not come yet" in text_of(entered)
    assert "It was decided before the request came" in text_of(decided)
    assert "Nothing is decided on this request yet" in text_of(
        desk.post(f"{page}answer/", {"sent_on": "05.06.2024"})
    )


def test_earlier_findings_and_withdrawals_stay_readable(desk: Client, workspace: Workspace):
    asked = make_request(workspace, place=make_place())
    for finding in ("unclear", "met"):
        facts = CheckFacts(
            criterion=RequestCriterion.PURPOSE, finding=RequestFinding(finding), ground=finding
        )
        check_request(asked, facts, today=TODAY, user=None)
    page = f"/en/desk/partners/requests/{asked.uuid}/"

    assert "Earlier findings" in text_of(desk.get(page))
    desk.post(f"{page}withdraw/", {"reason": "İki kez girilmiş."})
    told = text_of(desk.get(page))
    assert "İki kez girilmiş." in told
    assert "Decide on the request" not in told
    assert desk.get(f"{page}check/purpose/").status_code == 404


def test_unknown_criterion_and_foreign_requests_are_not_found(desk: Client, workspace: Workspace):
    own = make_request(workspace)
    other = make_request(make_workspace("ankara"))
    withdrawn = make_request(workspace)
    withdraw_request(withdrawn, reason="Yanlış", user=None)

    assert desk.get(f"/en/desk/partners/requests/{own.uuid}/check/beauty/").status_code == 404
    assert desk.get(f"/en/desk/partners/requests/{other.uuid}/").status_code == 404
    assert desk.get(f"/en/desk/partners/requests/{withdrawn.uuid}/decide/").status_code == 404


def test_case_that_is_opened_for_a_request_is_tied_to_it(
    desk: Client, workspace: Workspace, officer: User
):
    asked = make_request(workspace, place=make_place())
    decision = DecisionFacts(answer=RequestAnswerKind.ACCEPTED, decided_on=TODAY, reason="Yararlı")
    decide_request(asked, decision, today=TODAY, user=officer)
    page = desk.get(f"/en/desk/partners/requests/{asked.uuid}/")
    address = re.search(r'href="(/en/desk/cases/open/[^"]*)"', page.content.decode())[1]

    desk.post(
        address.replace("&amp;", "&"),
        {"title": "Filibe", "instrument": "sister_city", "grade": "private"},
    )

    asked.refresh_from_db()
    assert asked.case == Case.objects.get()


def test_host_without_a_place_gets_no_hints_and_no_fault(desk: Client):
    bare = make_workspace("bare", name="Bare", place=make_place("Bulgaristan", "Bulgaristan"))
    client = Client()
    client.force_login(make_user(bare))
    asked = make_request(bare, place=make_place())

    page = client.get(f"/en/desk/partners/requests/{asked.uuid}/")

    assert page.status_code == 200


def test_changes_of_partnering_are_told_in_words(desk: Client, workspace: Workspace):
    make_entry(make_shortlist(workspace))
    make_board_entry(workspace)
    make_request(workspace)

    told = text_of(desk.get("/en/desk/changes/"))

    assert "put a place on a shortlist" in told
    assert "put a need or an offer on the board" in told
    assert "entered a request that came from abroad" in told
