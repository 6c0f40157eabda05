from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.visiting.delegations import (
    MOST_PEOPLE,
    PastedListError,
    PastedPerson,
    read_delegation,
)
from elci.domain.visiting.precedence import PLACES, guess_rank, highest, in_order
from elci.domain.visiting.words import DelegateRole, Rank


@dataclass(frozen=True)
class Person:
    number: int
    rank: Rank = Rank.OTHER
    role: DelegateRole = DelegateRole.MEMBER
    place: int | None = None


def ordered(people):
    return in_order(
        people,
        rank_of=lambda each: each.rank,
        role_of=lambda each: each.role,
        place_of=lambda each: each.place,
    )


def numbers(people):
    return [each.number for each in ordered(people)]


def test_head_comes_first_and_those_who_serve_come_last():
    people = [
        Person(1, Rank.MINISTER, DelegateRole.INTERPRETER),
        Person(2, Rank.EXPERT),
        Person(3, Rank.MAYOR),
        Person(4, Rank.DIRECTOR, DelegateRole.HEAD),
        Person(5, Rank.MAYOR),
        Person(6, Rank.GOVERNOR, DelegateRole.ACCOMPANYING),
    ]

    assert numbers(people) == [4, 6, 3, 5, 2, 1]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ({}, [1, 2, 3, 4]),
        ({4: 1}, [4, 1, 2, 3]),
        ({1: 4}, [2, 3, 4, 1]),
        ({1: 2, 2: 1}, [2, 1, 3, 4]),
        ({3: 1, 4: 1}, [3, 4, 1, 2]),
        ({1: 90}, [2, 3, 4, 1]),
    ],
)
def test_place_by_hand_goes_before_the_rule(places, expected):
    people = [Person(number, Rank.MAYOR, place=places.get(number)) for number in (1, 2, 3, 4)]

    assert numbers(people) == expected


persons = st.builds(
    Person,
    st.integers(),
    st.sampled_from(Rank),
    st.sampled_from(DelegateRole),
    st.none() | st.integers(1, 12),
)


@given(st.lists(persons, max_size=12, unique_by=lambda person: person.number))
def test_order_keeps_everybody_and_every_place_that_is_free(people):
    found = ordered(people)

    assert sorted(each.number for each in found) == sorted(each.number for each in people)
    by_hand = [each.place for each in people if each.place is not None]
    if len(set(by_hand)) == len(by_hand) and all(place <= len(people) for place in by_hand):
        assert all(found[each.place - 1] == each for each in people if each.place is not None)


@given(st.lists(persons.map(lambda each: Person(each.number, each.rank)), max_size=12))
def test_rule_alone_sorts_by_rank_and_is_stable(people):
    found = ordered(people)

    assert found == sorted(people, key=lambda each: PLACES[each.rank])
    assert highest([each.rank for each in people]) == (found[0].rank if found else None)


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Belediye Başkanı", Rank.MAYOR),
        ("BÜYÜKŞEHİR BELEDİYE BAŞKANI", Rank.MAYOR),
        ("Belediye Başkan Yardımcısı", Rank.DEPUTY_MAYOR),
        ("Deputy Mayor for Culture", Rank.DEPUTY_MAYOR),
        ("Mayor of Rotterdam", Rank.MAYOR),
        ("Vali Yardımcısı", Rank.DEPUTY_GOVERNOR),
        ("Vali", Rank.GOVERNOR),
        ("Başkonsolos", Rank.CONSUL),
        ("Genel Sekreter Yardımcısı", Rank.SECRETARY_GENERAL),
        ("Meclis Üyesi", Rank.COUNCIL_MEMBER),
        ("İstanbul Milletvekili", Rank.MEMBER_OF_PARLIAMENT),
        ("Cumhurbaşkanı", Rank.HEAD_OF_STATE),
        ("Başbakan", Rank.HEAD_OF_GOVERNMENT),
        ("Çevre Bakanı", Rank.MINISTER),
        ("Büyükelçi", Rank.AMBASSADOR),
        ("Dış İlişkiler Daire Başkanı", Rank.DIRECTOR),
        ("Genel Müdür", Rank.DIRECTOR),
        ("Dış İlişkiler Müdürü", Rank.UNIT_HEAD),
        ("Uzman", Rank.EXPERT),
        ("Oda Başkanı", Rank.OTHER),
        ("Invalid", Rank.OTHER),
        ("", Rank.OTHER),
    ],
)
def test_rank_is_guessed_from_a_title(title, rank):
    assert guess_rank(title) is rank


@pytest.mark.parametrize(
    ("line", "name", "title"),
    [
        ("Giorgi Örnek, Belediye Başkanı", "Giorgi Örnek", "Belediye Başkanı"),
        ("1. Giorgi Örnek; Mayor", "Giorgi Örnek", "Mayor"),
        ("2) Giorgi  Örnek\tMayor", "Giorgi Örnek", "Mayor"),
        ("- Giorgi Örnek – Mayor, Tbilisi", "Giorgi Örnek", "Mayor, Tbilisi"),
        ("Giorgi Örnek – Mayor", "Giorgi Örnek", "Mayor"),
        ("  Jean-Luc Örnek  ", "Jean-Luc Örnek", ""),
    ],
)
def test_pasted_line_is_a_name_and_a_title(line, name, title):
    assert read_delegation(f"\n{line}\n\n") == (PastedPerson(name, title, guess_rank(title)),)


def test_ten_thousand_lines_are_refused_with_their_number():
    with pytest.raises(PastedListError) as refused:
        read_delegation("Ad Soyad, Unvan\n" * 10_000)

    assert (refused.value.count, refused.value.line) == (10_000, 0)
    assert len(read_delegation("Ad Soyad\n" * MOST_PEOPLE)) == MOST_PEOPLE


@pytest.mark.parametrize("line", [", Mayor", "a" * 201, "A, " + "b" * 301])
def test_line_that_cannot_be_kept_is_named(line):
    with pytest.raises(PastedListError) as refused:
        read_delegation(f"Ad, Unvan\n\n{line}")

    assert (refused.value.line, refused.value.text) == (3, line.strip()[:40])
