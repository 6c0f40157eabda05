"""A check that the index of a pack says what its conditions say, on any day."""

import random
from collections.abc import Collection, Mapping
from datetime import date, timedelta

from elci.domain.law.cells import Cell
from elci.domain.law.checking.coverage import Sweep, told
from elci.domain.law.checking.results import Checked, checked, fault
from elci.domain.law.index import Index, conditions_in
from elci.domain.law.loading import PackFile
from elci.domain.law.pack import Conditions, Pack
from elci.domain.law.words import ACT, BODY, COUNTERPART

_DRAWN = 500


def constant_between_boundaries(file: PackFile, sweep: Sweep) -> Checked:
    """K14: on days drawn by chance, what meets a case is what its conditions say on that day."""
    draw = random.Random(file.pack.id)  # noqa: S311 -- no secret  # nosec B311
    cells = list(sweep.kinds.values())
    faults = []
    for _ in range(_DRAWN):
        cell, day = draw.choice(cells), _drawn_day(draw, file.pack)
        segment = sweep.index.segment_at(day)
        words = _words(sweep.index, cell)
        if segment.bits_of(words) != _bits_by_conditions(sweep.index, words, day):
            faults.append(
                fault(
                    file,
                    "K14",
                    ("pack",),
                    tr=f"{told(cell)} için yanıt {day} gününde, iki sınır arasında değişiyor.",
                    en=f"for {told(cell)} the answer changes on {day}, between two boundaries.",
                )
            )
    return checked("K14", faults)


def _drawn_day(draw: random.Random, pack: Pack) -> date:
    days = (pack.knowledge_date - pack.horizon_from).days
    return pack.horizon_from + timedelta(days=draw.randint(0, max(0, days)))


def _words(index: Index, cell: Cell) -> dict[str, str]:
    asked = {ACT: cell.act, BODY: cell.body, COUNTERPART: cell.counterpart}
    return index.case(asked, dict(cell.circumstances))


def _bits_by_conditions(index: Index, words: Mapping[str, str], day: date) -> int:
    """Return what meets a case, each part asked for itself: slow, and without any index."""
    return sum(
        1 << place
        for place, conditions in enumerate(conditions_in(index.pack))
        if _meets(index.pack, conditions, words, day)
    )


def _meets(pack: Pack, conditions: Conditions, words: Mapping[str, str], day: date) -> bool:
    if not conditions.span.holds(day):
        return False
    facets = {*conditions.facets, *conditions.by_parameter}
    return all(words[facet] in _wanted(pack, conditions, facet, day) for facet in facets)


def _wanted(pack: Pack, conditions: Conditions, facet: str, day: date) -> Collection[str]:
    if facet in conditions.facets:
        return conditions.facets[facet]
    listed = pack.parameters[conditions.by_parameter[facet]].on(day)
    return listed.value if listed is not None and isinstance(listed.value, tuple) else ()
