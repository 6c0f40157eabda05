"""A small law and cases under it, for the tests of this folder."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from elci.domain.casework.clocks import calendar_of
from elci.domain.casework.events import Event, Opened
from elci.domain.casework.replaying import replay
from elci.domain.casework.state import CaseState
from elci.domain.law.answers import Question
from elci.domain.law.loading import load_pack
from elci.domain.law.pack import Pack
from elci.domain.law.words import Body, Counterpart, LegalAct

TRIAL: Final = Path(__file__).parents[2] / "fixtures" / "law" / "casework.toml"
TURKEY: Final = calendar_of("TR")


@lru_cache(maxsize=1)
def trial_pack() -> Pack:
    return load_pack(TRIAL)


def question(act: str = "sister_city", on: date = date(2024, 6, 3), **facets: str) -> Question:
    return Question(
        act=LegalAct(act),
        body=Body(facets.get("body", "metropolitan")),
        counterpart=Counterpart(facets.get("counterpart", "foreign_local_authority")),
        on=on,
    )


def opened(
    on: date, act: str = "sister_city", planned: date | None = None, **facets: Any
) -> Opened:
    return Opened(on=on, question=question(act, planned or on, **facets))


def stand(events: Sequence[Event], today: date) -> CaseState:
    return replay(events, trial_pack(), today=today, calendar=TURKEY)
