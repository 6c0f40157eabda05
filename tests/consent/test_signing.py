"""A case that is carried out, and what it becomes in the register."""

import pytest

from elci.agreements.queries.relations import full_accounts
from elci.consent.actions import (
    ActDone,
    MissingStepsError,
    sign_without,
)
from elci.consent.models import CaseEvent
from elci.domain.casework.state import CaseStatus
from elci.foundation.eyes import PUBLIC
from tests.consent.cases import (
    by,
    day,
    done,
    make_case,
    paper,
    signed,
    state,
    statuses,
)

pytestmark = pytest.mark.django_db


def acts(account):
    standing = account.acts.filter(known_until=None)
    rows = [(str(act.happened), act.kind, act.organ, act.number) for act in standing]
    return sorted(rows)


def test_signed_tie_stands_on_the_portal_with_all_its_acts():
    case = make_case()
    workspace = case.workspace
    done(case, "council", on=day(60), number="2024/112", final_on=day(55),
         papers=[paper(workspace, "decision")])  # fmt: skip
    done(case, "transmit", on=day(54), number="E-1", organ="İstanbul Valiliği")
    done(case, "announce", on=day(53))
    done(case, "permit", on=day(20), number="E-77", papers=[paper(workspace, "permit")])

    account = signed(case, number="7", places=("Filibe",), papers=(paper(workspace, "text"),))

    assert acts(account) == [
        ("2024-04-04", "council_decision", "belediye meclisi", "2024/112"),
        ("2024-04-10", "sent_to_civil_administrator", "İstanbul Valiliği", "E-1"),
        ("2024-04-11", "announced", "kamuoyu", ""),
        ("2024-05-14", "permit_granted", "Çevre ve Şehircilik Bakanlığı", "E-77"),
        ("2024-05-31", "signed", "", "7"),
    ]
    shown = full_accounts(PUBLIC).get(pk=account.pk)
    attached = {each.act.kind: each.document.title for each in shown.attachments.all()}
    assert attached == {
        "council_decision": "decision",
        "permit_granted": "permit",
        "signed": "text",
    }
    with_source = {act.kind for act in shown.acts.all() if act.source is not None}
    assert with_source == set(attached)
    assert (account.entry.grade, str(account.entry.since)) == ("full", "2024-05-31")
    assert state(case).status == CaseStatus.SIGNED


def test_signature_without_a_required_step_is_refused_and_changes_nothing():
    case = make_case()
    done(case, "council", on=day(60))

    with pytest.raises(MissingStepsError, match="Mülki idare amirine gönderme, Bakanlık izni"):
        signed(case)

    case.refresh_from_db()
    assert (case.act_on, case.account) == (None, None)
    assert not CaseEvent.objects.filter(kind__startswith="signed").exists()


def test_signature_without_a_required_step_is_kept_with_who_said_why():
    case = make_case()
    done(case, "council", on=day(60))

    account = sign_without(case, ActDone(on=day(3)), reason="İzin gelmedi.", by=by(case.workspace))

    event = case.events.last()
    assert (event.kind, event.facts["missing"]) == ("signed_without", ["transmit", "permit"])
    assert (event.facts["reason"], event.recorded_by.name) == ("İzin gelmedi.", "Deniz Uzman")
    assert statuses(case) == {
        "council": "done", "transmit": "left_out", "announce": "late",
        "permit": "left_out", "sign": "done", "register": "due",
    }  # fmt: skip
    assert state(case).status == CaseStatus.SIGNED_WITHOUT
    assert account.acts.get(kind="signed").note == "İzin gelmedi."
