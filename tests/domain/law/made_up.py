"""A made-up country whose law changes in 2018, small enough to be checked by hand."""

from datetime import date
from pathlib import Path

from elci.domain.law.asking import question_of
from elci.domain.law.loading import load_pack

PACK = load_pack(Path(__file__).parents[2] / "fixtures" / "law" / "asked.toml")
BEFORE, WINDOW, AFTER = date(2018, 6, 1), date(2018, 7, 10), date(2018, 12, 10)


def question(on=BEFORE, *, act="sister_city", body="municipality", **context):
    counterpart = context.pop("counterpart", "foreign_local_authority")
    return question_of(PACK, act=act, body=body, counterpart=counterpart, on=on, context=context)
