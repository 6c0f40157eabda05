"""Words by where they stand on a page, put together into lines and phrases."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

_WIDE_SPACE: Final = 0.75
"""A space wider than this share of the letters' height parts two cells."""
_SAME_LINE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or words with ordinary spaces between them, in units of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    parts: tuple["Word", ...] = ()
    """The single words of several."""

    @property
    def words(self) -> tuple["Word", ...]:
        """Its single words, which may be itself alone."""
        return self.parts or (self,)

    @property
    def middle(self) -> float:
        """Height of its middle, counted from the top of the page."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """Height of its letters."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Line:
    """What stands beside each other: phrases from left to right."""

    phrases: tuple[Word, ...]

    @property
    def top(self) -> float:
        """Upper end of the highest phrase."""
        return min(phrase.top for phrase in self.phrases)

    @property
    def bottom(self) -> float:
        """Lower end of the lowest phrase."""
        return max(phrase.bottom for phrase in self.phrases)

    @property
    def text(self) -> str:
        """The whole line with a space between its phrases."""
        return " ".join(phrase.text for phrase in self.phrases)


def letter_height(words: Sequence[Word]) -> float:
    """Return the commonest height of the letters, never nought."""
    return max(median(word.height for word in words), 0.1) if words else 1.0


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Return the lines from top to bottom, wide spaces left between their phrases."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.left)):
        if rows and _beside(rows[-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(_phrases(sorted(row, key=lambda word: word.left)))) for row in rows]


def _beside(row: Sequence[Word], word: Word) -> bool:
    """Whether a word stands on the same line as the last few found there."""
    middle = sum(one.middle for one in row[-4:]) / len(row[-4:])
    return abs(word.middle - middle) < _SAME_LINE * max(word.height, row[-1].height)


def _phrases(row: Sequence[Word]) -> list[Word]:
    phrases: list[Word] = []
    for word in row:
        last = phrases[-1] if phrases else None
        if last is None or word.left - last.right > _WIDE_SPACE * max(word.height, last.height):
            phrases.append(word)
            continue
        phrases[-1] = Word(
            f"{last.text} {word.text}", last.left, max(last.right, word.right),
            min(last.top, word.top), max(last.bottom, word.bottom), (*last.words, word),
        )  # fmt: skip
    return phrases
