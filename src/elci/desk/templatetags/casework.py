"""Tags of the pages of cases: texts of the law packs, statuses and days in words."""

from datetime import date
from typing import Any

from babel.core import get_global
from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from elci.consent.choices import (
    CaseStatusChoice,
    FactPaperChoice,
    GapChoice,
    LegalActChoice,
    StepFlagChoice,
    StepStatusChoice,
)
from elci.domain.casework.clocks import Clock
from elci.domain.law import labels
from elci.domain.law.explaining import deadline_phrase, step_sentences
from elci.domain.law.pack import Deadline
from elci.domain.law.words import Counting
from elci.domain.texts import Text
from elci.foundation.templatetags.elci import reader_language, said

register = template.Library()


@register.filter
def in_words(text: Text | None) -> str:
    """Return a text of a law pack in the reader's language."""
    return "" if text is None else text.in_language(reader_language())


@register.filter
def law_language(jurisdiction: str) -> str:
    """Return the language in which the law of a country is written, as far as one can be told."""
    country = jurisdiction.partition("-")[0]
    return str(get_global("likely_subtags").get(f"und_{country}", "und")).partition("_")[0]


@register.filter
def case_status(status: str) -> str:
    """Return the status of a case in words."""
    return str(CaseStatusChoice(status).label)


@register.filter
def step_status(status: str) -> str:
    """Return the status of a step in words."""
    return str(StepStatusChoice(status).label)


@register.filter
def step_flag(flag: str) -> str:
    """Return what somebody who relies on a step should know."""
    return str(StepFlagChoice(flag).label)


@register.filter
def gap_word(kind: str) -> str:
    """Return what the finder finds, in words."""
    return str(GapChoice(kind).label)


@register.filter
def act_of_law(act: str) -> str:
    """Return what a case can be opened for, in words."""
    return str(LegalActChoice(act).label)


@register.filter
def fact_paper(paper: str) -> str:
    """Return a paper that came with the facts of a case, in words; others by their own name."""
    return str(dict(FactPaperChoice.choices).get(paper, paper))


@register.filter
def verdict_word(verdict: Any) -> str:
    """Return what the law says of an act, in a word."""
    return labels.VERDICTS[verdict].in_language(reader_language())


@register.filter
def deadline_words(deadline: Deadline) -> str:
    """Return a deadline as the law has it."""
    return deadline_phrase(deadline, reader_language())


@register.filter
def law_of_step(asked: Any) -> list[str]:
    """Return what is to be known of a step: organ, time, silence, what follows if left out."""
    return step_sentences(asked, reader_language())


@register.filter
def clock_words(clock: Clock) -> str:
    """Return by when something is due and how many days are left."""
    if clock.due is None:
        return _("The period is suspended; %(left)s are left.") % {"left": _days(clock)}
    day = said(clock.due)
    if clock.remaining is not None and clock.remaining < 0:
        return _("It was due on %(day)s, %(number)s ago.") % {"day": day, "number": _days(clock)}
    if not clock.remaining:
        return _("It is due today, %(day)s.") % {"day": day}
    return _("It is due on %(day)s; %(left)s are left.") % {"day": day, "left": _days(clock)}


@register.filter
def days_between(since: date, today: date) -> str:
    """Return how many days have passed."""
    number = (today - since).days
    return ngettext("%(number)s day", "%(number)s days", number) % {"number": number}


def _days(clock: Clock) -> str:
    number = abs(clock.remaining or 0)
    if clock.deadline.counting is Counting.WORKING:
        told = ngettext("%(number)s working day", "%(number)s working days", number)
    else:
        told = ngettext("%(number)s day", "%(number)s days", number)
    return told % {"number": number}
