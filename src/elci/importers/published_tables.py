"""Loads a register that a local authority published as tables, from a folder of the package."""

import csv
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

from django.db import transaction

from elci.accounts.actions import open_workspace
from elci.accounts.models import Workspace
from elci.agreements.actions import (
    AccountFacts,
    ActFacts,
    cite_figure,
    open_account,
)
from elci.agreements.models import Account
from elci.documents.actions import cite_source
from elci.documents.models import Source
from elci.domain.acts.kinds import ActKind
from elci.domain.dates import PartialDate, read_date
from elci.domain.places.gazetteer import open_gazetteer
from elci.domain.places.resolution import resolve
from elci.domain.vocabularies import Instrument, MembershipGrade
from elci.foundation.grades import Grade
from elci.memberships.actions import record_grade
from elci.organisations.actions import record_body_of, record_organisation
from elci.organisations.choices import OrganisationKind
from elci.organisations.models import Organisation
from elci.places.actions import adopt_place

REGISTERS: Final = Path(__file__).resolve().parent.parent / "resources" / "registers"

_Meaning = TypeVar("_Meaning")

_KINDS: Final = {
    "signed": ActKind.SIGNED,
    "preliminary": ActKind.PRELIMINARY_PROTOCOL,
    "renewed": ActKind.RENEWED,
    "terminated": ActKind.TERMINATED,
}
_GRADES: Final = {
    "Üye": MembershipGrade.MEMBER,
    "Ortak Üye": MembershipGrade.ASSOCIATE,
    "Yönetim Kurulu Üyesi": MembershipGrade.BOARD,
    "Proje Partneri": MembershipGrade.PARTNER,
}


class TableRowError(ValueError):
    """A row of a published table that cannot be read; nothing of the table is kept."""

    def __init__(self, file: str, number: str, why: str) -> None:
        super().__init__(f"{file}, row {number}: {why}")


@dataclass(frozen=True, slots=True)
class _Loading:
    """What every row of a register shares."""

    workspace: Workspace
    source: Source
    stated_on: date
    bodies: Mapping[str, Mapping[str, Any]]


@transaction.atomic
def load_register(name: str, *, today: date) -> Workspace:
    """Load a register of the package, all or nothing, and return its workspace.

    Rows that are there already are left as they are, so that loading again loses nothing that was
    recorded since. Raises ``TableRowError`` for a row that cannot be read.
    """
    folder = REGISTERS / name
    described = tomllib.loads((folder / "register.toml").read_text(encoding="utf-8"))
    loading = _begin(described)
    if Account.objects.filter(workspace=loading.workspace).exists():
        return loading.workspace
    for table in described["tables"]:
        _load_table(folder / table["file"], table, loading, today)
    for figure in described["figures"]:
        _cite(figure, loading.workspace)
    return loading.workspace


def _begin(described: Mapping[str, Any]) -> _Loading:
    host, cited = described["host"], described["source"]
    workspace = open_workspace(key=host["key"], name_tr=host["short_tr"], name_en=host["short_en"])
    record_organisation(
        kind=OrganisationKind.METROPOLITAN_MUNICIPALITY,
        name_tr=host["name_tr"],
        name_en=host["name_en"],
        place=adopt_place(open_gazetteer().place(host["place"])),
        workspace=workspace,
    )
    source = cite_source(workspace=workspace, **cited)
    bodies = {body["acronym"]: body for body in described["organisations"]}
    return _Loading(workspace, source, cited["stated_on"], bodies)


def _load_table(path: Path, table: Mapping[str, Any], loading: _Loading, today: date) -> None:
    instrument = Instrument(table["instrument"])
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, restval=""))
    for row in rows:
        number = row.get("no", "?")
        detail = f"{table['title_tr']}, {number}"
        try:
            if instrument is Instrument.MEMBERSHIP:
                _load_membership(row, detail, loading, today)
            else:
                _load_agreement(row, instrument, detail, loading, today)
        except KeyError as error:
            raise TableRowError(path.name, number, f"the table has no column {error}") from error
        except ValueError as error:  # refused acts and repeated relations among them
            raise TableRowError(path.name, number, str(error)) from error


def _load_agreement(
    row: Mapping[str, str], instrument: Instrument, detail: str, loading: _Loading, today: date
) -> None:
    partner = _partner_of(row["city_tr"], row["country_tr"])
    open_account(
        workspace=loading.workspace,
        partners=[partner],
        facts=AccountFacts(
            instrument=instrument, grade=Grade.FULL, partner_as_printed=row["city_tr"]
        ),
        first_acts=tuple(_acts_of(row, detail, loading.source)),
        user=None,
        today=today,
        known_from=loading.stated_on,
        separate=True,
    )


def _partner_of(name: str, country: str) -> Organisation:
    found = resolve(open_gazetteer(), name, country_name=country, language="tr")
    if found.place is None:
        raise ValueError(f"the gazetteer does not know “{name}” ({country})")
    place = adopt_place(found.place)
    return record_body_of(place, also_known_as=name)


def _acts_of(row: Mapping[str, str], detail: str, source: Source) -> Iterator[ActFacts]:
    """Yield the acts of a row in the order printed.

    The tables print places of signature for the row, not for an act: they go to the signings, and
    an act that names its own place keeps that one.
    """
    places = tuple(part.strip() for part in row["sign_places"].split("-") if part.strip())
    for event in row["events"].split(";"):
        kind, _colon, rest = event.strip().partition(":")
        day, _at, own_place = rest.partition("@")
        known_kind = _meaning(kind, _KINDS)
        is_signing = known_kind is ActKind.SIGNED
        yield ActFacts(
            kind=known_kind,
            happened=read_date(day),
            places=(own_place,) if own_place else places if is_signing else (),
            source=source,
            source_detail=detail,
        )


def _load_membership(row: Mapping[str, str], detail: str, loading: _Loading, today: date) -> None:
    known = loading.bodies.get(row["acronym"], {})
    founded = known.get("founded")
    body = record_organisation(
        kind=OrganisationKind.NETWORK,
        name_tr=row["name_tr"],
        name_en=known.get("name_en", ""),
        acronym=row["acronym"],
        founded=None if founded is None else PartialDate.parse(founded),
        founded_source=known.get("founded_source", ""),
    )
    since = read_date(row["since"])
    joined = ActFacts(
        kind=ActKind.ENTERED_INTO_FORCE,
        happened=since,
        source=loading.source,
        source_detail=detail,
    )
    account = open_account(
        workspace=loading.workspace,
        partners=[body],
        facts=AccountFacts(
            instrument=Instrument.MEMBERSHIP,
            grade=Grade.FULL,
            partner_as_printed=row["name_tr"],
        ),
        first_acts=(joined,),
        user=None,
        today=today,
        known_from=loading.stated_on,
    )
    record_grade(
        account,
        grade=_meaning(row["status_tr"], _GRADES),
        as_printed=row["status_tr"],
        since=None,
        units=_units_of(row["units_tr"]),
    )


def _meaning(word: str, meanings: Mapping[str, _Meaning]) -> _Meaning:
    if word not in meanings:
        raise ValueError(f"“{word}” is none of the words known here: {', '.join(meanings)}")
    return meanings[word]


def _units_of(text: str) -> Sequence[str]:
    return [unit.strip() for unit in text.split(";") if unit.strip()]


def _cite(figure: Mapping[str, Any], workspace: Workspace) -> None:
    source = cite_source(
        workspace=workspace, title_tr=figure["source_tr"], title_en=figure["source_en"]
    )
    cite_figure(
        workspace=workspace,
        statement_tr=figure["statement_tr"],
        statement_en=figure["statement_en"],
        value=figure["value"],
        instrument=Instrument(figure["instrument"]),
        first_signed_from=figure["first_signed_from"],
        first_signed_until=figure["first_signed_until"],
        source=source,
    )
