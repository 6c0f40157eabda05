"""The page of one relation."""

import pytest

from elci.agreements.actions import correct_act, withdraw_act
from elci.agreements.models import Account, ActRecord
from elci.foundation.grades import Grade
from elci.organisations.choices import OrganisationKind
from tests.builders import TODAY, act_facts, make_account, make_act, make_organisation, make_partner

SCRIPT = "<script>alert(1)</script>"


def page_of(client, account, query="", language="en"):
    answer = client.get(f"/{language}/desk/relations/{account.uuid}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_page_says_how_the_relation_stands_today_and_on_a_day(desk, account):
    make_act(account, "terminated", "2017-05-01")

    assert "ended." in page_of(desk, account)
    assert "Status on 1 January 2000: in force." in page_of(desk, account, "?as_of=01.01.2000")
    assert "Status on 31 December 1993: unknown." in page_of(desk, account, "?as_of=1993")


def test_page_says_what_was_known_on_a_day(desk, workspace):
    account = make_account(workspace, known_from=TODAY.replace(year=2019))
    make_act(account, "terminated", "2017-05-01", known_from=TODAY)

    then = page_of(desk, account, "?known_on=2020-01-01")

    assert "in force." in then
    assert "Shown as the register knew it on 1 January 2020." in then
    assert "terminated" not in then.split('id="history"')[0]


def test_day_that_is_none_is_refused_beside_its_field(desk, account):
    page = page_of(desk, account, "?as_of=31.02.2016", "tr")

    assert "takvimde olan bir gün değil" in page
    assert 'aria-invalid="true"' in page


def test_corrected_act_is_struck_through_with_its_reason_and_what_replaces_it(
    desk, account, officer
):
    act = ActRecord.objects.get()
    correct_act(
        act,
        act_facts("signed", "1995-03-27"),
        user=officer,
        today=TODAY,
        reason="Yıl yanlış okunmuş.",
    )

    page = page_of(desk, account)

    assert '<span class="is-withdrawn">27 March 1994</span>' in page
    assert "Corrected; in its place stands: signed, 27 March 1995." in page
    assert page.count("Yıl yanlış okunmuş.") == 2, "beside the act and in the history"
    assert page.count("/correct/") == 1, "only what stands can be corrected"


def test_withdrawn_act_is_struck_through_with_its_reason(desk, account, officer):
    act = make_act(account)
    withdraw_act(act, user=officer, today=TODAY, reason="Böyle bir yenileme yok.")

    page = page_of(desk, account)

    assert '<span class="is-withdrawn">18 April 2016</span>' in page
    assert "Withdrawn. Reason: Böyle bir yenileme yok." in page


def test_history_tells_who_changed_what_from_what_to_what_and_why(desk, account, officer):
    desk.post(
        f"/en/desk/relations/{account.uuid}/description/",
        {
            "instrument": "cooperation_protocol",
            "grade": "private",
            "fields_of_work": ["trade", "tourism"],
            "reason": "Metin protokol diyor.",
        },
    )

    page = page_of(desk, account)

    assert "Deniz Uzman" in page
    assert "<del>sister city agreement</del> → cooperation protocol" in page
    assert "<del>everybody</del> → only your workspace" in page
    assert "Fields of cooperation: trade, tourism" in page
    assert "Reason: Metin protokol diyor." in page


def test_description_is_changed_with_a_reason(desk, account):
    desk.post(
        f"/en/desk/relations/{account.uuid}/description/",
        {
            "instrument": "sister_city",
            "grade": "full",
            "local_name": "Побратимяване",
            "account_note": "Dosyası var.",
            "reason": "Metni gördük.",
        },
    )
    changed = Account.objects.get()

    assert (changed.local_name, changed.note) == ("Побратимяване", "Dosyası var.")


def test_description_without_a_reason_is_not_saved(desk, account):
    answer = desk.post(
        f"/en/desk/relations/{account.uuid}/description/",
        {"instrument": "memorandum", "grade": "full", "reason": "  "},
    )

    assert 'id="error-summary-title"' in answer.content.decode()
    assert Account.objects.get().instrument == "sister_city"


def test_public_page_is_linked_only_where_there_is_one(desk, workspace):
    public = make_account(workspace, grade=Grade.FULL)
    private = make_account(workspace, partner=make_partner("Köln", "Almanya"), grade=Grade.PRIVATE)

    assert "Open its public page" in page_of(desk, public)
    assert "Open its public page" not in page_of(desk, private)


def test_withdrawn_relation_says_when_by_whom_and_why_and_can_no_longer_be_changed(desk, account):
    answer = desk.post(
        f"/en/desk/relations/{account.uuid}/withdraw/", {"reason": "Yanlış açıldı."}, follow=True
    )
    page = answer.content.decode()

    assert "This relation was withdrawn from the register on" in page
    assert "by Deniz Uzman." in page
    assert "Yanlış açıldı." in page
    assert "Record an act" not in page
    assert desk.get(f"/en/desk/relations/{account.uuid}/acts/").status_code == 404


def test_relation_is_not_withdrawn_without_a_reason(desk, account):
    answer = desk.post(f"/en/desk/relations/{account.uuid}/withdraw/", {"reason": ""})

    assert answer.status_code == 200
    assert Account.objects.get().withdrawn_at is None


def test_membership_gets_a_grade_and_units(desk, workspace):
    network = make_organisation("Dünya Kentler Ağı", kind=OrganisationKind.NETWORK)
    account = make_account(
        workspace,
        partner=network,
        instrument="membership",
        acts=(("entered_into_force", "2004"),),
    )

    desk.post(
        f"/en/desk/relations/{account.uuid}/grade/",
        {"membership_grade": "board", "since": "2010", "units": "AKOM\nİSTAÇ"},
    )
    page = page_of(desk, account)

    assert "member of the board" in page
    assert page.index("AKOM</span>") < page.index("İSTAÇ</span>")
    assert "recorded the grade of the membership or a unit in charge" in page
    assert "Act: membership began" in page


def test_only_a_membership_has_a_grade(desk, account):
    assert desk.get(f"/en/desk/relations/{account.uuid}/grade/").status_code == 404


@pytest.mark.parametrize("language", ["tr", "en"])
def test_script_in_a_title_is_shown_as_text(desk, workspace, language):
    partner = make_organisation(SCRIPT, kind=OrganisationKind.OTHER)
    account = make_account(
        workspace, partner=partner, local_name=SCRIPT, partner_as_printed=SCRIPT, note=SCRIPT
    )
    make_act(account, organ=SCRIPT, note=SCRIPT, places=(SCRIPT,), number=SCRIPT)

    pages = [
        page_of(desk, account, "", language),
        desk.get(f"/{language}/desk/").content.decode(),
        desk.get(f"/{language}/desk/changes/").content.decode(),
        desk.get(f"/{language}/desk/relations/{account.uuid}/acts/").content.decode(),
    ]

    for page in pages:
        assert SCRIPT not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
