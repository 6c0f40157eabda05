from datetime import date

from elci.domain.law.comparing import HEADINGS, compare
from elci.domain.law.matrix import matrix_lines, matrix_of
from tests.domain.law.packs import FIXTURES, SOUND, TEXT, changed, pack_of


def impacts(text: str) -> list[tuple[str, ...]]:
    return [tuple(str(each).split("\t")) for each in compare(SOUND, pack_of(text))]


def test_matrix_is_the_one_that_was_agreed_on():
    agreed = (FIXTURES / "sound.matrix.tsv").read_text(encoding="utf-8").splitlines()

    assert list(matrix_lines(SOUND)) == agreed


def test_matrix_covers_every_case_on_every_day_once():
    rows, outcomes = matrix_of(SOUND)

    assert {row.outcome for row in rows} == set(outcomes)
    by_case = {}
    for row in rows:
        case = (row.act, row.body, row.counterpart, row.context)
        by_case.setdefault(case, []).append((row.starts, row.until))
    assert len({case[:3] for case in by_case}) == 17 * 8 * 7
    for spans in by_case.values():
        assert spans[0][0] == "2005-07-13"
        assert [until for _, until in spans] == [*(starts for starts, _ in spans[1:]), ""]


def test_circumstances_that_make_no_difference_are_left_out():
    rows, _ = matrix_of(SOUND)
    contexts = {row.context for row in rows if row.act == "mou" and row.body == "municipality"}

    assert contexts == {"partner=A", "partner=B", "partner=other"}


def test_flag_is_told_by_where_it_stands():
    def line(text: str) -> str:
        return next(each for each in matrix_lines(pack_of(text)) if each.startswith("! care"))

    assert line(TEXT).startswith("! care\t168 cases\t")
    moved = changed('act = ["sister_city"]\n\n[[gap]]', 'act = ["mou"]\n\n[[gap]]')
    assert line(moved).split("\t")[1] == "168 cases"
    assert line(moved) != line(TEXT)


def test_packs_that_are_alike_have_no_impact():
    assert impacts(TEXT) == []
    assert HEADINGS.split("\t")[0] == "act"


def test_later_change_touches_only_the_days_between():
    moved = impacts(TEXT.replace("from = 2018-12-10, value", "from = 2018-12-31, value"))

    assert {(row[4], row[5]) for row in moved} == {("2018-12-10", "2018-12-31")}
    assert {row[0] for row in moved} == {"sister_city", "mou"}
    assert "permit@Environment" in moved[0][6]
    assert "permit@Interior or Environment" in moved[0][7]


def test_later_horizon_touches_the_days_before_it():
    moved = [
        each
        for each in compare(
            SOUND, pack_of(changed("horizon_from = 2005-07-13", "horizon_from = 2006-01-01"))
        )
        if each.act == "send_delegation" and each.body == "municipality"
    ]

    assert {(each.starts, each.until) for each in moved} == {(date(2005, 7, 13), date(2006, 1, 1))}
    assert {each.after for each in moved} == {"not_modelled before the horizon"}


def test_circumstance_that_only_one_pack_knows_is_told_apart():
    gone = TEXT.replace('partner = "@listed"', 'body = ["village"]').replace(
        "[context.partner]", "[context.country]"
    )
    rows = impacts(gone.replace('{partner = "A"}', '{country = "A"}'))

    contexts = {row[3] for row in rows if row[1] == "municipality" and row[0] == "mou"}
    assert contexts == {"partner=A"}
