from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from elci.accounts.actions import record_change
from elci.accounts.models import User
from elci.agreements.actions.entries import refresh_entry
from elci.agreements.actions.opening import DuplicateRelationError
from elci.agreements.models import Account, Party
from elci.agreements.queries.relations import accounts_like, partners_of
from elci.domain.vocabularies import Instrument
from elci.organisations.models import Organisation


class PartiesRefusedError(ValueError):
    """Parties that a relation cannot have; the text says why and what to do."""


@transaction.atomic
def change_parties(
    account: Account, partners: Sequence[Organisation], *, user: User | None, reason: str
) -> None:
    """Put the right other parties in the place of wrong ones; the same again changes nothing.

    This corrects what was entered. Where a party was succeeded by another, that is an act, and the
    party stays. What was replaced stays on record with the reason. Raises ``PartiesRefusedError``,
    and ``DuplicateRelationError`` where the register has the same act with those parties already.
    """
    account.refresh_from_db(from_queryset=Account.objects.select_for_update())
    before = partners_of(account)
    if before == list(partners):
        return
    _refuse(account, partners)
    _replace(account, partners, user=user, reason=reason)
    _tell(account, user, before=before, after=partners, reason=reason)
    refresh_entry(account)


def _refuse(account: Account, partners: Sequence[Organisation]) -> None:
    if not partners:
        raise PartiesRefusedError(_("A relation needs another party. Choose at least one."))
    if any(body.workspace_id == account.workspace_id for body in partners):
        raise PartiesRefusedError(
            _("Your own body is a party already. Choose the other parties only.")
        )
    others = Account.objects.filter(relation_id=account.relation_id, withdrawn_at=None)
    if others.exclude(pk=account.pk).exists():
        raise PartiesRefusedError(
            _(
                "Another party keeps an account of this relation too, so its parties are not yours "
                "alone to change. Withdraw your account with a reason and enter it anew."
            )
        )
    _refuse_duplicate(account, partners)


def _refuse_duplicate(account: Account, partners: Sequence[Organisation]) -> None:
    acts = account.acts.filter(known_until=None).values_list("kind", "happened")
    own = {(str(kind), str(happened)) for kind, happened in acts}
    alike = accounts_like(account.workspace, partners, Instrument(account.instrument))
    for other in alike.exclude(pk=account.pk).order_by("pk"):
        if own & {(act.kind, str(act.happened)) for act in other.acts.all()}:
            raise DuplicateRelationError(other, may_be_separate=False)


def _replace(
    account: Account, partners: Sequence[Organisation], *, user: User | None, reason: str
) -> None:
    """Close the rows of those that are no parties, and put the rest in the order given."""
    standing = Party.objects.filter(relation_id=account.relation_id, replaced_at=None)
    others = standing.exclude(organisation__workspace_id=account.workspace_id)
    wanted = {body.pk: order for order, body in enumerate(partners, start=1)}
    kept = {party.organisation_id: party for party in others}
    others.exclude(organisation_id__in=wanted).update(
        replaced_at=timezone.now(), replaced_by=user, replacement_reason=reason
    )
    for body, order in wanted.items():
        party = kept.get(body) or Party(relation_id=account.relation_id, organisation_id=body)
        party.order = order
        party.save()


def _tell(
    account: Account,
    user: User | None,
    *,
    before: Sequence[Organisation],
    after: Sequence[Organisation],
    reason: str,
) -> None:
    record_change(
        workspace=account.workspace,
        user=user,
        verb="changed",
        subject_kind="parties",
        subject_uuid=account.uuid,
        account_uuid=account.uuid,
        before=_printed(before),
        after=_printed(after),
        reason=reason,
    )


def _printed(bodies: Sequence[Organisation]) -> dict[str, Any]:
    return {"partners": [body.name_tr for body in bodies]}
