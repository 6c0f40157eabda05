"""Coming to the desk and leaving it."""

import pytest

from tests.builders import PASSWORD


def sign_in(client, officer, password=PASSWORD, address="/tr/desk/sign-in/"):
    return client.post(address, {"login": officer.email, "password": password})


def test_right_password_opens_the_desk_in_the_language_of_the_page(client, officer):
    assert sign_in(client, officer).url == "/tr/desk/"
    assert client.get("/tr/desk/").status_code == 200


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("/en/desk/changes/", "/en/desk/changes/"),
        ("https://evil.example/", "/tr/desk/"),
        ("//evil.example/", "/tr/desk/"),
        ("javascript:alert(1)", "/tr/desk/"),
    ],
)
def test_after_signing_in_only_a_page_of_this_site_is_opened(client, officer, wanted, given):
    answer = client.post(
        "/tr/desk/sign-in/", {"login": officer.email, "password": PASSWORD, "next": wanted}
    )

    assert answer.url == given


def test_wrong_password_and_unknown_address_are_answered_alike(client, officer):
    known = sign_in(client, officer, "yanlış-parola-1").content.decode()
    unknown = client.post(
        "/tr/desk/sign-in/", {"login": "kimse@example.org", "password": "yanlış-parola-1"}
    ).content.decode()

    told = "e-posta adresi ile parola birbirini tutmuyor"
    assert (told in known, told in unknown) == (True, True)


def test_sign_in_page_stands_in_the_same_frame_as_the_portal(client, workspace):
    page = client.get("/tr/desk/sign-in/").content.decode()

    assert 'hreflang="en"' in page
    assert 'href="/tr/"' in page
    assert "testserver" not in page


def test_too_many_attempts_have_to_wait(client, officer):
    answers = [sign_in(client, officer, "yanlış-parola-1") for _attempt in range(6)]

    assert answers[0].status_code == 200
    assert "Beş dakika bekleyip" in answers[-1].content.decode() or answers[-1].status_code == 429


def test_signing_out_is_asked_for_and_then_done(desk):
    page = desk.get("/tr/desk/sign-out/")
    still_in = desk.get("/tr/desk/").status_code
    answer = desk.post("/tr/desk/sign-out/")

    assert (page.status_code, still_in) == (200, 200)
    assert answer.url == "/tr/"
    assert desk.get("/tr/desk/").status_code == 302


def test_password_is_changed(desk, officer, client):
    new = "bambaşka-parola-42"

    answer = desk.post(
        "/tr/desk/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )

    assert answer.status_code == 302
    assert sign_in(client, officer, new).url == "/tr/desk/"


@pytest.mark.parametrize(
    ("old", "first", "second", "told"),
    [
        ("yanlış", "bambaşka-parola-42", "bambaşka-parola-42", "şimdiki parolanız değil"),
        (PASSWORD, "bambaşka-parola-42", "başka-parola-43", "birbirinden farklı"),
        (PASSWORD, "kısa", "kısa", "12"),
    ],
)
def test_password_is_not_changed_and_the_page_says_why(desk, old, first, second, told):
    answer = desk.post(
        "/tr/desk/password/", {"oldpassword": old, "password1": first, "password2": second}
    )

    assert answer.status_code == 200
    assert told in answer.content.decode()


def test_nobody_opens_an_account_for_themselves(client, db):
    assert client.get("/tr/desk/closed/").url == "/tr/desk/sign-in/"
