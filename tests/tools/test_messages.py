import gettext

import pytest

from tools import messages

CODE = """
from django.utils.translation import gettext as _, ngettext

greeting = _("Good day")
count = ngettext("%(n)s relation", "%(n)s relations", 2)
"""
PAGE = """
<div>
    {% translate "Sign in" %}
  <p>{% blocktranslate count n=rows %}{{ n }} row{% plural %}{{ n }} rows{% endblocktranslate %}</p>
    {% blocktranslate trimmed context "of a letter" %}
      Dear
      {{ name }}
    {% endblocktranslate %}
</div>
"""
TRANSLATED = {
    'msgid "Good day"\nmsgstr ""': 'msgid "Good day"\nmsgstr "İyi günler"',
    'relations"\nmsgstr[0] ""\nmsgstr[1] ""': (
        'relations"\nmsgstr[0] "%(n)s ilişki"\nmsgstr[1] "%(n)s ilişki"'
    ),
}


@pytest.fixture
def package(tmp_path):
    root = tmp_path / "product"
    for path, text in {
        "desk/apps.py": "",
        "desk/views.py": CODE,
        "desk/templates/desk/page.html": PAGE,
        "config/settings.py": 'NAME = _("Turkish")\n',
        "templates/base.html": '{% translate "Skip to the content" %}',
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def catalogue(package, *, app="desk"):
    return package / app / messages.PO_FILE


def translate(package):
    path = catalogue(package)
    text = path.read_text(encoding="utf-8")
    for before, after in TRANSLATED.items():
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")


def texts(path):
    return [
        (message.context, message.id) for message in messages.read_catalogue(path) if message.id
    ]


def test_extract_finds_the_texts_of_code_and_templates_in_their_own_app(package):
    messages.extract_all(package)

    assert texts(catalogue(package)) == [
        (None, "Sign in"),
        (None, ("%(n)s row", "%(n)s rows")),
        ("of a letter", "Dear %(name)s"),
        (None, "Good day"),
        (None, ("%(n)s relation", "%(n)s relations")),
    ]


def test_extract_keeps_what_belongs_to_no_app_in_the_package(package):
    messages.extract_all(package)

    assert texts(package / messages.PO_FILE) == [(None, "Turkish"), (None, "Skip to the content")]


def test_extract_changes_nothing_the_second_time(package):
    first = messages.extract_all(package)

    assert len(first) == 2
    assert messages.extract_all(package) == []


def test_extract_writes_no_dates_and_no_line_numbers(package):
    messages.extract_all(package)

    text = catalogue(package).read_text(encoding="utf-8")
    assert "Date" not in text
    assert "#: product/desk/views.py\n" in text


def test_extract_makes_no_file_for_an_app_without_texts(package):
    (package / "maps").mkdir()
    (package / "maps/apps.py").write_text("")

    messages.extract_all(package)

    assert not catalogue(package, app="maps").exists()


def test_extract_brings_a_translation_back_with_its_text(package):
    messages.extract_all(package)
    translate(package)
    code = package / "desk/views.py"
    code.write_text("")
    messages.extract_all(package)
    code.write_text(CODE)

    messages.extract_all(package)

    assert messages.read_catalogue(catalogue(package))["Good day"].string == "İyi günler"


def test_compiled_catalogue_speaks_turkish_with_two_forms(package):
    messages.extract_all(package)
    translate(package)

    path = messages.compile_catalogue(catalogue(package))

    with path.open("rb") as file:
        turkish = gettext.GNUTranslations(file)
    assert turkish.gettext("Good day") == "İyi günler"
    assert turkish.info()["plural-forms"] == "nplurals=2; plural=(n > 1);"


def test_problems_name_what_is_missing(package):
    messages.extract_all(package)
    translate(package)

    assert messages.problems(package) == [
        "product/desk/locale/tr/LC_MESSAGES/django.po: “Sign in” is not translated",
        "product/desk/locale/tr/LC_MESSAGES/django.po: “%(n)s row” is not translated",
        "product/desk/locale/tr/LC_MESSAGES/django.po: “Dear %(name)s” is not translated",
        "product/locale/tr/LC_MESSAGES/django.po: “Turkish” is not translated",
        "product/locale/tr/LC_MESSAGES/django.po: “Skip to the content” is not translated",
    ]


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ('msgid "Old"\nmsgstr "Eski"\n', "“Old” is translated, but no longer used"),
        ('#~ msgid "Older"\n#~ msgstr "Daha eski"\n', "“Older” is left over"),
    ],
)
def test_problems_name_what_is_left_over(package, entry, problem):
    messages.extract_all(package)
    path = catalogue(package)
    path.write_text(path.read_text(encoding="utf-8") + "\n" + entry, encoding="utf-8")

    assert f"product/desk/{messages.PO_FILE}: {problem}" in messages.problems(package)


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('msgid "Good day"', '#, fuzzy\nmsgid "Good day"', "is marked as doubtful (fuzzy)"),
        ("%(n)s ilişki", "%(m)s ilişki", "unknown named placeholder 'm'"),
    ],
)
def test_problems_name_what_is_doubtful(package, before, after, problem):
    messages.extract_all(package)
    translate(package)
    path = catalogue(package)
    path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")

    assert any(found.endswith(problem) for found in messages.problems(package))


def test_problems_name_two_translations_of_one_text(package):
    (package / "desk/more.py").write_text('_("Turkish")')
    messages.extract_all(package)
    for owner, said in (("desk", "Türkçe"), (".", "Türk")):
        path = package / owner / messages.PO_FILE
        text = path.read_text(encoding="utf-8")
        empty = 'msgid "Turkish"\nmsgstr ""'
        path.write_text(text.replace(empty, f'msgid "Turkish"\nmsgstr "{said}"'), encoding="utf-8")

    first, second = (f"product/{folder}{messages.PO_FILE}" for folder in ("desk/", ""))
    assert messages.contradictions(package) == [
        f"“Turkish” is translated differently in {first} and {second}"
    ]
