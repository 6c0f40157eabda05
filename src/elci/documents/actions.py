import hashlib
import re
from collections.abc import Iterable
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import puremagic
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from elci.accounts.models import User, Workspace
from elci.documents.models import Document, Source
from elci.documents.queries import stored_name
from elci.foundation.grades import Grade
from elci.foundation.pdf_pages import count_pages

if TYPE_CHECKING:  # the stubs' class is generic, Django's is not
    Upload = UploadedFile[bytes]
else:
    Upload = UploadedFile

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ACCEPTED: Final = {
    ".pdf": "application/pdf",
    ".docx": DOCX,
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
}
"""Accepted file endings, with the type that the content must really have."""


class DocumentRefusedError(ValueError):
    """A file that cannot be kept; its text says why and what to do, in the reader's language."""


@transaction.atomic
def keep_document(
    *,
    workspace: Workspace,
    user: User | None,
    file: Upload,
    title: str,
    grade: Grade,
    max_bytes: int,
    with_pages: bool = False,
) -> Document:
    """Keep a file under the hash of its content; the same content again gives the same document.

    With ``with_pages`` the pages of a PDF are counted, in a process of its own.
    Raises ``DocumentRefusedError`` for a file that is too large, empty, or not what it claims.
    """
    media_type = _checked_type(file, max_bytes)
    sha256 = _hash_of(file.chunks())
    known = Document.objects.filter(workspace=workspace, sha256=sha256).first()
    pages = _pages_of(file, media_type) if with_pages else None
    if known is not None:
        return _with_pages(known, pages)
    _store(file, sha256)
    return Document.objects.create(
        workspace=workspace,
        grade=grade,
        title=title or PurePath(file.name or "").stem,
        file_name=_safe_name(file.name or "belge"),
        media_type=media_type,
        size=file.size or 0,
        pages=pages,
        sha256=sha256,
        added_by=user,
    )


@transaction.atomic
def hand_over(document: Document, *, to: Workspace, user: User | None) -> Document:
    """Give a workspace a document of another one: the same content, private until it decides."""
    if document.workspace_id == to.pk:
        return document
    copy, _created = Document.objects.get_or_create(
        workspace=to,
        sha256=document.sha256,
        defaults={
            "title": document.title,
            "file_name": document.file_name,
            "media_type": document.media_type,
            "size": document.size,
            "pages": document.pages,
            "added_by": user,
        },
    )
    return copy


def _pages_of(file: Upload, media_type: str) -> int | None:
    if media_type != ACCEPTED[".pdf"]:
        return None
    file.seek(0)
    return count_pages(file.read())


def _with_pages(document: Document, pages: int | None) -> Document:
    """Note how many pages a document has that was kept before anybody counted."""
    if document.pages is None and pages is not None:
        document.pages = pages
        document.save(update_fields=["pages"])
    return document


def cite_source(
    *,
    workspace: Workspace,
    title_tr: str,
    title_en: str = "",
    publisher: str = "",
    stated_on: date | None = None,
    address: str = "",
) -> Source:
    """Return the workspace's source with this title, adding it if it is not there yet."""
    source, _created = Source.objects.get_or_create(
        workspace=workspace,
        title_tr=title_tr,
        defaults={
            "title_en": title_en or title_tr,
            "publisher": publisher,
            "stated_on": stated_on,
            "address": address,
        },
    )
    return source


def _checked_type(file: Upload, max_bytes: int) -> str:
    size = file.size or 0
    if size == 0:
        raise DocumentRefusedError(_("The file is empty. Choose the file again."))
    if size > max_bytes:
        message = _(
            "The file has %(size)s MB; at most %(limit)s MB can be kept. "
            "Reduce it, for example by scanning with a lower resolution, and attach it again."
        )
        limits = {"size": -(-size // 1024**2), "limit": max_bytes // 1024**2}
        raise DocumentRefusedError(message % limits)
    ending = PurePath(file.name or "").suffix.lower()
    if ending not in ACCEPTED:
        message = _("Files ending in “%(ending)s” are not kept. Attach a PDF, a DOCX or an image.")
        raise DocumentRefusedError(message % {"ending": ending[:20]})
    found = _type_of_content(file)
    if found != ACCEPTED[ending]:
        message = _(
            "The file is called “%(name)s”, but its content is not of that type. "
            "Save it as what it is and attach it again."
        )
        raise DocumentRefusedError(message % {"name": (file.name or "")[:100]})
    return found


def _type_of_content(file: Upload) -> str:
    """Return the type that the bytes themselves show, or an empty text."""
    file.seek(0)
    head = file.read(4096)
    file.seek(0)
    if head.startswith(b"PK\x03\x04"):
        return DOCX if _is_docx(file) else "application/zip"
    if head[:1024].lstrip().startswith(b"%PDF-"):
        return "application/pdf"
    try:
        return puremagic.from_string(head, mime=True)
    except puremagic.PureError:
        return ""


def _is_docx(file: Upload) -> bool:
    """Whether a ZIP names itself a word-processing document; nothing of it is unpacked."""
    import zipfile  # noqa: PLC0415 -- only when a ZIP was handed in

    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError):
        return False
    finally:
        file.seek(0)
    return {"[Content_Types].xml", "word/document.xml"} <= names


def _hash_of(chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def _store(file: Upload, sha256: str) -> None:
    name = stored_name(sha256)
    if not default_storage.exists(name):
        file.seek(0)
        default_storage.save(name, ContentFile(file.read()))


def _safe_name(name: str) -> str:
    """Return the file's name without folders or control characters."""
    return re.sub(r"[\x00-\x1f\x7f\"\\/]", "_", PurePath(name).name)[-200:] or "belge"
