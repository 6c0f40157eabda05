"""Texts of the domain that people read, in every language of the interface."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A text that a person reads, in every language of the interface."""

    tr: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the text in a language; English where it is not spoken here."""
        return self.tr if language.startswith("tr") else self.en
