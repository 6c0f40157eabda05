"""Under which names a body is found: its own, and those of the bodies before and after it."""

from collections.abc import Iterable

from elci.domain.places.folding import fold
from elci.organisations.models import Organisation
from elci.organisations.queries import kin_of, organisations


def make_findable(body: Organisation, *others: str) -> None:
    """Let a body be found by its own names, its place's, and others; none is forgotten."""
    text = findable_text(body, *others)
    if text != body.search_text:
        body.search_text = text
        body.save(update_fields=["search_text"])


def findable_text(body: Organisation, *others: str) -> str:
    """Return all by which a body is found: what it is found by already, and what is missing."""
    folded = {*_folded(body), *(fold(name) for name in others if name)}
    if body.place is not None:
        folded.add(body.place.search_text)
    missing = sorted(name for name in folded if name not in body.search_text)
    return " ".join([body.search_text, *missing]).strip() if missing else body.search_text


def share_names(bodies: Iterable[int]) -> None:
    """Let each of these bodies be found by the names of its chain as it stands, and no others'."""
    known = organisations().in_bulk(set(bodies))
    names = {name for body in known.values() for name in _folded(body)}
    chains = kin_of(known)
    for body in known.values():
        body.search_text = _without(body.search_text, names - _folded(body))
        body.save(update_fields=["search_text"])
        kin = [known[each] for each in chains.get(body.pk, ())]
        make_findable(body, *(name for each in kin for name in _folded(each)))


def _folded(body: Organisation) -> frozenset[str]:
    names = (body.name_tr, body.name_en, body.acronym)
    return frozenset(fold(name) for name in names if name)


def _without(text: str, names: Iterable[str]) -> str:
    padded = f" {text} "
    for name in sorted(names, key=len, reverse=True):
        padded = padded.replace(f" {name} ", " ")
    return padded.strip()
