"""Every text of the product exists in both languages."""

from tools import messages


def test_every_text_is_translated_and_every_translation_is_used():
    assert messages.problems(messages.PACKAGE) == []


def test_every_catalogue_has_the_header_that_django_expects():
    headers = [
        path.read_text(encoding="utf-8").startswith(messages.HEADER)
        for path in messages.catalogues(messages.PACKAGE)
    ]

    assert headers == [True] * len(headers) != []


def test_english_is_written_in_the_code_and_nowhere_else():
    assert list(messages.PACKAGE.rglob("locale/en*")) == []
