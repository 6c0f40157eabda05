"""How likely the letters beyond ASCII are in some language; it tells codings apart."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from math import log
from typing import Final

# The letters of each language beyond ASCII, the commonest first. A frequency of 1/(rank + 1) is
# near enough: what tells codings apart is that the wrong one makes letters of no language.
_LANGUAGES: Final[Mapping[str, tuple[str, float]]] = {
    "Turkish": ("ıüşçöğİâîû", 3.0),
    "German": ("üäößé", 1.0),
    "French": ("éèàêçôîâûëïùœ", 1.0),
    "Spanish": ("óíáéñúü¿¡", 1.0),
    "Portuguese": ("ãçáéíóêõúâàô", 0.5),
    "Italian": ("àèùòéì", 0.5),
    "Catalan": ("éàòóíèúïüç·", -0.5),
    "Swedish": ("äöåé", 0.5),
    "Danish": ("øæåéöäü", 0.0),
    "Icelandic": ("íáðóöéúæþý", -2.0),
    "Dutch": ("ëïéöüèó", -0.5),
    "Polish": ("łóąężśćńź", 1.0),
    "Czech": ("íáéěřščžýůúňťďó", 0.5),
    "Slovak": ("áíčšžýéľťúôňďäóŕĺ", 0.0),
    "Hungarian": ("áéöóőíüúű", 0.5),
    "Romanian": ("ăţâîşțș", 0.5),
    "Slovene": ("čšžćđ", 0.5),
    "Albanian": ("ëç", 0.5),
    "Estonian": ("äõüöšž", -0.5),
    "Lithuanian": ("ėžšųįūčęą", -0.5),
    "Latvian": ("āīēšūņļķžģč", -0.5),
    "Russian": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", 1.0),
    "Ukrainian": ("оаинвітеркслудмпязьбгчйхїжцюєшфщґ", 0.5),
    "Bulgarian": ("аоеинтрсвлдкпмзуяъгбчщжйшхцюфь", 0.5),
    "Serbian": ("аоиенртсвкулмдпјгзбшњљчћцхжђфџ", 0.5),
    "Macedonian": ("аоиентрсвкдлупмјзгбшчцњќжѓљхфџѕ", 0.0),
    "Greek": ("αοιετσνηυρπκμλςωόίάήέδγύχώθφβξζψϊ", 0.5),
    "Arabic": ("اليمنوردتبعسةهفكقحجشخصطأىذءزغضثئإظؤآ،ـ", 0.5),
    "Persian": ("ایرنمدوهتسبلشکزفگعخقجآپحصطچضغژذظثئء،", -0.5),
    "Hebrew": ("יוהלאתרמבשנםדקעחטגפסכצזןךףץ", 0.0),
}
_MARKS: Final = "’“”–…«»‘„°—•€§©\xa0№º"
_MARK: Final = log(0.002)
_UNKNOWN: Final = log(0.00002)
_CAPITAL: Final = log(0.85)
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_LATIN_CAPITAL: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĐĒĖĘĚĞĢĪĮİĶĹĻŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_LATIN_SMALL: Final = "a-zß-öø-ÿāăąćčđēėęěğģīįıķĺļłńņňőœŕřśşšţťūůűųźżž"
_BREACHES: Final = (
    # A capital after a small letter, where one of the two is beyond ASCII.
    re.compile(f"[{_LATIN_SMALL}](?=[À-ÖØ-ÞĀ-Ž])(?=[{_LATIN_CAPITAL}])|"
               f"(?=[ß-öø-ÿĀ-ž])[{_LATIN_SMALL}](?=[A-Z])|[а-џα-ώ](?=[Ѐ-ЯΆ-Ϋ])"),
    # Another script beside a Latin letter.
    re.compile("[A-Za-z](?=[Ͱ-ϿЀ-ӿ֐-ۿ])|[Ͱ-ϿЀ-ӿ֐-ۿ](?=[A-Za-z])"),
    # A sign between two letters.
    re.compile(r"(?<=[^\W\d_])[^\x00-\xa0\w’·](?=[^\W\d_])"),
)  # fmt: skip
_BREACH: Final = -5.0


@cache
def _likelihoods(language: str) -> Mapping[str, float]:
    letters, _ = _LANGUAGES[language]
    whole = sum(1 / (rank + 1) for rank in range(1, len(letters) + 1))
    found = dict.fromkeys(_MARKS, _MARK)
    for rank, letter in enumerate(letters, 1):
        likely = log(1 / (rank + 1) / whole)
        if len(letter.upper()) == 1:
            found.setdefault(letter.upper(), likely + _CAPITAL)
        found[letter] = likely
    return found


def plausibility(text: str) -> float:
    """Return the log-likelihood of the letters beyond ASCII in the language that fits best.

    Only texts of the same bytes may be compared.
    """
    letters = Counter(_BEYOND_ASCII.findall(text))
    breaches = sum(1 for breach in _BREACHES for _ in breach.finditer(text))
    return _BREACH * breaches + max(_fit(letters, language) for language in _LANGUAGES)


def _fit(letters: Mapping[str, int], language: str) -> float:
    likely = _likelihoods(language)
    _, before = _LANGUAGES[language]
    return before + sum(count * likely.get(letter, _UNKNOWN) for letter, count in letters.items())
