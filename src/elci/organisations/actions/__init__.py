"""Recording bodies, and which of them took the place of which."""

from elci.organisations.actions.bodies import (
    adopt_body,
    adopt_known_successions,
    has_known_successions,
    kind_of_body_at,
    new_body,
    record_body_of,
    record_host,
    record_organisation,
)
from elci.organisations.actions.successions import (
    SuccessionFacts,
    SuccessionRefusedError,
    record_succession,
    withdraw_succession,
)

__all__ = [
    "SuccessionFacts",
    "SuccessionRefusedError",
    "adopt_body",
    "adopt_known_successions",
    "has_known_successions",
    "kind_of_body_at",
    "new_body",
    "record_body_of",
    "record_host",
    "record_organisation",
    "record_succession",
    "withdraw_succession",
]
