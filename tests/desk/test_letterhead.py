"""The letterhead of a workspace at the desk: filled in, refused with reasons, never overwritten."""

import pytest
from django.test import Client

from elci.accounts.actions import set_letterhead
from elci.accounts.queries import letterhead_of
from elci.domain.letterheads import Letterhead, Signatory, Signs
from tests.builders import make_user, make_workspace

ADDRESS = "/tr/desk/letterhead/"
SENT = {
    "seen": "0",
    "authority": "Işıklı Belediye Başkanlığı",
    "unit": "Dış İlişkiler  Müdürlüğü ",
    "detsis": "12345678",
    "kep": "isikli@hs01.kep.tr",
    "signatory_0_name": "Ayşe Işık",
    "signatory_0_title": "Belediye Başkanı",
    "signatory_0_signs": "authority",
    "signatory_0_since": "1 Nisan 2024",
}


def test_letterhead_is_kept_and_shown_again_with_who_changed_it(desk, workspace):
    answer = desk.post(ADDRESS, SENT)
    page = desk.get(answer.url).content.decode()

    assert letterhead_of(workspace) == Letterhead(
        authority="Işıklı Belediye Başkanlığı",
        unit="Dış İlişkiler Müdürlüğü",
        detsis="12345678",
        kep="isikli@hs01.kep.tr",
        signatories=(letterhead_of(workspace).signatories[0],),
    )
    assert 'value="Ayşe Işık"' in page
    assert 'value="1 Nisan 2024"' in page
    assert 'name="signatory_1_name"' in page
    assert "antetli kâğıdı değiştirdi" in page
    assert "Deniz Uzman" in page
    assert "Ayşe Işık, Belediye Başkanı, 1 Nisan 2024 – …" in page


def test_change_keeps_what_it_replaces_in_sight(desk, workspace):
    desk.post(ADDRESS, SENT)
    desk.post(ADDRESS, {**SENT, "seen": "1", "unit": "Dış İlişkiler Dairesi"})
    page = desk.get(ADDRESS).content.decode()

    assert letterhead_of(workspace).unit == "Dış İlişkiler Dairesi"
    assert "<del>Dış İlişkiler Müdürlüğü</del>" in page


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("detsis", "123", "sekiz rakamdan oluşur"),
        ("file_code", "724/1", "rakam gruplarından"),
        ("email", "disiliskiler", "e-posta adresi değil"),
        ("kep", "a@example.org", "kep.tr ile biter"),
        ("website", "isikli", "İnternet adresi değil"),
        ("administrator", "Işıklı", "“Valiliği” veya “Kaymakamlığı”"),
        ("signatory_0_until", "31.03.2024", "ilk günden önce"),
        ("signatory_0_name", "", "İmzalayanın adını yazın"),
        ("signatory_0_since", "2024", "tek bir gün değil"),
    ],
)
def test_value_that_cannot_stand_on_a_letter_is_told_at_its_field(
    desk, workspace, field, text, told
):
    page = desk.post(ADDRESS, {**SENT, field: text}).content.decode()

    assert f'href="#id_{field}"' in page
    assert told in page
    assert 'value="Ayşe Işık"' in page or field == "signatory_0_name"
    assert letterhead_of(workspace) == Letterhead()


def test_two_people_at_once_do_not_overwrite_each_other(desk, workspace):
    desk.post(ADDRESS, SENT)

    page = desk.post(ADDRESS, {**SENT, "unit": "Başka"}).content.decode()

    assert "Siz yazarken başka biri" in page
    assert letterhead_of(workspace).unit == "Dış İlişkiler Müdürlüğü"


def test_nothing_changed_is_said_so(desk):
    desk.post(ADDRESS, SENT)

    page = desk.post(ADDRESS, {**SENT, "seen": "1"}, follow=True).content.decode()

    assert "Hiçbir şey değişmedi" in page


def test_person_without_a_name_is_taken_out(desk, workspace):
    person = Signatory(name="Ece Su", signs=Signs.UNIT)
    set_letterhead(workspace, Letterhead(signatories=(person,)), user=None, seen=0)

    desk.post(ADDRESS, {"seen": "1", "signatory_0_signs": "unit"})

    assert letterhead_of(workspace).signatories == ()


def test_no_more_people_than_there_is_room_for(desk, workspace):
    many = tuple(Signatory(name=f"Ece Su {number}") for number in range(12))
    set_letterhead(workspace, Letterhead(signatories=many), user=None, seen=0)

    page = desk.get(ADDRESS).content.decode()

    assert 'name="signatory_11_name"' in page
    assert 'name="signatory_12_name"' not in page


def test_letterhead_is_that_of_the_workspace_in_the_address(officer, workspace):
    ankara = make_workspace("ankara")
    make_user(ankara, email=officer.email)
    client = Client()
    officer.refresh_from_db()
    client.force_login(officer)

    answer = client.post(f"{ADDRESS}?host=istanbul", SENT)

    assert answer.url == f"{ADDRESS}?host=istanbul"
    assert letterhead_of(workspace).unit == "Dış İlişkiler Müdürlüğü"
    assert letterhead_of(ankara) == Letterhead()
    assert 'href="?host=ankara"' in client.get(answer.url).content.decode()


def test_reader_cannot_change_the_letterhead(reader_desk):
    assert reader_desk.get(ADDRESS).status_code == 403
