"""Pasted lines that are sentences, enumerations and headings rather than rows of a table."""

import pytest


@pytest.mark.parametrize("sign", ["-", " - ", ".", ".)", ")", "–"])
def test_numbered_sentences_are_read_whole(sign, rows_of):
    lines = [
        "BURSA BÜYÜKŞEHİR BELEDİYESİ KARDEŞ ŞEHİRLERİ",
        f"1{sign} Almanya Darmstadt 22.04.1971 Kardeş Şehir",
        f"2{sign} Makedonya Bitola (Manastır) 21.01.1996 Kardeş Şehir",
        f"3{sign} KKTC Gazimağusa 15.07.1999 İşbirliği Protokolü",
        f"4{sign} Türkmenistan Aşkabat 2.2.1998 Kardeş Şehir (iptal)",
    ]

    rows = rows_of("\n".join(lines))

    assert [(row.party.name, row.instrument.value, row.auto) for row in rows] == [
        ("Darmstadt", "sister_city", True),
        ("Manastır", "sister_city", True),
        ("Gazimağusa", "cooperation_protocol", True),
        ("Aşkabat", "sister_city", False),
    ]
    assert [[str(act.date) for act in row.acts] for row in rows] == [
        ["1971-04-22"], ["1996-01-21"], ["1999-07-15"], ["1998-02-02", "XXXX"],
    ]  # fmt: skip


def test_number_may_stand_close_to_the_name(rows_of):
    rows = rows_of("Kardeş Şehirler\n1-Almanya Krefeld 12.04.1990\n2-Almanya Köln 1997")

    assert [(row.party.name, row.auto) for row in rows] == [("Krefeld", True), ("Köln", True)]


def test_municipality_is_no_part_of_the_country_in_brackets(rows_of):
    rows = rows_of(
        "Kardeş Belediyelerimiz\n1. KIRCAALİ BELEDİYESİ (Bulgaristan) 17.09.2010\n"
        "2. STARİ GRAD BELEDİYESİ (Bosna Hersek) 12.05.2006"
    )

    assert [row.raw["party"] for row in rows] == ["KIRCAALİ BELEDİYESİ", "STARİ GRAD BELEDİYESİ"]
    assert [row.raw["country"] for row in rows] == ["(Bulgaristan)", "(Bosna Hersek)"]


def test_dates_on_the_lines_below_the_names_belong_to_them(rows_of):
    rows = rows_of(
        "Partnerstädte der Stadt Neuenfeld\nNizza, Frankreich\n  Partnerschaftsvertrag vom "
        "2. Juli 1954\nSkopje, Nordmazedonien\n  seit 12. Mai 1982\nHadera, Israel\n  1995"
    )

    assert [(row.row, row.instrument.value, str(row.acts[0].date), row.auto) for row in rows] == [
        (2, "sister_city", "1954-07-02", True),
        (4, "sister_city", "1982-05-12", True),
        (6, "sister_city", "1995", True),
    ]


@pytest.mark.parametrize(
    "heading",
    ["Gdańsk – miasta partnerskie", "İzmir'in Kardeş Kentleri", "Konya Kardeş Şehirleri"],
)
def test_kind_of_tie_may_end_the_heading_of_a_list(heading, rows_of):
    first, *rows = rows_of(f"{heading}\nBrema (Niemcy) 1976\nKalmar (Szwecja) 1991\nLyon (Francja)")

    assert first.skipped
    assert {row.instrument.value for row in rows} == {"sister_city"}


@pytest.mark.parametrize(
    ("line", "name", "date"),
    [
        ("Marrakech (Marruecos). Desde 1999.", "Marrakesh", "1999"),
        ("Cork, Ireland. Twinned 1988", "Cork", "1988"),
        ("Charlotte, North Carolina, USA (1991)", "Charlotte", "1991"),
    ],
)
def test_end_of_a_sentence_parts_the_name_from_the_date(line, name, date, rows_of):
    rows = rows_of(f"Twin towns\nLyon (France)\n{line}\nLinz (Austria)\nBonn (Germany)")

    assert rows[1].party.resolution.place.name_in("en") == name
    assert [str(act.date) for act in rows[1].acts] == [date]


def test_sections_of_a_numbered_list_say_what_kind_of_tie_stands_below(rows_of):
    rows = rows_of(
        "ELENCO DEI GEMELLAGGI E DEI PATTI DI AMICIZIA\n\n"
        "Gemellaggi:\n1. Cracovia (Polonia) - 1988\n"
        "2. Norimberga (Germania) – 1954\nPatti di amicizia:\n3. Tirana (Albania) - 2003"
    )

    told = [row.instrument.value for row in rows if not row.skipped]
    assert told == ["sister_city", "sister_city", "cooperation_protocol"]
    assert all(row.auto for row in rows if not row.skipped)


def test_sentence_that_ends_with_a_colon_is_a_heading(rows_of):
    rows = rows_of(
        "Strasbourg est jumelée avec :\n– Boston (États-Unis), depuis 1960 ;\n– Lyon (France) ;\n"
        "Elle a aussi des accords de coopération avec :\n– Vologda (Russie), 2010 ;\n– Fès (Maroc)."
    )

    assert [row.instrument.value for row in rows if not row.skipped] == [
        *["sister_city"] * 2,
        *["cooperation_protocol"] * 2,
    ]


def test_sentences_with_the_country_in_the_genitive_are_read(rows_of):
    rows = rows_of(
        "Belediyemizin kardeş şehirleri şunlardır:\n"
        "Almanya'nın Neuss şehri ile 12 Mart 2007 tarihinde,\n"
        "Bulgaristan'ın Razgrad kenti ile 2005 yılında,\n"
        "Kosova'nın Prizren Belediyesi ile 15.05.2010 tarihinde kardeş şehir protokolü imzalandı."
    )

    assert [(row.party.name, row.auto) for row in rows if not row.skipped] == [
        ("Neuss", True), ("Razgrad", True), ("Prizren", True),
    ]  # fmt: skip


def test_several_tabs_between_headers_stand_for_one(rows_of):
    rows = rows_of(
        "Partnerstadt\t\tLand\t\tVertragsabschluss\nAarhus\t\t\tDänemark\t12. Mai 1987\n"
        "Rouen\t\tFrankreich\t\t3.2.1966"
    )

    assert [(row.party.resolution.place.country, row.auto) for row in rows] == [
        ("DK", True),
        ("FR", True),
    ]


def test_lines_above_the_first_heading_are_its_title(rows_of):
    rows = rows_of(
        "NEUENFELD BELEDİYESİ\n\nKARDEŞ ŞEHİRLER\nÜlke\tBelediye\tTarih\nAlmanya\tHanau\t2001\n"
        "Fransa\tLyon\t1980"
    )

    assert [(row.party.name, row.instrument.value) for row in rows] == [
        ("Hanau am Main", "sister_city"),
        ("Lyon", "sister_city"),
    ]


def test_heading_of_several_twin_towns_may_name_their_owner(rows_of):
    first, *rows = rows_of(
        "Города-побратимы Казани\nБрауншвейг, Германия — 1988\nУрбино, Италия\nКёльн"
    )

    assert first.skipped
    assert {row.instrument.value for row in rows} == {"sister_city"}


def test_words_between_two_dates_belong_to_the_later_where_the_first_opens(rows_of):
    row, _other = rows_of("Partnerstädte\nKaliningrad (Russland) 1992 ausgesetzt 2022\nBrest")[-3:]

    assert [f"{act.kind.value} {act.date}" for act in row.acts] == ["signed 1992", "suspended 2022"]


def test_partners_after_a_kind_of_tie_and_a_colon_are_rows(rows_of):
    rows = rows_of(
        "Kardeş şehirler: Köln (Almanya), Lefkoşa (KKTC), Mostar (Bosna-Hersek)\n"
        "İyi niyet mektupları: Suwon (Güney Kore)\nKardeş kentler: Krefeld, Bonn"
    )

    told = [(row.row, row.party.resolution.place.country, row.instrument.value) for row in rows]
    assert told == [
        (1, "DE", "sister_city"), (1, "CY", "sister_city"), (1, "BA", "sister_city"),
        (2, "KR", "goodwill_letter"), (3, "DE", "sister_city"), (3, "DE", "sister_city"),
    ]  # fmt: skip
    assert all(row.auto for row in rows)


def test_cells_behind_their_headers_make_a_row_for_each_block(rows_of):
    rows = rows_of(
        "Kardeş şehirlerimiz\n\nŞehir: Köln\nÜlke: Almanya\nİmza Tarihi: 12.05.1997\n\n"
        "Şehir: Lefkoşa\nÜlke: KKTC\nTürü: İyi Niyet Mektubu\n\nŞehir: Üsküp\nÜlke: Makedonya"
    )

    assert [(row.row, row.party.name, row.instrument.value, row.auto) for row in rows] == [
        (3, "Köln", "sister_city", True),
        (7, "Lefkoşa", "goodwill_letter", True),
        (11, "Üsküp", "sister_city", True),
    ]


def test_numbers_that_begin_anew_begin_another_list(rows_of):
    rows = rows_of(
        "NEUENFELD\n\nKARDEŞ ŞEHİR PROTOKOLÜ İMZALANAN BELEDİYELER\n1. Komrat – Moldova (2012)\n"
        "2. Gümülcine – Yunanistan\n3. Bonn – Almanya\n\n"
        "İYİ NİYET PROTOKOLÜ İMZALANAN BELEDİYELER\n"
        "1. Yokohama – Japonya (2016)\n2. Lyon – Fransa"
    )

    told = [row.instrument.value for row in rows if not row.skipped]
    assert told == [*["sister_city"] * 3, *["goodwill_letter"] * 2]


@pytest.mark.parametrize("words", ["mit", "with"])
def test_sentence_that_breaks_off_is_a_heading(words, rows_of):
    rows = rows_of(
        f"Städtepartnerschaften bestehen {words}\n* Brest (Frankreich), seit 1962\n"
        "* Jičín (Tschechien)\n"
        "Städtefreundschaften bestehen mit\n* Chiang Mai, Thailand (2007)"
    )

    assert [(row.skipped, row.auto) for row in rows] == [
        (True, False), (False, True), (False, True), (True, False), (False, True),
    ]  # fmt: skip


def test_region_names_the_partner_where_nothing_else_does(rows_of):
    rows = rows_of([["Landkreis", "Land", "seit"], ["Valencia", "Spanien", "2001"]], name="Partner")

    assert [row.party.as_read for row in rows] == ["Valencia"]


def test_date_cell_that_names_another_kind_of_tie_decides(rows_of):
    cells = [
        ["Kardeş Şehir", "Ülke", "Tarih"],
        ["Köln", "Almanya", "Memorandum 2010"],
        ["Bonn", "Almanya", "(protokol 1998)"],
        ["Lyon", "Fransa", "sin fecha"],
    ]

    told = [(row.instrument.value, [str(act.date) for act in row.acts]) for row in rows_of(cells)]

    assert told == [("memorandum", ["2010"]), ("sister_city", ["1998"]), ("sister_city", [])]


def test_number_of_a_decision_is_no_place(rows_of):
    cells = [
        ["Città gemellata", "Paese", "Delibera C.C."],
        ["Udine", "Italia", "n. 45 del 12/03/1984"],
        ["Lyon", "Francia", "14.05.2008 tarih ve 312 sayılı karar"],
    ]

    acts = [row.acts[0] for row in rows_of(cells)]

    assert [(act.number, act.places) for act in acts] == [("45", ()), ("312", ())]


def test_mark_beside_the_country_is_read(rows_of):
    cells = [["Şehir", "Ülke", "Tarih"], ["Moskova", "Rusya (askıda)", "1997"]]

    (row,) = rows_of(cells, name="Kardeş Şehirler")

    assert (row.party.resolution.place.country, row.status) == ("RU", "suspended")


def test_rows_drawn_with_bars_at_both_ends_are_a_table(rows_of):
    rows = rows_of(
        "# Sister cities\n\n| City | Country | Since |\n|---|---|---|\n| Bonn | Germany | 1990 |\n"
        "| Lyon | France | 1991 |"
    )

    assert [(row.party.name, row.auto) for row in rows] == [("Bonn", True), ("Lyon", True)]


def test_country_or_bracket_before_a_kind_of_tie_makes_no_heading(rows_of):
    rows = rows_of("Bonn (Almanya) kardeş şehir\nKrefeld (Almanya)\nLyon (Fransa)\nUdine (İtalya)")

    assert not any(row.skipped for row in rows)


def test_section_of_memberships_is_read_as_organisations(rows_of):
    rows = rows_of(
        "A) KARDEŞ ŞEHİRLER\n1. Saraybosna (Bosna Hersek) 14.06.2000\n2. Prizren (Kosova) 2011\n"
        "B) ULUSLARARASI ÜYELİKLER\n"
        "1. UCLG (Birleşmiş Kentler ve Yerel Yönetimler) – 2004 – üye\n"
        "2. Sağlıklı Kentler Birliği – 2005\n"
    )

    assert [(row.instrument.value, row.party.name) for row in rows] == [
        ("sister_city", "Saraybosna"),
        ("sister_city", "Prizren"),
        ("membership", "UCLG (Birleşmiş Kentler ve Yerel Yönetimler)"),
        ("membership", "Sağlıklı Kentler Birliği"),
    ]
    assert [str(row.acts[0].date) for row in rows] == ["2000-06-14", "2011", "2004", "2005"]


def test_only_row_below_a_heading_may_be_numbered(rows_of):
    rows = rows_of("A) Kardeş şehirler\n1. Köln\n2. Bonn\nB) İyi niyet mektupları\n1. Linz 2004")

    assert [(row.instrument.value, row.party.name) for row in rows] == [
        ("sister_city", "Köln"), ("sister_city", "Bonn"), ("goodwill_letter", "Linz"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("9 X 1999", "1999-10-09"),
        ("12.IV.2003", "2003-04-12"),
        ("1-I-1990", "1990-01-01"),
        ("5 XII 2001 r.", "2001-12-05"),
    ],
)
def test_months_may_be_roman_numbers(written, date, rows_of):
    (row,) = rows_of([["Miasto", "Państwo", "Data"], ["Angers", "Francja", written]])

    assert [str(act.date) for act in row.acts] == [date]


@pytest.mark.parametrize("written", ["H. 1420", "1420 هـ"])
def test_year_of_another_calendar_is_left_to_a_person(written, rows_of):
    (row,) = rows_of([["Şehir", "Ülke", "Tarih"], ["Cidde", "Suudi Arabistan", written]])

    assert row.acts == ()
    assert [problem.code.value for problem in row.problems].count("date_not_understood") == 1


def test_number_of_a_decision_is_no_year(rows_of):
    headers = ["Şehir", "Ülke", "Karar Tarihi", "Karar No", "Bakanlık Onay Sayısı"]
    (row,) = rows_of([headers, ["Hoy", "İran", "14.08.2001", "1999", "2001"]])

    assert [f"{act.kind.value} {act.date}" for act in row.acts] == ["council_decision 2001-08-14"]


def test_province_in_brackets_is_where_a_partner_at_home_lies(rows_of):
    rows = rows_of(
        "Kardeş Belediyeler\n1. Gölbaşı (Adıyaman) - 2015\n2. Kemer (Burdur) - 2016\n"
        "3. Edremit (Van) - 2017"
    )

    assert [(row.party.name, row.party.resolution.place.region) for row in rows] == [
        ("Gölbaşı", "TR-02"),
        ("Kemer", "TR-15"),
        ("Edremit", "TR-65"),
    ]
    assert [act.places for row in rows for act in row.acts] == [(), (), ()]
