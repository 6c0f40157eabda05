"""Form fields that read what people at the desk write."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField
from django.forms.widgets import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.desk.refusals import told_date_problem
from elci.domain.dates import DateNotUnderstoodError, PartialDate, read_date
from elci.foundation.templatetags.elci import said

_WHO_DECIDED: Final = gettext_lazy("Who decided or signed: the council, the mayor, a ministry.")


class InputBoundField(BoundField):
    """Gives every single widget the class that the styles look for."""

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        """Add ``ds-input`` to what Django itself says of the field."""
        built = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        if not isinstance(widget, RadioSelect | CheckboxSelectMultiple):
            built["class"] = f"ds-input {widget.attrs.get('class', '')}".strip()
        return dict(built)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with the names of its fields; those that few people need can be folded away."""

    heading: Any
    names: tuple[str, ...]
    folded_heading: Any = ""
    folded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of one form on the page."""

    heading: str
    fields: list[BoundField]
    folded_heading: str = ""
    folded: list[BoundField] = field(default_factory=list)
    is_unfolded: bool = False


class DeskForm(forms.Form):
    """A form whose parts look like the house's."""

    bound_field_class = InputBoundField
    layout: tuple[Part, ...] = ()
    """The parts in the order of the page; without them the form is one piece."""

    @property
    def sections(self) -> list[Section]:
        """Return the parts with their fields, in the order of the page."""
        if not self.layout:
            return [Section("", list(self))]
        return [self._section(part) for part in self.layout]

    def _section(self, part: Part) -> Section:
        folded = [self[name] for name in part.folded]
        return Section(
            heading=str(part.heading),
            fields=[self[name] for name in part.names],
            folded_heading=str(part.folded_heading),
            folded=folded,
            is_unfolded=any(field.errors or field.data for field in folded),
        )


class DateInWordsField(forms.CharField):
    """A date as precisely as it is known, written as people write it, in Turkish or English."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"class": "input--date", "autocomplete": "off"})
        super().__init__(max_length=100, widget=widget, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Write a date as the reader would, so that it is read back as the same date."""
        return said(value) if isinstance(value, PartialDate | date) else value

    def clean(self, value: Any) -> PartialDate | None:
        """Read the date; an empty text is none."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_date(text)
        except DateNotUnderstoodError as error:
            raise forms.ValidationError(told_date_problem(error), code=error.code) from error


class DayField(DateInWordsField):
    """A single day, written as people write it."""

    def clean(self, value: Any) -> Any:
        """Read the day; what is less precise than a day is refused."""
        found = super().clean(value)
        if found is None:
            return None
        if found.earliest is None or str(found) != found.earliest.isoformat():
            message = _(
                "“%(text)s” is not a single day. Write the day, the month and the year, "
                "as in 18.04.2016."
            )
            raise forms.ValidationError(message % {"text": value}, code="not_a_day")
        return found.earliest


class DayOrYearField(DayField):
    """A single day, or a year as its last day."""

    def clean(self, value: Any) -> Any:
        """Read the day; four digits are the last day of that year."""
        text = (value or "").strip()
        if len(text) == 4 and text.isascii() and text.isdigit() and text != "0000":
            return date(int(text), 12, 31)
        return super().clean(value)


class LinesField(forms.CharField):
    """Several short texts, one on each line."""

    def __init__(self, *, longest: int, most: int = 20, rows: int = 2, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
        self.longest = longest
        self.most = most

    def prepare_value(self, value: Any) -> Any:
        """Put each text on a line of its own."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> Any:
        """Return the lines that say something, without repetitions."""
        lines = tuple(
            dict.fromkeys(filter(None, map(str.strip, super().clean(value).splitlines())))
        )
        if len(lines) > self.most:
            message = _(
                "There are %(count)s lines; at most %(most)s can be kept. Shorten the list."
            )
            raise forms.ValidationError(message % {"count": len(lines), "most": self.most})
        for line in lines:
            if len(line) > self.longest:
                message = _("“%(line)s…” is longer than %(longest)s letters. Shorten it.")
                raise forms.ValidationError(message % {"line": line[:40], "longest": self.longest})
        return lines


def number_field(*, required: bool = False) -> forms.CharField:
    """Return a field for the number under which something was decided or written."""
    label = gettext_lazy("Number of the decision or letter")
    return forms.CharField(label=label, max_length=100, required=required)


def organ_field(help_text: Any = _WHO_DECIDED) -> forms.CharField:
    """Return a field for who decided or signed."""
    return forms.CharField(
        label=gettext_lazy("Organ"), max_length=200, required=False, help_text=help_text
    )


def choice_field(form: forms.Form, name: str) -> forms.ChoiceField:
    """Return a form's field as the choice that it is."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(name)
    return field


def rows_field(form: forms.Form, name: str) -> "forms.ModelChoiceField[Any]":
    """Return a form's field as the choice of rows that it is."""
    field = form.fields[name]
    if not isinstance(field, forms.ModelChoiceField):
        raise TypeError(name)
    return field
