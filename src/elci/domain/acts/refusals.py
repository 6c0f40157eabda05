"""Why an act cannot be recorded as given, and what the person at the desk can do about it."""

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import Final


class Refusal(StrEnum):
    """Why an act cannot be recorded as given."""

    NEVER_OPENED = "never_opened"
    BEFORE_THE_OPENING = "before_the_opening"
    NEVER_SUSPENDED = "never_suspended"
    NOT_SUSPENDED = "not_suspended"
    """It was suspended once, but was resumed or renewed before this act."""
    ALREADY_SUSPENDED = "already_suspended"
    ALREADY_ENDED = "already_ended"
    CONTINUED_AFTERWARDS = "continued_afterwards"
    """The new act ends a relation on which later acts stand in the record."""
    SAME_ACT_TWICE = "same_act_twice"
    NOT_YET_HAPPENED = "not_yet_happened"
    TERM_ENDS_BEFORE_IT_BEGINS = "term_ends_before_it_begins"
    TERM_NOT_ALLOWED = "term_not_allowed"


REFUSAL_TEMPLATES: Final[Mapping[Refusal, str]] = MappingProxyType(
    {
        Refusal.NEVER_OPENED: (
            "No signing or entry into force is on record, so nothing can follow it. "
            "Record the signing first; if its date is not known, record it as unknown."
        ),
        Refusal.BEFORE_THE_OPENING: (
            "This act (%(happened)s) would come before the relation was opened (%(opened)s). "
            "Check both dates, and correct the wrong one."
        ),
        Refusal.NEVER_SUSPENDED: (
            "No suspension is on record before this act (%(happened)s). "
            "Record the suspension first."
        ),
        Refusal.NOT_SUSPENDED: (
            "The relation was not suspended any more at the time of this act (%(happened)s). "
            "Check the date, or record the later suspension first."
        ),
        Refusal.ALREADY_SUSPENDED: (
            "The relation was suspended already at the time of this act (%(happened)s). "
            "Check the date, or record first how it was resumed."
        ),
        Refusal.ALREADY_ENDED: (
            "The relation had ended before this act (%(happened)s). "
            "Check the date; if it was signed anew, record the new signing first."
        ),
        Refusal.CONTINUED_AFTERWARDS: (
            "A later act is on record (%(happened)s) that needs the relation to be alive. "
            "Correct that act, or record first how the relation was signed anew."
        ),
        Refusal.SAME_ACT_TWICE: (
            "The same act of the same date (%(happened)s) is on record already. "
            "Open it there, and correct it if something is missing."
        ),
        Refusal.NOT_YET_HAPPENED: (
            "This act (%(happened)s) has not happened yet. "
            "Correct the date, or record the act once it has happened."
        ),
        Refusal.TERM_ENDS_BEFORE_IT_BEGINS: (
            "The term would end (%(until)s) before the act that sets it (%(happened)s). "
            "Check both dates, and correct the wrong one."
        ),
        Refusal.TERM_NOT_ALLOWED: (
            "Only a signing, an entry into force, a renewal or a resumption sets a term. "
            "Leave the end of the term empty, or record the extension as a renewal."
        ),
    }
)
"""English message of each refusal, with its ``params``: also the key of its translation."""


class ActRefusedError(ValueError):
    """An act that contradicts itself or the acts on record.

    The code says how, ``params`` with what. To show it in another language, translate
    ``template`` and fill in ``params``.
    """

    def __init__(self, code: Refusal, **params: object) -> None:
        self.code = code
        self.params = params
        self.template = REFUSAL_TEMPLATES[code]
        super().__init__(self.template % params)

    def __reduce__(self) -> tuple[partial["ActRefusedError"], tuple[()]]:
        return partial(type(self), self.code, **self.params), ()
