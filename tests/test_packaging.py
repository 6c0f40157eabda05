"""What is pinned, what is in the repository, and what is in the built package."""

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from django.conf import settings

import elci

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(
    r"^([a-z0-9-]+)(?:\[[a-z0-9, -]+\])?==(\S+).*((?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+)$",
    re.MULTILINE,
)
LARGEST_FILE = 5_000_000
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PUBLICCODE = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))


def pins(name: str) -> dict[str, str]:
    return {
        package: version
        for package, version, _ in PIN.findall((ROOT / "requirements" / name).read_text("utf-8"))
    }


@pytest.mark.parametrize("name", ["runtime.txt", "install.txt", "dev.txt", "spark.txt", "node.txt"])
def test_every_pin_has_a_hash_and_no_address(name):
    text = (ROOT / "requirements" / name).read_text("utf-8")

    assert len(pins(name)) == len(re.findall(r"^\S.*==", text, re.MULTILINE)) > 0
    assert re.findall(r"\S+://\S+|^-\S+", text, re.MULTILINE) == []


def test_the_lists_of_pins_agree():
    runtime, install, dev = (pins(name) for name in ("runtime.txt", "install.txt", "dev.txt"))

    assert runtime.items() <= install.items() <= dev.items()


def test_every_dependency_is_pinned():
    required = {
        re.split(r"[^a-z0-9-]", line.lower())[0]
        for line in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["postgres"]]
    }

    assert required - pins("runtime.txt").keys() == set()


def test_the_lock_of_the_front_end_has_hashes_and_no_addresses():
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))

    packages = {name: entry for name, entry in lock["packages"].items() if name != ""}
    assert {name for name, entry in packages.items() if "integrity" not in entry} == set()
    assert {name for name, entry in packages.items() if "resolved" in entry} == set()


def test_no_file_in_git_is_large():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")

    files = [ROOT / name for name in listed if name and (ROOT / name).is_file()]
    assert [path.name for path in files if path.stat().st_size > LARGEST_FILE] == []


def test_versions_and_licences_agree():
    assert elci.__version__ == PROJECT["version"] == PUBLICCODE["softwareVersion"]
    assert PUBLICCODE["legal"]["license"] == PROJECT["license"] == "EUPL-1.2"


def test_publiccode_names_the_languages_of_the_pages():
    languages = [code for code, _name in settings.LANGUAGES]

    assert PUBLICCODE["localisation"]["availableLanguages"] == languages
    assert sorted(PUBLICCODE["description"]) == sorted(languages)


def test_publiccode_descriptions_have_the_lengths_of_the_standard():
    for description in PUBLICCODE["description"].values():
        assert len(description["shortDescription"]) <= 150
        assert 150 <= len(description["longDescription"]) <= 10_000


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "wheel",
        "--directory",
        folder,
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_wheel_brings_everything_that_is_made_at_set_up(wheel_names):
    source = ROOT / "src"
    made = [
        *source.glob("elci/resources/gazetteer/*"),
        *(path for path in source.glob("elci/static/built/**/*") if path.is_file()),
        *source.rglob("*.mo"),
    ]

    assert {path.relative_to(source).as_posix() for path in made} - wheel_names == set()
    assert "elci/resources/gazetteer/places.gaz" in wheel_names
    assert "elci/static/built/elci.css" in wheel_names
    assert "elci/locale/tr/LC_MESSAGES/django.mo" in wheel_names


def test_wheel_brings_templates_tables_and_licences(wheel_names):
    wanted = {
        "elci/templates/base.html",
        "elci/resources/registers/istanbul/sister_cities.csv",
        f"elci-{elci.__version__}.dist-info/licenses/LICENSE",
        f"elci-{elci.__version__}.dist-info/licenses/NOTICE",
    }

    assert wanted - wheel_names == set()


def test_wheel_brings_nothing_but_the_package(wheel_names):
    folders = {name.split("/")[0] for name in wheel_names}

    assert folders == {"elci", f"elci-{elci.__version__}.dist-info"}
