from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from elci.domain.law.checking import constancy, coverage, grounds, scenarios
from elci.domain.law.checking.results import Checked, Neighbours, checked
from elci.domain.law.loading import PackFile
from elci.domain.texts import Text

TITLES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "K1": Text("kapalı sözlük, bilinmeyen anahtar yok", "closed vocabulary, no unknown key"),
        "K2": Text("her kural atıf yapar, her atıf bulunur", "rules cite, citations resolve"),
        "K3": Text("değerlerin günleri artar, ufku kapsar", "values ascend and cover the horizon"),
        "K4": Text("atıf yapılan metin yürürlükte", "the cited wording is in force"),
        "K5": Text("aralıklar yarı açık, boş değil", "intervals are half-open, none empty"),
        "K6": Text("boş durum yok", "no empty case"),
        "K7": Text("sırasız çakışma yok", "no overlap without an order"),
        "K8": Text("öncelikler kullanılır, çember yok", "overrides are used, without a circle"),
        "K9": Text("ölü kural yok", "no dead rule"),
        "K10": Text("adımların sırası çembersiz", "the order of steps has no circle"),
        "K11": Text("her adımın yapılmama sonucu yazılı", "each step says what follows without it"),
        "K12": Text("gereksiz kural yok", "no redundant rule"),
        "K13": Text("senaryolar tutar, her kurala ve sınıra bakar", "scenarios hold and reach all"),
        "K14": Text("sınırlar arasında yanıt değişmez", "constant between boundaries"),
        "K15": Text("tek hatalı kopyalar yakalanır", "copies with one fault are caught"),
        "K16": Text("altın matris", "golden matrix"),
        "K17": Text(
            "yerleşik denilen okunmuş metne dayanır", "settled rests on texts that were read"
        ),
        "K18": Text("tartışmalı olanın iki okuması var", "contested has two readings"),
        "K19": Text("gözden geçiren ve tarih", "reviewer and day"),
        "K20": Text("alıntılar değişmemiş", "quotations are unchanged"),
        "K21": Text("olanaksız olan bilinmeyenden ayrı", "impossible apart from unknown"),
        "K22": Text("her metin her iki dilde", "every text in each language"),
    }
)
_ON_LOADING: Final = ("K1", "K2", "K3", "K5", "K10")
"""A pack with such a fault is not loaded at all."""


def check_pack(file: PackFile, neighbours: Neighbours, *, today: date) -> list[Checked]:
    """Return what each of K1 to K22 found in a pack that could be loaded, in their order.

    ``today`` decides only whether its knowledge is called old.
    """
    found = {each.check: each for each in _found(file, neighbours, today)}
    return [found[check] for check in TITLES]


def _found(file: PackFile, neighbours: Neighbours, today: date) -> Iterator[Checked]:
    yield from (checked(check, []) for check in _ON_LOADING)
    yield grounds.wording_in_force(file)
    yield grounds.omissions_stated(file)
    yield grounds.sources_read(file)
    yield grounds.readings_given(file)
    yield grounds.reviewed(file, today)
    yield grounds.quotes_unchanged(file)
    yield grounds.in_all_languages(file)
    sweep = coverage.Sweep.over(file.pack)
    yield coverage.none_empty(file, sweep)
    yield coverage.none_undecided(file, sweep)
    yield coverage.overrides_used(file, sweep)
    yield coverage.none_dead(file, sweep)
    yield coverage.none_redundant(file, sweep)
    yield constancy.constant_between_boundaries(file, sweep)
    yield coverage.impossible_apart(sweep)
    yield scenarios.scenarios_hold(file, neighbours)
    yield checked(
        "K15",
        [],
        Text("istek üzerine çalışır: make mutants", "runs on demand: make mutants"),
    )
    yield scenarios.matrix_agreed(file, neighbours)
