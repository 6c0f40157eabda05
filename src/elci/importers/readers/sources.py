"""What a reader hands over, and what it says about how it read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from elci.domain.extraction.tables import SourceTable


class SourceKind(StrEnum):
    """What a file turned out to be, whatever its name says."""

    CSV = "csv"
    TSV = "tsv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    ODT = "odt"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    SCANNED_PDF = "scanned_pdf"
    IMAGE = "image"
    WIKI = "wiki"
    """Wikitext, or a page that MediaWiki made."""
    WIKIDATA_JSON = "wikidata_json"
    WIKIDATA_CSV = "wikidata_csv"
    TEXT = "text"
    """Lines of text: one table with a cell for each line."""


class NoteCode(StrEnum):
    """Something a person should know about how a file was read."""

    WRONG_ENDING = "wrong_ending"
    HIDDEN_SHEETS = "hidden_sheets"
    HIDDEN_TEXT = "hidden_text"
    FORMULAS = "formulas"
    FORMULAS_WITHOUT_VALUE = "formulas_without_value"
    MACROS = "macros"
    CELLS_CUT = "cells_cut"
    CONTROL_CHARACTERS = "control_characters"
    UNREADABLE_BYTES = "unreadable_bytes"
    ENCODING_GUESSED = "encoding_guessed"
    QUOTES_UNBALANCED = "quotes_unbalanced"
    TEMPLATES_LEFT_OUT = "templates_left_out"
    HEADERS_REPEATED = "headers_repeated"
    NO_TABLE_FOUND = "no_table_found"
    BORDERLESS = "borderless"
    RECOGNISED = "recognised"
    PAGES_WITHOUT_TEXT = "pages_without_text"
    PAGES_RECOGNISED = "pages_recognised"
    PAGES_LEFT = "pages_left"
    ROWS_REJOINED = "rows_rejoined"
    NEW_YEAR_DATES = "new_year_dates"


_ENGLISH: Final[Mapping[NoteCode, str]] = {
    NoteCode.WRONG_ENDING: "The name ends in “%(ending)s”, but the content is %(kind)s; "
    "it was read as that.",
    NoteCode.HIDDEN_SHEETS: "Hidden sheets were not read: %(names)s.",
    NoteCode.HIDDEN_TEXT: "Hidden rows or texts were not read: %(count)s.",
    NoteCode.FORMULAS: "Formulas were read as the values stored with them, "
    "none was calculated: %(count)s.",
    NoteCode.FORMULAS_WITHOUT_VALUE: "Formulas without a stored value were left blank: %(count)s. "
    "Open the file in a spreadsheet program, save it and give it again.",
    NoteCode.MACROS: "The file brings macros; none was run.",
    NoteCode.CELLS_CUT: "Cells longer than %(limit)s characters were cut: %(count)s.",
    NoteCode.CONTROL_CHARACTERS: "Invisible control characters were left out, "
    "in so many cells: %(count)s. Check that the text reads as it should.",
    NoteCode.UNREADABLE_BYTES: "Characters that could not be read stand as �: %(count)s.",
    NoteCode.ENCODING_GUESSED: "The text does not say its encoding; it was read as %(encoding)s. "
    "If letters look wrong, save the file as UTF-8 and give it again.",
    NoteCode.QUOTES_UNBALANCED: "A quotation mark is opened and never closed; "
    "quotation marks were read as ordinary characters.",
    NoteCode.TEMPLATES_LEFT_OUT: "Wiki templates that are not known were left out: %(names)s.",
    NoteCode.HEADERS_REPEATED: "Header rows repeated on later pages were read once: %(count)s.",
    NoteCode.NO_TABLE_FOUND: "No table was found; every line was read as a row of one cell.",
    NoteCode.BORDERLESS: "Tables without ruled lines were found by how the words stand; "
    "check that each row is whole.",
    NoteCode.RECOGNISED: "The letters were recognised from a picture and may be wrong; "
    "check every row against the original.",
    NoteCode.PAGES_WITHOUT_TEXT: "Pages without text, perhaps pictures, were not read: %(pages)s.",
    NoteCode.PAGES_RECOGNISED: "Pages that are pictures were recognised letter by letter and may "
    "be wrong; check their rows against the original: %(pages)s.",
    NoteCode.PAGES_LEFT: "Recognising letters takes long, and these pages were no longer read: "
    "%(pages)s. Save them as a PDF of their own and give that next.",
    NoteCode.ROWS_REJOINED: "Rows that the end of a page had cut were put together again: "
    "%(count)s. Check them.",
    NoteCode.NEW_YEAR_DATES: "Dates on 1 January were read as the year only, "
    "which is how Wikidata writes years: %(count)s.",
}
_TURKISH: Final[Mapping[NoteCode, str]] = {
    NoteCode.WRONG_ENDING: "Dosya adı “%(ending)s” ile bitiyor, ama içeriği %(kind)s; "
    "içeriğine göre okundu.",
    NoteCode.HIDDEN_SHEETS: "Gizli sayfalar okunmadı: %(names)s.",
    NoteCode.HIDDEN_TEXT: "Gizli satır veya metinler okunmadı: %(count)s.",
    NoteCode.FORMULAS: "Formüller yanlarında kayıtlı değerlerle okundu, "
    "hiçbiri hesaplanmadı: %(count)s.",
    NoteCode.FORMULAS_WITHOUT_VALUE: "Kayıtlı değeri olmayan formüller boş bırakıldı: %(count)s. "
    "Dosyayı bir hesap tablosu programında açıp kaydedin ve yeniden verin.",
    NoteCode.MACROS: "Dosyada makro var; hiçbiri çalıştırılmadı.",
    NoteCode.CELLS_CUT: "%(limit)s karakterden uzun hücreler kesildi: %(count)s.",
    NoteCode.CONTROL_CHARACTERS: "Görünmeyen denetim karakterleri çıkarıldı, "
    "şu kadar hücrede: %(count)s. Metnin doğru okunduğunu denetleyin.",
    NoteCode.UNREADABLE_BYTES: "Okunamayan karakterler � olarak duruyor: %(count)s.",
    NoteCode.ENCODING_GUESSED: "Metin kodlamasını bildirmiyor; %(encoding)s olarak okundu. "
    "Harfler yanlış görünüyorsa dosyayı UTF-8 olarak kaydedip yeniden verin.",
    NoteCode.QUOTES_UNBALANCED: "Bir tırnak açılıp kapanmamış; "
    "tırnaklar sıradan karakter olarak okundu.",
    NoteCode.TEMPLATES_LEFT_OUT: "Tanınmayan viki şablonları okunmadı: %(names)s.",
    NoteCode.HEADERS_REPEATED: "Sonraki sayfalarda yinelenen başlık satırları "
    "bir kez okundu: %(count)s.",
    NoteCode.NO_TABLE_FOUND: "Tablo bulunamadı; her satır tek hücreli bir satır olarak okundu.",
    NoteCode.BORDERLESS: "Çizgisiz tablolar sözcüklerin duruşundan bulundu; "
    "her satırın tam olduğunu denetleyin.",
    NoteCode.RECOGNISED: "Harfler bir resimden tanındı, yanlış olabilir; "
    "her satırı aslıyla karşılaştırın.",
    NoteCode.PAGES_WITHOUT_TEXT: "Metin bulunmayan, belki resim olan sayfalar okunmadı: %(pages)s.",
    NoteCode.PAGES_RECOGNISED: "Resim olan sayfaların harfleri resimden tanındı, yanlış olabilir; "
    "satırlarını aslıyla karşılaştırın: %(pages)s.",
    NoteCode.PAGES_LEFT: "Resimdeki harfleri tanımak uzun sürer; şu sayfalar artık okunmadı: "
    "%(pages)s. Bunları ayrı bir PDF olarak kaydedip ardından verin.",
    NoteCode.ROWS_REJOINED: "Sayfa sonunun böldüğü satırlar birleştirildi: %(count)s. "
    "Bunları denetleyin.",
    NoteCode.NEW_YEAR_DATES: "1 Ocak tarihleri yalnızca yıl olarak okundu; "
    "Wikidata yılları böyle yazar: %(count)s.",
}


@dataclass(frozen=True, slots=True)
class ReadNote:
    """One remark about how a file was read, sayable in Turkish and in English."""

    code: NoteCode
    params: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def tr(self) -> str:
        """The remark in Turkish."""
        return _TURKISH[self.code] % self.params

    @property
    def en(self) -> str:
        """The remark in English."""
        return _ENGLISH[self.code] % self.params


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A file as tables of text; rows without any text are left out, but keep their numbers."""

    tables: tuple[SourceTable, ...]
    kind: SourceKind
    encoding: str = ""
    """How the letters of a text were coded; empty where the format says it itself."""
    notes: tuple[ReadNote, ...] = ()
