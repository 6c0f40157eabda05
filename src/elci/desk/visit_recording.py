"""What the forms of a visit record; each function takes the work and what was written."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings

from elci.desk.records import act_words, partner_names
from elci.desk.visit_work import Work
from elci.documents.actions import keep_document
from elci.domain.visiting.precedence import guess_rank
from elci.domain.visiting.words import (
    CostBearer,
    DelegateRole,
    DetailKind,
    Direction,
    GiftDirection,
    OutcomeKind,
    Rank,
    Side,
    VisitPurpose,
)
from elci.foundation.grades import Grade
from elci.visits.actions import (
    JOURNEYS,
    BudgetFacts,
    DelegateFacts,
    GiftFacts,
    HourFacts,
    Invitation,
    OutcomeFacts,
    PurposeTest,
    VisitFacts,
    add_budget_line,
    add_delegates,
    add_gift,
    add_hour,
    add_outcome,
    attach_paper,
    cancel_visit,
    change_delegate,
    change_row,
    change_visit,
    erase_delegate,
    hold_visit,
    keep_detail,
    paste_delegation,
    purge_visit,
    record_invitation,
    record_protocol,
    record_purpose,
    replan_visit,
    tie_to_case,
    withdraw_delegate,
    withdraw_row,
    withdraw_visit,
    write_minutes,
)
from elci.visits.queries.visits import acts_for, cases_for, partners_of

if TYPE_CHECKING:
    from elci.documents.models import Document

Cleaned = Mapping[str, Any]


def kept_document(work: Work, cleaned: Cleaned, title: str = "") -> "Document | None":
    """Keep the file of a form, private to the workspace; nothing where none was given."""
    if not cleaned.get("document"):
        return None
    record = work.visit or work.on_promise
    return keep_document(
        workspace=record.workspace,
        user=work.user,
        file=cleaned["document"],
        title=title,
        grade=Grade.PRIVATE,
        max_bytes=settings.MAX_UPLOAD_BYTES,
    )


def visit_facts(cleaned: Cleaned) -> VisitFacts:
    """Return what the form of a visit says."""
    return VisitFacts(
        direction=Direction(cleaned["direction"]),
        title=cleaned["title"],
        purpose=VisitPurpose(cleaned["purpose"]),
        starts=cleaned["starts"],
        ends=cleaned["ends"],
        places=cleaned["places"],
        grade=Grade(cleaned["grade"]),
        stated_people=cleaned["stated_people"],
        stated_rank=cleaned["stated_rank"],
    )


def describe(work: Work, cleaned: Cleaned) -> None:
    """Change what a visit says."""
    change_visit(
        work.on_visit,
        visit_facts(cleaned),
        partners=partners_of(work.on_visit),
        user=work.user,
        reason=cleaned["reason"],
    )


def invite(work: Work, cleaned: Cleaned) -> None:
    """Record the invitation; a letter that is on record stays where none is given."""
    letter = kept_document(work, cleaned, str(cleaned["invited_by"]))
    facts = Invitation(
        invited_by=cleaned["invited_by"],
        invited_on=cleaned["invited_on"],
        invitation_number=cleaned["invitation_number"],
        invitation=letter or work.on_visit.invitation,
    )
    record_invitation(work.on_visit, facts, today=work.today, user=work.user)


def state_purpose(work: Work, cleaned: Cleaned) -> None:
    """Record the test of purpose."""
    facts = PurposeTest(
        aim=cleaned["aim"],
        why_travel=cleaned["why_travel"],
        cost_bearer=CostBearer(cleaned["cost_bearer"]),
    )
    record_purpose(work.on_visit, facts, today=work.today, user=work.user)


def case_choices(work: Work) -> list[tuple[str, str]]:
    """Return the consent cases that a visit may name."""
    found = cases_for(work.on_visit, work.eyes, JOURNEYS)
    return [(str(case.uuid), case.title) for case in found]


def name_case(work: Work, cleaned: Cleaned) -> None:
    """Name the consent case of a visit, or none."""
    chosen = cleaned["case"]
    found = cases_for(work.on_visit, work.eyes, JOURNEYS)
    case = found.get(uuid=UUID(chosen)) if chosen else None
    tie_to_case(work.on_visit, case, user=work.user)


def note_protocol(work: Work, cleaned: Cleaned) -> None:
    """Record flags and notes."""
    record_protocol(work.on_visit, **cleaned, user=work.user)


def hold(work: Work, _cleaned: Cleaned) -> None:
    """Record that it was held."""
    hold_visit(work.on_visit, today=work.today, user=work.user)


def cancel(work: Work, cleaned: Cleaned) -> None:
    """Record that it does not take place."""
    cancel_visit(work.on_visit, reason=cleaned["reason"], today=work.today, user=work.user)


def replan(work: Work, cleaned: Cleaned) -> None:
    """Take back that it was held or cancelled."""
    replan_visit(work.on_visit, reason=cleaned["reason"], today=work.today, user=work.user)


def take_out(work: Work, cleaned: Cleaned) -> None:
    """Withdraw the visit."""
    withdraw_visit(work.on_visit, reason=cleaned["reason"], user=work.user)


def write_down(work: Work, cleaned: Cleaned) -> None:
    """Write the minutes."""
    document = kept_document(work, cleaned)
    reason = cleaned.get("reason", "")
    write_minutes(
        work.on_visit, text=cleaned["text"], document=document, reason=reason, user=work.user
    )


def file_paper(work: Work, cleaned: Cleaned) -> None:
    """Put a document into the file."""
    document = kept_document(work, cleaned, cleaned["title"])
    if document is not None:
        attach_paper(work.on_visit, document, user=work.user)


def budget(work: Work, cleaned: Cleaned) -> None:
    """Add a line of the budget, or correct one."""
    facts = BudgetFacts(
        what=cleaned["what"], amount=cleaned["amount"], currency=cleaned["currency"]
    )
    _entered(work, cleaned, facts, add_budget_line)


def hour(work: Work, cleaned: Cleaned) -> None:
    """Add an hour to the programme, or correct one."""
    _entered(work, cleaned, HourFacts(**_without_reason(cleaned)), add_hour)


def gift(work: Work, cleaned: Cleaned) -> None:
    """Enter a gift, or correct one."""
    facts = _without_reason(cleaned)
    facts["direction"] = GiftDirection(cleaned["direction"])
    _entered(work, cleaned, GiftFacts(**facts), add_gift)


def act_choices(work: Work) -> list[tuple[str, str]]:
    """Return the acts with the partners, which may have come of the visit."""
    return [
        (str(act.uuid), f"{partner_names(act.account)}: {act_words(act, act.account.instrument)}")
        for act in acts_for(work.on_visit, work.eyes)[:200]
    ]


def outcome(work: Work, cleaned: Cleaned) -> None:
    """Record what came of a visit, or correct it."""
    acts = acts_for(work.on_visit, work.eyes)
    document = kept_document(work, cleaned)
    facts = OutcomeFacts(
        kind=OutcomeKind(cleaned["kind"]),
        text=cleaned["text"],
        happened=cleaned["happened"],
        act=acts.get(uuid=UUID(cleaned["act"])) if cleaned["act"] else None,
        document=document if work.row is None else work.row.document,
    )
    _entered(work, cleaned, facts, add_outcome)


def withdraw_entry(work: Work, cleaned: Cleaned) -> None:
    """Take an entry out of its list."""
    withdraw_row(work.row, reason=cleaned["reason"], user=work.user)


def person(work: Work, cleaned: Cleaned) -> None:
    """Add a person to a delegation, or correct what the list says."""
    facts = DelegateFacts(
        **{
            **cleaned,
            "side": Side(cleaned["side"]),
            "role": DelegateRole(cleaned["role"]),
            "rank": Rank(cleaned["rank"]) if cleaned["rank"] else guess_rank(cleaned["title"]),
        }
    )
    if work.row is None:
        add_delegates(work.on_visit, [facts], user=work.user)
    else:
        change_delegate(work.row, facts, user=work.user)


def paste(work: Work, cleaned: Cleaned) -> None:
    """Add a whole list."""
    paste_delegation(work.on_visit, cleaned["pasted"], side=Side(cleaned["side"]), user=work.user)


def take_off(work: Work, cleaned: Cleaned) -> None:
    """Take a person off the list."""
    withdraw_delegate(work.row, reason=cleaned["reason"], user=work.user)


def erase(work: Work, cleaned: Cleaned) -> None:
    """Erase who a person was."""
    erase_delegate(work.row, reason=cleaned["reason"], user=work.user)


def detail(work: Work, cleaned: Cleaned) -> None:
    """Keep something of a person for a time."""
    keep_detail(
        work.row,
        DetailKind(cleaned["kind"]),
        cleaned["value"],
        purpose=cleaned["purpose"],
        today=work.today,
        user=work.user,
    )


def purge(work: Work, cleaned: Cleaned) -> None:
    """Purge what is kept for a time, before its day."""
    purge_visit(work.on_visit, reason=cleaned["reason"], user=work.user)


def _without_reason(cleaned: Cleaned) -> dict[str, Any]:
    return {name: value for name, value in cleaned.items() if name != "reason"}


def _entered(work: Work, cleaned: Cleaned, facts: Any, add: Any) -> None:
    if work.row is None:
        add(work.on_visit, facts, user=work.user)
    else:
        change_row(work.row, facts, user=work.user, reason=cleaned["reason"])
