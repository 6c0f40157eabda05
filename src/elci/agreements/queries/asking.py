"""A filter together with what its queries have to know before they are asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, TypeVar

from django.db.models import Exists, Func, OuterRef, Q, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from elci.accounts.models import Workspace
from elci.agreements.models import RegisterEntry, RegisterPartner, StandingPeriod
from elci.agreements.queries.counts import Cell, Counts
from elci.agreements.queries.sheets import Tally, counts_of_tally, scopes_of, tally_on
from elci.domain.places.folding import fold
from elci.domain.register import RegisterFilter
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation
from elci.places.queries import continent_of, country_codes_of

_FEW_BODIES: Final = 2000
Row = TypeVar("Row", StandingPeriod, RegisterEntry)


def periods_visible_to(eyes: Eyes) -> QuerySet[StandingPeriod]:
    """Return the periods of the reader's own workspaces and those that are public."""
    if not eyes.reads:
        return StandingPeriod.objects.filter(grade=Grade.FULL)
    return StandingPeriod.objects.filter(Q(workspace_id__in=eyes.reads) | Q(grade=Grade.FULL))


class Unindexed(Func):
    """A column that SQLite compares but never searches by.

    Where many rows match, it would rather find and sort them all than walk the index of their
    order up to the end of a page. PostgreSQL knows how many there are and chooses well by itself.
    """

    arity = 1
    template = "%(expressions)s"

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **context: Any) -> Any:
        """Write the plus sign that takes the column out of the search and changes nothing else."""
        return self.as_sql(compiler, connection, template="+%(expressions)s", **context)


def _with(found: QuerySet[Row], asked: Mapping[str, Any], *, many: bool) -> QuerySet[Row]:
    if not many:
        return found.filter(**asked)
    columns = {name.partition("__")[0] for name in asked}
    plain = found.alias(**{f"plain_{name}": Unindexed(name) for name in columns})
    return plain.filter(**{f"plain_{name}": value for name, value in asked.items()})


@dataclass(frozen=True, slots=True)
class Names:
    """The bodies that a text names: some keep a register here, all may be partners.

    A keeper is a party to all its accounts, so those are found by their workspace.
    """

    hosts: frozenset[int]
    bodies: QuerySet[Organisation] | tuple[int, ...]
    """Their ids; where they are many, the question that finds them."""

    @classmethod
    def of(cls, text: str) -> "Names":
        """Look a text up; one without a letter or a digit names nobody."""
        bodies = Organisation.objects.order_by()
        words = fold(text).split()
        for word in words:
            bodies = bodies.filter(search_text__contains=word)
        found = list(bodies.values_list("pk", "workspace_id")) if words else []
        hosts = frozenset(workspace for _pk, workspace in found if workspace is not None)
        few = tuple(pk for pk, _workspace in found)
        return cls(hosts, few if len(few) <= _FEW_BODIES else bodies)

    def partners(self) -> Q:
        """Return what finds the periods with such a partner, one after the other."""
        named = RegisterPartner.objects.filter(organisation__in=self.bodies)
        return Q(entry_id__in=named.order_by().values("entry_id"))

    def parties(self, *, many: bool, entry: str = "entry_id") -> Q:
        """Return what finds the periods, or the entries, with such a party.

        Where they are ``many``, each period on the way is asked; where not, they are looked up.
        """
        partners = self.partners()
        if many:
            named = RegisterPartner.objects.filter(organisation__in=self.bodies)
            partners = Q(Exists(named.order_by().filter(entry=OuterRef(entry))))
        return partners | Q(workspace_id__in=sorted(self.hosts)) if self.hosts else partners


@dataclass(frozen=True, slots=True)
class Asked:
    """A filter through given eyes on a day, with the keeper and the names that it speaks of."""

    wanted: RegisterFilter
    eyes: Eyes
    day: date
    host_id: int | None
    """The workspace that is asked for; ``None`` where all are, or where there is no such."""
    names: Names | None
    """The bodies that are asked for; ``None`` where all are."""

    @classmethod
    def of(cls, wanted: RegisterFilter, eyes: Eyes, today: date) -> "Asked":
        """Look up what a filter names, in a query for the keeper and one for the text."""
        host_id = None
        if wanted.host is not None:
            kept = Workspace.objects.filter(key=wanted.host)
            host_id = kept.values_list("pk", flat=True).first()
        names = None if wanted.text == "" else Names.of(wanted.text)
        if names is not None and host_id in names.hosts:
            names = None  # The keeper is a party to all that it keeps.
        return cls(wanted, eyes, wanted.day(today), host_id, names)

    def before_choosing(self, *, many: bool = False) -> QuerySet[StandingPeriod]:
        """Return the periods before instrument, standing and country are chosen.

        ``many`` says that they are to be read in an order, as far as a page or a map needs them.
        """
        wanted = self.wanted
        asked: dict[str, Any] = {"starts__lte": self.day, "ends__gt": self.day}
        if wanted.decade is not None:
            asked["decade"] = wanted.decade or None
        if wanted.first_from is not None:
            asked |= {"since_day__gte": wanted.first_from, "since_day__lt": date.max}
        found = _with(self._visible(), asked, many=many)
        if wanted.first_until is not None:
            found = _with(found, {"since_day__lt": wanted.first_until}, many=many)
        return found if self.names is None else found.filter(self.names.parties(many=many))

    def matching(self, *, many: bool = False) -> QuerySet[StandingPeriod]:
        """Return one period for each relation that matches; ``many`` as before."""
        wanted = self.wanted
        asked = {
            "instrument": wanted.instrument,
            "standing": wanted.standing,
            "country": wanted.country,
            "country__in": None if wanted.continent is None else country_codes_of(wanted.continent),
        }
        chosen = {name: value for name, value in asked.items() if value is not None}
        return _with(self.before_choosing(many=many), chosen, many=many)

    def entries(self) -> QuerySet[RegisterEntry]:
        """Return the lines of the register that match, to be walked in an order.

        A relation that has begun always stands somehow, so only a filter that asks how needs to
        look at the periods.
        """
        wanted = self.wanted
        asked: dict[str, Any] = {
            "begins__lte": self.day,
            "instrument": wanted.instrument,
            "country": wanted.country,
            "country__in": None if wanted.continent is None else country_codes_of(wanted.continent),
            "signed_day__gte": wanted.first_from,
            "signed_day__lt": wanted.first_until or (wanted.first_from and date.max),
        }
        chosen = {name: value for name, value in asked.items() if value is not None}
        if wanted.decade is not None:
            chosen |= {"decade": wanted.decade} if wanted.decade else {"decade__isnull": True}
        found = _with(self._visible_entries(), chosen, many=True)
        if wanted.standing is not None:
            held = StandingPeriod.objects.filter(starts__lte=self.day, ends__gt=self.day)
            held = held.filter(entry=OuterRef("pk"), standing=wanted.standing)
            found = found.filter(Exists(held))
        return (
            found if self.names is None else found.filter(self.names.parties(many=True, entry="pk"))
        )

    def tally(self) -> Tally:
        """Return the numbers before anything is chosen from them, decades neither."""
        if self.wanted.host is not None and self.host_id is None:
            return {}
        if self.wanted.first_from is not None or self.wanted.first_until is not None:
            every = replace(self, wanted=replace(self.wanted, decade=None))
            return tally_on(self.day, [], also=every.before_choosing())
        if self.names is None:
            return tally_on(self.day, scopes_of(self.eyes, self.host_id))
        return self._tally_of_names(self.names)

    def choices(self) -> Counts:
        """Return the counts before instrument, standing and country are chosen."""
        return counts_of_tally(self.tally(), self.wanted.decade)

    def chosen_from(self, choices: Counts) -> Counts:
        """Return the counts of what is chosen."""
        wanted = self.wanted
        parts = (wanted.instrument, wanted.standing, wanted.country, wanted.continent)
        if all(part is None for part in parts):
            return choices
        return choices.only(self._is_wanted)

    def _tally_of_names(self, names: Names) -> Tally:
        visible = self._visible().filter(starts__lte=self.day, ends__gt=self.day)
        partners = visible.filter(names.partners())
        if self.host_id is not None:
            return tally_on(self.day, [], also=partners)
        scopes = [scope for host in sorted(names.hosts) for scope in scopes_of(self.eyes, host)]
        return tally_on(self.day, scopes, also=partners.exclude(workspace__in=names.hosts))

    def _visible_entries(self) -> QuerySet[RegisterEntry]:
        if self.wanted.host is not None:
            kept = RegisterEntry.objects.filter(workspace=self.host_id)
            seen = self.host_id in self.eyes.reads
            return kept if seen else _with(kept, {"grade": Grade.FULL}, many=True)
        visible = Q(grade=Grade.FULL)
        if self.eyes.reads:
            visible |= Q(workspace_id__in=self.eyes.reads)
        return RegisterEntry.objects.filter(visible)

    def _visible(self) -> QuerySet[StandingPeriod]:
        if self.wanted.host is None:
            return periods_visible_to(self.eyes)
        # Naming the grades, even all of them, lets an index go on to what comes after.
        grades = list(Grade) if self.host_id in self.eyes.reads else [Grade.FULL]
        return StandingPeriod.objects.filter(workspace=self.host_id, grade__in=grades)

    def _is_wanted(self, cell: Cell) -> bool:
        wanted = self.wanted
        return (
            wanted.instrument in {None, cell.instrument}
            and wanted.standing in {None, cell.standing}
            and wanted.country in {None, cell.country}
            and (wanted.continent is None or wanted.continent == continent_of(cell.country))
        )
