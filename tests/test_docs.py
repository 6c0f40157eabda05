"""The documentation names everything that a person can set, run or follow."""

import re
from pathlib import Path

import pytest
import typer

from elci.cli import app
from elci.config.env import Environment

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
LINK = re.compile(r"\]\((?!https?://|mailto:)([^)#\s]*)(#[^)\s]*)?\)")
READ_FROM_ENVIRONMENT = re.compile(r"\b(ELCI_[A-Z_]+|DATABASE_URL)\b")
ONLY_FOR_BUILDING = {"ELCI_TEST_DATABASE_URL", "ELCI_NOTHING_SKIPPED"}
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def settings_of_the_product() -> set[str]:
    return {
        str(field.validation_alias or f"ELCI_{name.upper()}")
        for name, field in Environment.model_fields.items()
    }


def commands(group: typer.main.TyperGroup, *names: str) -> dict[str, typer.main.TyperCommand]:
    found = {}
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            found |= commands(command, *names, name)
        else:
            found[" ".join([*names, name])] = command
    return found


def documented_commands() -> dict[str, str]:
    """The text of each section of the reference, by the command that it is about."""
    _, *sections = re.split(
        r"^## `(elci [a-z -]+)`$", text_of("docs/reference/commands.md"), flags=re.MULTILINE
    )
    return dict(zip(sections[::2], sections[1::2], strict=True))


def test_reference_describes_each_setting_and_no_other():
    described = set(
        re.findall(r"^\| `([A-Z_]+)` \|", text_of("docs/reference/settings.md"), re.MULTILINE)
    )

    named_in_code = {
        name
        for path in (ROOT / "src").rglob("*.py")
        for name in READ_FROM_ENVIRONMENT.findall(path.read_text(encoding="utf-8"))
    }
    assert described == settings_of_the_product() | named_in_code | ONLY_FOR_BUILDING


def test_reference_describes_each_command_and_no_other():
    known = commands(typer.main.get_command(app), "elci")

    assert sorted(documented_commands()) == sorted(known)


def test_reference_describes_each_option():
    described = documented_commands()

    options = {
        (name, option)
        for name, command in commands(typer.main.get_command(app), "elci").items()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and option != "--help"
    }
    assert {pair for pair in options if f"| `{pair[1]}` |" not in described[pair[0]]} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_of_a_page_lead_somewhere(page):
    links = LINK.findall(page.read_text(encoding="utf-8"))

    broken = [target for target, _ in links if target and not (page.parent / target).exists()]

    assert broken == []


def test_every_page_is_reached_from_the_index():
    index = DOCS / "index.md"

    linked = {(DOCS / target).resolve() for target, _ in LINK.findall(index.read_text("utf-8"))}

    assert {path for path in DOCS.rglob("*.md") if path != index} - linked == set()


def test_decisions_are_numbered_without_a_gap():
    decisions = sorted((DOCS / "decisions").glob("*.md"))

    numbers = [int(path.name.partition("-")[0]) for path in decisions]
    titles = [path.read_text("utf-8").partition(".")[0] for path in decisions]

    assert numbers == list(range(1, len(decisions) + 1))
    assert titles == [f"# {number}" for number in numbers]


@pytest.mark.parametrize("readme", ["README.md", "BENİOKU.md"])
def test_readme_begins_with_the_two_commands(readme):
    lines = text_of(readme).splitlines()

    assert [line.split("#")[0].strip() for line in lines[3:5]] == ["make demo", "make test"]


def test_architecture_fits_on_one_screen():
    assert len(text_of("docs/explanation/architecture.md").splitlines()) <= 60


def test_changelog_says_what_is_not_released_yet():
    assert "\n## Unreleased\n" in text_of("CHANGELOG.md")
