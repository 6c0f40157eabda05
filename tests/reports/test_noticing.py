from dataclasses import replace
from datetime import date

import pytest

from elci.domain.casework.law_changes import LawChange, Touch
from elci.domain.casework.notices import CaseChange
from elci.domain.law.answers import Question
from elci.domain.law.deciding import decide
from elci.domain.law.library import pack
from elci.domain.law.words import Body, Counterpart, LegalAct
from elci.reports.document import Document, text_of
from elci.reports.noticing import NoticeOf, notice_letter
from elci.reports.papers.offices import OfficeKind, Recipient
from tests.reports.facts import CITY, TIE, TODAY
from tests.reports.test_filling import DECIDED, on_record

OF = NoticeOf(
    sender=CITY,
    to=Recipient(name="Kültür Müdürlüğü", kind=OfficeKind.UNIT),
    tie=TIE,
    change="Örnek Kanun, m. 3",
    made_on=TODAY,
)


def said_in(document: Document) -> str:
    return " ".join(text_of(each) for each in document.lines())


@pytest.fixture
def change() -> LawChange:
    """From a free act to one that needs a permit."""
    free, bound = (
        decide(
            pack("tr"),
            Question(
                act=act,
                body=Body.METROPOLITAN,
                counterpart=Counterpart.FOREIGN_LOCAL_AUTHORITY,
                on=TODAY,
            ),
        )
        for act in (LegalAct.HOST_FOREIGN_LOCAL, LegalAct.SISTER_CITY)
    )
    return LawChange(
        touch=next(iter(Touch)),
        act=LegalAct.SISTER_CITY,
        since=date(2027, 1, 1),
        before=free,
        after=bound,
        possibly=False,
        rules=(),
    )


def test_notice_names_the_day_and_the_new_steps(change):
    text = said_in(notice_letter(OF, [change]))

    assert "Örnek Kanun, m. 3, 01.01.2027 tarihinden itibaren geçerlidir" in text
    assert "Bakanlığın ön izni" in text
    assert "Gereğini rica ederim." in text


def test_notice_says_what_depends_on_the_unknown(change):
    text = said_in(notice_letter(OF, [replace(change, possibly=True)]))

    assert "bilinmeyenlere bağlı olarak" in text


def test_notice_of_a_draft_tells_it_as_a_draft(change):
    draft = replace(OF, is_draft=True)

    assert "henüz taslaktır" in said_in(notice_letter(draft, [change]))


def test_notice_of_a_case_names_the_steps_that_change():
    steps = on_record(DECIDED).state.steps
    change = CaseChange(since=TODAY, added=steps[:1], gone=steps[1:2], otherwise=steps[2:3])
    text = said_in(notice_letter(OF, [change]))

    assert f"Artık istenmeyen işlemler: {steps[1].step.name.tr}." in text
    assert f"değişen işlemler: {steps[2].step.name.tr}." in text
    assert steps[0].step.name.tr in text


def test_notice_without_changes_leaves_its_effect_blank():
    document = notice_letter(OF, [])

    assert {"effect", "in_force_day"} <= set(document.missing)
    assert "Bilgi edinilmesini rica ederim." in said_in(document)
