import pytest

from elci.domain.acts.kinds import ActKind
from elci.domain.extraction.columns import Role, header_key, place_key, recognise_columns
from elci.domain.extraction.headers import read_header
from elci.domain.extraction.remarks import ProblemCode
from elci.domain.extraction.roles import role_label
from elci.domain.extraction.tables import SourceTable
from elci.domain.vocabularies import Instrument

CITIES = [
    ["Berlin", "Almanya", "17.11.1989"],
    ["Köln", "Almanya", "09.05.1997"],
    ["Lyon", "Fransa", "1999"],
]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("No", Role.NUMBER),
        ("#", Role.NUMBER),
        ("№", Role.NUMBER),
        ("Sıra No", Role.NUMBER),
        ("KARDEŞ ŞEHİR ADI", Role.PARTY),
        ("Kardeş Şehrin Bulunduğu Ülke", Role.COUNTRY),
        ("Country of the twin town", Role.COUNTRY),
        ("Şehir / Ülke", Role.PARTY),
        ("City and country", Role.PARTY),
        ("city_tr", Role.PARTY),
        ("partnerLabel", Role.PARTY),
        ("İmzalandığı Tarih", Role.DATE),
        ("Meclis Karar Tarihi ve Sayısı", Role.COUNCIL_DATE),
        ("Bakanlık Onay Tarihi", Role.MINISTRY_DATE),
        ("Place and date of signing", Role.DATE),
        ("İmza Yeri", Role.PLACE),
        ("Partnerstadt", Role.PARTY),
        ("Unterzeichnung der Partnerschaft", Role.DATE),
        ("Страна", Role.COUNTRY),
        ("Дата подписания", Role.DATE),
        ("Rok podpisania", Role.DATE),
        ("Država", Role.COUNTRY),
        ("التاريخ", Role.DATE),
        ("País", Role.COUNTRY),
        ("Comune gemellato", Role.PARTY),
        ("Année du jumelage", Role.DATE),
        ("Üyelik Durumu", Role.GRADE),
        ("İlgili Birimler", Role.UNITS),
        ("Nüfus", Role.OTHER),
    ],
)
def test_header_names_a_role(header, role):
    assert read_header(header).role is role


@pytest.mark.parametrize(
    "header",
    [
        "",
        "   ",
        "2019",
        "Berlin",
        "bu tabloda yer alan bütün bilgiler arşivden derlenmiş ve on kişi tarafından yazılmıştır",
    ],
)
def test_other_words_are_no_header(header):
    assert read_header(header) is None


def test_header_of_two_acts_gives_their_order():
    reading = read_header("Meclis Kararı / Bakanlık Onayı")

    assert (reading.role, reading.acts) == (
        Role.DATE,
        (ActKind.COUNCIL_DECISION, ActKind.PERMIT_GRANTED),
    )


def test_columns_without_headers_are_known_by_what_they_hold(columns_of):
    columns = columns_of(CITIES)

    assert columns.roles == (Role.PARTY, Role.COUNTRY, Role.DATE)
    assert (columns.first_row, columns.headers, columns.confidence) == (0, (), 0.8)


def test_content_overrules_headers_that_lie(columns_of):
    columns = columns_of([["Tarih", "Şehir", "Ülke"], *CITIES])

    assert columns.roles == (Role.PARTY, Role.COUNTRY, Role.DATE)
    assert columns.confidence == 0.7
    assert [reason.code.value for reason in columns.reasons] == [
        "content",
        "header_overruled",
        "header_overruled",
    ]


def test_what_a_person_said_beats_header_and_content(columns_of):
    columns = columns_of(
        [["Tarih", "Şehir", "Ülke"], *CITIES],
        remembered={header_key("TARİH"): Role.PARTY, "sehir": Role.COUNTRY, "ulke": Role.DATE},
    )

    assert columns.roles == (Role.PARTY, Role.COUNTRY, Role.DATE)
    assert columns.confidence == 1.0
    assert {reason.code.value for reason in columns.reasons} == {"header_remembered"}


def test_remembered_role_keeps_the_acts_that_its_header_names(columns_of):
    header = "Meclis Kararı / Bakanlık Onayı"

    columns = columns_of(
        [["Şehir", header], ["Berlin", "05.02.1999 / 07.05.1999"]],
        remembered={header_key(header): Role.DATE},
    )

    assert columns.acts[1] == (ActKind.COUNCIL_DECISION, ActKind.PERMIT_GRANTED)


def test_two_header_rows_are_read_together(columns_of):
    columns = columns_of(
        [
            ["KARDEŞ ŞEHİRLER", "", "", "", ""],
            ["Şehir", "Ülke", "Tarih", "", ""],
            ["", "", "Meclis Kararı", "Bakanlık Onayı", "İmza"],
            ["Berlin", "Almanya", "01.02.1989", "03.05.1989", "17.11.1989"],
            ["Köln", "Almanya", "", "", "09.05.1997"],
        ]
    )

    assert columns.roles == (
        *(Role.PARTY, Role.COUNTRY, Role.COUNCIL_DATE, Role.MINISTRY_DATE, Role.DATE),
    )
    assert (columns.first_row, columns.title) == (3, ("KARDEŞ ŞEHİRLER",))
    assert columns.headers[2] == "Tarih Meclis Kararı"


def test_column_of_places_at_home_is_the_own_side(columns_of):
    columns = columns_of(
        [
            ["Belediye", "Kardeş Şehir", "Ülke"],
            ["Bursa", "Saraybosna", "Bosna Hersek"],
            ["İzmir", "Bremen", "Almanya"],
        ]
    )

    assert columns.roles == (Role.HOST, Role.PARTY, Role.COUNTRY)


def test_second_column_of_names_is_kept_as_a_note(columns_of):
    columns = columns_of(
        [
            ["Şehir", "Belediye", "Ülke"],
            ["Berlin", "Berlin Senatosu", "Almanya"],
            ["Lyon", "Lyon Belediyesi", "Fransa"],
        ]
    )

    assert columns.roles == (Role.PARTY, Role.NOTE, Role.COUNTRY)


def test_own_side_without_header_is_known_by_its_country(columns_of):
    columns = columns_of(
        [
            ["Bursa", "Saraybosna", "Bosna Hersek", "1972"],
            ["İzmir", "Bremen", "Almanya", "1995"],
            ["Konya", "Lahor", "Pakistan", "2008"],
        ]
    )

    assert columns.roles == (Role.HOST, Role.PARTY, Role.COUNTRY, Role.DATE)


def test_every_partner_at_home_is_below_the_header_that_names_a_tie(columns_of):
    named = columns_of([["Belediye", "Kardeş Şehir"], ["Bursa", "İzmir"], ["Konya", "Ankara"]])
    unnamed = columns_of([["Belediye", "Şehir"], ["Bursa", "İzmir"], ["Konya", "Ankara"]])

    assert named.roles == (Role.HOST, Role.PARTY)
    assert unnamed.roles == (Role.PARTY, Role.NOTE)


def test_grade_under_a_header_of_status_is_a_grade(columns_of):
    columns = columns_of([["Kuruluş", "Durum"], ["UCLG", "Üye"], ["ICLEI", "Yönetim Kurulu Üyesi"]])

    assert columns.roles == (Role.PARTY, Role.GRADE)


def test_web_addresses_are_of_no_use(columns_of):
    columns = columns_of(
        [
            ["country", "countryLabel", "itemLabel"],
            ["http://example.org/Q183", "Germany", "Berlin"],
            ["http://example.org/Q142", "France", "Lyon"],
        ]
    )

    assert columns.roles == (Role.OTHER, Role.COUNTRY, Role.PARTY)


def test_only_column_of_countries_called_cities_stays_the_partner(columns_of):
    columns = columns_of([["Şehir", "Yıl"], ["Lüksemburg", "1990"], ["Singapur", "1991"]])

    assert columns.roles == (Role.PARTY, Role.DATE)


@pytest.mark.parametrize(
    ("cells", "roles"),
    [
        ([], ()),
        ([[""]], (None,)),
        ([["1"], ["2"]], (Role.NUMBER,)),
        ([["xyzzy quux", "1990"], ["blorb frob", "1991"]], (Role.PARTY, Role.DATE)),
    ],
)
def test_tables_of_little_sense_get_what_can_be_said(cells, roles, columns_of):
    assert columns_of(cells).roles == roles


def test_columns_without_a_partner_have_no_confidence(columns_of, gazetteer):
    assert columns_of([["1"], ["2"]]).confidence == 0.0
    assert recognise_columns(SourceTable(()), gazetteer=gazetteer).confidence == 0.0


def test_without_a_host_country_no_side_is_taken_for_the_own(columns_of):
    cells = [["Belediye", "Kardeş Şehir"], ["Bursa", "Saraybosna"], ["Konya", "Bremen"]]

    assert columns_of(cells, host_country=None).roles == (Role.PARTY, Role.NOTE)


def test_every_role_and_reason_is_said_in_both_languages(columns_of):
    columns = columns_of([["Şehir", "Ülke"], ["Berlin", "Almanya"]])

    assert [reason.sentence_in("tr") for reason in columns.reasons] == [
        "“Şehir” başlığı: karşı taraf.",
        "“Ülke” başlığı: ülke.",
    ]
    assert all(role_label(role, "tr") and role_label(role, "en") for role in Role)


def test_lower_header_counts_where_the_upper_one_spans_several_columns(columns_of):
    columns = columns_of(
        [
            ["Şehir", "İmza Tarihi ve Yeri", "İmza Tarihi ve Yeri"],
            ["", "Tarih", "Yer"],
            ["Berlin", "01.02.1989", "Berlin"],
            ["Köln", "09.05.1997", "İstanbul"],
        ]
    )

    assert columns.roles == (Role.PARTY, Role.DATE, Role.PLACE)


@pytest.mark.parametrize("twin", ["twin", "P190", "kardeşŞehir", "sisterCity", "?sister"])
def test_variables_of_a_query_say_what_kind_of_tie_they_hold(twin, rows_of):
    head = ["city", "cityLabel", twin, f"{twin}Label", "countryLabel", "P580", "P582"]
    cells = [
        head,
        ["http://x/Q1", "Cologne", "http://x/Q2", "Turku", "Finland", "1967", ""],
        ["http://x/Q1", "Cologne", "http://x/Q3", "Lille", "France", "1958-05-12", "2010"],
    ]

    rows = rows_of(cells)

    assert [(row.party.name, row.host, row.instrument, row.auto) for row in rows] == [
        ("Turku", "Cologne", Instrument.SISTER_CITY, True),
        ("Lil", "Cologne", Instrument.SISTER_CITY, True),
    ]
    assert [[str(act.date) for act in row.acts] for row in rows] == [
        ["1967"],
        ["1958-05-12", "2010"],
    ]


def test_a_variable_that_says_nothing_of_the_tie_leaves_the_question(rows_of):
    cells = [["partner", "partnerLabel"], ["http://x/Q2", "Turku"], ["http://x/Q3", "Lahti"]]

    codes = {problem.code for row in rows_of(cells) for problem in row.problems}

    assert ProblemCode.NO_INSTRUMENT in codes


def test_place_of_a_column_without_a_header_is_remembered(columns_of):
    remembered = {place_key(0): Role.NOTE, place_key(2): Role.PARTY}

    columns = columns_of([row[::-1] for row in CITIES], remembered=remembered)

    assert columns.roles == (Role.NOTE, Role.COUNTRY, Role.PARTY)
    assert columns.reasons[0].sentence_in("en").startswith("A person said earlier what column 1")
    assert columns.confidence == 0.8


def test_state_of_a_tie_is_told_from_a_state_of_a_country(rows_of):
    cells = [
        ["Ciudad hermana", "País", "Estado"],
        ["Rabat", "Marruecos", "Vigente"],
        ["Lyon", "Francia", "Suspendido"],
    ]

    assert [row.status for row in rows_of(cells)] == ["active", "suspended"]


def test_second_column_of_countries_is_no_place_of_signature(columns_of):
    cells = [
        ["Şehir", "Ülke", "", "Tarih"],
        ["Köln", "Almanya", "Almanya", "1997"],
        ["Lyon", "Fransa", "Fransa", "1999"],
    ]

    assert columns_of(cells).roles == (Role.PARTY, Role.COUNTRY, None, Role.DATE)
