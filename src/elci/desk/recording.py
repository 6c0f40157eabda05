"""What the desk's forms record: each function all of it or nothing."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

from elci.agreements.actions import (
    AccountFacts,
    ActFacts,
    attach_document,
    change_account,
    change_parties,
    correct_act,
    open_account,
    record_act,
)
from elci.desk.partners import adopt_party
from elci.documents.actions import cite_source, keep_document
from elci.domain.acts.kinds import ActKind
from elci.domain.successions import SuccessionKind
from elci.domain.vocabularies import Instrument, MembershipGrade
from elci.foundation.grades import Grade
from elci.memberships.actions import record_grade
from elci.organisations.actions import SuccessionFacts, record_succession

if TYPE_CHECKING:
    from elci.accounts.models import User, Workspace
    from elci.agreements.models import Account, ActRecord, Attachment
    from elci.organisations.models import Organisation, Succession

Cleaned = Mapping[str, Any]


@transaction.atomic
def enter_relation(
    workspace: "Workspace", tokens: Sequence[str], *, cleaned: Cleaned, user: "User", today: date
) -> "Account":
    """Enter a relation with its parties, its first act and, for a membership, its grade."""
    account = open_account(
        workspace=workspace,
        partners=list(dict.fromkeys(map(adopt_party, tokens))),
        facts=_account_facts(cleaned),
        first_acts=(_act_facts(cleaned, workspace),),
        user=user,
        today=today,
        known_from=today,
        separate=cleaned["separate"],
    )
    if cleaned["membership_grade"] or cleaned["units"]:
        enter_grade(account, cleaned={**cleaned, "reason": ""}, user=user)
    return account


@transaction.atomic
def enter_act(account: "Account", *, cleaned: Cleaned, user: "User", today: date) -> "ActRecord":
    """Record an act with the document that proves it."""
    facts = _act_facts(cleaned, account.workspace)
    act = record_act(account, facts, user=user, today=today, known_from=today)
    if cleaned.get("document"):
        enter_document(account, act=act, cleaned=cleaned, user=user)
    return act


@transaction.atomic
def enter_correction(
    act: "ActRecord", *, cleaned: Cleaned, user: "User", today: date
) -> "ActRecord":
    """Put a corrected act in the place of another."""
    facts = _act_facts(cleaned, act.account.workspace)
    return correct_act(act, facts, user=user, today=today, reason=cleaned["reason"])


def enter_description(account: "Account", *, cleaned: Cleaned, user: "User") -> None:
    """Change what is said of a relation apart from its acts."""
    change_account(account, _account_facts(cleaned), user=user, reason=cleaned["reason"])


@transaction.atomic
def enter_document(
    account: "Account", *, act: "ActRecord | None", cleaned: Cleaned, user: "User"
) -> "Attachment":
    """Keep a file and attach it."""
    document = keep_document(
        workspace=account.workspace,
        user=user,
        file=cleaned["document"],
        title=cleaned["title"],
        grade=Grade(cleaned["document_grade"]),
        max_bytes=settings.MAX_UPLOAD_BYTES,
    )
    return attach_document(account, document, act=act, user=user)


@transaction.atomic
def enter_parties(
    account: "Account", tokens: Sequence[str], *, cleaned: Cleaned, user: "User"
) -> None:
    """Put the right other parties in the place of wrong ones."""
    partners = list(dict.fromkeys(map(adopt_party, tokens)))
    change_parties(account, partners, user=user, reason=cleaned["reason"])


@transaction.atomic
def enter_succession(
    body: "Organisation",
    token: str,
    *,
    cleaned: Cleaned,
    user: "User",
    workspace: "Workspace",
    today: date,
) -> "Succession":
    """Record that a body was succeeded by another, which may be new to the register."""
    facts = SuccessionFacts(
        since=cleaned["since"],
        kind=SuccessionKind(cleaned["succession_kind"]),
        source_tr=cleaned["source"],
    )
    return record_succession(
        body, adopt_party(token), facts, user=user, workspace=workspace, today=today
    )


def enter_grade(account: "Account", *, cleaned: Cleaned, user: "User") -> None:
    """Record the grade of a membership and the units in charge of it."""
    record_grade(
        account,
        grade=MembershipGrade(cleaned["membership_grade"] or MembershipGrade.MEMBER),
        as_printed="",
        since=cleaned.get("since"),
        units=cleaned["units"],
        user=user,
        reason=cleaned["reason"],
    )


def act_initial(act: "ActRecord") -> dict[str, Any]:
    """Return an act as the form that corrects it shows it."""
    return {
        "kind": act.kind,
        "happened": act.happened,
        "valid_until": act.valid_until,
        "organ": act.organ,
        "number": act.number,
        "places": act.places,
        "source": None if act.source is None else act.source.uuid,
        "source_detail": act.source_detail,
        "note": act.note,
    }


def account_initial(account: "Account") -> dict[str, Any]:
    """Return an account as the form that changes its description shows it."""
    return {
        "instrument": account.instrument,
        "grade": account.grade,
        "local_name": account.local_name,
        "partner_as_printed": account.partner_as_printed,
        "dimensions": account.dimensions,
        "purposes": account.purposes,
        "fields_of_work": account.fields,
        "forms_of_work": account.forms,
        "account_note": account.note,
    }


def _account_facts(cleaned: Cleaned) -> AccountFacts:
    return AccountFacts(
        instrument=Instrument(cleaned["instrument"]),
        grade=Grade(cleaned["grade"]),
        local_name=cleaned["local_name"],
        partner_as_printed=cleaned["partner_as_printed"],
        dimensions=tuple(cleaned["dimensions"]),
        purposes=tuple(cleaned["purposes"]),
        fields=tuple(cleaned["fields_of_work"]),
        forms=tuple(cleaned["forms_of_work"]),
        note=cleaned["account_note"],
    )


def _act_facts(cleaned: Cleaned, workspace: "Workspace") -> ActFacts:
    source = cleaned["source"]
    if cleaned["source_title"]:
        source = cite_source(
            workspace=workspace,
            title_tr=cleaned["source_title"],
            publisher=cleaned["source_publisher"],
            stated_on=cleaned["source_stated_on"],
            address=cleaned["source_address"],
        )
    return ActFacts(
        kind=ActKind(cleaned["kind"]),
        happened=cleaned["happened"],
        valid_until=cleaned["valid_until"],
        organ=cleaned["organ"],
        number=cleaned["number"],
        places=cleaned["places"],
        source=source,
        source_detail=cleaned["source_detail"],
        note=cleaned["note"],
    )
