from datetime import date

import pytest

from elci.domain.law import labels
from elci.domain.law.explaining import (
    change_sentence,
    deadline_phrase,
    defeated_sentence,
    doubts,
    sentence,
    step_sentences,
)
from elci.domain.law.pack import Step
from elci.domain.law.telling import told
from elci.domain.law.words import (
    Body,
    ClockStart,
    Confidence,
    Counterpart,
    Counting,
    FlagKind,
    LegalAct,
    Omission,
    ReadAs,
    Silence,
    Slot,
    Status,
    StepKind,
    Verdict,
)
from elci.domain.texts import Text
from tests.domain.law.packs import SOUND, answer

MEDIUM = "medium: a reliable excerpt or a secondary source"
PERMIT = Text(
    "Bu işlem için önceden izin alınması gerekir.", "A permit is needed before this may be done."
)


@pytest.mark.parametrize(
    ("found", "tr", "en"),
    [
        (
            answer(),
            PERMIT.tr,
            PERMIT.en,
        ),
        (
            answer(on=date(2018, 8, 1)),
            f"{PERMIT.tr} Bu konuda hukuk tartışmalıdır; okumalar aşağıdadır.",
            f"{PERMIT.en} The law is contested here; its readings are below.",
        ),
        (
            answer(on=date(2005, 7, 12)),
            "Bu paket 13.07.2005 gününden öncesini bilmiyor; daha eski işlemlere yanıt veremez.",
            (
                "This pack does not know the law before 2005-07-13 and gives no answer for "
                "earlier acts."
            ),
        ),
        (answer(act="join_io"), "Örnek paket bunu bilmiyor.", "The example does not know this."),
    ],
)
def test_answer_is_one_sentence_in_each_language(found, tr, en):
    assert (sentence(found, "tr"), sentence(found, "en")) == (tr, en)


def test_step_is_told_with_organ_time_silence_and_omission():
    found = answer()

    assert step_sentences(found.step("transmit"), "en") == [
        "Done to: civil administrator.",
        "Time: within 7 days after the decision is final.",
        "If it is left out: the decision does not enter into force (The decision itself).",
    ]
    assert step_sentences(found.step("permit"), "tr") == [
        "Makam: İçişleri.",
        "Yanıt verilmemesi onay sayılmaz.",
        "Yapılmazsa: işlem hukuka aykırı olur.",
    ]


def test_deadline_before_an_event_is_a_least_number_of_days():
    deadline = answer(act="send_delegation").step("inform").deadline

    assert deadline_phrase(deadline, "en") == "at least 3 working days before the journey"
    assert deadline_phrase(deadline, "tr") == "seyahatten önce en az 3 iş günü"


def test_beaten_rule_is_told_with_the_reason_where_there_is_one():
    (beaten,) = answer(body="village").defeated
    assert defeated_sentence(beaten, "en") == (
        "Instead of “An agreement needs a permit”, “A village has no power” applies. "
        "The law on villages gives no power."
    )

    unexplained = answer(partner="A", on=date(2020, 1, 1)).defeated[0]
    assert defeated_sentence(unexplained, "tr") == (
        "“Anlaşma için izin gerekir” kuralının yerine “Listedeki ülkelerle yasaktır” kuralı "
        "uygulanır."
    )


def test_doubts_are_readings_what_to_verify_confidence_and_what_was_taken():
    assert doubts(answer(act="mou", on=date(2018, 8, 1)), "en") == [
        "One reading: Interior",
        "One reading: Environment",
        f"Confidence in the weakest ground of this answer: {MEDIUM}.",
    ]
    assert doubts(answer(act="mou", on=date(2020, 1, 1)), "tr")[-1] == (
        "Hangi ülke? Belirtilmediği için “other” kabul edildi. Başka türlü olursa yanıt da değişir "
        "(A ülkesi: yasak)."
    )
    assert doubts(answer(body="village"), "en")[:2] == [
        "One reading: No power",
        "One reading: The declaration lists it",
    ]
    assert doubts(answer(act="join_io"), "en") == []


def test_next_change_is_told_where_there_is_one():
    assert change_sentence(answer(), "tr") == "Yanıt 10.07.2018 tarihinde değişir."
    assert change_sentence(answer(on=date(2024, 1, 1)), "en") == ""


def test_told_answer_holds_what_programs_need():
    found = told(answer(on=date(2018, 7, 9), dipl_relations="no"), "en")

    assert {key: found[key] for key in ("verdict", "contested", "next_change", "confidence")} == {
        "verdict": "permit",
        "contested": False,
        "next_change": "2018-07-10",
        "confidence": "high",
    }
    assert [step["key"] for step in found["steps"]] == ["council", "transmit", "permit", "sign"]
    assert found["steps"][1]["deadline"] == {
        "days": 7,
        "counting": "calendar",
        "from": "finality",
        "text": "within 7 days after the decision is final",
    }
    assert found["steps"][2]["basis"] == ["l1#1"]
    assert found["flags"][0]["days"] == {"n": 5, "median": 90, "least": 0, "most": 229}
    assert found["flags"][1]["key"] == "care"
    assert found["question"]["context"] == {"dipl_relations": "no"}
    assert (
        found["notice"]
        == "This is an interpretation of the law with its sources, not legal advice."
    )


def test_told_answer_names_beaten_rules_and_gives_no_wording_where_none_was_read():
    found = told(answer(act="send_delegation", body="village"), "tr")
    assert [(each["rule"], each["by"]) for each in found["defeated"]] == [("travel", "village")]

    ground = told(answer(act="send_delegation"), "en")["slots"][0]["citations"][0]
    assert (ground["text"], ground["gist"], ground["read"]) == ("", "To be told.", "secondary")
    assert told(answer(on=date(2000, 1, 1)), "en")["since"] is None


@pytest.mark.parametrize(
    ("labelled", "words"),
    [
        (labels.ACTS, LegalAct),
        (labels.BODIES, Body),
        (labels.COUNTERPARTS, Counterpart),
        (labels.VERDICTS, Verdict),
        (labels.VERDICT_SENTENCES, Verdict),
        (labels.SLOTS, Slot),
        (labels.STEP_KINDS, StepKind),
        (labels.STATUSES, Status),
        (labels.CONFIDENCES, Confidence),
        (labels.READ_AS, ReadAs),
        (labels.SILENCES, Silence),
        (labels.OMISSIONS, Omission),
        (labels.FLAG_KINDS, FlagKind),
        (labels.COUNTINGS, Counting),
        (labels.CLOCK_STARTS, ClockStart),
    ],
)
def test_every_word_has_its_label(labelled, words):
    assert set(labelled) == set(words)


def test_circumstances_are_asked_for_in_words():
    assert labels.context_question(SOUND, "seat_in_tr").en == (
        "Does the organisation have its seat in Türkiye?"
    )
    assert labels.context_question(SOUND, "partner").tr == "Hangi ülke?"
    assert labels.context_question(SOUND, "weather") == Text("weather", "weather")
    assert labels.context_label(SOUND, "dipl_relations", "yes").tr == "evet"
    assert labels.context_label(SOUND, "partner", "B") == Text("B", "B")


def test_step_has_words_of_its_own_where_nothing_is_known():
    bare = Step(key="x", name=Text("x", "x"), kind=StepKind.OPINION, authority=Text("a", "a"))

    assert (bare.silence, bare.missing) == (Silence.UNKNOWN, Omission.UNKNOWN)
