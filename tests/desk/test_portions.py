"""Long lists that are made while they are read."""

from elci.desk.portions import portion_of


def accounts(number, rows=1):
    """So many accounts with rows of their own, then a row of none."""
    yield from ((pk, [pk] * rows) for pk in range(1, number + 1))
    yield None, [0]


def test_short_list_ends_with_what_belongs_to_no_account():
    part = portion_of(accounts(3), lambda _row: True)

    assert (part.rows, part.next_after, part.accounts) == ([1, 2, 3, 0], None, 3)


def test_part_ends_with_the_account_that_fills_it():
    part = portion_of(accounts(200, rows=30), lambda _row: True)

    assert (len(part.rows), part.next_after, part.accounts) == (120, 4, 4)


def test_only_what_is_wanted_fills_a_part_but_not_without_end():
    part = portion_of(accounts(9000), lambda row: row > 8000)

    assert (part.rows, part.next_after) == ([], 5000)


def test_parts_together_are_the_list():
    first = portion_of(accounts(150), lambda _row: True)
    rest = portion_of(
        ((pk, rows) for pk, rows in accounts(150) if pk is None or pk > first.next_after),
        lambda _row: True,
    )

    assert [*first.rows, *rest.rows] == [*range(1, 151), 0]
    assert rest.next_after is None
