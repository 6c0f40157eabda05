import pytest

from elci.domain.acts.kinds import ActKind
from elci.domain.dates import PartialDate
from elci.domain.extraction.acts import DateColumn, acts_in, read_remarks
from elci.domain.extraction.labels import Label
from elci.domain.vocabularies import Instrument

SIGNED = DateColumn(kind=ActKind.SIGNED)
COUNCIL_AND_MINISTRY = DateColumn(
    kind=ActKind.SIGNED, kinds=(ActKind.COUNCIL_DECISION, ActKind.PERMIT_GRANTED)
)
JOINED = DateColumn(kind=ActKind.ENTERED_INTO_FORCE)


def told(cell):
    return [f"{act.kind.value} {act.date}" for act in cell.acts]


def codes(cell):
    return [problem.code.value for problem in cell.problems]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("16.05.1972", ["signed 1972-05-16"]),
        ("16/05/1972", ["signed 1972-05-16"]),
        ("24.06. 2005", ["signed 2005-06-24"]),
        ("1972-05-16 00:00:00", ["signed 1972-05-16"]),
        ("1965", ["signed 1965"]),
        ("05.1965", ["signed 1965-05"]),
        ("1965-05", ["signed 1965-05"]),
        ("8 Eylül 2004", ["signed 2004-09-08"]),
        ("11 Eylül\n1987", ["signed 1987-09-11"]),
        ("8. September 2004", ["signed 2004-09-08"]),
        ("1er juin 1992", ["signed 1992-06-01"]),
        ("12 settembre 1960", ["signed 1960-09-12"]),
        ("5 de mayo de 1985", ["signed 1985-05-05"]),
        ("15 ноября 1967 г.", ["signed 1967-11-15"]),
        ("3 maja 1999 r.", ["signed 1999-05-03"]),
        ("١٢ مايو ٢٠٠١", ["signed 2001-05-12"]),
        ("1997. május 12.", ["signed 1997-05-12"]),
        ("1990年5月3日", ["signed 1990-05-03"]),
        ("April 18, 2016", ["signed 2016-04-18"]),
        ("1990 öncesi", ["signed ../1989"]),
        ("before 1990", ["signed ../1989"]),
        ("vor 1990 unterzeichnet", ["signed ../1989"]),
        ("po 1990 podpisano", ["signed 1990"]),
        ("signed after 1990", ["signed 1991/.."]),
        ("около 1990", ["signed 1990~"]),
        ("c. 1980", ["signed 1980~"]),
        ("since 1964", ["signed 1964"]),
        ("1990 –", ["signed 1990"]),
        ("bilinmiyor", ["signed XXXX"]),
        (
            "23.04.1991 (Ön Protokol) / 20.09.1991 (Mutabakat Zaptı)",
            ["preliminary_protocol 1991-04-23", "signed 1991-09-20"],
        ),
        (
            "İlk İmzalanma Tarihi:\n1965\n(Yenilenerek\nİmzalanma Tarihi:\n18.06.2012)",
            ["signed 1965", "renewed 2012-06-18"],
        ),
        ("30.11.2006\nYenilendi: 16.04.2015", ["signed 2006-11-30", "renewed 2015-04-16"]),
        ("1990, feshedildi 2017", ["signed 1990", "terminated 2017"]),
        ("1990 (2017'de feshedildi)", ["signed 1990", "terminated 2017"]),
        ("renewed 2012", ["renewed 2012"]),
        ("signed 1965, renewed 2012", ["signed 1965", "renewed 2012"]),
        ("signed 1965 renewed 2012", ["signed 1965", "renewed 2012"]),
        ("1965 signed, 2012 renewed", ["signed 1965", "renewed 2012"]),
        ("1965 imzalandı 2012 yenilendi", ["signed 1965", "renewed 2012"]),
        ("1988, verlängert 2008", ["signed 1988", "renewed 2008"]),
        ("signed:1965; renewed:18.06.2012", ["signed 1965", "renewed 2012-06-18"]),
        ("İptal", ["terminated XXXX"]),
        ("1997 yılında imzalanmıştır", ["signed 1997"]),
    ],
)
def test_cell_of_dates_is_read(text, acts, gazetteer):
    cell = acts_in(text, SIGNED, gazetteer=gazetteer)

    assert (told(cell), codes(cell)) == (acts, [])


@pytest.mark.parametrize(
    ("text", "acts", "problems"),
    [
        ("31.02.2010", [], ["date_not_understood"]),
        ("11 Eylül", [], ["date_incomplete"]),
        ("12/3/98", ["signed 1998-03-12"], ["date_two_digits"]),
        ("12/3/29", ["signed 2029-03-12"], ["date_two_digits"]),
        ("12/3/30", ["signed 1930-03-12"], ["date_two_digits"]),
        ("belediye arşivinde", [], ["date_not_understood"]),
        ("1990 başkan Hans", ["signed 1990"], ["date_text_left"]),
        (
            "02.04.1998 / 15.10.2002",
            ["signed 1998-04-02", "signed 2002-10-15"],
            ["dates_unexplained"],
        ),
        ("1990-1995", ["signed 1990", "terminated 1995"], ["date_range"]),
        ("1990 bis 2005", ["signed 1990", "terminated 2005"], ["date_range"]),
    ],
)
def test_doubtful_cell_of_dates_goes_to_a_person(text, acts, problems, gazetteer):
    cell = acts_in(text, SIGNED, gazetteer=gazetteer)

    assert (told(cell), codes(cell)) == (acts, problems)


@pytest.mark.parametrize("text", ["", "-", "—", "..."])
def test_cell_without_any_word_says_nothing(text, gazetteer):
    assert acts_in(text, SIGNED, gazetteer=gazetteer).acts == ()


def test_period_is_no_doubt_where_the_header_promises_one(gazetteer):
    column = DateColumn(kind=ActKind.SIGNED, is_period=True)

    cell = acts_in("1990–2005", column, gazetteer=gazetteer)

    assert (told(cell), codes(cell)) == (["signed 1990", "terminated 2005"], [])


def test_dates_take_their_meaning_from_the_header_in_order(gazetteer):
    cell = acts_in("05.02.1999/07.05.1999", COUNCIL_AND_MINISTRY, gazetteer=gazetteer)

    assert [(act.kind.value, str(act.date), act.organ) for act in cell.acts] == [
        ("council_decision", "1999-02-05", "council"),
        ("permit_granted", "1999-05-07", "ministry"),
    ]
    assert codes(cell) == []


def test_one_date_under_a_header_of_two_is_doubtful(gazetteer):
    cell = acts_in("05.02.1999", COUNCIL_AND_MINISTRY, gazetteer=gazetteer)

    assert (told(cell), codes(cell)) == (["council_decision 1999-02-05"], ["date_kind_unclear"])


def test_membership_dates_are_entries_into_force(gazetteer):
    assert told(acts_in("since 1999", JOINED, gazetteer=gazetteer)) == ["entered_into_force 1999"]


def test_place_beside_a_date_belongs_to_its_act(gazetteer):
    cell = acts_in("signed:1965; renewed:18.06.2012@Rio de Janeiro", SIGNED, gazetteer=gazetteer)
    beside = acts_in("İstanbul, 16.05.1972", SIGNED, gazetteer=gazetteer)

    assert [act.places for act in cell.acts] == [(), ("Rio de Janeiro",)]
    assert [act.places for act in beside.acts] == [("İstanbul",)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("05.02.1999 / 123", "123"),
        ("05.02.1999 tarih ve 2005/12 sayılı", "2005/12"),
        ("05.02.1999 No: 45", "45"),
    ],
)
def test_number_of_a_decision_is_kept(text, number, gazetteer):
    column = DateColumn(kind=ActKind.COUNCIL_DECISION)

    cell = acts_in(text, column, gazetteer=gazetteer)

    assert [act.number for act in cell.acts] == [number]
    assert codes(cell) == []


def test_lesser_document_beside_the_instrument_is_a_step_before_it(gazetteer):
    cell = acts_in(
        "12.03.2005 (İyi niyet mektubu) / 15.06.2007 (Kardeş şehir protokolü)",
        SIGNED,
        gazetteer=gazetteer,
        instrument=Instrument.SISTER_CITY,
    )

    assert told(cell) == ["preliminary_protocol 2005-03-12", "signed 2007-06-15"]


def test_month_before_day_is_read_where_the_column_shows_it(gazetteer):
    column = DateColumn(kind=ActKind.SIGNED, month_first=True)

    assert told(acts_in("03/04/1995", column, gazetteer=gazetteer)) == ["signed 1995-03-04"]


def test_no_more_acts_are_read_of_a_cell_than_a_person_would_check(gazetteer):
    cell = acts_in(" / ".join(["01.01.1990"] * 50), SIGNED, gazetteer=gazetteer)

    assert len(cell.acts) == 12


@pytest.mark.parametrize(
    ("text", "acts", "problems"),
    [
        ("gekündigt 2019", ["terminated 2019"], []),
        ("2012'de yenilendi", ["renewed 2012"], []),
        ("1999 yılında ziyaret edildi", [], []),
        (
            "2017 yılında belediye meclisi oybirliğiyle feshetti, feshedildi",
            ["terminated 2017"],
            ["date_text_left"],
        ),
        ("no date here", [], []),
    ],
)
def test_notes_tell_of_renewals_and_ends_only(text, acts, problems):
    cell = read_remarks(text)

    assert (told(cell), codes(cell)) == (acts, problems)


def test_unknown_date_has_no_bounds_to_widen():
    assert Label(bound="before").bounded(PartialDate.unknown()) == PartialDate.unknown()
