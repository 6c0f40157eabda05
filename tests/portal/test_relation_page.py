"""The page of one relation: acts, days, doubt, sources, and what may not be seen."""

from datetime import date

import pytest

from elci.agreements.actions import attach_document, correct_act, withdraw_account
from elci.agreements.models import Account
from elci.documents.actions import cite_source, keep_document
from elci.documents.models import Document
from elci.domain.dates import PartialDate
from elci.domain.successions import SuccessionKind
from elci.foundation.grades import Grade
from elci.organisations.actions import SuccessionFacts, record_succession
from tests.builders import (
    TODAY,
    act_facts,
    make_account,
    make_act,
    make_organisation,
    make_user,
    make_workspace,
)
from tests.documents.uploads import PDF, upload
from tests.portal.pages import Page, get

pytestmark = pytest.mark.django_db


@pytest.fixture
def account() -> Account:
    workspace = make_workspace()
    source = cite_source(
        workspace=workspace, title_tr="Tablo", title_en="Table", stated_on=date(2019, 5, 10)
    )
    return make_account(
        workspace,
        partner_as_printed="Plovdiv bld.",
        fields=("trade",),
        dimensions=("culture",),
        acts=[
            act_facts("signed", "1994-03", places=("Filibe", "İstanbul"), source=source,
                      source_detail="satır 7", organ="Meclis", number="12"),
            act_facts("renewed", "2001", valid_until="2020-06-30"),
        ],
    )  # fmt: skip


def relation(client, account: Account, query: str = "", status: int = 200) -> Page:
    return get(client, f"/en/relations/{account.uuid}/{query}", status)


def acts(page: Page) -> list[list[str]]:
    """The rows of the table of acts."""
    start = next(i for i, each in enumerate(page.elements) if each.text.strip() == "Source")
    cells: list[list[str]] = []
    for each in page.elements[start:]:
        text = " ".join(each.text.split())
        if each.tag == "th" and each.attributes.get("scope") == "row":
            cells.append([text])
        elif each.tag == "td" and cells:
            cells[-1].append(text)
    return cells


def test_acts_stand_in_their_order_with_all_that_is_known(client, account):
    assert acts(relation(client, account)) == [
        ["March 1994", "signed", "Meclis, 12", "Filibe, İstanbul", "[1] satır 7"],
        ["2001", "renewed valid until 30 Jun 2020", "", "", ""],
    ]


def test_page_says_who_what_and_how_it_stands(client, account):
    page = relation(client, account)

    assert page.texts("h1") == ["İstanbul – Plovdiv"]
    assert "Between İstanbul and Plovdiv: sister city agreement." in page.text
    assert "First act that put it in force: March 1994." in page.text
    assert "Printed in the source as “Plovdiv bld.”." in page.text
    assert "A general, open-ended tie between two or more local governments" in page.text
    assert "Table, as of 10 May 2019" in page.text
    assert str(account.uuid) in page.text


def test_page_says_what_is_not_known(client, account):
    page = relation(client, account)

    unknown = page.text.partition("What we do not know")[2].partition("What the words mean")[0]
    assert "the exact date of every act" in unknown
    assert "whether and when a permit was given" in unknown
    assert "the fields of cooperation" not in unknown


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("1994-02-28", "unknown"),
        ("1994-03-01", "possibly in force"),
        ("1994-03-31", "in force"),
        ("2020-06-30", "in force"),
        ("2020-07-01", "expired"),
        ("2031", "expired"),
    ],
)
def test_standing_on_a_day(client, account, day, standing):
    page = relation(client, account, f"?as_of={day}")

    assert page.text.partition("Status on ")[2].partition(": ")[2].startswith(f"{standing}.")


def test_page_as_it_was_known_on_a_day(client, account):
    signed = account.acts.get(kind="signed")
    correct_act(
        signed, act_facts("signed", "1995-07-01"), user=None, today=date(2024, 9, 1), reason="typo"
    )

    now = relation(client, account)
    then = relation(client, account, "?known_on=2024-08-31")
    before = relation(client, account, "?known_on=2024-05-31")

    assert [row[:2] for row in acts(now)] == [
        ["1 July 1995", "signed (corrected)"], ["2001", "renewed valid until 30 Jun 2020"],
    ]  # fmt: skip
    assert acts(then)[0][:2] == ["March 1994", "signed"]
    assert "Shown as the register knew it on 31 August 2024." in then.text
    assert "First act that put it in force: March 1994." in then.text
    assert "No act is on record for this day of knowledge." in before.text
    assert "First act that put it in force" not in before.text


@pytest.mark.parametrize("name", ["as_of", "known_on"])
def test_day_that_is_not_understood_is_told(client, account, name):
    page = relation(client, account, f"?{name}=soon")

    assert "“soon” is no day: write it as year-month-day" in page.text


def test_withdrawn_relation_is_gone_and_says_why(client, account):
    withdraw_account(account, user=None, reason="iki kez girilmiş")

    page = relation(client, account, status=410)

    assert "This relation was withdrawn from the register" in page.text
    assert "iki kez girilmiş" in page.text
    assert "Plovdiv" not in page.text


def test_day_of_withdrawal_is_the_day_on_the_wall_of_the_register(client, account):
    from datetime import UTC, datetime  # noqa: PLC0415 -- only here

    withdraw_account(account, user=None, reason="iki kez girilmiş")
    Account.objects.update(withdrawn_at=datetime(2024, 6, 30, 22, 30, tzinfo=UTC))

    assert "It was taken out on 1 July 2024." in relation(client, account, status=410).text


@pytest.mark.parametrize("is_withdrawn", [False, True])
@pytest.mark.parametrize("signed_in", [False, True])
def test_private_relation_is_not_found_whoever_asks(client, is_withdrawn, signed_in):
    workspace = make_workspace()
    private = make_account(workspace, grade=Grade.PRIVATE)
    if is_withdrawn:
        withdraw_account(private, user=None, reason="gizli")
    if signed_in:
        client.force_login(make_user(workspace))

    relation(client, private, status=404)


def test_private_relation_gives_nothing_away_on_other_pages(client, account):
    secret = make_organisation("Gizli Birlik")
    private = make_account(account.workspace, partner=[secret], grade=Grade.PRIVATE)
    sibling = make_account(account.workspace, grade=Grade.PRIVATE, acts=[("signed", "2002")])
    body = account.relation.parties.last().organisation

    get(client, f"/en/organisations/{secret.uuid}/", 404)
    for address in ("", "timeline/", "statistics/", "about/", f"relations/{account.uuid}/",
                    f"organisations/{body.uuid}/", f"places/{body.place.key}/", "countries/BG/",
                    "?q=gizli"):  # fmt: skip
        content = client.get(f"/en/{address}").content.decode()
        assert "Gizli Birlik" not in content
        assert str(private.uuid) not in content
        assert str(sibling.uuid) not in content


def test_relations_with_the_same_partner_lead_to_each_other(client, account):
    other = make_account(account.workspace, instrument="memorandum", acts=[("signed", "1990")])

    assert (
        relation(client, account).links()["memorandum of understanding"]
        == f"/en/relations/{other.uuid}/"
    )
    assert (
        relation(client, other).links()["sister city agreement"] == f"/en/relations/{account.uuid}/"
    )


def test_contradiction_is_shown(client):
    body = make_organisation("Birlik", founded=act_facts(happened="2004").happened)
    account = make_account(
        make_workspace(), partner=[body], instrument="membership",
        acts=[("entered_into_force", "1987-09-11")],
    )  # fmt: skip

    page = relation(client, account)

    assert (
        "older than the organisation itself: the record says 11 September 1987, "
        "but the organisation was founded 2004"
    ) in page.text
    assert acts(page)[0][:2] == ["11 September 1987", "membership began"]


def keep(account: Account, grade: Grade) -> Document:
    document = keep_document(
        workspace=account.workspace, user=None, file=upload("Tutanak ş.pdf", PDF),
        title="Tutanak", grade=grade, max_bytes=10_000,
    )  # fmt: skip
    attach_document(account, document, act=None, user=None)
    return document


def test_public_paper_is_handed_out_as_a_download(client, account, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = keep(account, Grade.FULL)

    address = relation(client, account).links()["Tutanak"]
    response = client.get(address)

    assert address == f"/en/documents/{document.uuid}/"
    assert b"".join(response.streaming_content) == PDF
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "private, no-store"


def test_private_paper_is_not_found(client, account, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = keep(account, Grade.PRIVATE)

    assert "Tutanak" not in relation(client, account).text
    get(client, f"/en/documents/{document.uuid}/", 404)


def test_paper_that_the_store_has_lost_is_not_found(client, account, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "first"
    document = keep(account, Grade.FULL)
    settings.MEDIA_ROOT = tmp_path / "second"

    get(client, f"/en/documents/{document.uuid}/", 404)


def test_suspension_is_drawn_as_two_lines(client, account):
    make_act(account, "suspended", "2010-01-01")

    page = relation(client, account)

    assert len(page.all("path", **{"class": "span__core"})) == 1
    assert TODAY.year > 2010


def test_act_names_the_partner_as_it_was_called_then(client):
    old, new = make_organisation("Eski Belediye"), make_organisation("Yeni Belediye")
    renamed = SuccessionFacts(
        since=PartialDate.parse("2009-03-29"), kind=SuccessionKind.RENAMED, source_tr="Kanun 1"
    )
    record_succession(old, new, renamed, today=TODAY)
    days = [("signed", "1994-03-27"), ("renewed", "2016-04-18")]
    account = make_account(make_workspace(), partner=old, acts=days)

    (signed, renewed) = acts(relation(client, account))

    assert "Partner under the name of that day: Eski Belediye" in signed[1]
    assert "under the name of that day" not in renewed[1]
