"""Events as plain values that a database keeps, and back."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from elci.domain.casework import events
from elci.domain.casework.events import Event, EventKind
from elci.domain.law.answers import Question
from elci.domain.law.words import Body, Counterpart, LegalAct

KINDS: Final[Mapping[EventKind, type[Event]]] = MappingProxyType(
    {
        each.kind: each
        for each in vars(events).values()
        if isinstance(each, type) and issubclass(each, Event) and each is not Event
    }
)
"""The class of each kind of event."""


_DAYS: Final = frozenset({"final_on", "by_when"})


def written(event: Event) -> dict[str, Any]:
    """Return what an event says besides its kind and its day, as values of JSON."""
    said = {each.name: getattr(event, each.name) for each in fields(event) if each.name != "on"}
    return {name: _plain(value) for name, value in said.items()}


def read(kind: str, on: date, facts: Mapping[str, Any]) -> Event:
    """Return the event that was written; what cannot have been is an error."""
    event = KINDS[EventKind(kind)]
    return event(on=on, **{name: _value(name, said) for name, said in facts.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, Question):
        return {
            "act": value.act.value,
            "body": value.body.value,
            "counterpart": value.counterpart.value,
            "on": value.on.isoformat(),
            "context": dict(value.context),
        }
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _value(name: str, said: Any) -> Any:
    if name == "question":
        return Question(
            act=LegalAct(said["act"]),
            body=Body(said["body"]),
            counterpart=Counterpart(said["counterpart"]),
            on=date.fromisoformat(said["on"]),
            context=dict(said["context"]),
        )
    if name in _DAYS and said is not None:
        return date.fromisoformat(said)
    return tuple(said) if isinstance(said, list) else said
