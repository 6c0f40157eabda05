"""The letterhead of a workspace, and that none that stood before is lost."""

import pytest
from django.db import IntegrityError, transaction

from elci.accounts.actions import LetterheadChangedError, set_letterhead
from elci.accounts.models import Change, LetterheadVersion, Workspace
from elci.accounts.queries import letterhead_changes, letterhead_of, letterheads_of
from elci.domain.letterheads import UNKNOWN, Letterhead, Signatory
from elci.foundation.eyes import PUBLIC, Eyes
from tests.builders import make_user, make_workspace

pytestmark = pytest.mark.django_db
FIRST = Letterhead(unit="Dış İlişkiler", signatories=(Signatory(name="Ayşe Işık"),))
SECOND = Letterhead(unit="Dış İlişkiler Müdürlüğü", signatories=FIRST.signatories)


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace()


def test_workspace_without_a_letterhead_has_one_of_which_nothing_is_known(workspace):
    assert letterhead_of(workspace) == UNKNOWN


def test_letterhead_takes_the_place_of_another_that_stays_on_record(workspace):
    user = make_user(workspace)
    set_letterhead(workspace, FIRST, user=user, seen=0)
    set_letterhead(workspace, SECOND, user=user, seen=1)
    set_letterhead(make_workspace("ankara"), FIRST, user=None, seen=0)
    eyes = Eyes(reads=frozenset({workspace.pk}))

    kept = list(letterheads_of(workspace, eyes))
    lines = list(letterhead_changes(workspace, eyes))

    assert letterhead_of(workspace) == SECOND
    assert [(each.number, str(each)) for each in kept] == [
        (1, f"1 of {workspace.pk}"), (2, f"2 of {workspace.pk}"),
    ]  # fmt: skip
    assert [(each.before, each.after, each.user) for each in lines[:1]] == [
        ({"unit": "Dış İlişkiler"}, {"unit": "Dış İlişkiler Müdürlüğü"}, user)
    ]
    assert (len(lines), list(letterheads_of(workspace, PUBLIC))) == (2, [])


def test_same_letterhead_again_changes_nothing(workspace):
    set_letterhead(workspace, FIRST, user=None, seen=0)

    assert set_letterhead(workspace, FIRST, user=None, seen=0) is None
    assert (LetterheadVersion.objects.count(), Change.objects.count()) == (1, 1)


def test_letterhead_written_from_an_older_one_is_refused(workspace):
    set_letterhead(workspace, FIRST, user=None, seen=0)

    with pytest.raises(LetterheadChangedError, match="Siz yazarken"):
        set_letterhead(workspace, SECOND, user=None, seen=0)

    assert letterhead_of(workspace) == FIRST


@pytest.mark.parametrize("change", ["update", "delete"])
def test_letterhead_on_record_is_kept_by_the_database(workspace, change):
    set_letterhead(workspace, FIRST, user=None, seen=0)
    kept = LetterheadVersion.objects.all()

    with pytest.raises(IntegrityError, match="are kept for ever"), transaction.atomic():
        kept.update(number=7) if change == "update" else kept._raw_delete(kept.db)
