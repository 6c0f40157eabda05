import itertools
import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from elci.domain.maps import (
    CENTRAL_MERIDIAN,
    HEIGHT,
    VIEW_BOX,
    WIDTH,
    Point,
    equal_earth,
    great_circle,
    project,
    strike,
    svg_path,
)

ISTANBUL, SHIMONOSEKI, RIO = (41.01, 28.95), (33.95, 130.93), (-22.91, -43.2)
HONOLULU = (21.31, -157.86)

latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)
places = st.tuples(st.floats(-85, 85), longitudes)


@pytest.mark.parametrize(
    ("latitude", "offset", "x", "y"),
    [
        (0, 0, 0, 0),
        (0, 180, 2.7066299836960748, 0),
        (90, 0, 0, 1.3173627591574133),
        (-90, 180, -1.3173627591574133 * 0, -1.3173627591574133),
    ],
)
def test_equal_earth_agrees_with_its_authors_figures(latitude, offset, x, y):
    east, north = equal_earth(latitude, offset)

    assert north == pytest.approx(y)
    assert abs(latitude) == 90 or east == pytest.approx(x)


def test_equal_earth_keeps_areas():
    step = 0.01

    def area(latitude: float, offset: float) -> float:
        x, y = equal_earth(latitude, offset)
        east, north = equal_earth(latitude, offset + step), equal_earth(latitude + step, offset)
        return (east[0] - x) * (north[1] - y) / math.cos(math.radians(latitude + step / 2))

    at_equator = area(0, 10)

    for latitude in (-50, 20, 41, 65):
        assert area(latitude, 10) == pytest.approx(at_equator, rel=1e-3)


def test_project_puts_the_central_meridian_in_the_middle():
    assert project(0, CENTRAL_MERIDIAN).x == WIDTH / 2


@pytest.mark.parametrize("latitude", [-90.01, 90.01, math.inf, math.nan])
def test_project_refuses_a_latitude_that_is_not_on_the_globe(latitude):
    with pytest.raises(ValueError, match="between -90 and 90"):
        project(latitude, 0)


@given(latitudes, longitudes)
def test_project_stays_between_the_sides_of_the_map(latitude, longitude):
    assert 0 <= project(latitude, longitude).x <= WIDTH


@given(latitudes, longitudes)
def test_project_does_not_mind_a_whole_turn(latitude, longitude):
    once, again = project(latitude, longitude), project(latitude, longitude + 360)

    # A whole turn may round a place on the very edge to the other side.
    assert once.y == again.y
    assert math.isclose(once.x, again.x, abs_tol=1e-6) or abs(once.x - again.x) > WIDTH / 4


def test_view_box_is_wide_enough_for_every_inhabited_place():
    longyearbyen, ushuaia = project(78.22, 15.65), project(-54.8, -68.3)

    assert f"0 0 {WIDTH:g} {HEIGHT:g}" == VIEW_BOX
    assert longyearbyen.y > 0
    assert ushuaia.y < HEIGHT


def test_great_circle_begins_and_ends_at_the_places():
    (line,) = great_circle(ISTANBUL, SHIMONOSEKI, 16)

    assert line[0] == project(*ISTANBUL)
    assert line[-1] == project(*SHIMONOSEKI)
    assert len(line) == 17


def test_great_circle_bends_towards_the_pole():
    (line,) = great_circle(ISTANBUL, SHIMONOSEKI)

    assert min(point.y for point in line) < min(line[0].y, line[-1].y)


def test_great_circle_is_cut_where_it_leaves_the_map():
    lines = great_circle(SHIMONOSEKI, HONOLULU)

    assert len(lines) == 2
    leaving, entering = lines[0][-1], lines[1][0]
    assert leaving.y == entering.y
    assert leaving.x + entering.x == pytest.approx(WIDTH)


def test_great_circle_between_the_same_places_is_nothing():
    assert great_circle(ISTANBUL, ISTANBUL) == ()


def test_great_circle_needs_a_step():
    with pytest.raises(ValueError, match="at least one step"):
        great_circle(ISTANBUL, RIO, 0)


@pytest.mark.parametrize(
    ("start", "end"),
    [((41.0, 29.0), (-41.0, -151.0)), ((90.0, 0.0), (-90.0, 0.0)), ((0.0, 0.0), (0.0, 180.0))],
)
def test_great_circle_between_antipodes_is_still_a_way(start, end):
    lines = great_circle(start, end, 8)

    assert sum(len(line) for line in lines) >= 9


@given(places, places)
def test_great_circle_draws_no_line_across_the_map(start, end):
    for line in great_circle(start, end, 64):
        for before, after in itertools.pairwise(line):
            near_a_pole = min(before.y, after.y) < 12 or max(before.y, after.y) > HEIGHT
            assert abs(before.x - after.x) < WIDTH / 4 or near_a_pole


@given(places, places)
def test_great_circle_back_is_as_long_as_there(start, end):
    # Between points that face each other every way is as short, and rounding chooses.
    assume(abs(start[0] + end[0]) > 1e-6 or abs(abs(start[1] - end[1]) - 180) > 1e-6)
    there, back = great_circle(start, end, 12), great_circle(end, start, 12)

    assert sum(map(len, there)) == sum(map(len, back))


def test_svg_path_counts_from_point_to_point():
    assert svg_path((Point(1, 2), Point(1.26, 2), Point(0, 10.5))) == "M1 2l0.26 0l-1.26 8.5"


def test_svg_path_leaves_out_points_that_coincide():
    assert svg_path((Point(1, 2), Point(1.001, 2.004), Point(3, 2))) == "M1 2l2 0"


def test_svg_path_does_not_drift():
    steps = tuple(Point(at * 0.004, 0) for at in range(101))

    travelled = [float(part.split()[0]) for part in svg_path(steps).split("l")[1:]]

    assert sum(travelled) == pytest.approx(0.4)


def test_svg_path_of_nothing_is_nothing():
    assert svg_path(()) == ""


def test_strike_crosses_the_middle_at_a_right_angle():
    line = (Point(0, 0), Point(10, 0), Point(20, 0))

    assert strike([line], 8) == (Point(5, -4), Point(5, 4))


def test_strike_takes_the_longest_piece():
    short, long = (Point(900, 0), Point(901, 0)), (Point(0, 0), Point(0, 100))

    assert strike([short, long], 2) == (Point(1, 50), Point(-1, 50))


@pytest.mark.parametrize("lines", [(), ((Point(1, 1),),), ((Point(1, 1), Point(1, 1)),)])
def test_strike_of_no_line_is_nothing(lines):
    assert strike(lines) == ()
