"""The authorities that a law pack lets decide."""

from collections.abc import Iterator
from typing import Final

from elci.domain.law.pack import Pack, Step
from elci.domain.law.words import StepKind
from elci.domain.texts import Text

BY_OTHERS: Final = frozenset(
    {StepKind.PERMIT, StepKind.APPROVAL, StepKind.OPINION, StepKind.REGISTRATION}
)
"""Steps that another authority takes, once it has the file."""


def deciding_authorities(pack: Pack) -> tuple[Text, ...]:
    """Return the authorities that decide on files, of every time, each once."""
    named = (each for step in pack.steps.values() for each in _authorities(pack, step))
    return tuple(dict.fromkeys(named))


def _authorities(pack: Pack, step: Step) -> Iterator[Text]:
    if step.kind not in BY_OTHERS:
        return
    if isinstance(step.authority, Text):
        yield step.authority
        return
    dated = (each.value for each in pack.parameters[step.authority].values)
    yield from (value for value in dated if isinstance(value, Text))
