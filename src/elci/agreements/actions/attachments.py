from django.db import transaction

from elci.accounts.actions import record_change
from elci.accounts.models import User
from elci.agreements.models import Account, ActRecord, Attachment
from elci.documents.models import Document


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
