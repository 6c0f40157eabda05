"""Scenarios that a lawyer can edit: a case, the days on which it is asked, what is expected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from elci.domain.law.answers import Answer
from elci.domain.law.asking import UnknownWordError, question_of
from elci.domain.law.deciding import decide
from elci.domain.law.faults import PackRefusedError
from elci.domain.law.lines import Lines
from elci.domain.law.loading import parsed_toml, read_text
from elci.domain.law.pack import Pack
from elci.domain.law.tables import Report, Table
from elci.domain.texts import Text

_EXPECTED: Final = {
    "verdict": str,
    "contested": bool,
    "order": list,
    "holds": list,
    "lacks": list,
    "authority": dict,
    "flags": list,
    "no_flags": list,
    "rules": list,
    "defeated": list,
    "confidence": str,
    "next_change": date,
    "basis": list,
    "wording": dict,
}
"""What a case may expect, and as which kind of value it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A scenario: a question asked on some days, and what is expected of every answer."""

    id: str
    title: Text
    source: str
    act: str
    body: str
    counterpart: str
    dates: tuple[date, ...]
    context: Mapping[str, str]
    expect: Mapping[str, Any]
    place: int
    """Its place in the file, counted from 0."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An answer that is not what its case expects."""

    case: Case
    on: date
    text: Text


@dataclass(frozen=True, slots=True)
class Cases:
    """The scenarios of a file."""

    cases: tuple[Case, ...] = ()
    file: str = ""
    lines: Lines = field(default_factory=lambda: Lines(""))

    def answers(self, pack: Pack) -> Iterator[tuple[Case, date, Answer]]:
        """Yield the answer of each case on each of its days."""
        for case in self.cases:
            for day in case.dates:
                question = question_of(
                    pack,
                    act=case.act,
                    body=case.body,
                    counterpart=case.counterpart,
                    on=day,
                    context=case.context,
                )
                yield case, day, decide(pack, question)


def load_cases(path: Path) -> Cases:
    """Read the scenarios of a file. Raises ``PackRefusedError`` with every fault found in it."""
    text = read_text(path)
    report = Report(path.name, Lines(text))
    root = Table(parsed_toml(text, path.name), (), report)
    cases = tuple(_case(table, place) for place, table in enumerate(root.tables("case")))
    root.close()
    if report.faults:
        raise PackRefusedError(report.faults)
    return Cases(cases, path.name, report.lines)


def failures(pack: Pack, cases: Cases) -> list[Failure]:
    """Return what the pack answers otherwise than expected; a word unknown to it is a failure."""
    found: list[Failure] = []
    for case in cases.cases:
        alone = Cases((case,), cases.file, cases.lines)
        try:
            for _, day, answer in alone.answers(pack):
                found += [Failure(case, day, text) for text in _differences(answer, case.expect)]
        except UnknownWordError as error:
            found.append(Failure(case, case.dates[0], error.text))
    return found


def _case(table: Table, place: int) -> Case:
    expect = table.table("expect")
    context = table.table("context")
    days = [day for day in table.raw("dates") or [] if isinstance(day, date)]
    if not days:
        table.refuse(
            "dates",
            tr="en az bir gün gerekir: dates = [2018-12-10] yazınız.",
            en="at least one day is needed: write dates = [2018-12-10].",
        )
    case = Case(
        id=table.plain("id", required=True),
        title=table.required_text("title"),
        source=table.plain("source", required=True),
        act=table.plain("act", required=True),
        body=table.plain("body", required=True),
        counterpart=table.plain("counterpart", required=True),
        dates=tuple(days),
        context={} if context is None else {key: context.plain(key) for key in context},
        expect={} if expect is None else _expectations(expect),
        place=place,
    )
    table.close()
    return case


def _expectations(table: Table) -> dict[str, Any]:
    found = {}
    for key in table:
        if key not in _EXPECTED:
            table.refuse_key(key, _EXPECTED)
        elif not isinstance(table.raw(key), _EXPECTED[key]):
            table.refuse(
                key,
                tr=f"{key} başka türden bir değer ister. Yazımı için başka bir duruma bakınız.",
                en=f"{key} takes another kind of value. See another case for how it is written.",
            )
        else:
            found[key] = table.raw(key)
    return found


def _differences(answer: Answer, expect: Mapping[str, Any]) -> Iterator[Text]:
    for key, wanted in expect.items():
        met, found = _compared(answer, key, wanted)
        if not met:
            yield Text(
                f"{key}: {wanted!r} beklenirken {found!r} bulundu.",
                f"{key}: {wanted!r} is expected, but it is {found!r}.",
            )


def _compared(answer: Answer, key: str, wanted: Any) -> tuple[bool, Any]:
    """Return whether an answer meets an expectation, and what it holds of it."""
    keys = [step.key for step in answer.steps]
    flags = [flag.id for flag in answer.flags]
    if key == "order":
        return _keeps_order(answer, wanted), keys
    if key in {"lacks", "no_flags"}:
        there = keys if key == "lacks" else flags
        return not set(wanted) & set(there), there
    if key in {"holds", "flags", "basis"}:
        there = {"holds": keys, "flags": flags}.get(key, _cited(answer))
        return set(wanted) <= set(there), there
    found = _found_texts(answer, key, wanted) if isinstance(wanted, dict) else _plain(answer, key)
    return found == wanted, found


def _plain(answer: Answer, key: str) -> Any:
    return {
        "verdict": answer.verdict.value,
        "contested": answer.contested,
        "rules": list(answer.rules),
        "defeated": [each.rule.id for each in answer.defeated],
        "confidence": None if answer.confidence is None else answer.confidence.value,
        "next_change": answer.next_change,
    }[key]


def _keeps_order(answer: Answer, wanted: list[str]) -> bool:
    """Whether the answer holds just these steps, none before one that the law puts first."""
    places = {key: place for place, key in enumerate(wanted)}
    return set(places) == {step.key for step in answer.steps} and all(
        places[earlier] < places[step.key] for step in answer.steps for earlier in step.after
    )


def _found_texts(answer: Answer, key: str, wanted: Mapping[str, str]) -> dict[str, str]:
    if key == "authority":
        steps = {name: answer.step(name) for name in wanted}
        return {name: "" if step is None else step.authority.tr for name, step in steps.items()}
    texts = {
        ground.id: ground.wording.text for ground in answer.citations if ground.wording is not None
    }
    return {
        name: part if part in texts.get(name, "") else texts.get(name, "")
        for name, part in wanted.items()
    }


def _cited(answer: Answer) -> list[str]:
    return [ground.id for ground in answer.citations]
