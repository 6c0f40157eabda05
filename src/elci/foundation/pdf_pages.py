"""Counts the pages of a PDF, in a process that may hang or swell without harm.

Run as ``python -m elci.foundation.pdf_pages`` it reads a PDF and prints how many pages it has.
"""

import resource
import subprocess  # nosec B404 # a stranger's file is opened in a process of its own
import sys
from typing import Final

_SECONDS: Final = 10
_BYTES: Final = 1024**3


def count_pages(content: bytes, *, seconds: int = _SECONDS) -> int | None:
    """Return how many pages a PDF has; nothing where it cannot be told in time."""
    command = [sys.executable, "-I", "-m", "elci.foundation.pdf_pages"]
    try:
        done = subprocess.run(  # noqa: S603 our own module  # nosec B603 # our own module
            command, input=content, timeout=seconds, capture_output=True, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        return None
    told = done.stdout.decode("ascii", errors="replace").strip()
    return int(told) if done.returncode == 0 and told.isdigit() and int(told) > 0 else None


def main() -> int:
    """Print how many pages the PDF has that comes in."""
    import pypdfium2  # noqa: PLC0415 -- only in the process of its own

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
    with pypdfium2.PdfDocument(sys.stdin.buffer.read()) as document:
        sys.stdout.write(str(len(document)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
