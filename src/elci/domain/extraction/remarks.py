"""What is to be said of a row: why it was read so, and what a person should look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from elci.domain.extraction.roles import Role, role_label


class RemarkCode(StrEnum):
    """Why something of a row or a column was read as it was; nothing to do about it."""

    HEADER_WORDS = "header_words"
    HEADER_REMEMBERED = "header_remembered"
    CONTENT = "content"
    HEADER_OVERRULED = "header_overruled"
    HOST_SIDE = "host_side"
    COUNTRY_FROM_ABOVE = "country_from_above"
    COUNTRY_FROM_HEADING = "country_from_heading"
    INSTRUMENT_FROM_NAME = "instrument_from_name"
    INSTRUMENT_FROM_CELL = "instrument_from_cell"
    INSTRUMENT_FROM_HEADING = "instrument_from_heading"
    STATUS_FROM_WORDS = "status_from_words"
    DATE_KIND_FROM_HEADER = "date_kind_from_header"
    DATES_IN_NAME = "dates_in_name"
    MONTH_FIRST = "month_first"
    LETTERS_REPAIRED = "letters_repaired"
    IS_HEADER = "is_header"
    IS_HEADING = "is_heading"
    IS_TOTAL = "is_total"
    IS_NOTE = "is_note"
    SEVERAL_PARTIES = "several_parties"


class ProblemCode(StrEnum):
    """What a person should look at before the row goes into a register."""

    NO_PARTY = "no_party"
    NO_PARTY_COLUMN = "no_party_column"
    PLACE_NOT_FOUND = "place_not_found"
    PLACE_DOUBTFUL = "place_doubtful"
    COUNTRY_CONTRADICTED = "country_contradicted"
    COUNTRY_NOT_KNOWN = "country_not_known"
    PARTY_IS_COUNTRY = "party_is_country"
    BODY_IS_WIDER = "body_is_wider"
    PARTY_AT_HOME = "party_at_home"
    NOT_LOCAL_GOVERNMENT = "not_local_government"
    SEVERAL_PARTIES = "several_parties"
    NO_INSTRUMENT = "no_instrument"
    INSTRUMENT_UNCLEAR = "instrument_unclear"
    INSTRUMENT_DIFFERS = "instrument_differs"
    DATE_NOT_UNDERSTOOD = "date_not_understood"
    DATE_INCOMPLETE = "date_incomplete"
    DATE_TWO_DIGITS = "date_two_digits"
    DATE_TEXT_LEFT = "date_text_left"
    DATES_UNEXPLAINED = "dates_unexplained"
    DATE_KIND_UNCLEAR = "date_kind_unclear"
    DATE_RANGE = "date_range"
    DATES_OUT_OF_ORDER = "dates_out_of_order"
    END_DATE_NOT_GIVEN = "end_date_not_given"
    STATUS_NOT_UNDERSTOOD = "status_not_understood"
    GRADE_NOT_UNDERSTOOD = "grade_not_understood"
    CELL_TOO_LONG = "cell_too_long"
    DIRECTION_OVERRIDDEN = "direction_overridden"
    EXTRA_CELLS = "extra_cells"
    TABLE_CUT = "table_cut"


_REMARKS: Final[Mapping[RemarkCode, tuple[str, str]]] = {
    RemarkCode.HEADER_WORDS: (
        "“{column}” başlığı: {role}.",
        "The header “{column}” means: {role}.",
    ),
    RemarkCode.HEADER_REMEMBERED: (
        "“{column}” başlığı daha önce bir kişi tarafından belirlendi: {role}.",
        "A person said earlier what the header “{column}” means: {role}.",
    ),
    RemarkCode.CONTENT: (
        "{column}. sütunun içeriğine göre: {role}.",
        "By what it holds, column {column} is: {role}.",
    ),
    RemarkCode.HEADER_OVERRULED: (
        "“{column}” başlığı içeriğe uymuyor; içeriğe göre: {role}.",
        "The header “{column}” does not fit what stands below it, which is: {role}.",
    ),
    RemarkCode.HOST_SIDE: (
        "“{column}” sütunu kendi tarafınızı gösteriyor; karşı taraf olarak alınmadı.",
        "The column “{column}” names your own side; it was not taken as the partner.",
    ),
    RemarkCode.COUNTRY_FROM_ABOVE: (
        "Ülke hücresi boş; üstteki satırın ülkesi alındı: {country}.",
        "The country cell is empty; the country of the row above was taken: {country}.",
    ),
    RemarkCode.COUNTRY_FROM_HEADING: (
        "Ülke, satırın üstündeki başlıktan alındı: {country}.",
        "The country was taken from the heading above the row: {country}.",
    ),
    RemarkCode.INSTRUMENT_FROM_NAME: (
        "Belgenin türü tablonun adından anlaşıldı: “{name}”.",
        "The name of the table says what kind of tie it is: “{name}”.",
    ),
    RemarkCode.INSTRUMENT_FROM_CELL: (
        "Belgenin türü hücreden anlaşıldı: “{name}”.",
        "The cell says what kind of tie it is: “{name}”.",
    ),
    RemarkCode.INSTRUMENT_FROM_HEADING: (
        "Belgenin türü satırın üstündeki başlıktan anlaşıldı: “{name}”.",
        "The heading above the row says what kind of tie it is: “{name}”.",
    ),
    RemarkCode.STATUS_FROM_WORDS: (
        "Durum şu sözcüklerden anlaşıldı: “{words}”.",
        "The status was understood from the words “{words}”.",
    ),
    RemarkCode.DATE_KIND_FROM_HEADER: (
        "Tarihlerin anlamı sütun başlığından alındı: “{column}”.",
        "What the dates mean was taken from the header “{column}”.",
    ),
    RemarkCode.DATES_IN_NAME: (
        "Tarih, adın yanında yazılı: “{words}”.",
        "The date stands beside the name: “{words}”.",
    ),
    RemarkCode.MONTH_FIRST: (
        "Sütundaki tarihlerde ay günden önce yazılmış.",
        "The dates of this column have the month before the day.",
    ),
    RemarkCode.LETTERS_REPAIRED: (
        "Bozulmuş Türkçe harfler düzeltildi: “{words}”.",
        "Broken Turkish letters were put right: “{words}”.",
    ),
    RemarkCode.IS_HEADER: (
        "Satır, sütun başlıklarının tekrarıdır; atlandı.",
        "The row repeats the column headers; it was left out.",
    ),
    RemarkCode.IS_HEADING: (
        "Satır, altındaki satırların başlığıdır: “{words}”.",
        "The row is a heading of the rows below it: “{words}”.",
    ),
    RemarkCode.IS_TOTAL: (
        "Satır bir toplamdır; atlandı: “{words}”.",
        "The row is a total; it was left out: “{words}”.",
    ),
    RemarkCode.IS_NOTE: (
        "Satır bir nottur; atlandı: “{words}”.",
        "The row is a note; it was left out: “{words}”.",
    ),
    RemarkCode.SEVERAL_PARTIES: (
        "Hücrede {count} taraf var; her biri ayrı gösteriliyor.",
        "The cell names {count} parties; each is shown apart.",
    ),
}

_PROBLEMS: Final[Mapping[ProblemCode, tuple[str, str]]] = {
    ProblemCode.NO_PARTY: (
        "Satırda karşı taraf yazılı değil. Adını girin ya da satırı çıkarın.",
        "The row names no partner. Enter its name, or leave the row out.",
    ),
    ProblemCode.NO_PARTY_COLUMN: (
        "Karşı tarafın hangi sütunda olduğu anlaşılamadı. Sütunu seçin.",
        "It is not clear which column names the partner. Choose the column.",
    ),
    ProblemCode.PLACE_NOT_FOUND: (
        "“{name}” bulunamadı. Yazımı denetleyin ya da yeri listeden seçin.",
        "“{name}” was not found. Check its spelling, or choose the place from the list.",
    ),
    ProblemCode.PLACE_DOUBTFUL: (
        "“{name}” için “{place}” uygun görünüyor, ama kesin değil. Doğrulayın ya da başkasını seçin.",
        "“{name}” seems to be “{place}”, but that is not certain. Confirm it or choose another.",
    ),
    ProblemCode.COUNTRY_CONTRADICTED: (
        "“{name}”, yazılan ülkede ({country}) değil, şurada bulundu: {place}. "
        "Yeri ya da ülkeyi düzeltin.",
        "“{name}” was found not in the country written ({country}) but here: {place}. "
        "Correct the place or the country.",
    ),
    ProblemCode.COUNTRY_NOT_KNOWN: (
        "“{country}” diye bir ülke bulunamadı. Ülkeyi düzeltin.",
        "No country “{country}” is known. Correct the country.",
    ),
    ProblemCode.PARTY_IS_COUNTRY: (
        "“{name}” bir ülkedir, yerel yönetim değil. Hangi yerel yönetim olduğunu girin.",
        "“{name}” is a country, not a local government. Enter which local government is meant.",
    ),
    ProblemCode.BODY_IS_WIDER: (
        "“{name}” bir il, ilçe birliği ya da bölgedir; yalnızca bu kent bulundu: {place}. "
        "Doğru yeri seçin.",
        "“{name}” is a county, province or region, but only this city was found: {place}. "
        "Choose the right place.",
    ),
    ProblemCode.PARTY_AT_HOME: (
        "Ülke yazılı değil ve “{name}” kendi ülkenizde bulundu. Ülkeyi doğrulayın.",
        "No country is written, and “{name}” was found in your own country. Confirm the country.",
    ),
    ProblemCode.NOT_LOCAL_GOVERNMENT: (
        "“{name}” bir yerel yönetim gibi görünmüyor. Doğru tarafı girin ya da satırı çıkarın.",
        "“{name}” does not look like a local government. Enter the right party, or leave it out.",
    ),
    ProblemCode.SEVERAL_PARTIES: (
        "“{words}” hücresinde birden çok taraf var. Her birini ayrı ayrı doğrulayın.",
        "The cell “{words}” names several parties. Confirm each of them.",
    ),
    ProblemCode.NO_INSTRUMENT: (
        "Belgenin türü yazılı değil. Kardeş şehir, protokol, mutabakat zaptı… birini seçin.",
        "The kind of tie is not written. Choose one: sister city, protocol, memorandum…",
    ),
    ProblemCode.INSTRUMENT_UNCLEAR: (
        "“{name}” birden çok belge türünü anıyor. Bu satır için doğru olanı seçin.",
        "“{name}” names more than one kind of tie. Choose the right one for this row.",
    ),
    ProblemCode.INSTRUMENT_DIFFERS: (
        "Hücrede “{words}” yazıyor, oysa tablo başka bir tür için verildi. Doğru olanı seçin.",
        "The cell says “{words}”, but the table was given for another kind. Choose the right one.",
    ),
    ProblemCode.DATE_NOT_UNDERSTOOD: (
        "“{words}” bir tarih olarak anlaşılamadı. Tarihi 18.04.2016, Nisan 2016 ya da 1965 gibi "
        "yazın.",
        "“{words}” was not understood as a date. Write it like 18.04.2016, April 2016 or 1965.",
    ),
    ProblemCode.DATE_INCOMPLETE: (
        "“{words}” tarihinde yıl yok. Yılı ekleyin.",
        "The date “{words}” has no year. Add the year.",
    ),
    ProblemCode.DATE_TWO_DIGITS: (
        "“{words}” tarihinde yüzyıl yazılı değil; {year} olarak okundu. Yılı doğrulayın.",
        "The date “{words}” does not say the century; it was read as {year}. Confirm the year.",
    ),
    ProblemCode.DATE_TEXT_LEFT: (
        "Tarih hücresinde anlaşılmayan bir parça var: “{words}”. Ne anlama geldiğini denetleyin.",
        "A part of the date cell was not understood: “{words}”. Check what it means.",
    ),
    ProblemCode.DATES_UNEXPLAINED: (
        "Hücrede anlamı yazılmamış birden çok tarih var: “{words}”. Her birinin ne olduğunu seçin.",
        "The cell has several dates without a word on what each is: “{words}”. Say what each is.",
    ),
    ProblemCode.DATE_KIND_UNCLEAR: (
        "“{words}” tarihinin neyin tarihi olduğu kesin değil. Doğrulayın.",
        "It is not certain what the date “{words}” is the date of. Confirm it.",
    ),
    ProblemCode.DATE_RANGE: (
        "“{words}” iki tarih arasını gösteriyor; başlangıç ve bitiş olarak okundu. Doğrulayın.",
        "“{words}” runs from one date to another; it was read as start and end. Confirm it.",
    ),
    ProblemCode.DATES_OUT_OF_ORDER: (
        "Tarihlerin sırası beklendiği gibi değil: “{words}”. Denetleyin.",
        "The dates are not in the order one expects: “{words}”. Check them.",
    ),
    ProblemCode.END_DATE_NOT_GIVEN: (
        "“{words}” yazıyor, ama tarihi yok. Biliyorsanız tarihini ekleyin.",
        "It says “{words}”, but not since when. Add the date if you know it.",
    ),
    ProblemCode.STATUS_NOT_UNDERSTOOD: (
        "Durum anlaşılamadı: “{words}”. Durumu belirten olayı seçin.",
        "The status was not understood: “{words}”. Choose the act that it speaks of.",
    ),
    ProblemCode.GRADE_NOT_UNDERSTOOD: (
        "Üyelik düzeyi anlaşılamadı: “{words}”. Listeden seçin.",
        "The grade of membership was not understood: “{words}”. Choose it from the list.",
    ),
    ProblemCode.CELL_TOO_LONG: (
        "Bir hücre çok uzun; yalnızca ilk {count} karakteri okundu. Hücreyi denetleyin.",
        "A cell is very long; only its first {count} characters were read. Check the cell.",
    ),
    ProblemCode.DIRECTION_OVERRIDDEN: (
        "“{words}” hücresinde yazı yönünü değiştiren gizli işaretler vardı; çıkarıldı. Denetleyin.",
        "The cell “{words}” held hidden signs that turn the writing; they were taken out. Check it.",
    ),
    ProblemCode.EXTRA_CELLS: (
        "Satırda sütunlardan çok hücre var: “{words}”. Satırın doğru bölündüğünü denetleyin.",
        "The row has more cells than the table has columns: “{words}”. Check how it was divided.",
    ),
    ProblemCode.TABLE_CUT: (
        "Metin çok uzun olduğu için sonu okunmadı. Kalanını ayrıca aktarın.",
        "The text was too long, so its end was not read. Import the rest separately.",
    ),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """Why something was read as it was, with what its sentence needs."""

    code: RemarkCode
    params: Mapping[str, str | int]

    def sentence_in(self, language: str) -> str:
        """Return it as a sentence, Turkish for "tr" and English for any other language."""
        turkish, english = _REMARKS[self.code]
        params = dict(self.params)
        if "role" in params:
            params["role"] = role_label(Role(str(params["role"])), language)
        return (turkish if language == "tr" else english).format_map(params)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps a row from passing without a person, and what to do about it."""

    code: ProblemCode
    params: Mapping[str, str | int]

    def sentence_in(self, language: str) -> str:
        """Return it as a sentence, Turkish for "tr" and English for any other language."""
        turkish, english = _PROBLEMS[self.code]
        return (turkish if language == "tr" else english).format_map(self.params)


_LONGEST_QUOTE: Final = 80


def remark(code: RemarkCode, **params: str | int) -> Remark:
    """Return the remark with its parameters, long quotations shortened."""
    return Remark(code, MappingProxyType({key: _short(value) for key, value in params.items()}))


def problem(code: ProblemCode, **params: str | int) -> Problem:
    """Return the problem with its parameters, long quotations shortened."""
    return Problem(code, MappingProxyType({key: _short(value) for key, value in params.items()}))


def _short(value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    quote = " ".join(value.split())
    return quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE - 1]}…"
