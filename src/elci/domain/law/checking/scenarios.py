"""Checks against what people expect: the scenarios, and the matrix that was agreed on."""

from collections.abc import Iterator
from datetime import date, timedelta

from elci.domain.law.cases import Cases, failures
from elci.domain.law.checking.results import Checked, Neighbours, checked, fault
from elci.domain.law.citing import RULE
from elci.domain.law.faults import Fault
from elci.domain.law.index import boundaries
from elci.domain.law.loading import PackFile
from elci.domain.law.matrix import matrix_lines
from elci.domain.texts import Text

_DAY = timedelta(days=1)
_SHOWN = 20


def scenarios_hold(file: PackFile, neighbours: Neighbours) -> Checked:
    """K13: the scenarios hold, reach every rule, and look at both sides of every boundary."""
    if neighbours.cases is None:
        return checked("K13", [_missing(file, "K13", "cases.toml")])
    cases = neighbours.cases
    wrong = list(_wrong(file, cases))
    if wrong:
        return checked("K13", wrong)
    days = {day for case in cases.cases for day in case.dates}
    remark = Text(f"{len(cases.cases)} senaryo.", f"{len(cases.cases)} scenarios.")
    return checked("K13", [*_unreached(file, cases), *_unwatched(file, days)], remark)


def matrix_agreed(file: PackFile, neighbours: Neighbours) -> Checked:
    """K16: the pack gives the outcomes of its golden matrix, no more and no fewer."""
    if neighbours.matrix is None:
        return checked("K16", [_missing(file, "K16", "matrix.tsv")])
    found, agreed = set(matrix_lines(file.pack)), set(neighbours.matrix)
    gone = [f"- {line}" for line in neighbours.matrix if line not in found]
    new = [f"+ {line}" for line in sorted(found - agreed)]
    if not gone and not new:
        return checked("K16", [])
    shown = "\n  ".join([*gone, *new][:_SHOWN])
    return checked(
        "K16",
        [
            fault(
                file,
                "K16",
                ("pack",),
                tr=f"paket, üzerinde anlaşılan matristen {len(gone)} satırda ayrılıyor, {len(new)} "
                "satır yeni. Değişiklik isteniyorsa matrisi `elci law matrix` ile yenileyiniz.\n"
                f"  {shown}",
                en=f"the pack departs from the agreed matrix in {len(gone)} lines, and {len(new)} "
                "are new. If that is wanted, renew the matrix with `elci law matrix`.\n"
                f"  {shown}",
            )
        ],
    )


def _missing(file: PackFile, check: str, ending: str) -> Fault:
    name = f"{file.pack.id}.{ending}"
    return fault(
        file,
        check,
        ("pack",),
        tr=f"paketin yanında {name} yok. Ekleyiniz.",
        en=f"there is no {name} beside the pack. Add it.",
    )


def _wrong(file: PackFile, cases: Cases) -> Iterator[Fault]:
    for failure in failures(file.pack, cases):
        case = failure.case
        yield Fault(
            check="K13",
            file=cases.file,
            line=cases.lines.line_of(("case", case.place)),
            text=Text(
                f"senaryo {case.id}, {failure.on}: {failure.text.tr}",
                f"case {case.id}, {failure.on}: {failure.text.en}",
            ),
        )


def _unreached(file: PackFile, cases: Cases) -> Iterator[Fault]:
    reached = {key for _case, _day, answer in cases.answers(file.pack) for key in answer.rules}
    for place, key in enumerate(file.pack.rules):
        if key not in reached:
            yield fault(
                file,
                "K13",
                (RULE, place),
                tr=f"{key!r} kuralına hiçbir senaryo ulaşmıyor. Bir senaryo ekleyiniz.",
                en=f"no scenario reaches the rule {key!r}. Add one.",
            )


def _unwatched(file: PackFile, days: set[date]) -> Iterator[Fault]:
    pack = file.pack
    for boundary in boundaries(pack):
        if pack.horizon_from <= boundary and not {boundary, boundary - _DAY} <= days:
            yield fault(
                file,
                "K13",
                ("pack",),
                tr=f"{boundary} sınırının bir gün öncesine ve kendi gününe bakan senaryo yok. "
                f"{boundary - _DAY} ve {boundary} günlerini bir senaryoya ekleyiniz.",
                en=f"no scenario looks at the day before and the day of the boundary {boundary}. "
                f"Ask a scenario on {boundary - _DAY} and on {boundary}.",
            )
