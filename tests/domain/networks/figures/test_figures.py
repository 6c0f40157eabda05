"""Figures: well formed, in both languages, cited, and the same as a picture."""

import io
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image

from elci.domain.networks.figures.charts import country_figure, degree_figure, distance_figure
from elci.domain.networks.figures.drawing import shade
from elci.domain.networks.figures.raster import png_of
from elci.domain.networks.lift import Lift

SOURCE = "Elçi (2017): Kardeş şehirler <ağı>. 2017-05-01, sha256 " + "ab12" * 16
SVG = "{http://www.w3.org/2000/svg}"
LIFTS = [
    Lift("DE", "TR", 40, 10.0, 3.0, 4.1, 15.9),
    Lift("FR", "TR", 0, 9.0, 3.0, 3.1, 14.9),
    Lift("DE", "DE", 5, 5.0, 2.0, 1.0, 9.0),
    Lift("DE", "FR", 1064, 500.0, 20.0, 460.0, 540.0),
]
NAMES = {"TR": "Türkiye", "DE": "Almanya", "FR": "Bir çok uzun adlı ülkenin kendisi"}


def texts(svg: str) -> list[str]:
    return [part.text for part in ET.fromstring(svg).iter(f"{SVG}text")]


def figures(language: str) -> list[str]:
    degrees = np.array([1] * 50 + [2] * 30 + [5] * 10 + [97, 0])
    counts = np.array([100, 20, 60, 20])
    return [
        degree_figure(degrees, source=SOURCE, language=language),
        distance_figure(counts, source=SOURCE, language=language),
        country_figure(LIFTS, names=NAMES, most=3, source=SOURCE, language=language),
    ]


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        (
            "tr",
            [
                "Bağlar şehirlere nasıl dağılıyor",
                "İki şehir birbirine kaç bağ uzakta",
                "Hangi ülkelerin şehirleri kardeş",
            ],
        ),
        (
            "en",
            [
                "How ties are spread over cities",
                "How many ties lie between two cities",
                "Which countries' cities are sisters",
            ],
        ),
    ],
)
def test_figures_say_what_is_seen_and_where_it_is_from(language, titles):
    for svg, title in zip(figures(language), titles, strict=True):
        root = ET.fromstring(svg)
        assert root.find(f"{SVG}title").text == title
        assert root.find(f"{SVG}desc").text
        assert title in texts(svg)
        assert "".join(SOURCE.split()) in "".join("".join(texts(svg)).split())


def test_degree_figure_shows_the_share_with_at_least_so_many():
    svg = figures("tr")[0]

    assert len(list(ET.fromstring(svg).iter(f"{SVG}circle"))) == 4
    assert {"%100", "%10", "%1", "50"} <= set(texts(svg))
    assert "91 şehrin ortancası 1, en çoğu 97 bağ. Her iki eksen logaritmiktir." in texts(svg)


def test_distance_figure_has_a_bar_for_each_distance_and_the_mean():
    svg = figures("tr")[1]

    _, *boxes = ET.fromstring(svg).iter(f"{SVG}rect")
    bars = [float(box.get("height")) for box in boxes]
    assert bars == pytest.approx([bars[0], 3 * bars[0], bars[0]], abs=0.2)
    assert {"ortalama 2,00", "%60", "%0"} <= set(texts(svg))


def test_country_figure_has_every_pair_on_both_sides():
    found = texts(figures("tr")[2])

    assert found.count("1.064") == 2
    assert found.count("5") == 1
    assert found.count("·") == 2
    assert found.count("Bir çok uzun adlı ülken…") == 1


def test_country_figure_leaves_out_countries_with_fewer_links():
    svg = country_figure(LIFTS, names={}, most=2, source=SOURCE, language="en")

    assert texts(svg).count("DE") == 2
    assert "TR" not in texts(svg)


@pytest.mark.parametrize("language", ["tr", "en"])
def test_figures_of_nothing_are_empty_and_whole(language):
    none = np.zeros(0, dtype=np.int64)
    for svg in (
        degree_figure(none, source=SOURCE, language=language),
        distance_figure(np.array([3]), source=SOURCE, language=language),
        country_figure([], names={}, most=5, source=SOURCE, language=language),
    ):
        assert ET.fromstring(svg).tag == f"{SVG}svg"


def test_colours_run_from_red_over_white_to_blue():
    assert [shade(value, most=4) for value in (-9, -4, 0, 2, 4)] == [
        "#a63d2f",
        "#a63d2f",
        "#ffffff",
        "#8fafc5",
        "#1f5f8b",
    ]


def test_figure_as_a_picture_has_the_size_of_the_drawing():
    svg = figures("tr")[1]
    root = ET.fromstring(svg)

    picture = Image.open(io.BytesIO(png_of(svg, pixels_per_inch=144)))
    assert picture.format == "PNG"
    assert picture.size == pytest.approx(
        (float(root.get("width")) * 1.5, float(root.get("height")) * 1.5), abs=2
    )
    assert len(picture.convert("RGB").getcolors(100_000)) > 20
