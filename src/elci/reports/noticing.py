"""Notices filled from an impact run: what another law means for a tie or for an open case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from elci.domain.casework.law_changes import LawChange
from elci.domain.casework.notices import CaseChange, doubt_of, when_of
from elci.domain.law import labels
from elci.reports.document import Document
from elci.reports.papers.facts import UNNUMBERED, Numbering, Sender
from elci.reports.papers.notices import ChangeNoticeFacts, change_notice
from elci.reports.papers.offices import Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOf:
    """From whom to whom, of what."""

    sender: Sender
    to: Recipient
    tie: str
    change: str | None
    """The law that changes, by its name and citation; a blank where it is not said."""
    made_on: date
    is_draft: bool = False
    """Whether the law is not in force yet, and may never be."""
    numbering: Numbering = UNNUMBERED


def notice_letter(of: NoticeOf, changes: Sequence[LawChange | CaseChange]) -> Document:
    """Return the letter on what a change of law means; a law that is a draft is told as one."""
    effects = [effect for change in changes for effect in _effects(change)]
    steps = tuple(dict.fromkeys(step for change in changes for step in _new_steps(change)))
    facts = ChangeNoticeFacts(
        sender=of.sender,
        to=of.to,
        tie=of.tie,
        change=of.change,
        made_on=of.made_on,
        is_draft=of.is_draft,
        numbering=of.numbering,
        effect=" ".join(effects) or None,
        to_do=steps,
    )
    if not changes:
        return change_notice(facts)
    return change_notice(replace(facts, in_force_from=min(each.since for each in changes)))


def _effects(change: LawChange | CaseChange) -> Iterator[str]:
    day = f"{change.since:%d.%m.%Y}"
    if isinstance(change, LawChange):
        before = labels.VERDICTS[change.before.verdict].tr
        after = labels.VERDICTS[change.after.verdict].tr
        doubt, when = doubt_of(change).tr, when_of(change).tr
        yield f"{when}{doubt}, {labels.ACTS[change.act].tr}: {before} → {after}."
        return
    if change.gone:
        yield f"Artık istenmeyen işlemler: {'; '.join(step.step.name.tr for step in change.gone)}."
    if change.otherwise:
        names = "; ".join(step.step.name.tr for step in change.otherwise)
        yield f"{day} tarihli mevzuata göre değişen işlemler: {names}."


def _new_steps(change: LawChange | CaseChange) -> Iterator[str]:
    if isinstance(change, CaseChange):
        yield from (step.step.name.tr for step in change.added)
        return
    asked = {step.key: step.step.name.tr for step in change.after.steps}
    yield from (asked[key] for key in change.new_steps)
