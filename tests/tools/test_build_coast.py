"""The table of places at a coast is made from the outlines of the land."""

import numpy as np
import pytest

from elci.domain.places.gazetteer import open_gazetteer
from tools.build_coast import coast_lines, coast_points, on_globe


def topology(*arcs):
    return {"transform": {"scale": [0.01, 0.01], "translate": [28.0, 41.0]}, "arcs": list(arcs)}


def test_lines_are_filled_with_a_point_for_every_kilometre():
    points = coast_points(topology([[0, 0], [100, 0]]))

    steps = np.linalg.norm(np.diff(on_globe(points), axis=0), axis=1)
    assert points[0].tolist() == [28.0, 41.0]
    assert points[-1].tolist() == pytest.approx([29.0, 41.0])
    assert steps.max() < 1.02


def test_edges_of_the_map_are_no_coast():
    found = coast_points(topology([[15200, 0], [0, 100]], [[0, -13100], [100, 0]]))

    assert found.tolist() == []


def test_places_within_ten_kilometres_are_listed():
    gazetteer = open_gazetteer()
    places = [gazetteer.place(each) for each in ("745044", "323786")]

    lines = list(coast_lines(places, np.asarray([[28.95, 41.05]])))

    assert lines == ["id,km", "745044,4"]
