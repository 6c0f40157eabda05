"""Sets one paper as PDF; started by the writer, in a process that may hang or swell without harm.

Run as ``python -m elci.reports.typesetting`` it reads a paper as JSON and writes the PDF.
"""

import json
import resource
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import typst

_TEMPLATE: Final = Path(__file__).with_name("letter.typ")
_SECONDS: Final = 60


def _set(paper: str) -> bytes:
    year, month, day = json.loads(paper)["made_on"]
    made = datetime(year, month, day, tzinfo=UTC)
    try:
        return _compiled(paper, made, standards=["a-2a", "ua-1"])
    except typst.TypstError:
        # A letter that no typeface holds is allowed by neither standard.
        return _compiled(paper, made, standards=[])


def _compiled(paper: str, made: datetime, *, standards: "list[typst.PDFStandard]") -> bytes:
    made_of_it = typst.compile(
        _TEMPLATE, root=_TEMPLATE.parent, ignore_system_fonts=True, format="pdf",
        sys_inputs={"paper": paper}, pdf_standards=standards, timestamp=made,
    )  # fmt: skip
    if not isinstance(made_of_it, bytes):
        raise TypeError("Typst gave no PDF.")
    return made_of_it


def main() -> int:
    """Set the paper that comes in and write the PDF out."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    sys.stdout.buffer.write(_set(sys.stdin.buffer.read().decode()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
