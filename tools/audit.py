"""Compare what Elçi is built from with known weaknesses and with the licences that it may bring.

Run it as ``python tools/audit.py``. It fails on a weakness and on a licence that is not allowed.
What could not be looked up, for lack of an advisory service within reach, is said and counted.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
PIN: Final = re.compile(
    r"^([A-Za-z0-9._-]+)(?:\[[a-z0-9, -]+\])?==\S+(?P<marker> ;.*?)?(?: \\)?$", re.MULTILINE
)
ALLOWED: Final = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|0BSD|OFL|MPL-2|Mozilla Public License 2|"
    r"LGPL|Lesser General Public|Unlicense|Zlib|CC0|HPND|public domain",
    re.IGNORECASE,
)
REFUSED: Final = re.compile(r"\bA?GPL|Affero|(?<!Lesser )General Public License v", re.IGNORECASE)
ACCEPTED: Final[dict[str, str]] = {}
"""Ids of weaknesses that do not concern Elçi, each with the reason."""


def pinned_names(path: Path) -> list[str]:
    """Return the names of a compiled list of pins."""
    return [found[1] for found in PIN.finditer(path.read_text(encoding="utf-8"))]


def licence_of(package: Distribution) -> str:
    """Return what a package says of its licence, as one text."""
    meta = package.metadata
    declared = [meta.get("License-Expression"), (meta.get("License") or "").split("\n")[0]]
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in meta.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    return "; ".join(filter(None, [*declared, *classifiers]))


def licence_problems(names: list[str]) -> Iterator[str]:
    """Yield the installed packages whose licence is not one that Elçi may bring."""
    for name in names:
        try:
            licence = licence_of(distribution(name))
        except PackageNotFoundError:
            continue  # for another system or another Python
        if REFUSED.search(licence) is not None or ALLOWED.search(licence) is None:
            yield f"{name}: the licence “{licence}” is not among those allowed"


def run_json(*command: str) -> Any:
    """Return what a command printed as JSON, or ``None`` where it printed none."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        return json.loads(done.stdout)
    except ValueError:
        return None


def audit_python() -> tuple[list[str], list[str]]:
    """Return the weaknesses of the Python packages, and the names that could not be looked up."""
    pins = ROOT / "requirements" / "dev.txt"
    found = run_json(
        *(sys.executable, "-m", "pip_audit", "--requirement", str(pins), "--require-hashes"),
        *("--disable-pip", "--format", "json", "--progress-spinner", "off"),
    )
    if found is None:
        return [], pinned_names(pins)
    packages = found["dependencies"]
    weak = [
        f"{package['name']} {package['version']}: {weakness['id']}, "
        f"corrected in {', '.join(weakness['fix_versions']) or 'no version yet'}"
        for package in packages
        for weakness in package.get("vulns", [])
        if weakness["id"] not in ACCEPTED
    ]
    return weak, [package["name"] for package in packages if "skip_reason" in package]


def audit_front_end() -> tuple[list[str], list[str]]:
    """Return the weaknesses of the npm packages, and the names that could not be looked up."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    names = [name.removeprefix("node_modules/") for name in lock["packages"] if name]
    npm = shutil.which("npm")
    found = None if npm is None else run_json(npm, "audit", "--json", "--package-lock-only")
    if found is None or "vulnerabilities" not in found:
        return [], names
    weak = [f"{name}: {found['severity']}" for name, found in found["vulnerabilities"].items()]
    return weak, []


def main() -> int:
    """Print what was found; the exit code is 1 where something has to be done."""
    problems = list(licence_problems(pinned_names(ROOT / "requirements" / "runtime.txt")))
    for title, audit in (("Python", audit_python), ("front end", audit_front_end)):
        weak, unknown = audit()
        problems += weak
        looked_up = "all packages were looked up"
        if unknown:
            looked_up = f"NOT looked up, no advisory service in reach: {len(unknown)} packages"
        print(f"{title}: {len(weak)} known weaknesses; {looked_up}")
    print(*problems, sep="\n", end="\n" if problems else "")
    print("The audit found something to do." if problems else "The audit found nothing to do.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
