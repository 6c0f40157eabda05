from datetime import date, timedelta

import pytest

from elci.domain.acts import (
    Act,
    ActKind,
    Period,
    Standing,
    acts_known_on,
    first_opening,
    periods,
    standing_on,
)
from elci.domain.dates import PartialDate

PUBLISHED = date(2019, 5, 10)
K = ActKind
S = Standing


def act(kind: str, happened: str, until: str | None = None, *, known: date = PUBLISHED) -> Act:
    return Act(
        kind=ActKind(kind),
        happened=PartialDate(happened),
        known_from=known,
        valid_until=None if until is None else PartialDate(until),
    )


def register(text: str) -> list[Act]:
    """Acts from ``kind date [until date]; ...`` in the order of recording."""
    return [act(*entry.replace("until ", "").split()) for entry in text.split("; ")]


def told(text: str) -> list[str]:
    """Periods as ``day standing``, which also says that each one ends where the next begins."""
    return [f"{one.starts} {one.standing}" for one in periods(register(text))]


ISTANBUL = {
    "Rabat": (
        "preliminary_protocol 1991-04-23; signed 1991-09-20",
        ["1991-04-23 proposed", "1991-09-20 in_force"],
    ),
    "Köln": (
        "preliminary_protocol 1997-03-15; signed 1997-05-09",
        ["1997-03-15 proposed", "1997-05-09 in_force"],
    ),
    "Saraybosna": (
        "preliminary_protocol 1997; signed 1997-12-25",
        ["1997-01-01 unknown", "1997-12-25 in_force"],
    ),
    "Rio de Janeiro": (
        "signed 1965; renewed 2012-06-18",
        ["1965-01-01 possibly_in_force", "1965-12-31 in_force"],
    ),
    "Kahire": ("signed 1988-06-04; renewed 2011-10-11", ["1988-06-04 in_force"]),
    "Rotterdam": (
        "signed 2005-06-24; terminated 2017",
        ["2005-06-24 in_force", "2017-01-01 possibly_in_force", "2017-12-31 ended"],
    ),
    "Almatı": ("signed 1998-04-02; signed 2002-10-15", ["1998-04-02 in_force"]),
    "Oş": ("signed 1997-09-20; signed 1998-08-01", ["1997-09-20 in_force"]),
    "Moskova": ("signed 2006-11-30; renewed 2015-04-16", ["2006-11-30 in_force"]),
    "Lahor": ("signed 1975", ["1975-01-01 possibly_in_force", "1975-12-31 in_force"]),
    "Tiflis, memorandum": (
        "signed 2006-06-01; superseded 2016-04-18",
        ["2006-06-01 in_force", "2016-04-18 superseded"],
    ),
}


@pytest.mark.parametrize(("acts", "expected"), ISTANBUL.values(), ids=ISTANBUL)
def test_periods_tell_the_published_relations_of_istanbul(acts, expected):
    assert told(acts) == expected


@pytest.mark.parametrize(
    ("acts", "day", "expected"),
    [
        ("signed 1965", "1964-12-31", None),
        ("signed 1965", "1965-01-01", S.POSSIBLY_IN_FORCE),
        ("signed 1965", "1965-06-01", S.POSSIBLY_IN_FORCE),
        ("signed 1965", "1965-12-30", S.POSSIBLY_IN_FORCE),
        ("signed 1965", "1965-12-31", S.IN_FORCE),
        ("signed 1997-12-25", "1997-12-24", None),
        ("signed 1997-12-25", "1997-12-25", S.IN_FORCE),
        ("signed 2005-06-24; terminated 2017", "2016-12-31", S.IN_FORCE),
        ("signed 2005-06-24; terminated 2017", "2017-12-30", S.POSSIBLY_IN_FORCE),
        ("signed 2005-06-24; terminated 2017", "2017-12-31", S.ENDED),
    ],
)
def test_standing_on_at_the_edges_of_a_date(acts, day, expected):
    assert standing_on(register(acts), date.fromisoformat(day)) is expected


STEPS = [
    ("proposed 2001-01-01", ["2001-01-01 proposed"]),
    ("council_decision 2001-01-01", ["2001-01-01 proposed"]),
    ("announced 2001-01-01", ["2001-01-01 proposed"]),
    ("sent_to_civil_administrator 2001-01-01", ["2001-01-01 proposed"]),
    ("permit_asked 2001-01-01", ["2001-01-01 proposed"]),
    (
        "permit_asked 2001-01-01; permit_granted 2001-02-01",
        ["2001-01-01 proposed", "2001-02-01 permitted"],
    ),
    (
        "permit_asked 2001-01-01; permit_refused 2001-02-01; permit_asked 2002-01-01",
        ["2001-01-01 proposed", "2001-02-01 refused", "2002-01-01 proposed"],
    ),
    ("permit_refused 2001-02-01; council_decision 2001-03-01", ["2001-02-01 refused"]),
    (
        "permit_granted 2001-02-01; council_decision 2001",
        ["2001-01-01 unknown", "2001-02-01 permitted"],
    ),
    (
        "council_decision 2001-02-01; permit_granted 2001-03",
        ["2001-02-01 proposed", "2001-03-01 unknown", "2001-03-31 permitted"],
    ),
    ("signed 2001-02-01; permit_refused 2001-03-01", ["2001-02-01 in_force"]),
    ("permit_asked 2001; permit_granted 2001", ["2001-01-01 unknown", "2001-12-31 permitted"]),
    ("permit_granted 2001; permit_asked 2001", ["2001-01-01 unknown", "2001-12-31 permitted"]),
    ("proposed 2001; permit_refused 2001", ["2001-01-01 unknown", "2001-12-31 refused"]),
    ("signed 2001-02-01; varied 2002-01-01; party_succeeded 2003-01-01", ["2001-02-01 in_force"]),
    ("signed 2001-02-01; council_decision_to_end 2002-01-01", ["2001-02-01 in_force"]),
    ("varied 2002-01-01", []),
]


@pytest.mark.parametrize(("acts", "expected"), STEPS)
def test_periods_of_the_steps_before_a_signing(acts, expected):
    assert told(acts) == expected


DOUBTFUL = [
    # What ends, suspends or renews follows what began it, although one year holds both.
    ("signed 2005; terminated 2005", ["2005-01-01 possibly_in_force", "2005-12-31 ended"]),
    ("terminated 2005; signed 2005", ["2005-01-01 possibly_in_force", "2005-12-31 ended"]),
    (
        "signed 2005; terminated 2005-06-24",
        ["2005-01-01 possibly_in_force", "2005-06-24 ended"],
    ),
    (
        "signed 2005-06-24; terminated 2005",
        ["2005-06-24 possibly_in_force", "2005-12-31 ended"],
    ),
    (
        "signed 2005; entered_into_force 2005; terminated 2005",
        ["2005-01-01 possibly_in_force", "2005-12-31 ended"],
    ),
    (
        "signed 1990-01-01; suspended 2010; resumed 2010",
        ["1990-01-01 in_force", "2010-01-01 possibly_in_force", "2010-12-31 in_force"],
    ),
    (
        "signed 1990-01-01; renewed 2017; terminated 2017",
        ["1990-01-01 in_force", "2017-01-01 possibly_in_force", "2017-12-31 ended"],
    ),
    (
        "signed 1990-01-01; suspended 2017; superseded 2017",
        ["1990-01-01 in_force", "2017-01-01 possibly_in_force", "2017-12-31 superseded"],
    ),
    # What had expired may have been renewed afterwards.
    (
        "signed 1990-01-01; expired 2017; renewed 2017",
        ["1990-01-01 in_force", "2017-01-01 possibly_in_force"],
    ),
    (
        "signed 1990-01-01; expired 2017; suspended 2017",
        ["1990-01-01 in_force", "2017-01-01 possibly_in_force", "2017-12-31 expired"],
    ),
    # A tie that was signed anew: nobody says which signing the end of that year concerns.
    (
        "signed 1990-01-01; terminated 2017; signed 2017",
        ["1990-01-01 in_force", "2017-01-01 possibly_in_force"],
    ),
    (
        "signed 1990; terminated 1990; signed 2000",
        [
            "1990-01-01 possibly_in_force",
            "1990-12-31 ended",
            "2000-01-01 possibly_in_force",
            "2000-12-31 in_force",
        ],
    ),
    (
        "signed 1990-01-01; terminated 2017-06-01; signed 2017-06-01; suspended 2017",
        ["1990-01-01 in_force", "2017-01-01 possibly_in_force"],
    ),
    (
        "signed 1998-04-02; signed 2002-10-15; terminated XXXX",
        ["1998-04-02 possibly_in_force"],
    ),
    # A suspension may have been after a second signing, or before it.
    (
        "signed 1990-01-01; suspended 2000; terminated 2000-07-01; signed 2000-09-01",
        [
            "1990-01-01 in_force",
            "2000-01-01 possibly_in_force",
            "2000-07-01 unknown",
            "2000-09-01 possibly_in_force",
        ],
    ),
    # No date at all.
    ("signed XXXX", ["0001-01-01 possibly_in_force", "2019-05-10 in_force"]),
    (
        "signed 1985-03-01; terminated XXXX",
        ["1985-03-01 possibly_in_force", "2019-05-10 ended"],
    ),
    ("signed XXXX; terminated 1990-03-01", ["0001-01-01 possibly_in_force", "1990-03-01 ended"]),
    ("signed ../1989", ["0001-01-01 possibly_in_force", "1989-12-31 in_force"]),
    ("signed 1991/..", ["1991-01-01 possibly_in_force", "2019-05-10 in_force"]),
    ("terminated XXXX", ["0001-01-01 unknown", "2019-05-10 ended"]),
    # What was known on 10 May 2019 had happened by then.
    ("signed 2019", ["2019-01-01 possibly_in_force", "2019-05-10 in_force"]),
    # ... but a date wholly after that is taken as it stands.
    ("signed 2020", ["2020-01-01 possibly_in_force", "2020-12-31 in_force"]),
    ("signed 2020/..", ["2020-01-01 in_force"]),
    # Contradictions stand as they are dated.
    (
        "terminated 1990-01-01; signed 1991-01-01",
        ["1990-01-01 ended", "1991-01-01 in_force"],
    ),
    (
        "signed 1990-01-01; terminated 2000-01-01; renewed 2001-01-01",
        ["1990-01-01 in_force", "2000-01-01 ended", "2001-01-01 in_force"],
    ),
    (
        "signed 2000-06-01; suspended 2000; resumed 2000-03-01",
        ["2000-01-01 unknown", "2000-03-01 possibly_in_force"],
    ),
]


@pytest.mark.parametrize(("acts", "expected"), DOUBTFUL)
def test_periods_keep_doubt_as_doubt(acts, expected):
    assert told(acts) == expected


ONE_DAY = [
    ("signed 2005-06-24; terminated 2005-06-24", ["2005-06-24 ended"]),
    ("terminated 2005-06-24; signed 2005-06-24", ["2005-06-24 ended"]),
    (
        "signed 1990-01-01; terminated 2005-06-24; signed 2005-06-24",
        ["1990-01-01 in_force"],
    ),
    (
        "signed 1990-01-01; signed 2005-06-24; terminated 2005-06-24",
        ["1990-01-01 in_force", "2005-06-24 ended"],
    ),
    (
        "signed 1990-01-01; resumed 2005-06-24; suspended 2005-06-24",
        ["1990-01-01 in_force"],
    ),
    ("permit_granted 2005-06-24; permit_asked 2005-06-24", ["2005-06-24 permitted"]),
    ("permit_granted 2005-06-24; permit_refused 2005-06-24", ["2005-06-24 refused"]),
    # Only what must be turned is turned: not the suspension and the signing of its day.
    (
        "terminated 2010/2012; signed 2004-01-01; signed 2005-06-24; suspended 2005-06-24",
        [
            "2004-01-01 in_force",
            "2005-06-24 suspended",
            "2010-01-01 unknown",
            "2012-12-31 ended",
        ],
    ),
    (
        "terminated 2005-06-24/2007; signed 1990-01-01; expired 2005-06-24; renewed 2005-06-24",
        ["1990-01-01 in_force", "2005-06-24 possibly_in_force", "2007-12-31 ended"],
    ),
    (
        "terminated 2005-06-24; entered_into_force 2005-06-24; signed 2005-06-24",
        ["2005-06-24 ended"],
    ),
    # A year that may be that very day says nothing of the order, however it was recorded.
    (
        "signed 2001-01-01; renewed 2005; suspended 2005-06-24",
        ["2001-01-01 in_force", "2005-06-24 possibly_in_force"],
    ),
    (
        "signed 2001-01-01; suspended 2005-12-31; renewed 2005",
        ["2001-01-01 in_force", "2005-12-31 possibly_in_force"],
    ),
]


@pytest.mark.parametrize(("acts", "expected"), ONE_DAY)
def test_periods_take_acts_of_one_day_in_the_order_of_recording(acts, expected):
    assert told(acts) == expected


TERMS = [
    ("signed 2010-01-01 until 2015-01-01", ["2010-01-01 in_force", "2015-01-02 expired"]),
    (
        "signed 2010-01-01 until 2015",
        ["2010-01-01 in_force", "2015-01-02 possibly_in_force", "2016-01-01 expired"],
    ),
    ("signed 2010-01-01 until 2014-12-31; renewed 2015-01-01", ["2010-01-01 in_force"]),
    (
        "signed 2010-01-01 until 2014-12-31; renewed 2015-01-02",
        ["2010-01-01 in_force", "2015-01-01 expired", "2015-01-02 in_force"],
    ),
    (
        "signed 2010-01-01 until 2014-12-31; renewed 2014-06-01 until 2016-12-31",
        ["2010-01-01 in_force", "2017-01-01 expired"],
    ),
    (
        "signed 2010-01-01 until 2014-12-31; renewed 2015 until 2019",
        [
            "2010-01-01 in_force",
            "2015-01-01 possibly_in_force",
            "2015-12-31 in_force",
            "2019-01-02 possibly_in_force",
            "2020-01-01 expired",
        ],
    ),
    # A term runs on while the relation is suspended, and after it was resumed.
    (
        "signed 2010-01-01 until 2014-12-31; suspended 2012-01-01",
        ["2010-01-01 in_force", "2012-01-01 suspended", "2015-01-01 expired"],
    ),
    (
        "signed 2010-01-01 until 2014-12-31; suspended 2012-01-01; resumed 2013-01-01",
        [
            "2010-01-01 in_force",
            "2012-01-01 suspended",
            "2013-01-01 in_force",
            "2015-01-01 expired",
        ],
    ),
    (
        "signed 2010-01-01 until 2014-12-31; suspended 2012-01-01; resumed 2013-01-01 until 2016",
        [
            "2010-01-01 in_force",
            "2012-01-01 suspended",
            "2013-01-01 in_force",
            "2016-01-02 possibly_in_force",
            "2017-01-01 expired",
        ],
    ),
    (
        "signed 2010-01-01 until 2014-12-31; entered_into_force 2010-06-01",
        ["2010-01-01 in_force", "2015-01-01 expired"],
    ),
    (
        "signed 2010-01-01; entered_into_force 2010-06-01 until 2014-12-31; renewed 2012-01-01",
        ["2010-01-01 in_force"],
    ),
    (
        "signed 2010-01-01 until 2014-12-31; suspended 2012-01-01; renewed 2018",
        [
            "2010-01-01 in_force",
            "2012-01-01 suspended",
            "2015-01-01 expired",
            "2018-01-01 possibly_in_force",
            "2018-12-31 in_force",
        ],
    ),
    # What ended before its term ran out has ended, not expired.
    (
        "signed 2010-01-01 until 2014-12-31; terminated 2012-01-01",
        ["2010-01-01 in_force", "2012-01-01 ended"],
    ),
    (
        "signed 2010-01-01 until 2014-12-31; terminated 2014",
        ["2010-01-01 in_force", "2014-01-01 possibly_in_force", "2014-12-31 ended"],
    ),
    # Limits of a term that nobody knows.
    ("signed 2010-01-01 until XXXX", ["2010-01-01 in_force", "2010-01-02 possibly_in_force"]),
    (
        "signed 2010-01-01 until ../2014",
        ["2010-01-01 in_force", "2010-01-02 possibly_in_force", "2015-01-01 expired"],
    ),
    (
        "signed 2010-01-01 until 2014/..",
        ["2010-01-01 in_force", "2014-01-02 possibly_in_force"],
    ),
    ("signed 2010-01-01 until 2009-12-31", ["2010-01-01 expired"]),
    (
        "signed 2010-06-01 until 2010",
        ["2010-06-01 in_force", "2010-06-02 possibly_in_force", "2011-01-01 expired"],
    ),
    # The suspension may have come before or after the renewal; the term is over in both cases.
    (
        "signed 2003-01-01; suspended 2004/2006; renewed 2005/2007 until 2005-01-01",
        [
            "2003-01-01 in_force",
            "2004-01-01 possibly_in_force",
            "2006-12-31 unknown",
            "2007-12-31 expired",
        ],
    ),
    ("resumed 2013-01-01", ["2013-01-01 in_force"]),
]


@pytest.mark.parametrize(("acts", "expected"), TERMS)
def test_periods_follow_fixed_terms(acts, expected):
    assert told(acts) == expected


CYCLES = [
    (
        (
            "signed 1990-01-01; suspended 1995-01-01; resumed 1996-01-01; suspended 2000-01-01; "
            "resumed 2001-01-01; terminated 2005-01-01; signed 2010-01-01"
        ),
        [
            "1990-01-01 in_force",
            "1995-01-01 suspended",
            "1996-01-01 in_force",
            "2000-01-01 suspended",
            "2001-01-01 in_force",
            "2005-01-01 ended",
            "2010-01-01 in_force",
        ],
    ),
    (
        "signed 1990-01-01; suspended 1995; resumed 1996; suspended 1997; resumed 1998",
        [
            "1990-01-01 in_force",
            "1995-01-01 possibly_in_force",
            "1995-12-31 suspended",
            "1996-01-01 possibly_in_force",
            "1996-12-31 in_force",
            "1997-01-01 possibly_in_force",
            "1997-12-31 suspended",
            "1998-01-01 possibly_in_force",
            "1998-12-31 in_force",
        ],
    ),
]


@pytest.mark.parametrize(("acts", "expected"), CYCLES)
def test_periods_follow_suspensions_resumptions_and_new_signings(acts, expected):
    assert told(acts) == expected


def test_periods_of_no_acts_are_none():
    assert periods([]) == ()
    assert standing_on([], PUBLISHED) is None


def test_periods_carry_their_limits():
    found = periods(register("signed 2005-06-24; terminated 2017-05-01"))

    assert found == (
        Period(S.IN_FORCE, date(2005, 6, 24), date(2017, 5, 1)),
        Period(S.ENDED, date(2017, 5, 1), None),
    )


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ("signed 0001-01-01", ["0001-01-01 in_force"]),
        ("signed 0001-01-01; terminated 0001-01-01", ["0001-01-01 ended"]),
        (
            "signed 0001-01-01; terminated 9999-12-31",
            ["0001-01-01 in_force", "9999-12-31 ended"],
        ),
        ("signed 9999-12-31; suspended 9999-12-31", ["9999-12-31 suspended"]),
        (
            "signed 2000-01-01 until 9999-12-30",
            ["2000-01-01 in_force", "9999-12-31 expired"],
        ),
        ("signed 2000-01-01 until 9999-12-31", ["2000-01-01 in_force"]),
        ("signed 2000-01-01 until 0001-01-01", ["2000-01-01 expired"]),
    ],
)
def test_periods_reach_the_ends_of_the_calendar(acts, expected):
    assert told(acts) == expected
    assert standing_on(register(acts), date.max) is periods(register(acts))[-1].standing
    assert standing_on(register(acts), date.min) in {None, periods(register(acts))[0].standing}


def corrected() -> list[Act]:
    """Signed in 2005; ended in 2017 as learned in 2018, which in 2019 proved to be a suspension."""
    return [
        act("signed", "2005-06-24", known=date(2010, 1, 1)),
        Act(
            kind=K.TERMINATED,
            happened=PartialDate("2017-03-01"),
            known_from=date(2018, 1, 1),
            known_until=date(2019, 1, 1),
        ),
        act("suspended", "2017-03-01", known=date(2019, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (date(2009, 12, 31), None),
        (date(2010, 1, 1), S.IN_FORCE),
        (date(2017, 12, 31), S.IN_FORCE),
        (date(2018, 1, 1), S.ENDED),
        (date(2018, 12, 31), S.ENDED),
        (date(2019, 1, 1), S.SUSPENDED),
        (None, S.SUSPENDED),
    ],
)
def test_standing_as_it_was_known(known, expected):
    held = acts_known_on(corrected(), known)

    assert standing_on(held, date(2017, 6, 1)) is expected


def test_acts_known_on_keeps_the_order_of_recording():
    kinds = [one.kind for one in acts_known_on(corrected(), None)]

    assert kinds == [K.SIGNED, K.SUSPENDED]


def test_act_corrected_on_the_day_it_was_recorded_was_known_on_no_day():
    learned = date(2018, 1, 1)
    one = Act(kind=K.SIGNED, happened=PartialDate("2005"), known_from=learned, known_until=learned)

    assert [one.was_known_on(learned + timedelta(days=step)) for step in (-1, 0, 1)] == [False] * 3


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ("signed 1998-04-02; signed 2002-10-15", "1998-04-02"),
        ("signed 2002-10-15; signed 1998-04-02", "1998-04-02"),
        ("preliminary_protocol 1991-04-23; signed 1991-09-20", "1991-09-20"),
        ("signed 1997; entered_into_force 1997-01-01", "1997-01-01"),
        ("signed 2005-06-24; entered_into_force 2005-06-24", "2005-06-24"),
        ("signed XXXX; signed 1998-04-02", "XXXX"),
    ],
)
def test_first_opening_has_the_earliest_possible_day(acts, expected):
    opening = first_opening(register(acts))

    assert opening is not None
    assert opening.happened == PartialDate(expected)


def test_first_opening_of_acts_of_one_day_is_the_one_recorded_first():
    acts = register("entered_into_force 2005-06-24; signed 2005-06-24")

    assert first_opening(acts) is acts[0]


def test_first_opening_of_a_proposal_is_none():
    assert first_opening(register("proposed 2005-06-24")) is None
