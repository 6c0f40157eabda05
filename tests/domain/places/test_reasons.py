from string import Formatter

import pytest

from elci.domain.places.reasons import _SENTENCES, ReasonCode, reason


def fields_of(sentence):
    return {field for _text, field, _spec, _conversion in Formatter().parse(sentence) if field}


@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_has_a_sentence_in_both_languages_with_the_same_fields(code):
    turkish, english = _SENTENCES[code]

    assert turkish != english
    assert fields_of(turkish) == fields_of(english)


def test_reason_is_told_in_the_readers_language():
    similar = reason(ReasonCode.SIMILAR_NAME, name="Kazan", percent=93)

    assert similar.sentence_in("tr") == "“Kazan” adına %93 benziyor."
    assert similar.sentence_in("en") == "It is 93% like the name “Kazan”."
    assert similar.sentence_in("de") == similar.sentence_in("en")
