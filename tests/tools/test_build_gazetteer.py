import pytest

from elci.domain.places import layout
from elci.domain.places.blocks import blocks_near
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.kinds import NameKind, PlaceKind
from tools.gazetteer.drafts import Draft
from tools.gazetteer.file import padded, sections, write_whole


def make_city(place_id, name, *, country="TR", importance=1):
    draft = Draft(place_id, PlaceKind.CITY, country, name, 41.0, 29.0, geonameid=int(place_id))
    draft.importance = importance
    draft.add_key(name, NameKind.OWN)
    draft.keys[f"={place_id}"] = NameKind.IDENTIFIER
    return draft


def make_drafts():
    region = Draft("TR-34", PlaceKind.REGION, "TR", "İstanbul", 41.0, 29.0, borrowed=True)
    region.admin1 = "TR.34"
    region.add_key("İstanbul", NameKind.REVIEWED)
    city = make_city("1", "İstanbul", importance=9)
    city.admin1 = "TR.34"
    city.names = {"en": "Istanbul", "tr": "İstanbul"}
    return [make_city("2", "Tokyo", country="JP"), city, region], {"TR.34": region}


def built(path):
    drafts, regions = make_drafts()
    write_whole(path, sections(drafts, regions))
    return path


def test_built_file_reads_back(tmp_path):
    gazetteer = Gazetteer(built(tmp_path / "places.gaz"))
    place = gazetteer.place("1")

    assert len(gazetteer) == 3
    assert (place.name, place.name_in("en"), place.country) == ("İstanbul", "Istanbul", "TR")
    assert (place.latitude, place.longitude, place.region) == (41.0, 29.0, "TR-34")
    assert list(gazetteer.named("istanbul")) == [(1, NameKind.OWN), (2, NameKind.REVIEWED)]
    assert gazetteer.names_sharing(blocks_near("tokio"), "JP") == ["tokyo"]
    assert gazetteer.names_sharing(blocks_near("tokio"), "TR") == []
    assert gazetteer.names_sharing(blocks_near("istanbu"), None) == ["istanbul"]
    assert gazetteer.names_in_country("JP") == (["tokyo"], [0])
    assert gazetteer.names_in_country("TR") == (["istanbul", "istanbul"], [1, 2])
    assert gazetteer.names_beginning("tok") == ["tokyo"]
    assert gazetteer.heads["ist"] == [1, 2]


def test_same_places_give_the_same_bytes(tmp_path):
    assert built(tmp_path / "one").read_bytes() == built(tmp_path / "two").read_bytes()


def test_failed_build_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "places.gaz"
    path.write_bytes(b"old")

    def broken():
        yield b"half"
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError, match="no more"):
        write_whole(path, broken())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_stronger_kind_of_a_name_stays():
    city = make_city("1", "Köln")
    city.add_key("Koln", NameKind.UNTAGGED)
    city.add_key("?", NameKind.OWN)

    assert city.keys == {"koln": NameKind.OWN, "=1": NameKind.IDENTIFIER}


@pytest.mark.parametrize(("length", "whole"), [(0, 0), (1, 8), (8, 8), (9, 16)])
def test_sections_are_filled_up_to_eight_bytes(length, whole):
    assert len(padded(b"x" * length)) == whole


def test_spellings_of_one_key_are_told_apart_strongest_first(tmp_path):
    drafts, regions = make_drafts()
    drafts[1].add_key("Istanbul", NameKind.UNTAGGED)
    write_whole(tmp_path / "places.gaz", sections(drafts, regions))
    gazetteer = Gazetteer(tmp_path / "places.gaz")

    assert list(gazetteer.spelled("istanbul")) == [
        (1, NameKind.OWN, layout.mark_of("istanbul")),
        (2, NameKind.REVIEWED, layout.mark_of("istanbul")),
    ]
    drafts[1].add_key("Ístanbul", NameKind.UNTAGGED)
    write_whole(tmp_path / "places.gaz", sections(drafts, regions))
    gazetteer = Gazetteer(tmp_path / "places.gaz")
    assert [(index, kind) for index, kind, _mark in gazetteer.spelled("istanbul")] == [
        (1, NameKind.OWN),
        (1, NameKind.UNTAGGED),
        (2, NameKind.REVIEWED),
    ]
    assert list(gazetteer.named("istanbul")) == [(1, NameKind.OWN), (2, NameKind.REVIEWED)]


def test_place_without_a_name_is_refused():
    drafts, regions = make_drafts()
    drafts[0].keys = {"=2": NameKind.IDENTIFIER}

    with pytest.raises(ValueError, match="2 has no name"):
        list(sections(drafts, regions))
