"""Collect, compile and check the Turkish texts: ``python tools/messages.py extract|compile|check``.

English is written in the code; each Django app keeps its Turkish in its own ``locale`` folder, and
what belongs to no app goes to the package's. ``extract`` keeps every translation: a text that is no
longer used moves to the end of its file, and comes back with its translation when it is used again.
"""

import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "elci"
PO_FILE: Final = Path("locale/tr/LC_MESSAGES/django.po")
KEYWORDS: Final[dict[str, Any]] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TEMPLATES: Final = {".html", ".txt", ".xml", ".svg"}
HEADER: Final = (
    'msgid ""\nmsgstr ""\n'
    '"Language: tr\\n"\n'
    '"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
)
# The header ends at the first empty line; ours has no dates, which would change with every run.
_HEADER_BLOCK: Final = re.compile(r"\A.*?\n\n", re.DOTALL)


def extract_template(
    file: io.BytesIO, keywords: Mapping[str, Any], tags: Sequence[str], options: Mapping[str, Any]
) -> Iterator[Any]:
    """Extract from a Django template, which ``templatize`` turns into calls on single lines."""
    calls = templatize(file.read().decode("utf-8"))
    # Indentation means nothing in a template, but Python's tokenizer would complain of it.
    flat = "\n".join(line.lstrip() for line in calls.splitlines())
    return extract_python(io.BytesIO(flat.encode("utf-8")), keywords, tags, options)


def sources(folder: Path, *, without: Iterable[Path] = ()) -> list[Path]:
    """Return the Python files and templates below a folder, in order, but for some folders."""
    left_out = set(without)
    return [
        path
        for path in sorted(folder.rglob("*"))
        if (path.suffix == ".py" or (path.suffix in TEMPLATES and "templates" in path.parts))
        and not left_out & set(path.parents)
    ]


def owners(package: Path) -> dict[Path, list[Path]]:
    """Return each folder that keeps a catalogue, with the files whose texts are in it."""
    apps = sorted(path.parent for path in package.glob("*/apps.py"))
    return {app: sources(app) for app in apps} | {package: sources(package, without=apps)}


def used_texts(files: Iterable[Path], root: Path) -> Catalog:
    """Return the texts of these files, in the order in which they stand there."""
    found = Catalog(locale="tr", charset="utf-8")
    for path in files:
        extractor: Any = "python" if path.suffix == ".py" else extract_template
        name = path.relative_to(root).as_posix()
        with path.open("rb") as file:
            for line, text, comments, context in extract(
                extractor, file, KEYWORDS, comment_tags=("Translators",)
            ):
                found.add(text, None, [(name, line)], auto_comments=comments, context=context)
    return found


def read_catalogue(path: Path) -> Catalog:
    """Return the catalogue of a file, or an empty one with our header."""
    text = path.read_text(encoding="utf-8") if path.is_file() else HEADER
    return read_po(io.BytesIO(text.encode("utf-8")), locale="tr", abort_invalid=True)


def written(catalogue: Catalog) -> str:
    """Return the text of a catalogue, the same for the same content on every day."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=98, include_lineno=False)
    return _HEADER_BLOCK.sub(HEADER.replace("\\", "\\\\") + "\n", buffer.getvalue().decode("utf-8"))


def merged(kept: Catalog, used: Catalog) -> Catalog:
    """Return what is kept, brought to what is used; no translation is lost or guessed."""
    for message in list(kept.obsolete.values()):
        kept[message.id] = message
    kept.obsolete.clear()
    kept.update(used, no_fuzzy_matching=True)
    return kept


def extract_all(package: Path) -> list[Path]:
    """Bring every catalogue up to what the code uses and return the files that changed."""
    changed = []
    for owner, files in owners(package).items():
        path = owner / PO_FILE
        catalogue = merged(read_catalogue(path), used_texts(files, package.parent))
        text = written(catalogue)
        is_new = not path.is_file()
        if (is_new and len(catalogue) == 0) or (
            not is_new and path.read_text(encoding="utf-8") == text
        ):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        changed.append(path)
    return changed


def compile_catalogue(path: Path) -> Path:
    """Write the ``.mo`` file beside a ``.po`` file and return its path."""
    target = path.with_suffix(".mo")
    with target.open("wb") as file:
        write_mo(file, read_catalogue(path))
    return target


def catalogues(package: Path) -> list[Path]:
    """Return the paths of all ``.po`` files."""
    return sorted(package.rglob("*.po"))


def problems(package: Path) -> list[str]:
    """Return what is missing, doubtful or left over in the catalogues, one sentence each."""
    found = []
    for owner, files in owners(package).items():
        path = owner / PO_FILE
        name = path.relative_to(package.parent).as_posix()
        kept, used = read_catalogue(path), used_texts(files, package.parent)
        found += [f"{name}: {text}" for text in _problems_of(kept, used)]
    return found + contradictions(package)


def _problems_of(kept: Catalog, used: Catalog) -> Iterator[str]:
    for message in used:
        if message.id:
            known = kept.get(_key(message), message.context)
            yield from _problems_of_message(known, kept, _key(message))
    for message in kept:
        if message.id and used.get(_key(message), message.context) is None:
            yield f"“{_key(message)}” is translated, but no longer used"
    for message in kept.obsolete.values():
        yield f"“{_key(message)}” is left over"


def _problems_of_message(known: Message | None, kept: Catalog, key: str) -> Iterator[str]:
    if known is None:
        yield f"“{key}” is not there; run: make messages"
        return
    forms = known.string if isinstance(known.string, (tuple, list)) else (known.string,)
    if not all(forms):
        yield f"“{key}” is not translated"
    elif known.fuzzy:
        yield f"“{key}” is marked as doubtful (fuzzy)"
    else:
        yield from (f"“{key}”: {error}" for error in known.check(kept))


def contradictions(package: Path) -> list[str]:
    """Return texts that two catalogues translate differently: Django would use one for both."""
    said: dict[tuple[str, str | None], dict[str, str]] = defaultdict(dict)
    for path in catalogues(package):
        name = path.relative_to(package.parent).as_posix()
        for message in read_catalogue(path):
            if message.id:
                said[_key(message), message.context][name] = str(message.string)
    return [
        f"“{key}” is translated differently in {' and '.join(sorted(by_file))}"
        for (key, _context), by_file in said.items()
        if len(set(by_file.values())) > 1
    ]


def _key(message: Message) -> str:
    return message.id[0] if isinstance(message.id, (tuple, list)) else message.id


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument says; the exit code is 1 where a check finds something."""
    match arguments:
        case ["extract"]:
            print(*extract_all(PACKAGE), sep="\n")
        case ["compile", *names]:
            for path in map(Path, names) if names else catalogues(PACKAGE):
                compile_catalogue(path)
        case ["check"]:
            found = problems(PACKAGE)
            print(*found, sep="\n", end="\n" if found else "")
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
