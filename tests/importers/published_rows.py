"""What the four tables print, read without the product's own readers."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from elci.importers.published_tables import REGISTERS

TABLES = {
    "sister_city": ("sister_cities.csv", "Kardeş Şehirler"),
    "cooperation_protocol": ("cooperation_protocols.csv", "İş Birliği Protokolleri"),
    "memorandum": ("memoranda.csv", "Mutabakat Zaptı / İyi Niyet Mektupları"),
}
MEMBERSHIPS = ("memberships.csv", "Uluslararası Kuruluş Üyelikleri")
KINDS = {"preliminary": "preliminary_protocol"}


@dataclass(frozen=True)
class PrintedAct:
    kind: str
    happened: str
    places: tuple[str, ...]
    detail: str


@dataclass(frozen=True)
class PrintedRow:
    instrument: str
    partner: str
    acts: tuple[PrintedAct, ...]


def rows_of(file: str) -> list[dict[str, str]]:
    with (REGISTERS / "istanbul" / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def printed_agreements() -> Iterator[PrintedRow]:
    for instrument, (file, title) in TABLES.items():
        for row in rows_of(file):
            acts = tuple(_acts_of(row, f"{title}, {row['no']}"))
            yield PrintedRow(instrument, row["city_tr"], acts)


def printed_memberships() -> Iterator[PrintedRow]:
    file, title = MEMBERSHIPS
    for row in rows_of(file):
        joined = PrintedAct("entered_into_force", iso(row["since"]), (), f"{title}, {row['no']}")
        yield PrintedRow("membership", row["name_tr"], (joined,))


def _acts_of(row: dict[str, str], detail: str) -> Iterator[PrintedAct]:
    for event in row["events"].split("; "):
        kind, rest = event.split(":")
        day, *own_place = rest.split("@")
        for_signing = row["sign_places"].split("-") if kind == "signed" else []
        places = own_place or [place for place in for_signing if place]
        yield PrintedAct(KINDS.get(kind, kind), iso(day), tuple(places), detail)


def iso(day: str) -> str:
    """ "18.06.2012" as 2012-06-18; a year stays a year."""
    return "-".join(reversed(day.split(".")))
