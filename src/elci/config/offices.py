"""Offices that decide on files: opened and listed from the command line."""

from collections.abc import Iterator, Sequence

from django.core.validators import validate_slug
from django.db import transaction

from elci.accounts.actions import open_workspace
from elci.consent.actions import open_office
from elci.consent.queries.ministry import files_at_offices, offices
from elci.domain.law.authorities import deciding_authorities
from elci.domain.law.library import pack, pack_ids
from elci.domain.places.folding import fold


def open_deciding_office(
    key: str, name: str, name_en: str, decides_for: Sequence[str] | None
) -> tuple[str, ...]:
    """Open an office and its workspace; return the authorities of the law packs it decides for.

    Without other names it decides for the authority of its own name. Raises ``LookupError`` for a
    name that no law pack lets decide, and ``ValidationError`` for a key that is no slug.
    """
    validate_slug(key)
    wanted = list(decides_for or [name])
    found = tuple(dict.fromkeys(each for part in wanted for each in _named(part)))
    with transaction.atomic():
        workspace = open_workspace(key=key, name_tr=name, name_en=name_en or name)
        open_office(workspace, decides_for=wanted)
    return found


def office_lines() -> Iterator[str]:
    """Yield the offices, each with key, name, authorities and the files in its hands."""
    files = files_at_offices()
    for office in offices():
        names = ", ".join(office.decides_for)
        yield f"{office.workspace.key}\t{office.workspace}\t{names}\t{files.get(office.pk, 0)}"


def _named(part: str) -> Iterator[str]:
    """Yield the authorities whose Turkish names hold a text."""
    wanted = fold(part)
    known = {each.tr: None for key in pack_ids() for each in deciding_authorities(pack(key))}
    found = [name for name in known if wanted and wanted in fold(name)]
    if not found:
        listed = "; ".join(each.tr for each in deciding_authorities(pack("tr")))
        raise LookupError(
            f"No law pack lets an authority decide whose name holds {part!r}. Give a part of its "
            f"Turkish name with --decides-for. Those of Türkiye: {listed}"
        )
    yield from found
