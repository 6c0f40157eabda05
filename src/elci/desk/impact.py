"""An impact run in words: what changes for whom, from when, if what, and why not for the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from elci.agreements.templatetags.register import instrument_word
from elci.consent.choices import ChangedPartChoice, HowChoice, NotTouchedChoice, TouchChoice
from elci.consent.queries.impact import Touched, Untouched
from elci.desk.templatetags.casework import act_of_law, in_words, verdict_word
from elci.domain.casework.impact import Because, ChangedPart, Comparison, NotTouched
from elci.domain.casework.law_changes import LawChange
from elci.domain.casework.notices import CaseChange, doubt_of
from elci.domain.law import labels
from elci.foundation.templatetags.elci import named

if TYPE_CHECKING:
    from elci.consent.models import LawDraft

Judged = Touched | Untouched


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """What changes, as a person reads it."""

    what: str
    """The act, or the open steps of a case."""
    how: str
    since: date
    doubt: str
    """On what it depends; empty where it is certain."""
    before: str
    after: str
    added: tuple[str, ...]
    gone: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    bars: bool = False


@dataclass(frozen=True, slots=True)
class ToldJudged:
    """A relation or a case as a person reads it."""

    judged: Judged
    changes: tuple[ToldChange, ...]
    """None where it is not touched."""
    why_not: str
    because: tuple[str, ...]

    @property
    def name(self) -> str:
        """The partner, or the title of the case, as the reader reads it."""
        return named(self.judged)

    @property
    def is_case(self) -> bool:
        """Whether it is an open case and no relation."""
        return isinstance(self.judged, Touched) and self.judged.case_uuid is not None

    @property
    def subject(self) -> str:
        """What it is, as addresses name it."""
        return "cases" if self.is_case else "relations"

    @property
    def uuid(self) -> str:
        """Of the account, or of the case."""
        if isinstance(self.judged, Touched) and self.judged.case_uuid is not None:
            return str(self.judged.case_uuid)
        return str(self.judged.account_uuid)

    @property
    def notice(self) -> str:
        """The draft of a notice; empty where there is nothing to tell."""
        return in_words(self.judged.notice) if isinstance(self.judged, Touched) else ""


@dataclass(frozen=True, slots=True)
class ToldPart:
    """A part of the law that is new, gone or otherwise."""

    kind: str
    name: str
    how: str
    key: str


def told_judged(judged: Judged, comparison: Comparison) -> ToldJudged:
    """Return what another law means for a relation or a case, in words."""
    if isinstance(judged, Touched):
        changes = tuple(_told_change(each, comparison) for each in judged.changes)
        return ToldJudged(judged, changes, "", ())
    told = judged.because if judged.why is NotTouched.OTHER_CASES else ()
    because = tuple(_told_because(each, comparison) for each in told)
    return ToldJudged(judged, (), str(NotTouchedChoice(judged.why.value).label), because)


def told_parts(parts: Iterable[ChangedPart]) -> list[ToldPart]:
    """Return what changes in the law itself, in words."""
    return [
        ToldPart(
            kind=str(ChangedPartChoice(each.kind).label),
            name=in_words(each.name),
            how=str(HowChoice(each.how.value).label),
            key=each.key,
        )
        for each in parts
    ]


def _told_change(change: LawChange | CaseChange, comparison: Comparison) -> ToldChange:
    if isinstance(change, CaseChange):
        return ToldChange(
            what=_("open steps of the case"),
            how="",
            since=change.since,
            doubt="",
            before="",
            after="",
            added=tuple(in_words(each.step.name) for each in change.added),
            gone=tuple(in_words(each.step.name) for each in change.gone),
            otherwise=tuple(in_words(each.step.name) for each in change.otherwise),
        )
    names = {step.key: in_words(step.step.name) for step in change.after.steps}
    return ToldChange(
        what=act_of_law(change.act),
        how=str(TouchChoice(change.touch.value).label),
        since=change.since,
        doubt=in_words(doubt_of(change)).strip(" ,()"),
        before=verdict_word(change.before.verdict),
        after=verdict_word(change.after.verdict),
        added=tuple(names[key] for key in change.new_steps),
        rules=tuple(rule_name(key, comparison) for key in change.rules),
        bars=change.bars,
    )


def _told_because(because: Because, comparison: Comparison) -> str:
    facet = facet_word(because.facet)
    return f"{rule_name(because.rule, comparison)}: {facet}"


def rule_name(key: str, comparison: Comparison) -> str:
    """Return the name of a rule of either law."""
    rule = comparison.new.rules.get(key) or comparison.old.rules[key]
    return in_words(rule.name)


def facet_word(facet: str) -> str:
    """Return which condition a relation does not meet, in a word."""
    words = {
        "act": _("for another act"),
        "body": _("for another body"),
        "counterpart": _("for another partner"),
    }
    return words.get(facet, _("for other circumstances"))


def headings() -> list[str]:
    """Return the names of the columns of a file."""
    return [
        _("Result"),
        _("Subject"),
        _("Partner or case"),
        _("Instrument"),
        _("What is judged otherwise"),
        _("How"),
        _("From"),
        _("Depends on"),
        pgettext("law", "Before"),
        pgettext("law", "After"),
        _("New steps"),
        _("Steps no longer asked for"),
        _("Steps that change"),
        _("Rule"),
        _("Why not"),
        _("Draft of a notice"),
        _("Permanent number"),
        _("SHA-256 of the draft"),
        _("Notice"),
    ]


def rows_of(told: ToldJudged, draft: "LawDraft") -> Iterator[list[str]]:
    """Yield the rows of a relation or a case: one for each change, or one that says why not."""
    for change in told.changes:
        yield _row(told, draft, change, "")
    if not told.changes:
        why = "; ".join([told.why_not, *told.because])
        yield _row(told, draft, None, why)


def _row(told: ToldJudged, draft: "LawDraft", change: ToldChange | None, why: str) -> list[str]:
    return [
        _("touched") if change else _("not touched"),
        _("case") if told.is_case else _("relation"),
        told.name,
        instrument_word(told.judged.instrument) if told.judged.instrument else "",
        *([""] * 10 if change is None else _cells(change)),
        why,
        told.notice,
        told.uuid,
        draft.sha256,
        in_words(labels.NOT_ADVICE),
    ]


def _cells(change: ToldChange) -> Sequence[str]:
    return (
        change.what,
        change.how,
        change.since.isoformat(),
        change.doubt,
        change.before,
        change.after,
        "; ".join(change.added),
        "; ".join(change.gone),
        "; ".join(change.otherwise),
        "; ".join(change.rules),
    )
