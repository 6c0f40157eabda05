from typing import BinaryIO, cast

from django.core.files.storage import default_storage
from django.db.models import Q, QuerySet

from elci.documents.models import Document, Source
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade


def documents_visible_to(eyes: Eyes) -> QuerySet[Document]:
    """Return the documents of the reader's own workspaces and those that are public."""
    return Document.objects.filter(Q(workspace_id__in=eyes.reads) | Q(grade=Grade.FULL))


def documents_readable_by(eyes: Eyes) -> QuerySet[Document]:
    """Return the documents that the reader's own workspaces keep."""
    return Document.objects.filter(workspace_id__in=eyes.reads)


def sources_readable_by(eyes: Eyes) -> QuerySet[Source]:
    """Return the sources that the reader's workspaces cite, by title."""
    return Source.objects.filter(workspace_id__in=eyes.reads).order_by("title_tr")


def open_content(document: Document) -> BinaryIO:
    """Open a document's bytes; ``FileNotFoundError`` where the store has lost them."""
    return cast("BinaryIO", default_storage.open(stored_name(document.sha256)))


def stored_name(sha256: str) -> str:
    """Return the name under which a content is kept; it says nothing of type or owner."""
    return f"{sha256[:2]}/{sha256}"
