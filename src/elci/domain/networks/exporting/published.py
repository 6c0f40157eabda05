"""What is written to a file: nodes and links with their columns, and how to cite them."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from elci.domain.networks.network import Numbers

Value = str | int | float | bool | None


class Kind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Column:
    """Values of all nodes or of all links; None where one is not known."""

    name: str
    kind: Kind
    values: Sequence[Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """How to cite a network, so that whoever reads of it can find the very same rows."""

    title: str
    publisher: str
    data_date: date
    """The day whose state is shown."""
    sha256: str
    """The fingerprint of the rows, see ``fingerprint``."""
    licence: str
    address: str = ""

    @property
    def text(self) -> str:
        """The citation in one line."""
        return (
            f"{self.publisher} ({self.data_date.year}): {self.title}. "
            f"{self.data_date.isoformat()}, sha256 {self.sha256}. {self.licence}."
            + (f" {self.address}" if self.address else "")
        )

    def as_pairs(self) -> list[tuple[str, str]]:
        """Return its parts by name, for the metadata of a file."""
        return [
            ("title", self.title),
            ("publisher", self.publisher),
            ("data_date", self.data_date.isoformat()),
            ("sha256", self.sha256),
            ("licence", self.licence),
            *([("address", self.address)] if self.address else []),
            ("citation", self.text),
        ]


@dataclass(frozen=True, kw_only=True)
class Published:
    """A network as it is written."""

    citation: Citation
    ids: Sequence[str]
    names: Sequence[str]
    places: Sequence[tuple[float, float] | None]
    """Latitude and longitude of each node; None where it is not known."""
    nodes: Sequence[Column]
    """Further columns of nodes."""
    pairs: Numbers
    links: Sequence[Column]
    """Columns of links."""

    def node_columns(self) -> list[Column]:
        """Return all columns of nodes."""
        latitudes = [None if place is None else place[0] for place in self.places]
        longitudes = [None if place is None else place[1] for place in self.places]
        return [
            Column("id", Kind.TEXT, self.ids),
            Column("name", Kind.TEXT, self.names),
            Column("lat", Kind.NUMBER, latitudes),
            Column("lon", Kind.NUMBER, longitudes),
            *self.nodes,
        ]

    def link_columns(self) -> list[Column]:
        """Return all columns of links, their ends first."""
        one, other = ([self.ids[node] for node in end] for end in self.pairs.T.tolist())
        return [
            Column("source", Kind.TEXT, one),
            Column("target", Kind.TEXT, other),
            *self.links,
        ]


def fingerprint(columns: Iterable[Column]) -> str:
    """Return the SHA-256 of columns: of their names, and of their rows in order.

    >>> fingerprint([Column("a", Kind.WHOLE, [1, 2])])[:12]
    'd4fa155a0784'
    """
    told = list(columns)
    rows = zip(*(column.values for column in told), strict=True)
    found = hashlib.sha256()
    for row in chain([tuple(column.name for column in told)], rows):
        cells = ("" if value is None else str(value) for value in row)
        found.update(("\t".join(cells) + "\n").encode())
    return found.hexdigest()
