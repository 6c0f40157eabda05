"""The papers of a visit: two languages, three formats, and a briefing that fits on two pages."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elci.reports.document import Paragraph, Style, Table, line, text_of
from elci.reports.papers.briefing import BriefingFacts, PromiseTold, briefing, height
from elci.reports.papers.visits import (
    HourTold,
    PersonTold,
    VisitTold,
    badges,
    delegation_list,
    programme,
    visa_letter,
)
from elci.reports.writers import FileFormat, write
from tests.reports.reading import about, lines_of, squeezed, text_in
from tests.reports.test_libreoffice import needs_libreoffice, printed

DAY = date(2026, 5, 10)
FACTS = BriefingFacts(
    language="tr",
    partner="Tiflis",
    author="İstanbul Büyükşehir Belediyesi",
    made_on=DAY,
    day="10 Mayıs 2026",
    occasion="Tiflis ziyareti · 1 Haziran 2026",
    who=("Tiflis (yerel yönetim)", "nüfus 1.049.498"),
    between=("kardeş şehir anlaşması: yürürlükte",),
    promises=(PromiseTold(who="biz", what="Program", due="05.05.2026", state="süresi geçmiş"),),
    happened=("2025: nezaket ziyareti",),
    to_raise=("Sözümüzün ne zaman yerine geleceğini söylemek: Program",),
)
LONG = "Ortak itfaiye eğitim programının hazırlanması ve iki şehirde uygulanması " * 6
HEAVY = replace(
    FACTS,
    occasion=LONG,
    who=(LONG,) * 5,
    between=(LONG,) * 40,
    promises=(PromiseTold(who="ortak, Belediye Başkanı", what=LONG, due="2026", state="açık"),)
    * 60,
    happened=(LONG,) * 50,
    to_raise=(LONG,) * 70,
    is_sample=True,
)
PEOPLE = tuple(
    PersonTold(
        name=f"Örnek Kişi {number}",
        title="Uzman",
        role="heyet üyesi",
        languages="Türkçe",
        passport="U 123" if number == 1 else "",
        body="Tiflis",
        needs_badge=number != 2,
        needs_visa_letter=number < 3,
    )
    for number in range(1, 6)
)
VISIT = VisitTold(
    language="en",
    title="Örnek ziyaret",
    authority="Istanbul",
    partner="Tbilisi",
    days="1 June 2026",
    places="Tbilisi",
    day="10 May 2026",
    made_on=DAY,
    bearer="the partner",
    programme=(
        HourTold(day="1 June 2026", time="09:00", what="Karşılama", place="Hall", host="Mayor"),
        HourTold(day="2 June 2026", time="10:00", what="Çalışma"),
    ),
    delegations=(("Tbilisi", PEOPLE), ("Istanbul", ())),
    is_sample=True,
)
COMPOSED = {
    "briefing": lambda: briefing(FACTS),
    "briefing-en": lambda: briefing(replace(FACTS, language="en")),
    "programme": lambda: programme(VISIT),
    "delegations": lambda: delegation_list(VISIT),
    "badges": lambda: badges(VISIT),
    "visa-letter": lambda: visa_letter(replace(VISIT, language="tr")),
}


def pages_in(file: bytes) -> int:
    return len(pypdfium2.PdfDocument(io.BytesIO(file)))


@pytest.mark.parametrize("file_format", list(FileFormat))
@pytest.mark.parametrize("name", COMPOSED)
def test_paper_holds_every_line_in_every_format(name, file_format):
    document = COMPOSED[name]()

    file = write(document, file_format)

    text = text_in(file, file_format)
    assert [each for each in lines_of(document) if each not in text] == []
    language = {"tr": "tr-TR", "en": "en-GB"}[document.language]
    assert about(file, file_format).language.replace("_", "-") in {language, document.language}


@pytest.mark.parametrize("facts", [FACTS, HEAVY, replace(HEAVY, language="en")])
def test_briefing_is_two_pages_at_most_as_pdf(facts):
    assert pages_in(write(briefing(facts), FileFormat.PDF)) <= 2


@needs_libreoffice
def test_heavy_briefing_is_two_pages_at_most_in_libreoffice(tmp_path):
    files = [tmp_path / f"{form}.{form}" for form in (FileFormat.DOCX, FileFormat.ODT)]
    for file, form in zip(files, (FileFormat.DOCX, FileFormat.ODT), strict=True):
        file.write_bytes(write(briefing(HEAVY), form))
        printed([file], tmp_path)
        assert pages_in(file.with_suffix(".pdf").read_bytes()) <= 2


def test_heavy_briefing_says_how_much_it_leaves_out_and_that_it_is_a_sample():
    text = [text_of(each) for each in briefing(HEAVY).lines()]

    assert len([each for each in text if each.startswith("Kayıtta ")]) == 4
    assert "Örnek kayıtlardan yazıldı: içindekiler uydurulmuştur." in text
    assert all(len(each) <= 3 * 220 for each in text)


def test_empty_record_is_said_to_be_empty():
    empty = replace(FACTS, occasion="", who=(), between=(), promises=(), happened=(), to_raise=())

    text = [text_of(each) for each in briefing(empty).lines()]

    assert text.count("Kayıtta bir şey yok.") == 4
    assert "Kayıtta açık kalmış bir konu yok." in text


@settings(max_examples=30)
@given(st.lists(st.text(max_size=400), max_size=80))
def test_briefing_never_outgrows_its_pages(items):
    texts = tuple(items)

    found = briefing(replace(FACTS, between=texts, happened=texts, to_raise=texts))

    assert height(found.blocks) <= 2 * 29.7 * 72 / 2.54


def test_height_counts_every_row_and_refuses_what_no_briefing_holds():
    row = (line("a"), line("b" * 500))
    table = Table(title="", head=("x", "y"), rows=(row, row), widths=(4, 4))

    assert height([table]) > height([Paragraph(Style.PLAIN, (line("a"),))])
    with pytest.raises(TypeError):
        height(badges(VISIT).blocks)


def test_badges_are_for_those_who_get_one_and_letters_for_those_who_need_one():
    cards = [text_of(each) for each in badges(VISIT).lines()]
    letter = [text_of(each) for each in visa_letter(VISIT).lines()]

    assert ("Örnek Kişi 1" in cards, "Örnek Kişi 2" in cards) == (True, False)
    assert ("Örnek Kişi 2" in letter, "Örnek Kişi 3" in letter) == (True, False)
    assert "U 123" in letter
    assert visa_letter(replace(VISIT, places="", bearer="")).missing == ("places", "bearer")


@pytest.mark.parametrize("compose", [programme, delegation_list, badges, visa_letter])
def test_visit_without_anything_on_record_says_so(compose):
    bare = replace(VISIT, programme=(), delegations=(), places="", is_sample=False)

    text = [text_of(each) for each in compose(bare).lines()]

    assert "Nothing is on record yet." in text
    assert "A sample: what it says is made up." not in text


def test_odd_number_of_badges_leaves_a_free_card_in_word_and_writer():
    odd = replace(VISIT, delegations=(("Tbilisi", PEOPLE[:1]),))

    for file_format, name in (
        (FileFormat.DOCX, "word/document.xml"),
        (FileFormat.ODT, "content.xml"),
    ):
        with zipfile.ZipFile(io.BytesIO(write(badges(odd), file_format))) as archive:
            assert squeezed("Örnek Kişi 1") in squeezed(archive.read(name).decode())
