"""Documents attached, figures cited, views saved, grades recorded."""

from datetime import date

import pytest

from elci.accounts.models import Change
from elci.accounts.queries import eyes_of
from elci.agreements.actions import (
    attach_document,
    change_document_grade,
    cite_figure,
    forget_view,
    save_view,
)
from elci.agreements.models import Account, PublishedFigure, SavedView
from elci.agreements.queries.views import saved_views_of
from elci.documents.actions import cite_source
from elci.documents.models import Document
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import PUBLIC
from elci.foundation.grades import Grade
from tests.builders import make_account, make_user, make_workspace

pytestmark = pytest.mark.django_db


@pytest.fixture
def account() -> Account:
    return make_account(make_workspace())


@pytest.fixture
def document(account) -> Document:
    return Document.objects.create(
        workspace=account.workspace, title="Tutanak", file_name="t.pdf",
        media_type="application/pdf", size=12, sha256="a" * 64,
    )  # fmt: skip


def test_document_is_attached_to_an_act_and_told(account, document):
    act = account.acts.get()
    user = make_user(account.workspace)

    attachment = attach_document(account, document, act=act, user=user)

    assert (attachment.act, attachment.document) == (act, document)
    line = Change.objects.first()
    assert (line.verb, line.user, line.subject_uuid, line.account_uuid) == (
        "attached", user, document.uuid, account.uuid,
    )  # fmt: skip
    assert line.after == {"title": "Tutanak", "sha256": "a" * 64, "size": 12}


def test_document_attached_again_changes_nothing(account, document):
    first = attach_document(account, document, act=None, user=None)
    lines = Change.objects.count()

    assert attach_document(account, document, act=account.acts.get(), user=None) == first
    assert (account.attachments.count(), Change.objects.count()) == (1, lines)


def test_document_is_not_attached_to_the_act_of_another_account(account, document):
    other = make_account(account.workspace, acts=[("signed", "2001")])

    with pytest.raises(ValueError, match="the act is of another account"):
        attach_document(account, document, act=other.acts.get(), user=None)

    assert account.attachments.count() == 0


def test_document_of_another_workspace_is_not_attached(account, document):
    other = make_account(make_workspace("ankara"))

    with pytest.raises(ValueError, match="the document is of another workspace"):
        attach_document(other, document, act=None, user=None)


def test_figure_cited_again_replaces_the_number(account):
    said = {
        "workspace": account.workspace,
        "statement_tr": "1994–1999",
        "statement_en": "1994–1999",
        "instrument": Instrument.SISTER_CITY,
        "first_signed_from": date(1994, 1, 1),
        "first_signed_until": date(2000, 1, 1),
        "source": cite_source(workspace=account.workspace, title_tr="Bir metin"),
    }

    first = cite_figure(**said, value=12)
    again = cite_figure(**said, value=13)

    assert (again, PublishedFigure.objects.get().value) == (first, 13)


def test_view_saved_under_the_same_name_replaces_the_filter(account):
    user = make_user(account.workspace)
    said = {"user": user, "workspace": account.workspace, "name": "Balkanlar"}

    save_view(**said, query="continent=europe")
    save_view(**said, query="country=BG")

    assert [view.query for view in SavedView.objects.all()] == ["country=BG"]


def test_forgotten_view_is_gone_and_the_register_stays(account):
    user = make_user(account.workspace)
    view = save_view(user=user, workspace=account.workspace, name="Balkanlar", query="")

    forget_view(view)

    assert (SavedView.objects.count(), Account.objects.count()) == (0, 1)


def test_changed_grade_of_a_document_is_told_with_the_reason(account, document):
    user = make_user(account.workspace)
    attachment = attach_document(account, document, act=None, user=None)

    change_document_grade(attachment, Grade.FULL, user=user, reason="it was published")

    document.refresh_from_db()
    line = Change.objects.first()
    assert (document.grade, line.user, line.reason) == (Grade.FULL, user, "it was published")
    assert (line.subject_uuid, line.account_uuid) == (document.uuid, account.uuid)


def test_same_grade_of_a_document_leaves_no_line(account, document):
    attachment = attach_document(account, document, act=None, user=None)
    lines = Change.objects.count()

    change_document_grade(attachment, Grade.PRIVATE, user=None, reason="")

    assert Change.objects.count() == lines


def test_views_are_seen_by_who_saved_them_and_nobody_else(account):
    user = make_user(account.workspace)
    other = make_user(account.workspace, email="other@example.org")
    view = save_view(user=user, workspace=account.workspace, name="Balkanlar", query="")

    seen = [list(saved_views_of(eyes)) for eyes in (eyes_of(user), eyes_of(other), PUBLIC)]
    assert seen == [[view], [], []]
