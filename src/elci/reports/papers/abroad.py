"""Letters to partners abroad, in Turkish and in English: of interest, and in answer to a request.

The Turkish ones have the official form; the English ones are plain letters of the same content.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from elci.domain.dates import PartialDate, say_date
from elci.domain.vocabularies import RequestAnswerKind
from elci.reports.document import Block, Document, Line, Listing, Paragraph, Style, fill, line
from elci.reports.papers.facts import Day, Numbering, Reference, Sender
from elci.reports.papers.form import OfficialLetter, foot_of, paragraph
from elci.reports.papers.offices import Ask, OfficeKind, Recipient

Language = Literal["tr", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondents:
    """Who writes to whom, on which day."""

    sender: Sender
    sender_en: str | None
    """The name of the authority in English."""
    recipient: str | None
    made_on: date
    numbering: Numbering


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestFacts:
    """What a letter of interest is made of."""

    between: Correspondents
    fields: str | None
    """Fields of cooperation, in the language of the letter."""
    reasons: Sequence[str] = ()
    """What the two cities share, as sentences in the language of the letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFacts:
    """What an answer to a request is made of."""

    between: Correspondents
    answer: RequestAnswerKind
    asked_for: str
    """The instrument that was asked for, in the language of the letter."""
    lighter: str = ""
    """The one that is offered instead."""
    letter_on: Day | None = None
    letter_number: str | None = None


def interest_letter(facts: InterestFacts, language: Language) -> Document:
    """Return the letter in which a city says that it would like to work with another."""
    subject = line(_SUBJECTS["interest", language])
    return _letter(facts.between, subject, _interest(facts, language), language=language)


def answer_letter(facts: AnswerFacts, language: Language) -> Document:
    """Return the standard answer to a request; the reasons of a refusal stay in the record."""
    subject = line(_SUBJECTS["answer", language])
    body = (_about(facts, language), *_decided(facts, language))
    letter = Reference(what="yazınız", day=facts.letter_on, number=facts.letter_number)
    return _letter(facts.between, subject, body, language=language, references=(letter,))


_SUBJECTS: Final = {
    ("interest", "tr"): "İş birliği isteği",
    ("interest", "en"): "Interest in cooperation",
    ("answer", "tr"): "Talebiniz hakkında",
    ("answer", "en"): "Your request",
}
_NO_TIE_YET: Final = {
    "tr": "Bu yazı bir anlaşma değildir ve tarafları bağlamaz. Bağ, iki tarafın hukukunun "
    "öngördüğü "
    "kararlar alındıktan ve izinler verildikten sonra kurulur.",
    "en": "This letter is no agreement and binds neither side. A tie begins once the decisions "
    "have "
    "been taken and the permits given that the law of both sides asks for.",
}
_DECIDED: Final = {
    (RequestAnswerKind.ACCEPTED, "tr"): (
        (
            "Teklifinizi memnuniyetle karşılıyoruz. Görüşmelerin yürütülmesi için bir muhatap "
            "belirlemenizi ve birlikte yapılacak işleri kapsayan bir taslak göndermenizi rica "
            "ederiz."
        ),
    ),
    (RequestAnswerKind.ACCEPTED, "en"): (
        (
            "We welcome your proposal. Please name a contact for the talks and send us a draft of "
            "what "
            "we are to do together."
        ),
    ),
    (RequestAnswerKind.OTHER_INSTRUMENT, "tr"): (
        (
            "Teklifinize teşekkür ederiz. Bu aşamada ilişkimize {lighter} ile başlamayı öneririz; "
            "birlikte yapılan işler ilerledikçe daha kapsamlı bir bağ değerlendirilebilir."
        ),
    ),
    (RequestAnswerKind.OTHER_INSTRUMENT, "en"): (
        (
            "Thank you for your proposal. At this stage we suggest to begin with a {lighter}; as "
            "work "
            "together goes on, a wider tie can be considered."
        ),
    ),
    (RequestAnswerKind.DEFERRED, "tr"): (
        (
            "Teklifinize teşekkür ederiz. Konunun değerlendirilmesi sürmektedir; sonucu tarafınıza "
            "ayrıca bildireceğiz."
        ),
    ),
    (RequestAnswerKind.DEFERRED, "en"): (
        (
            "Thank you for your proposal. It is still being considered, and we shall write to you "
            "again "
            "with the outcome."
        ),
    ),
    (RequestAnswerKind.DECLINED, "tr"): (
        (
            "Teklifinize teşekkür ederiz. Mevcut bağlarımızı canlı tutma yükümlülüğümüz ve "
            "imkânlarımız göz önüne alındığında, teklifinizi bu aşamada kabul edemiyoruz."
        ),
        "Belirli bir konuda bilgi ve deneyim paylaşmaya her zaman açığız.",
    ),
    (RequestAnswerKind.DECLINED, "en"): (
        (
            "Thank you for your proposal. In view of the ties that we have to keep alive and of "
            "our means, we cannot take it up at this stage."
        ),
        "We remain glad to share knowledge and experience on a given matter.",
    ),
}
_BINDING: Final = frozenset({RequestAnswerKind.ACCEPTED, RequestAnswerKind.OTHER_INSTRUMENT})


def _interest(facts: InterestFacts, language: Language) -> tuple[Block, ...]:
    turkish = language == "tr"
    name = facts.between.sender.authority if turkish else facts.between.sender_en
    wish = fill(
        "{authority}, belediyenizle {fields} alanında iş birliği yapma imkânlarını görüşmek "
        "istemektedir."
        if turkish
        else "{authority} would like to talk with you about work together in this field: {fields}.",
        authority=name,
        fields=facts.fields,
    )
    request = (
        "Bu konuda görüşmeye istekliyseniz, bir muhatabın adını ve yazışma adresini bildirmenizi "
        "rica ederiz."
        if turkish
        else "If you are willing to talk, please let us know the name and the address of a contact."
    )
    return (
        paragraph(wish),
        *_shared(facts.reasons, turkish=turkish),
        paragraph(request),
        paragraph(_NO_TIE_YET[language]),
    )


def _shared(reasons: Sequence[str], *, turkish: bool) -> tuple[Block, ...]:
    if not reasons:
        return ()
    lead = (
        "İki şehri birbirine yakınlaştıranlar:"
        if turkish
        else "What brings the two cities together:"
    )
    return (
        paragraph(lead, Style.LEAD),
        Listing(tuple(line(each) for each in reasons), numbered=False),
    )


def _about(facts: AnswerFacts, language: Language) -> Paragraph:
    if language == "tr":
        return paragraph(
            fill(
                "İlgi yazınızdaki {asked_for} teklifiniz incelenmiştir.", asked_for=facts.asked_for
            )
        )
    day = None if facts.letter_on is None else _english_day(facts.letter_on)
    return paragraph(
        fill(
            "Your letter of {letter_day} ({letter_number}), in which you propose a {asked_for}, "
            "has "
            "been considered.",
            letter_day=day,
            letter_number=facts.letter_number,
            asked_for=facts.asked_for,
        )
    )


def _decided(facts: AnswerFacts, language: Language) -> tuple[Block, ...]:
    told = _DECIDED[facts.answer, language]
    body = tuple(paragraph(fill(each, lighter=facts.lighter)) for each in told)
    return (*body, paragraph(_NO_TIE_YET[language])) if facts.answer in _BINDING else body


def _letter(
    between: Correspondents,
    subject: Line,
    body: tuple[Block, ...],
    *,
    language: Language,
    references: tuple[Reference, ...] = (),
) -> Document:
    if language == "en":
        return _english(between, subject, body)
    return OfficialLetter(
        sender=between.sender,
        subject=subject,
        recipients=(Recipient(name=between.recipient, kind=OfficeKind.FOREIGN),),
        body=body,
        made_on=between.made_on,
        ask=Ask.INFORMATION,
        numbering=between.numbering,
        references=references,
    ).document


def _english(between: Correspondents, subject: Line, body: tuple[Block, ...]) -> Document:
    signatory = between.sender.signatory
    head = Paragraph(
        Style.LETTERHEAD,
        (fill("{authority}", authority=between.sender_en), line("Republic of Türkiye")),
    )
    return Document(
        title="".join(run.text for run in subject),
        author=between.sender_en or "",
        made_on=between.made_on,
        language="en",
        blocks=(
            head,
            paragraph(_english_day(between.made_on), Style.PLAIN),
            Paragraph(Style.ADDRESSEE, (fill("{recipient}", recipient=between.recipient),)),
            Paragraph(Style.PLAIN, (subject,)),
            paragraph("Dear Mayor,", Style.PLAIN),
            *body,
            paragraph("Yours sincerely,", Style.PLAIN),
            Paragraph(
                Style.SIGNATURE,
                (
                    fill("{signatory}", signatory=signatory.name),
                    fill("{signatory_title}", signatory_title=None),
                ),
            ),
        ),
        foot=foot_of(between.sender),
    )


def _english_day(day: Day) -> str:
    return say_date(day if isinstance(day, PartialDate) else PartialDate.on(day), "en")
