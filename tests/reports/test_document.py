import pytest

from elci.reports.document import (
    Document,
    Foot,
    Labelled,
    Listing,
    Paragraph,
    Run,
    Style,
    Table,
    blank,
    cleaned,
    fill,
    line,
    text_of,
)
from tests.reports.facts import TODAY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b\x07c", "a b c"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("pa\u202etxt\u2066.", "patxt."),
        ("\ud800\uffff\ue000", "\ufffd\ufffd\ufffd"),
        ("I\u0307stanbul", "İstanbul"),
        ("שלום תونس", "שלום תونس"),
        ("a    b", "a b"),
    ],
)
def test_cleaned_leaves_only_what_every_format_can_hold(text, expected):
    assert cleaned(text) == expected


def test_run_holds_no_line_end():
    assert Run("bir\niki").text == "bir iki"


def test_fill_leaves_a_blank_for_what_is_not_known():
    filled = fill("{organ} {day} günü", organ="Meclis", day=None)

    assert text_of(filled) == "Meclis …… günü"
    assert [run.blank for run in filled if run.blank != ""] == ["day"]


def test_fill_takes_lines_and_keeps_their_blanks():
    filled = fill("{a}{b}", a=fill("{x}", x=None), b=line("z"))

    assert filled == (blank("x"), Run("z"))


def test_fill_takes_braces_in_values_as_text():
    assert text_of(fill("{a}", a="{b} %s {0}")) == "{b} %s {0}"


def test_document_names_what_is_missing_once_and_in_order():
    document = Document(
        title="Konu",
        author="",
        made_on=TODAY,
        blocks=(
            Labelled("Sayı", (fill("{number}", number=None),), right=fill("{day}", day=None)),
            Paragraph(Style.BODY, (fill("{day} {partner}", day=None, partner=None),)),
            Listing((fill("{annex}", annex=None),)),
            Table(
                title="t",
                head=("a",),
                rows=((fill("{cell}", cell=None),),),
                widths=(4,),
            ),
        ),
        foot=Foot(left=(fill("{address}", address=None),), right=(fill("{who}", who=None),)),
    )

    assert document.missing == ("number", "day", "partner", "annex", "cell", "address", "who")


def test_document_cleans_its_title_and_author():
    document = Document(title=" a\nb\x00", author="\u202ec", made_on=TODAY, blocks=())

    assert (document.title, document.author) == ("a b", "c")


def test_table_refuses_rows_of_another_length():
    with pytest.raises(ValueError, match="as many cells"):
        Table(title="t", head=("a", "b"), rows=((line("x"),),), widths=(1, 2))
