"""The Turkish official letter, and how its parts follow one another.

The form is that of the regulation on official correspondence (Resmî Yazışmalarda Uygulanacak Usul
ve Esaslar Hakkında Yönetmelik, RG 10.06.2020, 31151); docs/reference/papers.md says which parts of
it are still to be compared with its text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from elci.domain.turkish import turkish_upper
from elci.reports.document import (
    Block,
    Document,
    Foot,
    Labelled,
    Line,
    Listing,
    Paragraph,
    Style,
    Table,
    fill,
    line,
    text_of,
)
from elci.reports.papers.facts import (
    UNNUMBERED,
    Annex,
    Ground,
    Numbering,
    Person,
    Reference,
    Sender,
    said,
)
from elci.reports.papers.offices import (
    Ask,
    Recipient,
    closing,
    verb_for,
    with_capital_surname,
)
from elci.reports.styles import TEXT_WIDTH

_DISTRIBUTED: Final = "DAĞITIM YERLERİNE"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialLetter:
    """A letter in the official form."""

    sender: Sender
    subject: Line
    recipients: tuple[Recipient, ...]
    """Those who are to act; more than one makes a letter for distribution."""
    body: tuple[Block, ...]
    made_on: date
    ask: Ask = Ask.ACTION
    informed: tuple[Recipient, ...] = ()
    """Those who are told (bilgi)."""
    numbering: Numbering = UNNUMBERED
    references: tuple[Reference, ...] = ()
    annexes: tuple[Annex, ...] = ()
    approved_by: Person | None = None
    """Who writes *OLUR* below it, where an approval is asked for."""

    @property
    def document(self) -> Document:
        """The letter, laid out."""
        return Document(
            title=text_of(self.subject),
            author=self.sender.authority or "",
            made_on=self.made_on,
            blocks=(
                *_head(self),
                *self.body,
                paragraph(self._last_sentence, Style.LEAD),
                _signature(self.sender.signatory),
                *_approval(self),
                *_annexes(self.annexes),
                *_distribution(self),
            ),
            foot=foot_of(self.sender),
        )

    @property
    def is_distributed(self) -> bool:
        """Whether it goes to more than one office."""
        return len(self.recipients) + len(self.informed) > 1

    @property
    def _last_sentence(self) -> str:
        verb = verb_for(self.sender.kind, (*self.recipients, *self.informed))
        return closing(self.ask, verb)


def paragraph(text: str | Line, style: Style = Style.BODY) -> Paragraph:
    """Return one paragraph of running text."""
    return Paragraph(style, (line(text) if isinstance(text, str) else text,))


def paragraphs(text: str, style: Style = Style.BODY) -> tuple[Paragraph, ...]:
    """Return text that a person wrote, with a paragraph for each of its lines."""
    return tuple(paragraph(each.strip(), style) for each in text.splitlines() if each.strip())


def grounded(of: Sequence[Ground], *, as_of: date, style: Style = Style.BODY) -> tuple[Block, ...]:
    """Return the grounds as they read on a day, or a blank where none is known."""
    intro = fill("Konunun {day} tarihi itibarıyla hukuki dayanağı şöyledir:", day=said(as_of))
    if len(of) == 0:
        return (paragraph((*intro, *fill(" {grounds}", grounds=None)), style),)
    lead = Style.LEAD if style is Style.BODY else Style.PLAIN_LEAD
    return (paragraph(intro, lead), Listing(tuple(_ground(each) for each in of), numbered=False))


def _ground(ground: Ground) -> Line:
    wording = f": “{ground.wording}”" if ground.wording != "" else ""
    note = f" ({ground.note})" if ground.note != "" else ""
    return line(f"{ground.label}{wording}{note}")


def _head(letter: OfficialLetter) -> tuple[Block, ...]:
    several = letter.is_distributed
    addressed = (line(_DISTRIBUTED),) if several else letter.recipients[0].lines
    return (
        Paragraph(Style.LETTERHEAD, letterhead(letter.sender)),
        Labelled(
            "Sayı",
            (_number(letter),),
            right=fill("{letter_day}", letter_day=said(letter.numbering.day)),
        ),
        Labelled("Konu", (letter.subject,)),
        Paragraph(Style.ADDRESSEE, addressed),
        *_references(letter.references),
    )


def letterhead(sender: Sender) -> tuple[Line, ...]:
    """Return the lines at the head of a paper."""
    authority = None if sender.authority is None else turkish_upper(sender.authority)
    unit = () if sender.unit is None else (line(sender.unit),)
    return (line("T.C."), fill("{authority}", authority=authority), *unit)


def _number(letter: OfficialLetter) -> Line:
    given = letter.numbering
    return fill(
        "E-{detsis}-{file_code}-{letter_number}",
        detsis=letter.sender.detsis, file_code=given.file_code,
        letter_number=given.number,
    )  # fmt: skip


def _references(references: tuple[Reference, ...]) -> tuple[Block, ...]:
    if references == ():
        return ()
    if len(references) == 1:
        return (Labelled("İlgi", (references[0].line,), style=Style.REFERENCES),)
    lettered = zip("abcçdefgğhıijklmnoöprsştuüvyz", references, strict=False)
    lines = tuple((*line(f"{letter}) "), *each.line) for letter, each in lettered)
    return (Labelled("İlgi", lines, style=Style.REFERENCES),)


def _signature(signatory: Person) -> Paragraph:
    return Paragraph(Style.SIGNATURE, signed(signatory))


def signed(person: Person) -> tuple[Line, ...]:
    """Return the lines of a signature: the name, in whose name, the title."""
    name = None if person.name is None else with_capital_surname(person.name)
    title = fill("{signatory_title}", signatory_title=person.title)
    return (fill("{signatory}", signatory=name), *_on_behalf(person), title)


def _on_behalf(person: Person) -> tuple[Line, ...]:
    return () if person.on_behalf is None else (line(person.on_behalf),)


def _approval(letter: OfficialLetter) -> tuple[Block, ...]:
    if letter.approved_by is None:
        return ()
    day = fill("{approval_day}", approval_day=None)
    name = letter.approved_by.name
    approver = fill("{approver}", approver=None if name is None else with_capital_surname(name))
    title = fill("{approver_title}", approver_title=letter.approved_by.title)
    behalf = _on_behalf(letter.approved_by)
    return (Paragraph(Style.APPROVAL, (line("OLUR"), day, (), approver, *behalf, title)),)


def _annexes(annexes: tuple[Annex, ...]) -> tuple[Block, ...]:
    if annexes == ():
        return ()
    if len(annexes) == 1:
        return (Paragraph(Style.LABEL, ((*line("Ek: "), *annexes[0].line),)),)
    return (
        _label("Ek:"),
        Listing(tuple(annex.line for annex in annexes)),
    )


def _distribution(letter: OfficialLetter) -> tuple[Block, ...]:
    if not letter.is_distributed:
        return ()
    to_act, told = (
        tuple(each.listed for each in letter.recipients),
        tuple(each.listed for each in letter.informed),
    )
    if told == ():
        return (_label("Dağıtım:"), Listing(to_act, numbered=False))
    count = max(len(to_act), len(told))
    columns = (_padded(to_act, count), _padded(told, count))
    half = TEXT_WIDTH / 2
    return (
        _label("Dağıtım:"),
        Table(
            title="Dağıtım", head=("Gereği:", "Bilgi:"), widths=(half, half), ruled=False,
            rows=tuple(zip(*columns, strict=True)),
        ),
    )  # fmt: skip


def _label(text: str) -> Paragraph:
    return Paragraph(Style.LABEL, (line(text),))


def _padded(lines: tuple[Line, ...], count: int) -> tuple[Line, ...]:
    return lines + ((),) * (count - len(lines))


def foot_of(sender: Sender) -> Foot:
    """Return where the authority is reached, and whom to ask."""
    contact = sender.contact
    reached = (
        fill("Telefon: {telephone} | E-posta: {email}",
             telephone=sender.telephone, email=sender.email),
        fill("İnternet adresi: {website} | KEP: {kep}", website=sender.website, kep=sender.kep),
    )  # fmt: skip
    return Foot(
        left=(fill("Adres: {address}", address=sender.address), *reached),
        right=(
            fill("Bilgi için: {contact}", contact=contact.name),
            fill("{contact_title}", contact_title=contact.title),
            fill("Telefon: {contact_telephone}", contact_telephone=contact.telephone),
        ),
    )
