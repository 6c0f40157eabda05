"""The sentences of remarks and problems, Turkish and English."""

from collections.abc import Mapping
from typing import Final

from elci.domain.extraction.codes import ProblemCode, RemarkCode

REMARKS: Final[Mapping[RemarkCode, tuple[str, str]]] = {
    RemarkCode.HEADER_WORDS: (
        "“{column}” başlığı: {role}.",
        "The header “{column}” means: {role}.",
    ),
    RemarkCode.HEADER_REMEMBERED: (
        "“{column}” başlığı daha önce bir kişi tarafından belirlendi: {role}.",
        "A person said earlier what the header “{column}” means: {role}.",
    ),
    RemarkCode.COLUMN_REMEMBERED: (
        "{column}. sütunun ne olduğunu daha önce bir kişi belirledi: {role}.",
        "A person said earlier what column {column} is: {role}.",
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
    RemarkCode.SUCCEEDED: (
        "“{name}” kurumunun halefi: {successor_tr} ({since_tr} itibarıyla).",
        "The successor of “{name}” is {successor_en} (since {since_en}).",
    ),
}

PROBLEMS: Final[Mapping[ProblemCode, tuple[str, str]]] = {
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
        "“{name}” için “{place}” uygun görünüyor, ama kesin değil. Doğrulayın ya da değiştirin.",
        "“{name}” seems to be “{place}”, but that is not certain. Confirm it or choose another.",
    ),
    ProblemCode.COUNTRY_CONTRADICTED: (
        (
            "“{name}”, yazılan ülkede ({country}) değil, şurada bulundu: {place}. "
            "Yeri ya da ülkeyi düzeltin."
        ),
        (
            "“{name}” was found not in the country written ({country}) but here: {place}. "
            "Correct the place or the country."
        ),
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
        (
            "“{name}” bir il, ilçe birliği ya da bölgedir; yalnızca bu kent bulundu: {place}. "
            "Doğru yeri seçin."
        ),
        (
            "“{name}” is a county, province or region, but only this city was found: {place}. "
            "Choose the right place."
        ),
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
        (
            "“{words}” bir tarih olarak anlaşılamadı. "
            "Tarihi 18.04.2016, Nisan 2016 ya da 1965 gibi yazın."
        ),
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
        "The cell “{words}” held hidden signs that turn the writing; they were removed. Check it.",
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
