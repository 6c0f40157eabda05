"""From a TOML file to a pack that can be used, or to every fault that is in the way."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from elci.domain.law import parts
from elci.domain.law.faults import Fault, PackRefusedError
from elci.domain.law.lines import Lines
from elci.domain.law.lines import Path as TablePath
from elci.domain.law.pack import Alias, Pack
from elci.domain.law.soundness import report_unsound
from elci.domain.law.tables import Report, Table
from elci.domain.law.words import COMMON_CONTEXT, ContextFacet, Status
from elci.domain.texts import Text

MOST_BYTES: Final = 2_000_000
_TOML_LINE: Final = re.compile(r"at line ([0-9]+)")
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack together with what its checks need to point at its lines."""

    pack: Pack
    file: str
    lines: Lines
    one_language: tuple[TablePath, ...]
    """Where a text stands in one language only."""


def load_pack(path: Path) -> Pack:
    """Read a pack from a file. Raises ``PackRefusedError`` with every fault that was found."""
    return read_pack_file(path).pack


def read_pack_file(path: Path) -> PackFile:
    """Read a pack together with where things stand in its file; raises as ``load_pack``."""
    text = read_text(path)
    return read_pack_text(text, path.name)


def read_text(path: Path) -> str:
    """Return a file's text. Raises ``PackRefusedError`` where it is too large or no text."""
    try:
        refuse_size(path.name, path.stat().st_size)
        content = path.read_bytes()
    except OSError as error:
        raise _refused(
            path.name,
            None,
            tr=f"dosya okunamadı ({error.strerror}). Adını ve yerini denetleyiniz.",
            en=f"the file cannot be read ({error.strerror}). Check its name and its place.",
        ) from error
    return decoded(path.name, content)


def refuse_size(file: str, size: int) -> None:
    """Raise ``PackRefusedError`` for a file that has more bytes than a pack may have."""
    if size > MOST_BYTES:
        raise _refused(
            file,
            None,
            tr=f"dosya {size} bayttır; bir paket en çok {MOST_BYTES} bayt olabilir. Hukuk paketi "
            "olduğundan emin olunuz veya paketi bölünüz.",
            en=f"the file has {size} bytes; a pack may have {MOST_BYTES} at most. Make sure that "
            "it is a law pack, or split it.",
        )


def refuse_other_country(file: PackFile, old: Pack) -> None:
    """Raise ``PackRefusedError`` for a pack that is not of the country of the one it changes."""
    if file.pack.jurisdiction != old.jurisdiction:
        raise _refused(
            file.file,
            file.lines.line_of(("pack", "jurisdiction")),
            tr=f"paket {file.pack.jurisdiction!r} içindir, karşılaştırılan {old.jurisdiction!r} "
            "içindir. Aynı ülkenin paketini seçiniz veya bu satırı düzeltiniz.",
            en=f"the pack is for {file.pack.jurisdiction!r}, the one it is compared with for "
            f"{old.jurisdiction!r}. Choose the pack of the same country, or mend this line.",
        )


def read_pack_text(text: str, file: str) -> PackFile:
    """Read a pack from its text; raises as ``load_pack``. ``file`` is how faults name it."""
    report = Report(file, Lines(text))
    pack = _pack(Table(parsed_toml(text, file), (), report))
    report_unsound(pack, report)
    if report.faults:
        raise PackRefusedError(sorted(report.faults, key=lambda fault: fault.line or 0))
    return PackFile(pack, file, report.lines, tuple(report.one_language))


def parsed_toml(text: str, file: str) -> Mapping[str, Any]:
    """Return what a TOML text holds. Raises ``PackRefusedError`` with the line at fault."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        raise _refused(
            file,
            None if line is None else int(line[1]),
            tr=f"TOML olarak okunamadı: {error}. Bu satırı düzeltiniz.",
            en=f"it cannot be read as TOML: {error}. Mend this line.",
        ) from error
    except RecursionError as error:
        raise _refused(
            file,
            None,
            tr="iç içe geçen tablolar çok derin. Bir paket böyle yazılmaz; dosyayı denetleyiniz.",
            en="its tables are nested too deeply. No pack is written so; check the file.",
        ) from error


def decoded(file: str, content: bytes) -> str:
    """Return the content of a file as text. Raises ``PackRefusedError`` where it is none."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _refused(
            file,
            line,
            tr="dosya UTF-8 metni değil. Bir metin düzenleyicide UTF-8 olarak kaydediniz.",
            en="the file is no UTF-8 text. Save it as UTF-8 in a text editor.",
        ) from error


def _refused(file: str, line: int | None, *, tr: str, en: str) -> PackRefusedError:
    return PackRefusedError([Fault(check="K1", file=file, line=line, text=Text(tr, en))])


def _pack(root: Table) -> Pack:
    head = root.table("pack") or Table({}, ("pack",), root.report)
    own = _named(root, "context", parts.read_context)
    context: dict[str, ContextFacet] = {facet.key: facet for facet in COMMON_CONTEXT} | own
    pack = Pack(
        id=head.plain("id", required=True),
        jurisdiction=head.plain("jurisdiction", required=True),
        name=head.text("name") or Text(head.plain("id"), head.plain("id")),
        status=head.word("status", Status, otherwise=Status.DRAFT),
        knowledge_date=head.required_day("knowledge_date"),
        horizon_from=head.required_day("horizon_from"),
        reviewer=head.plain("reviewer"),
        reviewed_on=head.day("reviewed_on"),
        regime=head.plain("regime"),
        summary=head.text("summary"),
        note=head.text("note"),
        own_context=tuple(own.values()),
        aliases=tuple(_named(root, "alias", _alias).values()),
        sources=_named(root, "source", parts.read_source),
        provisions=_named(root, "provision", parts.read_provision),
        parameters=_listed(root, "param", parts.read_parameter),
        steps=_named(root, "step", lambda key, table: parts.read_step(key, table, context)),
        rules=_listed(root, "rule", lambda table: parts.read_rule(table, context)),
        flags=_listed(root, "flag", lambda table: parts.read_flag(table, context)),
        gaps=_listed(root, "gap", lambda table: parts.read_gap(table, context)),
    )
    head.close()
    root.close()
    return pack


def _alias(key: str, table: Table) -> Alias:
    within = table.table("context")
    context = {} if within is None else {name: within.plain(name) for name in within}
    return Alias(id=key, context=context)


def _named(root: Table, key: str, read: Callable[[str, Table], Part]) -> dict[str, Part]:
    found = {}
    for name, table in root.named_tables(key).items():
        found[name] = read(name, table)
        table.close()
    return found


def _listed(root: Table, key: str, read: Callable[[Table], Part]) -> dict[str, Part]:
    found: dict[str, Part] = {}
    for table in root.tables(key):
        part = read(table)
        name = table.plain("id")
        if name in found:
            table.refuse(
                "id",
                tr=f"{name!r} kimliği daha önce kullanıldı. Her kimlik bir kez kullanılır; "
                "başka bir kimlik veriniz.",
                en=f"the id {name!r} is used before. Each id is used once; give another.",
            )
        found[name] = part
        table.close()
    return found
