"""Asking a pack: what the law wants for an act, a body and a counterpart on a day."""

from collections.abc import Iterator
from datetime import date

from elci.domain.law.answers import (
    Answer,
    Citation,
    DefeatedRule,
    Dependence,
    Question,
    SlotAnswer,
    StepAnswer,
    weakest,
)
from elci.domain.law.citing import source_of
from elci.domain.law.index import Index, Segment, index_of
from elci.domain.law.outcomes import Outcome, outcome_of
from elci.domain.law.pack import EVER, DatedValue, Flag, Pack, Rule, Step
from elci.domain.law.soundness import steps_before
from elci.domain.law.words import (
    ACT,
    BODY,
    COUNTERPART,
    Confidence,
    FlagKind,
    Status,
    Verdict,
)
from elci.domain.texts import Text


def decide(pack: Pack, question: Question) -> Answer:
    """Return what the pack's law asks for on the day of the question.

    Before the pack's horizon the answer is *not modelled*, never *free*. A circumstance that the
    asker does not state is taken from its default; ``depends_on`` tells where that matters.
    """
    index = index_of(pack)
    segment = index.segment_at(question.on)
    if question.on < pack.horizon_from:
        return _unmodelled(pack, question)
    case = _case(index, question)
    outcome = outcome_of(index, segment, segment.bits_of(case))
    since, until = _same_answer(index, case, segment, outcome)
    return Answer(
        question=question,
        pack=pack,
        verdict=outcome.verdict,
        contested=outcome.contested,
        slots=tuple(_slot(pack, rule, question.on) for rule in outcome.winners),
        steps=tuple(_steps(pack, outcome, question.on)),
        flags=(*outcome.flags, *_late(pack, question.on)),
        flag_citations=tuple(cite(pack, each, question.on) for each in _remarked(outcome)),
        defeated=tuple(_defeated(rule, by) for rule, by in outcome.beaten),
        gap=outcome.gap,
        before_horizon=False,
        depends_on=tuple(_dependences(index, question, segment, outcome)),
        since=since,
        next_change=until,
        confidence=weakest(list(_confidences(outcome))),
    )


def _unmodelled(pack: Pack, question: Question) -> Answer:
    return Answer(
        question=question,
        pack=pack,
        verdict=Verdict.NOT_MODELLED,
        contested=False,
        slots=(),
        steps=(),
        flags=(),
        flag_citations=(),
        defeated=(),
        gap=None,
        before_horizon=True,
        depends_on=(),
        since=None,
        next_change=pack.horizon_from,
        confidence=None,
    )


def cite(pack: Pack, citation: str, day: date) -> Citation:
    """Return a ground with the wording in force on a day."""
    provision = pack.provisions.get(citation)
    source = pack.sources[source_of(citation)]
    return Citation(
        id=citation,
        label=provision.label if provision else source.name or Text(source.title, source.title),
        title=source.title,
        url=source.url,
        wording=None if provision is None else provision.on(day),
    )


def _case(index: Index, question: Question) -> dict[str, str]:
    asked = {ACT: question.act, BODY: question.body, COUNTERPART: question.counterpart}
    return index.case({facet: str(word) for facet, word in asked.items()}, question.context)


def _same_answer(
    index: Index, case: dict[str, str], segment: Segment, outcome: Outcome
) -> tuple[date | None, date | None]:
    """Return since when and until when the answer stays the same."""
    place = index.segments.index(segment)
    since = segment.starts
    for earlier in reversed(index.segments[:place]):
        if not _answers_alike(index, case, earlier, outcome):
            break
        since = earlier.starts
    until = next(
        (
            later.starts
            for later in index.segments[place + 1 :]
            if not _answers_alike(index, case, later, outcome)
        ),
        None,
    )
    return None if since == EVER else since, until


def _answers_alike(index: Index, case: dict[str, str], segment: Segment, outcome: Outcome) -> bool:
    if segment.starts < index.pack.horizon_from:
        return False
    other = outcome_of(index, segment, segment.bits_of(case))
    return other is outcome or other.signature == outcome.signature


def _slot(pack: Pack, rule: Rule, day: date) -> SlotAnswer:
    grounds = tuple(cite(pack, citation, day) for citation in rule.basis)
    return SlotAnswer(slot=rule.slot, rule=rule, citations=grounds)


def _steps(pack: Pack, outcome: Outcome, day: date) -> Iterator[StepAnswer]:
    keys = {step.key for step in outcome.steps}
    before = steps_before(outcome.steps)
    for place, (step, named) in enumerate(zip(outcome.steps, outcome.named, strict=True)):
        yield StepAnswer(
            step=step,
            authority=outcome.authority(place),
            authority_status=Status.SETTLED if named is None else named.status,
            readings=() if named is None else named.readings,
            citations=tuple(cite(pack, each, day) for each in _grounds(step, named)),
            after=tuple(key for key in before[step.key] if key in keys),
            confidence=_confidence_of(step, named),
        )


def _remarked(outcome: Outcome) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for flag in outcome.flags for each in flag.basis))


def _grounds(step: Step, named: DatedValue | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*step.basis, *(() if named is None else named.basis))))


def _confidence_of(step: Step, named: DatedValue | None) -> Confidence:
    degrees = [step.confidence] if named is None else [step.confidence, named.confidence]
    return weakest(degrees) or step.confidence


def _confidences(outcome: Outcome) -> Iterator[Confidence]:
    for rule in outcome.winners:
        yield rule.confidence
    for step, named in zip(outcome.steps, outcome.named, strict=True):
        yield _confidence_of(step, named)


def _defeated(rule: Rule, by: Rule) -> DefeatedRule:
    return DefeatedRule(rule=rule, by=by, why=by.override_note)


def _dependences(
    index: Index, question: Question, segment: Segment, outcome: Outcome
) -> Iterator[Dependence]:
    case = _case(index, question)
    for facet in index.pack.context:
        if facet.key in question.context:
            continue
        others = {
            word: outcome_of(index, segment, segment.bits_of({**case, facet.key: word}))
            for word in facet.values
            if word != facet.default
        }
        differing = [
            (word, other.verdict)
            for word, other in others.items()
            if other.signature != outcome.signature
        ]
        if differing:
            yield Dependence(facet=facet.key, taken=facet.default, verdicts=tuple(differing))


def _late(pack: Pack, day: date) -> Iterator[Flag]:
    if day <= pack.knowledge_date:
        return
    known = pack.knowledge_date
    yield Flag(
        id="after_knowledge_date",
        kind=FlagKind.VERIFY,
        text=Text(
            f"Bu pakette hukukun {known:%d.%m.%Y} tarihindeki durumu yazılıdır. Bu tarihten sonra "
            "bir değişiklik olup olmadığını denetleyiniz.",
            f"This pack holds the law as it was known on {known.isoformat()}. Check whether it has "
            "changed since.",
        ),
    )
