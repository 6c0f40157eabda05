"""The papers of a visit: programme, delegation list, badges, and the letter for the visa."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from elci.domain.texts import Text
from elci.reports.document import (
    BLANK,
    Block,
    Cards,
    Document,
    Foot,
    Line,
    Paragraph,
    Run,
    Style,
    Table,
    fill,
    line,
)

_PROGRAMME: Final = Text("Ziyaret programı", "Programme of the visit")
_DELEGATIONS: Final = Text("Heyet listesi", "Delegation list")
_BADGES: Final = Text("Yaka kartları", "Name badges")
_VISA: Final = Text("Vize destek yazısı", "Visa support letter")
_SAMPLE: Final = Text("Örnek: içindekiler uydurulmuştur.", "A sample: what it says is made up.")
_EMPTY: Final = Text("Kayıtta henüz bir şey yok.", "Nothing is on record yet.")
_HOURS: Final = (
    Text("Saat", "Time"),
    Text("Ne yapılacak", "What happens"),
    Text("Nerede", "Where"),
    Text("Kim karşılıyor", "Who receives"),
)
_HOUR_WIDTHS: Final = (2.6, 6.6, 3.4, 3.4)
_PEOPLE: Final = (
    Text("Sıra", "Place"),
    Text("Ad", "Name"),
    Text("Unvan", "Title"),
    Text("Görevi", "Part"),
    Text("Diller", "Languages"),
)
_PEOPLE_WIDTHS: Final = (1.4, 4.2, 5.0, 2.8, 2.6)
_TRAVELLERS: Final = (
    Text("Ad", "Name"),
    Text("Unvan", "Title"),
    Text("Pasaport", "Passport"),
)
_TRAVELLER_WIDTHS: Final = (5.0, 5.5, 5.5)
_TO: Final = Text("İLGİLİ MAKAMA", "To whom it may concern")
_ASKED: Final = Text(
    "Aşağıda adları yazılı kişiler, {days} günlerinde {places} yapılacak “{title}” için "
    "{authority} ile {partner} arasındaki programa katılacaktır. Vize başvurularının "
    "değerlendirilmesinde gereken kolaylığın gösterilmesini rica ederiz.",
    "The persons named below take part in “{title}”, held on {days} in {places} between "
    "{authority} and {partner}. We kindly ask you to consider their visa applications favourably.",
)
_PAID: Final = Text("Giderleri karşılayan: {bearer}.", "The costs are borne by: {bearer}.")
_DAY: Final = Text("Tarih: {day}", "Date: {day}")
_FOOT: Final = Text("Kayıttan {day} tarihinde yazıldı.", "Written from the record on {day}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class HourTold:
    """An hour of the programme in words."""

    day: str
    time: str
    what: str
    place: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTold:
    """A person of a delegation, in order of precedence."""

    name: str
    title: str
    role: str
    languages: str = ""
    passport: str = ""
    body: str = ""
    """Whose delegation, as a badge says it."""
    needs_badge: bool = True
    needs_visa_letter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitTold:
    """A visit in the words of a language."""

    language: Literal["tr", "en"]
    title: str
    authority: str
    partner: str
    days: str
    places: str
    day: str
    made_on: date
    bearer: str
    programme: tuple[HourTold, ...]
    delegations: tuple[tuple[str, tuple[PersonTold, ...]], ...]
    """Each with its heading."""
    is_sample: bool = False

    @property
    def people(self) -> tuple[PersonTold, ...]:
        """Everybody, one delegation after the other."""
        return tuple(each for _heading, people in self.delegations for each in people)


def programme(visit: VisitTold) -> Document:
    """Return the programme, a table for each day."""
    return _document(visit, _PROGRAMME, list(_days(visit)))


def delegation_list(visit: VisitTold) -> Document:
    """Return both delegations in their order of precedence."""
    return _document(visit, _DELEGATIONS, list(_lists(visit)))


def badges(visit: VisitTold) -> Document:
    """Return the badges of those who get one, to be cut out and folded as name cards too."""
    cards = tuple(_card(each) for each in visit.people if each.needs_badge)
    title = _BADGES.in_language(visit.language)
    return _document(visit, _BADGES, [Cards(title, cards)] if cards else [])


def visa_letter(visit: VisitTold) -> Document:
    """Return the letter for those who need one; what is not on record is left blank."""
    travellers = [each for each in visit.people if each.needs_visa_letter]
    return _document(visit, _VISA, list(_letter(visit, travellers)) if travellers else [])


def _document(visit: VisitTold, name: Text, blocks: Sequence[Block]) -> Document:
    language = visit.language
    heading = name.in_language(language)
    foot = _FOOT.in_language(language).format(day=visit.day)
    about = [line(text) for text in (visit.title, f"{visit.days} · {visit.places}".strip(" ·"))]
    first: list[Block] = [Paragraph(Style.TITLE, (line(heading),))]
    if visit.is_sample:
        first.append(Paragraph(Style.PLAIN, (line(_SAMPLE.in_language(language), strong=True),)))
    first.append(Paragraph(Style.PLAIN, tuple(about)))
    if not blocks:
        blocks = [Paragraph(Style.PLAIN, (line(_EMPTY.in_language(language)),))]
    return Document(
        title=f"{heading}: {visit.title}",
        author=visit.authority,
        made_on=visit.made_on,
        language=language,
        foot=Foot(left=(line(visit.authority),), right=(line(foot),)),
        blocks=(*first, *blocks),
    )


def _days(visit: VisitTold) -> Iterator[Block]:
    for day in dict.fromkeys(each.day for each in visit.programme):
        hours = [each for each in visit.programme if each.day == day]
        yield Paragraph(Style.HEADING, (line(day),))
        yield Table(
            title=day,
            head=_head(_HOURS, visit),
            rows=tuple(
                (line(each.time), line(each.what), line(each.place), line(each.host))
                for each in hours
            ),
            widths=_HOUR_WIDTHS,
        )


def _lists(visit: VisitTold) -> Iterator[Block]:
    for heading, people in visit.delegations:
        if people:
            yield Paragraph(Style.HEADING, (line(heading),))
            yield Table(
                title=heading,
                head=_head(_PEOPLE, visit),
                rows=tuple(_person(place, each) for place, each in enumerate(people, start=1)),
                widths=_PEOPLE_WIDTHS,
            )


def _person(place: int, person: PersonTold) -> tuple[Line, ...]:
    cells = (str(place), person.name, person.title, person.role, person.languages)
    return tuple(map(line, cells))


def _card(person: PersonTold) -> tuple[Line, ...]:
    lines = ((Run(person.name, strong=True),), line(person.title), line(person.body))
    return tuple(each for each in lines if each[0].text)


def _letter(visit: VisitTold, travellers: Sequence[PersonTold]) -> Iterator[Block]:
    language = visit.language
    yield Paragraph(Style.PLAIN, (line(_DAY.in_language(language).format(day=visit.day)),))
    yield Paragraph(Style.ADDRESSEE, (line(_TO.in_language(language)),))
    asked = fill(
        _ASKED.in_language(language), days=visit.days, places=visit.places or None,
        title=visit.title, authority=visit.authority, partner=visit.partner,
    )  # fmt: skip
    yield Paragraph(Style.BODY, (asked,))
    yield Paragraph(Style.BODY, (fill(_PAID.in_language(language), bearer=visit.bearer or None),))
    yield Table(
        title=_VISA.in_language(language),
        head=_head(_TRAVELLERS, visit),
        rows=tuple(
            (line(each.name), line(each.title), line(each.passport or BLANK)) for each in travellers
        ),
        widths=_TRAVELLER_WIDTHS,
    )
    yield Paragraph(Style.SIGNATURE, (line(BLANK), line(visit.authority)))


def _head(texts: Sequence[Text], visit: VisitTold) -> tuple[str, ...]:
    return tuple(text.in_language(visit.language) for text in texts)
