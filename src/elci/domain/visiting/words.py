"""The closed lists of words of visits and promises; labels are in ``elci.visits.choices``."""

from enum import StrEnum


class Direction(StrEnum):
    """Who travels: they come to us, or we go to them."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class Stage(StrEnum):
    """How far a visit has come."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class VisitPurpose(StrEnum):
    """What a visit is mainly for."""

    COURTESY = "courtesy"
    SIGNING = "signing"
    NEGOTIATION = "negotiation"
    PROJECT = "project"
    STUDY = "study"
    EVENT = "event"
    ECONOMIC = "economic"
    CULTURE = "culture"
    AID = "aid"
    OTHER = "other"


class Side(StrEnum):
    """To which delegation a person belongs."""

    OURS = "ours"
    THEIRS = "theirs"


class DelegateRole(StrEnum):
    """What a person does in a delegation."""

    HEAD = "head"
    MEMBER = "member"
    INTERPRETER = "interpreter"
    PRESS = "press"
    SECURITY = "security"
    ACCOMPANYING = "accompanying"


class Rank(StrEnum):
    """Offices in the order in which the house receives them, first to last."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    MINISTER = "minister"
    MEMBER_OF_PARLIAMENT = "member_of_parliament"
    GOVERNOR = "governor"
    AMBASSADOR = "ambassador"
    MAYOR = "mayor"
    CONSUL = "consul"
    DEPUTY_GOVERNOR = "deputy_governor"
    DEPUTY_MAYOR = "deputy_mayor"
    COUNCIL_MEMBER = "council_member"
    SECRETARY_GENERAL = "secretary_general"
    DIRECTOR = "director"
    UNIT_HEAD = "unit_head"
    EXPERT = "expert"
    OTHER = "other"


class DetailKind(StrEnum):
    """What of a person is kept only for a visit, and for a time."""

    DIET = "diet"
    VISA = "visa"
    ADDRESS = "address"
    CONTACT = "contact"


class GiftDirection(StrEnum):
    """Whether a gift was given or received by us."""

    GIVEN = "given"
    RECEIVED = "received"


class CostBearer(StrEnum):
    """Who pays for a visit."""

    US = "us"
    PARTNER = "partner"
    SHARED = "shared"
    THIRD = "third"


class OutcomeKind(StrEnum):
    """What came of a visit."""

    RESULT = "result"
    ACT = "act"
    """An act of the register."""
    NOT_EXPECTED = "not_expected"
    """None was to be expected, and somebody said why."""


class Promiser(StrEnum):
    """Who promised."""

    US = "us"
    PARTNER = "partner"
    BOTH = "both"


class PromiseEventKind(StrEnum):
    """What happens to a promise."""

    MADE = "made"
    POSTPONED = "postponed"
    KEPT = "kept"
    BROKEN = "broken"
    DROPPED = "dropped"
    REOPENED = "reopened"
    """A fate that was recorded wrongly, or that did not last."""
    CORRECTED = "corrected"


class PromiseState(StrEnum):
    """How a promise stands on a day."""

    OPEN = "open"
    OVERDUE = "overdue"
    KEPT = "kept"
    BROKEN = "broken"
    DROPPED = "dropped"
