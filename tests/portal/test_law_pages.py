"""Asking the law in public: its words, their grounds, and addresses that make no sense."""

import csv
import io
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest

from elci.domain.law import labels, library
from elci.domain.law.deciding import decide
from elci.domain.law.overview import overview
from elci.domain.law.words import Verdict
from elci.portal import law
from tests.portal.pages import get

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 15)
LANGUAGES = pytest.mark.parametrize("language", ["tr", "en"])


def cells(day=DAY):
    """Every case of every pack, then the same with each circumstance that can be stated."""
    shelves = list(law.shelves().values())
    stated = [
        law.Shelf(shelf.key, shelf.pack, {**shelf.context, facet.key: value})
        for shelf in shelves
        for facet in shelf.pack.context
        for value in facet.values
        if facet.key not in shelf.context
    ]
    for shelf in (*shelves, *stated):
        for row in overview(shelf.pack, on=day, context=shelf.context):
            for cell in row.cells:
                yield shelf, cell


def ask(shelf, cell, day=DAY, **more):
    words = {"body": cell.body, "act": cell.act, "counterpart": cell.counterpart}
    asked = {**words, "date": day, "pack": shelf.key, **shelf.context, **more}
    return "law/?" + urlencode(asked)


def found(wanted):
    return next(
        (shelf, cell) for shelf, cell in cells() if not cell.impossible and wanted(shelf, cell)
    )


def answer_of(shelf, cell, day=DAY):
    asked = law.question(shelf, act=cell.act, body=cell.body, counterpart=cell.counterpart, on=day)
    return decide(shelf.pack, asked)


@LANGUAGES
@pytest.mark.parametrize("verdict", list(Verdict))
def test_answer_is_one_word_of_the_closed_list(client, verdict, language):
    page = get(client, f"/{language}/" + ask(*found(lambda _shelf, cell: cell.verdict is verdict)))

    assert page.texts("h2", id="answer")[0].startswith(
        labels.VERDICTS[verdict].in_language(language)
    )
    assert labels.NOT_ADVICE.in_language(language) in page.text


@LANGUAGES
def test_contested_answer_has_its_own_mark_and_every_reading(client, language):
    shelf, cell = found(
        lambda shelf, cell: cell.contested and answer_of(shelf, cell).slots[0].rule.readings
    )

    page = get(client, f"/{language}/" + ask(shelf, cell))

    word = {"tr": "tartışmalı", "en": "contested"}[language]
    assert page.texts("h2", id="answer")[0].endswith(word)
    for reading in answer_of(shelf, cell).slots[0].rule.readings:
        assert reading.text.in_language(language) in page.text


@LANGUAGES
def test_answer_tells_each_step_in_order_with_organ_and_ground(client, language):
    shelf, cell = found(lambda shelf, cell: len(answer_of(shelf, cell).steps) > 2)
    answer = answer_of(shelf, cell)

    page = get(client, f"/{language}/" + ask(shelf, cell))

    names = [step.step.name.in_language(language) for step in answer.steps]
    assert [each for each in page.texts("h3") if each in names] == names
    for step in answer.steps:
        (item,) = page.all("li", id=f"step-{step.key}")
        told = " ".join(item.text.split())
        assert " ".join(step.authority.in_language(language).split()) in told
        assert labels.OMISSIONS[step.step.missing].in_language(language) in told
        assert all(each.label.in_language(language) in told for each in step.citations)


def test_wording_stands_in_its_own_language_as_it_was_on_the_day(client):
    shelf, cell = found(
        lambda shelf, cell: (
            any(
                ground.wording and ground.wording.text
                for slot in answer_of(shelf, cell).slots
                for ground in slot.citations
            )
            and law.language_of_law(shelf.pack.jurisdiction) not in {"tr", "en"}
        )
    )

    page = get(client, "/en/" + ask(shelf, cell))

    language = law.language_of_law(shelf.pack.jurisdiction)
    quotes = " ".join(page.texts("blockquote", lang=language))
    for slot in answer_of(shelf, cell).slots:
        for ground in slot.citations:
            if ground.wording and ground.wording.text:
                assert " ".join(ground.wording.text.split()) in quotes


def test_draft_is_told_as_a_draft(client):
    shelf, cell = found(lambda shelf, _cell: shelf.pack.status == "draft")

    assert "draft: no lawyer has confirmed it yet" in get(client, "/en/" + ask(shelf, cell)).text


def test_answer_leads_to_the_day_on_which_it_changes(client):
    shelf, cell, changes = next(
        (shelf, cell, answer.next_change)
        for shelf, cell in cells(date(2015, 1, 1))
        if (answer := answer_of(shelf, cell, date(2015, 1, 1))).next_change
    )

    page = get(client, "/en/" + ask(shelf, cell, date(2015, 1, 1)))

    leading = [each.attributes["href"] for each in page.all("a")]
    assert any(f"date={changes.isoformat()}" in each for each in leading)


def test_beaten_rules_are_told_with_what_beats_them(client):
    shelf, cell = found(lambda shelf, cell: answer_of(shelf, cell).defeated)

    page = get(client, "/en/" + ask(shelf, cell))

    for each in answer_of(shelf, cell).defeated:
        assert each.rule.name.en in page.text
        assert each.by.name.en in page.text


def test_circumstances_are_asked_only_where_the_answer_depends_on_them(client):
    dependent = found(lambda shelf, cell: answer_of(shelf, cell).depends_on)
    independent = found(lambda shelf, cell: not answer_of(shelf, cell).depends_on)

    page = get(client, "/en/" + ask(*dependent))
    other = get(client, "/en/" + ask(*independent))

    asked = [each.attributes["name"] for each in page.all("select")]
    for each in answer_of(*dependent).depends_on:
        assert each.facet in asked
    assert other.all("form", **{"class": "form circumstances"}) == []


def test_circumstance_that_is_stated_stays_stated_and_can_be_changed(client):
    shelf, cell = found(lambda shelf, cell: answer_of(shelf, cell).depends_on)
    depends = answer_of(shelf, cell).depends_on[0]
    value, verdict = depends.verdicts[0]

    page = get(client, "/en/" + ask(shelf, cell, **{depends.facet: value}))

    assert page.texts("h2", id="answer")[0].startswith(labels.VERDICTS[verdict].en)
    assert page.all("option", value=value, selected="")


def test_address_without_a_question_offers_the_form_and_no_answer(client):
    page = get(client, "/en/law/")

    assert {"body", "act", "counterpart", "pack"} <= {
        each.attributes["name"] for each in page.all("select")
    }
    assert page.all("h2", id="answer") == []


def test_question_in_part_takes_the_rest_from_the_defaults(client):
    page = get(client, "/en/law/?act=join_io")

    assert page.all("option", value="international_body", selected="")
    assert page.all("h2", id="answer") != []


def test_steps_on_days_of_their_own_are_judged_each_on_its_day(client):
    shelf, cell, answer = next(
        (shelf, cell, answer)
        for shelf, cell in cells(date(2015, 1, 1))
        if (answer := answer_of(shelf, cell, date(2015, 1, 1))).next_change and answer.steps
    )
    last = answer.steps[-1].key
    given = {f"step.{last}": answer.next_change.isoformat()}

    page = get(client, "/en/" + ask(shelf, cell, date(2015, 1, 1), **given))

    assert "The law changes in between:" in page.text
    assert page.all("input", name=f"step.{last}", value=answer.next_change.isoformat())


@LANGUAGES
@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("act=twinning", "sister_city"),
        ("act=sister_city&body=mayor", "metropolitan_district"),
        ("act=sister_city&counterpart=", None),
        ("act=sister_city&counterpart=ufo", "foreign_state_organ"),
        ("act=sister_city&pack=atlantis", "fr"),
        ("act=sister_city&pack=../../etc/passwd", "fr"),
        ("act=sister_city&pack=/tmp/mini.toml", "fr"),
        ("act=sister_city&date=2019-02-30", "2018-12-10"),
        ("act=sister_city&date=9999-12-31", "2100"),
        ("act=sister_city&date=0001-01-01", "1900"),
        ("act=sister_city&date=yesterday", "2018-12-10"),
        ("act=sister_city&date=%00", ""),
        ("act=sister_city&dipl_relations=maybe", "yes"),
        ("act=sister_city&pack=fr&step.no_such_step=2018-01-01", "transmit"),
        ("act=" + "x" * 1_000_000, "sister_city"),
    ],
)
def test_address_that_makes_no_sense_is_answered_with_the_known_words(
    client, query, named, language
):
    page = get(client, f"/{language}/law/?{query}", 200 if named is None else 400)

    if named is not None:
        (summary,) = page.all("div", **{"class": "ds-error-summary"})
        assert named in summary.text
        assert len(page.text) < 20_000
        assert page.all("h2", id="answer") == []


def test_step_day_that_is_no_day_is_answered_with_how_a_day_is_written(client):
    shelf, cell = found(lambda shelf, cell: answer_of(shelf, cell).steps)
    key = answer_of(shelf, cell).steps[0].key

    page = get(client, "/en/" + ask(shelf, cell, **{f"step.{key}": "soon"}), 400)

    assert "2018-12-10" in page.text


def test_too_many_parts_of_an_address_are_refused(client):
    assert client.get("/en/law/?" + "&".join(f"a{n}=1" for n in range(2000))).status_code == 400


def test_script_in_an_address_is_shown_and_not_run(client):
    content = client.get("/tr/law/?act=%3Cscript%3Ealert(1)%3C/script%3E").content.decode()

    assert "<script>alert" not in content


@LANGUAGES
def test_day_before_the_horizon_is_not_modelled_and_not_free(client, language):
    shelf = next(iter(law.shelves().values()))
    day = shelf.pack.horizon_from - timedelta(days=1)

    page = get(client, f"/{language}/law/?act=sister_city&pack={shelf.key}&date={day}")

    word = labels.VERDICTS[Verdict.NOT_MODELLED].in_language(language)
    assert page.texts("h2", id="answer")[0] == word


@LANGUAGES
def test_table_has_a_word_with_a_link_for_each_act_and_body(client, language):
    page = get(client, f"/{language}/law/table/?date={DAY}")

    linked = [each for each in page.all("td") if "data-label" in each.attributes]
    assert len(linked) == 17 * 8
    assert all(each.text.strip() for each in linked)


def test_table_has_a_slider_of_years_and_takes_a_year_as_its_last_day(client):
    page = get(client, "/en/law/table/?date=2015&body=village")

    (slider,) = page.all("input", type="range")
    (day,) = [each for each in page.all("input", name="date") if each is not slider]
    assert (slider.attributes["value"], slider.attributes["min"]) == ("2015", "2005")
    assert day.attributes["value"] == "2015-12-31"
    assert ("body", "village") in {
        (each.attributes["name"], each.attributes["value"])
        for each in page.all("input", type="hidden")
    }
    assert page.all("p", id="as-of")[0].text.endswith("31 December 2015")


def test_pack_folds_its_rules_and_its_wordings_law_by_law(client):
    pack = get(client, "/en/law/packs/tr/")
    wordings = get(client, "/en/law/packs/tr/wordings/")

    rules = library.pack("tr").rules
    folds = [each for each in pack.all("details") if each.attributes.get("class") == "fold"]
    assert len(folds) == len(rules) + 5
    assert "Show" in folds[-1].text
    laws = {each.partition("#")[0] for each in library.pack("tr").provisions}
    assert len(wordings.all("details")) == len(laws)


def test_table_before_the_horizon_models_nothing(client):
    shelf = next(iter(law.shelves().values()))
    day = shelf.pack.horizon_from - timedelta(days=1)

    page = get(client, f"/en/law/table/?pack={shelf.key}&date={day}")

    words = {
        " ".join(each.text.split()) for each in page.all("td") if "data-label" in each.attributes
    }
    assert words == {"not modelled"}
    assert "Nothing can be said about this day and this body." in page.text


def test_table_of_one_body_has_one_column(client):
    page = get(client, f"/en/law/table/?body=village&date={DAY}")

    assert len([each for each in page.all("td") if "data-label" in each.attributes]) == 17


def test_table_that_is_asked_for_badly_says_what_is_known(client):
    page = get(client, "/en/law/table/?body=empire&counterpart=none", 400)

    assert "metropolitan_district" in page.text
    assert client.get("/en/law/table.csv?body=empire").status_code == 400


def test_table_as_csv_holds_the_same_words(client):
    response = client.get(f"/en/law/table.csv?date={DAY}")

    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 17 * 8
    shelf = next(iter(law.shelves().values()))
    told = [
        (str(cell.act), str(cell.body), str(cell.verdict))
        for row in overview(shelf.pack, on=DAY)
        for cell in row.cells
    ]
    assert [(row["act"], row["body"], row["verdict"]) for row in rows] == told


@LANGUAGES
def test_jurisdictions_stand_side_by_side(client, language):
    page = get(client, f"/{language}/law/abroad/?act=join_io&date={DAY}")

    names = [pack.name.in_language(language) for pack in map(library.pack, library.pack_ids())]
    assert all(any(name in each for each in page.texts("th", scope="row")) for name in names)
    assert len(page.texts("th", scope="row")) == len(law.shelves())


def test_comparison_that_is_asked_for_badly_says_what_is_known(client):
    assert "join_io" in get(client, "/en/law/abroad/?act=conquer", 400).text


def test_pack_can_be_read_whole_with_every_wording(client):
    for key in library.pack_ids():
        pack = library.pack(key)

        page = get(client, f"/tr/law/packs/{key}/")
        texts = get(client, f"/tr/law/packs/{key}/wordings/")

        articles = [each.attributes["id"] for each in texts.all("article")]
        assert articles == [law.anchor("provision", each) for each in pack.provisions], key
        ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
        assert sorted(ids) == sorted(set(ids)), key
        for kind, keys in (
            ("rule", pack.rules), ("source", pack.sources),
            ("step", pack.steps), ("parameter", pack.parameters),
        ):  # fmt: skip
            assert {law.anchor(kind, each) for each in keys} <= set(ids), key
        links = [each.attributes.get("href", "") for each in page.all("a")]
        cited = {link.removeprefix("wordings/#") for link in links if link.startswith("wordings/")}
        assert cited - {""} <= set(articles), key
        assert [link for link in links if link.startswith("#") and link[1:] not in ids] == [], key


@pytest.mark.parametrize("key", ["atlantis", "..", "tr.toml", "%2Ftmp%2Fmini.toml"])
def test_pack_that_is_not_there_is_not_found(client, key):
    assert client.get(f"/en/law/packs/{key}/").status_code == 404


def test_pages_of_every_pack_are_light(client):
    for key in law.shelves():
        for address in (
            f"packs/{key}/",
            f"packs/{key}/wordings/",
            f"table/?pack={key}",
            f"?act=sister_city&pack={key}",
        ):
            assert len(client.get(f"/tr/law/{address}").content) <= 150_000, address


def test_answer_leads_to_parts_of_the_pack_that_are_there(client):
    shelf, cell = found(lambda shelf, cell: len(answer_of(shelf, cell).steps) > 2)

    page = get(client, "/en/" + ask(shelf, cell))

    for name in ("", "wordings/"):
        address = f"/en/law/packs/{shelf.key}/{name}"
        ids = {each.attributes.get("id") for each in get(client, address).elements}
        parts = {
            each.attributes["href"].partition("#")[2]
            for each in page.all("a")
            if each.attributes.get("href", "").startswith(f"{address}#")
        }
        assert parts != set()
        assert parts <= ids


def test_glossary_explains_each_word_of_an_answer(client):
    ids = {each.attributes.get("id") for each in get(client, "/tr/glossary/").all("dt")}

    assert {f"law-{verdict}" for verdict in Verdict} | {"law-contested"} <= ids
