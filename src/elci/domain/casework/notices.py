"""What a change of law means for an open case, and drafts of notices about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from elci.domain.casework.law_changes import LawChange, Touch
from elci.domain.casework.state import OPEN, CaseState, StepState
from elci.domain.law import labels
from elci.domain.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChange:
    """That the open steps of a case are others under another law."""

    since: date
    """The first day by whose law a step that changes is judged."""
    added: tuple[StepState, ...]
    gone: tuple[StepState, ...]
    otherwise: tuple[StepState, ...]
    """Steps that are asked of another authority, in another time or with other papers."""


def case_change(before: CaseState, after: CaseState) -> CaseChange | None:
    """Return how the open steps of a case change; nothing where they stay the same."""
    old, new = _open_steps(before), _open_steps(after)
    added = tuple(new[key] for key in new if key not in old)
    gone = tuple(old[key] for key in old if key not in new)
    otherwise = tuple(new[key] for key in new if key in old and _told(old[key]) != _told(new[key]))
    changed = (*added, *gone, *otherwise)
    if not changed:
        return None
    since = min(step.judged_on for step in changed)
    return CaseChange(since=since, added=added, gone=gone, otherwise=otherwise)


def notice_of(name: Text, changes: Sequence[LawChange | CaseChange]) -> Text:
    """Return the draft of a notice to whoever keeps a relation or a case."""
    told = [_of_case(each) if isinstance(each, CaseChange) else _of_act(each) for each in changes]
    tr = "\n".join(f"- {each.tr}" for each in told)
    en = "\n".join(f"- {each.en}" for each in told)
    return Text(
        f"{name.tr}: hukuktaki değişiklik bu kaydınızı ilgilendirmektedir.\n{tr}\n"
        f"Bu metin bir taslaktır. {labels.NOT_ADVICE.tr}",
        f"{name.en}: a change of law concerns this record of yours.\n{en}\n"
        f"This is a draft. {labels.NOT_ADVICE.en}",
    )


def _of_act(change: LawChange) -> Text:
    act = labels.ACTS[change.act]
    before, after = labels.VERDICTS[change.before.verdict], labels.VERDICTS[change.after.verdict]
    steps = [step.step.name for step in change.after.steps if step.key in change.new_steps]
    doubt, when = doubt_of(change), when_of(change)
    return Text(
        f"{when.tr}{doubt.tr}, {act.tr}: "
        f"{before.tr} → {after.tr}.{_listed(' Yeni adımlar:', [each.tr for each in steps])}",
        f"{when.en}{doubt.en}, to {act.en}: "
        f"{before.en} → {after.en}.{_listed(' New steps:', [each.en for each in steps])}",
    )


def when_of(change: LawChange) -> Text:
    """Return from when something changes, or which act on record is meant."""
    day = change.since
    if change.touch is Touch.ON_RECORD:
        return Text(f"{day:%d.%m.%Y} tarihli kayıtlı işlem", f"Act on record of {day.isoformat()}")
    return Text(f"{day:%d.%m.%Y} tarihinden itibaren", f"From {day.isoformat()}")


def doubt_of(change: LawChange) -> Text:
    """Return on what a change depends, to stand behind its day; empty where it is certain."""
    if change.only_if:
        told = [_condition(change, *each) for each in change.only_if]
        tr, en = (" veya ".join(each.tr for each in told), " or ".join(each.en for each in told))
        return Text(f", {tr}", f", {en}")
    if change.possibly:
        return Text(" (bilinmeyenlere bağlı olarak)", " (depending on what is not known)")
    return Text("", "")


def _condition(change: LawChange, facet: str, value: str) -> Text:
    packs = (change.after.pack, change.before.pack)
    pack = next((each for each in packs if facet in {one.key for one in each.context}), packs[0])
    question, said = (
        labels.context_question(pack, facet),
        labels.context_label(pack, facet, value),
    )
    return Text(
        f"“{question.tr}” sorusunun yanıtı “{said.tr}” ise",
        f"if the answer to “{question.en}” is “{said.en}”",
    )


def _of_case(change: CaseChange) -> Text:
    day = change.since
    tr = (
        _listed(" Yeni adımlar:", [each.step.name.tr for each in change.added]),
        _listed(" Artık istenmeyen adımlar:", [each.step.name.tr for each in change.gone]),
        _listed(" Değişen adımlar:", [each.step.name.tr for each in change.otherwise]),
    )
    en = (
        _listed(" New steps:", [each.step.name.en for each in change.added]),
        _listed(" Steps no longer asked for:", [each.step.name.en for each in change.gone]),
        _listed(" Steps that change:", [each.step.name.en for each in change.otherwise]),
    )
    return Text(
        f"{day:%d.%m.%Y} tarihli hukuka göre açık adımlar değişir.{''.join(tr)}",
        f"By the law of {day.isoformat()}, the open steps change.{''.join(en)}",
    )


def _listed(heading: str, names: Sequence[str]) -> str:
    return f"{heading} {', '.join(names)}." if names else ""


def _open_steps(state: CaseState) -> Mapping[str, StepState]:
    return {step.key: step for step in state.steps if step.status in OPEN}


def _told(step: StepState) -> tuple[object, ...] | None:
    asked = step.asked
    told = ("authority", "authority_status", "deadline", "papers")
    return None if asked is None else tuple(getattr(asked, each) for each in told)
