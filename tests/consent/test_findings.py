"""Gaps of each kind sown among clean relations: exactly those are found."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from elci.agreements.actions import attach_document, withdraw_account
from elci.consent.actions import ActDone, By, sign_without
from elci.consent.queries.compliance import (
    Subject,
    find_gaps,
    gap_counts,
    gaps_in,
    gaps_of_account,
)
from elci.documents.actions import cite_source
from elci.domain.casework.gaps import GapKind
from elci.foundation.eyes import PUBLIC
from elci.organisations.choices import OrganisationKind
from tests.builders import (
    act_facts,
    make_account,
    make_organisation,
    make_partner,
    make_place,
    make_workspace,
)
from tests.consent.cases import make_case, make_document, reads

pytestmark = pytest.mark.django_db
TODAY = date(2024, 6, 3)
CHAIN = {
    "council_decision": "2015-03-02",
    "sent_to_civil_administrator": "2015-03-06",
    "announced": "2015-03-06",
    "permit_granted": "2015-05-04",
    "signed": "2015-06-01",
}


@pytest.fixture
def workspace():
    return make_workspace()


def tie(workspace, *more, without="", unproven="", name="", **on):
    """A relation with every step, proved by a source, but for what the test leaves out."""
    source = cite_source(workspace=workspace, title_tr="Meclis tutanakları")
    days = {kind: day for kind, day in {**CHAIN, **on}.items() if kind != without}
    acts = [
        act_facts(kind, day, source=None if kind == unproven else source)
        for kind, day in days.items()
    ]
    partner = make_partner() if not name else make_organisation(name)
    return make_account(workspace, partner=partner, acts=[*acts, *more])


def told(findings):
    return [
        (finding.uuid, f"{finding.kind} {finding.gap.step.key if finding.gap.step else '-'}"
         + "?" * finding.possibly)
        for finding in findings
    ]  # fmt: skip


def test_seeded_gaps_are_found_and_nothing_else(workspace):
    source = cite_source(workspace=workspace, title_tr="Meclis tutanakları")
    sown = []
    for number, (gap, facts) in enumerate(
        [
            ("not_on_record council", {"without": "council_decision"}),
            ("not_on_record transmit", {"without": "sent_to_civil_administrator"}),
            ("not_on_record announce", {"without": "announced"}),
            ("not_on_record permit_municipal", {"without": "permit_granted"}),
            ("no_paper permit_municipal", {"unproven": "permit_granted"}),
            ("no_paper sign", {"unproven": "signed"}),
            ("late permit_municipal", {"permit_granted": "2015-06-02"}),
            ("late transmit?", {"sent_to_civil_administrator": "2015-04-06"}),
            ("contested permit_municipal",
             {"permit_granted": "2018-10-01", "signed": "2019-02-04"}),
            ("not_modelled -", {"signed": "2005-07-12", "without": "permit_granted",
                                "council_decision": "2005-01-03", "announced": "2005-01-05",
                                "sent_to_civil_administrator": "2005-01-05"}),
        ]
    ):  # fmt: skip
        for clean in range(3):
            tie(workspace, name=f"Temiz {number} {clean}")
        sown.append((tie(workspace, name=f"Boşluk {number}", **facts).uuid, gap))
    refused = act_facts("permit_refused", "2015-05-04", source=source)
    account = tie(workspace, refused, name="Ret", without="permit_granted")
    sown.append((account.uuid, "refused permit_municipal"))

    findings = find_gaps(reads(workspace), TODAY)

    assert told(findings) == sown
    counts = gap_counts(findings)
    assert counts[GapKind.NOT_ON_RECORD] == (4, 0)
    assert counts[GapKind.LATE] == (1, 1)


def test_finding_says_of_what_it_is(workspace):
    account = tie(workspace, without="permit_granted")

    (finding,) = find_gaps(reads(workspace), TODAY)

    assert (finding.subject, finding.uuid, finding.workspace_id, finding.instrument) == (
        Subject.RELATION, account.uuid, workspace.pk, "sister_city",
    )  # fmt: skip
    assert (finding.name_tr, finding.name_en) == ("Filibe", "Plovdiv")
    assert finding.gap.answer.step("permit_municipal").authority.tr.startswith("İçişleri")


def test_document_of_an_act_is_its_paper_and_one_of_the_relation_may_be(workspace):
    account = tie(workspace, unproven="permit_granted")
    document = make_document(workspace)

    attach_document(account, document, act=None, user=None)
    possible = told(find_gaps(reads(workspace), TODAY))
    permit = account.acts.get(kind="permit_granted")
    attach_document(account, make_document(workspace, "izin"), act=permit, user=None)

    assert possible == [(account.uuid, "no_paper permit_municipal?")]
    assert find_gaps(reads(workspace), TODAY) == []


def test_eyes_decide_whose_relations_are_looked_at(workspace):
    other = make_workspace("ankara")
    account = tie(other, without="permit_granted")
    tie(workspace, without="permit_granted")

    assert [uuid for uuid, _gap in told(find_gaps(reads(other), TODAY))] == [account.uuid]
    assert find_gaps(PUBLIC, TODAY) == []


def test_withdrawn_relation_has_no_gap(workspace):
    withdraw_account(tie(workspace, without="permit_granted"), user=None, reason="yanlış")

    assert find_gaps(reads(workspace), TODAY) == []


def test_tie_within_the_country_needs_no_consent_but_a_network_with_its_seat_there_does(workspace):
    make_account(workspace, partner=make_partner("Bursa", "Türkiye"), acts=[("signed", "2015")])
    network = make_organisation(
        "Birlik", place=make_place("Ankara", "Türkiye"), kind=OrganisationKind.NETWORK
    )
    seat = make_account(
        workspace, partner=network, instrument="membership",
        acts=[("entered_into_force", "2015-06-01")],
    )  # fmt: skip

    found = find_gaps(reads(workspace), TODAY)

    assert {finding.uuid for finding in found} == {seat.uuid}
    assert {finding.subject for finding in found} == {Subject.MEMBERSHIP}


def test_country_without_a_pack_is_not_modelled():
    sofia = make_workspace("sofya", place=make_place("Sofya", "Bulgaristan"), name="Sofya")
    signed = make_account(sofia, partner=make_partner("Ankara", "Türkiye"))
    make_account(sofia, partner=make_partner("Bursa", "Türkiye"), acts=[("proposed", "2020")])

    (finding,) = find_gaps(reads(sofia), TODAY)

    assert (finding.uuid, finding.kind, finding.gap, finding.possibly) == (
        signed.uuid, GapKind.NOT_MODELLED, None, False,
    )  # fmt: skip


def test_journey_without_its_notice_is_found(workspace):
    trip = make_case("send_delegation", workspace=workspace, counterpart="none", pack="tr",
                     on=date(2024, 5, 20), today=date(2024, 5, 6))  # fmt: skip
    make_case("send_delegation", workspace=workspace, counterpart="none", pack="tr")
    sign_without(
        trip, ActDone(on=date(2024, 5, 20)), reason="acele",
        by=By(user=None, today=date(2024, 5, 21)),
    )  # fmt: skip

    found = find_gaps(reads(workspace), TODAY)

    assert {finding.uuid for finding in found} == {trip.uuid}
    assert [finding.gap.step.key for finding in found] == [
        "council_travel", "inform_departure", "travel", "inform_return",
    ]  # fmt: skip
    assert {finding.subject for finding in found} == {Subject.CASE}


def test_findings_of_one_account(workspace):
    clean, account = tie(workspace), tie(workspace, without="permit_granted", name="Başka")
    eyes = reads(workspace)

    assert gaps_of_account(clean, eyes, TODAY) == []
    assert told(gaps_of_account(account, eyes, TODAY)) == told(find_gaps(eyes, TODAY))
    assert gaps_of_account(account, reads(make_workspace("ankara")), TODAY) == []


def test_findings_come_in_parts(workspace):
    accounts = [tie(workspace, name=f"{n}", without="permit_granted") for n in range(3)]
    eyes = reads(workspace)

    first = list(gaps_in(eyes, TODAY, most_accounts=2))
    rest = list(gaps_in(eyes, TODAY, after=accounts[1].pk, most_accounts=2))

    assert [finding.uuid for finding in first] == [accounts[0].uuid, accounts[1].uuid]
    assert [finding.uuid for finding in rest] == [accounts[2].uuid]


def test_number_of_queries_does_not_grow_with_the_register(workspace):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            find_gaps(reads(workspace), TODAY)
        return len(captured)

    tie(workspace, without="permit_granted")
    one = queries()
    for number in range(4):
        tie(workspace, without="permit_granted", name=f"{number}")

    assert queries() == one
