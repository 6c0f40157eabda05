"""Every shipped pack passes its checks: scenarios, golden matrix, coverage, sources."""

import pytest

from elci.domain.law.cases import load_cases
from elci.domain.law.checking import Neighbours, check_pack
from elci.domain.law.library import SHIPPED, pack_ids
from elci.domain.law.loading import read_pack_file


@pytest.mark.parametrize("key", pack_ids())
def test_shipped_pack_passes_every_check(key):
    file = read_pack_file(SHIPPED / f"{key}.toml")
    golden = (SHIPPED / f"{key}.matrix.tsv").read_text(encoding="utf-8").splitlines()
    neighbours = Neighbours(load_cases(SHIPPED / f"{key}.cases.toml"), tuple(golden))

    results = check_pack(file, neighbours, today=file.pack.knowledge_date)

    assert [fault.told("en") for result in results for fault in result.faults] == []


def test_packs_are_those_of_the_documentation():
    assert pack_ids() == (
        "tr", "au", "ca", "cn", "de", "es", "fr", "it", "jp", "kr", "mx", "pl", "ua", "us",
    )  # fmt: skip
