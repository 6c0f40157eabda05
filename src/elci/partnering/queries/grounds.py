"""What a page says of a suggested place, as values that a row keeps."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from elci.domain.matching.laws import LawLine, law_line
from elci.domain.matching.suggesting import Suggestion
from elci.domain.texts import Text
from elci.partnering.queries.finding import Found


def law_of_both(found: Found, suggestion: Suggestion, *, today: date) -> tuple[LawLine, LawLine]:
    """Return what the law asks on both sides: of the one who seeks first."""
    own = law_line(found.search.seeker.country, on=today, body=found.body)
    return own, law_line(suggestion.place.country, on=today)


def kept_grounds(suggestion: Suggestion, laws: Sequence[LawLine]) -> dict[str, Any]:
    """Return reasons, counter-evidence and law, in both languages, to be kept as they are.

    What the model says is kept beside what the criteria say, where it ranked.
    """
    return {
        "reasons": [
            {
                "criterion": reason.criterion.value,
                "name": _both(reason.name),
                "text": _both(reason.told),
                "value": reason.value,
                "part": reason.part,
                "source": _both(reason.source),
                "year": reason.edition,
            }
            for reason in suggestion.reasons
        ],
        "against": [
            {"kind": each.kind.value, "text": _both(each.told), "source": _both(each.source)}
            for each in suggestion.against
        ],
        "law": [
            {
                "country": each.country,
                "word": _both(each.word),
                "text": _both(each.told),
                "pack": each.pack,
            }
            for each in laws
        ],
        "learned": [
            {
                "name": _both(reason.name),
                "text": _both(reason.told),
                "part": reason.part,
                "source": _both(reason.source),
                "year": reason.edition,
            }
            for reason in suggestion.learned
        ],
        "mutual_rank": suggestion.mutual_rank,
        "quality": suggestion.quality,
    }


def in_language(both: Mapping[str, str], language: str) -> str:
    """Return a kept text in a language."""
    return both["tr" if language.startswith("tr") else "en"]


def _both(text: Text) -> dict[str, str]:
    return {"tr": text.tr, "en": text.en}
