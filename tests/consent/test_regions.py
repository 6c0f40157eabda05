"""Laws that differ by state or province reach the keepers who lie there, and nobody else."""

from datetime import date

import pytest

from elci.accounts.models import Workspace
from elci.agreements.actions import AccountFacts, open_account
from elci.consent.actions import CaseFacts, open_case
from elci.consent.queries.cases import state_of
from elci.consent.queries.compliance import find_gaps
from elci.consent.queries.packs import circumstances_of, circumstances_of_place, named
from elci.consent.queries.portfolio import keepers
from elci.documents.actions import cite_source
from elci.domain.casework.gaps import GapKind
from elci.domain.law.words import Verdict
from elci.domain.vocabularies import Instrument
from tests.builders import act_facts, make_partner, make_place, make_workspace
from tests.consent.cases import TODAY, by, make_case, question, reads

BANNED = date(2026, 1, 5)
"""After Texas barred ties with some countries."""

pytestmark = pytest.mark.django_db
HOSTS = [
    ("Houston", "ABD", "us", {"state": "TX"}),
    ("Indianapolis", "ABD", "us", {"state": "IN"}),
    ("Chicago", "ABD", "us", {"state": "other"}),
    ("Montréal", "Kanada", "ca", {"province": "QC"}),
    ("Toronto", "Kanada", "ca", {"province": "other"}),
    ("İstanbul", "Türkiye", "tr", {}),
    ("İstanbul", "Türkiye", "us", {}),
]


def host(name: str, country: str) -> Workspace:
    return make_workspace("host", name=name, place=make_place(name, country))


@pytest.mark.parametrize(("name", "country", "pack", "known"), HOSTS)
def test_state_of_a_keeper_is_known_from_its_place(name, country, pack, known):
    assert circumstances_of(host(name, country), named(pack)) == known


@pytest.mark.parametrize(("name", "country", "pack", "known"), HOSTS[:6])
def test_finder_knows_the_same(name, country, pack, known):
    workspace = host(name, country)

    assert dict(keepers(reads(workspace))[workspace.pk].circumstances) == known


@pytest.mark.parametrize(
    ("country", "key"), [("US", None), ("US", "no-such-place"), (None, "4699066"), ("XX", "x")]
)
def test_nothing_is_known_of_a_place_that_is_not(country, key):
    assert circumstances_of_place(country, key) == {}


def test_case_in_texas_knows_its_state_and_the_country_of_its_partner():
    workspace, partner = host("Houston", "ABD"), make_partner("Şanghay", "Çin")

    case = make_case(workspace=workspace, partner=partner, pack="us", today=BANNED)
    elsewhere = make_case(workspace=workspace, partner=partner, pack="us", today=BANNED,
                          context={"state": "other"})  # fmt: skip

    assert state_of(case, BANNED).question.context == {"state": "TX", "partner_country": "CN"}
    assert state_of(case, BANNED).verdict_of_the_act is Verdict.PROHIBITED
    assert state_of(elsewhere, BANNED).verdict_of_the_act is Verdict.FREE


@pytest.mark.parametrize(("name", "found"), [("Houston", [GapKind.NOT_ALLOWED]), ("Chicago", [])])
def test_finder_asks_the_law_of_the_keepers_own_state(name, found):
    workspace = host(name, "ABD")
    source = cite_source(workspace=workspace, title_tr="Tutanak")
    signed = act_facts("signed", "2025-10-01", source=source)
    open_account(
        workspace=workspace, partners=[make_partner("Şanghay", "Çin")],
        facts=AccountFacts(instrument=Instrument.SISTER_CITY), first_acts=[signed], user=None,
        today=BANNED, known_from=BANNED,
    )  # fmt: skip

    kinds = [each.kind for each in find_gaps(reads(workspace), today=BANNED)]

    assert [kind for kind in kinds if kind is GapKind.NOT_ALLOWED] == found


def test_what_the_question_says_itself_stands_above_what_is_known():
    case = make_case(workspace=host("Houston", "ABD"), pack="us", context={"state": "IN"})

    assert state_of(case, TODAY).question.context["state"] == "IN"


def test_case_without_a_partner_knows_no_country():
    workspace = host("Houston", "ABD")
    case = open_case(
        workspace=workspace, pack="us", question=question("contact_mission"),
        about=CaseFacts(title="Konsolosluk"), by=by(workspace),
    )  # fmt: skip

    assert state_of(case, TODAY).question.context == {"state": "TX"}
