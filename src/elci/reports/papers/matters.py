"""What an authority wants to do abroad, in the words of a letter."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from elci.domain.law.words import LegalAct
from elci.reports.document import Line, fill
from elci.reports.papers.offices import to_office

# {partner} is the partner's name, {to_partner} its name in the dative.
_MATTERS: Final = MappingProxyType(
    {
        LegalAct.SISTER_CITY: "{partner} ile kardeş şehir ilişkisi kurulması",
        LegalAct.COOPERATION_AGREEMENT: "{partner} ile iş birliği yapılması",
        LegalAct.MOU: "{partner} ile mutabakat zaptı imzalanması",
        LegalAct.JOINT_PROJECT: "{partner} ile ortak proje yürütülmesi",
        LegalAct.JOIN_IO: "{to_partner} üye olunması",
        LegalAct.FOUND_IO: "{to_partner} kurucu üye olunması",
        LegalAct.LEAVE_IO: "{partner} üyeliğinden ayrılınması",
        LegalAct.TERMINATE_AGREEMENT: "{partner} ile olan ilişkinin sona erdirilmesi",
        LegalAct.RENEW_AGREEMENT: "{partner} ile olan ilişkinin yenilenmesi",
        LegalAct.HOST_FOREIGN_LOCAL: "{partner} heyetinin ağırlanması",
        LegalAct.SEND_DELEGATION: "{partner} ile görüşmek üzere heyet gönderilmesi",
        LegalAct.CONTACT_MISSION: "{partner} ile temas kurulması",
        LegalAct.AID_ABROAD: "{to_partner} yardım yapılması",
        LegalAct.CROSS_BORDER_COOP: "{partner} ile sınır ötesi iş birliği yapılması",
        LegalAct.ACCEPT_CONDITIONAL_GRANT: "{partner} tarafından yapılacak şartlı bağışın kabulü",
        LegalAct.NAME_PLACE: "{partner} adının bir yere verilmesi",
        LegalAct.HONORARY_CITIZEN: "{to_partner} fahri hemşehrilik payesi ve beratı verilmesi",
    }
)
_INSTRUMENTS: Final = MappingProxyType(
    {
        LegalAct.SISTER_CITY: "kardeş şehir anlaşması",
        LegalAct.COOPERATION_AGREEMENT: "iş birliği protokolü",
        LegalAct.MOU: "mutabakat zaptı",
        LegalAct.JOINT_PROJECT: "ortak proje sözleşmesi",
        LegalAct.CROSS_BORDER_COOP: "sınır ötesi iş birliği protokolü",
        LegalAct.RENEW_AGREEMENT: "yenileme protokolü",
    }
)

_STATUTES: Final = frozenset({LegalAct.JOIN_IO, LegalAct.FOUND_IO})
"""Acts before which it is the statutes of the body that are looked at."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that goes with a file."""

    name: str
    is_turkish: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """An act with a partner: the subject of every letter of a procedure."""

    act: LegalAct
    partner: str | None
    """The partner's authority by its Turkish name: "Tiflis Belediyesi"."""
    country: str | None = None
    title: str | None = None
    """What it is called in the authority's own words, where the words below do not fit."""
    instrument_name: str | None = None

    @property
    def line(self) -> Line:
        """What is to be done, as a noun: "Tiflis Belediyesi (Gürcistan) ile … kurulması"."""
        if self.title is not None:
            return fill("{title}", title=self.title)
        return self._named(self._with_country)

    @property
    def subject(self) -> Line:
        """The same without the country, as a letter names its subject."""
        if self.title is not None:
            return fill("{title}", title=self.title)
        return self._named("")

    def _named(self, country: str) -> Line:
        template, named = _MATTERS[self.act], self.partner
        if named is None:
            return fill(template.replace("{to_partner}", "{partner} için"), partner=None)
        return fill(
            template, partner=f"{named}{country}", to_partner=f"{to_office(named)}{country}"
        )

    @property
    def _with_country(self) -> str:
        return "" if self.country is None else f" ({self.country})"

    @property
    def instrument(self) -> str | None:
        """The paper that is signed: "kardeş şehir anlaşması"; nothing where none is."""
        return self.instrument_name or _INSTRUMENTS.get(self.act)

    def drafts(self, language: str | None = None) -> tuple[Draft, ...]:
        """Return the texts that go with a file, in Turkish and in the partner's language."""
        if self.act in _STATUTES:
            own = Draft("Kuruluşun tüzüğünün Türkçe çevirisi", is_turkish=True)
            return (Draft("Kuruluşun tüzüğü", is_turkish=False), own)
        if self.instrument is None:
            return ()
        draft = f"{capitalised(self.instrument)} taslağı"
        return (
            Draft(f"{draft} (Türkçe)", is_turkish=True),
            Draft(f"{draft} ({language or 'yabancı dilde'})", is_turkish=False),
        )


def capitalised(text: str) -> str:
    """Return the text with its first letter as a capital.

    >>> capitalised("iş birliği protokolü")
    'İş birliği protokolü'
    """
    first = {"i": "İ", "ı": "I"}.get(text[:1], text[:1].upper())
    return f"{first}{text[1:]}"
