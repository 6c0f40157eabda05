"""Why a name was read as a place: codes for programs, sentences for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class ReasonCode(StrEnum):
    """What spoke for or against a reading of a name."""

    IDENTIFIER = "identifier"
    OWN_NAME = "own_name"
    TURKISH_NAME = "turkish_name"
    ALTERNATE_NAME = "alternate_name"
    TRANSLITERATED_NAME = "transliterated_name"
    DERIVED_NAME = "derived_name"
    SIMILAR_NAME = "similar_name"
    IN_COUNTRY = "in_country"
    FORMER_COUNTRY = "former_country"
    COUNTRY_IN_NAME = "country_in_name"
    COUNTRY_NOT_KNOWN = "country_not_known"
    OTHER_COUNTRY = "other_country"
    WORDS_LEFT_OUT = "words_left_out"
    LETTERS_REPAIRED = "letters_repaired"
    CONTEXT_AGREES = "context_agrees"
    CONTEXT_NOT_USED = "context_not_used"
    LARGER_PLACE_ONLY = "larger_place_only"
    IS_REGION = "is_region"
    MOST_IMPORTANT = "most_important"
    RIVAL = "rival"
    NOT_FOUND = "not_found"


_SENTENCES: Final[Mapping[ReasonCode, tuple[str, str]]] = {
    ReasonCode.IDENTIFIER: (
        "{value} kimliği bu yere aittir.",
        "{value} is the identifier of this place.",
    ),
    ReasonCode.OWN_NAME: (
        "“{name}” bu yerin asıl adıdır.",
        "“{name}” is the first name of this place.",
    ),
    ReasonCode.TURKISH_NAME: (
        "“{name}” bu yerin gözden geçirilmiş ya da Türkçe adıdır.",
        "“{name}” is a reviewed or Turkish name of this place.",
    ),
    ReasonCode.ALTERNATE_NAME: (
        "“{name}” bu yerin başka bir adıdır.",
        "“{name}” is another name of this place.",
    ),
    ReasonCode.TRANSLITERATED_NAME: (
        "“{name}” bu yerin başka bir yazıdan çevrilmiş adına uyuyor.",
        "“{name}” matches a name of this place that came from another script.",
    ),
    ReasonCode.DERIVED_NAME: (
        "“{name}” bu yerin adının kısa biçimidir.",
        "“{name}” is a short form of the name of this place.",
    ),
    ReasonCode.SIMILAR_NAME: (
        "“{name}” adına %{percent} benziyor.",
        "It is {percent}% like the name “{name}”.",
    ),
    ReasonCode.IN_COUNTRY: (
        "Verilen ülkededir: {country}.",
        "It is in the country given: {country}.",
    ),
    ReasonCode.FORMER_COUNTRY: (
        "“{name}” eski bir ülke adıdır; bugünkü karşılığı: {country}.",
        "“{name}” is a former country name; today: {country}.",
    ),
    ReasonCode.COUNTRY_IN_NAME: (
        "Ülke, adın içinde yazılı: {country}.",
        "The country stands inside the name: {country}.",
    ),
    ReasonCode.COUNTRY_NOT_KNOWN: (
        "“{name}” diye bir ülke bulunamadı; ülkesiz arandı.",
        "No country “{name}” is known; the search went without one.",
    ),
    ReasonCode.OTHER_COUNTRY: (
        "Bu ad verilen ülkede yok; şu ülkede var: {country}.",
        "The country given has no such name; {country} has.",
    ),
    ReasonCode.WORDS_LEFT_OUT: (
        "Belediye, il gibi sözcükler dışarıda bırakıldı: “{name}”.",
        "Words such as municipality or province were left out: “{name}”.",
    ),
    ReasonCode.LETTERS_REPAIRED: (
        "PDF'nin bozduğu Türkçe harfler düzeltildi: “{name}”.",
        "Turkish letters that a PDF had broken were put right: “{name}”.",
    ),
    ReasonCode.CONTEXT_AGREES: (
        "“{name}” bunu doğruluyor.",
        "“{name}” agrees with it.",
    ),
    ReasonCode.CONTEXT_NOT_USED: (
        "“{name}” ile bir bağ bulunamadı.",
        "No tie to “{name}” was found.",
    ),
    ReasonCode.LARGER_PLACE_ONLY: (
        "“{name}” bulunamadı; adın yanındaki daha büyük yer gösteriliyor.",
        "“{name}” was not found; the larger place beside it is shown.",
    ),
    ReasonCode.IS_REGION: (
        "Bu bir kent değil, bölgedir.",
        "This is a region, not a city.",
    ),
    ReasonCode.MOST_IMPORTANT: (
        "Bu adı taşıyan {count} yerin açık farkla en önemlisidir.",
        "It is by far the most important of {count} places of that name.",
    ),
    ReasonCode.RIVAL: (
        "Bu adı taşıyan başka bir yer de olabilir: {name}.",
        "Another place may be meant: {name}.",
    ),
    ReasonCode.NOT_FOUND: (
        "Bu ada uyan bir yer bulunamadı.",
        "No place fits that name.",
    ),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that spoke for or against the answer, with what its sentence needs."""

    code: ReasonCode
    params: Mapping[str, str | int]

    def sentence_in(self, language: str) -> str:
        """Return it as a sentence, Turkish for "tr" and English for any other language."""
        turkish, english = _SENTENCES[self.code]
        return (turkish if language == "tr" else english).format_map(self.params)


def reason(code: ReasonCode, **params: str | int) -> Reason:
    """Return the reason with those parameters, frozen."""
    return Reason(code, MappingProxyType(params))
