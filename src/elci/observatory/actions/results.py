"""Keeping what took long to compute."""

from typing import Any

from elci.observatory.choices import ResultKind
from elci.observatory.models import KeptResult


def keep_result(kind: ResultKind, rows_digest: str, content: Any, *, version: int) -> KeptResult:
    """Keep a result of rows; the one that another process kept meanwhile stays."""
    kept, _is_new = KeptResult.objects.get_or_create(
        kind=kind, rows_digest=rows_digest, version=version, defaults={"content": content}
    )
    return kept
