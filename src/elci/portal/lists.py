"""What the public list says of itself: its counters and its year slider."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import npgettext_lazy

from elci.agreements.choices import StandingChoice
from elci.agreements.queries.register import RegisterPage
from elci.domain.acts.kinds import Standing
from elci.domain.register import Part, RegisterFilter
from elci.domain.vocabularies import Instrument
from elci.foundation.templatetags.elci import counted, filter_link, said

_COUNTED: Final = {
    Instrument.SISTER_CITY: npgettext_lazy(
        "behind a number", "sister city agreement", "sister city agreements"
    ),
    Instrument.COOPERATION_PROTOCOL: npgettext_lazy(
        "behind a number", "cooperation protocol", "cooperation protocols"
    ),
    Instrument.MEMORANDUM: npgettext_lazy(
        "behind a number", "memorandum of understanding", "memoranda of understanding"
    ),
    Instrument.GOODWILL_LETTER: npgettext_lazy(
        "behind a number", "letter of goodwill", "letters of goodwill"
    ),
    Instrument.PRELIMINARY_PROTOCOL: npgettext_lazy(
        "behind a number", "preliminary protocol", "preliminary protocols"
    ),
    Instrument.PROJECT_AGREEMENT: npgettext_lazy(
        "behind a number", "project agreement", "project agreements"
    ),
    Instrument.MEMBERSHIP: npgettext_lazy(
        "behind a number",
        "membership of an international organisation",
        "memberships of international organisations",
    ),
}


@dataclass(frozen=True, slots=True)
class Counter:
    """A number with its date and the link where it can be checked."""

    number: str
    label: str
    detail: str
    url: str


@dataclass(frozen=True, slots=True)
class Slider:
    """The year slider, and the parts of the filter that it carries along."""

    action: str
    name: str
    min: int
    max: int
    value: int
    hidden: tuple[tuple[str, str], ...]


def counters(wanted: RegisterFilter, page: RegisterPage, today: date) -> list[Counter]:
    """Return one counter for each instrument, with its standings in words."""
    day = said(wanted.day(today), "short")
    found = []
    for instrument, sums in page.counts.by_instrument.items():
        parts = [
            f"{counted(sums[standing])} {StandingChoice(standing).label}"
            for standing in Standing
            if standing in sums
        ]
        number = sum(sums.values())
        found.append(
            Counter(
                number=counted(number),
                label=str(_COUNTED[Instrument(instrument)] % number),
                detail=f"({day}) · {', '.join(parts)}",
                url=filter_link(wanted, instrument=instrument),
            )
        )
    return found


def slider(
    wanted: RegisterFilter, years: tuple[int, int] | None, *, action: str, today: date
) -> Slider | None:
    """Return the slider from the first year on record to this one; none for an empty register."""
    if years is None:
        return None
    value = wanted.day(today).year
    carried = wanted.with_part(as_of=None).as_query()
    return Slider(
        action=action,
        name=Part.AS_OF.value,
        min=min(years[0], value),
        max=max(today.year, value),
        value=value,
        hidden=tuple(carried.items()),
    )
