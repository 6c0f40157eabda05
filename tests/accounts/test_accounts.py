"""Workspaces, seats and the history."""

from uuid import uuid4

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from elci.accounts.actions import give_seat, open_workspace, record_change
from elci.accounts.choices import Role
from elci.accounts.models import Change, Seat, User
from elci.accounts.queries import (
    changes_of_account,
    eyes_of,
    recent_changes,
    workspace_with_key,
    workspaces_readable_by,
)
from elci.foundation.eyes import PUBLIC, Eyes
from tests.builders import PASSWORD, make_user, make_workspace

pytestmark = pytest.mark.django_db


def test_workspace_with_the_same_key_is_the_same_and_keeps_its_name():
    first = open_workspace(key="bursa", name_tr="Bursa", name_en="Bursa")
    again = open_workspace(key="bursa", name_tr="Başka", name_en="Other")

    assert (again, again.name_tr) == (first, "Bursa")


def test_person_with_a_seat_signs_in_with_the_password():
    user = make_user(make_workspace(), email="Deniz@Example.ORG")

    assert user.email == "deniz@example.org"
    for written in ("deniz@example.org", "Deniz@Example.ORG"):
        assert authenticate(email=written, password=PASSWORD) == user
    assert authenticate(email="deniz@example.org", password="another-long-one") is None


def test_person_who_is_known_gets_a_new_password_and_keeps_the_other_seats():
    istanbul, ankara = make_workspace(), make_workspace("ankara")
    first = make_user(istanbul, email="deniz@example.org")
    again = give_seat(
        email="DENIZ@example.org", name="Deniz U.", password="another-long-one",
        workspace=ankara, role=Role.READER,
    )  # fmt: skip

    assert (again, User.objects.count(), again.name) == (first, 1, "Deniz U.")
    assert again.check_password("another-long-one")
    assert dict(Seat.objects.values_list("workspace__key", "role")) == {
        "istanbul": "officer", "ankara": "reader",
    }  # fmt: skip


def test_seat_given_again_takes_the_new_role():
    workspace = make_workspace()
    make_user(workspace, email="deniz@example.org", role=Role.OFFICER)
    make_user(workspace, email="deniz@example.org", role=Role.READER)

    assert [seat.role for seat in Seat.objects.all()] == ["reader"]


@pytest.mark.parametrize("password", ["short", "123456789012", "password1234", "deniz.uzman@x"])
def test_weak_password_is_refused_and_nobody_is_made(password):
    workspace = make_workspace()

    with pytest.raises(ValidationError):
        give_seat(
            email="deniz.uzman@x.org", name="Deniz", password=password,
            workspace=workspace, role=Role.OFFICER,
        )  # fmt: skip

    assert (User.objects.count(), Seat.objects.count()) == (0, 0)


def test_weak_password_does_not_rename_a_person_who_is_known():
    user = make_user(make_workspace(), name="Deniz Uzman")

    with pytest.raises(ValidationError):
        give_seat(
            email=user.email, name="Başka", password="short",
            workspace=make_workspace(), role=Role.OFFICER,
        )  # fmt: skip

    user.refresh_from_db()
    assert (user.name, user.check_password(PASSWORD)) == ("Deniz Uzman", True)


def test_eyes_follow_the_seats():
    istanbul, ankara = make_workspace(), make_workspace("ankara")
    user = make_user(istanbul, email="deniz@example.org")
    make_user(ankara, email="deniz@example.org", role=Role.READER)

    eyes = eyes_of(user)

    assert eyes == Eyes(
        user_id=user.pk,
        reads=frozenset({istanbul.pk, ankara.pk}),
        writes=frozenset({istanbul.pk}),
    )
    assert list(workspaces_readable_by(eyes)) == [ankara, istanbul]


def test_nobody_in_particular_has_public_eyes():
    assert eyes_of(AnonymousUser()) is PUBLIC
    assert list(workspaces_readable_by(PUBLIC)) == []


def test_person_without_a_seat_reads_and_writes_nothing():
    user = User.objects.create_user("deniz@example.org")

    assert eyes_of(user) == Eyes(user_id=user.pk)
    assert not user.has_usable_password()


def test_who_may_write_may_read():
    with pytest.raises(ValueError, match="who may write may also read"):
        Eyes(writes=frozenset({1}))


def test_history_is_read_newest_first_and_only_by_its_workspace():
    istanbul, ankara = make_workspace(), make_workspace("ankara")
    account = uuid4()
    for workspace, verb in ((istanbul, "opened"), (ankara, "seen"), (istanbul, "changed")):
        record_change(
            workspace=workspace, user=None, verb=verb, subject_kind="account",
            subject_uuid=account, account_uuid=account,
        )  # fmt: skip
    own, stranger = Eyes(reads=frozenset({istanbul.pk})), Eyes(reads=frozenset({ankara.pk}))

    assert [line.verb for line in changes_of_account(account, own)] == ["changed", "opened"]
    assert [line.verb for line in changes_of_account(account, stranger)] == ["seen"]
    assert list(changes_of_account(account, PUBLIC)) == []
    assert [line.verb for line in recent_changes(own)] == ["changed", "opened"]
    assert list(recent_changes(PUBLIC)) == []


def test_history_names_its_people_in_one_query(django_assert_num_queries):
    workspace = make_workspace()
    for number in range(3):
        user = make_user(workspace, email=f"{number}@example.org", name=f"Kişi {number}")
        record_change(
            workspace=workspace, user=user, verb="seen", subject_kind="account",
            subject_uuid=uuid4(),
        )  # fmt: skip

    with django_assert_num_queries(1):
        names = [line.user.name for line in recent_changes(Eyes(reads=frozenset({workspace.pk})))]

    assert names == ["Kişi 2", "Kişi 1", "Kişi 0"]


def test_workspace_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(LookupError, match="'bursa'; there are: none yet"):
        workspace_with_key("bursa")
    make_workspace("ankara")
    make_workspace()
    with pytest.raises(LookupError, match="'bursa'; there are: ankara, istanbul"):
        workspace_with_key("bursa")
    assert workspace_with_key("ankara").key == "ankara"


def test_person_has_one_seat_in_a_workspace():
    seat = Seat.objects.get(user=make_user(make_workspace()))

    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(user=seat.user, workspace=seat.workspace, role=Role.READER)


def test_people_and_lines_say_who_and_what_they_are():
    user = make_user(make_workspace(), name="Deniz")
    line = Change(verb="seen", subject_kind="account", subject_uuid=user.uuid)

    assert (str(user), str(User(email="a@b.c"))) == ("Deniz", "a@b.c")
    assert str(line) == f"seen account {user.uuid}"
