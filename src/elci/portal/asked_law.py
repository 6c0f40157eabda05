"""A question to the law as the address of a page carries it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.forms import ValidationError
from django.utils.translation import gettext as _

from elci.domain.law.answers import Question
from elci.domain.law.asking import UnknownWordError, question_of, stated_context
from elci.portal import law
from elci.portal.forms_law import QuestionForm, read_law_day

STEP_DAY: Final = "step."
"""Before the key of a step, in the name of the parameter that gives its day."""
_LONGEST_WORD: Final = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked; without a question where something in the address is wrong."""

    form: QuestionForm
    shelf: law.Shelf | None = None
    question: Question | None = None
    days: Mapping[str, date] | None = None

    @property
    def query(self) -> dict[str, str]:
        """The question as an address names it, without the days of steps."""
        if self.question is None or self.shelf is None:
            return {}
        whole = law.query_of(self.question, self.shelf.key)
        return {key: each for key, each in whole.items() if key not in self.shelf.context}

    @property
    def days_query(self) -> dict[str, str]:
        """The days of steps as an address names them."""
        return {f"{STEP_DAY}{key}": day.isoformat() for key, day in (self.days or {}).items()}


def read_asked(query: Mapping[str, str], *, today: date) -> Asked:
    """Read a question; what cannot be understood stands among the errors of the form."""
    form = QuestionForm(query, today=today, prefix_id="ask")
    if not form.is_valid():
        return Asked(form)
    words = form.cleaned_data
    shelf = law.shelves()[words[law.PACK]]
    try:
        question = question_of(
            shelf.pack,
            act=words["act"],
            body=words["body"],
            counterpart=words["counterpart"],
            on=words["date"],
            context=stated_context(shelf.pack, query, shelf.context),
        )
        days = _days(query, shelf)
    except UnknownWordError as error:
        form.add_error(None, law.spoken(error.text))
        return Asked(form)
    except ValidationError as error:
        form.add_error(None, error)
        return Asked(form)
    return Asked(form, shelf, question, days)


def _days(query: Mapping[str, str], shelf: law.Shelf) -> dict[str, date]:
    days = {}
    for name, text in query.items():
        key = name.removeprefix(STEP_DAY)
        if key == name or not text.strip():
            continue
        if key not in shelf.pack.steps:
            raise ValidationError(
                _("There is no step “%(step)s”. Known here are: %(known)s.")
                % {"step": key[:_LONGEST_WORD], "known": ", ".join(shelf.pack.steps)}
            )
        days[key] = read_law_day(text.strip()[:_LONGEST_WORD])
    return days
