"""What Turkish authorities and their organs are called, and how they stand on their letters."""

from datetime import date
from types import MappingProxyType
from typing import Final

from elci.domain.law.words import Body
from elci.domain.letterheads import Letterhead, Signatory, Signs
from elci.reports.papers.facts import NOBODY, Person, Sender
from elci.reports.papers.offices import OfficeKind, Recipient

_MUNICIPAL: Final = frozenset({Body.MUNICIPALITY, Body.METROPOLITAN, Body.METROPOLITAN_DISTRICT})
_COUNCILS: Final = MappingProxyType(
    {
        Body.METROPOLITAN: "Büyükşehir Belediye Meclisi",
        Body.SPECIAL_PROVINCIAL_ADMIN: "İl Genel Meclisi",
        Body.UNION_WITH_MUNICIPAL_MEMBERS: "Birlik Meclisi",
        Body.UNION_PROVINCIAL_ONLY: "Birlik Meclisi",
    }
)
HEADS: Final = MappingProxyType(
    {
        Body.MUNICIPALITY: "Belediye Başkanı",
        Body.METROPOLITAN: "Büyükşehir Belediye Başkanı",
        Body.METROPOLITAN_DISTRICT: "Belediye Başkanı",
        Body.SPECIAL_PROVINCIAL_ADMIN: "Vali",
        Body.UNION_WITH_MUNICIPAL_MEMBERS: "Birlik Başkanı",
        Body.UNION_PROVINCIAL_ONLY: "Birlik Başkanı",
    }
)
"""Who signs for an authority, by title."""

# A metropolitan municipality has the name of its province, one of its districts that of its own.
_ADMINISTRATORS: Final = MappingProxyType(
    {
        Body.METROPOLITAN: (" Büyükşehir Belediyesi", "Valiliği", OfficeKind.GOVERNORSHIP),
        Body.SPECIAL_PROVINCIAL_ADMIN: (" İl Özel İdaresi", "Valiliği", OfficeKind.GOVERNORSHIP),
        Body.METROPOLITAN_DISTRICT: (" Belediyesi", "Kaymakamlığı", OfficeKind.SUBGOVERNORSHIP),
    }
)


def signing_name(body: Body, name: str) -> str:
    """Return the name under which an authority writes: of a municipality, its presidency.

    >>> signing_name(Body.MUNICIPALITY, "Örnek Belediyesi")
    'Örnek Belediye Başkanlığı'
    """
    if body in _MUNICIPAL and name.endswith(" Belediyesi"):
        return f"{name.removesuffix('si')} Başkanlığı"
    return name


def council_of(body: Body) -> str:
    """Return the organ that decides for an authority of this kind."""
    return _COUNCILS.get(body, "Belediye Meclisi")


def administrator_of(body: Body, name: str) -> Recipient:
    """Return the highest civil administrator of the place, unnamed where the name is not sure."""
    suffix, office, kind = _ADMINISTRATORS.get(body, ("", "", OfficeKind.GOVERNORSHIP))
    if suffix == "" or not name.endswith(suffix):
        return Recipient(name=None, kind=kind)
    return Recipient(name=f"{name.removesuffix(suffix)} {office}", kind=kind)


def office_kind(name: str, otherwise: OfficeKind) -> OfficeKind:
    """Return the kind of an office by the last word of its name.

    >>> office_kind("Dışişleri Bakanlığı", OfficeKind.FOREIGN).value
    'ministry'
    """
    kinds = {
        "Bakanlığı": OfficeKind.MINISTRY,
        "Valiliği": OfficeKind.GOVERNORSHIP,
        "Kaymakamlığı": OfficeKind.SUBGOVERNORSHIP,
    }
    return next((kind for word, kind in kinds.items() if name.endswith(word)), otherwise)


def sender_of(
    head: Letterhead,
    *,
    day: date,
    authority: str | None,
    kind: OfficeKind = OfficeKind.LOCAL_AUTHORITY,
    title: str | None = None,
    site: str | None = None,
) -> Sender:
    """Return an authority as it writes on a day.

    ``authority``, ``title`` and ``site`` are what is known of its name, of the title of its head
    and of its address on the web where the letterhead does not say them.
    """
    signs = head.signatory(Signs.AUTHORITY, day)
    contact = Person(
        name=head.contact_name or None,
        title=head.contact_title or None,
        telephone=head.contact_telephone or None,
    )
    return Sender(
        authority=head.authority or authority,
        kind=kind,
        unit=head.unit or None,
        detsis=head.detsis or None,
        address=head.address or None,
        telephone=head.telephone or None,
        email=head.email or None,
        website=head.website or site,
        kep=head.kep or None,
        contact=contact,
        signatory=Person(title=title) if signs is None else person_of(signs),
    )


def head_of(head: Letterhead, day: date, title: str | None) -> Person:
    """Return who approves and is authorised for an authority on a day: its head, if it is known."""
    signs = head.head(day)
    return Person(title=title) if signs is None else person_of(signs)


def unit_head_of(head: Letterhead, day: date) -> Person:
    """Return who signs the unit's requests for an approval on a day; nobody who is known."""
    signs = head.signatory(Signs.UNIT, day)
    return NOBODY if signs is None else person_of(signs)


def person_of(signatory: Signatory) -> Person:
    """Return somebody who signs as letters have it."""
    return Person(
        name=signatory.name,
        title=signatory.title or None,
        on_behalf=signatory.on_behalf or None,
    )
