"""A place on a shortlist, or a request from abroad, ready for its letter."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from django.utils import translation

from elci.accounts.models import Workspace
from elci.accounts.queries import letterhead_of
from elci.agreements.choices import FieldChoice, InstrumentChoice
from elci.domain.casework.asking import BODIES
from elci.domain.law.words import Body
from elci.domain.matching.needs import read_need
from elci.domain.texts import Text
from elci.domain.vocabularies import RequestAnswerKind
from elci.organisations.queries import organisations
from elci.partnering.models import RequestDecision, ShortlistEntry, TwinningRequest
from elci.reports.bodies import HEADS, sender_of, signing_name
from elci.reports.papers.abroad import AnswerFacts, Correspondents, InterestFacts, Language
from elci.reports.papers.facts import Numbering

_LIKE: Final = 0.8
"""From this value on two populations are called close."""
_SHARED: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "network": Text(
            "Her ikimizle de bağı olan şehirler vardır.",
            "There are cities that have ties with both of us.",
        ),
        "size": Text(
            "Şehirlerimizin nüfusları birbirine yakındır.", "Our cities are of like size."
        ),
        "coast": Text(
            "Şehirlerimiz denizle ilişkileri bakımından benzerdir.",
            "Our cities are alike in how they lie to the sea.",
        ),
        "language": Text(
            "Ülkelerimizde ortak bir dil konuşulmaktadır.",
            "A common language is spoken in our countries.",
        ),
        "migrants": Text(
            "Ülkelerimizde, ötekinde doğmuş insanlar yaşamaktadır.",
            "People who were born in one of our countries live in the other.",
        ),
        "new_country": Text(
            "Ülkenizde henüz bir ortağımız yoktur.", "We have no partner in your country yet."
        ),
    }
)
"""What may be said to the other side of the criteria; of the past nothing is."""


def interest_of(entry: ShortlistEntry, language: Language, *, today: date) -> InterestFacts:
    """Return what a letter of interest to a place on a shortlist is made of."""
    workspace = entry.shortlist.workspace
    need = read_need(str(entry.shortlist.asked.get("need", "")))
    with translation.override(language):
        fields = ", ".join(str(FieldChoice(field.value).label) for field in need.fields)
    return InterestFacts(
        between=_between(workspace, _name(entry.place, language), today=today),
        fields=fields or None,
        reasons=tuple(_shared(entry.grounds, language)),
    )


def answer_of(
    request: TwinningRequest, decision: RequestDecision, language: Language, *, today: date
) -> AnswerFacts:
    """Return what the answer to a request is made of, as it was decided."""
    with translation.override(language):
        asked_for = str(InstrumentChoice(request.instrument).label)
        lighter = str(InstrumentChoice(decision.instrument).label) if decision.instrument else ""
    return AnswerFacts(
        between=_between(request.workspace, request.asker, today=today),
        answer=RequestAnswerKind(decision.answer),
        asked_for=asked_for,
        lighter=lighter,
        letter_on=request.letter_on,
        letter_number=request.letter_number or None,
    )


def _between(workspace: Workspace, recipient: str, *, today: date) -> Correspondents:
    body = organisations().filter(workspace=workspace).first()
    head = letterhead_of(workspace)
    bodies = BODIES.get("" if body is None else body.kind, (Body.MUNICIPALITY,))
    name = workspace.name_tr if body is None else body.name_tr
    sender = sender_of(
        head,
        day=today,
        authority=signing_name(bodies[0], name),
        title=HEADS.get(bodies[0]),
        site=None if body is None else body.site or None,
    )
    return Correspondents(
        sender=sender,
        sender_en=workspace.name_en if body is None else body.name_en,
        recipient=recipient,
        made_on=today,
        numbering=Numbering(file_code=head.file_code or None),
    )


def _name(place: Any, language: Language) -> str:
    name: str = getattr(place, f"name_{language}")
    return f"{name} Belediyesi" if language == "tr" else f"The Municipality of {name}"


def _shared(grounds: Mapping[str, Any], language: Language) -> Iterator[str]:
    for reason in grounds.get("reasons", ()):
        text = _SHARED.get(reason["criterion"])
        close = reason["criterion"] != "size" or (reason["value"] or 0) >= _LIKE
        if text is not None and reason["part"] > 0 and close:
            yield text.in_language(language)
