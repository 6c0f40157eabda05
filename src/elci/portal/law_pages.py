"""What the pages of the law show: tables, comparisons, and a pack as it is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from elci.domain.law import labels
from elci.domain.law.answers import Question
from elci.domain.law.citing import source_of
from elci.domain.law.index import boundaries
from elci.domain.law.overview import Cell, Row, by_verdict, cell_of, overview
from elci.domain.law.pack import EVER, Pack, Provision, Rule, Wording
from elci.domain.law.revisions import Piece, revisions_of
from elci.domain.law.words import (
    BODY,
    COUNTERPART,
    Body,
    Counterpart,
    LegalAct,
    Slot,
    Status,
    Verdict,
)
from elci.domain.texts import Text
from elci.portal import law
from elci.portal.lists import Slider

REGIMES: Final[Mapping[str, str]] = {
    "R0": gettext_noop("no act of central government"),
    "R1": gettext_noop("made known afterwards"),
    "R2": gettext_noop("notice or opinion beforehand"),
    "R3": gettext_noop("permit beforehand"),
    "R4": gettext_noop("forbidden, wholly or for some partners"),
}
_EXAMPLES: Final = (
    (Body.METROPOLITAN, LegalAct.SISTER_CITY, Counterpart.FOREIGN_LOCAL_AUTHORITY),
    (Body.MUNICIPALITY, LegalAct.COOPERATION_AGREEMENT, Counterpart.FOREIGN_STATE_ORGAN),
    (Body.MUNICIPALITY, LegalAct.HOST_FOREIGN_LOCAL, Counterpart.FOREIGN_LOCAL_AUTHORITY),
    (Body.SPECIAL_PROVINCIAL_ADMIN, LegalAct.JOIN_IO, Counterpart.INTERNATIONAL_BODY),
)


@dataclass(frozen=True, slots=True)
class LinkedCell:
    """A cell with the address of its full answer."""

    cell: Cell
    url: str


@dataclass(frozen=True, slots=True)
class LinkedRow:
    """An act with a linked cell for each body."""

    act: LegalAct
    counterpart: Counterpart
    cells: tuple[LinkedCell, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A question that others ask, as a link."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should look up before relying on a part of a pack."""

    text: Text
    anchor: str
    name: Text


@dataclass(frozen=True, slots=True)
class Article:
    """A provision with each of its wordings and what it changed, the newest first."""

    provision: Provision
    wordings: tuple[tuple[Wording, tuple[Piece, ...]], ...]


def said_question(question: Question) -> str:
    """Say a question in one line."""
    return " · ".join(
        law.spoken(each)
        for each in (
            labels.BODIES[question.body],
            labels.ACTS[question.act],
            labels.COUNTERPARTS[question.counterpart],
        )
    )


def examples(day: date) -> list[Example]:
    """Return a few questions about the law of the first pack on the shelf."""
    key = next(iter(law.shelves()))
    questions = [
        Question(act=act, body=body, counterpart=whom, on=day) for body, act, whom in _EXAMPLES
    ]
    return [
        Example(said_question(each), law.address_part(law.query_of(each, key)))
        for each in questions
    ]


def table_page(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the page of the whole table shows."""
    shelf, day = law.shelves()[wanted[law.PACK]], wanted[law.DATE]
    bodies = [Body(wanted[BODY])] if wanted[BODY] else list(Body)
    whom = Counterpart(wanted[COUNTERPART]) if wanted[COUNTERPART] else None
    body = bodies[0]
    rows = overview(shelf.pack, on=day, bodies=bodies, counterpart=whom, context=shelf.context)
    own = [row.cells[0] for row in rows]
    return {
        "shelf": shelf,
        "day": day,
        "bodies": bodies,
        "rows": [_linked_row(row, day, shelf) for row in rows],
        "short": _short_answer([*own, *_with_states(own, shelf, day)], day, shelf),
        "verdict_of_all": _verdict_of_all(own),
        "asked_body": body,
        "verdicts": list(Verdict),
        "turning_days": _turning_days(shelf.pack),
        "before_horizon": day < shelf.pack.horizon_from,
        "query": law.address_part({name: str(each) for name, each in wanted.items() if each}),
        "kept": {name: str(each) for name, each in wanted.items() if each and name != law.DATE},
    }


def year_slider(
    pack: Pack, day: date, *, action: str, kept: Mapping[str, str], today: date
) -> Slider:
    """Return the slider from the first year that a pack knows to this one."""
    return Slider(
        action=action,
        name=law.DATE,
        min=min(pack.horizon_from.year, day.year),
        max=max(today.year, day.year),
        value=day.year,
        hidden=tuple(kept.items()),
    )


def _with_states(own: Sequence[Cell], shelf: law.Shelf, day: date) -> list[Cell]:
    """Return the same agreement with a state, where it is another answer than with a city."""
    cooperation = next(each for each in own if each.act is LegalAct.COOPERATION_AGREEMENT)
    with_state = cell_of(
        shelf.pack,
        act=cooperation.act,
        body=cooperation.body,
        counterpart=Counterpart.FOREIGN_STATE_ORGAN,
        on=day,
        context=shelf.context,
    )
    return [with_state] if with_state.verdict is not cooperation.verdict else []


def _short_answer(
    cells: Iterable[Cell], day: date, shelf: law.Shelf
) -> list[tuple[Verdict, list[LinkedCell]]]:
    possible = [cell for cell in cells if not cell.impossible]
    return [
        (verdict, [_linked(cell, day, shelf) for cell in found])
        for verdict, found in by_verdict(possible).items()
    ]


def _verdict_of_all(cells: Iterable[Cell]) -> str:
    """Return in a sentence whether a permit is needed for all acts, for some or for none."""
    known = {cell.verdict for cell in cells} - {Verdict.NOT_MODELLED}
    barred = known & {Verdict.PROHIBITED, Verdict.NO_POWER, Verdict.PERMIT}
    if not known:
        return _("Nothing can be said about this day and this body.")
    if not barred:
        return _("Yes, for every act that is known here.")
    if known == barred:
        return _("No, not for any act that is known here.")
    return _("It depends on the act: for some no, for others yes.")


def _linked_row(row: Row, day: date, shelf: law.Shelf) -> LinkedRow:
    cells = tuple(_linked(cell, day, shelf) for cell in row.cells)
    return LinkedRow(row.act, row.cells[0].counterpart, cells)


def _linked(cell: Cell, day: date, shelf: law.Shelf) -> LinkedCell:
    question = Question(act=cell.act, body=cell.body, counterpart=cell.counterpart, on=day)
    return LinkedCell(cell, law.address_part(law.query_of(question, shelf.key)))


def _turning_days(pack: Pack) -> list[date]:
    """Return the days on which something in the law changes, the first that is known first."""
    return [day for day in boundaries(pack) if day != EVER and day >= pack.horizon_from]


def abroad_page(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Return every jurisdiction with what it says about one act."""
    act, body = LegalAct(wanted["act"]), Body(wanted[BODY])
    whom, day = Counterpart(wanted[COUNTERPART]), wanted[law.DATE]
    rows = []
    for shelf in law.shelves().values():
        cell = cell_of(
            shelf.pack, act=act, body=body, counterpart=whom, on=day, context=shelf.context
        )
        regime = shelf.pack.regime
        rows.append((shelf, _linked(cell, day, shelf), regime, regime and _(REGIMES[regime])))
    question = Question(act=act, body=body, counterpart=whom, on=day)
    return {"rows": rows, "day": day, "said": said_question(question), "regimes": _regimes()}


def _regimes() -> list[tuple[str, str]]:
    return [(key, _(name)) for key, name in REGIMES.items()]


def pack_page(shelf: law.Shelf) -> dict[str, Any]:
    """Return everything in a pack, in the order in which it is read."""
    pack = shelf.pack
    values = [
        (parameter, value) for parameter in pack.parameters.values() for value in parameter.values
    ]
    return {
        "shelf": shelf,
        "pack": pack,
        "regime": pack.regime and _(REGIMES.get(pack.regime, "")),
        "rules_by_slot": rules_by_slot(pack),
        "contested_rules": [rule for rule in pack.rules.values() if _is_contested(rule)],
        "contested_values": [pair for pair in values if pair[1].status is Status.CONTESTED],
        "doubts": _doubts(pack),
        "notice": law.spoken(labels.NOT_ADVICE),
    }


def rules_by_slot(pack: Pack) -> list[tuple[Slot, list[Rule]]]:
    """Return the rules by the question that they answer, in the order of the slots."""
    rules = list(pack.rules.values())
    found = [(slot, [rule for rule in rules if rule.slot is slot]) for slot in Slot]
    return [(slot, chosen) for slot, chosen in found if chosen]


def wordings_page(shelf: law.Shelf) -> dict[str, Any]:
    """Return each provision of a pack with its wordings, the newest first, law by law."""
    laws: dict[str, list[Article]] = {}
    for provision in shelf.pack.provisions.values():
        article = Article(provision, tuple(reversed(revisions_of(provision))))
        laws.setdefault(source_of(provision.id), []).append(article)
    return {
        "shelf": shelf,
        "pack": shelf.pack,
        "laws": [(shelf.pack.sources[key], articles) for key, articles in laws.items()],
        "notice": law.spoken(labels.NOT_ADVICE),
    }


def _is_contested(rule: Rule) -> bool:
    return rule.status is Status.CONTESTED


def _doubts(pack: Pack) -> list[Doubt]:
    rules = [
        Doubt(rule.verify, law.anchor("rule", rule.id), rule.name)
        for rule in pack.rules.values()
        if rule.verify is not None
    ]
    steps = [
        Doubt(step.verify, law.anchor("step", step.key), step.name)
        for step in pack.steps.values()
        if step.verify is not None
    ]
    return [*rules, *steps]
