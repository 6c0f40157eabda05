"""Opening a case from a question to the law."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from elci.agreements.choices import InstrumentChoice
from elci.agreements.queries.relations import accounts_editable_by
from elci.consent.actions import By, CaseFacts, CaseRefusedError, open_case
from elci.consent.queries.packs import named as law_of
from elci.consent.queries.packs import pack_key_of
from elci.desk.forms_open_case import OpenCaseForm
from elci.desk.origins import tie_origin
from elci.desk.partners import (
    Party,
    adopt_party,
    candidates,
    chosen_parties,
    country_names,
    new_parties,
)
from elci.desk.questions import Asked, RegionForm, read_question, said_question
from elci.desk.records import partner_names
from elci.domain.casework.asking import ENDINGS
from elci.domain.law import labels
from elci.domain.law.answers import Question
from elci.domain.law.deciding import decide
from elci.domain.law.explaining import sentence
from elci.domain.law.words import LegalAct
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade
from elci.foundation.templatetags.elci import reader_language
from elci.seats import DeskRequest, officers_only

if TYPE_CHECKING:
    from elci.agreements.models import Account

CONTINUING = ENDINGS | {LegalAct.RENEW_AGREEMENT}
"""Acts that need a relation of the register."""


@require_http_methods(["GET", "POST"])
@officers_only
def open_case_page(request: DeskRequest) -> HttpResponse:
    """Show the answer in short, ask what the case is about, and open it."""
    asked = read_question(_query(request), _usual(request), request.visit.writing)
    context: dict[str, Any] = {"question_form": asked.form, "workspace": request.visit.writing}
    if asked.question is None:
        return render(request, "desk/cases/open.html", context)
    parties = chosen_parties(request.GET.getlist("partner"), own=request.visit.writing)[:1]
    accounts = _accounts(request, asked.question.act)
    form = _form(request, asked.question, accounts)
    if form.is_valid():
        answer = _opened(
            request,
            asked,
            form,
            question=asked.question,
            parties=parties,
            accounts=accounts,
        )
        if answer is not None:
            return answer
    law = decide(law_of(asked.pack).pack, asked.question)
    context |= {
        "form": form,
        "region_form": RegionForm(asked=asked),
        "answer": law,
        "said": said_question(asked.question),
        "sentence": sentence(law, reader_language()),
        "not_advice": labels.NOT_ADVICE,
        "needs_partner": asked.question.act not in CONTINUING,
        "chosen": [(party, _address(request, [])) for party in parties],
        "kept": [*_kept(request), *((("partner", each.token)) for each in parties)],
        "countries": country_names(),
        **_found(request),
    }
    return render(request, "desk/cases/open.html", context)


def _query(request: DeskRequest) -> dict[str, str]:
    return {name: value for name, value in request.GET.items() if isinstance(value, str)}


def _usual(request: DeskRequest) -> dict[str, Any]:
    """Return what is offered where the address says nothing."""
    key = pack_key_of(request.visit.writing)
    return {"date": timezone.localdate().isoformat(), **({} if key is None else {"pack": key})}


def _accounts(request: DeskRequest, act: LegalAct) -> "dict[str, Account] | None":
    """Return the relations that may be continued; nothing where the act opens one."""
    if act not in CONTINUING:
        return None
    own = accounts_editable_by(request.visit.eyes).filter(workspace=request.visit.writing)
    if act is LegalAct.LEAVE_IO:
        own = own.filter(instrument=Instrument.MEMBERSHIP)
    return {str(account.uuid): account for account in own}


def _form(
    request: DeskRequest, question: Question, accounts: "dict[str, Account] | None"
) -> OpenCaseForm:
    labelled = None if accounts is None else sorted(
        ((uuid, _label(account)) for uuid, account in accounts.items()), key=lambda each: each[1]
    )  # fmt: skip
    return OpenCaseForm(
        request.POST if request.method == "POST" else None,
        act=question.act,
        accounts=labelled,
        instruments=[(each.value, str(each.label)) for each in InstrumentChoice],
    )


def _label(account: "Account") -> str:
    return f"{partner_names(account)} · {InstrumentChoice(account.instrument).label}"


def _opened(
    request: DeskRequest,
    asked: Asked,
    form: OpenCaseForm,
    *,
    question: Question,
    parties: Sequence[Party],
    accounts: "dict[str, Account] | None",
) -> HttpResponse | None:
    """Open the case and lead to it; where it is refused, the form says why."""
    words = form.cleaned_data
    instrument = words.get("instrument")
    try:
        with transaction.atomic():
            partner = adopt_party(parties[0].token) if parties else None
            case = open_case(
                workspace=request.visit.writing,
                pack=asked.pack,
                question=question,
                about=CaseFacts(
                    title=words["title"],
                    partner=partner,
                    account=(accounts or {}).get(words.get("account", "")),
                    instrument=Instrument(instrument) if instrument else None,
                    grade=Grade(words.get("grade") or Grade.PRIVATE),
                ),
                by=By(user=request.visit.user, today=timezone.localdate()),
            )
            tie_origin(request, case)
    except CaseRefusedError as refusal:
        form.add_error("account" if accounts is not None else None, str(refusal))
        return None
    messages.success(request, _("The case is open. Its steps stand below."))
    return redirect("desk:case", case.uuid)


def _found(request: DeskRequest) -> dict[str, Any]:
    name, country = request.GET.get("name", "")[:300], request.GET.get("country", "")[:100]
    found = candidates(name, country, own=request.visit.writing)
    return {
        "name": name,
        "country": country,
        "found": [(each, _address(request, [each.token])) for each in found],
        "new": [(each, _address(request, [each.token])) for each in new_parties(name)],
    }


def _kept(request: DeskRequest) -> list[tuple[str, str]]:
    """Return the parts of the address that say the question."""
    left_out = {"partner", "name", "country"}
    return [(name, value) for name, value in _query(request).items() if name not in left_out]


def _address(request: DeskRequest, tokens: Sequence[str]) -> str:
    parts = [*_kept(request), *(("partner", token) for token in tokens)]
    return f"{reverse('desk:open_case')}?{urlencode(parts)}"
