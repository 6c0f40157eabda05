"""A small law and cases under it, for the tests of this folder."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from elci.domain.acts.kinds import ActKind
from elci.domain.casework.asking import Parties
from elci.domain.casework.chapters import ActOnRecord, Relation
from elci.domain.casework.clocks import calendar_of
from elci.domain.casework.events import Event, Opened
from elci.domain.casework.replaying import replay
from elci.domain.casework.state import CaseState
from elci.domain.dates import PartialDate
from elci.domain.law.answers import Question
from elci.domain.law.loading import load_pack
from elci.domain.law.pack import Pack
from elci.domain.law.words import Body, Counterpart, LegalAct
from elci.domain.vocabularies import Instrument

TRIAL: Final = Path(__file__).parents[2] / "fixtures" / "law" / "casework.toml"
TURKEY: Final = calendar_of("TR")
TODAY: Final = date(2024, 6, 3)


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


def stand(events: Sequence[Event], today: date, pack: Pack | None = None) -> CaseState:
    return replay(events, pack or trial_pack(), today=today, calendar=TURKEY)


def with_step(key: str, **changes: Any) -> Pack:
    """The small law with one step otherwise."""
    pack = trial_pack()
    return replace(pack, steps={**pack.steps, key: replace(pack.steps[key], **changes)})


def act(kind: str, happened: str, *, proven: bool = True) -> ActOnRecord:
    """An act of the register; what is unknown of its date reaches to the day of the tests."""
    when = PartialDate.parse(happened)
    return ActOnRecord(
        kind=ActKind(kind),
        happened=when,
        earliest=when.earliest or date.min,
        latest=when.latest or TODAY,
        is_proven=proven,
    )


def relation(
    *acts: ActOnRecord,
    instrument: str = "sister_city",
    keeper: str = "metropolitan_municipality",
    partners: Sequence[str] = ("local_authority",),
    has_papers: bool = False,
) -> Relation:
    return Relation(
        instrument=Instrument(instrument),
        parties=Parties.of(keeper, partners),
        acts=acts,
        has_papers=has_papers,
    )


def chain(*, without: str = "", **on: str) -> list[ActOnRecord]:
    """Every step of an agreement in time and order, each with its paper."""
    days = {
        "council_decision": "2015-03-02",
        "sent_to_civil_administrator": "2015-03-06",
        "announced": "2015-03-06",
        "permit_granted": "2015-05-04",
        "signed": "2015-06-01",
        **on,
    }
    return [act(kind, day) for kind, day in days.items() if kind != without]
