from elci.domain.geography.countries import country_facts
from elci.domain.geography.denominators import denominators
from elci.domain.geography.world import shipped_world


def test_official_count_is_of_a_country_or_a_city_and_has_a_source():
    found = denominators()

    assert (found["TR"].ties, found["TR"].year) == (1533, 2016)
    cities = {str(city) for city in shipped_world().ids.tolist()}
    for scope, each in found.items():
        assert scope in cities | {*country_facts()}
        assert each.source.tr
        assert each.source.en
        assert each.note.tr != each.note.en
