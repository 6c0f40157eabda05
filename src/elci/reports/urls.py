from django.urls import path, register_converter

from elci.reports import views, views_letters, views_notices, views_visits
from elci.reports.visits import VisitPaperName
from elci.reports.writers import FileFormat


class FileFormatConverter:
    """The endings of the files that can be had."""

    regex = "|".join(FileFormat)

    def to_python(self, value: str) -> FileFormat:
        """Return the format that an address asks for."""
        return FileFormat(value)

    def to_url(self, value: str) -> str:
        """Return the ending as it stands in an address."""
        return str(value)


class LetterLanguageConverter:
    """The languages in which letters to partners are written."""

    regex = "tr|en"

    def to_python(self, value: str) -> str:
        """Return the language as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Return the language as it is."""
        return value


class LawSubjectConverter:
    """What a draft of law may touch."""

    regex = "relations|cases"

    def to_python(self, value: str) -> str:
        """Return the word as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Return the word as it is."""
        return value


class VisitPaperConverter:
    """The papers that a visit can be had as."""

    regex = "|".join(VisitPaperName)

    def to_python(self, value: str) -> VisitPaperName:
        """Return the paper that an address asks for."""
        return VisitPaperName(value)

    def to_url(self, value: str) -> str:
        """Return its name as it stands in an address."""
        return str(value)


register_converter(FileFormatConverter, "file_format")
register_converter(VisitPaperConverter, "visit_paper")
register_converter(LawSubjectConverter, "law_subject")
register_converter(LetterLanguageConverter, "letter_language")

app_name = "reports"
urlpatterns = [
    path("visits/<uuid:visit_uuid>/papers/", views_visits.visit_papers, name="visit_papers"),
    path(
        "visits/<uuid:visit_uuid>/papers/<visit_paper:name>-<letter_language:language>.<file_format:file_format>",
        views_visits.visit_paper_file,
        name="visit_paper",
    ),
    path("cases/<uuid:case_uuid>/papers/", views.papers, name="papers"),
    path(
        "cases/<uuid:case_uuid>/papers/<slug:name>.<file_format:file_format>",
        views.paper,
        name="paper",
    ),
    path(
        "law/impact/<uuid:draft_uuid>/<law_subject:subject>/<uuid:subject_uuid>.<file_format:file_format>",
        views_notices.law_notice,
        name="law_notice",
    ),
    path(
        "partners/places/<uuid:entry_uuid>/letter-<letter_language:language>.<file_format:file_format>",
        views_letters.interest,
        name="interest_letter",
    ),
    path(
        "partners/requests/<uuid:request_uuid>/answer-<letter_language:language>.<file_format:file_format>",
        views_letters.answer,
        name="answer_letter",
    ),
]
