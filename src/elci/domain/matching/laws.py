"""What the law of either side asks for, in one line, where there is a pack for it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from elci.domain.law import labels
from elci.domain.law.answers import Question
from elci.domain.law.deciding import decide
from elci.domain.law.explaining import sentence
from elci.domain.law.library import pack, pack_ids
from elci.domain.law.words import Body, Counterpart, LegalAct, Verdict
from elci.domain.places.countries import country_by_code
from elci.domain.texts import Text

NO_PACK: Final = Text(
    "Bu ülke için hukuk paketi yoktur; hukukuna bakılmamıştır.",
    "There is no law pack for this country; its law was not looked at.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LawLine:
    """What the law of one country asks of its own local authority for an act with the other."""

    country: str
    told: Text
    verdict: Verdict | None = None
    """None where there is no pack."""
    pack: str = ""
    question: Question | None = None

    @property
    def country_name(self) -> Text:
        """What the country is called."""
        found = country_by_code(self.country)
        return Text(found.name_in("tr"), found.name_in("en"))

    @property
    def word(self) -> Text:
        """The verdict in a word or two."""
        if self.verdict is None:
            return Text("bilinmiyor", "not known")
        return labels.VERDICTS[self.verdict]


@lru_cache(maxsize=1024)
def law_line(
    country: str, *, on: date, act: LegalAct = LegalAct.SISTER_CITY, body: Body = Body.MUNICIPALITY
) -> LawLine:
    """Return what a country's law asks on a day of a body for an act with one abroad."""
    key = country.lower()
    if key not in pack_ids() or pack(key).jurisdiction != country:
        return LawLine(country=country, told=NO_PACK)
    question = Question(act=act, body=body, counterpart=Counterpart.FOREIGN_LOCAL_AUTHORITY, on=on)
    answer = decide(pack(key), question)
    return LawLine(
        country=country,
        told=Text(sentence(answer, "tr"), sentence(answer, "en")),
        verdict=answer.verdict,
        pack=key,
        question=question,
    )
