"""Styles, scripts, typefaces and licences, through esbuild."""

import json
import re
from pathlib import Path

from tools.frontend.node import BuildRefusedError, run

SHIPPED = (
    "@digdir/designsystemet-css",
    "@fontsource-variable/source-sans-3",
    "@fontsource-variable/source-serif-4",
    "htmx.org",
    "world-atlas",
)
"""Packages of which anything ends up in the built output; the others are tools."""

_EMBEDDED = re.compile(r"""url\(\s*(?:"data:[^"]*"|'data:[^']*'|data:[^)]*)\s*\)""")
_SOURCE_MAP = re.compile(r"(?://|/\*)# sourceMappingURL=.*?(?:\*/|\n|\Z)")


def without_embedded_images(css: str) -> str:
    """Drop ``data:`` images: our content security policy lets no page load one."""
    return _EMBEDDED.sub("none", css)


def without_source_maps(text: str) -> str:
    """Drop the pointers at source maps: hashed static files may not name a missing file."""
    return _SOURCE_MAP.sub("", text)


def esbuild_program(root: Path) -> Path:
    """The native program inside the package of this platform; it needs no Node to run."""
    for pattern in ("bin/esbuild", "esbuild.exe"):
        for found in (root / "node_modules/@esbuild").glob(f"*/{pattern}"):
            found.chmod(0o755)
            return found
    raise BuildRefusedError("esbuild has no program for this machine; see package.json.")


def bundle(root: Path, out: Path) -> None:
    """Bundle and minify our styles and scripts with what they import."""
    source = root / "src/elci/static/elci"
    entries = [source / "css/elci.css", source / "css/reading.css", source / "js/theme.mjs"]
    command = [str(esbuild_program(root)), "--bundle", "--minify", "--legal-comments=none"]
    command += ["--target=chrome123,firefox121,safari17.5", "--log-level=warning"]
    fonts = ["--loader:.woff2=file", "--asset-names=fonts/[name]"]
    fonts += ["--external:./fonts/*"]
    styles = [str(path) for path in entries if path.suffix == ".css"]
    run([*command, *fonts, *styles, f"--outdir={out}"], cwd=root)
    module = [str(source / "js/elci.mjs"), "--format=esm", f"--outfile={out / 'elci.mjs'}"]
    run([*command, *module], cwd=root)
    early = [str(source / "js/theme.mjs"), "--format=iife", f"--outfile={out / 'theme.js'}"]
    run([*command, *early], cwd=root)
    _clean(out)


def _clean(out: Path) -> None:
    for path in (*out.glob("*.css"), *out.glob("*.js"), *out.glob("*.mjs")):
        text = without_source_maps(path.read_text(encoding="utf-8"))
        if path.suffix == ".css":
            text = without_embedded_images(text)
        path.write_text(text, encoding="utf-8")


def write_licences(root: Path, out: Path) -> None:
    """Keep the licence of every package that is shipped in part."""
    parts = [_licence(root / "node_modules" / name) for name in SHIPPED]
    (out / "LICENSES.txt").write_text("\n\n".join(parts), encoding="utf-8")


def _licence(package: Path) -> str:
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    found = sorted(package.glob("LICEN[CS]E*"))
    if not found:
        raise BuildRefusedError(f"{about['name']} brings no licence text; look before shipping it.")
    head = f"{about['name']} {about['version']} ({about['license']})"
    return f"{head}\n{'=' * len(head)}\n{found[0].read_text(encoding='utf-8').strip()}\n"
