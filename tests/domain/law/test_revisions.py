from hypothesis import example, given
from hypothesis import strategies as st

from elci.domain.law.pack import Provision, Span, Wording
from elci.domain.law.revisions import Change, Piece, revised, revisions_of
from elci.domain.law.words import ReadAs
from elci.domain.texts import Text
from tests.domain.law.made_up import PACK

KEPT, OUT, IN = Change.KEPT, Change.TAKEN_OUT, Change.PUT_IN


def test_ministry_that_changed_is_told_word_by_word():
    assert revised("önceden İçişleri Bakanlığının izni", "önceden Çevre Bakanlığının izni") == (
        Piece(KEPT, "önceden"),
        Piece(OUT, " İçişleri"),
        Piece(IN, " Çevre"),
        Piece(KEPT, " Bakanlığının izni"),
    )


def test_words_only_put_in_or_only_taken_out_are_told_alone():
    assert revised("a b", "a b c") == (Piece(KEPT, "a b"), Piece(IN, " c"))
    assert revised("a b c", "a b") == (Piece(KEPT, "a b"), Piece(OUT, " c"))


texts = st.text("ab \n", max_size=20)


@given(texts, texts)
@example("", "")
@example(" ", "a ")
def test_both_wordings_can_be_read_from_what_changed(old, new):
    pieces = revised(old, new)

    without = [each.text for each in pieces if each.change is not OUT]
    assert "".join(without) == new
    taken = [each.text for each in pieces if each.change is OUT]
    assert all(text in old for text in taken)


def test_first_wording_of_a_provision_changes_nothing():
    (first, nothing), (second, pieces) = revisions_of(PACK.provisions["s/municipal#74-3"])

    assert (first.text[:8], nothing) == ("İçişleri", ())
    assert second.text == "".join(each.text for each in pieces if each.change is not OUT)


def test_wording_that_was_not_read_is_compared_with_nothing():
    wordings = tuple(Wording(span=Span(), read=ReadAs.NONE, text=text) for text in ("a", "", "b"))
    provision = Provision(id="x#1", label=Text("x", "x"), wordings=wordings)

    assert [pieces for _wording, pieces in revisions_of(provision)] == [(), (), ()]
