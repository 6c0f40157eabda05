import gzip
import json
from pathlib import Path

import pytest

from tools.frontend.assets import without_embedded_images, without_source_maps, write_licences
from tools.frontend.build import weight
from tools.frontend.freshness import fingerprint, input_files, is_fresh, write_stamp
from tools.frontend.node import BuildRefusedError, is_new_enough, run
from tools.frontend.typefaces import Cut, cuts
from tools.frontend.world import Drawing, area, cut, draw, path_of, simplify, unwrap

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "src/elci/static/built"

SQUARE = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("8.19.4", False), ("9.2.0\n", True), ("11.19.1", True), ("", False), ("npm", False)],
)
def test_is_new_enough_needs_npm_9(printed, expected):
    assert is_new_enough(printed) == expected


def test_run_says_what_failed(tmp_path):
    with pytest.raises(BuildRefusedError, match=r"(?s)`ls nowhere` failed.*nowhere"):
        run(["ls", "nowhere"], cwd=tmp_path)


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ('a{mask:url("data:image/svg+xml,%3Csvg%3E") center}', "a{mask:none center}"),
        ("a{b:url('data:x')}", "a{b:none}"),
        ("a{b:url(data:x;base64,AA)}", "a{b:none}"),
        ("a{src:url(./fonts/x.woff2)}", "a{src:url(./fonts/x.woff2)}"),
    ],
)
def test_without_embedded_images_drops_only_data(css, expected):
    assert without_embedded_images(css) == expected


@pytest.mark.parametrize(
    "ending", ["//# sourceMappingURL=x.js.map", "/*# sourceMappingURL=x.css.map */"]
)
def test_without_source_maps_drops_the_pointer(ending):
    assert without_source_maps(f"a{ending}") == "a"


def test_cuts_reads_letters_from_the_style_sheet():
    css = (
        """@font-face{src:url("./fonts/serif-4-european.woff2");unicode-range:U+0100-0102,U+20BA}"""
    )

    assert list(cuts(css)) == [Cut("serif-4", "european", (0x100, 0x101, 0x102, 0x20BA))]


def test_cuts_refuses_a_file_that_is_not_made():
    with pytest.raises(BuildRefusedError, match="no typeface is cut into"):
        list(cuts('@font-face{src:url("./fonts/other.woff2");unicode-range:U+0100}'))


def folder_with_inputs(root: Path) -> Path:
    for name in ("package.json", "src/elci/static/elci/css/a.css"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("{}", encoding="utf-8")
    out = root / "built"
    out.mkdir()
    (out / "a.css").write_text("a{}", encoding="utf-8")
    return out / ".inputs"


def test_is_fresh_until_an_input_changes(tmp_path):
    stamp = folder_with_inputs(tmp_path)
    before = fingerprint(tmp_path, input_files(tmp_path))
    write_stamp(stamp, before)

    (tmp_path / "src/elci/static/elci/css/a.css").write_text("b{}", encoding="utf-8")
    after = fingerprint(tmp_path, input_files(tmp_path))

    assert is_fresh(stamp, before)
    assert not is_fresh(stamp, after)


def test_is_fresh_until_an_output_is_lost(tmp_path):
    stamp = folder_with_inputs(tmp_path)
    write_stamp(stamp, "now")

    (stamp.parent / "a.css").unlink()

    assert not is_fresh(stamp, "now")


def test_is_fresh_needs_a_stamp(tmp_path):
    assert not is_fresh(tmp_path / ".inputs", "now")


def test_fingerprint_sees_a_renamed_file(tmp_path):
    first, second = tmp_path / "a.css", tmp_path / "b.css"
    first.write_text("a{}", encoding="utf-8")
    second.write_text("a{}", encoding="utf-8")

    assert fingerprint(tmp_path, [first]) != fingerprint(tmp_path, [second])


def test_weight_counts_files_and_kilobytes(tmp_path):
    (tmp_path / "a").write_bytes(b"x" * 2999)

    assert weight(tmp_path) == "1 files, 2 kB"


def test_write_licences_refuses_a_package_without_one(tmp_path):
    package = tmp_path / "node_modules/@digdir/designsystemet-css"
    package.mkdir(parents=True)
    about = {"name": "x", "version": "1", "license": "MIT"}
    (package / "package.json").write_text(json.dumps(about), encoding="utf-8")

    with pytest.raises(BuildRefusedError, match="x brings no licence text"):
        write_licences(tmp_path, tmp_path)


def test_unwrap_counts_on_where_a_ring_crosses_the_edge():
    # The edge of the map is 169° W; 11° E is its middle.
    ring = [(-170.0, 60.0), (-168.0, 60.0), (-168.0, 62.0)]

    assert unwrap(ring) == [(179.0, 60.0), (181.0, 60.0), (181.0, 62.0)]


def test_cut_leaves_a_ring_on_the_map_whole():
    assert list(cut(SQUARE)) == [SQUARE]


def test_cut_divides_a_ring_at_the_edge():
    ring = [(179.0, 0.0), (181.0, 0.0), (181.0, 2.0), (179.0, 2.0)]

    eastern, western = sorted(cut(ring), key=lambda piece: -max(x for x, _ in piece))

    assert {x for x, _ in eastern} == {179.0, 180.0}
    assert {x for x, _ in western} == {-180.0, -179.0}
    assert abs(area(eastern)) + abs(area(western)) == abs(area(ring))


@pytest.mark.parametrize(("tolerance", "corners"), [(0.05, 5), (0.2, 4)])
def test_simplify_drops_what_hardly_matters(tolerance, corners):
    bent = [(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]

    assert len(simplify(bent, tolerance)) == corners


def test_simplify_drops_a_ring_smaller_than_the_tolerance():
    assert simplify([(x / 100, y / 100) for x, y in SQUARE], 0.5) == []


def test_path_of_counts_in_tenths():
    assert path_of([(1.0, 2.0), (1.5, 1.0), (1.5, 1.04), (0.0, 3.0)]) == "M10 20l5-10l-15 20z"


def test_draw_leaves_out_specks_and_the_far_south():
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [
            [[0, 0], [20, 0], [0, 20], [-20, 0], [0, -20]],
            [[0, -80], [20, 0], [0, 10], [-20, 0], [0, -10]],
            [[40, 0], [0, 1], [1, 0], [-1, -1]],
        ],
        "objects": {
            "land": {
                "geometries": [
                    {"type": "MultiPolygon", "arcs": [[[0]], [[1]]]},
                    {"type": "Polygon", "arcs": [[2]]},
                ]
            }
        },
    }

    svg = draw(topology, Drawing("land.json", tolerance=0.1, smallest=10))

    assert svg.count("M") == 1


@pytest.fixture
def built() -> Path:
    if not (BUILT / ".inputs").is_file():
        pytest.skip("the front end is not built; run python tools/build_frontend.py")
    return BUILT


def zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_built_files_keep_to_their_budget(built):
    fonts = ("source-sans-3-latin-wght-normal.woff2", "source-sans-3-european.woff2")

    assert zipped(built / "elci.css") <= 30_000
    assert zipped(built / "elci.mjs") + zipped(built / "theme.js") <= 35_000
    assert sum((built / "fonts" / name).stat().st_size for name in fonts) <= 60_000
    assert zipped(built / "world.svg") <= 60_000


@pytest.mark.parametrize("name", ["elci.css", "reading.css", "elci.mjs", "theme.js"])
def test_built_files_load_nothing_from_elsewhere(built, name):
    text = (built / name).read_text(encoding="utf-8")

    assert "data:image" not in text
    assert "sourceMappingURL" not in text
    assert "url(http" not in text
    assert "url(//" not in text


def test_built_world_has_no_line_across_the_map(built):
    path = (built / "world.svg").read_text(encoding="utf-8").partition(' d="')[2]
    steps = [
        int(step.replace("-", " -").split()[0])
        for part in path.split("M")[1:]
        for step in part.partition("z")[0].split("l")[1:]
    ]

    assert max(map(abs, steps)) < 500


def test_built_licences_name_what_is_shipped(built):
    text = (built / "LICENSES.txt").read_text(encoding="utf-8")

    for package in ("designsystemet-css", "source-sans-3", "source-serif-4", "htmx.org"):
        assert package in text


def test_lock_file_names_no_address():
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))

    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
