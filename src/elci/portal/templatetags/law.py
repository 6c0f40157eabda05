"""The words of law packs in templates."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from elci.domain.law import labels
from elci.domain.law.answers import Answer, Dependence
from elci.domain.law.deciding import cite
from elci.domain.law.explaining import deadline_phrase, dependence_sentence
from elci.domain.law.pack import EVER, Conditions, DatedValue, Deadline, Pack, Step
from elci.domain.law.words import (
    Body,
    Confidence,
    Counterpart,
    FlagKind,
    LegalAct,
    Omission,
    ReadAs,
    Silence,
    Slot,
    Status,
    StepKind,
    Verdict,
)
from elci.domain.texts import Text
from elci.foundation.templatetags.elci import reader_language
from elci.portal import law

register = template.Library()

_LABELS: Final[Mapping[type, Mapping[Any, Text]]] = {
    LegalAct: labels.ACTS,
    Body: labels.BODIES,
    Counterpart: labels.COUNTERPARTS,
    Verdict: labels.VERDICTS,
    Slot: labels.SLOTS,
    StepKind: labels.STEP_KINDS,
    Status: labels.STATUSES,
    Confidence: labels.CONFIDENCES,
    ReadAs: labels.READ_AS,
    Silence: labels.SILENCES,
    Omission: labels.OMISSIONS,
    FlagKind: labels.FLAG_KINDS,
}


@register.filter
def spoken(text: Text) -> str:
    """Return a text of a pack in the reader's language."""
    return law.spoken(text)


@register.filter
def law_word(word: Any) -> str:
    """Return one of the closed words of the law as it is read."""
    return law.spoken(_LABELS[type(word)][word])


@register.filter
def in_days(deadline: Deadline) -> str:
    """Say by when something is due."""
    return deadline_phrase(deadline, reader_language())


@register.filter
def organ_label(kind: StepKind) -> str:
    """Return what stands before the organ of a step."""
    return law.organ_label(kind)


@register.filter
def begins(day: date) -> bool:
    """Whether a day is one, and not the beginning of time."""
    return day != EVER


@register.simple_tag
def anchor(kind: str, key: str) -> str:
    """Return the name under which a part of a pack stands on the pack's page."""
    return law.anchor(kind, key)


@register.simple_tag
def cited(pack: Pack, citation: str, day: date) -> Any:
    """Return a ground in the wording in force on a day."""
    return cite(pack, citation, day)


@register.simple_tag
def conditions_of(pack: Pack, conditions: Conditions) -> list[tuple[str, str]]:
    """Return for which cases something is meant."""
    return law.condition_words(pack, conditions)


@register.filter
def language_of(pack: Pack) -> str:
    """Return the language in which a pack's law is written."""
    return law.language_of_law(pack.jurisdiction)


@register.simple_tag
def verdict_sentence(verdict: Verdict) -> str:
    """Return a verdict in one sentence."""
    return law.spoken(labels.VERDICT_SENTENCES[verdict])


@register.simple_tag
def dependence(answer: Answer, one: Dependence) -> str:
    """Say what was taken for a circumstance, and what else would follow."""
    return dependence_sentence(answer, one, reader_language())


@register.simple_tag
def same_question_on(query: str, day: date) -> str:
    """Return the same question for another day."""
    return "?" + urlencode({**dict(parse_qsl(query.removeprefix("?"))), law.DATE: day.isoformat()})


@register.simple_tag
def table_on(kept: Mapping[str, str], day: date) -> str:
    """Return the same table for another day."""
    return law.address_part({law.DATE: day.isoformat(), **kept})


@register.simple_tag
def step_number(numbers: Mapping[str, int], key: str) -> str:
    """Name a step of an answer by its number."""
    return _("step %(number)s") % {"number": numbers[key]}


@register.simple_tag
def step_name(pack: Pack, key: str) -> str:
    """Return the name of a step of a pack."""
    return law.spoken(pack.steps[key].name)


@register.simple_tag
def rule_name(pack: Pack, key: str) -> str:
    """Return the name of a rule of a pack."""
    return law.spoken(pack.rules[key].name)


@register.simple_tag
def organ(pack: Pack, step: Step) -> SafeString:
    """Return the organ of a step; where it changes by date, a link to who it was when."""
    if isinstance(step.authority, Text):
        return format_html("{}", law.spoken(step.authority))
    name = law.spoken(pack.parameters[step.authority].name)
    return format_html('<a href="#{}">{}</a>', law.anchor("parameter", step.authority), name)


@register.simple_tag
def value_of(value: DatedValue) -> str:
    """Return the text of a dated value, or the words of its list."""
    if isinstance(value.value, Text):
        return law.spoken(value.value)
    return ", ".join(value.value) or _("nobody")


@register.simple_tag
def citation_label(pack: Pack, citation: str) -> str:
    """Return what a citation is called."""
    return law.spoken(cite(pack, citation, pack.knowledge_date).label)


@register.simple_tag
def citation_within(pack: Pack, citation: str) -> str:
    """Return where a citation leads from the page of its pack: short, since there are hundreds."""
    if citation in pack.provisions:
        return f"wordings/#{law.anchor('provision', citation)}"
    return f"#{law.anchor('source', citation)}"


@register.simple_tag(takes_context=True)
def citation_address(context: Context, key: str, pack: Pack, citation: str) -> str:
    """Return where a citation leads: to its wordings, or to its source."""
    is_provision = citation in pack.provisions
    # As the url tag does: an include with "only" keeps the request beside the context, not in it.
    match = getattr(getattr(context, "request", None), "resolver_match", None)
    page = reverse(
        "law:wordings" if is_provision else "law:pack",
        args=[key],
        current_app=None if match is None else match.namespace,
    )
    return f"{page}#{law.anchor('provision' if is_provision else 'source', citation)}"
