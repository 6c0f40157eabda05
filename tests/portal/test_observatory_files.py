import io
import json
from xml.etree import ElementTree as ET

import duckdb
import pytest
from PIL import Image

from tests.portal.pages import get

FILES = "/en/observatory/files/"


def fetched(client, name, query="country=GE"):
    answer = client.get(f"{FILES}{name}?{query}")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    return b"".join(answer.streaming_content)


def test_ties_are_a_table_for_spreadsheets(istanbul, client):
    text = fetched(client, "elci-ties.csv").decode("utf-8-sig")

    cited, heading, *rows = text.splitlines()
    assert "sha256" in cited
    assert heading == "source,target,type,distance_km,since,stated_by"
    assert len(rows) == 90
    assert all(row.endswith(",wd16") or "wd" in row for row in rows)


def test_cities_have_their_coordinates_also_south_of_the_equator(istanbul, client):
    text = fetched(client, "elci-cities.csv", "country=BR").decode("utf-8-sig")

    (rio,) = (row for row in text.splitlines() if "Rio de Janeiro" in row)
    assert rio == "3451190,Rio de Janeiro,-22.90642,-43.18223,BR,6747815,70"


def test_same_ties_stand_in_every_format(istanbul, client, tmp_path):
    geojson = json.loads(fetched(client, "elci-network.geojson"))
    lines = [each for each in geojson["features"] if each["geometry"]["type"] != "Point"]
    gexf = ET.fromstring(fetched(client, "elci-network.gexf"))
    graphml = ET.fromstring(fetched(client, "elci-network.graphml"))
    table = tmp_path / "ties.parquet"
    table.write_bytes(fetched(client, "elci-ties.parquet"))
    with duckdb.connect() as connection:
        (rows,) = connection.execute(f"SELECT count(*) FROM '{table}'").fetchone()

    edges = [len(list(each.iter(f"{{{space}}}edge"))) for each, space in (
        (gexf, "http://gexf.net/1.3"), (graphml, "http://graphml.graphdrawing.org/xmlns"),
    )]  # fmt: skip
    assert [len(lines), rows, *edges] == [90] * 4
    assert "sha256" in geojson["metadata"]["citation"]


def test_picture_is_drawn_as_svg_and_as_png(istanbul, client):
    svg = ET.fromstring(fetched(client, "elci-network.svg"))
    assert svg.get("viewBox").startswith("0 0 1000")
    assert len(list(svg.iter("{http://www.w3.org/2000/svg}path"))) >= 90
    assert "sha256" in "".join(svg.itertext())

    png = Image.open(io.BytesIO(fetched(client, "elci-network.png")))
    assert png.size == (2400, 1044)
    assert len(png.getcolors(1 << 24)) > 20


def test_pages_lead_to_the_files_of_their_filter(istanbul, client):
    links = get(client, "/en/observatory/?country=GE&source=both&table=ties&page=2").links()

    assert links["network (GEXF)"] == f"{FILES}elci-network.gexf?source=both&country=GE"
    assert client.get(links["network (GEXF)"]).status_code == 200


@pytest.mark.parametrize("name", ["elci.exe", "..%2Fsettings.py"])
def test_file_that_is_not_offered_is_not_found(istanbul, client, name):
    assert client.get(FILES + name).status_code == 404


def test_register_of_a_year_is_taken_away_as_it_stood(istanbul, client):
    text = fetched(client, "elci-ties.csv", "source=register&as_of=1970").decode("utf-8-sig")

    assert len(text.splitlines()) == 3


def test_year_can_be_chosen_where_the_register_is_shown(istanbul, client):
    register = get(client, "/en/observatory/?source=register&as_of=1970")

    (slider,) = register.all("input", name="as_of")
    assert (slider.attributes["min"], slider.attributes["value"]) == ("1965", "1970")
    assert get(client, "/en/observatory/").all("input", name="as_of") == []
