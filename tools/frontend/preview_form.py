"""A form with each kind of field, filled in wrongly."""

from django import forms
from django.forms.boundfield import BoundField
from django.forms.widgets import CheckboxSelectMultiple, RadioSelect


class InputBoundField(BoundField):
    """Gives every single widget the class that the styles look for."""

    def build_widget_attrs(
        self, attrs: dict[str, object], widget: forms.Widget | None = None
    ) -> dict[str, object]:
        """Add ``ds-input`` to what Django itself says of the field."""
        built = super().build_widget_attrs(attrs, widget)
        if not isinstance(widget or self.field.widget, RadioSelect | CheckboxSelectMultiple):
            built["class"] = f"ds-input {attrs.get('class', '')}".strip()
        return built


class ActForm(forms.Form):
    """An act at the desk."""

    bound_field_class = InputBoundField
    kind = forms.ChoiceField(
        label="Eylem",
        choices=[("", "Seçiniz"), ("signed", "imzalandı"), ("renewed", "yenilendi")],
    )
    date = forms.CharField(
        label="Tarih",
        help_text="Bildiğiniz kadarıyla: 18.04.2016, Nisan 2016, 2016 ya da 1990'dan önce.",
    )
    organ = forms.ChoiceField(
        label="Organ",
        widget=RadioSelect,
        choices=[("council", "Belediye meclisi"), ("mayor", "Başkan")],
        help_text="Kararı veren organ.",
    )
    reason = forms.CharField(label="Gerekçe", widget=forms.Textarea(attrs={"rows": 3}))
    document = forms.FileField(label="Belge", required=False, help_text="PDF, DOCX; en çok 20 MB.")
    public = forms.BooleanField(label="Herkese açık olsun", required=False)

    def clean(self) -> None:
        """Refuse, so that the preview shows a fault of the whole form."""
        raise forms.ValidationError("Bu ilişki yenilenemez: imzalandığına dair bir kayıt yoktur.")


def unsound_form() -> ActForm:
    """A form that has something to say about every field."""
    return ActForm({"date": "31.02.2016", "public": "on"}, {})
