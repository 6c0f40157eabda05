"""The rules of the house that import-linter (.importlinter) cannot see."""

import ast
import configparser
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "elci"
MOST_LINES = 400
EXCEPTION = re.compile(r"# *(noqa|type: *ignore|pragma: *no cover|nosec)")
EXPLAINED = re.compile(
    r"# (noqa: [A-Z0-9, ]+[0-9]|type: ignore\[[a-z, -]+\]|pragma: no cover|nosec B[0-9]+)"
    r"( +(# )?)\S+ \S+"
)
MIGRATIONS_MAY_IMPORT = (
    "django",
    "elci.foundation.fields",
    # Vocabularies: members are added to them, never renamed or taken away.
    "elci.foundation.grades",
    "elci.domain.acts.kinds",
    "elci.domain.places.continents",
    "elci.domain.places.kinds",
    "elci.domain.visiting.words",
    "elci.domain.vocabularies",
)
PLAIN_MODULES = {"uuid", "datetime", "decimal"}

WITHOUT_DJANGO = """
import sys
from importlib.abc import MetaPathFinder

class Refusal(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"django", "allauth", "sqlite3", "psycopg", "pytest_django"}:
            raise ModuleNotFoundError(f"{name} is not installed here", name=name)

sys.meta_path.insert(0, Refusal())
"""
IMPORT_THE_DOMAIN = """
import importlib, pkgutil
import elci.domain
for found in pkgutil.walk_packages(elci.domain.__path__, "elci.domain."):
    importlib.import_module(found.name)
"""
COLLECT_ITS_TESTS = """
import os, pytest
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
sys.exit(pytest.main(["tests/domain", "--collect-only", "-qqq", "-c", os.devnull, "--rootdir=.",
    "--import-mode=importlib", "-p", "no:cacheprovider", "-o", "pythonpath=."]))
"""


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def run_without_django(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT_DJANGO + code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("code", [IMPORT_THE_DOMAIN, COLLECT_ITS_TESTS])
def test_domain_and_its_tests_need_no_django(code):
    done = run_without_django(code)

    assert (done.returncode, done.stderr) == (0, ""), done.stdout[-3000:]


def test_no_django_is_really_refused():
    done = run_without_django("import django.db")

    assert done.stderr.endswith("ModuleNotFoundError: django.db is not installed here\n") or (
        "django is not installed here" in done.stderr
    )


def test_no_file_is_longer_than_a_reader_can_hold():
    files = [path for path in python_files("src", "tools") if path.parent.name != "migrations"]

    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in files}

    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def public_functions(body: list[ast.stmt]) -> Iterator[ast.FunctionDef]:
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from public_functions(node.body)
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def test_public_functions_of_domain_actions_and_queries_say_what_they_promise():
    files = [
        path
        for path in python_files("src/elci")
        if path.is_relative_to(PACKAGE / "domain")
        or {"actions", "queries"} & {path.stem, path.parent.name}
    ]

    silent = [
        f"{name_of(path)}: {function.name}"
        for path in files
        for function in public_functions(tree_of(path).body)
        if ast.get_docstring(function) is None or function.returns is None
    ]

    assert silent == []


def rooms_from_the_bottom() -> list[str]:
    config = configparser.ConfigParser()
    config.read(ROOT / ".importlinter")
    layers = config["importlinter:contract:rooms"]["layers"].split("\n")
    return [layer.strip("() ") for layer in reversed(layers) if layer.strip()]


def relations_between_rooms() -> list[tuple[str, str, str]]:
    from django.apps import apps  # noqa: PLC0415  this file is also read without Django

    return [
        (model._meta.app_label, field.related_model._meta.app_label, str(field))
        for model in apps.get_models()
        if model.__module__.startswith("elci.")
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model is not None
    ]


def test_foreign_keys_point_down():
    rooms = rooms_from_the_bottom()
    relations = [
        (source, target, field)
        for source, target, field in relations_between_rooms()
        if target in rooms
    ]

    upwards = [
        field for source, target, field in relations if rooms.index(target) > rooms.index(source)
    ]

    assert len(relations) > 0
    assert upwards == []


def imports_at_run_time(node: ast.AST) -> Iterator[str]:
    """Imports that are not only for type annotations."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ImportFrom):
            yield child.module or "."
        elif not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield from imports_at_run_time(child)


def test_front_ends_know_models_as_types_only():
    reaching = [
        f"{name_of(path)}: {module}"
        for path in python_files("src/elci/portal", "src/elci/desk")
        for module in imports_at_run_time(tree_of(path))
        if module.startswith("elci.") and module.endswith(".models")
    ]

    assert reaching == []


def migration_files() -> list[Path]:
    return [path for path in PACKAGE.glob("*/migrations/*.py") if path.name != "__init__.py"]


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


def test_migrations_import_nothing_that_will_change():
    foreign = [
        f"{name_of(path)}: {module}"
        for path in migration_files()
        for module in imports_of(path)
        if module not in PLAIN_MODULES
        and not any(f"{module}.".startswith(f"{allowed}.") for allowed in MIGRATIONS_MAY_IMPORT)
    ]

    assert foreign == []


def test_migrations_of_each_app_are_one_line():
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415  as above

    graph = MigrationLoader(None).graph
    apps = sorted({path.parents[1].name for path in migration_files()})

    leaves = {app: len(graph.leaf_nodes(app)) for app in apps}

    assert leaves == dict.fromkeys(apps, 1)


def test_names_say_what_a_module_is_about():
    empty_words = {"utils", "helpers", "manager", "service", "process", "data", "info", "misc"}

    modules = python_files("src", "tests", "tools")

    assert [name_of(path) for path in modules if path.stem in empty_words] == []


def comments_of(path: Path) -> Iterator[tuple[int, str]]:
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string


def test_each_exception_to_a_rule_names_the_rule_and_the_reason():
    bare = [
        f"{name_of(path)}:{number}: {comment}"
        for path in python_files("src", "tests", "tools")
        for number, comment in comments_of(path)
        if EXCEPTION.match(comment) is not None and EXPLAINED.match(comment) is None
    ]

    assert bare == []
