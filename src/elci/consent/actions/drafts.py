"""Drafts of law that a workspace holds against the law in force."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from elci.accounts.models import User, Workspace
from elci.consent.models import LawDraft
from elci.consent.queries.packs import named
from elci.domain.law.loading import decoded, read_pack_text, refuse_other_country, refuse_size

if TYPE_CHECKING:  # the stubs' class is generic, Django's is not
    Upload = UploadedFile[bytes]
else:
    Upload = UploadedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFacts:
    """What is said of a draft besides its text."""

    against: str
    """Id of the installed pack with which it is compared."""
    title: str = ""
    is_adopted: bool = False


@transaction.atomic
def keep_draft(workspace: Workspace, file: Upload, facts: DraftFacts, *, user: User) -> LawDraft:
    """Keep a draft of a law pack; the same text again is the same draft with what is said now.

    Raises ``PackRefusedError`` with every fault of the file, and keeps nothing of it; raises
    ``NoSuchPackError`` where nothing is installed under ``against``.
    """
    name = _safe_name(file.name or "")
    refuse_size(name, file.size or 0)
    content = file.read()
    text = decoded(name, content)
    refuse_other_country(read_pack_text(text, name), named(facts.against).pack)
    draft, _created = LawDraft.objects.update_or_create(
        workspace=workspace,
        against=facts.against,
        sha256=hashlib.sha256(content).hexdigest(),
        defaults={"title": facts.title, "is_adopted": facts.is_adopted},
        create_defaults={
            "title": facts.title,
            "is_adopted": facts.is_adopted,
            "file_name": name,
            "text": text,
            "made_by": user,
        },
    )
    return draft


def remove_draft(draft: LawDraft) -> None:
    """Remove a draft: it was never law, and nothing rests on it."""
    draft.delete()


def _safe_name(name: str) -> str:
    return "".join(filter(str.isprintable, PurePath(name).name))[-200:] or "taslak.toml"
