"""The commands that measure networks of any list of links; none of them needs a database."""

from pathlib import Path

from elci.domain.networks.links import Links, read_links
from elci.domain.networks.network import Network
from elci.domain.networks.refusals import LinksRefusedError
from elci.domain.networks.statistics import Statistics, statistics_of

FORMS = ("tsv", "csv")


def links_of(path: Path, *, form: str | None, language: str) -> Links:
    """Read the links of a file. Raises ``ValueError`` with what to do, in the reader's language."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
            return read_links(lines, form=form)
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror}") from error
    except LinksRefusedError as error:
        raise ValueError(error.told.in_language(language)) from error


def measured(links: Links) -> Statistics:
    """Return the statistics of links."""
    return statistics_of(Network.of(len(links.names), links.pairs))


def left_out(links: Links, language: str) -> str:
    """Return what of a list was not counted as a link; empty where all of it was."""
    if not (links.loops or links.repeated or links.unreadable):
        return ""
    if language == "tr":
        return (
            f"{links.lines} satırdan {links.loops} tanesi bir ucu kendisine bağlıyor, "
            f"{links.repeated} tanesi bir bağı yineliyor, {links.unreadable} tanesinde iki uç yok; "
            "bunlar sayılmadı."
        )
    return (
        f"Of {links.lines} lines, {links.loops} link an end with itself, {links.repeated} repeat a "
        f"link and {links.unreadable} have no two ends; these are not counted."
    )
