"""Getting an installation ready and serving it."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import django

DEMO_EMAIL: Final = "desk@example.org"
DEMO_OFFICE_EMAIL: Final = "ministry@example.org"
_SETTINGS: Final = "elci.config.settings"


@dataclass(frozen=True, slots=True)
class SignIn:
    """What somebody types to come to the desk."""

    email: str
    password: str


def use_environment(data_dir: Path | None) -> None:
    """Read the installation's settings from the environment, with this data folder."""
    os.environ["DJANGO_SETTINGS_MODULE"] = _SETTINGS
    if data_dir is not None:
        os.environ["ELCI_DATA_DIR"] = str(data_dir)
    django.setup()


def use_reading_environment(data_dir: Path | None) -> None:
    """As ``use_environment``, without asking for the secret that only a server needs."""
    os.environ.setdefault("ELCI_SECRET_KEY", secrets.token_urlsafe(50))
    use_environment(data_dir)


def use_demo_environment(data_dir: Path | None) -> None:
    """Use an embedded database in this data folder, with a secret made for this run."""
    os.environ.pop("DATABASE_URL", None)
    use_reading_environment(data_dir)


def prepare() -> None:
    """Bring the data folder, the database and the static files up to date; safe to repeat."""
    from django.conf import settings  # noqa: PLC0415 -- only after the settings are chosen
    from django.core.management import call_command  # noqa: PLC0415 -- as above

    settings.DATA_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    _collect_static(settings.STATIC_ROOT, [Path(folder) for folder in settings.STATICFILES_DIRS])


def open_demo() -> SignIn:
    """Load Istanbul's register where it is not there yet, and make a sign-in for this run."""
    from elci.accounts.actions import give_seat  # noqa: PLC0415 -- as above
    from elci.accounts.choices import Role  # noqa: PLC0415 -- as above
    from elci.config.sample_visits import load_samples  # noqa: PLC0415 -- as above
    from elci.config.samples import add_samples  # noqa: PLC0415 -- as above
    from elci.importers.published_tables import load_register  # noqa: PLC0415 -- as above

    workspace = load_register("istanbul", today=_today())
    load_samples(workspace, today=_today())
    add_samples(workspace, today=_today())
    password = os.environ.get("ELCI_DEMO_PASSWORD") or secrets.token_urlsafe(12)
    give_seat(
        email=DEMO_EMAIL,
        name="Deneme Uzmanı",
        password=password,
        workspace=workspace,
        role=Role.OFFICER,
    )
    return SignIn(DEMO_EMAIL, password)


def open_demo_office(signed_in: SignIn) -> SignIn:
    """Open a made-up ministry that decides on permits, and let somebody sign in to it.

    Its sign-in has the password of the demo's.
    """
    from elci.accounts.actions import give_seat, open_workspace  # noqa: PLC0415 -- as above
    from elci.accounts.choices import Role  # noqa: PLC0415 -- as above
    from elci.consent.actions import open_office  # noqa: PLC0415 -- as above

    workspace = open_workspace(
        key="ornek-bakanlik", name_tr="Örnek Bakanlık", name_en="Sample Ministry"
    )
    open_office(workspace, decides_for=["Çevre"])
    give_seat(
        email=DEMO_OFFICE_EMAIL,
        name="Örnek Bakanlık Uzmanı",
        password=signed_in.password,
        workspace=workspace,
        role=Role.OFFICER,
    )
    return SignIn(DEMO_OFFICE_EMAIL, signed_in.password)


def demo_lines(port: int, signed_in: SignIn, office: SignIn, *, served: bool) -> Iterator[str]:
    """Yield what a person needs to know, in Turkish and English."""
    address = f"http://127.0.0.1:{port}"
    if served:
        yield f"Portal / Public portal: {address}/tr/"
        yield f"Masa / Desk:            {address}/tr/desk/"
    yield f"E-posta / E-mail:       {signed_in.email}"
    yield f"Parola / Password:      {signed_in.password}"
    yield f"Örnek bakanlık / Sample ministry: {office.email} (aynı parola / same password)"
    if served:
        yield "Durdurmak için / To stop: Ctrl+C"


def serve(host: str, port: int, *, workers: int) -> None:
    """Answer requests until the process is told to stop."""
    from granian import Granian  # noqa: PLC0415 -- as above
    from granian.constants import Interfaces  # noqa: PLC0415 -- as above
    from granian.log import LogLevels  # noqa: PLC0415 -- as above

    Granian(
        "elci.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_level=LogLevels.warning,
    ).serve()


def rebuild_lists() -> int:
    """Make the lists anew from the accounts; return how many relations they hold."""
    from elci.agreements.actions import refresh_entries  # noqa: PLC0415 -- as above

    return refresh_entries()


def statistics_of(host: str | None, day: date) -> dict[str, dict[str, int]]:
    """Return the public counts on a day, by instrument and standing.

    Raises ``LookupError`` where no local authority has that key or name.
    """
    from elci.agreements.queries.register import count_register  # noqa: PLC0415 -- as above
    from elci.domain.acts.kinds import Standing  # noqa: PLC0415 -- as above
    from elci.domain.register import RegisterFilter  # noqa: PLC0415 -- as above
    from elci.foundation.eyes import PUBLIC  # noqa: PLC0415 -- as above
    from elci.organisations.queries import host_key  # noqa: PLC0415 -- as above

    key = None if host is None else host_key(host)
    counts = count_register(RegisterFilter(host=key, as_of=day), PUBLIC, today=day)
    return {
        str(instrument): {str(each): sums[each] for each in Standing if each in sums}
        for instrument, sums in counts.by_instrument.items()
    }


def add_person(email: str, name: str, password: str, workspace: str, role: str) -> None:
    """Let a person sign in to a workspace.

    Raises ``LookupError`` for a workspace that is not there, ``ValueError`` for an unknown role and
    ``ValidationError`` for a weak password.
    """
    from elci.accounts.actions import give_seat  # noqa: PLC0415 -- as above
    from elci.accounts.choices import Role  # noqa: PLC0415 -- as above
    from elci.accounts.queries import workspace_with_key  # noqa: PLC0415 -- as above

    room = workspace_with_key(workspace)
    give_seat(email=email, name=name, password=password, workspace=room, role=Role(role))


def open_room(key: str, place: str, name: str, name_en: str) -> None:
    """Open a workspace and enter the local authority that keeps it.

    Raises ``LookupError`` for a place that the gazetteer does not know for sure, and ``ValueError``
    for a key that is no slug.
    """
    from django.core.validators import validate_slug  # noqa: PLC0415 -- as above

    from elci.accounts.actions import open_workspace  # noqa: PLC0415 -- as above
    from elci.domain.places.gazetteer import open_gazetteer  # noqa: PLC0415 -- as above
    from elci.domain.places.resolution import resolve  # noqa: PLC0415 -- as above
    from elci.organisations.actions import record_host  # noqa: PLC0415 -- as above
    from elci.places.actions import adopt_place  # noqa: PLC0415 -- as above

    validate_slug(key)
    found = resolve(open_gazetteer(), place)
    if found.place is None or not found.auto:
        others = ", ".join(f"{each.place.name} ({each.place.id})" for each in found.candidates)
        raise LookupError(
            f"{place!r} may mean several places or none: {others or 'nothing like it'}. "
            "Give the GeoNames id in brackets instead of the name."
        )
    governed = adopt_place(found.place)
    workspace = open_workspace(key=key, name_tr=governed.name_tr, name_en=governed.name_en)
    record_host(workspace, name_tr=name, name_en=name_en, place=governed)


def _today() -> date:
    from django.utils import timezone  # noqa: PLC0415 -- as above

    return timezone.localdate()


def _collect_static(target: Path, folders: list[Path]) -> None:
    """Collect the static files, unless those collected are of the same content."""
    from django.core.management import call_command  # noqa: PLC0415 -- as above

    digest = _digest(folders)
    stamp = target / ".collected"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == digest:
        return
    call_command(
        "collectstatic",
        verbosity=0,
        interactive=False,
        clear=True,
        ignore_patterns=["elci/css/*", "elci/js/*"],  # sources of what is in ``built``
    )
    stamp.write_text(digest, encoding="ascii")


def _digest(folders: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
