"""The closed words in which questions to a law pack are asked and answered."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from elci.domain.texts import Text


class LegalAct(StrEnum):
    """What a local authority wants to do."""

    SISTER_CITY = "sister_city"
    COOPERATION_AGREEMENT = "cooperation_agreement"
    MOU = "mou"
    """Memorandum of understanding, or a letter of goodwill (mutabakat zaptı, iyi niyet mektubu)."""
    JOINT_PROJECT = "joint_project"
    JOIN_IO = "join_io"
    FOUND_IO = "found_io"
    LEAVE_IO = "leave_io"
    TERMINATE_AGREEMENT = "terminate_agreement"
    RENEW_AGREEMENT = "renew_agreement"
    HOST_FOREIGN_LOCAL = "host_foreign_local"
    SEND_DELEGATION = "send_delegation"
    CONTACT_MISSION = "contact_mission"
    AID_ABROAD = "aid_abroad"
    CROSS_BORDER_COOP = "cross_border_coop"
    ACCEPT_CONDITIONAL_GRANT = "accept_conditional_grant"
    NAME_PLACE = "name_place"
    HONORARY_CITIZEN = "honorary_citizen"


class Body(StrEnum):
    """Who wants to do it."""

    MUNICIPALITY = "municipality"
    METROPOLITAN = "metropolitan"
    METROPOLITAN_DISTRICT = "metropolitan_district"
    SPECIAL_PROVINCIAL_ADMIN = "special_provincial_admin"
    """İl özel idaresi."""
    UNION_WITH_MUNICIPAL_MEMBERS = "union_with_municipal_members"
    UNION_PROVINCIAL_ONLY = "union_provincial_only"
    VILLAGE = "village"
    AFFILIATED_ENTITY = "affiliated_entity"
    """An entity or company of a municipality (bağlı idare, belediye şirketi)."""


class Counterpart(StrEnum):
    """With whom."""

    FOREIGN_LOCAL_AUTHORITY = "foreign_local_authority"
    FOREIGN_REGION_OR_FEDERATED_STATE = "foreign_region_or_federated_state"
    FOREIGN_STATE_ORGAN = "foreign_state_organ"
    FOREIGN_MISSION = "foreign_mission"
    IO_REPRESENTATION = "io_representation"
    INTERNATIONAL_BODY = "international_body"
    NONE = "none"


class Verdict(StrEnum):
    """What the law asks; in this order the first found in any slot weighs most."""

    PROHIBITED = "prohibited"
    NO_POWER = "no_power"
    PERMIT = "permit"
    CONSULT = "consult"
    NOTIFY = "notify"
    FREE = "free"
    NOT_MODELLED = "not_modelled"


class Slot(StrEnum):
    """A question of its own within an answer: one rule wins in each."""

    APPROVAL = "approval"
    NOTIFICATION = "notification"
    TRAVEL = "travel"
    MONEY = "money"
    LOCAL = "local"


class StepKind(StrEnum):
    """What kind of work a step is."""

    DECISION = "decision"
    PERMIT = "permit"
    APPROVAL = "approval"
    OPINION = "opinion"
    NOTIFICATION = "notification"
    PUBLICATION = "publication"
    SIGNATURE = "signature"
    TRAVEL = "travel"
    REGISTRATION = "registration"


class Status(StrEnum):
    """How firmly a rule or a value stands."""

    SETTLED = "settled"
    CONTESTED = "contested"
    DRAFT = "draft"


class Confidence(StrEnum):
    """How well the source is known: the text was read, an excerpt was, or it is inferred."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ReadAs(StrEnum):
    """In which form a source was read."""

    OFFICIAL = "official"
    CONSOLIDATED = "consolidated"
    RECONSTRUCTED = "reconstructed"
    """An older wording, made from the consolidated text and its notes on amendments."""
    SECONDARY = "secondary"
    NONE = "none"


class Silence(StrEnum):
    """What it means when the authority does not answer in time."""

    NONE = "none"
    """Silence is no consent."""
    APPROVAL = "approval"
    REFUSAL = "refusal"
    UNKNOWN = "unknown"


class Omission(StrEnum):
    """What follows where a step was left out."""

    NOT_IN_FORCE = "not_in_force"
    NO_COMPETENT_ORGAN = "no_competent_organ"
    UNLAWFUL = "unlawful"
    VOID = "void"
    NO_LEGAL_PERSONALITY = "no_legal_personality"
    CIRCULAR_BREACH = "circular_breach"
    AUDIT_FINDING = "audit_finding"
    NO_SANCTION = "no_sanction"
    UNKNOWN = "unknown"


class Counting(StrEnum):
    """Which days a deadline counts."""

    CALENDAR = "calendar"
    WORKING = "working"


class ClockStart(StrEnum):
    """What starts a clock; those that begin with *before* count backwards from an event."""

    FINALITY = "finality"
    """The decision became final (kesinleşme)."""
    SESSION = "session"
    DECISION = "decision"
    APPLICATION = "application"
    SIGNATURE = "signature"
    NOTIFICATION = "notification"
    BEFORE_SIGNATURE = "before_signature"
    BEFORE_TRAVEL = "before_travel"

    @property
    def counts_backwards(self) -> bool:
        """Whether the days are the least number before the event."""
        return self in {ClockStart.BEFORE_SIGNATURE, ClockStart.BEFORE_TRAVEL}


class FlagKind(StrEnum):
    """What a remark beside an answer is for."""

    WARNING = "warning"
    ADVICE = "advice"
    HINT = "hint"
    """Times seen in practice; never a deadline."""
    VERIFY = "verify"


class GapKind(StrEnum):
    """Why no rule meets a case."""

    UNKNOWN = "unknown"
    IMPOSSIBLE = "impossible"


WEIGHT: Final = MappingProxyType({verdict: place for place, verdict in enumerate(Verdict)})
"""Verdicts by how much they weigh, the heaviest first."""

CERTAINTY: Final = MappingProxyType({each: place for place, each in enumerate(Confidence)})
"""Degrees of confidence, the firmest first."""


class KnownFrom(StrEnum):
    """From what a circumstance can be known without asking anybody."""

    NOTHING = "nothing"
    KEEPER_REGION = "keeper_region"
    """From the state or province in which the local authority lies."""


@dataclass(frozen=True, slots=True)
class ContextFacet:
    """A circumstance on which an answer may depend, and what is taken where nobody says."""

    key: str
    values: tuple[str, ...]
    default: str
    question: Text | None = None
    labels: tuple[tuple[str, Text], ...] = ()
    known_from: KnownFrom = KnownFrom.NOTHING

    @property
    def is_open(self) -> bool:
        """Whether a value that is not listed counts as *other*."""
        return OTHER in self.values


OTHER: Final = "other"
YES_NO: Final = ("yes", "no")

COMMON_CONTEXT: Final = (
    ContextFacet("dipl_relations", YES_NO, "yes"),
    ContextFacet("metropolitan_province", YES_NO, "no"),
    ContextFacet("council_can_meet", YES_NO, "yes"),
    ContextFacet("seat_in_tr", YES_NO, "no"),
)
"""Circumstances that every pack may ask for."""

ACT, BODY, COUNTERPART = "act", "body", "counterpart"
ASKED: Final = MappingProxyType({ACT: LegalAct, BODY: Body, COUNTERPART: Counterpart})
"""The facets that every question names, with their words."""
