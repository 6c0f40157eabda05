"""Checks over every case that can be asked: none empty, none undecided, no part without use."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from elci.domain.law.cells import Cell, segments_within, swept
from elci.domain.law.checking.results import Checked, checked, fault
from elci.domain.law.citing import FLAG, GAP, RULE, STEP
from elci.domain.law.faults import Fault
from elci.domain.law.index import Index, Segment, index_of
from elci.domain.law.loading import PackFile
from elci.domain.law.outcomes import Outcome, outcome_of
from elci.domain.law.pack import Pack
from elci.domain.law.words import GapKind
from elci.domain.texts import Text


@dataclass(slots=True)
class Sweep:
    """What was seen over all cases of a pack, each kind of case once."""

    index: Index
    cells: int = 0
    kinds: dict[tuple[Segment, int], Cell] = field(default_factory=dict)
    """The bits of each segment with the first case that they meet."""
    unmodelled: Counter[GapKind] = field(default_factory=Counter)

    @classmethod
    def over(cls, pack: Pack) -> "Sweep":
        """Ask everything that can be asked of a pack."""
        sweep = cls(index_of(pack))
        segments = segments_within(sweep.index)
        for cell, found in swept(sweep.index):
            sweep.cells += len(found)
            for segment, bits in zip(segments, found, strict=True):
                sweep.kinds.setdefault((segment, bits), cell)
                gap = outcome_of(sweep.index, segment, bits).gap
                if gap is not None:
                    sweep.unmodelled[gap.kind] += 1
        return sweep

    def outcomes(self) -> Iterator[tuple[Segment, int, Outcome]]:
        """Yield what each kind of case comes to."""
        for segment, bits in self.kinds:
            yield segment, bits, outcome_of(self.index, segment, bits)


def none_empty(file: PackFile, sweep: Sweep) -> Checked:
    """K6: every case has a verdict or is declared not to be modelled."""
    empty = [
        (segment, sweep.kinds[segment, bits])
        for segment, bits, outcome in sweep.outcomes()
        if not outcome.winners and outcome.gap is None
    ]
    faults = [
        fault(
            file,
            "K6",
            (GAP, 0),
            tr=f"{told(cell)} için {segment.starts} gününde ne kural ne de bildirilmiş boşluk var. "
            "Bir kuralı genişletiniz veya [[gap]] ekleyiniz.",
            en=f"for {told(cell)} on {segment.starts} there is neither a rule nor a declared gap. "
            "Widen a rule, or add a [[gap]].",
        )
        for segment, cell in empty[:10]
    ]
    asked = Text(f"{sweep.cells} durum soruldu.", f"{sweep.cells} cases were asked.")
    return checked("K6", faults, asked)


def none_undecided(file: PackFile, sweep: Sweep) -> Checked:
    """K7: where two rules meet a case in one slot, one of them overrides the other."""
    seen: dict[tuple[str, str], Fault] = {}
    for segment, bits, outcome in sweep.outcomes():
        if outcome.undecided:
            one, other = _first_pair(outcome)
            cell = sweep.kinds[segment, bits]
            seen.setdefault(
                (one, other),
                fault(
                    file,
                    "K7",
                    (RULE, list(file.pack.rules).index(other)),
                    tr=f"{one!r} ile {other!r} aynı yuvada {told(cell)} için {segment.starts} "
                    "gününde birlikte uygulanıyor. Birine overrides yazınız veya kapsamını "
                    "daraltınız.",
                    en=f"{one!r} and {other!r} both win in one slot for {told(cell)} on "
                    f"{segment.starts}. Let one override the other, or narrow it.",
                ),
            )
    return checked("K7", seen.values())


def overrides_used(file: PackFile, sweep: Sweep) -> Checked:
    """K8: each override meets a case in which both rules apply (circles are refused on loading)."""
    met: set[tuple[str, str]] = set()
    for _segment, bits, _outcome in sweep.outcomes():
        ids = {rule.id for rule in sweep.index.rules_in(bits)}
        met |= {
            (one, other) for one in ids for other in file.pack.rules[one].overrides if other in ids
        }
    faults = [
        fault(
            file,
            "K8",
            (RULE, place, "overrides"),
            tr=f"{rule.id!r} ile {other!r} hiçbir durumda birlikte uygulanmıyor. Önceliği siliniz.",
            en=f"{rule.id!r} and {other!r} never apply to one case. Remove this override.",
        )
        for place, rule in enumerate(file.pack.rules.values())
        for other in rule.overrides
        if (rule.id, other) not in met
    ]
    return checked("K8", faults)


def none_dead(file: PackFile, sweep: Sweep) -> Checked:
    """K9: each rule wins somewhere; each flag, gap and step is part of some answer."""
    used: set[tuple[str, str]] = set()
    for _segment, _bits, outcome in sweep.outcomes():
        used |= {(RULE, rule.id) for rule in outcome.winners}
        used |= {(STEP, step.key) for step in outcome.steps}
        used |= {(FLAG, flag.id) for flag in outcome.flags}
        used |= set() if outcome.gap is None else {(GAP, outcome.gap.id)}
    return checked("K9", list(_dead(file, used)))


def none_redundant(file: PackFile, sweep: Sweep) -> Checked:
    """K12: without any one rule, some answer would be another one."""
    needed: set[str] = set()
    places = {rule.id: place for place, rule in enumerate(sweep.index.rules)}
    for segment, bits, outcome in sweep.outcomes():
        for rule in sweep.index.rules_in(bits):
            if rule.id not in needed:
                without = outcome_of(sweep.index, segment, bits & ~(1 << places[rule.id]))
                if _content(without) != _content(outcome):
                    needed.add(rule.id)
    faults = [
        fault(
            file,
            "K12",
            (RULE, place),
            tr=f"{key!r} silinse hiçbir yanıt değişmez. Kuralı siliniz veya ne eklediğini yazınız.",
            en=f"without {key!r} no answer would change. Remove it, or say what it adds.",
        )
        for key, place in places.items()
        if key not in needed
    ]
    return checked("K12", faults)


def impossible_apart(sweep: Sweep) -> Checked:
    """K21: cases that cannot be are told apart from those of which nothing is known."""
    cannot_be, unknown = (sweep.unmodelled[kind] for kind in (GapKind.IMPOSSIBLE, GapKind.UNKNOWN))
    remark = Text(
        f"{cannot_be} durum olanaksız, {unknown} durum bilinmiyor.",
        f"{cannot_be} cases cannot be, {unknown} are not known.",
    )
    return checked("K21", [], remark)


def told(cell: Cell) -> str:
    """Return a case in the words of the closed lists."""
    return " × ".join((*cell.asked, *(f"{key}={word}" for key, word in cell.circumstances)))


def _first_pair(outcome: Outcome) -> tuple[str, str]:
    for rule in outcome.winners:
        for other in outcome.winners:
            if rule is not other and rule.slot is other.slot:
                return rule.id, other.id
    raise AssertionError(outcome)


def _content(outcome: Outcome) -> tuple[object, ...]:
    verdict, contested, _rules, *rest = outcome.signature
    return (verdict, contested, *rest)


def _dead(file: PackFile, used: set[tuple[str, str]]) -> Iterator[Fault]:
    pack = file.pack
    kinds: Mapping[str, Iterable[str]] = {
        RULE: pack.rules,
        STEP: pack.steps,
        FLAG: pack.flags,
        GAP: pack.gaps,
    }
    for kind, keys in kinds.items():
        for place, key in enumerate(keys):
            if (kind, key) not in used:
                yield fault(
                    file,
                    "K9",
                    (kind, key if kind == STEP else place),
                    tr=f"{key!r} hiçbir yanıtta yer almıyor. Siliniz veya kapsamını düzeltiniz.",
                    en=f"{key!r} is part of no answer. Remove it, or correct what it is meant for.",
                )
