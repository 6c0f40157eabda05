"""What Turkish local authorities, their organs and their civil administrators are called."""

from types import MappingProxyType
from typing import Final

from elci.domain.law.words import Body
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
