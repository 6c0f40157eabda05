from elci.domain.places.gazetteer import open_gazetteer
from tools.evaluate.namesakes import Named, told_apart

PLOVDIV = Named("Plovdiv", "728193", 3)
SPRINGFIELD_IN_ILLINOIS = Named("Springfield", "4250542", 2)
KARS = Named("Kars", "743952", 1)


def test_name_without_a_namesake_is_told_apart():
    assert told_apart(open_gazetteer(), [PLOVDIV], country=True) == (3, 3)


def test_name_of_a_larger_place_cannot_be_told_apart():
    names = [PLOVDIV, SPRINGFIELD_IN_ILLINOIS]

    assert told_apart(open_gazetteer(), names, country=True) == (3, 3)


def test_smaller_namesake_leaves_the_name_to_a_person():
    larger = Named("Springfield", "4409896", 1)

    assert told_apart(open_gazetteer(), [larger], country=True) == (1, 0)


def test_namesake_elsewhere_counts_where_no_country_is_given():
    valencia = Named("Valencia", "3625549", 1)  # in Venezuela, larger than that in Spain

    assert told_apart(open_gazetteer(), [valencia], country=True) == (1, 1)
    assert told_apart(open_gazetteer(), [valencia], country=False) == (1, 0)


def test_region_of_the_same_name_is_no_namesake():
    assert told_apart(open_gazetteer(), [KARS], country=True) == (1, 1)
