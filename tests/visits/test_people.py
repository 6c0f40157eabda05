"""Delegations, what is kept of people for a time, and the proof of its purge."""

import json
from datetime import timedelta

import pytest
from django.utils import translation

from elci.accounts.models import Change
from elci.domain.visiting.delegations import MOST_PEOPLE
from elci.domain.visiting.words import DelegateRole, DetailKind, Rank, Side
from elci.foundation.eyes import PUBLIC
from elci.visits.actions import (
    VisitRefusedError,
    add_delegates,
    change_delegate,
    erase_delegate,
    keep_detail,
    paste_delegation,
    purge_due,
    purge_visit,
    withdraw_delegate,
)
from elci.visits.models import Delegate, PersonDetail, Purge
from elci.visits.queries.people import all_details, delegation_of, details_readable_by, purges_of
from tests.builders import make_user
from tests.visits.kept_visits import TODAY, day, delegate_facts, make_delegate, make_visit, reads

pytestmark = pytest.mark.django_db
LIST = "Boyan Örnek, Belediye Başkanı\nAna Örnek; Uzman\nIvo Örnek"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def names(visit, side=Side.THEIRS):
    return [each.name for each in delegation_of(visit, side)]


def history():
    return json.dumps(list(Change.objects.values("before", "after", "reason")), ensure_ascii=False)


def test_pasted_list_becomes_a_delegation_headed_by_its_first():
    visit = make_visit()

    paste_delegation(visit, LIST, side=Side.THEIRS, user=None)
    paste_delegation(visit, "Eva Örnek, Vali", side=Side.THEIRS, user=None)

    found = delegation_of(visit, Side.THEIRS)
    assert [(each.name, each.rank, each.role) for each in found] == [
        ("Boyan Örnek", Rank.MAYOR, DelegateRole.HEAD),
        ("Eva Örnek", Rank.GOVERNOR, DelegateRole.MEMBER),
        ("Ana Örnek", Rank.EXPERT, DelegateRole.MEMBER),
        ("Ivo Örnek", Rank.OTHER, DelegateRole.MEMBER),
    ]
    assert names(visit, Side.OURS) == []


@pytest.mark.parametrize(
    ("pasted", "says"),
    [
        ("Ad Soyad, Unvan\n" * 10_000, "10000 people; a delegation list holds at most 200"),
        (", Vali", "Line 1"),
        (" \n ", "at least one line"),
    ],
)
def test_list_that_cannot_be_taken_is_refused_whole(pasted, says):
    visit = make_visit()

    with pytest.raises(VisitRefusedError, match=says) as refused:
        paste_delegation(visit, pasted, side=Side.THEIRS, user=None)

    assert refused.value.field == "pasted"
    assert Delegate.objects.count() == 0


def test_delegation_does_not_grow_beyond_its_limit():
    visit = make_visit()
    add_delegates(visit, [delegate_facts()] * MOST_PEOPLE, user=None)

    with pytest.raises(VisitRefusedError, match="201 people"):
        make_delegate(visit)
    with pytest.raises(VisitRefusedError, match="name"):
        make_delegate(make_visit(visit.workspace), "  ")


def test_place_by_hand_and_corrections_leave_no_name_in_the_history():
    visit = make_visit()
    paste_delegation(visit, LIST, side=Side.THEIRS, user=None)
    last = Delegate.objects.get(name="Ivo Örnek")
    facts = delegate_facts(
        "Ivo Örnekov", place_by_hand=1, role=DelegateRole.MEMBER, rank=Rank.EXPERT
    )

    change_delegate(last, facts, user=None)
    change_delegate(last, facts, user=None)
    with pytest.raises(VisitRefusedError, match="name"):
        change_delegate(last, delegate_facts(""), user=None)

    assert names(visit)[0] == "Ivo Örnekov"
    change = Change.objects.get(verb="changed")
    assert change.after == {"parts": ["name", "place_by_hand", "rank", "title"]}
    assert "rnek" not in history().replace("Filibe", "")


def test_detail_is_kept_for_a_purpose_until_a_day_and_then_goes_with_proof():
    visit = make_visit()
    first, second = make_delegate(visit), make_delegate(visit, "Ana Örnek")
    user = make_user(visit.workspace)

    diet = keep_detail(first, DetailKind.DIET, "Fıstık", today=TODAY, user=user)
    keep_detail(first, DetailKind.DIET, "Fıstık ve süt", today=TODAY, user=user)
    keep_detail(second, DetailKind.DIET, "Etsiz", today=TODAY, user=user)
    keep_detail(first, DetailKind.CONTACT, "+359", purpose="Ulaşmak", today=TODAY, user=user)

    diet.refresh_from_db()
    assert (diet.value, diet.purpose, diet.purge_on) == (
        "Fıstık ve süt",
        "meals of the programme",
        day(7),
    )
    assert purge_due(all_details(), today=day(6), user=None) == []
    (proof,) = purge_due(all_details(), today=day(7), user=None)
    assert (proof.counts, proof.purged_by, proof.visit) == ({"diet": 2}, None, visit)
    assert list(purges_of(visit)) == [proof]
    diet.refresh_from_db()
    assert (diet.value, diet.purged_at is None) == ("", False)
    assert [each.value for each in details_readable_by(reads(visit.workspace))] == ["+359"]
    assert list(details_readable_by(PUBLIC)) == []
    assert "Fıstık" not in history()
    assert "Etsiz" not in history()


def test_detail_needs_a_value():
    person = make_delegate(make_visit())

    with pytest.raises(VisitRefusedError, match="what is to be kept"):
        keep_detail(person, DetailKind.DIET, " ", today=TODAY, user=None)


def test_everything_of_a_visit_may_go_before_its_day():
    visit = make_visit()
    keep_detail(make_delegate(visit), DetailKind.VISA, "U 123", today=TODAY, user=None)

    proof = purge_visit(visit, reason="Heyet gelmedi", user=None)

    assert proof is not None
    assert (proof.counts, proof.reason) == ({"visa": 1}, "Heyet gelmedi")
    assert purge_visit(visit, reason="Yine", user=None) is None
    with pytest.raises(VisitRefusedError, match="why it goes now"):
        purge_visit(visit, reason="", user=None)


def test_person_taken_off_the_list_leaves_no_detail():
    visit = make_visit()
    person = make_delegate(visit)
    keep_detail(person, DetailKind.ADDRESS, "Sokak 1", today=TODAY, user=None)

    withdraw_delegate(person, reason="Gelmiyor", user=None)
    withdraw_delegate(make_delegate(visit, "Ana Örnek"), reason="Gelmiyor", user=None)

    assert names(visit) == []
    assert PersonDetail.objects.get().value == ""
    assert [each.counts for each in Purge.objects.all()] == [{"address": 1}]


def test_erased_person_is_still_counted_by_rank():
    visit = make_visit()
    person = make_delegate(visit)
    keep_detail(person, DetailKind.CONTACT, "+359", today=TODAY, user=None)

    with pytest.raises(VisitRefusedError, match="who asked for it"):
        erase_delegate(person, reason=" ", user=None)
    proof = erase_delegate(person, reason="Kişinin isteği, 1 Haziran", user=None)

    person.refresh_from_db()
    assert (person.name, person.title, person.rank, str(person)) == ("", "", Rank.MAYOR, "–")
    assert proof.counts == {"contact": 1, "name": 1}
    with pytest.raises(VisitRefusedError, match="was erased"):
        change_delegate(person, delegate_facts(), user=None)
    with pytest.raises(VisitRefusedError, match="was erased"):
        erase_delegate(person, reason="Yine", user=None)


def test_person_who_was_taken_off_may_still_be_erased():
    visit = make_visit()
    person = make_delegate(visit)
    withdraw_delegate(person, reason="Gelmiyor", user=None)

    assert erase_delegate(person, reason="İstek", user=None).counts == {"name": 1}
    assert day(1) - TODAY == timedelta(days=1)
