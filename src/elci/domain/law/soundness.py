"""What a pack must fulfil to be used at all: its names resolve, and its orders end."""

from collections.abc import Iterable, Iterator
from datetime import date

from elci.domain.law.citing import (
    FLAG,
    PARAM,
    PROVISION,
    RULE,
    STEP,
    citations,
    resolves,
    source_of,
)
from elci.domain.law.graphs import circle_in
from elci.domain.law.lines import Path
from elci.domain.law.pack import Conditions, Pack, Parameter, Step
from elci.domain.law.tables import Report
from elci.domain.law.words import Verdict
from elci.domain.texts import Text


def report_unsound(pack: Pack, report: Report) -> None:
    """Report citations and names that resolve to nothing, circles, and values that start late."""
    _report_citations(pack, report)
    _report_names(pack, report)
    _report_parameters(pack, report)
    _report_circles(pack, report)


def _report_citations(pack: Pack, report: Report) -> None:
    for cited in citations(pack):
        if not resolves(pack, cited.citation):
            report.add(
                "K2",
                cited.path,
                tr=f"{cited.citation!r} hiçbir hükme veya kaynağa karşılık gelmiyor. Atfı "
                f'düzeltiniz veya [provision."{cited.citation}"] ekleyiniz.',
                en=f"{cited.citation!r} names no provision and no source. Correct the citation, "
                f'or add [provision."{cited.citation}"].',
            )
    for key in pack.provisions:
        if source_of(key) not in pack.sources:
            _report_unknown(report, (PROVISION, key), source_of(key), "source", pack.sources)
    for place, rule in enumerate(pack.rules.values()):
        if not rule.basis and rule.verdict is not Verdict.NOT_MODELLED:
            report.add(
                "K2",
                (RULE, place),
                tr=f"{rule.id!r} kuralının dayanağı yok. basis = […] satırını ekleyiniz.",
                en=f"the rule {rule.id!r} cites nothing. Add a line basis = […].",
            )


def _report_names(pack: Pack, report: Report) -> None:
    for place, rule in enumerate(pack.rules.values()):
        _report_each(report, (RULE, place, "steps"), rule.steps, "step", pack.steps)
        _report_each(report, (RULE, place, "overrides"), rule.overrides, "rule", pack.rules)
    for place, flag in enumerate(pack.flags.values()):
        _report_each(report, (FLAG, place, "rules"), flag.rules, "rule", pack.rules)
    for step in pack.steps.values():
        neighbours = (*step.after, *step.before)
        _report_each(report, (STEP, step.key), neighbours, "step", pack.steps)


def _report_parameters(pack: Pack, report: Report) -> None:
    for path, key, needed_from, is_list in _uses(pack):
        parameter = pack.parameters.get(key)
        if parameter is None:
            _report_unknown(report, path, key, "param", pack.parameters)
        elif not all(isinstance(each.value, tuple) is is_list for each in parameter.values):
            report.add(
                "K1",
                path,
                tr=f"{key!r} burada {'bir sözcük listesi' if is_list else 'bir metin'} olmalıdır. "
                "Parametrenin değerlerini buna göre yazınız.",
                en=f"{key!r} must be {'a list of words' if is_list else 'a text'} here. "
                "Write the values of the parameter so.",
            )
        else:
            _report_late(pack, report, parameter, needed_from)


def _report_late(pack: Pack, report: Report, parameter: Parameter, needed_from: date) -> None:
    first = min((each.span.starts for each in parameter.values), default=date.max)
    needed = max(pack.horizon_from, needed_from)
    if first > needed:
        place = list(pack.parameters).index(parameter.id)
        report.add(
            "K3",
            (PARAM, place, "values"),
            tr=f"{parameter.id!r} ancak {first} gününde başlıyor, oysa {needed} gününden itibaren "
            "gerekli. O günü kapsayan bir değer ekleyiniz.",
            en=f"{parameter.id!r} begins only on {first}, but is needed from {needed} on. "
            "Add a value that covers that day.",
        )


def _uses(pack: Pack) -> Iterator[tuple[Path, str, date, bool]]:
    """Yield where a parameter is used: the place, its id, since when, and whether as a list."""
    for step in pack.steps.values():
        if isinstance(step.authority, str):
            yield (STEP, step.key, "authority"), step.authority, _first_need(pack, step), False
    conditioned: list[tuple[Path, Conditions]] = [
        *(((RULE, place), rule.conditions) for place, rule in enumerate(pack.rules.values())),
        *(((FLAG, place), flag.conditions) for place, flag in enumerate(pack.flags.values())),
    ]
    for path, conditions in conditioned:
        for facet, key in conditions.by_parameter.items():
            yield (*path, facet), key, conditions.span.starts, True


def _first_need(pack: Pack, step: Step) -> date:
    users = [rule for rule in pack.rules.values() if step.key in rule.steps]
    starts = min((rule.conditions.span.starts for rule in users), default=date.max)
    return max(step.conditions.span.starts, starts)


def _report_circles(pack: Pack, report: Report) -> None:
    overrides = {rule.id: rule.overrides for rule in pack.rules.values()}
    if circle := circle_in(overrides):
        _report_circle(report, "K8", (RULE, list(pack.rules).index(circle[0])), circle)
    if circle := circle_in(steps_before(pack.steps.values())):
        _report_circle(report, "K10", (STEP, circle[0]), circle)


def steps_before(steps: Iterable[Step]) -> dict[str, tuple[str, ...]]:
    """Return for each step the steps that come before it, by both ways of saying so."""
    found = {step.key: list(step.after) for step in steps}
    for step in steps:
        for later in step.before:
            found.setdefault(later, []).append(step.key)
    return {key: tuple(dict.fromkeys(earlier)) for key, earlier in found.items()}


def _report_circle(report: Report, check: str, path: Path, circle: tuple[str, ...]) -> None:
    names = " → ".join(circle)
    report.add(
        check,
        path,
        tr=f"sıralama bir çember oluşturuyor: {names}. Bağlardan birini kaldırınız.",
        en=f"the order runs in a circle: {names}. Take one of these links away.",
    )


def _report_each(
    report: Report, path: Path, keys: Iterable[str], kind: str, known: Iterable[str]
) -> None:
    for key in keys:
        if key not in known:
            _report_unknown(report, path, key, kind, known)


_KINDS = {
    "step": Text("adım", "step"),
    "rule": Text("kural", "rule"),
    "param": Text("parametre", "parameter"),
    "source": Text("kaynak", "source"),
}


def _report_unknown(report: Report, path: Path, key: str, kind: str, known: Iterable[str]) -> None:
    names = ", ".join(known) or "–"
    report.add(
        "K2",
        path,
        tr=f"{key!r} adlı bir {_KINDS[kind].tr} yok. Bulunanlar: {names}.",
        en=f"there is no {_KINDS[kind].en} {key!r}. There are: {names}.",
    )
