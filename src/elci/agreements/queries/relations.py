"""Single relations, with everything a page says of them, through given eyes."""

from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from django.db.models import Count, F, Prefetch, Q, QuerySet

from elci.accounts.models import Workspace
from elci.agreements.models import Account, ActRecord, Attachment, Party, RegisterPartner
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation

MOST_SIBLINGS: Final = 50


def accounts_visible_to(eyes: Eyes) -> QuerySet[Account]:
    """Return the accounts of the reader's own workspaces and those that are public.

    Withdrawn ones are among them: a link that somebody cited must answer with the reason.
    """
    return Account.objects.filter(Q(workspace_id__in=eyes.reads) | Q(grade=Grade.FULL))


def accounts_editable_by(eyes: Eyes) -> QuerySet[Account]:
    """Return the accounts in which the reader may record acts."""
    return with_parties(Account.objects.filter(workspace_id__in=eyes.writes, withdrawn_at=None))


def with_parties(accounts: QuerySet[Account]) -> QuerySet[Account]:
    """Bring the parties with their places, in two queries for any number of accounts."""
    return accounts.select_related("workspace", "relation").prefetch_related(standing_parties())


def standing_parties() -> "Prefetch[Any]":
    """Return what brings the parties of accounts with their places, without those replaced."""
    parties = Party.objects.filter(replaced_at=None).select_related("organisation__place")
    return Prefetch("relation__parties", parties)


def full_accounts(eyes: Eyes) -> QuerySet[Account]:
    """Return accounts with parties, acts (corrected ones too) and attachments."""
    return _in_full(accounts_visible_to(eyes), eyes).prefetch_related("entry__findings")


def kept_accounts(eyes: Eyes) -> QuerySet[Account]:
    """Return the accounts that the reader's own workspaces keep, withdrawn ones too, in full.

    A withdrawn one has no ``entry``.
    """
    kept = Account.objects.filter(workspace_id__in=eyes.reads)
    return (
        _in_full(kept, eyes)
        .select_related("workspace", "relation", "entry", "made_by", "withdrawn_by")
        .prefetch_related("entry__findings")
    )


def kept_accounts_named(uuids: Iterable[UUID], eyes: Eyes) -> dict[UUID, Account]:
    """Return the accounts with these numbers in the reader's workspaces, with their parties."""
    kept = Account.objects.filter(workspace_id__in=eyes.reads, uuid__in=set(uuids))
    return {account.uuid: account for account in with_parties(kept)}


def _in_full(accounts: QuerySet[Account], eyes: Eyes) -> QuerySet[Account]:
    acts = ActRecord.objects.select_related("source", "recorded_by")
    attachments = Attachment.objects.select_related("document").filter(
        Q(document__workspace_id__in=eyes.reads) | Q(document__grade=Grade.FULL)
    )
    return with_parties(accounts).prefetch_related(
        Prefetch("acts", acts), Prefetch("attachments", attachments)
    )


def acts_editable_by(eyes: Eyes) -> QuerySet[ActRecord]:
    """Return the standing acts that the reader may correct or withdraw."""
    return ActRecord.objects.filter(
        account__workspace_id__in=eyes.writes, account__withdrawn_at=None, known_until=None
    ).select_related("account__workspace", "source")


def acts_once_editable_by(eyes: Eyes) -> QuerySet[ActRecord]:
    """Return the acts of the accounts that the reader may change, replaced ones too.

    A page that was opened before somebody else corrected its act can so say what has happened.
    """
    return ActRecord.objects.filter(
        account__workspace_id__in=eyes.writes, account__withdrawn_at=None
    ).select_related("account__workspace", "account__relation", "source")


def attachments_editable_by(eyes: Eyes) -> QuerySet[Attachment]:
    """Return the documents, each with its account, about which the reader may decide."""
    return Attachment.objects.filter(
        account__workspace_id__in=eyes.writes,
        account__withdrawn_at=None,
        document__workspace_id__in=eyes.writes,
    ).select_related("document", "account__workspace", "account__relation")


def accounts_like(
    workspace: Workspace, partners: Sequence[Organisation], instrument: Instrument
) -> QuerySet[Account]:
    """Return a workspace's accounts of this instrument with exactly these partners."""
    wanted = {body.pk for body in partners}
    same = Account.objects.filter(
        workspace=workspace, instrument=instrument, withdrawn_at=None
    ).annotate(
        others=Count(
            "relation__parties",
            filter=Q(relation__parties__replaced_at=None)
            & (
                ~Q(relation__parties__organisation__workspace=F("workspace"))
                | Q(relation__parties__organisation__workspace=None)
            ),
            distinct=True,
        )
    )
    for body in wanted:
        same = same.filter(
            relation__parties__organisation_id=body, relation__parties__replaced_at=None
        )
    acts = Prefetch("acts", ActRecord.objects.filter(known_until=None))
    return same.filter(others=len(wanted)).prefetch_related(acts)


def sibling_accounts(account: Account, eyes: Eyes) -> QuerySet[Account]:
    """Return the same workspace's other accounts with any of the same partners, oldest first.

    At most `MOST_SIBLINGS`: the pages of the partners list them all.
    """
    partners = partners_of(account)
    bodies = Q(organisation__in=[body.pk for body in partners])
    places = Q(place__in=[body.place_id for body in partners if body.place_id is not None])
    same = RegisterPartner.objects.filter(bodies | places).values("entry_id")
    siblings = (
        accounts_visible_to(eyes)
        .filter(pk__in=same, workspace_id=account.workspace_id, withdrawn_at=None)
        .exclude(pk=account.pk)
        .select_related("entry")
        .order_by(F("entry__since_day").asc(nulls_last=True), "pk")
    )
    return siblings[:MOST_SIBLINGS]


def withdrawn_accounts(eyes: Eyes) -> QuerySet[Account]:
    """Return the withdrawn accounts of the reader's workspaces, latest first."""
    return with_parties(
        Account.objects.filter(workspace_id__in=eyes.reads, withdrawn_at__isnull=False)
    ).order_by("-withdrawn_at")


def partners_of(account: Account) -> list[Organisation]:
    """Return the other parties, in their order; all of them where the keeper is not one."""
    parties = [party for party in account.relation.parties.all() if party.replaced_at is None]
    bodies = [party.organisation for party in parties]
    return [body for body in bodies if body.workspace_id != account.workspace_id]
