"""What the tests of readers say shortly: the cells and the remarks of a file."""

from elci.importers.readers import ReadSource, read_source


def cells_of(source: ReadSource) -> list[list[tuple[str, ...]]]:
    return [[row.cells for row in table.rows] for table in source.tables]


def read_cells(content: bytes, name: str) -> list[list[tuple[str, ...]]]:
    return cells_of(read_source(content, name=name))


def notes_of(source: ReadSource) -> list[str]:
    return sorted(note.code.value for note in source.notes)
