import pytest

from elci.domain.law.authorities import deciding_authorities
from elci.domain.law.library import pack, pack_ids


def test_authorities_of_every_time_are_told_and_each_once():
    found = [each.tr for each in deciding_authorities(pack("tr"))]

    assert "İçişleri Bakanlığı" in found
    assert "Çevre, Şehircilik ve İklim Değişikliği Bakanlığı (YYGM)" in found
    assert "belediye meclisi; birlikte birlik meclisi" not in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("key", pack_ids())
def test_authorities_of_every_pack_can_be_told(key):
    assert all(each.tr for each in deciding_authorities(pack(key)))
