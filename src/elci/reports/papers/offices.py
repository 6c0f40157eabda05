"""Who writes to whom: names in the dative, capitals, and arz or rica by hierarchy."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from elci.domain.turkish import turkish_suffix, turkish_upper
from elci.reports.document import Line, fill, line


class OfficeKind(StrEnum):
    """What an office is within the order of the state, as far as letters depend on it."""

    PRESIDENCY = "presidency"
    MINISTRY = "ministry"
    GOVERNORSHIP = "governorship"
    """Valilik."""
    SUBGOVERNORSHIP = "subgovernorship"
    """Kaymakamlık."""
    COUNCIL = "council"
    """The council of the local authority itself (belediye meclisi)."""
    LOCAL_AUTHORITY = "local_authority"
    UNIT = "unit"
    """A unit of the authority that writes (müdürlük, daire başkanlığı)."""
    FOREIGN = "foreign"
    """An authority abroad, or another body that no Turkish office ranks above or below."""
    PERSON = "person"


class Verb(StrEnum):
    """With which verb a letter ends."""

    ARZ = "arz ederim"
    RICA = "rica ederim"
    BOTH = "arz ve rica ederim"
    REGARDS = "saygılarımla"


class Ask(StrEnum):
    """What the reader is to do with a letter."""

    ACTION = "action"
    INFORMATION = "information"
    APPROVAL = "approval"


_RANKS: Final = MappingProxyType(
    {
        OfficeKind.PRESIDENCY: 5,
        OfficeKind.MINISTRY: 4,
        OfficeKind.GOVERNORSHIP: 3,
        OfficeKind.SUBGOVERNORSHIP: 2,
        OfficeKind.COUNCIL: 1,
        OfficeKind.LOCAL_AUTHORITY: 1,
        OfficeKind.UNIT: 0,
    }
)
_WITHOUT_RANK: Final = frozenset({OfficeKind.FOREIGN, OfficeKind.PERSON})
_REQUESTS: Final = MappingProxyType(
    {
        (Ask.ACTION, Verb.ARZ): "Gereğini arz ederim.",
        (Ask.ACTION, Verb.RICA): "Gereğini rica ederim.",
        (Ask.ACTION, Verb.BOTH): "Gereğini arz ve rica ederim.",
        (Ask.INFORMATION, Verb.ARZ): "Bilgilerinize arz ederim.",
        (Ask.INFORMATION, Verb.RICA): "Bilgi edinilmesini rica ederim.",
        (Ask.INFORMATION, Verb.BOTH): "Bilgilerinize arz ve rica ederim.",
    }
)
# The last words of offices' names that end in a possessive.
_POSSESSED: Final = ("lığı", "liği", "luğu", "lüğü", "yesi", "disi", "lisi", "resi", "kanı")
_POSSESSED_WORDS: Final = frozenset(
    {"makamı", "ofisi", "kurumu", "kurulu", "encümeni", "konseyi", "birimi", "merkezi", "heyeti"}
    | {"dairesi", "odası", "üniversitesi", "derneği", "vakfı", "komisyonu", "senatosu", "şubesi"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """To whom a letter goes; a name that is empty is one that is not known."""

    name: str | None
    kind: OfficeKind
    unit: str | None = None
    """The unit that is to see to it, written in brackets below."""
    place: str | None = None
    """Where it is, if its name does not say so."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the address, the name in capitals and in the dative."""
        if self.name is None:
            first: Line = fill("{recipient}", recipient=None)
        elif self.kind is OfficeKind.PERSON:
            first = line(f"Sayın {with_capital_surname(self.name)}")
        else:
            first = line(turkish_upper(to_office(self.name)))
        unit = () if self.unit is None else (line(f"({self.unit})"),)
        place = () if self.place is None else (line(turkish_upper(self.place)),)
        return (first, *unit, *place)

    @property
    def listed(self) -> Line:
        """The office as the distribution list names it, in ordinary letters."""
        if self.name is None or self.kind is OfficeKind.PERSON:
            return self.lines[0]
        unit = "" if self.unit is None else f" ({self.unit})"
        return line(f"{to_office(self.name)}{unit}")


def to_office(name: str) -> str:
    """Return the name of an office or of another body in the dative.

    Offices take no apostrophe; a name that ends in no possessive is a proper name and does.

    >>> to_office("İstanbul Valiliği"), to_office("Dışişleri Bakanlığı")
    ('İstanbul Valiliğine', 'Dışişleri Bakanlığına')
    >>> to_office("Rotterdam Belediyesi"), to_office("UCLG")
    ('Rotterdam Belediyesine', "UCLG'ye")
    """
    if ends_in_possessive(name):
        return turkish_suffix(name, "dative", proper=False, possessed=True)
    return turkish_suffix(name, "dative")


def genitive(name: str) -> str:
    """Return the name of an office or of another body in the genitive.

    >>> genitive("Belediye Meclisi"), genitive("UCLG")
    ('Belediye Meclisinin', "UCLG'nin")
    """
    if ends_in_possessive(name):
        return turkish_suffix(name, "genitive", proper=False, possessed=True)
    return turkish_suffix(name, "genitive")


def ends_in_possessive(name: str) -> bool:
    """Whether the last word of an office's name is one that ends in a possessive.

    >>> ends_in_possessive("Yazı İşleri Müdürlüğü"), ends_in_possessive("Bezirksamt Mitte")
    (True, False)
    """
    last = name.rsplit(maxsplit=1)[-1].replace("I", "ı").replace("İ", "i").lower()
    return last in _POSSESSED_WORDS or last.endswith(_POSSESSED)


def with_capital_surname(name: str) -> str:
    """Return a person's name with the surname in capitals, as signatures have it.

    >>> with_capital_surname("Ayşe Işık"), with_capital_surname("Ali İnci")
    ('Ayşe IŞIK', 'Ali İNCİ')
    """
    first, space, surname = name.strip().rpartition(" ")
    return f"{first}{space}{turkish_upper(surname)}"


def verb_for(sender: OfficeKind, recipients: Sequence[Recipient]) -> Verb:
    """Return the verb: *rica* to those below, *arz* to those above and beside, or both.

    A letter to people or to bodies outside the Turkish state ends in regards.
    """
    ranked = [each for each in recipients if each.kind not in _WITHOUT_RANK]
    if ranked == []:
        return Verb.REGARDS
    below = [_RANKS[each.kind] < _RANKS[sender] for each in ranked]
    if all(below):
        return Verb.RICA
    return Verb.BOTH if any(below) else Verb.ARZ


def closing(ask: Ask, verb: Verb) -> str:
    """Return the last sentence of a letter.

    >>> closing(Ask.ACTION, Verb.RICA), closing(Ask.INFORMATION, Verb.REGARDS)
    ('Gereğini rica ederim.', 'Saygılarımla.')
    """
    if verb is Verb.REGARDS:
        return "Saygılarımla."
    if ask is Ask.APPROVAL:
        return "Olurlarınıza arz ederim."
    return _REQUESTS[ask, verb]
