"""Why a file is not read: what it is, why that is too much, and what to do."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Refusal(StrEnum):
    """Why a file was not read."""

    EMPTY = "empty"
    NOTHING_IN_IT = "nothing_in_it"
    NOT_KNOWN = "not_known"
    ANOTHER_FORMAT = "another_format"
    ARCHIVE = "archive"
    DAMAGED = "damaged"
    PASSWORD = "password"  # noqa: S105 a code, no secret  # nosec B105 # a code, no secret
    TOO_LARGE = "too_large"
    ZIP_BOMB = "zip_bomb"
    XML_TRAP = "xml_trap"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_TABLES = "too_many_tables"
    TOO_MUCH_TEXT = "too_much_text"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MANY_SCANNED_PAGES = "too_many_scanned_pages"
    PICTURE_TOO_LARGE = "picture_too_large"
    NO_OCR = "no_ocr"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    STOPPED = "stopped"


_ENGLISH: Final[Mapping[Refusal, str]] = {
    Refusal.EMPTY: "The file is empty. Check that you chose the right file, and give it again.",
    Refusal.NOTHING_IN_IT: "Nothing to read was found in the file: it has no text. "
    "Check that it is the right file and that its content is not hidden.",
    Refusal.NOT_KNOWN: "The content of the file is of no kind that can be read. "
    "Save the list as XLSX, ODS, CSV, DOCX, HTML or PDF, or paste its text.",
    Refusal.ANOTHER_FORMAT: "The file is %(format)s, which is not read. "
    "Open it in the program that made it, save it as %(instead)s and give that file.",
    Refusal.ARCHIVE: "The file is an archive of other files (%(format)s). "
    "Unpack it and give the list itself.",
    Refusal.DAMAGED: "The file says it is %(kind)s, but it is damaged or incomplete. "
    "Open it in the program that made it, save it again and give the new file.",
    Refusal.PASSWORD: "The file is protected by a password, so it cannot be read. "
    "Save it without a password and give that file.",
    Refusal.TOO_LARGE: "The file has %(size)s MB; up to %(limit)s MB are read. "
    "Give only the part with the list, for instance one sheet saved on its own.",
    Refusal.ZIP_BOMB: "The file would swell to a size that no list has when unpacked "
    "(more than %(limit)s MB, or %(ratio)s times its packed size), so it was not opened. "
    "Save the list anew as XLSX or CSV and give that file.",
    Refusal.XML_TRAP: "The file defines entities or calls for outside content inside its XML, "
    "which documents of its kind never need, so it was not read. "
    "Save the list anew with a spreadsheet or word processor and give that file.",
    Refusal.TOO_MANY_ROWS: "The file has more than %(limit)s rows; no list of relations is that "
    "long. Give only the rows of the list, in several files if need be.",
    Refusal.TOO_MANY_COLUMNS: "A table of the file has more than %(limit)s columns. "
    "Delete the columns that do not belong to the list, save it and give it again.",
    Refusal.TOO_MANY_TABLES: "The file has more than %(limit)s tables. "
    "Give only the part with the list.",
    Refusal.TOO_MUCH_TEXT: "The tables of the file hold more than %(limit)s million characters. "
    "Give only the part with the list.",
    Refusal.TOO_MANY_PAGES: "The file has %(pages)s pages; up to %(limit)s are read. "
    "Print the pages with the list into a PDF of their own and give that file.",
    Refusal.TOO_MANY_SCANNED_PAGES: "The file has %(pages)s scanned pages; "
    "up to %(limit)s are read at a time. Split it into smaller files and give them one by one.",
    Refusal.PICTURE_TOO_LARGE: "The picture has more than %(limit)s million points. "
    "Scan it at 300 points per inch, or make it smaller, and give it again.",
    Refusal.NO_OCR: "The file is a picture of text, and this server cannot recognise letters "
    "in pictures. Ask whoever runs it to install the Debian packages tesseract-ocr and "
    "tesseract-ocr-tur, or give the list as a file with text, or paste it.",
    Refusal.TOO_SLOW: "The file was not read within %(limit)s seconds, so reading was stopped. "
    "Give only the part with the list, or save it as XLSX or CSV.",
    Refusal.TOO_MUCH_MEMORY: "The file needs more than %(limit)s MB of memory to be read, "
    "so reading was stopped. Give only the part with the list, or save it as CSV.",
    Refusal.STOPPED: "Reading the file stopped the reader, so the file is damaged or unusual. "
    "Save it anew as XLSX or CSV, or paste its text.",
}
_TURKISH: Final[Mapping[Refusal, str]] = {
    Refusal.EMPTY: "Dosya boş. Doğru dosyayı seçtiğinizi denetleyip yeniden verin.",
    Refusal.NOTHING_IN_IT: "Dosyada okunacak bir şey bulunamadı: hiç metin yok. "
    "Doğru dosya olduğunu ve içeriğinin gizlenmediğini denetleyin.",
    Refusal.NOT_KNOWN: "Dosyanın içeriği okunabilen türlerden değil. "
    "Listeyi XLSX, ODS, CSV, DOCX, HTML veya PDF olarak kaydedin ya da metnini yapıştırın.",
    Refusal.ANOTHER_FORMAT: "Dosyanın türü okunmuyor: %(format)s. "
    "Yapıldığı programda açın, %(instead)s olarak kaydedip o dosyayı verin.",
    Refusal.ARCHIVE: "Dosya, başka dosyaların arşivi (%(format)s). "
    "Arşivi açın ve listenin kendisini verin.",
    Refusal.DAMAGED: "Dosya türünü %(kind)s olarak bildiriyor, ama bozuk ya da eksik. "
    "Yapıldığı programda açıp yeniden kaydedin ve yeni dosyayı verin.",
    Refusal.PASSWORD: "Dosya parolayla korunduğu için okunamıyor. "
    "Parolasız kaydedip o dosyayı verin.",
    Refusal.TOO_LARGE: "Dosya %(size)s MB; en çok %(limit)s MB okunur. "
    "Yalnızca listenin bulunduğu bölümü, örneğin tek başına kaydedilmiş bir sayfayı verin.",
    Refusal.ZIP_BOMB: "Dosya açıldığında hiçbir listenin ulaşmayacağı bir boyuta şişiyor "
    "(%(limit)s MB’den fazla ya da sıkıştırılmış boyutunun %(ratio)s katı), bu yüzden açılmadı. "
    "Listeyi yeniden XLSX veya CSV olarak kaydedip o dosyayı verin.",
    Refusal.XML_TRAP: "Dosyanın XML’i varlık tanımlıyor ya da dışarıdan içerik çağırıyor; "
    "bu türde belgelere bu hiç gerekmez, bu yüzden okunmadı. "
    "Listeyi bir hesap tablosu veya kelime işlemciyle yeniden kaydedip o dosyayı verin.",
    Refusal.TOO_MANY_ROWS: "Dosyada %(limit)s satırdan fazlası var; hiçbir ilişki listesi bu kadar "
    "uzun değildir. Yalnızca listenin satırlarını, gerekirse birkaç dosya hâlinde verin.",
    Refusal.TOO_MANY_COLUMNS: "Dosyadaki bir tabloda %(limit)s sütundan fazlası var. "
    "Listeye ait olmayan sütunları silin, kaydedip yeniden verin.",
    Refusal.TOO_MANY_TABLES: "Dosyada %(limit)s tablodan fazlası var. "
    "Yalnızca listenin bulunduğu bölümü verin.",
    Refusal.TOO_MUCH_TEXT: "Dosyadaki tablolarda %(limit)s milyon karakterden fazlası var. "
    "Yalnızca listenin bulunduğu bölümü verin.",
    Refusal.TOO_MANY_PAGES: "Dosya %(pages)s sayfa; en çok %(limit)s sayfa okunur. "
    "Listenin bulunduğu sayfaları ayrı bir PDF olarak yazdırıp o dosyayı verin.",
    Refusal.TOO_MANY_SCANNED_PAGES: "Dosyada %(pages)s taranmış sayfa var; "
    "bir kerede en çok %(limit)s sayfa okunur. Daha küçük dosyalara bölüp tek tek verin.",
    Refusal.PICTURE_TOO_LARGE: "Resimde %(limit)s milyondan fazla nokta var. "
    "İnç başına 300 noktayla tarayın ya da küçültüp yeniden verin.",
    Refusal.NO_OCR: "Dosya bir metnin resmi ve bu sunucu resimdeki harfleri tanıyamıyor. "
    "Sunucuyu işletenden tesseract-ocr ve tesseract-ocr-tur Debian paketlerini kurmasını isteyin "
    "ya da listeyi metin içeren bir dosya olarak verin veya yapıştırın.",
    Refusal.TOO_SLOW: "Dosya %(limit)s saniyede okunamadı, bu yüzden okuma durduruldu. "
    "Yalnızca listenin bulunduğu bölümü verin ya da XLSX veya CSV olarak kaydedin.",
    Refusal.TOO_MUCH_MEMORY: "Dosyayı okumak için %(limit)s MB’den fazla bellek gerekiyor, bu "
    "yüzden okuma durduruldu. Yalnızca listenin bulunduğu bölümü verin ya da CSV olarak kaydedin.",
    Refusal.STOPPED: "Dosya okunurken okuyucu durdu; dosya bozuk ya da alışılmadık. "
    "Yeniden XLSX veya CSV olarak kaydedin ya da metnini yapıştırın.",
}


class SourceRefusedError(ValueError):
    """A file that is not read; nothing of it is kept. ``tr`` and ``en`` say what to do."""

    def __init__(self, code: Refusal, **params: str | int) -> None:
        self.code = code
        self.params: dict[str, str | int] = params
        super().__init__(self.en)

    @property
    def tr(self) -> str:
        """The reason and the remedy in Turkish."""
        return _TURKISH[self.code] % self.params

    @property
    def en(self) -> str:
        """The reason and the remedy in English."""
        return _ENGLISH[self.code] % self.params
