"""Checks of what rules rest on: wording in force, sources read, readings, hashes, languages."""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from elci.domain.law.checking.results import Checked, checked, fault
from elci.domain.law.citing import PARAM, PROVISION, RULE, STEP, citations, source_of
from elci.domain.law.faults import Fault
from elci.domain.law.lines import Path
from elci.domain.law.loading import PackFile
from elci.domain.law.pack import DatedValue, Pack, Rule, Span
from elci.domain.law.words import ReadAs, Status, StepKind
from elci.domain.texts import Text

_READ: Final = frozenset({ReadAs.OFFICIAL, ReadAs.CONSOLIDATED, ReadAs.RECONSTRUCTED})
_NOTHING_FOLLOWS: Final = frozenset({StepKind.SIGNATURE, StepKind.TRAVEL})
_STALE: Final = timedelta(days=180)


def wording_in_force(file: PackFile) -> Checked:
    """K4: a cited provision has a wording on some day on which it is a ground."""
    return checked("K4", _without_wording(file))


def sources_read(file: PackFile) -> Checked:
    """K17: what is called settled rests on a text that was read, or says what is to be verified."""
    return checked("K17", [*_unread_rules(file), *_unread_values(file)])


def readings_given(file: PackFile) -> Checked:
    """K18: what is contested has at least two readings, each with its ground."""
    return checked("K18", _without_readings(file))


def omissions_stated(file: PackFile) -> Checked:
    """K11: each step says what follows if it is left out, or that this is not known."""
    faults = [
        fault(
            file,
            "K11",
            (STEP, step.key),
            tr=f"{step.key!r} adımı yapılmazsa ne olacağını söylemiyor. "
            'missing = {class = "…"} ekleyiniz; bilinmiyorsa class = "unknown" yazınız.',
            en=f"the step {step.key!r} does not say what follows if it is left out. Add "
            'missing = {class = "…"}; where that is not known, class = "unknown".',
        )
        for step in file.pack.steps.values()
        if not step.states_omission and step.kind not in _NOTHING_FOLLOWS
    ]
    return checked("K11", faults)


def reviewed(file: PackFile, today: date) -> Checked:
    """K19: a released pack names who reviewed it and when; old knowledge is remarked on."""
    pack = file.pack
    unreviewed = pack.status is Status.SETTLED and not (pack.reviewer and pack.reviewed_on)
    faults = [
        fault(
            file,
            "K19",
            ("pack",),
            tr="yayımlanmış bir paketin gözden geçireni ve tarihi olmalıdır. reviewer ve "
            'reviewed_on ekleyiniz veya status = "draft" yazınız.',
            en="a released pack names its reviewer and the day. Add reviewer and reviewed_on, or "
            'write status = "draft".',
        )
    ]
    age = today - pack.knowledge_date
    remark = Text(
        f"Bilgi tarihi {age.days} gün önce ({pack.knowledge_date}); kaynaklara yeniden bakınız.",
        f"The knowledge date is {age.days} days old ({pack.knowledge_date}); look at the sources "
        "again.",
    )
    return checked("K19", faults if unreviewed else [], *([remark] if age > _STALE else []))


def quotes_unchanged(file: PackFile) -> Checked:
    """K20: each quoted wording has the hash that was kept of it."""
    return checked("K20", _changed_quotes(file))


def in_all_languages(file: PackFile) -> Checked:
    """K22: each text that people read stands in every language of the interface."""
    faults = [
        fault(
            file,
            "K22",
            path,
            tr='metin yalnız bir dilde. {tr = "…", en = "…"} yazınız.',
            en='the text stands in one language only. Write {tr = "…", en = "…"}.',
        )
        for path in file.one_language
    ]
    return checked("K22", faults)


def _without_wording(file: PackFile) -> Iterator[Fault]:
    pack = file.pack
    for cited in citations(pack):
        provision = pack.provisions.get(cited.citation)
        if provision is None:
            continue
        wanted = Span(max(cited.span.starts, pack.horizon_from), cited.span.until)
        asked = wanted.until is None or wanted.starts < wanted.until
        if asked and not any(each.span.overlaps(wanted) for each in provision.wordings):
            yield fault(
                file,
                "K4",
                cited.path,
                tr=f"{cited.citation!r} hükmünün {wanted.starts} gününden sonra yürürlükte bir "
                "metni yok. Atfı düzeltiniz veya hükmün o günkü metnini ekleyiniz.",
                en=f"{cited.citation!r} has no wording in force from {wanted.starts} on. Correct "
                "the citation, or add the wording of those days.",
            )


def _unread_rules(file: PackFile) -> Iterator[Fault]:
    for place, rule in enumerate(file.pack.rules.values()):
        unread = rule.basis and not _has_read(file.pack, rule.basis)
        if rule.status is Status.SETTLED and unread and rule.verify is None:
            yield _unread(file, (RULE, place))


def _unread_values(file: PackFile) -> Iterator[Fault]:
    for place, parameter in enumerate(file.pack.parameters.values()):
        for order, value in enumerate(parameter.values):
            if value.status is Status.SETTLED and not _has_read(file.pack, value.basis):
                yield _unread(file, (PARAM, place, "values", order))


def _unread(file: PackFile, path: Path) -> Fault:
    return fault(
        file,
        "K17",
        path,
        tr="“settled” deniyor, ama dayandığı metinlerden hiçbiri okunmamış. Okunan bir metne atıf "
        'yapınız, doğrulanacak olanı verify ile yazınız veya status = "draft" yapınız.',
        en="it is called settled, but none of its grounds was read. Cite a text that was read, say "
        'in verify what is to be looked up, or write status = "draft".',
    )


def _has_read(pack: Pack, basis: tuple[str, ...]) -> bool:
    return any(_was_read(pack, citation) for citation in basis)


def _was_read(pack: Pack, citation: str) -> bool:
    provision = pack.provisions.get(citation)
    if provision is None:
        return pack.sources[source_of(citation)].read in _READ
    return any(each.read in _READ for each in provision.wordings)


def _without_readings(file: PackFile) -> Iterator[Fault]:
    contested: list[tuple[Path, Rule | DatedValue]] = [
        ((RULE, place), rule) for place, rule in enumerate(file.pack.rules.values())
    ]
    for place, parameter in enumerate(file.pack.parameters.values()):
        values = enumerate(parameter.values)
        contested += [((PARAM, place, "values", order), value) for order, value in values]
    for path, part in contested:
        cited = [reading for reading in part.readings if reading.basis]
        if part.status is Status.CONTESTED and len(cited) < 2:
            yield fault(
                file,
                "K18",
                path,
                tr="“contested” deniyor, ama atıflı iki okuma yok. readings = [{text = …, basis = "
                "[…]}, …] ile en az iki okuma yazınız.",
                en="it is called contested, but has no two readings with their grounds. Give at "
                "least two: readings = [{text = …, basis = […]}, …].",
            )


def _changed_quotes(file: PackFile) -> Iterator[Fault]:
    for provision in file.pack.provisions.values():
        for place, wording in enumerate(provision.wordings):
            found = hashlib.sha256(wording.text.encode()).hexdigest()
            if wording.text and wording.text_sha256 != found:
                yield fault(
                    file,
                    "K20",
                    (PROVISION, provision.id, "versions", place),
                    tr="alıntının özeti metniyle uyuşmuyor. Metni kaynağıyla karşılaştırınız; "
                    f'doğruysa text_sha256 = "{found}" yazınız.',
                    en="the quotation does not have the hash kept of it. Compare it with its "
                    f'source; if it is right, write text_sha256 = "{found}".',
                )
