"""Columns, tags and downloads that know nothing of the field."""

import io
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from elci.domain.dates import PartialDate
from elci.domain.register import RegisterFilter
from elci.foundation.fields import PartialDateField, SortKeyField
from elci.foundation.serving import attachment_response, safe_cells
from elci.foundation.templatetags.elci import (
    counted,
    filter_link,
    looked_up,
    named,
    page_link,
    reader_language,
    said,
    said_text,
)
from elci.organisations.models import Organisation
from elci.places.models import Place


@pytest.mark.parametrize("value", [None, PartialDate.parse("2004-06~")])
def test_date_column_writes_canonical_text_and_reads_it_back(value):
    field = PartialDateField()

    kept = field.get_prep_value(value)

    assert kept == (None if value is None else "2004-06~")
    assert field.from_db_value(kept, None, None) == value
    assert field.to_python(kept) == value


@pytest.mark.parametrize("text", ["12.05.2001", "", "soon", "2001-13"])
def test_date_column_refuses_what_is_not_canonical(text):
    with pytest.raises(ValidationError) as refusal:
        PartialDateField().get_prep_value(text)

    with translation.override("en"):
        assert refusal.value.messages == [f"“{text}” is not a date in canonical form."]


def test_date_column_is_written_into_fixtures_as_text():
    field = Organisation._meta.get_field("founded")

    assert field.value_to_string(Organisation(founded=PartialDate.parse("2004"))) == "2004"
    assert field.value_to_string(Organisation()) == ""


@pytest.mark.parametrize("field", [PartialDateField(null=True), SortKeyField(max_length=5)])
def test_column_is_made_again_from_what_a_migration_says(field):
    _name, _path, args, kwargs = field.deconstruct()

    again = type(field)(*args, **kwargs)

    assert (again.max_length, again.null) == (field.max_length, field.null)


@pytest.mark.parametrize(
    ("language", "value", "style", "text"),
    [
        ("tr", PartialDate.parse("2009-06"), "long", "Haziran 2009"),
        ("en", PartialDate.parse("2009-06"), "long", "June 2009"),
        ("en", date(1994, 3, 27), "long", "27 March 1994"),
        ("tr", date(1994, 3, 27), "short", "27.03.1994"),
        ("tr", None, "long", "tarihi bilinmiyor"),
        ("tr", datetime(2024, 6, 30, 22, 30, tzinfo=UTC), "long", "1 Temmuz 2024"),
        ("de", PartialDate.parse("2009-06"), "long", "Haziran 2009"),
    ],
)
def test_date_is_said_in_the_readers_language(language, value, style, text):
    with translation.override(language):
        assert said(value, style) == text


@pytest.mark.parametrize("text", [None, "", "2009-06"])
def test_date_of_the_history_is_said(text):
    with translation.override("en"):
        assert said_text(text) == ("June 2009" if text else said(None))


@pytest.mark.parametrize(
    ("language", "reader"), [("tr", "tr"), ("en", "en"), ("en-gb", "en"), ("de", "tr")]
)
def test_reader_reads_turkish_or_english(language, reader):
    with translation.override(language):
        assert reader_language() == reader
        assert named(Place(name_tr="Filibe", name_en="Plovdiv")) == (
            "Filibe" if reader == "tr" else "Plovdiv"
        )


def test_no_language_at_all_is_turkish():
    with translation.override(None):
        assert reader_language() == "tr"


@pytest.mark.parametrize(("language", "text"), [("tr", "1.234.567"), ("en", "1,234,567")])
def test_number_is_written_with_the_readers_separators(language, text):
    with translation.override(language):
        assert counted(1234567) == text


@pytest.mark.parametrize(
    ("wanted", "changes", "link"),
    [
        (RegisterFilter(), {}, "?"),
        (RegisterFilter(page=3), {"country": "DE"}, "?country=DE"),
        (RegisterFilter(country="DE"), {"country": None}, "?"),
        (RegisterFilter(country="DE"), {"country": ""}, "?"),
        (RegisterFilter(text="a&b"), {"country": "DE"}, "?country=DE&q=a%26b"),
        (RegisterFilter(text="a"), {"text": ""}, "?"),
        (RegisterFilter(text="a"), {"text": None}, "?"),
    ],
)
def test_link_changes_a_part_of_the_filter(wanted, changes, link):
    assert filter_link(wanted, **changes) == link


def test_link_to_another_page_keeps_the_filter():
    assert page_link(RegisterFilter(country="DE", page=2), 3) == "?country=DE&page=3"


def test_what_a_mapping_holds_is_looked_up():
    assert (looked_up({"a": 1}, "a"), looked_up({"a": 1}, "b")) == (1, None)


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\ta", "\ra"])
def test_cell_that_a_spreadsheet_would_run_is_made_harmless(cell):
    assert list(safe_cells([cell, "a=1", ""])) == [f"'{cell}", "a=1", ""]


def test_download_opens_nowhere_whatever_is_in_it():
    response = attachment_response(
        io.BytesIO(b"<script>"), name='a"\r\nX: y.html', media_type="text/html"
    )

    assert response.headers["Content-Disposition"].startswith("attachment; filename")
    assert "\n" not in response.headers["Content-Disposition"]
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "private, no-store"
