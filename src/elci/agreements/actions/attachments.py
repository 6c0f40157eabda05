from django.db import transaction

from elci.accounts.actions import record_change
from elci.accounts.models import User
from elci.agreements.models import Account, ActRecord, Attachment
from elci.documents.models import Document
from elci.foundation.grades import Grade


@transaction.atomic
def attach_document(
    account: Account, document: Document, *, act: ActRecord | None, user: User | None
) -> Attachment:
    """Attach a document to an account or to one of its acts; a second time changes nothing."""
    if act is not None and act.account_id != account.pk:
        raise ValueError("the act is of another account")
    if document.workspace_id != account.workspace_id:
        raise ValueError("the document is of another workspace")
    attachment, created = Attachment.objects.get_or_create(
        account=account, document=document, defaults={"act": act}
    )
    if created:
        record_change(
            workspace=account.workspace,
            user=user,
            verb="attached",
            subject_kind="document",
            subject_uuid=document.uuid,
            account_uuid=account.uuid,
            after={"title": document.title, "sha256": document.sha256, "size": document.size},
        )
    return attachment


@transaction.atomic
def change_document_grade(
    attachment: Attachment, grade: Grade, *, user: User | None, reason: str
) -> None:
    """Change who may see a document; the history of the relation keeps who did so and why."""
    document = attachment.document
    before = document.grade
    if before == grade:
        return
    document.grade = grade
    document.save(update_fields=["grade"])
    record_change(
        workspace=attachment.account.workspace,
        user=user,
        verb="changed",
        subject_kind="document",
        subject_uuid=document.uuid,
        account_uuid=attachment.account.uuid,
        before={"title": document.title, "grade": before},
        after={"title": document.title, "grade": grade},
        reason=reason,
    )
