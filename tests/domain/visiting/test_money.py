from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.visiting.money import (
    MOST,
    Amount,
    AmountNotUnderstoodError,
    currencies,
    currency_name,
    read_amount,
    totals,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("300", "300"),
        (" 300,5 ", "300.5"),
        ("300.50", "300.50"),
        ("1.250,50", "1250.50"),
        ("1,250.50", "1250.50"),
        ("1.250.000", "1250000"),
        ("1 250 000,25", "1250000.25"),
        ("0", "0"),
        ("12 500", "12500"),
        ("1250", "1250"),
    ],
)
def test_amount_is_read_as_people_write_it(text, value):
    assert read_amount(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "is_ambiguous"),
    [
        ("1.250", True),
        ("12,500", True),
        ("", False),
        ("-5", False),
        ("1.250.50", False),
        ("1,25,0", False),
        ("1.250.500.00", False),
        ("1.250.500,000", False),
        ("on bin", False),
        ("١٢", False),
        ("1" * 13, False),
        ("5 €", False),
    ],
)
def test_text_that_is_no_amount_or_two_is_refused(text, is_ambiguous):
    with pytest.raises(AmountNotUnderstoodError) as refused:
        read_amount(text)

    assert (refused.value.text, refused.value.is_ambiguous) == (text, is_ambiguous)


def test_currencies_are_those_in_use():
    codes = currencies()

    assert {"TRY", "EUR", "USD", "GBP", "JPY"} <= set(codes)
    assert {"DEM", "TRL", "XXX"} & set(codes) == set()
    assert (currency_name("TRY", "tr"), currency_name("EUR", "en")) == ("Türk lirası", "Euro")


@pytest.mark.parametrize(
    ("value", "currency"), [("1", ""), ("1", "eur"), ("1", "DEM"), ("-1", "EUR"), (MOST, "EUR")]
)
def test_amount_is_never_without_a_currency_and_never_below_nothing(value, currency):
    with pytest.raises(ValueError, match=r"ISO 4217|between"):
        Amount(Decimal(value), currency)


def test_amount_is_said_in_the_readers_language():
    amount = Amount(Decimal("1250.5"), "EUR")

    assert (amount.said_in("tr"), amount.said_in("en")) == ("€1.250,50", "€1,250.50")


amounts = st.builds(Amount, st.decimals(0, 10**9, places=2), st.sampled_from(["EUR", "TRY", "USD"]))


@given(st.lists(amounts))
def test_totals_add_up_for_each_currency_apart(given_amounts):
    found = {total.currency: total.value for total in totals(given_amounts)}

    assert set(found) == {each.currency for each in given_amounts}
    assert all(
        value == sum(each.value for each in given_amounts if each.currency == currency)
        for currency, value in found.items()
    )
    assert list(found) == sorted(found)
