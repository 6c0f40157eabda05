"""Compute what the observatory keeps of the package's own data set.

Run it as ``python tools/build_results.py`` whenever the data set, or the way in which a result is
computed, has changed. The same inputs give the same results but for the day.
"""

import json
import lzma
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Compute every kind of result and say how long it took."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "elci.config.settings")
    os.environ.setdefault("ELCI_SECRET_KEY", "nothing-is-signed-here")
    os.environ.setdefault("ELCI_DATA_DIR", tempfile.gettempdir())
    import django  # noqa: PLC0415  the settings are chosen above

    django.setup()
    from elci.observatory.choices import ResultKind  # noqa: PLC0415  after the set-up
    from elci.observatory.queries.measuring import measured  # noqa: PLC0415  after the set-up
    from elci.observatory.queries.networks import shipped_network  # noqa: PLC0415  as above
    from elci.observatory.queries.results import VERSION  # noqa: PLC0415  as above
    from elci.observatory.queries.shipped import SHIPPED_FILE  # noqa: PLC0415  as above

    whole, results = shipped_network(), {}
    for kind in ResultKind:
        started = time.monotonic()
        results[kind.value] = measured(kind, whole)
        print(f"{kind.value}: {time.monotonic() - started:.1f} s")
    held = {
        "digest": whole.digest,
        "version": VERSION,
        "made_on": datetime.now(tz=UTC).date().isoformat(),
        "results": results,
    }
    text = json.dumps(held, separators=(",", ":")).encode()
    SHIPPED_FILE.write_bytes(lzma.compress(text, preset=9))
    print(f"{SHIPPED_FILE.name}: {SHIPPED_FILE.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
