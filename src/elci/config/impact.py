"""The command that holds a new or draft law against the one in force, for one local authority."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import translation

from elci.accounts.queries import workspace_with_key
from elci.consent.queries.impact import Touched, Untouched, impact_in
from elci.domain.casework.impact import Comparison
from elci.domain.casework.law_changes import LawChange
from elci.domain.casework.notices import CaseChange
from elci.domain.law.faults import PackRefusedError
from elci.domain.law.library import NoSuchPackError, named_pack
from elci.domain.law.loading import read_pack_file, refuse_other_country
from elci.foundation.eyes import Eyes
from elci.foundation.templatetags.elci import named
from elci.organisations.queries import host_key


def print_impact(old: str, new: Path, host: str, day: date, *, language: str) -> None:
    """Print a JSON object for each relation and each open case that is touched, one a line.

    Raises ``LookupError`` where no local authority has that key or name, and ``ValueError`` with
    every fault of a file that is no sound pack.
    """
    eyes = Eyes(reads=frozenset({workspace_with_key(host_key(host)).pk}))
    comparison = _comparison(old, new, day, language)
    with translation.override(language):
        sys.stdout.writelines(_lines(comparison, eyes))


def _comparison(old: str, new: Path, day: date, language: str) -> Comparison:
    try:
        known, file = named_pack(old).pack, read_pack_file(new)
        refuse_other_country(file, known)
    except PackRefusedError as refusal:
        raise ValueError(refusal.told(language)) from refusal
    except NoSuchPackError as error:
        raise ValueError(error.text.in_language(language)) from error
    return Comparison.of(known, file.pack, today=day)


def _lines(comparison: Comparison, eyes: Eyes) -> Iterator[str]:
    for judged in impact_in(comparison, eyes):
        said = _touched(judged) if isinstance(judged, Touched) else _untouched(judged)
        yield f"{json.dumps(said, ensure_ascii=False)}\n"


def _touched(found: Touched) -> dict[str, Any]:
    is_case = found.case_uuid is not None
    return {
        "result": "touched",
        "subject": "case" if is_case else "relation",
        "uuid": str(found.case_uuid if is_case else found.account_uuid),
        "name": named(found),
        "instrument": found.instrument or None,
        "since": found.since.isoformat(),
        "changes": [_change(each) for each in found.changes],
        "notice": found.notice.in_language(translation.get_language() or "tr"),
    }


def _untouched(found: Untouched) -> dict[str, Any]:
    return {
        "result": "not_touched",
        "subject": "relation",
        "uuid": str(found.account_uuid),
        "name": named(found),
        "instrument": found.instrument or None,
        "why": str(found.why),
        "because": [{"rule": each.rule, "facet": each.facet} for each in found.because],
    }


def _change(change: LawChange | CaseChange) -> dict[str, Any]:
    if isinstance(change, CaseChange):
        return {
            "since": change.since.isoformat(),
            "new_steps": [step.key for step in change.added],
            "steps_gone": [step.key for step in change.gone],
            "steps_changed": [step.key for step in change.otherwise],
        }
    return {
        "touch": str(change.touch),
        "act": str(change.act),
        "since": change.since.isoformat(),
        "possibly": change.possibly,
        "only_if": [{"context": facet, "value": value} for facet, value in change.only_if],
        "before": str(change.before.verdict),
        "after": str(change.after.verdict),
        "new_steps": list(change.new_steps),
        "rules": list(change.rules),
    }
