"""From the words that a person or a program gives to a question that a pack can answer."""

import difflib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from elci.domain.law.answers import Question
from elci.domain.law.index import word_of
from elci.domain.law.pack import Pack
from elci.domain.law.words import Body, ContextFacet, Counterpart, KnownFrom, LegalAct
from elci.domain.texts import Text

_LONGEST_WORD: Final = 60


class UnknownWordError(ValueError):
    """A word that no pack or not this pack knows; its text says which there are."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


def question_of(
    pack: Pack,
    *,
    act: str,
    body: str,
    counterpart: str,
    on: date,
    context: Mapping[str, str],
) -> Question:
    """Return a question. Raises ``UnknownWordError`` for words that are not in the closed lists."""
    question = Question(
        act=LegalAct(_known("act", act, LegalAct)),
        body=Body(_known("body", body, Body)),
        counterpart=Counterpart(_known("counterpart", counterpart, Counterpart)),
        on=on,
        context=dict(context),
    )
    facets = {facet.key: facet for facet in pack.context}
    for key, value in context.items():
        facet = facets[_known("context", key, facets)]
        if not facet.is_open:
            _known(key, value, facet.values)
    return question


def stated_context(pack: Pack, said: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Return the circumstances of a pack that an address states; ``given`` ones stand above them.

    Empty ones are not stated. What is too long to be a word is cut, and refused as unknown later.
    """
    texts = {facet.key: said.get(facet.key, "").strip() for facet in pack.context}
    return {**{key: text[:_LONGEST_WORD] for key, text in texts.items() if text}, **given}


def circumstances_of_keeper(pack: Pack, region: str | None) -> dict[str, str]:
    """Return what a pack can know of a local authority from the state or province it lies in.

    A region is given by its code in ISO 3166-2 (``US-TX``); one that the pack does not name counts
    as *other*. Where it is not known, nothing is.
    """
    if region is None:
        return {}
    word = region.partition("-")[2]
    return {facet.key: word_of(facet, word) for facet in regional_facets(pack)}


def regional_facets(pack: Pack) -> tuple[ContextFacet, ...]:
    """Return the circumstances that depend on where the local authority lies."""
    return tuple(each for each in pack.context if each.known_from is KnownFrom.KEEPER_REGION)


def _known(facet: str, word: str, words: Iterable[str]) -> str:
    listed = [str(each) for each in words]
    if word in listed:
        return word
    near = difflib.get_close_matches(word, listed, n=1)
    there = ", ".join(listed)
    mean_en = f" Did you mean {near[0]!r}?" if near else ""
    mean_tr = f" {near[0]!r} mi demek istediniz?" if near else ""
    raise UnknownWordError(
        Text(
            f"{facet} için {word!r} bilinmiyor.{mean_tr} Şunlardan biri olmalıdır: {there}.",
            f"{word!r} is not known as {facet}.{mean_en} Use one of: {there}.",
        )
    )
