import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.places.blocks import sound_of
from elci.domain.places.similarity import (
    SimilarName,
    similar_names,
    similarity,
    turkish_spelling,
)

keys = st.text("abcdefghijklmnopqrstuvwxyz ", min_size=1, max_size=15)


@pytest.mark.parametrize(
    ("name", "spoken"),
    [("Cidde", "jidde"), ("Şanghay", "shanghay"), ("Çimkent", "chimkent"), ("IĞDIR", "igdir")],
)
def test_turkish_letters_are_read_aloud(name, spoken):
    assert turkish_spelling(name) == spoken


@pytest.mark.parametrize(
    ("one", "other"),
    [("zhitomir", "jitomir"), ("khartoum", "khartum"), ("qarshi", "karshi"), ("wien", "vin")],
)
def test_romanisations_of_one_sound_are_alike(one, other):
    assert sound_of(one) == sound_of(other)


@given(keys, keys)
def test_similarity_is_symmetric_and_between_zero_and_one(one, other):
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 1


@given(keys)
def test_name_is_wholly_like_itself(key):
    assert similarity(key, key) == pytest.approx(1)


def test_similar_names_leave_out_the_name_itself_and_what_is_too_far():
    names = ["rio de janeiro", "rio de janerio", "recife"]

    found = similar_names(["rio de janerio"], names)

    assert [name.key for name in found] == ["rio de janeiro"]
    assert found[0] == SimilarName("rio de janeiro", similarity("rio de janerio", "rio de janeiro"))


def test_similar_names_keep_those_within_a_step_of_the_best():
    names = ["mannheim", "mannhem", "monheim"]

    found = similar_names(["mannheimm"], names, within=0.06)

    assert [name.key for name in found] == ["mannheim", "mannhem"]


def test_similar_names_take_the_best_of_several_spellings():
    spelled = similar_names(["cidde", "jidde"], ["jiddah", "cuddy"])

    assert spelled[0] == SimilarName("jiddah", similarity("jidde", "jiddah"))
