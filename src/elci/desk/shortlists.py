"""Places on a shortlist as the desk shows them: the grounds of the day they were put there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy

from elci.consent.queries.packs import pack_key_of
from elci.domain.casework.asking import ACTS, BODIES
from elci.domain.law.words import Body, Counterpart
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import Eyes
from elci.foundation.templatetags.elci import reader_language
from elci.organisations.queries import organisations
from elci.partnering.actions import SeenPlace
from elci.partnering.queries.finding import found_place, read_asked
from elci.partnering.queries.grounds import in_language, kept_grounds, law_of_both
from elci.places.actions import adopt_place
from elci.places.queries import country_label

if TYPE_CHECKING:
    from elci.accounts.models import Workspace
    from elci.partnering.models import ShortlistEntry

_SHOWN: Final = 5
LETTER_LANGUAGES: Final = (("tr", gettext_lazy("Turkish")), ("en", gettext_lazy("English")))
LETTER_FORMATS: Final = ("docx", "odt", "pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptGround:
    """Something that was said of a place, in the reader's language."""

    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEntry:
    """A place with what spoke for it and against it on its day."""

    entry: "ShortlistEntry"
    country: str
    reasons: Sequence[KeptGround]
    against: Sequence[KeptGround]
    laws: Sequence[KeptGround]
    mutual_rank: int | None
    known: int | None
    case_url: str


def seen_place(query: QueryDict, place_id: str, eyes: Eyes, *, today: date) -> SeenPlace:
    """Return a place as the search of an address tells of it today, to be kept.

    Raises ``UnknownPlaceError`` for one that the search does not know.
    """
    asked = read_asked(query)
    found = found_place(asked, place_id, eyes, today=today)
    (suggestion,) = found.compared
    return SeenPlace(
        place=adopt_place(suggestion.place),
        ranking=asked.ranking,
        rank=suggestion.rank,
        score=suggestion.score,
        grounds=kept_grounds(suggestion, law_of_both(found, suggestion, today=today)),
    )


def shown_entry(entry: "ShortlistEntry", *, today: date) -> ShownEntry:
    """Return an entry in the reader's words."""
    language, grounds = reader_language(), entry.grounds
    ranked_by = grounds.get("learned") or grounds.get("reasons", ())
    lifting = [each for each in ranked_by if each["part"] > 0]
    quality = grounds.get("quality")
    return ShownEntry(
        entry=entry,
        country=country_label(entry.place.country, language),
        reasons=[_ground(each, language) for each in lifting[:_SHOWN]],
        against=[_ground(each, language) for each in grounds.get("against", ())],
        laws=[
            KeptGround(
                text=f"{country_label(each['country'], language)}: "
                f"{in_language(each['word'], language)}",
                source=in_language(each["text"], language),
            )
            for each in grounds.get("law", ())
        ],
        mutual_rank=grounds.get("mutual_rank"),
        known=None if quality is None else round(100 * quality),
        case_url=case_address(
            entry.shortlist.workspace,
            {"partner": f"place:{entry.place.key}", "entry": str(entry.uuid)},
            today=today,
        ),
    )


def case_address(
    workspace: "Workspace",
    parts: Mapping[str, str],
    *,
    today: date,
    instrument: Instrument = Instrument.SISTER_CITY,
) -> str:
    """Return the address that opens a case, with the question to the law filled in."""
    body = organisations().filter(workspace=workspace).first()
    bodies = BODIES.get("" if body is None else body.kind, (Body.MUNICIPALITY,))
    query = {
        "act": str(ACTS[instrument]),
        "body": str(bodies[0]),
        "counterpart": str(Counterpart.FOREIGN_LOCAL_AUTHORITY),
        "date": today.isoformat(),
        "pack": pack_key_of(workspace) or "",
        **parts,
    }
    return f"{reverse('desk:open_case')}?{urlencode(query)}"


def _ground(kept: Mapping[str, Any], language: str) -> KeptGround:
    source = in_language(kept["source"], language)
    year = kept.get("year", "")
    return KeptGround(
        text=in_language(kept["text"], language), source=f"{source}, {year}" if year else source
    )
