"""The relations of a reader's workspaces as the law must know them, by the thousand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final
from uuid import UUID

from django.db.models import F

from elci.agreements.models import Account, ActRecord, Attachment, Party, StandingPeriod
from elci.consent.queries.packs import PARTNER_COUNTRY, circumstances_of_place
from elci.domain.acts.act import Act
from elci.domain.acts.kinds import ActKind, Standing
from elci.domain.casework.asking import Parties
from elci.domain.casework.chapters import ActOnRecord, Relation
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import Eyes
from elci.organisations.choices import OrganisationKind
from elci.organisations.models import Organisation

CHUNK: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper:
    """The local authority that keeps a workspace."""

    workspace_id: int
    kind: str
    country: str | None
    circumstances: tuple[tuple[str, str], ...] = ()
    """What the law of its country can know of it from where it lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A party besides the keeper."""

    kind: str
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An account, with what the law must know of it."""

    account_id: int
    uuid: UUID
    keeper: Keeper
    partner_tr: str
    partner_en: str
    partners: tuple[Partner, ...]
    relation: Relation
    standing: Standing | None
    """How it stands on the day asked about; nothing where no day was, or it had not begun."""

    @property
    def is_abroad(self) -> bool:
        """Whether it is a tie abroad at all: two bodies of one country need no such consent."""
        return bool(self.partners)


def keepers(eyes: Eyes) -> dict[int, Keeper]:
    """Return who keeps the reader's workspaces, by their ids."""
    rows = Organisation.objects.filter(workspace_id__in=eyes.reads).values_list(
        "workspace_id", "kind", "place__country", "place__key"
    )
    return {
        workspace_id: Keeper(
            workspace_id=workspace_id,
            kind=kind,
            country=country or None,
            circumstances=tuple(sorted(circumstances_of_place(country, key).items())),
        )
        for workspace_id, kind, country, key in rows
        if workspace_id is not None
    }


def number_kept(keeping: Mapping[int, Keeper]) -> int:
    """Return how many accounts of these keepers there are that are not withdrawn."""
    return Account.objects.filter(workspace_id__in=list(keeping), withdrawn_at=None).count()


def kept_in_chunks(
    keeping: Mapping[int, Keeper],
    *,
    after: int = 0,
    most: int | None = None,
    on: date | None = None,
    size: int = CHUNK,
) -> Iterator[list[Kept]]:
    """Yield the accounts of these keepers that are not withdrawn, by id, at most ``most``.

    With a day, each tells how it stands on that day. ``size`` is how many are read at once.
    """
    left = most
    while left is None or left > 0:
        size = size if left is None else min(size, left)
        chunk = _chunk(keeping, after, size, on)
        if chunk:
            yield chunk
        if len(chunk) < size:
            return
        after = chunk[-1].account_id
        left = None if left is None else left - len(chunk)


def _chunk(keeping: Mapping[int, Keeper], after: int, size: int, on: date | None) -> list[Kept]:
    accounts = list(
        Account.objects.filter(workspace_id__in=list(keeping), withdrawn_at=None, pk__gt=after)
        .order_by("pk")
        .values_list(
            "pk",
            "uuid",
            "workspace_id",
            "instrument",
            "relation_id",
            F("entry__partner_tr"),
            F("entry__partner_en"),
        )[:size]
    )
    ids = [row[0] for row in accounts]
    proven, loose = _papers(ids)
    acts = _acts(ids, proven)
    partners = _partners([row[4] for row in accounts])
    standings = {} if on is None else _standings(ids, on)
    return [
        _kept(
            keeping[workspace_id],
            (pk, uuid, tr or "", en or ""),
            Instrument(instrument),
            partners.get(relation_id, ()),
            (tuple(acts.get(pk, ())), pk in loose, standings.get(pk)),
        )
        for pk, uuid, workspace_id, instrument, relation_id, tr, en in accounts
    ]


def _kept(
    keeper: Keeper,
    named: tuple[int, UUID, str, str],
    instrument: Instrument,
    parties: Sequence[tuple[int | None, Partner]],
    record: tuple[tuple[ActOnRecord, ...], bool, Standing | None],
) -> Kept:
    partners = tuple(
        partner
        for workspace_id, partner in parties
        if workspace_id != keeper.workspace_id and _is_abroad(partner, keeper)
    )
    acts, has_papers, standing = record
    return Kept(
        account_id=named[0],
        uuid=named[1],
        keeper=keeper,
        partner_tr=named[2],
        partner_en=named[3],
        partners=partners,
        relation=Relation(
            instrument=instrument,
            parties=_parties(keeper.kind, keeper.circumstances, partners),
            acts=acts,
            has_papers=has_papers,
        ),
        standing=standing,
    )


@lru_cache(maxsize=8192)
def _parties(
    keeper: str, circumstances: tuple[tuple[str, str], ...], partners: tuple[Partner, ...]
) -> Parties:
    """Return the parties as the law sees them; a portfolio holds the same ones again and again."""
    known = {**dict(circumstances), **_circumstances(partners)}
    return Parties.of(keeper, [partner.kind for partner in partners], known)


def _circumstances(partners: Sequence[Partner]) -> dict[str, str]:
    """Return what the register knows of the circumstances for which a pack may ask."""
    countries = {partner.country for partner in partners}
    country = next(iter(countries), None) if len(countries) == 1 else None
    return {} if country is None else {PARTNER_COUNTRY: country}


def _is_abroad(partner: Partner, keeper: Keeper) -> bool:
    """Whether a party is not of the keeper's own country; a network may have its seat there."""
    return (
        partner.kind == OrganisationKind.NETWORK
        or partner.country is None
        or partner.country != keeper.country
    )


def _standings(account_ids: Sequence[int], day: date) -> dict[int, Standing]:
    rows = StandingPeriod.objects.filter(entry_id__in=account_ids, starts__lte=day, ends__gt=day)
    return {
        entry_id: Standing(standing)
        for entry_id, standing in rows.values_list("entry_id", "standing")
    }


def _partners(relation_ids: Sequence[int]) -> dict[int, list[tuple[int | None, Partner]]]:
    rows = Party.objects.filter(relation_id__in=relation_ids).values_list(
        "relation_id",
        "organisation__workspace_id",
        "organisation__kind",
        "organisation__place__country",
    )
    found: dict[int, list[tuple[int | None, Partner]]] = defaultdict(list)
    for relation_id, workspace_id, kind, country in rows:
        found[relation_id].append((workspace_id, Partner(kind=kind, country=country or None)))
    return found


def _papers(account_ids: Sequence[int]) -> tuple[set[int], set[int]]:
    """Return the acts that have a document, and the accounts that have one of no act."""
    rows = Attachment.objects.filter(account_id__in=account_ids).values_list("account_id", "act_id")
    proven = {act_id for _account_id, act_id in rows if act_id is not None}
    return proven, {account_id for account_id, act_id in rows if act_id is None}


def _acts(account_ids: Sequence[int], proven: set[int]) -> dict[int, list[ActOnRecord]]:
    columns = ("account_id", "pk", "kind", "happened", "known_from", "valid_until", "source_id")
    held = ActRecord.objects.filter(account_id__in=account_ids, known_until=None)
    found = defaultdict(list)
    for account_id, pk, kind, happened, known_from, valid_until, source_id in held.values_list(
        *columns
    ):
        act = Act(
            kind=ActKind(kind), happened=happened, known_from=known_from, valid_until=valid_until
        )
        found[account_id].append(
            ActOnRecord(
                kind=act.kind,
                happened=happened,
                earliest=act.earliest,
                latest=act.latest,
                is_proven=source_id is not None or pk in proven,
            )
        )
    return found
