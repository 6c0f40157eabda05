"""The pages on which a new or draft law is held against the one in force."""

import csv
import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from elci.accounts.models import Unit
from elci.consent.models import LawDraft
from elci.domain.law.library import SHIPPED, pack
from elci.domain.law.loading import MOST_BYTES
from elci.memberships.models import Responsibility
from tests.builders import (
    make_account,
    make_organisation,
    make_partner,
    make_place,
    make_user,
    make_workspace,
)
from tests.desk.cases import made_case

TURKISH = (SHIPPED / "tr.toml").read_text(encoding="utf-8")
SOON = timezone.localdate() + timedelta(days=90)


def bar(act="sister_city", more=""):
    """A rule that prohibits an act from a day in the coming months on."""
    return f"""
[[rule]]
id = "bar"
name = {{tr = "Yasaktır.", en = "It is prohibited."}}
slot = "approval"
verdict = "prohibited"
act = ["{act}"]
counterpart = ["foreign_local_authority"]
{more}
from = {SOON.isoformat()}
overrides = {list(pack("tr").rules)!r}
basis = [{next(iter(pack("tr").rules.values())).basis[0]!r}]
"""


def draft_of(text=None, name="taslak.toml"):
    text = TURKISH + bar() if text is None else text
    content = text if isinstance(text, bytes) else text.encode()
    return SimpleUploadedFile(name, content, content_type="application/toml")


def handed(desk, file=None, **said):
    form = {"against": "tr", "standing": "draft", "file": file or draft_of(), **said}
    return desk.post("/en/desk/law/impact/", form)


@pytest.fixture
def tie(workspace):
    return make_account(workspace, acts=[("signed", "2016-04-18")])


@pytest.fixture
def address(desk, tie):
    """Where the result of a draft stands."""
    return handed(desk, title="5393 s. Kanunda değişiklik").headers["Location"]


def rows_of(answer):
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_page_asks_for_the_law_of_the_workspace_first(desk):
    page = desk.get("/tr/desk/law/impact/").content.decode()

    assert '<option value="tr" selected>' in page
    assert "Henüz" in page


def test_draft_tells_whom_it_touches_from_when_and_why_not_the_others(
    desk, workspace, address, tie
):
    over = make_account(
        workspace,
        partner=make_partner("Köln", "Almanya"),
        acts=[("signed", "2014-06-02"), ("terminated", "2017-03-15")],
    )

    page = desk.get(address).content.decode()
    others = desk.get(f"{address}?show=over").content.decode()

    assert "It touches 1 relation" in page
    assert f"/en/desk/relations/{tie.uuid}/" in page
    assert "prohibited" in page
    assert "It is prohibited." in page
    assert str(over.uuid) not in page
    assert f"/en/desk/relations/{over.uuid}/" in others


def test_condition_that_is_not_met_is_named(desk, workspace, address):
    network = make_account(workspace, instrument="memorandum", acts=[("signed", "2015-06-01")])

    page = desk.get(f"{address}?show=other_cases").content.decode()

    assert f"/en/desk/relations/{network.uuid}/" in page
    assert "It is prohibited.: for another act" in page


def test_circumstance_that_nobody_stated_is_told_as_an_if(desk, tie):
    answer = handed(desk, draft_of(TURKISH + bar(more='council_can_meet = ["no"]')))

    page = desk.get(answer.headers["Location"]).content.decode()

    assert "if the answer to “Can the ordinary session of the council be awaited?” is “no”" in page


def test_open_case_is_listed_with_its_steps(desk, workspace):
    case = made_case(workspace)
    at_once = TURKISH + bar().replace(SOON.isoformat(), "2010-01-01")
    answer = handed(desk, draft_of(at_once))

    page = desk.get(answer.headers["Location"]).content.decode()

    assert "1 open case" in page
    assert f"/en/desk/cases/{case.uuid}/" in page
    assert "Steps no longer asked for:" in page


def test_same_draft_again_is_kept_once_with_what_is_said_now(desk, tie):
    first = handed(desk).headers["Location"]
    again = handed(desk, draft_of(), title="Yeni adı", standing="adopted").headers["Location"]

    assert first == again
    (draft,) = LawDraft.objects.all()
    assert (draft.title, draft.is_adopted, draft.file_name) == ("Yeni adı", True, "taslak.toml")
    assert len(draft.sha256) == 64
    assert "adopted" in desk.get(first).content.decode()


FAULTY = {
    "empty": (b"", "The file is empty"),
    "no text": (b"\xff\xfe\x00", "no UTF-8 text"),
    "no TOML": ("[pack\nid =", "cannot be read as TOML"),
    "wrong type": (TURKISH.replace('jurisdiction = "TR"', "jurisdiction = 4", 1), "jurisdiction"),
    "another country": (
        (SHIPPED / "fr.toml").read_text(encoding="utf-8"),
        "Choose the pack of the same country",
    ),
    "a citation of nothing": (
        TURKISH + bar().replace("basis = [", 'basis = ["l1#1", '),
        "names no provision",
    ),
    "too large": (b"#" * (MOST_BYTES + 1), f"a pack may have {MOST_BYTES} at most"),
    "nested": ("a = " + "[" * 5000, "nested too deeply"),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_faulty_file_is_refused_with_its_line_and_nothing_is_kept(desk, fault):
    content, told = FAULTY[fault]

    answer = handed(desk, draft_of(content))

    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert not LawDraft.objects.exists()


def test_fault_names_file_and_line(desk):
    answer = handed(desk, draft_of("[pack]\nid = 'x'\nstatus = 'sound'\n"))

    page = answer.content.decode()
    assert "taslak.toml:3: K1:" in page


def test_file_holds_every_relation_with_the_notice_or_the_reason(desk, workspace, address, tie):
    make_account(workspace, partner=make_partner("Bursa", "Türkiye"))

    rows = rows_of(desk.get(f"{address}impact.csv"))
    book = b"".join(desk.get(f"{address}impact.xlsx").streaming_content)

    assert [(row["Result"], row["From"]) for row in rows] == [
        ("touched", SOON.isoformat()), ("not touched", ""),
    ]  # fmt: skip
    assert rows[0]["Permanent number"] == str(tie.uuid)
    assert "This is a draft." in rows[0]["Draft of a notice"]
    assert rows[1]["Why not"] == "it is no tie abroad"
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        assert "taslak.toml" in parts.read("xl/sharedStrings.xml").decode()


def test_part_of_a_large_portfolio_leads_to_the_next(desk, tie, address):
    page = desk.get(f"{address}?after=0").content.decode()
    counted = desk.get(f"{address}?after=0&count=all").content.decode()
    rest = desk.get(f"{address}?after={tie.pk}").content.decode()

    assert "Count all of them" in page
    assert str(tie.uuid) in page
    assert "It touches 1 relation" in counted
    assert "From the beginning" in rest
    assert f"/relations/{tie.uuid}/" not in rest


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_letter_on_a_tie_is_filled_from_the_register(desk, address, tie, ending):
    answer = desk.get(f"{address}relations/{tie.uuid}.{ending}")

    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as parts:
        name = "word/document.xml" if ending == "docx" else "content.xml"
        text = parts.read(name).decode()
    assert "5393 s. Kanunda değişiklik" in text
    assert "henüz taslaktır" in text
    assert "Filibe" in text
    assert "İstanbul Büyükşehir Belediye Başkanlığı".upper()[:8].replace("I", "İ")[:3] in text


def test_letter_on_a_membership_goes_to_the_unit_in_charge(desk, workspace):
    network = make_organisation("Birlik", place=make_place("Ankara", "Türkiye"))
    tie = make_account(workspace, partner=network, acts=[("signed", "2016-04-18")])
    abroad = make_account(workspace, acts=[("signed", "2016-04-18")])
    unit = Unit.objects.create(workspace=workspace, name="Dış İlişkiler Müdürlüğü")
    Responsibility.objects.create(account=abroad, unit=unit)
    address = handed(desk).headers["Location"]

    answer = desk.get(f"{address}relations/{abroad.uuid}.docx")
    at_home = desk.get(f"{address}relations/{tie.uuid}.docx")

    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as parts:
        assert "DIŞ İLİŞKİLER MÜDÜRLÜĞÜNE" in parts.read("word/document.xml").decode()
    assert at_home.status_code == 404


def test_letter_on_a_case_is_handed_out(desk, workspace):
    case = made_case(workspace)
    at_once = TURKISH + bar().replace(SOON.isoformat(), "2010-01-01")
    address = handed(desk, draft_of(at_once)).headers["Location"]

    assert desk.get(f"{address}cases/{case.uuid}.docx").status_code == 200
    assert desk.get(f"{address}relations/{case.uuid}.docx").status_code == 404


def test_law_of_another_country_touches_nothing_here_and_has_no_letters(desk, tie):
    french = draft_of((SHIPPED / "fr.toml").read_text(encoding="utf-8"))
    address = handed(desk, french, against="fr").headers["Location"]

    assert "None of your workspaces stands in the country" in desk.get(address).content.decode()
    assert desk.get(f"{address}relations/{tie.uuid}.docx").status_code == 404


def test_draft_that_is_read_no_more_says_so_and_can_be_removed(desk, address):
    LawDraft.objects.update(text="[pack]\nid = 4")
    page = desk.get(address).content.decode()
    letter = desk.get(f"{address}relations/{LawDraft.objects.get().uuid}.docx")
    LawDraft.objects.update(text=TURKISH, against="nowhere")
    gone = desk.get(address).content.decode()

    assert "taslak.toml:2: K1:" in page
    assert letter.status_code == 404
    assert "nowhere" in gone
    assert desk.post(f"{address}remove/").status_code == 302
    assert not LawDraft.objects.exists()


def test_drafts_of_others_are_not_there(desk, address):
    stranger = Client()
    stranger.force_login(make_user(make_workspace("ankara")))

    assert stranger.get(address).status_code == 404
    assert stranger.get(f"{address}impact.csv").status_code == 404
    assert stranger.post(f"{address}remove/").status_code == 404
    assert "5393 s. Kanunda" not in stranger.get("/tr/desk/law/impact/").content.decode()


def test_reader_sees_drafts_and_hands_in_none(desk, reader_desk, address):
    page = reader_desk.get("/tr/desk/law/impact/").content.decode()
    result = reader_desk.get(address).content.decode()

    assert address.replace("/en/", "/tr/") in page
    assert "multipart" not in page
    assert "/remove/" not in result
    assert handed(reader_desk).status_code == 403
    assert reader_desk.post(f"{address}remove/").status_code == 403


def test_result_takes_as_many_queries_for_three_relations_as_for_one(
    desk, workspace, tie, address, counted_queries
):
    desk.get(address)
    one = counted_queries(lambda: desk.get(address))
    for name, country in (("Köln", "Almanya"), ("Üsküp", "Makedonya")):
        make_account(
            workspace, partner=make_partner(name, country), acts=[("signed", "2017-01-02")]
        )

    assert counted_queries(lambda: desk.get(address)) == one
