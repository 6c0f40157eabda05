"""A question to the law as an address carries it, in the words that the public page uses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy

from elci.consent.queries.packs import circumstances_of, named
from elci.desk.fields import DayField, DeskForm, choice_field
from elci.desk.templatetags.casework import in_words
from elci.domain.law import labels
from elci.domain.law.answers import Question
from elci.domain.law.asking import (
    UnknownWordError,
    question_of,
    regional_facets,
    stated_context,
)
from elci.domain.law.library import pack, pack_ids

if TYPE_CHECKING:
    from elci.accounts.models import Workspace


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


def read_question(
    query: Mapping[str, str], initial: Mapping[str, Any], workspace: "Workspace"
) -> Asked:
    """Read the question of an address; one that says nothing gets a form to ask with.

    What the law can know of the keeper of the workspace from where it lies need not be said.
    """
    if not query.get("act"):
        return Asked(QuestionForm(initial=dict(initial)))
    form = QuestionForm({**{name: str(each) for name, each in initial.items()}, **query})
    if not form.is_valid():
        return Asked(form)
    words = form.cleaned_data
    try:
        return Asked(form, words["pack"], _question(query, words, workspace))
    except UnknownWordError as error:
        form.add_error(None, in_words(error.text))
    return Asked(form)


def _question(
    query: Mapping[str, str], words: Mapping[str, Any], workspace: "Workspace"
) -> Question:
    law = named(words["pack"])
    given = {**circumstances_of(workspace, law), **law.context}
    return question_of(
        law.pack,
        act=words["act"],
        body=words["body"],
        counterpart=words["counterpart"],
        on=words["date"],
        context=stated_context(law.pack, query, given),
    )


class RegionForm(DeskForm):
    """In which state or province the local authority lies, where the register does not say it."""

    def __init__(self, *args: Any, asked: Asked, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asked.question is None:
            return
        law = named(asked.pack).pack
        for facet in regional_facets(law):
            if facet.key not in asked.question.context:
                self.fields[facet.key] = forms.ChoiceField(
                    label=in_words(labels.context_question(law, facet.key)),
                    choices=[
                        (value, in_words(labels.context_label(law, facet.key, value)))
                        for value in facet.values
                    ],
                    initial=facet.default,
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
