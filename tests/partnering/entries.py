"""Shortlists, board entries and requests made through the product's own actions."""

from datetime import date, timedelta
from typing import Any, Final

from elci.accounts.models import Workspace
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


def day(number: int) -> date:
    """So many days after today."""
    return TODAY + timedelta(days=number)


def reads(workspace: Workspace) -> Eyes:
    return Eyes(reads=frozenset({workspace.pk}))


def writes(workspace: Workspace) -> Eyes:
    return Eyes(reads=frozenset({workspace.pk}), writes=frozenset({workspace.pk}))


def make_shortlist(workspace: Workspace | None = None, title: str = "Taşkın") -> Shortlist:
    workspace = workspace or make_workspace()
    return open_shortlist(workspace, title=title, user=make_user(workspace))


def make_entry(shortlist: Shortlist | None = None, place: Place | None = None) -> ShortlistEntry:
    shortlist = shortlist or make_shortlist()
    seen = SeenPlace(
        place=place or make_place(),
        ranking="criteria",
        rank=3,
        score=0.71,
        grounds={"reasons": [{"key": "size"}]},
    )
    return put_on_shortlist(shortlist, seen, today=TODAY, user=make_user(shortlist.workspace))


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
    return publish_entry(workspace, board_facts(**facts), today=today, user=make_user(workspace))


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
    return receive_request(
        workspace, request_facts(**facts), today=TODAY, user=make_user(workspace)
    )
