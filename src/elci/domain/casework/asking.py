"""From what the register knows of a relation to the questions that the law is asked.

What is not known stays open: where a body may be of several kinds, each of them is asked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import product
from types import MappingProxyType
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.casework.procedure import steps_before_the_act
from elci.domain.law.answers import Answer, Question, StepAnswer, heaviest
from elci.domain.law.deciding import decide
from elci.domain.law.index import index_of
from elci.domain.law.pack import Pack
from elci.domain.law.words import Body, Counterpart, GapKind, LegalAct, Status, Verdict
from elci.domain.vocabularies import Instrument

ACTS: Final[Mapping[Instrument, LegalAct]] = MappingProxyType(
    {
        Instrument.SISTER_CITY: LegalAct.SISTER_CITY,
        Instrument.COOPERATION_PROTOCOL: LegalAct.COOPERATION_AGREEMENT,
        Instrument.MEMORANDUM: LegalAct.MOU,
        Instrument.GOODWILL_LETTER: LegalAct.MOU,
        Instrument.PRELIMINARY_PROTOCOL: LegalAct.MOU,
        Instrument.PROJECT_AGREEMENT: LegalAct.JOINT_PROJECT,
        Instrument.MEMBERSHIP: LegalAct.JOIN_IO,
    }
)
"""What it means in law to sign an instrument."""

INSTRUMENTS: Final[Mapping[LegalAct, Instrument]] = MappingProxyType(
    {
        LegalAct.SISTER_CITY: Instrument.SISTER_CITY,
        LegalAct.COOPERATION_AGREEMENT: Instrument.COOPERATION_PROTOCOL,
        LegalAct.CROSS_BORDER_COOP: Instrument.COOPERATION_PROTOCOL,
        LegalAct.MOU: Instrument.MEMORANDUM,
        LegalAct.JOINT_PROJECT: Instrument.PROJECT_AGREEMENT,
        LegalAct.AID_ABROAD: Instrument.PROJECT_AGREEMENT,
        LegalAct.JOIN_IO: Instrument.MEMBERSHIP,
        LegalAct.FOUND_IO: Instrument.MEMBERSHIP,
    }
)
"""What an act opens in the register, unless somebody says otherwise; other acts open nothing."""

ENDINGS: Final = frozenset({LegalAct.TERMINATE_AGREEMENT, LegalAct.LEAVE_IO})
"""Acts that end what is in the register."""

BODIES: Final[Mapping[str, tuple[Body, ...]]] = MappingProxyType(
    {
        "metropolitan_municipality": (Body.METROPOLITAN,),
        "municipality": (Body.MUNICIPALITY, Body.METROPOLITAN_DISTRICT),
        "district": (Body.MUNICIPALITY, Body.METROPOLITAN_DISTRICT),
        "province": (Body.SPECIAL_PROVINCIAL_ADMIN,),
        "network": (Body.UNION_WITH_MUNICIPAL_MEMBERS, Body.UNION_PROVINCIAL_ONLY),
    }
)
"""What a keeper of a register may be, by the kind of its organisation; others may be any body."""

_LOCAL: Final = (Counterpart.FOREIGN_LOCAL_AUTHORITY,)
_WIDE: Final = (Counterpart.FOREIGN_REGION_OR_FEDERATED_STATE,)
COUNTERPARTS: Final[Mapping[str, tuple[Counterpart, ...]]] = MappingProxyType(
    {
        "local_authority": _LOCAL,
        "municipality": _LOCAL,
        "metropolitan_municipality": _LOCAL,
        "district": _LOCAL,
        # A province is a local authority in Italy and a federated state in Canada.
        "province": (*_LOCAL, *_WIDE),
        "county": (*_LOCAL, *_WIDE),
        "region": _WIDE,
        "network": (Counterpart.INTERNATIONAL_BODY,),
    }
)
"""What a partner may be, by the kind of its organisation."""

ANY_PARTNER: Final = (
    Counterpart.FOREIGN_LOCAL_AUTHORITY,
    Counterpart.FOREIGN_REGION_OR_FEDERATED_STATE,
    Counterpart.FOREIGN_STATE_ORGAN,
    Counterpart.INTERNATIONAL_BODY,
)
"""What a partner of another kind may be."""


def act_of(instrument: Instrument, kind: ActKind) -> LegalAct:
    """Return what it means in law that a relation of an instrument was opened, renewed or ended."""
    is_membership = instrument is Instrument.MEMBERSHIP
    if kind is ActKind.TERMINATED:
        return LegalAct.LEAVE_IO if is_membership else LegalAct.TERMINATE_AGREEMENT
    if kind is ActKind.RENEWED and not is_membership:
        return LegalAct.RENEW_AGREEMENT
    return ACTS[instrument]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """What the law must know of those who are tied, as far as the register knows it."""

    bodies: tuple[Body, ...]
    """What the keeper may be."""
    counterparts: tuple[tuple[Counterpart, ...], ...]
    """For each kind of partner, what it may be."""
    context: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(
        cls, keeper: str, partners: Iterable[str], context: Mapping[str, str] | None = None
    ) -> "Parties":
        """Return it from the kinds of the organisations.

        >>> Parties.of("metropolitan_municipality", ["network"]).counterparts[0][0].value
        'international_body'
        """
        may_be = {COUNTERPARTS.get(kind, ANY_PARTNER) for kind in partners}
        return cls(
            bodies=BODIES.get(keeper, tuple(Body)),
            counterparts=tuple(sorted(may_be)),
            context=tuple(sorted((context or {}).items())),
        )

    def worlds(self) -> Iterator[tuple[Body, tuple[Counterpart, ...]]]:
        """Yield each way in which it may be: the keeper, and one word for each kind of partner."""
        for body, *others in product(self.bodies, *self.counterparts):
            yield Body(body), tuple(Counterpart(each) for each in others)


@dataclass(frozen=True, kw_only=True)
class Demand:
    """What the law asks on a day in one way in which things may be.

    What follows from its answers is found once: one demand serves thousands of relations.
    """

    day: date
    body: Body
    answers: tuple[Answer, ...]
    """One for each kind of partner; what any of them asks is asked."""

    @cached_property
    def verdict(self) -> Verdict:
        """The one that weighs most."""
        return heaviest([each.verdict for each in self.answers])

    @property
    def is_impossible(self) -> bool:
        """Whether there can be no such case, so that things must be another way."""
        gaps = [each.gap for each in self.answers if each.gap is not None]
        return any(gap.kind is GapKind.IMPOSSIBLE for gap in gaps)

    @cached_property
    def contested(self) -> bool:
        """Whether some rule that decides is contested."""
        return any(
            slot.rule.status is Status.CONTESTED for each in self.answers for slot in each.slots
        )

    @cached_property
    def steps(self) -> dict[str, StepAnswer]:
        """The steps asked for, by their keys, in an order in which they can be done."""
        return {step.key: step for each in self.answers for step in each.steps}

    @cached_property
    def before_the_act(self) -> frozenset[str]:
        """Keys of the steps that the law puts before the act."""
        return frozenset().union(*map(steps_before_the_act, self.answers))


@dataclass(slots=True)
class Asker:
    """Asks a pack the same few questions about a hundred thousand relations.

    An answer holds from one change to the next, so each stretch of days is asked once. Between two
    neighbouring boundaries of the pack nothing changes, so a demand serves all days between them.
    """

    pack: Pack
    _known: dict[tuple[object, ...], list[Answer]] = field(default_factory=dict)
    _demanded: dict[tuple[LegalAct, Parties, int, int], tuple[Demand, ...]] = field(
        default_factory=dict
    )
    _known_parts: dict[Parties, Parties] = field(default_factory=dict)

    def ask(self, question: Question) -> Answer:
        """Return the answer, perhaps one given for another day on which it is the same."""
        key = (
            question.act,
            question.body,
            question.counterpart,
            tuple(sorted(question.context.items())),
        )
        known = self._known.setdefault(key, [])
        for answer in known:
            if _holds_on(answer, question.on):
                return answer
        answer = decide(self.pack, question)
        known.append(answer)
        return answer

    def demands(
        self, act: LegalAct, parties: Parties, *, first: date, last: date
    ) -> tuple[Demand, ...]:
        """Return what may be asked on a day of which only the first and the last are known."""
        parties = self.known_part(parties)
        index = index_of(self.pack)
        key = (act, parties, index.place_of(first), index.place_of(last))
        if key not in self._demanded:
            found = tuple(self._demands(act, parties, first, last))
            possible = tuple(each for each in found if not each.is_impossible)
            self._demanded[key] = possible or found
        return self._demanded[key]

    def known_part(self, parties: Parties) -> Parties:
        """Return the parties without circumstances for which the pack does not ask."""
        if parties not in self._known_parts:
            asked = {facet.key for facet in self.pack.context}
            known = tuple(each for each in parties.context if each[0] in asked)
            self._known_parts[parties] = replace(parties, context=known)
        return self._known_parts[parties]

    def _demands(
        self, act: LegalAct, parties: Parties, first: date, last: date
    ) -> Iterator[Demand]:
        for day in sorted(set(self._turning_days(act, parties, first, last))):
            for body, counterparts in parties.worlds():
                yield from self._demands_on(day, act, body, counterparts, parties)

    def _demands_on(
        self,
        day: date,
        act: LegalAct,
        body: Body,
        counterparts: tuple[Counterpart, ...],
        parties: Parties,
    ) -> Iterator[Demand]:
        """Yield what is asked as circumstances are known, and as they might be where they count."""
        asked = [self._question(act, body, each, parties, day) for each in counterparts]
        usual = Demand(day=day, body=body, answers=tuple(map(self.ask, asked)))
        yield usual
        for facet, value in sorted(_unstated(usual)):
            otherwise = [replace(each, context={**each.context, facet: value}) for each in asked]
            yield Demand(day=day, body=body, answers=tuple(map(self.ask, otherwise)))

    def _turning_days(
        self, act: LegalAct, parties: Parties, first: date, last: date
    ) -> Iterator[date]:
        for body, counterparts in parties.worlds():
            for each in counterparts:
                day: date | None = first
                while day is not None and day <= last:
                    yield day
                    day = self.ask(self._question(act, body, each, parties, day)).next_change

    @staticmethod
    def _question(
        act: LegalAct, body: Body, counterpart: Counterpart, parties: Parties, day: date
    ) -> Question:
        return Question(
            act=act, body=body, counterpart=counterpart, on=day, context=dict(parties.context)
        )


def _holds_on(answer: Answer, day: date) -> bool:
    if answer.before_horizon:
        return day < answer.pack.horizon_from
    since = answer.pack.horizon_from if answer.since is None else answer.since
    return since <= day and (answer.next_change is None or day < answer.next_change)


def _unstated(demand: Demand) -> set[tuple[str, str]]:
    return {
        (each.facet, value)
        for answer in demand.answers
        for each in answer.depends_on
        for value, _verdict in each.verdicts
    }
