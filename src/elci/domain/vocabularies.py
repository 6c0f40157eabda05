"""The closed lists of words of the field; labels and definitions are in ``choices``."""

from enum import StrEnum


class Instrument(StrEnum):
    """What may exist between parties; the local name of a tie is kept beside its key."""

    SISTER_CITY = "sister_city"
    COOPERATION_PROTOCOL = "cooperation_protocol"
    MEMORANDUM = "memorandum"
    GOODWILL_LETTER = "goodwill_letter"
    PRELIMINARY_PROTOCOL = "preliminary_protocol"
    PROJECT_AGREEMENT = "project_agreement"
    MEMBERSHIP = "membership"


class Depth(StrEnum):
    """How far a tie binds its parties (Bobek, Maček and Janković 2015), shallow to deep."""

    NETWORKING = "networking"
    COOPERATION = "cooperation"
    PARTNERSHIP = "partnership"


class Dimension(StrEnum):
    """The six dimensions of city diplomacy (van der Pluijm and Melissen 2007)."""

    SECURITY = "security"
    DEVELOPMENT = "development"
    ECONOMY = "economy"
    CULTURE = "culture"
    NETWORKS = "networks"
    REPRESENTATION = "representation"


class Purpose(StrEnum):
    """Why a local government says it seeks a tie."""

    ECONOMIC = "economic"
    CULTURAL = "cultural"
    PEACE = "peace"
    FOREIGN_POLICY = "foreign_policy"
    HUMANITARIAN = "humanitarian"
    REPRESENTATION = "representation"
    BRANDING = "branding"


class CooperationField(StrEnum):
    """Fields in which the parties agree to work, as Istanbul's protocols list them."""

    URBAN_SERVICES = "urban_services"
    TRADE = "trade"
    INVESTMENT_AND_FINANCE = "investment_and_finance"
    SCIENCE_AND_TECHNOLOGY = "science_and_technology"
    TOURISM = "tourism"
    MUNICIPAL_PLANNING = "municipal_planning"
    VOCATIONAL_TRAINING = "vocational_training"
    CULTURE_AND_SPORT = "culture_and_sport"
    HERITAGE = "heritage"
    PUBLIC_SAFETY = "public_safety"
    ENVIRONMENT = "environment"


class CooperationForm(StrEnum):
    """Ways in which the parties agree to work together."""

    PROMOTION = "promotion"
    DELEGATIONS = "delegations"
    EXCHANGE_OF_EXPERIENCE = "exchange_of_experience"
    EVENTS = "events"
    JOINT_STUDIES = "joint_studies"
    TECHNICAL_EXPERTISE = "technical_expertise"
    STAFF_TRAINING = "staff_training"
    CULTURAL_EXCHANGE = "cultural_exchange"
    OTHER = "other"


class MembershipGrade(StrEnum):
    """What seat a local government holds in an organisation."""

    MEMBER = "member"
    ASSOCIATE = "associate"
    BOARD = "board"
    PARTNER = "partner"


class BoardKind(StrEnum):
    """What an entry of the board of needs and offers says."""

    NEED = "need"
    OFFER = "offer"


class BoardStanding(StrEnum):
    """How an entry of the board stands on a day."""

    OPEN = "open"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class RequestCriterion(StrEnum):
    """What is asked of a request for a tie that comes from abroad, one by one."""

    PURPOSE = "purpose"
    LEVEL = "level"
    COMPETENCE = "competence"
    LAW = "law"
    FOREIGN_POLICY = "foreign_policy"
    EARLIER_TIE = "earlier_tie"
    SAME_COUNTRY = "same_country"
    NEIGHBOURS = "neighbours"
    CAPACITY = "capacity"
    CONTACT = "contact"
    FUNDING = "funding"
    BENEFIT = "benefit"


class RequestFinding(StrEnum):
    """What somebody found of a criterion."""

    MET = "met"
    NOT_MET = "not_met"
    UNCLEAR = "unclear"
    NOT_APPLICABLE = "not_applicable"


class RequestAnswerKind(StrEnum):
    """What is decided on a request."""

    ACCEPTED = "accepted"
    OTHER_INSTRUMENT = "other_instrument"
    """Yes, but to a lighter instrument than the one that was asked for."""
    DEFERRED = "deferred"
    DECLINED = "declined"
