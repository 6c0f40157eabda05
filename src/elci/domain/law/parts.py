"""Reading the parts of a pack: sources, provisions, parameters, steps, rules, flags, gaps."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from elci.domain.acts.kinds import ActKind
from elci.domain.law.conditions import in_force_by_turns, read_conditions, read_span
from elci.domain.law.pack import (
    EVER,
    DatedValue,
    Deadline,
    Flag,
    Gap,
    Paper,
    Parameter,
    Provision,
    Reading,
    Rule,
    SeenInPractice,
    Source,
    Span,
    Step,
    Wording,
)
from elci.domain.law.tables import Table
from elci.domain.law.words import (
    ClockStart,
    Confidence,
    ContextFacet,
    Counting,
    FlagKind,
    GapKind,
    KnownFrom,
    Omission,
    ReadAs,
    Silence,
    Slot,
    Status,
    StepKind,
    Verdict,
)
from elci.domain.texts import Text

Context = Mapping[str, ContextFacet]


def read_source(key: str, table: Table) -> Source:
    """Read a ``[source."…"]``."""
    return Source(
        id=key,
        title=table.plain("title", required=True),
        name=table.text("name"),
        gazette=table.day("gazette"),
        gazette_no=table.plain("gazette_no"),
        url=table.plain("url"),
        read=table.word("read", ReadAs, otherwise=ReadAs.NONE),
    )


def read_provision(key: str, table: Table) -> Provision:
    """Read a ``[provision."…"]`` with its wordings, each in force up to the next."""
    versions = table.tables("versions")
    spans = _spans(table, "versions", [version.required_day("from") for version in versions])
    wordings = [_wording(each, span) for each, span in zip(versions, spans, strict=True)]
    label = table.text("label") or Text(key, key)
    return Provision(id=key, label=label, wordings=tuple(wordings))


def read_parameter(table: Table) -> Parameter:
    """Read a ``[[param]]`` with its values, each in force up to the next."""
    key = table.plain("id", required=True)
    values = table.tables("values")
    spans = _spans(table, "values", [value.required_day("from") for value in values])
    read = [_dated_value(each, span) for each, span in zip(values, spans, strict=True)]
    return Parameter(id=key, name=table.text("name") or Text(key, key), values=tuple(read))


def read_step(key: str, table: Table, context: Context) -> Step:
    """Read a ``[step.…]``."""
    missing = table.table("missing")
    step = Step(
        key=key,
        name=table.text("name") or Text(key, key),
        kind=table.word("kind", StepKind),
        authority=_authority(table),
        after=table.strings("after"),
        before=table.strings("before"),
        deadline=_deadline(table),
        silence=table.word("silence", Silence, otherwise=Silence.UNKNOWN),
        missing=_omission(missing),
        missing_note=None if missing is None else missing.text("note"),
        states_omission=missing is not None,
        basis=table.strings("basis"),
        confidence=table.word("confidence", Confidence, otherwise=Confidence.HIGH),
        records=_recorded(table),
        papers=tuple(_paper(each) for each in table.tables("papers")),
        verify=table.text("verify"),
        note=table.text("note"),
        conditions=read_conditions(table, context),
    )
    if missing is not None:
        missing.close()
    return step


def read_rule(table: Table, context: Context) -> Rule:
    """Read a ``[[rule]]``."""
    key = table.plain("id", required=True)
    return Rule(
        id=key,
        name=table.text("name") or Text(key, key),
        slot=table.word("slot", Slot),
        verdict=table.word("verdict", Verdict),
        conditions=read_conditions(table, context),
        overrides=table.strings("overrides"),
        override_note=table.text("override_note"),
        steps=table.strings("steps"),
        basis=table.strings("basis"),
        status=table.word("status", Status, otherwise=Status.SETTLED),
        confidence=table.word("confidence", Confidence, otherwise=Confidence.HIGH),
        readings=_readings(table),
        verify=table.text("verify"),
        note=table.text("note"),
    )


def read_flag(table: Table, context: Context) -> Flag:
    """Read a ``[[flag]]``."""
    return Flag(
        id=table.plain("id", required=True),
        kind=table.word("kind", FlagKind),
        text=table.required_text("text"),
        basis=table.strings("basis"),
        confidence=table.word("confidence", Confidence, otherwise=Confidence.HIGH),
        rules=table.strings("rules"),
        days=_seen_in_practice(table),
        conditions=read_conditions(table, context),
    )


def read_gap(table: Table, context: Context) -> Gap:
    """Read a ``[[gap]]``."""
    return Gap(
        id=table.plain("id", required=True),
        kind=table.word("kind", GapKind),
        reason=table.required_text("reason"),
        conditions=read_conditions(table, context),
    )


def read_context(key: str, table: Table) -> ContextFacet:
    """Read a ``[context.…]``: a circumstance that only this pack asks for."""
    values = table.strings("values")
    default = table.plain("default", required=True)
    if default not in values:
        table.refuse_word("default", default, values)
    labels = table.named_texts("labels")
    return ContextFacet(
        key,
        values,
        default,
        table.text("question"),
        tuple(labels.items()),
        known_from=table.word("known_from", KnownFrom, otherwise=KnownFrom.NOTHING),
    )


def _wording(table: Table, span: Span) -> Wording:
    own = read_span(table)
    wording = Wording(
        span=Span(span.starts, span.until if own.until is None else own.until),
        read=table.word("read", ReadAs, otherwise=ReadAs.NONE),
        text=table.plain("text"),
        gist=table.text("gist"),
        by=table.plain("by"),
        text_sha256=table.plain("text_sha256"),
        note=table.text("note"),
    )
    table.close()
    return wording


def _dated_value(table: Table, span: Span) -> DatedValue:
    value = DatedValue(
        span=span,
        value=_value(table),
        basis=_basis(table),
        status=table.word("status", Status, otherwise=Status.SETTLED),
        confidence=table.word("confidence", Confidence, otherwise=Confidence.HIGH),
        readings=_readings(table),
        note=table.text("note"),
    )
    table.day("from")
    table.close()
    return value


def _value(table: Table) -> Text | tuple[str, ...]:
    if isinstance(table.raw("value"), list):
        return table.strings("value")
    return table.required_text("value")


def _basis(table: Table) -> tuple[str, ...]:
    """Return citations; a single one may stand without brackets."""
    value = table.raw("basis")
    return (value,) if isinstance(value, str) else table.strings("basis")


def _spans(table: Table, key: str, starts: list[date]) -> list[Span]:
    for place, (begin, following) in enumerate(pairwise(starts), start=1):
        if begin >= following:
            table.report.add(
                "K3",
                (*table.path, key, place),
                tr=f"{following} günü bir önceki {begin} gününden sonra değil. "
                "Değerleri eskiden yeniye, her güne bir tane olacak biçimde sıralayınız.",
                en=f"{following} is not after the day before it in the list, {begin}. "
                "Order them from old to new, one for each day.",
            )
    if not starts:
        table.refuse(
            key,
            check="K3",
            tr="en az bir kayıt gerekir: {from = …, …} ekleyiniz.",
            en="at least one entry is needed: add {from = …, …}.",
        )
    return (
        in_force_by_turns(starts) if starts == sorted(set(starts)) else [Span(EVER)] * len(starts)
    )


def _authority(table: Table) -> Text | str:
    value = table.raw("authority")
    if isinstance(value, str) and value.startswith("@"):
        return value.removeprefix("@")
    return table.required_text("authority")


def _deadline(table: Table) -> Deadline | None:
    within = table.table("deadline")
    if within is None:
        return None
    deadline = Deadline(
        days=within.number("days", required=True),
        counting=within.word("counting", Counting, otherwise=Counting.CALENDAR),
        starts_at=within.word("from", ClockStart),
        note=within.text("note"),
    )
    within.close()
    return deadline


def _omission(table: Table | None) -> Omission:
    return Omission.UNKNOWN if table is None else table.word("class", Omission)


def _recorded(table: Table) -> ActKind | None:
    return table.word("records", ActKind) if "records" in table else None


def _paper(table: Table) -> Paper:
    paper = Paper(key=table.plain("key", required=True), name=table.required_text("name"))
    table.close()
    return paper


def _readings(table: Table) -> tuple[Reading, ...]:
    return tuple(_reading(each) for each in table.tables("readings"))


def _reading(table: Table) -> Reading:
    reading = Reading(text=table.required_text("text"), basis=table.strings("basis"))
    table.close()
    return reading


def _seen_in_practice(table: Table) -> SeenInPractice | None:
    within = table.table("days")
    if within is None:
        return None
    seen = SeenInPractice(
        n=within.number("n", required=True),
        median=within.number("median", required=True),
        least=within.number("least", required=True),
        most=within.number("most", required=True),
    )
    within.close()
    return seen
