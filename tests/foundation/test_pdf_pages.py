import io

import pypdfium2
import pytest

from elci.foundation.pdf_pages import count_pages


def pdf(pages: int) -> bytes:
    with pypdfium2.PdfDocument.new() as document:
        for _ in range(pages):
            document.new_page(595, 842)
        kept = io.BytesIO()
        document.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("pages", [1, 3])
def test_pages_of_a_pdf_are_counted(pages):
    assert count_pages(pdf(pages)) == pages


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"PK\x03\x04", pdf(3)[:200]])
def test_pages_of_what_is_no_whole_pdf_are_not_known(content):
    assert count_pages(content) is None


def test_pages_that_cannot_be_counted_in_time_are_not_known():
    assert count_pages(pdf(1), seconds=0) is None
