"""What the tests of readers say shortly: the cells and the remarks of a file."""

from elci.importers.limits import DEFAULT_LIMITS, Limits
from elci.importers.readers import ReadSource, SourceRefusedError, read_source


def cells_of(source: ReadSource) -> list[list[tuple[str, ...]]]:
    return [[row.cells for row in table.rows] for table in source.tables]


def read_cells(content: bytes, name: str) -> list[list[tuple[str, ...]]]:
    return cells_of(read_source(content, name=name))


def outcome_of(
    content: bytes, name: str, limits: Limits = DEFAULT_LIMITS
) -> ReadSource | SourceRefusedError:
    try:
        return read_source(content, name=name, limits=limits)
    except SourceRefusedError as refusal:
        return refusal


def answer_of(content: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> str:
    """Return the code of the refusal, or “read”."""
    outcome = outcome_of(content, name, limits)
    return outcome.code.value if isinstance(outcome, SourceRefusedError) else "read"


def notes_of(source: ReadSource) -> list[str]:
    return sorted(note.code.value for note in source.notes)
