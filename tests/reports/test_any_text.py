"""Whatever people write, every format makes a file of it that can be opened again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elci.reports.document import (
    Document,
    Foot,
    Labelled,
    Listing,
    Paragraph,
    Style,
    Table,
    cleaned,
    fill,
    line,
)
from elci.reports.writers import FileFormat, write
from tests.reports.facts import TODAY
from tests.reports.reading import lines_of, text_in

_ANY = st.text(st.characters(), max_size=60)
_ODD = st.sampled_from(
    [
        "\x00\x01\x1b[31m",
        "\u202egnp.exe",
        "مرحبا שלום",
        "]]><!--&lt;",
        '#import "x": *\n= y',
        "\ud800",
        "a" * 5000,
        "\u0301" * 50,
        "\u200f\u200e",
        "{x} %s {{",
    ]
)
texts = st.one_of(_ANY, _ODD)
styles = st.sets(st.sampled_from(Style), max_size=4)


@st.composite
def documents(draw) -> Document:
    def lines():
        return tuple(line(draw(texts)) for _ in range(draw(st.integers(1, 2))))

    return Document(
        title=draw(texts),
        author=draw(texts),
        made_on=TODAY,
        blocks=(
            Labelled("Konu", lines(), right=line(draw(texts))),
            *(
                Paragraph(style, lines())
                for style in draw(st.sets(st.sampled_from(Style), max_size=4))
            ),
            Listing(lines(), numbered=draw(st.booleans())),
            Table(
                title=draw(texts), head=(draw(texts),), rows=((line(draw(texts)),),), widths=(9,)
            ),
            Paragraph(Style.BODY, (fill("{a}", a=draw(texts)),)),
        ),
        foot=Foot(left=lines(), right=lines()),
    )


@pytest.mark.parametrize("file_format", [FileFormat.DOCX, FileFormat.ODT])
@given(document=documents())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_written_whole(file_format, document):
    text = text_in(write(document, file_format), file_format)

    assert [each for each in lines_of(document) if each not in text] == []


@given(document=documents())
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_makes_a_pdf(document):
    assert write(document, FileFormat.PDF).startswith(b"%PDF-1.")


@given(texts)
def test_cleaned_text_stays_as_it_is(text):
    assert cleaned(cleaned(text)) == cleaned(text)
