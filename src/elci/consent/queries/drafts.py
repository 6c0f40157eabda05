"""Drafts of law through given eyes, and what they are compared with."""

from datetime import date
from functools import lru_cache

from django.db.models import QuerySet

from elci.consent.models import LawDraft
from elci.consent.queries.packs import named
from elci.domain.casework.impact import Comparison
from elci.domain.law.library import pack_ids
from elci.domain.law.loading import read_pack_text
from elci.domain.law.pack import Pack
from elci.foundation.eyes import Eyes


def drafts_visible_to(eyes: Eyes) -> QuerySet[LawDraft]:
    """Return the drafts of the reader's workspaces, latest first."""
    drafts = LawDraft.objects.filter(workspace_id__in=eyes.reads)
    return drafts.select_related("workspace", "made_by")


def drafts_editable_by(eyes: Eyes) -> QuerySet[LawDraft]:
    """Return the drafts that the reader may remove."""
    return drafts_visible_to(eyes).filter(workspace_id__in=eyes.writes)


def installed_packs() -> list[Pack]:
    """Return the packs with which a draft can be compared, Türkiye's first."""
    return [named(key).pack for key in pack_ids()]


def comparison_of(draft: LawDraft, *, today: date) -> Comparison:
    """Return a draft beside the law that it would change; both are read once and kept ready.

    Raises ``NoSuchPackError`` where that law is installed no more, and ``PackRefusedError`` where a
    newer version of Elçi reads packs more strictly than the one that took the draft in.
    """
    return Comparison.of(named(draft.against).pack, pack_of(draft), today=today)


def pack_of(draft: LawDraft) -> Pack:
    """Return the law of a draft; raises as ``comparison_of``."""
    return _read(draft.text, draft.file_name)


@lru_cache(maxsize=8)
def _read(text: str, file_name: str) -> Pack:
    return read_pack_text(text, file_name).pack
