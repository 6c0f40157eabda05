"""What the finder found, in words: one row for each gap, on the page, in a file, in a terminal."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from elci.agreements.templatetags.register import act_word, instrument_word
from elci.consent.queries.compliance import Finding, Subject, gaps_in
from elci.consent.queries.packs import named as law_of
from elci.desk.sheets import csv_of, workbook_of
from elci.desk.templatetags.casework import act_of_law, gap_word, in_words
from elci.domain.casework.gaps import Gap, GapKind
from elci.domain.law import labels
from elci.domain.law.library import NoSuchPackError
from elci.domain.law.pack import Pack
from elci.foundation.eyes import Eyes
from elci.foundation.templatetags.elci import named, said


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """A finding as a person reads it."""

    finding: Finding
    what: str
    """The legal act that was done."""
    done: str
    """When it was."""
    step: str
    authority: str
    papers: tuple[str, ...]
    """What would prove the step."""
    rules: tuple[str, ...]
    grounds: tuple[str, ...]
    evidence: str
    due: date | None

    @property
    def name(self) -> str:
        """The partner, or the title of the case, as the reader reads it."""
        return named(self.finding)

    @property
    def is_case(self) -> bool:
        """Whether it is of a case and not of a relation."""
        return self.finding.subject is Subject.CASE

    @property
    def pack(self) -> Pack | None:
        """The law by which it was found; nothing where there is none."""
        return None if self.finding.gap is None else self.finding.gap.answer.pack


@dataclass(frozen=True, slots=True)
class LawUsed:
    """A pack by which something was found."""

    pack: Pack
    sha256: str


def told_findings(eyes: Eyes, today: date) -> Iterator[ToldFinding]:
    """Yield what the finder finds for a reader, in words, as it goes through the portfolio."""
    return map(told_finding, gaps_in(eyes, today))


def told_finding(finding: Finding) -> ToldFinding:
    """Return a finding in words."""
    gap = finding.gap
    if gap is None:
        return ToldFinding(finding, "", "", "", "", (), (), (), "", None)
    step = gap.step
    return ToldFinding(
        finding=finding,
        what=act_of_law(gap.act),
        done="" if gap.concluded is None else said(gap.concluded.happened),
        step="" if step is None else in_words(step.step.name),
        authority="" if step is None else in_words(step.authority),
        papers=() if step is None else tuple(in_words(paper.name) for paper in step.papers),
        rules=tuple(in_words(gap.answer.pack.rules[rule].name) for rule in gap.rules),
        grounds=tuple(dict.fromkeys(in_words(each.label) for each in _grounds(gap))),
        evidence=_evidence(gap, finding.instrument),
        due=gap.due,
    )


def _grounds(gap: Gap) -> Iterable[Any]:
    if gap.step is None:
        return [ground for slot in gap.answer.slots for ground in slot.citations]
    return gap.step.citations


def _evidence(gap: Gap, instrument: str) -> str:
    if gap.evidence is None:
        return ""
    return f"{act_word(gap.evidence.kind, instrument)}, {said(gap.evidence.happened)}"


def certainty(finding: Finding) -> str:
    """Return how certain a finding is, in a word."""
    if finding.kind is GapKind.NOT_MODELLED:
        return _("not examined")
    return _("possibly") if finding.possibly else _("certainly")


def laws_used(findings: Iterable[ToldFinding]) -> list[LawUsed]:
    """Return the packs by which something was found, with the hashes of their files."""
    packs = {each.pack.id: each.pack for each in findings if each.pack is not None}
    return [LawUsed(pack, hash_of(pack.id)) for pack in packs.values()]


@lru_cache(maxsize=64)
def hash_of(pack_id: str) -> str:
    """Return the SHA-256 of the file of a pack; empty where it is not shipped."""
    try:
        return hashlib.sha256(law_of(pack_id).path.read_bytes()).hexdigest()
    except (NoSuchPackError, OSError):
        return ""


def headings() -> list[str]:
    """Return the names of the columns of a file."""
    return [
        _("What was found"),
        _("How certain"),
        _("Subject"),
        _("Partner or case"),
        _("Instrument"),
        _("What was done"),
        _("When"),
        _("Step"),
        _("Authority"),
        _("What is on record"),
        _("Papers that would prove it"),
        _("Last day in time"),
        _("Rule"),
        _("Ground"),
        _("Permanent number"),
        _("Law"),
        _("Law as known on"),
        _("SHA-256 of the law pack"),
        _("Notice"),
    ]


def cells_of(told: ToldFinding) -> list[str]:
    """Return a finding as the cells of a row."""
    finding, pack = told.finding, told.pack
    return [
        gap_word(finding.kind),
        certainty(finding),
        subject_word(finding.subject),
        told.name,
        instrument_word(finding.instrument) if finding.instrument else "",
        told.what,
        told.done,
        told.step,
        told.authority,
        told.evidence,
        "; ".join(told.papers),
        "" if told.due is None else told.due.isoformat(),
        "; ".join(told.rules),
        "; ".join(told.grounds),
        str(finding.uuid),
        "" if pack is None else in_words(pack.name),
        "" if pack is None else pack.knowledge_date.isoformat(),
        "" if pack is None else hash_of(pack.id),
        in_words(labels.NOT_ADVICE),
    ]


def subject_word(subject: Subject) -> str:
    """Return of what something is missing, in a word."""
    words = {
        Subject.RELATION: _("relation"),
        Subject.MEMBERSHIP: _("membership"),
        Subject.CASE: _("journey or other act"),
    }
    return words[subject]


def csv_lines(rows: Iterable[ToldFinding]) -> Iterator[str]:
    """Yield findings as the lines of a CSV file."""
    return csv_of(headings(), map(cells_of, rows))


def workbook(rows: Sequence[ToldFinding]) -> bytes:
    """Return findings as an XLSX file of two sheets: the rows, and by which law they were found."""
    return workbook_of(headings(), map(cells_of, rows), _about(rows))


def _about(rows: Sequence[ToldFinding]) -> Iterator[list[str]]:
    for used in laws_used(rows):
        yield [_("Law"), in_words(used.pack.name)]
        yield [_("Law as known on"), used.pack.knowledge_date.isoformat()]
        yield [_("SHA-256 of the law pack"), used.sha256]
    yield [_("Notice"), in_words(labels.NOT_ADVICE)]


def as_json(told: ToldFinding) -> dict[str, Any]:
    """Return a finding as one object, with keys that stay the same in every language."""
    finding, gap, pack = told.finding, told.finding.gap, told.pack
    concluded = None if gap is None else gap.concluded
    step = None if gap is None else gap.step
    return {
        "kind": str(finding.kind),
        "possibly": finding.possibly,
        "subject": str(finding.subject),
        "uuid": str(finding.uuid),
        "name": told.name,
        "instrument": finding.instrument or None,
        "act": None if gap is None else str(gap.act),
        "happened": None if concluded is None else str(concluded.happened),
        "step": None if step is None else step.key,
        "papers": [] if step is None else [paper.key for paper in step.papers],
        "due": None if told.due is None else told.due.isoformat(),
        "rules": [] if gap is None else list(gap.rules),
        "pack": None if pack is None else pack.id,
        "knowledge_date": None if pack is None else pack.knowledge_date.isoformat(),
        "pack_sha256": None if pack is None else hash_of(pack.id),
    }
