"""Why something was not recorded, in the reader's language: what happened, why, what to do."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from elci.agreements.choices import ActKindChoice
from elci.domain.acts.kinds import ActKind
from elci.domain.acts.refusals import ActRefusedError, Refusal
from elci.domain.dates import DateNotUnderstoodError, PartialDate
from elci.foundation.templatetags.elci import said

TRANSLATED: Final = frozenset(
    {
        # Why a date was not understood; the domain holds the same texts as its templates.
        gettext_noop(
            "No date was given. Write a day, a month or a year, or “unknown” if nobody knows it."
        ),
        gettext_noop(
            "“%(what)s” was not understood as a date. Write it like 18.04.2016, April 2016, "
            "1965, before 1990, about 1990 or unknown."
        ),
        gettext_noop(
            "“%(what)s” is not a day of the calendar. Correct the day, or leave it out and "
            "write only the month and the year."
        ),
        gettext_noop(
            "“%(what)s” names a month that does not exist. Months go from 1 to 12, and the "
            "day is written before the month, as in 18.04.2016."
        ),
        gettext_noop(
            "“%(what)s” has a year without its century. Write the year with four digits, as "
            "in 1965 or 2016."
        ),
        gettext_noop("“%(what)s” lies outside the years 1 to 9999. Correct the year."),
        gettext_noop("“%(what)s” has a time of day, but an act has a day. Write the day only."),
        gettext_noop("“%(what)s” ends before it starts. Write the earlier date first."),
        gettext_noop(
            "“%(what)s” has a bound that is not a year, a month or a day. Write each bound "
            "as a year, a month of a year, or a day."
        ),
        # Why an act was refused.
        gettext_noop(
            "No signing or entry into force is on record, so nothing can follow it. Record "
            "the signing first; if its date is not known, record it as unknown."
        ),
        gettext_noop(
            "This act (%(happened)s) would come before the relation was opened (%(opened)s). "
            "Check both dates, and correct the wrong one."
        ),
        gettext_noop(
            "No suspension is on record before this act (%(happened)s). Record the "
            "suspension first."
        ),
        gettext_noop(
            "The relation was not suspended any more at the time of this act (%(happened)s). "
            "Check the date, or record the later suspension first."
        ),
        gettext_noop(
            "The relation was suspended already at the time of this act (%(happened)s). "
            "Check the date, or record first how it was resumed."
        ),
        gettext_noop(
            "The relation had ended before this act (%(happened)s). Check the date; if it "
            "was signed anew, record the new signing first."
        ),
        gettext_noop(
            "A later act is on record (%(happened)s) that needs the relation to be alive. "
            "Correct that act, or record first how the relation was signed anew."
        ),
        gettext_noop(
            "The same act of the same date (%(happened)s) is on record already. Open it "
            "there, and correct it if something is missing."
        ),
        gettext_noop(
            "This act (%(happened)s) has not happened yet. Correct the date, or record the "
            "act once it has happened."
        ),
        gettext_noop(
            "The term would end (%(until)s) before the act that sets it (%(happened)s). "
            "Check both dates, and correct the wrong one."
        ),
        gettext_noop(
            "Only a signing, an entry into force, a renewal or a resumption sets a term. "
            "Leave the end of the term empty, or record the extension as a renewal."
        ),
    }
)
"""Texts of the domain that are translated with the desk's."""

FIELD_AT_FAULT: Final[Mapping[Refusal, str]] = {
    Refusal.NEVER_OPENED: "kind",
    Refusal.TERM_NOT_ALLOWED: "valid_until",
    Refusal.TERM_ENDS_BEFORE_IT_BEGINS: "valid_until",
}
"""Where the person will look first; all others are about the date of the act."""


def told_date_problem(error: DateNotUnderstoodError) -> str:
    """Say why a text was not taken as a date."""
    return _(error.template) % error.params


def told_refusal(error: ActRefusedError) -> str:
    """Say why an act was not recorded and what to do, with its dates as the reader reads them."""
    return _(error.template) % {name: _worded(value) for name, value in error.params.items()}


def field_at_fault(error: ActRefusedError) -> str:
    """Return the name of the form's field that the refusal is about."""
    return FIELD_AT_FAULT.get(error.code, "happened")


def _worded(value: Any) -> str:
    if isinstance(value, PartialDate):
        return said(value)
    if isinstance(value, ActKind):
        return str(ActKindChoice(value).label)
    return str(value)
