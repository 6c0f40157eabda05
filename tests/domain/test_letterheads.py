from datetime import date

import pytest

from elci.domain.letterheads import (
    TEXTS,
    UNKNOWN,
    Fault,
    Letterhead,
    LetterheadError,
    Signatory,
    Signs,
    changed_parts,
    faults_in,
)

DAY = date(2026, 11, 25)
WHOLE = Letterhead(
    authority="Işıklı Belediye Başkanlığı",
    unit="Dış İlişkiler Müdürlüğü",
    detsis="12345678",
    file_code="724.01.03",
    address="Cumhuriyet Mahallesi No: 1 Işıklı",
    telephone="(0212) 000 00 00",
    email="dis@example.org",
    kep="isikli@hs01.kep.tr",
    website="www.example.org",
    contact_name="Çiğdem Öz",
    contact_title="Uzman",
    contact_telephone="(0212) 000 00 01",
    administrator="Işıklı Kaymakamlığı",
    signatories=(
        Signatory(name="Ayşe Işık", title="Belediye Başkanı", since=date(2024, 4, 1)),
        Signatory(name="Ömer Şahin", title="Müdür", signs=Signs.UNIT, until=date(2026, 12, 31)),
    ),
)


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("detsis", "12345678", None),
        ("detsis", "1234567", Fault.NOT_DETSIS),
        ("detsis", "123456789", Fault.NOT_DETSIS),
        ("detsis", "١٢٣٤٥٦٧٨", Fault.NOT_DETSIS),
        ("file_code", "724", None),
        ("file_code", "724.01.03", None),
        ("file_code", "10.07[2021/4]", None),
        ("file_code", "724.1", Fault.NOT_FILE_CODE),
        ("file_code", "724-01", Fault.NOT_FILE_CODE),
        ("email", "a@example.org", None),
        ("email", "a@example", Fault.NOT_EMAIL),
        ("email", "a b@example.org", Fault.NOT_EMAIL),
        ("kep", "ornek@hs01.kep.tr", None),
        ("kep", "ornek@hs01.KEP.tr", None),
        ("kep", "ornek@example.org", Fault.NOT_KEP),
        ("kep", "ornek@notkep.tr", Fault.NOT_KEP),
        ("website", "https://ışıklı.bel.tr/dis", None),
        ("website", "ışıklı", Fault.NOT_WEBSITE),
        ("administrator", "İstanbul Valiliği", None),
        ("administrator", "Valiliği", Fault.NOT_ADMINISTRATOR),
        ("administrator", "İstanbul Valiliğine", Fault.NOT_ADMINISTRATOR),
        ("telephone", "whatever", None),
    ],
)  # fmt: skip
def test_text_stands_on_a_letter_or_says_why_not(name, text, fault):
    expected = {} if fault is None else {name: fault}

    assert faults_in({name: text}) == expected
    assert faults_in({name: ""}) == {}
    if fault is None:
        assert getattr(Letterhead(**{name: text}), name) == text
    else:
        with pytest.raises(LetterheadError) as refused:
            Letterhead(**{name: text})
        assert refused.value.faults == expected


@pytest.mark.parametrize("head", [UNKNOWN, WHOLE])
def test_letterhead_is_read_as_it_was_written(head):
    assert Letterhead.read(head.written()) == head


def test_letterhead_written_before_a_part_was_known_of_is_read():
    assert Letterhead.read({"authority": "Işıklı"}) == Letterhead(authority="Işıklı")


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 11, 26), None, False),
        (None, date(2026, 11, 24), False),
        (None, date(2026, 11, 25), True),
        (date(2020, 1, 1), date(2027, 1, 1), True),
    ],
)  # fmt: skip
def test_signatory_is_in_office_from_the_first_day_to_the_last(since, until, expected):
    signatory = Signatory(name="Ayşe Işık", since=since, until=until)

    assert signatory.is_in_office_on(DAY) is expected


def test_first_of_those_in_office_signs():
    gone = Signatory(name="Ali İnci", until=date(2024, 3, 31))
    deputy = Signatory(name="Ece Su", on_behalf="Başkan a.")
    head = Letterhead(signatories=(gone, *WHOLE.signatories, deputy))

    assert head.signatory(Signs.AUTHORITY, DAY) == WHOLE.signatories[0]
    assert head.signatory(Signs.AUTHORITY, date(2024, 3, 31)) == gone
    assert head.signatory(Signs.UNIT, DAY) == WHOLE.signatories[1]
    assert head.signatory(Signs.UNIT, date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    ("people", "head"),
    [
        (("deputy", "mayor"), "mayor"),
        (("deputy",), "deputy"),
        (("gone", "deputy"), "deputy"),
        (("unit",), None),
    ],
)
def test_head_is_who_acts_in_nobodys_name_or_else_who_signs(people, head):
    known = {
        "mayor": Signatory(name="mayor"),
        "deputy": Signatory(name="deputy", on_behalf="Başkan a."),
        "gone": Signatory(name="gone", until=date(2026, 11, 24)),
        "unit": Signatory(name="unit", signs=Signs.UNIT),
    }
    letterhead = Letterhead(signatories=tuple(known[each] for each in people))

    assert letterhead.head(DAY) == (None if head is None else known[head])


@pytest.mark.parametrize(
    ("facts", "faults"),
    [
        ({"name": " "}, {"name": Fault.NAMELESS}),
        ({"name": "A", "since": DAY, "until": date(2026, 11, 24)},
         {"until": Fault.ENDS_BEFORE_IT_BEGINS}),
    ],
)  # fmt: skip
def test_signatory_that_cannot_be_is_refused(facts, faults):
    with pytest.raises(LetterheadError) as refused:
        Signatory(**facts)

    assert refused.value.faults == faults
    assert str(next(iter(faults))) in str(refused.value)


def test_parts_that_differ_are_named_in_order():
    assert changed_parts(UNKNOWN, WHOLE) == (*TEXTS, "signatories")
    assert changed_parts(WHOLE, WHOLE) == ()
