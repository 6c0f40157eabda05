import pytest

from elci.accounts.models import Change
from elci.agreements.actions import correct_act, withdraw_account
from elci.agreements.models import Account, ActRecord, RegisterEntry
from elci.documents.models import Source
from elci.foundation.grades import Grade
from elci.intake.actions import (
    NotReadyError,
    RowNotEnteredError,
    begin_committing,
    commit_batch,
    correct_row,
    decide_row,
    discard_batch,
    stop_committing,
)
from elci.intake.choices import Decision
from elci.intake.models import ImportBatch
from elci.intake.queries.batches import origins_of
from elci.memberships.models import GradeTerm
from elci.organisations.models import Organisation
from elci.places.models import Place
from tests.builders import (
    TODAY,
    act_facts,
    make_account,
    make_organisation,
    make_partner,
    make_place,
    make_user,
)
from tests.intake.handed_in import (
    FILIBE,
    STATED_ON,
    USKUP,
    commit,
    hand_in,
    hand_in_rows,
    matches_in,
    rows_in,
    table_of,
)

NOT_YET = ("Filibe", "Bulgaristan", "27.03.2034", "")
MEMBERSHIPS = ("Kısaltma", "Kuruluş", "Üyelik Tarihi", "Statü", "Sorumlu Birim")
UCLG = (
    "UCLG",
    "Birleşmiş Kentler ve Yerel Yönetimler Dünya Teşkilatı",
    "11.09.1987",
    "Üye",
    "Dış İlişkiler Müdürlüğü",
)


def what_is_kept() -> dict[str, int]:
    kept = (Account, ActRecord, Organisation, Place, Source, Change, RegisterEntry)
    return {model.__name__: model.objects.count() for model in kept}


def acts_of(account: Account) -> list[tuple[str, str, list[str]]]:
    return [(act.kind, str(act.happened), act.places) for act in account.acts.all()]


def test_list_becomes_relations_with_acts_and_entries(workspace):
    user = make_user(workspace)
    batch = hand_in_rows(workspace, FILIBE, USKUP)

    entered = commit(batch, user=user)

    accounts = Account.objects.order_by("pk")
    assert entered == 2
    assert [acts_of(account) for account in accounts] == [
        [("signed", "1994-03-27", ["İstanbul"])],
        [("signed", "2003-10-03", ["Üsküp"])],
    ]
    assert [account.entry.partner_tr for account in accounts] == ["Filibe", "Üsküp"]
    assert [(account.made_by, account.grade) for account in accounts] == [(user, "full")] * 2


def test_batch_says_when_and_by_whom_it_was_entered(workspace):
    user = make_user(workspace)
    batch = hand_in_rows(workspace, FILIBE)

    commit(batch, user=user, grade=Grade.PRIVATE)

    batch.refresh_from_db()
    assert (batch.state, batch.closed_by, batch.grade) == ("committed", user, "private")
    assert batch.closed_at is not None
    assert Account.objects.get().grade == "private"


def test_every_act_says_where_in_which_list_it_stood(workspace):
    batch = hand_in_rows(workspace, FILIBE, USKUP, file_name="kardeş şehirler.csv")

    commit(batch)

    batch.refresh_from_db()
    assert [(act.source, act.source_detail) for act in ActRecord.objects.order_by("pk")] == [
        (batch.source, "2. satır: 27.03.1994"),
        (batch.source, "3. satır: 03.10.2003"),
    ]
    assert batch.source.title_tr.startswith("kardeş şehirler.csv (")
    assert batch.source.stated_on == STATED_ON
    assert {act.known_from for act in ActRecord.objects.all()} == {STATED_ON}


def test_page_stands_before_the_row(workspace):
    batch = hand_in_rows(workspace, FILIBE)
    batch.rows.update(page=3)

    commit(batch)

    assert ActRecord.objects.get().source_detail == "sayfa 3, 2. satır: 27.03.1994"


def test_act_that_a_person_gave_stands_in_its_row(workspace):
    batch = hand_in_rows(workspace, FILIBE)
    correct_row(rows_in(batch)[0], acts=[{"kind": "signed", "date": "1994"}])

    commit(batch)

    assert ActRecord.objects.get().source_detail == "2. satır"


def test_list_without_a_name_or_a_day_is_a_pasted_text_of_today(workspace):
    batch = hand_in_rows(workspace, FILIBE, file_name="", stated_on=None)

    commit(batch)

    act = ActRecord.objects.get()
    assert act.source.title_tr.startswith("yapıştırılan metin (")
    assert act.known_from == TODAY


def test_relation_leads_back_to_the_row_it_came_from(workspace):
    batch = hand_in_rows(workspace, FILIBE)

    commit(batch)

    (row,) = origins_of(Account.objects.get().pk)
    assert (row.batch, row.opened_account, row.cells) == (batch, True, [*FILIBE])
    assert list(row.acts.all()) == list(ActRecord.objects.all())


def test_row_without_acts_opens_a_relation(workspace):
    batch = hand_in(
        workspace, table_of(("Filibe", "Bulgaristan"), headers=("Kardeş Şehir", "Ülke"))
    )

    assert commit(batch) == 1
    assert acts_of(Account.objects.get()) == []


def test_row_that_is_refused_leaves_nothing_of_the_list(workspace):
    before = what_is_kept()
    batch = hand_in_rows(workspace, USKUP, NOT_YET)
    for row in rows_in(batch):
        decide_row(row, Decision.ENTER)

    with pytest.raises(RowNotEnteredError) as refused:
        commit(batch)

    batch.refresh_from_db()
    assert refused.value.row.number == 3
    assert "3. satır" in str(refused.value)
    assert (what_is_kept(), batch.state, batch.source) == (before, "read", None)
    assert [(row.account, row.acts.count()) for row in rows_in(batch)] == [(None, 0)] * 2


def test_refusal_of_a_row_is_said_on_the_list_in_both_languages(workspace):
    batch = hand_in_rows(workspace, NOT_YET)
    decide_row(rows_in(batch)[0], Decision.ENTER)
    waiting = begin_committing(batch, user=None, grade=Grade.FULL)

    with pytest.raises(RowNotEnteredError) as refused:
        commit(waiting)
    stop_committing(waiting, refused.value)

    waiting.refresh_from_db()
    assert (waiting.state, waiting.refused_row) == ("read", rows_in(batch)[0].order)
    assert waiting.refusal_en.startswith("Row 2 was refused, so nothing of the list was entered.")
    assert waiting.refusal_tr.startswith("2. satır")


def test_refusal_names_the_acts_that_do_not_fit(workspace):
    batch = hand_in_rows(workspace, (*FILIBE[:2], "27.03.1994\nFesih: 05.05.1990", ""))
    decide_row(rows_in(batch)[0], Decision.ENTER)

    with pytest.raises(RowNotEnteredError) as refused:
        commit(batch)

    assert "1990" in refused.value.told()


def test_renewal_of_what_was_never_signed_is_refused(workspace):
    batch = hand_in_rows(workspace, FILIBE)
    correct_row(rows_in(batch)[0], acts=[{"kind": "renewed", "date": "2016-04-18"}])

    with pytest.raises(RowNotEnteredError) as refused:
        commit(batch)

    assert "imza" in refused.value.told()


def test_place_that_the_gazetteer_lost_refuses_the_row(workspace):
    batch = hand_in_rows(workspace, FILIBE)
    row = rows_in(batch)[0]
    correct_row(row, place="999999999999")

    with pytest.raises(RowNotEnteredError, match="2"):
        commit(batch)

    assert Account.objects.count() == 0


@pytest.mark.parametrize("reading", [{"instrument": None}, {"party": None}])
def test_row_that_does_not_say_who_or_what_is_refused_whatever_was_decided(workspace, reading):
    batch = hand_in_rows(workspace, FILIBE)
    row = rows_in(batch)[0]
    row.reading = {**row.reading, **reading}
    row.save()

    with pytest.raises(RowNotEnteredError):
        commit(batch)

    assert Organisation.objects.filter(workspace=None).count() == 0


def test_list_with_its_own_keeper_as_partner_is_refused(workspace):
    batch = hand_in_rows(workspace, FILIBE)
    correct_row(rows_in(batch)[0], place=make_place("İstanbul", "Türkiye").key)

    with pytest.raises(RowNotEnteredError):
        commit(batch)

    assert Account.objects.count() == 0


def test_undecided_row_keeps_the_list_from_being_entered(workspace):
    batch = hand_in_rows(workspace, FILIBE, ("Xqzvw", "Bulgaristan", "27.03.1994", ""))

    with pytest.raises(NotReadyError, match="1"):
        commit(batch)
    assert Account.objects.count() == 0

    decide_row(rows_in(batch)[1], Decision.SKIP)
    assert commit(batch) == 1


def test_list_is_entered_once(workspace):
    batch = hand_in_rows(workspace, FILIBE)
    commit(batch)

    with pytest.raises(NotReadyError):
        commit(batch)
    with pytest.raises(NotReadyError):
        begin_committing(batch, user=None, grade=Grade.FULL)

    assert Account.objects.count() == 1


def test_list_waits_to_be_entered_by_a_process_of_its_own(workspace):
    user = make_user(workspace)
    batch = hand_in_rows(workspace, FILIBE)

    waiting = begin_committing(batch, user=user, grade=Grade.PRIVATE)

    assert (waiting.state, waiting.closed_by, waiting.grade) == ("committing", user, "private")
    assert commit(waiting) == 1


def test_progress_is_told_row_by_row(workspace, gazetteer):
    batch = hand_in_rows(workspace, FILIBE, USKUP)
    told = []

    commit_batch(batch, gazetteer, user=None, today=TODAY, grade=Grade.FULL, advance=told.append)

    assert told == [1, 2]


def test_same_list_a_second_time_brings_nothing(workspace):
    commit(hand_in_rows(workspace, FILIBE, USKUP))
    kept = what_is_kept()

    again = hand_in_rows(workspace, FILIBE, USKUP, file_name="aynısı.csv")
    entered = commit(again)

    assert matches_in(again) == [("known", "skip")] * 2
    assert entered == 0
    assert what_is_kept() == {**kept, "Source": kept["Source"] + 1}


def test_rows_that_repeat_each_other_open_one_relation(workspace):
    batch = hand_in_rows(workspace, FILIBE, FILIBE)

    assert commit(batch) == 1

    first, second = rows_in(batch)
    assert acts_of(Account.objects.get()) == [("signed", "1994-03-27", ["İstanbul"])]
    assert (first.account, second.account) == (Account.objects.get(), None)
    assert (second.match, second.matched) == ("known", Account.objects.get())


def test_row_that_goes_on_where_one_before_it_began_adds_to_its_relation(workspace):
    more = (*FILIBE[:2], "27.03.1994\nYenilendi: 18.04.2016", "")
    batch = hand_in_rows(workspace, FILIBE, more, more)

    assert commit(batch) == 2
    assert acts_of(Account.objects.get()) == [
        ("signed", "1994-03-27", ["İstanbul"]),
        ("renewed", "2016-04-18", []),
    ]
    assert [row.match for row in rows_in(batch)] == ["new", "adds", "known"]


def test_two_agreements_with_one_partner_stay_two(workspace):
    rows = (("Pencap", "Pakistan", "27.12.2010", ""), ("Pencap", "Pakistan", "06.10.2011", ""))

    commit(hand_in(workspace, table_of(*rows), instrument="memorandum"))

    assert [acts_of(account)[0][1] for account in Account.objects.order_by("pk")] == [
        "2010-12-27",
        "2011-10-06",
    ]
    assert Organisation.objects.filter(kind="region").count() == 1


def test_renewal_is_added_to_the_relation_that_is_there(workspace):
    account = make_account(workspace, acts=[("signed", "1994-03-27")])
    batch = hand_in_rows(workspace, (*FILIBE[:2], "27.03.1994\nYenilendi: 18.04.2016", ""))

    assert commit(batch) == 1

    (row,) = rows_in(batch)
    assert acts_of(account)[1] == ("renewed", "2016-04-18", [])
    assert (row.account, row.opened_account) == (account, False)
    assert [str(act.happened) for act in row.acts.all()] == ["2016-04-18"]
    assert account.entry.last_act_day.isoformat() == "2016-04-18"


def test_contradiction_may_be_entered_as_an_instrument_of_its_own(workspace):
    make_account(workspace, acts=[("signed", "1994-03-27")])
    batch = hand_in_rows(workspace, (*FILIBE[:2], "01.01.2001", ""))
    decide_row(rows_in(batch)[0], Decision.ENTER)

    assert commit(batch) == 1
    assert Account.objects.count() == 2


def test_other_end_of_the_same_relation_is_refused(workspace):
    make_account(workspace, acts=[("signed", "1994-03-27"), ("terminated", "2017-01-01")])
    batch = hand_in_rows(workspace, (*FILIBE[:2], "27.03.1994\nFesih: 05.05.2018", ""))
    assert matches_in(batch) == [("contradicts", "open")]
    decide_row(rows_in(batch)[0], Decision.ENTER)

    with pytest.raises(RowNotEnteredError):
        commit(batch)

    assert Account.objects.count() == 1


def test_act_that_the_desk_corrected_contradicts_the_list(workspace):
    account = make_account(workspace, acts=[("signed", "1994-03-27")])
    correct_act(
        account.acts.get(),
        act_facts("signed", "1994-03-28"),
        user=None,
        today=TODAY,
        reason="Belgede 28 Mart yazıyor.",
    )

    assert matches_in(hand_in_rows(workspace, FILIBE)) == [("contradicts", "open")]


def test_relation_that_the_desk_withdrew_is_new_to_the_list(workspace):
    account = make_account(workspace, acts=[("signed", "1994-03-27")])
    withdraw_account(account, user=None, reason="Yanlış kayıt.")

    assert matches_in(hand_in_rows(workspace, FILIBE)) == [("new", "enter")]


def test_membership_brings_its_grade_and_units(workspace):
    table = table_of(UCLG, headers=MEMBERSHIPS, name="Uluslararası Kuruluş Üyelikleri")

    assert commit(hand_in(workspace, table)) == 1

    account = Account.objects.get()
    assert acts_of(account) == [("entered_into_force", "1987-09-11", [])]
    assert [(term.grade, term.as_printed) for term in GradeTerm.objects.all()] == [
        ("member", "Üye")
    ]
    assert Organisation.objects.get(acronym="UCLG").kind == "network"


def test_membership_without_a_grade_is_entered_without_one(workspace):
    table = table_of(UCLG[:3], headers=MEMBERSHIPS[:3], name="Uluslararası Kuruluş Üyelikleri")

    commit(hand_in(workspace, table))

    assert GradeTerm.objects.count() == 0


@pytest.mark.parametrize(
    ("known_kind", "printed"),
    [
        ("local_authority", "Filibe Belediyesi"),
        ("municipality", "Filibe"),
        ("metropolitan_municipality", "Filibe Belediyesi"),
    ],
)
def test_partner_is_the_body_that_the_register_has_for_the_place(workspace, known_kind, printed):
    known = make_organisation("Plovdiv Belediyesi", place=make_place(), kind=known_kind)

    commit(hand_in_rows(workspace, (printed, *FILIBE[1:])))

    partner = Account.objects.get().relation.parties.get(order=1).organisation
    assert partner == known


def test_body_of_the_kind_that_the_list_names_comes_first(workspace):
    make_organisation("Plovdiv", place=make_place(), kind="local_authority")
    municipality = make_organisation("Plovdiv B.", place=make_place(), kind="municipality")

    commit(hand_in_rows(workspace, ("Filibe Belediyesi", *FILIBE[1:])))

    assert Account.objects.get().relation.parties.get(order=1).organisation == municipality


def test_province_and_region_of_one_name_are_one_body(workspace):
    rows = (("Pencap Eyaleti", "Pakistan", "2010", ""), ("Pencap", "Pakistan", "2011", ""))

    commit(hand_in(workspace, table_of(*rows), instrument="memorandum"))

    assert Organisation.objects.filter(place__key="PK-PB").count() == 1


def test_region_is_entered_with_its_own_body(workspace):
    region = make_partner("Pencap", "Pakistan")

    commit(
        hand_in(
            workspace, table_of(("Pencap", "Pakistan", "27.12.2010", "")), instrument="memorandum"
        )
    )

    partner = Account.objects.get().relation.parties.get(order=1).organisation
    assert partner.place == region.place
    assert partner.kind == "region"


def test_discarded_list_stays_readable_and_is_not_entered(workspace):
    user = make_user(workspace)
    batch = hand_in_rows(workspace, FILIBE)

    discard_batch(batch, user=user)

    kept = ImportBatch.objects.get(pk=batch.pk)
    assert (kept.state, kept.closed_by, kept.rows.count()) == ("discarded", user, 1)
    with pytest.raises(NotReadyError):
        commit(kept)


def test_list_that_was_entered_is_not_discarded(workspace):
    batch = hand_in_rows(workspace, FILIBE)
    commit(batch)
    batch.refresh_from_db()

    with pytest.raises(NotReadyError):
        discard_batch(batch, user=None)


def test_list_that_is_worked_on_is_not_discarded(workspace):
    batch = hand_in_rows(workspace, FILIBE)
    waiting = begin_committing(batch, user=None, grade=Grade.FULL)
    waiting.started_at = waiting.made_at

    with pytest.raises(NotReadyError):
        discard_batch(waiting, user=None)


def test_row_may_add_to_a_relation_that_a_row_before_it_opened(workspace):
    table = table_of(
        ("Filibe", "Bulgaristan", "27.03.1994", "", ""),
        ("Filibe", "Bulgaristan", "27.03.1994", "18.04.2016", ""),
        headers=("Kardeş Şehir", "Ülke", "İmza Tarihi", "Yenilenme Tarihi", "İmza Yeri"),
    )
    batch = hand_in(workspace, table)
    batch.rows.filter(skipped=False).update(decision=Decision.ENTER)

    assert commit(batch) == 2

    (account,) = Account.objects.all()
    acts = [(act.position, act.kind, str(act.happened)) for act in account.acts.all()]
    assert acts == [(0, "signed", "1994-03-27"), (1, "renewed", "2016-04-18")]
    told = Change.objects.order_by("pk").values_list("subject_kind", "verb")
    assert list(told) == [("account", "opened"), ("act", "recorded"), ("act", "recorded")]
    first, second = rows_in(batch)
    assert (first.opened_account, second.opened_account) == (True, False)
    assert [[act.kind for act in row.acts.all()] for row in (first, second)] == [
        ["signed"],
        ["renewed"],
    ]


def test_act_that_cannot_follow_within_one_list_is_refused(workspace):
    table = table_of(
        ("Filibe", "Bulgaristan", "27.03.1994", ""),
        ("Filibe", "Bulgaristan", "27.03.1994", "18.04.2034"),
        headers=("Kardeş Şehir", "Ülke", "İmza Tarihi", "Yenilenme Tarihi"),
    )
    batch = hand_in(workspace, table)
    batch.rows.filter(skipped=False).update(decision=Decision.ENTER)

    with pytest.raises(RowNotEnteredError) as refusal:
        commit(batch)

    assert refusal.value.row.number == 3
    assert not Account.objects.exists()


def test_entering_costs_the_same_for_any_number_of_rows(workspace, django_assert_max_num_queries):
    towns = ("Krefeld", "Köln", "Münster", "Leipzig", "Dresden", "Bonn", "Kassel", "Trier")
    rows = [(town, "Almanya", "27.03.1994", "") for town in towns]
    batch = hand_in_rows(workspace, *rows)
    batch.rows.filter(skipped=False).update(decision=Decision.ENTER)

    with django_assert_max_num_queries(64):
        assert commit(batch) == len(towns)


def test_regions_and_towns_that_rows_name_again_are_one_body_each(workspace):
    rows = [
        (name, "Pakistan", day, "")
        for day in ("27.03.1994", "01.02.2003")
        for name in ("Pencap", "Lahor")
    ]
    batch = hand_in_rows(workspace, *rows)
    batch.rows.filter(skipped=False).update(decision=Decision.ENTER)

    commit(batch)

    partners = Organisation.objects.filter(workspace=None)
    assert sorted((body.name_tr, body.kind) for body in partners) == [
        ("Lahor", "local_authority"),
        ("Pencap", "region"),
    ]
    assert Account.objects.count() == 4
