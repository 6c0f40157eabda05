"""What is to be said of a row: why it was read so, and what a person should look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from elci.domain.extraction.codes import ProblemCode, RemarkCode
from elci.domain.extraction.roles import Role, role_label
from elci.domain.extraction.sentences import PROBLEMS, REMARKS

__all__ = ["Problem", "ProblemCode", "Remark", "RemarkCode", "problem", "remark"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Why something was read as it was, with what its sentence needs."""

    code: RemarkCode
    params: Mapping[str, str | int]

    def sentence_in(self, language: str) -> str:
        """Return it as a sentence, Turkish for "tr" and English for any other language."""
        turkish, english = REMARKS[self.code]
        params = dict(self.params)
        if "role" in params:
            params["role"] = role_label(Role(str(params["role"])), language)
        return (turkish if language == "tr" else english).format_map(params)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps a row from passing without a person, and what to do about it."""

    code: ProblemCode
    params: Mapping[str, str | int]

    def sentence_in(self, language: str) -> str:
        """Return it as a sentence, Turkish for "tr" and English for any other language."""
        turkish, english = PROBLEMS[self.code]
        return (turkish if language == "tr" else english).format_map(self.params)


_LONGEST_QUOTE: Final = 80


def remark(code: RemarkCode, **params: str | int) -> Remark:
    """Return the remark with its parameters, long quotations shortened."""
    return Remark(code, MappingProxyType({key: _short(value) for key, value in params.items()}))


def problem(code: ProblemCode, **params: str | int) -> Problem:
    """Return the problem with its parameters, long quotations shortened."""
    return Problem(code, MappingProxyType({key: _short(value) for key, value in params.items()}))


def _short(value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    quote = " ".join(value.split())
    return quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE - 1]}…"
