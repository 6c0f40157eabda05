"""What the forms of a case record; each function takes the work and what was written."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.conf import settings

from elci.consent.actions import (
    FACT_PAPERS,
    ActDone,
    Decision,
    Entry,
    GivenPaper,
    Statement,
    StepFacts,
    add_paper,
    ask_for_paper,
    ask_opinion,
    close_case,
    correct_step,
    do_step,
    give_opinion,
    permit,
    record_refusal,
    refuse,
    resume_clock,
    send_to_ministry,
    sign,
    sign_without,
    state_facts,
    supply_paper,
    suspend_clock,
    undo_step,
)
from elci.consent.queries.ministry import offices_for
from elci.desk.forms_cases import OTHER_PAPER, PAPER, Work, papers_of_step, papers_of_the_act
from elci.desk.forms_facts import PAGES_OF_FILES
from elci.desk.templatetags.casework import in_words
from elci.documents.actions import DocumentRefusedError, keep_document
from elci.domain.law.pack import Paper
from elci.foundation.grades import Grade

if TYPE_CHECKING:
    from elci.consent.models import DecidingOffice
    from elci.documents.models import Document

Cleaned = Mapping[str, Any]


class FileRefusedError(Exception):
    """A file that cannot be kept, with the field in which it was given."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


def office_choices(work: Work) -> list[tuple[str, str]]:
    """Return the offices of this installation that decide for the authority of the step."""
    return [(str(office.uuid), str(office)) for office in _offices(work)]


def _offices(work: Work) -> "list[DecidingOffice]":
    asked = None if work.step is None else work.step.asked
    return [] if asked is None else offices_for(asked.authority.tr)


def _key(work: Work) -> str:
    return "" if work.step is None else work.step.key


def _kept(work: Work, cleaned: Cleaned, field: str, title: str) -> "Document":
    """Keep a file for whoever works: the case's own workspace, or the office's."""
    office = work.by.office
    try:
        return keep_document(
            workspace=work.case.workspace if office is None else office.workspace,
            user=work.by.user,
            file=cleaned[field],
            title=title,
            grade=Grade.PRIVATE,
            max_bytes=settings.MAX_UPLOAD_BYTES,
            with_pages=True,
        )
    except DocumentRefusedError as refusal:
        raise FileRefusedError(field, str(refusal)) from refusal


def _given(work: Work, cleaned: Cleaned, papers: tuple[Paper, ...]) -> tuple[GivenPaper, ...]:
    given = []
    for paper in papers:
        if cleaned.get(PAPER + paper.key):
            document = _kept(work, cleaned, PAPER + paper.key, in_words(paper.name))
            given.append(GivenPaper(paper=paper.key, document=document))
    return tuple(given)


def _one(work: Work, cleaned: Cleaned, paper: str, title: str = "") -> tuple[GivenPaper, ...]:
    if not cleaned.get("file"):
        return ()
    document = _kept(work, cleaned, "file", title or paper)
    return (GivenPaper(paper=paper, document=document),)


def _facts(cleaned: Cleaned) -> StepFacts:
    return StepFacts(
        on=cleaned["on"],
        number=cleaned["number"],
        organ=cleaned["organ"],
        final_on=cleaned.get("final_on"),
        note=cleaned["note"],
    )


def _papers(work: Work) -> tuple[Paper, ...]:
    return () if work.step is None else papers_of_step(work.step)


def record_step(work: Work, cleaned: Cleaned) -> object:
    """Record a step with the papers that prove it."""
    given = _given(work, cleaned, _papers(work))
    return do_step(work.case, _key(work), _facts(cleaned), by=work.by, papers=given)


def record_correction(work: Work, cleaned: Cleaned) -> object:
    """Put corrected facts beside the wrong ones."""
    given = _given(work, cleaned, _papers(work))
    return correct_step(
        work.case,
        _key(work),
        _facts(cleaned),
        by=work.by,
        reason=cleaned["reason"],
        papers=given,
    )


def take_back(work: Work, cleaned: Cleaned) -> object:
    """Take back a step that never happened."""
    return undo_step(work.case, _key(work), by=work.by, reason=cleaned["reason"])


def file_paper(work: Work, cleaned: Cleaned) -> object:
    """Add a paper to the file of a step."""
    is_other = cleaned["paper"] == OTHER_PAPER
    paper = str(cleaned["name"] if is_other else cleaned["paper"])
    names = {each.key: in_words(each.name) for each in _papers(work)}
    (given,) = _one(work, cleaned, paper, names.get(paper) or paper)
    return add_paper(work.case, _key(work), given, on=work.by.today, by=work.by)


def record_facts(work: Work, cleaned: Cleaned) -> object:
    """State what is new of the facts of a case, with the files that came with them."""
    given = {
        name: _kept(work, cleaned, name, str(work.case.title))
        for name in FACT_PAPERS
        if cleaned.get(name)
    }
    counted = {
        PAGES_OF_FILES[name]: document.pages
        for name, document in given.items()
        if document.pages is not None and _is_untouched(work, cleaned, PAGES_OF_FILES[name])
    }
    letter = {"has_letter": True} if "administrators_letter" in given else {}
    statement = Statement(
        facts=replace(cleaned["facts"], **counted, **letter),
        seen=cleaned["seen"],
        source=cleaned["source"],
        reason=cleaned["reason"],
        papers=tuple(GivenPaper(paper=name, document=document) for name, document in given.items()),
    )
    return state_facts(work.case, statement, on=cleaned["on"], by=work.by)


def _is_untouched(work: Work, cleaned: Cleaned, name: str) -> bool:
    """Whether nobody wrote another number of pages than was there."""
    return bool(cleaned[name] == getattr(work.state.particulars, name))


def send_file(work: Work, cleaned: Cleaned) -> object:
    """Send the file to an office of this installation, or record the letter that was sent."""
    offices = {str(office.uuid): office for office in _offices(work)}
    return send_to_ministry(
        work.case,
        _key(work),
        on=cleaned["on"],
        by=work.by,
        office=offices.get(cleaned["office"]),
        to=cleaned["to"],
        number=cleaned["number"],
    )


def record_outside_refusal(work: Work, cleaned: Cleaned) -> object:
    """Record that an authority outside of this installation refused."""
    return record_refusal(work.case, _key(work), _decision(cleaned), by=work.by)


def _decision(cleaned: Cleaned, papers: tuple[GivenPaper, ...] = ()) -> Decision:
    return Decision(
        on=cleaned["on"],
        number=cleaned["number"],
        reasons=cleaned.get("reasons", ""),
        conditions=tuple(cleaned.get("conditions", ())),
        papers=papers,
    )


def give_permit(work: Work, cleaned: Cleaned) -> object:
    """Give the permit for which the file lies at the office."""
    step = work.state.step(work.case.office_step)
    papers = () if step is None else papers_of_step(step)
    key = papers[-1].key if papers else "permit"
    title = in_words(papers[-1].name) if papers else ""
    given = _one(work, cleaned, key, title)
    return permit(work.case, _decision(cleaned, given), by=work.by)


def refuse_permit(work: Work, cleaned: Cleaned) -> object:
    """Refuse it, with reasons."""
    return refuse(work.case, _decision(cleaned), by=work.by)


def request_paper(work: Work, cleaned: Cleaned) -> object:
    """Ask for a paper that is missing."""
    return ask_for_paper(
        work.case,
        cleaned["paper"],
        on=cleaned["on"],
        by=work.by,
        from_whom=cleaned["from_whom"],
        reason=cleaned["reason"],
        by_when=cleaned["by_when"],
    )


def hand_in(work: Work, cleaned: Cleaned) -> object:
    """Hand in a paper that was asked for."""
    (given,) = _one(work, cleaned, cleaned["paper"])
    key = work.case.office_step
    return supply_paper(work.case, given, on=cleaned["on"], by=work.by, step=key)


def request_opinion(work: Work, cleaned: Cleaned) -> object:
    """Ask another body for its opinion."""
    return ask_opinion(
        work.case, cleaned["body"], on=cleaned["on"], by=work.by, about=cleaned["about"]
    )


def record_opinion(work: Work, cleaned: Cleaned) -> object:
    """Record the opinion of a body that was asked."""
    given = _one(work, cleaned, cleaned["body"])
    return give_opinion(
        work.case,
        cleaned["body"],
        on=cleaned["on"],
        by=work.by,
        opinion=cleaned["opinion"],
        given=given[0] if given else None,
    )


def stop_periods(work: Work, cleaned: Cleaned) -> object:
    """Let the periods stand still."""
    return suspend_clock(
        work.case, on=cleaned["on"], by=work.by, reason=cleaned["reason"], key=_key(work)
    )


def restart_periods(work: Work, cleaned: Cleaned) -> object:
    """Let them go on."""
    return resume_clock(work.case, on=cleaned["on"], by=work.by, key=_key(work))


def _act(work: Work, cleaned: Cleaned) -> tuple[ActDone, Entry]:
    papers = papers_of_the_act(work.state)
    given = _given(work, cleaned, papers) or _one(work, cleaned, "text")
    act = ActDone(
        on=cleaned["on"],
        number=cleaned["number"],
        organ=cleaned["organ"],
        places=tuple(cleaned["places"]),
        papers=given,
    )
    entry = Entry(
        separate=cleaned.get("separate", False),
        local_name=cleaned.get("local_name", ""),
        valid_until=cleaned.get("valid_until"),
    )
    return act, entry


def record_act_done(work: Work, cleaned: Cleaned) -> object:
    """Record that it was signed or carried out, in the case and in the register."""
    act, entry = _act(work, cleaned)
    return sign(work.case, act, by=work.by, entry=entry)


def record_act_without(work: Work, cleaned: Cleaned) -> object:
    """Record it without what the law puts before it, with the reason."""
    act, entry = _act(work, cleaned)
    return sign_without(work.case, act, reason=cleaned["reason"], by=work.by, entry=entry)


def end_case(work: Work, cleaned: Cleaned) -> object:
    """End the work on the case."""
    return close_case(work.case, on=cleaned["on"], reason=cleaned["reason"], by=work.by)
