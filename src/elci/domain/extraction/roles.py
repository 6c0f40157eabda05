"""What a column of a list may hold, and how each is called."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from elci.domain.acts.kinds import ActKind


class Role(StrEnum):
    """What the cells of a column say."""

    NUMBER = "number"
    PARTY = "party"
    COUNTRY = "country"
    REGION = "region"
    DATE = "date"
    PERIOD = "period"
    """From when to when."""
    COUNCIL_DATE = "council_date"
    ADMINISTRATOR_DATE = "administrator_date"
    MINISTRY_DATE = "ministry_date"
    PRELIMINARY_DATE = "preliminary_date"
    IN_FORCE_DATE = "in_force_date"
    RENEWAL_DATE = "renewal_date"
    END_DATE = "end_date"
    EXPIRY_DATE = "expiry_date"
    PLACE = "place"
    """Where it was signed."""
    STATUS = "status"
    INSTRUMENT = "instrument"
    ACRONYM = "acronym"
    GRADE = "grade"
    UNITS = "units"
    HOST = "host"
    """The list's own side; never the partner."""
    NOTE = "note"
    OTHER = "other"
    """Known, and of no use to a register: population, flag, web address."""


DATED_ACTS: Final[Mapping[Role, ActKind | None]] = MappingProxyType(
    {
        Role.DATE: None,
        Role.PERIOD: None,
        Role.COUNCIL_DATE: ActKind.COUNCIL_DECISION,
        Role.ADMINISTRATOR_DATE: ActKind.SENT_TO_CIVIL_ADMINISTRATOR,
        Role.MINISTRY_DATE: ActKind.PERMIT_GRANTED,
        Role.PRELIMINARY_DATE: ActKind.PRELIMINARY_PROTOCOL,
        Role.IN_FORCE_DATE: ActKind.ENTERED_INTO_FORCE,
        Role.RENEWAL_DATE: ActKind.RENEWED,
        Role.END_DATE: ActKind.TERMINATED,
        Role.EXPIRY_DATE: ActKind.EXPIRED,
    }
)
"""Roles whose cells hold dates, with the act each dates; none is that which opens the relation."""

_LABELS: Final[Mapping[Role, tuple[str, str]]] = {
    Role.NUMBER: ("sıra numarası", "row number"),
    Role.PARTY: ("karşı taraf", "partner"),
    Role.COUNTRY: ("ülke", "country"),
    Role.REGION: ("bölge ya da eyalet", "region or state"),
    Role.DATE: ("tarih", "date"),
    Role.PERIOD: ("süre", "period"),
    Role.COUNCIL_DATE: ("meclis karar tarihi", "date of the council decision"),
    Role.ADMINISTRATOR_DATE: ("valiliğe gönderilme tarihi", "date sent to the civil administrator"),
    Role.MINISTRY_DATE: ("bakanlık izin tarihi", "date of the ministry's permit"),
    Role.PRELIMINARY_DATE: ("ön protokol tarihi", "date of the preliminary protocol"),
    Role.IN_FORCE_DATE: ("yürürlük tarihi", "date of entry into force"),
    Role.RENEWAL_DATE: ("yenilenme tarihi", "date of renewal"),
    Role.END_DATE: ("bitiş tarihi", "end date"),
    Role.EXPIRY_DATE: ("süre sonu", "end of term"),
    Role.PLACE: ("imza yeri", "place of signature"),
    Role.STATUS: ("durum", "status"),
    Role.INSTRUMENT: ("belgenin türü", "kind of tie"),
    Role.ACRONYM: ("kısaltma", "acronym"),
    Role.GRADE: ("üyelik düzeyi", "grade of membership"),
    Role.UNITS: ("ilgili birimler", "responsible units"),
    Role.HOST: ("kendi tarafınız", "your own side"),
    Role.NOTE: ("not", "note"),
    Role.OTHER: ("kullanılmayan bilgi", "not used"),
}


def role_label(role: Role, language: str) -> str:
    """Return how a role is called, Turkish for "tr" and English for any other language."""
    turkish, english = _LABELS[role]
    return turkish if language == "tr" else english
