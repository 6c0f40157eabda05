"""The impact run over a portfolio."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from elci.consent.actions import close_case
from elci.consent.queries.impact import impact_of
from elci.consent.queries.packs import named
from elci.domain.casework.impact import NotTouched
from elci.domain.casework.law_changes import Touch
from elci.domain.law.library import pack
from elci.domain.law.pack import Conditions, Rule, Span
from elci.domain.law.words import Slot, Verdict
from elci.domain.texts import Text
from elci.foundation.eyes import PUBLIC
from tests.builders import make_account, make_partner, make_place, make_workspace
from tests.consent.cases import PACK, by, make_case, reads

pytestmark = pytest.mark.django_db
TODAY = date(2024, 6, 3)


def barred(*acts, starts=date(2025, 1, 1), law="tr"):
    """A law with one rule more, that prohibits some acts from a day on."""
    old = pack("tr") if law == "tr" else named(law).pack
    rule = Rule(
        id="bar",
        name=Text("Yasaktır.", "It is prohibited."),
        slot=Slot.APPROVAL,
        verdict=Verdict.PROHIBITED,
        conditions=Conditions(
            {"act": frozenset(acts), "counterpart": frozenset({"foreign_local_authority"})},
            span=Span(starts),
        ),
        overrides=tuple(old.rules),
    )
    return old, replace(old, rules={**old.rules, "bar": rule})


def test_run_tells_whom_a_rule_touches_and_why_not_the_others():
    workspace = make_workspace()
    standing = make_account(workspace, acts=[("signed", "2015-06-01")])
    over = make_account(workspace, acts=[("signed", "2014-06-02"), ("terminated", "2017-03-15")])
    network = make_account(workspace, instrument="memorandum", acts=[("signed", "2015-06-01")])
    domestic = make_account(workspace, partner=make_partner("Bursa", "Türkiye"))

    found = impact_of(*barred("sister_city"), reads(workspace), today=TODAY)

    (touched,) = found.touched
    assert (touched.account_uuid, touched.case_uuid, touched.since) == (
        standing.uuid, None, date(2025, 1, 1),
    )  # fmt: skip
    assert [change.rules for change in touched.changes] == [("bar",)]
    assert "01.01.2025" in touched.notice.tr
    assert list(found.rules) == ["bar"]
    assert {each.account_uuid: each.why for each in found.untouched} == {
        over.uuid: NotTouched.OVER,
        network.uuid: NotTouched.OTHER_CASES,
        domestic.uuid: NotTouched.NOT_ABROAD,
    }
    because = {each.account_uuid: each.because for each in found.untouched}
    assert [(each.rule, each.facet) for each in because[network.uuid]] == [("bar", "act")]
    assert found.reasons == Counter(dict.fromkeys(
        [NotTouched.OVER, NotTouched.OTHER_CASES, NotTouched.NOT_ABROAD], 1))  # fmt: skip


def test_law_with_effect_for_the_past_touches_what_is_over_too():
    workspace = make_workspace()
    make_account(workspace, acts=[("signed", "2015-06-01"), ("terminated", "2017-03-15")])

    found = impact_of(
        *barred("sister_city", starts=date(2014, 1, 1)), reads(workspace), today=TODAY
    )

    assert [change.touch for each in found.touched for change in each.changes] == [Touch.ON_RECORD]


def test_same_law_touches_nothing():
    workspace = make_workspace()
    make_account(workspace, acts=[("signed", "2015-06-01")])
    make_case(workspace=workspace)

    found = impact_of(pack("tr"), pack("tr"), reads(workspace), today=TODAY)

    assert (found.touched, found.rules) == ([], {})
    assert found.reasons == Counter({NotTouched.SAME_ANSWER: 1})


def test_open_case_whose_steps_change_is_touched():
    workspace = make_workspace()
    case = make_case(workspace=workspace)
    closed = make_case(workspace=workspace)
    close_case(closed, on=TODAY, reason="vazgeçildi", by=by(workspace))

    found = impact_of(
        *barred("sister_city", starts=date(2024, 1, 1), law=PACK), reads(workspace), today=TODAY
    )

    (touched,) = found.touched
    assert (touched.account_uuid, touched.case_uuid) == (None, case.uuid)
    assert [step.key for step in touched.changes[0].gone][:2] == ["council", "transmit"]


def test_only_keepers_of_the_country_whose_eyes_read_are_asked_about():
    sofia = make_workspace("sofya", place=make_place("Sofya", "Bulgaristan"), name="Sofya")
    make_account(sofia, partner=make_partner("Ankara", "Türkiye"), acts=[("signed", "2015")])
    workspace = make_workspace()
    make_account(workspace, acts=[("signed", "2015-06-01")])

    theirs = impact_of(*barred("sister_city"), reads(sofia), today=TODAY)
    nobody = impact_of(*barred("sister_city"), PUBLIC, today=TODAY)

    assert (theirs.touched, theirs.untouched) == ([], [])
    assert (nobody.touched, nobody.untouched) == ([], [])
