import shutil

import pytest

from elci.domain.law.faults import PackRefusedError
from elci.domain.law.library import NoSuchPackError, named_pack, pack, pack_ids, path_of
from tests.domain.law.packs import FIXTURES


def test_shipped_packs_begin_with_turkiye():
    assert pack_ids()[0] == "tr"
    assert pack("tr") is pack("tr")


def test_pack_is_named_by_id_alias_or_path():
    assert named_pack("tr").pack is pack("tr")
    assert named_pack(str(path_of("tr"))).pack is pack("tr")
    assert named_pack("us-tx").context == {"state": "TX"}
    assert named_pack(str(FIXTURES / "sound.toml")).pack.id == "sound"


@pytest.mark.parametrize("key", ["xx", "tr-xx", "nowhere.toml", "", "../tr", "tr.cases"])
def test_pack_that_is_not_there_is_refused_with_those_that_are(key):
    with pytest.raises(NoSuchPackError, match="There are: tr, au"):
        named_pack(key)
    with pytest.raises(NoSuchPackError):
        pack(key)


def test_file_that_is_no_pack_is_refused(tmp_path):
    path = tmp_path / "empty.toml"
    path.write_text("", encoding="utf-8")

    with pytest.raises(PackRefusedError):
        named_pack(str(path))


def test_copy_of_a_pack_is_a_pack_of_its_own(tmp_path):
    copy = tmp_path / "tr.toml"
    shutil.copy(path_of("tr"), copy)

    assert named_pack(str(copy)).pack is not pack("tr")
