"""Shortlists, board entries and requests made through the product's own actions."""

from datetime import date, timedelta
from typing import Any, Final

from elci.accounts.models import User, Workspace
from elci.domain.vocabularies import BoardKind, Instrument
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade
from elci.partnering.actions import (
    BoardFacts,
    RequestFacts,
    SeenPlace,
    open_shortlist,
    publish_entry,
    put_on_shortlist,
    receive_request,
)
from elci.partnering.models import BoardEntry, Shortlist, ShortlistEntry, TwinningRequest
from elci.places.models import Place
from tests.builders import make_place, make_user, make_workspace

TODAY: Final = date(2024, 6, 3)


GROUNDS: Final = {
    "reasons": [
        {
            "criterion": "size",
            "name": {"tr": "Büyüklük benzerliği", "en": "Likeness of size"},
            "text": {"tr": "Nüfusu 329.489", "en": "Population 329,489"},
            "value": 0.9,
            "part": 0.04,
            "source": {"tr": "GeoNames", "en": "GeoNames"},
            "year": "2022",
        }
    ],
    "against": [
        {
            "kind": "busy",
            "text": {"tr": "Şehrin 40 bağı kayıtlı", "en": "40 ties of the city are on record"},
            "source": {"tr": "Wikidata", "en": "Wikidata"},
        }
    ],
    "law": [],
    "mutual_rank": 12,
    "quality": 0.8,
}
"""What a page said of a place, as a row keeps it."""


def day(number: int) -> date:
    """So many days after today."""
    return TODAY + timedelta(days=number)


def reads(workspace: Workspace) -> Eyes:
    return Eyes(reads=frozenset({workspace.pk}))


def writes(workspace: Workspace) -> Eyes:
    return Eyes(reads=frozenset({workspace.pk}), writes=frozenset({workspace.pk}))


def clerk_of(workspace: Workspace) -> User:
    """Somebody of the workspace who is not the one that a test signs in as."""
    return make_user(workspace, email=f"clerk@{workspace.key}.example.org")


def make_shortlist(workspace: Workspace | None = None, title: str = "Taşkın") -> Shortlist:
    workspace = workspace or make_workspace()
    return open_shortlist(workspace, title=title, user=clerk_of(workspace))


def make_entry(shortlist: Shortlist | None = None, place: Place | None = None) -> ShortlistEntry:
    shortlist = shortlist or make_shortlist()
    seen = SeenPlace(
        place=place or make_place(),
        ranking="criteria",
        rank=3,
        score=0.71,
        grounds=GROUNDS,
    )
    return put_on_shortlist(shortlist, seen, today=TODAY, user=clerk_of(shortlist.workspace))


def board_facts(**facts: Any) -> BoardFacts:
    usual: dict[str, Any] = {
        "kind": BoardKind.NEED,
        "fields": ("environment",),
        "titles": {"tr": "Taşkın deneyimi arıyoruz", "en": "We seek experience with floods"},
        "texts": {"tr": "Dere yatakları için."},
        "expires_on": day(90),
        "grade": Grade.FULL,
    }
    return BoardFacts(**{**usual, **facts})


def make_board_entry(workspace: Workspace | None = None, **facts: Any) -> BoardEntry:
    workspace = workspace or make_workspace()
    today = facts.pop("today", TODAY)
    return publish_entry(workspace, board_facts(**facts), today=today, user=clerk_of(workspace))


def request_facts(**facts: Any) -> RequestFacts:
    usual: dict[str, Any] = {
        "asker": "Community of Filibe",
        "instrument": Instrument.SISTER_CITY,
        "received_on": day(-10),
        "purpose": "Culture and tourism",
    }
    return RequestFacts(**{**usual, **facts})


def make_request(workspace: Workspace | None = None, **facts: Any) -> TwinningRequest:
    workspace = workspace or make_workspace()
    return receive_request(workspace, request_facts(**facts), today=TODAY, user=clerk_of(workspace))
