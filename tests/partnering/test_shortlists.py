"""Shortlists: begun, filled with the reasons of the day, noted, put into cases, closed."""

import pytest

from elci.accounts.queries import recent_changes
from elci.partnering.actions import (
    PartneringRefusedError,
    SeenPlace,
    close_shortlist,
    note_entry,
    open_shortlist,
    put_on_shortlist,
    take_off_shortlist,
    tie_entry_to_case,
)
from elci.partnering.queries.shortlists import (
    entries_editable_by,
    entries_of,
    entries_visible_to,
    shortlists_editable_by,
    shortlists_visible_to,
)
from tests.builders import make_place, make_user, make_workspace
from tests.consent.cases import make_case
from tests.partnering.entries import GROUNDS, TODAY, day, make_entry, make_shortlist, reads, writes

pytestmark = pytest.mark.django_db


def test_place_keeps_the_reasons_of_the_day_on_which_it_was_put_there():
    entry = make_entry()
    later = SeenPlace(place=entry.place, rank=1, grounds={"reasons": []})

    again = put_on_shortlist(entry.shortlist, later, today=day(30), user=None)

    assert again == entry
    assert (again.seen_on, again.rank, again.score) == (TODAY, 3, 0.71)
    assert again.grounds == GROUNDS
    assert again.ranking == "criteria"


def test_shortlist_is_seen_by_its_workspace_only():
    shortlist = make_shortlist()
    entry = make_entry(shortlist)
    own, other = reads(shortlist.workspace), reads(make_workspace("ankara"))

    assert [each.standing for each in shortlists_visible_to(own)] == [1]
    assert list(shortlists_visible_to(other)) == []
    assert list(entries_visible_to(own)) == [entry]
    assert list(entries_visible_to(other)) == []
    assert list(shortlists_editable_by(own)) == []
    assert list(entries_editable_by(writes(shortlist.workspace))) == [entry]


def test_place_that_is_taken_off_stays_with_the_reason_and_can_come_back():
    entry = make_entry()
    user = make_user(entry.shortlist.workspace)

    take_off_shortlist(entry, reason="Sınır kapısı kapalı.", user=user)
    take_off_shortlist(entry, reason="Bir daha.", user=user)
    again = put_on_shortlist(entry.shortlist, SeenPlace(place=entry.place), today=day(1), user=user)

    first, second = entries_of(entry.shortlist)
    assert (first.withdrawal_reason, first.withdrawn_by) == ("Sınır kapısı kapalı.", user)
    assert (second, second.withdrawn_at) == (again, None)
    assert list(entries_editable_by(writes(entry.shortlist.workspace))) == [again]


def test_notes_are_kept_one_below_the_other():
    entry = make_entry()

    note_entry(entry, text=" Elçiliğe soruldu. ", user=None)
    note_entry(entry, text="Yanıt geldi.", user=None)

    assert [note.text for note in entries_of(entry.shortlist)[0].notes.all()] == [
        "Elçiliğe soruldu.",
        "Yanıt geldi.",
    ]


def test_case_of_the_workspace_is_noted_and_no_other():
    entry = make_entry()
    case = make_case(workspace=entry.shortlist.workspace)
    stranger = make_case(workspace=make_workspace("ankara"))

    tie_entry_to_case(entry, case)

    assert entries_of(entry.shortlist)[0].case == case
    with pytest.raises(ValueError, match="another workspace"):
        tie_entry_to_case(entry, stranger)


def test_closed_shortlist_takes_nothing_more():
    entry = make_entry()
    shortlist = entry.shortlist
    user = make_user(shortlist.workspace)

    close_shortlist(shortlist, reason="Meclis karar verdi.", user=user)

    for change in (
        lambda: close_shortlist(shortlist, reason="Bir daha.", user=user),
        lambda: put_on_shortlist(
            shortlist,
            SeenPlace(place=make_place("Üsküp", "Kuzey Makedonya")),
            today=TODAY,
            user=user,
        ),
        lambda: note_entry(entry, text="Geç kaldı.", user=user),
    ):
        with pytest.raises(PartneringRefusedError, match="kapalıdır"):
            change()
    found = shortlists_visible_to(reads(shortlist.workspace)).get()
    assert (found.closing_reason, found.closed_by) == ("Meclis karar verdi.", user)
    assert list(shortlists_editable_by(writes(shortlist.workspace))) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda entry: open_shortlist(entry.shortlist.workspace, title=" "), "title"),
        (lambda entry: take_off_shortlist(entry, reason=" ", user=None), "reason"),
        (lambda entry: note_entry(entry, text=" ", user=None), "text"),
        (lambda entry: close_shortlist(entry.shortlist, reason=" ", user=None), "reason"),
    ],
)
def test_words_that_are_missing_are_asked_for(change, field):
    with pytest.raises(PartneringRefusedError) as refused:
        change(make_entry())

    assert refused.value.field == field


def test_history_tells_what_happened_to_a_shortlist():
    entry = make_entry()
    take_off_shortlist(entry, reason="Uzak.", user=None)

    told = recent_changes(reads(entry.shortlist.workspace))

    assert [(line.subject_kind, line.verb, line.reason) for line in told] == [
        ("shortlist", "withdrawn", "Uzak."),
        ("shortlist", "added", ""),
        ("shortlist", "opened", ""),
    ]
