"""An answer as plain values, for programs: what ``elci consent --json`` prints."""

from typing import Any

from elci.domain.law.answers import Answer, Citation, Question, StepAnswer
from elci.domain.law.explaining import (
    change_sentence,
    deadline_phrase,
    defeated_sentence,
    doubts,
    sentence,
)
from elci.domain.law.labels import NOT_ADVICE
from elci.domain.law.pack import Deadline, Flag


def told(answer: Answer, language: str) -> dict[str, Any]:
    """Return an answer in words of the closed lists and in sentences of one language."""
    return {
        "verdict": answer.verdict.value,
        "contested": answer.contested,
        "answer": sentence(answer, language),
        "slots": _slots(answer, language),
        "steps": [_step(step, language) for step in answer.steps],
        "flags": [_flag(flag, language) for flag in answer.flags],
        "defeated": [
            {
                "rule": each.rule.id,
                "by": each.by.id,
                "why": defeated_sentence(each, language),
            }
            for each in answer.defeated
        ],
        "depends_on": [
            {"context": each.facet, "taken": each.taken, "otherwise": dict(each.verdicts)}
            for each in answer.depends_on
        ],
        "doubts": doubts(answer, language),
        "since": None if answer.since is None else answer.since.isoformat(),
        "next_change": None if answer.next_change is None else answer.next_change.isoformat(),
        "change": change_sentence(answer, language),
        "confidence": None if answer.confidence is None else answer.confidence.value,
        "knowledge_date": answer.pack.knowledge_date.isoformat(),
        "pack": {"id": answer.pack.id, "status": answer.pack.status.value},
        "question": _question(answer.question),
        "notice": NOT_ADVICE.in_language(language),
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "act": question.act.value,
        "body": question.body.value,
        "counterpart": question.counterpart.value,
        "date": question.on.isoformat(),
        "context": dict(question.context),
    }


def _slots(answer: Answer, language: str) -> list[dict[str, Any]]:
    return [
        {
            "slot": each.slot.value,
            "rule": each.rule.id,
            "verdict": each.rule.verdict.value,
            "status": each.rule.status.value,
            "confidence": each.rule.confidence.value,
            "says": each.rule.name.in_language(language),
            "basis": list(each.rule.basis),
            "citations": [_citation(ground, language) for ground in each.citations],
        }
        for each in answer.slots
    ]


def _step(step: StepAnswer, language: str) -> dict[str, Any]:
    note = step.step.missing_note
    return {
        "key": step.key,
        "name": step.step.name.in_language(language),
        "kind": step.step.kind.value,
        "authority": step.authority.in_language(language),
        "authority_status": step.authority_status.value,
        "readings": [reading.text.in_language(language) for reading in step.readings],
        "after": list(step.after),
        "deadline": None if step.deadline is None else _deadline(step.deadline, language),
        "silence": step.step.silence.value,
        "missing": {
            "class": step.step.missing.value,
            "note": "" if note is None else note.in_language(language),
        },
        "basis": [ground.id for ground in step.citations],
        "citations": [_citation(ground, language) for ground in step.citations],
        "papers": [paper.name.in_language(language) for paper in step.papers],
        "confidence": step.confidence.value,
    }


def _deadline(deadline: Deadline, language: str) -> dict[str, Any]:
    return {
        "days": deadline.days,
        "counting": deadline.counting.value,
        "from": deadline.starts_at.value,
        "text": deadline_phrase(deadline, language),
    }


def _citation(citation: Citation, language: str) -> dict[str, Any]:
    wording = citation.wording
    found: dict[str, Any] = {
        "id": citation.id,
        "label": citation.label.in_language(language),
        "source": citation.title,
        "url": citation.url,
    }
    if wording is not None:
        found |= {
            "in_force_from": wording.span.starts.isoformat(),
            "read": wording.read.value,
            "text": wording.text,
            "gist": "" if wording.gist is None else wording.gist.in_language(language),
        }
    return found


def _flag(flag: Flag, language: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "key": flag.id,
        "kind": flag.kind.value,
        "text": flag.text.in_language(language),
        "basis": list(flag.basis),
        "confidence": flag.confidence.value,
    }
    if flag.days is not None:
        seen = flag.days
        found["days"] = {"n": seen.n, "median": seen.median, "least": seen.least, "most": seen.most}
    return found
