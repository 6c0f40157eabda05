"""The commands that take lists in: they wire the readers to the register."""

import gc
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final

import typer
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from elci.accounts.queries import workspace_with_key
from elci.domain.places.gazetteer import open_gazetteer
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade
from elci.importers import lists
from elci.importers.readers import SourceRefusedError
from elci.intake.actions import (
    NotReadyError,
    RowNotEnteredError,
    at_work,
    commit_batch,
    has_tables,
    leave_out_doubtful_rows,
    receive,
    refuse,
    stop_committing,
    understand,
    undo_batch,
)
from elci.intake.choices import BatchState
from elci.intake.queries.batches import batch_with_uuid, pile_sizes, rows_of
from elci.organisations.queries import host_key

Say = Callable[[Mapping[str, Any]], None]
_LANGUAGES: Final = ("tr", "en")
_WAITING: Final = {
    "tr": "Liste masada bekliyor",
    "en": "The list waits at the desk",
}


def printer(*, as_json: bool, language: str) -> Say:
    """Return what prints one answer, as JSON or as a line to read.

    Raises ``ValueError`` for a language that is not spoken here.
    """
    if language not in _LANGUAGES:
        raise ValueError(f"{language!r} is neither tr nor en")
    translation.activate(language)

    def say(answer: Mapping[str, Any]) -> None:
        line = json.dumps(answer, ensure_ascii=False) if as_json else _line(answer)
        sys.stdout.write(f"{line}\n")

    return say


def preview(file: Path, host: str, instrument: str | None, say: Say) -> None:
    """Say of each row what would be entered; keep nothing."""
    language = translation.get_language() or "tr"
    with _progress() as advance, _without_collecting():
        rows = lists.dry_run(
            _existing(file),
            open_gazetteer(),
            host=host,
            instrument=_instrument(instrument),
            language=language,
            advance=advance,
        )
        # All rows before the first is said: on one terminal, the bar and the rows would mix.
        try:
            understood = list(rows)
        except SourceRefusedError as refusal:
            raise ValueError(refusal.tr if language == "tr" else refusal.en) from refusal
    for row in understood:
        say(row)


def enter(
    file: Path,
    host: str,
    instrument: str | None,
    say: Say,
    *,
    stated_on: date | None,
    skip_doubtful: bool,
) -> None:
    """Enter the rows of a list, all or none, and say under which number it can be undone."""
    content = _existing(file).read_bytes()
    workspace = workspace_with_key(host_key(host))
    given = _instrument(instrument)
    batch = receive(
        workspace,
        content,
        file_name=file.name,
        user=None,
        instrument="" if given is None else given.value,
        stated_on=stated_on,
    )
    lists.read_batch(batch, open_gazetteer())
    batch.refresh_from_db()
    language = translation.get_language() or "tr"
    if batch.state == BatchState.REFUSED:
        raise ValueError(batch.refusal_tr if language == "tr" else batch.refusal_en)
    for row in rows_of(batch):
        if not row.reading["skipped"]:
            say(lists.told_row(row.reading, row.match, language))
    if skip_doubtful:
        leave_out_doubtful_rows(batch)
    entered = _enter_all(batch, language)
    say({"batch": str(batch.uuid), "entered": entered})


def _enter_all(batch: Any, language: str) -> int:
    """Enter a list; one that is not entered says where a person can go on with it.

    Raises ``ValueError`` for rows that are still to be decided and for a row that is refused.
    """
    total = pile_sizes(batch).to_enter
    today = timezone.localdate()
    try:
        with _progress() as advance:
            return commit_batch(
                batch,
                open_gazetteer(),
                user=None,
                today=today,
                grade=Grade.FULL,
                advance=None if advance is None else lambda done: advance(done, total),
            )
    except (NotReadyError, RowNotEnteredError) as error:
        raise ValueError(f"{error} {_WAITING[language]}: {batch.uuid}") from error


@contextmanager
def _progress() -> Iterator[lists.Advance | None]:
    """Show how far a long work is, where somebody looks at a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    with typer.progressbar(length=100, file=sys.stderr) as bar:

        def advance(done: int, total: int) -> None:
            percent = 100 * done // max(1, total)
            if percent > bar.pos:
                bar.update(percent - bar.pos)

        yield advance
        bar.update(100 - bar.pos)


def undo(batch_uuid: str, say: Say) -> None:
    """Take an import back and say what was withdrawn and what stays."""
    batch = _batch(batch_uuid)
    report = undo_batch(batch, user=None, today=timezone.localdate(), reason="elci import --undo")
    say(
        {
            "batch": batch_uuid,
            "withdrawn_relations": report.relations,
            "withdrawn_acts": report.acts,
            "kept": [str(account.uuid) for account in report.kept],
        }
    )


def read_waiting(batch_uuid: str) -> None:
    """Do what a list waits for: read it, enter it or undo it; what goes wrong is said on it."""
    batch = _batch(batch_uuid)
    with at_work(batch) as advance, _without_collecting():
        batch.refresh_from_db()
        if batch.state in {BatchState.WAITING, BatchState.READING}:
            _read(batch)
        elif batch.state == BatchState.COMMITTING:
            _commit(batch, advance)
        elif batch.state == BatchState.UNDOING:
            today = timezone.localdate()
            undo_batch(
                batch, user=batch.closed_by, today=today, reason=batch.reason, advance=advance
            )


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Do not look for circles meanwhile: a list makes millions of objects that hold none."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _commit(batch: Any, advance: Callable[[int], None]) -> None:
    try:
        commit_batch(
            batch,
            open_gazetteer(),
            user=batch.closed_by,
            today=timezone.localdate(),
            grade=Grade(batch.grade),
            advance=advance,
        )
    except RowNotEnteredError as error:
        stop_committing(batch, error)


def _read(batch: Any) -> None:
    try:
        if has_tables(batch):
            understand(batch, open_gazetteer())
        else:
            lists.read_batch(batch, open_gazetteer())
    except Exception:
        refuse(
            batch,
            tr="Liste okunurken beklenmeyen bir hata oluştu; hiçbir şey kaydedilmedi. "
            "Listeyi yapıştırarak deneyiniz veya sistem yöneticinize başvurunuz.",
            en="Something went wrong while the list was read; nothing was entered. "
            "Try to paste its text, or tell your administrator.",
        )
        raise


def _batch(batch_uuid: str) -> Any:
    try:
        return batch_with_uuid(batch_uuid)
    except (ValueError, ValidationError) as error:
        raise LookupError(f"there is no import {batch_uuid!r}") from error


def _existing(file: Path) -> Path:
    if not file.is_file():
        raise ValueError(f"There is no file {str(file)!r}")
    return file


def _instrument(key: str | None) -> Instrument | None:
    if key is None:
        return None
    try:
        return Instrument(key)
    except ValueError:
        known = ", ".join(each.value for each in Instrument)
        raise ValueError(f"{key!r} is no instrument; there are: {known}") from None


def _line(answer: Mapping[str, Any]) -> str:
    if "batch" in answer:
        return ", ".join(f"{name}: {value}" for name, value in answer.items())
    party = answer["party"] or {"name": "?", "country": ""}
    acts = "; ".join(f"{act['kind']} {act['date']}" for act in answer["acts"])
    doubts = "" if answer["auto"] else " ? " + " ".join(answer["problems"])
    partner = f"{party['name']} ({party['country']})"
    return f"{answer['row']}: {partner} · {acts} · {answer['match']}{doubts}"
