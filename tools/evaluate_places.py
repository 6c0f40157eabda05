"""Measure how well names become places, beside two baselines.

Run it as ``python -m tools.evaluate_places [--links LINKS.csv] [--held-out] [--half odd]``.

Truth is a GeoNames id. With ``--links`` (sister-city links with the columns ``a_geonameid`` and
``b_geonameid``) the places are those that have links; without it, those of 20,000 people or more.
The names tried are GeoNames' own names by language, so they are keys of the gazetteer too.
Weights and thresholds were chosen on places with even ids, so those with odd ones are measured.
"Without namesake" says how much of that can be: how many names no larger place has too, in the
same letters of the key, and how many none of a tenth of the size (of the others a person must say
which is meant). Only the spelling or the rank of a place can lead further.
``--held-out`` hides, for each name tried, the very key that would lead to its place
(every posting of that folded name to that place): what is left is what the other names, spelling
and sound can do. Names of the CLDR time-zone cities come from another source and are never hidden.
"""

import argparse
import csv
import random
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from babel import Locale
from babel.core import get_global
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer, Place, open_gazetteer
from elci.domain.places.kinds import NameKind, PlaceKind
from elci.domain.places.resolution import resolve
from tools.evaluate.namesakes import Named, told_apart
from tools.gazetteer.drafts import reviewed

SEED = 2019
SAMPLE = 6_000
JARO_WINKLER_SAMPLE = 500
LEAST_POPULATION = 20_000
LETTERS = "abcdefghijklmnoprstuvyz"
TWIN = 0.05
CLDR_LANGUAGES = ("tr", "de", "fr", "it", "es", "pl", "ru")


@dataclass(frozen=True)
class Case:
    """A name and the place it must lead to."""

    name: str
    place_id: str
    country: str
    language: str
    weight: int = 1
    """How many links the place has: lists have its name so often."""


class HeldOut:
    """A gazetteer that does not know one name of one place."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.hidden: tuple[str, int | None] = ("", None)

    def __getattr__(self, name: str) -> object:
        return getattr(self._gazetteer, name)

    def named(self, key: str) -> Iterator[tuple[int, NameKind]]:
        """Yield what the gazetteer knows, without the hidden posting."""
        for index, kind in self._gazetteer.named(key):
            if (key, index) != self.hidden:
                yield index, kind

    def spelled(self, key: str) -> Iterator[tuple[int, NameKind, int]]:
        """Yield what `named` does, once for each spelling."""
        for posting in self._gazetteer.spelled(key):
            if (key, posting[0]) != self.hidden:
                yield posting


def linked_places(path: Path | None, gazetteer: Gazetteer) -> Mapping[str, int]:
    """Return the ids of the places to try, with how many links each has."""
    if path is None:
        rows = map(gazetteer.row, range(len(gazetteer)))
        return {str(row.geonameid): 1 for row in rows if row.population >= LEAST_POPULATION}
    with path.open(encoding="utf-8") as file:
        sides = ("a_geonameid", "b_geonameid")
        return Counter(row[side] for row in csv.DictReader(file) for side in sides)


def other_language_cases(gazetteer: Gazetteer, ids: Mapping[str, int]) -> list[Case]:
    """Return names in any language that differ from the place's own, one per place and key."""
    cases = {}
    for row in reviewed("names_by_language.csv.xz"):
        if row["geonameid"] not in ids:
            continue
        index = gazetteer.index_of(row["geonameid"])
        if index is None:
            continue
        place = gazetteer.place_at(index)
        key = fold(row["name"])
        if key and key != fold(place.name):
            weight = ids[row["geonameid"]]
            case = Case(row["name"], place.id, place.country, row["language"], weight)
            cases.setdefault((place.id, key), case)
    return list(cases.values())


def own_name_cases(gazetteer: Gazetteer, ids: Mapping[str, int]) -> list[Case]:
    """Return the own names of the places."""
    indexes = (gazetteer.index_of(place_id) for place_id in sorted(ids))
    places = [gazetteer.place_at(index) for index in indexes if index is not None]
    return [Case(place.name, place.id, place.country, "en", ids[place.id]) for place in places]


def district_cases() -> list[Case]:
    """Return the Turkish districts as parties, with their province beside them."""
    cases = []
    for row in reviewed("districts_tr.csv"):
        place_id = row["geonameid"] or f"TR-district:{row['province']}/{row['district']}"
        cases.append(Case(f"{row['district']} / {row['province']}", place_id, "TR", "tr"))
    return cases


def lone_district_cases() -> list[Case]:
    """Return the Turkish districts without their province; Merkez alone is no name."""
    beside = district_cases()
    names = [(case.name.split(" / ")[0], case) for case in beside]
    return [Case(name, case.place_id, "TR", "tr") for name, case in names if name != "Merkez"]


def misspelt(cases: list[Case]) -> list[Case]:
    """Return names of five letters or more with one letter dropped, added, replaced or moved."""
    chance = random.Random(SEED)  # noqa: S311 - a sample that repeats
    wrong = [replace(case, name=_one_wrong(case.name, chance)) for case in cases]
    pairs = zip(cases, wrong, strict=True)
    return [new for old, new in pairs if fold(old.name) != fold(new.name) and len(old.name) > 4]


def _one_wrong(name: str, chance: random.Random) -> str:
    at, letter = chance.randrange(len(name)), chance.choice(LETTERS)
    return chance.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at:],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :],
        )
    )


def cldr_cases(gazetteer: Gazetteer) -> list[Case]:
    """Return the time-zone cities of CLDR, whose English name finds the truth in its country."""
    english = Locale("en").time_zones
    cases = {}
    for zone, country in get_global("zone_territories").items():
        name = english.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " ")
        truth = _english_truth(gazetteer, name, country)
        if truth is None:
            continue
        for language in CLDR_LANGUAGES:
            written = Locale(language).time_zones.get(zone, {}).get("city")
            if written:
                cases[truth, fold(written)] = Case(written, truth, country, language)
    return list(cases.values())


def _english_truth(gazetteer: Gazetteer, name: str, country: str) -> str | None:
    hits = [
        (gazetteer.row(index).importance, index)
        for index, kind in gazetteer.named(fold(name))
        if kind <= NameKind.LOCAL
        and gazetteer.row(index).country == country.encode()
        and gazetteer.kind_at(index) in {PlaceKind.CITY, PlaceKind.DISTRICT}
    ]
    return gazetteer.place_at(max(hits)[1]).id if hits else None


def turkish_upper(case: Case) -> Case:
    """Return the case in Turkish capitals, decomposed."""
    name = case.name.replace("i", "İ").replace("ı", "I").upper()
    return replace(case, name=unicodedata.normalize("NFD", name))


def exact_most_populous(gazetteer: Gazetteer, case: Case, *, country: bool) -> str | None:
    """Return what the first baseline answers."""
    rows = [(gazetteer.row(index), index) for index, _kind in gazetteer.named(fold(case.name))]
    if country:
        rows = [pair for pair in rows if pair[0].country == case.country.encode()]
    if not rows:
        return None
    return gazetteer.place_at(max(rows, key=lambda pair: pair[0].population)[1]).id


def jaro_winkler_in_country(gazetteer: Gazetteer, case: Case) -> str | None:
    """Return what the second baseline answers."""
    keys, indexes = gazetteer.names_in_country(case.country)
    found = process.extractOne(fold(case.name), keys, scorer=JaroWinkler.similarity)
    return gazetteer.place_at(indexes[found[2]]).id if found else None


@dataclass
class Tally:
    """How many names were right, passed, and were right of those that passed."""

    names: int = 0
    right: int = 0
    accepted: int = 0
    accepted_right: int = 0

    def add(self, weight: int, *, is_right: bool, auto: bool) -> None:
        """Count an answer."""
        self.names += weight
        self.right += weight * is_right
        self.accepted += weight * auto
        self.accepted_right += weight * (auto and is_right)

    def __str__(self) -> str:
        return (
            f"top-1 {_percent(self.right, self.names)}"
            f"  accepted {_percent(self.accepted, self.names)}"
            f"  right of these {_percent(self.accepted_right, self.accepted)}"
        )


def measure(
    gazetteer: Gazetteer, cases: Sequence[Case], *, country: bool, errors: int, held_out: bool
) -> tuple[Tally, Tally, float]:
    """Return the figures, each name once and as often as lists have it, and names a second."""
    asked = HeldOut(gazetteer) if held_out else gazetteer
    once, often = Tally(), Tally()
    started, shown = time.perf_counter(), 0
    for case in cases:
        if held_out:
            asked.hidden = (fold(case.name), gazetteer.index_of(case.place_id))
        answer = resolve(asked, case.name, country=case.country if country else None)
        is_right = answer.place is not None and is_same(answer.place, case.place_id, gazetteer)
        once.add(1, is_right=is_right, auto=answer.auto)
        often.add(case.weight, is_right=is_right, auto=answer.auto)
        if not is_right and shown < errors and (answer.auto or country):
            shown += 1
            passed = "AUTO" if answer.auto else "    "
            got, truth = _brief(answer.place), _brief(gazetteer.place(case.place_id))
            print("   ", passed, case, "->", got, answer.score, "not", truth)
    return once, often, len(cases) / (time.perf_counter() - started)


def is_same(place: Place, truth_id: str, gazetteer: Gazetteer) -> bool:
    """Whether it is the true place, or GeoNames' other entry of its name within five kilometres."""
    truth = gazetteer.place(truth_id)
    near = max(abs(place.latitude - truth.latitude), abs(place.longitude - truth.longitude)) < TWIN
    named_alike = (fold(place.name), place.country) == (fold(truth.name), truth.country)
    return place.id == truth_id or (near and named_alike and place.kind is truth.kind)


def _brief(place: Place | None) -> str:
    return (
        "nothing"
        if place is None
        else f"{place.name}/{place.country}/{place.kind}/{place.id}/{place.population}"
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:6.2f}%" if whole else "   -   "


def _right(found: Iterator[str | None], cases: list[Case], gazetteer: Gazetteer) -> int:
    """Return how many of a baseline's answers are right, by the rule that judges Elçi's."""
    return sum(
        place_id is not None and is_same(gazetteer.place(place_id), case.place_id, gazetteer)
        for place_id, case in zip(found, cases, strict=True)
    )


def _told_apart(gazetteer: Gazetteer, cases: Sequence[Case], *, country: bool) -> str:
    """Return how many names no larger place has too, and how many none that is a rival."""
    named = [Named(case.name, case.place_id, 1) for case in cases]
    first, alone = told_apart(gazetteer, named, country=country)
    often = [Named(case.name, case.place_id, case.weight) for case in cases]
    weight = sum(case.weight for case in cases)
    most, clear = told_apart(gazetteer, often, country=country)
    text = f"larger {_percent(first, len(cases))} rival   {_percent(alone, len(cases))}"
    if weight > len(cases):
        text += f"  (as often named {_percent(most, weight)}, {_percent(clear, weight)})"
    return text


def report(
    title: str,
    gazetteer: Gazetteer,
    cases: list[Case],
    arguments: argparse.Namespace,
    *,
    held_out: bool = False,
) -> None:
    """Print the figures of one set of names and those of the baselines."""
    print(f"\n{title}: {len(cases)} names" + (", their own keys held out" if held_out else ""))
    for country in (True, False):
        label = "with country   " if country else "without country"
        once, often, speed = measure(
            gazetteer, cases, country=country, errors=arguments.errors, held_out=held_out
        )
        print(f"  elci             {label} {once}  {speed:,.0f} names/s")
        if often.names > once.names:
            print(f"  - as often named {label} {often}")
        if not held_out:
            print(f"  without namesake {label} {_told_apart(gazetteer, cases, country=country)}")
            found = (exact_most_populous(gazetteer, case, country=country) for case in cases)
            right = _right(found, cases, gazetteer)
            print(f"  exact, populous  {label} top-1 {_percent(right, len(cases))}")
    if not held_out:
        some = cases[:JARO_WINKLER_SAMPLE]
        nearest = (jaro_winkler_in_country(gazetteer, case) for case in some)
        right = _right(nearest, some, gazetteer)
        print(
            f"  Jaro-Winkler     with country    top-1 {_percent(right, len(some))}"
            f"  (first {len(some)})"
        )


def main() -> None:
    """Print the figures of every set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--links", type=Path)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--half", choices=("odd", "even", "all"), default="odd")
    arguments = parser.parse_args()
    gazetteer = open_gazetteer()
    ids = linked_places(arguments.links, gazetteer)
    if arguments.half != "all":
        ids = {i: n for i, n in ids.items() if int(i) % 2 == (arguments.half == "odd")}
    shuffle = random.Random(SEED).shuffle  # noqa: S311 - a sample that repeats, no secret
    other, own = other_language_cases(gazetteer, ids), own_name_cases(gazetteer, ids)
    shuffle(other)
    shuffle(own)
    exonyms = [case for case in other if case.language in {"de", "fr"}]
    turkish = [turkish_upper(case) for case in other if case.language == "tr"]
    report("Names in other languages", gazetteer, other[:SAMPLE], arguments)
    report("German and French names", gazetteer, exonyms, arguments)
    report("Turkish names in Turkish capitals, decomposed", gazetteer, turkish, arguments)
    report(
        "Own names in Turkish capitals, decomposed",
        gazetteer,
        [*map(turkish_upper, own)],
        arguments,
    )
    report("CLDR time-zone cities in seven languages", gazetteer, cldr_cases(gazetteer), arguments)
    report("Turkish districts beside their province", gazetteer, district_cases(), arguments)
    report("Turkish districts alone", gazetteer, lone_district_cases(), arguments)
    report("Own names with one letter wrong", gazetteer, misspelt(own[:SAMPLE]), arguments)
    if arguments.held_out:
        report("Names in other languages", gazetteer, other[:2000], arguments, held_out=True)


if __name__ == "__main__":
    main()
