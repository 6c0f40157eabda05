import pytest

from elci.importers.readers import SourceRefusedError
from tests.importers.readers.reading import notes_of, outcome_of
from tools.nasty_files.corpus import READ, nasty_files

CORPUS = {file.name: file for file in nasty_files()}


@pytest.mark.parametrize("name", CORPUS)
def test_nasty_file_gets_its_answer(name):
    file = CORPUS[name]

    outcome = outcome_of(file.content, file.name)

    if isinstance(outcome, SourceRefusedError):
        assert outcome.code.value == file.answer
    else:
        assert file.answer == READ
        assert {file.note} - {""} <= set(notes_of(outcome))


def test_same_corpus_is_made_every_time():
    again = {file.name: file for file in nasty_files()}

    assert {name for name, file in again.items() if file != CORPUS[name]} == set()
