"""What people fill in about a case once, and what every paper of the case needs."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.agreements.choices import FieldChoice
from elci.consent.choices import FactPaperChoice, ParticularChoice
from elci.desk.fields import DayField, LinesField, Part
from elci.desk.fields_facts import AmountField, LanguageField, LanguagesField
from elci.desk.forms import NOTE
from elci.desk.forms_cases import DatedForm, file_field
from elci.domain.casework.asking import ENDINGS
from elci.domain.casework.particulars import (
    MOST_PAGES,
    NAMES,
    Fault,
    Particulars,
    ParticularsError,
    changed_facts,
    is_known,
)
from elci.domain.law.words import LegalAct

_CURRENCIES: Final = ("TRY", "EUR", "USD", "GBP", "AZN", "BAM", "BGN", "CHF", "CNY", "GEL")
_OF_ENDINGS: Final = ("reasons", "notice_clause")
_OF_TEXTS: Final = (
    "duration",
    "languages",
    "proposal",
    "draft",
    "pages_of_draft",
    "foreign_draft",
    "draft_language",
    "pages_of_foreign_draft",
)
_WITHOUT_TEXT: Final = ENDINGS | {
    LegalAct.SEND_DELEGATION,
    LegalAct.HOST_FOREIGN_LOCAL,
    LegalAct.CONTACT_MISSION,
    LegalAct.NAME_PLACE,
    LegalAct.HONORARY_CITIZEN,
}
"""Acts with which no text is agreed on."""
PAGES_OF_FILES: Final[Mapping[str, str]] = {
    "draft": "pages_of_draft",
    "foreign_draft": "pages_of_foreign_draft",
    "administrators_letter": "pages_of_letter",
}
"""The files of the form, each with the fact that says how many pages it has."""
_PAGES_HINT: Final = gettext_lazy("Left empty: counted from the PDF, if one is handed in here.")


def _label(name: str) -> Any:
    return ParticularChoice(name).label


def _line(name: str, help_text: Any = "", longest: int = 300) -> forms.CharField:
    return forms.CharField(
        label=_label(name), max_length=longest, required=False, help_text=help_text
    )


def _text(name: str, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=_label(name),
        max_length=5000,
        required=False,
        help_text=help_text,
        widget=forms.Textarea(attrs=NOTE),
    )


def _number(name: str, most: int, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=_label(name),
        required=False,
        min_value=1,
        max_value=most,
        help_text=help_text,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input--date"}),
    )


def _pages(name: str) -> forms.IntegerField:
    return _number(name, MOST_PAGES, _PAGES_HINT)


def _day(name: str) -> DayField:
    return DayField(label=_label(name), required=False)


class FactsForm(DatedForm):
    """The facts of a case as they are on record, to be completed or corrected."""

    purpose = _text("purpose")
    benefit = _text("benefit")
    subject = _text("subject")
    fields_of_work = forms.MultipleChoiceField(
        label=_label("fields"),
        choices=FieldChoice.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    duration = _line("duration", gettext_lazy("In Turkish, as it is to be printed: beş yıl."))
    languages = LanguagesField(
        label=_label("languages"),
        longest=60,
        most=8,
        required=False,
        help_text=gettext_lazy("One on each line, Turkish too."),
    )
    reasons = _text("reasons")
    notice_clause = _text("notice_clause")
    is_free = forms.BooleanField(label=_label("is_free"), required=False)
    amount = AmountField(
        label=_label("amount"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "input--date"}),
        help_text=gettext_lazy("As in 400000, 400.000 or 1.250,50."),
    )
    currency = forms.ChoiceField(
        label=_label("currency"), choices=[(each, each) for each in _CURRENCIES], required=False
    )
    budget_item = _line(
        "budget_item",
        gettext_lazy("In Turkish, for example 2027 yılı bütçesinin temsil ve ağırlama tertibi."),
    )
    financial_risks = _text("financial_risks")
    legal_risks = _text("legal_risks")
    proposal = _text(
        "proposal", gettext_lazy("Left empty: worded from the act, the partner and the law.")
    )
    pages_of_draft = _pages("pages_of_draft")
    draft_language = LanguageField(label=_label("draft_language"), max_length=60, required=False)
    pages_of_foreign_draft = _pages("pages_of_foreign_draft")
    has_letter = forms.BooleanField(
        label=_label("has_letter"),
        required=False,
        help_text=gettext_lazy("A permit or an opinion; it is then among the annexes."),
    )
    pages_of_letter = _pages("pages_of_letter")
    pages_of_decision = _number(
        "pages_of_decision",
        MOST_PAGES,
        gettext_lazy("Left empty: counted from the PDF in the file of the decision."),
    )
    pages_of_note = _number("pages_of_note", MOST_PAGES)
    planned_on = _day("planned_on")
    place = _line("place")
    travellers = LinesField(
        label=_label("travellers"),
        longest=200,
        most=60,
        rows=4,
        required=False,
        help_text=gettext_lazy("One person on each line: name, surname and title."),
    )
    travel_since = _day("travel_since")
    travel_until = _day("travel_until")
    partner_authority = _text(
        "partner_authority",
        gettext_lazy("For example: Seçilmiş meclisi ve belediye başkanı bulunan yerel yönetim."),
    )
    partner_region = _line("partner_region", gettext_lazy("Where the gazetteer does not say it."))
    partner_population = _number(
        "partner_population", 10**9, gettext_lazy("Where the gazetteer does not say it.")
    )
    source = forms.CharField(
        label=gettext_lazy("Where this is from"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("A letter, a draft, a meeting, a person."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why what was on record changes"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("Needed where something is changed; the old entry stays readable."),
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def prepare(self) -> None:
        """Show what is on record, and ask only for what the act needs."""
        super().prepare()
        for name in PAGES_OF_FILES:
            self.fields[name] = file_field(FactPaperChoice(name).label)
        act = LegalAct(self.work.case.act)
        for name in (*(() if act in ENDINGS else _OF_ENDINGS), *_left_out_texts(act)):
            del self.fields[name]
        known = self.work.state.particulars
        self.initial = {_field(name): getattr(known, name) for name in NAMES}
        self.initial["currency"] = known.currency or "TRY"
        self.initial["planned_on"] = self.work.state.planned_on
        self.fields["seen"].initial = self.work.state.statements
        parts = map(self._part, _LAYOUT)
        self.layout = tuple(part for part in parts if part.names or part.folded)

    def _part(self, part: Part) -> Part:
        """Return a part with the fields that are asked; what is on record is not folded away."""
        names = tuple(name for name in part.names if name in self.fields)
        folded = tuple(name for name in part.folded if name in self.fields)
        travels = self.work.case.act == LegalAct.SEND_DELEGATION and part is _DELEGATION
        if travels or any(self.initial[name] for name in folded):
            return Part(part.heading, (*names, *folded))
        return Part(part.heading, names, part.folded_heading, folded)

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be a fact, and what would change something without saying why."""
        cleaned = super().clean()
        known = self.work.state.particulars
        try:
            facts = Particulars(**self._said(cleaned, known))
        except ParticularsError as error:
            for name, fault in error.faults.items():
                self.add_error(_field(name), told_fault(fault))
            return cleaned
        changed = [name for name in changed_facts(known, facts) if is_known(known, name)]
        if changed and not cleaned.get("reason"):
            names = ", ".join(str(_label(name)) for name in changed)
            message = _(
                "This is on record otherwise: %(names)s. Say in a few words why it changes."
            )
            self.add_error("reason", message % {"names": names})
        cleaned["facts"] = facts
        return cleaned

    def _said(self, cleaned: Mapping[str, Any], known: Particulars) -> dict[str, Any]:
        """Return every fact as the form has it; what the form does not ask stays as it is."""
        said = {name: cleaned.get(_field(name), getattr(known, name)) for name in NAMES}
        said["fields"] = tuple(said["fields"])
        said["currency"] = said["currency"] if said["amount"] is not None else ""
        if said["planned_on"] == self.work.state.planned_on:
            said["planned_on"] = known.planned_on
        return {name: _whole(value) for name, value in said.items()}


_DELEGATION: Final = Part(
    gettext_lazy("The delegation"),
    (),
    gettext_lazy("Who travels, and when"),
    ("travellers", "travel_since", "travel_until"),
)
_LAYOUT: Final = (
    Part(
        gettext_lazy("What it is for"),
        ("reasons", "notice_clause", "purpose", "benefit", "subject", "fields_of_work", "duration"),
    ),
    Part(
        gettext_lazy("Budget and risks"),
        ("is_free", "amount", "currency", "budget_item", "financial_risks", "legal_risks"),
    ),
    Part(gettext_lazy("When and where"), ("planned_on", "place")),
    _DELEGATION,
    Part(
        gettext_lazy("The texts"),
        (
            "languages",
            "draft",
            "pages_of_draft",
            "foreign_draft",
            "draft_language",
            "pages_of_foreign_draft",
        ),
        gettext_lazy("Word the decision that the council is asked for"),
        ("proposal",),
    ),
    Part(
        gettext_lazy("Other annexes"),
        (
            "pages_of_decision",
            "pages_of_note",
            "has_letter",
            "administrators_letter",
            "pages_of_letter",
        ),
    ),
    Part(
        gettext_lazy("The partner"),
        ("partner_authority",),
        gettext_lazy("Region and population"),
        ("partner_region", "partner_population"),
    ),
    Part(gettext_lazy("Where this is from"), ("on", "source", "reason", "seen")),
)


def _left_out_texts(act: LegalAct) -> tuple[str, ...]:
    return _OF_TEXTS if act in _WITHOUT_TEXT else ()


def _field(name: str) -> str:
    """Return the field of a fact; a form has fields of its own by that name."""
    return "fields_of_work" if name == "fields" else name


def _whole(value: Any) -> Any:
    """Return an amount without digits that say nothing, so that the same is the same."""
    if isinstance(value, Decimal):
        return Decimal(f"{value:f}").quantize(Decimal("0.01")).normalize() + 0
    return value


def told_fault(fault: Fault) -> str:
    """Say why something cannot be a fact of a case, and what to write."""
    return {
        Fault.NOT_PAGES: _("Write the number of pages, from 1 to 9999."),
        Fault.NEGATIVE: _("This cannot be less than nothing. Correct it."),
        Fault.NO_CURRENCY: _("Say in which currency the amount is."),
        Fault.COSTS_AND_FREE: _(
            "There is an amount, and yet it is said to cost nothing. Correct one of the two."
        ),
        Fault.ENDS_BEFORE_IT_BEGINS: _("The last day comes before the first. Correct one of them."),
        Fault.NOT_A_LANGUAGE: _("Write the names of languages, as in Gürcüce or Georgian."),
        Fault.NOT_A_FIELD: _("Choose fields from the list."),
    }[fault]
