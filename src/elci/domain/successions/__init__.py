"""Bodies that took the place of others: what may be recorded, and who a body is on a day."""

from elci.domain.successions.chain import (
    GOES_ON,
    Link,
    SuccessionKind,
    SuccessionRefusal,
    bodies_on,
    forebears,
    heirs,
    refusal_of,
)
from elci.domain.successions.known import (
    KnownBody,
    KnownSuccession,
    known_successions,
    successions_into,
    successions_of,
)

__all__ = [
    "GOES_ON",
    "KnownBody",
    "KnownSuccession",
    "Link",
    "SuccessionKind",
    "SuccessionRefusal",
    "bodies_on",
    "forebears",
    "heirs",
    "known_successions",
    "refusal_of",
    "successions_into",
    "successions_of",
]
