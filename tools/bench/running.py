"""One database: filled if it is not, then asked for every kind of page.

It is a process of its own, because Django's settings choose the database once.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_ROUNDS_BEFORE = 3


def main() -> int:
    """Fill the database that the environment names and print the table of its pages."""
    options = _options()
    from elci.config import start  # noqa: PLC0415 -- Django reads its settings only now

    start.use_environment(None)
    start.prepare()
    _fill_once(options)
    return _measure_all(options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--relations", type=int, required=True)
    parser.add_argument("--largest-share", type=float, required=True)
    parser.add_argument("--requests", type=int, required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--profile", type=Path)
    return parser.parse_args()


def _fill_once(options: argparse.Namespace) -> None:
    """Fill the database, unless it is: filling is one long run that either ends or does not."""
    from django.db import connection  # noqa: PLC0415 -- as above

    from elci.agreements.models import Account, RegisterEntry  # noqa: PLC0415 -- as above
    from tools.bench.generating import Size, fill  # noqa: PLC0415 -- as above

    found = Account.objects.count()
    if not found:
        print("Filling the database …", flush=True)
        size = Size.of(options.relations, largest_share=options.largest_share)
        for part, seconds in fill(size).items():
            print(f"  {part}: {seconds:.0f} s", flush=True)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                # As the server does by itself after a while.
                cursor.execute("VACUUM ANALYZE")
    elif found != options.relations or not RegisterEntry.objects.exists():
        sys.exit(f"The database holds {found} relations from another run: remove it and try again.")
    print(f"{connection.vendor}, {_counted_rows()}", flush=True)


def _counted_rows() -> str:
    from elci.agreements import models  # noqa: PLC0415 -- as above

    counted = {
        "relations": models.Account.objects.count(),
        "acts": models.ActRecord.objects.count(),
        "periods": models.StandingPeriod.objects.count(),
        "findings": models.RegisterFinding.objects.count(),
    }
    return ", ".join(f"{number:,} {name}" for name, number in counted.items())


def _measure_all(options: argparse.Namespace) -> int:
    from tools.bench.report import faults, table  # noqa: PLC0415 -- as above

    found = []
    for series in _series(options):
        found.append(series)
        print(f"  {series.kind}: {series.median:.0f} / {series.p95:.0f} ms", flush=True)
    print(f"\n{table(found)}\n", flush=True)
    return 1 if any(faults(each) for each in found) else 0


def _series(options: argparse.Namespace) -> Iterator[Any]:
    from django.conf import settings  # noqa: PLC0415 -- as above
    from django.utils import timezone  # noqa: PLC0415 -- as above

    from elci.accounts.models import Workspace  # noqa: PLC0415 -- as above
    from elci.config.wsgi import application  # noqa: PLC0415 -- as above
    from tools.bench import measuring  # noqa: PLC0415 -- as above
    from tools.bench.pages import gather_pools, page_kinds  # noqa: PLC0415 -- as above
    from tools.bench.weights import page_weight  # noqa: PLC0415 -- as above

    dice = random.Random(options.requests)  # noqa: S311 -- the same requests each time
    workspace = Workspace.objects.order_by("pk")[0]
    pools = gather_pools(dice, workspace, today=timezone.localdate())
    cookie = _signed_in()

    def asking(kind: Any) -> Callable[[str], measuring.Answer]:
        return lambda url: measuring.ask(
            application,
            url,
            cookie=cookie if kind.is_signed_in else "",
            first_chunk_only=kind.is_stream,
        )

    for kind in page_kinds(pools):
        if options.only not in kind.name:
            continue
        urls = [kind.address(dice) for _number in range(options.requests)]
        try:
            measuring.measure(kind.name, urls[:_ROUNDS_BEFORE], asking(kind))
            series = measuring.measure(kind.name, urls, asking(kind))
        except measuring.UnexpectedAnswerError as error:
            print(f"  {kind.name}: left out, {error}", flush=True)
            continue
        if options.profile is not None:
            _profile(kind, urls, asking(kind), options.profile)
            continue
        if not kind.is_stream:
            heaviest = max(series.answers, key=lambda answer: len(answer.body))
            series.weight = page_weight(measuring.text_of(heaviest), Path(settings.STATIC_ROOT))
        yield series
        time.sleep(0.05)


def _profile(kind: Any, urls: list[str], asking: Callable[[str], Any], folder: Path) -> None:
    import cProfile  # noqa: PLC0415 -- only where asked for

    folder.mkdir(parents=True, exist_ok=True)
    profiler = cProfile.Profile()
    profiler.enable()
    for url in urls:
        asking(url)
    profiler.disable()
    name = "".join(sign if sign.isalnum() else "-" for sign in kind.name)
    profiler.dump_stats(folder / f"{name}.prof")


def _signed_in() -> str:
    """Return the cookie of a session of the officer of the largest workspace."""
    from django.conf import settings  # noqa: PLC0415 -- as above
    from django.contrib.auth import (  # noqa: PLC0415 -- as above
        BACKEND_SESSION_KEY,
        HASH_SESSION_KEY,
        SESSION_KEY,
    )
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415 -- as above

    from elci.accounts.models import User  # noqa: PLC0415 -- as above
    from tools.bench.cast import OFFICER  # noqa: PLC0415 -- as above

    user = User.objects.get(email=OFFICER)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


if __name__ == "__main__":
    sys.exit(main())
