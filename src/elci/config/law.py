"""The commands that ask the law packs and look after them; none of them needs a database."""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from elci.domain.law import labels
from elci.domain.law.answers import Answer
from elci.domain.law.asking import UnknownWordError, question_of
from elci.domain.law.cases import load_cases
from elci.domain.law.checking import TITLES, Checked, Neighbours, check_pack
from elci.domain.law.comparing import HEADINGS, compare
from elci.domain.law.deciding import decide
from elci.domain.law.explaining import (
    change_sentence,
    defeated_sentence,
    doubts,
    sentence,
    step_sentences,
)
from elci.domain.law.faults import PackRefusedError
from elci.domain.law.library import SHIPPED, Named, NoSuchPackError, named_pack, pack_ids, path_of
from elci.domain.law.loading import PackFile, read_pack_file
from elci.domain.law.matrix import matrix_lines
from elci.domain.law.telling import told
from elci.domain.texts import Text

CASES, MATRIX = ".cases.toml", ".matrix.tsv"
_BY_HAND = Text(
    "Koşullar “ad=değer” olarak yazılır, örneğin --context metropolitan_province=yes",
    "Circumstances are written as name=value, for example --context metropolitan_province=yes",
)


def ask(
    key: str,
    *,
    act: str,
    body: str,
    counterpart: str,
    on: date,
    context: Sequence[str],
    language: str,
) -> Answer:
    """Return what a pack answers.

    Raises ``ValueError`` with a message in the reader's language for words and packs not known.
    """
    try:
        named = named_pack(key)
        question = question_of(
            named.pack,
            act=act,
            body=body,
            counterpart=counterpart,
            on=on,
            context={**named.context, **_circumstances(context)},
        )
    except (UnknownWordError, NoSuchPackError) as error:
        raise ValueError(error.text.in_language(language)) from error
    except PackRefusedError as error:
        raise ValueError(error.told(language)) from error
    return decide(named.pack, question)


def answer_as_json(answer: Answer, language: str) -> str:
    """Return an answer as one JSON object."""
    return json.dumps(told(answer, language), ensure_ascii=False)


def answer_lines(answer: Answer, language: str) -> Iterator[str]:
    """Yield an answer as lines to read."""
    yield f"{labels.VERDICTS[answer.verdict].in_language(language)}: {sentence(answer, language)}"
    for slot in answer.slots:
        yield slot.rule.name.in_language(language)
        yield from (f"   {ground.label.in_language(language)}" for ground in slot.citations)
        if slot.rule.note is not None:
            yield f"   {slot.rule.note.in_language(language)}"
    for place, step in enumerate(answer.steps, start=1):
        yield f"{place}. {step.step.name.in_language(language)}"
        yield from (f"   {line}" for line in step_sentences(step, language))
        if step.step.note is not None:
            yield f"   {step.step.note.in_language(language)}"
        yield from (f"   {ground.label.in_language(language)}" for ground in step.citations)
    for flag in answer.flags:
        kind = labels.FLAG_KINDS[flag.kind].in_language(language)
        yield f"{kind}: {flag.text.in_language(language)}"
    yield from (defeated_sentence(each, language) for each in answer.defeated)
    yield from doubts(answer, language)
    yield from filter(None, [change_sentence(answer, language)])
    yield labels.NOT_ADVICE.in_language(language)


def check(key: str, *, today: date, language: str) -> bool:
    """Print what each check found in a pack; return whether it passes."""
    try:
        file = read_pack_file(_path(key, language))
        neighbours = _neighbours(file, _path(key, language))
    except PackRefusedError as error:
        sys.stdout.write(error.told(language) + "\n")
        return False
    results = check_pack(file, neighbours, today=today)
    for result in results:
        sys.stdout.writelines(f"{line}\n" for line in _result_lines(result, language))
    return all(result.passed for result in results)


def matrix(key: str, *, language: str) -> Iterator[str]:
    """Return the lines of a pack's golden matrix."""
    return matrix_lines(_named(key, language).pack)


def diff(old: str, new: str, *, language: str) -> Iterator[str]:
    """Yield the cases whose answers differ between two packs, with the days."""
    yield HEADINGS
    yield from map(str, compare(_named(old, language).pack, _named(new, language).pack))


def known_words() -> dict[str, Sequence[str]]:
    """Return the closed lists of words that a question takes."""
    return {
        "--act": [act.value for act in labels.ACTS],
        "--body": [body.value for body in labels.BODIES],
        "--counterpart": [each.value for each in labels.COUNTERPARTS],
    }


def _circumstances(pairs: Sequence[str]) -> dict[str, str]:
    stated = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign:
            raise UnknownWordError(_BY_HAND)
        stated[name.strip()] = value.strip()
    return stated


def _named(key: str, language: str) -> Named:
    try:
        return named_pack(key)
    except NoSuchPackError as error:
        raise ValueError(error.text.in_language(language)) from error
    except PackRefusedError as error:
        raise ValueError(error.told(language)) from error


def _path(key: str, language: str) -> Path:
    path = path_of(key)
    if path is None:
        raise ValueError(NoSuchPackError(key, pack_ids()).text.in_language(language))
    return path


def _neighbours(file: PackFile, path: Path) -> Neighbours:
    """Return what stands beside a pack; for a copy of a shipped one, what stands beside that."""
    cases = _beside(path, file.pack.id, CASES)
    golden = _beside(path, file.pack.id, MATRIX)
    return Neighbours(
        cases=None if cases is None else load_cases(cases),
        matrix=None if golden is None else _lines(golden),
    )


def _beside(path: Path, key: str, ending: str) -> Path | None:
    candidates = (path.with_name(path.stem + ending), SHIPPED / (key + ending))
    return next((each for each in candidates if each.is_file()), None)


def _lines(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8").splitlines())


def _result_lines(result: Checked, language: str) -> Iterator[str]:
    mark = "✓" if result.passed else "✗"
    remarks = " ".join(text.in_language(language) for text in result.remarks)
    yield f"{mark} {result.check} {TITLES[result.check].in_language(language)} {remarks}".rstrip()
    yield from (f"  {fault.told(language)}" for fault in result.faults)
