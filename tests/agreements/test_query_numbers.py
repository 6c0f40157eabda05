"""No list asks the database more often because it has more rows."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from elci.accounts.models import Workspace
from elci.agreements.actions import withdraw_account
from elci.agreements.queries.drawings import chronicles, ties_to_draw
from elci.agreements.queries.partners import relations_of_country
from elci.agreements.queries.register import register_page
from elci.agreements.queries.relations import (
    accounts_editable_by,
    full_accounts,
    partners_of,
    sibling_accounts,
    withdrawn_accounts,
)
from elci.agreements.queries.statistics import count_statistics, first_findings
from elci.domain.register import RegisterFilter
from elci.foundation.eyes import Eyes
from tests.builders import TODAY, make_account, make_workspace

pytestmark = pytest.mark.django_db
EVERYTHING = RegisterFilter(text="filibe")


def read_page(eyes: Eyes) -> list[object]:
    page = register_page(EVERYTHING, eyes, today=TODAY, language="tr")
    return [(row.entry.place, row.entry.account.uuid, row.workspace.name_tr) for row in page.rows]


def read_ties(eyes: Eyes) -> list[object]:
    return [tie.host for tie in ties_to_draw(EVERYTHING, eyes, today=TODAY, total=4)]


def read_chronicles(eyes: Eyes) -> list[object]:
    rows = chronicles(EVERYTHING, eyes, today=TODAY, language="tr", start=0, size=10)
    return [(row.acts, row.account.entry.partner_tr) for row in rows]


def read_country(eyes: Eyes) -> list[object]:
    rows = relations_of_country("BG", eyes, today=TODAY, language="tr")
    return [(row.entry.place, row.entry.account.uuid) for row in rows]


def read_full(eyes: Eyes) -> list[object]:
    return [
        (partners_of(each), list(each.acts.all()), list(each.attachments.all()), each.workspace)
        for each in full_accounts(eyes).filter(withdrawn_at=None)
    ]


def read_editable(eyes: Eyes) -> list[object]:
    return [
        [party.organisation.place for party in account.relation.parties.all()]
        for account in accounts_editable_by(eyes)
    ]


def read_siblings(eyes: Eyes) -> list[object]:
    account = accounts_editable_by(eyes).order_by("pk").first()
    return [other.entry.since for other in sibling_accounts(account, eyes)]


def read_withdrawn(eyes: Eyes) -> list[object]:
    return [partners_of(account) for account in withdrawn_accounts(eyes)]


def read_statistics(eyes: Eyes) -> list[object]:
    return list(count_statistics(EVERYTHING, eyes, today=TODAY).counts.cells)


def read_findings(eyes: Eyes) -> list[object]:
    return [(each.entry.partner_tr, each.entry.account.uuid) for each in first_findings(eyes)]


def queries_of(read: Callable[[Eyes], list[object]], eyes: Eyes) -> tuple[int, int]:
    with CaptureQueriesContext(connection) as captured:
        rows = read(eyes)
    return len(captured), len(rows)


def add(workspace: Workspace, instrument: str) -> None:
    """One relation that has a contradiction, and one that is withdrawn."""
    acts = [("signed", "1971"), ("signed", "1972")]
    make_account(workspace, instrument=instrument, acts=acts)
    gone = make_account(workspace, instrument=instrument, acts=[("signed", "1973")])
    withdraw_account(gone, user=None, reason="mistake")


@pytest.mark.parametrize(
    ("read", "few", "many"),
    [
        (read_page, 1, 3),
        (read_ties, 1, 1),
        (read_chronicles, 1, 3),
        (read_country, 1, 3),
        (read_full, 1, 3),
        (read_editable, 1, 3),
        (read_siblings, 0, 2),
        (read_withdrawn, 1, 3),
        (read_statistics, 1, 3),
        (read_findings, 1, 3),
    ],
)
def test_number_of_queries_does_not_grow_with_the_rows(read, few, many):
    workspace = make_workspace()
    eyes = Eyes(reads=frozenset({workspace.pk}), writes=frozenset({workspace.pk}))
    add(workspace, "sister_city")
    small = queries_of(read, eyes)
    for instrument in ("memorandum", "goodwill_letter"):
        add(workspace, instrument)

    large = queries_of(read, eyes)

    assert (small[1], large[1]) == (few, many)
    assert small[0] == large[0] <= 6
