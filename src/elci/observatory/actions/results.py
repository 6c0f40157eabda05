"""Keeping what took long to compute."""

from collections.abc import Iterator
from typing import Any

from elci.observatory.choices import ResultKind
from elci.observatory.models import KeptResult
from elci.observatory.queries.measuring import measured
from elci.observatory.queries.networks import CityNetwork
from elci.observatory.queries.results import VERSION, kept_result


def keep_missing(whole: CityNetwork) -> Iterator[tuple[ResultKind, bool]]:
    """Compute and keep what is not kept of exactly these rows; yield each kind, and if it is new.

    A network without a tie has no results.
    """
    for kind in ResultKind if whole.network.m else ():
        is_new = kept_result(kind, whole) is None
        if is_new:
            keep_result(kind, whole.digest, measured(kind, whole), version=VERSION)
        yield kind, is_new


def keep_result(kind: ResultKind, rows_digest: str, content: Any, *, version: int) -> KeptResult:
    """Keep a result of rows; the one that another process kept meanwhile stays."""
    kept, _is_new = KeptResult.objects.get_or_create(
        kind=kind, rows_digest=rows_digest, version=version, defaults={"content": content}
    )
    return kept
