"""Why a list of links cannot be read, in the reader's language."""

from elci.domain.texts import Text


class LinksRefusedError(ValueError):
    """A list that cannot be read as links; its text says what to do."""

    def __init__(self, told: Text) -> None:
        self.told = told
        super().__init__(told.en)
