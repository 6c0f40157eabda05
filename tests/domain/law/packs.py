"""The small pack that passes every check, and copies of it with one thing changed."""

from datetime import date
from pathlib import Path

from elci.domain.law.asking import question_of
from elci.domain.law.cases import load_cases
from elci.domain.law.checking import Neighbours, check_pack
from elci.domain.law.deciding import decide
from elci.domain.law.loading import read_pack_text

FIXTURES = Path(__file__).parents[2] / "fixtures" / "law"
TEXT = (FIXTURES / "sound.toml").read_text(encoding="utf-8")
TODAY = date(2026, 9, 1)


def changed(old: str, new: str) -> str:
    """The text of the sound pack with one piece of it replaced."""
    assert TEXT.count(old) >= 1, old
    return TEXT.replace(old, new, 1)


def file_of(text: str = TEXT):
    return read_pack_text(text, "sound.toml")


def pack_of(text: str = TEXT):
    return file_of(text).pack


SOUND = pack_of()


def answer(pack=SOUND, *, act="sister_city", body="municipality", on=date(2010, 1, 1), **said):
    counterpart = said.pop("counterpart", "foreign_local_authority")
    return decide(
        pack,
        question_of(pack, act=act, body=body, counterpart=counterpart, on=on, context=said),
    )


def neighbours():
    matrix = (FIXTURES / "sound.matrix.tsv").read_text(encoding="utf-8")
    return Neighbours(load_cases(FIXTURES / "sound.cases.toml"), tuple(matrix.splitlines()))


def findings(text: str = TEXT, *, today=TODAY) -> dict[str, list[str]]:
    """What the checks find wrong in a pack, by check."""
    results = check_pack(file_of(text), neighbours(), today=today)
    return {
        each.check: [fault.text.en for fault in each.faults] for each in results if not each.passed
    }
