"""A question to the law as an address carries it, in the words that the public page uses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from elci.consent.queries.packs import named
from elci.desk.fields import DayField, DeskForm, choice_field
from elci.desk.templatetags.casework import in_words
from elci.domain.law import labels
from elci.domain.law.answers import Question
from elci.domain.law.asking import UnknownWordError, question_of, stated_context
from elci.domain.law.library import pack, pack_ids


class QuestionForm(DeskForm):
    """Which body, which act, with whom, when, by which law."""

    pack = forms.ChoiceField(label=gettext_lazy("Law"))
    body = forms.ChoiceField(label=gettext_lazy("Which body"))
    act = forms.ChoiceField(label=gettext_lazy("What it wants to do"))
    counterpart = forms.ChoiceField(label=gettext_lazy("With whom"))
    date = DayField(
        label=gettext_lazy("Planned for"),
        help_text=gettext_lazy("The day planned for the act itself, as in 18.04.2026."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "pack").choices = list(pack_choices())
        words = (
            ("body", labels.BODIES),
            ("act", labels.ACTS),
            ("counterpart", labels.COUNTERPARTS),
        )
        for name, texts in words:
            choice_field(self, name).choices = [
                (str(key), in_words(text)) for key, text in texts.items()
            ]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks; without a question where a part of it is missing or not understood."""

    form: QuestionForm
    pack: str = ""
    question: Question | None = None


def pack_choices() -> Iterator[tuple[str, str]]:
    """Yield the packs that are shipped, with their aliases."""
    for key in pack_ids():
        found = pack(key)
        yield key, in_words(found.name)
        for alias in found.aliases:
            said = (in_words(labels.context_label(found, *each)) for each in alias.context.items())
            yield alias.id, f"{in_words(found.name)} ({', '.join(said)})"


def read_question(query: Mapping[str, str], initial: Mapping[str, Any]) -> Asked:
    """Read the question of an address; one that says nothing gets a form to ask with."""
    if not query.get("act"):
        return Asked(QuestionForm(initial=dict(initial)))
    form = QuestionForm({**{name: str(each) for name, each in initial.items()}, **query})
    if not form.is_valid():
        return Asked(form)
    words = form.cleaned_data
    try:
        return Asked(form, words["pack"], _question(query, words))
    except UnknownWordError as error:
        form.add_error(None, in_words(error.text))
    return Asked(form)


def _question(query: Mapping[str, str], words: Mapping[str, Any]) -> Question:
    law = named(words["pack"])
    return question_of(
        law.pack,
        act=words["act"],
        body=words["body"],
        counterpart=words["counterpart"],
        on=words["date"],
        context=stated_context(law.pack, query, law.context),
    )


def said_question(question: Question) -> str:
    """Say a question in one line."""
    return " · ".join(
        in_words(each)
        for each in (
            labels.BODIES[question.body],
            labels.ACTS[question.act],
            labels.COUNTERPARTS[question.counterpart],
        )
    )
