"""Why a list of links cannot be read, in the reader's language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence in every language of the interface."""

    tr: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the sentence in a language; English where it is not spoken here."""
        return self.tr if language.startswith("tr") else self.en


class LinksRefusedError(ValueError):
    """A list that cannot be read as links; its text says what to do."""

    def __init__(self, told: Told) -> None:
        self.told = told
        super().__init__(told.en)
