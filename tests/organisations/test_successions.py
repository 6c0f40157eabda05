"""Bodies that took the place of others: recorded, refused, withdrawn, found under both names."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from elci.accounts.models import Change
from elci.domain.dates import PartialDate
from elci.domain.successions import SuccessionKind, known_successions
from elci.foundation.eyes import PUBLIC, Eyes
from elci.organisations.actions import (
    SuccessionFacts,
    SuccessionRefusedError,
    adopt_body,
    adopt_known_successions,
    record_succession,
    withdraw_succession,
)
from elci.organisations.choices import SuccessionChoice
from elci.organisations.models import Organisation, Succession
from elci.organisations.queries import (
    bodies_today_of_place,
    chains_of,
    names_on,
    organisations_named,
    successions_editable_by,
    successions_of,
)
from tests.builders import TODAY, make_organisation, make_partner, make_user, make_workspace

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def facts(since="2009-03-29", kind="merged", **changes):
    return SuccessionFacts(
        since=PartialDate.parse(since),
        kind=SuccessionKind(kind),
        source_tr=changes.get("source_tr", "Kanun 1"),
    )


def succeed(body, successor, since="2009-03-29", kind="merged", **who) -> Succession:
    return record_succession(body, successor, facts(since, kind), today=TODAY, **who)


def names(text):
    return {body.name_tr for body in organisations_named(text)}


def test_succession_is_recorded_with_its_source_and_a_line_in_the_history():
    workspace = make_workspace()
    user = make_user(workspace)
    old, new = make_organisation("Eski"), make_organisation("Yeni")

    succession = succeed(old, new, user=user, workspace=workspace)

    assert (str(succession.since), succession.kind) == ("2009-03-29", "merged")
    assert (succession.source_tr, succession.source_en) == ("Kanun 1", "Kanun 1")
    line = Change.objects.get(subject_kind="succession")
    assert (line.verb, line.user, line.subject_uuid) == ("recorded", user, succession.uuid)
    assert line.after == {
        "body": "Eski",
        "successor": "Yeni",
        "since": "2009-03-29",
        "succession_kind": "merged",
        "source": "Kanun 1",
    }
    assert str(succession) == f"{old.pk} → {new.pk} 2009-03-29"


def test_bodies_of_a_chain_are_found_under_all_its_names():
    old, new, newest = (make_organisation(name) for name in ("Eski", "Taze", "Genç"))
    succeed(old, new)

    assert names("eski") == names("taze") == {"Eski", "Taze"}

    succeed(new, newest, "2012")

    assert names("eski") == names("genc") == {"Eski", "Taze", "Genç"}


def test_withdrawn_succession_is_kept_with_its_reason_and_finds_nothing_any_more():
    workspace = make_workspace()
    user = make_user(workspace)
    old, new, newest = (make_organisation(name) for name in ("Eski", "Taze", "Genç"))
    succession = succeed(old, new, user=user, workspace=workspace)
    succeed(new, newest, "2012")

    for reason in ("yanlış kurum", "ikinci kez"):
        withdraw_succession(succession, user=user, workspace=workspace, reason=reason)

    assert (succession.withdrawn_by, succession.withdrawal_reason) == (user, "yanlış kurum")
    assert (names("eski"), names("genc")) == ({"Eski"}, {"Taze", "Genç"})
    assert list(successions_of(old)) == []
    verbs = Change.objects.filter(subject_kind="succession").values_list("verb", flat=True)
    assert sorted(verbs) == ["recorded", "withdrawn"]
    assert succeed(old, newest).pk != succession.pk


@pytest.mark.parametrize(
    ("since", "kind", "chosen", "part"),
    [
        ("2009", "merged", (0, 0), "cannot succeed itself"),
        ("2099", "merged", (0, 1), "lies in the future"),
        ("2012", "merged", (1, 2), "on record already"),
        ("2012", "merged", (1, 0), "Another successor"),
        ("2012", "merged", (2, 1), "would have come after the other"),
    ],
)
def test_succession_that_cannot_be_is_refused_in_clear_words(since, kind, chosen, part):
    bodies = [make_organisation(name) for name in ("Bir", "İki", "Üç")]
    succeed(bodies[1], bodies[2])

    with pytest.raises(SuccessionRefusedError, match=part):
        succeed(bodies[chosen[0]], bodies[chosen[1]], since, kind)

    assert Succession.objects.count() == 1


def test_succession_before_the_founding_is_refused():
    young = make_organisation("Genç", founded=PartialDate.parse("2010"))

    with pytest.raises(SuccessionRefusedError, match="founded only after"):
        succeed(young, make_organisation("Yeni"))


def test_every_kind_of_succession_has_a_label():
    assert set(SuccessionChoice.values) == {each.value for each in SuccessionKind}


def test_body_of_the_table_brings_its_successor_and_the_law():
    old = make_partner("Eminönü", "Türkiye")

    (succession,) = successions_of(old)

    successor = succession.successor
    assert (successor.name_tr, successor.kind) == ("Fatih Belediyesi", "municipality")
    assert (successor.place.name_tr, str(succession.since)) == ("Fatih", "2009-03-29")
    assert "5747" in succession.source_tr
    assert (succession.recorded_by, succession.workspace) == (None, None)
    assert names("eminonu") == {"Eminönü", "Fatih Belediyesi"}
    assert not Change.objects.exists()


def test_body_of_the_table_is_tied_to_the_successor_on_record_and_no_other_is_made():
    fatih = make_partner("Fatih Belediyesi", "Türkiye")
    fatih.name_tr = "Fatih Belediyesi"
    fatih.save()

    (succession,) = successions_of(make_partner("Eminönü", "Türkiye"))

    assert succession.successor == fatih
    assert Organisation.objects.count() == 2


def test_body_that_goes_on_brings_what_it_was_called_before():
    body = make_partner("Astana", "Kazakistan")

    found = {
        day: [then.name_tr for then in names_on([body], date.fromisoformat(day))[body.pk]]
        for day in ("2005-01-01", "2020-01-01")
    }

    assert found == {"2005-01-01": ["Astana (1998–2019)"], "2020-01-01": ["Nur-Sultan"]}
    assert names_on([body], date(2024, 1, 1)) == {}
    assert [each.name_tr for each in bodies_today_of_place(body.place)] == ["Astana"]


def test_what_people_recorded_otherwise_stays():
    eminonu = make_partner("Eminönü", "Türkiye")
    (succession,) = successions_of(eminonu)
    withdraw_succession(succession, user=None, workspace=None, reason="deneme")
    other = succeed(eminonu, make_organisation("Başka"))

    adopt_known_successions(eminonu)

    assert list(successions_of(eminonu)) == [other]


def test_body_whose_place_the_gazetteer_lost_is_recorded_without_one():

    known = replace(known_successions()[0].body, place="no-such-place", name_tr="Yersiz")

    body = adopt_body(known)

    assert (body.name_tr, body.place) == ("Yersiz", None)
    assert adopt_body(replace(known, also=("x",))) == body


def test_names_on_a_day_cost_the_same_for_any_number(django_assert_num_queries):
    old, new = make_organisation("Eski"), make_organisation("Yeni")
    succeed(old, new)
    others = [make_organisation(f"Kurum {number}") for number in range(3)]

    with django_assert_num_queries(1):
        assert names_on(others, TODAY) == {}
    with django_assert_num_queries(2):
        assert names_on([old, *others], TODAY) == {old.pk: [new]}
    with django_assert_num_queries(2):
        assert chains_of([old.pk, *(each.pk for each in others)]) == {old.pk: [new]}
    with django_assert_num_queries(1):
        assert chains_of([each.pk for each in others]) == {}


def test_succession_is_withdrawn_by_the_workspace_that_recorded_it():
    istanbul, ankara = make_workspace(), make_workspace("ankara")
    succession = succeed(make_organisation("Eski"), make_organisation("Yeni"), workspace=istanbul)

    def eyes(workspace):
        return Eyes(reads=frozenset({workspace.pk}), writes=frozenset({workspace.pk}))

    assert list(successions_editable_by(eyes(istanbul))) == [succession]
    assert list(successions_editable_by(eyes(ankara))) == []
    assert list(successions_editable_by(PUBLIC)) == []
