"""What an installation sets from outside, seen from outside: each in its own process."""

import json
from pathlib import Path

import pytest

from tests.command_line import SECRET, elci, python

HOST = "register.example.org"
TLS = {"ELCI_TLS": "true", "ELCI_HOSTS": HOST, "ELCI_SECRET_KEY": SECRET}
VISIT = """
import json
import django
django.setup()
from django.test import Client
answer = Client().get("/tr/desk/sign-in/", {arguments})
cookies = {{name: dict(morsel) for name, morsel in answer.cookies.items()}}
seen = {{"status": answer.status_code, "headers": dict(answer.headers), "cookies": cookies}}
print(json.dumps(seen))
"""
SETTINGS = """
import json
from elci.config import settings
print(json.dumps({name: str(getattr(settings, name)) for name in (
    "DATABASES", "ALLOWED_HOSTS", "DEBUG", "DATA_DIR", "MAX_UPLOAD_BYTES", "INSTALLATION_NAME",
    "SESSION_COOKIE_SECURE", "SECURE_HSTS_SECONDS")}))
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("installation")
    done = elci("prepare", "--data-dir", folder, ELCI_SECRET_KEY=SECRET)
    assert done.returncode == 0, done.stderr
    return folder


def visit(folder: Path, arguments: str, **environment: str):
    done = python(
        VISIT.format(arguments=arguments),
        DJANGO_SETTINGS_MODULE="elci.config.settings",
        ELCI_DATA_DIR=str(folder),
        **{"ELCI_SECRET_KEY": SECRET, **environment},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def settings_with(**environment: str) -> dict[str, str]:
    done = python(SETTINGS, **{"ELCI_SECRET_KEY": SECRET, **environment})
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_checks_for_a_server_find_nothing(tmp_path):
    (tmp_path / "static").mkdir()
    done = elci("django", "--data-dir", tmp_path, "check", "--deploy", "--fail-level", "WARNING",
                **TLS)  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "System check identified no issues (0 silenced).\n"


def test_over_tls_browsers_are_bound_to_it_and_cookies_are_kept_to_it(prepared):
    answer = visit(prepared, f"secure=True, headers={{'host': '{HOST}'}}", **TLS)

    assert answer["status"] == 200
    assert answer["headers"]["Strict-Transport-Security"] == (
        "max-age=31536000; includeSubDomains; preload"
    )
    assert {name: (each["secure"], each["httponly"], each["samesite"]) for name, each in
            answer["cookies"].items()} == {"csrftoken": (True, True, "Lax")}  # fmt: skip


def test_over_tls_a_plain_request_is_sent_to_the_safe_address(prepared):
    answer = visit(prepared, f"headers={{'host': '{HOST}'}}", **TLS)

    assert (answer["status"], answer["headers"]["Location"]) == (
        301, f"https://{HOST}/tr/desk/sign-in/",
    )  # fmt: skip


def test_proxy_that_speaks_tls_is_believed(prepared):
    said = f"headers={{'host': '{HOST}', 'x-forwarded-proto': 'https'}}"

    assert visit(prepared, said, **TLS)["status"] == 200


def test_without_tls_nothing_asks_for_it(prepared):
    answer = visit(prepared, "headers={'host': 'localhost'}")

    assert answer["status"] == 200
    assert "Strict-Transport-Security" not in answer["headers"]
    assert [each["secure"] for each in answer["cookies"].values()] == [""]


def test_host_that_is_not_named_is_refused(prepared):
    assert visit(prepared, "headers={'host': 'evil.example'}")["status"] == 400


def test_without_a_secret_nothing_is_served_and_the_message_says_what_to_do():
    done = python("import elci.config.settings")

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "django.core.exceptions.ImproperlyConfigured: ELCI_SECRET_KEY is not set, so sessions "
        "cannot be signed. Set it to a long random text, for example the output of: "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )


def test_secret_does_not_show_in_the_environment_that_was_read():
    code = "from elci.config.env import Environment; print(repr(Environment()))"

    assert SECRET not in python(code, ELCI_SECRET_KEY=SECRET).stdout


def test_installation_without_a_database_address_uses_a_file_in_its_folder(tmp_path):
    found = settings_with(ELCI_DATA_DIR=str(tmp_path))

    assert "django.db.backends.sqlite3" in found["DATABASES"]
    assert str(tmp_path / "elci.sqlite3") in found["DATABASES"]


def test_database_address_is_respected():
    found = settings_with(DATABASE_URL="postgres://elci:parola@db.example.org:5433/register")

    for word in ("postgresql", "'elci'", "'parola'", "db.example.org", "5433", "'register'"):
        assert word in found["DATABASES"]


@pytest.mark.parametrize(
    ("environment", "name", "value"),
    [
        ({}, "ALLOWED_HOSTS", "['localhost', '127.0.0.1', '[::1]']"),
        ({"ELCI_HOSTS": " a.org , b.org,"}, "ALLOWED_HOSTS", "['a.org', 'b.org']"),
        ({}, "DEBUG", "False"),
        ({}, "MAX_UPLOAD_BYTES", str(20 * 1024 * 1024)),
        ({"ELCI_MAX_UPLOAD_MB": "5"}, "MAX_UPLOAD_BYTES", str(5 * 1024 * 1024)),
        ({}, "INSTALLATION_NAME", "Elçi"),
        ({"ELCI_NAME": "Sicil"}, "INSTALLATION_NAME", "Sicil"),
        ({"ELCI_DATA_DIR": "~/elci"}, "DATA_DIR", str(Path.home() / "elci")),
        ({}, "DATA_DIR", str(Path.home() / ".local" / "share" / "elci")),
        ({}, "SESSION_COOKIE_SECURE", "False"),
        ({"ELCI_TLS": "1"}, "SESSION_COOKIE_SECURE", "True"),
        ({"ELCI_TLS": "1"}, "SECURE_HSTS_SECONDS", "31536000"),
    ],
)
def test_setting_is_read_from_the_environment(environment, name, value):
    assert settings_with(**environment)[name] == value
