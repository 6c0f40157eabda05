"""The words that lists put around a place name: "Municipality of", "Büyükşehir Belediyesi"."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from elci.domain.places.kinds import PlaceKind

_BEFORE: Final = {
    None: (
        "the city of;city of;city and county of;town of;municipality of;"
        "metropolitan municipality of;metropolitan city of;commune of;community of;"
        "village of;capital city of;tc;stadt;landeshauptstadt;bundeshauptstadt;hansestadt;"
        "gemeinde;marktgemeinde;stadtgemeinde;ville de;ville d;ville;commune de;commune d;"
        "commune du;mairie de;mairie du;comune di;comune de;citta di;municipio di;"
        "citta metropolitana di;ayuntamiento de;municipio de;ciudad de;municipalidad de;"
        "alcaldia de;intendencia de;ajuntament de;concello de;villa de;camara municipal de;"
        "camara municipal do;camara municipal da;municipio do;municipio da;prefeitura de;"
        "prefeitura municipal de;cidade de;miasto stoleczne;miasto;gmina miasto;gmina;"
        "primaria municipiului;primaria;municipiul;orasul;comuna;consiliul local;mesto;obec;"
        "mestska cast;statutarni mesto;statutarne mesto;hlavni mesto;hlavne mesto;obshtina;"
        "opstina;opcina;grad;obcina;mestna obcina;bashkia;komuna;gemeente;stad;dimos;gorod;g;"
        "administratsiya goroda;administratsiya;gorodskoy okrug;misto;blydh;mdynh;baladiyat;"
        "sehir"
    ),
    PlaceKind.REGION: (
        "province of;state of;region of;county of;republic of;free state of;canton of;"
        "prefecture of;governorate of;oblast of;emirate of;autonomous republic of;"
        "autonomous region of;kingdom of;landkreis;kreis;bundesland;freistaat;land;kanton;"
        "departement de;departement du;region;provincia di;provincia de;provincia;provincie;"
        "regione;comunidad de;estado de;departamento de;gobernacion de;judetul;"
        "consiliul judetean;powiat;wojewodztwo;respublika;oblast;zupanija;voivodship of;"
        "generalitat de"
    ),
    PlaceKind.DISTRICT: "district of;borough of;bezirk;london borough of;arrondissement",
}
_AFTER: Final = {
    None: (
        "buyuksehir belediye baskanligi;belediye baskanligi;buyuksehir belediyesi;"
        "turk belediyesi;belediyesi;"
        "belediye;bld;buyuksehir idaresi;buyuksehir;sehir idaresi;sehir meclisi;"
        "sehir yonetimi;sehir konseyi;kent konseyi;kent yonetimi;kent meclisi;sehri;kenti;"
        "sehir;kasabasi;koyu;yonetimi;idaresi;il belediyesi;kent belediyesi;sehir belediyesi;"
        "anakent belediyesi;metropol belediyesi;metropolitan municipality;metropolitan city;"
        "metropolitan government;metropolitan corporation;municipal corporation;"
        "city corporation;city council;city hall;city government;special city;capital city;"
        "municipality;city;town;township;village;urban municipality;district municipality;"
        "local municipality;municipal council;town council;metropolitan area;kommune;kommun;"
        "kaupunki;kunta;varos;onkormanyzata;varosa;seheri;shahri;qalasy;shaary;stadt;"
        "gemeinde;mesto;shi;ciudad;belediyye;belediyyesi;si"
    ),
    PlaceKind.REGION: (
        "il ozel idaresi;valiligi;ili;vilayeti;eyaleti;eyalet;bolgesi;bolge yonetimi;"
        "ozerk bolgesi;ozerk cumhuriyeti;cumhuriyeti;oblasti;krayi;kantonu;prefektorlugu;"
        "kontlugu;emirligi;eyalet hukumeti;eyalet meclisi;yerel yonetimi;il genel meclisi;"
        "il meclisi;il yonetimi;province;state;region;county;county council;governorate;"
        "prefecture;oblast;krai;kray;republic;autonomous republic;autonomous region;"
        "autonomous oblast;autonomous okrug;canton;emirate;voivodeship;respublikasi;viloyati;"
        "oblysy;oblasty;megye;zupanija;judet;lan;fylke;sheng;provincial government;"
        "provincial council;division;territory;land;department"
    ),
    PlaceKind.DISTRICT: (
        "ilce belediyesi;ilcesi;bucagi;nahiyesi;mahallesi;district;borough;raion;rayon;"
        "rayonu;semti;district council;borough council;bezirk"
    ),
}


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A folded name without the words around it."""

    text: str
    hint: PlaceKind | None = None
    """What those words say the place is, where they say it."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = "|".join(_alternatives(_BEFORE))
    after = "|".join(_alternatives(_AFTER))
    return re.compile(rf"({before}) (?=\S)"), re.compile(rf"(?<=\S) ({after})$")


def _alternatives(words: dict[PlaceKind | None, str]) -> list[str]:
    phrases = [phrase for group in words.values() for phrase in group.split(";")]
    return sorted(phrases, key=len, reverse=True)


@cache
def _hints() -> dict[str, PlaceKind | None]:
    hints: dict[str, PlaceKind | None] = {}
    for group in (_BEFORE, _AFTER):
        for hint, phrases in group.items():
            hints |= dict.fromkeys(phrases.split(";"), hint)
    return hints


def without_wrappers(folded: str) -> Unwrapped:
    """Take off the words that say what kind of body or place it is; some word always stays.

    >>> without_wrappers("municipality of karachi"), without_wrappers("pencap eyaleti").hint
    (Unwrapped(text='karachi', hint=None), <PlaceKind.REGION: 'region'>)
    """
    before, after = _patterns()
    hint = None
    while found := before.match(folded) or after.search(folded):
        folded = (folded[: found.start()] + folded[found.end() :]).strip()
        hint = hint or _hints()[found[1]]
    return Unwrapped(folded, hint)
