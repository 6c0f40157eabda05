"""The board of needs and offers: until when, for whose eyes, and what it said before."""

import pytest

from elci.accounts.models import Change
from elci.domain.vocabularies import BoardKind, BoardStanding
from elci.foundation.eyes import PUBLIC
from elci.foundation.grades import Grade
from elci.partnering.actions import PartneringRefusedError, change_entry, withdraw_entry
from elci.partnering.queries.board import (
    board_editable_by,
    board_entries,
    board_visible_to,
    standing_of,
)
from tests.builders import make_user, make_workspace
from tests.partnering.entries import TODAY, board_facts, day, make_board_entry, reads, writes

pytestmark = pytest.mark.django_db


def test_entry_stands_to_the_end_of_its_last_day_and_is_then_shown_as_past():
    entry = make_board_entry(expires_on=day(5))

    assert board_entries(today=day(5)) == [entry]
    assert board_entries(today=day(6)) == []
    assert board_entries(today=day(6), past=True) == [entry]
    assert board_entries(today=day(-1)) == []
    assert [standing_of(entry, day(each)) for each in (5, 6)] == [
        BoardStanding.OPEN,
        BoardStanding.EXPIRED,
    ]


def test_private_entry_is_for_the_eyes_of_its_workspace():
    entry = make_board_entry(grade=Grade.PRIVATE)
    own, other = reads(entry.workspace), reads(make_workspace("ankara"))

    assert board_entries(PUBLIC, today=TODAY) == []
    assert board_entries(other, today=TODAY) == []
    assert board_entries(own, today=TODAY) == [entry]


def test_withdrawn_entry_leaves_the_public_board_and_stays_with_its_reason():
    entry = make_board_entry()
    user = make_user(entry.workspace)

    withdraw_entry(entry, reason="Ortak bulundu.", user=user)

    assert list(board_visible_to(PUBLIC)) == []
    own = board_entries(reads(entry.workspace), today=TODAY, past=True)
    assert [(each.withdrawal_reason, each.withdrawn_by) for each in own] == [
        ("Ortak bulundu.", user)
    ]
    assert standing_of(own[0], TODAY) is BoardStanding.WITHDRAWN
    assert list(board_editable_by(writes(entry.workspace))) == []


def test_board_is_narrowed_by_kind_and_field():
    need = make_board_entry()
    offer = make_board_entry(kind=BoardKind.OFFER, fields=("tourism", "trade"))

    assert board_entries(today=TODAY, kind="offer") == [offer]
    assert board_entries(today=TODAY, field="environment") == [need]
    assert board_entries(today=TODAY, field="heritage") == []
    assert set(board_entries(today=TODAY)) == {need, offer}


def test_changed_entry_keeps_in_the_history_what_it_said():
    entry = make_board_entry()

    change_entry(
        entry, board_facts(expires_on=day(200)), today=day(80), user=None, reason="Süre uzatıldı."
    )
    change_entry(entry, board_facts(expires_on=day(200)), today=day(80), user=None, reason="Aynı.")

    entry.refresh_from_db()
    change = Change.objects.get(verb="changed")
    assert entry.expires_on == day(200)
    assert (change.before["expires_on"], change.after["expires_on"], change.reason) == (
        str(day(90)), str(day(200)), "Süre uzatıldı.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"titles": {"tr": ""}, "texts": {}}, "title_tr"),
        ({"titles": {"tr": "Taşkın"}, "texts": {"en": "Floods"}}, "title_tr"),
        ({"fields": ()}, "fields"),
        ({"expires_on": day(-1)}, "expires_on"),
        ({"expires_on": day(3 * 366 + 1)}, "expires_on"),
    ],
)
def test_entry_that_would_mislead_is_refused(facts, field):
    with pytest.raises(PartneringRefusedError) as refused:
        make_board_entry(**facts)

    assert refused.value.field == field


def test_language_without_words_is_left_out():
    entry = make_board_entry(titles={"tr": "Taşkın", "en": ""}, texts={"tr": "", "en": ""})

    assert (entry.titles, entry.texts, str(entry)) == ({"tr": "Taşkın"}, {}, "Taşkın")


def test_withdrawal_needs_a_reason_and_happens_once():
    entry = make_board_entry()

    with pytest.raises(PartneringRefusedError) as refused:
        withdraw_entry(entry, reason="", user=None)
    withdraw_entry(entry, reason="Ortak bulundu.", user=None)
    with pytest.raises(PartneringRefusedError, match="geri çekilmiştir"):
        change_entry(entry, board_facts(), today=TODAY, user=None, reason="Yine de.")

    assert refused.value.field == "reason"
