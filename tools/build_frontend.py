"""Build styles, scripts, typefaces and the world map into ``src/elci/static/built``.

Run ``python tools/build_frontend.py`` after a clone and after a change of ``src/elci/static/elci``;
a second run with nothing changed returns at once.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Build what is out of date; the exit code is 1 when the person has to do something."""
    for folder in (ROOT, ROOT / "src"):
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
    from tools.frontend.build import BuildRefusedError, build  # noqa: PLC0415  the path is set above

    try:
        print(build(ROOT, force="--force" in sys.argv[1:]))
    except BuildRefusedError as refusal:
        print(f"The front end was not built. {refusal}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
