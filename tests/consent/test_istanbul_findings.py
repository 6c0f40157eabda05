"""What the finder says of Istanbul's register as it was published."""

from collections import Counter
from datetime import date

import pytest

from elci.agreements.models import Account
from elci.consent.queries.compliance import find_gaps, gap_counts
from elci.domain.acts.kinds import ActKind
from elci.domain.casework.gaps import GapKind
from tests.consent.cases import reads

pytestmark = pytest.mark.django_db
TODAY = date(2024, 6, 3)
HORIZON = date(2005, 7, 13)
REQUIRED = ["council", "transmit", "announce", "permit_municipal"]
ENDING = ["council_ordinary", "transmit", "announce"]
CONCLUDING = {ActKind.SIGNED, ActKind.ENTERED_INTO_FORCE, ActKind.RENEWED, ActKind.TERMINATED}


def expected(istanbul):
    """Each concluding act before the horizon: not modelled; after: every step is not on record."""
    found = Counter()
    for account in Account.objects.filter(workspace=istanbul).prefetch_related("acts"):
        opened = False
        for act in account.acts.all().order_by("pk"):
            if act.kind not in CONCLUDING or (act.kind == ActKind.SIGNED and opened):
                continue
            opened = True
            if act.happened.latest is not None and act.happened.latest < HORIZON:
                found[account.uuid, "not_modelled", None, act.happened] += 1
                continue
            steps = ENDING if act.kind == ActKind.TERMINATED else REQUIRED
            for step in steps:
                found[account.uuid, "not_on_record", step, act.happened] += 1
    return found


def test_finder_says_of_istanbul_what_its_tables_do_not_show_and_nothing_else(istanbul):
    findings = find_gaps(reads(istanbul), TODAY)

    found = Counter(
        (each.uuid, each.kind, each.gap.step and each.gap.step.key, each.gap.concluded.happened)
        for each in findings
    )
    assert found == expected(istanbul)
    assert not any(each.possibly for each in findings)
    assert gap_counts(findings) == {
        **dict.fromkeys(GapKind, (0, 0)),
        GapKind.NOT_MODELLED: (47, 0),
        GapKind.NOT_ON_RECORD: (231, 0),
    }


def test_only_ties_with_regions_are_contested(istanbul):
    contested = {each.name_en for each in find_gaps(reads(istanbul), TODAY) if each.gap.contested}

    assert contested == {"Gyeongsangbuk-do", "Punjab"}
