"""An answer in sentences: what to do, on what ground, how sure it is. Only rules that applied."""

from collections.abc import Iterator
from datetime import date

from elci.domain.law import labels
from elci.domain.law.answers import Answer, DefeatedRule, Dependence, StepAnswer
from elci.domain.law.pack import Deadline
from elci.domain.law.words import Silence, StepKind, Verdict
from elci.domain.texts import Text

_AWAITED = frozenset({StepKind.PERMIT, StepKind.APPROVAL, StepKind.OPINION})
_BY_NOTICE = frozenset({StepKind.NOTIFICATION, StepKind.REGISTRATION})


def sentence(answer: Answer, language: str) -> str:
    """Return the answer in one sentence."""
    if answer.before_horizon:
        tr, en = (_day(answer.pack.horizon_from, each) for each in ("tr", "en"))
        told = Text(
            f"Bu paket {tr} gününden öncesini bilmiyor; daha eski işlemlere yanıt veremez.",
            f"This pack does not know the law before {en} and gives no answer for earlier acts.",
        )
        return told.in_language(language)
    if answer.gap is not None:
        return answer.gap.reason.in_language(language)
    said = labels.VERDICT_SENTENCES[answer.verdict].in_language(language)
    return f"{said} {_of_contest(language)}" if answer.contested else said


def step_sentences(step: StepAnswer, language: str) -> list[str]:
    """Return what is to be known of a step: organ, time, silence, what follows if left out."""
    return [each.in_language(language) for each in _of_step(step)]


def deadline_phrase(deadline: Deadline, language: str) -> str:
    """Return a deadline in words, as in *within 7 days after the decision is final*."""
    starts = labels.CLOCK_STARTS[deadline.starts_at]
    unit = labels.COUNTINGS[deadline.counting]
    if deadline.starts_at.counts_backwards:
        told = Text(
            f"{starts.tr} en az {deadline.days} {unit.tr}",
            f"at least {deadline.days} {unit.en} {starts.en}",
        )
    else:
        told = Text(
            f"{starts.tr} {deadline.days} {unit.tr} içinde",
            f"within {deadline.days} {unit.en} {starts.en}",
        )
    return told.in_language(language)


def defeated_sentence(defeated: DefeatedRule, language: str) -> str:
    """Return why a rule that applied too does not decide."""
    name, by = (rule.name.in_language(language) for rule in (defeated.rule, defeated.by))
    said = Text(
        f"“{name}” kuralının yerine “{by}” kuralı uygulanır.",
        f"Instead of “{name}”, “{by}” applies.",
    ).in_language(language)
    return said if defeated.why is None else f"{said} {defeated.why.in_language(language)}"


def dependence_sentence(answer: Answer, dependence: Dependence, language: str) -> str:
    """Return what was taken for a circumstance that nobody stated, and what else would follow."""
    question = labels.context_question(answer.pack, dependence.facet).in_language(language)
    taken = labels.context_label(answer.pack, dependence.facet, dependence.taken)
    others = "; ".join(
        f"{labels.context_label(answer.pack, dependence.facet, value).in_language(language)}: "
        f"{labels.VERDICTS[verdict].in_language(language)}"
        for value, verdict in dependence.verdicts
    )
    told = Text(
        f"{question} Belirtilmediği için “{taken.tr}” kabul edildi. Başka türlü olursa yanıt da "
        f"değişir ({others}).",
        f"{question} It was not stated, so “{taken.en}” was taken. If it is otherwise, the answer "
        f"changes ({others}).",
    )
    return told.in_language(language)


def doubts(answer: Answer, language: str) -> list[str]:
    """Return how sure the answer is: readings of what is contested, what is to be verified."""
    found = [
        *(Text(f"Bir okuma: {each.tr}", f"One reading: {each.en}") for each in _readings(answer)),
        *(Text(f"Doğrulayınız: {each.tr}", f"To be verified: {each.en}") for each in answer.verify),
        *([] if answer.confidence is None else [_confidence(answer)]),
    ]
    said = [text.in_language(language) for text in dict.fromkeys(found)]
    return said + [dependence_sentence(answer, each, language) for each in answer.depends_on]


def change_sentence(answer: Answer, language: str) -> str:
    """Return when the answer changes next; empty where no later change is known."""
    if answer.next_change is None:
        return ""
    told = Text(
        f"Yanıt {_day(answer.next_change, 'tr')} tarihinde değişir.",
        f"The answer changes on {_day(answer.next_change, 'en')}.",
    )
    return told.in_language(language)


def _of_step(step: StepAnswer) -> Iterator[Text]:
    preposition = "to" if step.step.kind in _BY_NOTICE else "by"
    yield Text(f"Makam: {step.authority.tr}.", f"Done {preposition}: {step.authority.en}.")
    if step.deadline is not None:
        tr, en = (deadline_phrase(step.deadline, each) for each in ("tr", "en"))
        yield Text(f"Süre: {tr}.", f"Time: {en}.")
    if step.step.kind in _AWAITED or step.step.silence is not Silence.UNKNOWN:
        yield labels.SILENCES[step.step.silence]
    yield _of_omission(step)


def _of_omission(step: StepAnswer) -> Text:
    follows = labels.OMISSIONS[step.step.missing]
    note = step.step.missing_note
    tr, en = ("", "") if note is None else (f" ({_within(note.tr)})", f" ({_within(note.en)})")
    return Text(f"Yapılmazsa: {follows.tr}{tr}.", f"If it is left out: {follows.en}{en}.")


def _within(sentence: str) -> str:
    """Return a sentence as it stands within another."""
    return sentence.removesuffix(".")


def _readings(answer: Answer) -> Iterator[Text]:
    for slot in answer.slots:
        yield from (reading.text for reading in slot.rule.readings)
    for step in answer.steps:
        yield from (reading.text for reading in step.readings)


def _confidence(answer: Answer) -> Text:
    if answer.confidence is None or answer.verdict is Verdict.NOT_MODELLED:
        return Text("", "")
    degree = labels.CONFIDENCES[answer.confidence]
    return Text(
        f"Yanıtın en zayıf dayanağının güvenilirliği: {degree.tr}.",
        f"Confidence in the weakest ground of this answer: {degree.en}.",
    )


def _of_contest(language: str) -> str:
    return Text(
        "Bu konuda hukuk tartışmalıdır; okumalar aşağıdadır.",
        "The law is contested here; its readings are below.",
    ).in_language(language)


def _day(day: date, language: str) -> str:
    return f"{day:%d.%m.%Y}" if language == "tr" else day.isoformat()
