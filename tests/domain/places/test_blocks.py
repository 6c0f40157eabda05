import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.places.blocks import blocks_farther, blocks_near, blocks_of

letters = "abcdefghijklmnopqrstuvwxyz "
keys = st.text(letters, min_size=4, max_size=20)


def changed(key, at, how, letter):
    at %= len(key)
    return {
        "dropped": key[:at] + key[at + 1 :],
        "added": key[:at] + letter + key[at:],
        "replaced": key[:at] + letter + key[at + 1 :],
    }[how]


changes = st.tuples(
    st.integers(0, 19), st.sampled_from(["dropped", "added", "replaced"]), st.sampled_from(letters)
)


@given(keys, changes)
def test_name_with_one_letter_wrong_shares_a_block(key, change):
    assert set(blocks_of(key)) & set(blocks_near(changed(key, *change)))


@given(st.text(letters, min_size=6, max_size=20), changes, changes)
def test_name_with_two_letters_wrong_shares_a_block(key, first, second):
    asked = changed(changed(key, *first), *second)

    assert set(blocks_of(key)) & {*blocks_near(asked), *blocks_farther(asked)}


@pytest.mark.parametrize(
    ("asked", "key"), [("jitomir", "zhitomir"), ("hartum", "khartoum"), ("qarshi", "karshi")]
)
def test_romanisations_of_one_sound_share_a_block(asked, key):
    assert set(blocks_of(key)) & {*blocks_near(asked), *blocks_farther(asked)}
