import pytest

from elci.domain.extraction.cleaning import LONGEST_CELL
from elci.domain.extraction.codes import ProblemCode, RemarkCode
from elci.domain.extraction.columns import recognise_columns
from elci.domain.extraction.pasted import LONGEST_PASTE, read_pasted
from elci.domain.extraction.remarks import problem, remark
from elci.domain.extraction.rows import extract_rows
from elci.domain.extraction.sentences import PROBLEMS, REMARKS
from elci.domain.extraction.tables import SourceRow, SourceTable, table_of
from elci.domain.vocabularies import Instrument, MembershipGrade

HEADER = ["No", "Şehir", "Ülke", "Tarih", "Durum"]
TIES = "Kardeş Şehirler"


def codes(row):
    return [one.code.value for one in row.problems]


def reasons(row):
    return [one.code.value for one in row.reasons]


def acts(row):
    return [f"{act.kind.value} {act.date}" for act in row.acts]


@pytest.mark.parametrize(
    ("name", "country", "place", "problems"),
    [
        ("Almanya Krefeld", "", "Krefeld", []),
        ("Krefeld/Almanya", "", "Krefeld", []),
        ("Krefeld, Germany", "", "Krefeld", []),
        ("Macaristan VAC Belediyesi", "", "Vác", []),
        ("Vác (Macaristan)", "", "Vác", []),
        ("Mostar - Bosna Hersek", "", "Mostar", []),
        ("İSTİP", "Makedonya", "Shtip", []),
        ("Filibe (Plovdiv)", "Bulgaristan", "Plovdiv", []),
        ("Kolozsvar", "Romanya", "Cluj-Napoca", []),
        ("Rio de Janerio", "Brezilya", "Rio de Janeiro", []),
        ("Leipzig", "Doğu Almanya", "Leipzig", []),
        ("Stari Grad, Saraybosna", "Bosna Hersek", "Sarajevo", ["place_doubtful"]),
        ("Berlin", "Fransa", "Berlin", ["country_contradicted"]),
        ("Berlin", "Narnia", "Berlin", ["country_not_known"]),
        ("Xyzzyquux", "Fransa", None, ["place_not_found"]),
        ("Fransa", "", "France", ["party_is_country"]),
        ("Bursa", "", "Bursa", ["party_at_home"]),
        ("Bursa", "Türkiye", "Bursa", []),
        ("Yalova Üniversitesi", "", None, ["not_local_government"]),
        ("Ticaret Bakanlığı", "Fransa", None, ["not_local_government"]),
    ],
)
def test_partner_is_found_or_asked_about(name, country, place, problems, rows_of):
    (row,) = rows_of([HEADER, ["1", name, country, "1990", ""]], name=TIES)

    found = row.party.resolution.place
    assert (None if found is None else found.name_in("en"), codes(row)) == (place, problems)
    assert row.auto == (problems == [])


@pytest.mark.parametrize(
    ("name", "country", "kind", "body"),
    [
        ("Karaçi Büyükşehir İdaresi", "Pakistan", "city", "metropolitan_municipality"),
        ("Frankfurt / Main Belediyesi", "Almanya", "city", "municipality"),
        ("Gyeongsangbuk-do", "Güney Kore", "region", "region"),
        ("Pest Megye", "Macaristan", "region", "county"),
        ("Pest County", "Macaristan", "region", "county"),
        ("Punjab Eyaleti", "Hindistan", "region", "region"),
        ("Berlin", "Almanya", "city", "local_authority"),
        ("Çankaya", "Türkiye", "district", "district"),
        ("Association des maires", "Fransa", "body", "union"),
        ("Marmara Belediyeler Birliği", "Türkiye", "body", "union"),
    ],
)
def test_bodies_are_told_apart_from_places(name, country, kind, body, rows_of):
    (row,) = rows_of([HEADER, ["1", name, country, "1990", ""]], name=TIES)

    assert (row.party.kind, row.party.body_kind.value) == (kind, body)


def test_county_of_which_only_a_city_is_known_is_asked_about(rows_of):
    (row,) = rows_of([HEADER, ["1", "Landkreis Kassel", "Almanya", "1990", ""]], name=TIES)

    assert codes(row) == ["body_is_wider"]


@pytest.mark.parametrize(
    ("cell", "names", "asked"),
    [
        ("Berlin, Köln", ["Berlin", "Cologne"], True),
        ("Berlin ve Köln", ["Berlin", "Cologne"], False),
        ("Berlin / Köln", ["Berlin", "Cologne"], False),
        ("Berlin; Paris", ["Berlin", "Paris"], True),
        ("Berlin\nKöln", ["Berlin", "Cologne"], True),
        ("Frankfurt /\nMain", ["Frankfurt am Main"], False),
        ("Gyeongsangbuk\n-do", ["Gyeongsangbuk-do"], False),
    ],
)
def test_several_partners_in_a_cell_are_shown_apart(cell, names, asked, rows_of):
    rows = rows_of([["Şehir", "Yıl"], [cell, "1990"]], name=TIES)

    assert [row.party.resolution.place.name_in("en") for row in rows] == names
    assert [row.row for row in rows] == [2] * len(names)
    assert {"several_parties" in codes(row) for row in rows} == {asked}


def test_region_column_decides_between_namesakes(rows_of):
    rows = rows_of(
        [
            ["City", "State", "Country", "Year"],
            ["Springfield", "Illinois", "United States", "1990"],
            ["Springfield", "Missouri", "United States", "1991"],
        ],
        name="Sister cities",
    )

    assert [row.party.resolution.place.region for row in rows] == ["US-IL", "US-MO"]


@pytest.mark.parametrize(
    ("status", "expected", "told", "problems"),
    [
        ("", "active", ["signed 1990"], []),
        ("Aktif", "active", ["signed 1990"], []),
        ("Pasif", "inactive", ["signed 1990"], []),
        ("İptal", "terminated", ["signed 1990", "terminated XXXX"], ["end_date_not_given"]),
        ("sona erdi", "terminated", ["signed 1990", "terminated XXXX"], ["end_date_not_given"]),
        ("gekündigt 2019", "terminated", ["signed 1990", "terminated 2019"], []),
        ("cancelled", "terminated", ["signed 1990", "terminated XXXX"], ["end_date_not_given"]),
        ("askıya alındı", "suspended", ["signed 1990", "suspended XXXX"], ["end_date_not_given"]),
        ("mor", "active", ["signed 1990"], ["status_not_understood"]),
        ("imzalandı", "active", ["signed 1990"], []),
        ("feshedildi 1985", "active", ["signed 1990", "terminated 1985"], ["dates_out_of_order"]),
    ],
)
def test_status_is_what_the_acts_say(status, expected, told, problems, rows_of):
    (row,) = rows_of([HEADER, ["1", "Lyon", "Fransa", "1990", status]], name=TIES)

    assert (row.status, acts(row), codes(row)) == (expected, told, problems)


@pytest.mark.parametrize(
    ("status", "expected", "told"),
    [
        ("planlanıyor", "planned", ["proposed XXXX"]),
        ("reddedildi", "refused", ["permit_refused XXXX"]),
        ("bakanlık onayı bekleniyor", "planned", ["permit_asked XXXX"]),
    ],
)
def test_tie_that_was_never_signed_is_planned_or_refused(status, expected, told, rows_of):
    (row,) = rows_of([HEADER, ["1", "Lyon", "Fransa", "", status]], name=TIES)

    assert (row.status, acts(row), codes(row)) == (expected, told, [])


def test_council_decision_alone_leaves_a_listed_tie_active(rows_of):
    (row,) = rows_of(
        [["Şehir", "Ülke", "Meclis Kararı"], ["Lyon", "Fransa", "01.02.1990"]], name=TIES
    )

    assert (row.status, acts(row)) == ("active", ["council_decision 1990-02-01"])


def test_mark_in_brackets_is_no_part_of_the_name(rows_of):
    (row,) = rows_of([HEADER, ["1", "Lyon (İptal)", "Fransa", "1990", ""]], name=TIES)

    assert (row.party.resolution.place.name, row.status) == ("Lyon", "terminated")


def test_status_word_in_place_of_a_number_is_kept_and_another_word_is_not(rows_of):
    rows = rows_of(
        [
            HEADER,
            ["1", "Lyon", "Fransa", "1990", ""],
            ["İptal", "Nantes", "Fransa", "1991", ""],
            ["x", "Paris", "Fransa", "1992", ""],
        ],
        name=TIES,
    )

    assert [row.status for row in rows] == ["active", "terminated", "active"]


@pytest.mark.parametrize(
    ("cell", "places"),
    [
        ("Rabat-İstanbul", [("Rabat", "İstanbul")]),
        ("Rabat, İstanbul", [("Rabat", "İstanbul")]),
        ("İstanbul, Türkiye", [("İstanbul, Türkiye",)]),
        ("Stratford-upon-Avon", [("Stratford-upon-Avon",)]),
        ("Rabat ve İstanbul", [("Rabat", "İstanbul")]),
        ("Belediye Sarayı", [("Belediye Sarayı",)]),
        ("İmza: Rabat Yenileme: İstanbul", [("Rabat",)]),
        ("Rabat (imza) İstanbul (yenileme)", [("Rabat",)]),
    ],
)
def test_places_of_signature_go_to_the_signing(cell, places, rows_of):
    (row,) = rows_of(
        [["Şehir", "Ülke", "Tarih", "İmza Yeri"], ["Rabat", "Fas", "1990", cell]], name=TIES
    )

    assert [act.places for act in row.acts] == places


def test_labelled_place_goes_to_its_own_act(rows_of):
    (row,) = rows_of(
        [
            ["Şehir", "Ülke", "Tarih", "İmza Yeri"],
            ["Rabat", "Fas", "1990, yenilendi 2010", "Yenilenme: Rabat"],
        ],
        name=TIES,
    )

    assert [act.places for act in row.acts] == [(), ("Rabat",)]


def test_place_goes_to_the_first_act_where_none_is_a_signing(rows_of):
    (row,) = rows_of(
        [["Şehir", "Ülke", "Tarih", "İmza Yeri"], ["Rabat", "Fas", "yenilendi 2010", "Rabat"]],
        name=TIES,
    )

    assert [act.places for act in row.acts] == [("Rabat",)]


@pytest.mark.parametrize(
    ("cell", "given", "instrument", "problems"),
    [
        ("Mutabakat Zaptı", None, Instrument.MEMORANDUM, []),
        ("Mutabakat Zaptı", Instrument.MEMORANDUM, Instrument.MEMORANDUM, []),
        ("Mutabakat Zaptı", Instrument.SISTER_CITY, Instrument.SISTER_CITY, ["instrument_differs"]),
        ("İyi niyet mektubu / kardeşlik", None, Instrument.GOODWILL_LETTER, ["instrument_unclear"]),
        ("", None, None, ["no_instrument"]),
        ("", Instrument.SISTER_CITY, Instrument.SISTER_CITY, []),
        ("友好城市", None, Instrument.SISTER_CITY, []),
        ("자매결연", None, Instrument.SISTER_CITY, []),
        ("Städtepartnerschaftsvertrag", None, Instrument.SISTER_CITY, []),
    ],
)
def test_kind_of_tie_comes_from_a_person_or_the_cell(cell, given, instrument, problems, rows_of):
    (row,) = rows_of(
        [["Şehir", "Ülke", "Tür"], ["Lyon", "Fransa", cell]],
        instrument=given,
    )

    assert (row.instrument, codes(row)) == (instrument, problems)


def test_heading_between_rows_gives_the_kind_of_tie_below_it(rows_of):
    rows = rows_of(
        [
            ["Şehir", "Ülke"],
            ["KARDEŞ ŞEHİRLER", ""],
            ["Lyon", "Fransa"],
            ["MUTABAKAT ZABITLARI", ""],
            ["Berlin", "Almanya"],
        ]
    )

    assert [row.instrument for row in rows if not row.skipped] == [
        Instrument.SISTER_CITY,
        Instrument.MEMORANDUM,
    ]


def test_header_says_the_kind_of_tie_where_no_name_does(rows_of):
    (row,) = rows_of([["Partnerstadt", "Land"], ["Lyon", "Frankreich"]])

    assert (row.instrument, row.auto) == (Instrument.SISTER_CITY, True)


@pytest.mark.parametrize(
    ("printed", "grade", "problems"),
    [
        ("Üye", MembershipGrade.MEMBER, []),
        ("Kurucu üye, Yönetim Kurulu Üyesi", MembershipGrade.BOARD, []),
        ("Beobachter", MembershipGrade.ASSOCIATE, []),
        ("mor", None, ["grade_not_understood"]),
        ("", None, []),
    ],
)
def test_grade_of_a_membership_is_read(printed, grade, problems, rows_of):
    (row,) = rows_of([["Kuruluş", "Üyelik Durumu", "Üyelik Tarihi"], ["UCLG", printed, "2004"]])

    assert (row.grade, row.grade_as_printed, codes(row)) == (grade, printed, problems)
    assert (row.instrument, acts(row)) == (Instrument.MEMBERSHIP, ["entered_into_force 2004"])


def test_acronyms_without_countries_are_memberships(rows_of):
    (row,) = rows_of([["Kısaltma", "Kuruluş", "Tarih"], ["UCLG", "Birleşmiş Kentler", "2004"]])

    assert (row.instrument, row.party.name) == (Instrument.MEMBERSHIP, "Birleşmiş Kentler")


def test_membership_without_a_full_name_goes_by_its_acronym(rows_of):
    (row,) = rows_of([["Kısaltma", "Üyelik Durumu"], ["UCLG", "Üye"]])

    assert (row.party.name, row.party.acronym, row.party.kind) == ("UCLG", "UCLG", "body")


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Dış İlişkiler Müdürlüğü, AB\nMüdürlüğü", ("Dış İlişkiler Müdürlüğü", "AB Müdürlüğü")),
        ("Sağlık Daire\nBaşkanlığı", ("Sağlık Daire Başkanlığı",)),
        ("Haller Müdürlüğü\nEğitim Müdürlüğü", ("Haller Müdürlüğü", "Eğitim Müdürlüğü")),
        ("", ()),
    ],
)
def test_units_keep_their_order(cell, units, rows_of):
    (row,) = rows_of([["Kuruluş", "Üyelik Durumu", "İlgili Birimler"], ["UCLG", "Üye", cell]])

    assert row.units == units


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (["No", "Şehir", "Ülke", "Tarih", "Durum"], "is_header"),
        (["Number", "City", "Country", "Year", "Status"], "is_header"),
        (["Toplam", "2", "", "", ""], "is_total"),
        (["", "Genel Toplam", "", "2", ""], "is_total"),
        (["TOPLAM", "", "", "", ""], "is_total"),
        (["Kaynak: Dış İlişkiler Müdürlüğü", "", "", "", ""], "is_note"),
        (["Not", "belediye arşivi", "", "", ""], "is_note"),
        (["Sayfa 3", "", "", "", ""], "is_note"),
        (["3", "", "", "", ""], "is_note"),
        (["* Meclis kararı beklenmektedir.", "", "", "", ""], "is_note"),
        (
            [
                "Bu listede yer alan bütün ilişkiler belediye meclisinin kararıyla kurulmuştur.",
                "",
                "",
                "",
                "",
            ],
            "is_note",
        ),
        (["FRANSA (2)", "", "", "", ""], "is_heading"),
        (["FRANSA"] * 5, "is_heading"),
        (["Avrupa", "", "", "", ""], "is_heading"),
        (["Kardeş şehir ilişkisi kurulan yerel yönetimler", "", "", "", ""], "is_heading"),
    ],
)
def test_rows_that_tell_of_no_relation_are_left_out_with_a_reason(cells, reason, rows_of):
    rows = rows_of(
        [HEADER, ["1", "Lyon", "Fransa", "1990", ""], cells, ["2", "Bonn", "Almanya", "1991", ""]],
        name=TIES,
    )

    assert [(row.skipped, row.auto) for row in rows] == [
        (False, True),
        (True, False),
        (False, True),
    ]
    assert reasons(rows[1]) == [reason]


def test_continent_ends_the_country_above_it(rows_of):
    rows = rows_of(
        [["Şehir", "Yıl"], ["FRANSA", ""], ["Lyon", "1990"], ["ASYA", ""], ["Lahor", "1991"]],
        name=TIES,
    )

    assert [row.party.country_as_read for row in rows if not row.skipped] == ["FRANSA", ""]


def test_lone_partner_without_any_other_cell_is_a_row(rows_of):
    rows = rows_of(
        [HEADER, ["", "Lyon", "", "", ""], ["2", "Bonn", "Almanya", "1991", ""]], name=TIES
    )

    assert [row.skipped for row in rows] == [False, False]


def test_lone_date_is_a_row_without_a_partner(rows_of):
    rows = rows_of(
        [HEADER, ["1", "Bonn", "Almanya", "1991", ""], ["", "", "", "1992", ""]], name=TIES
    )

    assert [codes(row) for row in rows] == [[], ["no_party"]]
    assert (rows[1].party, rows[1].auto) == (None, False)


def test_merged_countries_need_a_layout_that_shows_them(rows_of):
    merged = rows_of(
        [
            ["Ülke", "Şehir"],
            ["Almanya", "Bonn"],
            ["", "Berlin"],
            ["Fransa", "Lyon"],
            ["", "Nantes"],
        ],
        name=TIES,
    )
    repeated = rows_of(
        [["Ülke", "Şehir"], ["Almanya", "Bonn"], ["", "Berlin"], ["Almanya", "Lyon"]], name=TIES
    )
    elsewhere = rows_of(
        [["Ülke", "Şehir"], ["Almanya", "Bonn"], ["", "Kyoto"], ["Fransa", "Lyon"], ["", "Lahor"]],
        name=TIES,
    )

    assert [row.party.country_as_read for row in merged] == ["Almanya"] * 2 + ["Fransa"] * 2
    assert "country_from_above" in reasons(merged[1])
    assert [row.party.country_as_read for row in repeated] == ["Almanya", "", "Almanya"]
    assert [row.party.country_as_read for row in elsewhere] == ["Almanya", "", "Fransa", ""]


def test_long_table_of_merged_countries_is_judged_by_its_first_partners(rows_of):
    german = ["Berlin", "Köln", "Bremen", "Bonn", "Kassel", "Mainz", "Trier"] * 4

    rows = rows_of(
        [["Ülke", "Şehir"], ["Almanya", "Hamburg"], *(["", city] for city in german)], name=TIES
    )

    assert {row.party.country_as_read for row in rows} == {"Almanya"}


def test_own_side_is_kept_and_never_the_partner(rows_of):
    (first, _second) = rows_of(
        [
            ["Belediye", "Kardeş Şehir", "Ülke"],
            ["Bursa", "Saraybosna", "Bosna Hersek"],
            ["İzmir", "Bremen", "Almanya"],
        ]
    )

    assert (first.host, first.party.resolution.place.name_in("en")) == ("Bursa", "Sarajevo")


def test_cells_beyond_the_columns_are_asked_about(rows_of):
    rows = rows_of(
        [["Şehir", "Ülke"], ["Lyon", "Fransa"], ["Bonn", "Almanya", "", "kayıp hücre"]], name=TIES
    )

    assert [codes(row) for row in rows] == [[], ["extra_cells"]]


def test_broken_letters_are_put_right_and_told(rows_of):
    (row,) = rows_of([["ġehir", "Ülke"], ["KöstenceĢ", "Romanya"]], name="KARDEġ ġEHĠRLER")

    assert "letters_repaired" in reasons(row)
    assert row.raw["party"] == "KöstenceĢ"


def test_hidden_signs_that_turn_the_writing_are_asked_about(rows_of):
    (row,) = rows_of([["Şehir", "Ülke"], ["Ly\u202eon", "Fransa"]], name=TIES)

    assert codes(row) == ["direction_overridden"]
    assert row.party.resolution.place.name == "Lyon"


def test_cell_of_a_megabyte_is_read_in_part_and_told(rows_of):
    (row,) = rows_of([["Şehir", "Ülke"], ["Lyon " + "x" * 1_000_000, "Fransa"]], name=TIES)

    assert "cell_too_long" in codes(row)
    assert len(row.raw["party"]) == LONGEST_CELL


def test_text_longer_than_is_read_is_told(gazetteer):
    line = "Lyon\tFransa\t1990\n"
    (table,) = read_pasted(line * (LONGEST_PASTE // len(line) + 2), gazetteer=gazetteer)
    shorter = SourceTable(table.rows[:5], table.name, is_complete=table.is_complete)

    columns = recognise_columns(shorter, gazetteer=gazetteer)
    rows = extract_rows(shorter, columns, gazetteer=gazetteer)

    assert (rows[-1].skipped, codes(rows[-1])) == (True, ["table_cut"])


def test_empty_table_that_was_cut_says_so(gazetteer):
    table = SourceTable((), is_complete=False)

    (row,) = extract_rows(table, recognise_columns(table, gazetteer=gazetteer), gazetteer=gazetteer)

    assert (row.row, codes(row)) == (1, ["table_cut"])


def test_page_and_number_of_the_source_are_kept(gazetteer):
    table = SourceTable((SourceRow(7, ("Lyon", "Fransa", "1990"), page=3),), "Kardeş şehirler")

    (row,) = extract_rows(table, recognise_columns(table, gazetteer=gazetteer), gazetteer=gazetteer)

    assert (row.row, row.page) == (7, 3)


def test_table_without_a_partner_says_which_column_is_missing(rows_of):
    rows = rows_of([["1"], ["2"], ["3"]])

    assert {code for row in rows for code in codes(row)} == {"no_party_column", "no_instrument"}


def test_confidence_is_score_times_columns_times_problems(gazetteer):
    table = table_of([["Şehir", "Ülke"], ["Lyon", "Fransa"]])
    columns = recognise_columns(table, gazetteer=gazetteer)

    (row,) = extract_rows(table, columns, gazetteer=gazetteer)

    assert codes(row) == ["no_instrument"]
    assert row.confidence == round(row.party.resolution.score * columns.confidence * 0.8, 3)


def test_month_before_day_is_known_from_the_column(rows_of):
    rows = rows_of(
        [
            ["City", "Country", "Date"],
            ["Chicago", "United States", "04/25/1990"],
            ["Houston", "United States", "03/04/1995"],
        ],
        name="Sister cities",
    )

    assert [acts(row) for row in rows] == [["signed 1990-04-25"], ["signed 1995-03-04"]]


@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_remark_and_problem_has_a_sentence(language):
    params = {
        **dict.fromkeys(("name", "country", "place", "words", "year", "column"), "x" * 200),
        **dict.fromkeys(("successor_tr", "successor_en", "since_tr", "since_en"), "x" * 200),
        "role": "party",
        "count": 3,
    }

    remarks = [remark(code, **params).sentence_in(language) for code in RemarkCode]
    problems = [problem(code, **params).sentence_in(language) for code in ProblemCode]

    assert len(set(remarks)) == len(RemarkCode) == len(REMARKS)
    assert len(set(problems)) == len(ProblemCode) == len(PROBLEMS)
    assert not any("x" * 100 in sentence for sentence in (*remarks, *problems))
