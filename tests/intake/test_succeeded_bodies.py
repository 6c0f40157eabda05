"""Lists that name bodies which others have succeeded."""

import pytest

from elci.agreements.models import Account
from elci.agreements.queries.relations import partners_of
from elci.organisations.models import Organisation
from tests.builders import make_account, make_organisation, make_place
from tests.intake.handed_in import commit, hand_in_rows, matches_in, rows_in

EMINONU = ("Eminönü Belediyesi", "Türkiye", "12.05.2005", "İstanbul")
FATIH = ("Fatih Belediyesi", "Türkiye", "12.05.2005", "İstanbul")
FATIH_LATER = ("Fatih Belediyesi", "Türkiye", "01.02.2012", "İstanbul")


def test_body_is_entered_as_named_with_its_successor(workspace):
    batch = hand_in_rows(workspace, EMINONU)

    commit(batch)

    (partner,) = partners_of(Account.objects.get())
    assert (partner.name_tr, partner.kind) == ("Eminönü Belediyesi", "municipality")
    assert partner.successions.get().successor.name_tr == "Fatih Belediyesi"


def test_body_of_another_place_that_a_person_chose_is_taken_instead(workspace):
    batch = hand_in_rows(workspace, EMINONU)
    (row,) = rows_in(batch)
    row.correction = {"place": "747158"}
    row.save()

    commit(batch)

    (partner,) = partners_of(Account.objects.get())
    assert partner.place.name_tr == "Fatih"


@pytest.mark.parametrize(
    ("recorded", "printed", "match"),
    [
        (EMINONU, FATIH, "known"),
        (FATIH, EMINONU, "known"),
        (EMINONU, FATIH_LATER, "new"),
        (FATIH_LATER, EMINONU, "new"),
    ],
)
def test_relation_is_found_under_the_names_before_and_after(workspace, recorded, printed, match):
    commit(hand_in_rows(workspace, recorded))

    ((found, _decision),) = matches_in(hand_in_rows(workspace, printed))

    assert found == match


def test_relation_with_the_successor_is_found_where_the_register_lacks_the_body(workspace):
    fatih = make_organisation(place=make_place("Fatih", "Türkiye"))
    make_account(workspace, partner=fatih, acts=[("signed", "2005-05-12")])

    assert matches_in(hand_in_rows(workspace, EMINONU)) == [("known", "skip")]
    assert not Organisation.objects.filter(name_tr__startswith="Eminönü").exists()


def test_body_of_today_is_taken_where_a_row_names_the_place(workspace):
    commit(hand_in_rows(workspace, ("Nur-Sultan", "Kazakistan", "12.05.2006", "")))
    later = hand_in_rows(workspace, ("Astana", "Kazakistan", "12.05.2007", ""))
    later.rows.update(decision="enter")
    commit(later)

    names = [partners_of(account)[0].name_tr for account in Account.objects.order_by("pk")]
    assert names == ["Nur-Sultan", "Astana"]


def test_new_body_of_the_table_brings_its_kin_and_the_rows_before_it_stay(workspace):
    rows = [
        ("Krefeld", "Almanya", "12.05.2005", ""),
        ("Astana", "Kazakistan", "12.05.2005", ""),
        ("Krefeld", "Almanya", "01.02.2010", ""),
    ]
    batch = hand_in_rows(workspace, *rows)
    batch.rows.filter(skipped=False).update(decision="enter")

    commit(batch)

    assert Organisation.objects.filter(name_tr="Krefeld").count() == 1
    kin = Organisation.objects.filter(place__key="1526273").values_list("name_tr", flat=True)
    assert sorted(kin) == ["Astana", "Astana (1998–2019)", "Nur-Sultan"]
