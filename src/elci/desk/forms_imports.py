"""What people fill in to take a list in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.agreements.choices import InstrumentChoice
from elci.desk.choices import act_choices, grade_choices
from elci.desk.fields import DateInWordsField, DayField, DeskForm, choice_field
from elci.domain.extraction.roles import Role, role_label
from elci.domain.places.gazetteer import UnknownPlaceError, open_gazetteer
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade
from elci.foundation.templatetags.elci import reader_language
from elci.intake.queries.facts import ReadAct, RowFacts
from elci.memberships.choices import GradeChoice

if TYPE_CHECKING:
    from elci.intake.models import ImportBatch

ACCEPTED: Final = (
    ".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,.html,.htm,.docx,.pdf,.png,.jpg,.jpeg,.tif,.tiff,"
    ".webp,.json,.wiki"
)
_LONGEST_TEXT: Final = 1_000_000
_EMPTY_ACTS: Final = 2
"""Lines for acts that were not read."""
_MOST_ACTS: Final = 30


class StartForm(DeskForm):
    """A list: a file, or a text that was copied from somewhere."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
    )
    text = forms.CharField(
        label=gettext_lazy("Or paste the text of the list"),
        required=False,
        max_length=_LONGEST_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy(
            "Copied from a PDF, a web page or a table. Broken lines are put together again."
        ),
    )
    instrument = forms.ChoiceField(label=gettext_lazy("What the rows are"), required=False)
    stated_on = DayField(
        label=gettext_lazy("Day whose state the list describes"),
        required=False,
        help_text=gettext_lazy("As in 10.05.2019. Without it, today."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "instrument").choices = instrument_choices(_("The list itself says"))
        self.fields["file"].help_text = _(
            "Excel, OpenDocument, CSV, Word, PDF, a saved web page or an image; "
            "at most %(limit)s MB. You may drop it here."
        ) % {"limit": settings.MAX_UPLOAD_BYTES // 1024**2}

    def clean_file(self) -> Any:
        """Refuse what is empty or too large before anything of it is read."""
        file = self.cleaned_data.get("file")
        if file is None:
            return None
        if file.size == 0:
            raise forms.ValidationError(_("The file is empty. Choose the file again."))
        if file.size > settings.MAX_UPLOAD_BYTES:
            message = _(
                "The file has %(size)s MB; at most %(limit)s MB can be read. Split the list, or "
                "save only its table."
            )
            sizes = {
                "size": -(-file.size // 1024**2),
                "limit": settings.MAX_UPLOAD_BYTES // 1024**2,
            }
            raise forms.ValidationError(message % sizes)
        return file

    def clean(self) -> dict[str, Any]:
        """Ask for one list: a file or a text."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        has_file, has_text = bool(cleaned.get("file")), bool((cleaned.get("text") or "").strip())
        if not has_file and not has_text:
            self.add_error("file", _("Choose a file, or paste the text of the list below."))
        if has_file and has_text:
            self.add_error("text", _("There is a file and a text. Leave one of them out."))
        return cleaned

    @property
    def content(self) -> bytes:
        """The list as it was handed in."""
        file = self.cleaned_data["file"]
        if file is None:
            return str(self.cleaned_data["text"]).encode()
        return bytes(file.read())

    @property
    def file_name(self) -> str:
        """The name of the file without what cannot be seen of it; empty for a text."""
        file = self.cleaned_data["file"]
        return "" if file is None else "".join(filter(str.isprintable, str(file.name)))


class ColumnsForm(DeskForm):
    """What the columns of a table hold."""

    instrument = forms.ChoiceField(
        label=gettext_lazy("What the rows are, where they do not say"), required=False
    )

    def __init__(self, *args: Any, headings: Sequence[str], width: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "instrument").choices = instrument_choices(_("The list itself says"))
        for number in range(width):
            heading = headings[number] if number < len(headings) else ""
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading or _("Column %(number)s") % {"number": number + 1},
                required=False,
                choices=role_choices(),
            )

    @property
    def columns(self) -> list[BoundField]:
        """The fields of the columns, from left to right."""
        return [self[name] for name in self.fields if name.startswith("column_")]

    @property
    def roles(self) -> list[str | None]:
        """What a person said of each column."""
        return [self.cleaned_data[field.name] or None for field in self.columns]

    def clean(self) -> dict[str, Any]:
        """Ask for a column that names the partner."""
        cleaned = super().clean() or {}
        said = {cleaned.get(name) for name in self.fields if name.startswith("column_")}
        if not said & {Role.PARTY.value, Role.ACRONYM.value}:
            self.add_error(None, _("Say which column names the partner."))
        return cleaned


class EnterForm(DeskForm):
    """Who may see what is entered."""

    grade = forms.ChoiceField(
        label=gettext_lazy("Who may see the relations"),
        widget=forms.RadioSelect,
        initial=Grade.PRIVATE,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "grade").choices = grade_choices()


@dataclass(frozen=True, slots=True)
class ActLine:
    """The fields of one act."""

    number: int
    kind: BoundField
    date: BoundField
    places: BoundField


class RowForm(DeskForm):
    """A row of a list as it is to be entered."""

    place = forms.CharField(label=gettext_lazy("The other party"), required=False, max_length=40)
    name = forms.CharField(
        label=gettext_lazy("Name of the organisation"), required=False, max_length=300
    )
    instrument = forms.ChoiceField(label=gettext_lazy("Instrument"))
    membership_grade = forms.ChoiceField(
        label=gettext_lazy("Grade of the membership"), required=False
    )

    def __init__(self, *args: Any, facts: RowFacts, **kwargs: Any) -> None:
        kwargs["initial"] = _row_initial(facts)
        super().__init__(*args, **kwargs)
        self.facts = facts
        choice_field(self, "instrument").choices = instrument_choices(_("Choose the instrument"))
        choice_field(self, "membership_grade").choices = [
            ("", _("Not a membership, or not known")),
            *GradeChoice.choices,
        ]
        instrument = "" if facts.instrument is None else facts.instrument.value
        for number in range(min(len(facts.acts), _MOST_ACTS) + _EMPTY_ACTS):
            self._add_act(number, instrument)

    def _add_act(self, number: int, instrument: str) -> None:
        count = {"number": number + 1}
        self.fields[f"kind_{number}"] = forms.ChoiceField(
            label=_("Act %(number)s") % count, required=False, choices=act_choices(instrument)
        )
        self.fields[f"date_{number}"] = DateInWordsField(
            label=_("Date of act %(number)s") % count, required=False
        )
        self.fields[f"places_{number}"] = forms.CharField(
            label=_("Places of act %(number)s") % count, required=False, max_length=300
        )

    @property
    def act_lines(self) -> list[ActLine]:
        """The fields of the acts, one line for each."""
        numbers = range(sum(name.startswith("kind_") for name in self.fields))
        return [
            ActLine(n, self[f"kind_{n}"], self[f"date_{n}"], self[f"places_{n}"]) for n in numbers
        ]

    def clean_place(self) -> str:
        """Refuse what is no place; the organisation itself is the empty text."""
        key = str(self.cleaned_data["place"])
        if key:
            try:
                open_gazetteer().place(key)
            except UnknownPlaceError:
                raise forms.ValidationError(
                    _("This place is not known. Choose one of the places shown.")
                ) from None
        return key

    def clean(self) -> dict[str, Any]:
        """Ask for both parts of each act."""
        cleaned = super().clean() or {}
        for line in self.act_lines:
            kind, happened = cleaned.get(line.kind.name), cleaned.get(line.date.name)
            if kind and happened is None and line.date.name not in self.errors:
                self.add_error(
                    line.date.name, _("Write the date of the act, or “unknown” if nobody knows it.")
                )
            if happened is not None and not kind:
                self.add_error(line.kind.name, _("Choose which act happened on this date."))
        return cleaned

    @property
    def corrections(self) -> dict[str, Any]:
        """What a person put in the place of what was read; nothing that stayed as it was."""
        cleaned, facts = self.cleaned_data, self.facts
        said: dict[str, Any] = {
            "place": cleaned["place"] or None,
            "name": " ".join(cleaned["name"].split()),
            "instrument": cleaned["instrument"] or None,
            "grade": cleaned["membership_grade"] or None,
            "acts": self._acts(),
        }
        was = {
            "place": facts.place_id,
            "name": facts.name,
            "instrument": None if facts.instrument is None else facts.instrument.value,
            "grade": None if facts.grade is None else facts.grade.value,
            "acts": [_printed(act) for act in facts.acts],
        }
        return {part: value for part, value in said.items() if value != was[part]}

    def _acts(self) -> list[dict[str, Any]]:
        """Return the acts as they are kept; what the form does not ask stays as it was read."""
        acts = []
        for line in self.act_lines:
            kind, happened = self.cleaned_data[line.kind.name], self.cleaned_data[line.date.name]
            if not kind or happened is None:
                continue
            known = self.facts.acts[line.number : line.number + 1]
            rest = _printed(known[0]) if known else {"organ": "", "number": "", "raw": ""}
            places = [each.strip() for each in self.cleaned_data[line.places.name].split(";")]
            acts.append(
                {
                    **rest,
                    "kind": kind,
                    "date": str(happened),
                    "places": [place[:200] for place in places if place],
                }
            )
        return [*acts, *map(_printed, self.facts.acts[_MOST_ACTS:])]


def instrument_choices(empty: str) -> list[tuple[str, str]]:
    """Return the instruments, after what no choice means."""
    return [("", empty), *((each.value, str(each.label)) for each in InstrumentChoice)]


def role_choices() -> list[tuple[str, str]]:
    """Return what a column may hold, in words."""
    language = reader_language()
    labels = [(role.value, role_label(role, language)) for role in Role]
    return [("", _("nothing that is needed")), *labels]


def columns_form(batch: "ImportBatch", number: int, sent: Any) -> ColumnsForm:
    """Return the form of one of the tables of a list."""
    table = batch.tables[number]
    roles = table["roles"]
    initial = {f"column_{index}": role or "" for index, role in enumerate(roles)}
    return ColumnsForm(
        sent,
        headings=table["headings"],
        width=len(roles),
        initial={**initial, "instrument": batch.instrument},
    )


def _row_initial(facts: RowFacts) -> dict[str, Any]:
    initial: dict[str, Any] = {
        "place": facts.place_id or "",
        "name": facts.name,
        "instrument": "" if facts.instrument is None else facts.instrument.value,
        "membership_grade": "" if facts.grade is None else facts.grade.value,
    }
    for number, act in enumerate(facts.acts[:_MOST_ACTS]):
        initial[f"kind_{number}"] = act.kind.value
        initial[f"date_{number}"] = act.happened
        initial[f"places_{number}"] = "; ".join(act.places)
    return initial


def _printed(act: ReadAct) -> dict[str, Any]:
    return {
        "kind": act.kind.value,
        "date": str(act.happened),
        "places": list(act.places),
        "organ": act.organ,
        "number": act.number,
        "raw": act.raw,
    }


def is_membership(facts: RowFacts) -> bool:
    """Whether the other party may be an organisation of no place."""
    return facts.instrument is Instrument.MEMBERSHIP or facts.instrument is None
