import pytest
from tools.nasty_files.corpus import READ, nasty_files

from elci.importers.readers import SourceRefusedError, read_source
from tests.importers.readers.reading import notes_of

CORPUS = {file.name: file for file in nasty_files()}


@pytest.mark.parametrize("name", CORPUS)
def test_nasty_file_gets_its_answer(name):
    file = CORPUS[name]

    try:
        source = read_source(file.content, name=file.name)
    except SourceRefusedError as refusal:
        assert refusal.code.value == file.answer
    else:
        assert file.answer == READ
        assert {file.note} - {""} <= set(notes_of(source))


def test_same_corpus_is_made_every_time():
    again = {file.name: file for file in nasty_files()}

    assert {name for name, file in again.items() if file != CORPUS[name]} == set()
