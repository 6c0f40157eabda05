"""What a reader says to ask the law; each form is an address, so that a question can be shared."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from elci.domain.law import labels
from elci.domain.law.overview import natural_counterpart
from elci.domain.law.pack import Pack
from elci.domain.law.words import ACT, BODY, COUNTERPART, Body, LegalAct
from elci.portal import law

FIRST_YEAR, LAST_YEAR = 1900, 2100
_LONGEST_WORD: Final = 60
Day = date
"""So that a form may have a field of that name."""
_FORMATS: Final = ("%Y-%m-%d", "%d.%m.%Y")


class WordField(forms.ChoiceField):
    """A closed list of words; one that is not in it is answered with those that are."""

    def __init__(self, *, label: Any, otherwise: Any = None) -> None:
        super().__init__(label=label, required=otherwise is None)
        self.otherwise = otherwise
        self.known: tuple[str, ...] = ()

    def offer(self, words: list[tuple[str, str]]) -> None:
        """Offer words with how they are read; before them what stands for none of them."""
        self.known = tuple(word for word, _label in words)
        none = [] if self.otherwise is None else [("", str(self.otherwise))]
        self.choices = [*none, *words]

    def validate(self, value: Any) -> None:
        """Refuse what is not offered."""
        if value not in self.known and (value or self.required):
            raise forms.ValidationError(
                _("“%(word)s” is not known here. Use one of: %(known)s.")
                % {"word": value, "known": ", ".join(self.known)}
            )


class LawDayField(forms.CharField):
    """A day, written as 2018-12-10 or 10.12.2018."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "ds-input"})

    def clean(self, value: Any) -> date:
        """Return the day; refuse what no calendar holds and what no law of ours reaches."""
        return read_law_day(super().clean(value))


def read_law_day(text: str) -> date:
    """Return the day of a text. Raises ``ValidationError`` that says how a day is written."""
    day = next((found for each in _FORMATS if (found := _parsed(text, each))), None)
    if day is None:
        raise forms.ValidationError(
            _("“%(text)s” is not a day of the calendar. Write it as 2018-12-10 or 10.12.2018.")
            % {"text": text}
        )
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise forms.ValidationError(
            _("The year %(year)s is out of reach. Ask about a day from %(first)s to %(last)s.")
            % {"year": day.year, "first": FIRST_YEAR, "last": LAST_YEAR}
        )
    return day


def _parsed(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 -- a day has no time zone
    except ValueError:
        return None


def day_of_year(text: str) -> str:
    """Return the last day of a year that is written in four digits; anything else as it is."""
    is_year = len(text) == 4 and text.isascii() and text.isdigit()
    return f"{text}-12-31" if is_year else text


class AddressForm(forms.Form):
    """A form that is sent as an address: what the address leaves out is taken from its defaults."""

    def __init__(self, query: Mapping[str, str], *, today: Day, prefix_id: str) -> None:
        given = {name: text.strip()[:_LONGEST_WORD] for name, text in query.items()}
        super().__init__(auto_id=f"{prefix_id}-%s")
        self.fill_words()
        self.data = self.defaults(given, today) | {
            name: given[name] for name in self.fields if given.get(name)
        }
        self.is_bound = True
        for field in self.fields.values():
            field.widget.attrs["class"] = "ds-input"

    def fill_words(self) -> None:
        """Offer the words in the reader's language."""
        for name, field in self.fields.items():
            if isinstance(field, WordField):
                field.offer(_offered(name))

    def defaults(self, given: Mapping[str, str], today: Day) -> dict[str, str]:
        """Return what is taken where nothing is said."""
        act = given.get(ACT) or str(LegalAct.SISTER_CITY)
        known = act in {str(each) for each in LegalAct}
        natural = natural_counterpart(LegalAct(act) if known else LegalAct.SISTER_CITY)
        found = {
            BODY: str(Body.MUNICIPALITY),
            ACT: str(LegalAct.SISTER_CITY),
            COUNTERPART: str(natural),
            law.DATE: today.isoformat(),
            law.PACK: next(iter(law.shelves()), ""),
        }
        return {name: found[name] for name in found if name in self.fields}


def _offered(name: str) -> list[tuple[str, str]]:
    if name == law.PACK:
        return [(key, shelf.name) for key, shelf in law.shelves().items()]
    return law.word_choices(name)


class QuestionForm(AddressForm):
    """Which body, which act, with whom, when, under which law."""

    body = WordField(label=gettext_lazy("Body"))
    act = WordField(label=pgettext_lazy("law", "Act"))
    counterpart = WordField(label=gettext_lazy("Counterpart"))
    date = LawDayField(label=gettext_lazy("Day"))
    pack = WordField(label=gettext_lazy("Law"))


class TableForm(AddressForm):
    """On which day, under which law, with whom, for which bodies."""

    date = LawDayField(label=gettext_lazy("Day"))
    pack = WordField(label=gettext_lazy("Law"))
    counterpart = WordField(
        label=gettext_lazy("Counterpart"), otherwise=gettext_lazy("the usual one for each act")
    )
    body = WordField(label=gettext_lazy("Body"), otherwise=gettext_lazy("all of them"))

    def defaults(self, given: Mapping[str, str], today: Day) -> dict[str, str]:
        """Take every body, and for each act the usual counterpart."""
        return super().defaults(given, today) | {BODY: "", COUNTERPART: ""}


class AbroadForm(AddressForm):
    """Which act of which body is asked of every law."""

    body = WordField(label=gettext_lazy("Body"))
    act = WordField(label=pgettext_lazy("law", "Act"))
    counterpart = WordField(label=gettext_lazy("Counterpart"))
    date = LawDayField(label=gettext_lazy("Day"))


class CircumstancesForm(forms.Form):
    """What is known of the circumstances on which an answer depends."""

    def __init__(self, pack: Pack, facets: list[str], stated: Mapping[str, str]) -> None:
        super().__init__(initial=dict(stated), auto_id="know-%s")
        known = {facet.key: facet for facet in pack.context}
        for key in facets:
            facet = known[key]
            taken = law.spoken(labels.context_label(pack, key, facet.default))
            self.fields[key] = forms.ChoiceField(
                label=law.spoken(labels.context_question(pack, key)),
                required=False,
                choices=[
                    ("", _("not stated (“%(word)s” is taken)") % {"word": taken}),
                    *(
                        (value, law.spoken(labels.context_label(pack, key, value)))
                        for value in facet.values
                    ),
                ],
                widget=forms.Select(attrs={"class": "ds-input"}),
            )
