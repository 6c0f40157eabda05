"""What people fill in about the letterhead of their workspace."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.desk.fields import DayField, DeskForm, Part, Section
from elci.domain.letterheads import (
    TEXTS,
    Fault,
    Letterhead,
    LetterheadError,
    Signatory,
    Signs,
    faults_in,
)

MOST_SIGNATORIES: Final = 12
_LONGEST: Final = 200


def _text(label: Any, help_text: Any = "", longest: int = _LONGEST) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, max_length=longest, required=False)


class LetterheadForm(DeskForm):
    """What stands on the letters of a workspace, with those who sign and one more to be added."""

    authority = _text(
        gettext_lazy("Name under which it writes"),
        gettext_lazy("As it stands below “T.C.”, for example Örnek Belediye Başkanlığı."),
    )
    unit = _text(
        gettext_lazy("Unit"),
        gettext_lazy("As it stands below that name, for example Dış İlişkiler Müdürlüğü."),
    )
    detsis = _text(gettext_lazy("DETSİS number"), gettext_lazy("Eight digits."), longest=20)
    file_code = _text(
        gettext_lazy("Code of the standard file plan"),
        gettext_lazy("It is printed on every letter, for example 724.01.03."),
        longest=60,
    )
    administrator = _text(
        gettext_lazy("Highest civil administrator of the place"),
        gettext_lazy(
            "To whom decisions and files go, for example Örnek Valiliği or Örnek Kaymakamlığı. "
            "Left empty: as the name of the authority says it."
        ),
    )
    address = _text(gettext_lazy("Address"), longest=300)
    telephone = _text(gettext_lazy("Telephone"), longest=40)
    email = _text(gettext_lazy("E-mail address"))
    kep = _text(
        gettext_lazy("Registered e-mail address (KEP)"),
        gettext_lazy("It ends in kep.tr."),
    )
    website = _text(gettext_lazy("Web address"))
    contact_name = _text(
        gettext_lazy("Name"), gettext_lazy("Stands at the foot, beside “Bilgi için”.")
    )
    contact_title = _text(gettext_lazy("Title"))
    contact_telephone = _text(gettext_lazy("Telephone of this person"), longest=40)
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    layout = (
        Part(
            gettext_lazy("The head of the letter"),
            ("authority", "unit", "detsis", "file_code", "administrator"),
        ),
        Part(
            gettext_lazy("The foot of the letter"),
            ("address", "telephone", "email", "kep", "website"),
        ),
        Part(gettext_lazy("Whom to ask"), ("contact_name", "contact_title", "contact_telephone")),
    )

    def __init__(self, *args: Any, letterhead: Letterhead, number: int, **kwargs: Any) -> None:
        shown = {**{name: getattr(letterhead, name) for name in TEXTS}, "seen": number}
        people = letterhead.signatories
        for place, signatory in enumerate(people):
            shown |= {_name(place, part): value for part, value in _parts_of(signatory).items()}
        super().__init__(*args, **{**kwargs, "initial": shown})
        self.places = range(min(len(people) + 1, MOST_SIGNATORIES))
        for place in self.places:
            for part, field in _signatory_fields().items():
                self.fields[_name(place, part)] = field

    @property
    def sections(self) -> list[Section]:
        """Return the parts of the page, and one for each of those who sign."""
        kept = super().sections
        kept[0].fields.append(self["seen"])
        return [*kept, *(self._signatory_section(place) for place in self.places)]

    def _signatory_section(self, place: int) -> Section:
        drawn = [self[_name(place, part)] for part in _signatory_fields()]
        if place in self.places[:-1]:
            return Section(_("Who signs (%(number)s)") % {"number": place + 1}, drawn)
        heading = _("Somebody else who signs") if place else _("Who signs")
        return Section(heading, [], _("Add a person who signs"), drawn, self._says(place))

    def _says(self, place: int) -> bool:
        texts = (self[_name(place, part)] for part in ("name", "title", "on_behalf"))
        return any(field.data for field in texts)

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot stand on a letter, each at its field, and make the letterhead."""
        cleaned = super().clean() or {}
        for name, fault in faults_in(cleaned).items():
            self.add_error(name, _told(fault))
        people = tuple(self._signatories(cleaned))
        if not self.errors:
            texts = {name: " ".join(cleaned[name].split()) for name in TEXTS}
            cleaned["letterhead"] = Letterhead(**texts, signatories=people)
        return cleaned

    def _signatories(self, cleaned: Mapping[str, Any]) -> Iterator[Signatory]:
        for place in self.places:
            said: dict[str, Any] = {
                part: cleaned.get(_name(place, part)) for part in _signatory_fields()
            }
            said["signs"] = Signs(said["signs"] or Signs.AUTHORITY)
            if not any(value for part, value in said.items() if part != "signs"):
                continue
            try:
                yield Signatory(**said)
            except LetterheadError as error:
                for part, fault in error.faults.items():
                    self.add_error(_name(place, part), _told(fault))


def _name(place: int, part: str) -> str:
    return f"signatory_{place}_{part}"


def _signatory_fields() -> dict[str, forms.Field]:
    return {
        "name": _text(
            gettext_lazy("Name and surname"),
            gettext_lazy("Empty the name to take the person out; who has left keeps the last day."),
        ),
        "title": _text(gettext_lazy("Title")),
        "on_behalf": _text(
            gettext_lazy("On whose behalf"), gettext_lazy("For example “Başkan a.”.")
        ),
        "signs": forms.ChoiceField(
            label=gettext_lazy("What this person signs"),
            required=False,
            choices=(
                (Signs.AUTHORITY.value, gettext_lazy("letters of the authority")),
                (Signs.UNIT.value, gettext_lazy("requests of the unit for an approval")),
            ),
        ),
        "since": DayField(label=gettext_lazy("In office from"), required=False),
        "until": DayField(label=gettext_lazy("Last day in office"), required=False),
    }


def _parts_of(signatory: Signatory) -> dict[str, Any]:
    return {part: getattr(signatory, part) for part in _signatory_fields()}


def _told(fault: Fault) -> str:
    """Say why a value cannot stand on a letter, and what to write."""
    return {
        Fault.NOT_DETSIS: _("A DETSİS number has eight digits. Look it up and write only digits."),
        Fault.NOT_FILE_CODE: _(
            "A code of the standard file plan is made of groups of digits with dots between "
            "them, as in 724.01.03. Correct it, or leave it empty."
        ),
        Fault.NOT_EMAIL: _("This is no e-mail address. Write it like name@example.org."),
        Fault.NOT_KEP: _(
            "A registered e-mail address (KEP) ends in kep.tr. Write an ordinary address in the "
            "field above."
        ),
        Fault.NOT_WEBSITE: _("This is no web address. Write it like www.example.org."),
        Fault.NOT_ADMINISTRATOR: _(
            "The name of a civil administrator ends in “Valiliği” or “Kaymakamlığı”. Write it in "
            "Turkish, in the nominative."
        ),
        Fault.ENDS_BEFORE_IT_BEGINS: _(
            "The last day in office comes before the first. Correct one of the two."
        ),
        Fault.NAMELESS: _("Write the name of who signs, or empty the other parts too."),
    }[fault]
