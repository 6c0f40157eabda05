"""The words of law packs as people read them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from elci.domain.law.pack import Pack
from elci.domain.law.words import (
    Body,
    ClockStart,
    Confidence,
    Counterpart,
    Counting,
    FlagKind,
    LegalAct,
    Omission,
    ReadAs,
    Silence,
    Slot,
    Status,
    StepKind,
    Verdict,
)
from elci.domain.texts import Text

ACTS: Final[Mapping[LegalAct, Text]] = MappingProxyType(
    {
        LegalAct.SISTER_CITY: Text("kardeş şehir ilişkisi kurmak", "set up a sister city tie"),
        LegalAct.COOPERATION_AGREEMENT: Text(
            "iş birliği protokolü yapmak", "make a cooperation agreement"
        ),
        LegalAct.MOU: Text(
            "mutabakat zaptı veya iyi niyet mektubu imzalamak",
            "sign a memorandum of understanding or a letter of goodwill",
        ),
        LegalAct.JOINT_PROJECT: Text("ortak proje yürütmek", "carry out a joint project"),
        LegalAct.JOIN_IO: Text(
            "uluslararası bir kuruluşa üye olmak", "join an international organisation"
        ),
        LegalAct.FOUND_IO: Text(
            "uluslararası bir kuruluş kurmak", "found an international organisation"
        ),
        LegalAct.LEAVE_IO: Text(
            "uluslararası bir kuruluştan ayrılmak", "leave an international organisation"
        ),
        LegalAct.TERMINATE_AGREEMENT: Text("bir anlaşmayı sona erdirmek", "end an agreement"),
        LegalAct.RENEW_AGREEMENT: Text("bir anlaşmayı yenilemek", "renew an agreement"),
        LegalAct.HOST_FOREIGN_LOCAL: Text(
            "yabancı bir yerel yönetimi ağırlamak", "host a foreign local authority"
        ),
        LegalAct.SEND_DELEGATION: Text("yurt dışına heyet göndermek", "send a delegation abroad"),
        LegalAct.CONTACT_MISSION: Text(
            "yabancı bir temsilcilikle görüşmek", "meet a foreign mission"
        ),
        LegalAct.AID_ABROAD: Text("yurt dışına yardım yapmak", "give aid abroad"),
        LegalAct.CROSS_BORDER_COOP: Text(
            "sınır ötesi iş birliği yapmak", "cooperate across the border"
        ),
        LegalAct.ACCEPT_CONDITIONAL_GRANT: Text(
            "şartlı bağış veya hibe kabul etmek", "accept a conditional donation or grant"
        ),
        LegalAct.NAME_PLACE: Text(
            "bir yere yabancı bir kentin veya kişinin adını vermek",
            "name a place after a foreign city or person",
        ),
        LegalAct.HONORARY_CITIZEN: Text("fahri hemşehrilik vermek", "grant honorary citizenship"),
    }
)
BODIES: Final[Mapping[Body, Text]] = MappingProxyType(
    {
        Body.MUNICIPALITY: Text(
            "belediye (il, ilçe, belde)", "municipality (outside a metropolis)"
        ),
        Body.METROPOLITAN: Text("büyükşehir belediyesi", "metropolitan municipality"),
        Body.METROPOLITAN_DISTRICT: Text(
            "büyükşehir ilçe belediyesi", "district municipality of a metropolis"
        ),
        Body.SPECIAL_PROVINCIAL_ADMIN: Text("il özel idaresi", "special provincial administration"),
        Body.UNION_WITH_MUNICIPAL_MEMBERS: Text(
            "üyeleri arasında belediye bulunan birlik",
            "union with municipalities among its members",
        ),
        Body.UNION_PROVINCIAL_ONLY: Text(
            "yalnız il özel idarelerinin birliği",
            "union of special provincial administrations only",
        ),
        Body.VILLAGE: Text("köy", "village"),
        Body.AFFILIATED_ENTITY: Text(
            "bağlı idare veya belediye şirketi", "affiliated entity or municipal company"
        ),
    }
)
COUNTERPARTS: Final[Mapping[Counterpart, Text]] = MappingProxyType(
    {
        Counterpart.FOREIGN_LOCAL_AUTHORITY: Text(
            "yabancı yerel yönetim", "foreign local authority"
        ),
        Counterpart.FOREIGN_REGION_OR_FEDERATED_STATE: Text(
            "yabancı bölge veya federe devlet", "foreign region or federated state"
        ),
        Counterpart.FOREIGN_STATE_ORGAN: Text(
            "yabancı devlet organı veya bakanlık", "foreign state organ or ministry"
        ),
        Counterpart.FOREIGN_MISSION: Text(
            "yabancı büyükelçilik veya konsolosluk", "foreign embassy or consulate"
        ),
        Counterpart.IO_REPRESENTATION: Text(
            "uluslararası kuruluş temsilciliği", "representation of an international organisation"
        ),
        Counterpart.INTERNATIONAL_BODY: Text(
            "uluslararası kuruluş veya kent ağı", "international organisation or city network"
        ),
        Counterpart.NONE: Text("karşı taraf yok", "no counterpart"),
    }
)
VERDICTS: Final[Mapping[Verdict, Text]] = MappingProxyType(
    {
        Verdict.PROHIBITED: Text("yasak", "prohibited"),
        Verdict.NO_POWER: Text("yetki yok", "no power"),
        Verdict.PERMIT: Text("izin gerekir", "permit needed"),
        Verdict.CONSULT: Text("önceden danışılır", "consult beforehand"),
        Verdict.NOTIFY: Text("bildirilir", "notify"),
        Verdict.FREE: Text("serbest", "free"),
        Verdict.NOT_MODELLED: Text("modellenmedi", "not modelled"),
    }
)
VERDICT_SENTENCES: Final[Mapping[Verdict, Text]] = MappingProxyType(
    {
        Verdict.PROHIBITED: Text(
            "Bu işlem bu tarihte yasaktır.", "This act is prohibited on that day."
        ),
        Verdict.NO_POWER: Text(
            "Bu kurumun bu işlemi yapma yetkisi yoktur.", "This body has no power to do this."
        ),
        Verdict.PERMIT: Text(
            "Bu işlem için önceden izin alınması gerekir.",
            "A permit is needed before this may be done.",
        ),
        Verdict.CONSULT: Text(
            "İzin gerekmez; ancak bir makama önceden danışılması gerekir.",
            "No permit is needed, but an authority has to be consulted beforehand.",
        ),
        Verdict.NOTIFY: Text(
            "İzin gerekmez; ancak işlemin bir makama bildirilmesi gerekir.",
            "No permit is needed, but an authority has to be notified.",
        ),
        Verdict.FREE: Text(
            "Merkezî idarenin iznine veya ona bildirime gerek yoktur.",
            "Neither a permit of central government nor a notice to it is needed.",
        ),
        Verdict.NOT_MODELLED: Text(
            "Bu durum için bir yanıt verilemiyor.", "No answer can be given for this case."
        ),
    }
)
SLOTS: Final[Mapping[Slot, Text]] = MappingProxyType(
    {
        Slot.APPROVAL: Text("onay", "approval"),
        Slot.NOTIFICATION: Text("bildirim", "notification"),
        Slot.TRAVEL: Text("seyahat", "travel"),
        Slot.MONEY: Text("para", "money"),
        Slot.LOCAL: Text("yerel onay", "local approval"),
    }
)
STEP_KINDS: Final[Mapping[StepKind, Text]] = MappingProxyType(
    {
        StepKind.DECISION: Text("karar", "decision"),
        StepKind.PERMIT: Text("izin", "permit"),
        StepKind.APPROVAL: Text("onay", "approval"),
        StepKind.OPINION: Text("görüş", "opinion"),
        StepKind.NOTIFICATION: Text("bildirim", "notification"),
        StepKind.PUBLICATION: Text("duyuru", "publication"),
        StepKind.SIGNATURE: Text("imza", "signature"),
        StepKind.TRAVEL: Text("seyahat", "travel"),
        StepKind.REGISTRATION: Text("kayıt", "registration"),
    }
)
STATUSES: Final[Mapping[Status, Text]] = MappingProxyType(
    {
        Status.SETTLED: Text("yerleşik", "settled"),
        Status.CONTESTED: Text("tartışmalı", "contested"),
        Status.DRAFT: Text("taslak", "draft"),
    }
)
CONFIDENCES: Final[Mapping[Confidence, Text]] = MappingProxyType(
    {
        Confidence.HIGH: Text(
            "yüksek: resmî veya konsolide metin okundu",
            "high: the official or consolidated text was read",
        ),
        Confidence.MEDIUM: Text(
            "orta: güvenilir bir alıntı veya ikincil kaynak",
            "medium: a reliable excerpt or a secondary source",
        ),
        Confidence.LOW: Text("düşük: çıkarım", "low: an inference"),
    }
)
READ_AS: Final[Mapping[ReadAs, Text]] = MappingProxyType(
    {
        ReadAs.OFFICIAL: Text("resmî metin", "official text"),
        ReadAs.CONSOLIDATED: Text("konsolide metin", "consolidated text"),
        ReadAs.RECONSTRUCTED: Text(
            "değişiklik notlarından yeniden kurulmuş metin", "wording made from amendment notes"
        ),
        ReadAs.SECONDARY: Text(
            "ikincil kaynak, metin görülmedi", "secondary source, text not seen"
        ),
        ReadAs.NONE: Text("metin okunmadı", "text not read"),
    }
)
SILENCES: Final[Mapping[Silence, Text]] = MappingProxyType(
    {
        Silence.NONE: Text("Yanıt verilmemesi onay sayılmaz.", "Silence is no consent."),
        Silence.APPROVAL: Text(
            "Süresinde yanıt verilmezse onay verilmiş sayılır.",
            "No answer in time counts as consent.",
        ),
        Silence.REFUSAL: Text(
            "Süresinde yanıt verilmezse reddedilmiş sayılır.",
            "No answer in time counts as refusal.",
        ),
        Silence.UNKNOWN: Text(
            "Yanıt verilmemesinin sonucu bilinmiyor.", "What silence means is not known."
        ),
    }
)
OMISSIONS: Final[Mapping[Omission, Text]] = MappingProxyType(
    {
        Omission.NOT_IN_FORCE: Text(
            "karar yürürlüğe girmez", "the decision does not enter into force"
        ),
        Omission.NO_COMPETENT_ORGAN: Text(
            "yetkili organın kararı bulunmaz", "the competent organ has not decided"
        ),
        Omission.UNLAWFUL: Text("işlem hukuka aykırı olur", "the act is unlawful"),
        Omission.VOID: Text("işlem geçersiz olur", "the act is void"),
        Omission.NO_LEGAL_PERSONALITY: Text(
            "tüzel kişilik kazanılmaz", "no legal personality arises"
        ),
        Omission.CIRCULAR_BREACH: Text("genelgeye aykırı olur", "it breaches a circular"),
        Omission.AUDIT_FINDING: Text("denetimde bulgu konusu olur", "it becomes an audit finding"),
        Omission.NO_SANCTION: Text("metinde bir yaptırım yoktur", "the text names no consequence"),
        Omission.UNKNOWN: Text("sonucu bilinmiyor", "what follows is not known"),
    }
)
FLAG_KINDS: Final[Mapping[FlagKind, Text]] = MappingProxyType(
    {
        FlagKind.WARNING: Text("Uyarı", "Warning"),
        FlagKind.ADVICE: Text("Öneri", "Advice"),
        FlagKind.HINT: Text("Uygulamadan", "From practice"),
        FlagKind.VERIFY: Text("Doğrulayınız", "To be verified"),
    }
)
COUNTINGS: Final[Mapping[Counting, Text]] = MappingProxyType(
    {
        Counting.CALENDAR: Text("gün", "days"),
        Counting.WORKING: Text("iş günü", "working days"),
    }
)
CLOCK_STARTS: Final[Mapping[ClockStart, Text]] = MappingProxyType(
    {
        ClockStart.FINALITY: Text(
            "kararın kesinleşmesinden itibaren", "after the decision is final"
        ),
        ClockStart.SESSION: Text("toplantıdan itibaren", "after the session"),
        ClockStart.DECISION: Text("karardan itibaren", "after the decision"),
        ClockStart.APPLICATION: Text("başvurudan itibaren", "after the application"),
        ClockStart.SIGNATURE: Text("imzadan itibaren", "after the signature"),
        ClockStart.NOTIFICATION: Text("bildirimden itibaren", "after the notification"),
        ClockStart.BEFORE_SIGNATURE: Text("imzadan önce", "before the signature"),
        ClockStart.BEFORE_TRAVEL: Text("seyahatten önce", "before the journey"),
    }
)
CONTEXTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "dipl_relations": Text(
            "Karşı tarafın ülkesiyle diplomatik ilişki var mı?",
            "Are there diplomatic relations with the counterpart's country?",
        ),
        "metropolitan_province": Text(
            "İl, büyükşehir belediyesi olan bir il mi?",
            "Is it a province with a metropolitan municipality?",
        ),
        "council_can_meet": Text(
            "Meclisin olağan toplantısı beklenebilir mi?",
            "Can the ordinary session of the council be awaited?",
        ),
        "seat_in_tr": Text(
            "Kuruluşun merkezi Türkiye'de mi?", "Does the organisation have its seat in Türkiye?"
        ),
    }
)
YES_NO_LABELS: Final = MappingProxyType({"yes": Text("evet", "yes"), "no": Text("hayır", "no")})
NOT_ADVICE: Final = Text(
    "Bu, mevzuatın kaynak gösterilerek yapılmış bir yorumudur; hukuki görüş değildir.",
    "This is an interpretation of the law with its sources, not legal advice.",
)


def context_question(pack: Pack, facet: str) -> Text:
    """Return how a circumstance is asked for; its key where a pack gives no question."""
    if facet in CONTEXTS:
        return CONTEXTS[facet]
    own = next((each for each in pack.own_context if each.key == facet), None)
    return (own.question if own else None) or Text(facet, facet)


def context_label(pack: Pack, facet: str, value: str) -> Text:
    """Return a value of a circumstance as it is read."""
    own = next((each for each in pack.own_context if each.key == facet), None)
    labels = dict(own.labels) if own else dict(YES_NO_LABELS)
    return labels.get(value, Text(value, value))
